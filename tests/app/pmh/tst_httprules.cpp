// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "pmhfixture.h"

#include "app/pmh/pinning.h"
#include "app/pmh/tokenbucket.h"
#include "tlsauthority.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace fixture;

/// Waiting, rate, time-outs and TLS.
class HttpRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void retryAfterIsReadInBothForms_data();
    void retryAfterIsReadInBothForms();
    void inquiryWaitsAsTheRulesSay();
    void pollsGrowUpToTheirLimit();
    void bucketLetsABurstThroughAndThenEvenly();
    void retryAfterOfMaintenanceIsShownAsTokyoTime();
    void codeThatIsNoneStaysOutOfTheDetail();
    void silentServerEndsInATimeOut();
    void pinnedIssuerMustHaveSigned();
    void untrustedServerIsNeverAsked_data();
    void untrustedServerIsNeverAsked();
};

void HttpRulesTest::retryAfterIsReadInBothForms_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("seconds"); // -1: none
    QTest::newRow("number") << QByteArray("7") << qint64(7);
    QTest::newRow("zero with blanks") << QByteArray(" 0 ") << qint64(0);
    QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
    QTest::newRow("date") << QByteArray("Wed, 01 Apr 2026 00:00:09 GMT") << qint64(9);
    QTest::newRow("date gone by") << QByteArray("Tue, 31 Mar 2026 23:59:59 GMT") << qint64(0);
    QTest::newRow("text") << QByteArray("soon") << qint64(-1);
    QTest::newRow("nothing") << QByteArray() << qint64(-1);
}

void HttpRulesTest::retryAfterIsReadInBothForms()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, seconds);
    const QDateTime now(QDate(2026, 4, 1), QTime(0, 0), Qt::UTC);
    QCOMPARE(retryAfterSeconds(header, now).value_or(-1), seconds);
}

void HttpRulesTest::inquiryWaitsAsTheRulesSay()
{
    const PmhTimings timings;
    const auto answer = [](int status, std::optional<qint64> retryAfter = {}) {
        return HttpOutcome(HttpAnswer{status, retryAfter, {}});
    };
    const auto delay = [&](const HttpOutcome &outcome, int tries, double random) {
        return retryDelayMs(timings, outcome, tries, random);
    };
    // Full jitter under 1 s, then 2 s; after the third try nothing.
    QCOMPARE(delay(answer(503), 1, 0.0), std::optional<qint64>(0));
    QCOMPARE(delay(answer(503), 1, 0.999), std::optional<qint64>(999));
    QCOMPARE(delay(answer(429), 2, 0.5), std::optional<qint64>(1000));
    QCOMPARE(delay(answer(429), 3, 0.5), std::optional<qint64>());
    // Retry-After as sent, without jitter and growth; not above 30 s.
    QCOMPARE(delay(answer(429, 30), 2, 0.5), std::optional<qint64>(30000));
    QCOMPARE(delay(answer(503, 31), 1, 0.5), std::optional<qint64>());
    QCOMPARE(delay(answer(503, std::numeric_limits<qint64>::max()), 1, 0.5), std::optional<qint64>());
    for (const int status : {200, 400, 401, 403, 404, 409, 413, 500, 502})
        QCOMPARE(delay(answer(status, 1), 1, 0.5), std::optional<qint64>());
    const HttpOutcome broken = std::unexpected(HttpFailure{{}, true, true});
    const HttpOutcome untrusted = std::unexpected(HttpFailure{{}, true, false});
    QCOMPARE(delay(broken, 1, 0.5), std::optional<qint64>(500));
    QCOMPARE(delay(untrusted, 1, 0.5), std::optional<qint64>());
}

void HttpRulesTest::pollsGrowUpToTheirLimit()
{
    const PmhTimings timings;
    QList<qint64> delays;
    for (int poll = 0; poll < 5; ++poll)
        delays << pollDelayMs(timings, std::nullopt, poll);
    QCOMPARE(delays, QList<qint64>({1000, 2000, 4000, 5000, 5000}));
    QCOMPARE(pollDelayMs(timings, 7, 0), 7000);
    QVERIFY(pollDelayMs(timings, 3600, 0) > timings.totalPollMs);
    QVERIFY(pollDelayMs(timings, std::numeric_limits<qint64>::max(), 0) > timings.totalPollMs);
}

void HttpRulesTest::bucketLetsABurstThroughAndThenEvenly()
{
    TokenBucket bucket(10.0, 3);
    QList<qint64> waits;
    for (int i = 0; i < 5; ++i)
        waits << bucket.reserve(0);
    QCOMPARE(waits, QList<qint64>({0, 0, 0, 100, 200}));
    QCOMPARE(bucket.reserve(200), 100);
    // Idle time fills it up to the burst, no further.
    QCOMPARE(bucket.reserve(100000), 0);
    QCOMPARE(bucket.reserve(100000), 0);
    QCOMPARE(bucket.reserve(100000), 0);
    QCOMPARE(bucket.reserve(100000), 100);
    // A clock that goes back gives and takes nothing.
    TokenBucket ahead(1.0, 1);
    QCOMPARE(ahead.reserve(5000), 0);
    QCOMPARE(ahead.reserve(4000), 1000);
}

void HttpRulesTest::retryAfterOfMaintenanceIsShownAsTokyoTime()
{
    const QDateTime now(QDate(2026, 4, 1), QTime(20, 0), Qt::UTC);
    const Error maintenance = errorOf({503, 3600, {}}, ApiError{u"E5031"_s}, now);
    QCOMPARE(maintenance.code, ErrorCode::Maintenance);
    QCOMPARE(maintenance.arguments, QStringList(u"06:00"_s));
    const Error busy = errorOf({429, 45, {}}, ApiError{u"E4291"_s}, now);
    QCOMPARE(busy.arguments, QStringList(u"45"_s));
}

void HttpRulesTest::codeThatIsNoneStaysOutOfTheDetail()
{
    const Error error = errorOf({400, {}, {}}, ApiError{u"山田太郎"_s}, QDateTime());
    QCOMPARE(error.code, ErrorCode::RequestRefused);
    QCOMPARE(error.detail, u"HTTP 400 (unknown code)"_s);
}

void HttpRulesTest::silentServerEndsInATimeOut()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::broken(Reaction::Kind::Silence); };
    ConnectionProfile profile = profileFor(server);
    profile.limits.totalTimeoutMs = 150;
    const SystemClock clock;
    PmhClient client(profile, clock, quick());
    const auto result = waitFor<QList<QuestionnaireSummary>>([&](auto r) { client.inquireQuestionnaires(r); });
    QCOMPARE(result.error().code, ErrorCode::ServerTimeout);
    QCOMPARE(server.requests.size(), 3);
}

void HttpRulesTest::pinnedIssuerMustHaveSigned()
{
    const TlsAuthority good("good"), other("other");
    const QSslCertificate leaf = good.issue("127.0.0.1").certificate;
    const auto pin = [](const TlsAuthority &authority) { return QStringList(authority.pin()); };
    QVERIFY(matchesPins({leaf, good.certificate()}, {}, {}));
    QVERIFY(matchesPins({leaf, good.certificate()}, {}, pin(good)));
    QVERIFY(matchesPins({leaf}, {other.certificate(), good.certificate()}, pin(good)));
    QVERIFY(!matchesPins({leaf, good.certificate()}, {}, pin(other)));
    // The pinned certificate is merely sent along: it has signed nothing.
    QVERIFY(!matchesPins({leaf, other.certificate(), good.certificate()}, {}, pin(other)));
    QVERIFY(!matchesPins({leaf}, {}, pin(good)));
    QVERIFY(!matchesPins({}, {good.certificate()}, pin(good)));
    // Another key under the same name.
    const TlsAuthority namesake("good");
    QVERIFY(!matchesPins({leaf, namesake.certificate()}, {}, pin(namesake)));
}

void HttpRulesTest::untrustedServerIsNeverAsked_data()
{
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<bool>("isOldTls");
    QTest::addColumn<int>("pin"); // 0 none, 1 right, 2 wrong
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("unknown CA") << false << false << 0 << false;
    QTest::newRow("unknown CA with its pin") << false << false << 1 << false;
    QTest::newRow("known CA") << true << false << 0 << true;
    QTest::newRow("known CA with its pin") << true << false << 1 << true;
    QTest::newRow("known CA with another pin") << true << false << 2 << false;
    QTest::newRow("TLS 1.1") << true << true << 0 << false;
}

void HttpRulesTest::untrustedServerIsNeverAsked()
{
    QFETCH(bool, isTrusted);
    QFETCH(bool, isOldTls);
    QFETCH(int, pin);
    QFETCH(bool, isAsked);
    const TlsAuthority authority("good"), other("other");
    const TlsAuthority::Issued issued = authority.issue("127.0.0.1");
    QSslConfiguration serving;
    serving.setLocalCertificateChain({issued.certificate, authority.certificate()});
    serving.setPrivateKey(issued.key);
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    if (isOldTls)
        serving.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    QSslServer server;
    server.setSslConfiguration(serving);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&received, socket] {
            received += socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n{\"questionnaires\":[]}\n");
        });
    });

    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    if (isTrusted)
        trusting.addCaCertificate(authority.certificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    ScriptedServer unused;
    ConnectionProfile profile = profileFor(unused);
    profile.areas[u"vaccination"_s].url = QUrl("https://127.0.0.1:%1/v4"_L1.arg(QString::number(server.serverPort())));
    if (pin != 0)
        profile.pins = {(pin == 1 ? authority : other).pin()};
    const SystemClock clock;
    PmhClient client(profile, clock, quick());
    client.setAccessToken(secret("token-1"));
    const auto result = waitFor<QList<QuestionnaireSummary>>([&](auto r) { client.inquireQuestionnaires(r); });
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(result.has_value(), isAsked);
    QCOMPARE(received.contains("token-1"), isAsked);
    if (!isAsked) {
        QVERIFY(received.isEmpty());
        QCOMPARE(result.error().code, ErrorCode::TlsFailed);
    }
}

QTEST_GUILESS_MAIN(HttpRulesTest)
#include "tst_httprules.moc"
