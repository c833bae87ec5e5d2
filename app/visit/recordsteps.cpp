// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/recordsteps.h"

#include "app/base/clock.h"
#include "app/journal/draftstore.h"
#include "app/pmh/recordcodec.h"
#include "app/portal/consent.h"
#include "app/visit/questionnaireflags.h"

#include <algorithm>
#include <utility>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto draftStatus = "1"_L1, answeredStatus = "2"_L1;

bool isTokenLoss(ErrorCode code)
{
    return code == ErrorCode::TokenExpired || code == ErrorCode::ConsentWithdrawn;
}

VisitEvent eventOf(RegistrationOutcome outcome)
{
    switch (outcome) {
    case RegistrationOutcome::Confirmed: return VisitEvent::RegistrationConfirmed;
    case RegistrationOutcome::Unknown: return VisitEvent::RegistrationUnknown;
    case RegistrationOutcome::Conflict: return VisitEvent::RegistrationConflict;
    case RegistrationOutcome::Refused: return VisitEvent::RegistrationRefused;
    }
    return VisitEvent::RegistrationUnknown;
}

AuditEvent auditOf(RegistrationOutcome outcome, bool isDraft)
{
    switch (outcome) {
    case RegistrationOutcome::Confirmed: return isDraft ? AuditEvent::DraftSaved : AuditEvent::SubmitConfirmed;
    case RegistrationOutcome::Unknown: return AuditEvent::SubmitUnknown;
    case RegistrationOutcome::Conflict: return AuditEvent::SubmitConflict;
    case RegistrationOutcome::Refused: return AuditEvent::SubmitRefused;
    }
    return AuditEvent::SubmitUnknown;
}

} // namespace

QList<SheetWarning> warningsOf(const QList<CheckResult> &results)
{
    QList<SheetWarning> warnings;
    for (const CheckResult &result : results)
        for (int i = 0; i < result.warningMessages.size(); ++i)
            warnings.append({u"%1/%2"_s.arg(result.warningCode).arg(i), result.warningCode, result.warningMessages[i]});
    return warnings;
}

QStringList warningKeys(const QList<CheckResult> &results)
{
    QStringList keys;
    for (const SheetWarning &warning : warningsOf(results))
        keys.append(warning.key);
    return keys;
}

ReviewSession beginReview(const QuestionnaireRecord &record, const ReviewSession *before)
{
    const QStringList warnings = warningKeys(record.checkResults);
    if (!before)
        return ReviewSession(record.definition, record.answers, record.latestAnswers, warnings);
    ReviewSession session = *before;
    session.rebase(record.definition, record.answers, record.latestAnswers, warnings);
    return session;
}

void RecordSteps::fetch()
{
    c.data.error.reset();
    // Not asked for, so not inquired; staff can ask for it (askConsentFor()).
    const bool asksVaccination = c.data.consented.contains(u"vaccination"_s);
    if (!asksVaccination) {
        const Error error{ErrorCode::ScopeNotConsented, u"vaccination"_s, {}};
        c.data.questionnairesError = c.data.vaccinationsError = error;
    }
    if (!asksVaccination && !c.data.consented.contains(u"maternal-child"_s))
        return c.raise(VisitEvent::FetchDone);
    m_earlier.clear();
    m_earlierVisit.clear();
    const QList<OpenVisit> openVisits = c.data.subjectRef.isEmpty() ? QList<OpenVisit>() : c.ports.drafts.openVisits();
    const auto earlier = std::ranges::find_if(openVisits, [this](const OpenVisit &open) {
        return open.subjectRef == c.data.subjectRef && open.visitId != c.data.visitId;
    });
    if (earlier == openVisits.end())
        return inquire();
    c.ports.drafts.load(earlier->visitId, c.guarded<QByteArray>([this, id = earlier->visitId](Result<QByteArray> plain) {
        takeOver(id, plain);
        inquire();
    }));
}

/// Only the card of the same person opens it, and the basic five information is compared before anything is shown.
void RecordSteps::takeOver(const QString &visitId, const Result<QByteArray> &plain)
{
    const Result<VisitDraft> draft = plain ? readVisitDraft(*plain) : std::unexpected(plain.error());
    if (!draft)
        return c.log(AuditEvent::Fetched, u"failed"_s, QString(publicCode(draft.error().code)));
    m_earlier = *draft;
    m_earlierVisit = visitId;
}

void RecordSteps::goOnFromDraft(OpenQuestionnaire &open)
{
    const auto draft = m_earlier.constFind(open.summary.questionnaireManagementId);
    if (draft == m_earlier.cend() || open.session.hasChanges() || open.registration)
        return;
    if (!draft->session.isEmpty() && !open.session.restoreDraft(draft->session))
        return; // the form is another one now; the draft stays where it is
    open.registration = draft->registration;
    m_earlier.erase(draft);
}

/// The earlier draft goes once everything in it stands in this visit's.
void RecordSteps::tidyDrafts()
{
    const QString earlier = std::exchange(m_earlierVisit, QString());
    if (earlier.isEmpty())
        return;
    c.saveDraft([this, earlier, isAllTaken = m_earlier.isEmpty()](Result<void> saved) {
        if (saved && isAllTaken)
            c.ports.drafts.remove(earlier, [](Result<void>) {});
    });
}

void RecordSteps::inquire()
{
    m_underWay = 1; // until all are on their way
    if (c.data.consented.contains(u"vaccination"_s))
        inquireVaccination();
    if (c.data.consented.contains(u"maternal-child"_s))
        inquireCheckups();
    taken();
}

void RecordSteps::inquireCheckups()
{
    ++m_underWay;
    c.ports.pmh.inquireChildCheckups(c.guarded<ChildCheckups>([this](const Result<ChildCheckups> &result) {
        c.data.checkupsError.reset();
        if (result)
            takeCheckups(*result);
        else
            c.data.checkupsError = result.error();
        fetched(c.data.checkupsError, result ? result->checkups.size() : 0);
    }));
}

/// Of the check-ups, those that have a questionnaire: one can be answered, or is.
void RecordSteps::takeCheckups(const ChildCheckups &checkups)
{
    QList<OpenQuestionnaire> found;
    for (const ChildCheckup &checkup : checkups.checkups) {
        if (!checkup.isAnswerable && answerStatus(checkup.answerStatusSeg) == AnswerStatus::Unanswered)
            continue;
        OpenQuestionnaire open;
        open.kind = QuestionnaireKind::ChildCheckup;
        open.wireId = checkup.childCheckupId;
        open.residencySeg = checkup.residencySeg;
        open.summary.questionnaireManagementId = visitIdOf(open.kind, open.wireId);
        open.summary.questionnaireName = checkup.childCheckupName;
        open.summary.isAnswerable = checkup.isAnswerable;
        open.summary.answerStatusSeg = checkup.answerStatusSeg;
        open.summary.unreadable = checkup.unreadable;
        found.append(std::move(open));
    }
    takeList(QuestionnaireKind::ChildCheckup, std::move(found));
}

void RecordSteps::inquireVaccination()
{
    m_underWay += 2;
    // First, on the connection that is open already: more inquiries follow from its answer.
    c.ports.pmh.inquireQuestionnaires(
        c.guarded<QList<QuestionnaireSummary>>([this](Result<QList<QuestionnaireSummary>> result) {
            c.data.questionnairesError.reset();
            if (result)
                takeSummaries(*result);
            else
                c.data.questionnairesError = result.error();
            fetched(c.data.questionnairesError, result ? result->size() : 0);
        }));
    c.ports.pmh.inquireVaccinations(c.guarded<QList<VaccinationRecord>>([this](Result<QList<VaccinationRecord>> result) {
        c.data.vaccinationsError.reset();
        if (result)
            c.data.vaccinations = *std::move(result);
        else
            c.data.vaccinationsError = result.error();
        fetched(c.data.vaccinationsError, c.data.vaccinationsError ? 0 : c.data.vaccinations.size());
    }));
}

void RecordSteps::takeSummaries(const QList<QuestionnaireSummary> &summaries)
{
    QList<OpenQuestionnaire> found;
    for (const QuestionnaireSummary &summary : summaries) {
        OpenQuestionnaire open;
        open.summary = summary;
        open.wireId = summary.questionnaireManagementId;
        found.append(std::move(open));
    }
    takeList(QuestionnaireKind::Vaccination, std::move(found));
}

/// Takes the place of what was known of this kind; vaccinations stand before check-ups.
void RecordSteps::takeList(QuestionnaireKind kind, QList<OpenQuestionnaire> found)
{
    QList<OpenQuestionnaire> others = c.data.questionnaires;
    others.removeIf([kind](const OpenQuestionnaire &open) { return open.kind == kind; });
    for (OpenQuestionnaire &open : found) {
        // After a consent asked for again, everything entered is still here.
        if (const OpenQuestionnaire *before = c.data.questionnaire(open.summary.questionnaireManagementId)) {
            const OpenQuestionnaire newest = std::exchange(open, *before);
            open.summary = newest.summary;
            open.residencySeg = newest.residencySeg;
        }
        if (open.outcome == RegistrationOutcome::Refused && portalEventOf(open.outcomeError)) {
            // With the new token that refusal is history: nothing was stored, and it can be sent now.
            open.outcome.reset();
            open.outcomeError.reset();
        }
        if (open.summary.unreadable)
            open.fetchError = open.summary.unreadable;
    }
    c.data.questionnaires = kind == QuestionnaireKind::Vaccination ? found + others : others + found;
    for (const OpenQuestionnaire &open : std::as_const(found)) {
        if (open.summary.unreadable)
            continue;
        ++m_underWay;
        const auto take = [this, id = open.summary.questionnaireManagementId](Result<QuestionnaireRecord> result) {
            takeRecord(id, std::move(result));
        };
        if (kind == QuestionnaireKind::Vaccination)
            c.ports.pmh.inquireQuestionnaire(open.wireId, c.guarded<QuestionnaireRecord>(take));
        else
            c.ports.pmh.inquireChildQuestionnaire(
                open.wireId, c.guarded<ChildQuestionnaireRecord>([take](Result<ChildQuestionnaireRecord> result) {
                    take(result ? Result<QuestionnaireRecord>(asQuestionnaire(*std::move(result))) : std::unexpected(result.error()));
                }));
    }
}

void RecordSteps::takeRecord(const QString &id, Result<QuestionnaireRecord> result)
{
    OpenQuestionnaire *open = c.data.questionnaire(id);
    if (!open)
        return;
    open->fetchError.reset();
    if (!result) {
        open->fetchError = result.error();
    } else {
        if (!bind(result->basicFiveInfo))
            return;
        const QuestionnaireRecord &found = *result;
        const bool hadBasis = open->basis.has_value();
        takeStatus(*open, found);
        if (!found.questionnaireName.isEmpty())
            open->summary.questionnaireName = found.questionnaireName;
        if (!hadBasis || !open->session.hasChanges()) {
            open->session = beginReview(*result, hadBasis ? &open->session : nullptr);
            // A draft goes on where the person stopped; an answered one is looked at from the start.
            open->page = result->answerStatusSeg == draftStatus ? result->lastUpdatedPageNumber.value_or(1) : 1;
            open->basis = found;
        }
        goOnFromDraft(*open);
        if (open->registration)
            settle(*open, found, c.ports.clock.nowUtc());
        // With changes in hand the basis stays: the registration compares it with what is stored and shows both.
    }
    fetched(open->fetchError, 1);
}

void RecordSteps::fetched(const std::optional<Error> &error, qsizetype count)
{
    c.log(AuditEvent::Fetched, error ? u"failed"_s : u"ok"_s, error ? QString(publicCode(error->code)) : QString(), int(count));
    taken();
}

bool RecordSteps::bind(const BasicFiveInfo &person)
{
    if (!c.data.person)
        c.data.person = person;
    const bool isOther = person != *c.data.person && !compareWith(basicFourOf(person), false);
    if (!isOther && (!c.data.basicFour || compareWith(*c.data.basicFour, true))) {
        if (c.data.binding == Binding::Unknown)
            c.data.binding = c.data.basicFour ? Binding::MatchesCard : Binding::NotRead;
        return true;
    }
    if (!isOther)
        c.data.binding = Binding::Differs;
    // Nobody may look at the data of a person who does not stand here.
    c.fail({isOther ? ErrorCode::PersonMismatch : ErrorCode::BasicInfoMismatch, u"basicFiveInfo"_s, {}},
           VisitEvent::StopRequested);
    return false;
}

/// False where the other record is of another person. What staff have to confirm is kept; where it is new, an earlier
/// confirmation does not stand for it.
bool RecordSteps::compareWith(const BasicFourInfo &other, bool isFromCard)
{
    const PersonComparison found = comparePersons(basicFourOf(*c.data.person), other);
    if (found.outcome == PersonComparison::Outcome::Different)
        return false;
    const PersonDoubt doubt{other, isFromCard, found.differences};
    if (found.outcome == PersonComparison::Outcome::Confirm && !c.data.doubts.contains(doubt)) {
        c.data.doubts.append(doubt);
        c.data.binding = Binding::Similar;
    }
    return true;
}

void RecordSteps::taken()
{
    if (--m_underWay > 0)
        return;
    // Only now both lists are there.
    decideAll(c.data, c.ports.clock.today());
    for (OpenQuestionnaire &open : c.data.questionnaires)
        if (open.basis && open.decision.permissions.testFlag(Permission::TakeOver))
            open.session.offerLatest();
    tidyDrafts();
    const bool asksVaccination = c.data.consented.contains(u"vaccination"_s), asksCheckups = c.data.consented.contains(u"maternal-child"_s);
    const std::optional<Error> &first = asksVaccination ? c.data.questionnairesError : c.data.checkupsError;
    const bool nothing = (!asksVaccination || (c.data.questionnairesError && c.data.vaccinationsError))
        && (!asksCheckups || c.data.checkupsError);
    if (nothing)
        c.data.error = first;
    const auto event = portalEventOf(first);
    // Staff come to see a token lost at once; who is no user of the portal yet still stands at the screen.
    if (event && (c.state == VisitState::Reviewing || event == VisitEvent::UserRegistrationRequired))
        c.fail(*first, *event);
    else
        c.raise(nothing ? VisitEvent::FetchFailed : VisitEvent::FetchDone);
}

void RecordSteps::logSubmit()
{
    AuditEntry entry = c.entry(AuditEvent::SubmitStarted);
    entry.objectType = c.pending.isDraft ? u"questionnaire draft"_s : u"questionnaire"_s;
    entry.objectRef = c.pending.questionnaireManagementId;
    c.logThenRaise(std::move(entry));
}

void RecordSteps::submit()
{
    OpenQuestionnaire *open = c.data.questionnaire(c.pending.questionnaireManagementId);
    if (!open || !open->basis) {
        c.fail({ErrorCode::QuestionnaireUnknown, u"submit"_s, {}}, VisitEvent::RegistrationRefused);
        return;
    }
    open->outcome.reset();
    open->outcomeError.reset();
    open->conflicting.reset();
    const int lastPage = int(std::max<qsizetype>(1, open->basis->definition.groups.size()));
    open->lastSent = {open->wireId, c.pending.isDraft ? draftStatus : answeredStatus,
                      c.pending.isDraft ? std::min(open->page, lastPage) : lastPage, open->session.answersToSend(), open->kind};
    const QString id = open->summary.questionnaireManagementId;
    c.ports.pmh.registerQuestionnaire(
        open->lastSent, *open->basis,
        c.guarded<RegistrationResult>([this, id](Result<RegistrationResult> result) { finished(id, std::move(result)); }),
        [this, id](const Registration &sent, const StoredState &basis, Reply<void> written) {
            note(id, {sent, basis, c.ports.clock.nowUtc()}, std::move(written));
        });
}

/// Durable before the request leaves: whatever ends the program now, the next one asks what became of it.
void RecordSteps::note(const QString &id, OpenRegistration registration, Reply<void> written)
{
    if (OpenQuestionnaire *open = c.data.questionnaire(id))
        open->registration = std::move(registration);
    c.saveDraft(std::move(written));
}

void RecordSteps::resolve()
{
    OpenQuestionnaire *open = c.data.questionnaire(c.pending.questionnaireManagementId);
    if (!open || !open->basis) {
        c.raise(VisitEvent::RegistrationUnknown);
        return;
    }
    const QString id = open->summary.questionnaireManagementId;
    c.ports.pmh.resolveRegistration(
        open->lastSent, *open->basis,
        c.guarded<RegistrationResult>([this, id](Result<RegistrationResult> result) { finished(id, std::move(result)); }),
        open->registration ? open->registration->at : QDateTime());
}

void RecordSteps::giveUpWaiting()
{
    const OpenQuestionnaire *open = c.data.questionnaire(c.pending.questionnaireManagementId);
    if (!open || (open->outcome && open->outcome != RegistrationOutcome::Unknown))
        return;
    AuditEntry entry = c.entry(AuditEvent::SubmitUnknown);
    entry.objectType = u"questionnaire"_s;
    entry.objectRef = open->summary.questionnaireManagementId;
    c.ports.audit.append(std::move(entry), [](Result<void>) {});
}

void RecordSteps::finished(const QString &id, Result<RegistrationResult> result)
{
    OpenQuestionnaire *open = c.data.questionnaire(id);
    if (!open)
        return;
    // The call itself fails only before anything was sent.
    RegistrationResult outcome = result ? *std::move(result)
                                        : RegistrationResult{RegistrationOutcome::Refused, result.error(), std::nullopt};
    const bool isDraft = open->lastSent.answerStatusSeg == draftStatus;
    open->outcome = outcome.outcome;
    open->outcomeError = outcome.error;
    if (outcome.outcome != RegistrationOutcome::Unknown)
        open->registration.reset();
    if (outcome.outcome == RegistrationOutcome::Confirmed && outcome.stored) {
        // From now on this is what is stored; the review goes on from it, with the marks of who changed what.
        open->basis = outcome.stored;
        takeStatus(*open, *outcome.stored);
        open->session = beginReview(*outcome.stored, &open->session);
        decideAll(c.data, c.ports.clock.today());
        c.saveDraft();
    } else {
        open->conflicting = std::move(outcome.stored);
        c.saveDraft();
    }
    AuditEntry entry = c.entry(auditOf(outcome.outcome, isDraft));
    entry.objectType = u"questionnaire"_s;
    entry.objectRef = id;
    entry.code = outcome.error ? QString(publicCode(outcome.error->code)) : QString();
    c.ports.audit.append(std::move(entry), [](Result<void>) {});
    // Patient and staff are told why the consent is asked for again.
    if (const auto event = portalEventOf(outcome.error))
        c.fail(*outcome.error, *event);
    else
        c.raise(eventOf(outcome.outcome));
}

/// What only the portal can mend: the token is gone, or the resident is no user of it (rules 20).
std::optional<VisitEvent> RecordSteps::portalEventOf(const std::optional<Error> &error) const
{
    if (error && isTokenLoss(error->code))
        return VisitEvent::TokenLost;
    if (error && error->code == ErrorCode::UserNotRegistered && c.ports.consent.offersRegistration())
        return VisitEvent::UserRegistrationRequired;
    return std::nullopt;
}

void RecordSteps::adoptStored(OpenQuestionnaire &open, bool keepMine)
{
    if (!open.conflicting)
        return;
    open.session = beginReview(*open.conflicting, keepMine ? &open.session : nullptr);
    for (const AnswerKey &key : open.session.conflicts())
        open.session.decideConflict(key, false);
    takeStatus(open, *open.conflicting);
    open.basis = std::move(open.conflicting);
    open.conflicting.reset();
    open.outcome.reset();
    open.outcomeError.reset();
    decideAll(c.data, c.ports.clock.today());
    c.saveDraft();
}

} // namespace uk
