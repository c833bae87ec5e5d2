// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/sameday.h"
#include "app/visit/visitcontext.h"
#include "app/visit/visitdraft.h"

namespace uk {

/// The steps with PMH: inquiries, the binding of token and card, registrations with a known outcome.
class RecordSteps
{
public:
    explicit RecordSteps(VisitContext &context)
        : c(context)
    {
    }

    /// Everything that the reception screen needs, in parallel: both lists, then every questionnaire's answer.
    /// An open visit of the same card is taken over from its draft first.
    void fetch();
    void logSubmit();
    void submit();
    void resolve();
    /// The program ends before a registration's answer came: on record as unknown.
    void giveUpWaiting();
    void adoptStored(OpenQuestionnaire &open, bool keepMine);

private:
    void takeOver(const QString &visitId, const Result<QByteArray> &plain);
    void inquire();
    void goOnFromDraft(OpenQuestionnaire &open);
    void tidyDrafts();
    void inquireVaccination();
    void inquireCheckups();
    void takeSummaries(const QList<QuestionnaireSummary> &summaries);
    void takeCheckups(const ChildCheckups &checkups);
    void takeList(QuestionnaireKind kind, QList<OpenQuestionnaire> found);
    void takeRecord(const QString &id, Result<QuestionnaireRecord> result);
    /// One inquiry is over: on record, and counted.
    void fetched(const std::optional<Error> &error, qsizetype count);
    void taken();
    /// False, and the visit is stopped, where the record speaks of another person.
    bool bind(const BasicFiveInfo &person);
    [[nodiscard]] bool compareWith(const BasicFourInfo &other, bool isFromCard);
    void note(const QString &id, OpenRegistration registration, Reply<void> written);
    void finished(const QString &id, Result<RegistrationResult> result);
    [[nodiscard]] std::optional<VisitEvent> portalEventOf(const std::optional<Error> &error) const;

    VisitContext &c;
    int m_underWay = 0;
    VisitDraft m_earlier;      ///< of the open visit, as far as it is not taken over yet
    QString m_earlierVisit;    ///< its id; empty: there is none
};

/// The review of one record; goes on from `before` where it is given (ReviewSession::rebase()).
[[nodiscard]] ReviewSession beginReview(const QuestionnaireRecord &record, const ReviewSession *before);
/// The warnings of PMH one by one, in the order of the answer; a key is "code/index".
[[nodiscard]] QList<SheetWarning> warningsOf(const QList<CheckResult> &results);
/// The keys of these.
[[nodiscard]] QStringList warningKeys(const QList<CheckResult> &results);

} // namespace uk
