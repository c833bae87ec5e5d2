// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/sameday.h"

#include <QSet>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// One answer to the same id means the same in both: the same kind, and the same values with the same words.
bool asksTheSame(const QuestionItem &one, const QuestionItem &other)
{
    return one.type == other.type && one.rawType == other.rawType && one.choices == other.choices && one.unit == other.unit;
}

QList<AnswerKey> shownKeys(const ReviewSession &session)
{
    QList<AnswerKey> keys;
    const DefinitionIndex &index = session.index();
    for (const QString &id : index.order())
        for (int repeat = 1; repeat <= session.repeats(id); ++repeat)
            if (const AnswerKey key{id, repeat}; session.isVisible(key) && index.item(id)->type != AnswerType::Note)
                keys.append(key);
    return keys;
}

bool isSettled(SheetOutcome outcome)
{
    return outcome == SheetOutcome::Submitted || outcome == SheetOutcome::Unknown;
}

/// The same warning in every questionnaire that is not settled.
void forEach(DaySheets &sheets, const QString &code, const QString &message, auto &&change)
{
    for (DaySheet &sheet : sheets)
        for (const SheetWarning &warning : std::as_const(sheet.warnings))
            if (!isSettled(sheet.outcome) && warning.code == code && warning.message == message)
                change(sheet.session, warning.key);
}

} // namespace

QList<SharedQuestion> sharedQuestions(const DaySheets &sheets)
{
    QList<SharedQuestion> questions;
    QHash<AnswerKey, qsizetype> places;
    QHash<AnswerKey, const DaySheet *> first;
    for (const DaySheet &sheet : sheets) {
        for (const AnswerKey &key : shownKeys(sheet.session)) {
            const auto place = places.constFind(key);
            if (place == places.cend()) {
                places.insert(key, questions.size());
                first.insert(key, &sheet);
                questions.append({key, {sheet.id}, false});
                continue;
            }
            const ReviewSession &leader = first.value(key)->session;
            SharedQuestion &question = questions[*place];
            if (!asksTheSame(*leader.index().item(key.itemMasterId), *sheet.session.index().item(key.itemMasterId)))
                continue;
            question.sheetIds.append(sheet.id);
            question.isDifferent |= !sameResult(leader.current(key), sheet.session.current(key));
        }
    }
    questions.removeIf([](const SharedQuestion &question) { return question.sheetIds.size() < 2; });
    return questions;
}

QList<AnswerKey> ownQuestions(const DaySheets &sheets, const QString &sheetId)
{
    QSet<AnswerKey> shared;
    for (const SharedQuestion &question : sharedQuestions(sheets))
        if (question.sheetIds.contains(sheetId))
            shared.insert(question.key);
    QList<AnswerKey> own;
    for (const DaySheet &sheet : sheets)
        if (sheet.id == sheetId)
            own = shownKeys(sheet.session);
    own.removeIf([&](const AnswerKey &key) { return shared.contains(key); });
    return own;
}

Result<QMap<QString, SharedChange>> setShared(DaySheets &sheets, const AnswerKey &key, const AnswerResult &result,
                                              const QString &reason, const StaffMark &by)
{
    const auto questions = sharedQuestions(sheets);
    const auto question = std::ranges::find(questions, key, &SharedQuestion::key);
    if (question == questions.end())
        return failure(ErrorCode::QuestionnaireUnknown, u"item "_s + key.itemMasterId);
    DaySheets changed = sheets;
    QMap<QString, SharedChange> done;
    bool isAnyPermitted = false;
    QString label;
    for (DaySheet &sheet : changed) {
        if (!question->sheetIds.contains(sheet.id))
            continue;
        label = sheet.session.index().item(key.itemMasterId)->label;
        if (isSettled(sheet.outcome)) {
            done.insert(sheet.id, SharedChange::AlreadySubmitted);
        } else if (!sheet.mayChange) {
            done.insert(sheet.id, SharedChange::NotPermitted);
        } else {
            isAnyPermitted = true;
            const bool isSame = sameResult(sheet.session.current(key), result);
            if (!isSame)
                UK_CHECK(sheet.session.setAnswer(key, result, reason, by));
            done.insert(sheet.id, isSame ? SharedChange::SameBefore : SharedChange::Changed);
        }
    }
    if (!isAnyPermitted)
        return failure(ErrorCode::ReadOnly, u"item "_s + key.itemMasterId, {label});
    sheets = std::move(changed);
    return done;
}

DayMatrix dayMatrix(const DaySheets &sheets, QDate today)
{
    DayMatrix matrix;
    for (const DaySheet &sheet : sheets) {
        for (const SheetWarning &warning : sheet.warnings) {
            auto row = std::ranges::find_if(matrix.warnings, [&](const WarningRow &known) {
                return known.code == warning.code && known.message == warning.message;
            });
            if (row == matrix.warnings.end()) {
                matrix.warnings.append({warning.code, warning.message, {}});
                row = std::prev(matrix.warnings.end());
            }
            // The same words twice in one questionnaire: ticked when both are.
            const bool isTicked = sheet.session.acknowledgement(warning.key).has_value();
            row->sheets.insert(sheet.id, isTicked && row->sheets.value(sheet.id, true));
        }
        if (sheet.previousOn.isValid())
            matrix.intervals.append({sheet.id, sheet.previousTitle, sheet.intervalInfo, sheet.previousOn, sheet.previousOn.daysTo(today)});
    }
    return matrix;
}

void acknowledgeEverywhere(DaySheets &sheets, const QString &code, const QString &message, const StaffMark &by)
{
    forEach(sheets, code, message, [&by](ReviewSession &session, const QString &key) { session.acknowledgeWarning(key, by); });
}

void withdrawEverywhere(DaySheets &sheets, const QString &code, const QString &message)
{
    forEach(sheets, code, message, [](ReviewSession &session, const QString &key) { session.withdrawAcknowledgement(key); });
}

DaySummary daySummary(const DaySheets &sheets)
{
    DaySummary summary;
    for (const DaySheet &sheet : sheets) {
        const auto isBlocking = [](const Problem &problem) { return !problem.isWarning; };
        switch (sheet.outcome) {
        case SheetOutcome::Submitted: summary.submitted.append(sheet.id); break;
        case SheetOutcome::Unknown: summary.unknown.append(sheet.id); break;
        case SheetOutcome::Conflict:
        case SheetOutcome::Refused: summary.failed.append(sheet.id); break;
        case SheetOutcome::NotSent:
        case SheetOutcome::DraftSaved:
            if (!sheet.mayChange)
                summary.viewOnly.append(sheet.id);
            else if (sheet.isLeftOut)
                summary.leftOut.append(sheet.id);
            else if (!sheet.session.openWarnings().isEmpty()
                     || std::ranges::any_of(sheet.session.problems(CheckFor::Submission), isBlocking))
                summary.blocked.append(sheet.id);
            else
                summary.ready.append(sheet.id);
            break;
        }
    }
    return summary;
}

} // namespace uk
