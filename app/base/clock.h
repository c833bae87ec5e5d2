// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDateTime>

namespace uk {

/// Time as the program sees it. Days and "today" are those of Asia/Tokyo (contract rules 18) whatever the machine says.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
    [[nodiscard]] QDate today() const;          ///< Asia/Tokyo
    [[nodiscard]] QDateTime nowLocal() const;   ///< Asia/Tokyo
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override;
};

/// Stands still until told otherwise; for tests.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime nowUtc)
        : m_now(std::move(nowUtc))
    {
    }
    [[nodiscard]] QDateTime nowUtc() const override { return m_now; }
    void advance(qint64 milliseconds) { m_now = m_now.addMSecs(milliseconds); }

private:
    QDateTime m_now;
};

/// UTC instant to the wall clock of Asia/Tokyo.
[[nodiscard]] QDateTime toTokyo(const QDateTime &utc);

} // namespace uk
