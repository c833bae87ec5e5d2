// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/errortable.h"
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
    void query_ofARegistration_givesItsAnswerOrItsOwnError();
    void errorTable_namesEveryErrorOfTheContract();
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
    good("any order and more", "x=1&state=STATE&iss=https%3A%2F%2Fportal.example&code=a%2Bb", "a+b");
    good("iss with path and port", "code=a&state=STATE&iss=https%3A%2F%2Fportal.example%3A443%2Fop", "a");
    bad("iss of another server", "code=a&state=STATE&iss=https%3A%2F%2Fevil.example", ErrorCode::CallbackMixedUp);
    bad("iss of another port", "code=a&state=STATE&iss=https%3A%2F%2Fportal.example%3A444", ErrorCode::CallbackMixedUp);
    bad("iss without TLS", "code=a&state=STATE&iss=http%3A%2F%2Fportal.example", ErrorCode::CallbackMixedUp);
    bad("iss that only begins alike", "code=a&state=STATE&iss=https%3A%2F%2Fportal.example.evil", ErrorCode::CallbackMixedUp);
    bad("iss with the portal as user name", "code=a&state=STATE&iss=https%3A%2F%2Fportal.example%40evil.example",
        ErrorCode::CallbackMixedUp);
    bad("iss empty", "code=a&state=STATE&iss=", ErrorCode::CallbackMixedUp);
    bad("iss twice", "code=a&state=STATE&iss=https%3A%2F%2Fportal.example&iss=https%3A%2F%2Fportal.example",
        ErrorCode::CallbackMixedUp);
    bad("wrong iss beside an error", "error=access_denied&state=STATE&iss=https%3A%2F%2Fevil.example", ErrorCode::CallbackMixedUp);
    bad("a registration's answer", "state=STATE&registered=1", ErrorCode::CallbackMalformed);
    bad("code beside a registration's answer", "state=STATE&code=a&registered=1", ErrorCode::CallbackMalformed);
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
    for (const PortalErrorRow &row : portalErrorTable())
        if (row.errand == PortalErrand::Consent)
            bad(row.code, QByteArray("state=STATE&error=") + row.code, row.error);
    bad("another error", "state=STATE&error=%E5%B1%B1", ErrorCode::PortalServerError);
}

void TestCallback::query_ofEveryKind_givesCodeOrError()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, code);
    const Result<QByteArray> result
        = readCallback(query, {PortalErrand::Consent, "STATE", {QUrl(u"https://portal.example/authorize"_s)}});
    QTEST(result ? -1 : int(result.error().code), "error");
    QCOMPARE(result.value_or(QByteArray()), code);
    if (!result)
        QVERIFY(!result.error().detail.contains(u"山"_s)); // what came from outside is not repeated
}

void TestCallback::query_ofARegistration_givesItsAnswerOrItsOwnError()
{
    const auto read = [](const QByteArray &query) {
        return readCallback(query, {PortalErrand::UserRegistration, "STATE", {}});
    };
    QVERIFY(read("registered=1&state=STATE"));
    for (const PortalErrorRow &row : portalErrorTable()) {
        if (row.errand != PortalErrand::UserRegistration)
            continue;
        const auto failed = read(QByteArray("state=STATE&error=") + row.code);
        QVERIFY2(!failed && failed.error().code == row.error, row.code);
    }
    const std::pair<const char *, ErrorCode> bad[] = {
        {"registered=1", ErrorCode::CallbackStateMismatch},
        {"registered=1&state=STATF", ErrorCode::CallbackStateMismatch},
        {"registered=0&state=STATE", ErrorCode::CallbackMalformed},
        {"registered=&state=STATE", ErrorCode::CallbackMalformed},
        {"registered=1&registered=1&state=STATE", ErrorCode::CallbackMalformed},
        {"registered=1&error=access_denied&state=STATE", ErrorCode::CallbackMalformed},
        {"code=a&state=STATE", ErrorCode::CallbackMalformed}, // an attacker's code must not slip in here
        {"state=STATE&error=registration_required", ErrorCode::RegistrationFailed},
    };
    for (const auto &[query, code] : bad) {
        const auto failed = read(query);
        QVERIFY2(!failed && failed.error().code == code, query);
    }
}

/// Each `error` of the contract is in the table once for its errand, and two that ask for different things of somebody
/// have different words.
void TestCallback::errorTable_namesEveryErrorOfTheContract()
{
    const QHash<PortalErrand, QByteArrayList> contract{
        {PortalErrand::Consent, {"access_denied", "registration_required", "certificate_expired", "temporarily_unavailable",
                                 "server_error", "invalid_request", "unsupported_response_type", "invalid_scope"}},
        {PortalErrand::UserRegistration, {"access_denied", "certificate_expired", "temporarily_unavailable", "server_error"}},
        {PortalErrand::Token, {"invalid_grant", "invalid_request", "unsupported_grant_type", "invalid_client"}}};
    QSet<QByteArray> rows;
    QHash<QString, ErrorCode> words;
    for (const PortalErrorRow &row : portalErrorTable()) {
        rows.insert(QByteArray::number(int(row.errand)) + row.code);
        const Error error = portalError(row.errand, row.code);
        QCOMPARE(error.code, row.error);
        QVERIFY(error.detail.contains(QLatin1StringView(row.code)));
        const ErrorText text = errorText(error);
        for (const QString &part : {text.title + text.patient, text.title + text.staff, text.it}) {
            QVERIFY2(!part.isEmpty() && words.value(part, row.error) == row.error, row.code);
            words.insert(part, row.error);
        }
    }
    QCOMPARE(rows.size(), qsizetype(portalErrorTable().size()));
    for (auto errand = contract.begin(); errand != contract.end(); ++errand)
        for (const QByteArray &code : errand.value())
            QVERIFY2(rows.contains(QByteArray::number(int(errand.key())) + code), code);
    QCOMPARE(portalError(PortalErrand::Consent, "x").code, ErrorCode::PortalServerError);
    QCOMPARE(portalError(PortalErrand::UserRegistration, "x").code, ErrorCode::RegistrationFailed);
    QCOMPARE(portalError(PortalErrand::Token, "x").code, ErrorCode::TokenRefused);
    QVERIFY(!portalError(PortalErrand::Token, "token-of-somebody").detail.contains(u"somebody"_s));
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
