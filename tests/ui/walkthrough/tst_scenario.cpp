// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/scenario.h"

#include <QTemporaryDir>
#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

/// The example of the contract, all members and steps of it.
constexpr auto wholeExample = R"({
  "profile": "profile.json",
  "trustedRoots": ["roots.pem", "/etc/more.pem"], "allowTestRoots": true,
  "reader": "Virtual PCD 00 00",
  "pin": "1234", "basicInfoPin": null,
  "browserCommand": ["./drive-portal", "%u"],
  "purpose": ["vaccination"],
  "staff": {"name": "受付一", "secret": "s1", "totpSecret": null}, "secondStaff": {"name": "受付二", "secret": "s2"},
  "display": {"width": 1280, "height": 720, "scale": 1.5, "language": "en", "mode": "two"},
  "steps": [
    {"do": "identify", "confirm": ["lastTry", "spokenName"]},
    {"do": "link"},
    {"do": "openQuestionnaire", "questionnaireManagementId": "Q-1"},
    {"do": "answer", "itemMasterId": "T-01", "repeatNumber": 2, "result": "36.5", "reason": "当日測定"},
    {"do": "answer", "itemMasterId": "M-01", "result": ["a", "b"]},
    {"do": "addRepeat", "itemMasterId": "V-01"}, {"do": "removeRepeat", "itemMasterId": "V-01", "repeatNumber": 2},
    {"do": "acknowledgeWarnings", "codes": ["W1"]},
    {"do": "saveDraft"}, {"do": "submit", "choose": "mine", "onFailure": "continue"},
    {"do": "openCertificate", "vaccinationScheduleId": "S-1"}, {"do": "print", "printer": "PDF", "copies": 2},
    {"do": "open", "screen": "ledger", "copaymentLedgerSeg": "1", "reason": "窓口負担の確認"},
    {"do": "register", "processType": "RegisterPregnancyLoss", "pregnancyByMunicipalityId": "P", "diagnosedOn": "2026-10-01",
     "reason": "x", "confirm": ["secondConfirmation"]},
    {"do": "openQuestionnaire", "childCheckupId": "C-1", "expect": "UK-A027"},
    {"do": "wait", "ms": 500}, {"do": "signIn"}, {"do": "lock"}, {"do": "unlock"}, {"do": "refuse"},
    {"do": "removeCard"}, {"do": "layCard"}, {"do": "park"}, {"do": "resume"}, {"do": "undo"}, {"do": "finish"},
    {"do": "openSameDay"}, {"do": "answerSameDay", "itemMasterId": "T-01", "result": "36.5", "questionnaireManagementId": "Q-1"},
    {"do": "includeSameDay", "questionnaireManagementId": "Q-1"}, {"do": "submitSameDay"}
  ]
})";

QByteArray withSteps(const QByteArray &steps)
{
    return "{\"steps\": [" + steps + "]}";
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeExample_isReadToTheLastMember();
    void minimalScenario_hasTheDefaults();
    void brokenScenario_isRefusedWithItsPlace_data();
    void brokenScenario_isRefusedWithItsPlace();
    void missingFile_isRefused();
    void fileWithByteOrderMark_isRead();
};

void TestScenario::wholeExample_isReadToTheLastMember()
{
    const Result<Scenario> read = parseScenario(wholeExample, u"/data/visits/one.json"_s);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    const Scenario &s = *read;
    QCOMPARE(s.profile, u"/data/visits/profile.json"_s);
    QCOMPARE(s.trustedRoots, (QStringList{u"/data/visits/roots.pem"_s, u"/etc/more.pem"_s}));
    QVERIFY(s.allowTestRoots);
    QCOMPARE(s.reader, u"Virtual PCD 00 00"_s);
    QVERIFY(!s.isCardSimulated());
    QCOMPARE(s.pin.size(), 4U);
    QVERIFY(!s.basicInfoPin);
    QCOMPARE(s.browserCommand, (QStringList{u"/data/visits/drive-portal"_s, u"%u"_s}));
    QCOMPARE(s.purpose, QStringList{u"vaccination"_s});
    QCOMPARE(s.staff->name, u"受付一"_s);
    QVERIFY(!s.staff->totpSecret);
    QCOMPARE(s.secondStaff->secret.size(), 2U);
    QCOMPARE(s.display.size, QSize(1280, 720));
    QCOMPARE(s.display.scale, 1.5);
    QCOMPARE(s.display.language, u"en"_s);
    QCOMPARE(s.display.mode, u"two"_s);

    QCOMPARE(s.steps.size(), 30);
    QCOMPARE(s.steps[0].kind, StepKind::Identify);
    QCOMPARE(s.steps[0].confirm, (QStringList{u"lastTry"_s, u"spokenName"_s}));
    QCOMPARE(s.steps[2].questionnaireManagementId, u"Q-1"_s);
    QCOMPARE(s.steps[3].repeatNumber, 2);
    QCOMPARE(std::get<QString>(s.steps[3].result), u"36.5"_s);
    QCOMPARE(s.steps[3].reason, u"当日測定"_s);
    QCOMPARE(std::get<QStringList>(s.steps[4].result), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(s.steps[7].codes, QStringList{u"W1"_s});
    QCOMPARE(s.steps[9].choose, u"mine"_s);
    QVERIFY(s.steps[9].continuesOnFailure);
    QVERIFY(!s.steps[8].continuesOnFailure);
    QCOMPARE(s.steps[10].vaccinationScheduleId, u"S-1"_s);
    QCOMPARE(s.steps[11].printer, u"PDF"_s);
    QCOMPARE(s.steps[11].copies, 2);
    QCOMPARE(s.steps[12].screen, u"ledger"_s);
    QCOMPARE(s.steps[12].copaymentLedgerSeg, u"1"_s);
    QCOMPARE(s.steps[13].processType, u"RegisterPregnancyLoss"_s);
    QStringList requestMembers;
    for (const JsonMember &member : s.steps[13].request.members())
        requestMembers.append(member.name);
    QCOMPARE(requestMembers, (QStringList{u"processType"_s, u"pregnancyByMunicipalityId"_s, u"diagnosedOn"_s, u"reason"_s}));
    QCOMPARE(s.steps[14].childCheckupId, u"C-1"_s);
    QCOMPARE(s.steps[14].expect, u"UK-A027"_s);
    QCOMPARE(s.steps[15].milliseconds, 500);
    QCOMPARE(s.steps[25].place, u"/steps/25"_s);
    QCOMPARE(s.steps[27].kind, StepKind::AnswerSameDay);
    QCOMPARE(s.steps[27].questionnaireManagementId, u"Q-1"_s);
    for (const ScenarioStep &step : s.steps)
        QCOMPARE(stepName(step.kind), step.name);
}

void TestScenario::minimalScenario_hasTheDefaults()
{
    const Result<Scenario> s = parseScenario(withSteps(R"({"do": "identify"})"), u"x.json"_s);
    QVERIFY(s);
    QVERIFY(s->profile.isEmpty() && s->browserCommand.isEmpty() && s->pin.isEmpty() && !s->staff && !s->allowTestRoots);
    QVERIFY(s->isCardSimulated());
    QCOMPARE(s->display.size, QSize(1366, 768));
    QCOMPARE(s->display.mode, u"one"_s);
}

void TestScenario::brokenScenario_isRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &json, const QString &place) {
        QTest::newRow(name) << json << place;
    };
    row("not JSON", "{", u"/"_s);
    row("empty", "", u"/"_s);
    row("a list", "[]", u"/"_s);
    row("no steps", "{}", u"/steps"_s);
    row("steps empty", "{\"steps\": []}", u"/steps"_s);
    row("steps an object", "{\"steps\": {}}", u"/steps"_s);
    row("member twice", R"({"steps": [{"do": "link"}], "steps": [{"do": "link"}]})", u"/"_s);
    row("unknown member", R"({"steps": [{"do": "link"}], "pim": "1234"})", u"/pim"_s);
    row("pin a number", R"({"steps": [{"do": "link"}], "pin": 1234})", u"/pin"_s);
    row("pin too short", R"({"steps": [{"do": "link"}], "pin": "123"})", u"/pin"_s);
    row("pin not digits", R"({"steps": [{"do": "link"}], "pin": "12a4"})", u"/pin"_s);
    row("command without address", R"({"steps": [{"do": "link"}], "browserCommand": ["chromium"]})", u"/browserCommand"_s);
    row("command a text", R"({"steps": [{"do": "link"}], "browserCommand": "chromium %u"})", u"/browserCommand"_s);
    row("unknown purpose", R"({"steps": [{"do": "link"}], "purpose": ["vaccination", "all"]})", u"/purpose/1"_s);
    row("staff without secret", R"({"steps": [{"do": "link"}], "staff": {"name": "a"}})", u"/staff/secret"_s);
    row("staff with more", R"({"steps": [{"do": "link"}], "staff": {"name": "a", "secret": "b", "role": "c"}})",
        u"/staff/role"_s);
    row("width a text", R"({"steps": [{"do": "link"}], "display": {"width": "1366"}})", u"/display/width"_s);
    row("mode three", R"({"steps": [{"do": "link"}], "display": {"mode": "three"}})", u"/display/mode"_s);
    row("step a text", withSteps("\"link\""), u"/steps/0"_s);
    row("step without do", withSteps("{}"), u"/steps/0/do"_s);
    row("unknown step", withSteps(R"({"do": "link"}, {"do": "teleport"})"), u"/steps/1/do"_s);
    row("step in capitals", withSteps(R"({"do": "Link"})"), u"/steps/0/do"_s);
    row("unknown member of a step", withSteps(R"({"do": "link", "itemMasterId": "x"})"), u"/steps/0/itemMasterId"_s);
    row("missing member", withSteps(R"({"do": "answer", "itemMasterId": "x"})"), u"/steps/0/result"_s);
    row("result a number", withSteps(R"({"do": "answer", "itemMasterId": "x", "result": 36.5})"), u"/steps/0/result"_s);
    row("results mixed", withSteps(R"({"do": "answer", "itemMasterId": "x", "result": ["a", 1]})"),
        u"/steps/0/result/1"_s);
    row("repeat zero", withSteps(R"({"do": "answer", "itemMasterId": "x", "result": "", "repeatNumber": 0})"),
        u"/steps/0/repeatNumber"_s);
    row("repeat a fraction", withSteps(R"({"do": "answer", "itemMasterId": "x", "result": "", "repeatNumber": 1.5})"),
        u"/steps/0/repeatNumber"_s);
    row("both ids", withSteps(R"({"do": "openQuestionnaire", "questionnaireManagementId": "a", "childCheckupId": "b"})"),
        u"/steps/0"_s);
    row("no id", withSteps(R"({"do": "openQuestionnaire"})"), u"/steps/0"_s);
    row("unknown screen", withSteps(R"({"do": "open", "screen": "cellar"})"), u"/steps/0/screen"_s);
    row("unknown confirm", withSteps(R"({"do": "link", "confirm": ["everything"]})"), u"/steps/0/confirm/0"_s);
    row("unknown choice", withSteps(R"({"do": "submit", "choose": "ours"})"), u"/steps/0/choose"_s);
    row("unknown code", withSteps(R"({"do": "submit", "expect": "UK-X999"})"), u"/steps/0/expect"_s);
    row("onFailure stop", withSteps(R"({"do": "submit", "onFailure": "stop"})"), u"/steps/0/onFailure"_s);
    row("no copies", withSteps(R"({"do": "print", "printer": "PDF", "copies": 0})"), u"/steps/0/copies"_s);
    row("wait without time", withSteps(R"({"do": "wait"})"), u"/steps/0/ms"_s);
    row("register without type", withSteps(R"({"do": "register", "answers": []})"), u"/steps/0/processType"_s);
}

void TestScenario::brokenScenario_isRefusedWithItsPlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const Result<Scenario> read = parseScenario(json, u"dir/one.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::ScenarioInvalid);
    QVERIFY2(read.error().detail.startsWith(u"dir/one.json: %1: "_s.arg(place)), qPrintable(read.error().detail));
    QVERIFY(!read.error().arguments.value(0).isEmpty());
    QVERIFY(!read.error().detail.contains(u"1234"_s)); // a PIN of the wrong type is not repeated
}

void TestScenario::missingFile_isRefused()
{
    QTemporaryDir folder;
    const Result<Scenario> read = readScenario(folder.filePath(u"none.json"_s));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::ScenarioInvalid);
}

void TestScenario::fileWithByteOrderMark_isRead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"one.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xef\xbb\xbf" + withSteps(R"({"do": "link"})"));
    file.close();
    QVERIFY(readScenario(file.fileName()));
}

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
