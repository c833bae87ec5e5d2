// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/tokenendpoint.h"

#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/portal/formpost.h"
#include "app/portal/tokenanswer.h"

#include <QCryptographicHash>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTimer>

#include <algorithm>

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

/// Pins name issuing CAs (rules 26), so the server's own certificate is left out.
bool holdsPinnedCa(const QList<QSslCertificate> &chain, const QStringList &pins)
{
    return std::any_of(chain.begin() + std::min<qsizetype>(1, chain.size()), chain.end(), [&](const auto &certificate) {
        const QByteArray hash = QCryptographicHash::hash(certificate.publicKey().toDer(), QCryptographicHash::Sha256);
        return pins.contains(QString::fromLatin1(hash.toBase64()));
    });
}

Result<AccessToken> outcomeOfExchange(QNetworkReply &answer, const QDateTime &nowUtc)
{
    const int status = answer.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Only the enumerator: Qt's error texts repeat the address.
    const QString reason = u"token endpoint: HTTP %1, network error %2"_s.arg(status).arg(int(answer.error()));
    if (status == 0)
        return failure(ErrorCode::TokenUnreachable, reason);
    if (answer.bytesAvailable() > maxAnswerBytes)
        return failure(ErrorCode::TokenUnreadable, u"token endpoint: the answer is too large"_s);
    QByteArray body = answer.readAll();
    if (status == 400 || status == 401 || status == 403)
        return failure(ErrorCode::TokenRefused, oauthErrorDetail(status, body));
    if (status == 429 || status >= 500)
        return failure(ErrorCode::TokenUnreachable, reason);
    if (status != 200 || answer.error() != QNetworkReply::NoError)
        return failure(ErrorCode::TokenUnreadable, reason);
    return readTokenAnswer(body, nowUtc);
}

} // namespace

struct TokenEndpoint::Credentials
{
    SecretBuffer clientSecret;
    QSslCertificate certificate;
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
                return reply(failure(ErrorCode::TokenRefused, u"the client secret's keychain entry is empty"_s));
            credentials->clientSecret = secretFrom(*std::move(value));
            return reply(credentials);
        }
        QFile file(self->m_profile.portal.clientCertificateFile);
        const bool isRead = file.open(QIODevice::ReadOnly)
            && QSslCertificate::importPkcs12(&file, &credentials->privateKey, &credentials->certificate, nullptr, *value);
        wipe(std::as_writable_bytes(std::span(value->data(), static_cast<std::size_t>(value->size()))));
        if (!isRead)
            return reply(failure(ErrorCode::TokenRefused, u"the client certificate cannot be opened"_s));
        reply(credentials);
    });
}

QNetworkReply *TokenEndpoint::post(const QUrl &url, SecretBuffer form, const Credentials &credentials,
                                   std::function<void(QNetworkReply &)> finished)
{
    QNetworkRequest request = strictRequest(url, m_profile.limits.totalTimeoutMs);
    request.setRawHeader("Accept", "application/json");
    if (!credentials.certificate.isNull()) {
        QSslConfiguration tls = request.sslConfiguration();
        tls.setLocalCertificate(credentials.certificate);
        tls.setPrivateKey(credentials.privateKey);
        request.setSslConfiguration(tls);
    }
    QNetworkReply *answer = postFormOnce(*m_network, request, std::move(form));
    connect(answer, &QNetworkReply::encrypted, answer, [this, answer] {
        const QList<QSslCertificate> chain = answer->sslConfiguration().peerCertificateChain();
        if (!m_profile.pins.isEmpty() && !holdsPinnedCa(chain, m_profile.pins))
            answer->abort();
    });
    connect(answer, &QNetworkReply::readyRead, answer, [answer] {
        if (answer->bytesAvailable() > maxAnswerBytes)
            answer->abort();
    });
    QTimer::singleShot(m_profile.limits.totalTimeoutMs, answer, &QNetworkReply::abort);
    connect(answer, &QNetworkReply::finished, this, [answer, finished = std::move(finished)] {
        answer->deleteLater();
        finished(*answer);
    });
    return answer;
}

void TokenEndpoint::exchange(CodeGrant grant, Reply<AccessToken> reply)
{
    const QUrl url = m_profile.portal.tokenUrl;
    if (!isHostAllowed(url, m_profile.allowedHosts)) {
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
        m_exchange = post(url, form.take(), **credentials, [this, generation, reply](QNetworkReply &answer) {
            if (generation == m_generation)
                reply(outcomeOfExchange(answer, m_clock.nowUtc()));
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
    if (!isHostAllowed(url, m_profile.allowedHosts)) {
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
        post(url, shared->take(), **credentials, [reply](QNetworkReply &answer) {
            const int status = answer.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            if (status == 200 && answer.error() == QNetworkReply::NoError)
                return reply({});
            reply(failure(ErrorCode::TokenUnreachable, u"revocation: HTTP %1"_s.arg(status)));
        });
    });
}

void TokenEndpoint::cancelExchange()
{
    ++m_generation;
    if (m_exchange)
        m_exchange->abort();
}

} // namespace uk
