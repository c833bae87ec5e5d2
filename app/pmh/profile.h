// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace uk {

enum class ClientAuthentication { None, Secret, MutualTls };

/// A connection profile (contract: profile.schema.json, rules 26 and 27). A value that was checked when it was read.
struct ConnectionProfile
{
    struct Operator { QString name, contact, purpose; };
    struct Portal
    {
        QUrl authorizeUrl, tokenUrl, revokeUrl, registerUrl, statusUrl; ///< the last three may be empty
        QString clientId;
        ClientAuthentication clientAuthentication = ClientAuthentication::None;
        QString clientSecretEntry, clientCertificateFile, clientCertificatePasswordEntry;
        QStringList scopes;
    };
    struct Area { QUrl url; QString version; };
    struct Limits
    {
        double requestsPerSecond = 10;
        int burst = 20;
        int connectTimeoutMs = 5000;
        int totalTimeoutMs = 30000;
        qint64 maxJsonBytes = 16777216;
        qint64 maxPdfBytes = 26214400;
    };

    QString displayName;
    bool isTraining = false;
    Operator clinic;
    Portal portal;
    QHash<QString, Area> areas; ///< vaccination | maternal-child | medical-subsidy
    QUrl resultUrl;
    QHash<QString, QString> processTypes;          ///< canonical name to wire name
    QHash<QString, QString> members;               ///< bare or Schema.path.name to wire name
    QHash<QString, QHash<QString, QString>> codes; ///< list to (wire value to canonical value)
    Limits limits;
    QStringList pins;         ///< SHA-256 of the issuing CA's SubjectPublicKeyInfo, base64
    QStringList allowedHosts; ///< host or host:port, lower case; never empty after reading
};

/// Whether a request may go there: a host of the list, with that port where the entry has one; no user information.
[[nodiscard]] bool isAllowedAddress(const QUrl &url, const QStringList &allowedHosts);

/// `clientCertificateFile` comes out absolute, relative names being relative to the profile.
/// Error ProfileInvalid; its detail names the file, the place (JSON pointer) and the reason; its first
/// argument is the place.
[[nodiscard]] Result<ConnectionProfile> readProfile(const QString &fileName);
[[nodiscard]] Result<ConnectionProfile> parseProfile(const QByteArray &json, const QString &displayFileName);

} // namespace uk
