// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/training/person.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <functional>
#include <optional>

namespace uk::training {

struct Token
{
    QString pseudonym;
    QStringList scopes;
    QDateTime expires;
    bool isWithdrawn = false; ///< given before the resident withdrew
};

/// A registration that took effect, for the control port's journal.
struct JournalEntry
{
    QString person, processType, key, origin; ///< origin: client, duplicate, patient
    JsonValue body;                         ///< canonical
    JsonValue before;
    qint64 request = 0;                       ///< number of the request, 0 for the patient at home
};

/// A service of /portal/status that stands still for a while.
struct Stop
{
    QString service; ///< portal, pmh, eligibility, information-network, insurer-server
    QDateTime from, to;
    QString state = QStringLiteral("maintenance");
    QString message;
};

/// Everything that the training server knows and remembers. No network in here. One thread.
class World
{
public:
    explicit World(std::vector<Resident> residents);
    /// Everything as at the start.
    void reset();

    [[nodiscard]] QDateTime nowUtc() const;
    /// The time runs on from there; nothing: the real time.
    void setClock(std::optional<QDateTime> now);

    [[nodiscard]] std::vector<Person> &people() { return m_people; }
    [[nodiscard]] Person *person(const QString &key);
    /// The person that the municipality calls by this My Number; null for an unknown one.
    [[nodiscard]] Person *personOfMyNumber(const QString &myNumber);
    /// A person whom only the municipality knew so far; of the resident's My Number only the link key is kept.
    Person &addPerson(Resident resident);

    [[nodiscard]] QByteArray issueToken(const Person &person, const QStringList &scopes, std::optional<int> seconds = {});
    [[nodiscard]] const Token *token(const QByteArray &value) const;
    /// The person a token is bound to, also when it does not hold any more; null for an unknown one.
    [[nodiscard]] Person *personOfToken(const QByteArray &value);
    void revoke(const QByteArray &token);
    void expireTokens(const Person *person); ///< of everybody for null
    /// The resident withdraws the consent: their tokens meet 403 E4031 from now on.
    void withdraw(const Person &person);
    [[nodiscard]] int liveTokens() const;
    void setTokenLifetime(int seconds) { m_tokenSeconds = seconds; }
    [[nodiscard]] int tokenLifetime() const { return m_tokenSeconds; }

    void setPlannedStops(bool planned) { m_hasPlannedStops = planned; }
    void setStops(QList<Stop> stops) { m_stops = std::move(stops); }
    /// The stop that the service is in now.
    [[nodiscard]] std::optional<Stop> stopOf(const QString &service) const;
    /// The next one within a week, for the notice on /portal/status.
    [[nodiscard]] std::optional<Stop> nextStopOf(const QString &service) const;

    /// Off where no control port could ask for it.
    void setKeepsJournal(bool keeps) { m_keepsJournal = keeps; }
    void record(JournalEntry entry);
    [[nodiscard]] JsonValue journal(qint64 since) const;

private:
    [[nodiscard]] QList<Stop> stopsAround(const QString &service) const;
    [[nodiscard]] QByteArray linkKeyOf(const QString &myNumber) const;

    std::vector<Person> m_atStart; ///< for reset()
    std::vector<Person> m_people;
    QByteArray m_linkSecret, m_portalSecret; ///< of this run: what is derived with them means nothing elsewhere
    QHash<QByteArray, Token> m_tokens;
    int m_tokenSeconds = 1800;
    bool m_hasPlannedStops = false;
    QList<Stop> m_stops;
    JsonValue m_journal = JsonValue::array();
    bool m_keepsJournal = true;
    std::optional<QDateTime> m_clockStart;
    QElapsedTimer m_clockRun;
};

/// 256 random bits, base64url without padding: codes, tokens, session ids.
[[nodiscard]] QByteArray randomId();

} // namespace uk::training
