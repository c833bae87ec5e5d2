// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cardreader/mynumber/servicebench.h"

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::test;

/// The card service on cards in software in this process.
class TestCardService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeLoginTakesSixCommands();
    void aWholeLoginInShortCommandsTakesTwelve();
    void anUnusualButGoodCardLogsIn_data();
    void anUnusualButGoodCardLogsIn();
    void aCardThatCannotGoOnHasItsOwnReason_data();
    void aCardThatCannotGoOnHasItsOwnReason();
    void withoutRootsEveryCardSaysSo();
    void testRootsAreRefusedWhereTheyAreNotAllowed();
    void anEndThatComesSoonIsTold();
    void noiseInsteadOfAnswersEndsInAnError_data();
    void noiseInsteadOfAnswersEndsInAnError();

    void aWrongPinTellsTheTriesAndIsSentOnce();
    void aPinOfAnotherFormIsNotSent_data();
    void aPinOfAnotherFormIsNotSent();
    void aLostAnswerToThePinLeavesTheOutcomeOpen();

    void basicFourInformationIsReadAndVerified();
    void basicFourInformationFailsForItsOwnReasons_data();
    void basicFourInformationFailsForItsOwnReasons();
    void basicFourInformationNeedsItsRoots();
    void aWrongPinForBasicFourTellsItsOwnTries();

    void theCardIsPoweredOffAtTheEnd();
    void theCardIsPoweredOffWhenTheProgramEnds();
    void aSecondStepAtATimeIsRefused();
    void stepsWithoutACheckedCardAreRefused();
};

void TestCardService::aWholeLoginTakesSixCommands()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    const auto checked = bench->check();
    UK_VERIFY_OK(checked);
    QCOMPARE(checked->tokenKind, TokenKind::MyNumberCard);
    QCOMPARE(checked->pinTriesLeft, 3);
    QVERIFY(checked->isTestIssuer);
    QVERIFY(!checked->expiresSoon);
    QVERIFY(checked->notBefore < checked->notAfter);
    const auto proven = bench->prove();
    UK_VERIFY_OK(proven);
    QVERIFY(!proven->isRevocationChecked);
    QCOMPARE(bench.slot->commandCount(), 6U);
    QCOMPARE(bench->service->apduCount(), 6U);
    QCOMPARE(bench->service->apduBytes(), bench.slot->byteCount());
    QCOMPARE(bench.slot->verifyCount(), 1);
    QCOMPARE(bench.slot->tally().myNumberCommands, 0);
}

void TestCardService::aWholeLoginInShortCommandsTakesTwelve()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card({u"short-only"_s})));
    UK_VERIFY_OK(bench->check());
    bench->service->endCard();
    // The reader is known now; the second patient does not pay for the attempt.
    QVERIFY(bench.lay(card({u"short-only"_s})));
    const quint64 before = bench.slot->commandCount();
    UK_VERIFY_OK(bench->check());
    UK_VERIFY_OK(bench->prove());
    QVERIFY2(bench.slot->commandCount() - before <= 12, qPrintable(QString::number(bench.slot->commandCount() - before)));
}

void TestCardService::anUnusualButGoodCardLogsIn_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<int>("tries");
    for (const char *variant : {"short-only", "first-6f00", "61xx", "6cxx", "short-reads", "ca-2", "ec-p384",
                                "expires-soon", "contact-short-atr", "no-sign-certificate"})
        QTest::newRow(variant) << QString::fromLatin1(variant) << 3;
    QTest::newRow("one-try-left") << u"one-try-left"_s << 1;
}

void TestCardService::anUnusualButGoodCardLogsIn()
{
    QFETCH(QString, variant);
    QFETCH(int, tries);
    SimulatedBench bench;
    QVERIFY(bench.lay(card({variant})));
    const auto checked = bench->check();
    UK_VERIFY_OK(checked);
    QCOMPARE(checked->pinTriesLeft, tries);
    UK_VERIFY_OK(bench->prove());
    QCOMPARE(bench.slot->verifyCount(), 1);
    UK_VERIFY_OK(bench->basicFour());
    QCOMPARE(bench.slot->tally().myNumberCommands, 0);
}

void TestCardService::aCardThatCannotGoOnHasItsOwnReason_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *variant, ErrorCode code) {
        QTest::newRow(variant) << QString::fromLatin1(variant) << code;
    };
    row("not-my-number-card", ErrorCode::NotMyNumberCard);
    row("android", ErrorCode::PhoneToken);
    row("iphone", ErrorCode::PhoneToken);
    row("expired", ErrorCode::CertificateExpired);
    row("not-yet-valid", ErrorCode::CertificateNotYetValid);
    row("wrong-ca", ErrorCode::CertificateUnknownIssuer);
    row("corrupt-length", ErrorCode::CardAnswerUnreadable);
    row("auth-pin-blocked", ErrorCode::PinBlocked);
    row("face-authentication", ErrorCode::PinBlockedWithoutSignature);
}

void TestCardService::aCardThatCannotGoOnHasItsOwnReason()
{
    QFETCH(QString, variant);
    QFETCH(ErrorCode, code);
    SimulatedBench bench;
    QVERIFY(bench.lay(card({variant})));
    UK_COMPARE_ERROR(bench->check(), code);
    QCOMPARE(bench.slot->verifyCount(), 0);
    QCOMPARE(bench.slot->tally().powerOffs, 1);
    // The card stays the same one on the reader, and the next one is read as usual.
    QCOMPARE(bench->removed.size(), 0);
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
}

void TestCardService::withoutRootsEveryCardSaysSo()
{
    CardServiceOptions options = trainingOptions();
    options.trustedRootsPem = {};
    SimulatedBench bench(options);
    QVERIFY(bench.lay(card()));
    UK_COMPARE_ERROR(bench->check(), ErrorCode::RootsNotInstalled);
}

void TestCardService::testRootsAreRefusedWhereTheyAreNotAllowed()
{
    CardServiceOptions options = trainingOptions();
    options.allowTestRoots = false;
    SimulatedBench bench(options);
    QVERIFY(bench.lay(card()));
    UK_COMPARE_ERROR(bench->check(), ErrorCode::CertificateUnknownIssuer);
}

void TestCardService::anEndThatComesSoonIsTold()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card({u"expires-soon"_s})));
    const auto checked = bench->check();
    UK_VERIFY_OK(checked);
    QVERIFY(checked->expiresSoon);
}

void TestCardService::noiseInsteadOfAnswersEndsInAnError_data()
{
    QTest::addColumn<QString>("variant");
    for (int seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %d", seed) << u"random-answers:%1"_s.arg(seed);
}

void TestCardService::noiseInsteadOfAnswersEndsInAnError()
{
    QFETCH(QString, variant);
    SimulatedBench bench;
    QVERIFY(bench.lay(card({variant})));
    const auto checked = bench->check();
    QVERIFY(!checked);
    QVERIFY(checked.error().code != ErrorCode::Internal);
    QCOMPARE(bench.slot->verifyCount(), 0);
}

void TestCardService::aWrongPinTellsTheTriesAndIsSentOnce()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    const auto first = bench->prove("9999");
    UK_COMPARE_ERROR(first, ErrorCode::PinWrong);
    QCOMPARE(first.error().arguments, QStringList{u"2"_s});
    QCOMPARE(bench.slot->verifyCount(), 1);
    const auto second = bench->prove("9999");
    QCOMPARE(second.error().arguments, QStringList{u"1"_s});
    QCOMPARE(bench.slot->verifyCount(), 2);
    UK_COMPARE_ERROR(bench->prove("9999"), ErrorCode::PinBlocked);
    UK_COMPARE_ERROR(bench->prove("1234"), ErrorCode::PinBlocked);
    QCOMPARE(bench.slot->verifyCount(), 4);
    UK_COMPARE_ERROR(bench->check(), ErrorCode::PinBlocked);
}

void TestCardService::aPinOfAnotherFormIsNotSent_data()
{
    QTest::addColumn<QByteArray>("pin");
    for (const char *pin : {"", "123", "12345", "12a4", "12 4"})
        QTest::addRow("\"%s\"", pin) << QByteArray(pin);
}

void TestCardService::aPinOfAnotherFormIsNotSent()
{
    QFETCH(QByteArray, pin);
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    UK_COMPARE_ERROR(bench->prove(pin.toStdString()), ErrorCode::PinFormat);
    UK_COMPARE_ERROR(bench->basicFour(pin.toStdString()), ErrorCode::PinFormat);
    QCOMPARE(bench.slot->verifyCount(), 0);
    UK_VERIFY_OK(bench->prove());
}

void TestCardService::aLostAnswerToThePinLeavesTheOutcomeOpen()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card({u"remove-during-verify"_s})));
    UK_VERIFY_OK(bench->check());
    UK_COMPARE_ERROR(bench->prove(), ErrorCode::PinOutcomeUnknown);
    QCOMPARE(bench.slot->verifyCount(), 1);
    QVERIFY(bench->waitForNoCard());
}

void TestCardService::basicFourInformationIsReadAndVerified()
{
    for (const QString &variant : {QString(), u"long-address-128"_s, u"long-address-256"_s, u"short-only"_s}) {
        SimulatedBench bench;
        QVERIFY(bench.lay(card(variant.isEmpty() ? QStringList{} : QStringList{variant})));
        UK_VERIFY_OK(bench->check());
        const auto tries = bench->basicInfoTries();
        UK_VERIFY_OK(tries);
        QCOMPARE(*tries, 3);
        const auto info = bench->basicFour();
        UK_VERIFY_OK(info);
        QCOMPARE(info->name, u"受付　花子"_s);
        QVERIFY(info->address.startsWith(u"東京都千代田区霞が関１－２－３"_s));
        QCOMPARE(info->dateOfBirth, QDate(1985, 4, 5));
        QCOMPARE(info->sex, u"2"_s);
        QCOMPARE(bench.slot->verifyCount(), 1);
        QCOMPARE(bench.slot->tally().myNumberCommands, 0);
    }
}

void TestCardService::basicFourInformationFailsForItsOwnReasons_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("tries");
    QTest::newRow("forged") << u"forged-basic-info"_s << ErrorCode::BasicInfoUnreadable << 3;
    QTest::newRow("blocked") << u"basic-info-pin-blocked"_s << ErrorCode::PinBlocked << 0;
}

void TestCardService::basicFourInformationFailsForItsOwnReasons()
{
    QFETCH(QString, variant);
    QFETCH(ErrorCode, code);
    QFETCH(int, tries);
    SimulatedBench bench;
    QVERIFY(bench.lay(card({variant})));
    UK_VERIFY_OK(bench->check());
    QCOMPARE(bench->basicInfoTries().value_or(-1), tries);
    UK_COMPARE_ERROR(bench->basicFour(), code);
    // The login does not depend on it.
    UK_VERIFY_OK(bench->prove());
}

void TestCardService::basicFourInformationNeedsItsRoots()
{
    CardServiceOptions options = trainingOptions();
    options.basicInfoRootsPem = {};
    SimulatedBench bench(options);
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    UK_COMPARE_ERROR(bench->basicFour(), ErrorCode::RootsNotInstalled);
}

void TestCardService::aWrongPinForBasicFourTellsItsOwnTries()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    const auto wrong = bench->basicFour("1234");
    UK_COMPARE_ERROR(wrong, ErrorCode::PinWrong);
    QCOMPARE(wrong.error().arguments, QStringList{u"2"_s});
    QCOMPARE(bench->basicInfoTries().value_or(-1), 2);
    UK_VERIFY_OK(bench->prove());
    QCOMPARE(bench.slot->verifyCount(), 2);
}

void TestCardService::theCardIsPoweredOffAtTheEnd()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    UK_VERIFY_OK(bench->prove());
    QCOMPARE(bench.slot->tally().powerOffs, 0);
    bench->service->endCard();
    QTRY_COMPARE(bench.slot->tally().powerOffs, 1);
    UK_COMPARE_ERROR(bench->prove(), ErrorCode::Internal);
    // The same card may begin another visit without being laid down again.
    UK_VERIFY_OK(bench->check());
}

void TestCardService::theCardIsPoweredOffWhenTheProgramEnds()
{
    SimulatedBench bench;
    const auto laid = card();
    QVERIFY(bench.lay(laid));
    UK_VERIFY_OK(bench->check());
    UK_VERIFY_OK(bench->prove());
    bench->service.reset();
    QCOMPARE(bench.slot->tally().powerOffs, 1);
}

void TestCardService::aSecondStepAtATimeIsRefused()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card({u"slow"_s})));
    std::optional<Result<CardCheck>> first;
    const auto present = bench->service->currentCard().value();
    bench->service->checkCard(present, [&](Result<CardCheck> result) { first = std::move(result); });
    UK_COMPARE_ERROR(bench->check(), ErrorCode::Internal);
    QTRY_VERIFY(first.has_value());
    UK_VERIFY_OK(*first);
}

void TestCardService::stepsWithoutACheckedCardAreRefused()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_COMPARE_ERROR(bench->prove(), ErrorCode::Internal);
    UK_COMPARE_ERROR(bench->basicFour(), ErrorCode::Internal);
    UK_COMPARE_ERROR(bench->basicInfoTries(), ErrorCode::Internal);
    UK_COMPARE_ERROR(bench->endPortalWatch(), ErrorCode::Internal);
    QCOMPARE(bench.slot->commandCount(), 0U);
}

QTEST_GUILESS_MAIN(TestCardService)
#include "tst_cardservice.moc"
