// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/paperpanels.h"

#include "app/base/japanesedate.h"

#include <array>
#include <climits>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

PaperCell line(const QString &text = {})
{
    return {PaperField::Line, {}, text, {}};
}

PaperCell options(const QStringList &labels)
{
    PaperCell cell{PaperField::Options, {}, {}, {}};
    for (const QString &label : labels)
        cell.options.append({label, false});
    return cell;
}

PaperCell blank(PaperField field, const QString &unit = {})
{
    return {field, {}, {}, unit};
}

/// Who signs depends on the age: below 16 a guardian, from 16 the person, where some municipalities want the guardian
/// until 18; adults who cannot write have somebody sign for them (facts 6.1, 6.2).
struct SignatureRule
{
    int fromAge, belowAge;
    bool isSelf, isGuardian, isEscort, isProxy;
};
constexpr std::array signatureRules{
    SignatureRule{0, 16, false, true, true, false},
    SignatureRule{16, 18, true, true, false, false},
    SignatureRule{18, INT_MAX, true, false, false, true},
};
constexpr SignatureRule anybody{0, INT_MAX, true, true, true, true};

SignatureRule signatureRule(const std::optional<Age> &age)
{
    for (const SignatureRule &rule : signatureRules)
        if (age && age->years >= rule.fromAge && age->years < rule.belowAge)
            return rule;
    return anybody;
}

std::optional<Age> ageOf(const std::optional<PaperPerson> &person, QDate today)
{
    return person ? ageAt(person->birth, today) : std::nullopt;
}

PaperPanel doctorPanel()
{
    return {u"医師記入欄"_s,
            {{{u"問診と診察の結果、今日の接種は"_s, options({u"可能"_s, u"見合わせる"_s}), 1},
              {u"効果・副反応・救済制度を本人（保護者）に"_s, options({u"説明した"_s}), 1}},
             {{u"見合わせる理由など"_s, line(), 1}, {u"医師の署名"_s, line(), 1}}}};
}

PaperPanel consentPanel(const SignatureRule &rule)
{
    PaperPanel panel{u"本人・保護者記入欄"_s,
                     {{{u"医師の説明を聞き、効果と副反応を理解したうえで、接種を"_s, options({u"希望する"_s, u"希望しない"_s}), 2},
                       {u"記入日"_s, blank(PaperField::Date), 1}}}};
    QList<PaperBox> signatures, others;
    if (rule.isSelf)
        signatures.append({u"本人の署名"_s, line(), 3});
    if (rule.isGuardian)
        signatures += {{rule.isSelf ? u"保護者の署名（必要な場合）"_s : u"保護者の署名"_s, line(), 3}, {u"続柄"_s, line(), 1}};
    if (rule.isEscort)
        others.append({u"保護者以外の付き添い：氏名・続柄"_s, line(), 1});
    if (rule.isProxy)
        others.append({u"代筆のとき：代筆者の氏名・続柄"_s, line(), 1});
    for (const QList<PaperBox> &row : {signatures, others})
        if (!row.isEmpty())
            panel.rows.append(row);
    return panel;
}

PaperPanel recordPanel()
{
    return {u"接種の記録"_s,
            {{{u"ワクチン名"_s, line(), 3}, {u"ロット番号"_s, line(), 3}, {u"接種量"_s, blank(PaperField::Number, u"mL"_s), 3}},
             {{u"実施場所"_s, line(), 3}, {u"医師名"_s, line(), 3}, {u"接種日"_s, blank(PaperField::Date), 3}}}};
}

/// A check-up's own sheet has the doctor's part; here stands who answered and who looked at it.
QList<PaperPanel> checkupPanels()
{
    return {{u"記入した方"_s, {{{u"署名"_s, line(), 3}, {u"続柄"_s, line(), 1}, {u"記入日"_s, blank(PaperField::Date), 2}}}},
            {u"健診の担当者記入欄"_s, {{{u"確かめたこと"_s, line(), 4}, {u"担当者の署名"_s, line(), 2}}}}};
}

} // namespace

PaperPanel personPanel(const std::optional<PaperPerson> &person, QDate today)
{
    const std::optional<Age> age = ageOf(person, today);
    PaperPanel panel;
    PaperCell sex = options({u"男"_s, u"女"_s}), birth = blank(PaperField::Date), years = blank(PaperField::Age);
    if (person)
        sex = line(person->sex);
    if (person && person->birth.isValid())
        birth.text = u"%1（%2年）"_s.arg(toWareki(person->birth)).arg(person->birth.year());
    if (age)
        years.text = u"%1歳%2か月"_s.arg(age->years).arg(age->months);
    const PaperPerson who = person.value_or(PaperPerson());
    panel.rows = {{{u"フリガナ"_s, line(who.kana), 5}, {u"生年月日"_s, birth, 4}},
                  {{u"氏名"_s, line(who.name), 5}, {u"満年齢"_s, years, 2}, {u"性別"_s, sex, 2}},
                  {{u"住所"_s, line(who.address), 5}, {u"電話"_s, line(), 4}}};
    if (signatureRule(age).isGuardian)
        panel.rows.append(QList<PaperBox>{{u"保護者氏名"_s, line(), 5}, {u"続柄"_s, line(), 4}});
    return panel;
}

QList<PaperPanel> closingPanels(const std::optional<PaperPerson> &person, QDate today, PaperOccasion occasion)
{
    if (occasion == PaperOccasion::Checkup)
        return checkupPanels();
    return {doctorPanel(), consentPanel(signatureRule(ageOf(person, today))), recordPanel()};
}

} // namespace uk
