// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/canary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace uk::test {

namespace {

constexpr char mask = '\x5A';

} // namespace

Canary::Canary(int length)
{
    // No two digits alike side by side: a double key press would be taken for one.
    int last = -1;
    while (m_masked.size() < length) {
        const int digit = int(QRandomGenerator::system()->bounded(10));
        if (digit != last)
            m_masked.append(static_cast<char>(('0' + digit) ^ mask));
        last = digit;
    }
}

Canary Canary::fromMasked(const QByteArray &hex)
{
    Canary canary;
    canary.m_masked = QByteArray::fromHex(hex);
    return canary;
}

int Canary::digit(int place) const
{
    return (m_masked[place] ^ mask) - '0';
}

QByteArray Canary::plain() const
{
    QByteArray digits(m_masked.size(), '\0');
    for (qsizetype i = 0; i < digits.size(); ++i)
        digits[i] = static_cast<char>(m_masked[i] ^ mask);
    return digits;
}

void Canary::wipe(QByteArray &digits)
{
    if (!digits.isDetached())
        qFatal("the digits have another owner");
    digits.fill('\0');
}

QString Canary::Hits::text() const
{
    return u"ASCII %1, UTF-16 %2, UTF-32 %3, numbers %4"_s.arg(ascii).arg(utf16).arg(utf32).arg(numbers);
}

Canary::Hits Canary::lookFor(qint64 pid, int count) const
{
    QProcess looking;
    looking.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    looking.start(u"python3"_s, {u"-B"_s, qEnvironmentVariable("UKETSUKE_SOURCE_DIR") + u"/tests/support/find-in-memory"_s,
                                 QString::number(pid), QString::number(mask)});
    looking.write(m_masked.first(count).toHex() + '\n');
    looking.closeWriteChannel();
    if (!looking.waitForFinished(60000) || looking.exitCode() != 0)
        qFatal("the memory cannot be looked through");
    const QJsonObject found = QJsonDocument::fromJson(looking.readAllStandardOutput()).object();
    return {found["ascii"_L1].toInt(-1), found["utf16"_L1].toInt(-1), found["utf32"_L1].toInt(-1),
            found["numbers"_L1].toInt(-1)};
}

} // namespace uk::test
