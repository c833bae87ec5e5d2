// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace uk {

/// One order to the card in software, as a line says it.
struct CardOrder
{
    enum class Kind {
        Lay,  ///< "lay [VARIANT …]": takes the card away, waits until the driver has seen that, lays one with these variants
        Swap, ///< "swap [VARIANT …]": the same without waiting, so that the driver may not notice
        Take, ///< "take"
        Who,  ///< "resident KEY": whose card the next one is; lays nothing by itself
        End   ///< "end", and the end of the input
    };
    Kind kind = Kind::End;
    QStringList words; ///< variants, or the resident's key
};

/// Nothing where the line is no order.
[[nodiscard]] std::optional<CardOrder> cardOrder(const QString &line);

/// Reads orders from standard input on a thread of its own, and writes a byte into a pipe for each that changes what lies there. Made once,
/// for the rest of the process: a thread that waits for input cannot be called back.
class CardOrders
{
public:
    explicit CardOrders(int wakeDescriptor);
    /// The oldest order that nobody took yet. Any thread.
    [[nodiscard]] std::optional<CardOrder> take();

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared; // with the thread
};

} // namespace uk
