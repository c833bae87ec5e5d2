// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// The server as other people's clients meet it: the README's lines, HTTP as it is, faults in every area, other names.
#include "trainingclient.h"

#include "app/base/json.h"

#include <QFile>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using uk::JsonValue;

namespace {

struct Case
{
    QString person, path;
    QJsonObject request;
    QString member; ///< a member of the answer
};

const QString vaccination = u"/pmh/vaccination/v4"_s, maternal = u"/pmh/maternal-child/v3"_s, subsidy = u"/pmh/medical-subsidy/v3"_s;

/// One inquiry and, where there is one, one registration of each area.
QList<Case> inquiries()
{
    return {{u"kotaro"_s, vaccination, {{u"processType"_s, u"InquireQuestionnaireAnswer"_s}, {u"questionnaireManagementId"_s, u"Q-KO-XX1"_s}}, u"answerStatusSeg"_s},
            {u"nozomi"_s, maternal, {{u"processType"_s, u"InquireChildQuestionnaireAnswer"_s}, {u"childCheckupId"_s, u"CC-NO-18"_s}}, u"answerStatusSeg"_s},
            {u"haruka"_s, subsidy, {{u"processType"_s, u"InquireCopaymentLedger"_s}, {u"copaymentLedgerSeg"_s, u"1"_s}}, u"copaymentLedgerSeg"_s}};
}

QList<Case> registrations()
{
    return {{u"kiyoshi"_s, vaccination, {{u"processType"_s, u"RegisterQuestionnaireAnswer"_s}, {u"questionnaireManagementId"_s, u"Q-KI-FL1"_s},
                                         {u"answerStatusSeg"_s, u"1"_s}, {u"lastUpdatedPageNumber"_s, 1}, {u"answers"_s, QJsonArray()}}, u"questionnaireManagementId"_s},
            {u"hanae"_s, maternal, {{u"processType"_s, u"RegisterHomecoming"_s}, {u"pregnancyByMunicipalityId"_s, u"MP-HA-1"_s},
                                    {u"isDeleted"_s, true}, {u"answers"_s, QJsonArray()}}, u"pregnancyByMunicipalityId"_s}};
}

/// Every request of the 20 process types that somebody can be asked for.
QList<Case> everyProcessType()
{
    const auto plain = [](const QString &type) { return QJsonObject{{u"processType"_s, type}}; };
    const QJsonArray none;
    QList<Case> cases = inquiries() + registrations();
    for (const QString &type : {u"InquireVaccinationList"_s, u"InquireQuestionnaireList"_s})
        cases.append({u"minori"_s, vaccination, plain(type), {}});
    cases.append({u"minori"_s, vaccination, {{u"processType"_s, u"InquireVaccinationCertificate"_s}, {u"vaccinationScheduleId"_s, u"S-MI-BC1"_s}}, {}});
    for (const QString &type : {u"InquirePrenatalCheckups"_s, u"InquirePrenatalVouchers"_s, u"InquireHomecoming"_s, u"InquirePregnancyLoss"_s, u"InquirePrenatalMchbook"_s})
        cases.append({u"hanae"_s, maternal, plain(type), {}});
    cases.append({u"shiori"_s, maternal, {{u"processType"_s, u"RegisterPregnancyLoss"_s}, {u"pregnancyByMunicipalityId"_s, u"MP-SH-1"_s}, {u"diagnosedOn"_s, u"2026-08-04"_s}}, {}});
    cases.append({u"shiori"_s, maternal, {{u"processType"_s, u"RegisterPrenatalMchbook"_s}, {u"pregnancyId"_s, u"P-SH-1"_s}, {u"items"_s, none}}, {}});
    for (const QString &type : {u"InquireChildCheckups"_s, u"InquireChildMchbook"_s})
        cases.append({u"nozomi"_s, maternal, plain(type), {}});
    cases.append({u"takumi"_s, maternal, {{u"processType"_s, u"RegisterChildQuestionnaireAnswer"_s}, {u"childCheckupId"_s, u"CC-TA-36"_s}, {u"answerStatusSeg"_s, u"1"_s},
                                          {u"lastUpdatedPageNumber"_s, 2}, {u"answers"_s, QJsonArray{QJsonObject{{u"itemMasterId"_s, u"L-33"_s}, {u"repeatNumber"_s, 1}, {u"result"_s, u"left-knee:1"_s}}}}}, {}});
    cases.append({u"aoi"_s, maternal, {{u"processType"_s, u"RegisterChildMchbook"_s}, {u"items"_s, none}}, {}});
    cases.append({u"yukari"_s, subsidy, plain(u"InquireMedicalSubsidies"_s), {}});
    return cases;
}

/// A member's or code's other name; the same letters backwards behind a mark, so that no two meet.
QString otherName(const QString &name)
{
    QString reversed;
    for (const QChar character : name)
        reversed.prepend(character);
    return u"w_"_s + reversed;
}

bool isCodeList(const QString &member)
{
    return member.endsWith("Seg"_L1) || member == "sex"_L1 || member == "warningCode"_L1 || member == "vaccineTypeCode"_L1;
}

/// What the answer must look like in the other names, by a walk of the test's own.
JsonValue translated(const JsonValue &value, const QString &member, QHash<QString, QSet<QString>> &codes, QSet<QString> &members)
{
    if (value.isArray()) {
        JsonValue result = JsonValue::array();
        for (const JsonValue &item : value.items())
            result.append(translated(item, member, codes, members));
        return result;
    }
    if (value.isObject()) {
        JsonValue result = JsonValue::object();
        for (const uk::JsonMember &inner : value.members()) {
            members.insert(inner.name);
            result.append(otherName(inner.name), translated(inner.value, inner.name, codes, members));
        }
        return result;
    }
    if (value.isString() && (isCodeList(member) || member == "processType"_L1)) {
        codes[member].insert(value.toString());
        return otherName(value.toString());
    }
    return value;
}

JsonValue json(const QJsonObject &object)
{
    return uk::parseJson(QJsonDocument(object).toJson()).value();
}

} // namespace

class TestTrainingServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_host.start()); }
    void cleanup() { QCOMPARE(client().control("POST", u"/reset"_s).status, 200); }

    void linesOfTheReadme_workInOrder()
    {
        QFile readme(qEnvironmentVariable("UKETSUKE_SOURCE_DIR") + "/README.md"_L1);
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(readme.readAll());
        QString lines = text.section(u"<!-- The tests run these lines. -->"_s, 1, 1).section(u"```sh\n"_s, 1, 1).section(u"```"_s, 0, 0);
        QVERIFY(lines.contains("curl"_L1));
        lines.replace(u"http://127.0.0.1:8480"_s, m_host.server().baseUrl().toString());
        lines.replace(u"http://127.0.0.1:8481"_s, m_host.server().controlUrl().toString());
        QProcess shell;
        shell.start(u"bash"_s, {u"-euo"_s, u"pipefail"_s, u"-c"_s, lines});
        QVERIFY(shell.waitForFinished(60000));
        const QByteArray said = shell.readAllStandardOutput();
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        QVERIFY(said.contains("V-HA-1"));
        QVERIFY(said.contains("{\"pregnancyByMunicipalityId\":\"MP-HA-1\"}"));
        QVERIFY(!said.contains("{\"pregnancyByMunicipalityId\":\"MP-HA-0\"}\n")); // its answer was lost, and it took effect:
        QVERIFY(said.contains("\"processType\":\"RegisterPregnancyLoss\",\"key\":\"MP-HA-0\""));
        QVERIFY(said.contains("\"state\":\"processed\""));
        QVERIFY(said.contains("\"request\":\"GET /journal?since=N\""));
    }

    void http_isSpokenAsClientsExpectIt()
    {
        QTcpSocket socket;
        connectTo(socket);
        const QByteArray get = "GET /portal/status HTTP/1.1\r\nHost: a\r\n\r\n";
        QVERIFY(replyTo(socket, get).startsWith("HTTP/1.1 200"));
        QVERIFY(replyTo(socket, get).startsWith("HTTP/1.1 200")); // the same connection
        const QByteArray head = replyTo(socket, "HEAD /portal/status HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(head.startsWith("HTTP/1.1 200") && head.endsWith("\r\n\r\n"));
        TrainingClient linked = signedIn(u"minori"_s);
        const QByteArray common = "POST /pmh/vaccination/v4 HTTP/1.1\r\nHost: a\r\nContent-Type: application/json; charset=utf-8\r\n"
                                  "Authorization: bearer " + m_token + "\r\n";
        const QByteArray chunked = common + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"processType\":\"\r\n18\r\nInquireVaccinationList\"}\r\n0\r\n\r\n";
        QVERIFY(replyTo(socket, chunked).startsWith("HTTP/1.1 200"));
        const QByteArray inquiry = "{\"processType\":\"InquireVaccinationList\"}";
        const QByteArray expecting = common + "Expect: 100-continue\r\nContent-Length: " + QByteArray::number(inquiry.size()) + "\r\n\r\n" + inquiry;
        QVERIFY(replyTo(socket, expecting).startsWith("HTTP/1.1 200"));
        QCOMPARE(linked.send(QUrl(m_host.server().baseUrl().toString() + vaccination), "PUT").status, 405);
        QCOMPARE(linked.raw("{\"processType\":\"InquireVaccinationList\"" + QByteArray(8 * 1024 * 1024 - 41, ' ') + '}').status, 200);
        QCOMPARE(linked.raw(QByteArray(8 * 1024 * 1024 + 1, ' ')).code(), u"E4131"_s);
        QCOMPARE(linked.raw(inquiry, "application/xml").code(), u"E4001"_s);
    }

    void slowAndIdleClients_keepNobodyWaiting()
    {
        QTcpSocket half;
        connectTo(half);
        half.write("POST /pmh/vaccination/v4 HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{\"pro");
        QVERIFY(half.waitForBytesWritten());
        std::vector<std::unique_ptr<QTcpSocket>> many;
        for (int i = 0; i < 60; ++i) {
            many.push_back(std::make_unique<QTcpSocket>());
            connectTo(*many.back());
            many.back()->write("GET /portal/status HTTP/1.1\r\nHost: a\r\n\r\n");
        }
        for (const auto &socket : many) {
            QVERIFY(socket->bytesAvailable() > 0 || socket->waitForReadyRead(20000));
            QVERIFY(socket->readAll().startsWith("HTTP/1.1 200"));
        }
    }

    void bodies_areReadExactly()
    {
        const TrainingClient nozomi = signedIn(u"nozomi"_s);
        const auto register_ = [&](const QByteArray &number) {
            return client().send(QUrl(m_host.server().baseUrl().toString() + maternal), "POST",
                                 "{\"processType\":\"RegisterChildQuestionnaireAnswer\",\"childCheckupId\":\"CC-NO-18\",\"answerStatusSeg\":\"1\","
                                 "\"lastUpdatedPageNumber\":1.0,\"answers\":[{\"itemMasterId\":\"K-84\",\"repeatNumber\":" + number + ",\"result\":\"x\"}]}",
                                 "Content-Type: application/json\r\nAuthorization: Bearer " + m_token + "\r\n");
        };
        QCOMPARE(register_("1.0").status, 200);
        QVERIFY(client().control("GET", u"/people/nozomi/stored"_s).body.contains("\"repeatNumber\":1.0"));
        for (const char *number : {"1.5", "9007199254740993", "18446744073709551617", "1e400", "\"1\"", "null", "01", "0"})
            QVERIFY2(register_(number).code() == "E4001"_L1, number);
        QCOMPARE(register_("1,\"repeatNumber\":1").code(), u"E4001"_s);
    }

    void everyFault_isSeenInEveryArea_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<bool>("isRegistration");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("stored");
        const auto row = [](const QJsonObject &fault, bool isRegistration, int status, int stored) {
            const QString name = fault["kind"_L1].toString() + u' ' + fault["at"_L1].toString() + fault["mode"_L1].toString() + fault["part"_L1].toString();
            QTest::newRow(qPrintable(name)) << fault << isRegistration << status << stored;
        };
        const auto kind = [](const char *name, QJsonObject more = {}) { more.insert(u"kind"_s, QString::fromLatin1(name)); return more; };
        row(kind("delay", {{u"ms"_s, 30}}), true, 200, 1);
        row(kind("slow", {{u"bytesPerSecond"_s, 200000}}), true, 200, 1);
        row(kind("drop_before"), true, 0, 0);
        row(kind("drop_after_commit"), true, 0, 1);
        row(kind("reset", {{u"at"_s, u"before"_s}}), true, 0, 0);
        row(kind("reset", {{u"at"_s, u"after"_s}}), true, 0, 1);
        row(kind("truncate", {{u"share"_s, 0.5}}), true, 200, 1);
        row(kind("html", {{u"at"_s, u"before"_s}, {u"status"_s, 502}}), true, 502, 0);
        row(kind("html", {{u"at"_s, u"after"_s}, {u"status"_s, 200}}), true, 200, 1);
        row(kind("body", {{u"at"_s, u"after"_s}, {u"text"_s, u"[1"_s}}), true, 200, 1);
        row(kind("status", {{u"at"_s, u"before"_s}, {u"status"_s, 503}, {u"code"_s, u"E5031"_s}}), true, 503, 0);
        row(kind("status", {{u"at"_s, u"after"_s}, {u"status"_s, 500}}), true, 500, 1);
        row(kind("async202"), true, 202, 1);
        row(kind("async202", {{u"commit"_s, u"when_ready"_s}, {u"at"_s, u""_s}}), true, 202, 0);
        row(kind("duplicate_request"), true, 200, 2);
        row(kind("duplicate_response"), true, 200, 1);
        row(kind("patient_edits", {{u"when"_s, u"before_commit"_s}, {u"answers"_s, QJsonArray()}}), true, 200, 2);
    }
    void everyFault_isSeenInEveryArea()
    {
        QFETCH(QJsonObject, fault);
        QFETCH(int, status);
        QFETCH(int, stored);
        fault.remove(fault["at"_L1].toString().isEmpty() ? u"at"_s : u""_s);
        for (const Case &one : registrations()) {
            QCOMPARE(client().control("POST", u"/reset"_s).status, 200);
            client().fault(fault);
            QCOMPARE(signedIn(one.person).pmh(one.request, one.path).status, status);
            QCOMPARE(client().control("GET", u"/journal"_s).list().size(), stored);
        }
        for (const Case &one : inquiries()) {
            client().fault(fault);
            const int seen = signedIn(one.person).pmh(one.request, one.path).status;
            QCOMPARE(seen, fault["kind"_L1] == "patient_edits"_L1 ? 200 : status);
        }
    }

    void everySpoiledAnswer_differsInEveryArea_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::newRow("unknown codes") << QJsonObject{{u"kind"_s, u"unknown_codes"_s}, {u"value"_s, u"77"_s}};
        QTest::newRow("extra members") << QJsonObject{{u"kind"_s, u"extra_members"_s}};
        QTest::newRow("missing members") << QJsonObject{{u"kind"_s, u"missing_members"_s}};
        QTest::newRow("nulls as the readme allows") << QJsonObject{{u"kind"_s, u"nulls"_s}, {u"mode"_s, u"readme"_s}};
        QTest::newRow("nulls as the schema has them") << QJsonObject{{u"kind"_s, u"nulls"_s}, {u"mode"_s, u"schema"_s}};
        QTest::newRow("wrong type") << QJsonObject{{u"kind"_s, u"wrong_type"_s}};
    }
    void everySpoiledAnswer_differsInEveryArea()
    {
        QFETCH(QJsonObject, fault);
        for (const Case &one : inquiries()) {
            const TrainingClient linked = signedIn(one.person);
            const QByteArray before = linked.pmh(one.request, one.path).body;
            QJsonObject spec = fault;
            if (spec["kind"_L1] == "wrong_type"_L1)
                spec.insert(u"member"_s, one.member);
            client().fault(spec);
            const WireAnswer spoiled = linked.pmh(one.request, one.path);
            QCOMPARE(spoiled.status, 200);
            QVERIFY(spoiled.body != before);
            QVERIFY(!spoiled.json().isEmpty());
            QVERIFY(spoiled.json().contains(one.member));
            QCOMPARE(linked.pmh(one.request, one.path).body, before);
        }
    }

    void wrongForms_areRefusedByEveryRoute_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("body");
        const auto row = [](const char *method, const char *path, const QJsonObject &body) {
            QTest::newRow((QByteArray(method) + ' ' + path + ' ' + QJsonDocument(body).toJson(QJsonDocument::Compact)).constData())
                << QByteArray(method) << QString::fromLatin1(path) << body;
        };
        row("PUT", "/people/minori", {{u"isregistered"_s, true}});
        row("PUT", "/people/minori", {{u"isRegistered"_s, u"yes"_s}});
        row("PUT", "/people/minori", {{u"isAnswerable"_s, QJsonObject{{u"nothing"_s, true}}}});
        row("POST", "/people/minori/edit", {{u"answers"_s, QJsonArray()}});
        row("POST", "/people/minori/edit", {{u"id"_s, u"Q-MI-MR1"_s}, {u"answers"_s, QJsonArray{1}}});
        row("POST", "/tokens", {{u"person"_s, u"nobody"_s}});
        row("POST", "/tokens", {{u"person"_s, u"minori"_s}, {u"scopes"_s, u"everything"_s}});
        row("PUT", "/tokens/lifetime", {{u"minutes"_s, 5}});
        row("PUT", "/clock", {{u"now"_s, u"yesterday"_s}});
        row("PUT", "/services", {{u"stops"_s, QJsonArray{QJsonObject{{u"service"_s, u"lunch"_s}}}}});
        row("PUT", "/rate-limit", {{u"requestsPerSecond"_s, u"1"_s}});
        row("POST", "/faults", {{u"kind"_s, u"delay"_s}, {u"ms"_s, u"30"_s}});
        row("POST", "/faults", {{u"kind"_s, u"other_person"_s}});
        row("POST", "/faults", {{u"kind"_s, u"reset"_s}, {u"at"_s, u"lunch"_s}});
        row("POST", "/faults", {{u"kind"_s, u"delay"_s}, {u"processType"_s, u"InquireEverything"_s}});
    }
    void wrongForms_areRefusedByEveryRoute()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QJsonObject, body);
        const WireAnswer answer = client().control(method, path, body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), u"E4001"_s);
    }

    void everyRouteOfTheOverview_isThereAndOthersAreNot()
    {
        const QJsonArray routes = client().control("GET", u"/"_s).json()["routes"_L1].toArray();
        QCOMPARE(routes.size(), 21);
        for (const QJsonValue &route : routes) {
            const QString request = route["request"_L1].toString();
            QString path = request.section(u' ', 1).section(u'?', 0, 0);
            path.replace(u"KEY"_s, u"minori"_s).replace(u"ID"_s, u"1"_s);
            client().fault({{u"kind"_s, u"delay"_s}});
            const int status = client().control(request.section(u' ', 0, 0).toLatin1(), path).status;
            QVERIFY2(status == 200 || status == 400 || (status == 404 && path == "/faults/1"_L1), qPrintable(request));
            QCOMPARE(client().control("PATCH", path).status, 405);
        }
        QCOMPARE(client().control("GET", u"/people/nobody/stored"_s).status, 404);
        QCOMPARE(client().control("GET", u"/nothing"_s).status, 404);
    }

    void profileInWhichEverythingDiffers_isSpokenByEveryProcessType()
    {
        const QList<Case> cases = everyProcessType();
        QCOMPARE(cases.size(), 20);
        QHash<QString, QSet<QString>> codes;
        QSet<QString> members{u"processId"_s, u"code"_s, u"message"_s};
        QList<JsonValue> requests, answers;
        for (const Case &one : cases) {
            requests.append(translated(json(one.request), {}, codes, members));
            const WireAnswer answer = signedIn(one.person).pmh(one.request, one.path);
            QVERIFY2(answer.status == 200, answer.body.constData());
            answers.append(translated(uk::parseJson(answer.body).value(), {}, codes, members));
        }
        QTemporaryDir folder;
        uk::TrainingServerOptions options;
        options.profileFile = folder.filePath(u"profile.json"_s);
        QFile file(options.profileFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(uk::writeJson(profileOf(codes, members)));
        file.close();
        TrainingHost other;
        QVERIFY(other.start(options));
        TrainingClient linked(other.server());
        for (qsizetype i = 0; i < cases.size(); ++i) {
            linked.signIn(cases[i].person, {u"vaccination"_s, u"maternal-child"_s, u"medical-subsidy"_s});
            const QJsonObject request = QJsonDocument::fromJson(uk::writeJson(requests[i])).object();
            const WireAnswer answer = linked.pmh(request, cases[i].path);
            QVERIFY2(answer.status == 200, qPrintable(cases[i].request["processType"_L1].toString() + QString::fromUtf8(answer.body)));
            QCOMPARE(answer.body, uk::writeJson(answers[i]));
            QCOMPARE(linked.pmh(cases[i].request, cases[i].path).json()[otherName(u"code"_s)].toString(), u"E4001"_s);
        }
    }

private:
    [[nodiscard]] TrainingClient client() const { return TrainingClient(m_host.server()); }
    [[nodiscard]] TrainingClient signedIn(const QString &person)
    {
        const WireAnswer answer = client().control("POST", u"/tokens"_s, QJsonObject{{u"person"_s, person}});
        m_token = answer.json()["token"_L1].toString().toLatin1();
        TrainingClient linked = client();
        linked.setToken(m_token);
        return linked;
    }
    void connectTo(QTcpSocket &socket) const
    {
        socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(m_host.server().baseUrl().port()));
        QVERIFY(socket.waitForConnected());
    }
    /// What comes back on an open connection, up to the announced length.
    [[nodiscard]] static QByteArray replyTo(QTcpSocket &socket, const QByteArray &request)
    {
        socket.write(request);
        QByteArray reply;
        for (;;) {
            const qsizetype gap = reply.indexOf("\r\n\r\n");
            const qsizetype at = reply.indexOf("Content-Length: ");
            const qsizetype length = request.startsWith("HEAD") ? 0 : reply.mid(at + 16, 12).split('\r').first().toLongLong();
            if (gap > 0 && reply.size() >= gap + 4 + length)
                return reply;
            if (!socket.waitForReadyRead(20000))
                return reply;
            reply += socket.readAll();
        }
    }
    [[nodiscard]] static JsonValue profileOf(const QHash<QString, QSet<QString>> &codes, const QSet<QString> &members)
    {
        JsonValue memberNames = JsonValue::object(), lists = JsonValue::object(), types = JsonValue::object();
        for (const QString &member : members)
            memberNames.set(member, JsonValue(otherName(member)));
        for (auto list = codes.begin(); list != codes.end(); ++list) {
            JsonValue values = JsonValue::object();
            for (const QString &value : *list)
                values.set(otherName(value), JsonValue(value));
            if (list.key() != "processType"_L1)
                lists.set(list.key(), values);
        }
        for (const QString &type : codes.value(u"processType"_s))
            types.set(type, JsonValue(otherName(type)));
        QFile file(u":/training/profile.json"_s);
        (void)file.open(QIODevice::ReadOnly);
        JsonValue profile = uk::parseJson(file.readAll()).value();
        profile.set(u"members"_s, memberNames);
        profile.set(u"codes"_s, lists);
        profile.set(u"processTypes"_s, types);
        return profile;
    }

    mutable TrainingHost m_host;
    QByteArray m_token;
};

QTEST_GUILESS_MAIN(TestTrainingServer)
#include "tst_trainingserver.moc"
