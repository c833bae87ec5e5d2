// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace uk::test {

/// Random digits that nobody else writes by chance. Kept under a mask, so that this object is no copy of them.
class Canary
{
public:
    explicit Canary(int length);

    [[nodiscard]] int length() const { return int(m_masked.size()); }
    [[nodiscard]] int digit(int place) const;
    /// The digits in ASCII, in memory that is not shared; the caller overwrites it (wipe()).
    [[nodiscard]] QByteArray plain() const;
    static void wipe(QByteArray &digits);
    /// For another process that has to know them: hexadecimal digits under the mask, and back.
    [[nodiscard]] QByteArray masked() const { return m_masked.toHex(); }
    [[nodiscard]] static Canary fromMasked(const QByteArray &hex);

    /// How often the first `count` digits (at least nine) stand in a process's memory: as ASCII, which is also how a
    /// command holds them, as UTF-16, as UTF-32 and as small numbers. Another process looks, through /proc.
    struct Hits
    {
        int ascii = 0, utf16 = 0, utf32 = 0, numbers = 0;
        [[nodiscard]] bool isNone() const { return ascii == 0 && utf16 == 0 && utf32 == 0 && numbers == 0; }
        [[nodiscard]] QString text() const;
    };
    [[nodiscard]] Hits lookFor(qint64 pid, int count) const;

private:
    Canary() = default;

    QByteArray m_masked;
};

} // namespace uk::test
