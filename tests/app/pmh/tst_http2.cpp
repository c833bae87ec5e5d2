// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/pmh/http2front.h"
#include "tests/app/pmh/pmhfixture.h"

#include <QSet>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace fixture;

/// HTTP/2 where a server offers it, HTTP/1.1 with connections kept where it does not, with a real server's TLS in front.
class Http2Test : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void inquiriesShareOneHttp2Connection();
    void connectionIsThereBeforeTheFirstInquiry();
    void connectionIsKeptWhereOnlyHttp11IsOffered();
    void registrationHasAnHttp11ConnectionOfItsOwn();
    void slowAnswerOverHttp2IsNoConnectionTimeOut();
    void unpinnedIssuerIsNeverAskedByAnyRequestOfAConnection();
    void restartedServerIsFoundAgain();

private:
    [[nodiscard]] ConnectionProfile profileOf(const ScriptedServer &server, const Http2Front &front) const;
    /// Several at once; how many were answered.
    static int inquire(PmhClient &client, int number, QList<ErrorCode> *errors = nullptr);
    static QSet<QByteArray> protocolsSeenBy(const ScriptedServer &server);

    const TlsAuthority m_authority{"good"};
    QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
    const SystemClock m_clock;
};

void Http2Test::initTestCase()
{
    QSslConfiguration trusting = m_before;
    trusting.addCaCertificate(m_authority.certificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void Http2Test::cleanupTestCase()
{
    QSslConfiguration::setDefaultConfiguration(m_before);
}

ConnectionProfile Http2Test::profileOf(const ScriptedServer &server, const Http2Front &front) const
{
    ConnectionProfile profile = profileFor(server);
    const QString host = u"127.0.0.1:%1"_s.arg(front.port());
    profile.areas[u"vaccination"_s].url = QUrl("https://"_L1 + host + "/pmh/vaccination/v4"_L1);
    profile.allowedHosts.append(host);
    profile.limits.totalTimeoutMs = 15000;
    profile.limits.connectTimeoutMs = 10000;
    return profile;
}

int Http2Test::inquire(PmhClient &client, int number, QList<ErrorCode> *errors)
{
    int answered = 0, over = 0;
    for (int i = 0; i < number; ++i) {
        client.inquireQuestionnaires([&](const Result<QList<QuestionnaireSummary>> &result) {
            ++over;
            answered += result ? 1 : 0;
            if (!result && errors)
                errors->append(result.error().code);
        });
    }
    const bool isOver = QTest::qWaitFor([&] { return over == number; }, 30000);
    return isOver ? answered : -1;
}

/// "2" or "1.1", as nghttpx says it in Via.
QSet<QByteArray> Http2Test::protocolsSeenBy(const ScriptedServer &server)
{
    QSet<QByteArray> protocols;
    for (const ReceivedRequest &request : server.requests)
        protocols.insert(request.headers.value("via").split(' ').first());
    return protocols;
}

void Http2Test::inquiriesShareOneHttp2Connection()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(R"({"questionnaires":[]})"); };
    const Http2Front front(m_authority, server.serverPort(), "h2,http/1.1");
    QVERIFY(front.isUp());
    PmhClient client(profileOf(server, front), m_clock, quick());
    client.setAccessToken(secret("token-1"));
    QCOMPARE(inquire(client, 8), 8);
    QCOMPARE(inquire(client, 4), 4);
    QCOMPARE(protocolsSeenBy(server), QSet<QByteArray>{"2"});
    for (const ReceivedRequest &request : std::as_const(server.requests))
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer token-1"));
    const QByteArrayList requests = front.requests();
    QCOMPARE(requests.size(), 12);
    QCOMPARE(QSet<QByteArray>(requests.begin(), requests.end()).size(), 1);
    QVERIFY2(requests.first().endsWith(" h2"), requests.first());
}

/// From the token on: opened without a request, used by the inquiries that come later; not where CAs are pinned.
void Http2Test::connectionIsThereBeforeTheFirstInquiry()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(R"({"questionnaires":[]})"); };
    const Http2Front front(m_authority, server.serverPort(), "h2,http/1.1");
    QVERIFY(front.isUp());
    // In between, to see who connects and when.
    QTcpServer between;
    QVERIFY(between.listen(QHostAddress::LocalHost));
    int connections = 0;
    connect(&between, &QTcpServer::newConnection, this, [&] {
        ++connections;
        QTcpSocket *client = between.nextPendingConnection();
        auto *to = new QTcpSocket(client);
        connect(client, &QTcpSocket::readyRead, to, [client, to] { to->write(client->readAll()); });
        connect(to, &QTcpSocket::readyRead, client, [client, to] { client->write(to->readAll()); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        to->connectToHost(QHostAddress(QHostAddress::LocalHost), front.port());
    });
    ConnectionProfile profile = profileOf(server, front);
    const QString host = u"127.0.0.1:%1"_s.arg(between.serverPort());
    profile.areas[u"vaccination"_s].url = QUrl("https://"_L1 + host + "/pmh/vaccination/v4"_L1);
    profile.allowedHosts.append(host);
    PmhClient client(profile, m_clock, quick());
    client.setAccessToken(secret("token-1"));
    QVERIFY(QTest::qWaitFor([&] { return connections == 1; }, 10000));
    QTest::qWait(300);
    QVERIFY(server.requests.isEmpty());
    QCOMPARE(inquire(client, 6), 6);
    QCOMPARE(connections, 1);
    profile.pins = {m_authority.pin()};
    PmhClient pinned(profile, m_clock, quick());
    pinned.setAccessToken(secret("token-1"));
    QTest::qWait(300);
    QCOMPARE(connections, 1);
}

void Http2Test::connectionIsKeptWhereOnlyHttp11IsOffered()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(R"({"questionnaires":[]})"); };
    const Http2Front front(m_authority, server.serverPort(), "http/1.1");
    QVERIFY(front.isUp());
    PmhClient client(profileOf(server, front), m_clock, quick());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(inquire(client, 1), 1);
    QCOMPARE(protocolsSeenBy(server), QSet<QByteArray>{"1.1"});
    const QByteArrayList requests = front.requests();
    QCOMPARE(requests.size(), 3);
    QCOMPARE(QSet<QByteArray>(requests.begin(), requests.end()).size(), 1);
}

void Http2Test::registrationHasAnHttp11ConnectionOfItsOwn()
{
    ScriptedServer server;
    StoredQuestionnaire stored;
    server.handler = [&](const ReceivedRequest &request) {
        return request.body.contains("Register") ? stored.store(request) : Reaction::json(stored.inquired());
    };
    const Http2Front front(m_authority, server.serverPort(), "h2,http/1.1");
    QVERIFY(front.isUp());
    PmhClient client(profileOf(server, front), m_clock, quick());
    const auto result = registerFever(client);
    QCOMPARE(result->outcome, RegistrationOutcome::Confirmed);
    QCOMPARE(server.count("Register"), 1);
    for (const ReceivedRequest &request : std::as_const(server.requests)) {
        const QByteArray spoken = request.headers.value("via").split(' ').first();
        QCOMPARE(spoken, request.body.contains("Register") ? QByteArray("1.1") : QByteArray("2"));
    }
}

void Http2Test::slowAnswerOverHttp2IsNoConnectionTimeOut()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) {
        Reaction reaction = Reaction::json(R"({"questionnaires":[]})");
        reaction.delayMs = 3000;
        return reaction;
    };
    const Http2Front front(m_authority, server.serverPort(), "h2,http/1.1");
    QVERIFY(front.isUp());
    ConnectionProfile profile = profileOf(server, front);
    profile.limits.connectTimeoutMs = 1500;
    PmhClient client(profile, m_clock, quick());
    QCOMPARE(inquire(client, 2), 2);
    QCOMPARE(server.requests.size(), 2);
}

/// Only the first request of a shared connection hears of the handshake; the others must not slip through, nor may those
/// that come later.
void Http2Test::unpinnedIssuerIsNeverAskedByAnyRequestOfAConnection()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(R"({"questionnaires":[]})"); };
    const Http2Front front(m_authority, server.serverPort(), "h2,http/1.1");
    QVERIFY(front.isUp());
    ConnectionProfile profile = profileOf(server, front);
    const TlsAuthority other("other");
    profile.pins = {other.pin()};
    for (const int atOnce : {6, 2}) {
        PmhClient client(profile, m_clock, quick());
        client.setAccessToken(secret("token-1"));
        QList<ErrorCode> errors;
        QCOMPARE(inquire(client, atOnce, &errors), 0);
        QCOMPARE(errors, QList<ErrorCode>(atOnce, ErrorCode::TlsFailed));
        errors.clear();
        QCOMPARE(inquire(client, 1, &errors), 0);
        QCOMPARE(errors.first(), ErrorCode::TlsFailed); // after six troubles by the breaker, in the words of what it saw
    }
    QVERIFY(server.requests.isEmpty());
    profile.pins = {m_authority.pin()};
    PmhClient pinned(profile, m_clock, quick());
    QCOMPARE(inquire(pinned, 6), 6);
    QCOMPARE(protocolsSeenBy(server), QSet<QByteArray>{"2"});
}

void Http2Test::restartedServerIsFoundAgain()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::json(R"({"questionnaires":[]})"); };
    auto front = std::make_unique<Http2Front>(m_authority, server.serverPort(), "h2,http/1.1");
    QVERIFY(front->isUp());
    ConnectionProfile profile = profileOf(server, *front);
    PmhClient client(profile, m_clock, quick());
    QCOMPARE(inquire(client, 2), 2);
    const quint16 port = front->port();
    front.reset();
    front = std::make_unique<Http2Front>(m_authority, server.serverPort(), "h2,http/1.1", port);
    QVERIFY(front->isUp());
    QCOMPARE(inquire(client, 2), 2);
}

QTEST_GUILESS_MAIN(Http2Test)
#include "tst_http2.moc"
