// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/walkthrough/modelkiosk.h"
#include "ui/walkthrough/walkthrough.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;

class TestWalkthrough : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeVisit_isPlayedAndReported();
    void wrongPin_endsTheRunWithItsCode();
    void expectedError_isSuccessAndTheRunGoesOn();
    void failureThatMayBe_goesOnButIsReported();
    void promptThatTheStepAnswers_isAnswered();
    void promptThatNobodyAnswers_failsTheStep();
    void stepWithoutAScreen_failsAtOnce();
    void withoutStaff_staffStepsFail();

private:
    int run(ModelKiosk &kiosk, const QByteArray &members, const QByteArray &steps);
    JsonValue step(qsizetype index) const { return m_summary.find(u"steps")->items().value(index); }
    QString codeOf(qsizetype index) const { return step(index).find(u"code")->toString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    JsonValue m_summary;
    QByteArray m_summaryText;
};

int TestWalkthrough::run(ModelKiosk &kiosk, const QByteArray &members, const QByteArray &steps)
{
    m_folder = std::make_unique<QTemporaryDir>();
    if (!QTest::qWaitForWindowExposed(kiosk.window()))
        return -1;
    Result<Scenario> scenario = parseScenario("{" + members + "\"steps\": [" + steps + "]}", u"scenario.json"_s);
    if (!scenario)
        return -2;
    Walkthrough walkthrough(*scenario, kiosk, QDir(m_folder->filePath(u"out"_s)));
    QSignalSpy finished(&walkthrough, &Walkthrough::finished);
    walkthrough.start();
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 60000))
        return -3;
    for (const StepReport &report : walkthrough.reports()) {
        if (!report.isOk)
            qInfo() << report.name << report.code << report.screen;
    }
    QFile file(m_folder->filePath(u"out/summary.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return -4;
    m_summaryText = file.readAll();
    m_summary = parseJson(m_summaryText).value_or(JsonValue());
    return finished[0][0].toInt();
}

void TestWalkthrough::wholeVisit_isPlayedAndReported()
{
    ModelKiosk kiosk;
    QCOMPARE(run(kiosk, R"("pin": "1234", "staff": {"name": "受付一", "secret": "Pass word 1"},)",
        R"({"do": "identify"}, {"do": "link"}, {"do": "openQuestionnaire", "questionnaireManagementId": "Q-1"},
           {"do": "answer", "itemMasterId": "T-01", "result": "36.5", "reason": "当日測定"},
           {"do": "acknowledgeWarnings"}, {"do": "submit"},
           {"do": "openCertificate", "vaccinationScheduleId": "S-1"}, {"do": "print", "printer": "PDF"},
           {"do": "openQuestionnaire", "questionnaireManagementId": "Q-1"}, {"do": "finish"})"), 0);
    QCOMPARE(kiosk.typedPin, u"1234"_s);
    QCOMPARE(kiosk.signedIn, u"受付一/Pass word 1"_s);
    QCOMPARE(kiosk.answer, u"36.5"_s);
    QCOMPARE(kiosk.reason, u"当日測定"_s);
    QCOMPARE(kiosk.prints().value(0).printer, u"PDF"_s);
    QCOMPARE(kiosk.cardsLaidByHand, 0); // the tray on the screen was used
    QCOMPARE(kiosk.visitState(), u"idle"_s);

    QStringList members;
    for (const JsonMember &member : m_summary.members())
        members.append(member.name);
    QCOMPARE(members, (QStringList{u"ok"_s, u"steps"_s, u"apdus"_s, u"apduBytes"_s, u"requests"_s, u"registrations"_s,
                                   u"prints"_s, u"version"_s}));
    QVERIFY(m_summary.find(u"ok")->toBoolean());
    QCOMPARE(m_summary.find(u"apdus")->toInteger().value_or(0), 5);
    QCOMPARE(m_summary.find(u"steps")->items().size(), 10);
    QCOMPARE(m_summary.find(u"registrations")->items().value(0).find(u"outcome")->toString(), u"confirmed"_s);
    for (const JsonValue &one : m_summary.find(u"steps")->items()) {
        QVERIFY(one.find(u"ok")->toBoolean());
        QVERIFY(one.find(u"code")->isNull());
        const QString png = one.find(u"png")->toString();
        QVERIFY2(QFile::exists(m_folder->filePath(u"out/"_s + png)), qPrintable(png));
    }
    QVERIFY(step(0).find(u"png")->toString().endsWith("-patient.png"_L1));
    QVERIFY(step(5).find(u"png")->toString().endsWith("-staff.png"_L1));
    // 1234 alone is the number of APDU bytes.
    for (const QByteArray &secret : {"\"1234"_ba, "Pass word"_ba, u"受付一"_s.toUtf8(), "36.5"_ba})
        QVERIFY2(!m_summaryText.contains(secret), secret.constData());
}

void TestWalkthrough::wrongPin_endsTheRunWithItsCode()
{
    ModelKiosk kiosk;
    kiosk.goodPin = u"9999"_s;
    QCOMPARE(run(kiosk, R"("pin": "1234",)", R"({"do": "identify"}, {"do": "link"})"), 1);
    QCOMPARE(codeOf(0), u"UK-C031"_s);
    QCOMPARE(m_summary.find(u"steps")->items().size(), 1);
    QVERIFY(kiosk.typedPin.isEmpty()); // not typed a second time
    QVERIFY(!step(0).find(u"text")->toString().isEmpty());
}

void TestWalkthrough::expectedError_isSuccessAndTheRunGoesOn()
{
    ModelKiosk kiosk;
    QCOMPARE(run(kiosk, R"("pin": "1234", "staff": {"name": "a", "secret": "b"},)",
        R"({"do": "identify"}, {"do": "link"}, {"do": "openQuestionnaire", "questionnaireManagementId": "Q-1"},
           {"do": "submit", "expect": "UK-Q014"}, {"do": "acknowledgeWarnings"}, {"do": "submit"})"), 0);
    QCOMPARE(codeOf(3), u"UK-Q014"_s);
    QVERIFY(step(3).find(u"ok")->toBoolean());
    QCOMPARE(kiosk.registrations().size(), 1);
}

void TestWalkthrough::failureThatMayBe_goesOnButIsReported()
{
    ModelKiosk kiosk;
    QCOMPARE(run(kiosk, R"("pin": "1234", "staff": {"name": "a", "secret": "b"},)",
        R"({"do": "identify"}, {"do": "link"}, {"do": "openQuestionnaire", "questionnaireManagementId": "Q-1"},
           {"do": "submit", "onFailure": "continue"}, {"do": "acknowledgeWarnings"}, {"do": "submit"})"), 1);
    QCOMPARE(m_summary.find(u"steps")->items().size(), 6);
    QVERIFY(!step(3).find(u"ok")->toBoolean());
    QVERIFY(step(5).find(u"ok")->toBoolean());
}

void TestWalkthrough::promptThatNobodyAnswers_failsTheStep()
{
    ModelKiosk kiosk;
    kiosk.asksForLastTry = true;
    QCOMPARE(run(kiosk, R"("pin": "1234",)", R"({"do": "identify"})"), 1);
    QCOMPARE(codeOf(0), u"UK-S063"_s);
    QVERIFY(kiosk.typedPin.isEmpty());
}

void TestWalkthrough::promptThatTheStepAnswers_isAnswered()
{
    ModelKiosk kiosk;
    kiosk.asksForLastTry = true;
    QCOMPARE(run(kiosk, R"("pin": "1234",)", R"({"do": "identify", "confirm": ["lastTry"]})"), 0);
    QCOMPARE(kiosk.typedPin, u"1234"_s);
}

void TestWalkthrough::stepWithoutAScreen_failsAtOnce()
{
    ModelKiosk kiosk;
    QCOMPARE(run(kiosk, {}, R"({"do": "register", "processType": "RegisterHomecoming"})"), 1);
    QCOMPARE(codeOf(0), u"UK-S062"_s);
}

void TestWalkthrough::withoutStaff_staffStepsFail()
{
    ModelKiosk kiosk;
    QCOMPARE(run(kiosk, R"("pin": "1234",)", R"({"do": "identify"}, {"do": "link"}, {"do": "signIn"})"), 1);
    QCOMPARE(codeOf(2), u"UK-S062"_s);
    QVERIFY(kiosk.signedIn.isEmpty());
}

QTEST_MAIN(TestWalkthrough)
#include "tst_walkthrough.moc"
