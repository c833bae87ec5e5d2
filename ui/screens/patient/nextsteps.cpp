// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/nextsteps.h"

#include <QCoreApplication>

#include <array>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

enum class Step {
    None, TakeCard, TakePhone, TakeAllCards, TakeOutOfCase, LayMyNumberCard, LayOneCard, LayFlat, LayAgain, HoldStill,
    Wait, Paper, BackByItself, GoOn, PinAtCityHall, PinForNameAtCityHall, NameAloud, AskAtCityHall, RenewAtCityHall, RenewInTime, CheckAtCityHall, OwnCard, AskStaff,
    Register, ConsentAfterwards, LayForRegistration, LayForConsent, TryAgain, RegisterAtHome, ComeAgain
};

/// Whose matter it is, said above the title.
enum class Matter { Visit, Card, Laying, Place, Nothing };

using Scene = CardPicture::Scene;

struct Row
{
    QLatin1StringView code;
    std::array<Step, 3> steps;
    Matter matter = Matter::Visit;
    CardAction action = CardAction::Paper;
    Scene scene = Scene::Problem;
};

constexpr Row table[] = {
    {"UK-C001"_L1, {Step::Paper, Step::BackByItself, Step::AskStaff}, Matter::Place, CardAction::PaperOnly, Scene::Problem},
    {"UK-C002"_L1, {Step::Paper, Step::BackByItself, Step::AskStaff}, Matter::Place, CardAction::PaperOnly, Scene::Problem},
    {"UK-C003"_L1, {Step::Wait, Step::LayAgain, Step::AskStaff}, Matter::Place, CardAction::LayAgain, Scene::Reading},
    {"UK-C004"_L1, {Step::LayAgain, Step::HoldStill, Step::AskStaff}, Matter::Laying, CardAction::LayAgain, Scene::LayCard},
    {"UK-C011"_L1, {Step::LayAgain, Step::HoldStill, Step::AskStaff}, Matter::Laying, CardAction::LayAgain, Scene::LayCard},
    {"UK-C012"_L1, {Step::TakeOutOfCase, Step::LayFlat, Step::HoldStill}, Matter::Laying, CardAction::LayAgain, Scene::LayCard},
    {"UK-C013"_L1, {Step::TakeAllCards, Step::OwnCard, Step::AskStaff}, Matter::Laying, CardAction::LayAgain, Scene::LayCard},
    {"UK-C014"_L1, {Step::LayAgain, Step::HoldStill, Step::AskStaff}, Matter::Laying, CardAction::LayAgain, Scene::LayCard},
    {"UK-C015"_L1, {Step::TakeAllCards, Step::LayOneCard, Step::AskStaff}, Matter::Laying, CardAction::LayAgain, Scene::LayCard},
    {"UK-C021"_L1, {Step::TakeCard, Step::LayMyNumberCard, Step::Paper}, Matter::Laying, CardAction::LayAgain, Scene::LayCard},
    {"UK-C022"_L1, {Step::TakePhone, Step::LayMyNumberCard, Step::Paper}, Matter::Laying, CardAction::LayAgain, Scene::LayCard},
    {"UK-C034"_L1, {Step::LayAgain, Step::HoldStill, Step::AskStaff}, Matter::Laying, CardAction::LayAgain, Scene::LayCard},
    {"UK-C041"_L1, {Step::TakeCard, Step::Paper, Step::PinAtCityHall}, Matter::Card, CardAction::Paper, Scene::Locked},
    {"UK-C042"_L1, {Step::TakeCard, Step::Paper, Step::AskAtCityHall}, Matter::Card, CardAction::Paper, Scene::Locked},
    {"UK-C051"_L1, {Step::TakeCard, Step::Paper, Step::RenewAtCityHall}, Matter::Card},
    {"UK-C052"_L1, {Step::TakeCard, Step::Paper, Step::AskStaff}, Matter::Card},
    {"UK-C053"_L1, {Step::TakeCard, Step::Paper, Step::AskStaff}, Matter::Card},
    {"UK-C054"_L1, {Step::TakeCard, Step::Paper, Step::AskStaff}, Matter::Place, CardAction::PaperOnly, Scene::Problem},
    {"UK-C055"_L1, {Step::TakeCard, Step::Paper, Step::CheckAtCityHall}, Matter::Card},
    {"UK-C056"_L1, {Step::TakeCard, Step::Paper, Step::AskStaff}, Matter::Card},
    {"UK-C057"_L1, {Step::GoOn, Step::RenewInTime, Step::None}, Matter::Nothing, CardAction::GoOn, Scene::CardOnly},
    {"UK-C061"_L1, {Step::GoOn, Step::NameAloud, Step::None}, Matter::Nothing, CardAction::GoOn, Scene::CardOnly},
    {"UK-C062"_L1, {Step::TakeCard, Step::OwnCard, Step::AskStaff}, Matter::Laying, CardAction::LayAgain, Scene::LayCard},
    {"UK-C063"_L1, {Step::GoOn, Step::PinForNameAtCityHall, Step::None}, Matter::Nothing, CardAction::GoOn, Scene::Locked},
    {"UK-C071"_L1, {Step::TakeCard, Step::Paper, Step::AskStaff}, Matter::Place, CardAction::Paper, Scene::Problem},
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
constexpr Row otherwise{{}, {Step::TakeCard, Step::Paper, Step::AskStaff}};

struct StepWords
{
    Step step;
    const char *title, *text;
};

constexpr StepWords stepWords[] = {
    {Step::TakeCard, QT_TRANSLATE_NOOP("uk::NextSteps", "カードをお取りください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "お忘れにならないよう、先にお取りください。")},
    {Step::TakePhone, QT_TRANSLATE_NOOP("uk::NextSteps", "スマートフォンをお取りください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "お忘れにならないよう、先にお取りください。")},
    {Step::TakeAllCards, QT_TRANSLATE_NOOP("uk::NextSteps", "置いてあるカードを、全部お取りください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "読み取り機に何も置いていない状態にします。")},
    {Step::TakeOutOfCase, QT_TRANSLATE_NOOP("uk::NextSteps", "カードをケースから出してください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "お財布やスマートフォンは、読み取り機から離します。")},
    {Step::LayMyNumberCard, QT_TRANSLATE_NOOP("uk::NextSteps", "マイナンバーカードを置いてください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "ケースから出して、カード1枚だけを平らに置きます。")},
    {Step::LayOneCard, QT_TRANSLATE_NOOP("uk::NextSteps", "受付する方のカードを、1枚だけ置いてください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "ほかの方のカードは、そのあとで1枚ずつ置きます。")},
    {Step::LayFlat, QT_TRANSLATE_NOOP("uk::NextSteps", "向きを確かめて、1枚だけを置いてください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "ほかのカードと重ねずに、平らに置きます。")},
    {Step::LayAgain, QT_TRANSLATE_NOOP("uk::NextSteps", "カードを取り、もう一度置いてください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "ケースから出して、カード1枚だけを平らに置きます。")},
    {Step::HoldStill, QT_TRANSLATE_NOOP("uk::NextSteps", "画面が変わるまで、動かさずにお待ちください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "読み取りには、数秒かかります。")},
    {Step::Wait, QT_TRANSLATE_NOOP("uk::NextSteps", "カードを置いたまま、少しお待ちください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "30秒たったら「もう一度ためす」を押してください。")},
    {Step::Paper, QT_TRANSLATE_NOOP("uk::NextSteps", "きょうは、紙の予診票で受付できます"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "受付の順番は変わりません。職員が用紙をお渡しします。")},
    {Step::BackByItself, QT_TRANSLATE_NOOP("uk::NextSteps", "直ると、またカードで受付できます"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "カードを置くだけで始まります。ボタンは要りません。")},
    {Step::GoOn, QT_TRANSLATE_NOOP("uk::NextSteps", "きょうは、このまま受付できます"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "カードは置いたまま、「続ける」を押してください。")},
    {Step::PinAtCityHall, QT_TRANSLATE_NOOP("uk::NextSteps", "後日、住民票のある市区町村の窓口へ"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "このカードと、運転免許証などの身分証明書をお持ちになり、「暗証番号の再設定」とお伝えください。")},
    {Step::PinForNameAtCityHall, QT_TRANSLATE_NOOP("uk::NextSteps", "後日、住民票のある市区町村の窓口へ"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "このカードと、運転免許証などの身分証明書をお持ちになり、「暗証番号の再設定」とお伝えください。急ぐ必要はありません。")},
    {Step::NameAloud, QT_TRANSLATE_NOOP("uk::NextSteps", "あとで、職員がお名前をうかがいます"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "お名前と生年月日を、声に出して確かめます。")},
    {Step::AskAtCityHall, QT_TRANSLATE_NOOP("uk::NextSteps", "使いたい方は、住民票のある市区町村の窓口へ"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "カードと、運転免許証などの身分証明書をお持ちください。")},
    {Step::RenewAtCityHall, QT_TRANSLATE_NOOP("uk::NextSteps", "後日、住民票のある市区町村の窓口へ"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "カードを持って、「電子証明書の更新」とお伝えください。")},
    {Step::RenewInTime, QT_TRANSLATE_NOOP("uk::NextSteps", "期限までに、住民票のある市区町村の窓口へ"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "このカードをお持ちになり、「電子証明書の更新」とお伝えください。暗証番号を使います。")},
    {Step::CheckAtCityHall, QT_TRANSLATE_NOOP("uk::NextSteps", "後日、住民票のある市区町村の窓口へ"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "このカードをお持ちになり、電子証明書を確かめてもらってください。")},
    {Step::OwnCard, QT_TRANSLATE_NOOP("uk::NextSteps", "きょう受付する方のカードを置いてください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "お子さまの受付には、お子さまのカードを置きます。")},
    {Step::Register, QT_TRANSLATE_NOOP("uk::NextSteps", "「登録の画面を開く」を押してください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "案内にそって、カードでご本人を確かめます。")},
    {Step::LayForRegistration, QT_TRANSLATE_NOOP("uk::NextSteps", "カードを置き、「登録の画面を開く」を押す"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "案内にそって、カードでご本人を確かめます。")},
    {Step::LayForConsent, QT_TRANSLATE_NOOP("uk::NextSteps", "カードを置き、「もう一度ためす」を押してください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "続けてよいかどうかを、もう一度おたずねします。")},
    {Step::ConsentAfterwards, QT_TRANSLATE_NOOP("uk::NextSteps", "登録のあと、連携の手続きが続きます"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "同意の画面が自動で開きます。カードは置いたままで。")},
    {Step::TryAgain, QT_TRANSLATE_NOOP("uk::NextSteps", "もう一度はじめられます"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "カードは置いたままで、画面のボタンを押してください。")},
    {Step::RegisterAtHome, QT_TRANSLATE_NOOP("uk::NextSteps", "登録は、ご自宅でもできます"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "スマートフォンなどで、一度だけ登録をします。")},
    {Step::ComeAgain, QT_TRANSLATE_NOOP("uk::NextSteps", "登録は、次の機会にできます"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "ご自宅などのマイナポータルで登録することもできます。")},
    {Step::AskStaff, QT_TRANSLATE_NOOP("uk::NextSteps", "わからないときは、職員をお呼びください"),
     QT_TRANSLATE_NOOP("uk::NextSteps", "下の「職員を呼ぶ」を押すと、職員がまいります。")},
};

QString words(const char *text)
{
    return QCoreApplication::translate("uk::NextSteps", text);
}

QString stateOf(const Row &row)
{
    switch (row.matter) {
    case Matter::Visit: return words(QT_TRANSLATE_NOOP("uk::NextSteps", "このままでは続けられません"));
    case Matter::Card: return words(QT_TRANSLATE_NOOP("uk::NextSteps", "きょうは、このカードでは続けられません"));
    case Matter::Laying: return words(QT_TRANSLATE_NOOP("uk::NextSteps", "カードを置きなおしてください"));
    case Matter::Place: return words(QT_TRANSLATE_NOOP("uk::NextSteps", "カードの問題ではありません"));
    case Matter::Nothing: break;
    }
    return words(QT_TRANSLATE_NOOP("uk::NextSteps", "このまま受付できます"));
}

} // namespace

CardReason cardReason(const QString &code)
{
    const Row *found = &otherwise;
    for (const Row &row : table)
        if (code == row.code)
            found = &row;
    CardReason reason{found->action, found->scene, stateOf(*found), {}};
    for (const Step step : found->steps)
        for (const StepWords &candidate : stepWords)
            if (candidate.step == step)
                reason.steps.append({words(candidate.title), words(candidate.text)});
    return reason;
}

QList<QString> cardReasonCodes()
{
    QList<QString> codes;
    for (const Row &row : table)
        codes.append(row.code);
    return codes;
}

} // namespace uk
