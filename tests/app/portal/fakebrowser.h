// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/portal/consent.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

#include <functional>

namespace uk {

/// Stands in for the resident: opens the redirect address with the query that a test wants to come back.
class FakeBrowser : public PortalBrowser
{
public:
    std::function<QByteArray(const QUrlQuery &)> query; ///< of the callback; empty: no callback comes
    Result<void> openResult;
    QList<QUrl> opened;
    int closings = 0;

    Result<void> open(const QUrl &address) override
    {
        using namespace Qt::StringLiterals;
        opened.append(address);
        const QUrlQuery asked(address);
        if (!openResult || !query)
            return openResult;
        QUrl callback(asked.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        callback.setQuery(QString::fromLatin1(query(asked)), QUrl::StrictMode);
        QNetworkReply *answer = m_network.get(QNetworkRequest(callback));
        connect(answer, &QNetworkReply::finished, answer, &QObject::deleteLater);
        return {};
    }
    void close() override { ++closings; }

    /// Where the last opened page wants its answer to go.
    [[nodiscard]] QUrl redirectUri() const { return QUrl(last(QStringLiteral("redirect_uri"))); }
    [[nodiscard]] QByteArray state() const { return last(QStringLiteral("state")).toLatin1(); }

private:
    [[nodiscard]] QString last(const QString &name) const
    {
        return opened.isEmpty() ? QString() : QUrlQuery(opened.last()).queryItemValue(name, QUrl::FullyDecoded);
    }

    QNetworkAccessManager m_network;
};

/// The callback of a resident who agreed.
inline QByteArray goodCallback(const QUrlQuery &asked)
{
    return "code=code-1&state=" + asked.queryItemValue(QStringLiteral("state")).toLatin1();
}

/// The callback of a resident who registered.
inline QByteArray registeredCallback(const QUrlQuery &asked)
{
    return "registered=1&state=" + asked.queryItemValue(QStringLiteral("state")).toLatin1();
}

} // namespace uk
