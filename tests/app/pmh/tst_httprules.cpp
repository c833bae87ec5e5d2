// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "pmhfixture.h"

#include "app/pmh/pinning.h"
#include "app/pmh/breaker.h"
#include "app/pmh/recordcodec.h"
#include "app/pmh/tokenbucket.h"
#include "tlsauthority.h"

#include <QRandomGenerator>
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
    void placeUnderWayFillsUpOnlyAfterItsAnswer();
    void kiosksShareTheLimits();
    void twentyKiosksAreNeverRefusedAndNoneStarves();
    void tooManyRequestsHalveTheRateForAMinute();
    void breakerIsDefinedForEveryEventInEveryState();
    void breakerLetsOneProbeThroughAfterItsWait();
    void openBreakerFailsInquiriesButNoRegistration();
    void answerAtTheLimitIsTakenAndOneByteMoreIsNot();
    void answerThatIsTooDeepIsUnreadable();
    void answerThatDripsBeyondTheTotalTimeIsGivenUp();
    void silenceIsToldBeforeTheTimeOut();
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
    for (int i = 0; i < 3; ++i) {
        QVERIFY(bucket.take(0));
        bucket.finished(0);
    }
    QVERIFY(!bucket.take(0));
    const qint64 wait = bucket.waitMs(0);
    QVERIFY2(wait >= 100 && wait <= 105, qPrintable(QString::number(wait)));
    QVERIFY(!bucket.take(wait - 10));
    QVERIFY(bucket.take(wait));
    bucket.finished(wait);
    // Idle time fills it up to the burst, no further.
    for (int i = 0; i < 3; ++i)
        QVERIFY(bucket.take(100000));
    QVERIFY(!bucket.take(100000));
    // A clock that goes back gives and takes nothing.
    TokenBucket ahead(1.0, 1);
    QVERIFY(ahead.take(5000));
    ahead.finished(5000);
    QVERIFY(!ahead.take(4000));
}

void HttpRulesTest::placeUnderWayFillsUpOnlyAfterItsAnswer()
{
    TokenBucket bucket(1.0, 1);
    QVERIFY(bucket.take(0));
    QVERIFY2(!bucket.take(60000), "the server may see it only now");
    bucket.finished(60000);
    QVERIFY(!bucket.take(60500));
    QVERIFY(bucket.take(61100));
}

void HttpRulesTest::kiosksShareTheLimits()
{
    TokenBucket share = TokenBucket::shareOf(40.0, 60, 20);
    int taken = 0;
    while (share.take(0))
        ++taken;
    QCOMPARE(taken, 3);
    for (int i = 0; i < 3; ++i)
        share.finished(0);
    const qint64 wait = share.waitMs(0);
    QVERIFY2(wait >= 500 && wait <= 520, qPrintable(QString::number(wait)));
    // Nobody is left without any.
    TokenBucket small = TokenBucket::shareOf(1.0, 1, 20);
    QVERIFY(small.take(0));
}

/// Ten minutes of twenty kiosks that always want more, on lines of their own, at a server that counts strictly: in
/// virtual time, so that no machine is too slow for it.
void HttpRulesTest::twentyKiosksAreNeverRefusedAndNoneStarves()
{
    constexpr int kiosks = 20, perSecond = 60, burst = 60;
    constexpr qint64 tenMinutes = 600'000;
    struct Kiosk
    {
        TokenBucket bucket = TokenBucket::shareOf(perSecond, burst, kiosks);
        QList<QPair<qint64, qint64>> underWay; ///< when it arrives, when its answer is back
        int answered = 0;
        qint64 lastTurn = 0, longestWait = 0;
    };
    std::vector<Kiosk> all(kiosks);
    QRandomGenerator random(20260511);
    double tokens = burst;
    int refused = 0;
    for (qint64 now = 0; now < tenMinutes; ++now) {
        tokens = std::min<double>(burst, tokens + perSecond / 1000.0);
        for (Kiosk &kiosk : all) {
            for (const auto &[arrives, isBack] : std::as_const(kiosk.underWay)) {
                if (arrives == now && (tokens -= 1.0) < 0.0) {
                    tokens += 1.0;
                    ++refused;
                }
                if (isBack == now) {
                    kiosk.bucket.finished(now);
                    ++kiosk.answered;
                }
            }
            kiosk.underWay.removeIf([now](const auto &request) { return request.second == now; });
            while (kiosk.bucket.take(now)) {
                const qint64 arrives = now + 1 + random.bounded(400);
                kiosk.underWay.append({arrives, arrives + 1 + random.bounded(400)});
                kiosk.longestWait = std::max(kiosk.longestWait, now - std::exchange(kiosk.lastTurn, now));
            }
        }
    }
    QCOMPARE(refused, 0);
    const auto [least, most] = std::ranges::minmax(all, {}, &Kiosk::answered);
    QVERIFY2(least.answered * 10 >= most.answered * 9, qPrintable(u"%1 to %2"_s.arg(least.answered).arg(most.answered)));
    QVERIFY2(least.answered > int(tenMinutes / 1000) * perSecond / kiosks * 6 / 10, qPrintable(QString::number(least.answered)));
    for (const Kiosk &kiosk : all)
        QVERIFY2(kiosk.longestWait < 2500, qPrintable(QString::number(kiosk.longestWait)));
}

void HttpRulesTest::tooManyRequestsHalveTheRateForAMinute()
{
    TokenBucket bucket(10.0, 5);
    bucket.slowDown(0);
    QVERIFY(!bucket.take(0));
    const qint64 slow = bucket.waitMs(0);
    QVERIFY2(slow >= 200 && slow <= 210, qPrintable(QString::number(slow)));
    QVERIFY(bucket.take(slow));
    bucket.finished(slow);
    // After the minute as before.
    for (int i = 0; i < 5; ++i) {
        QVERIFY(bucket.take(70000));
        bucket.finished(70000);
    }
    const qint64 usual = bucket.waitMs(70000);
    QVERIFY2(usual >= 100 && usual <= 105, qPrintable(QString::number(usual)));
}

void HttpRulesTest::breakerIsDefinedForEveryEventInEveryState()
{
    using S = Breaker::State;
    using E = Breaker::Event;
    for (const S state : {S::Closed, S::Open, S::HalfOpen}) {
        QCOMPARE(Breaker::next(state, E::Succeeded), S::Closed);
        QCOMPARE(Breaker::next(state, E::FailedOften), S::Open);
    }
    QCOMPARE(Breaker::next(S::Closed, E::Failed), S::Closed);
    QCOMPARE(Breaker::next(S::Open, E::Failed), S::Open);
    QCOMPARE(Breaker::next(S::HalfOpen, E::Failed), S::Open);
    QCOMPARE(Breaker::next(S::Closed, E::WaitOver), S::Closed);
    QCOMPARE(Breaker::next(S::Open, E::WaitOver), S::HalfOpen);
    QCOMPARE(Breaker::next(S::HalfOpen, E::WaitOver), S::HalfOpen);
}

void HttpRulesTest::breakerLetsOneProbeThroughAfterItsWait()
{
    Breaker breaker;
    for (int i = 0; i < Breaker::troublesToOpen; ++i) {
        QVERIFY(breaker.admits(i));
        breaker.failed(i, i < 2 ? ErrorCode::ServerTimeout : ErrorCode::ProxyUnreachable);
        QVERIFY(breaker.isTroubled());
    }
    QVERIFY(!breaker.admits(1000));
    QCOMPARE(breaker.why(), ErrorCode::ProxyUnreachable); // the last one
    QVERIFY(breaker.admits(2 + Breaker::waitMs));
    QCOMPARE(breaker.state(), Breaker::State::HalfOpen);
    QVERIFY2(!breaker.admits(3 + Breaker::waitMs), "one probe at a time");
    breaker.failed(4 + Breaker::waitMs, ErrorCode::ServerUnreachable);
    QVERIFY(!breaker.admits(5 + Breaker::waitMs));
    QVERIFY(breaker.admits(4 + 2 * Breaker::waitMs));
    breaker.succeeded();
    QVERIFY(breaker.admits(5 + 2 * Breaker::waitMs));
    QVERIFY(!breaker.isTroubled());
}

void HttpRulesTest::openBreakerFailsInquiriesButNoRegistration()
{
    ScriptedServer server;
    bool isDown = true;
    StoredQuestionnaire stored;
    server.handler = [&](const ReceivedRequest &request) {
        if (isDown)
            return Reaction::json("<html>", 502);
        if (request.body.contains("Register"))
            return stored.store(request);
        return Reaction::json(stored.inquired());
    };
    const SystemClock clock;
    PmhClient client(profileFor(server), clock, quick());
    QList<bool> told;
    connect(&client, &PmhClient::troubledChanged, this, [&](bool isTroubled) { told.append(isTroubled); });
    const auto inquire = [&] {
        return waitFor<QuestionnaireRecord>([&](auto reply) { client.inquireQuestionnaire(u"q1"_s, reply); });
    };
    for (int i = 0; i < Breaker::troublesToOpen; ++i)
        QCOMPARE(inquire().error().code, ErrorCode::ServerError);
    QCOMPARE(told, QList<bool>{true});
    const auto asked = server.requests.size();
    QCOMPARE(inquire().error().code, ErrorCode::ServerUnreachable);
    QCOMPARE(server.requests.size(), asked);
    // It works again: the registration does not wait for a probe, and everybody hears of it.
    isDown = false;
    const auto result = registerFever(client);
    QCOMPARE(result->outcome, RegistrationOutcome::Confirmed);
    QCOMPARE(told, QList<bool>({true, false}));
    QVERIFY(inquire());
}

void HttpRulesTest::answerAtTheLimitIsTakenAndOneByteMoreIsNot()
{
    ScriptedServer server;
    const QByteArray head = R"({"questionnaires":[],"x":")", tail = "\"}";
    qsizetype size = 2048;
    server.handler = [&](const ReceivedRequest &) {
        return Reaction::json(head + QByteArray(size - head.size() - tail.size(), 'x') + tail);
    };
    ConnectionProfile profile = profileFor(server);
    profile.limits.maxJsonBytes = 2048;
    const SystemClock clock;
    PmhClient client(profile, clock, quick());
    QVERIFY(waitFor<QList<QuestionnaireSummary>>([&](auto r) { client.inquireQuestionnaires(r); }));
    ++size;
    const auto above = waitFor<QList<QuestionnaireSummary>>([&](auto r) { client.inquireQuestionnaires(r); });
    QCOMPARE(above.error().code, ErrorCode::AnswerTooLarge);
}

void HttpRulesTest::answerThatIsTooDeepIsUnreadable()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) {
        return Reaction::json(R"({"questionnaires":[],"x":)" + QByteArray(65, '[') + QByteArray(65, ']') + "}");
    };
    const SystemClock clock;
    PmhClient client(profileFor(server), clock, quick());
    const auto result = waitFor<QList<QuestionnaireSummary>>([&](auto r) { client.inquireQuestionnaires(r); });
    QCOMPARE(result.error().code, ErrorCode::AnswerUnreadable);
}

void HttpRulesTest::answerThatDripsBeyondTheTotalTimeIsGivenUp()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
        auto *drip = new QTimer(socket);
        connect(drip, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        drip->start(10);
    });
    ScriptedServer unused;
    ConnectionProfile profile = profileFor(unused);
    profile.areas[u"vaccination"_s].url = QUrl("http://127.0.0.1:%1/v4"_L1.arg(QString::number(server.serverPort())));
    profile.limits.totalTimeoutMs = 150;
    const SystemClock clock;
    PmhClient client(profile, clock, quick());
    const auto result = waitFor<QList<QuestionnaireSummary>>([&](auto r) { client.inquireQuestionnaires(r); });
    QCOMPARE(result.error().code, ErrorCode::ServerTimeout);
}

void HttpRulesTest::silenceIsToldBeforeTheTimeOut()
{
    ScriptedServer server;
    server.handler = [](const ReceivedRequest &) { return Reaction::broken(Reaction::Kind::Silence); };
    PmhTimings timings = quick();
    timings.slowMs = 50;
    const SystemClock clock;
    PmhClient client(profileFor(server), clock, timings);
    QSignalSpy told(&client, &PmhClient::troubledChanged);
    client.inquireQuestionnaires([](const auto &) {});
    QVERIFY(QTest::qWaitFor([&] { return !told.isEmpty(); }, 3000));
    QVERIFY(client.isTroubled());
    QVERIFY2(PmhTimings().slowMs < 10000, "people hear of it within ten seconds");
}

void HttpRulesTest::retryAfterOfMaintenanceIsShownAsTokyoTime()
{
    const QDateTime now(QDate(2026, 4, 1), QTime(20, 0), Qt::UTC);
    const Error maintenance = errorOf({503, 3600, {}}, ApiError{u"E5031"_s}, now);
    QCOMPARE(maintenance.code, ErrorCode::Maintenance);
    QCOMPARE(maintenance.arguments, QStringList(u"06:00"_s));
    QCOMPARE(errorOf({503, 86400, {}}, ApiError{u"E5031"_s}, now).arguments, QStringList(u"4/3 05:00"_s));
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
