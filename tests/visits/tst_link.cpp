// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/base/json.h"
#include "app/portal/throwawaybrowser.h"
#include "ui/portal/portalwindow.h"
#include "ui/theme/theme.h"
#include "ui/walkthrough/inputdriver.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

QStringList processesWith(const QByteArray &word)
{
    QStringList found;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        QFile file(u"/proc/"_s + entry + u"/cmdline"_s);
        if (entry.at(0).isDigit() && file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
            found.append(entry);
    }
    return found;
}

} // namespace

/// The linking against the training server as a process of its own, once through Debian's Chromium as an unprivileged
/// user (driven by tests/support/drive-portal) and once through the native portal window.
class TestLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void chromium_linksAndTheTokenIsRevoked();
    void chromium_bringsEveryAnswerOfThePortal_data();
    void chromium_bringsEveryAnswerOfThePortal();
    void chromium_isEndedWhenTheFlowIsCancelled();
    void nativeWindow_links();

private:
    QString driver() const { return qEnvironmentVariable("UKETSUKE_SOURCE_DIR") + u"/tests/support/drive-portal"_s; }
    int runFlow(PortalBrowser &browser, const std::function<void()> &meanwhile = {});
    JsonValue control(const QByteArray &method, const QString &path, const QByteArray &body = {});
    int liveTokens();

    QProcess m_server;
    QUrl m_control;
    QString m_resident;
    ConnectionProfile m_profile;
    SystemClock m_clock;
    QNetworkAccessManager m_network;
    std::optional<SecretBuffer> m_token;
};

void TestLink::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
    const QString program = qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/uketsuke-training"_s;
    m_server.start(program, {u"server"_s, u"--port"_s, u"0"_s, u"--control-port"_s, u"0"_s});
    QVERIFY(QTest::qWaitFor([this] { return m_server.canReadLine(); }, 20000));
    const Result<JsonValue> addresses = parseJson(m_server.readLine());
    QVERIFY(addresses);
    const QString base = addresses->find(u"base")->toString();
    m_control = QUrl(addresses->find(u"control")->toString());
    m_profile.portal.authorizeUrl = QUrl(base + u"/portal/authorize"_s);
    m_profile.portal.tokenUrl = QUrl(base + u"/portal/token"_s);
    m_profile.portal.revokeUrl = QUrl(base + u"/portal/revoke"_s);
    m_profile.portal.clientId = u"uketsuke-training"_s;
    m_profile.allowedHosts = {u"127.0.0.1"_s};
    const JsonValue people = control("GET", u"/people"_s);
    QVERIFY(people.isArray() && !people.items().isEmpty());
    m_resident = people.items().first().find(u"key")->toString();
    QVERIFY(!m_resident.isEmpty());
}

void TestLink::cleanupTestCase()
{
    m_server.terminate();
    QVERIFY(m_server.waitForFinished());
}

void TestLink::cleanup()
{
    control("POST", u"/reset"_s);
    m_token.reset();
    QTRY_COMPARE_WITH_TIMEOUT(processesWith("drive-portal-"), QStringList(), 8000);
    QTRY_COMPARE(QDir(QDir::tempPath()).entryList({u"drive-portal-*"_s}), QStringList());
}

JsonValue TestLink::control(const QByteArray &method, const QString &path, const QByteArray &body)
{
    QNetworkRequest request(m_control.resolved(QUrl(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    std::unique_ptr<QNetworkReply> answer(m_network.sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&] { return answer->isFinished(); }, 10000) || answer->error() != QNetworkReply::NoError)
        return {};
    return parseJson(answer->readAll()).value_or(JsonValue::object());
}

int TestLink::liveTokens()
{
    const JsonValue answer = control("GET", u"/tokens"_s);
    const JsonValue *live = answer.find(u"live");
    return live ? static_cast<int>(live->toInteger().value_or(-1)) : -2;
}

int TestLink::runFlow(PortalBrowser &browser, const std::function<void()> &meanwhile)
{
    ConsentFlow flow(m_profile, browser, m_clock);
    std::optional<int> code;
    flow.start({u"vaccination"_s}, [&](Result<AccessToken> token) {
        code = token ? -1 : int(token.error().code);
        if (token)
            m_token = std::move(token->value);
    });
    if (meanwhile)
        meanwhile();
    static_cast<void>(QTest::qWaitFor([&code] { return code.has_value(); }, 70000));
    return code.value_or(-2);
}

void TestLink::chromium_linksAndTheTokenIsRevoked()
{
    ThrowAwayBrowser browser({{}, {}, {driver(), u"--resident"_s, m_resident, u"%u"_s}, {}});
    QCOMPARE(runFlow(browser), -1);
    QCOMPARE(liveTokens(), 1);
    ConsentFlow flow(m_profile, browser, m_clock);
    std::optional<bool> isTaken;
    flow.revoke(std::move(*m_token), [&isTaken](Result<void> outcome) { isTaken = outcome.has_value(); });
    QTRY_VERIFY(isTaken.has_value());
    QVERIFY(*isTaken);
    QCOMPARE(liveTokens(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(browser.isClean(), 8000);
}

void TestLink::chromium_bringsEveryAnswerOfThePortal_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    const QString person = u"/people/%1"_s.arg(m_resident);
    QTest::newRow("gives up at the terms") << QString() << QByteArray() << QStringList{u"--give-up-at"_s, u"terms-agree"_s}
                                           << int(ErrorCode::ConsentRefused);
    QTest::newRow("gives up at the end") << QString() << QByteArray() << QStringList{u"--give-up-at"_s, u"link"_s}
                                         << int(ErrorCode::ConsentRefused);
    QTest::newRow("smartphone") << QString() << QByteArray() << QStringList{u"--method"_s, u"qr"_s} << -1;
    QTest::newRow("not registered") << person << R"({"isRegistered": false})"_ba << QStringList()
                                    << int(ErrorCode::RegistrationRequired);
    QTest::newRow("certificate expired") << person << R"({"hasExpiredCertificate": true})"_ba << QStringList()
                                         << int(ErrorCode::PortalCertificateExpired);
    QTest::newRow("another state comes back") << u"/faults"_s
        << R"({"kind": "callback", "path": "/portal/link", "set": {"state": "aaaaaaaaaaaaaaaaaaaaaa"}})"_ba << QStringList()
        << int(ErrorCode::CallbackStateMismatch);
    QTest::newRow("no code comes back") << u"/faults"_s
        << R"({"kind": "callback", "path": "/portal/link", "remove": ["code"]})"_ba << QStringList()
        << int(ErrorCode::CallbackMalformed);
    QTest::newRow("token endpoint says HTML") << u"/faults"_s << R"({"kind": "html", "path": "/portal/token"})"_ba
                                              << QStringList() << int(ErrorCode::TokenUnreadable);
    QTest::newRow("token endpoint hangs up after the commit") << u"/faults"_s
        << R"({"kind": "drop_after_commit", "path": "/portal/token"})"_ba << QStringList() << int(ErrorCode::TokenUnreachable);
}

void TestLink::chromium_bringsEveryAnswerOfThePortal()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, options);
    if (!path.isEmpty())
        QVERIFY(!control(path == "/faults"_L1 ? "POST" : "PUT", path, body).isNull());
    QStringList command{driver(), u"--resident"_s, m_resident};
    ThrowAwayBrowser browser({{}, {}, command + options + QStringList{u"%u"_s}, {}});
    const int code = runFlow(browser);
    QTEST(code, "code");
    QTRY_VERIFY_WITH_TIMEOUT(browser.isClean(), 8000);
}

void TestLink::chromium_isEndedWhenTheFlowIsCancelled()
{
    ThrowAwayBrowser browser({{}, {}, {driver(), u"--resident"_s, u"nobody-has-this-key"_s, u"%u"_s}, {}});
    ConsentFlow flow(m_profile, browser, m_clock);
    std::optional<ErrorCode> code;
    flow.start({u"vaccination"_s}, [&](Result<AccessToken> token) { code = token ? ErrorCode::Internal : token.error().code; });
    QTRY_VERIFY_WITH_TIMEOUT(processesWith("drive-portal-").size() > 3, 20000);
    flow.cancel();
    QCOMPARE(code, std::optional(ErrorCode::ConsentCancelled));
    QTRY_VERIFY_WITH_TIMEOUT(browser.isClean(), 8000);
}

void TestLink::nativeWindow_links()
{
    PortalWindow window;
    window.widget()->resize(1366, 768);
    window.widget()->show();
    InputDriver driver;
    bool hasClicked = false;
    const int code = runFlow(window, [&] {
        driver.run({driver.click(u"terms-agree"_s), driver.click(u"next"_s), driver.click(u"method-ic"_s),
                    driver.click(u"resident-"_s + m_resident), driver.click(u"link"_s)},
                   [&hasClicked](Result<void> outcome) { hasClicked = outcome.has_value(); });
    });
    QCOMPARE(code, -1);
    QTRY_VERIFY(hasClicked);
    QCOMPARE(liveTokens(), 1);
}

QTEST_MAIN(TestLink)
#include "tst_link.moc"
