// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// The control port: every fault over real HTTP, the journal, the request log, the clock.
#include "trainingclient.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QJsonObject listInquiry{{u"processType"_s, u"InquireQuestionnaireList"_s}};
const QJsonObject answerInquiry{{u"processType"_s, u"InquireQuestionnaireAnswer"_s}, {u"questionnaireManagementId"_s, u"Q-KO-XX1"_s}};

QJsonObject row(const QString &id, const QString &result)
{
    return {{u"itemMasterId"_s, id}, {u"repeatNumber"_s, 1}, {u"result"_s, result}};
}

QJsonArray answersWith(const QString &text)
{
    return {row(u"X-01"_s, u"0"_s), row(u"X-14"_s, u"left-arm:2"_s), row(u"X-20"_s, u"見本"_s), row(u"X-11"_s, text)};
}

QJsonObject registration(const QString &text)
{
    return {{u"processType"_s, u"RegisterQuestionnaireAnswer"_s},
            {u"questionnaireManagementId"_s, u"Q-KO-XX1"_s},
            {u"answerStatusSeg"_s, u"2"_s},
            {u"lastUpdatedPageNumber"_s, 1},
            {u"answers"_s, answersWith(text)}};
}

} // namespace

class TestTrainingFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_host.start()); }
    void init()
    {
        QCOMPARE(client().control("POST", u"/reset"_s).status, 200);
        m_linked = client();
        m_linked.signIn(u"kotaro"_s);
    }

    void overview_listsRoutesAndEveryFaultKindOfTheContract()
    {
        const QJsonObject overview = client().control("GET", u"/"_s).json();
        QVERIFY(overview["routes"_L1].toArray().size() > 15);
        QStringList kinds;
        const QJsonArray faults = overview["faults"_L1].toArray();
        for (const QJsonValue &fault : faults)
            kinds.append(fault["kind"_L1].toString());
        for (const char *kind : {"delay", "slow", "drop_before", "drop_after_commit", "reset", "truncate", "html", "body",
                                 "status", "async202", "patient_edits", "duplicate_request", "duplicate_response",
                                 "other_person", "wrong_type", "unknown_codes", "extra_members", "missing_members", "nulls",
                                 "callback"})
            QVERIFY2(kinds.contains(QString::fromLatin1(kind)), kind);
    }

    void unknownKindOrMember_isRefused()
    {
        QCOMPARE(client().control("POST", u"/faults"_s, QJsonObject{{u"kind"_s, u"earthquake"_s}}).status, 400);
        QCOMPARE(client().control("POST", u"/faults"_s, QJsonObject{{u"kind"_s, u"delay"_s}, {u"seconds"_s, 1}}).status, 400);
        QCOMPARE(client().control("GET", u"/faults"_s).list().size(), 0);
    }

    void skipAndCount_meetOnlyTheRequestsInBetween()
    {
        client().fault({{u"kind"_s, u"status"_s}, {u"status"_s, 503}, {u"code"_s, u"E5031"_s}, {u"skip"_s, 1}, {u"count"_s, 2}});
        QList<int> seen;
        for (int i = 0; i < 5; ++i)
            seen.append(m_linked.pmh(listInquiry).status);
        QCOMPARE(seen, (QList<int>{200, 503, 503, 200, 200}));
    }

    void scope_isProcessTypePathOrPerson()
    {
        client().fault({{u"kind"_s, u"status"_s}, {u"status"_s, 500}, {u"processType"_s, u"InquireVaccinationList"_s}, {u"count"_s, QJsonValue::Null}});
        client().fault({{u"kind"_s, u"status"_s}, {u"status"_s, 429}, {u"person"_s, u"minori"_s}, {u"count"_s, QJsonValue::Null}});
        client().fault({{u"kind"_s, u"status"_s}, {u"status"_s, 503}, {u"path"_s, u"/portal/status"_s}, {u"count"_s, QJsonValue::Null}});
        QCOMPARE(m_linked.pmh(listInquiry).status, 200);
        QCOMPARE(m_linked.pmh({{u"processType"_s, u"InquireVaccinationList"_s}}).status, 500);
        TrainingClient other = client();
        other.signIn(u"minori"_s);
        QCOMPARE(other.pmh(listInquiry).status, 429);
        QCOMPARE(client().get(u"/portal/status"_s).status, 503);
        QCOMPARE(client().control("DELETE", u"/faults"_s).status, 200);
        QCOMPARE(other.pmh(listInquiry).status, 200);
    }

    void dropAndReset_storeOrNotAndSayNothing_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<bool>("stored");
        QTest::newRow("drop before") << QJsonObject{{u"kind"_s, u"drop_before"_s}} << false;
        QTest::newRow("drop after commit") << QJsonObject{{u"kind"_s, u"drop_after_commit"_s}} << true;
        QTest::newRow("reset before") << QJsonObject{{u"kind"_s, u"reset"_s}, {u"at"_s, u"before"_s}} << false;
        QTest::newRow("reset after") << QJsonObject{{u"kind"_s, u"reset"_s}, {u"at"_s, u"after"_s}} << true;
    }
    void dropAndReset_storeOrNotAndSayNothing()
    {
        QFETCH(QJsonObject, fault);
        QFETCH(bool, stored);
        client().fault(fault);
        QCOMPARE(m_linked.pmh(registration(u"新しい"_s)).status, 0);
        QCOMPARE(storedText() == u"新しい"_s, stored);
        QCOMPARE(client().control("GET", u"/journal"_s).list().size(), stored ? 1 : 0);
        QCOMPARE(client().control("GET", u"/requests"_s).list().first()["status"_L1].toInt(), 0);
    }

    void cutAnswers_doNotReachTheAnnouncedLength()
    {
        client().fault({{u"kind"_s, u"truncate"_s}, {u"share"_s, 0.5}});
        const WireAnswer cut = m_linked.pmh(registration(u"a"_s));
        QCOMPARE(cut.status, 200);
        QVERIFY(!cut.isComplete);
        QCOMPARE(storedText(), u"a"_s);
        client().fault({{u"kind"_s, u"reset"_s}, {u"at"_s, u"body"_s}});
        QVERIFY(!m_linked.pmh(listInquiry).isComplete);
    }

    void delayAndSlow_keepTheServerAnswering()
    {
        client().fault({{u"kind"_s, u"delay"_s}, {u"ms"_s, 300}});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_linked.pmh(listInquiry).status, 200);
        QVERIFY(timer.elapsed() >= 290);
        client().fault({{u"kind"_s, u"slow"_s}, {u"bytesPerSecond"_s, 2000}});
        timer.start();
        QVERIFY(m_linked.pmh(listInquiry).isComplete);
        QVERIFY(timer.elapsed() >= 100);
    }

    void otherAnswers_comeBeforeOrAfterTheEffect()
    {
        client().fault({{u"kind"_s, u"html"_s}, {u"at"_s, u"after"_s}, {u"status"_s, 502}});
        const WireAnswer html = m_linked.pmh(registration(u"a"_s));
        QCOMPARE(html.status, 502);
        QVERIFY(html.header("Content-Type").startsWith("text/html"));
        QCOMPARE(storedText(), u"a"_s);
        client().fault({{u"kind"_s, u"status"_s}, {u"status"_s, 503}, {u"code"_s, u"E5031"_s}, {u"retryAfter"_s, 7}});
        const WireAnswer refused = m_linked.pmh(registration(u"b"_s));
        QCOMPARE(refused.code(), u"E5031"_s);
        QCOMPARE(refused.header("Retry-After"), "7");
        QCOMPARE(storedText(), u"a"_s);
        client().fault({{u"kind"_s, u"body"_s}, {u"text"_s, u"{\"a\":1,\"a\":2}"_s}});
        QCOMPARE(m_linked.pmh(listInquiry).body, "{\"a\":1,\"a\":2}");
    }

    void duplicates_areHandledTwiceOrSentTwice()
    {
        client().fault({{u"kind"_s, u"duplicate_request"_s}});
        QCOMPARE(m_linked.pmh(registration(u"a"_s)).status, 200);
        const QJsonArray journal = client().control("GET", u"/journal"_s).list();
        QCOMPARE(journal.size(), 2);
        QCOMPARE(journal[1]["origin"_L1].toString(), u"duplicate"_s);
        client().fault({{u"kind"_s, u"duplicate_response"_s}});
        QVERIFY(m_linked.pmh(listInquiry).body.count("HTTP/1.1 200") == 1);
    }

    void async_isReadyAfterItsPollsAndRepeatable_data()
    {
        QTest::addColumn<QString>("commit");
        QTest::newRow("at once") << u"at_once"_s;
        QTest::newRow("when ready") << u"when_ready"_s;
    }
    void async_isReadyAfterItsPollsAndRepeatable()
    {
        QFETCH(QString, commit);
        client().fault({{u"kind"_s, u"async202"_s}, {u"polls"_s, 2}, {u"retryAfter"_s, 3}, {u"commit"_s, commit}});
        const WireAnswer accepted = m_linked.pmh(registration(u"later"_s));
        QCOMPARE(accepted.status, 202);
        QCOMPARE(accepted.header("Retry-After"), "3");
        QCOMPARE(storedText() == u"later"_s, commit == "at_once"_L1);
        const QJsonObject poll{{u"processId"_s, accepted.json()["processId"_L1]}};
        TrainingClient other = client();
        other.signIn(u"kotaro"_s);
        QCOMPARE(other.pmh(poll, u"/pmh/result"_s).code(), u"E4041"_s);
        QCOMPARE(m_linked.pmh(poll, u"/pmh/result"_s).status, 202);
        QCOMPARE(m_linked.pmh(poll, u"/pmh/result"_s).status, 202);
        const WireAnswer ready = m_linked.pmh(poll, u"/pmh/result"_s);
        QCOMPARE(ready.status, 200);
        QCOMPARE(ready.json()["answerStatusSeg"_L1].toString(), u"2"_s);
        QCOMPARE(m_linked.pmh(poll, u"/pmh/result"_s).body, ready.body);
        QCOMPARE(storedText(), u"later"_s);
        QCOMPARE(client().control("GET", u"/journal"_s).list().size(), 1);
        QCOMPARE(m_linked.pmh({{u"processId"_s, u"unknown"_s}}, u"/pmh/result"_s).code(), u"E4041"_s);
    }

    void async_keepsTheRefusalOfTheRequest()
    {
        client().fault({{u"kind"_s, u"async202"_s}, {u"polls"_s, 0}});
        QJsonObject request = registration(u"a"_s);
        request.insert(u"answers"_s, QJsonArray{row(u"X-99"_s, u"1"_s)});
        const WireAnswer accepted = m_linked.pmh(request);
        const WireAnswer ready = m_linked.pmh({{u"processId"_s, accepted.json()["processId"_L1]}}, u"/pmh/result"_s);
        QCOMPARE(ready.code(), u"E4003"_s);
    }

    void patientEdits_comeAroundTheRequest()
    {
        const QJsonObject edit{{u"kind"_s, u"patient_edits"_s}, {u"answers"_s, answersWith(u"家で直した"_s)}};
        QJsonObject before = edit, after = edit, inquired = edit;
        before.insert(u"when"_s, u"before_commit"_s);
        client().fault(before);
        QCOMPARE(m_linked.pmh(answerInquiry).status, 200); // leaves an edit for a registration alone
        QCOMPARE(client().control("GET", u"/journal"_s).list().size(), 0);
        QCOMPARE(m_linked.pmh(registration(u"受付で直した"_s)).status, 200);
        QCOMPARE(storedText(), u"受付で直した"_s);
        after.insert(u"when"_s, u"after_commit"_s);
        client().fault(after);
        QCOMPARE(m_linked.pmh(registration(u"受付で直した"_s)).status, 200);
        QCOMPARE(storedText(), u"家で直した"_s);
        QCOMPARE(m_linked.pmh(registration(u"受付で直した"_s)).status, 200);
        inquired.insert(u"when"_s, u"after_inquiry"_s);
        client().fault(inquired);
        QVERIFY(m_linked.pmh(answerInquiry).body.contains("受付で直した"));
        QVERIFY(m_linked.pmh(answerInquiry).body.contains("家で直した"));
        const QJsonArray journal = client().control("GET", u"/journal"_s).list();
        QCOMPARE(std::count_if(journal.begin(), journal.end(), [](const QJsonValue &e) { return e["origin"_L1] == "patient"_L1; }), 3);
    }

    void spoiledAnswers_breakOnlyWhatTheyName()
    {
        client().fault({{u"kind"_s, u"wrong_type"_s}, {u"member"_s, u"questionnaires.isAnswerable"_s}});
        QVERIFY(m_linked.pmh(listInquiry).json()["questionnaires"_L1][0]["isAnswerable"_L1].isString());
        client().fault({{u"kind"_s, u"unknown_codes"_s}, {u"members"_s, QJsonArray{u"answerStatusSeg"_s}}, {u"value"_s, u"77"_s}});
        const QJsonValue coded = m_linked.pmh(listInquiry).json()["questionnaires"_L1][0];
        QCOMPARE(coded["answerStatusSeg"_L1].toString(), u"77"_s);
        QCOMPARE(coded["vaccinationWishSeg"_L1].toString(), u"1"_s);
        client().fault({{u"kind"_s, u"missing_members"_s}});
        const QJsonObject thin = m_linked.pmh(listInquiry).json()["questionnaires"_L1][0].toObject();
        QCOMPARE(thin.keys(), (QStringList{u"answerStatusSeg"_s, u"questionnaireManagementId"_s, u"questionnaireName"_s}));
        client().fault({{u"kind"_s, u"nulls"_s}, {u"mode"_s, u"schema"_s}});
        const QJsonObject nulled = m_linked.pmh(answerInquiry).json();
        QVERIFY(nulled["lastUpdatedPageNumber"_L1].isNull());
        QVERIFY(nulled["latestAnswers"_L1].isArray());
        client().fault({{u"kind"_s, u"extra_members"_s}});
        QVERIFY(m_linked.pmh(listInquiry).json().contains("unknownText"_L1));
    }

    void otherPerson_showsSomebodyElse()
    {
        client().fault({{u"kind"_s, u"other_person"_s}, {u"other"_s, u"minori"_s}, {u"part"_s, u"basicFiveInfo"_s}});
        const QJsonObject mixed = m_linked.pmh(answerInquiry).json();
        QCOMPARE(mixed["basicFiveInfo"_L1]["name"_L1].toString(), u"𠮷﨑　みのり"_s);
        QCOMPARE(mixed["questionnaireManagementId"_L1].toString(), u"Q-KO-XX1"_s);
        client().fault({{u"kind"_s, u"other_person"_s}, {u"other"_s, u"minori"_s}, {u"part"_s, u"all"_s}});
        QCOMPARE(m_linked.pmh(listInquiry).json()["questionnaires"_L1].toArray().size(), 4);
    }

    void requestLog_holdsTheTokenAsAHashOnly()
    {
        const QByteArray token = client().control("POST", u"/tokens"_s, QJsonObject{{u"person"_s, u"minori"_s}}).json()["token"_L1].toString().toLatin1();
        TrainingClient linked = client();
        linked.setToken(token);
        QCOMPARE(linked.pmh(listInquiry).status, 200);
        const WireAnswer log = client().control("GET", u"/requests"_s);
        QVERIFY(!log.body.contains(token));
        QCOMPARE(log.list().last()["processType"_L1].toString(), u"InquireQuestionnaireList"_s);
        const auto number = log.list().last()["number"_L1].toInteger();
        QCOMPARE(client().control("GET", u"/requests?since=%1"_s.arg(number)).list().size(), 0);
    }

    void clock_letsTokensExpire()
    {
        QCOMPARE(m_linked.pmh(listInquiry).status, 200);
        QCOMPARE(client().control("GET", u"/tokens"_s).json()["live"_L1].toInt(), 1);
        const QString tomorrow = QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODate);
        QCOMPARE(client().control("PUT", u"/clock"_s, QJsonObject{{u"now"_s, tomorrow}}).status, 200);
        QCOMPARE(m_linked.pmh(listInquiry).code(), u"E4011"_s);
        QCOMPARE(client().control("GET", u"/tokens"_s).json()["live"_L1].toInt(), 0);
    }

    void reset_bringsEverythingBack()
    {
        const QString before = storedText();
        QCOMPARE(m_linked.pmh(registration(u"anders"_s)).status, 200);
        QCOMPARE(storedText(), u"anders"_s);
        QCOMPARE(client().control("POST", u"/reset"_s).status, 200);
        QCOMPARE(storedText(), before);
        QCOMPARE(m_linked.pmh(listInquiry).code(), u"E4011"_s);
    }

private:
    [[nodiscard]] TrainingClient client() const { return TrainingClient(m_host.server()); }

    /// What the server holds for X-11.
    [[nodiscard]] QString storedText() const
    {
        const QJsonArray answers = client().control("GET", u"/people/kotaro/stored"_s)
                                       .json()["questionnaires"_L1][0]["answers"_L1].toArray();
        for (const QJsonValue &entry : answers) {
            if (entry["itemMasterId"_L1].toString() == "X-11"_L1)
                return entry["result"_L1].toString();
        }
        return {};
    }

    mutable TrainingHost m_host;
    TrainingClient m_linked{m_host.server()};
};

QTEST_GUILESS_MAIN(TestTrainingFaults)
#include "tst_trainingfaults.moc"
