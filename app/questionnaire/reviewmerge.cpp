// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/reviewsession.h"

#include "app/questionnaire/sending.h"

/// How a review goes on from what the server holds now: its own registration, or what the person answered meanwhile.
namespace uk {

void ReviewSession::evaluateAll(DefinitionIndex index)
{
    AnswerMap answers = m_person;
    for (auto it = m_changes.cbegin(); it != m_changes.cend(); ++it)
        answers.insert(it.key(), it->result);
    m_state = FormState(std::move(index), answers);
    m_touched.clear();
}

void ReviewSession::rebase(Definition definition, const Answers &stored, const Answers &latest,
                           const QStringList &warningKeys)
{
    const bool offers = !m_offered.isEmpty();
    if (definition != index().definition()) {
        evaluateAll(DefinitionIndex(std::move(definition)));
        // A question that left the form, or may not be answered here any more, has no place for a change.
        const auto isGone = [this](const AnswerKey &key) { return !takesEdits(key); };
        m_changes.removeIf([&](auto it) { return isGone(it.key()); });
        m_conflicts.removeIf([&](auto it) { return isGone(it.key()); });
        m_entered.removeIf([&](const AnswerKey &key) { return isGone(key); });
        m_history.clear();
        evaluateAll(index());
    }
    const AnswerMap theirs = withoutEmpty(toMap(stored));
    if (theirs != m_stored) {
        if (sameAnswers(answersToSend(), stored))
            renumber();
        else
            merge(theirs);
        m_stored = theirs;
        syncLocked();
    }
    m_latest = toMap(latest);
    m_offered.clear();
    if (offers)
        offerLatest();
    m_warningKeys = warningKeys;
    m_acknowledged.removeIf([this](auto it) { return !m_warningKeys.contains(it.key()); });
}

/// What has to come back unchanged is what the server holds now. A hidden answer of this kind that was left out once is
/// gone there, and sending it again would be a change (rules 3).
void ReviewSession::syncLocked()
{
    QSet<AnswerKey> keys;
    for (const AnswerMap *answers : {&m_person, &m_stored})
        for (auto it = answers->cbegin(); it != answers->cend(); ++it)
            if (const QuestionItem *item = index().item(it.key().itemMasterId); item && isLocked(*item))
                keys.insert(it.key());
    for (const AnswerKey &key : std::as_const(keys)) {
        m_conflicts.remove(key);
        putPerson(key, m_stored.value(key));
    }
}

/// The server has the repeats without gaps; so has the session from now on, or it would send them again.
void ReviewSession::renumber()
{
    bool hasMoved = false;
    for (int subgroup = 0; subgroup < index().subgroupCount(); ++subgroup) {
        const QList<int> numbers = sentNumbers(m_state, subgroup);
        const auto moved = [&](const AnswerKey &key) {
            const auto place = index().place(key.itemMasterId);
            const bool isHere = place && place->subgroupNumber == subgroup && key.repeatNumber <= numbers.size();
            return isHere ? AnswerKey{key.itemMasterId, numbers[key.repeatNumber - 1]} : key;
        };
        if (std::ranges::is_sorted(numbers))
            continue;
        hasMoved = true;
        const auto renumbered = [&](const auto &map) {
            std::decay_t<decltype(map)> result;
            for (auto it = map.cbegin(); it != map.cend(); ++it)
                result.insert(moved(it.key()), it.value());
            return result;
        };
        m_person = renumbered(m_person);
        m_changes = renumbered(m_changes);
        m_conflicts = renumbered(m_conflicts);
        QSet<AnswerKey> entered;
        for (const AnswerKey &key : std::as_const(m_entered))
            entered.insert(moved(key));
        m_entered = std::move(entered);
    }
    if (!hasMoved)
        return;
    m_history.clear();
    evaluateAll(index());
}

void ReviewSession::merge(const AnswerMap &theirs)
{
    AnswerMap mine;
    const AnswerMap answers = m_state.answers();
    for (auto it = answers.cbegin(); it != answers.cend(); ++it)
        if (isVisible(it.key()))
            mine.insert(it.key(), it.value());
    m_history.clear();
    for (const MergedAnswer &merged : mergeAnswers(index(), m_stored, mine, theirs))
        mergeOne(merged);
    evaluateAll(index());
}

void ReviewSession::mergeOne(const MergedAnswer &merged)
{
    const AnswerKey &key = merged.key;
    const auto takeTheirs = [&] {
        if (isEmpty(merged.theirs))
            m_person.remove(key);
        else
            m_person.insert(key, merged.theirs);
    };
    if (!isVisible(key)) {
        // Hidden here, so nothing was sent of it; what the person has there now is kept for when it shows again.
        if (!isEmpty(merged.theirs))
            takeTheirs();
        return;
    }
    const bool isOfDesk = m_changes.contains(key) || m_entered.contains(key);
    const bool isUnit = index().subgroupOf(key.itemMasterId)->maxRepeat > 1 && merged.kind == MergeKind::Conflict;
    switch (merged.kind) {
    case MergeKind::Mine:
        break;
    case MergeKind::Same:
        if (!isOfDesk)
            takeTheirs();
        break;
    case MergeKind::Theirs:
    case MergeKind::Conflict:
        // What somebody corrected is never replaced in silence, also where the correction was stored already.
        if (isOfDesk || isUnit)
            m_conflicts.insert(key, {merged.basis, merged.theirs});
        else
            takeTheirs();
        break;
    }
}

std::optional<AnswerConflict> ReviewSession::conflict(const AnswerKey &key) const
{
    const auto found = m_conflicts.constFind(key);
    return found != m_conflicts.cend() && isVisible(key) ? std::optional(*found) : std::nullopt;
}

QList<AnswerKey> ReviewSession::conflicts() const
{
    QList<AnswerKey> keys;
    for (auto it = m_conflicts.cbegin(); it != m_conflicts.cend(); ++it)
        if (isVisible(it.key()))
            keys.append(it.key());
    std::ranges::sort(keys, {}, [this](const AnswerKey &key) {
        const ItemPlace place = *index().place(key.itemMasterId);
        return std::tuple(place.subgroupNumber, key.repeatNumber, place.number);
    });
    return keys;
}

bool ReviewSession::decideConflict(const AnswerKey &key, bool takesTheirs)
{
    const auto place = index().place(key.itemMasterId);
    if (!place || !m_conflicts.contains(key))
        return false;
    const bool isRepeating = index().subgroup(place->subgroupNumber).maxRepeat > 1;
    Edit edit;
    m_touched.clear();
    const QList<AnswerKey> open = m_conflicts.keys();
    for (const AnswerKey &one : open) {
        // The repeats of a subgroup belong together: half of each side would be nobody's answer.
        if (one != key && !(isRepeating && index().isSameSubgroup(one.itemMasterId, key.itemMasterId)))
            continue;
        remember(edit, one);
        const AnswerConflict decided = m_conflicts.take(one);
        if (takesTheirs) {
            m_changes.remove(one);
            m_entered.remove(one);
        }
        // Beside a change that stays, the person's newer answer is what the person answered.
        if (takesTheirs || (m_changes.contains(one) && !isRepeating))
            putPerson(one, decided.theirs);
    }
    m_history.append(std::move(edit));
    return true;
}

} // namespace uk
