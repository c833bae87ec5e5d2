// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/definition.h"
#include "cardreader/base/error.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// What the records of several areas have in common. Numbers behind /// are the guideline's items (seed 000): V
/// vaccination, P mother, C child, S medical subsidy. Absent and null texts are empty strings, absent days are invalid
/// dates; codes that the profile does not know are kept raw and shown as 不明(value). Values in memory only.
///
/// A record with a member `unreadable` is a record of its own where it stands in a list: what is wrong in it is told
/// there, by item and place, and the others stay as they are. It then holds nothing but the members that its comment
/// names, as far as they could be read; it is shown with its error, never as what it would have been.
namespace uk {

/// Basic five information (V51, C26).
struct BasicFiveInfo
{
    QString name, nameKana, address;
    QDate dateOfBirth;
    QString sex; ///< "1" male, "2" female, "3" other, "0" unknown
    friend bool operator==(const BasicFiveInfo &, const BasicFiveInfo &) = default;
};

struct DatePeriod
{
    QDate from, to; ///< either may be invalid (open)
    [[nodiscard]] bool isEmpty() const { return !from.isValid() && !to.isValid(); }
    friend bool operator==(const DatePeriod &, const DatePeriod &) = default;
};

/// A month of a year (S13, S21).
struct YearMonth
{
    QDate firstDay; ///< invalid: none
    [[nodiscard]] bool isValid() const { return firstDay.isValid(); }
    [[nodiscard]] QString toString() const { return firstDay.toString(QStringLiteral("yyyy-MM")); }
    friend bool operator==(const YearMonth &, const YearMonth &) = default;
};

/// Whole yen. Where it is optional: none is a slash on paper or unknown, 0 is zero yen (rules 16).
using Yen = qint64;

struct MedicalInstitution
{
    QString code, name, detail;
    friend bool operator==(const MedicalInstitution &, const MedicalInstitution &) = default;
};

/// One item of a check-up and what was found (P10, C20).
struct CheckupResult
{
    QString name, value, unit, judgement;
    friend bool operator==(const CheckupResult &, const CheckupResult &) = default;
};

/// One category of a 母子健康手帳 and its questions (P38–P41, C38–C41).
struct HandbookCategory
{
    QString categoryId, categoryName;
    QString categoryNotice;
    QList<QuestionItem> items; ///< isReadOnly: the doctor's part; shown, and sent back unchanged (rules 6)
    friend bool operator==(const HandbookCategory &, const HandbookCategory &) = default;
};

/// The stored answers of one category (P42, P43, C42, C43).
struct HandbookAnswers
{
    QString categoryId;
    Answers items;
    friend bool operator==(const HandbookAnswers &, const HandbookAnswers &) = default;
};

/// 母子健康手帳: its questions and what is stored; both empty where there is none (rules 14).
struct Handbook
{
    QList<HandbookCategory> categories;
    QList<HandbookAnswers> answers;
    friend bool operator==(const Handbook &, const Handbook &) = default;

    /// One group for each category, so that visibility and validation apply (a category is a subgroup, rules 5).
    [[nodiscard]] Definition definition() const;
    /// The answers of all categories, in their order; what a registration has to send back (rules 6).
    [[nodiscard]] Answers allAnswers() const;
};

} // namespace uk
