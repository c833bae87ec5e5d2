// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/consent.h"

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

QUrl authorizeAddress(const ConnectionProfile::Portal &portal, const QUrl &redirectUri, const QStringList &scopes,
                      const QByteArray &state, const QByteArray &verifier)
{
    QUrl address = portal.authorizeUrl;
    QUrlQuery query(address);
    const auto add = [&query](const QString &name, const QString &value) {
        // QUrlQuery leaves '+' and '&' in values to its caller.
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add(u"response_type"_s, u"code"_s);
    add(u"client_id"_s, portal.clientId);
    add(u"redirect_uri"_s, redirectUri.toString(QUrl::FullyEncoded));
    add(u"state"_s, QString::fromLatin1(state));
    add(u"code_challenge"_s, QString::fromLatin1(codeChallenge(verifier)));
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

} // namespace

class ConsentFlow::Private
{
public:
    Private(ConsentFlow *owner, ConnectionProfile connectionProfile, PortalBrowser &portalBrowser, const Clock &clock,
            KeyStore *keys)
        : q(owner)
        , profile(std::move(connectionProfile))
        , browser(portalBrowser)
        , endpoint(profile, clock, keys)
    {
        limit.setSingleShot(true);
        limit.setInterval(timeLimitMs);
    }

    [[nodiscard]] Result<void> begin(const QStringList &scopes);
    void takeCallback(const QByteArray &query);
    void fail(ErrorCode code, const QString &detail) { finish(failure(code, detail)); }
    void finish(Result<AccessToken> outcome);

    ConsentFlow *q;
    const ConnectionProfile profile;
    PortalBrowser &browser;
    TokenEndpoint endpoint;
    QTimer limit;
    std::unique_ptr<LoopbackListener> listener;
    Reply<AccessToken> reply;
    QUrl redirectUri;
    QByteArray state, verifier;
    quint64 run = 0; ///< counts the starts
    bool isBrowserAwaited = false; ///< the answer must still come through the browser
};

Result<void> ConsentFlow::Private::begin(const QStringList &scopes)
{
    if (!isAllowedAddress(profile.portal.authorizeUrl, profile.allowedHosts))
        return failure(ErrorCode::HostNotAllowed, u"authorize address"_s);
    listener = std::make_unique<LoopbackListener>();
    UK_CHECK(listener->listen());
    QObject::connect(listener.get(), &LoopbackListener::callbackReceived, q,
                     [this](const QByteArray &query) { takeCallback(query); });
    redirectUri = listener->redirectUri();
    state = randomUrlSafe(stateBytes);
    verifier = randomUrlSafe(verifierBytes);
    isBrowserAwaited = true;
    return browser.open(authorizeAddress(profile.portal, redirectUri, scopes, state, verifier));
}

void ConsentFlow::Private::takeCallback(const QByteArray &query)
{
    isBrowserAwaited = false;
    Result<QByteArray> code = readCallback(query, state);
    if (!code)
        return finish(std::unexpected(code.error()));
    endpoint.exchange({*code, verifier, redirectUri},
                      [this](Result<AccessToken> outcome) { finish(std::move(outcome)); });
}

void ConsentFlow::Private::finish(Result<AccessToken> outcome)
{
    if (!reply)
        return;
    limit.stop();
    endpoint.cancelExchange();
    isBrowserAwaited = false;
    if (listener) {
        listener->close();
        // It may be the sender of the signal that led here, and its last page may still be on the way out.
        listener.release()->deleteLater();
    }
    browser.close();
    wipeBytes(state);
    wipeBytes(verifier);
    std::exchange(reply, {})(std::move(outcome));
}

ConsentFlow::ConsentFlow(ConnectionProfile profile, PortalBrowser &browser, const Clock &clock, QObject *parent,
                         KeyStore *keys)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(profile), browser, clock, keys))
{
    connect(&d->limit, &QTimer::timeout, this,
            [this] { d->fail(ErrorCode::ConsentTimeout, u"no answer from the portal within the limit"_s); });
    connect(&browser, &PortalBrowser::closed, this, [this] {
        if (d->isBrowserAwaited)
            d->fail(ErrorCode::ConsentCancelled, u"the browser was closed"_s);
    });
    connect(&browser, &PortalBrowser::failed, this, [this](const Error &error) {
        if (d->isBrowserAwaited)
            d->finish(std::unexpected(error));
    });
}

ConsentFlow::~ConsentFlow()
{
    if (isRunning())
        d->browser.close();
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
    if (isRunning()) {
        QMetaObject::invokeMethod(
            this, [reply = std::move(reply)] { reply(failure(ErrorCode::Internal, u"a consent is under way"_s)); },
            Qt::QueuedConnection);
        return;
    }
    d->reply = std::move(reply);
    d->limit.start();
    ++d->run;
    if (const Result<void> begun = d->begin(scopes); !begun) {
        d->isBrowserAwaited = false;
        QMetaObject::invokeMethod(
            this,
            [this, run = d->run, error = begun.error()] {
                if (run == d->run)
                    d->finish(std::unexpected(error));
            },
            Qt::QueuedConnection);
    }
}

void ConsentFlow::cancel()
{
    d->fail(ErrorCode::ConsentCancelled, u"cancelled"_s);
}

void ConsentFlow::revoke(SecretBuffer token, Reply<void> reply)
{
    d->endpoint.revoke(std::move(token), std::move(reply));
}

bool ConsentFlow::isRunning() const
{
    return static_cast<bool>(d->reply);
}

} // namespace uk
