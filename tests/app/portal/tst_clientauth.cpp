// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/portal/consent.h"
#include "tests/app/pmh/tlsauthority.h"
#include "tests/app/portal/fakebrowser.h"
#include "tests/app/portal/scriptedserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

class OneEntryKeyStore : public KeyStore
{
public:
    Result<QByteArray> entry;
    QStringList asked;
    void read(const QString &name, Reply<QByteArray> reply) override
    {
        asked.append(name);
        QMetaObject::invokeMethod(this, [this, reply = std::move(reply)] { reply(entry); }, Qt::QueuedConnection);
    }
    void write(const QString &, const QByteArray &, Reply<void> reply) override { reply({}); }
    void remove(const QString &, Reply<void> reply) override { reply({}); }
};

} // namespace

/// How the program proves itself to the token endpoint, against a server that really speaks TLS and really asks for it.
class TestClientAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_before); }
    void secret_ofEveryKind_data();
    void secret_ofEveryKind();
    void certificate_ofEveryKind_data();
    void certificate_ofEveryKind();
    void revocation_provesTheClientToo();
    void serverThatIsNotTrusted_getsNothing_data();
    void serverThatIsNotTrusted_getsNothing();

private:
    void serve(const QList<QSslCertificate> &chain, const QSslKey &key, bool asksForCertificate);
    QString writeFile(const QByteArray &content);
    /// -1: a token, else the error's code.
    int run(KeyStore *keys);

    TlsAuthority m_authority{"portal's CA"}, m_other{"another CA"};
    QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
    std::unique_ptr<ScriptedServer> m_server;
    QTemporaryDir m_folder;
    ConnectionProfile m_profile;
    OneEntryKeyStore m_keys;
    FixedClock m_clock{QDateTime(QDate(2026, 10, 1), QTime(1, 0), Qt::UTC)};
    QString m_detail;
};

void TestClientAuth::init()
{
    QSslConfiguration trusting = m_before;
    trusting.addCaCertificate(m_authority.certificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    m_keys.entry = QByteArray();
    m_keys.asked.clear();
    const TlsAuthority::Issued issued = m_authority.issue("127.0.0.1");
    serve({issued.certificate, m_authority.certificate()}, issued.key, false);
}

void TestClientAuth::serve(const QList<QSslCertificate> &chain, const QSslKey &key, bool asksForCertificate)
{
    QSslConfiguration tls;
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(asksForCertificate ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    tls.setCaCertificates({m_authority.certificate()});
    m_server = std::make_unique<ScriptedServer>(tls);
    m_server->setAnswer([](const ScriptedServer::Request &request) {
        const QByteArray secret = QUrlQuery(QString::fromLatin1(request.body)).queryItemValue(u"client_secret"_s, QUrl::FullyDecoded).toUtf8();
        if (secret.isEmpty() || secret == "s&cr=t%")
            return ScriptedServer::ok("application/json", R"({"access_token":"token-1","token_type":"Bearer","expires_in":600})");
        return ScriptedServer::status("401 Unauthorized", R"({"error":"invalid_client"})");
    });
    m_profile = {};
    m_profile.portal.authorizeUrl = m_server->url(u"/portal/authorize"_s);
    m_profile.portal.tokenUrl = m_server->url(u"/portal/token"_s);
    m_profile.portal.revokeUrl = m_server->url(u"/portal/revoke"_s);
    m_profile.portal.clientId = u"client"_s;
    m_profile.allowedHosts = {u"127.0.0.1"_s};
    m_profile.limits.totalTimeoutMs = 5000;
}

QString TestClientAuth::writeFile(const QByteArray &content)
{
    QFile file(m_folder.filePath(u"client.p12"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file");
    return file.fileName();
}

int TestClientAuth::run(KeyStore *keys)
{
    FakeBrowser browser;
    browser.query = goodCallback;
    ConsentFlow flow(m_profile, browser, m_clock, nullptr, keys);
    std::optional<int> code;
    flow.start({u"vaccination"_s}, [&](Result<AccessToken> token) {
        code = token ? -1 : int(token.error().code);
        m_detail = token ? QString() : token.error().detail;
    });
    static_cast<void>(QTest::qWaitFor([&code] { return code.has_value(); }, 10000));
    return code.value_or(-2);
}

void TestClientAuth::secret_ofEveryKind_data()
{
    QTest::addColumn<Result<QByteArray>>("entry");
    QTest::addColumn<bool>("hasKeychain");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("isAsked");
    const auto row = [](const char *name, Result<QByteArray> entry, bool hasKeychain, int code, bool isAsked) {
        QTest::newRow(name) << std::move(entry) << hasKeychain << code << isAsked;
    };
    row("right", "s&cr=t%"_ba, true, -1, true);
    row("wrong", "other"_ba, true, int(ErrorCode::TokenClientRefused), true);
    row("entry not there", ""_ba, true, int(ErrorCode::ClientCredentialsUnusable), false);
    row("keychain locked", failure(ErrorCode::KeychainLocked), true, int(ErrorCode::KeychainLocked), false);
    row("no keychain", ""_ba, false, int(ErrorCode::KeychainMissing), false);
}

void TestClientAuth::secret_ofEveryKind()
{
    QFETCH(Result<QByteArray>, entry);
    QFETCH(bool, hasKeychain);
    QFETCH(bool, isAsked);
    m_profile.portal.clientAuthentication = ClientAuthentication::Secret;
    m_profile.portal.clientSecretEntry = u"portal-secret"_s;
    m_keys.entry = entry;
    const int code = run(hasKeychain ? &m_keys : nullptr);
    QTEST(code, "code");
    QCOMPARE(m_server->requests().size(), isAsked ? 1 : 0);
    QCOMPARE(m_keys.asked, hasKeychain ? QStringList{u"portal-secret"_s} : QStringList());
    QVERIFY(!m_detail.contains(u"other"_s) && !m_detail.contains(u"s&cr"_s));
}

void TestClientAuth::certificate_ofEveryKind_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Result<QByteArray>>("password");
    QTest::addColumn<QList<int>>("codes");
    QTest::addColumn<bool>("isAsked");
    const TlsAuthority::Issued good = m_authority.issue("127.0.0.1"), foreign = m_other.issue("127.0.0.1");
    const QList<int> unusable{int(ErrorCode::ClientCredentialsUnusable)};
    // TLS 1.3 tells the client late that its certificate was refused: with the first bytes that it reads.
    const QList<int> refused{int(ErrorCode::TlsFailed), int(ErrorCode::TokenUnreachable)};
    const auto row = [](const char *name, const QByteArray &file, Result<QByteArray> password, const QList<int> &codes, bool isAsked) {
        QTest::newRow(name) << file << std::move(password) << codes << isAsked;
    };
    row("right", TlsAuthority::pkcs12(good, "pw"), "pw"_ba, {-1}, true);
    row("of another CA", TlsAuthority::pkcs12(foreign, "pw"), "pw"_ba, refused, false);
    row("wrong password", TlsAuthority::pkcs12(good, "pw"), "other"_ba, unusable, false);
    row("no password", TlsAuthority::pkcs12(good, "pw"), ""_ba, unusable, false);
    row("keychain locked", TlsAuthority::pkcs12(good, "pw"), failure(ErrorCode::KeychainLocked), {int(ErrorCode::KeychainLocked)}, false);
    row("no PKCS#12", "-----BEGIN CERTIFICATE-----", "pw"_ba, unusable, false);
    row("cut", TlsAuthority::pkcs12(good, "pw").first(200), "pw"_ba, unusable, false);
    row("no file", {}, "pw"_ba, unusable, false);
}

void TestClientAuth::certificate_ofEveryKind()
{
    QFETCH(QByteArray, file);
    QFETCH(Result<QByteArray>, password);
    QFETCH(QList<int>, codes);
    QFETCH(bool, isAsked);
    const TlsAuthority::Issued issued = m_authority.issue("127.0.0.1");
    serve({issued.certificate, m_authority.certificate()}, issued.key, true);
    m_profile.portal.clientAuthentication = ClientAuthentication::MutualTls;
    m_profile.portal.clientCertificateFile = file.isEmpty() ? m_folder.filePath(u"none"_s) : writeFile(file);
    m_profile.portal.clientCertificatePasswordEntry = u"portal-password"_s;
    m_keys.entry = password;
    const int code = run(&m_keys);
    QVERIFY2(codes.contains(code), qPrintable(QString::number(code) + m_detail));
    QCOMPARE(m_server->requests().size(), isAsked ? 1 : 0);
    QCOMPARE(m_keys.asked, QStringList{u"portal-password"_s});
    if (isAsked)
        QVERIFY(!m_server->requests().first().client.isNull());
}

void TestClientAuth::revocation_provesTheClientToo()
{
    const TlsAuthority::Issued issued = m_authority.issue("127.0.0.1"), client = m_authority.issue("127.0.0.1");
    serve({issued.certificate, m_authority.certificate()}, issued.key, true);
    m_profile.portal.clientAuthentication = ClientAuthentication::MutualTls;
    m_profile.portal.clientCertificateFile = writeFile(TlsAuthority::pkcs12(client, "pw"));
    m_keys.entry = "pw"_ba;
    FakeBrowser browser;
    ConsentFlow flow(m_profile, browser, m_clock, nullptr, &m_keys);
    std::optional<bool> isTaken;
    flow.revoke(SecretBuffer::copyOf(std::as_bytes(std::span("token-1", 7))), [&](Result<void> r) { isTaken = r.has_value(); });
    QTRY_VERIFY(isTaken);
    QVERIFY(*isTaken);
    QCOMPARE(m_server->requests().first().client, client.certificate);
    QVERIFY(m_server->requests().first().body.contains("token=token-1"));
}

void TestClientAuth::serverThatIsNotTrusted_getsNothing_data()
{
    QTest::addColumn<bool>("isIssuedByOther");
    QTest::addColumn<bool>("sendsPinnedCa");
    QTest::addColumn<int>("pin"); // 0: none, 1: the portal's CA, 2: the other one
    QTest::addColumn<bool>("trustsOther");
    QTest::newRow("unknown CA") << true << false << 0 << false;
    QTest::newRow("CA that is not pinned") << true << false << 1 << true;
    QTest::newRow("pinned CA only sent along") << true << true << 1 << true;
    QTest::newRow("pin of another CA") << false << false << 2 << false;
}

void TestClientAuth::serverThatIsNotTrusted_getsNothing()
{
    QFETCH(bool, isIssuedByOther);
    QFETCH(bool, sendsPinnedCa);
    QFETCH(int, pin);
    QFETCH(bool, trustsOther);
    if (trustsOther) {
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificate(m_other.certificate());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    const TlsAuthority &issuer = isIssuedByOther ? m_other : m_authority;
    const TlsAuthority::Issued issued = issuer.issue("127.0.0.1");
    QList<QSslCertificate> chain{issued.certificate, issuer.certificate()};
    if (sendsPinnedCa)
        chain.append(m_authority.certificate());
    serve(chain, issued.key, false);
    if (pin != 0)
        m_profile.pins = {(pin == 1 ? m_authority : m_other).pin()};
    QCOMPARE(run(nullptr), int(ErrorCode::TlsFailed));
    QVERIFY(m_server->requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestClientAuth)
#include "tst_clientauth.moc"
