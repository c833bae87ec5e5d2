// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <QProcess>
#include <QTest>

namespace uktest {

/// A card in the virtual reader whose content lies in a process of its own (pinmemory-card), so that nothing of it is in
/// this one's memory but what crossed the card service.
class CardElsewhere
{
public:
    ~CardElsewhere() { take(); }

    /// Words as cardprocess.cpp takes them.
    [[nodiscard]] bool lay(const QByteArrayList &words)
    {
        m_lines.clear();
        m_process.start(qEnvironmentVariable("UKETSUKE_BUILD_DIR") + QStringLiteral("/tests/pinmemory-card"), {});
        m_process.write(words.join(' ') + '\n');
        return QTest::qWaitFor([this] { return lines().contains("laid"); }, 10000);
    }
    void take()
    {
        m_process.closeWriteChannel();
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }
    /// After take(): every command that the card got, in hexadecimal digits; PINs are asterisks.
    [[nodiscard]] QByteArrayList commands()
    {
        QByteArrayList all;
        for (const QByteArray &line : lines())
            if (line.startsWith("command "))
                all.append(line.mid(qsizetype(sizeof "command " - 1)));
        return all;
    }

private:
    [[nodiscard]] QByteArrayList lines()
    {
        m_lines += m_process.readAllStandardOutput();
        return m_lines.split('\n');
    }

    QProcess m_process;
    QByteArray m_lines;
};

} // namespace uktest
