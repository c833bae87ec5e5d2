// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "pmhfixture.h"

#include "app/pmh/outcome.h"
#include "app/pmh/recordcodec.h"
#include "app/pmh/registrationtable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace fixture;

namespace {

constexpr auto registerText = "RegisterQuestionnaireAnswer";

QuestionnaireRegistration registration(const QString &result = u"37.5"_s)
{
    return {u"q1"_s, u"2"_s, 1, {{{u"fever"_s, 1}, result}}};
}

QuestionnaireRecord basis()
{
    return *WireForm(ConnectionProfile()).decode(questionnaireAnswerObject, StoredQuestionnaire().inquired());
}

/// A server with one stored questionnaire whose way with registrations the test writes.
struct Scene
{
    ScriptedServer server;
    StoredQuestionnaire stored;
    std::function<Reaction(const ReceivedRequest &)> onRegister;
    std::function<Reaction(const ReceivedRequest &)> onResult;
    std::function<void(int inquiry)> beforeInquiry; ///< counts from 1
    int inquiries = 0;
    SystemClock clock;
    std::unique_ptr<PmhClient> client;

    Scene()
    {
        server.handler = [this](const ReceivedRequest &request) {
            if (request.path == "/pmh/result")
                return onResult(request);
            if (request.body.contains(registerText))
                return onRegister(request);
            ++inquiries;
            if (beforeInquiry)
                beforeInquiry(inquiries);
            return Reaction::json(stored.inquired());
        };
        onRegister = [this](const ReceivedRequest &request) { return stored.store(request); };
        client = std::make_unique<PmhClient>(profileFor(server), clock, quick());
        client->setAccessToken(secret("token-1"));
    }
    RegistrationResult submit(const QuestionnaireRegistration &sent = registration())
    {
        return *waitFor<RegistrationResult>(
            [&](auto reply) { client->registerQuestionnaire(sent, basis(), std::move(reply)); });
    }
    RegistrationResult resolve()
    {
        return *waitFor<RegistrationResult>(
            [&](auto reply) { client->resolveRegistration(registration(), basis(), std::move(reply)); });
    }
    [[nodiscard]] int registrations() const { return server.count(registerText); }
};

} // namespace

Q_DECLARE_METATYPE(RegistrationOutcome)

class RegistrationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesEveryEndOfARegistration_data();
    void judgesEveryEndOfARegistration();
    void everyEventIsDefinedInEveryState();

    void confirmedAfterReadBack();
    void bodyIsSentOnceWithItsLength();
    void changedMeanwhileSendsNothing_data();
    void changedMeanwhileSendsNothing();
    void reorderedBasisIsTheSame();
    void refusalIsFinalAndKeepsTheReason_data();
    void refusalIsFinalAndKeepsTheReason();
    void lostAnswerLeadsToOneRegistrationAndItsTruth_data();
    void lostAnswerLeadsToOneRegistrationAndItsTruth();
    void unechoedAnswerIsReadBack_data();
    void unechoedAnswerIsReadBack();
    void otherAnswerAfterwardsIsAConflict();
    void failingReadBackStaysUnknownUntilResolved();
    void expiredTokenAtReadBackAsksForConsent();
    void unreachableServerRefusesWithoutSending();
    void slowServerMayTakeEffectLate();
    void acceptedRegistrationIsConfirmedByItsResult();
    void acceptedRegistrationWithoutResultStaysUnknownUntilItComes();
    void whatIsSentIsTheContractsBody();
    void nothingLeavesBeforeTheNoteIsWritten();
    void noteThatCannotBeWrittenSendsNothing();
    void answerThatIsAlreadyStoredIsConfirmedWithoutSending();
    void everyTypeIsRegisteredOnceAndReadBack_data();
    void everyTypeIsRegisteredOnceAndReadBack();
    void savedRegistrationComesBackWhole_data();
    void savedRegistrationComesBackWhole();
    void outcomeAfterARestartWaitsForWhatMayStillTakeEffect();
    void nothingOfTheVisitBeforeIsRemembered();
};

namespace {

/// A registration of each type, as the contract has it: what the inquiry gives before, what it replaces, the request,
/// the echo, and what the inquiry gives afterwards.
struct TypeCase
{
    Registration registration;
    StoredState basis;
    QByteArray before, inquiry, request, echo, after;
};

Answers items(const QString &id, const QString &result)
{
    return {{{id, 1}, result}};
}

const QMap<QByteArray, TypeCase> &typeCases()
{
    static const QByteArray childHead = R"({"childCheckupId":"c1","questionnaireName":"n","isAnswerable":true,)";
    static const QByteArray childTail = R"("basicFiveInfo":{"name":"n","nameKana":"k","address":"a",)"
                                        R"("dateOfBirth":"2024-01-01","sex":"1"},"definition":{"groups":[]},"answers":[)";
    static const QByteArray home = R"({"pregnancyByMunicipalityId":"m1","definition":{"sections":[]},"answers":[)";
    static const QByteArray mother = R"({"mchbooks":[{"pregnancyId":"other","answers":{"categories":[]}},{"pregnancyId":"p1",)"
                                     R"("answers":{"categories":[{"categoryId":"a","items":[)";
    static const QByteArray child = R"({"answers":{"categories":[{"categoryId":"a","items":[)";
    static const QMap<QByteArray, TypeCase> cases{
        {"child check-up questionnaire",
         {{u"RegisterChildQuestionnaireAnswer"_s, {u"c1"_s, u"2"_s, items(u"q"_s, u"new"_s), {}}, 3, false},
          {u"c1"_s, u"1"_s, items(u"q"_s, u"old"_s), {}},
          childHead + R"("answerStatusSeg":"1",)" + childTail + R"({"itemMasterId":"q","repeatNumber":1,"result":"old"}]})",
          R"({"processType":"InquireChildQuestionnaireAnswer","childCheckupId":"c1"})",
          R"({"processType":"RegisterChildQuestionnaireAnswer","childCheckupId":"c1","answerStatusSeg":"2",)"
          R"("lastUpdatedPageNumber":3,"answers":[{"itemMasterId":"q","repeatNumber":1,"result":"new"}]})",
          R"({"childCheckupId":"c1","answerStatusSeg":"2"})",
          childHead + R"("answerStatusSeg":"2",)" + childTail + R"({"itemMasterId":"q","repeatNumber":1,"result":"new"}]})"}},
        {"homecoming",
         {{u"RegisterHomecoming"_s, {u"m1"_s, {}, items(u"q"_s, u"new"_s), {}}, 1, false},
          {u"m1"_s, {}, items(u"q"_s, u"old"_s), {}},
          home + R"({"itemId":"q","result":"old"}]})",
          R"({"processType":"InquireHomecoming"})",
          R"({"processType":"RegisterHomecoming","pregnancyByMunicipalityId":"m1","isDeleted":false,)"
          R"("answers":[{"itemId":"q","repeatNumber":1,"result":"new"}]})",
          R"({"pregnancyByMunicipalityId":"m1"})", home + R"({"itemId":"q","repeatNumber":1,"result":"new"}]})"}},
        {"homecoming taken back",
         {{u"RegisterHomecoming"_s, {u"m1"_s, {}, {}, {}}, 1, true},
          {u"m1"_s, {}, items(u"q"_s, u"old"_s), {}},
          home + R"({"itemId":"q","result":"old"}]})",
          R"({"processType":"InquireHomecoming"})",
          R"({"processType":"RegisterHomecoming","pregnancyByMunicipalityId":"m1","isDeleted":true,"answers":[]})",
          R"({"pregnancyByMunicipalityId":"m1"})", home + "]}"}},
        {"pregnancy loss",
         {{u"RegisterPregnancyLoss"_s, {u"m1"_s, {}, {}, QDate(2026, 5, 7)}, 1, false},
          {},
          R"({"pregnancyByMunicipalityId":null,"pregnancyLossOn":null})",
          R"({"processType":"InquirePregnancyLoss"})",
          R"({"processType":"RegisterPregnancyLoss","pregnancyByMunicipalityId":"m1","diagnosedOn":"2026-05-07"})",
          R"({"pregnancyByMunicipalityId":"m1"})",
          R"({"pregnancyByMunicipalityId":"m1","pregnancyLossOn":"2026-05-07"})"}},
        {"mother's handbook",
         {{u"RegisterPrenatalMchbook"_s, {u"p1"_s, {}, items(u"q"_s, u"new"_s), {}}, 1, false},
          {u"p1"_s, {}, items(u"q"_s, u"old"_s), {}},
          mother + R"({"itemId":"q","result":"old"}]}]}}]})",
          R"({"processType":"InquirePrenatalMchbook","pregnancyId":"p1"})",
          R"({"processType":"RegisterPrenatalMchbook","pregnancyId":"p1","items":[{"itemId":"q","repeatNumber":1,"result":"new"}]})",
          R"({"pregnancyId":"p1"})", mother + R"({"itemId":"q","result":"new"}]}]}}]})"}},
        {"child's handbook",
         {{u"RegisterChildMchbook"_s, {{}, {}, items(u"q"_s, u"new"_s), {}}, 1, false},
          {{}, {}, items(u"q"_s, u"old"_s), {}},
          child + R"({"itemId":"q","result":"old"}]}]}})",
          R"({"processType":"InquireChildMchbook"})",
          R"({"processType":"RegisterChildMchbook","items":[{"itemId":"q","repeatNumber":1,"result":"new"}]})",
          R"({"processType":"RegisterChildMchbook"})", child + R"({"itemId":"q","result":"new"}]}]}})"}},
    };
    return cases;
}

/// A server that holds one of them.
struct TypeScene
{
    const TypeCase &type;
    ScriptedServer server;
    bool isStored = false;
    bool losesAnswer = false, takesEffect = true;
    SystemClock clock;
    std::unique_ptr<PmhClient> client;

    explicit TypeScene(const TypeCase &of)
        : type(of)
    {
        server.handler = [this](const ReceivedRequest &request) {
            if (!request.body.contains("\"Register"))
                return Reaction::json(isStored ? type.after : type.before);
            isStored |= takesEffect;
            return losesAnswer ? Reaction::broken(Reaction::Kind::CloseWithoutAnswer) : Reaction::json(type.echo);
        };
        ConnectionProfile profile = profileFor(server);
        profile.areas[u"maternal-child"_s] = {QUrl(QString::fromLatin1(server.address("/pmh/maternal-child/v3"))), u"v3"_s};
        client = std::make_unique<PmhClient>(profile, clock, quick());
        client->setAccessToken(secret("token-1"));
    }
    RegistrationReport submit()
    {
        return *waitFor<RegistrationReport>([&](auto reply) {
            client->registerState(type.registration, type.basis, {}, std::move(reply));
        });
    }
};

} // namespace

void RegistrationTest::judgesEveryEndOfARegistration_data()
{
    QTest::addColumn<int>("status"); // 0: no whole answer
    QTest::addColumn<QString>("apiCode");
    QTest::addColumn<bool>("isEcho");
    QTest::addColumn<int>("direct");
    QTest::addColumn<int>("accepted");
    const auto row = [](int status, const char *code, bool isEcho, RegistrationAnswer direct, RegistrationAnswer after) {
        const QByteArray name = QByteArray::number(status) + ' ' + code + (isEcho ? " echo" : "");
        QTest::newRow(name.constData()) << status << QString::fromLatin1(code) << isEcho << static_cast<int>(direct)
                                        << static_cast<int>(after);
    };
    using enum RegistrationAnswer;
    row(200, "", true, Stored, Stored);
    row(200, "", false, Unknown, Unknown);
    row(400, "E4001", false, NotStored, NotStored);
    row(400, "E4003", false, NotStored, NotStored);
    row(400, "", false, Unknown, Unknown);
    row(401, "E4011", false, NotStored, Unknown);
    row(403, "E4031", false, NotStored, Unknown);
    row(403, "E4032", false, NotStored, Unknown);
    row(404, "E4041", false, NotStored, Unknown);
    row(405, "E4001", false, NotStored, NotStored);
    row(409, "E4091", false, NotStored, NotStored);
    row(409, "E4092", false, NotStored, NotStored);
    row(413, "E4131", false, NotStored, NotStored);
    row(413, "", false, Unknown, Unknown);
    row(429, "E4291", false, NotStored, Unknown);
    row(500, "E5001", false, Unknown, Unknown);
    row(502, "", false, Unknown, Unknown);
    row(503, "E5031", false, NotStored, Unknown);
    row(503, "E5099", false, Unknown, Unknown);
    row(503, "", false, Unknown, Unknown);
    row(302, "", false, Unknown, Unknown);
    row(0, "", false, Unknown, Unknown);
}

void RegistrationTest::judgesEveryEndOfARegistration()
{
    QFETCH(int, status);
    QFETCH(QString, apiCode);
    QFETCH(bool, isEcho);
    QFETCH(int, direct);
    QFETCH(int, accepted);
    RegistrationReply reply{HttpAnswer{status, {}, {}}, false, {}, isEcho};
    if (status == 0)
        reply.outcome = std::unexpected(HttpFailure{{ErrorCode::ServerTimeout, {}, {}}, true, true});
    if (!apiCode.isEmpty())
        reply.apiError = ApiError{apiCode};
    QCOMPARE(static_cast<int>(judge(reply)), direct);
    reply.wasAccepted = true;
    QCOMPARE(static_cast<int>(judge(reply)), accepted);
}

void RegistrationTest::everyEventIsDefinedInEveryState()
{
    using S = RegistrationState;
    using E = RegistrationEvent;
    // What every pair does that does anything; all others change nothing. Written down apart from the table.
    QMap<std::pair<int, int>, S> expected;
    const auto row = [&](S state, E event, S next) { expected[{int(state), int(event)}] = next; };
    row(S::Draft, E::SubmitRequested, S::Checking);
    row(S::Checking, E::FoundBasis, S::Noting);
    row(S::Checking, E::FoundMine, S::Confirmed);
    row(S::Checking, E::FoundOther, S::Refused);
    row(S::Checking, E::InquiryFailed, S::Refused);
    row(S::Checking, E::Interrupted, S::Draft);
    row(S::Noting, E::NoteWritten, S::Sending);
    row(S::Noting, E::NoteFailed, S::Refused);
    row(S::Sending, E::SaidStored, S::Verifying);
    row(S::Sending, E::SaidNotStored, S::Refused);
    row(S::Sending, E::AnswerLost, S::Searching);
    row(S::Sending, E::AnswerLate, S::SearchingLate);
    for (const S reading : {S::Verifying, S::Searching, S::SearchingLate}) {
        row(reading, E::FoundMine, S::Confirmed);
        row(reading, E::FoundOther, S::Conflict);
        row(reading, E::InquiryFailed, S::Unknown);
    }
    row(S::Verifying, E::FoundBasis, S::Conflict);
    row(S::Searching, E::FoundBasis, S::Refused);
    row(S::SearchingLate, E::LooksSpent, S::Unknown);
    for (const S open : {S::Noting, S::Sending, S::Verifying, S::Searching, S::SearchingLate})
        row(open, E::Interrupted, S::Unknown);
    row(S::Unknown, E::ResolveRequested, S::Searching);
    row(S::Unknown, E::ResolveLateRequested, S::SearchingLate);
    row(S::Unknown, E::SaidStored, S::Verifying);
    row(S::Unknown, E::SaidNotStored, S::Refused);

    for (int state = 0; state < registrationStateCount; ++state) {
        for (int event = 0; event < registrationEventCount; ++event) {
            const RegistrationTransition got = transition(S(state), E(event));
            const S next = expected.value({state, event}, S(state));
            QCOMPARE(int(got.next), int(next));
            // Whoever waits is told of every outcome, and of nothing else.
            const bool isNews = isOutcome(next) && int(next) != state && E(event) != E::Interrupted;
            QCOMPARE(got.step == RegistrationStep::Tell, isNews);
            // Nothing but a written note lets a request leave, and nothing sends twice.
            QCOMPARE(got.step == RegistrationStep::Send, S(state) == S::Noting && E(event) == E::NoteWritten);
        }
    }
}

void RegistrationTest::confirmedAfterReadBack()
{
    Scene scene;
    const RegistrationResult result = scene.submit();
    QCOMPARE(result.outcome, RegistrationOutcome::Confirmed);
    QVERIFY(!result.error);
    QCOMPARE(result.stored->answerStatusSeg, u"2"_s);
    QCOMPARE(result.stored->answers, registration().answers);
    QCOMPARE(scene.registrations(), 1);
    QCOMPARE(scene.inquiries, 2);
}

void RegistrationTest::bodyIsSentOnceWithItsLength()
{
    Scene scene;
    QuestionnaireRegistration large = registration(QString(300000, u'熱'));
    QCOMPARE(scene.submit(large).outcome, RegistrationOutcome::Confirmed);
    for (const ReceivedRequest &request : std::as_const(scene.server.requests)) {
        if (!request.body.contains(registerText))
            continue;
        QCOMPARE(request.headers.value("content-length").toLongLong(), request.body.size());
        QVERIFY(!request.headers.contains("transfer-encoding"));
        QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    }
}

void RegistrationTest::changedMeanwhileSendsNothing_data()
{
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("answer") << QByteArray(R"([{"itemMasterId":"fever","repeatNumber":1,"result":"0"}])") << QByteArray("1");
    QTest::newRow("status") << StoredQuestionnaire().answers << QByteArray("2");
}

void RegistrationTest::changedMeanwhileSendsNothing()
{
    QFETCH(QByteArray, answers);
    QFETCH(QByteArray, status);
    Scene scene;
    scene.stored.answers = answers;
    scene.stored.status = status;
    const RegistrationResult result = scene.submit();
    QCOMPARE(result.outcome, RegistrationOutcome::Refused);
    QCOMPARE(result.error->code, ErrorCode::ChangedMeanwhile);
    QVERIFY(result.stored);
    QCOMPARE(result.stored->answerStatusSeg, QString::fromLatin1(status));
    QCOMPARE(scene.registrations(), 0);
}

void RegistrationTest::reorderedBasisIsTheSame()
{
    Scene scene;
    scene.stored.answers = R"([{"itemMasterId":"other","repeatNumber":1,"result":""},
        {"itemMasterId":"list","repeatNumber":1,"result":[]},{"repeatNumber":1.0,"result":"1","itemMasterId":"fever"}])";
    QCOMPARE(scene.submit().outcome, RegistrationOutcome::Confirmed);
}

void RegistrationTest::refusalIsFinalAndKeepsTheReason_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("apiCode");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("400 E4003") << 400 << QByteArray("E4003") << ErrorCode::RequestRefused;
    QTest::newRow("401") << 401 << QByteArray("E4011") << ErrorCode::TokenExpired;
    QTest::newRow("403") << 403 << QByteArray("E4031") << ErrorCode::ConsentWithdrawn;
    QTest::newRow("409 E4091") << 409 << QByteArray("E4091") << ErrorCode::AnsweringClosed;
    QTest::newRow("409 E4092") << 409 << QByteArray("E4092") << ErrorCode::DraftOverAnswered;
    QTest::newRow("413") << 413 << QByteArray("E4131") << ErrorCode::RequestTooLarge;
    QTest::newRow("429") << 429 << QByteArray("E4291") << ErrorCode::RateLimited;
    QTest::newRow("503") << 503 << QByteArray("E5031") << ErrorCode::Maintenance;
}

void RegistrationTest::refusalIsFinalAndKeepsTheReason()
{
    QFETCH(int, status);
    QFETCH(QByteArray, apiCode);
    QFETCH(ErrorCode, code);
    Scene scene;
    scene.onRegister = [&](const ReceivedRequest &) { return Reaction::error(status, apiCode, {"Retry-After: 1"}); };
    const RegistrationResult result = scene.submit();
    QCOMPARE(result.outcome, RegistrationOutcome::Refused);
    QCOMPARE(result.error->code, code);
    QCOMPARE(scene.registrations(), 1);
    QCOMPARE(scene.inquiries, 1);
}

void RegistrationTest::lostAnswerLeadsToOneRegistrationAndItsTruth_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isCommitted");
    const auto rows = [](const char *name, Reaction::Kind kind, int status) {
        for (const bool isCommitted : {false, true}) {
            const QByteArray row = QByteArray(name) + (isCommitted ? " after the commit" : " before the commit");
            QTest::newRow(row.constData()) << static_cast<int>(kind) << status << isCommitted;
        }
    };
    rows("closed", Reaction::Kind::CloseWithoutAnswer, 0);
    rows("reset", Reaction::Kind::Reset, 0);
    rows("truncated", Reaction::Kind::Truncate, 0);
    rows("500", Reaction::Kind::Answer, 500);
    rows("502 HTML", Reaction::Kind::Answer, 502);
    rows("200 HTML", Reaction::Kind::Answer, 200);
    rows("302", Reaction::Kind::Answer, 302);
}

void RegistrationTest::lostAnswerLeadsToOneRegistrationAndItsTruth()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(bool, isCommitted);
    Scene scene;
    scene.onRegister = [&](const ReceivedRequest &request) {
        if (isCommitted)
            scene.stored.store(request);
        return Reaction{static_cast<Reaction::Kind>(kind), status, "<html>", {}, 0};
    };
    const RegistrationResult result = scene.submit();
    QCOMPARE(result.outcome, isCommitted ? RegistrationOutcome::Confirmed : RegistrationOutcome::Refused);
    QCOMPARE(result.error.has_value(), !isCommitted);
    QCOMPARE(scene.registrations(), 1);
    // What the screen says is what the server holds.
    QCOMPARE(scene.stored.status, QByteArray(isCommitted ? "2" : "1"));
    QCOMPARE(result.stored->answerStatusSeg, QString::fromLatin1(scene.stored.status));
    // A refused one may be sent again on a staff action.
    if (!isCommitted) {
        scene.onRegister = [&](const ReceivedRequest &request) { return scene.stored.store(request); };
        QCOMPARE(scene.submit().outcome, RegistrationOutcome::Confirmed);
        QCOMPARE(scene.registrations(), 2);
    }
}

void RegistrationTest::unechoedAnswerIsReadBack_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("other key") << QByteArray(R"({"questionnaireManagementId":"q2","answerStatusSeg":"2"})");
    QTest::newRow("other status") << QByteArray(R"({"questionnaireManagementId":"q1","answerStatusSeg":"1"})");
    QTest::newRow("no status") << QByteArray(R"({"questionnaireManagementId":"q1"})");
    QTest::newRow("wrong type") << QByteArray(R"({"questionnaireManagementId":"q1","answerStatusSeg":2})");
    QTest::newRow("duplicate key")
        << QByteArray(R"({"questionnaireManagementId":"q1","answerStatusSeg":"2","answerStatusSeg":"2"})");
}

void RegistrationTest::unechoedAnswerIsReadBack()
{
    QFETCH(QByteArray, body);
    Scene scene;
    scene.onRegister = [&](const ReceivedRequest &request) {
        scene.stored.store(request);
        return Reaction::json(body);
    };
    QCOMPARE(scene.submit().outcome, RegistrationOutcome::Confirmed);
    Scene lost;
    lost.onRegister = [&](const ReceivedRequest &) { return Reaction::json(body); };
    QVERIFY(lost.submit().outcome != RegistrationOutcome::Confirmed);
    QCOMPARE(lost.registrations(), 1);
}

void RegistrationTest::otherAnswerAfterwardsIsAConflict()
{
    Scene scene;
    scene.beforeInquiry = [&](int inquiry) {
        if (inquiry == 2)
            scene.stored.answers = R"([{"itemMasterId":"fever","repeatNumber":1,"result":"from home"}])";
    };
    const RegistrationResult result = scene.submit();
    QCOMPARE(result.outcome, RegistrationOutcome::Conflict);
    QCOMPARE(result.error->code, ErrorCode::OutcomeConflict);
    QCOMPARE(std::get<QString>(result.stored->answers.first().result), u"from home"_s);
}

void RegistrationTest::failingReadBackStaysUnknownUntilResolved()
{
    Scene scene;
    const auto honest = scene.server.handler;
    scene.server.handler = [&](const ReceivedRequest &request) {
        const bool isReadBack = !request.body.contains(registerText) && scene.registrations() > 0;
        return isReadBack ? Reaction::error(503, "E5031") : honest(request);
    };
    const RegistrationResult result = scene.submit();
    QCOMPARE(result.outcome, RegistrationOutcome::Unknown);
    QCOMPARE(result.error->code, ErrorCode::OutcomeUnknown);
    QCOMPARE(scene.resolve().outcome, RegistrationOutcome::Unknown);
    scene.server.handler = honest;
    const RegistrationResult resolved = scene.resolve();
    QCOMPARE(resolved.outcome, RegistrationOutcome::Confirmed);
    QCOMPARE(scene.registrations(), 1);
}

void RegistrationTest::expiredTokenAtReadBackAsksForConsent()
{
    Scene scene;
    const auto honest = scene.server.handler;
    scene.server.handler = [&](const ReceivedRequest &request) {
        const bool isReadBack = !request.body.contains(registerText) && scene.registrations() > 0;
        return isReadBack ? Reaction::error(401, "E4011") : honest(request);
    };
    const RegistrationResult result = scene.submit();
    QCOMPARE(result.outcome, RegistrationOutcome::Unknown);
    QCOMPARE(result.error->code, ErrorCode::TokenExpired);
}

void RegistrationTest::unreachableServerRefusesWithoutSending()
{
    Scene scene;
    scene.beforeInquiry = [&](int) { scene.server.close(); };
    const RegistrationResult result = scene.submit();
    QCOMPARE(result.outcome, RegistrationOutcome::Refused);
    QCOMPARE(result.error->code, ErrorCode::ServerUnreachable);
    QCOMPARE(scene.registrations(), 0);
}

void RegistrationTest::slowServerMayTakeEffectLate()
{
    Scene scene;
    ConnectionProfile profile = profileFor(scene.server);
    profile.limits.totalTimeoutMs = 300;
    scene.client = std::make_unique<PmhClient>(profile, scene.clock, quick());
    std::optional<ReceivedRequest> late;
    scene.onRegister = [&](const ReceivedRequest &request) {
        late = request;
        return Reaction::broken(Reaction::Kind::Silence);
    };
    const RegistrationResult result = scene.submit();
    QCOMPARE(result.outcome, RegistrationOutcome::Unknown);
    QCOMPARE(result.error->code, ErrorCode::OutcomeUnknown);
    QCOMPARE(scene.registrations(), 1);
    scene.stored.store(*late);
    QCOMPARE(scene.resolve().outcome, RegistrationOutcome::Confirmed);
}

void RegistrationTest::acceptedRegistrationIsConfirmedByItsResult()
{
    Scene scene;
    int polls = 0;
    ReceivedRequest accepted;
    scene.onRegister = [&](const ReceivedRequest &request) {
        accepted = request;
        return Reaction::json(R"({"processId":"p1"})", 202, {"Retry-After: 1"});
    };
    scene.onResult = [&](const ReceivedRequest &) {
        if (++polls < 3)
            return Reaction::json(R"({"processId":"p1"})", 202);
        return scene.stored.store(accepted);
    };
    QCOMPARE(scene.submit().outcome, RegistrationOutcome::Confirmed);
    QCOMPARE(polls, 3);
    QCOMPARE(scene.registrations(), 1);

    Scene refused;
    refused.onRegister = [](const ReceivedRequest &) { return Reaction::json(R"({"processId":"p1"})", 202); };
    refused.onResult = [](const ReceivedRequest &) { return Reaction::error(409, "E4091"); };
    const RegistrationResult result = refused.submit();
    QCOMPARE(result.outcome, RegistrationOutcome::Refused);
    QCOMPARE(result.error->code, ErrorCode::AnsweringClosed);
}

void RegistrationTest::acceptedRegistrationWithoutResultStaysUnknownUntilItComes()
{
    Scene scene;
    ReceivedRequest accepted;
    scene.onRegister = [&](const ReceivedRequest &request) {
        accepted = request;
        return Reaction::json(R"({"processId":"p1"})", 202);
    };
    scene.onResult = [](const ReceivedRequest &) { return Reaction::error(404, "E4041"); };
    // Unchanged proves nothing while the accepted one may still take effect.
    QCOMPARE(scene.submit().outcome, RegistrationOutcome::Unknown);
    QCOMPARE(scene.resolve().outcome, RegistrationOutcome::Unknown);
    scene.onResult = [&](const ReceivedRequest &) { return scene.stored.store(accepted); };
    QCOMPARE(scene.resolve().outcome, RegistrationOutcome::Confirmed);
    QCOMPARE(scene.registrations(), 1);
}

void RegistrationTest::whatIsSentIsTheContractsBody()
{
    Scene scene;
    QuestionnaireRegistration sent{
        u"q1"_s, u"1"_s, 2, {{{u"a"_s, 1}, u"\U00020BB7\n"_s}, {{u"b"_s, 2}, QStringList{u"x"_s, u"y"_s}}}};
    QCOMPARE(scene.submit(sent).outcome, RegistrationOutcome::Confirmed);
    const auto isRegistration = [](const ReceivedRequest &request) { return request.body.contains(registerText); };
    const auto request = std::ranges::find_if(scene.server.requests, isRegistration);
    QCOMPARE(request->body,
             QByteArray(R"({"processType":"RegisterQuestionnaireAnswer","questionnaireManagementId":"q1",)"
                        R"("answerStatusSeg":"1","lastUpdatedPageNumber":2,"answers":[)"
                        R"({"itemMasterId":"a","repeatNumber":1,"result":"𠮷\n"},)"
                        R"({"itemMasterId":"b","repeatNumber":2,"result":["x","y"]}]})"));
}

void RegistrationTest::nothingLeavesBeforeTheNoteIsWritten()
{
    Scene scene;
    Reply<void> written;
    std::optional<SavedRegistration> noted;
    std::optional<RegistrationResult> result;
    scene.client->registerQuestionnaire(
        registration(), basis(), [&](Result<RegistrationResult> got) { result = *std::move(got); },
        [&](const Registration &sent, const StoredState &before, Reply<void> reply) {
            noted = SavedRegistration{sent, before};
            written = std::move(reply);
        });
    QVERIFY(QTest::qWaitFor([&] { return noted.has_value(); }));
    QCOMPARE(noted->registration, registrationOf(registration()));
    QVERIFY(isSameState(noted->basis, storedStateOf(basis())));
    // However long the disk takes: one more inquiry's time is given, and nothing was sent.
    QVERIFY(waitFor<QuestionnaireRecord>([&](auto reply) { scene.client->inquireQuestionnaire(u"q1"_s, reply); }));
    QCOMPARE(scene.registrations(), 0);
    written({});
    QVERIFY(QTest::qWaitFor([&] { return result.has_value(); }));
    QCOMPARE(result->outcome, RegistrationOutcome::Confirmed);
    QCOMPARE(scene.registrations(), 1);
}

void RegistrationTest::noteThatCannotBeWrittenSendsNothing()
{
    Scene scene;
    const auto result = waitFor<RegistrationResult>([&](auto reply) {
        scene.client->registerQuestionnaire(registration(), basis(), std::move(reply),
                                            [](const Registration &, const StoredState &, const Reply<void> &written) {
                                                written(failure(ErrorCode::DraftNotSaved, u"disk full"_s));
                                            });
    });
    QVERIFY(result);
    QCOMPARE(result->outcome, RegistrationOutcome::Refused);
    QCOMPARE(result->error->code, ErrorCode::DraftNotSaved);
    QCOMPARE(scene.registrations(), 0);
}

void RegistrationTest::answerThatIsAlreadyStoredIsConfirmedWithoutSending()
{
    Scene scene;
    scene.stored.answers = R"([{"itemMasterId":"fever","repeatNumber":1,"result":"37.5"}])";
    scene.stored.status = "2";
    const RegistrationResult result = scene.submit();
    QCOMPARE(result.outcome, RegistrationOutcome::Confirmed);
    QCOMPARE(result.stored->answerStatusSeg, u"2"_s);
    QCOMPARE(scene.registrations(), 0);
}

void RegistrationTest::everyTypeIsRegisteredOnceAndReadBack_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const QByteArray &name : typeCases().keys())
        QTest::newRow(name.constData()) << name;
    // The vaccination questionnaire has the tests above; no type is left out.
    QSet<QString> covered{u"RegisterQuestionnaireAnswer"_s};
    for (const TypeCase &type : typeCases())
        covered.insert(type.registration.processType);
    QCOMPARE(covered.size(), qsizetype(registerTypes().size()));
}

void RegistrationTest::everyTypeIsRegisteredOnceAndReadBack()
{
    QFETCH(QByteArray, type);
    const TypeCase &expected = typeCases()[type];
    {
        TypeScene scene(expected);
        const auto before = waitFor<StoredAnswer>([&](auto reply) {
            scene.client->inquireStored(expected.registration.processType, expected.registration.state.key, reply);
        });
        QVERIFY(before);
        QVERIFY(isSameState(before->state, expected.basis));
        QCOMPARE(scene.submit().outcome, RegistrationOutcome::Confirmed);
        QCOMPARE(scene.server.requests.size(), 4);
        QCOMPARE(scene.server.requests.at(1).body, expected.inquiry);
        QCOMPARE(scene.server.requests.at(2).body, expected.request);
        QCOMPARE(scene.server.requests.at(3).body, expected.inquiry);
    }
    for (const bool takesEffect : {true, false}) {
        TypeScene lost(expected);
        lost.losesAnswer = true;
        lost.takesEffect = takesEffect;
        QCOMPARE(lost.submit().outcome, takesEffect ? RegistrationOutcome::Confirmed : RegistrationOutcome::Refused);
        QCOMPARE(lost.server.count("\"Register"), 1);
    }
    {
        // Somebody else was quicker: nothing is sent, and what is stored comes along for the three-way view.
        TypeScene changed(expected);
        changed.isStored = true;
        Registration other = expected.registration;
        other.state.answers.append({{u"mine"_s, 1}, u"1"_s});
        other.state.lossOn = QDate(2026, 1, 2);
        const RegistrationReport report = *waitFor<RegistrationReport>([&](auto reply) {
            changed.client->registerState(other, expected.basis, {}, std::move(reply));
        });
        QCOMPARE(report.outcome, RegistrationOutcome::Refused);
        QCOMPARE(report.error->code, ErrorCode::ChangedMeanwhile);
        QVERIFY(isSameState(report.stored->state, expected.registration.state));
        QCOMPARE(changed.server.count("\"Register"), 0);
    }
}

void RegistrationTest::savedRegistrationComesBackWhole_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const QByteArray &name : typeCases().keys())
        QTest::newRow(name.constData()) << name;
}

void RegistrationTest::savedRegistrationComesBackWhole()
{
    QFETCH(QByteArray, type);
    const TypeCase &expected = typeCases()[type];
    const auto read = readRegistration(saveRegistration(expected.registration, expected.basis));
    QVERIFY(read);
    QCOMPARE(read->registration, expected.registration);
    QCOMPARE(read->basis, expected.basis);
    for (const QByteArray &broken : {QByteArray(), QByteArray("{}"), QByteArray(R"({"sent":{"processType":"x"}})")})
        QCOMPARE(readRegistration(broken).error().code, ErrorCode::DraftUnreadable);
}

void RegistrationTest::outcomeAfterARestartWaitsForWhatMayStillTakeEffect()
{
    Scene scene;
    const auto resolve = [&](const QDateTime &sentAt) {
        return *waitFor<RegistrationResult>([&](auto reply) {
            scene.client->resolveRegistration(registration(), basis(), std::move(reply), sentAt);
        });
    };
    const QDateTime now = scene.clock.nowUtc();
    QCOMPARE(resolve(now.addSecs(-5)).outcome, RegistrationOutcome::Unknown);
    QCOMPARE(resolve(now.addSecs(-301)).outcome, RegistrationOutcome::Refused);
    scene.stored.answers = R"([{"itemMasterId":"fever","repeatNumber":1,"result":"37.5"}])";
    scene.stored.status = "2";
    QCOMPARE(resolve(now.addSecs(-5)).outcome, RegistrationOutcome::Confirmed);
    QCOMPARE(scene.registrations(), 0);
}

void RegistrationTest::nothingOfTheVisitBeforeIsRemembered()
{
    Scene scene;
    scene.onRegister = [](const ReceivedRequest &) { return Reaction::json(R"({"processId":"p1"})", 202); };
    int polls = 0;
    scene.onResult = [&](const ReceivedRequest &) {
        ++polls;
        return Reaction::error(404, "E4041");
    };
    QCOMPARE(scene.submit().outcome, RegistrationOutcome::Unknown);
    QVERIFY(polls > 0);
    scene.client->cancelAll();
    scene.client->clearAccessToken();
    scene.client->setAccessToken(secret("token-2"));
    polls = 0;
    QCOMPARE(scene.resolve().outcome, RegistrationOutcome::Refused);
    QCOMPARE(polls, 0);
}

QTEST_GUILESS_MAIN(RegistrationTest)
#include "tst_registration.moc"
