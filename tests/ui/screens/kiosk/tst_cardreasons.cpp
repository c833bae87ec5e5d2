// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/errortable.h"
#include "tests/ui/screens/kiosk/visitrig.h"
#include "tests/ui/screens/patient/clipping.h"
#include "ui/screens/patient/cardcheckscreen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QTest>

#include <algorithm>

using namespace uk;
using namespace uktest;
using namespace Qt::StringLiterals;

namespace {

/// Words that nobody at the counter has to know. 電子証明書 and 暗証番号 are what the office and its letters call them.
const QStringList jargon{u"閉塞"_s, u"JPKI"_s, u"PIN"_s,    u"PC/SC"_s, u"ATR"_s, u"API"_s,   u"エラー"_s, u"ルート"_s,
                         u"署名"_s, u"検証"_s, u"失効"_s,   u"券面"_s,  u"USB"_s, u"利用者証明"_s, u"サーバー"_s, u"認証局"_s};

ErrorCode codeOf(const QString &publicText)
{
#define UK_CODE(number, name) {QStringLiteral("UK-" #number), ErrorCode::name},
    static const QHash<QString, ErrorCode> codes{UKETSUKE_ERROR_CODES(UK_CODE)};
#undef UK_CODE
    return codes.value(publicText, ErrorCode::Internal);
}

/// The words of the reason, with a day where they want one.
ErrorText wordsOf(const QString &code)
{
    return errorText(Error{codeOf(code), {}, {u"2026-12-01"_s}});
}

void save(QWidget &screen, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES"); !folder.isEmpty() && QDir().mkpath(folder))
        screen.grab().save(folder + u'/' + name + u".png"_s);
}

} // namespace

/// Each reason why a card cannot go on: its words, its screen for the patient and for staff, and the way to it with the
/// software card. With UKETSUKE_PICTURES=FOLDER it leaves a picture of every one.
class CardReasonsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { theme::apply(*qApp, theme::Mode::Light); }
    void everyReason_fitsDisplayTextSizeAndLanguage_data();
    void everyReason_fitsDisplayTextSizeAndLanguage();
    void everyReason_speaksPlainlyAndTellsStaffThePaperRoute();
    void card_leadsToItsReason_data();
    void card_leadsToItsReason();
    void missingReader_isToldUntilItIsBack_data();
    void missingReader_isToldUntilItIsBack();
    void cardThatExpiresSoon_isToldOnceAndGoesOn_data();
    void cardThatExpiresSoon_isToldOnceAndGoesOn();
    void oneTryLeft_asksFirstAndTellsStaff();
    void nextGenerationCard_goesThroughTheWholeVisit();
    void pinForTheNameLockedOnTheWay_isToldAndTheVisitGoesOn();
    void retryWithoutACard_leadsToTheFirstScreen();
};

void CardReasonsTest::everyReason_fitsDisplayTextSizeAndLanguage_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QString>("language");
    for (const QString &code : cardReasonCodes())
        for (const QSize size : {QSize(1366, 768), QSize(1080, 1920)})
            for (const int percent : {100, 200})
                for (const QString &language : {u"ja"_s, u"en"_s})
                    QTest::addRow("%s-%s-%dx%d-%d", qPrintable(code), qPrintable(language), size.width(), size.height(), percent)
                        << code << size << percent << language;
    for (const QString &code : cardReasonCodes().filter(u"UK-C"_s)) // the lowest display
        for (const QString &language : {u"ja"_s, u"en"_s})
            QTest::addRow("%s-%s-1280x720-100", qPrintable(code), qPrintable(language)) << code << QSize(1280, 720) << 100 << language;
}

void CardReasonsTest::everyReason_fitsDisplayTextSizeAndLanguage()
{
    QFETCH(QString, code);
    QFETCH(QSize, size);
    QFETCH(int, percent);
    QFETCH(QString, language);
    Language spoken;
    QVERIFY(spoken.set(language));
    theme::apply(*qApp, theme::Mode::Light, percent / 100.0);
    CardCheckScreen screen;
    screen.setOperator(u"あおば台クリニック（医療法人社団 見本会）"_s, u"お問い合わせ 内線 000"_s);
    screen.setTraining(true);
    screen.resize(size);
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
    const ErrorText words = wordsOf(code);
    screen.showProblem(words);
    const auto text = [&](const char *name) { return screen.findChild<Label *>(QString::fromLatin1(name))->text(); };
    QCOMPARE(text("cardcheck.title"), words.title);
    QCOMPARE(text("cardcheck.why"), words.patient);
    QVERIFY(!words.patient.contains(u'%') && !words.patient.contains(u"2026-12-01"_s));
    const auto shownSteps = [&screen] {
        const auto steps = screen.findChildren<NumberedStep *>();
        return qsizetype(std::ranges::count_if(steps, &QWidget::isVisible));
    };
    QTRY_COMPARE(shownSteps(), cardReason(code).steps.size());
    QTRY_COMPARE(clippedText(screen), QString()); // sizes follow in a second turn
    // At the usual size everything that a patient has to read is in view.
    if (const auto *more = screen.findChild<QAbstractButton *>(u"cardcheck.more"_s); more && percent == 100)
        QTRY_VERIFY(!more->isVisible());
    auto *staffNote = screen.findChild<QAbstractButton *>(u"cardcheck.staffNote"_s);
    auto *shownCode = screen.findChild<Label *>(u"cardcheck.code"_s);
    save(screen, QString::fromLatin1(QTest::currentDataTag()) + u"-patient"_s);
    if (!shownCode->isVisible()) {
        QVERIFY(staffNote->isVisible());
        staffNote->click();
        QTRY_COMPARE(clippedText(screen), QString());
        save(screen, QString::fromLatin1(QTest::currentDataTag()) + u"-staff"_s);
    }
    QVERIFY(shownCode->isVisible());
    QCOMPARE(shownCode->text(), code);
    QCOMPARE(text("cardcheck.staffText"), words.staff);
    QVERIFY(text("cardcheck.cause").contains(words.it));
}

void CardReasonsTest::everyReason_speaksPlainlyAndTellsStaffThePaperRoute()
{
    QStringList patientWords;
    for (const QString &code : cardReasonCodes()) {
        const ErrorText words = wordsOf(code);
        QCOMPARE(words.code, code);
        QString shown = words.title + words.patient;
        for (const NextStep &step : cardReason(code).steps)
            shown += step.title + step.text;
        for (const QString &word : jargon)
            QVERIFY2(!shown.contains(word), qPrintable(code + u' ' + word));
        QVERIFY2(words.staff.contains(u'紙') || !code.startsWith("UK-C"_L1), qPrintable(code));
        QVERIFY2(!patientWords.contains(words.patient) || !code.startsWith("UK-C"_L1) || code == "UK-C014"_L1 || code == "UK-C004"_L1, qPrintable(code));
        patientWords.append(words.patient);
    }
    // What the office has to be asked for, and what to bring, stands where the office is the way out.
    for (const QString &code : {u"UK-C041"_s, u"UK-C042"_s, u"UK-C051"_s, u"UK-C057"_s, u"UK-C063"_s}) {
        QString steps;
        for (const NextStep &step : cardReason(code).steps)
            steps += step.title + step.text;
        QVERIFY2(steps.contains(u"市区町村"_s) && steps.contains(u"住民票"_s) && steps.contains(u"カード"_s), qPrintable(code));
    }
    // Three possibilities are named, none is claimed.
    const ErrorText blocked = wordsOf(u"UK-C042"_s);
    for (const QString &text : {blocked.patient, blocked.staff})
        for (const QString &possibility : {u"顔認証"_s, u"お子さま"_s, u"ロックされた"_s})
            QVERIFY(text.contains(possibility));
    QVERIFY(blocked.patient.contains(u"ようです"_s) && blocked.staff.contains(u"可能性"_s));
}

void CardReasonsTest::card_leadsToItsReason_data()
{
    QTest::addColumn<QStringList>("variants");
    QTest::addColumn<bool>("hasRoots");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QStringList &variants, ErrorCode code, bool hasRoots = true) {
        QTest::newRow(name) << variants << hasRoots << int(code);
    };
    row("other card", {u"not-my-number-card"_s}, ErrorCode::NotMyNumberCard);
    row("Android", {u"android"_s}, ErrorCode::PhoneToken);
    row("iPhone", {u"iphone"_s}, ErrorCode::PhoneToken);
    row("PIN locked", {u"auth-pin-blocked"_s}, ErrorCode::PinBlocked);
    row("face authentication card", {u"face-authentication"_s}, ErrorCode::PinBlockedWithoutSignature);
    row("child's card, locked", {u"auth-pin-blocked"_s, u"no-sign-certificate"_s}, ErrorCode::PinBlockedWithoutSignature);
    row("expired", {u"expired"_s}, ErrorCode::CertificateExpired);
    row("not yet valid", {u"not-yet-valid"_s}, ErrorCode::CertificateNotYetValid);
    row("unknown issuer", {u"wrong-ca"_s}, ErrorCode::CertificateUnknownIssuer);
    row("root ended", {u"ca-1"_s}, ErrorCode::CertificateUnknownIssuer);
    row("roots not installed", {}, ErrorCode::RootsNotInstalled, false);
    row("mute", {u"mute"_s}, ErrorCode::CardMute);
    row("unreadable certificate", {u"corrupt-length"_s}, ErrorCode::CardAnswerUnreadable);
}

void CardReasonsTest::card_leadsToItsReason()
{
    QFETCH(QStringList, variants);
    QFETCH(bool, hasRoots);
    QFETCH(int, code);
    VisitRig rig({1366, 768}, u"ja"_s, {.hasRoots = hasRoots});
    QVERIFY(rig.isReady());
    rig.layChanged(u"katsuragi"_s, [&](CardPerson &card) { card.variants = variants; });
    QTRY_VERIFY_WITH_TIMEOUT(rig.flow().shownError() && rig.flow().screenName() == "cardCheck"_L1, 20000);
    QCOMPARE(int(rig.flow().shownError()->code), code);
    QCOMPARE(rig.text(u"cardcheck.title"_s), errorText(ErrorCode(code)).title);
    QVERIFY(!rig.text(u"cardcheck.why"_s).contains(u'%'));
    QCOMPARE(rig.slot().verifyCount(), 0);
    QCOMPARE(rig.look(u"reason-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')), QString());
    // Staff are told whose end it is: that of the root on this machine, not of the person's certificate.
    const QString forStaff = rig.flow().findChild<Label *>(u"cardcheck.staffText"_s)->text();
    QCOMPARE(forStaff.contains(u"ルート証明書で、期限は"_s), variants.contains(u"ca-1"_s));
    // The next card is taken as if nothing had been.
    rig.takeCardAway();
    QTRY_VERIFY(!rig.slot().hasCard());
    if (!hasRoots)
        return;
    rig.layChanged(u"katsuragi"_s, [](CardPerson &) {});
    QVERIFY(rig.waitFor(u"pin"_s));
    QVERIFY(!rig.flow().shownError());
}

void CardReasonsTest::missingReader_isToldUntilItIsBack_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("reader unplugged") << int(ErrorCode::NoReader);
    QTest::newRow("service stopped") << int(ErrorCode::CardServiceMissing);
}

void CardReasonsTest::missingReader_isToldUntilItIsBack()
{
    QFETCH(int, code);
    const auto switchOn = [&](VisitRig &rig, bool isOn) {
        code == int(ErrorCode::NoReader) ? rig.slot().setPluggedIn(isOn) : rig.slot().setServiceRunning(isOn);
    };
    VisitRig rig;
    QVERIFY(rig.isReady() && rig.waitFor(u"idle"_s));
    switchOn(rig, false);
    QVERIFY(rig.waitFor(u"cardCheck"_s));
    QVERIFY(rig.flow().shownError() && int(rig.flow().shownError()->code) == code);
    QCOMPARE(rig.look(u"reason-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')), QString());
    // The first screen, with its languages and the way without a card, can be had all the same.
    QVERIFY(rig.click(u"cardcheck.end"_s) && rig.waitFor(u"idle"_s));
    switchOn(rig, true);
    QTRY_VERIFY(rig.text(u"idle.call"_s).contains(u"カードを置いてください"_s));
    switchOn(rig, false);
    QVERIFY(rig.waitFor(u"cardCheck"_s));
    switchOn(rig, true);
    QVERIFY(rig.waitFor(u"idle"_s));
    QVERIFY(!rig.flow().shownError());
    QCOMPARE(rig.visit().state(), VisitState::Idle);
}

void CardReasonsTest::cardThatExpiresSoon_isToldOnceAndGoesOn_data()
{
    QTest::addColumn<bool>("asksPin");
    QTest::newRow("before the PIN") << true;
    QTest::newRow("before the consent, PIN left to the portal") << false;
}

void CardReasonsTest::cardThatExpiresSoon_isToldOnceAndGoesOn()
{
    QFETCH(bool, asksPin);
    VisitRig rig({1366, 768}, u"ja"_s, {.asksPin = asksPin});
    rig.layChanged(u"katsuragi"_s, [](CardPerson &card) { card.variants = {u"expires-soon"_s}; });
    QTRY_VERIFY_WITH_TIMEOUT(InputDriver::find(u"cardcheck.goOn"_s), 20000);
    QVERIFY(!rig.flow().shownError()); // nothing is wrong
    QVERIFY(rig.wholeText().contains(u"UK-C057"_s));
    QVERIFY(rig.text(u"cardcheck.why"_s).contains(u"令和"_s) && !rig.text(u"cardcheck.why"_s).contains(u'%'));
    QVERIFY(!InputDriver::find(u"cardcheck.paper"_s));
    QCOMPARE(rig.look(u"reason-expires-soon"_s), QString());
    QVERIFY(rig.click(u"cardcheck.goOn"_s));
    if (asksPin) {
        QVERIFY(rig.waitFor(u"pin"_s) && rig.typePin(u"9999"_s));
        QTRY_VERIFY(rig.text(u"pin.tries"_s).contains(u"あと2回"_s)); // not told again
        QVERIFY(rig.typePin(u"1234"_s) && rig.waitFor(u"choosePerson"_s) && rig.click(u"choose.skip"_s));
    }
    QVERIFY(rig.waitFor(u"consent"_s));
}

void CardReasonsTest::oneTryLeft_asksFirstAndTellsStaff()
{
    for (const QSize size : {QSize(1366, 768), QSize(1080, 1920)}) {
        VisitRig rig(size);
        rig.layChanged(u"katsuragi"_s, [](CardPerson &card) { card.variants = {u"one-try-left"_s}; });
        QVERIFY(rig.waitFor(u"pin"_s));
        QVERIFY(InputDriver::find(u"pin.lastTryYes"_s) && !InputDriver::find(u"pin.enter"_s));
        QVERIFY(rig.text(u"pin.forStaff"_s).contains(publicCode(ErrorCode::PinLastTry)));
        QVERIFY(rig.text(u"pin.forStaff"_s).contains(u'紙'));
        QVERIFY(rig.text(u"pin.which"_s).contains(u"住民票のある市区町村"_s));
        QCOMPARE(rig.look(u"reason-one-try-left"_s), QString());
        QVERIFY(rig.click(u"pin.lastTryYes"_s) && rig.typePin(u"1234"_s) && rig.waitFor(u"choosePerson"_s));
        QCOMPARE(rig.slot().verifyCount(), 1);
    }
}

void CardReasonsTest::nextGenerationCard_goesThroughTheWholeVisit()
{
    VisitRig rig;
    rig.layChanged(u"katsuragi"_s, [](CardPerson &card) { card.variants = {u"ec-p384"_s}; });
    QVERIFY(rig.waitFor(u"pin"_s) && rig.typePin(u"1234"_s) && rig.waitFor(u"choosePerson"_s));
    QVERIFY(rig.visit().data().possession); // its P-384 signature fits its certificate
    QVERIFY(rig.click(u"choose.self"_s) && rig.waitFor(u"pin"_s) && rig.typePin(u"5678"_s) && rig.waitFor(u"consent"_s));
    QVERIFY(rig.link(u"katsuragi"_s));
    QTRY_COMPARE(rig.visit().state(), VisitState::Curtain);
    QCOMPARE(rig.visit().data().binding, Binding::MatchesCard);
    QVERIFY(!rig.visit().data().error);
}

void CardReasonsTest::pinForTheNameLockedOnTheWay_isToldAndTheVisitGoesOn()
{
    VisitRig rig;
    QVERIFY(rig.lay(u"katsuragi"_s) && rig.waitFor(u"pin"_s) && rig.typePin(u"1234"_s) && rig.waitFor(u"choosePerson"_s));
    QVERIFY(rig.click(u"choose.self"_s) && rig.waitFor(u"pin"_s));
    for (const QString &left : {u"あと2回"_s, u"あと1回"_s}) {
        QVERIFY(rig.typePin(u"9999"_s));
        QTRY_VERIFY(rig.text(u"pin.tries"_s).contains(left) || rig.text(u"pin.title"_s).contains(left)
                    || InputDriver::find(u"pin.lastTryYes"_s));
    }
    QVERIFY(rig.click(u"pin.lastTryYes"_s) && rig.typePin(u"9999"_s));
    QTRY_VERIFY(InputDriver::find(u"cardcheck.goOn"_s));
    QVERIFY(rig.wholeText().contains(publicCode(ErrorCode::BasicInfoPinBlocked)));
    QVERIFY(!rig.flow().shownError());
    QCOMPARE(rig.look(u"reason-name-pin-locked"_s), QString());
    QVERIFY(rig.click(u"cardcheck.goOn"_s) && rig.waitFor(u"consent"_s));
    QCOMPARE(rig.visit().data().binding, Binding::NotRead);
}

void CardReasonsTest::retryWithoutACard_leadsToTheFirstScreen()
{
    VisitRig rig;
    rig.layChanged(u"katsuragi"_s, [](CardPerson &card) { card.variants = {u"not-my-number-card"_s}; });
    QTRY_VERIFY_WITH_TIMEOUT(rig.flow().shownError(), 20000);
    rig.takeCardAway();
    QTRY_VERIFY(!rig.slot().hasCard());
    QVERIFY(rig.click(u"cardcheck.retry"_s));
    QTRY_COMPARE(rig.visit().state(), VisitState::Idle);
}

QTEST_MAIN(CardReasonsTest)
#include "tst_cardreasons.moc"
