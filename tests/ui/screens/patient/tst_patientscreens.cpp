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
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"
#include "ui/widgets/pinpad.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

namespace uk {

using namespace Qt::StringLiterals;

class PatientScreensTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { theme::apply(*qApp, theme::Mode::Light); }
    void everyScreenNamesTheOperatorAndItsStaffButtonCalls();
    void screenShownAgainHasNothingChosenBeforehand();
    void everyTextFollowsTheLanguage();
    void trainingMarkStandsOnEveryScreenAndOnlyInTraining();
    void pinGoesIntoLockedMemoryAndNowhereElse();
    void pinKeysOfAKeyboardCountAndTextIsIgnored();
    void pinTooShortIsSaidAndNotSent();
    void pinIsWipedWhenTheScreenHides();
    void pinIgnoresKeysWhileTheCardChecks();
    void lastTryNeedsAnExplicitYes();
    void lastTryDeclinedLeadsToPaper();
    void triesAreSaidInWordsForEveryCount();
    void pinBoxesSayOnlyTheCount();
    void consentButtonsAreEqualAndNothingIsChosenBefore();
    void consentListsExactlyWhatIsAsked();
    void idleSaysEveryReaderStateInWords();
    void idleAsksNobodyForACardWhileClosed();
    void idleLetsAResidentBeChosenInTrainingOnly();
    void idleOffersPaperLanguageAndTextSize();
    void everyPublicCodeHasNextStepsAndOneBiggestButton();
    void cardProblemShowsReasonStepsAndCode();
    void wordsForStaffAreOneTouchAwayOnAWideDisplay();
    void retryIsOfferedOnlyWhereItHelps();
    void portalWidgetTakesThePlaceOfThePicture();
    void choosingAPersonTellsWhich();
    void closingScreensTellWhatWasPressed();
};

void PatientScreensTest::everyScreenNamesTheOperatorAndItsStaffButtonCalls()
{
    for (const samples::Sample &sample : samples::all()) {
        const auto screen = sample.make();
        screen->resize(1080, 1920);
        screen->show();
        QCOMPARE(screen->findChild<Label *>(u"patient.operator"_s)->text(), u"あおば台クリニック（医療法人社団 見本会）"_s);
        QCOMPARE(screen->findChild<Label *>(u"patient.contact"_s)->text(), u"お問い合わせ 内線 000"_s);
        QSignalSpy called(screen.get(), &PatientScreen::staffCalled);
        auto *button = screen->findChild<Button *>(screen->objectName() + u".callStaff"_s);
        QVERIFY2(button && button->isVisible(), sample.name);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(called.size(), 1);
        screen->setStaffCalled(true);
        QCOMPARE(button->text(), u"職員を呼びました"_s);
    }
}

namespace {

/// Marks whatever goes through tr().
class MarkingTranslator : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return u"[x] "_s + QString::fromUtf8(source);
    }
};

} // namespace

/// Where the patient before was is no place for the next one, and Enter alone decides nothing.
void PatientScreensTest::screenShownAgainHasNothingChosenBeforehand()
{
    for (const samples::Sample &sample : samples::all()) {
        const auto screen = sample.make();
        screen->show();
        QVERIFY(QTest::qWaitForWindowActive(screen.get()));
        screen->findChild<Button *>(screen->objectName() + u".callStaff"_s)->setFocus();
        screen->hide();
        screen->show();
        QVERIFY(QTest::qWaitForWindowActive(screen.get()));
        QVERIFY2(!qobject_cast<QPushButton *>(QApplication::focusWidget()), sample.name);
    }
}

void PatientScreensTest::everyTextFollowsTheLanguage()
{
    for (const samples::Sample &sample : samples::all()) {
        const auto screen = sample.make();
        screen->resize(1080, 1920);
        screen->show();
        MarkingTranslator translator;
        qApp->installTranslator(&translator);
        QCoreApplication::sendPostedEvents();
        int translated = 0;
        for (const Button *button : screen->findChildren<Button *>()) {
            const QString name = button->objectName();
            if (!button->isVisible() || name.contains(u".digit."_s) || name.contains(u".resident."_s) || name.contains(u".language."_s))
                continue;
            QVERIFY2(button->text().startsWith(u"[x] "_s), qPrintable(name + u' ' + button->text()));
            ++translated;
        }
        QVERIFY2(translated > 0, sample.name);
        qApp->removeTranslator(&translator);
    }
}

void PatientScreensTest::trainingMarkStandsOnEveryScreenAndOnlyInTraining()
{
    for (const samples::Sample &sample : samples::all()) {
        const auto screen = sample.make();
        screen->resize(1366, 768);
        screen->show();
        auto *mark = screen->findChild<Label *>(u"patient.training"_s);
        screen->setTraining(true);
        QVERIFY2(mark->isVisible() && mark->text().contains(u"訓練"_s), sample.name);
        screen->setTraining(false);
        QVERIFY2(!mark->isVisible(), sample.name);
        for (const Button *button : screen->findChildren<Button *>())
            QVERIFY2(!button->isVisible() || !button->text().contains(u"訓練"_s), qPrintable(button->objectName()));
    }
}

namespace {

void press(PatientScreen &screen, const QString &name)
{
    auto *button = screen.findChild<Button *>(name);
    QVERIFY2(button && button->isVisible(), qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

std::unique_ptr<PinScreen> shownPin(int triesLeft)
{
    auto screen = std::make_unique<PinScreen>();
    screen->start(PinScreen::Pin::UserAuthentication, triesLeft);
    screen->resize(1080, 1920);
    screen->show();
    return screen;
}

QByteArray digitsOf(const SecretBuffer &pin)
{
    return QByteArray(reinterpret_cast<const char *>(pin.bytes().data()), qsizetype(pin.size()));
}

} // namespace

void PatientScreensTest::pinGoesIntoLockedMemoryAndNowhereElse()
{
    const auto screen = shownPin(3);
    std::shared_ptr<SecretBuffer> pin;
    connect(screen.get(), &PinScreen::pinEntered, this, [&pin](std::shared_ptr<SecretBuffer> entered) { pin = std::move(entered); });
    for (const char *digit : {"7", "7", "0", "9", "1"})
        press(*screen, u"pin.digit."_s + QLatin1StringView(digit)); // the fifth is not taken
    press(*screen, u"pin.erase"_s);
    press(*screen, u"pin.digit.4"_s);
    QCOMPARE(screen->typedDigits(), 4);
    for (const QWidget *widget : screen->findChildren<QWidget *>()) {
        if (const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget))) {
            for (const auto kind : {QAccessible::Name, QAccessible::Value, QAccessible::Description})
                QVERIFY(!access->text(kind).contains(u"7704"_s));
        }
    }
    press(*screen, u"pin.enter"_s);
    QVERIFY(pin);
    QCOMPARE(digitsOf(*pin), "7704");
    QCOMPARE(screen->typedDigits(), 0);
}

void PatientScreensTest::pinKeysOfAKeyboardCountAndTextIsIgnored()
{
    const auto screen = shownPin(3);
    QByteArray entered;
    connect(screen.get(), &PinScreen::pinEntered, this, [&entered](const std::shared_ptr<SecretBuffer> &pin) { entered = digitsOf(*pin); });
    auto *boxes = screen->findChild<PinBoxes *>();
    QTest::keyClick(boxes, Qt::Key_1);
    QTest::keyClick(boxes, Qt::Key_2, Qt::KeypadModifier);
    QTest::keyClick(boxes, Qt::Key_A);
    QTest::keyClick(boxes, Qt::Key_3);
    QTest::keyClick(boxes, Qt::Key_Backspace);
    QTest::keyClick(boxes, Qt::Key_4);
    QTest::keyClick(boxes, Qt::Key_5);
    QCOMPARE(boxes->count(), 4);
    QVERIFY(entered.isEmpty()); // nothing is sent by itself
    QTest::keyClick(boxes, Qt::Key_Return);
    QCOMPARE(entered, "1245");
}

void PatientScreensTest::pinTooShortIsSaidAndNotSent()
{
    const auto screen = shownPin(3);
    QSignalSpy entered(screen.get(), &PinScreen::pinEntered);
    press(*screen, u"pin.digit.1"_s);
    press(*screen, u"pin.enter"_s);
    QCOMPARE(entered.size(), 0);
    QVERIFY(screen->findChild<Label *>(u"pin.tries"_s)->text().contains(u"4けた"_s));
    QCOMPARE(screen->typedDigits(), 1);
}

void PatientScreensTest::pinIsWipedWhenTheScreenHides()
{
    const auto screen = shownPin(3);
    press(*screen, u"pin.digit.1"_s);
    press(*screen, u"pin.digit.2"_s);
    screen->hide();
    QCOMPARE(screen->typedDigits(), 0);
    QCOMPARE(screen->findChild<PinBoxes *>()->count(), 0);
}

void PatientScreensTest::pinIgnoresKeysWhileTheCardChecks()
{
    const auto screen = shownPin(3);
    QSignalSpy entered(screen.get(), &PinScreen::pinEntered);
    for (int round = 0; round < 2; ++round) {
        for (int digit = 0; digit < 4; ++digit)
            press(*screen, u"pin.digit.5"_s);
        press(*screen, u"pin.enter"_s);
    }
    QCOMPARE(entered.size(), 1);
    screen->start(PinScreen::Pin::UserAuthentication, 2, true);
    press(*screen, u"pin.digit.5"_s);
    QCOMPARE(screen->typedDigits(), 1);
}

void PatientScreensTest::lastTryNeedsAnExplicitYes()
{
    const auto screen = shownPin(1);
    QVERIFY(!screen->findChild<PinBoxes *>()->isVisible());
    QTest::keyClick(screen.get(), Qt::Key_1);
    QCOMPARE(screen->typedDigits(), 0);
    press(*screen, u"pin.lastTryYes"_s);
    QVERIFY(screen->findChild<PinBoxes *>()->isVisible());
    press(*screen, u"pin.digit.1"_s);
    QCOMPARE(screen->typedDigits(), 1);
    screen->start(PinScreen::Pin::UserAuthentication, 1); // the yes holds for one entry
    QVERIFY(!screen->findChild<PinBoxes *>()->isVisible());
}

void PatientScreensTest::lastTryDeclinedLeadsToPaper()
{
    const auto screen = shownPin(1);
    QSignalSpy paper(screen.get(), &PinScreen::paperRequested);
    press(*screen, u"pin.lastTryNo"_s);
    QCOMPARE(paper.size(), 1);
}

void PatientScreensTest::triesAreSaidInWordsForEveryCount()
{
    for (int tries = 1; tries <= 3; ++tries) {
        const auto screen = shownPin(tries);
        QVERIFY(screen->findChild<Label *>(u"pin.tries"_s)->text().contains(u"あと%1回"_s.arg(tries)));
    }
    const auto screen = shownPin(3);
    QVERIFY(screen->findChild<Label *>(u"pin.which"_s)->text().contains(u"利用者証明用"_s));
    screen->start(PinScreen::Pin::BasicInfoInput, 3);
    QVERIFY(screen->findChild<Label *>(u"pin.which"_s)->text().contains(u"券面事項入力補助用"_s));
}

void PatientScreensTest::pinBoxesSayOnlyTheCount()
{
    PinBoxes boxes(4);
    boxes.setCount(2);
    const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&boxes);
    QCOMPARE(access->text(QAccessible::Name), u"暗証番号 4けたのうち2けた入力ずみ"_s);
    QVERIFY(access->text(QAccessible::Value).isEmpty());
}

void PatientScreensTest::consentButtonsAreEqualAndNothingIsChosenBefore()
{
    for (const QSize size : {QSize(1080, 1920), QSize(1280, 720)}) {
        ConsentScreen screen;
        screen.resize(size);
        screen.show();
        QTest::qWait(1);
        auto *agree = screen.findChild<Button *>(u"consent.agree"_s), *refuse = screen.findChild<Button *>(u"consent.refuse"_s);
        QCOMPARE(agree->size(), refuse->size());
        QCOMPARE(agree->kind(), refuse->kind());
        QVERIFY(!agree->isCheckable() && !refuse->isCheckable());
        QSignalSpy agreed(&screen, &ConsentScreen::agreed), refused(&screen, &ConsentScreen::refused), left(&screen, &PatientScreen::leaveRequested);
        QTest::mouseClick(agree, Qt::LeftButton);
        QTest::mouseClick(refuse, Qt::LeftButton);
        press(screen, u"consent.leave"_s);
        QCOMPARE(agreed.size(), 1);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(left.size(), 1);
    }
}

void PatientScreensTest::consentListsExactlyWhatIsAsked()
{
    ConsentScreen screen;
    screen.setConsent({u"見本クリニック"_s, u"予診"_s, {u"予診票の回答"_s, u"接種の記録"_s}, u"1回"_s});
    QStringList shown;
    for (const Label *label : screen.findChild<QWidget *>(u"consent.rows"_s)->findChildren<Label *>())
        shown.append(label->text());
    for (const QString &word : {u"見本クリニック"_s, u"予診"_s, u"・予診票の回答\n・接種の記録"_s, u"1回"_s})
        QVERIFY2(shown.contains(word), qPrintable(word));
    QCOMPARE(shown.size(), 8); // four labels and their four values, nothing else
}

void PatientScreensTest::idleSaysEveryReaderStateInWords()
{
    IdleScreen screen;
    QStringList words;
    for (const ReaderState state : {ReaderState::ServiceMissing, ReaderState::NoReader, ReaderState::Waiting, ReaderState::CardPresent, ReaderState::CardMute}) {
        screen.setReaderState(state);
        const QString text = screen.findChild<Label *>(u"idle.readerState"_s)->text();
        QVERIFY(!text.isEmpty() && !words.contains(text));
        words.append(text);
    }
    screen.setReaderState(ReaderState::Waiting);
    QCOMPARE(screen.findChild<Label *>(u"idle.call"_s)->text(), u"カードを置いてください"_s);
    screen.setReaderState(ReaderState::NoReader);
    QVERIFY(screen.findChild<Label *>(u"idle.call"_s)->text() != u"カードを置いてください"_s);
}

void PatientScreensTest::idleAsksNobodyForACardWhileClosed()
{
    IdleScreen screen;
    auto *call = screen.findChild<Label *>(u"idle.call"_s);
    auto *paper = screen.findChild<Button *>(u"idle.paper"_s);
    screen.setReaderState(ReaderState::Waiting);
    screen.setPlannedStop(u"休止"_s, u"紙"_s, true);
    QCOMPARE(call->text(), u"いま、カードを使えません"_s);
    QCOMPARE(paper->kind(), Button::Kind::Primary);
    screen.setReaderState(ReaderState::CardPresent);
    QCOMPARE(call->text(), u"そのままお待ちください"_s);
    screen.setReaderState(ReaderState::Waiting);
    screen.setPlannedStop({}, {});
    QCOMPARE(call->text(), u"カードを置いてください"_s);
    QCOMPARE(paper->kind(), Button::Kind::Quiet);
}

void PatientScreensTest::idleLetsAResidentBeChosenInTrainingOnly()
{
    IdleScreen screen;
    screen.resize(1080, 1920);
    screen.show();
    screen.setTraining(true);
    screen.setResidents({{u"minori"_s, u"吉﨑 みのり"_s, u"1歳"_s}, {u"locked"_s, u"錠前 守"_s, u"ロック"_s}});
    QTest::qWait(1);
    QSignalSpy chosen(&screen, &IdleScreen::residentChosen), removed(&screen, &IdleScreen::cardRemovalRequested);
    press(screen, u"idle.resident.locked"_s);
    QCOMPARE(chosen, (QList<QList<QVariant>>{{u"locked"_s}}));
    QVERIFY(!screen.findChild<Button *>(u"idle.removeCard"_s)->isVisible());
    screen.setReaderState(ReaderState::CardPresent);
    press(screen, u"idle.removeCard"_s);
    QCOMPARE(removed.size(), 1);
    screen.setTraining(false);
    QVERIFY(!screen.findChild<Button *>(u"idle.resident.locked"_s));
}

void PatientScreensTest::idleOffersPaperLanguageAndTextSize()
{
    IdleScreen screen;
    screen.resize(1080, 1920);
    screen.show();
    QSignalSpy paper(&screen, &IdleScreen::paperRequested), language(&screen, &IdleScreen::languageChosen), size(&screen, &IdleScreen::textSizeRequested);
    press(screen, u"idle.paper"_s);
    press(screen, u"idle.language.en"_s);
    press(screen, u"idle.textSize"_s);
    QCOMPARE(paper.size(), 1);
    QCOMPARE(language, (QList<QList<QVariant>>{{u"en"_s}}));
    QCOMPARE(size.size(), 1);
    QVERIFY(screen.findChild<Button *>(u"idle.language.en"_s)->isChecked());
    QVERIFY(!screen.findChild<Button *>(u"idle.language.ja"_s)->isChecked());
    screen.setLanguages({{u"ja"_s, u"日本語"_s}}, u"ja"_s);
    QVERIFY(!screen.findChild<Button *>(u"idle.language.ja"_s)->isVisible()); // one language is no choice
}

void PatientScreensTest::everyPublicCodeHasNextStepsAndOneBiggestButton()
{
#define UK_CODE(number, name) ErrorCode::name,
    const QList<ErrorCode> codes{UKETSUKE_ERROR_CODES(UK_CODE)};
#undef UK_CODE
    CardCheckScreen screen;
    screen.resize(1080, 1920);
    screen.show();
    for (const ErrorCode code : codes) {
        const QString name = publicCode(code);
        const CardReason reason = cardReason(name);
        QVERIFY2(reason.steps.size() == 2 || reason.steps.size() == 3, qPrintable(name));
        QVERIFY(!reason.state.isEmpty());
        for (const NextStep &step : reason.steps)
            QVERIFY2(!step.title.isEmpty() && !step.text.isEmpty(), qPrintable(name));
        screen.showProblem(errorText(code));
        int primary = 0;
        for (const Button *button : screen.findChildren<Button *>())
            primary += button->isVisible() && button->kind() == Button::Kind::Primary;
        QVERIFY2(primary == 1, qPrintable(name));
        // Whoever cannot or will not go on has the paper form.
        const bool goesOn = reason.action == CardAction::GoOn;
        QCOMPARE(screen.findChild<Button *>(u"cardcheck.goOn"_s)->isVisible(), goesOn);
        QCOMPARE(screen.findChild<Button *>(u"cardcheck.paper"_s)->isVisible(), !goesOn);
    }
}

void PatientScreensTest::cardProblemShowsReasonStepsAndCode()
{
    CardCheckScreen screen;
    screen.resize(1080, 1920);
    screen.show();
    QVERIFY(!screen.findChild<Button *>(u"cardcheck.paper"_s)->isVisible());
    const ErrorText problem = errorText(ErrorCode::PinBlocked);
    screen.showProblem(problem);
    QTest::qWait(1);
    QCOMPARE(screen.findChild<Label *>(u"cardcheck.title"_s)->text(), problem.title);
    QCOMPARE(screen.findChild<Label *>(u"cardcheck.why"_s)->text(), problem.patient);
    QCOMPARE(screen.findChild<Label *>(u"cardcheck.code"_s)->text(), problem.code);
    QSignalSpy paper(&screen, &CardCheckScreen::paperRequested), ended(&screen, &PatientScreen::leaveRequested);
    press(screen, u"cardcheck.paper"_s);
    press(screen, u"cardcheck.end"_s);
    QCOMPARE(paper.size(), 1);
    QCOMPARE(ended.size(), 1);
}

void PatientScreensTest::wordsForStaffAreOneTouchAwayOnAWideDisplay()
{
    CardCheckScreen screen;
    screen.resize(1280, 720);
    screen.show();
    const ErrorText problem = errorText(ErrorCode::PinBlockedWithoutSignature);
    screen.showProblem(problem);
    QTest::qWait(1);
    auto *code = screen.findChild<Label *>(u"cardcheck.code"_s);
    QVERIFY(!code->isVisible());
    QVERIFY(screen.findChild<Button *>(u"cardcheck.staffNote"_s)->text().contains(problem.code));
    press(screen, u"cardcheck.staffNote"_s);
    QVERIFY(code->isVisible());
    press(screen, u"cardcheck.staffNote"_s);
    QVERIFY(!code->isVisible());
    screen.resize(1080, 1920);
    QTest::qWait(1);
    QVERIFY(code->isVisible());
}

void PatientScreensTest::retryIsOfferedOnlyWhereItHelps()
{
    CardCheckScreen screen;
    screen.resize(1080, 1920);
    screen.show();
    for (const auto &[again, isOffered] : {std::pair{TryAgain::No, false}, {TryAgain::Later, false}, {TryAgain::Yes, true}, {TryAgain::AfterFix, true}}) {
        ErrorText problem = errorText(ErrorCode::CardMute);
        problem.tryAgain = again;
        screen.showProblem(problem);
        QCOMPARE(screen.findChild<Button *>(u"cardcheck.retry"_s)->isVisible(), isOffered);
    }
    // What is not the patient's to mend.
    for (const ErrorCode code : {ErrorCode::CardServiceMissing, ErrorCode::NoReader, ErrorCode::RootsNotInstalled}) {
        screen.showProblem(errorText(code));
        QVERIFY(!screen.findChild<Button *>(u"cardcheck.retry"_s)->isVisible());
        QVERIFY(screen.findChild<Button *>(u"cardcheck.paper"_s)->isVisible());
    }
}

void PatientScreensTest::portalWidgetTakesThePlaceOfThePicture()
{
    LinkingScreen screen;
    screen.resize(1366, 768);
    screen.show();
    auto *portal = new QWidget;
    screen.setPortalWidget(portal);
    QTest::qWait(1);
    QVERIFY(portal->isVisible());
    QVERIFY(portal->width() > 500 && portal->height() > 300);
    QSignalSpy cancelled(&screen, &PatientScreen::leaveRequested);
    press(screen, u"linking.cancel"_s);
    QCOMPARE(cancelled.size(), 1);
    screen.setPortalWidget(nullptr);
    QVERIFY(!screen.portalWidget());
}

void PatientScreensTest::choosingAPersonTellsWhich()
{
    ChoosePersonScreen screen;
    screen.resize(1080, 1920);
    screen.show();
    QList<ChoosePersonScreen::Person> chosen;
    connect(&screen, &ChoosePersonScreen::personChosen, this, [&chosen](ChoosePersonScreen::Person person) { chosen.append(person); });
    QSignalSpy skipped(&screen, &ChoosePersonScreen::skipped);
    press(screen, u"choose.family"_s);
    press(screen, u"choose.self"_s);
    press(screen, u"choose.skip"_s);
    QCOMPARE(chosen, (QList{ChoosePersonScreen::Person::ChildOrFamily, ChoosePersonScreen::Person::Self}));
    QCOMPARE(skipped.size(), 1);
}

void PatientScreensTest::closingScreensTellWhatWasPressed()
{
    TakeCardScreen take;
    take.resize(1080, 1920);
    take.setCardSimulated(true);
    take.show();
    QSignalSpy removed(&take, &TakeCardScreen::cardRemovalRequested);
    press(take, u"takecard.removeCard"_s);
    QCOMPARE(removed.size(), 1);
    CurtainScreen curtain;
    curtain.resize(1080, 1920);
    curtain.show();
    QSignalSpy unlock(&curtain, &CurtainScreen::unlockRequested);
    press(curtain, u"curtain.unlock"_s);
    QCOMPARE(unlock.size(), 1);
    EndScreen end;
    end.resize(1080, 1920);
    end.show();
    QSignalSpy close(&end, &EndScreen::closeRequested);
    press(end, u"end.close"_s);
    QCOMPARE(close.size(), 1);
    QVERIFY(end.findChild<Label *>(u"end.text"_s)->text().contains(u"残っていません"_s));
}

} // namespace uk

QTEST_MAIN(uk::PatientScreensTest)
#include "tst_patientscreens.moc"
