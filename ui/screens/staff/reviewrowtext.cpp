// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/reviewrowtext.h"

#include "app/questionnaire/answertypes.h"
#include "ui/screens/staff/reviewwords.h"

#include <QCoreApplication>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("uk::ReviewScreen", text);
}

/// Fills the parts of one row; sensitive answers stay covered until somebody asks for them.
class RowWriter
{
public:
    RowWriter(const ReviewSession &session, const ReviewRow &row, const RowRights &rights, bool isUncovered)
        : m_session(session)
        , m_row(row)
        , m_item(*session.index().item(row.key.itemMasterId))
        , m_rights(rights)
        , m_isCovered(m_item.isSensitive && !isUncovered)
    {
        m_text.key = row.key;
        m_text.depth = row.depth;
    }

    ReviewRowText write()
    {
        writeQuestion();
        writeNow();
        writeConflict();
        writeChange();
        writeRepeats();
        return std::move(m_text);
    }

private:
    QString shown(const AnswerResult &answer, const QString &without) const
    {
        return isEmpty(answer) ? without : m_isCovered ? covered() : displayText(m_item, answer);
    }
    static QString covered() { return words(QT_TRANSLATE_NOOP("uk::ReviewScreen", "（表示していません）")); }
    static QString none() { return words(QT_TRANSLATE_NOOP("uk::ReviewScreen", "（回答なし）")); }

    QString withFollowUpsOf(const AnswerResult &answer, const std::function<AnswerResult(const AnswerKey &)> &answerOf) const
    {
        return isEmpty(answer) ? words(QT_TRANSLATE_NOOP("uk::ReviewScreen", "—"))
            : m_isCovered      ? covered()
                               : withFollowUps(m_session, m_row.key, answerOf);
    }

    void writeQuestion()
    {
        m_text.reason = reasonText(m_row, m_isCovered ? QString() : displayText(m_item, m_session.current(m_row.key)));
        m_text.label = m_item.label;
        m_text.place = words(QT_TRANSLATE_NOOP("uk::ReviewScreen", "%1ページ")).arg(m_row.page + 1);
        if (m_session.index().subgroupOf(m_row.key.itemMasterId)->maxRepeat > 1)
            m_text.place += words(QT_TRANSLATE_NOOP("uk::ReviewScreen", "・%1回目")).arg(m_row.key.repeatNumber);
        if (!m_item.note.isEmpty())
            m_text.place += u"・"_s + m_item.note;
        m_text.last = withFollowUpsOf(m_session.latest(m_row.key), [this](const AnswerKey &key) { return m_session.latest(key); });
    }

    void writeNow()
    {
        const AnswerResult now = m_session.answered(m_row.key);
        const auto offered = m_session.offered(m_row.key);
        m_text.mayTakeOver = m_rights.edits && offered;
        // What is offered is no answer yet: it says so, and stands in nobody's name.
        if (isEmpty(now) && offered && !m_session.change(m_row.key))
            m_text.offered = shown(*offered, {});
        m_text.isMissing = isEmpty(now) && m_row.reasons.contains(ReviewReason::Unanswered);
        m_text.now = withFollowUpsOf(now, [this](const AnswerKey &key) { return m_session.answered(key); });
        m_text.isEntered = m_session.isEntered(m_row.key);
        m_text.isChanged = m_row.reasons.contains(ReviewReason::Changed);
        m_text.maySeeCovered = m_isCovered && (!isEmpty(now) || offered);
    }

    /// What both began from, and what the person answered since; the desk's change stands in the last column.
    void writeConflict()
    {
        const auto conflict = m_session.conflict(m_row.key);
        if (!conflict)
            return;
        m_text.basis = words(QT_TRANSLATE_NOOP("uk::ReviewScreen", "もとの回答：%1")).arg(shown(conflict->basis, none()));
        m_text.newer = words(QT_TRANSLATE_NOOP("uk::ReviewScreen", "新しい回答：%1")).arg(shown(conflict->theirs, none()));
        m_text.mayDecide = m_rights.edits;
    }

    void writeChange()
    {
        const bool isInConflict = !m_text.newer.isEmpty();
        if (const auto change = m_session.change(m_row.key)) {
            m_text.changed = shown(change->result, none());
            m_text.changedBy = words(QT_TRANSLATE_NOOP("uk::ReviewScreen", "%1・%2"))
                                   .arg(markText(change->by), change->isTakenOver
                                            ? words(QT_TRANSLATE_NOOP("uk::ReviewScreen", "前回の回答から引き継ぎ"))
                                            : change->reason);
            m_text.mayUndo = m_rights.edits && !isInConflict;
        }
        m_text.mayEdit = m_rights.edits;
        m_text.mayHandOver = m_rights.handsOver && !isInConflict;
        m_text.isViewOnly = m_item.type == AnswerType::Unknown || m_item.isReadOnly;
    }

    void writeRepeats()
    {
        const Subgroup *subgroup = m_session.index().subgroupOf(m_row.key.itemMasterId);
        const bool isFirst = subgroup->items.first().itemMasterId == m_row.key.itemMasterId;
        if (!m_rights.edits || !isFirst || subgroup->maxRepeat <= 1)
            return;
        const int repeats = m_session.repeats(m_row.key.itemMasterId);
        m_text.mayAddRepeat = m_row.key.repeatNumber == repeats && repeats < subgroup->maxRepeat;
        m_text.mayRemoveRepeat = repeats > 1;
    }

    const ReviewSession &m_session;
    const ReviewRow &m_row;
    const QuestionItem &m_item;
    RowRights m_rights;
    bool m_isCovered;
    ReviewRowText m_text;
};

} // namespace

ReviewRowText reviewRowText(const ReviewSession &session, const ReviewRow &row, const RowRights &rights, bool isUncovered)
{
    return RowWriter(session, row, rights, isUncovered).write();
}

} // namespace uk
