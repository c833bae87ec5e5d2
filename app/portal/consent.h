// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/profile.h"
#include "cardreader/base/error.h"
#include "cardreader/base/secretbuffer.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

#include <memory>

namespace uk {

class Clock;
class KeyStore;

/// Shows the portal to the resident. Implementations: the throw-away browser (app/portal) and the native portal
/// window (ui/screens). Main thread.
class PortalBrowser : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Opens the address. Errors: BrowserMissing, BrowserFailed.
    virtual Result<void> open(const QUrl &address) = 0;
    /// Ends the browser, all its processes, and wipes its profile. Safe to call at any time and more than once.
    virtual void close() = 0;

Q_SIGNALS:
    /// The resident closed it before an answer came.
    void closed();
    /// It ended by itself, crashed, or cannot show the portal (BrowserMissing, BrowserFailed, PortalUnavailable).
    void failed(const uk::Error &error);
};

struct AccessToken
{
    SecretBuffer value;
    QDateTime expiresAt; ///< UTC
};

/// Consent and user registration in the portal: authorization code with PKCE S256 and a loopback listener (RFC 6749, 7636,
/// 8252). One at a time. Main thread. The listener takes one request at its exact path (rules 23), lives three minutes at
/// most, also over a sleep of the machine, and the browser is closed on every way out.
class ConsentFlow : public QObject
{
    Q_OBJECT
public:
    static constexpr int timeLimitMs = 180000;

    /// `keys` holds the client secret or the password of the client certificate; null where the profile needs neither.
    ConsentFlow(ConnectionProfile profile, PortalBrowser &browser, const Clock &clock, QObject *parent = nullptr,
                KeyStore *keys = nullptr);
    ~ConsentFlow() override;

    /// A shorter limit than three minutes; longer ones are not taken.
    void setTimeLimit(int milliseconds);
    [[nodiscard]] int timeLimit() const; ///< milliseconds

    /// Scopes in the words of the contract, only those of the chosen purpose.
    /// Errors: those of portalErrorTable(), ConsentTimeout, BrowserMissing, BrowserFailed, CallbackStateMismatch,
    /// CallbackMixedUp, CallbackMalformed, ListenerFailed, TokenUnreadable, TokenUnreachable, HostNotAllowed,
    /// ClientCredentialsUnusable, ConsentCancelled, those of KeyStore.
    /// The reply comes once, never from within start(); a second start() while one runs replies Internal.
    void start(const QStringList &scopes, Reply<AccessToken> reply);
    /// The pages on which a resident registers as a user of the portal, once in a life (OpenAPI /portal/register, with the
    /// query of authorize). No token comes of it: a new start() follows. Errors as of start() without those of the token,
    /// and RegistrationNotOffered where the profile has no registerUrl (rules 26).
    void registerUser(const QStringList &scopes, Reply<void> reply);
    [[nodiscard]] bool offersRegistration() const;
    /// The resident or staff gave up: replies ConsentCancelled.
    void cancel();
    /// RFC 7009; best effort, the reply only says whether the server took it. Without revokeUrl the token is forgotten.
    void revoke(SecretBuffer token, Reply<void> reply);
    [[nodiscard]] bool isRunning() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace uk
