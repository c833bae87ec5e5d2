// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/reviewwords.h"

#include "app/base/clock.h"
#include "app/questionnaire/answertypes.h"

#include <QCoreApplication>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ReviewWords", text);
}

} // namespace

QString itemName(const AnswerKey &key)
{
    return u"review.item.%1.%2"_s.arg(key.itemMasterId).arg(key.repeatNumber);
}

QString withFollowUps(const ReviewSession &session, const AnswerKey &key,
                      const std::function<AnswerResult(const AnswerKey &)> &answerOf)
{
    const DefinitionIndex &index = session.index();
    const QuestionItem &item = *index.item(key.itemMasterId);
    const AnswerResult answer = answerOf(key);
    QStringList details;
    for (const QString &id : index.controlledBy(key.itemMasterId)) {
        const QuestionItem &follower = *index.item(id);
        const auto *value = std::get_if<QString>(&answer);
        const bool isOpened = value ? follower.visibleWhen->anyOf.contains(*value)
                                    : std::ranges::any_of(std::get<QStringList>(answer), [&](const QString &one) {
                                          return follower.visibleWhen->anyOf.contains(one);
                                      });
        const bool isSameSubgroup = index.subgroupOf(id) == index.subgroupOf(key.itemMasterId);
        const AnswerResult detail = answerOf({id, isSameSubgroup ? key.repeatNumber : 1});
        if (isOpened && !isEmpty(detail))
            details.append(follower.isSensitive ? words(QT_TRANSLATE_NOOP("ReviewWords", "（表示していません）")) : displayText(follower, detail));
    }
    const QString own = displayText(item, answer);
    return details.isEmpty() ? own : own + u'：' + details.join(u"、"_s);
}

StateText reasonText(const ReviewRow &row, const QString &answer)
{
    if (!row.isException())
        return {};
    switch (row.reasons.first()) {
    case ReviewReason::Conflict: return {Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("ReviewWords", "競合"))};
    case ReviewReason::Unanswered: return {Icon::Error, Role::Error, words(QT_TRANSLATE_NOOP("ReviewWords", "未回答"))};
    case ReviewReason::Problem: return {Icon::Error, Role::Error, words(QT_TRANSLATE_NOOP("ReviewWords", "要修正"))};
    case ReviewReason::FollowUp:
        return {Icon::Risk, Role::Warning, !answer.isEmpty() && answer.size() <= 5 ? u"「%1」"_s.arg(answer) : words(QT_TRANSLATE_NOOP("ReviewWords", "要確認"))};
    case ReviewReason::Changed: return {Icon::Changed, Role::Changed, words(QT_TRANSLATE_NOOP("ReviewWords", "変更"))};
    case ReviewReason::Doubtful: return {Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("ReviewWords", "値を確認"))};
    case ReviewReason::TakenOver: return {Icon::Clock, Role::Changed, words(QT_TRANSLATE_NOOP("ReviewWords", "引き継ぎ"))};
    case ReviewReason::StaffChanged: return {Icon::Pencil, Role::Text, words(QT_TRANSLATE_NOOP("ReviewWords", "職員変更"))};
    }
    return {};
}

QString markText(const StaffMark &mark)
{
    return mark.staffName + u' ' + toTokyo(mark.at).toString(u"HH:mm"_s);
}

QString foldText(const FoldCount &count)
{
    const QString text = words(QT_TRANSLATE_NOOP("ReviewWords", "ほかの回答　%1問　　前回と同じ %2・今回からの回答 %3・回答なし %4"))
                             .arg(count.questions).arg(count.same).arg(count.fresh).arg(count.unanswered);
    return count.sensitive == 0 ? text : text + words(QT_TRANSLATE_NOOP("ReviewWords", "（表示していない回答 %1）")).arg(count.sensitive);
}

} // namespace uk
