// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/reviewsession.h"

#include <QSet>

#include <algorithm>

namespace uk {

namespace {

ReviewReason reasonOf(const Problem &problem)
{
    if (problem.error.code == ErrorCode::ChangedMeanwhile)
        return ReviewReason::Conflict;
    if (problem.error.code == ErrorCode::RequiredMissing)
        return ReviewReason::Unanswered;
    return problem.isWarning ? ReviewReason::Doubtful : ReviewReason::Problem;
}

/// Lays the visible questions out in the order of the form, follow-ups directly behind what opened them.
class RowBuilder
{
public:
    RowBuilder(const ReviewSession &session, const QList<Problem> &problems)
        : m_session(session)
    {
        for (const Problem &problem : problems)
            m_problems[problem.key].append(reasonOf(problem));
    }

    QList<ReviewRow> build()
    {
        const DefinitionIndex &index = m_session.index();
        for (int subgroup = 0; subgroup < index.subgroupCount(); ++subgroup) {
            const auto [first, items] = index.itemsOf(subgroup);
            if (items == 0)
                continue;
            const int repeats = m_session.repeats(index.itemAt(first).itemMasterId);
            for (int repeat = 1; repeat <= repeats; ++repeat)
                for (int number = first; number < first + items; ++number)
                    add({index.itemAt(number).itemMasterId, repeat}, index.placeOf(number).group, 0);
        }
        return std::move(m_rows);
    }

private:
    void add(const AnswerKey &key, int page, int depth)
    {
        if (m_done.contains(key) || !m_session.isVisible(key))
            return;
        const DefinitionIndex &index = m_session.index();
        // A follow-up waits for its controller, so that it stands behind it whatever the form's order is.
        const auto controller = index.controllerOf(key);
        if (depth == 0 && controller && !m_done.contains(*controller) && isOnPage(*controller, page))
            return;
        m_done.insert(key);
        const qsizetype at = m_rows.size();
        m_rows.append({key, page, depth, {}});
        bool hasFollowUps = false;
        for (const QString &id : index.controlledBy(key.itemMasterId)) {
            const bool isSame = index.isSameSubgroup(id, key.itemMasterId);
            const int first = isSame ? key.repeatNumber : 1, last = isSame ? key.repeatNumber : m_session.repeats(id);
            for (int repeat = first; repeat <= last; ++repeat) {
                const AnswerKey follower{id, repeat};
                if (index.controllerOf(follower) != key || !m_session.isVisible(follower))
                    continue;
                hasFollowUps = true;
                if (isOnPage(follower, page))
                    add(follower, page, depth + 1);
            }
        }
        m_rows[at].reasons = reasonsOf(key, hasFollowUps);
    }

    bool isOnPage(const AnswerKey &key, int page) const
    {
        const auto place = m_session.index().place(key.itemMasterId);
        return place && place->group == page;
    }

    QList<ReviewReason> reasonsOf(const AnswerKey &key, bool hasFollowUps) const
    {
        QList<ReviewReason> reasons = m_problems.value(key);
        if (hasFollowUps)
            reasons.append(ReviewReason::FollowUp);
        // What the person answered, not what staff changed; how somebody feels today differs from last time by nature.
        const bool isToday = m_session.index().item(key.itemMasterId)->isHealthToday;
        const AnswerResult last = m_session.latest(key), now = m_session.answered(key);
        if (!isToday && !isEmpty(last) && !isEmpty(now) && last != now)
            reasons.append(ReviewReason::Changed);
        const auto change = m_session.change(key);
        if (m_session.offered(key) || (change && change->isTakenOver))
            reasons.append(ReviewReason::TakenOver);
        else if (change)
            reasons.append(ReviewReason::StaffChanged);
        std::ranges::sort(reasons);
        return reasons;
    }

    const ReviewSession &m_session;
    QHash<AnswerKey, QList<ReviewReason>> m_problems;
    QSet<AnswerKey> m_done;
    QList<ReviewRow> m_rows;
};

/// The exceptions among a question and its follow-ups.
struct Block
{
    ReviewReason rank;
    QList<ReviewRow> rows;
};

void addTo(FoldCount &count, const ReviewRow &row, const ReviewSession &session)
{
    const AnswerResult last = session.latest(row.key), now = session.current(row.key);
    ++count.questions;
    if (isEmpty(now))
        ++count.unanswered;
    else if (last == now)
        ++count.same;
    else
        ++count.fresh;
    if (session.index().item(row.key.itemMasterId)->isSensitive)
        ++count.sensitive;
}

} // namespace

QList<ReviewRow> ReviewSession::rows() const
{
    return RowBuilder(*this, problems(CheckFor::Submission)).build();
}

ReviewOutline ReviewSession::outline() const
{
    ReviewOutline outline;
    QList<Block> blocks;
    bool isBlockOpen = false;
    for (const ReviewRow &row : rows()) {
        isBlockOpen &= row.depth > 0;
        if (!row.isException()) {
            outline.folded.append(row);
            addTo(outline.count, row, *this);
            continue;
        }
        if (!isBlockOpen)
            blocks.append({row.reasons.first(), {}});
        isBlockOpen = true;
        blocks.last().rank = std::min(blocks.last().rank, row.reasons.first());
        blocks.last().rows.append(row);
    }
    std::ranges::stable_sort(blocks, {}, &Block::rank);
    for (Block &block : blocks)
        outline.exceptions += std::move(block.rows);
    return outline;
}

} // namespace uk
