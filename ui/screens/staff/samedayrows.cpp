// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/answereditor.h"
#include "ui/screens/staff/rowwidget.h"
#include "ui/screens/staff/samedayscreen.h"
#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/noticebox.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

/// The part of the same-day screen that is made anew from the model: columns, matrix, questions.
namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// Reason and staff change as wide as their words need with larger text, too.
QList<ColumnWidth> questionColumns()
{
    return {{qRound(150 * theme::textScale()), 0}, {0, 32}, {0, 16}, {0, 34}, {qRound(250 * theme::textScale()), 0}};
}

constexpr int rowHeight = 60, matrixRowHeight = 50;

/// A box with a column that has no margins of its own.
QVBoxLayout *makeColumn(QWidget *owner)
{
    auto *column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    return column;
}

QWidget *makeState(const StateText &state, QWidget *owner)
{
    auto *label = new StateLabel(state, owner);
    label->setWordWrap(true);
    return label;
}

void addAnswers(QVBoxLayout *column, const QList<DayAnswerText> &answers, QWidget *owner)
{
    for (const DayAnswerText &answer : answers) {
        StateText state = answer.answer;
        if (!answer.sheets.isEmpty())
            state.word = SameDayScreen::tr("%1：%2").arg(answer.sheets, state.word);
        column->addWidget(makeState(state, owner));
    }
}

} // namespace

/// A row over all questionnaires: what it is about, then one cell each. Below one another where the columns would be too
/// narrow, each with the name of its vaccine; what has nothing to say is left out there.
void SameDayScreen::addMatrixRow(QWidget *lead, const QList<QWidget *> &cells)
{
    if (!isMatrixNarrow()) {
        QList<ColumnWidth> columns{{0, 13}};
        columns.append(QList<ColumnWidth>(cells.size(), {0, 10}));
        auto *row = new RowWidget(columns, matrixRowHeight, m_list);
        row->addCell(lead);
        for (QWidget *cell : cells)
            row->addCell(cell ? cell : new Label(tr("—"), size::text::body, false, Role::TextMuted, row));
        m_rows->addWidget(row);
        return;
    }
    auto *head = new RowWidget({{0, 1}}, matrixRowHeight, m_list);
    auto *box = new QWidget(head);
    auto *column = makeColumn(box);
    lead->setParent(box);
    column->addWidget(lead);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (!cells[i])
            continue;
        if (cells[i]->objectName().isEmpty()) // the questionnaire's own cell begins with its title
            column->addWidget(makeState({Icon::None, Role::TextStrong, m_model.sheets[i].shortTitle}, box));
        cells[i]->setParent(box);
        column->addWidget(cells[i]);
    }
    head->addCell(box);
    m_rows->addWidget(head);
}

void SameDayScreen::fillSheets()
{
    QList<QWidget *> cells;
    for (const DaySheetText &sheet : std::as_const(m_model.sheets))
        cells.append(sheetCell(sheet));
    auto *lead = new Label(tr("同日の予診票　%1件").arg(m_model.sheets.size()), size::text::heading, true, Role::TextStrong, m_list);
    lead->setObjectName(u"day.title"_s);
    lead->setWordWrap(true);
    addMatrixRow(lead, cells);
}

QWidget *SameDayScreen::sheetCell(const DaySheetText &sheet)
{
    auto *cell = new QWidget(m_list);
    cell->setObjectName(u"day.sheet."_s + sheet.id);
    auto *column = makeColumn(cell);
    auto *title = new Label(sheet.title, size::text::lead, true, Role::TextStrong, cell);
    title->setWordWrap(true);
    column->addWidget(title);
    auto *state = makeState(sheet.state, cell);
    state->setObjectName(u"day.state."_s + sheet.id);
    column->addWidget(state);
    if (!sheet.detail.isEmpty())
        column->addWidget(makeParagraph(sheet.detail, size::text::body, cell));
    addNext(column, sheet);
    if (sheet.canBeLeftOut) {
        auto *tick = new QCheckBox(tr("いっしょに提出"), cell);
        tick->setObjectName(u"day.include."_s + sheet.id);
        tick->setAccessibleName(tr("%1：いっしょに提出").arg(sheet.title));
        tick->setChecked(!sheet.isLeftOut);
        connect(tick, &QCheckBox::clicked, this, [this, id = sheet.id](bool isOn) { Q_EMIT leftOutChanged(id, !isOn); });
        column->addWidget(tick);
    }
    auto *open = new Button(Button::Kind::Link, tr("個別に開く"), Button::For::Staff, cell);
    open->setObjectName(u"day.open."_s + sheet.id);
    open->setAccessibleName(tr("%1：個別に開く").arg(sheet.title));
    connect(open, &QPushButton::clicked, this, [this, id = sheet.id] { Q_EMIT openRequested(id); });
    column->addWidget(open, 0, Qt::AlignLeft);
    column->addStretch(1);
    return cell;
}

void SameDayScreen::addNext(QVBoxLayout *column, const DaySheetText &sheet)
{
    using Next = DaySheetText::Next;
    const auto addButton = [&](Button::Kind kind, const QString &text, const QString &name, auto function) {
        auto *button = new Button(kind, text, Button::For::Staff, column->parentWidget());
        button->setObjectName(name + sheet.id);
        button->setAccessibleName(tr("%1：%2").arg(sheet.title, text));
        connect(button, &QPushButton::clicked, this, function);
        column->addWidget(button, 0, Qt::AlignLeft);
    };
    switch (sheet.next) {
    case Next::Nothing:
        return;
    case Next::Jump:
        column->addWidget(makeParagraph(sheet.jumpText, size::text::body, column->parentWidget(), Role::TextStrong));
        return addButton(Button::Kind::Link, tr("そこへ移る"), u"day.jump."_s, [this, control = sheet.jump] { jumpTo(control); });
    case Next::Resolve:
        return addButton(Button::Kind::Secondary, tr("結果を確かめる"), u"day.resolve."_s, [this, id = sheet.id] { Q_EMIT resolveRequested(id); });
    case Next::Choose:
        return addButton(Button::Kind::Secondary, tr("どちらかを選ぶ"), u"day.choose."_s, [this, id = sheet.id] { Q_EMIT chooseRequested(id); });
    case Next::Again:
        return addButton(Button::Kind::Secondary, tr("もう一度提出"), u"day.again."_s, [this, id = sheet.id] { Q_EMIT againRequested(id); });
    }
}

void SameDayScreen::fillWarnings()
{
    for (qsizetype i = 0; i < m_model.warnings.size(); ++i) {
        const DayWarningText &warning = m_model.warnings[i];
        auto *lead = new QWidget(m_list);
        auto *column = makeColumn(lead);
        column->addWidget(makeState({Icon::Warning, Role::WarningStrong, tr("PMHの注意 %1").arg(warning.code)}, lead));
        column->addWidget(makeParagraph(warning.message, size::text::body, lead, Role::TextStrong));
        auto *tick = new QCheckBox(tr("すべて確認した"), lead);
        tick->setObjectName(u"day.warning.%1"_s.arg(i));
        tick->setAccessibleName(tr("PMHの注意 %1 をすべて確認した").arg(warning.code));
        tick->setChecked(warning.isTicked);
        tick->setVisible(warning.canTick);
        connect(tick, &QCheckBox::clicked, this,
                [this, code = warning.code, message = warning.message](bool isOn) { Q_EMIT warningToggled(code, message, isOn); });
        column->addWidget(tick);
        QList<QWidget *> cells;
        for (const StateText &cell : warning.cells)
            cells.append(cell.word.isEmpty() ? nullptr : makeState(cell, m_list));
        addMatrixRow(lead, cells);
    }
}

void SameDayScreen::fillIntervals()
{
    if (m_model.intervals.isEmpty())
        return;
    auto *lead = new QWidget(m_list);
    auto *leadColumn = makeColumn(lead);
    leadColumn->addWidget(makeState({Icon::Clock, Role::TextStrong, tr("前の接種からの間隔")}, lead));
    leadColumn->addWidget(makeParagraph(tr("日数だけを数えています。接種できるかは、医師が判断します。"), size::text::body, lead, Role::TextMuted));
    QList<QWidget *> cells;
    for (const DayIntervalText &interval : std::as_const(m_model.intervals)) {
        auto *cell = new QWidget(m_list);
        auto *column = makeColumn(cell);
        const bool isKnown = !interval.previous.isEmpty();
        column->addWidget(new Label(interval.days, isKnown ? size::text::lead : size::text::body, isKnown, isKnown ? Role::TextStrong : Role::TextMuted, cell));
        for (const QString &text : {interval.previous, interval.info})
            if (!text.isEmpty())
                column->addWidget(makeParagraph(text, size::text::body, cell));
        cells.append(cell);
    }
    addMatrixRow(lead, cells);
}

void SameDayScreen::fillSections()
{
    for (const DaySectionText &section : std::as_const(m_model.sections)) {
        m_rows->addSpacing(12);
        auto *title = new Label(tr("%1・確認がいるもの %2問").arg(section.title).arg(section.exceptions.size()), size::text::lead, true,
                                Role::TextStrong, m_list);
        title->setObjectName(u"day.section."_s + section.id);
        title->setWordWrap(true);
        title->setContentsMargins(0, 4, 0, 4);
        m_rows->addWidget(title);
        if (!section.exceptions.isEmpty() && !isNarrow())
            m_rows->addWidget(new TableHeader(questionColumns(), {tr("理由"), tr("質問"), tr("前回の回答"), tr("今回の回答"), tr("職員の変更")}, m_list));
        for (const DayRowText &row : section.exceptions)
            addRow(row);
        if (section.folded.isEmpty())
            continue;
        const bool isOpen = m_unfolded.contains(section.id);
        auto *fold = new Button(Button::Kind::Quiet, tr("ほかの回答　%1問").arg(section.folded.size()), Button::For::Staff, m_list);
        fold->setObjectName(u"day.fold."_s + section.id);
        fold->setCheckable(true);
        fold->setChecked(isOpen);
        fold->setButtonIcon(isOpen ? Icon::ChevronDown : Icon::ChevronRight);
        fold->setAccessibleDescription(isOpen ? tr("開いています") : tr("たたんでいます"));
        connect(fold, &QPushButton::clicked, this, [this, id = section.id] { toggleFold(id); });
        m_rows->addSpacing(6);
        m_rows->addWidget(fold);
        if (isOpen)
            for (const DayRowText &row : section.folded)
                addRow(row);
    }
}

void SameDayScreen::addRow(const DayRowText &row)
{
    const QList<QWidget *> cells{reasonCell(row), questionCell(row), nullptr, answerCell(row), staffCell(row)};
    auto *line = new RowWidget(isNarrow() ? QList<ColumnWidth>{{0, 1}} : questionColumns(), rowHeight, m_list);
    line->setObjectName(row.name);
    if (isNarrow()) {
        auto *box = new QWidget(line);
        auto *column = makeColumn(box);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (cells[i])
                cells[i]->setParent(box);
            column->addWidget(cells[i] ? cells[i] : makeParagraph(tr("前回の回答：%1").arg(row.last), size::text::body, box, Role::TextMuted));
        }
        line->addCell(box);
    } else {
        line->addCell(cells[0]);
        line->addCell(cells[1]);
        line->addText(row.last);
        line->addCell(cells[3], true);
        line->addCell(cells[4]);
    }
    m_rows->addWidget(line);
    if (m_editing == row.name)
        addEditor(row);
}

QWidget *SameDayScreen::reasonCell(const DayRowText &row)
{
    return makeState(row.reason, m_list);
}

QWidget *SameDayScreen::questionCell(const DayRowText &row)
{
    auto *box = new QWidget(m_list);
    auto *column = makeColumn(box);
    column->setContentsMargins(row.depth * 20, 0, 0, 0);
    column->addWidget(makeParagraph(row.question, size::text::body, box, Role::TextStrong));
    column->addWidget(makeParagraph(row.shared.isEmpty() ? row.place : tr("%1・%2").arg(row.shared, row.place), size::text::body, box, Role::TextMuted));
    return box;
}

QWidget *SameDayScreen::answerCell(const DayRowText &row)
{
    auto *box = new QWidget(m_list);
    auto *column = makeColumn(box);
    addAnswers(column, row.answers, box);
    if (row.isCovered) {
        auto *uncover = new Button(Button::Kind::Link, tr("表示する"), Button::For::Staff, box);
        uncover->setObjectName(row.name + u".uncover"_s);
        uncover->setAccessibleName(tr("%1：表示する").arg(row.question));
        connect(uncover, &QPushButton::clicked, this, [this, name = row.name] {
            m_uncovered.insert(name);
            Q_EMIT uncoverRequested();
        });
        column->addWidget(uncover, 0, Qt::AlignLeft);
    }
    return box;
}

QWidget *SameDayScreen::staffCell(const DayRowText &row)
{
    auto *box = new QWidget(m_list);
    auto *column = makeColumn(box);
    addAnswers(column, row.changes, box);
    if (!row.changes.isEmpty())
        column->addWidget(makeParagraph(row.changedBy, size::text::body, box, Role::TextMuted));
    const bool mayChange = m_model.progress.isEmpty();
    auto *buttons = new QHBoxLayout;
    const auto addLink = [&](const QString &text, const QString &suffix, auto function) {
        auto *link = new Button(Button::Kind::Link, text, Button::For::Staff, box);
        link->setObjectName(row.name + suffix);
        link->setAccessibleName(tr("%1：%2").arg(row.question, text));
        connect(link, &QPushButton::clicked, this, function);
        buttons->addWidget(link);
    };
    if (!row.undoIds.isEmpty() && mayChange)
        addLink(tr("元に戻す"), u".undo"_s, [this, ids = row.undoIds, key = row.key] { Q_EMIT undoRequested(ids, key); });
    if (!row.targets.isEmpty() && mayChange)
        addLink(tr("変更する"), u".edit"_s, [this, name = row.name] { openEditor(name); });
    else if (row.targets.isEmpty())
        column->addWidget(makeParagraph(tr("見るだけです"), size::text::body, box, Role::TextMuted));
    buttons->addStretch();
    column->addLayout(buttons);
    return box;
}

void SameDayScreen::addEditor(const DayRowText &row)
{
    if (row.targets.size() > 1)
        m_rows->addWidget(targetChoice(row, row.name));
    m_editor = new AnswerEditor(row.item, row.current, row.name, m_list);
    connect(m_editor, &AnswerEditor::applied, this, [this, row](const AnswerResult &result, const QString &reason) {
        const QString alone = row.targets.size() == 1 ? row.targets.first().first : m_target;
        if (alone.isEmpty())
            Q_EMIT sharedAnswerChanged(row.key, result, reason);
        else
            Q_EMIT answerChanged(alone, row.key, result, reason);
    });
    connect(m_editor, &AnswerEditor::unreadable, this, [this](const Error &error) { showError(error); });
    connect(m_editor, &AnswerEditor::cancelled, this, &SameDayScreen::closeEditor);
    m_rows->addWidget(m_editor);
}

/// Whose answer is changed: of all that staff may change at once, or of one alone.
QWidget *SameDayScreen::targetChoice(const DayRowText &row, const QString &editorName)
{
    auto *box = new QWidget(m_list);
    auto *flow = new FlowLayout(box, 8);
    flow->setContentsMargins(24, 8, 16, 0);
    QSizePolicy flowing(QSizePolicy::Preferred, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    box->setSizePolicy(flowing);
    QList<Button *> all;
    const auto addTarget = [&](const QString &text, const QString &id, const QString &name) {
        auto *button = new Button(Button::Kind::Choice, text, Button::For::Staff, box);
        button->setObjectName(editorName + name);
        button->setChecked(m_target == id);
        all.append(button);
        flow->addWidget(button);
        return button;
    };
    addTarget(tr("%1件をまとめて変更").arg(row.targets.size()), {}, u".target.all"_s);
    for (const auto &[id, title] : row.targets)
        addTarget(tr("%1だけ変更").arg(title), id, u".target."_s + id);
    for (qsizetype i = 0; i < all.size(); ++i)
        connect(all[i], &QPushButton::clicked, this, [this, all, i, id = i == 0 ? QString() : row.targets[i - 1].first] {
            m_target = id;
            for (qsizetype other = 0; other < all.size(); ++other)
                all[other]->setChecked(other == i);
        });
    return box;
}

} // namespace uk
