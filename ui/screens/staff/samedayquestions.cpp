// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/samedayquestions.h"

#include "app/questionnaire/answertypes.h"
#include "ui/screens/staff/reviewwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("DayQuestions", text);
}

/// Still to be worked on: not sent, and staff may change it.
bool isLive(const DaySheet &sheet)
{
    return sheet.mayChange && sheet.outcome != SheetOutcome::Submitted && sheet.outcome != SheetOutcome::Unknown;
}

/// Where each question stands in the forms together: by the first form that knows it, hidden or not.
QHash<QString, int> placesOf(const DaySheets &sheets)
{
    QHash<QString, int> places;
    for (const DaySheet &sheet : sheets)
        for (const QString &id : sheet.session.index().order())
            if (!places.contains(id))
                places.insert(id, int(places.size()));
    return places;
}

using RowMap = QHash<AnswerKey, ReviewRow>;

/// What one section is made from.
struct Source
{
    const DaySheets &sheets;
    const QHash<QString, QString> &names;
    const QSet<QString> &uncovered;
    QHash<QString, RowMap> rows; ///< sheet id to its review

    [[nodiscard]] QList<const DaySheet *> of(const QStringList &ids) const
    {
        QList<const DaySheet *> found;
        for (const DaySheet &sheet : sheets)
            if (ids.contains(sheet.id))
                found.append(&sheet);
        return found;
    }
};

/// Equal words together: which questionnaires hold them. `text` gives an empty word for what is left out.
QList<DayAnswerText> grouped(const Source &source, const QList<const DaySheet *> &asking, auto &&text)
{
    QList<DayAnswerText> groups;
    QList<QStringList> holders;
    for (const DaySheet *sheet : asking) {
        const StateText answer = text(*sheet);
        if (answer.word.isEmpty())
            continue;
        const auto known = std::ranges::find(groups, answer, &DayAnswerText::answer);
        if (known == groups.end()) {
            groups.append({{}, answer});
            holders.append({source.names.value(sheet->id)});
        } else {
            holders[known - groups.begin()].append(source.names.value(sheet->id));
        }
    }
    for (int i = 0; i < groups.size(); ++i)
        if (holders[i].size() < asking.size())
            groups[i].sheets = holders[i].join(u"・"_s);
    return groups;
}

/// The answers that count do not agree. Nobody has to bring what is empty in a form that staff may not change into line.
bool isDifferent(const QList<const DaySheet *> &asking, const AnswerKey &key)
{
    std::optional<AnswerResult> first;
    for (const DaySheet *sheet : asking) {
        const AnswerResult answer = sheet->session.current(key);
        if (isEmpty(answer) && !isLive(*sheet))
            continue;
        if (first && !sameResult(*first, answer))
            return true;
        first = answer;
    }
    return false;
}

QList<ReviewReason> reasonsOf(const Source &source, const QList<const DaySheet *> &asking, const AnswerKey &key)
{
    QList<ReviewReason> reasons;
    for (const DaySheet *sheet : asking)
        if (isLive(*sheet))
            for (const ReviewReason reason : source.rows.value(sheet->id).value(key).reasons)
                if (!reasons.contains(reason))
                    reasons.append(reason);
    std::ranges::sort(reasons);
    return reasons;
}

void fillReason(DayRowText &row, const Source &source, const QList<const DaySheet *> &asking)
{
    ReviewRow merged = source.rows.value(asking.first()->id).value(row.key);
    merged.reasons = reasonsOf(source, asking, row.key);
    const bool differs = isDifferent(asking, row.key);
    row.depth = merged.depth;
    row.place = words(QT_TRANSLATE_NOOP("DayQuestions", "%1ページ")).arg(merged.page + 1);
    if (row.item.note.size() > 0)
        row.place += u"・"_s + row.item.note;
    constexpr int different = int(ReviewReason::Problem) + 1, later = 1, folded = 1000;
    const bool isPressing = !merged.reasons.isEmpty() && merged.reasons.first() <= ReviewReason::Problem;
    if (differs && !isPressing) {
        row.reason = {Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("DayQuestions", "回答が違う"))};
        row.urgency = different;
    } else {
        row.reason = reasonText(merged, row.isCovered ? QString() : displayText(row.item, row.current));
        row.urgency = merged.reasons.isEmpty() ? folded : int(merged.reasons.first()) + (isPressing ? 0 : later);
    }
}

void fillAnswers(DayRowText &row, const Source &source, const QList<const DaySheet *> &asking)
{
    const QString covered = words(QT_TRANSLATE_NOOP("DayQuestions", "（表示していません）")), none = words(QT_TRANSLATE_NOOP("DayQuestions", "（回答なし）"));
    const auto inWords = [&](const ReviewSession &session, const AnswerResult &answer, auto &&answerOf) {
        return isEmpty(answer) ? QString() : row.isCovered ? covered : withFollowUps(session, row.key, answerOf);
    };
    row.answers = grouped(source, asking, [&](const DaySheet &sheet) {
        const ReviewSession &session = sheet.session;
        const QString text = inWords(session, session.answered(row.key), [&](const AnswerKey &key) { return session.answered(key); });
        if (!text.isEmpty())
            return StateText{Icon::None, Role::TextStrong, text};
        const bool isMissing = isLive(sheet) && source.rows.value(sheet.id).value(row.key).reasons.contains(ReviewReason::Unanswered);
        return isMissing ? StateText{Icon::Error, Role::Error, words(QT_TRANSLATE_NOOP("DayQuestions", "回答がありません"))}
                         : StateText{Icon::None, Role::TextMuted, none};
    });
    row.changes = grouped(source, asking, [&](const DaySheet &sheet) {
        const auto change = sheet.session.change(row.key);
        if (!change)
            return StateText();
        row.changedBy = u"%1・%2"_s.arg(markText(change->by), change->isTakenOver ? words(QT_TRANSLATE_NOOP("DayQuestions", "前回の回答から引き継ぎ")) : change->reason);
        if (isLive(sheet))
            row.undoIds.append(sheet.id);
        return StateText{Icon::Pencil, Role::TextStrong, isEmpty(change->result) ? none : row.isCovered ? covered : displayText(row.item, change->result)};
    });
    QStringList last;
    for (const DayAnswerText &group : grouped(source, asking, [&](const DaySheet &sheet) {
             const ReviewSession &session = sheet.session;
             return StateText{Icon::None, Role::Text, inWords(session, session.latest(row.key), [&](const AnswerKey &key) { return session.latest(key); })};
         }))
        last.append(group.answer.word);
    row.last = last.isEmpty() ? words(QT_TRANSLATE_NOOP("DayQuestions", "—")) : last.join(u"／"_s);
}

DayRowText makeRow(const Source &source, const AnswerKey &key, const QStringList &sheetIds, const QString &namePrefix)
{
    const QList<const DaySheet *> asking = source.of(sheetIds);
    DayRowText row;
    row.key = key;
    row.sheetIds = sheetIds;
    row.name = u"%1.%2.%3"_s.arg(namePrefix, key.itemMasterId).arg(key.repeatNumber);
    row.item = *asking.first()->session.index().item(key.itemMasterId);
    row.question = row.item.label;
    row.canUncover = row.item.isSensitive;
    row.isCovered = row.item.isSensitive && !source.uncovered.contains(row.name);
    const auto live = std::ranges::find_if(asking, [](const DaySheet *sheet) { return isLive(*sheet); });
    row.current = (live == asking.end() ? asking.first() : *live)->session.current(key);
    const bool isFixed = row.item.isReadOnly || row.item.type == AnswerType::Unknown || row.item.type == AnswerType::Note;
    for (const DaySheet *sheet : asking)
        if (isLive(*sheet) && !isFixed)
            row.targets.append({sheet->id, source.names.value(sheet->id)});
    fillAnswers(row, source, asking);
    fillReason(row, source, asking);
    if (sheetIds.size() < 2)
        return row;
    QStringList who;
    for (const QString &id : sheetIds)
        who.append(source.names.value(id));
    row.shared = sheetIds.size() == source.sheets.size()
        ? words(QT_TRANSLATE_NOOP("DayQuestions", "共通：%1件すべて")).arg(sheetIds.size())
        : words(QT_TRANSLATE_NOOP("DayQuestions", "共通：%1")).arg(who.join(u"・"_s));
    return row;
}

/// A question and the follow-ups that it opened stay together, placed by the most urgent of them.
void sortIn(DaySectionText &section, QList<DayRowText> rows)
{
    struct Block { int urgency; QList<DayRowText> rows; };
    QList<Block> blocks;
    for (DayRowText &row : rows) {
        if (row.reason.word.isEmpty()) {
            section.folded.append(std::move(row));
            continue;
        }
        if (row.depth == 0 || blocks.isEmpty())
            blocks.append(Block{row.urgency, {}});
        blocks.last().urgency = std::min(blocks.last().urgency, row.urgency);
        blocks.last().rows.append(std::move(row));
    }
    std::ranges::stable_sort(blocks, {}, &Block::urgency);
    for (const Block &block : blocks)
        section.exceptions += block.rows;
}

} // namespace

QList<DaySectionText> daySections(const DaySheets &sheets, const QHash<QString, QString> &names, const QSet<QString> &uncovered)
{
    Source source{sheets, names, uncovered, {}};
    for (const DaySheet &sheet : sheets) {
        RowMap rows;
        for (const ReviewRow &row : sheet.session.rows())
            rows.insert(row.key, row);
        source.rows.insert(sheet.id, rows);
    }
    QList<DaySectionText> sections;
    const QHash<QString, int> places = placesOf(sheets);
    QList<SharedQuestion> questions = sharedQuestions(sheets);
    std::ranges::stable_sort(questions, {}, [&](const SharedQuestion &question) { return places.value(question.key.itemMasterId); });
    QList<DayRowText> rows;
    for (const SharedQuestion &question : questions)
        rows.append(makeRow(source, question.key, question.sheetIds, u"day.item"_s));
    DaySectionText shared{{}, words(QT_TRANSLATE_NOOP("DayQuestions", "共通の質問　%1問")).arg(rows.size()), {}, {}};
    sortIn(shared, std::move(rows));
    sections.append(std::move(shared));
    for (const DaySheet &sheet : sheets) {
        const QList<AnswerKey> own = ownQuestions(sheets, sheet.id);
        if (own.isEmpty())
            continue;
        QList<DayRowText> ownRows;
        for (const AnswerKey &key : own)
            ownRows.append(makeRow(source, key, {sheet.id}, u"day.own."_s + sheet.id));
        DaySectionText section{sheet.id, words(QT_TRANSLATE_NOOP("DayQuestions", "%1だけの質問　%2問")).arg(names.value(sheet.id)).arg(own.size()), {}, {}};
        sortIn(section, std::move(ownRows));
        sections.append(std::move(section));
    }
    return sections;
}

} // namespace uk
