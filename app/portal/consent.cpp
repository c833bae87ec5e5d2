// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/consent.h"

#include "app/base/clock.h"
#include "app/portal/callback.h"
#include "app/portal/loopbacklistener.h"
#include "app/portal/pkce.h"
#include "app/portal/tokenendpoint.h"

#include <QTimer>
#include <QUrlQuery>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int verifierBytes = 32;
constexpr int stateBytes = 32;
constexpr int lookAtClockMs = 1000;

/// What one run is tied together by; wiped at its end.
struct RunSecrets
{
    QUrl redirectUri;
    QByteArray state, verifier;
};

QUrl portalAddress(const QUrl &page, const QString &clientId, const QStringList &scopes, const RunSecrets &secrets)
{
    QUrl address = page;
    QUrlQuery query(address);
    const auto add = [&query](const QString &name, const QString &value) {
        // QUrlQuery leaves '+' and '&' in values to its caller.
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add(u"response_type"_s, u"code"_s);
    add(u"client_id"_s, clientId);
    add(u"redirect_uri"_s, secrets.redirectUri.toString(QUrl::FullyEncoded));
    add(u"state"_s, QString::fromLatin1(secrets.state));
    add(u"code_challenge"_s, QString::fromLatin1(codeChallenge(secrets.verifier)));
    add(u"code_challenge_method"_s, u"S256"_s);
    add(u"scope"_s, scopes.join(u' '));
    address.setQuery(query);
    return address;
}

void wipeBytes(QByteArray &bytes)
{
    wipe(std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size()))));
    bytes.clear();
}

/// One at a time; the reply never comes from within the call.
template<class T>
void refuseLater(QObject *context, Reply<T> reply)
{
    QMetaObject::invokeMethod(
        context, [reply = std::move(reply)] { reply(failure(ErrorCode::Internal, u"a consent is under way"_s)); },
        Qt::QueuedConnection);
}

} // namespace

class ConsentFlow::Private
{
public:
    Private(ConsentFlow *owner, ConnectionProfile connectionProfile, PortalBrowser &portalBrowser, const Clock &time,
            KeyStore *keys)
        : q(owner)
        , profile(std::move(connectionProfile))
        , browser(portalBrowser)
        , clock(time)
        , endpoint(profile, clock, keys)
    {
        limit.setSingleShot(true);
        limit.setInterval(timeLimitMs);
        clockWatch.setInterval(lookAtClockMs);
    }

    void start(PortalErrand asked, const QStringList &scopes);
    [[nodiscard]] Result<void> open(const QStringList &scopes);
    void takeCallback(const QByteArray &query);
    void fail(const Error &error);
    void timeOut() { fail({ErrorCode::ConsentTimeout, u"no answer from the portal within the limit"_s, {}}); }
    /// Everything of the run ends; what is replied afterwards may begin the next.
    void close();

    ConsentFlow *q;
    const ConnectionProfile profile;
    PortalBrowser &browser;
    const Clock &clock;
    TokenEndpoint endpoint;
    QTimer limit, clockWatch;
    QDateTime deadline;
    std::unique_ptr<LoopbackListener> listener;
    PortalErrand errand = PortalErrand::Consent;
    Reply<AccessToken> tokenReply;      ///< of a consent
    Reply<void> registrationReply;      ///< of a registration
    RunSecrets secrets;
    quint64 run = 0; ///< counts the starts
    bool isBrowserAwaited = false; ///< the answer must still come through the browser
};

void ConsentFlow::Private::start(PortalErrand asked, const QStringList &scopes)
{
    errand = asked;
    deadline = clock.nowUtc().addMSecs(limit.interval());
    limit.start();
    clockWatch.start();
    ++run;
    if (const Result<void> opened = open(scopes); !opened) {
        isBrowserAwaited = false;
        QMetaObject::invokeMethod(
            q,
            [this, begun = run, error = opened.error()] {
                if (begun == run)
                    fail(error);
            },
            Qt::QueuedConnection);
    }
}

Result<void> ConsentFlow::Private::open(const QStringList &scopes)
{
    const bool isConsent = errand == PortalErrand::Consent;
    const QUrl page = isConsent ? profile.portal.authorizeUrl : profile.portal.registerUrl;
    if (page.isEmpty())
        return failure(ErrorCode::RegistrationNotOffered, u"no registerUrl"_s);
    if (!isAllowedAddress(page, profile.allowedHosts))
        return failure(ErrorCode::HostNotAllowed, isConsent ? u"authorize address"_s : u"register address"_s);
    listener = std::make_unique<LoopbackListener>();
    UK_CHECK(listener->listen());
    QObject::connect(listener.get(), &LoopbackListener::callbackReceived, q,
                     [this](const QByteArray &query) { takeCallback(query); });
    secrets = {listener->redirectUri(), randomUrlSafe(stateBytes), randomUrlSafe(verifierBytes)};
    isBrowserAwaited = true;
    return browser.open(portalAddress(page, profile.portal.clientId, scopes, secrets));
}

void ConsentFlow::Private::takeCallback(const QByteArray &query)
{
    isBrowserAwaited = false;
    Result<QByteArray> answer
        = readCallback(query, {errand, secrets.state, {profile.portal.authorizeUrl, profile.portal.tokenUrl}});
    if (!answer)
        return fail(answer.error());
    if (errand == PortalErrand::UserRegistration) {
        close();
        return std::exchange(registrationReply, {})({});
    }
    endpoint.exchange({*answer, secrets.verifier, secrets.redirectUri}, [this](Result<AccessToken> outcome) {
        if (!outcome)
            return fail(outcome.error());
        close();
        std::exchange(tokenReply, {})(std::move(outcome));
    });
}

void ConsentFlow::Private::close()
{
    limit.stop();
    clockWatch.stop();
    endpoint.cancelExchange();
    isBrowserAwaited = false;
    if (listener) {
        listener->close();
        // It may be the sender of the signal that led here, and its last page may still be on the way out.
        listener.release()->deleteLater();
    }
    browser.close();
    wipeBytes(secrets.state);
    wipeBytes(secrets.verifier);
}

void ConsentFlow::Private::fail(const Error &error)
{
    if (!q->isRunning())
        return;
    close();
    if (tokenReply)
        std::exchange(tokenReply, {})(std::unexpected(error));
    else
        std::exchange(registrationReply, {})(std::unexpected(error));
}

ConsentFlow::ConsentFlow(ConnectionProfile profile, PortalBrowser &browser, const Clock &clock, QObject *parent,
                         KeyStore *keys)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(profile), browser, clock, keys))
{
    connect(&d->limit, &QTimer::timeout, this, [this] { d->timeOut(); });
    // A timer stands still while the machine sleeps; who wakes it up may be somebody else.
    connect(&d->clockWatch, &QTimer::timeout, this, [this] {
        if (d->clock.nowUtc() >= d->deadline)
            d->timeOut();
    });
    connect(&browser, &PortalBrowser::closed, this, [this] {
        if (d->isBrowserAwaited)
            d->fail({ErrorCode::ConsentCancelled, u"the browser was closed"_s, {}});
    });
    connect(&browser, &PortalBrowser::failed, this, [this](const Error &error) {
        if (d->isBrowserAwaited)
            d->fail(error);
    });
}

ConsentFlow::~ConsentFlow()
{
    if (isRunning())
        d->close();
}

void ConsentFlow::setTimeLimit(int milliseconds)
{
    d->limit.setInterval(std::clamp(milliseconds, 1, timeLimitMs));
}

int ConsentFlow::timeLimit() const
{
    return d->limit.interval();
}

void ConsentFlow::start(const QStringList &scopes, Reply<AccessToken> reply)
{
    if (isRunning())
        return refuseLater(this, std::move(reply));
    d->tokenReply = std::move(reply);
    d->start(PortalErrand::Consent, scopes);
}

void ConsentFlow::registerUser(const QStringList &scopes, Reply<void> reply)
{
    if (isRunning())
        return refuseLater(this, std::move(reply));
    d->registrationReply = std::move(reply);
    d->start(PortalErrand::UserRegistration, scopes);
}

bool ConsentFlow::offersRegistration() const
{
    return !d->profile.portal.registerUrl.isEmpty();
}

void ConsentFlow::cancel()
{
    d->fail({ErrorCode::ConsentCancelled, u"cancelled"_s, {}});
}

void ConsentFlow::revoke(SecretBuffer token, Reply<void> reply)
{
    d->endpoint.revoke(std::move(token), std::move(reply));
}

bool ConsentFlow::isRunning() const
{
    return d->tokenReply || d->registrationReply;
}

} // namespace uk
