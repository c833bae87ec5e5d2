// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/http.h"
#include "app/training/world.h"

#include <QHash>

namespace uk::training {

/// /portal: the consent of the resident in the browser, token, revocation, user registration and service state
/// (rules 20, 22, 24, 25). Synchronous; one thread.
class Portal
{
public:
    Portal(World &world, QString clientId, QString clientSecret);

    [[nodiscard]] HttpResponse handle(const HttpRequest &request);
    /// The resident whose card lies on the reader: offered first at the identity check. Empty: nobody's.
    void setCardOnTray(const QString &key) { m_cardOnTray = key; }
    /// What a callback fault does to the redirect to the client.
    void setCallbackChange(std::function<void(QUrlQuery &)> change) { m_callbackChange = std::move(change); }
    void reset();

private:
    /// One walk through the pages, from authorize or register to the redirect.
    struct Walk
    {
        bool isRegistration = false;
        QUrl redirect;
        QString state;
        QByteArray challenge;
        QStringList scopes;
        bool hasAgreed = false;
        QString person;
        QDateTime begun{};
    };
    struct Code
    {
        QByteArray challenge;
        QString redirect;
        QString person;
        QStringList scopes;
        QDateTime expires;
        bool isUsed = false;
        QByteArray token{}; ///< given for it
    };

    [[nodiscard]] HttpResponse begin(const HttpRequest &request, bool isRegistration);
    [[nodiscard]] HttpResponse page(const HttpRequest &request);
    [[nodiscard]] HttpResponse termsPage(const QString &id, const Walk &walk, bool isReminder) const;
    [[nodiscard]] HttpResponse methodPage(const QString &id, const Walk &walk) const;
    [[nodiscard]] HttpResponse identityPage(const QString &id, const Walk &walk, bool isQr);
    [[nodiscard]] HttpResponse confirmPage(const QString &id, const Walk &walk);
    [[nodiscard]] HttpResponse finish(const Walk &walk);
    [[nodiscard]] HttpResponse back(const Walk &walk, const QList<std::pair<QString, QString>> &items) const;
    struct TokenProblem
    {
        QString error{};
        int status = 400;
    };
    [[nodiscard]] TokenProblem problemOfTokenRequest(const HttpRequest &request, const QUrlQuery &form) const;
    [[nodiscard]] HttpResponse token(const HttpRequest &request);
    [[nodiscard]] HttpResponse redeem(Code &code, const QUrlQuery &form);
    [[nodiscard]] HttpResponse revoke(const HttpRequest &request);
    [[nodiscard]] HttpResponse status() const;

    World &m_world;
    QString m_clientId, m_clientSecret;
    QString m_cardOnTray;
    QHash<QString, Walk> m_walks;
    QHash<QString, Code> m_codes;
    std::function<void(QUrlQuery &)> m_callbackChange;
};

} // namespace uk::training
