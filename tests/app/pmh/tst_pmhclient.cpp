// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "pmhfixture.h"

#include "app/questionnaire/compare.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace fixture;

/// Inquiries and registrations over a real connection to a server that keeps, bends and breaks the contract.
class PmhClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inquirySendsTheContractsRequestUnderTheToken();
    void everyAnswerOfTheServerBecomesItsError_data();
    void everyAnswerOfTheServerBecomesItsError();
    void inquiryIsTriedThreeTimesWhereTryingHelps_data();
    void inquiryIsTriedThreeTimesWhereTryingHelps();
    void inquiryWaitsNoLongerThanAllowed();
    void acceptedInquiryIsPolledUntilItsResult();
    void acceptedInquiryWithoutResultEndsInTime();
    void largeBodyIsParsedAside();
    void bodyAboveTheLimitIsCutOff_data();
    void bodyAboveTheLimitIsCutOff();
    void hostOutsideTheListIsNeverAsked();
    void redirectIsNotFollowed();
    void questionnaireOfAnotherIdIsRefused();
    void brokenRecordLeavesTheOthersUsable();
    void cancelledRequestsStaySilent();
    void tokenThatCouldForgeHeadersIsNotSent();

private:
    [[nodiscard]] Result<QList<QuestionnaireSummary>> inquireList(ScriptedServer &server, PmhTimings timings = quick());
};

Result<QList<QuestionnaireSummary>> PmhClientTest::inquireList(ScriptedServer &server, PmhTimings timings)
{
    const SystemClock clock;
    PmhClient client(profileFor(server), clock, timings);
    client.setAccessToken(secret("token-1"));
    return waitFor<QList<QuestionnaireSummary>>([&](auto reply) { client.inquireQuestionnaires(reply); });
}

void PmhClientTest::inquirySendsTheContractsRequestUnderTheToken()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(StoredQuestionnaire().inquired()); };
    const SystemClock clock;
    PmhClient client(profileFor(server), clock);
    client.setAccessToken(secret("token-1"));
    QList<RequestTrace> traces;
    connect(&client, &PmhClient::requestFinished, this, [&](const RequestTrace &trace) { traces.append(trace); });
    const auto record = waitFor<QuestionnaireRecord>([&](auto reply) { client.inquireQuestionnaire(u"q1"_s, reply); });
    QVERIFY(record);
    QCOMPARE(record->basicFiveInfo.name, u"\U00020BB7田 葛\U000E0100"_s);
    QCOMPARE(server.requests.size(), 1);
    const ReceivedRequest &request = server.requests.first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/pmh/vaccination/v4"));
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer token-1"));
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(request.body,
             QByteArray(R"({"processType":"InquireQuestionnaireAnswer","questionnaireManagementId":"q1"})"));
    QCOMPARE(traces.size(), 1);
    QCOMPARE(traces.first().processType, u"InquireQuestionnaireAnswer"_s);
    QCOMPARE(traces.first().status, 200);
}

void PmhClientTest::everyAnswerOfTheServerBecomesItsError_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    const auto error = [](const char *code) { return QByteArray("{\"code\":\"") + code + R"(","message":"x"})"; };
    QTest::newRow("400 E4001") << 400 << error("E4001") << ErrorCode::RequestRefused;
    QTest::newRow("400 E4002") << 400 << error("E4002") << ErrorCode::RequestRefused;
    QTest::newRow("401") << 401 << error("E4011") << ErrorCode::TokenExpired;
    QTest::newRow("401 without a body") << 401 << QByteArray() << ErrorCode::TokenExpired;
    QTest::newRow("403 E4031") << 403 << error("E4031") << ErrorCode::ConsentWithdrawn;
    QTest::newRow("403 E4032") << 403 << error("E4032") << ErrorCode::ScopeNotConsented;
    QTest::newRow("403 E4033") << 403 << error("E4033") << ErrorCode::UserNotRegistered;
    QTest::newRow("403 unknown") << 403 << error("E4099") << ErrorCode::RequestRefused;
    QTest::newRow("404") << 404 << error("E4041") << ErrorCode::NotFound;
    QTest::newRow("404 of a proxy") << 404 << QByteArray("<html>") << ErrorCode::RequestRefused;
    QTest::newRow("405") << 405 << error("E4001") << ErrorCode::RequestRefused;
    QTest::newRow("409 E4091") << 409 << error("E4091") << ErrorCode::AnsweringClosed;
    QTest::newRow("409 E4092") << 409 << error("E4092") << ErrorCode::DraftOverAnswered;
    QTest::newRow("413") << 413 << error("E4131") << ErrorCode::RequestTooLarge;
    QTest::newRow("500") << 500 << error("E5001") << ErrorCode::ServerError;
    QTest::newRow("502 of a proxy") << 502 << QByteArray("<html>") << ErrorCode::ServerError;
    QTest::newRow("204") << 204 << QByteArray() << ErrorCode::AnswerUnreadable;
    QTest::newRow("302") << 302 << QByteArray() << ErrorCode::AnswerUnreadable;
    QTest::newRow("HTML") << 200 << QByteArray("<!doctype html><html></html>") << ErrorCode::AnswerUnreadable;
    QTest::newRow("malformed") << 200 << QByteArray(R"({"questionnaires": [)") << ErrorCode::AnswerUnreadable;
    QTest::newRow("empty") << 200 << QByteArray() << ErrorCode::AnswerUnreadable;
    QTest::newRow("duplicate member") << 200 << QByteArray(R"({"questionnaires":[],"questionnaires":[]})")
                                      << ErrorCode::AnswerUnreadable;
    QTest::newRow("lone surrogate") << 200 << QByteArray(R"({"questionnaires":[],"x":"\ud800"})")
                                    << ErrorCode::AnswerUnreadable;
    QTest::newRow("no list") << 200 << QByteArray("{}") << ErrorCode::AnswerMemberMissing;
    QTest::newRow("null for the list") << 200 << QByteArray(R"({"questionnaires":null})")
                                       << ErrorCode::AnswerMemberMissing;
    QTest::newRow("text for the list") << 200 << QByteArray(R"({"questionnaires":"x"})") << ErrorCode::AnswerWrongType;
    QTest::newRow("array for the body") << 200 << QByteArray("[]") << ErrorCode::AnswerWrongType;
}

void PmhClientTest::everyAnswerOfTheServerBecomesItsError()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    ScriptedServer server;
    server.handler = [&](const ReceivedRequest &) { return Reaction::json(body, status); };
    const auto result = inquireList(server);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QCOMPARE(server.requests.size(), 1);
    QVERIFY2(!result.error().detail.contains("token-1"_L1), "no token in a detail");
}

void PmhClientTest::inquiryIsTriedThreeTimesWhereTryingHelps_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, Reaction::Kind kind, int status, ErrorCode code) {
        QTest::newRow(name) << static_cast<int>(kind) << status << code;
    };
    row("429", Reaction::Kind::Answer, 429, ErrorCode::RateLimited);
    row("503", Reaction::Kind::Answer, 503, ErrorCode::Maintenance);
    row("reset", Reaction::Kind::Reset, 0, ErrorCode::ServerUnreachable);
    row("truncated", Reaction::Kind::Truncate, 0, ErrorCode::ServerUnreachable);
}

void PmhClientTest::inquiryIsTriedThreeTimesWhereTryingHelps()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(ErrorCode, code);
    // Twice bad and then good; and bad for good.
    for (const int badOnes : {2, 100}) {
        ScriptedServer server;
        int seen = 0;
        server.handler = [&](const ReceivedRequest &) {
            if (++seen > badOnes)
                return Reaction::json(R"({"questionnaires":[]})");
            const auto how = static_cast<Reaction::Kind>(kind);
            return how == Reaction::Kind::Answer ? Reaction::error(status, "E5031", {"Retry-After: 1"})
                                                 : Reaction::broken(how);
        };
        const auto result = inquireList(server);
        QCOMPARE(result.has_value(), badOnes == 2);
        if (!result)
            QCOMPARE(result.error().code, code);
        // The network library itself may repeat an inquiry on a broken connection: at least the three.
        QVERIFY(kind != static_cast<int>(Reaction::Kind::Answer) || server.requests.size() == 3);
        QVERIFY(server.requests.size() >= 3);
    }
}

void PmhClientTest::inquiryWaitsNoLongerThanAllowed()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::error(429, "E4291", {"Retry-After: 31"}); };
    const auto result = inquireList(server);
    QCOMPARE(server.requests.size(), 1);
    QCOMPARE(result.error().code, ErrorCode::RateLimited);
    QCOMPARE(result.error().arguments, QStringList(u"31"_s));
}

void PmhClientTest::acceptedInquiryIsPolledUntilItsResult()
{
    ScriptedServer server;
    int polls = 0;
    server.handler = [&](const ReceivedRequest &request) {
        if (request.path == "/pmh/vaccination/v4")
            return Reaction::json(R"({"processId":"p1"})", 202, {"Retry-After: 1"});
        if (++polls == 2)
            return Reaction::error(503, "E5031");
        return polls < 4 ? Reaction::json(R"({"processId":"p1"})", 202) : Reaction::json(R"({"questionnaires":[]})");
    };
    PmhTimings patient = quick();
    patient.totalPollMs = 14000; // on a busy machine too; the fixture waits 15 s
    QVERIFY(inquireList(server, patient));
    QCOMPARE(polls, 4);
    QCOMPARE(server.requests.last().path, QByteArray("/pmh/result"));
    QCOMPARE(server.requests.last().body, QByteArray(R"({"processId":"p1"})"));
    QCOMPARE(server.requests.last().headers.value("authorization"), QByteArray("Bearer token-1"));
}

void PmhClientTest::acceptedInquiryWithoutResultEndsInTime()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(R"({"processId":"p1"})", 202); };
    const auto waited = inquireList(server);
    QCOMPARE(waited.error().code, ErrorCode::ResultNotReady);
    server.handler = [](const ReceivedRequest &request) {
        return request.path == "/pmh/result" ? Reaction::error(404, "E4041")
                                             : Reaction::json(R"({"processId":"p1"})", 202);
    };
    const auto expired = inquireList(server);
    QCOMPARE(expired.error().code, ErrorCode::ResultNotReady);
}

void PmhClientTest::largeBodyIsParsedAside()
{
    ScriptedServer server;
    const QByteArray base64 = QByteArray(3 * 1024 * 1024, 'x').toBase64();
    server.handler = [&](const ReceivedRequest &) {
        return Reaction::json(R"({"pdfFileName":"接種済証.pdf","pdfData":")" + base64 + "\"}");
    };
    const SystemClock clock;
    PmhClient client(profileFor(server), clock);
    const auto record = waitFor<CertificateRecord>([&](auto reply) { client.inquireCertificate(u"s1"_s, reply); });
    QVERIFY(record);
    QCOMPARE(record->pdfFileName, u"接種済証.pdf"_s);
    QCOMPARE(record->pdfData, base64);
    QCOMPARE(server.requests.first().body,
             QByteArray(R"({"processType":"InquireVaccinationCertificate","vaccinationScheduleId":"s1"})"));
}

void PmhClientTest::bodyAboveTheLimitIsCutOff_data()
{
    QTest::addColumn<bool>("isAnnounced");
    QTest::newRow("announced") << true;
    QTest::newRow("not announced") << false;
}

void PmhClientTest::bodyAboveTheLimitIsCutOff()
{
    QFETCH(bool, isAnnounced);
    ScriptedServer server;
    const QByteArray body = R"({"questionnaires":[],"x":")" + QByteArray(2 * 1024 * 1024, 'x') + "\"}";
    server.handler = [&](const ReceivedRequest &) {
        if (isAnnounced)
            return Reaction::json(body);
        const QByteArray chunk = QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
        return Reaction::json(chunk, 200, {"Transfer-Encoding: chunked"});
    };
    ConnectionProfile profile = profileFor(server);
    profile.limits.maxJsonBytes = 1024 * 1024;
    const SystemClock clock;
    PmhClient client(profile, clock, quick());
    const auto result = waitFor<QList<QuestionnaireSummary>>([&](auto reply) { client.inquireQuestionnaires(reply); });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::AnswerTooLarge);
    QCOMPARE(result.error().arguments, QStringList(u"1048576"_s));
    QCOMPARE(server.requests.size(), 1);
}

void PmhClientTest::hostOutsideTheListIsNeverAsked()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(R"({"questionnaires":[]})"); };
    ConnectionProfile profile = profileFor(server);
    profile.allowedHosts = {u"127.0.0.1:1"_s, u"pmh.example"_s};
    const SystemClock clock;
    PmhClient client(profile, clock, quick());
    const auto result = waitFor<QList<QuestionnaireSummary>>([&](auto reply) { client.inquireQuestionnaires(reply); });
    QCOMPARE(result.error().code, ErrorCode::HostNotAllowed);
    QVERIFY(server.requests.isEmpty());
}

void PmhClientTest::redirectIsNotFollowed()
{
    ScriptedServer server;
    server.handler = [&](const ReceivedRequest &) {
        return Reaction::json({}, 307, {"Location: " + server.address("/elsewhere")});
    };
    const auto result = inquireList(server);
    QCOMPARE(result.error().code, ErrorCode::AnswerUnreadable);
    QCOMPARE(server.requests.size(), 1);
}

void PmhClientTest::questionnaireOfAnotherIdIsRefused()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(StoredQuestionnaire().inquired()); };
    const SystemClock clock;
    PmhClient client(profileFor(server), clock, quick());
    const auto record = waitFor<QuestionnaireRecord>([&](auto reply) { client.inquireQuestionnaire(u"q2"_s, reply); });
    QVERIFY(!record);
    QCOMPARE(record.error().code, ErrorCode::AnswerUnreadable);
}

void PmhClientTest::brokenRecordLeavesTheOthersUsable()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) {
        return Reaction::json(R"({"vaccinations":[
            {"questionnaireManagementId":"q1","vaccinationScheduleId":"s1","type":{"vaccineCommonName":"MR","doseNumber":1.0}},
            {"questionnaireManagementId":"q2","vaccinationScheduleId":"s2","isDeleted":true,
             "type":{"vaccineCommonName":"BCG","doseNumber":"1"}}]})");
    };
    const SystemClock clock;
    PmhClient client(profileFor(server), clock, quick());
    const auto records = waitFor<QList<VaccinationRecord>>([&](auto reply) { client.inquireVaccinations(reply); });
    QVERIFY(records);
    QCOMPARE(records->size(), 2);
    QVERIFY(!records->at(0).unreadable);
    QCOMPARE(records->at(0).doseNumber, std::optional(1));
    const VaccinationRecord &broken = records->at(1);
    QVERIFY(broken.unreadable);
    QCOMPARE(broken.unreadable->code, ErrorCode::AnswerWrongType);
    QCOMPARE(broken.unreadable->arguments, QStringList({u"V16"_s, u"vaccinations[1].type.doseNumber"_s}));
    QCOMPARE(broken.vaccineCommonName, u"BCG"_s);
    QCOMPARE(broken.vaccinationScheduleId, u"s2"_s);
    QVERIFY(!broken.isDeleted);
}

void PmhClientTest::cancelledRequestsStaySilent()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(R"({"questionnaires":[]})"); };
    const SystemClock clock;
    PmhClient client(profileFor(server), clock, quick());
    int replies = 0;
    client.inquireQuestionnaires([&](const auto &) { ++replies; });
    client.inquireVaccinations([&](const auto &) { ++replies; });
    client.registerQuestionnaire({}, {}, [&](const auto &) { ++replies; });
    client.cancelAll();
    // A request after the cut is answered as always, and by then the others would have been.
    const auto result = waitFor<QList<QuestionnaireSummary>>([&](auto reply) { client.inquireQuestionnaires(reply); });
    QVERIFY(result);
    QCOMPARE(replies, 0);
    // Cut from inside a reply.
    bool wasCalled = false;
    client.inquireQuestionnaires([&](const auto &) {
        client.cancelAll();
        wasCalled = true;
    });
    QVERIFY(QTest::qWaitFor([&] { return wasCalled; }));
}

void PmhClientTest::tokenThatCouldForgeHeadersIsNotSent()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(R"({"questionnaires":[]})"); };
    const SystemClock clock;
    PmhClient client(profileFor(server), clock, quick());
    client.setAccessToken(secret("a\r\nX-Forged: 1"));
    QVERIFY(waitFor<QList<QuestionnaireSummary>>([&](auto reply) { client.inquireQuestionnaires(reply); }));
    QVERIFY(!server.requests.first().headers.contains("x-forged"));
    QVERIFY(!server.requests.first().headers.contains("authorization"));
}

QTEST_GUILESS_MAIN(PmhClientTest)
#include "tst_pmhclient.moc"
