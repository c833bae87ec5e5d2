// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "trainingstage.h"

#include "app/pmh/servicewatch.h"
#include "app/questionnaire/compare.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace fixture;

namespace {

const QString person = u"kiyoshi"_s;

/// A training server and a client with a token for one resident.
struct Stage : TrainingStage
{
    SystemClock clock;
    std::unique_ptr<PmhClient> client;

    Stage()
    {
        ConnectionProfile served = profile();
        served.limits.totalTimeoutMs = 3000;
        client = std::make_unique<PmhClient>(served, clock, quick());
        const QByteArray token = server.issueToken(person, {u"vaccination"_s});
        client->setAccessToken(secret(token.constData()));
    }
    QuestionnaireRecord questionnaire()
    {
        const auto list = waitFor<QList<QuestionnaireSummary>>([&](auto r) { client->inquireQuestionnaires(r); });
        const QString id = list->first().questionnaireManagementId;
        return *waitFor<QuestionnaireRecord>([&](auto r) { client->inquireQuestionnaire(id, r); });
    }
    /// How many registrations reached the server.
    int registrations()
    {
        const JsonValue answer = ask(u"/requests?since=0"_s);
        int number = 0;
        const auto count = [&](const JsonValue &list) {
            for (const JsonValue &request : list.items()) {
                const JsonValue *type = request.find(u"processType");
                number += type && type->toString() == "RegisterQuestionnaireAnswer"_L1 ? 1 : 0;
            }
        };
        count(answer);
        for (const JsonMember &member : answer.members())
            count(member.value);
        return number;
    }
};

} // namespace

/// The client against the training server, under the faults of its control port.
class PmhFaultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryRecordOfTheResidents();
    void certificateComesWhole();
    void twentyClientsShareARateWithoutARefusal();
    void plannedStopsAreThoseOfTheGuideline_data();
    void plannedStopsAreThoseOfTheGuideline();
    void statusAddressIsRead();
    void stoppedServiceIsToldAndTakenBack();
    void silentStatusAddressIsTold();
    void noticeStaysWhileRequestsFail();
    void storeIsWhatTheOutcomeSays_data();
    void storeIsWhatTheOutcomeSays();
};

void PmhFaultsTest::readsEveryRecordOfTheResidents()
{
    Stage stage;
    int vaccinations = 0;
    int questionnaires = 0;
    for (const ResidentInfo &resident : stage.server.residents()) {
        const QByteArray token = stage.server.issueToken(resident.key, {u"vaccination"_s});
        stage.client->setAccessToken(secret(token.constData()));
        const auto records = waitFor<QList<VaccinationRecord>>([&](auto r) { stage.client->inquireVaccinations(r); });
        if (!records) // not registered yet: that is an answer too
            continue;
        for (const VaccinationRecord &record : *records)
            QVERIFY2(!record.unreadable, qPrintable(record.unreadable ? record.unreadable->detail : QString()));
        vaccinations += static_cast<int>(records->size());
        const auto list = waitFor<QList<QuestionnaireSummary>>([&](auto r) { stage.client->inquireQuestionnaires(r); });
        QVERIFY(list);
        for (const QuestionnaireSummary &summary : *list) {
            const QString id = summary.questionnaireManagementId;
            const auto record = waitFor<QuestionnaireRecord>(
                [&](auto r) { stage.client->inquireQuestionnaire(id, r); });
            QVERIFY2(record, record ? "" : qPrintable(record.error().detail));
            QVERIFY(!record->basicFiveInfo.name.isEmpty());
            QVERIFY(!record->definition.groups.isEmpty());
            ++questionnaires;
        }
    }
    QVERIFY(vaccinations > 20);
    QVERIFY(questionnaires > 5);
}

void PmhFaultsTest::certificateComesWhole()
{
    Stage stage;
    const QByteArray token = stage.server.issueToken(u"minori"_s, {u"vaccination"_s});
    stage.client->setAccessToken(secret(token.constData()));
    const auto records = waitFor<QList<VaccinationRecord>>([&](auto r) { stage.client->inquireVaccinations(r); });
    QVERIFY(records);
    int certificates = 0;
    for (const VaccinationRecord &record : *records) {
        for (const VaccinationHistoryEntry &entry : record.history) {
            const auto certificate = waitFor<CertificateRecord>(
                [&](auto r) { stage.client->inquireCertificate(entry.vaccinationScheduleId, r); });
            if (!certificate) {
                QCOMPARE(certificate.error().code, ErrorCode::NotFound);
                continue;
            }
            QVERIFY(QByteArray::fromBase64(certificate->pdfData).startsWith("%PDF-"));
            ++certificates;
        }
    }
    QVERIFY(certificates > 0);
}

void PmhFaultsTest::twentyClientsShareARateWithoutARefusal()
{
    constexpr int kiosks = 20, inquiriesEach = 6;
    TrainingStage stage;
    ConnectionProfile profile = stage.profile();
    profile.limits.requestsPerSecond = 60;
    profile.limits.burst = 60;
    stage.ask(u"/rate-limit"_s, R"({"requestsPerSecond":60,"burst":60})", "PUT");
    const SystemClock clock;
    std::vector<std::unique_ptr<PmhClient>> clients;
    QList<int> answered(kiosks, 0), refused(kiosks, 0);
    for (int kiosk = 0; kiosk < kiosks; ++kiosk) {
        clients.push_back(std::make_unique<PmhClient>(profile, clock, kiosks));
        PmhClient &client = *clients.back();
        client.setAccessToken(secret(stage.server.issueToken(person, {u"vaccination"_s}).constData()));
        connect(&client, &PmhClient::requestFinished, this, [&, kiosk](const RequestTrace &trace) {
            ++(trace.status == 200 ? answered : refused)[kiosk];
        });
    }
    for (const auto &client : clients)
        for (int i = 0; i < inquiriesEach; ++i)
            client->inquireQuestionnaires([](const auto &) {});
    QVERIFY(QTest::qWaitFor([&] { return std::ranges::min(answered) == inquiriesEach; }, 60000));
    QCOMPARE(answered, QList<int>(kiosks, inquiriesEach));
    QCOMPARE(refused, QList<int>(kiosks, 0));
}

void PmhFaultsTest::plannedStopsAreThoseOfTheGuideline_data()
{
    QTest::addColumn<QDateTime>("tokyo");
    QTest::addColumn<QStringList>("stops");
    const auto row = [](const char *name, QDate day, QTime time, const QStringList &stops) {
        QTest::newRow(name) << QDateTime(day, time, Qt::UTC) << stops;
    };
    const QString network = u"3 until 18 00:00"_s; // third weekend of May 2026: 16 and 17
    row("a working day", QDate(2026, 5, 12), QTime(10, 0), {});
    row("at 2:29", QDate(2026, 5, 12), QTime(2, 29), {});
    row("at 2:30 it is told", QDate(2026, 5, 12), QTime(2, 30), {u"4 from 03:00 until 12 06:00"_s});
    row("at 3:00", QDate(2026, 5, 12), QTime(3, 0), {u"4 until 12 06:00"_s});
    row("at 5:59", QDate(2026, 5, 12), QTime(5, 59), {u"4 until 12 06:00"_s});
    row("at 6:00", QDate(2026, 5, 12), QTime(6, 0), {});
    row("second Saturday", QDate(2026, 5, 9), QTime(10, 0), {});
    row("Friday night before", QDate(2026, 5, 15), QTime(23, 45), {u"3 from 00:00 until 18 00:00"_s});
    row("third Saturday", QDate(2026, 5, 16), QTime(10, 0), {network});
    row("Sunday at 4:00, both", QDate(2026, 5, 17), QTime(4, 0), {network, u"4 until 17 06:00"_s});
    row("Sunday night", QDate(2026, 5, 17), QTime(23, 59), {network});
    row("Monday", QDate(2026, 5, 18), QTime(0, 0), {});
    row("Sunday after a Saturday that ends a month's third week", QDate(2026, 8, 16), QTime(12, 0), {u"3 until 17 00:00"_s});
}

void PmhFaultsTest::plannedStopsAreThoseOfTheGuideline()
{
    QFETCH(QDateTime, tokyo);
    QFETCH(QStringList, stops);
    QStringList found;
    for (const ServiceNotice &stop : plannedStops(tokyo.addSecs(-9 * 3600), 30)) {
        const QString from = stop.from.isValid() ? toTokyo(stop.from).toString(u"'from 'HH:mm' '"_s) : QString();
        found.append(u"%1 %2until %3"_s.arg(int(stop.service)).arg(from, toTokyo(stop.until).toString(u"dd HH:mm"_s)));
        QVERIFY2(!isNeededForVisits(stop.service), "people who are registered may go on");
    }
    QCOMPARE(found, stops);
}

void PmhFaultsTest::statusAddressIsRead()
{
    const auto states = readServiceStates(R"({"services":[{"service":"portal","state":"up"},
        {"service":"pmh","state":"maintenance","until":"2026-05-12T06:00:00+09:00","message":null},
        {"service":"insurer-server","state":"down"},{"service":"unheard-of","state":"down"},{"service":7}]})");
    QVERIFY(states);
    QCOMPARE(states->size(), 2);
    QCOMPARE(states->at(0).service, Service::Pmh);
    QCOMPARE(states->at(0).until, QDateTime(QDate(2026, 5, 11), QTime(21, 0), Qt::UTC));
    QCOMPARE(states->at(1).service, Service::InsurerServer);
    QVERIFY(!states->at(1).until.isValid());
    for (const QByteArray &bad : {QByteArray("<html>"), QByteArray("{}"), QByteArray(R"({"services":1})")})
        QCOMPARE(readServiceStates(bad).error().code, ErrorCode::AnswerUnreadable);
}

void PmhFaultsTest::stoppedServiceIsToldAndTakenBack()
{
    Stage stage;
    const ConnectionProfile profile = stage.profile();
    FixedClock workday(QDateTime(QDate(2026, 5, 12), QTime(1, 0), Qt::UTC));
    ServiceWatch watch(profile, workday, *stage.client, {.everyMs = 20, .answerMs = 3500});
    watch.start();
    stage.ask(u"/services"_s, R"({"planned":false,"stops":[{"service":"pmh","from":"2020-01-01T00:00:00Z","to":"2090-01-01T00:00:00Z"}]})", "PUT");
    QVERIFY(QTest::qWaitFor([&] { return !watch.notices().isEmpty(); }));
    QCOMPARE(watch.notices().first().service, Service::Pmh);
    QCOMPARE(watch.notices().first().kind, ServiceNotice::Kind::Stopped);
    stage.ask(u"/services"_s, R"({"planned":false,"stops":[]})", "PUT");
    QVERIFY(QTest::qWaitFor([&] { return watch.notices().isEmpty(); }));
    // What the client's own requests find is told as well, and gone when somebody is there again.
    stage.ask(u"/faults"_s, R"([{"kind":"drop_before","count":null},{"kind":"drop_before","path":"/portal/status","count":null}])");
    QVERIFY(!waitFor<QList<QuestionnaireSummary>>([&](auto r) { stage.client->inquireQuestionnaires(r); }));
    QVERIFY(QTest::qWaitFor([&] { return !watch.notices().isEmpty(); }));
    QCOMPARE(watch.notices().first().kind, ServiceNotice::Kind::Troubled);
    stage.ask(u"/faults"_s, {}, "DELETE");
    QVERIFY(QTest::qWaitFor([&] { return watch.notices().isEmpty(); }));
    QVERIFY(!stage.client->isTroubled());
    const ServiceWatch::Timings real;
    QVERIFY2(real.everyMs + real.answerMs < 10000, "people hear of it within ten seconds");
}

/// The status address hangs: that is trouble too, and not only after the long time that an inquiry may take.
void PmhFaultsTest::silentStatusAddressIsTold()
{
    Stage stage;
    FixedClock workday(QDateTime(QDate(2026, 5, 12), QTime(1, 0), Qt::UTC));
    stage.ask(u"/faults"_s, R"({"kind":"delay","ms":60000,"path":"/portal/status","count":null})");
    ServiceWatch watch(stage.profile(), workday, *stage.client, {.everyMs = 20, .answerMs = 200});
    watch.start();
    QVERIFY(QTest::qWaitFor([&] { return !watch.notices().isEmpty(); }));
    QCOMPARE(watch.notices().first().service, Service::Portal);
    QCOMPARE(watch.notices().first().kind, ServiceNotice::Kind::Troubled);
    stage.ask(u"/faults"_s, {}, "DELETE");
    QVERIFY(QTest::qWaitFor([&] { return watch.notices().isEmpty(); }));
}

/// The portal says that PMH is up, and PMH does not answer: the notice stays as long as that is so.
void PmhFaultsTest::noticeStaysWhileRequestsFail()
{
    Stage stage;
    FixedClock workday(QDateTime(QDate(2026, 5, 12), QTime(1, 0), Qt::UTC));
    ServiceWatch watch(stage.profile(), workday, *stage.client, {.everyMs = 10000, .answerMs = 3500});
    stage.ask(u"/faults"_s, R"({"kind":"drop_before","count":null})");
    // What is read back before and after a registration: no breaker holds it up, so every one of them fails at the server.
    const auto isAnswered = [&] {
        return waitFor<StoredAnswer>([&](auto r) { stage.client->inquireStored(u"RegisterQuestionnaireAnswer"_s, u"q1"_s, r); })
            .has_value();
    };
    QVERIFY(!isAnswered());
    QCOMPARE(watch.notices().size(), 1);
    QSignalSpy changed(&watch, &ServiceWatch::changed);
    for (int look = 0; look < 3; ++look) {
        const auto asked = stage.ask(u"/requests?since=0"_s).items().size();
        watch.start();
        QVERIFY(QTest::qWaitFor([&] { return stage.ask(u"/requests?since=0"_s).items().size() > asked; }));
        QVERIFY(!isAnswered());
    }
    QCOMPARE(changed.size(), 0);
    QCOMPARE(watch.notices().size(), 1);
}

void PmhFaultsTest::storeIsWhatTheOutcomeSays_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char *name, const char *fault, RegistrationOutcome outcome) {
        QTest::newRow(name) << QByteArray(fault) << static_cast<int>(outcome);
    };
    using enum RegistrationOutcome;
    row("no fault", "", Confirmed);
    row("delay", R"("kind":"delay","ms":200)", Confirmed);
    row("slow", R"("kind":"slow","bytesPerSecond":2000)", Confirmed);
    row("dropped before the commit", R"("kind":"drop_before")", Refused);
    row("dropped after the commit", R"("kind":"drop_after_commit")", Confirmed);
    row("reset before", R"("kind":"reset","at":"before")", Refused);
    row("reset after", R"("kind":"reset","at":"after")", Confirmed);
    row("reset in the body", R"("kind":"reset","at":"body")", Confirmed);
    row("truncated", R"("kind":"truncate","share":0.5)", Confirmed);
    row("HTML before", R"("kind":"html","at":"before")", Refused);
    row("HTML after", R"("kind":"html","at":"after")", Confirmed);
    row("500 before", R"("kind":"status","at":"before","status":500,"code":"E5001")", Refused);
    row("500 after", R"("kind":"status","at":"after","status":500,"code":"E5001")", Confirmed);
    row("503", R"("kind":"status","at":"before","status":503,"code":"E5031")", Refused);
    row("429", R"("kind":"status","at":"before","status":429,"code":"E4291","retryAfter":1)", Refused);
    row("401", R"("kind":"status","at":"before","status":401,"code":"E4011")", Refused);
    row("409", R"("kind":"status","at":"before","status":409,"code":"E4091")", Refused);
    row("202, stored at once", R"("kind":"async202","polls":2,"commit":"at_once")", Confirmed);
    row("202, stored when ready", R"("kind":"async202","polls":2,"commit":"when_ready")", Confirmed);
    row("handled twice", R"("kind":"duplicate_request")", Confirmed);
    row("answered twice", R"("kind":"duplicate_response")", Confirmed);
    row("echo of a wrong type", R"("kind":"wrong_type","member":"answerStatusSeg")", Confirmed);
    row("answer without members", R"("kind":"body","at":"after","text":"{}")", Confirmed);
}

void PmhFaultsTest::storeIsWhatTheOutcomeSays()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, outcome);
    Stage stage;
    const QuestionnaireRecord basis = stage.questionnaire();
    QCOMPARE(basis.answerStatusSeg, u"1"_s);
    QVERIFY(basis.answers.size() > 1);
    QuestionnaireRegistration sent{basis.questionnaireManagementId, u"1"_s, 1, basis.answers};
    sent.answers.removeLast();
    if (!fault.isEmpty())
        stage.ask(u"/faults"_s, R"({"processType":"RegisterQuestionnaireAnswer",)" + fault + "}");

    const auto result = waitFor<RegistrationResult>(
        [&](auto reply) { stage.client->registerQuestionnaire(sent, basis, std::move(reply)); });
    QVERIFY(result);
    QCOMPARE(static_cast<int>(result->outcome), outcome);
    QVERIFY(result->error.has_value() == (result->outcome != RegistrationOutcome::Confirmed));
    QCOMPARE(stage.registrations(), 1);
    const QuestionnaireRecord stored = stage.questionnaire();
    const bool isStored = result->outcome == RegistrationOutcome::Confirmed;
    QVERIFY(sameAnswers(stored.answers, isStored ? sent.answers : basis.answers));
}

QTEST_GUILESS_MAIN(PmhFaultsTest)
#include "tst_pmhfaults.moc"
