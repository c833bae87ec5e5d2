// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/profile.h"
#include "app/pmh/records.h"
#include "cardreader/base/error.h"
#include "cardreader/base/secretbuffer.h"

#include <QObject>

#include <memory>

namespace uk {

class Clock;
struct PmhTimings;

/// What became of a registration (contract README rule 5, rules 8 and 9).
enum class RegistrationOutcome {
    Confirmed,  ///< the server confirmed it and the read-back equals what was sent
    Unknown,    ///< nobody can say; the token is kept until it is resolved
    Conflict,   ///< something else is stored
    Refused,    ///< surely not stored; error says why
};

struct RegistrationResult
{
    RegistrationOutcome outcome = RegistrationOutcome::Unknown;
    std::optional<Error> error;                 ///< why not confirmed
    std::optional<QuestionnaireRecord> stored;  ///< what the last inquiry found, where there was one
};

/// One request as the summary and the log may know it: no person, no body.
struct RequestTrace
{
    QString processType; ///< canonical name
    int status = 0;      ///< HTTP status, 0 without an answer
    qint64 milliseconds = 0;
};

/// The PMH interface under one token. Lives on the main thread; asynchronous; replies come on the main thread in any
/// order. Inquiries are retried as rules 21 says; a registration never is.
class PmhClient : public QObject
{
    Q_OBJECT
public:
    PmhClient(ConnectionProfile profile, const Clock &clock, QObject *parent = nullptr);
    /// With waiting times of one's own (answerrules.h), for tests.
    PmhClient(ConnectionProfile profile, const Clock &clock, const PmhTimings &timings, QObject *parent = nullptr);
    /// Not from inside a reply; use deleteLater() there.
    ~PmhClient() override;

    /// The token of this visit; replaces the one before. Kept in locked memory.
    void setAccessToken(SecretBuffer token);
    void clearAccessToken();

    void inquireVaccinations(Reply<QList<VaccinationRecord>> reply);
    void inquireQuestionnaires(Reply<QList<QuestionnaireSummary>> reply);
    void inquireQuestionnaire(const QString &questionnaireManagementId, Reply<QuestionnaireRecord> reply);
    void inquireCertificate(const QString &vaccinationScheduleId, Reply<CertificateRecord> reply);
    /// Inquires the stored answer first: if it is not `basis` (rules 6 of README, status included), nothing is sent and
    /// the outcome is Refused with ChangedMeanwhile and `stored`. Then registers once and reads back. The reply always
    /// holds a result. Its error: Confirmed none; Refused the reason (from the inquiry before, or from the server; it
    /// may be sent again on a staff action); Conflict OutcomeConflict; Unknown OutcomeUnknown, or TokenExpired and
    /// ConsentWithdrawn where the read-back needs the consent again before resolveRegistration.
    void registerQuestionnaire(const QuestionnaireRegistration &registration, const QuestionnaireRecord &basis,
                               Reply<RegistrationResult> reply);
    /// Asks again what became of a registration whose outcome is unknown; sends nothing. Refused here means: the store
    /// is still as it was, and what was sent can take no effect any more.
    void resolveRegistration(const QuestionnaireRegistration &registration, const QuestionnaireRecord &basis,
                             Reply<RegistrationResult> reply);
    /// Ends everything under way; no reply comes any more.
    void cancelAll();

Q_SIGNALS:
    void requestFinished(const uk::RequestTrace &trace);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace uk
