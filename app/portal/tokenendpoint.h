// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/httptransport.h"
#include "app/portal/consent.h"

#include <QPointer>

class QNetworkAccessManager;

namespace uk {

class HttpExchange;
class KeyStore;

/// What the code is exchanged with.
struct CodeGrant
{
    QByteArray code;
    QByteArray verifier;
    QUrl redirectUri;
};

/// The portal's token and revocation addresses (RFC 6749 section 4.1.3, RFC 7636, RFC 7009). Main thread. Each request
/// is sent once: a failed attempt uses up the code (rules 22), so repeating it could only harm.
class TokenEndpoint : public QObject
{
    Q_OBJECT
public:
    /// `keys` may be null where the profile needs no client secret and no client certificate.
    TokenEndpoint(const ConnectionProfile &profile, const Clock &clock, KeyStore *keys, QObject *parent = nullptr);
    ~TokenEndpoint() override;

    /// Errors: TokenRefused, TokenClientRefused, TokenRequestInvalid, TokenUnreadable, TokenUnreachable, TlsFailed,
    /// HostNotAllowed, ClientCredentialsUnusable (no secret, or the certificate's file cannot be opened), those of KeyStore.
    void exchange(CodeGrant grant, Reply<AccessToken> reply);
    void revoke(SecretBuffer token, Reply<void> reply);
    /// Ends an exchange under way; its reply does not come. A revocation goes on.
    void cancelExchange();

private:
    struct Credentials;
    void withCredentials(Reply<std::shared_ptr<Credentials>> reply);
    HttpExchange *post(const QUrl &url, SecretBuffer form, const Credentials &credentials,
                       std::function<void(HttpOutcome)> done);

    const ConnectionProfile &m_profile;
    const Clock &m_clock;
    KeyStore *m_keys;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QPointer<HttpExchange> m_exchange;
    quint64 m_generation = 0;
};

} // namespace uk
