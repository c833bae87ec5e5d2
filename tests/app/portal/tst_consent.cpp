// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/portal/consent.h"
#include "app/portal/pkce.h"
#include "app/portal/tokenanswer.h"
#include "tests/app/portal/fakebrowser.h"
#include "tests/app/portal/scriptedserver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

constexpr int noError = -1;

QByteArray json(const QByteArray &body)
{
    return ScriptedServer::ok("application/json", body);
}

QByteArray goodToken()
{
    return json(R"({"access_token":"token-1","token_type":"Bearer","expires_in":600,"refresh_token":"r-1"})");
}

QByteArray textOf(const SecretBuffer &secret)
{
    return {reinterpret_cast<const char *>(secret.bytes().data()), static_cast<qsizetype>(secret.size())};
}

} // namespace

class TestConsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wholeFlow_givesTokenAndAsksAsTheContractSays();
    void callbackError_endsTheFlow_data();
    void callbackError_endsTheFlow();
    void tokenAnswer_ofEveryKind_givesTokenOrError_data();
    void tokenAnswer_ofEveryKind_givesTokenOrError();
    void tokenConnectionThatBreaks_isNotTriedAgain();
    void browserThatCannotOpen_repliesLaterAndClosesTheListener();
    void browserClosed_isACancel();
    void browserFailed_keepsItsError();
    void limit_endsTheFlow();
    void cancel_whileTheTokenIsFetched_repliesOnce();
    void secondStart_isRefusedAndTheFirstGoesOn();
    void twoFlows_shareNoStateAndNoVerifier();
    void hostOutsideTheList_isNotOpened();
    void revocation_sendsTheTokenOnceInTheBody();
    void revocation_withoutAddress_isDone();
    void limitAboveThreeMinutes_isNotTaken();
    void registration_asksAsAuthorizeDoesAndGivesNoToken();
    void registration_endsInItsOwnErrors_data();
    void registration_endsInItsOwnErrors();
    void registration_withoutAddressIsNotOffered();

private:
    /// Runs one flow to its end.
    void run(ConsentFlow &flow);

    std::unique_ptr<ScriptedServer> m_server;
    ConnectionProfile m_profile;
    FixedClock m_clock{QDateTime(QDate(2026, 10, 1), QTime(1, 0), Qt::UTC)};
    QList<int> m_codes; ///< of the replies, noError for a token
    QByteArray m_token;
    QDateTime m_expiresAt;
};

void TestConsent::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_server->setAnswer([](const auto &) { return goodToken(); });
    m_profile = {};
    m_profile.portal.authorizeUrl = QUrl(m_server->url(u"/portal/authorize"_s));
    m_profile.portal.tokenUrl = m_server->url(u"/portal/token"_s);
    m_profile.portal.revokeUrl = m_server->url(u"/portal/revoke"_s);
    m_profile.portal.clientId = u"client & 1"_s;
    m_profile.allowedHosts = {u"127.0.0.1"_s};
    m_profile.limits.totalTimeoutMs = 3000;
    m_codes.clear();
    m_token.clear();
    m_expiresAt = {};
}

void TestConsent::run(ConsentFlow &flow)
{
    const qsizetype before = m_codes.size();
    flow.start({u"vaccination"_s, u"maternal-child"_s}, [this](Result<AccessToken> outcome) {
        m_codes.append(outcome ? noError : int(outcome.error().code));
        if (outcome) {
            m_token = textOf(outcome->value);
            m_expiresAt = outcome->expiresAt;
        }
    });
    QCOMPARE(m_codes.size(), before); // never from within start()
    QTRY_COMPARE(m_codes.size(), before + 1);
}

void TestConsent::wholeFlow_givesTokenAndAsksAsTheContractSays()
{
    FakeBrowser browser;
    browser.query = goodCallback;
    ConsentFlow flow(m_profile, browser, m_clock);
    run(flow);
    QCOMPARE(m_codes, QList<int>{noError});
    QCOMPARE(m_token, "token-1"_ba);
    QCOMPARE(m_expiresAt, m_clock.nowUtc().addSecs(600));
    QVERIFY(!flow.isRunning());
    QVERIFY(browser.closings > 0);

    const QUrlQuery asked(browser.opened.first());
    QCOMPARE(asked.queryItemValue(u"response_type"_s), u"code"_s);
    QCOMPARE(asked.queryItemValue(u"client_id"_s, QUrl::FullyDecoded), u"client & 1"_s);
    QCOMPARE(asked.queryItemValue(u"scope"_s, QUrl::FullyDecoded), u"vaccination maternal-child"_s);
    QCOMPARE(asked.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
    QVERIFY(asked.queryItemValue(u"state"_s).size() >= 22);

    QCOMPARE(m_server->requests().size(), 1);
    const auto &request = m_server->requests().first();
    QCOMPARE(request.method, "POST"_ba);
    QCOMPARE(request.target, "/portal/token"_ba); // nothing in the address
    QVERIFY(request.head.toLower().contains("content-length: " + QByteArray::number(request.body.size())));
    const QUrlQuery form(QString::fromLatin1(request.body));
    QCOMPARE(form.queryItemValue(u"grant_type"_s), u"authorization_code"_s);
    QCOMPARE(form.queryItemValue(u"code"_s), u"code-1"_s);
    QCOMPARE(form.queryItemValue(u"client_id"_s, QUrl::FullyDecoded), u"client & 1"_s);
    QCOMPARE(form.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded),
             asked.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    QVERIFY(!form.hasQueryItem(u"client_secret"_s));
    QCOMPARE(codeChallenge(form.queryItemValue(u"code_verifier"_s).toLatin1()),
             asked.queryItemValue(u"code_challenge"_s).toLatin1());
}

void TestConsent::callbackError_endsTheFlow_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("code");
    QTest::newRow("refused") << "error=access_denied&state=%1"_ba << int(ErrorCode::ConsentRefused);
    QTest::newRow("registration") << "error=registration_required&state=%1"_ba << int(ErrorCode::RegistrationRequired);
    QTest::newRow("wrong state") << "code=a&state=0%1"_ba << int(ErrorCode::CallbackStateMismatch);
    QTest::newRow("no code") << "state=%1"_ba << int(ErrorCode::CallbackMalformed);
}

void TestConsent::callbackError_endsTheFlow()
{
    QFETCH(QByteArray, query);
    FakeBrowser browser;
    browser.query = [query](const QUrlQuery &asked) {
        return QByteArray(query).replace("%1", asked.queryItemValue(u"state"_s).toLatin1());
    };
    ConsentFlow flow(m_profile, browser, m_clock);
    run(flow);
    QTEST(m_codes.value(0), "code");
    QVERIFY(browser.closings > 0);
    QVERIFY(m_server->requests().isEmpty()); // no code leaves without a good answer
}

void TestConsent::tokenAnswer_ofEveryKind_givesTokenOrError_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &answer, ErrorCode code) {
        QTest::newRow(name) << answer << int(code);
    };
    const auto refused = [](const QByteArray &error) {
        return ScriptedServer::status("400 Bad Request", R"({"error":")" + error + R"("})",
                                      "Content-Type: application/json\r\n");
    };
    QTest::newRow("more members, whole number with a fraction")
        << json(R"({"x":{"access_token":[1]},"token_type":"bearer","expires_in":6.0e2,"access_token":"token-1"})")
        << noError;
    QTest::newRow("byte order mark")
        << json("\xef\xbb\xbf{\"access_token\":\"token-1\",\"token_type\":\"Bearer\",\"expires_in\":1}") << noError;
    row("invalid_grant", refused("invalid_grant"), ErrorCode::TokenRefused);
    row("unknown error", refused("zzz"), ErrorCode::TokenRefused);
    row("invalid_request", refused("invalid_request"), ErrorCode::TokenRequestInvalid);
    row("unsupported_grant_type", refused("unsupported_grant_type"), ErrorCode::TokenRequestInvalid);
    row("invalid_client", refused("invalid_client"), ErrorCode::TokenClientRefused);
    row("401", ScriptedServer::status("401 Unauthorized", R"({"error":"invalid_client"})"), ErrorCode::TokenClientRefused);
    row("500", ScriptedServer::status("500 Internal Server Error", "x"), ErrorCode::TokenUnreachable);
    row("503", ScriptedServer::status("503 Service Unavailable"), ErrorCode::TokenUnreachable);
    row("404", ScriptedServer::status("404 Not Found"), ErrorCode::TokenUnreadable);
    row("redirect", ScriptedServer::status("307 Temporary Redirect", {}, "Location: /portal/other\r\n"),
        ErrorCode::TokenUnreadable);
    row("html", ScriptedServer::ok("text/html", "<html>token-1</html>"), ErrorCode::TokenUnreadable);
    row("truncated", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"access_token\":\"tok", ErrorCode::TokenUnreadable);
    row("too large", json("{\"x\":\"" + QByteArray(100000, 'x') + "\"}"), ErrorCode::TokenUnreadable);
    row("no answer", {}, ErrorCode::TokenUnreachable);
    const auto body = [&row](const char *name, const QByteArray &text) {
        row(name, json(text), ErrorCode::TokenUnreadable);
    };
    body("empty", "");
    body("array", "[]");
    body("text", "\"token-1\"");
    body("cut JSON", R"({"access_token":"token-1","token_type":"Bearer","expires_in":600)");
    body("something behind", R"({"access_token":"token-1","token_type":"Bearer","expires_in":600} x)");
    body("NUL behind", QByteArray(R"({"access_token":"token-1","token_type":"Bearer","expires_in":600})") + '\0' + 'x');
    body("token twice", R"({"access_token":"a","access_token":"token-1","token_type":"Bearer","expires_in":600})");
    body("other member twice", R"({"x":1,"x":1,"access_token":"token-1","token_type":"Bearer","expires_in":600})");
    body("no token", R"({"token_type":"Bearer","expires_in":600})");
    body("empty token", R"({"access_token":"","token_type":"Bearer","expires_in":600})");
    body("token with line break", R"({"access_token":"a\r\nX: y","token_type":"Bearer","expires_in":600})");
    body("token not a text", R"({"access_token":1,"token_type":"Bearer","expires_in":600})");
    body("token an object", R"({"access_token":{"a":"b"},"token_type":"Bearer","expires_in":600})");
    body("token too long", R"({"access_token":")" + QByteArray(8193, 'a')
             + R"(","token_type":"Bearer","expires_in":600})");
    body("not Bearer", R"({"access_token":"token-1","token_type":"MAC","expires_in":600})");
    body("no type", R"({"access_token":"token-1","expires_in":600})");
    body("no life time", R"({"access_token":"token-1","token_type":"Bearer"})");
    body("life time a text", R"({"access_token":"token-1","token_type":"Bearer","expires_in":"600"})");
    body("life time null", R"({"access_token":"token-1","token_type":"Bearer","expires_in":null})");
    body("life time zero", R"({"access_token":"token-1","token_type":"Bearer","expires_in":0})");
    body("life time negative", R"({"access_token":"token-1","token_type":"Bearer","expires_in":-5})");
    body("life time broken", R"({"access_token":"token-1","token_type":"Bearer","expires_in":1.5})");
    body("life time of ages", R"({"access_token":"token-1","token_type":"Bearer","expires_in":1e18})");
    body("deep", QByteArray(100000 / 2, '['));
    body("not UTF-8", "{\"x\":\"\xff\",\"access_token\":\"token-1\",\"token_type\":\"Bearer\",\"expires_in\":600}");
}

void TestConsent::tokenAnswer_ofEveryKind_givesTokenOrError()
{
    QFETCH(QByteArray, answer);
    m_server->setAnswer([answer](const auto &) { return answer; });
    FakeBrowser browser;
    browser.query = goodCallback;
    ConsentFlow flow(m_profile, browser, m_clock);
    QByteArray detail;
    flow.start({u"vaccination"_s}, [&](Result<AccessToken> outcome) {
        m_codes.append(outcome ? noError : int(outcome.error().code));
        if (outcome)
            m_token = textOf(outcome->value);
        else
            detail = outcome.error().detail.toUtf8();
    });
    QTRY_COMPARE(m_codes.size(), 1);
    QTEST(m_codes.value(0), "code");
    QCOMPARE(m_token, m_codes.value(0) == noError ? "token-1"_ba : QByteArray());
    QVERIFY(!detail.contains("token-1") && !detail.contains("code-1") && !detail.contains("zzz"));
    QCOMPARE(m_server->requests().size(), 1); // sent once, whatever the answer
}

void TestConsent::tokenConnectionThatBreaks_isNotTriedAgain()
{
    m_server->setAnswer([](const auto &) { return QByteArray(); });
    FakeBrowser browser;
    browser.query = goodCallback;
    ConsentFlow flow(m_profile, browser, m_clock);
    run(flow);
    QCOMPARE(m_codes, QList<int>{int(ErrorCode::TokenUnreachable)});
    QTest::qWait(200);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestConsent::browserThatCannotOpen_repliesLaterAndClosesTheListener()
{
    FakeBrowser browser;
    browser.openResult = failure(ErrorCode::BrowserMissing);
    ConsentFlow flow(m_profile, browser, m_clock);
    run(flow);
    QCOMPARE(m_codes, QList<int>{int(ErrorCode::BrowserMissing)});
    const QUrl callback(QUrlQuery(browser.opened.first()).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    QNetworkAccessManager network;
    std::unique_ptr<QNetworkReply> answer(network.get(QNetworkRequest(callback)));
    QTRY_VERIFY(answer->isFinished());
    QCOMPARE(answer->error(), QNetworkReply::ConnectionRefusedError);
}

void TestConsent::browserClosed_isACancel()
{
    FakeBrowser browser;
    ConsentFlow flow(m_profile, browser, m_clock);
    QTimer::singleShot(50, &browser, [&browser] { Q_EMIT browser.closed(); });
    run(flow);
    QCOMPARE(m_codes, QList<int>{int(ErrorCode::ConsentCancelled)});
}

void TestConsent::browserFailed_keepsItsError()
{
    FakeBrowser browser;
    ConsentFlow flow(m_profile, browser, m_clock);
    QTimer::singleShot(50, &browser, [&browser] { Q_EMIT browser.failed({ErrorCode::BrowserFailed, u"x"_s, {}}); });
    run(flow);
    QCOMPARE(m_codes, QList<int>{int(ErrorCode::BrowserFailed)});
    QVERIFY(browser.closings > 0);
}

void TestConsent::limit_endsTheFlow()
{
    FakeBrowser browser;
    ConsentFlow flow(m_profile, browser, m_clock);
    flow.setTimeLimit(100);
    run(flow);
    QCOMPARE(m_codes, QList<int>{int(ErrorCode::ConsentTimeout)});
    QVERIFY(browser.closings > 0);
}

void TestConsent::cancel_whileTheTokenIsFetched_repliesOnce()
{
    FakeBrowser browser;
    browser.query = goodCallback;
    ConsentFlow flow(m_profile, browser, m_clock);
    m_server->setAnswer([&flow](const auto &) {
        flow.cancel();
        return goodToken();
    });
    run(flow);
    QTest::qWait(200);
    QCOMPARE(m_codes, QList<int>{int(ErrorCode::ConsentCancelled)});
    flow.cancel();
    QCOMPARE(m_codes.size(), 1);
}

void TestConsent::secondStart_isRefusedAndTheFirstGoesOn()
{
    FakeBrowser browser;
    ConsentFlow flow(m_profile, browser, m_clock);
    QList<int> first, second;
    const auto keep = [](QList<int> &list) {
        return [&list](Result<AccessToken> outcome) { list.append(outcome ? noError : int(outcome.error().code)); };
    };
    flow.start({u"vaccination"_s}, keep(first));
    flow.start({u"vaccination"_s}, keep(second));
    QTRY_COMPARE(second, QList<int>{int(ErrorCode::Internal)});
    QVERIFY(first.isEmpty() && flow.isRunning());
    QCOMPARE(browser.opened.size(), 1);
    flow.cancel();
    QCOMPARE(first, QList<int>{int(ErrorCode::ConsentCancelled)});
}

void TestConsent::twoFlows_shareNoStateAndNoVerifier()
{
    FakeBrowser browser;
    browser.query = goodCallback;
    ConsentFlow flow(m_profile, browser, m_clock);
    run(flow);
    run(flow);
    QCOMPARE(m_codes, (QList<int>{noError, noError}));
    const QUrlQuery first(browser.opened.at(0)), second(browser.opened.at(1));
    QVERIFY(first.queryItemValue(u"state"_s) != second.queryItemValue(u"state"_s));
    QVERIFY(first.queryItemValue(u"code_challenge"_s) != second.queryItemValue(u"code_challenge"_s));
}

void TestConsent::hostOutsideTheList_isNotOpened()
{
    m_profile.allowedHosts = {u"portal.example"_s, u"127.0.0.1:1"_s};
    FakeBrowser browser;
    browser.query = goodCallback;
    ConsentFlow flow(m_profile, browser, m_clock);
    run(flow);
    QCOMPARE(m_codes, QList<int>{int(ErrorCode::HostNotAllowed)});
    QVERIFY(browser.opened.isEmpty());
}

void TestConsent::revocation_sendsTheTokenOnceInTheBody()
{
    m_server->setAnswer([](const auto &) { return ScriptedServer::status("200 OK"); });
    FakeBrowser browser;
    ConsentFlow flow(m_profile, browser, m_clock);
    std::optional<bool> isTaken;
    const QByteArray token("to+ken/1");
    flow.revoke(SecretBuffer::copyOf(std::as_bytes(std::span(token.data(), size_t(token.size())))),
                [&](Result<void> outcome) { isTaken = outcome.has_value(); });
    QTRY_VERIFY(isTaken.has_value());
    QVERIFY(*isTaken);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().first().target, "/portal/revoke"_ba);
    const QUrlQuery form(QString::fromLatin1(m_server->requests().first().body));
    QCOMPARE(form.queryItemValue(u"token"_s, QUrl::FullyDecoded), u"to+ken/1"_s);
    QCOMPARE(form.queryItemValue(u"client_id"_s, QUrl::FullyDecoded), u"client & 1"_s);
}

void TestConsent::revocation_withoutAddress_isDone()
{
    m_profile.portal.revokeUrl = {};
    FakeBrowser browser;
    ConsentFlow flow(m_profile, browser, m_clock);
    std::optional<bool> isTaken;
    flow.revoke(SecretBuffer::copyOf({}), [&](Result<void> outcome) { isTaken = outcome.has_value(); });
    QTRY_VERIFY(isTaken.value_or(false));
    QVERIFY(m_server->requests().isEmpty());
}

void TestConsent::limitAboveThreeMinutes_isNotTaken()
{
    QCOMPARE(ConsentFlow::timeLimitMs, 180000);
    FakeBrowser browser;
    ConsentFlow flow(m_profile, browser, m_clock);
    flow.setTimeLimit(3600000);
    QCOMPARE(flow.timeLimit(), 180000);
}

void TestConsent::registration_asksAsAuthorizeDoesAndGivesNoToken()
{
    m_profile.portal.registerUrl = m_server->url(u"/portal/register"_s);
    FakeBrowser browser;
    browser.query = registeredCallback;
    ConsentFlow flow(m_profile, browser, m_clock);
    QVERIFY(flow.offersRegistration());
    std::optional<Result<void>> outcome;
    flow.registerUser({u"vaccination"_s}, [&outcome](Result<void> result) { outcome = std::move(result); });
    QVERIFY(!outcome && flow.isRunning());
    QTRY_VERIFY(outcome);
    QVERIFY(outcome->has_value() && !flow.isRunning() && browser.closings > 0);
    QCOMPARE(browser.opened.first().path(), u"/portal/register"_s);
    // Contract: the same query as authorize.
    QStringList names;
    for (const auto &[name, value] : QUrlQuery(browser.opened.first()).queryItems())
        names.append(name);
    QCOMPARE(names, (QStringList{u"response_type"_s, u"client_id"_s, u"redirect_uri"_s, u"state"_s, u"code_challenge"_s,
                                 u"code_challenge_method"_s, u"scope"_s}));
    QVERIFY(m_server->requests().isEmpty()); // nothing to exchange
    browser.query = goodCallback;
    run(flow); // and then the new consent
    QCOMPARE(m_codes, QList<int>{noError});
    QVERIFY(browser.opened.at(0) != browser.opened.at(1));
    QVERIFY(QUrlQuery(browser.opened.at(0)).queryItemValue(u"state"_s) != QUrlQuery(browser.opened.at(1)).queryItemValue(u"state"_s));
}

void TestConsent::registration_endsInItsOwnErrors_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("code");
    QTest::newRow("refused") << "error=access_denied&state="_ba << int(ErrorCode::RegistrationRefused);
    QTest::newRow("expired") << "error=certificate_expired&state="_ba << int(ErrorCode::RegistrationCertificateExpired);
    QTest::newRow("stopped") << "error=temporarily_unavailable&state="_ba << int(ErrorCode::RegistrationUnavailable);
    QTest::newRow("server error") << "error=server_error&state="_ba << int(ErrorCode::RegistrationFailed);
    QTest::newRow("a code") << "code=1&state="_ba << int(ErrorCode::CallbackMalformed);
    QTest::newRow("wrong state") << "registered=1&state=0"_ba << int(ErrorCode::CallbackStateMismatch);
}

void TestConsent::registration_endsInItsOwnErrors()
{
    QFETCH(QByteArray, query);
    m_profile.portal.registerUrl = m_server->url(u"/portal/register"_s);
    FakeBrowser browser;
    browser.query = [query](const QUrlQuery &asked) { return query + asked.queryItemValue(u"state"_s).toLatin1(); };
    ConsentFlow flow(m_profile, browser, m_clock);
    std::optional<ErrorCode> code;
    flow.registerUser({u"vaccination"_s}, [&code](Result<void> result) { code = result ? ErrorCode::Internal : result.error().code; });
    QTRY_VERIFY(code);
    QTEST(int(*code), "code");
    QVERIFY(!flow.isRunning() && browser.closings > 0 && m_server->requests().isEmpty());
}

void TestConsent::registration_withoutAddressIsNotOffered()
{
    FakeBrowser browser;
    ConsentFlow flow(m_profile, browser, m_clock);
    QVERIFY(!flow.offersRegistration());
    std::optional<ErrorCode> code;
    flow.registerUser({u"vaccination"_s}, [&code](Result<void> result) { code = result ? ErrorCode::Internal : result.error().code; });
    QVERIFY(!code);
    QTRY_COMPARE(code, std::optional(ErrorCode::RegistrationNotOffered));
    QVERIFY(browser.opened.isEmpty());
}

QTEST_GUILESS_MAIN(TestConsent)
#include "tst_consent.moc"
