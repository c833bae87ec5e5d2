// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/reviewsession.h"

#include "app/questionnaire/answertypes.h"
#include "app/questionnaire/prefill.h"
#include "app/questionnaire/sending.h"

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> itemFailure(ErrorCode code, const AnswerKey &key, const QStringList &arguments = {})
{
    return failure(code, u"item "_s + key.itemMasterId, arguments);
}

} // namespace

ReviewSession::ReviewSession(Definition definition, Answers stored, Answers latest, QStringList warningKeys)
    : m_stored(withoutEmpty(toMap(stored)))
    , m_person(m_stored)
    , m_latest(toMap(latest))
    , m_warningKeys(std::move(warningKeys))
    , m_state(DefinitionIndex(std::move(definition)), m_person)
{
}

AnswerResult ReviewSession::current(const AnswerKey &key) const
{
    const auto found = m_changes.constFind(key);
    return found != m_changes.cend() ? found->result : m_person.value(key);
}

std::optional<StaffChange> ReviewSession::change(const AnswerKey &key) const
{
    const auto found = m_changes.constFind(key);
    return found != m_changes.cend() ? std::optional(*found) : std::nullopt;
}

bool ReviewSession::hasChanges() const
{
    // What the server holds passes the same way, so that only what was done here counts.
    return m_person != m_stored || !m_changes.isEmpty()
        ? !sameAnswers(answersToSend(), uk::answersToSend(FormState(index(), m_stored)))
        : false;
}

bool ReviewSession::isWorthKeeping() const
{
    return !m_changes.isEmpty() || !m_entered.isEmpty() || !m_acknowledged.isEmpty() || !m_addedRepeats.isEmpty()
        || !m_conflicts.isEmpty() || m_person != m_stored;
}

bool ReviewSession::takesEdits(const AnswerKey &key) const
{
    const QuestionItem *item = index().item(key.itemMasterId);
    return item && !isLocked(*item) && key.repeatNumber >= 1 && key.repeatNumber <= mostRepeats;
}

Result<const QuestionItem *> ReviewSession::editable(const AnswerKey &key, const AnswerResult &result) const
{
    const QuestionItem *item = index().item(key.itemMasterId);
    if (!item)
        return itemFailure(ErrorCode::QuestionnaireUnknown, key);
    if (isLocked(*item))
        return itemFailure(ErrorCode::ReadOnly, key, {item->label});
    if (key.repeatNumber < 1 || key.repeatNumber > repeats(key.itemMasterId))
        return itemFailure(ErrorCode::RepeatLimit, key, {item->label, QString::number(repeats(key.itemMasterId))});
    if (const auto problem = checkAnswer(*item, key, result); problem && !problem->isWarning)
        return std::unexpected(problem->error);
    return item;
}

Result<void> ReviewSession::setAnswer(const AnswerKey &key, const AnswerResult &result, const QString &reason,
                                      const StaffMark &by)
{
    UK_TRY(const QuestionItem *item, editable(key, result));
    if (reason.trimmed().isEmpty())
        return itemFailure(ErrorCode::ReasonMissing, key, {item->label});
    Edit edit;
    remember(edit, key);
    m_touched.clear();
    // Against whatever the person answered last.
    if (const auto found = m_conflicts.constFind(key); found != m_conflicts.cend() && index().subgroupOf(key.itemMasterId)->maxRepeat == 1)
        putPerson(key, AnswerConflict(*found).theirs);
    m_conflicts.remove(key);
    if (sameResult(m_person.value(key), result))
        put(key, std::nullopt);
    else
        put(key, StaffChange{result, reason.trimmed(), by, false});
    m_history.append(std::move(edit));
    return {};
}

Result<void> ReviewSession::enterAnswer(const AnswerKey &key, const AnswerResult &result)
{
    UK_CHECK(editable(key, result));
    Edit edit;
    remember(edit, key);
    m_touched.clear();
    m_entered.insert(key);
    m_changes.remove(key);
    m_conflicts.remove(key);
    putPerson(key, result);
    m_history.append(std::move(edit));
    return {};
}

int ReviewSession::repeats(const QString &itemMasterId) const
{
    const Subgroup *subgroup = index().subgroupOf(itemMasterId);
    if (!subgroup)
        return 1;
    return std::max(m_state.usedRepeats(itemMasterId), m_addedRepeats.value(subgroup->items.first().itemMasterId, 1));
}

Result<int> ReviewSession::addRepeat(const QString &itemMasterId)
{
    const Subgroup *subgroup = index().subgroupOf(itemMasterId);
    if (!subgroup)
        return failure(ErrorCode::QuestionnaireUnknown, u"item "_s + itemMasterId);
    const QuestionItem &first = subgroup->items.first();
    const int next = repeats(itemMasterId) + 1;
    if (next > std::min(subgroup->maxRepeat, mostRepeats))
        return failure(ErrorCode::RepeatLimit, u"item "_s + itemMasterId, {first.label, QString::number(subgroup->maxRepeat)});
    m_history.append({{}, first.itemMasterId, m_addedRepeats.value(first.itemMasterId)});
    m_addedRepeats.insert(first.itemMasterId, next);
    m_touched.clear();
    for (const QuestionItem &item : subgroup->items)
        m_touched.append({item.itemMasterId, next});
    return next;
}

Result<void> ReviewSession::removeRepeat(const QString &itemMasterId, int repeat, const QString &reason,
                                         const StaffMark &by)
{
    const Subgroup *subgroup = index().subgroupOf(itemMasterId);
    const int count = repeats(itemMasterId);
    if (!subgroup || repeat < 1 || repeat > count)
        return failure(ErrorCode::QuestionnaireUnknown, u"item "_s + itemMasterId);
    const QuestionItem &first = subgroup->items.first();
    if (reason.trimmed().isEmpty())
        return failure(ErrorCode::ReasonMissing, u"item "_s + itemMasterId, {first.label});
    for (const QuestionItem &item : subgroup->items)
        for (int r = repeat; r <= count; ++r)
            if (isLocked(item) && !isEmpty(current({item.itemMasterId, r})))
                return failure(ErrorCode::ReadOnly, u"item "_s + item.itemMasterId, {item.label});
    Edit edit{{}, first.itemMasterId, m_addedRepeats.value(first.itemMasterId)};
    m_touched.clear();
    for (const QuestionItem &item : subgroup->items) {
        if (isLocked(item))
            continue;
        for (int r = repeat; r <= count; ++r) {
            const AnswerKey key{item.itemMasterId, r};
            const AnswerResult moved = r < count ? current({item.itemMasterId, r + 1}) : emptyResult(item);
            remember(edit, key);
            m_conflicts.remove(key);
            if (sameResult(m_person.value(key), moved))
                put(key, std::nullopt);
            else
                put(key, StaffChange{moved, reason.trimmed(), by, false});
        }
    }
    m_addedRepeats.insert(first.itemMasterId, std::max(1, count - 1));
    m_history.append(std::move(edit));
    return {};
}

void ReviewSession::offerLatest()
{
    m_offered = prefillFrom(index(), m_stored, m_latest);
}

std::optional<AnswerResult> ReviewSession::offered(const AnswerKey &key) const
{
    const auto found = m_offered.constFind(key);
    const bool isOpen = found != m_offered.cend() && isVisible(key) && isEmpty(current(key)) && !m_changes.contains(key)
        && !m_entered.contains(key);
    return isOpen ? std::optional(*found) : std::nullopt;
}

int ReviewSession::takeOver(const QList<AnswerKey> &keys, const StaffMark &by)
{
    Edit edit;
    m_touched.clear();
    QList<AnswerKey> waiting = keys;
    while (!waiting.isEmpty()) {
        const AnswerKey key = waiting.takeLast();
        const auto last = offered(key);
        if (!last)
            continue;
        remember(edit, key);
        m_conflicts.remove(key);
        put(key, StaffChange{*last, {}, by, true});
        for (const QString &id : index().controlledBy(key.itemMasterId)) {
            const bool isSame = index().isSameSubgroup(id, key.itemMasterId);
            const int from = isSame ? key.repeatNumber : 1, to = isSame ? from : index().subgroupOf(id)->maxRepeat;
            for (int repeat = from; repeat <= std::min(to, mostRepeats); ++repeat)
                if (const AnswerKey follower{id, repeat}; m_offered.contains(follower) && index().controllerOf(follower) == key)
                    waiting.append(follower);
        }
    }
    const int count = int(edit.before.size());
    if (count > 0)
        m_history.append(std::move(edit));
    return count;
}

int ReviewSession::takeOverAll(const StaffMark &by)
{
    return takeOver(m_offered.keys(), by);
}

void ReviewSession::acknowledgeWarning(const QString &warningKey, const StaffMark &by)
{
    if (m_warningKeys.contains(warningKey))
        m_acknowledged.insert(warningKey, by);
}

void ReviewSession::withdrawAcknowledgement(const QString &warningKey)
{
    m_acknowledged.remove(warningKey);
}

std::optional<StaffMark> ReviewSession::acknowledgement(const QString &warningKey) const
{
    const auto found = m_acknowledged.constFind(warningKey);
    return found != m_acknowledged.cend() ? std::optional(*found) : std::nullopt;
}

QStringList ReviewSession::openWarnings() const
{
    QStringList open;
    for (const QString &key : m_warningKeys)
        if (!m_acknowledged.contains(key))
            open.append(key);
    return open;
}

QList<Problem> ReviewSession::problems(CheckFor purpose) const
{
    QList<Problem> found;
    for (const AnswerKey &key : conflicts())
        found.append({key, Error{ErrorCode::ChangedMeanwhile, u"item "_s + key.itemMasterId,
                                 {questionText(*index().item(key.itemMasterId), key)}}, false});
    return found + m_state.problems(purpose);
}

Answers ReviewSession::answersToSend() const
{
    return uk::answersToSend(m_state);
}

bool operator==(const ReviewSession &a, const ReviewSession &b)
{
    return a.index().definition() == b.index().definition() && a.m_stored == b.m_stored && a.m_person == b.m_person
        && a.m_latest == b.m_latest && a.m_offered == b.m_offered && a.m_changes == b.m_changes && a.m_entered == b.m_entered
        && a.m_conflicts == b.m_conflicts && a.m_addedRepeats == b.m_addedRepeats && a.m_history == b.m_history
        && a.m_warningKeys == b.m_warningKeys && a.m_acknowledged == b.m_acknowledged;
}

} // namespace uk
