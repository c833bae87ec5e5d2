// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/childrecords.h"
#include "app/pmh/motherrecords.h"
#include "app/pmh/profile.h"
#include "app/pmh/records.h"
#include "app/pmh/registration.h"
#include "app/pmh/subsidyrecords.h"
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

/// Goes with what is asked on an explicit action of staff only (contract README rule 9): whoever asks says that there
/// was one.
struct AskedByStaff
{
    explicit AskedByStaff() = default;
};

/// What an inquiry found stored.
struct StoredAnswer
{
    StoredState state;
    JsonValue wire; ///< the whole answer, for its decoder
    bool isNothing = false; ///< the answer holds no record at all (rules 14)
};

/// What became of a registration of any type. With the basis and what was sent, `stored` makes the three-way view.
struct RegistrationReport
{
    RegistrationOutcome outcome = RegistrationOutcome::Unknown;
    std::optional<Error> error;         ///< why not confirmed
    std::optional<StoredAnswer> stored; ///< what the last inquiry found, where there was one
};

/// Writes down durably what is about to be sent, and what it replaces, before it leaves.
using BeforeSending =
    std::function<void(const Registration &registration, const StoredState &basis, Reply<void> written)>;

/// RegistrationReport of a questionnaire.
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
    /// `kiosks`: how many share the profile's limits (setting site.kiosks).
    PmhClient(ConnectionProfile profile, const Clock &clock, int kiosks = 1, QObject *parent = nullptr);
    /// With waiting times of one's own (answerrules.h), for tests.
    PmhClient(ConnectionProfile profile, const Clock &clock, const PmhTimings &timings, int kiosks = 1,
              QObject *parent = nullptr);
    /// Not from inside a reply; use deleteLater() there.
    ~PmhClient() override;

    /// The token of this visit; replaces the one before. Kept in locked memory.
    void setAccessToken(SecretBuffer token);
    /// The end of the visit: nothing is remembered of its registrations either.
    void clearAccessToken();

    void inquireVaccinations(Reply<QList<VaccinationRecord>> reply);
    void inquireQuestionnaires(Reply<QList<QuestionnaireSummary>> reply);
    void inquireQuestionnaire(const QString &questionnaireManagementId, Reply<QuestionnaireRecord> reply);
    void inquireCertificate(const QString &vaccinationScheduleId, Reply<CertificateRecord> reply);
    void inquirePrenatalCheckups(Reply<QList<Pregnancy>> reply);
    void inquirePrenatalVouchers(Reply<QList<PrenatalVoucher>> reply);
    void inquireHomecoming(Reply<Homecoming> reply);
    void inquirePregnancyLoss(AskedByStaff asked, Reply<PregnancyLoss> reply);
    /// Of one pregnancy, of all where the id is empty.
    void inquirePrenatalHandbooks(const QString &pregnancyId, Reply<QList<PrenatalHandbook>> reply);
    void inquireChildCheckups(Reply<ChildCheckups> reply);
    void inquireChildQuestionnaire(const QString &childCheckupId, Reply<ChildQuestionnaireRecord> reply);
    void inquireChildHandbook(Reply<Handbook> reply);
    void inquireMedicalSubsidies(AskedByStaff asked, Reply<MedicalSubsidies> reply);
    /// By S5 or S16.
    void inquireCopaymentLedger(AskedByStaff asked, const QString &copaymentLedgerSeg, Reply<CopaymentLedger> reply);
    /// What is stored now under that key, for a register type (registration.h).
    void inquireStored(const QString &registerType, const QString &key, Reply<StoredAnswer> reply);
    /// A registration of any type: inquires what is stored first. If it is not `basis` (README rule 6, status included),
    /// nothing is sent and the outcome is Refused with ChangedMeanwhile and `stored` (or Confirmed where it is already
    /// what would be sent). Then `beforeSending`, one request, and the read-back. The reply always holds a report. Its
    /// error: Confirmed none; Refused the reason (from the inquiry before, the note, or the server; it may be sent
    /// again on a staff action); Conflict OutcomeConflict; Unknown OutcomeUnknown, or TokenExpired and ConsentWithdrawn
    /// where the read-back needs the consent again before resolveState().
    void registerState(const Registration &registration, const StoredState &basis, BeforeSending beforeSending,
                       Reply<RegistrationReport> reply);
    /// Asks again what became of a registration whose outcome is unknown; sends nothing. Refused here means: the store
    /// is still as it was, and what was sent can take no effect any more. `sentAt` (UTC): when it left, where this
    /// client did not send it itself.
    void resolveState(const Registration &registration, const StoredState &basis, const QDateTime &sentAt,
                      Reply<RegistrationReport> reply);
    /// The same for a questionnaire of either kind.
    void registerQuestionnaire(const QuestionnaireRegistration &registration, const QuestionnaireRecord &basis,
                               Reply<RegistrationResult> reply, BeforeSending beforeSending = {});
    void resolveRegistration(const QuestionnaireRegistration &registration, const QuestionnaireRecord &basis,
                             Reply<RegistrationResult> reply, const QDateTime &sentAt = {});
    /// The PMH interface does not answer, or only after long, as far as requests have shown.
    [[nodiscard]] bool isTroubled() const;
    /// Heard from elsewhere that it works again: the next inquiries may try.
    void noteWorking();
    /// Ends everything under way; no reply comes any more.
    void cancelAll();

Q_SIGNALS:
    void requestFinished(const uk::RequestTrace &trace);
    void troubledChanged(bool isTroubled);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace uk
