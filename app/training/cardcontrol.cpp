// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/cardcontrol.h"

#include <QTextStream>

#include <array>
#include <iostream>
#include <mutex>
#include <queue>
#include <string>
#include <thread>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

struct OrderWord
{
    QLatin1StringView word;
    CardOrder::Kind kind;
    bool takesOne; ///< exactly one more word
};
constexpr std::array orderWords{
    OrderWord{"lay"_L1, CardOrder::Kind::Lay, false},
    OrderWord{"swap"_L1, CardOrder::Kind::Swap, false},
    OrderWord{"take"_L1, CardOrder::Kind::Take, false},
    OrderWord{"resident"_L1, CardOrder::Kind::Who, true},
    OrderWord{"end"_L1, CardOrder::Kind::End, false},
};

} // namespace

std::optional<CardOrder> cardOrder(const QString &line)
{
    QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    const QString first = words.takeFirst();
    for (const OrderWord &known : orderWords) {
        if (first == known.word && (!known.takesOne || words.size() == 1))
            return CardOrder{known.kind, words};
    }
    return std::nullopt;
}

struct CardOrders::Shared
{
    std::mutex mutex;
    std::queue<CardOrder> waiting;
    int wake = -1;

    void add(CardOrder order)
    {
        const bool isForLater = order.kind == CardOrder::Kind::Who;
        {
            const std::lock_guard guard(mutex);
            waiting.push(std::move(order));
        }
        if (isForLater)
            return;
        const char byte = 0;
        // The pipe does not block: when it is full the loop has been told often enough.
        if (write(wake, &byte, 1) < 0)
            return;
    }
};

CardOrders::CardOrders(int wakeDescriptor)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->wake = wakeDescriptor;
    std::thread([shared = m_shared] {
        std::string line;
        while (std::getline(std::cin, line)) {
            if (auto order = cardOrder(QString::fromStdString(line)))
                shared->add(*std::move(order));
            else
                QTextStream(stderr) << u"uketsuke-training card: no such order: "_s << QString::fromStdString(line) << Qt::endl;
        }
        shared->add({CardOrder::Kind::End, {}});
    }).detach();
}

std::optional<CardOrder> CardOrders::take()
{
    const std::lock_guard guard(m_shared->mutex);
    if (m_shared->waiting.empty())
        return std::nullopt;
    CardOrder order = std::move(m_shared->waiting.front());
    m_shared->waiting.pop();
    return order;
}

} // namespace uk
