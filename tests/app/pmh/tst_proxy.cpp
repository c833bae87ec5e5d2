// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/proxykeeper.h"
#include "tests/app/pmh/pmhfixture.h"
#include "tests/app/pmh/tlsauthority.h"

#include <QFile>
#include <QNetworkProxyQuery>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace fixture;

namespace {

/// An HTTP proxy that connects every host to one local port, for those who know the password.
class ConnectProxy : public QTcpServer
{
public:
    QByteArrayList seen; ///< request lines
    QByteArray credentials; ///< "user:password"; empty: nobody is asked

    explicit ConnectProxy(quint16 target)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, target] {
            QTcpSocket *client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [this, client, target] { talk(client, target); });
        });
    }

private:
    void talk(QTcpSocket *client, quint16 target)
    {
        if (auto *upstream = client->findChild<QTcpSocket *>()) {
            upstream->write(client->readAll());
            return;
        }
        if (!client->peek(65536).contains("\r\n\r\n"))
            return;
        const QByteArray head = client->readAll();
        seen.append(head.left(head.indexOf('\r')));
        const QByteArray wanted = "Proxy-Authorization: Basic " + credentials.toBase64();
        if (!credentials.isEmpty() && !head.contains(wanted)) {
            client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"clinic\"\r\n"
                          "Content-Length: 0\r\n\r\n");
            return;
        }
        auto *upstream = new QTcpSocket(client);
        upstream->setProxy(QNetworkProxy::NoProxy);
        connect(upstream, &QTcpSocket::readyRead, client, [client, upstream] { client->write(upstream->readAll()); });
        connect(upstream, &QTcpSocket::connected, client, [client] { client->write("HTTP/1.1 200 Connected\r\n\r\n"); });
        upstream->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
    }
};

/// tinyproxy on loopback with a user, which hands everything on to another proxy, so that names need no resolver.
class TinyProxy
{
public:
    explicit TinyProxy(quint16 upstream)
    {
        if (QTcpServer free; free.listen(QHostAddress::LocalHost))
            m_port = free.serverPort();
        QFile configuration(m_folder.filePath(u"conf"_s));
        if (!configuration.open(QIODevice::WriteOnly))
            qFatal("%s", qPrintable(configuration.errorString()));
        configuration.write("Port " + QByteArray::number(m_port) + "\nListen 127.0.0.1\nTimeout 30\nLogLevel Critical\n"
                            "BasicAuth clinic geheim\nUpstream http 127.0.0.1:" + QByteArray::number(upstream) + "\n");
        configuration.close();
        m_process.start(u"/usr/bin/tinyproxy"_s, {u"-d"_s, u"-c"_s, configuration.fileName()});
    }
    ~TinyProxy()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool isUp() const
    {
        return QTest::qWaitFor(
            [this] {
                QTcpSocket probe;
                probe.setProxy(QNetworkProxy::NoProxy);
                probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
                return probe.waitForConnected(200);
            },
            20000);
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace

/// How the clinic's network is left: the settings' proxy, with its password, and what is told where it does not go.
class ProxyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void proxyIsUsedAsTheSettingsSay_data();
    void proxyIsUsedAsTheSettingsSay();
    void pacFileLeadsThroughItsProxy();
    void pacFileThatSaysNothingLeadsNowhere_data();
    void pacFileThatSaysNothingLeadsNowhere();
    void pacAnswerIsRead_data();
    void pacAnswerIsRead();
    void registrationThroughAProxyIsSentOnce();
    void loopbackNeverGoesThroughAProxy();
    void systemIsAskedOnceForEachHost();

private:
    [[nodiscard]] ConnectionProfile profile() const;
    [[nodiscard]] Result<QList<QuestionnaireSummary>> inquire() const;
    QString pac(const QByteArray &text);

    const TlsAuthority m_authority{"good"};
    const QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
    const SystemClock m_clock;
    ScriptedServer m_unused;
    QSslServer m_server;
    QList<QByteArray> m_received;
    std::function<QByteArray(const QByteArray &)> m_answer;
    QTemporaryDir m_folder;
};

void ProxyTest::initTestCase()
{
    const TlsAuthority::Issued issued = m_authority.issue({.alternativeName = "DNS:pmh.test"});
    QSslConfiguration serving;
    serving.setLocalCertificateChain({issued.certificate, m_authority.certificate()});
    serving.setPrivateKey(issued.key);
    m_server.setSslConfiguration(serving);
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        QTcpSocket *socket = m_server.nextPendingConnection();
        const auto pending = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket, pending] {
            *pending += socket->readAll();
            const qsizetype end = pending->indexOf("\r\n\r\n");
            if (end < 0 || !pending->endsWith('}'))
                return;
            m_received.append(*pending);
            const QByteArray body = m_answer ? m_answer(*pending) : QByteArray(R"({"questionnaires":[]})");
            pending->clear();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        });
    });
    QSslConfiguration trusting = m_before;
    trusting.addCaCertificate(m_authority.certificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
}

void ProxyTest::cleanup()
{
    m_received.clear();
    m_answer = nullptr;
}

void ProxyTest::cleanupTestCase()
{
    QSslConfiguration::setDefaultConfiguration(m_before);
}

ConnectionProfile ProxyTest::profile() const
{
    ConnectionProfile profile = profileFor(m_unused);
    profile.areas[u"vaccination"_s].url = QUrl(u"https://pmh.test/v4"_s);
    profile.allowedHosts.append(u"pmh.test"_s);
    return profile;
}

Result<QList<QuestionnaireSummary>> ProxyTest::inquire() const
{
    PmhClient client(profile(), m_clock, quick());
    return waitFor<QList<QuestionnaireSummary>>([&](auto r) { client.inquireQuestionnaires(r); });
}

QString ProxyTest::pac(const QByteArray &text)
{
    QFile file(m_folder.filePath(u"proxy.pac"_s));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

void ProxyTest::proxyIsUsedAsTheSettingsSay_data()
{
    QTest::addColumn<bool>("isTinyProxy");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("isReachable");
    QTest::addColumn<ErrorCode>("code"); // Internal: answered
    for (const bool isTiny : {false, true}) {
        const char *name = isTiny ? "tinyproxy" : "proxy that keeps the connection";
        QTest::addRow("%s, right password", name) << isTiny << u"geheim"_s << true << ErrorCode::Internal;
        // tinyproxy tells a wrong password by a 401, which Qt tells as any other trouble with a proxy.
        QTest::addRow("%s, wrong password", name)
            << isTiny << u"falsch"_s << true << (isTiny ? ErrorCode::ProxyUnreachable : ErrorCode::ProxyRefused);
        QTest::addRow("%s, no password yet", name) << isTiny << QString() << true << ErrorCode::ProxyRefused;
        QTest::addRow("%s, gone", name) << isTiny << u"geheim"_s << false << ErrorCode::ProxyUnreachable;
    }
}

void ProxyTest::proxyIsUsedAsTheSettingsSay()
{
    QFETCH(bool, isTinyProxy);
    QFETCH(QString, password);
    QFETCH(bool, isReachable);
    QFETCH(ErrorCode, code);
    ConnectProxy behind(m_server.serverPort());
    std::unique_ptr<TinyProxy> tiny;
    if (isTinyProxy) {
        tiny = std::make_unique<TinyProxy>(behind.serverPort());
        QVERIFY(tiny->isUp());
    } else {
        behind.credentials = "clinic:geheim";
    }
    const quint16 port = isTinyProxy ? tiny->port() : behind.serverPort();
    if (!isReachable)
        isTinyProxy ? tiny.reset() : behind.close();
    ProxyKeeper keeper({ProxySettings::Mode::Manual, u"127.0.0.1"_s, port, u"clinic"_s, {}, {}}, profile().allowedHosts);
    keeper.start();
    keeper.setPassword(password);
    const auto result = inquire();
    QCOMPARE(result.has_value(), code == ErrorCode::Internal);
    if (!result) {
        QCOMPARE(result.error().code, code);
        QVERIFY(password.isEmpty() || !result.error().detail.contains(password));
        QVERIFY(m_received.isEmpty());
    }
    const bool isBehindReached = isReachable && (!isTinyProxy || result);
    QCOMPARE(behind.seen.contains("CONNECT pmh.test:443 HTTP/1.1") || behind.seen.contains("CONNECT pmh.test:443 HTTP/1.0"),
             isBehindReached);
}

void ProxyTest::pacFileLeadsThroughItsProxy()
{
    ConnectProxy proxy(m_server.serverPort());
    proxy.credentials = "clinic:geheim";
    const QString file = pac("function FindProxyForURL(url, host) { return dnsDomainIs(host, 'pmh.test') && url == 'https://pmh.test/'"
                             " ? 'PROXY 127.0.0.1:" + QByteArray::number(proxy.serverPort()) + "; DIRECT' : 'DIRECT'; }");
    ProxyKeeper keeper({ProxySettings::Mode::Pac, {}, 0, u"clinic"_s, u"geheim"_s, file}, profile().allowedHosts);
    QSignalSpy found(&keeper, &ProxyKeeper::found);
    keeper.start();
    QVERIFY(QTest::qWaitFor([&] { return !found.isEmpty(); }, 10000));
    QVERIFY(inquire());
    QVERIFY(proxy.seen.contains("CONNECT pmh.test:443 HTTP/1.1"));
}

void ProxyTest::pacFileThatSaysNothingLeadsNowhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no file") << QByteArray();
    QTest::newRow("no script") << QByteArray("<html>");
    QTest::newRow("no function") << QByteArray("var a = 1;");
    QTest::newRow("throws") << QByteArray("function FindProxyForURL(url, host) { throw 'no'; }");
    QTest::newRow("nothing usable") << QByteArray("function FindProxyForURL(url, host) { return 'HTTPS proxy.test:443'; }");
}

void ProxyTest::pacFileThatSaysNothingLeadsNowhere()
{
    QFETCH(QByteArray, text);
    const QString file = text.isEmpty() ? m_folder.filePath(u"none.pac"_s) : pac(text);
    const ProxySettings settings{ProxySettings::Mode::Pac, {}, 0, {}, {}, file};
    QCOMPARE(findProxies(settings, {u"pmh.test"_s}).error().code, ErrorCode::ProxyUnreachable);
    ProxyKeeper keeper(settings, profile().allowedHosts);
    QSignalSpy found(&keeper, &ProxyKeeper::found);
    keeper.start();
    QVERIFY(QTest::qWaitFor([&] { return !found.isEmpty(); }, 10000));
    QCOMPARE(inquire().error().code, ErrorCode::ProxyUnreachable);
}

void ProxyTest::pacAnswerIsRead_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("proxies"); // type host port
    QTest::newRow("direct") << u"DIRECT"_s << QStringList{u"2  0"_s};
    QTest::newRow("proxy, then direct") << u"PROXY a.test:8080; DIRECT"_s << QStringList{u"3 a.test 8080"_s, u"2  0"_s};
    QTest::newRow("small letters, blanks") << u"  proxy   a.test:3128 ;"_s << QStringList{u"3 a.test 3128"_s};
    QTest::newRow("no port") << u"HTTP a.test"_s << QStringList{u"3 a.test 80"_s};
    QTest::newRow("SOCKS") << u"SOCKS a.test; SOCKS5 [2001:db8::1]:9"_s << QStringList{u"1 a.test 1080"_s, u"1 2001:db8::1 9"_s};
    QTest::newRow("what Qt cannot") << u"SOCKS4 a.test:1; HTTPS b.test:2; PROXY c.test:3"_s << QStringList{u"3 c.test 3"_s};
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("no host") << u"PROXY ; PROXY :1"_s << QStringList();
    QTest::newRow("port too large") << u"PROXY a.test:70000"_s << QStringList();
}

void ProxyTest::pacAnswerIsRead()
{
    QFETCH(QString, answer);
    QFETCH(QStringList, proxies);
    const auto read = readPacAnswer(answer);
    QStringList found;
    for (const QNetworkProxy &proxy : read.value_or(QList<QNetworkProxy>()))
        found.append(u"%1 %2 %3"_s.arg(int(proxy.type())).arg(proxy.hostName()).arg(proxy.port()));
    QCOMPARE(found, proxies);
    QCOMPARE(read.has_value(), !proxies.isEmpty());
}

void ProxyTest::registrationThroughAProxyIsSentOnce()
{
    ConnectProxy behind(m_server.serverPort());
    const TinyProxy tiny(behind.serverPort());
    QVERIFY(tiny.isUp());
    StoredQuestionnaire stored;
    int registrations = 0;
    m_answer = [&](const QByteArray &request) {
        if (!request.contains("Register"))
            return stored.inquired();
        ++registrations;
        return stored.store({{}, {}, {}, request.mid(request.indexOf("\r\n\r\n") + 4)}).body;
    };
    ProxyKeeper keeper({ProxySettings::Mode::Manual, u"127.0.0.1"_s, tiny.port(), u"clinic"_s, u"geheim"_s, {}}, profile().allowedHosts);
    keeper.start();
    PmhClient client(profile(), m_clock, quick());
    const auto result = registerFever(client);
    QCOMPARE(result->outcome, RegistrationOutcome::Confirmed);
    QCOMPARE(registrations, 1);
}

void ProxyTest::loopbackNeverGoesThroughAProxy()
{
    ProxyChoice choice({ProxySettings::Mode::Manual, u"proxy.test"_s, 8080, {}, {}, {}});
    const auto typeFor = [&](const QUrl &url) { return choice.queryProxy(QNetworkProxyQuery(url)).first().type(); };
    for (const QString &host : {u"127.0.0.1"_s, u"127.8.9.1"_s, u"[::1]"_s, u"localhost"_s})
        QCOMPARE(typeFor(QUrl("http://%1:8480/pmh"_L1.arg(host))), QNetworkProxy::NoProxy);
    QCOMPARE(typeFor(QUrl(u"https://pmh.test/"_s)), QNetworkProxy::HttpProxy);
    ProxyChoice none({ProxySettings::Mode::None, u"proxy.test"_s, 8080, {}, {}, {}});
    QCOMPARE(none.queryProxy(QNetworkProxyQuery(QUrl(u"https://pmh.test/"_s))).first().type(), QNetworkProxy::NoProxy);
}

/// Loopback and ports aside; what the system said is used without asking it again.
void ProxyTest::systemIsAskedOnceForEachHost()
{
    const ProxySettings settings{ProxySettings::Mode::System, {}, 0, u"clinic"_s, u"geheim"_s, {}};
    const auto table = findProxies(settings, {u"pmh.test"_s, u"pmh.test:8443"_s, u"127.0.0.1"_s, u"portal.test"_s});
    QVERIFY(table);
    QStringList hosts = table->keys();
    hosts.sort();
    QCOMPARE(hosts, QStringList({u"pmh.test"_s, u"portal.test"_s}));
    ProxyChoice choice(settings, {{u"pmh.test"_s, {QNetworkProxy(QNetworkProxy::HttpProxy, u"found.test"_s, 1)}}});
    const QNetworkProxy used = choice.queryProxy(QNetworkProxyQuery(QUrl(u"https://PMH.test:8443/v4"_s))).first();
    QCOMPARE(used.hostName(), u"found.test"_s);
    QCOMPARE(used.user(), u"clinic"_s);
    QCOMPARE(used.password(), u"geheim"_s);
}

QTEST_GUILESS_MAIN(ProxyTest)
#include "tst_proxy.moc"
