// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cardinvirtualreader.h"

#include <QProcess>
#include <QThread>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace uk::test {

CardInVirtualReader::CardInVirtualReader(SoftwareCard card, CardExchangeHook hook, VirtualSlot slot)
    : m_card(std::move(card))
    , m_connection(m_card, static_cast<quint16>(slot.firstPort + slot.number))
    , m_slot(slot)
{
    if (pipe(m_stop) != 0)
        qFatal("no pipe");
    m_connection.setExchangeHook(std::move(hook));
    m_thread = std::thread([this] {
        if (const auto end = m_connection.run(m_stop[0]))
            m_end = *end;
    });
}

CardInVirtualReader::~CardInVirtualReader()
{
    remove();
    close(m_stop[0]);
    close(m_stop[1]);
}

bool CardInVirtualReader::waitForPresence(bool isPresent) const
{
    const QByteArray reader = m_slot.readerName();
    for (int attempt = 0; attempt < 100; ++attempt) {
        QProcess list;
        list.start(u"opensc-tool"_s, {u"--list-readers"_s});
        list.waitForFinished();
        for (const QByteArray &line : list.readAllStandardOutput().split('\n')) {
            if (line.contains(reader) && line.contains("Yes") == isPresent)
                return true;
        }
        QThread::msleep(100);
    }
    return false;
}

void CardInVirtualReader::remove()
{
    if (!m_thread.joinable())
        return;
    if (write(m_stop[1], "x", 1) != 1)
        qFatal("the pipe is broken");
    m_thread.join();
    if (!waitForPresence(false))
        qWarning("the card service still sees the card");
}

void letTheDriverLook()
{
    constexpr int driverPoll = 400;
    QThread::msleep(2 * driverPoll + 100);
}

} // namespace uk::test
