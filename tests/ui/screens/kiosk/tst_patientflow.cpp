// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/errortable.h"
#include "tests/ui/screens/kiosk/visitrig.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace uk;
using namespace uktest;
using namespace Qt::StringLiterals;

class PatientFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { theme::apply(*qApp, theme::Mode::Light); }
    void wholeWay_fitsEveryDisplayInBothLanguages_data();
    void wholeWay_fitsEveryDisplayInBothLanguages();
    void cardThatCannotGoOn_givesReasonNextStepAndCode_data();
    void cardThatCannotGoOn_givesReasonNextStepAndCode();
    void wrongPin_saysTriesLeftAndAsksBeforeTheLast();
    void cardPulledAtThePin_saysWhyAndReturnsToTheStart();
    void cardLeftAtTheEnd_staysOnScreenUntilItIsTaken();
    void paper_endsTheVisitAndSaysWhatHappensNext_data();
    void paper_endsTheVisitAndSaysWhatHappensNext();
    void refusal_endsWithoutATraceOfThePerson();
    void residentUnknownToThePortal_registersAndIsAskedAnew_data();
    void residentUnknownToThePortal_registersAndIsAskedAnew();
    void registrationGivenUp_offersItAgainAndPaper();
    void oneMoreArea_isAskedForWithExactlyThatAndKeepsTheVisit();
    void closingInTheMiddle_forgetsEverythingAndSaysWhenItIsDone();
    void helpAtThePin_callsStaff();
    void languageOfThePatient_isMarkedAndGivenBack();
    void everyResident_canBeLaidDown();
};

void PatientFlowTest::wholeWay_fitsEveryDisplayInBothLanguages_data()
{
    QTest::addColumn<QSize>("display");
    QTest::addColumn<QString>("language");
    for (const QSize size : {QSize(1080, 1920), QSize(1366, 768), QSize(1920, 1080), QSize(1280, 720)})
        for (const QString &language : {u"ja"_s, u"en"_s})
            QTest::addRow("%dx%d-%s", size.width(), size.height(), qPrintable(language)) << size << language;
}

void PatientFlowTest::wholeWay_fitsEveryDisplayInBothLanguages()
{
    QFETCH(QSize, display);
    QFETCH(QString, language);
    VisitRig rig(display, language);
    QVERIFY(rig.isReady());
    QCOMPARE(rig.look(u"01-idle"_s), QString());
    QVERIFY(rig.lay(u"katsuragi"_s) && rig.waitFor(u"pin"_s));
    QCOMPARE(rig.look(u"02-pin"_s), QString());
    QVERIFY(rig.typePin(u"1234"_s) && rig.waitFor(u"choosePerson"_s));
    QCOMPARE(rig.look(u"03-choose"_s), QString());
    QVERIFY(rig.click(u"choose.self"_s) && rig.waitFor(u"pin"_s));
    QCOMPARE(rig.look(u"04-basicpin"_s), QString());
    QVERIFY(rig.typePin(u"5678"_s) && rig.waitFor(u"consent"_s));
    QCOMPARE(rig.look(u"05-consent"_s), QString());
    int page = 0;
    for (const QString &control : {u"consent.agree"_s, u"terms-agree"_s, u"next"_s, u"method-ic"_s, u"resident-katsuragi"_s, u"link"_s}) {
        if (page > 0) {
            QTRY_VERIFY(InputDriver::find(control));
            QCOMPARE(rig.look(u"06-portal-%1"_s.arg(page)), QString());
        }
        QVERIFY2(rig.click(control), qPrintable(control));
        ++page;
    }
    QVERIFY(rig.waitFor(u"takeCard"_s));
    QCOMPARE(rig.look(u"07-takecard"_s), QString());
    QVERIFY(rig.click(u"takecard.removeCard"_s) && rig.waitFor(u"curtain"_s));
    QTRY_COMPARE(rig.visit().state(), VisitState::Curtain);
    QCOMPARE(rig.look(u"08-curtain"_s), QString());
    QVERIFY(rig.visit().data().person && !rig.wholeText().contains(rig.visit().data().person->name));
    rig.visit().raise(VisitEvent::StaffUnlocked);
    rig.visit().raise(VisitEvent::FinishRequested);
    QVERIFY(rig.waitFor(u"end"_s));
    QCOMPARE(rig.look(u"09-end"_s), QString());
    QVERIFY(rig.click(u"end.close"_s) && rig.waitFor(u"idle"_s));
}

void PatientFlowTest::cardThatCannotGoOn_givesReasonNextStepAndCode_data()
{
    QTest::addColumn<QString>("resident");
    QTest::addColumn<int>("code");
    QTest::newRow("blocked") << u"makoto"_s << int(ErrorCode::PinBlocked);
    QTest::newRow("face only") << u"fumi"_s << int(ErrorCode::PinBlockedWithoutSignature);
    QTest::newRow("expired") << u"tadashi"_s << int(ErrorCode::CertificateExpired);
}

void PatientFlowTest::cardThatCannotGoOn_givesReasonNextStepAndCode()
{
    QFETCH(QString, resident);
    QFETCH(int, code);
    for (const QSize size : {QSize(1366, 768), QSize(1080, 1920), QSize(1280, 720), QSize(1920, 1080)}) {
        for (const QString &language : {u"ja"_s, u"en"_s}) {
            VisitRig rig(size, language);
            QVERIFY(rig.lay(resident));
            QTRY_VERIFY_WITH_TIMEOUT(rig.flow().shownError() || rig.flow().screenName() == "pin"_L1, 10000);
            if (rig.flow().screenName() == "pin"_L1)
                QVERIFY(rig.typePin(u"1234"_s));
            QTRY_VERIFY_WITH_TIMEOUT(rig.flow().shownError() && rig.flow().screenName() == "cardCheck"_L1, 10000);
            QCOMPARE(int(rig.flow().shownError()->code), code);
            QCOMPARE(rig.look(u"10-problem-"_s + resident), QString());
            QVERIFY(!rig.text(u"cardcheck.title"_s).isEmpty() && !rig.text(u"cardcheck.why"_s).isEmpty());
            QVERIFY(rig.wholeText().contains(publicCode(ErrorCode(code))));
            rig.takeCardAway(); // the reason stays until it was read
            QVERIFY(rig.click(u"cardcheck.end"_s));
            QVERIFY(rig.waitFor(u"end"_s));
        }
    }
}

void PatientFlowTest::wrongPin_saysTriesLeftAndAsksBeforeTheLast()
{
    VisitRig rig;
    QVERIFY(rig.lay(u"minori"_s) && rig.waitFor(u"pin"_s));
    QVERIFY(rig.text(u"pin.tries"_s).contains(u"あと3回"_s));
    QVERIFY(rig.typePin(u"9999"_s));
    QTRY_VERIFY(rig.text(u"pin.tries"_s).contains(u"あと2回"_s));
    QVERIFY(rig.text(u"pin.tries"_s).contains(u"番号がちがいました"_s));
    QCOMPARE(rig.look(u"11-pin-wrong"_s), QString());
    QVERIFY(rig.typePin(u"9999"_s));
    QTRY_VERIFY(InputDriver::find(u"pin.lastTryYes"_s));
    QVERIFY(!InputDriver::find(u"pin.enter"_s));
    QCOMPARE(rig.look(u"12-pin-last"_s), QString());
    QVERIFY(rig.click(u"pin.lastTryYes"_s));
    QCOMPARE(rig.look(u"13-pin-last-entry"_s), QString());
    QVERIFY(rig.typePin(u"1234"_s) && rig.waitFor(u"choosePerson"_s));
}

void PatientFlowTest::cardPulledAtThePin_saysWhyAndReturnsToTheStart()
{
    VisitRig rig;
    QVERIFY(rig.lay(u"minori"_s) && rig.waitFor(u"pin"_s));
    rig.takeCardAway();
    QVERIFY(rig.waitFor(u"cardCheck"_s));
    QVERIFY(rig.flow().shownError());
    QCOMPARE(rig.visit().state(), VisitState::Idle);
    QCOMPARE(rig.look(u"14-pulled"_s), QString());
    QVERIFY(rig.click(u"cardcheck.end"_s));
    QVERIFY(rig.waitFor(u"idle"_s));
}

void PatientFlowTest::cardLeftAtTheEnd_staysOnScreenUntilItIsTaken()
{
    VisitRig rig;
    QVERIFY(rig.identify(u"minori"_s));
    QVERIFY(rig.link(u"minori"_s));
    QTRY_VERIFY(rig.visit().state() == VisitState::Curtain);
    rig.visit().raise(VisitEvent::StaffUnlocked);
    rig.visit().raise(VisitEvent::FinishRequested);
    QTRY_COMPARE(rig.visit().state(), VisitState::CardForgotten);
    QVERIFY(rig.waitFor(u"takeCard"_s));
    QCOMPARE(rig.look(u"15-card-left"_s), QString());
    QVERIFY(rig.wholeText().contains(u"カードが残っています"_s));
    rig.takeCardAway();
    QTRY_COMPARE(rig.visit().state(), VisitState::Idle);
    QVERIFY(rig.waitFor(u"end"_s));
}

void PatientFlowTest::paper_endsTheVisitAndSaysWhatHappensNext_data()
{
    QTest::addColumn<QString>("resident");
    QTest::addColumn<QString>("screen");
    QTest::addColumn<QString>("control");
    QTest::newRow("without a card") << QString() << u"idle"_s << u"idle.paper"_s;
    QTest::newRow("blocked card") << u"makoto"_s << u"cardCheck"_s << u"cardcheck.paper"_s;
    QTest::newRow("after a problem") << u"tadashi"_s << u"cardCheck"_s << u"cardcheck.paper"_s;
}

void PatientFlowTest::paper_endsTheVisitAndSaysWhatHappensNext()
{
    QFETCH(QString, resident);
    QFETCH(QString, screen);
    QFETCH(QString, control);
    VisitRig rig;
    if (!resident.isEmpty()) {
        QVERIFY(rig.lay(resident));
        QTRY_VERIFY(InputDriver::find(control) || InputDriver::find(u"pin.enter"_s));
        if (InputDriver::find(u"pin.enter"_s))
            QVERIFY(rig.typePin(u"1234"_s));
    }
    QVERIFY(rig.waitFor(screen));
    QVERIFY(rig.click(control));
    if (!resident.isEmpty()) {
        QVERIFY(rig.waitFor(u"takeCard"_s));
        QCOMPARE(rig.look(u"16-paper-take-card"_s), QString());
        QVERIFY(rig.text(u"takecard.text"_s).contains(u"紙の予診票"_s));
        QVERIFY(rig.click(u"takecard.removeCard"_s));
    }
    QVERIFY(rig.waitFor(u"end"_s));
    QCOMPARE(rig.look(u"17-paper-end"_s), QString());
    QVERIFY(rig.text(u"end.text"_s).contains(u"紙の予診票"_s));
    QVERIFY(rig.click(u"end.close"_s) && rig.waitFor(u"idle"_s));
    QCOMPARE(rig.visit().state(), VisitState::Idle);
    // The next person who ends a visit does not read it.
    QVERIFY(rig.lay(u"minori"_s) && rig.waitFor(u"pin"_s) && rig.click(u"pin.leave"_s) && rig.waitFor(u"takeCard"_s));
    rig.takeCardAway();
    QVERIFY(rig.waitFor(u"end"_s));
    QVERIFY(!rig.text(u"end.text"_s).contains(u"紙の予診票"_s));
}

void PatientFlowTest::refusal_endsWithoutATraceOfThePerson()
{
    VisitRig rig;
    QVERIFY(rig.identify(u"katsuragi"_s));
    QVERIFY(rig.click(u"consent.refuse"_s) && rig.waitFor(u"takeCard"_s));
    QVERIFY(!rig.wholeText().contains(u"カードが残っています"_s)); // asked for first, warned later
    rig.takeCardAway();
    QVERIFY(rig.waitFor(u"end"_s));
    QCOMPARE(rig.look(u"18-refused"_s), QString());
    QVERIFY(rig.text(u"end.text"_s).contains(u"残っていません"_s));
    QVERIFY(!rig.visit().data().person && !rig.visit().data().basicFour);
}

void PatientFlowTest::residentUnknownToThePortal_registersAndIsAskedAnew_data()
{
    QTest::addColumn<QSize>("display");
    QTest::addColumn<QString>("language");
    for (const QSize size : {QSize(1080, 1920), QSize(1280, 720)})
        for (const QString &language : {u"ja"_s, u"en"_s})
            QTest::addRow("%dx%d-%s", size.width(), size.height(), qPrintable(language)) << size << language;
}

void PatientFlowTest::residentUnknownToThePortal_registersAndIsAskedAnew()
{
    QFETCH(QSize, display);
    QFETCH(QString, language);
    VisitRig rig(display, language);
    QVERIFY(rig.identify(u"rin"_s));
    const auto walk = [&rig] {
        for (const QString &control : {u"terms-agree"_s, u"next"_s, u"method-ic"_s, u"resident-rin"_s, u"link"_s})
            if (!rig.click(control))
                return false;
        return true;
    };
    QVERIFY(rig.click(u"consent.agree"_s) && walk() && rig.waitFor(u"cardCheck"_s));
    QCOMPARE(rig.visit().state(), VisitState::UserRegistrationOffered);
    QCOMPARE(rig.flow().shownError()->code, ErrorCode::RegistrationRequired);
    QVERIFY(rig.wholeText().contains(u"UK-P002"_s));
    QCOMPARE(rig.look(u"19-register"_s), QString());
    QVERIFY(rig.click(u"cardcheck.register"_s) && rig.waitFor(u"portal"_s));
    QTRY_COMPARE(rig.visit().state(), VisitState::AwaitingUserRegistration);
    QTRY_VERIFY(InputDriver::find(u"terms-agree"_s));
    QCOMPARE(rig.look(u"20-registration"_s), QString());
    QVERIFY(walk());
    // Nobody presses anything in between: the new consent follows by itself.
    QTRY_COMPARE(rig.visit().state(), VisitState::AwaitingConsent);
    QTRY_VERIFY(InputDriver::find(u"terms-agree"_s));
    QVERIFY(walk() && rig.waitFor(u"takeCard"_s));
    QTRY_COMPARE(rig.visit().state(), VisitState::Curtain);
}

void PatientFlowTest::registrationGivenUp_offersItAgainAndPaper()
{
    VisitRig rig;
    QVERIFY(rig.identify(u"rin"_s) && rig.click(u"consent.agree"_s));
    for (const QString &control : {u"terms-agree"_s, u"next"_s, u"method-ic"_s, u"resident-rin"_s, u"link"_s})
        QVERIFY(rig.click(control));
    QVERIFY(rig.waitFor(u"cardCheck"_s) && rig.click(u"cardcheck.register"_s) && rig.waitFor(u"portal"_s));
    QTRY_VERIFY(InputDriver::find(u"terms-agree"_s));
    QVERIFY(rig.click(u"give-up"_s) && rig.waitFor(u"cardCheck"_s));
    QCOMPARE(rig.flow().shownError()->code, ErrorCode::RegistrationRefused);
    QVERIFY(InputDriver::find(u"cardcheck.register"_s) && !InputDriver::find(u"cardcheck.retry"_s));
    QCOMPARE(rig.look(u"21-registration-refused"_s), QString());
    QVERIFY(rig.click(u"cardcheck.paper"_s) && rig.waitFor(u"takeCard"_s));
    rig.takeCardAway();
    QVERIFY(rig.waitFor(u"end"_s));
    QVERIFY(rig.text(u"end.text"_s).contains(u"紙の予診票"_s));
}

void PatientFlowTest::oneMoreArea_isAskedForWithExactlyThatAndKeepsTheVisit()
{
    VisitRig rig;
    QVERIFY(rig.identify(u"katsuragi"_s));
    QVERIFY(!rig.wholeText().contains(u"医療費助成"_s) && !rig.wholeText().contains(u"妊婦健診"_s));
    QVERIFY(rig.link(u"katsuragi"_s));
    QTRY_COMPARE(rig.visit().state(), VisitState::Curtain);
    QCOMPARE(rig.visit().data().consented, QStringList{u"vaccination"_s});
    QVERIFY(!rig.visit().askConsentFor(u"medical-subsidy"_s)); // by staff only, and in a review
    rig.visit().setStaff(StaffMember{u"1"_s, u"受付一（架空）"_s, StaffRole::Reception, false});
    rig.visit().raise(VisitEvent::StaffUnlocked);
    const auto person = rig.visit().data().person;
    QVERIFY(person);

    // Not given: everything stays as it was.
    QVERIFY(rig.visit().askConsentFor(u"medical-subsidy"_s));
    QVERIFY(rig.waitFor(u"cardCheck"_s));
    QCOMPARE(rig.flow().shownError()->code, ErrorCode::ScopeNotConsented);
    rig.visit().raise(VisitEvent::CancelRequested);
    QCOMPARE(rig.visit().state(), VisitState::Reviewing);
    QCOMPARE(rig.visit().data().scopes, QStringList{u"vaccination"_s});

    QVERIFY(rig.visit().askConsentFor(u"medical-subsidy"_s));
    QVERIFY(rig.waitFor(u"cardCheck"_s) && rig.click(u"cardcheck.retry"_s) && rig.waitFor(u"consent"_s));
    QVERIFY(rig.wholeText().contains(u"医療費助成"_s) && !rig.wholeText().contains(u"妊婦健診"_s));
    QVERIFY(rig.link(u"katsuragi"_s));
    QCOMPARE(rig.visit().data().consented, (QStringList{u"vaccination"_s, u"medical-subsidy"_s}));
    QCOMPARE(rig.visit().data().person->name, person->name);
}

void PatientFlowTest::closingInTheMiddle_forgetsEverythingAndSaysWhenItIsDone()
{
    VisitRig rig;
    QSignalSpy closed(&rig.visit(), &Visit::closed);
    QVERIFY(rig.identify(u"katsuragi"_s) && rig.link(u"katsuragi"_s));
    QTRY_VERIFY(rig.visit().data().person);
    rig.visit().raise(VisitEvent::CloseRequested);
    QCOMPARE(rig.visit().state(), VisitState::Closing);
    QVERIFY(!rig.visit().data().person && !rig.visit().data().basicFour);
    QTRY_COMPARE(closed.size(), 1);
    rig.visit().raise(VisitEvent::CloseRequested); // pressed twice
    rig.visit().raise(VisitEvent::CardLaid);
    QTest::qWait(200);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(rig.visit().state(), VisitState::Closing);
}

void PatientFlowTest::helpAtThePin_callsStaff()
{
    VisitRig rig;
    QVERIFY(rig.lay(u"minori"_s) && rig.waitFor(u"pin"_s));
    QVERIFY(rig.click(u"pin.help"_s));
    QVERIFY(rig.wholeText().contains(u"職員を呼びました"_s));
    QVERIFY(rig.click(u"pin.leave"_s) && rig.waitFor(u"takeCard"_s));
    rig.takeCardAway();
    QVERIFY(rig.waitFor(u"end"_s));
    QVERIFY(!rig.wholeText().contains(u"職員を呼びました"_s));
}

void PatientFlowTest::languageOfThePatient_isMarkedAndGivenBack()
{
    VisitRig rig;
    const auto isMarked = [&rig](const QString &code) {
        const auto *button = rig.flow().findChild<QAbstractButton *>(u"idle.language."_s + code);
        return button && button->isChecked();
    };
    QVERIFY(isMarked(u"ja"_s) && !isMarked(u"en"_s));
    QVERIFY(rig.click(u"idle.language.en"_s));
    QTRY_COMPARE(rig.languagesAsked(), QStringList{u"en"_s});
    QVERIFY(isMarked(u"en"_s) && !isMarked(u"ja"_s));
    rig.flow().setLanguage(u"ja"_s);
    QVERIFY(isMarked(u"ja"_s) && !isMarked(u"en"_s));
    QCOMPARE(rig.languagesAsked().size(), 1); // marking is no choice
}

void PatientFlowTest::everyResident_canBeLaidDown()
{
    VisitRig rig;
    const QList<QAbstractButton *> cards = rig.flow().findChildren<QAbstractButton *>(QRegularExpression(u"^idle\\.resident\\."_s));
    QVERIFY(cards.size() >= 15);
    for (QAbstractButton *card : cards) {
        QSignalSpy chosen(&rig.flow(), &PatientFlow::residentChosen);
        QVERIFY(rig.waitFor(u"idle"_s));
        QVERIFY2(rig.click(card->objectName()), qPrintable(card->objectName()));
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), card->objectName().section(u'.', -1));
        QTRY_VERIFY(rig.flow().screenName() != "idle"_L1);
        rig.takeCardAway();
        QVERIFY(rig.waitFor(u"cardCheck"_s) && rig.click(u"cardcheck.end"_s));
        QTRY_COMPARE(rig.visit().state(), VisitState::Idle);
        if (rig.flow().screenName() == "end"_L1)
            QVERIFY(rig.click(u"end.close"_s));
    }
}

QTEST_MAIN(PatientFlowTest)
#include "tst_patientflow.moc"
