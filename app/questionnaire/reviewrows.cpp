// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/answertypes.h"
#include "app/questionnaire/reviewsession.h"

#include <QSet>

namespace uk {

namespace {

/// Lays the visible questions out in the order of the form, follow-ups directly behind what opened them.
class RowBuilder
{
public:
    RowBuilder(const ReviewSession &session, const QList<Problem> &problems)
        : m_session(session)
    {
        for (const Problem &problem : problems)
            m_problems.insert(problem.key, problem.error.code == ErrorCode::RequiredMissing ? ReviewReason::Unanswered
                                                                                              : ReviewReason::Problem);
    }

    QList<ReviewRow> build()
    {
        const DefinitionIndex &index = m_session.index();
        const auto &groups = index.definition().groups;
        for (int page = 0; page < groups.size(); ++page)
            for (const Subgroup &subgroup : groups[page].subgroups)
                for (int repeat = 1; !subgroup.items.isEmpty()
                     && repeat <= m_session.repeats(subgroup.items.first().itemMasterId); ++repeat)
                    for (const QuestionItem &item : subgroup.items)
                        add({item.itemMasterId, repeat}, page, 0);
        return std::move(m_rows);
    }

private:
    void add(const AnswerKey &key, int page, int depth)
    {
        if (m_done.contains(key) || !m_session.isVisible(key))
            return;
        const DefinitionIndex &index = m_session.index();
        const QuestionItem *item = index.item(key.itemMasterId);
        // A follow-up waits for its controller, so that it stands behind it whatever the form's order is.
        if (depth == 0 && item->visibleWhen && !m_done.contains(controllerOf(key)) && isOnSamePage(key))
            return;
        m_done.insert(key);
        const qsizetype at = m_rows.size();
        m_rows.append({key, page, depth, {}});
        const qsizetype before = m_rows.size();
        for (const QString &id : index.controlledBy(key.itemMasterId)) {
            const AnswerKey follower{id, index.subgroupOf(id) == index.subgroupOf(key.itemMasterId) ? key.repeatNumber : 1};
            if (controllerOf(follower) == key && isOnSamePage(follower))
                add(follower, page, depth + 1);
        }
        m_rows[at].reasons = reasonsOf(key, m_rows.size() > before);
    }

    AnswerKey controllerOf(const AnswerKey &key) const
    {
        const DefinitionIndex &index = m_session.index();
        const QString id = index.item(key.itemMasterId)->visibleWhen->itemMasterId;
        const bool isSame = index.subgroupOf(id) == index.subgroupOf(key.itemMasterId);
        return {id, isSame ? key.repeatNumber : 1};
    }

    bool isOnSamePage(const AnswerKey &key) const
    {
        const DefinitionIndex &index = m_session.index();
        const auto controller = index.place(index.item(key.itemMasterId)->visibleWhen->itemMasterId);
        return controller && controller->group == index.place(key.itemMasterId)->group;
    }

    QList<ReviewReason> reasonsOf(const AnswerKey &key, bool openedFollowUps) const
    {
        QList<ReviewReason> reasons;
        if (const auto found = m_problems.constFind(key); found != m_problems.cend())
            reasons.append(*found);
        if (openedFollowUps)
            reasons.append(ReviewReason::FollowUp);
        // What the person answered, not what staff changed; how somebody feels today differs from last time by nature.
        const bool isToday = m_session.index().item(key.itemMasterId)->isHealthToday;
        const AnswerResult last = m_session.latest(key), now = m_session.stored(key);
        if (!isToday && !isEmpty(last) && !isEmpty(now) && last != now)
            reasons.append(ReviewReason::Changed);
        if (m_session.change(key))
            reasons.append(ReviewReason::StaffChanged);
        return reasons;
    }

    const ReviewSession &m_session;
    QMap<AnswerKey, ReviewReason> m_problems;
    QSet<AnswerKey> m_done;
    QList<ReviewRow> m_rows;
};

} // namespace

QList<ReviewRow> ReviewSession::rows() const
{
    return RowBuilder(*this, problems(CheckFor::Submission)).build();
}

} // namespace uk
