// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/portal/callback.h"
#include "app/portal/consent.h"
#include "app/portal/loopbacklistener.h"
#include "tests/app/portal/fakebrowser.h"
#include "tests/app/portal/scriptedserver.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <cstdint>
#include <optional>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

QByteArray get(const QByteArray &target, const QUrl &uri)
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + uri.authority().toLatin1() + "\r\n\r\n";
}

/// What somebody on this machine gets who sends these bytes to the listener; "" where nobody listens or it hangs up.
QByteArray sendRaw(const QUrl &uri, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(uri.host(), static_cast<quint16>(uri.port()));
    static_cast<void>(QTest::qWaitFor([&] {
        return socket.state() == QTcpSocket::ConnectedState || socket.error() == QTcpSocket::ConnectionRefusedError;
    }));
    if (socket.state() != QTcpSocket::ConnectedState)
        return {};
    socket.write(bytes);
    static_cast<void>(QTest::qWaitFor([&] { return socket.state() == QTcpSocket::UnconnectedState; }, 8000));
    return socket.readAll();
}

} // namespace

/// Everything that somebody else on the machine, in the network or at the portal can send while a resident links: each
/// ends in a named outcome, no token is kept, the browser is closed and nobody listens any more; or it does not count
/// and the resident's own answer still arrives.
class TestAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void callbackOfSomebodyElse_endsWithoutAToken_data();
    void callbackOfSomebodyElse_endsWithoutAToken();
    void requestThatIsNoCallback_doesNotCount_data();
    void requestThatIsNoCallback_doesNotCount();
    void connectionsHeldOpen_doNotKeepTheBrowserOut();
    void requestThatDripsIn_isHungUpOn();
    void secondCallback_findsNobody();
    void port_cannotBeTakenBySomebodyElse();
    void injectedCode_isRefusedByItsChallenge();
    void answerOfTheTokenAddress_thatIsNone_endsWithoutAToken_data();
    void answerOfTheTokenAddress_thatIsNone_endsWithoutAToken();
    void threeMinutesByTheClock_endTheFlow();
    void everySeedOfTheFuzzerAndItsNeighbours_areSurvived();

private:
    void start();
    /// The flow is over with that error, and nothing of it is left.
    void expectEnd(ErrorCode code);
    void expectToken();

    std::unique_ptr<ScriptedServer> m_server;
    ConnectionProfile m_profile;
    FixedClock m_clock{QDateTime(QDate(2026, 10, 1), QTime(1, 0), Qt::UTC)};
    std::unique_ptr<FakeBrowser> m_browser;
    std::unique_ptr<ConsentFlow> m_flow;
    std::optional<ErrorCode> m_code; ///< of the reply
    bool m_hasToken = false;
};

void TestAttacks::init()
{
    m_flow.reset();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setAnswer([](const auto &) {
        return ScriptedServer::ok("application/json", R"({"access_token":"token-1","token_type":"Bearer","expires_in":600})");
    });
    m_profile = {};
    m_profile.portal.authorizeUrl = m_server->url(u"/portal/authorize"_s);
    m_profile.portal.tokenUrl = m_server->url(u"/portal/token"_s);
    m_profile.portal.clientId = u"client"_s;
    m_profile.allowedHosts = {u"127.0.0.1"_s};
    m_profile.limits.totalTimeoutMs = 3000;
    m_browser = std::make_unique<FakeBrowser>();
    m_flow = std::make_unique<ConsentFlow>(m_profile, *m_browser, m_clock);
    m_code.reset();
    m_hasToken = false;
}

void TestAttacks::start()
{
    m_flow->start({u"vaccination"_s}, [this](Result<AccessToken> outcome) {
        m_hasToken = outcome.has_value();
        if (!outcome)
            m_code = outcome.error().code;
    });
}

void TestAttacks::expectEnd(ErrorCode code)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_code || m_hasToken, 8000);
    QVERIFY(!m_hasToken);
    QCOMPARE(publicCode(*m_code), publicCode(code));
    QVERIFY(!m_flow->isRunning() && m_browser->closings > 0);
    QCOMPARE(sendRaw(m_browser->redirectUri(), get("/callback?code=late&state=" + m_browser->state(), m_browser->redirectUri())),
             QByteArray());
}

void TestAttacks::expectToken()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_code || m_hasToken, 8000);
    QVERIFY2(m_hasToken, m_code ? publicCode(*m_code).data() : "");
}

void TestAttacks::callbackOfSomebodyElse_endsWithoutAToken_data()
{
    QTest::addColumn<QByteArray>("query"); // %1: the right state
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &query, ErrorCode code) { QTest::newRow(name) << query << int(code); };
    row("no state", "code=a", ErrorCode::CallbackStateMismatch);
    row("empty state", "code=a&state=", ErrorCode::CallbackStateMismatch);
    row("guessed state", "code=a&state=" + QByteArray(43, 'A'), ErrorCode::CallbackStateMismatch);
    row("state in other letters", "code=a&STATE=%1", ErrorCode::CallbackStateMismatch);
    row("two states", "code=a&state=%1&state=x", ErrorCode::CallbackStateMismatch);
    row("state with a NUL behind", "code=a&state=%1%00", ErrorCode::CallbackStateMismatch);
    row("another tab's error", "error=access_denied", ErrorCode::CallbackStateMismatch);
    row("another server's answer", "code=a&state=%1&iss=https%3A%2F%2Fevil.example", ErrorCode::CallbackMixedUp);
    row("a token in the address", "access_token=a&token_type=Bearer&state=%1", ErrorCode::CallbackMalformed);
    row("two codes", "code=a&code=b&state=%1", ErrorCode::CallbackMalformed);
    row("code and error", "code=a&error=server_error&state=%1", ErrorCode::CallbackMalformed);
    row("a registration's answer", "registered=1&state=%1", ErrorCode::CallbackMalformed);
    row("nothing", "", ErrorCode::CallbackStateMismatch);
}

void TestAttacks::callbackOfSomebodyElse_endsWithoutAToken()
{
    QFETCH(QByteArray, query);
    QFETCH(int, code);
    start();
    query.replace("%1", m_browser->state());
    QVERIFY(sendRaw(m_browser->redirectUri(), get("/callback?" + query, m_browser->redirectUri())).startsWith("HTTP/1.1 200"));
    expectEnd(ErrorCode(code));
    QVERIFY(m_server->requests().isEmpty()); // nothing was exchanged for it
}

void TestAttacks::requestThatIsNoCallback_doesNotCount_data()
{
    QTest::addColumn<QByteArray>("bytes"); // %1: host and port
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    const QByteArray host = "\r\nHost: %1\r\n\r\n";
    row("favicon", "GET /favicon.ico HTTP/1.1" + host);
    row("other path", "GET /callback2?code=a&state=b HTTP/1.1" + host);
    row("path above", "GET /x/../callback?code=a HTTP/1.1" + host);
    row("other host's name", "GET /callback?code=a HTTP/1.1\r\nHost: portal.example\r\n\r\n");
    row("other port in Host", "GET /callback?code=a HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n");
    row("post", "POST /callback HTTP/1.1\r\nHost: %1\r\nContent-Length: 10\r\n\r\ncode=a&b=c");
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    row("TLS hello", QByteArray::fromHex("16030100c8010000c40303") + QByteArray(190, '\x5a'));
    row("NUL bytes", QByteArray(4096, '\0'));
    row("NUL in the line", QByteArray("GET /callback?code=a\0b HTTP/1.1\r\n\r\n", 35));
    row("1 MB without a line break", QByteArray(1048576, 'a'));
    row("1 MB header", "GET /callback?code=a HTTP/1.1\r\nHost: %1\r\nX-A: " + QByteArray(1048576, 'a') + "\r\n\r\n");
    row("a hundred thousand headers", "GET /callback?code=a HTTP/1.1\r\nHost: %1\r\n" + QByteArray("A: b\r\n").repeated(100000) + "\r\n");
    row("1 MB query", "GET /callback?code=" + QByteArray(1048576, 'a') + " HTTP/1.1" + host);
    row("line feeds alone", "GET /callback?code=a HTTP/1.1\nHost: %1\n\n");
    row("smuggled second request", "GET /other HTTP/1.1\r\nHost: %1\r\n\r\nGET /callback?code=a&state=b HTTP/1.1" + host);
    row("nothing but line ends", "\r\n\r\n\r\n");
}

void TestAttacks::requestThatIsNoCallback_doesNotCount()
{
    QFETCH(QByteArray, bytes);
    start();
    const QUrl uri = m_browser->redirectUri();
    const QByteArray answer = sendRaw(uri, bytes.replace("%1", uri.authority().toLatin1()));
    QVERIFY(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"));
    QVERIFY(m_flow->isRunning() && !m_code && m_server->requests().isEmpty());
    QVERIFY(sendRaw(uri, get("/callback?code=c&state=" + m_browser->state(), uri)).startsWith("HTTP/1.1 200"));
    expectToken();
}

void TestAttacks::connectionsHeldOpen_doNotKeepTheBrowserOut()
{
    start();
    const QUrl uri = m_browser->redirectUri();
    std::vector<std::unique_ptr<QTcpSocket>> held;
    for (int i = 0; i < 4 * LoopbackListener::maxConnections; ++i) {
        held.push_back(std::make_unique<QTcpSocket>());
        held.back()->connectToHost(uri.host(), static_cast<quint16>(uri.port()));
        QTRY_COMPARE(held.back()->state(), QTcpSocket::ConnectedState);
        held.back()->write("GET /callback?code=a");
    }
    QVERIFY(sendRaw(uri, get("/callback?code=c&state=" + m_browser->state(), uri)).startsWith("HTTP/1.1 200"));
    expectToken();
    for (const auto &socket : held)
        QTRY_COMPARE(socket->state(), QTcpSocket::UnconnectedState);
}

void TestAttacks::requestThatDripsIn_isHungUpOn()
{
    start();
    const QUrl uri = m_browser->redirectUri();
    QTcpSocket slow;
    slow.connectToHost(uri.host(), static_cast<quint16>(uri.port()));
    QTRY_COMPARE(slow.state(), QTcpSocket::ConnectedState);
    QTimer drip;
    connect(&drip, &QTimer::timeout, &slow, [&slow] { slow.write("x"); });
    drip.start(50);
    slow.write("GET /callback?code=");
    QTRY_COMPARE_WITH_TIMEOUT(slow.state(), QTcpSocket::UnconnectedState, 3 * LoopbackListener::slowClientMs);
    QVERIFY(m_flow->isRunning() && !m_code);
    QVERIFY(sendRaw(uri, get("/callback?code=c&state=" + m_browser->state(), uri)).startsWith("HTTP/1.1 200"));
    expectToken();
}

void TestAttacks::secondCallback_findsNobody()
{
    start();
    const QUrl uri = m_browser->redirectUri();
    const QByteArray request = get("/callback?code=c&state=" + m_browser->state(), uri);
    QVERIFY(sendRaw(uri, request).startsWith("HTTP/1.1 200"));
    QCOMPARE(sendRaw(uri, request), QByteArray());
    expectToken();
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAttacks::port_cannotBeTakenBySomebodyElse()
{
    start();
    const QUrl uri = m_browser->redirectUri();
    QVERIFY(QHostAddress(uri.host()).isLoopback() && uri.port() > 0);
    QTcpServer other;
    QVERIFY(!other.listen(QHostAddress(uri.host()), static_cast<quint16>(uri.port())));
    QVERIFY(!other.listen(QHostAddress::AnyIPv4, static_cast<quint16>(uri.port())));
    m_flow->cancel();
    expectEnd(ErrorCode::ConsentCancelled);
    // A run later listens elsewhere and is bound to values of its own.
    const QByteArray before = m_browser->state();
    m_code.reset();
    start();
    QVERIFY(m_browser->state() != before);
    QVERIFY(sendRaw(m_browser->redirectUri(), get("/callback?code=c&state=" + before, m_browser->redirectUri())).startsWith("HTTP/1.1 200"));
    expectEnd(ErrorCode::CallbackStateMismatch);
}

/// Somebody who learned the state brings a code of their own. The code was issued for another challenge: the portal
/// refuses it because the verifier that the program sends is its own.
void TestAttacks::injectedCode_isRefusedByItsChallenge()
{
    const QByteArray challengeOfTheAttacker(43, 'B');
    m_server->setAnswer([&](const ScriptedServer::Request &request) {
        const QByteArray verifier = QUrlQuery(QString::fromLatin1(request.body)).queryItemValue(u"code_verifier"_s).toLatin1();
        const QByteArray challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        return challenge == challengeOfTheAttacker
            ? ScriptedServer::ok("application/json", R"({"access_token":"of-the-attacker","token_type":"Bearer","expires_in":600})")
            : ScriptedServer::status("400 Bad Request", R"({"error":"invalid_grant"})");
    });
    start();
    const QUrl uri = m_browser->redirectUri();
    QVERIFY(sendRaw(uri, get("/callback?code=of-the-attacker&state=" + m_browser->state(), uri)).startsWith("HTTP/1.1 200"));
    expectEnd(ErrorCode::TokenRefused);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestAttacks::answerOfTheTokenAddress_thatIsNone_endsWithoutAToken_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::newRow("HTML of a captive portal") << ScriptedServer::ok("text/html", "<html>token</html>")
                                              << int(ErrorCode::TokenUnreadable);
    QTest::newRow("1 MB") << ScriptedServer::ok("application/json", "{\"a\":\"" + QByteArray(1048576, 'a') + "\"}")
                          << int(ErrorCode::TokenUnreadable);
    QTest::newRow("redirect to another host") << ScriptedServer::status("307 Temporary Redirect", {},
        "Location: http://127.0.0.1:1/portal/token\r\n") << int(ErrorCode::TokenUnreadable);
    QTest::newRow("redirect to a file") << ScriptedServer::status("302 Found", {}, "Location: file:///etc/hostname\r\n")
                                        << int(ErrorCode::TokenUnreadable);
    QTest::newRow("no HTTP") << "\x16\x03\x01 what"_ba << int(ErrorCode::TokenUnreachable);
    QTest::newRow("hangs up") << QByteArray() << int(ErrorCode::TokenUnreachable);
}

void TestAttacks::answerOfTheTokenAddress_thatIsNone_endsWithoutAToken()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    m_server->setAnswer([answer](const auto &) { return answer; });
    m_browser->query = goodCallback;
    start();
    expectEnd(ErrorCode(code));
    QCOMPARE(m_server->requests().size(), 1); // and it was asked once
}

void TestAttacks::threeMinutesByTheClock_endTheFlow()
{
    start();
    m_clock.advance(ConsentFlow::timeLimitMs - 1);
    QTest::qWait(1200); // the program looks at the clock every second
    QVERIFY(m_flow->isRunning());
    m_clock.advance(1);
    expectEnd(ErrorCode::ConsentTimeout);
    QVERIFY(m_server->requests().isEmpty());
}

/// What the fuzzer runs, without a fuzzer: every seed, its beginnings, and it with a byte changed.
void TestAttacks::everySeedOfTheFuzzerAndItsNeighbours_areSurvived()
{
    const auto feed = [](const QByteArray &bytes) {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
    };
    const QDir folder(QFINDTESTDATA("corpus"));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 16);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray seed = file.readAll();
        feed(seed);
        const qsizetype step = std::max<qsizetype>(1, seed.size() / 200); // the long ones in larger steps
        for (qsizetype at = 0; at < seed.size(); at += step) {
            feed(seed.first(at));
            for (const char other : {'\r', '\n', '\0', '&', '%', '\xE3'}) {
                QByteArray changed = seed;
                changed[at] = other;
                feed(changed);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
