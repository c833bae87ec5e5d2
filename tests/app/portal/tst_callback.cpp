// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/callback.h"
#include "app/portal/loopbacklistener.h"
#include "app/portal/pkce.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

using Kind = RequestHead::Kind;

QByteArray get(const QByteArray &target, const QByteArray &host)
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
}

/// What a client that sends these bytes gets back.
QByteArray exchangeRaw(const QUrl &uri, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(uri.host(), static_cast<quint16>(uri.port()));
    if (!QTest::qWaitFor([&] { return socket.state() == QTcpSocket::ConnectedState; }))
        return {};
    socket.write(bytes);
    if (!QTest::qWaitFor([&] { return socket.state() == QTcpSocket::UnconnectedState; }, 8000))
        return "still open";
    return socket.readAll();
}

} // namespace

class TestCallback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void head_ofEveryKind_isToldApart_data();
    void head_ofEveryKind_isToldApart();
    void head_givenByteByByte_neverCountsBeforeItsEnd();
    void query_ofEveryKind_givesCodeOrError_data();
    void query_ofEveryKind_givesCodeOrError();
    void pkce_matchesTheExampleOfRfc7636();
    void randomValues_areLongAndNeverTheSame();
    void listener_answersOtherPathsAndStillTakesTheCallback_data();
    void listener_answersOtherPathsAndStillTakesTheCallback();
    void listener_takesOneCallbackOnly();
    void listener_hangsUpOnAClientThatNeverEndsItsLine();
    void listener_listensOnLoopbackOnly();
};

void TestCallback::head_ofEveryKind_isToldApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("query");
    const auto row = [](const char *name, const QByteArray &bytes, Kind kind, const QByteArray &query = {}) {
        QTest::newRow(name) << bytes << int(kind) << query;
    };
    const QByteArray host = "127.0.0.1:4711";
    row("callback", get("/callback?code=a&state=b", host), Kind::Callback, "code=a&state=b");
    row("callback without query", get("/callback", host), Kind::Callback);
    row("no host in HTTP/1.0", "GET /callback?code=a HTTP/1.0\r\n\r\n", Kind::Callback, "code=a");
    row("no host in HTTP/1.1", "GET /callback?code=a HTTP/1.1\r\n\r\n", Kind::Malformed);
    row("foreign host", get("/callback?code=a", "portal.example:4711"), Kind::Malformed);
    row("localhost by name", get("/callback?code=a", "localhost:4711"), Kind::Malformed);
    row("two hosts", "GET /callback HTTP/1.1\r\nHost: 127.0.0.1:4711\r\nHost: x\r\n\r\n", Kind::Malformed);
    row("favicon", get("/favicon.ico", host), Kind::OtherPath);
    row("path with a tail", get("/callback/x?code=a", host), Kind::OtherPath);
    row("path in capitals", get("/CALLBACK?code=a", host), Kind::OtherPath);
    row("encoded path", get("/%63allback?code=a", host), Kind::OtherPath);
    row("absolute target", get("http://127.0.0.1:4711/callback?code=a", host), Kind::OtherPath);
    row("post", "POST /callback HTTP/1.1\r\nHost: 127.0.0.1:4711\r\nContent-Length: 3\r\n\r\na=b", Kind::BadMethod);
    row("lower-case method", "get /callback HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n", Kind::BadMethod);
    row("head", "HEAD /callback HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n", Kind::BadMethod);
    row("two blanks", "GET  /callback HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n", Kind::Malformed);
    row("HTTP/0.9", "GET /callback\r\n\r\n", Kind::Malformed);
    row("HTTP/2", "GET /callback HTTP/2.0\r\nHost: 127.0.0.1:4711\r\n\r\n", Kind::Malformed);
    row("TLS hello", QByteArray::fromHex("16030100f8010000"), Kind::Malformed);
    row("line feed alone", "GET /callback HTTP/1.1\nHost: 127.0.0.1:4711\n\n", Kind::Malformed);
    row("NUL", QByteArray("GET /call\0back HTTP/1.1\r\n\r\n", 27), Kind::Malformed);
    row("bytes above ASCII", get("/callback?code=\xe3\x81\x82", host), Kind::Malformed);
    row("half a line", "GET /callb", Kind::Incomplete);
    row("line without headers' end", "GET /callback HTTP/1.1\r\nHost: 127", Kind::Incomplete);
    row("line as long as allowed, no end", QByteArray(maxRequestLine, 'x'), Kind::Incomplete);
    row("line too long, no end", QByteArray(maxRequestLine + 1, 'x'), Kind::Malformed);
    row("line too long", get("/callback?code=" + QByteArray(maxRequestLine, 'x'), host), Kind::Malformed);
    row("headers too long", "GET /callback HTTP/1.1\r\nX: " + QByteArray(maxRequestHead, 'x'), Kind::Malformed);
    row("nothing", "", Kind::Incomplete);
}

void TestCallback::head_ofEveryKind_isToldApart()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, query);
    const RequestHead head = readRequestHead(bytes, "/callback", "127.0.0.1:4711");
    QTEST(int(head.kind), "kind");
    QCOMPARE(head.query, query);
}

void TestCallback::head_givenByteByByte_neverCountsBeforeItsEnd()
{
    const QByteArray whole = get("/callback?code=a&state=b", "127.0.0.1:4711");
    for (qsizetype size = 0; size < whole.size(); ++size)
        QCOMPARE(readRequestHead(whole.first(size), "/callback", "127.0.0.1:4711").kind, Kind::Incomplete);
    QCOMPARE(readRequestHead(whole, "/callback", "127.0.0.1:4711").kind, Kind::Callback);
}

void TestCallback::query_ofEveryKind_givesCodeOrError_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("error");
    const auto good = [](const char *name, const QByteArray &query, const QByteArray &code) {
        QTest::newRow(name) << query << code << -1;
    };
    const auto bad = [](const char *name, const QByteArray &query, ErrorCode error) {
        QTest::newRow(name) << query << QByteArray() << int(error);
    };
    good("code and state", "code=abc&state=STATE", "abc");
    good("any order and more", "x=1&state=STATE&iss=https%3A%2F%2Fp&code=a%2Bb", "a+b");
    bad("no state", "code=abc", ErrorCode::CallbackStateMismatch);
    bad("wrong state", "code=abc&state=STATF", ErrorCode::CallbackStateMismatch);
    bad("shorter state", "code=abc&state=STAT", ErrorCode::CallbackStateMismatch);
    bad("state twice", "code=abc&state=STATE&state=STATE", ErrorCode::CallbackStateMismatch);
    bad("error with wrong state", "error=access_denied&state=x", ErrorCode::CallbackStateMismatch);
    bad("nothing", "", ErrorCode::CallbackStateMismatch);
    bad("neither code nor error", "state=STATE", ErrorCode::CallbackMalformed);
    bad("code and error", "state=STATE&code=a&error=access_denied", ErrorCode::CallbackMalformed);
    bad("code twice", "state=STATE&code=a&code=b", ErrorCode::CallbackMalformed);
    bad("empty code", "state=STATE&code=", ErrorCode::CallbackMalformed);
    bad("code without value", "state=STATE&code", ErrorCode::CallbackMalformed);
    bad("code with a line break", "state=STATE&code=a%0D%0Ab", ErrorCode::CallbackMalformed);
    bad("code too long", "state=STATE&code=" + QByteArray(2049, 'a'), ErrorCode::CallbackMalformed);
    bad("refused", "state=STATE&error=access_denied", ErrorCode::ConsentRefused);
    bad("not registered", "state=STATE&error=registration_required", ErrorCode::RegistrationRequired);
    bad("expired", "state=STATE&error=certificate_expired", ErrorCode::PortalCertificateExpired);
    bad("unavailable", "state=STATE&error=temporarily_unavailable", ErrorCode::PortalUnavailable);
    bad("server error", "state=STATE&error=server_error", ErrorCode::PortalServerError);
    bad("invalid request", "state=STATE&error=invalid_request", ErrorCode::PortalServerError);
    bad("another error", "state=STATE&error=%E5%B1%B1", ErrorCode::PortalServerError);
}

void TestCallback::query_ofEveryKind_givesCodeOrError()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, code);
    const Result<QByteArray> result = readCallback(query, "STATE");
    QTEST(result ? -1 : int(result.error().code), "error");
    QCOMPARE(result.value_or(QByteArray()), code);
    if (!result)
        QVERIFY(!result.error().detail.contains(u"山"_s)); // what came from outside is not repeated
}

void TestCallback::pkce_matchesTheExampleOfRfc7636()
{
    QCOMPARE(codeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
             "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_ba);
}

void TestCallback::randomValues_areLongAndNeverTheSame()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(randomUrlSafe(32));
    QCOMPARE(seen.size(), 1000);
    for (const QByteArray &value : seen)
        QCOMPARE(value.size(), 43);
}

void TestCallback::listener_answersOtherPathsAndStillTakesTheCallback_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("favicon") << "/favicon.ico"_ba << "GET"_ba << "HTTP/1.1 404 "_ba;
    QTest::newRow("post") << "/callback"_ba << "POST"_ba << "HTTP/1.1 405 "_ba;
    QTest::newRow("oversized") << "/callback?" + QByteArray(maxRequestLine, 'x') << "GET"_ba << "HTTP/1.1 400 "_ba;
}

void TestCallback::listener_answersOtherPathsAndStillTakesTheCallback()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, status);
    LoopbackListener listener;
    QVERIFY(listener.listen());
    QSignalSpy spy(&listener, &LoopbackListener::callbackReceived);
    const QUrl uri = listener.redirectUri();
    const QByteArray host = uri.authority().toLatin1();
    QVERIFY(exchangeRaw(uri, method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n").startsWith(status));
    QCOMPARE(spy.size(), 0);

    const QByteArray answer = exchangeRaw(uri, get("/callback?code=a&state=b", host));
    QVERIFY(answer.startsWith("HTTP/1.1 200 "));
    QVERIFY(answer.contains("Connection: close") && answer.contains("Cache-Control: no-store"));
    QVERIFY(answer.contains(u"画面の案内にもどってください"_s.toUtf8()));
    QVERIFY(!answer.contains("<script") && !answer.contains("code=a"));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toByteArray(), "code=a&state=b"_ba);
}

void TestCallback::listener_takesOneCallbackOnly()
{
    LoopbackListener listener;
    QVERIFY(listener.listen());
    QSignalSpy spy(&listener, &LoopbackListener::callbackReceived);
    const QUrl uri = listener.redirectUri();
    const QByteArray request = get("/callback?code=a&state=b", uri.authority().toLatin1());
    // Both connections stand before the first request is sent.
    QTcpSocket first, second;
    for (QTcpSocket *socket : {&first, &second}) {
        socket->connectToHost(uri.host(), static_cast<quint16>(uri.port()));
        QTRY_COMPARE(socket->state(), QTcpSocket::ConnectedState);
    }
    first.write(request);
    second.write(request);
    QTRY_COMPARE(first.state(), QTcpSocket::UnconnectedState);
    QTRY_COMPARE(second.state(), QTcpSocket::UnconnectedState);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(int(first.readAll().startsWith("HTTP/1.1 200")) + int(second.readAll().startsWith("HTTP/1.1 200")), 1);
    QVERIFY(listener.redirectUri().isEmpty());
    QCOMPARE(exchangeRaw(uri, request), QByteArray());
    QCOMPARE(spy.size(), 1);
}

void TestCallback::listener_hangsUpOnAClientThatNeverEndsItsLine()
{
    LoopbackListener listener;
    QVERIFY(listener.listen());
    QSignalSpy spy(&listener, &LoopbackListener::callbackReceived);
    const QUrl uri = listener.redirectUri();
    QCOMPARE(exchangeRaw(uri, "GET /callback?code=a"), QByteArray());
    QCOMPARE(spy.size(), 0);
    QVERIFY(exchangeRaw(uri, get("/callback?code=a", uri.authority().toLatin1())).startsWith("HTTP/1.1 200"));
}

void TestCallback::listener_listensOnLoopbackOnly()
{
    LoopbackListener listener;
    QVERIFY(listener.listen());
    QVERIFY(QHostAddress(listener.redirectUri().host()).isLoopback());
    QCOMPARE(listener.redirectUri().path(), u"/callback"_s);
    listener.close();
    QVERIFY(listener.redirectUri().isEmpty());
}

QTEST_GUILESS_MAIN(TestCallback)
#include "tst_callback.moc"
