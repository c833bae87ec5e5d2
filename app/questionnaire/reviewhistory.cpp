// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/reviewsession.h"

#include <algorithm>

/// Edits of a review and how they are taken back.
namespace uk {

void ReviewSession::remember(Edit &edit, const AnswerKey &key) const
{
    const auto conflict = m_conflicts.constFind(key);
    edit.before.append({key, change(key), m_person.value(key), m_entered.contains(key),
                        conflict == m_conflicts.cend() ? std::nullopt : std::optional(*conflict)});
}

void ReviewSession::put(const AnswerKey &key, std::optional<StaffChange> change)
{
    if (change)
        m_changes.insert(key, *std::move(change));
    else
        m_changes.remove(key);
    evaluate(key);
}

void ReviewSession::putPerson(const AnswerKey &key, const AnswerResult &result)
{
    if (isEmpty(result))
        m_person.remove(key);
    else
        m_person.insert(key, result);
    evaluate(key);
}

void ReviewSession::evaluate(const AnswerKey &key)
{
    m_touched += m_state.set(key, current(key));
}

void ReviewSession::revert(const Edit &edit)
{
    for (const Before &before : edit.before) {
        if (before.isEntered)
            m_entered.insert(before.key);
        else
            m_entered.remove(before.key);
        if (before.conflict)
            m_conflicts.insert(before.key, *before.conflict);
        else
            m_conflicts.remove(before.key);
        if (before.change)
            m_changes.insert(before.key, *before.change);
        else
            m_changes.remove(before.key);
        putPerson(before.key, before.person);
    }
    if (edit.subgroup.isEmpty())
        return;
    if (edit.repeatsBefore > 0)
        m_addedRepeats.insert(edit.subgroup, edit.repeatsBefore);
    else
        m_addedRepeats.remove(edit.subgroup);
}

QList<AnswerKey> ReviewSession::touchedBy(const Edit &edit) const
{
    QList<AnswerKey> keys;
    for (const Before &before : edit.before)
        keys.append(before.key);
    if (!edit.subgroup.isEmpty())
        keys.append({edit.subgroup, 0}); // the number of repeats
    return keys;
}

bool ReviewSession::undoLast()
{
    if (m_history.isEmpty())
        return false;
    m_touched.clear();
    revert(m_history.takeLast());
    return true;
}

bool ReviewSession::undo(const AnswerKey &key)
{
    m_touched.clear();
    qsizetype latest = m_history.size() - 1;
    while (latest >= 0 && !touchedBy(m_history[latest]).contains(key))
        --latest;
    if (latest < 0) {
        if (m_conflicts.contains(key))
            return decideConflict(key, true);
        if (!m_changes.contains(key))
            return false;
        Edit edit;
        remember(edit, key);
        put(key, std::nullopt);
        m_history.append(std::move(edit));
        return true;
    }
    QSet<AnswerKey> keys;
    QList<qsizetype> undone;
    for (qsizetype i = latest; i < m_history.size(); ++i) {
        const QList<AnswerKey> touched = touchedBy(m_history[i]);
        if (i != latest && std::ranges::none_of(touched, [&](const AnswerKey &one) { return keys.contains(one); }))
            continue;
        keys.unite(QSet<AnswerKey>(touched.cbegin(), touched.cend()));
        undone.prepend(i);
    }
    for (const qsizetype i : std::as_const(undone))
        revert(m_history.takeAt(i));
    return true;
}

} // namespace uk
