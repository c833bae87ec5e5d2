// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/trainingserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QThread>
#include <QUrlQuery>

/// What came back over the wire, as it came.
struct WireAnswer
{
    int status = 0;      ///< 0: no answer at all
    QByteArray head, body;
    bool isComplete = false; ///< the announced length was reached
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QJsonArray list() const { return QJsonDocument::fromJson(body).array(); }
    [[nodiscard]] QString code() const { return json().value(QStringLiteral("code")).toString(); }
    [[nodiscard]] QUrlQuery callback() const; ///< query of the Location
};

/// A training server on a thread of its own, as the kiosk may run it.
class TrainingHost
{
public:
    TrainingHost();
    ~TrainingHost();
    Q_DISABLE_COPY_MOVE(TrainingHost)
    [[nodiscard]] uk::Result<void> start(const uk::TrainingServerOptions &options = {});
    [[nodiscard]] uk::TrainingServer &server() { return *m_server; }

private:
    QThread m_thread;
    uk::TrainingServer *m_server; ///< deleted on its own thread
};

/// A plain HTTP client on a socket, so that nothing between test and server retries, follows or hides anything.
class TrainingClient
{
public:
    explicit TrainingClient(const uk::TrainingServer &server);

    [[nodiscard]] WireAnswer send(const QUrl &url, const QByteArray &method, const QByteArray &body = {},
                                  const QByteArray &headers = {}) const;
    [[nodiscard]] WireAnswer get(const QString &pathAndQuery) const;
    [[nodiscard]] WireAnswer postForm(const QString &path, const QList<std::pair<QString, QString>> &fields) const;
    /// A PMH request with the token of this client.
    [[nodiscard]] WireAnswer pmh(const QJsonObject &request, const QString &path = QStringLiteral("/pmh/vaccination/v4")) const;
    [[nodiscard]] WireAnswer raw(const QByteArray &body, const QByteArray &contentType = "application/json") const;
    [[nodiscard]] WireAnswer control(const QByteArray &method, const QString &path, const QJsonValue &body = {}) const;
    /// Switches one fault on.
    void fault(const QJsonObject &spec) const;
    /// Takes a token from the control port.
    void signIn(const QString &person, const QStringList &scopes = {QStringLiteral("vaccination")});
    void setToken(const QByteArray &token) { m_token = token; }

private:
    QUrl m_base, m_control;
    QByteArray m_token;
};

/// The href of the element with that id, or the name and value of a form field; entities undone.
[[nodiscard]] QString hrefOf(const QByteArray &page, const QString &id);
[[nodiscard]] QString hiddenField(const QByteArray &page, const QString &name);
