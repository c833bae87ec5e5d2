// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/trainingserver.h"
#include "tests/app/pmh/pmhfixture.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace fixture {

/// A training server in this process with its control port. It speaks the names of the profile that the environment
/// variable UKETSUKE_WIRE_PROFILE names, or the contract's own; the control port always speaks the latter.
struct TrainingStage
{
    uk::TrainingServer server;
    QNetworkAccessManager network;

    TrainingStage()
    {
        uk::TrainingServerOptions options;
        options.profileFile = qEnvironmentVariable("UKETSUKE_WIRE_PROFILE");
        if (const auto started = server.start(options); !started)
            qFatal("%s", qPrintable(started.error().detail));
    }

    [[nodiscard]] uk::ConnectionProfile profile() const
    {
        auto profile = uk::parseProfile(server.profileJson(), QStringLiteral("training"));
        if (!profile)
            qFatal("%s", qPrintable(profile.error().detail));
        profile->limits.requestsPerSecond = 100000;
        profile->limits.burst = 100000;
        return *profile;
    }

    /// GET where there is no body, else POST or the named method.
    uk::JsonValue ask(const QString &path, const QByteArray &body = {}, const QByteArray &method = {})
    {
        const QUrl url = server.controlUrl().resolved(QUrl(path));
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const QByteArray verb = method.isEmpty() ? QByteArray(body.isEmpty() ? "GET" : "POST") : method;
        QNetworkReply *reply = network.sendCustomRequest(request, verb, body);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(20000, &loop, &QEventLoop::quit);
        loop.exec();
        if (!reply->isFinished() || reply->error() != QNetworkReply::NoError)
            qFatal("%s: %s", qPrintable(url.path()), qPrintable(reply->errorString()));
        reply->deleteLater();
        return uk::parseJson(reply->readAll()).value_or(uk::JsonValue());
    }
};

} // namespace fixture
