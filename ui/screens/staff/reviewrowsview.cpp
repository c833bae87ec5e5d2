// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/answereditor.h"
#include "ui/screens/staff/reviewscreen.h"
#include "ui/screens/staff/reviewwords.h"
#include "ui/screens/staff/rowwidget.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/noticebox.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QSet>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

/// The part of the review screen that is made anew from the session: page steps, warnings, rows.
namespace uk {

using namespace Qt::StringLiterals;

namespace {

const QList<ColumnWidth> reviewColumns{{124, 0}, {0, 40}, {0, 20}, {0, 28}, {320, 0}};
constexpr int rowHeight = 66;

StateText pageState(int missing, int exceptions)
{
    if (missing > 0)
        return {Icon::Error, Role::Error, QString::number(missing)};
    if (exceptions > 0)
        return {Icon::Risk, Role::Warning, QString::number(exceptions)};
    return {Icon::CheckCircle, Role::Success, {}};
}

void addWords(QVBoxLayout *column, const QString &words, Role role, bool isBold = false)
{
    auto *label = new Label(words, size::text::body, isBold, role, column->parentWidget());
    label->setWordWrap(true);
    column->addWidget(label);
}

void addState(QVBoxLayout *column, const StateText &state)
{
    auto *label = new StateLabel(state, column->parentWidget());
    label->setWordWrap(true);
    column->addWidget(label);
}

} // namespace

void ReviewScreen::fillPages(const ReviewOutline &outline)
{
    emptyRows(m_pageFlow);
    const auto &groups = m_model.session.index().definition().groups;
    for (int page = 0; page < groups.size(); ++page) {
        int missing = 0, exceptions = 0;
        for (const ReviewRow &row : outline.exceptions) {
            if (row.page != page)
                continue;
            ++exceptions;
            missing += row.reasons.first() <= ReviewReason::Problem;
        }
        const QString label = groups[page].label.isEmpty() ? tr("%1ページ").arg(page + 1)
                                                           : u"%1 %2"_s.arg(page + 1).arg(groups[page].label);
        const StateText state = pageState(missing, exceptions);
        auto *button = new Button(page + 1 == m_model.page ? Button::Kind::Secondary : Button::Kind::Quiet, label,
                                  Button::For::Staff, m_pages);
        button->setObjectName(u"review.page.%1"_s.arg(page + 1));
        button->setButtonIcon(state.icon);
        button->setCount(missing > 0 ? missing : exceptions);
        button->setAccessibleDescription(exceptions ? tr("確認がいる項目 %1件").arg(exceptions) : tr("確認がいる項目はありません"));
        connect(button, &QPushButton::clicked, this, [this, page] {
            m_model.page = page + 1;
            Q_EMIT pageShown(page + 1);
            setModel(m_model);
            for (const ReviewRow &row : m_model.session.rows()) {
                if (row.page == page && m_rowOrder.contains(row.key)) {
                    QTimer::singleShot(0, this, [this, key = row.key] { jumpTo(key); });
                    break;
                }
            }
        });
        m_pageFlow->addWidget(button);
    }
    m_pages->updateGeometry();
}

void ReviewScreen::fillWarnings()
{
    emptyRows(m_warningRows);
    m_warnings->setVisible(!m_model.warnings.isEmpty());
    for (int i = 0; i < m_model.warnings.size(); ++i) {
        const WarningText &warning = m_model.warnings[i];
        auto *row = new RowWidget({{210, 0}, {0, 1}, {190, 0}, {150, 0}}, 50, m_warnings);
        row->addCell(new StateLabel({Icon::Warning, Role::WarningStrong, tr("PMHの注意 %1").arg(warning.code)}, row));
        row->addText(warning.message, size::text::body, false, Role::TextStrong);
        row->addText(warning.acknowledgedBy, size::text::body, false, Role::TextMuted);
        auto *tick = new QCheckBox(tr("確認した"), row);
        tick->setObjectName(u"review.warning.%1"_s.arg(i));
        tick->setAccessibleName(tr("PMHの注意 %1 を確認した").arg(warning.code));
        tick->setChecked(!warning.acknowledgedBy.isEmpty());
        connect(tick, &QCheckBox::clicked, this, [this, key = warning.key](bool isOn) { Q_EMIT warningToggled(key, isOn); });
        row->addCell(tick);
        m_warningRows->addWidget(row);
    }
}

void ReviewScreen::fillRows(const ReviewOutline &outline)
{
    m_rowOrder.clear();
    QList<RowList::Row> rows;
    if (!m_model.id.isEmpty()) {
        rows.append({u"review.header"_s, 0, [](QWidget *parent) {
                         return new TableHeader(reviewColumns, {tr("理由"), tr("質問"), tr("前回の回答"), tr("今回の回答"), tr("職員の変更")}, parent);
                     }});
        for (const ReviewRow &row : outline.exceptions)
            addRow(row, rows);
        if (!outline.folded.isEmpty())
            addFold(outline.count, rows);
        if (m_isUnfolded)
            for (const ReviewRow &row : outline.folded)
                addRow(row, rows);
    }
    const QSet<AnswerKey> shown(m_rowOrder.cbegin(), m_rowOrder.cend());
    m_rowTexts.removeIf([&](const QHash<AnswerKey, ShownRow>::iterator row) { return !shown.contains(row.key()); });
    m_rows->setRows(std::move(rows));
}

void ReviewScreen::addFold(const FoldCount &count, QList<RowList::Row> &rows)
{
    const QString text = foldText(count);
    if (text != m_foldText)
        ++m_foldFace;
    m_foldText = text;
    rows.append({u"review.foldRow"_s, 2 * m_foldFace + int(m_isUnfolded),
                 [this, text](QWidget *parent) {
                     auto *fold = new Button(Button::Kind::Quiet, text, Button::For::Staff, parent);
                     fold->setObjectName(u"review.fold"_s);
                     fold->setCheckable(true);
                     fold->setChecked(m_isUnfolded);
                     fold->setButtonIcon(m_isUnfolded ? Icon::ChevronDown : Icon::ChevronRight);
                     fold->setAccessibleDescription(m_isUnfolded ? tr("開いています") : tr("たたんでいます"));
                     connect(fold, &QPushButton::clicked, this, [this] {
                         m_isUnfolded = !m_isUnfolded;
                         setModel(m_model);
                     });
                     return fold;
                 },
                 10});
}

void ReviewScreen::addRow(const ReviewRow &row, QList<RowList::Row> &rows)
{
    const QuestionItem &item = *m_model.session.index().item(row.key.itemMasterId);
    const ReviewRowText text = reviewRowText(m_model.session, row, {mayEdit(item), mayHandOver(item)}, m_uncovered.contains(row.key));
    auto shown = m_rowTexts.find(row.key);
    if (shown == m_rowTexts.end())
        shown = m_rowTexts.insert(row.key, {text, ++m_lastFace});
    else if (shown->text != text)
        *shown = {text, ++m_lastFace};
    m_rowOrder.append(row.key);
    rows.append({itemName(row.key), shown->face, [this, text](QWidget *parent) { return makeRow(text, parent); }});
    if (m_editing == row.key)
        rows.append({itemName(row.key) + u".editorRow"_s, 0, [this, key = row.key](QWidget *parent) { return makeEditor(key, parent); }});
}

QWidget *ReviewScreen::makeEditor(const AnswerKey &key, QWidget *parent)
{
    m_editor = new AnswerEditor(*m_model.session.index().item(key.itemMasterId), m_model.session.current(key), itemName(key), parent);
    connect(m_editor, &AnswerEditor::applied, this,
            [this, key](const AnswerResult &result, const QString &reason) { Q_EMIT answerChanged(key, result, reason); });
    connect(m_editor, &AnswerEditor::unreadable, this, [this](const Error &error) { showError(error); });
    connect(m_editor, &AnswerEditor::cancelled, this, [this] { closeEditor(); });
    return m_editor;
}

QWidget *ReviewScreen::makeRow(const ReviewRowText &text, QWidget *parent)
{
    auto *line = new RowWidget(reviewColumns, rowHeight, parent);
    line->setObjectName(itemName(text.key));
    line->addState(text.reason);
    auto *question = new QWidget(line);
    auto *column = new QVBoxLayout(question);
    column->setContentsMargins(text.depth * 20, 0, 0, 0);
    column->setSpacing(0);
    addWords(column, text.label, Role::TextStrong);
    column->addWidget(new Label(text.place, size::text::body, false, Role::TextMuted, question));
    line->addCell(question);
    line->addText(text.last);
    line->addCell(nowCell(text, line), true);
    line->addCell(staffCell(text, line));
    return line;
}

QWidget *ReviewScreen::nowCell(const ReviewRowText &text, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (!text.offered.isEmpty()) {
        addState(column, {Icon::Clock, Role::Changed, text.offered});
        addWords(column, tr("前回の回答（引き継ぎの候補）"), Role::TextMuted);
    } else if (text.isMissing) {
        column->addWidget(new StateLabel({Icon::Error, Role::Error, tr("回答がありません")}, box));
    } else {
        addWords(column, text.now, Role::TextStrong, true);
    }
    if (!text.newer.isEmpty()) {
        addWords(column, text.basis, Role::TextMuted);
        addState(column, {Icon::Warning, Role::WarningStrong, text.newer});
    }
    if (text.isEntered)
        column->addWidget(new StateLabel({Icon::Person, Role::Text, tr("患者さんがこの画面で入力")}, box));
    if (text.isChanged)
        column->addWidget(new StateLabel({Icon::Changed, Role::Changed, tr("前回から変わりました")}, box));
    if (text.maySeeCovered) {
        auto *uncover = new Button(Button::Kind::Link, tr("表示する"), Button::For::Staff, box);
        uncover->setObjectName(itemName(text.key) + u".uncover"_s);
        connect(uncover, &QPushButton::clicked, this, [this, key = text.key] {
            m_uncovered.insert(key);
            setModel(m_model);
        });
        column->addWidget(uncover);
    }
    return box;
}

QWidget *ReviewScreen::staffCell(const ReviewRowText &text, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *buttons = new QHBoxLayout;
    const AnswerKey key = text.key;
    const auto addLink = [&](bool isThere, const QString &words, const QString &suffix, auto function) {
        if (!isThere)
            return;
        auto *link = new Button(Button::Kind::Link, words, Button::For::Staff, box);
        link->setObjectName(itemName(key) + suffix);
        link->setAccessibleName(tr("%1：%2").arg(text.label, words));
        connect(link, &QPushButton::clicked, this, function);
        buttons->addWidget(link);
    };
    if (!text.changed.isEmpty()) {
        addState(column, {Icon::Pencil, Role::TextStrong, text.changed});
        addWords(column, text.changedBy, Role::TextMuted);
    }
    addLink(text.mayUndo, tr("元に戻す"), u".undo"_s, [this, key] { Q_EMIT undoRequested(key); });
    if (text.mayDecide) {
        addLink(true, tr("新しい回答を使う"), u".theirs"_s, [this, key] { Q_EMIT conflictDecided(key, true); });
        buttons->addStretch();
        column->addLayout(buttons);
        buttons = new QHBoxLayout;
        addLink(true, tr("職員の変更を使う"), u".mine"_s, [this, key] { Q_EMIT conflictDecided(key, false); });
    }
    addLink(text.mayTakeOver, tr("引き継ぐ"), u".take"_s, [this, key] { Q_EMIT takeOverRequested({key}); });
    addLink(text.mayEdit, tr("変更する"), u".edit"_s, [this, key] { openEditor(key); });
    addLink(text.mayHandOver, tr("患者さんに"), u".handOver"_s, [this, key] { Q_EMIT handOverRequested({key}); });
    if (text.isViewOnly)
        column->addWidget(new Label(tr("見るだけの項目です"), size::text::body, false, Role::TextMuted, box));
    addLink(text.mayAddRepeat, tr("行を足す"), u".add"_s, [this, key] { Q_EMIT repeatAddRequested(key.itemMasterId); });
    addLink(text.mayRemoveRepeat, tr("行を消す"), u".remove"_s,
            [this, key] { Q_EMIT repeatRemoveRequested(key.itemMasterId, key.repeatNumber); });
    buttons->addStretch();
    column->addLayout(buttons);
    return box;
}

} // namespace uk
