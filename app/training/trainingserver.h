// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/residents.h"
#include "cardreader/base/error.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace uk {

/// What a training server is started with.
struct TrainingServerOptions
{
    quint16 port = 0;          ///< on 127.0.0.1; 0 takes a free one
    quint16 controlPort = 0;   ///< the same for the control port
    bool hasControlPort = true; ///< the kiosk's own training needs none
    QString residentsFolder;   ///< empty: the residents that are built in
    QString profileFile;       ///< a connection profile whose wire names are spoken; empty: the canonical ones
    QString clientId = QStringLiteral("uketsuke-training");
    QString clientSecret;      ///< empty: the client has none
    QString municipalityToken = QStringLiteral("municipality-training-token");
    bool hasPlannedStops = false; ///< the third weekend and 3 to 6 o'clock
};

/// The connection profile that reaches a training server at that address, as JSON in UTF-8, with the names of the given
/// profile (empty: the canonical ones). Error: ProfileInvalid. Thread-safe.
[[nodiscard]] Result<QByteArray> trainingProfile(const QUrl &base, const QString &clientId, const QString &profileFile = {});

/// The training server of the contract: portal, PMH and control port on loopback, with synthetic residents.
///
/// Runs on the event loop of the thread it lives on and never blocks it: on the main thread, or moved to a QThread
/// before start() is called there. Answers are prepared at once; delays are timers. Nothing is written to disk.
class TrainingServer : public QObject
{
    Q_OBJECT
public:
    explicit TrainingServer(QObject *parent = nullptr);
    ~TrainingServer() override;

    /// Listens. Errors: SettingInvalid (residents, with file and place), ProfileInvalid, ListenerFailed (port taken).
    /// On the thread of this object, once.
    [[nodiscard]] Result<void> start(const TrainingServerOptions &options);
    [[nodiscard]] Result<void> start(quint16 port = 0, quint16 controlPort = 0);

    /// After start(); from any thread.
    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] QUrl controlUrl() const; ///< empty without a control port
    [[nodiscard]] QList<ResidentInfo> residents() const;
    /// The connection profile that reaches this server, as JSON in UTF-8.
    [[nodiscard]] QByteArray profileJson() const;

    /// The card that lies on the tray: the portal's identity check offers that resident first, all others still too.
    /// Empty: none. From any thread.
    void setCardOnTray(const QString &key);
    /// A token for a resident without the portal, for tests. On the thread of this object; empty for an unknown key.
    [[nodiscard]] QByteArray issueToken(const QString &key, const QStringList &scopes);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
    QUrl m_base, m_control;
    QList<ResidentInfo> m_residents;
    QByteArray m_profile;
};

} // namespace uk
