// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/reviewsession.h"

#include "app/questionnaire/answertypes.h"

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

bool sameResult(const AnswerResult &a, const AnswerResult &b)
{
    return (isEmpty(a) && isEmpty(b)) || a == b;
}

AnswerResult emptyResultOf(const QuestionItem &item)
{
    return isArrayType(item.type) ? AnswerResult(QStringList()) : AnswerResult(QString());
}

} // namespace

ReviewSession::ReviewSession(Definition definition, Answers stored, Answers latest, QStringList warningKeys)
    : m_index(std::move(definition))
    , m_stored(toMap(stored))
    , m_latest(toMap(latest))
    , m_warningKeys(std::move(warningKeys))
{
}

AnswerResult ReviewSession::current(const AnswerKey &key) const
{
    const auto found = m_changes.constFind(key);
    return found != m_changes.cend() ? found->result : m_stored.value(key);
}

std::optional<StaffChange> ReviewSession::change(const AnswerKey &key) const
{
    const auto found = m_changes.constFind(key);
    return found != m_changes.cend() ? std::optional(*found) : std::nullopt;
}

AnswerMap ReviewSession::effective() const
{
    AnswerMap answers = m_stored;
    for (auto it = m_changes.cbegin(); it != m_changes.cend(); ++it)
        answers.insert(it.key(), it->result);
    return answers;
}

bool ReviewSession::isVisible(const AnswerKey &key) const
{
    return uk::isVisible(m_index, effective(), key);
}

bool ReviewSession::isLocked(const QString &itemMasterId) const
{
    const QuestionItem *item = m_index.item(itemMasterId);
    return !item || item->isReadOnly || item->type == AnswerType::Note || item->type == AnswerType::Unknown;
}

Result<void> ReviewSession::setAnswer(const AnswerKey &key, const AnswerResult &result, const QString &reason,
                                      const StaffMark &by)
{
    const QuestionItem *item = m_index.item(key.itemMasterId);
    if (!item)
        return failure(ErrorCode::QuestionnaireUnknown, u"item "_s + key.itemMasterId);
    if (isLocked(key.itemMasterId))
        return failure(ErrorCode::ReadOnly, u"item "_s + key.itemMasterId, {item->label});
    if (key.repeatNumber < 1 || key.repeatNumber > repeats(key.itemMasterId))
        return failure(ErrorCode::RepeatLimit, u"item "_s + key.itemMasterId,
                       {item->label, QString::number(repeats(key.itemMasterId))});
    if (reason.trimmed().isEmpty())
        return failure(ErrorCode::ReasonMissing, u"item "_s + key.itemMasterId, {item->label});
    if (const auto problem = checkAnswer(*item, key, result); problem && !problem->isWarning)
        return std::unexpected(problem->error);
    if (sameResult(m_stored.value(key), result))
        m_changes.remove(key);
    else
        m_changes.insert(key, {result, reason.trimmed(), by});
    return {};
}

std::optional<AnswerKey> ReviewSession::lastChanged() const
{
    std::optional<AnswerKey> last;
    QDateTime at;
    for (auto it = m_changes.cbegin(); it != m_changes.cend(); ++it) {
        if (!last || it->by.at >= at) {
            last = it.key();
            at = it->by.at;
        }
    }
    return last;
}

bool ReviewSession::undo(const AnswerKey &key)
{
    return m_changes.remove(key) > 0;
}

int ReviewSession::repeats(const QString &itemMasterId) const
{
    const Subgroup *subgroup = m_index.subgroupOf(itemMasterId);
    if (!subgroup)
        return 1;
    return std::max(usedRepeats(*subgroup, effective()), m_addedRepeats.value(subgroup->items.first().itemMasterId, 1));
}

Result<int> ReviewSession::addRepeat(const QString &itemMasterId)
{
    const Subgroup *subgroup = m_index.subgroupOf(itemMasterId);
    if (!subgroup)
        return failure(ErrorCode::QuestionnaireUnknown, u"item "_s + itemMasterId);
    const int next = repeats(itemMasterId) + 1;
    if (next > subgroup->maxRepeat)
        return failure(ErrorCode::RepeatLimit, u"item "_s + itemMasterId,
                       {subgroup->items.first().label, QString::number(subgroup->maxRepeat)});
    m_addedRepeats.insert(subgroup->items.first().itemMasterId, next);
    return next;
}

Result<void> ReviewSession::removeRepeat(const QString &itemMasterId, int repeat, const QString &reason,
                                         const StaffMark &by)
{
    const Subgroup *subgroup = m_index.subgroupOf(itemMasterId);
    const int count = repeats(itemMasterId);
    if (!subgroup || repeat < 1 || repeat > count)
        return failure(ErrorCode::QuestionnaireUnknown, u"item "_s + itemMasterId);
    if (reason.trimmed().isEmpty())
        return failure(ErrorCode::ReasonMissing, u"item "_s + itemMasterId, {subgroup->items.first().label});
    for (const QuestionItem &item : subgroup->items)
        for (int r = repeat; r <= count; ++r)
            if (isLocked(item.itemMasterId) && !isEmpty(current({item.itemMasterId, r})))
                return failure(ErrorCode::ReadOnly, u"item "_s + item.itemMasterId, {item.label});
    for (const QuestionItem &item : subgroup->items) {
        if (isLocked(item.itemMasterId))
            continue;
        for (int r = repeat; r <= count; ++r) {
            const AnswerResult moved = r < count ? current({item.itemMasterId, r + 1}) : emptyResultOf(item);
            const AnswerKey key{item.itemMasterId, r};
            if (sameResult(m_stored.value(key), moved))
                m_changes.remove(key);
            else
                m_changes.insert(key, {moved, reason.trimmed(), by});
        }
    }
    m_addedRepeats.insert(subgroup->items.first().itemMasterId, std::max(1, count - 1));
    return {};
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
    return checkAnswers(m_index, effective(), purpose);
}

Answers ReviewSession::answersToSend() const
{
    const AnswerMap answers = effective();
    Answers sent;
    for (const Group &group : m_index.definition().groups) {
        for (const Subgroup &subgroup : group.subgroups) {
            int contiguous = 1; // repeats without any visible answer leave no gap
            for (int repeat = 1, count = usedRepeats(subgroup, answers); repeat <= count; ++repeat) {
                const auto before = sent.size();
                for (const QuestionItem &item : subgroup.items) {
                    const AnswerKey key{item.itemMasterId, repeat};
                    const AnswerResult result = answers.value(key);
                    if (item.type != AnswerType::Note && !isEmpty(result) && uk::isVisible(m_index, answers, key))
                        sent.append({{item.itemMasterId, contiguous}, result});
                }
                if (sent.size() > before)
                    ++contiguous;
            }
        }
    }
    return sent;
}

bool operator==(const ReviewSession &a, const ReviewSession &b)
{
    return a.m_index.definition() == b.m_index.definition() && a.m_stored == b.m_stored && a.m_latest == b.m_latest
        && a.m_changes == b.m_changes && a.m_addedRepeats == b.m_addedRepeats && a.m_warningKeys == b.m_warningKeys
        && a.m_acknowledged == b.m_acknowledged;
}

} // namespace uk
