// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/cardcheckscreen.h"

#include <QCoreApplication>

#include <array>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

enum class Step { TakeCard, LayMyNumberCard, LayAgain, Paper, PinAtCityHall, RenewAtCityHall, AskStaff,
                  Register, ConsentAfterwards, LayForRegistration, LayForConsent, TryAgain, RegisterAtHome, ComeAgain };

struct CodeSteps
{
    QLatin1StringView code;
    std::array<Step, 3> steps;
};

constexpr CodeSteps table[] = {
    {"UK-C011"_L1, {Step::LayAgain, Step::AskStaff, Step::Paper}},
    {"UK-C012"_L1, {Step::LayAgain, Step::AskStaff, Step::Paper}},
    {"UK-C013"_L1, {Step::LayAgain, Step::AskStaff, Step::Paper}},
    {"UK-C014"_L1, {Step::LayAgain, Step::AskStaff, Step::Paper}},
    {"UK-C021"_L1, {Step::TakeCard, Step::LayMyNumberCard, Step::Paper}},
    {"UK-C022"_L1, {Step::TakeCard, Step::LayMyNumberCard, Step::Paper}},
    {"UK-C041"_L1, {Step::TakeCard, Step::Paper, Step::PinAtCityHall}},
    {"UK-C042"_L1, {Step::TakeCard, Step::Paper, Step::PinAtCityHall}},
    {"UK-C051"_L1, {Step::TakeCard, Step::Paper, Step::RenewAtCityHall}},
    {"UK-P001"_L1, {Step::Paper, Step::TryAgain, Step::AskStaff}},
    {"UK-P002"_L1, {Step::Register, Step::ConsentAfterwards, Step::Paper}},
    {"UK-P003"_L1, {Step::TakeCard, Step::Paper, Step::RenewAtCityHall}},
    {"UK-P006"_L1, {Step::Paper, Step::TryAgain, Step::AskStaff}},
    {"UK-P007"_L1, {Step::TakeCard, Step::Paper, Step::RenewAtCityHall}},
    {"UK-P008"_L1, {Step::TakeCard, Step::Paper, Step::ComeAgain}},
    {"UK-P010"_L1, {Step::TakeCard, Step::Paper, Step::RegisterAtHome}},
    {"UK-P011"_L1, {Step::TryAgain, Step::Paper, Step::AskStaff}},
    {"UK-P013"_L1, {Step::TryAgain, Step::Paper, Step::AskStaff}},
    {"UK-P021"_L1, {Step::TryAgain, Step::Paper, Step::AskStaff}},
    {"UK-P022"_L1, {Step::TryAgain, Step::Paper, Step::AskStaff}},
    {"UK-P027"_L1, {Step::TryAgain, Step::Paper, Step::AskStaff}},
    {"UK-P031"_L1, {Step::TryAgain, Step::Paper, Step::AskStaff}},
    {"UK-P032"_L1, {Step::TryAgain, Step::Paper, Step::AskStaff}},
    {"UK-P033"_L1, {Step::TryAgain, Step::Paper, Step::AskStaff}},
    {"UK-P041"_L1, {Step::Paper, Step::TryAgain, Step::AskStaff}},
    {"UK-A022"_L1, {Step::LayForConsent, Step::Paper, Step::AskStaff}},
    {"UK-A023"_L1, {Step::LayForConsent, Step::Paper, Step::AskStaff}},
    {"UK-A024"_L1, {Step::LayForConsent, Step::Paper, Step::AskStaff}},
    {"UK-A025"_L1, {Step::LayForRegistration, Step::ConsentAfterwards, Step::Paper}},
};
constexpr std::array otherwise{Step::TakeCard, Step::Paper, Step::AskStaff};

NextStep words(Step step)
{
    switch (step) {
    case Step::TakeCard:
        return {QCoreApplication::translate("uk::NextSteps", "カードをお取りください"),
                QCoreApplication::translate("uk::NextSteps", "このあとの受付に、このカードは使いません。")};
    case Step::LayMyNumberCard:
        return {QCoreApplication::translate("uk::NextSteps", "マイナンバーカードを置いてください"),
                QCoreApplication::translate("uk::NextSteps", "ケースから出して、カード1枚だけを平らに置きます。")};
    case Step::LayAgain:
        return {QCoreApplication::translate("uk::NextSteps", "カードを取り、もう一度置いてください"),
                QCoreApplication::translate("uk::NextSteps", "ケースから出して、終わるまで動かさずに置きます。")};
    case Step::Paper:
        return {QCoreApplication::translate("uk::NextSteps", "きょうは、紙の予診票で受付できます"),
                QCoreApplication::translate("uk::NextSteps", "受付の順番は変わりません。職員が用紙をお渡しします。")};
    case Step::PinAtCityHall:
        return {QCoreApplication::translate("uk::NextSteps", "後日、お住まいの市区町村の窓口へ"),
                QCoreApplication::translate("uk::NextSteps", "カードをお持ちになり、暗証番号についてご相談ください。")};
    case Step::RenewAtCityHall:
        return {QCoreApplication::translate("uk::NextSteps", "後日、お住まいの市区町村の窓口へ"),
                QCoreApplication::translate("uk::NextSteps", "カードをお持ちになり、電子証明書の更新をしてください。")};
    case Step::Register:
        return {QCoreApplication::translate("uk::NextSteps", "「登録の画面を開く」を押してください"),
                QCoreApplication::translate("uk::NextSteps", "案内にそって、カードでご本人を確かめます。")};
    case Step::LayForRegistration:
        return {QCoreApplication::translate("uk::NextSteps", "カードを置き、「登録の画面を開く」を押す"),
                QCoreApplication::translate("uk::NextSteps", "案内にそって、カードでご本人を確かめます。")};
    case Step::LayForConsent:
        return {QCoreApplication::translate("uk::NextSteps", "カードを置き、「もう一度ためす」を押してください"),
                QCoreApplication::translate("uk::NextSteps", "続けてよいかどうかを、もう一度おたずねします。")};
    case Step::ConsentAfterwards:
        return {QCoreApplication::translate("uk::NextSteps", "登録のあと、連携の手続きが続きます"),
                QCoreApplication::translate("uk::NextSteps", "同意の画面が自動で開きます。カードは置いたままで。")};
    case Step::TryAgain:
        return {QCoreApplication::translate("uk::NextSteps", "もう一度はじめられます"),
                QCoreApplication::translate("uk::NextSteps", "カードは置いたままで、画面のボタンを押してください。")};
    case Step::RegisterAtHome:
        return {QCoreApplication::translate("uk::NextSteps", "登録は、ご自宅でもできます"),
                QCoreApplication::translate("uk::NextSteps", "スマートフォンなどで、一度だけ登録をします。")};
    case Step::ComeAgain:
        return {QCoreApplication::translate("uk::NextSteps", "登録は、次の機会にできます"),
                QCoreApplication::translate("uk::NextSteps", "ご自宅などのマイナポータルで登録することもできます。")};
    case Step::AskStaff: break;
    }
    return {QCoreApplication::translate("uk::NextSteps", "わからないときは、職員をお呼びください"),
            QCoreApplication::translate("uk::NextSteps", "下の「職員を呼ぶ」を押すと、職員がまいります。")};
}

} // namespace

QList<NextStep> nextStepsFor(const QString &code)
{
    std::array<Step, 3> steps = otherwise;
    for (const CodeSteps &row : table) {
        if (code == row.code)
            steps = row.steps;
    }
    QList<NextStep> result;
    for (const Step step : steps)
        result.append(words(step));
    return result;
}

} // namespace uk
