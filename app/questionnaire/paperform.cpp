// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/paperform.h"

#include "app/base/clock.h"
#include "app/base/japanesedate.h"
#include "app/questionnaire/answertypes.h"
#include "app/questionnaire/paperpanels.h"

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostColumns = 4; ///< of a table; with more the repeats stand below each other
constexpr int blankRows = 2;         ///< of a table where nothing is answered, as on municipal forms

PaperField fieldOf(AnswerType type)
{
    switch (type) {
    case AnswerType::YesNo:
    case AnswerType::SingleChoice:
    case AnswerType::MultipleChoice:
    case AnswerType::Consent: return PaperField::Options;
    case AnswerType::Integer:
    case AnswerType::Decimal: return PaperField::Number;
    case AnswerType::Temperature: return PaperField::Temperature;
    case AnswerType::Date: return PaperField::Date;
    case AnswerType::YearMonth: return PaperField::YearMonth;
    case AnswerType::Age: return PaperField::Age;
    case AnswerType::LongText: return PaperField::Lines;
    case AnswerType::Note: return PaperField::None;
    case AnswerType::ShortText:
    case AnswerType::Unknown: break;
    }
    return PaperField::Line;
}

QList<Choice> choicesOf(const QuestionItem &item)
{
    if (item.type == AnswerType::Consent)
        return {{u"1"_s, u"同意する"_s, false}, {u"0"_s, u"同意しない"_s, false}};
    return item.choices;
}

QString labelOf(const QuestionItem &item, const QString &value)
{
    for (const Choice &choice : choicesOf(item))
        if (choice.value == value)
            return choice.label;
    return u"不明（%1）"_s.arg(value);
}

QStringList valuesOf(const AnswerResult &result)
{
    const auto *text = std::get_if<QString>(&result);
    return text ? QStringList(*text) : std::get<QStringList>(result);
}

/// An answer in the words of the sheet; these do not follow the language of the screens.
QString paperText(const QuestionItem &item, const AnswerResult &result)
{
    if (isEmpty(result))
        return {};
    if (fieldOf(item.type) == PaperField::Options) {
        QStringList labels;
        for (const QString &value : valuesOf(result))
            labels.append(labelOf(item, value));
        return labels.join(u"、"_s);
    }
    if (item.type == AnswerType::Age) { // P1Y6M
        const QString value = valuesOf(result).join(QString());
        const qsizetype years = value.indexOf(u'Y'), months = value.indexOf(u'M');
        if (value.startsWith(u'P') && years > 1 && months > years)
            return u"%1歳%2か月"_s.arg(value.mid(1, years - 1), value.mid(years + 1, months - years - 1));
    }
    return displayText(item, result);
}

PaperCell cellOf(const QuestionItem &item, const AnswerResult &result)
{
    PaperCell cell{fieldOf(item.type), {}, {}, unitText(item)};
    if (cell.field != PaperField::Options) {
        cell.text = paperText(item, result);
        return cell;
    }
    QStringList left = isEmpty(result) ? QStringList() : valuesOf(result);
    for (const Choice &choice : choicesOf(item))
        cell.options.append({choice.label, left.removeAll(choice.value) > 0});
    for (const QString &value : std::as_const(left)) // of no choice: shown raw (contract README rule 1)
        cell.options.append({labelOf(item, value), true});
    return cell;
}

QString momentText(const QDateTime &utc)
{
    const QDateTime at = toTokyo(utc);
    return u"%1月%2日 %3"_s.arg(at.date().month()).arg(at.date().day()).arg(at.toString(u"HH:mm"_s));
}

/// Puts the questions of one review on the sheet, in the order of the form.
class Sheet
{
public:
    Sheet(const ReviewSession &session, const PaperRequest &request)
        : m_session(session)
        , m_index(session.index())
        , m_request(request)
    {
    }

    QList<PaperSection> sections()
    {
        int subgroup = 0;
        for (const Group &group : m_index.definition().groups) {
            for (qsizetype i = 0; i < group.subgroups.size(); ++i, ++subgroup)
                addSubgroup(group, group.subgroups[i], i == 0, m_index.itemsOf(subgroup));
        }
        return m_sections;
    }

private:
    /// The question stands on the sheet: it is asked, or would be if a blank before it were filled.
    bool isPrinted(const AnswerKey &key) const
    {
        const QuestionItem &item = *m_index.item(key.itemMasterId);
        if (m_index.isCircular(key.itemMasterId) || (item.isSensitive && !m_request.hasSensitive))
            return false;
        const auto controller = m_index.controllerOf(key);
        if (!controller)
            return true;
        // What a question that is not printed opened would tell its answer.
        if (!isPrinted(*controller))
            return false;
        const AnswerResult answer = m_session.current(*controller);
        if (isEmpty(answer))
            return m_request.purpose != PaperPurpose::Copy;
        return holdsOneOf(answer, item.visibleWhen->anyOf);
    }

    void addSubgroup(const Group &group, const Subgroup &subgroup, bool isFirst, std::pair<int, int> items)
    {
        const qsizetype before = m_sections.size();
        QString title = isFirst ? group.label : QString();
        if (!subgroup.label.isEmpty() && subgroup.label != group.label)
            title += (title.isEmpty() ? QString() : u"　"_s) + subgroup.label;
        if (isFirst || !title.isEmpty())
            m_sections.append({title, {}});
        m_block.clear();
        const qsizetype blocks = m_sections.last().blocks.size();
        if (subgroup.maxRepeat > 1)
            addRepeats(items);
        else
            for (int number = items.first; number < items.first + items.second; ++number)
                addQuestion({m_index.itemAt(number).itemMasterId, 1});
        if (m_sections.size() > before && m_sections.last().blocks.size() == blocks)
            m_sections.removeLast(); // nothing of it is asked
    }

    void addRepeats(std::pair<int, int> items)
    {
        if (items.second == 0)
            return;
        const QString first = m_index.itemAt(items.first).itemMasterId;
        bool isAnswered = false;
        const int shown = m_session.repeats(first);
        QList<int> columns;
        for (int number = items.first; number < items.first + items.second; ++number) {
            bool isColumn = false;
            for (int repeat = 1; repeat <= shown; ++repeat) {
                const AnswerKey key{m_index.itemAt(number).itemMasterId, repeat};
                isColumn = isColumn || isPrinted(key);
                isAnswered = isAnswered || (isPrinted(key) && !isEmpty(m_session.current(key)));
            }
            if (isColumn)
                columns.append(number);
        }
        if (columns.isEmpty() || (!isAnswered && m_request.purpose == PaperPurpose::Copy))
            return;
        const int rows = isAnswered ? shown : std::min(blankRows, m_index.subgroupOf(first)->maxRepeat);
        if (columns.size() > mostColumns || columns.size() == 1)
            addRepeatsBelowEachOther(columns, rows);
        else
            addTable(columns, rows);
    }

    void addRepeatsBelowEachOther(const QList<int> &columns, int rows)
    {
        for (int repeat = 1; repeat <= rows; ++repeat) {
            m_block.clear();
            for (const int number : columns)
                addQuestion({m_index.itemAt(number).itemMasterId, repeat}, u"（%1）"_s.arg(repeat));
        }
    }

    void addTable(const QList<int> &columns, int rows)
    {
        PaperBlock block;
        for (const int number : columns)
            block.table.columns.append(m_index.itemAt(number).label);
        if (const QString condition = conditionOf({m_index.itemAt(columns.first()).itemMasterId, 1}); !condition.isEmpty())
            m_sections.last().title += u"（%1）"_s.arg(condition);
        for (int repeat = 1; repeat <= rows; ++repeat) {
            QList<PaperCell> row;
            for (const int number : columns) {
                const QuestionItem &item = m_index.itemAt(number);
                const AnswerKey key{item.itemMasterId, repeat};
                row.append(isPrinted(key) ? cellFor(item, key) : PaperCell{PaperField::Hidden, {}, {}, {}});
                if (const QString mark = markOf(item, key); isPrinted(key) && !mark.isEmpty())
                    block.table.marks.append(u"%1（%2）：%3"_s.arg(item.label).arg(repeat).arg(mark));
            }
            block.table.rows.append(row);
        }
        m_sections.last().blocks.append(block);
        m_block.clear();
    }

    void addQuestion(const AnswerKey &key, const QString &prefix = {})
    {
        if (!isPrinted(key))
            return;
        const QuestionItem &item = *m_index.item(key.itemMasterId);
        const auto controller = m_index.controllerOf(key);
        const bool isFollowUp = controller && m_block.contains(*controller);
        PaperQuestion question{{}, prefix + item.label, item.note, conditionOf(key), isFollowUp ? m_block.value(*controller) + 1 : 0,
                               cellFor(item, key), markOf(item, key)};
        if (!isFollowUp) {
            m_block.clear();
            m_sections.last().blocks.append(PaperBlock());
            if (item.type != AnswerType::Note) {
                question.number = QString::number(++m_number);
                m_numbers.insert(key, question.number);
            }
        }
        m_block.insert(key, question.depth);
        m_sections.last().blocks.last().questions.append(question);
    }

    PaperCell cellFor(const QuestionItem &item, const AnswerKey &key) const
    {
        PaperCell cell = cellOf(item, m_session.current(key));
        // A copy is not written on: an empty line there would look as if something were missing.
        if (m_request.purpose == PaperPurpose::Copy && cell.field != PaperField::Options && cell.field != PaperField::None
            && cell.isBlank())
            cell.text = u"（回答なし）"_s;
        return cell;
    }

    /// Only where somebody with a pencil has to decide; elsewhere the answer above says it.
    QString conditionOf(const AnswerKey &key) const
    {
        const auto controller = m_index.controllerOf(key);
        if (!controller || !isEmpty(m_session.current(*controller)))
            return {};
        QStringList labels;
        const QuestionItem &decides = *m_index.item(controller->itemMasterId);
        for (const QString &value : m_index.item(key.itemMasterId)->visibleWhen->anyOf)
            labels.append(fieldOf(decides.type) == PaperField::Options ? labelOf(decides, value) : value);
        const QString when = u"「%1」のとき"_s.arg(labels.join(u"・"_s));
        if (m_block.contains(*controller))
            return when;
        const QString number = m_numbers.value(*controller);
        return number.isEmpty() ? u"%1が%2"_s.arg(decides.label, when) : u"問%1が%2"_s.arg(number, when);
    }

    QString markOf(const QuestionItem &item, const AnswerKey &key) const
    {
        const auto change = m_session.change(key);
        if (!change)
            return {};
        const QString who = u"%1 %2"_s.arg(change->by.staffName, momentText(change->by.at));
        if (change->isTakenOver)
            return u"前回の回答を引き継ぎ／確認：%1"_s.arg(who);
        const QString before = paperText(item, m_session.answered(key));
        return u"職員が変更／変更前：%1／理由：%2／%3"_s.arg(before.isEmpty() ? u"回答なし"_s : before, change->reason, who);
    }

    const ReviewSession &m_session;
    const DefinitionIndex &m_index;
    const PaperRequest &m_request;
    QList<PaperSection> m_sections;
    QHash<AnswerKey, int> m_block;       ///< the questions of the block under way, with their depth
    QHash<AnswerKey, QString> m_numbers; ///< of the numbered questions
    int m_number = 0;
};

QString purposeText(PaperPurpose purpose)
{
    switch (purpose) {
    case PaperPurpose::Submission: return u"紙での提出用です。印の付いていない欄と空欄は、手書きで記入してください。"_s;
    case PaperPurpose::Copy: return u"控えです。回答は電子的に提出済みです。"_s;
    case PaperPurpose::Blank: break;
    }
    return u"白紙の予診票です（カードでの受付ができないとき用）。太枠の中を手書きで記入してください。"_s;
}

} // namespace

bool PaperCell::isBlank() const
{
    return text.isEmpty() && std::ranges::none_of(options, &PaperOption::isTicked);
}

int sensitiveQuestions(const DefinitionIndex &index)
{
    return int(std::ranges::count_if(index.order(), [&](const QString &id) { return index.item(id)->isSensitive; }));
}

PaperForm paperForm(const ReviewSession &session, const PaperRequest &request)
{
    PaperForm form;
    form.purpose = request.purpose;
    form.title = request.title;
    form.vaccine = request.vaccine;
    form.purposeText = purposeText(request.purpose);
    form.isTraining = request.isTraining;
    form.person = personPanel(request.person, request.today);
    form.panels = closingPanels(request.person, request.today, request.occasion);
    if (request.purpose != PaperPurpose::Blank)
        form.printedOn = toWareki(request.today);
    if (request.person)
        form.runningHead = u"%1　%2生"_s.arg(request.person->name, toWareki(request.person->birth));
    for (const PaperWarning &warning : request.warnings) {
        const auto mark = session.acknowledgement(warning.key);
        const QString seen = mark ? u"（確認：%1 %2）"_s.arg(mark->staffName, momentText(mark->at)) : QString();
        form.warnings.append({warning.message + seen, mark.has_value()});
    }
    form.sections = Sheet(session, request).sections();
    if (const int count = sensitiveQuestions(session.index()); !request.hasSensitive && count > 0)
        form.leftOut = u"ほかに、印刷していない質問が%1問あります（人に知られたくない内容のため）。"_s.arg(count);
    return form;
}

PaperForm blankPaperForm(const Definition &definition, const QString &title, bool isTraining, PaperOccasion occasion)
{
    return paperForm(ReviewSession(definition, {}, {}, {}),
                     {.purpose = PaperPurpose::Blank, .title = title, .vaccine = {}, .person = {}, .warnings = {},
                      .hasSensitive = true, .isTraining = isTraining, .today = {}, .occasion = occasion});
}

} // namespace uk
