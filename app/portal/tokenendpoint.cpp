// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/tokenendpoint.h"

#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/pmh/httpexchange.h"
#include "app/pmh/strictrequest.h"
#include "app/portal/formpost.h"
#include "app/portal/tokenanswer.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxAnswerBytes = 65536; ///< a token answer has some hundred

QByteArrayView viewOf(const SecretBuffer &secret)
{
    return {reinterpret_cast<const char *>(secret.bytes().data()), static_cast<qsizetype>(secret.size())};
}

SecretBuffer secretFrom(QByteArray bytes)
{
    const auto writable = std::as_writable_bytes(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())));
    SecretBuffer secret = SecretBuffer::copyOf(writable);
    wipe(writable);
    return secret;
}

/// No whole answer, in the words of this errand; that TLS failed is the same trouble wherever it happens.
Error asTokenError(const HttpFailure &failure)
{
    ErrorCode code = failure.status != 0 ? ErrorCode::TokenUnreadable : ErrorCode::TokenUnreachable;
    if (failure.error.code == ErrorCode::TlsFailed)
        code = ErrorCode::TlsFailed;
    return {code, "token endpoint: "_L1 + failure.error.detail, {}};
}

Result<AccessToken> outcomeOfExchange(HttpOutcome outcome, const QDateTime &nowUtc)
{
    if (!outcome)
        return std::unexpected(asTokenError(outcome.error()));
    const int status = outcome->status;
    const QString reason = u"token endpoint: HTTP %1"_s.arg(status);
    if (status == 400 || status == 401 || status == 403)
        return std::unexpected(tokenRefusal(status, outcome->body));
    if (status == 429 || status >= 500)
        return failure(ErrorCode::TokenUnreachable, reason);
    if (status != 200)
        return failure(ErrorCode::TokenUnreadable, reason);
    return readTokenAnswer(outcome->body, nowUtc);
}

} // namespace

struct TokenEndpoint::Credentials
{
    SecretBuffer clientSecret;
    QList<QSslCertificate> certificates; ///< the client's own first, then what issued it
    QSslKey privateKey;
};

TokenEndpoint::TokenEndpoint(const ConnectionProfile &profile, const Clock &clock, KeyStore *keys, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_clock(clock)
    , m_keys(keys)
    , m_network(std::make_unique<QNetworkAccessManager>())
{
}

TokenEndpoint::~TokenEndpoint() = default;

void TokenEndpoint::withCredentials(Reply<std::shared_ptr<Credentials>> reply)
{
    const ConnectionProfile::Portal &portal = m_profile.portal;
    if (portal.clientAuthentication == ClientAuthentication::None) {
        reply(std::make_shared<Credentials>());
        return;
    }
    if (!m_keys) {
        reply(failure(ErrorCode::KeychainMissing, u"the profile names a keychain entry"_s));
        return;
    }
    const bool isSecret = portal.clientAuthentication == ClientAuthentication::Secret;
    const QString entry = isSecret ? portal.clientSecretEntry : portal.clientCertificatePasswordEntry;
    const QPointer<TokenEndpoint> self(this);
    m_keys->read(entry, [self, isSecret, reply = std::move(reply)](Result<QByteArray> value) {
        if (!self)
            return;
        if (!value)
            return reply(std::unexpected(value.error()));
        auto credentials = std::make_shared<Credentials>();
        if (isSecret) {
            if (value->isEmpty())
                return reply(failure(ErrorCode::ClientCredentialsUnusable, u"the client secret's keychain entry is empty"_s));
            credentials->clientSecret = secretFrom(*std::move(value));
            return reply(credentials);
        }
        QFile file(self->m_profile.portal.clientCertificateFile);
        QSslCertificate own;
        QList<QSslCertificate> issuers;
        const bool isRead = file.open(QIODevice::ReadOnly)
            && QSslCertificate::importPkcs12(&file, &credentials->privateKey, &own, &issuers, *value);
        credentials->certificates = QList<QSslCertificate>{own} + issuers;
        wipe(std::as_writable_bytes(std::span(value->data(), static_cast<std::size_t>(value->size()))));
        if (!isRead)
            return reply(failure(ErrorCode::ClientCredentialsUnusable, u"the client certificate cannot be opened"_s));
        reply(credentials);
    });
}

HttpExchange *TokenEndpoint::post(const QUrl &url, SecretBuffer form, const Credentials &credentials,
                                  std::function<void(HttpOutcome)> done)
{
    QNetworkRequest request = strictRequest(url);
    request.setRawHeader("Accept", "application/json");
    if (!credentials.certificates.isEmpty()) {
        QSslConfiguration tls = request.sslConfiguration();
        tls.setLocalCertificateChain(credentials.certificates);
        tls.setPrivateKey(credentials.privateKey);
        request.setSslConfiguration(tls);
    }
    const PostedOnce posted = postFormOnce(*m_network, request, std::move(form));
    const HttpExchange::Limits limits{m_profile.limits.connectTimeoutMs, m_profile.limits.totalTimeoutMs,
                                      maxAnswerBytes, m_profile.pins};
    return new HttpExchange(posted.reply, posted.body, limits, m_clock.nowUtc(), std::move(done), this);
}

void TokenEndpoint::exchange(CodeGrant grant, Reply<AccessToken> reply)
{
    const QUrl url = m_profile.portal.tokenUrl;
    if (!isAllowedAddress(url, m_profile.allowedHosts)) {
        reply(failure(ErrorCode::HostNotAllowed, u"token address"_s));
        return;
    }
    const quint64 generation = ++m_generation;
    withCredentials([this, url, generation, grant = std::move(grant), reply = std::move(reply)](auto credentials) {
        if (generation != m_generation)
            return;
        if (!credentials)
            return reply(std::unexpected(credentials.error()));
        FormEncoder form;
        form.add("grant_type", QByteArrayView("authorization_code"));
        form.add("code", QByteArrayView(grant.code));
        form.add("redirect_uri", QByteArrayView(grant.redirectUri.toEncoded()));
        form.add("client_id", QByteArrayView(m_profile.portal.clientId.toUtf8()));
        form.add("code_verifier", QByteArrayView(grant.verifier));
        if (!(*credentials)->clientSecret.isEmpty())
            form.add("client_secret", viewOf((*credentials)->clientSecret));
        m_exchange = post(url, form.take(), **credentials, [this, generation, reply](HttpOutcome outcome) {
            if (generation == m_generation)
                reply(outcomeOfExchange(std::move(outcome), m_clock.nowUtc()));
        });
    });
}

void TokenEndpoint::revoke(SecretBuffer token, Reply<void> reply)
{
    const QUrl url = m_profile.portal.revokeUrl;
    if (url.isEmpty() || token.isEmpty()) {
        reply({}); // nothing is offered (rules 26): forgetting it is all there is
        return;
    }
    if (!isAllowedAddress(url, m_profile.allowedHosts)) {
        reply(failure(ErrorCode::HostNotAllowed, u"revocation address"_s));
        return;
    }
    FormEncoder form;
    form.add("token", viewOf(token));
    form.add("token_type_hint", QByteArrayView("access_token"));
    form.add("client_id", QByteArrayView(m_profile.portal.clientId.toUtf8()));
    token.clear();
    auto shared = std::make_shared<FormEncoder>(std::move(form));
    withCredentials([this, url, shared, reply = std::move(reply)](auto credentials) {
        if (!credentials)
            return reply(std::unexpected(credentials.error()));
        if (!(*credentials)->clientSecret.isEmpty())
            shared->add("client_secret", viewOf((*credentials)->clientSecret));
        post(url, shared->take(), **credentials, [reply](HttpOutcome outcome) {
            if (!outcome)
                return reply(std::unexpected(asTokenError(outcome.error())));
            if (outcome->status == 200)
                return reply({});
            reply(failure(ErrorCode::TokenUnreachable, u"revocation: HTTP %1"_s.arg(outcome->status)));
        });
    });
}

void TokenEndpoint::cancelExchange()
{
    ++m_generation;
    if (m_exchange)
        m_exchange->cancel();
}

} // namespace uk
