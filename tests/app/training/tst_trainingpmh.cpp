// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// PMH of the training server over real HTTP: process types, the strict checks of the rules and their order.
#include "trainingclient.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonObject answer(const QString &id, const QJsonValue &result, int repeat = 1)
{
    return {{u"itemMasterId"_s, id}, {u"repeatNumber"_s, repeat}, {u"result"_s, result}};
}

QJsonObject registration(const QString &id, const QJsonArray &answers, const QString &status = u"2"_s, int page = 1)
{
    return {{u"processType"_s, u"RegisterQuestionnaireAnswer"_s},
            {u"questionnaireManagementId"_s, id},
            {u"answerStatusSeg"_s, status},
            {u"lastUpdatedPageNumber"_s, page},
            {u"answers"_s, answers}};
}

QJsonObject inquiry(const QString &id)
{
    return {{u"processType"_s, u"InquireQuestionnaireAnswer"_s}, {u"questionnaireManagementId"_s, id}};
}

const QString form = u"Q-KO-XX1"_s; ///< holds every answer type

/// What every registration of that form needs: the required items and the unknown type as it is stored.
QJsonArray needed()
{
    return {answer(u"X-01"_s, u"0"_s), answer(u"X-14"_s, u"left-arm:2"_s), answer(u"X-20"_s, u"見本ワクチン"_s)};
}

QJsonArray neededAnd(const QList<QJsonObject> &more)
{
    QJsonArray answers = needed();
    for (const QJsonObject &one : more)
        answers.append(one);
    return answers;
}

} // namespace

class TestTrainingPmh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_host.start()); }
    void cleanup() { QCOMPARE(client().control("POST", u"/reset"_s).status, 200); }

    void vaccinationList_holdsTheHistoryOfThePerson()
    {
        const QJsonArray list = signedIn().pmh({{u"processType"_s, u"InquireVaccinationList"_s}}).json()["vaccinations"_L1].toArray();
        QCOMPARE(list.size(), 17);
        const auto done = std::count_if(list.begin(), list.end(),
                                        [](const QJsonValue &v) { return !v["history"_L1].toArray().isEmpty(); });
        QCOMPARE(done, 12);
    }

    void questionnaireList_holdsTodaysFour()
    {
        const QJsonArray list = signedIn().pmh({{u"processType"_s, u"InquireQuestionnaireList"_s}}).json()["questionnaires"_L1].toArray();
        QCOMPARE(list.size(), 4);
        QCOMPARE(list[0]["answerStatusSeg"_L1].toString(), u"1"_s); // its required temperature is missing
        QCOMPARE(list[1]["answerStatusSeg"_L1].toString(), u"2"_s);
        QCOMPARE(list[0]["checkResults"_L1].toArray().size(), 2);
        QCOMPARE(list[2]["answerStatusSeg"_L1].toString(), u"1"_s);
        QCOMPARE(list[2]["proxyInputConsentSeg"_L1].toString(), u"2"_s);
        QCOMPARE(list[3]["vaccinationWishSeg"_L1].toString(), u"2"_s);
    }

    void latestAnswers_areThoseOfTheQuestionnaireAnsweredLastWithoutTheInquiredOne()
    {
        const TrainingClient minori = signedIn();
        const QJsonObject mr = minori.pmh(inquiry(u"Q-MI-MR1"_s)).json();
        QCOMPARE(mr["latestAnswers"_L1], minori.pmh(inquiry(u"Q-MI-VZ1"_s)).json()["answers"_L1]);
        // A draft is nobody's last answer; once answered, it is.
        QVERIFY(minori.pmh(inquiry(u"Q-MI-VZ1"_s)).json()["latestAnswers"_L1] != mr["answers"_L1]);
        QJsonArray answers = mr["answers"_L1].toArray();
        answers.append(QJsonObject{{u"itemMasterId"_s, u"T-01"_s}, {u"repeatNumber"_s, 1}, {u"result"_s, u"36.5"_s}});
        QCOMPARE(minori.pmh(registration(u"Q-MI-MR1"_s, answers, u"2"_s, 5)).status, 200);
        QCOMPARE(minori.pmh(inquiry(u"Q-MI-VZ1"_s)).json()["latestAnswers"_L1],
                 minori.pmh(inquiry(u"Q-MI-MR1"_s)).json()["answers"_L1]);
    }

    void certificate_isAPdfOfTheHistoryEntry()
    {
        const WireAnswer got = signedIn().pmh({{u"processType"_s, u"InquireVaccinationCertificate"_s}, {u"vaccinationScheduleId"_s, u"S-MI-BC1"_s}});
        QVERIFY(got.json()["pdfFileName"_L1].toString().endsWith(".pdf"_L1));
        const QByteArray text = got.json()["pdfData"_L1].toString().toLatin1();
        QVERIFY(!text.contains('\n'));
        QVERIFY(QByteArray::fromBase64(text, QByteArray::AbortOnBase64DecodingErrors).startsWith("%PDF-"));
    }

    void everyCertificateOfTheResidents_isBuiltIn()
    {
        for (const QString &person : {u"minori"_s, u"sora"_s, u"umi"_s}) {
            const TrainingClient linked = signedIn(person);
            const QJsonArray list = linked.pmh({{u"processType"_s, u"InquireVaccinationList"_s}}).json()["vaccinations"_L1].toArray();
            int found = 0;
            for (const QJsonValue &vaccination : list) {
                const QString id = vaccination["vaccinationScheduleId"_L1].toString();
                const WireAnswer got = linked.pmh({{u"processType"_s, u"InquireVaccinationCertificate"_s}, {u"vaccinationScheduleId"_s, id}});
                QVERIFY(got.status == 200 || got.code() == "E4041"_L1);
                found += got.status == 200;
            }
            QCOMPARE(found, person == "minori"_L1 ? 12 : 2);
        }
    }

    void registration_isStoredReadBackAndStandsInTheJournal()
    {
        const TrainingClient linked = signedIn(u"kotaro"_s);
        const QJsonArray answers = neededAnd({answer(u"X-11"_s, u"𠮷﨑\n二行目"_s), answer(u"X-03"_s, QJsonArray{u"1"_s, u"3"_s})});
        const WireAnswer stored = linked.pmh(registration(form, answers, u"2"_s, 2));
        QCOMPARE(stored.status, 200);
        QCOMPARE(stored.json(), (QJsonObject{{u"questionnaireManagementId"_s, form}, {u"answerStatusSeg"_s, u"2"_s}}));
        const QJsonObject read = linked.pmh(inquiry(form)).json();
        QCOMPARE(read["answers"_L1].toArray(), answers);
        QCOMPARE(read["lastUpdatedPageNumber"_L1].toInt(), 2);
        const QJsonArray journal = client().control("GET", u"/journal"_s).list();
        QCOMPARE(journal.size(), 1);
        QCOMPARE(journal[0]["origin"_L1].toString(), u"client"_s);
        QCOMPARE(journal[0]["key"_L1].toString(), form);
    }

    void accepted_data()
    {
        QTest::addColumn<QJsonArray>("answers");
        QTest::addColumn<QString>("status");
        const auto row = [](const char *name, const QList<QJsonObject> &more) { QTest::newRow(name) << neededAnd(more) << u"2"_s; };
        row("empty string for a choice list", {answer(u"X-03"_s, u""_s)});
        row("empty array for a text", {answer(u"X-10"_s, QJsonArray())});
        row("integer at the limits", {answer(u"X-04"_s, u"100"_s)});
        row("decimal with two places", {answer(u"X-05"_s, u"75.25"_s)});
        row("temperature without a place", {answer(u"X-06"_s, u"37"_s)});
        row("leap day", {answer(u"X-07"_s, u"2024-02-29"_s)});
        row("year and month", {answer(u"X-08"_s, u"2026-12"_s)});
        row("age", {answer(u"X-09"_s, u"P3Y11M"_s)});
        row("ten code points beyond the basic plane", {answer(u"X-10"_s, u"𠮷"_s.repeated(10))});
        row("consent refused", {answer(u"X-12"_s, u"0"_s)});
        row("exclusive choice alone", {answer(u"X-03"_s, QJsonArray{u"0"_s})});
        row("three repeats", {answer(u"X-20"_s, u"二"_s, 2), answer(u"X-20"_s, u"三"_s, 3)});
        row("visible by another item", {answer(u"X-03"_s, QJsonArray{u"2"_s}), answer(u"X-30"_s, u"はい"_s)});
        row("empty answer of a hidden item", {answer(u"X-30"_s, u""_s)});
        row("controller that the definition does not hold", {answer(u"X-34"_s, u"見える"_s)});
        QTest::newRow("draft without the required items")
            << QJsonArray{answer(u"X-14"_s, u"left-arm:2"_s), answer(u"X-04"_s, u"1"_s)} << u"1"_s;
    }
    void accepted()
    {
        QFETCH(QJsonArray, answers);
        QFETCH(QString, status);
        if (status == "1"_L1)
            setStored(u"1"_s);
        const WireAnswer got = signedIn(u"kotaro"_s).pmh(registration(form, answers, status));
        QVERIFY2(got.status == 200, got.body.constData());
    }

    void refusedWithE4003_data()
    {
        QTest::addColumn<QJsonArray>("answers");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QList<QJsonObject> &more, const QString &place = u"answers[3].result"_s) {
            QTest::newRow(name) << neededAnd(more) << place;
        };
        const QString id = u"answers[3].itemMasterId"_s, repeat = u"answers[3].repeatNumber"_s, whole = u"answers"_s;
        row("pair given twice", {answer(u"X-01"_s, u"0"_s)}, id);
        row("unknown item", {answer(u"X-99"_s, u"1"_s)}, id);
        row("answer to a note", {answer(u"X-13"_s, u"1"_s)}, id);
        row("repeat where nothing repeats", {answer(u"X-04"_s, u"1"_s, 2)}, repeat);
        row("repeat above maxRepeat", {answer(u"X-20"_s, u"四"_s, 4)}, repeat);
        row("repeats with a gap", {answer(u"X-20"_s, u"三"_s, 3)}, repeat);
        row("exclusive value with others", {answer(u"X-03"_s, QJsonArray{u"1"_s, u"0"_s})});
        row("choices out of order", {answer(u"X-03"_s, QJsonArray{u"2"_s, u"1"_s})});
        row("choice given twice", {answer(u"X-03"_s, QJsonArray{u"1"_s, u"1"_s})});
        row("unknown choice among several", {answer(u"X-03"_s, QJsonArray{u"9"_s})});
        row("unknown choice", {answer(u"X-02"_s, u"z"_s)});
        row("array for a single choice", {answer(u"X-02"_s, QJsonArray{u"a"_s})});
        row("text for a multiple choice", {answer(u"X-03"_s, u"1"_s)});
        row("non-empty answer of a hidden item", {answer(u"X-30"_s, u"x"_s)});
        row("item of a hidden controller", {answer(u"X-31"_s, u"x"_s)});
        row("items that hide each other", {answer(u"X-32"_s, u"1"_s)});
        row("integer with a fraction", {answer(u"X-04"_s, u"1.5"_s)});
        row("integer with a leading zero", {answer(u"X-04"_s, u"01"_s)});
        row("integer in full width", {answer(u"X-04"_s, u"１"_s)});
        row("integer below the minimum", {answer(u"X-04"_s, u"-1"_s)});
        row("integer above the maximum", {answer(u"X-04"_s, u"101"_s)});
        row("decimal with three places", {answer(u"X-05"_s, u"1.234"_s)});
        row("decimal with an exponent", {answer(u"X-05"_s, u"1e2"_s)});
        row("temperature with two places", {answer(u"X-06"_s, u"36.55"_s)});
        row("temperature out of range", {answer(u"X-06"_s, u"45"_s)});
        row("day that does not exist", {answer(u"X-07"_s, u"2026-02-29"_s)});
        row("day in another form", {answer(u"X-07"_s, u"2026/02/01"_s)});
        row("month that does not exist", {answer(u"X-08"_s, u"2026-13"_s)});
        row("age without months", {answer(u"X-09"_s, u"P3Y"_s)});
        row("age with twelve months", {answer(u"X-09"_s, u"P3Y12M"_s)});
        row("text too long", {answer(u"X-10"_s, u"あ"_s.repeated(11))});
        row("text with a carriage return", {answer(u"X-11"_s, u"a\r\nb"_s)});
        row("consent that is neither", {answer(u"X-12"_s, u"2"_s)});
        row("required item of a filled repeat", {answer(u"X-21"_s, u"2026-10-01"_s, 2)}, whole);
        row("required item shown by another", {answer(u"X-22"_s, u"1"_s)}, whole);
        QTest::newRow("required item missing")
            << QJsonArray{answer(u"X-14"_s, u"left-arm:2"_s), answer(u"X-20"_s, u"見本"_s)} << whole;
        QTest::newRow("required item empty")
            << QJsonArray{answer(u"X-01"_s, u""_s), answer(u"X-14"_s, u"left-arm:2"_s), answer(u"X-20"_s, u"見本"_s)} << whole;
        QTest::newRow("unknown type changed")
            << QJsonArray{answer(u"X-01"_s, u"0"_s), answer(u"X-14"_s, u"other"_s), answer(u"X-20"_s, u"見本"_s)} << whole;
        QTest::newRow("unknown type missing") << QJsonArray{answer(u"X-01"_s, u"0"_s), answer(u"X-20"_s, u"見本"_s)} << whole;
    }
    void refusedWithE4003()
    {
        QFETCH(QJsonArray, answers);
        QFETCH(QString, place);
        const TrainingClient linked = signedIn(u"kotaro"_s);
        const QJsonObject before = linked.pmh(inquiry(form)).json();
        const WireAnswer got = linked.pmh(registration(form, answers));
        QCOMPARE(got.status, 400);
        QCOMPARE(got.code(), u"E4003"_s);
        QCOMPARE(got.json()["message"_L1].toString().section(u':', 0, 0), place);
        QCOMPARE(linked.pmh(inquiry(form)).json(), before);
    }

    void draftWithAWrongResult_isRefusedLikeAnAnswer()
    {
        setStored(u"1"_s);
        const TrainingClient linked = signedIn(u"kotaro"_s);
        QCOMPARE(linked.pmh(registration(form, neededAnd({answer(u"X-04"_s, u"abc"_s)}), u"1"_s)).code(), u"E4003"_s);
        QCOMPARE(linked.pmh(registration(form, {answer(u"X-14"_s, u"other"_s)}, u"1"_s)).code(), u"E4003"_s);
    }

    void rangeThatOnlyWarns_isAccepted()
    {
        const TrainingClient linked = signedIn();
        QJsonArray answers = linked.pmh(inquiry(u"Q-MI-MR1"_s)).json()["answers"_L1].toArray();
        answers.append(answer(u"T-01"_s, u"38.2"_s));
        QCOMPARE(linked.pmh(registration(u"Q-MI-MR1"_s, answers, u"2"_s, 5)).status, 200);
    }

    void malformed_isE4001_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("duplicate key") << QByteArray(R"({"processType":"InquireQuestionnaireList","processType":"InquireQuestionnaireList"})");
        QTest::newRow("lone surrogate") << QByteArray(R"({"processType":"InquireQuestionnaireList","x":"\ud842"})");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"processType\":\"InquireQuestionnaireList\",\"x\":\"\xff\"}");
        QTest::newRow("no process type") << QByteArray("{}");
        QTest::newRow("process type of another type") << QByteArray(R"({"processType":1})");
        QTest::newRow("missing member") << QByteArray(R"({"processType":"InquireQuestionnaireAnswer"})");
        QTest::newRow("null member") << QByteArray(R"({"processType":"InquireQuestionnaireAnswer","questionnaireManagementId":null})");
    }
    void malformed_isE4001()
    {
        QFETCH(QByteArray, body);
        const WireAnswer got = signedIn().raw(body);
        QCOMPARE(got.status, 400);
        QCOMPARE(got.code(), u"E4001"_s);
    }

    void byteOrderMarkAndUnknownMembers_areTaken()
    {
        QCOMPARE(signedIn().raw("\xef\xbb\xbf{\"processType\":\"InquireQuestionnaireList\",\"more\":[1]}").status, 200);
        QCOMPARE(signedIn().raw(R"({"processType":"InquireQuestionnaireList"})", "application/json; charset=utf-8").status, 200);
    }

    void brokenAnswerShapes_areE4001WithTheirPlace_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("place");
        QTest::newRow("no object") << QJsonValue(1) << u"answers[0]"_s;
        QTest::newRow("no id") << QJsonValue(QJsonObject{{u"repeatNumber"_s, 1}, {u"result"_s, u""_s}}) << u"answers[0].itemMasterId"_s;
        QTest::newRow("repeat 0") << QJsonValue(answer(u"X-01"_s, u"0"_s, 0)) << u"answers[0].repeatNumber"_s;
        QTest::newRow("result as number") << QJsonValue(answer(u"X-01"_s, 1)) << u"answers[0].result"_s;
        QTest::newRow("result with a number in it") << QJsonValue(answer(u"X-03"_s, QJsonArray{1})) << u"answers[0].result"_s;
    }
    void brokenAnswerShapes_areE4001WithTheirPlace()
    {
        QFETCH(QJsonValue, value);
        QFETCH(QString, place);
        const WireAnswer got = signedIn(u"kotaro"_s).pmh(registration(form, {value}));
        QCOMPARE(got.code(), u"E4001"_s);
        QCOMPARE(got.json()["message"_L1].toString().section(u':', 0, 0), place);
    }

    void statusPageAndPermission_haveTheirCodes()
    {
        setStored(u"2"_s);
        const TrainingClient linked = signedIn(u"kotaro"_s);
        QCOMPARE(linked.pmh(registration(form, needed(), u"0"_s)).code(), u"E4001"_s);
        QCOMPARE(linked.pmh(registration(form, needed(), u"2"_s, 3)).code(), u"E4001"_s);
        QCOMPARE(linked.pmh(registration(form, needed(), u"2"_s, 0)).code(), u"E4001"_s);
        QCOMPARE(linked.pmh(registration(form, needed(), u"1"_s)).code(), u"E4092"_s);
        QCOMPARE(linked.pmh(registration(u"Q-MI-MR1"_s, needed())).code(), u"E4041"_s);
        const TrainingClient moved = signedIn(u"yuto"_s);
        QCOMPARE(moved.pmh(registration(u"Q-YU-JE1"_s, {}, u"2"_s)).code(), u"E4091"_s);
    }

    void scopesAndAreas_areKeptApart()
    {
        const TrainingClient linked = signedIn();
        QCOMPARE(linked.pmh({{u"processType"_s, u"InquireChildCheckups"_s}}, u"/pmh/maternal-child/v3"_s).code(), u"E4032"_s);
        QCOMPARE(linked.pmh({{u"processType"_s, u"InquireChildCheckups"_s}}).code(), u"E4002"_s);
        QCOMPARE(linked.pmh({{u"processType"_s, u"Nothing"_s}}).code(), u"E4002"_s);
        const TrainingClient all = signedIn(u"haruka"_s, {u"maternal-child"_s, u"medical-subsidy"_s});
        QCOMPARE(all.pmh({{u"processType"_s, u"InquireVaccinationList"_s}}, u"/pmh/maternal-child/v3"_s).code(), u"E4002"_s);
        QCOMPARE(all.pmh({{u"processType"_s, u"InquireChildCheckups"_s}}, u"/pmh/maternal-child/v3"_s).json()["checkups"_L1].toArray(), QJsonArray());
        const WireAnswer ledger = all.pmh({{u"processType"_s, u"InquireCopaymentLedger"_s}, {u"copaymentLedgerSeg"_s, u"1"_s}}, u"/pmh/medical-subsidy/v3"_s);
        QCOMPARE(ledger.json()["months"_L1].toArray().size(), 12);
        QCOMPARE(all.pmh({{u"processType"_s, u"InquireCopaymentLedger"_s}, {u"copaymentLedgerSeg"_s, u"2"_s}}, u"/pmh/medical-subsidy/v3"_s).code(), u"E4041"_s);
    }

    void checks_comeInTheOrderOfTheRules()
    {
        // One request that is wrong in every way; each remedy uncovers the next refusal.
        setStored(u"2"_s);
        const QJsonArray stop{QJsonObject{{u"service"_s, u"pmh"_s}}};
        TrainingClient linked = client();
        QCOMPARE(client().control("PUT", u"/rate-limit"_s, QJsonObject{{u"requestsPerSecond"_s, 0.001}}).status, 200);
        QCOMPARE(client().control("PUT", u"/services"_s, QJsonObject{{u"stops"_s, stop}}).status, 200);
        const QByteArray broken = "{" + QByteArray(8 * 1024 * 1024, ' ');
        (void)linked.raw("{}");
        QCOMPARE(linked.raw(broken).code(), u"E4291"_s);
        QCOMPARE(client().control("PUT", u"/rate-limit"_s, QJsonObject()).status, 200);
        QCOMPARE(linked.raw(broken).code(), u"E5031"_s);
        QCOMPARE(client().control("PUT", u"/services"_s, QJsonObject()).status, 200);
        QCOMPARE(linked.raw(broken).code(), u"E4011"_s);
        linked.signIn(u"rin"_s, {u"medical-subsidy"_s});
        QCOMPARE(linked.raw(broken).code(), u"E4033"_s);
        linked.signIn(u"kotaro"_s, {u"medical-subsidy"_s});
        QCOMPARE(linked.raw(broken).code(), u"E4032"_s);
        linked.signIn(u"kotaro"_s);
        QCOMPARE(linked.raw(broken).code(), u"E4131"_s);
        QCOMPARE(linked.raw("{").code(), u"E4001"_s);
        QCOMPARE(linked.raw(R"({"processType":"Nothing"})", "text/plain").code(), u"E4001"_s);
        QCOMPARE(linked.pmh({{u"processType"_s, u"Nothing"_s}}).code(), u"E4002"_s);
        QJsonObject request = registration(u"unknown"_s, {answer(u"X-99"_s, 1)}, u"0"_s, 9);
        QCOMPARE(linked.pmh(request).code(), u"E4001"_s);
        request.insert(u"answers"_s, QJsonArray{answer(u"X-99"_s, u"1"_s)});
        QCOMPARE(linked.pmh(request).code(), u"E4041"_s);
        request.insert(u"questionnaireManagementId"_s, form);
        setAnswerable(false);
        QCOMPARE(linked.pmh(request).code(), u"E4001"_s);
        request.insert(u"answerStatusSeg"_s, u"1"_s);
        QCOMPARE(linked.pmh(request).code(), u"E4001"_s);
        request.insert(u"lastUpdatedPageNumber"_s, 1);
        QCOMPARE(linked.pmh(request).code(), u"E4091"_s);
        setAnswerable(true);
        QCOMPARE(linked.pmh(request).code(), u"E4092"_s);
        request.insert(u"answerStatusSeg"_s, u"2"_s);
        QCOMPARE(linked.pmh(request).code(), u"E4003"_s);
    }

    void wrongMethodAndPath_areErrors()
    {
        QCOMPARE(client().get(u"/pmh/vaccination/v4"_s).status, 405);
        QCOMPARE(client().get(u"/pmh/vaccination/v4"_s).code(), u"E4051"_s);
        QCOMPARE(client().get(u"/pmh/vaccination/v3"_s).status, 404);
        QVERIFY(!client().get(u"/nothing"_s).code().isEmpty());
    }

    void withdrawnAndExpired_haveTheirCodes()
    {
        const TrainingClient linked = signedIn();
        QCOMPARE(client().control("POST", u"/people/minori/withdraw"_s).status, 200);
        QCOMPARE(linked.pmh({{u"processType"_s, u"InquireVaccinationList"_s}}).code(), u"E4031"_s);
        const TrainingClient again = signedIn();
        QCOMPARE(again.pmh({{u"processType"_s, u"InquireVaccinationList"_s}}).status, 200);
        QCOMPARE(client().control("POST", u"/people/minori/expire"_s).status, 200);
        QCOMPARE(again.pmh({{u"processType"_s, u"InquireVaccinationList"_s}}).code(), u"E4011"_s);
    }

private:
    [[nodiscard]] TrainingClient client() const { return TrainingClient(m_host.server()); }
    [[nodiscard]] TrainingClient signedIn(const QString &person = u"minori"_s, const QStringList &scopes = {u"vaccination"_s}) const
    {
        TrainingClient linked = client();
        linked.signIn(person, scopes);
        return linked;
    }
    /// Makes the form of every answer type a draft (1) or answered (2).
    void setStored(const QString &status) const
    {
        const QJsonObject edit{{u"id"_s, form}, {u"answerStatusSeg"_s, status}};
        QCOMPARE(client().control("POST", u"/people/kotaro/edit"_s, edit).status, 200);
    }
    void setAnswerable(bool answerable) const
    {
        const QJsonObject change{{u"isAnswerable"_s, QJsonObject{{form, answerable}}}};
        QCOMPARE(client().control("PUT", u"/people/kotaro"_s, change).status, 200);
    }

    mutable TrainingHost m_host;
};

QTEST_GUILESS_MAIN(TestTrainingPmh)
#include "tst_trainingpmh.moc"
