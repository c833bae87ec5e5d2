// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace uk {

// Pure functions on days; thread safe. Screens show a birth date in both calendars (design "Screens", U-D8).

/// A year of a Japanese era (元号).
struct EraYear
{
    QString era; ///< "令和"
    QChar letter; ///< 'R', as printed on insurance and other cards
    int year = 0; ///< 1 for 元年
    friend bool operator==(const EraYear &, const EraYear &) = default;
};

/// Nothing for an invalid day and for days before 1873-01-01 (明治6年): Japan counted months and days by the moon until
/// then, so the day and month of our calendar would be wrong in front of an era year.
[[nodiscard]] std::optional<EraYear> eraYear(QDate day);

/// "令和7年11月8日", "令和元年5月1日"; before 1873 as toSeireki(). Empty for an invalid day.
[[nodiscard]] QString toWareki(QDate day);
/// "R7.11.8"; before 1873 "1872.12.31". Empty for an invalid day.
[[nodiscard]] QString toShortWareki(QDate day);
/// "2025年11月8日". Empty for an invalid day.
[[nodiscard]] QString toSeireki(QDate day);
/// "土" (in the language of the screens). Empty for an invalid day.
[[nodiscard]] QString shortWeekday(QDate day);

/// Whole years and the whole months beyond them.
struct Age
{
    int years = 0;
    int months = 0;
    friend bool operator==(const Age &, const Age &) = default;
};

/// The ordinary calendar age: one more on the birthday itself. A day that the month does not have counts as the first
/// of the next month (29 February in a common year: 1 March; 民法 143条). Nothing for invalid days and before the
/// birth.
[[nodiscard]] std::optional<Age> ageAt(QDate birth, QDate day);
/// "1歳0か月" (in the language of the screens).
[[nodiscard]] QString toText(Age age);

/// A day as people write it: 令和7年11月8日, R7.11.8, 平31/4/30, 昭和64年1月7日, ㍻元・1・8, 2025年11月8日, 2025-11-08,
/// 2025/11/8, 20251108; in half or full width, with blanks. Nothing for what is no such day, also where the era had not
/// begun yet or was over (昭和64年1月8日).
[[nodiscard]] std::optional<QDate> parseJapaneseDate(QStringView text);

} // namespace uk
