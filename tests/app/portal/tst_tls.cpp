// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/pmh/client.h"
#include "app/portal/tokenendpoint.h"
#include "tests/app/pmh/pmhfixture.h"
#include "tests/app/pmh/tlsauthority.h"

#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

constexpr auto tokenCanary = "token-canary-4711", codeCanary = "code-canary-0815";

/// `openssl s_server` on loopback, ended with the object. It prints whatever application data it gets.
class OpensslServer
{
public:
    OpensslServer(const QTemporaryDir &folder, const TlsAuthority::Issued &issued, const QSslCertificate &issuer,
                  const QStringList &options)
    {
        write(folder.filePath(u"server.pem"_s), issued.certificate.toPem() + issued.key.toPem());
        write(folder.filePath(u"issuer.pem"_s), issuer.toPem());
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        QObject::connect(&m_process, &QProcess::readyRead, &m_process, [this] { take(); });
        m_process.start(u"openssl"_s, QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s,
                                                  folder.filePath(u"server.pem"_s), u"-cert_chain"_s,
                                                  folder.filePath(u"issuer.pem"_s)} + options);
    }
    ~OpensslServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] bool isReady()
    {
        return QTest::qWaitFor([this] { return port() != 0; }, 10000);
    }
    [[nodiscard]] QUrl url() const { return QUrl("https://127.0.0.1:%1/x"_L1.arg(QString::number(port()))); }
    [[nodiscard]] int port() const
    {
        static constexpr QByteArrayView mark("ACCEPT 127.0.0.1:");
        const qsizetype at = m_printed.indexOf(mark);
        const qsizetype end = at < 0 ? -1 : m_printed.indexOf('\n', at);
        return end < 0 ? 0 : m_printed.mid(at + mark.size(), end - at - mark.size()).trimmed().toInt();
    }
    [[nodiscard]] const QByteArray &printed() const { return m_printed; }
    /// What is written back once a request has come.
    QByteArray answer;

private:
    static void write(const QString &name, const QByteArray &content)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void take()
    {
        m_printed += m_process.readAll();
        if (!answer.isEmpty() && m_printed.contains("POST ")) {
            m_process.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(answer.size()) + "\r\n\r\n" + answer);
            answer.clear();
        }
    }

    QProcess m_process;
    QByteArray m_printed;
};

/// Whether a client that minds nothing gets through to the server: then a refusal is the program's own.
bool isServedToWhoMindsNothing(int port)
{
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(u"openssl"_s, {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(port), u"-min_protocol"_s, u"TLSv1"_s,
                                u"-cipher"_s, u"ALL:eNULL:aNULL@SECLEVEL=0"_s});
    client.closeWriteChannel();
    if (!QTest::qWaitFor([&] { return client.state() == QProcess::NotRunning; }, 10000))
        client.kill();
    client.waitForFinished();
    const QByteArray printed = client.readAll();
    return printed.contains("Cipher is ") && !printed.contains("Cipher is (NONE)");
}

/// Trusts an authority for as long as it lives.
class Trust
{
public:
    explicit Trust(const QSslCertificate &certificate)
        : m_before(QSslConfiguration::defaultConfiguration())
    {
        QSslConfiguration trusting = m_before;
        trusting.addCaCertificate(certificate);
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    ~Trust() { QSslConfiguration::setDefaultConfiguration(m_before); }

private:
    QSslConfiguration m_before;
};

} // namespace

Q_DECLARE_METATYPE(TlsAuthority::Request)

/// Both halves of the program that speak TLS, the PMH client and the token endpoint, against `openssl s_server`.
class TestTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void serverThatCannotBeTrusted_isRefusedBeforeAnythingIsSent_data();
    void serverThatCannotBeTrusted_isRefusedBeforeAnythingIsSent();
    void plainTextOnThePort_isRefusedBeforeAnythingIsSent();
    void clientCertificate_decidesWhetherTheCodeIsTaken_data();
    void clientCertificate_decidesWhetherTheCodeIsTaken();

private:
    enum class Signer { Known, Unknown, Itself };
    enum class Pin { None, Right, Wrong };
    enum class Outcome { Taken, RefusedByServer, NotTried };

    void serveAt(const QUrl &url);
    Result<QList<QuestionnaireSummary>> inquire();
    Result<AccessToken> exchange(KeyStore *keys = nullptr);
    static TlsAuthority::Issued issued(const TlsAuthority &known, const TlsAuthority &unknown, Signer signer,
                                       const TlsAuthority::Request &request);

    std::unique_ptr<QTemporaryDir> m_folder;
    ConnectionProfile m_profile;
    SystemClock m_clock;
};

void TestTls::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    ScriptedServer unused;
    m_profile = fixture::profileFor(unused);
}

void TestTls::serveAt(const QUrl &url)
{
    m_profile.areas[u"vaccination"_s].url = url;
    m_profile.portal.tokenUrl = url;
}

Result<QList<QuestionnaireSummary>> TestTls::inquire()
{
    PmhClient client(m_profile, m_clock, fixture::quick());
    client.setAccessToken(fixture::secret(tokenCanary));
    return fixture::waitFor<QList<QuestionnaireSummary>>([&](auto reply) { client.inquireQuestionnaires(reply); });
}

Result<AccessToken> TestTls::exchange(KeyStore *keys)
{
    TokenEndpoint endpoint(m_profile, m_clock, keys);
    std::optional<Result<AccessToken>> result;
    endpoint.exchange({codeCanary, "verifier", QUrl(u"http://127.0.0.1:1/callback"_s)},
                      [&](Result<AccessToken> got) { result.emplace(std::move(got)); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 10000))
        return failure(ErrorCode::Internal, u"no reply"_s);
    return std::move(*result);
}

TlsAuthority::Issued TestTls::issued(const TlsAuthority &known, const TlsAuthority &unknown, Signer signer,
                                     const TlsAuthority::Request &request)
{
    switch (signer) {
    case Signer::Known: return known.issue(request);
    case Signer::Unknown: return unknown.issue(request);
    case Signer::Itself: break;
    }
    return TlsAuthority::selfSigned(request);
}

void TestTls::serverThatCannotBeTrusted_isRefusedBeforeAnythingIsSent_data()
{
    using Request = TlsAuthority::Request;
    QTest::addColumn<Signer>("signer");
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("options");
    QTest::addColumn<Pin>("pin");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const char *name, Signer signer, const Request &request, const QString &options = {},
                        Pin pin = Pin::None, bool isTaken = false) {
        QTest::newRow(name) << signer << request << options << pin << isTaken;
    };
    constexpr long day = 86400;
    // The controls: the same server, with nothing wrong.
    row("good", Signer::Known, {}, {}, Pin::None, true);
    row("good, TLS 1.2", Signer::Known, {}, u"-tls1_2"_s, Pin::None, true);
    row("good, TLS 1.3, pinned", Signer::Known, {}, u"-tls1_3"_s, Pin::Right, true);
    row("good, RSA 2048", Signer::Known, {.rsaBits = 2048}, {}, Pin::Right, true);
    row("TLS 1.0", Signer::Known, {}, u"-tls1 -cipher ALL@SECLEVEL=0"_s);
    row("TLS 1.1", Signer::Known, {}, u"-tls1_1 -cipher ALL@SECLEVEL=0"_s);
    row("no encryption", Signer::Known, {.rsaBits = 2048}, u"-tls1_2 -cipher NULL-SHA256:@SECLEVEL=0"_s);
    row("no certificate", Signer::Known, {}, u"-tls1_2 -cipher aNULL@SECLEVEL=0"_s);
    row("other address", Signer::Known, {.alternativeName = "IP:127.0.0.2"});
    row("name instead of address", Signer::Known, {.alternativeName = "DNS:localhost"});
    row("no name at all", Signer::Known, {.alternativeName = {}});
    row("self-signed", Signer::Itself, {});
    row("unknown issuer", Signer::Unknown, {});
    row("expired", Signer::Known, {.secondsUntilValid = -2 * day, .secondsUntilExpired = -day});
    row("not yet valid", Signer::Known, {.secondsUntilValid = day, .secondsUntilExpired = 2 * day});
    row("RSA 1024", Signer::Known, {.rsaBits = 1024}, u"-cipher ALL@SECLEVEL=0"_s);
    row("SHA-1 signature", Signer::Known, {.digest = EVP_sha1()}, u"-cipher ALL@SECLEVEL=0"_s);
    row("another issuer than pinned", Signer::Known, {}, {}, Pin::Wrong);
    row("another issuer than pinned, TLS 1.2", Signer::Known, {}, u"-tls1_2"_s, Pin::Wrong);
    row("self-signed though its issuer's pin is right", Signer::Itself, {}, {}, Pin::Right);
}

void TestTls::serverThatCannotBeTrusted_isRefusedBeforeAnythingIsSent()
{
    QFETCH(const Signer, signer);
    QFETCH(const TlsAuthority::Request, request);
    QFETCH(const QString, options);
    QFETCH(const Pin, pin);
    QFETCH(const bool, isTaken);
    const TlsAuthority known("known"), unknown("unknown");
    const Trust trust(known.certificate());
    OpensslServer server(*m_folder, issued(known, unknown, signer, request),
                         (signer == Signer::Unknown ? unknown : known).certificate(),
                         options.split(u' ', Qt::SkipEmptyParts));
    QVERIFY2(server.isReady(), server.printed().constData());
    serveAt(server.url());
    if (pin != Pin::None)
        m_profile.pins = {(pin == Pin::Right ? known : unknown).pin()};

    if (isTaken)
        server.answer = R"({"questionnaires":[]})";
    const auto inquired = inquire();
    QCOMPARE(inquired.has_value(), isTaken);
    if (!isTaken)
        QCOMPARE(inquired.error().code, ErrorCode::TlsFailed);

    if (isTaken)
        server.answer = R"({"access_token":"t","token_type":"Bearer","expires_in":600})";
    const auto exchanged = exchange();
    QCOMPARE(exchanged.has_value(), isTaken);
    if (!isTaken)
        QCOMPARE(exchanged.error().code, ErrorCode::TlsFailed);

    // The server takes one after the other: whatever the two have sent has come when a third is served.
    QVERIFY(isServedToWhoMindsNothing(server.port()));
    QCOMPARE(server.printed().contains("POST "), isTaken);
    QCOMPARE(server.printed().contains(tokenCanary), isTaken);
    QCOMPARE(server.printed().contains(codeCanary), isTaken);
}

void TestTls::plainTextOnThePort_isRefusedBeforeAnythingIsSent()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&received, socket] {
            received += socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n{\"questionnaires\":[]}\n");
        });
    });
    serveAt(QUrl("https://127.0.0.1:%1/x"_L1.arg(QString::number(server.serverPort()))));
    QCOMPARE(inquire().error().code, ErrorCode::TlsFailed);
    QCOMPARE(exchange().error().code, ErrorCode::TlsFailed);
    QVERIFY(!received.isEmpty()); // the client's hello
    QVERIFY(!received.contains("POST "));
    QVERIFY(!received.contains(tokenCanary));
    QVERIFY(!received.contains(codeCanary));
}

void TestTls::clientCertificate_decidesWhetherTheCodeIsTaken_data()
{
    QTest::addColumn<bool>("isIssuerKnown");
    QTest::addColumn<bool>("isInProfile");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("version");
    QTest::addColumn<Outcome>("outcome");
    for (const char *version : {"-tls1_2", "-tls1_3"}) {
        const auto row = [version](const char *name, bool isIssuerKnown, bool isInProfile, const QByteArray &password,
                                   Outcome outcome) {
            QTest::addRow("%s, %s", name, version)
                << isIssuerKnown << isInProfile << password << QString::fromLatin1(version) << outcome;
        };
        row("right", true, true, "right", Outcome::Taken);
        row("of an issuer that the server does not know", false, true, "right", Outcome::RefusedByServer);
        row("not in the profile", true, false, {}, Outcome::RefusedByServer);
        row("wrong password in the keychain", true, true, "wrong", Outcome::NotTried);
        row("no password in the keychain", true, true, {}, Outcome::NotTried);
    }
}

void TestTls::clientCertificate_decidesWhetherTheCodeIsTaken()
{
    QFETCH(const bool, isIssuerKnown);
    QFETCH(const bool, isInProfile);
    QFETCH(const QByteArray, password);
    QFETCH(const QString, version);
    QFETCH(const Outcome, outcome);
    const TlsAuthority known("known"), unknown("unknown");
    const Trust trust(known.certificate());
    OpensslServer server(*m_folder, known.issue(TlsAuthority::Request{}), known.certificate(),
                         {version, u"-Verify"_s, u"1"_s, u"-verify_return_error"_s, u"-CAfile"_s,
                          m_folder->filePath(u"issuer.pem"_s)});
    QVERIFY2(server.isReady(), server.printed().constData());
    server.answer = R"({"access_token":"t","token_type":"Bearer","expires_in":600})";
    serveAt(server.url());
    const auto keys = makeMemoryKeyStore();
    if (isInProfile) {
        QFile file(m_folder->filePath(u"client.p12"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const TlsAuthority &issuer = isIssuerKnown ? known : unknown;
        file.write(TlsAuthority::pkcs12(issuer.issue(TlsAuthority::Request{.alternativeName = "DNS:client"}), "right"));
        file.close();
        m_profile.portal.clientAuthentication = ClientAuthentication::MutualTls;
        m_profile.portal.clientCertificateFile = file.fileName();
        m_profile.portal.clientCertificatePasswordEntry = u"entry"_s;
        if (!password.isEmpty())
            keys->write(u"entry"_s, password, [](const Result<void> &) {});
    }
    const auto exchanged = exchange(keys.get());
    QCOMPARE(exchanged.has_value(), outcome == Outcome::Taken);
    QCOMPARE(server.printed().contains(codeCanary), outcome == Outcome::Taken);
    if (outcome == Outcome::RefusedByServer)
        QCOMPARE(exchanged.error().code, ErrorCode::TlsFailed);
    if (outcome == Outcome::NotTried)
        QCOMPARE(exchanged.error().detail, u"the client certificate cannot be opened"_s);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
