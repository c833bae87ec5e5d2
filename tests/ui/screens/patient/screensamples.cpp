// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/patient/screensamples.h"

#include "ui/screens/patient/cardcheckscreen.h"
#include "ui/screens/patient/choosepersonscreen.h"
#include "ui/screens/patient/closingscreens.h"
#include "ui/screens/patient/consentscreen.h"
#include "ui/screens/patient/idlescreen.h"
#include "ui/screens/patient/linkingscreen.h"
#include "ui/screens/patient/pinscreen.h"

namespace uk::samples {
namespace {

using namespace Qt::StringLiterals;

template<class Screen, class Prepare>
Sample sample(const char *name, Prepare prepare)
{
    return {name, [prepare]() -> std::unique_ptr<PatientScreen> {
                auto screen = std::make_unique<Screen>();
                screen->setOperator(u"あおば台クリニック（医療法人社団 見本会）"_s, u"お問い合わせ 内線 000"_s);
                screen->setTraining(true);
                prepare(*screen);
                return screen;
            }};
}

void prepareIdle(IdleScreen &screen)
{
    screen.setOperatorText(u"あおば台クリニック（医療法人社団 見本会）"_s, u"お問い合わせ 内線 000"_s,
                           u"マイナンバーカードで、予診票・問診票の受付をします。"_s);
}

QList<TrayResident> residents()
{
    return {{u"minori"_s, u"吉﨑 みのり"_s, u"1歳・同じ日に4つ"_s},      {u"futago1"_s, u"見本 ひなた"_s, u"双子の姉・7か月"_s},
            {u"futago2"_s, u"見本 ひかり"_s, u"双子の妹・7か月"_s},      {u"ninpu"_s, u"架空 さくら"_s, u"妊婦"_s},
            {u"hpv"_s, u"練習 あおい"_s, u"HPVワクチンの年齢"_s},        {u"senior"_s, u"試験 一郎"_s, u"65歳以上"_s},
            {u"nanbyo"_s, u"例文 花子"_s, u"難病・医療費助成"_s},        {u"gaiji"_s, u"𠮷田 葛男"_s, u"表にない字の名前"_s},
            {u"moved"_s, u"転出 つばさ"_s, u"引っ越した子"_s},           {u"locked"_s, u"錠前 守"_s, u"暗証番号ロック"_s},
            {u"face"_s, u"顔見 認"_s, u"顔認証カード"_s},                {u"expired"_s, u"期限 切子"_s, u"証明書の期限切れ"_s}};
}

ConsentText consent()
{
    return {u"あおば台クリニック（医療法人社団 見本会）"_s, u"予防接種の予診と、接種の記録の確認"_s,
            {u"予防接種の記録"_s, u"予診票の回答"_s, u"お名前・フリガナ・生年月日・性別・住所"_s}, u"きょうの受付が終わるまで"_s};
}

} // namespace

const std::vector<Sample> &all()
{
    static const std::vector<Sample> samples{
        sample<IdleScreen>("idle", [](IdleScreen &s) {
            prepareIdle(s);
            s.setTraining(false);
            s.setPlannedStop(u"11月21日（土）・22日（日）は「はじめての利用登録」ができません。"_s, u"登録がすんでいる方は、いつもどおり使えます。"_s);
        }),
        sample<IdleScreen>("idle-closed", [](IdleScreen &s) {
            prepareIdle(s);
            s.setPlannedStop(u"いま、カードでの受付を休止しています"_s,
                             u"11月23日6時00分ごろまで止まる予定です。紙の予診票をお渡しします。受付の職員にお声がけください。"_s, true);
        }),
        sample<IdleScreen>("idle-training", [](IdleScreen &s) { prepareIdle(s); s.setResidents(residents()); }),
        sample<IdleScreen>("idle-noreader", [](IdleScreen &s) { prepareIdle(s); s.setReaderState(ReaderState::NoReader); }),
        sample<IdleScreen>("idle-cardpresent", [](IdleScreen &s) {
            prepareIdle(s);
            s.setResidents(residents());
            s.setReaderState(ReaderState::CardPresent);
            s.setStaffCalled(true);
        }),
        sample<CardCheckScreen>("cardcheck-checking", [](CardCheckScreen &s) { s.showChecking(); }),
        sample<CardCheckScreen>("cardcheck-locked", [](CardCheckScreen &s) { s.showProblem(errorText(ErrorCode::PinBlocked)); }),
        sample<CardCheckScreen>("cardcheck-mute", [](CardCheckScreen &s) { s.showProblem(errorText(ErrorCode::CardMute)); }),
        sample<CardCheckScreen>("cardcheck-childcard", [](CardCheckScreen &s) { s.showProblem(errorText(ErrorCode::PinBlockedWithoutSignature)); }),
        sample<CardCheckScreen>("cardcheck-register", [](CardCheckScreen &s) {
            s.showProblem(errorText(ErrorCode::RegistrationRequired), CardCheckScreen::Again::Registration);
        }),
        sample<CardCheckScreen>("cardcheck-registeragain", [](CardCheckScreen &s) {
            s.showProblem(errorText(ErrorCode::UserNotRegistered), CardCheckScreen::Again::Registration);
        }),
        sample<CardCheckScreen>("cardcheck-registrationstopped", [](CardCheckScreen &s) {
            s.showProblem(errorText(ErrorCode::RegistrationUnavailable), CardCheckScreen::Again::Registration);
        }),
        sample<CardCheckScreen>("cardcheck-registrationexpired", [](CardCheckScreen &s) {
            s.showProblem(errorText(ErrorCode::RegistrationCertificateExpired), CardCheckScreen::Again::Registration);
        }),
        sample<CardCheckScreen>("cardcheck-registrationrefused", [](CardCheckScreen &s) {
            s.showProblem(errorText(ErrorCode::RegistrationRefused), CardCheckScreen::Again::Registration);
        }),
        sample<CardCheckScreen>("cardcheck-notoffered", [](CardCheckScreen &s) { s.showProblem(errorText(ErrorCode::RegistrationNotOffered)); }),
        sample<CardCheckScreen>("cardcheck-consentagain", [](CardCheckScreen &s) { s.showProblem(errorText(ErrorCode::ScopeNotConsented)); }),
        sample<CardCheckScreen>("cardcheck-credentials", [](CardCheckScreen &s) { s.showProblem(errorText(ErrorCode::ClientCredentialsUnusable)); }),
        sample<PinScreen>("pin", [](PinScreen &s) { s.start(PinScreen::Pin::UserAuthentication, 3); }),
        sample<PinScreen>("pin-wrong", [](PinScreen &s) { s.start(PinScreen::Pin::BasicInfoInput, 2, true); }),
        sample<PinScreen>("pin-last", [](PinScreen &s) { s.start(PinScreen::Pin::UserAuthentication, 1, true); }),
        sample<ConsentScreen>("consent", [](ConsentScreen &s) { s.setConsent(consent()); }),
        sample<LinkingScreen>("linking", [](LinkingScreen &) {}),
        sample<LinkingScreen>("linking-registration", [](LinkingScreen &s) { s.setErrand(LinkingScreen::Errand::Registration); }),
        sample<LinkingScreen>("linking-desktop", [](LinkingScreen &s) { s.setBrowserRemains(true); }),
        sample<ChoosePersonScreen>("choose", [](ChoosePersonScreen &) {}),
        sample<TakeCardScreen>("takecard", [](TakeCardScreen &) {}),
        sample<TakeCardScreen>("takecard-desktop", [](TakeCardScreen &s) { s.setBrowserRemains(true); }),
        sample<TakeCardScreen>("takecard-overdue", [](TakeCardScreen &s) { s.setOverdue(true); s.setGoesOn(false); }),
        sample<CurtainScreen>("curtain", [](CurtainScreen &) {}),
        sample<EndScreen>("end", [](EndScreen &s) { s.setNextText(u"待合でお待ちください。"_s); }),
    };
    return samples;
}

} // namespace uk::samples
