// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/answertypes.h"
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
                if (row.page == page && m_rowWidgets.contains(row.key)) {
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
    emptyRows(m_rows);
    m_rowWidgets.clear();
    m_rowOrder.clear();
    if (m_model.id.isEmpty())
        return;
    m_rows->addWidget(new TableHeader(reviewColumns, {tr("理由"), tr("質問"), tr("前回の回答"), tr("今回の回答"), tr("職員の変更")}, m_list));
    for (const ReviewRow &row : outline.exceptions)
        addRow(row);
    if (outline.folded.isEmpty())
        return;
    m_rows->addSpacing(10);
    m_fold = new Button(Button::Kind::Quiet, foldText(outline.count), Button::For::Staff, m_list);
    m_fold->setObjectName(u"review.fold"_s);
    m_fold->setCheckable(true);
    m_fold->setChecked(m_isUnfolded);
    m_fold->setButtonIcon(m_isUnfolded ? Icon::ChevronDown : Icon::ChevronRight);
    m_fold->setAccessibleDescription(m_isUnfolded ? tr("開いています") : tr("たたんでいます"));
    connect(m_fold, &QPushButton::clicked, this, [this] {
        m_isUnfolded = !m_isUnfolded;
        setModel(m_model);
    });
    m_rows->addWidget(m_fold);
    if (!m_isUnfolded)
        return;
    for (const ReviewRow &row : outline.folded)
        addRow(row);
}

void ReviewScreen::addRow(const ReviewRow &row)
{
    const QuestionItem *item = m_model.session.index().item(row.key.itemMasterId);
    const bool isCovered = item->isSensitive && !m_uncovered.contains(row.key);
    const AnswerResult last = m_model.session.latest(row.key);
    const QString covered = tr("（表示していません）");
    const QString lastText = isEmpty(last) ? tr("—") : isCovered ? covered
        : withFollowUps(m_model.session, row.key, [this](const AnswerKey &key) { return m_model.session.latest(key); });

    auto *line = new RowWidget(reviewColumns, rowHeight, m_list);
    line->setObjectName(itemName(row.key));
    line->addState(reasonText(row, isCovered ? QString() : displayText(*item, m_model.session.current(row.key))));

    const int repeats = m_model.session.index().subgroupOf(row.key.itemMasterId)->maxRepeat;
    auto *question = new QWidget(line);
    auto *questionColumn = new QVBoxLayout(question);
    questionColumn->setContentsMargins(row.depth * 20, 0, 0, 0);
    questionColumn->setSpacing(0);
    auto *label = new Label(item->label, size::text::body, false, Role::TextStrong, question);
    label->setWordWrap(true);
    questionColumn->addWidget(label);
    QString place = tr("%1ページ").arg(row.page + 1);
    if (repeats > 1)
        place += tr("・%1回目").arg(row.key.repeatNumber);
    if (!item->note.isEmpty())
        place += u"・"_s + item->note;
    questionColumn->addWidget(new Label(place, size::text::body, false, Role::TextMuted, question));
    line->addCell(question);
    line->addText(lastText);

    line->addCell(nowCell(row, *item, line), true);
    line->addCell(staffCell(row, *item));
    m_rows->addWidget(line);
    m_rowWidgets.insert(row.key, line);
    m_rowOrder.append(row.key);

    if (m_editing != row.key)
        return;
    m_editor = new AnswerEditor(*item, m_model.session.current(row.key), itemName(row.key), m_list);
    connect(m_editor, &AnswerEditor::applied, this,
            [this, key = row.key](const AnswerResult &result, const QString &reason) { Q_EMIT answerChanged(key, result, reason); });
    connect(m_editor, &AnswerEditor::unreadable, this, [this](const Error &error) { showError(error); });
    connect(m_editor, &AnswerEditor::cancelled, this, [this] { closeEditor(); });
    m_rows->addWidget(m_editor);
}

QWidget *ReviewScreen::nowCell(const ReviewRow &row, const QuestionItem &item, QWidget *parent)
{
    const bool isCovered = item.isSensitive && !m_uncovered.contains(row.key);
    const AnswerResult now = m_model.session.answered(row.key);
    const QString covered = tr("（表示していません）");
    auto *nowBox = new QWidget(parent);
    auto *nowColumn = new QVBoxLayout(nowBox);
    nowColumn->setContentsMargins(0, 0, 0, 0);
    nowColumn->setSpacing(0);
    const auto offered = m_model.session.offered(row.key);
    if (isEmpty(now) && offered && !m_model.session.change(row.key)) {
        // What is offered is no answer yet: it says so, and stands in nobody's name.
        auto *candidate = new StateLabel({Icon::Clock, Role::Changed, isCovered ? covered : displayText(item, *offered)}, nowBox);
        candidate->setWordWrap(true);
        nowColumn->addWidget(candidate);
        auto *words = new Label(tr("前回の回答（引き継ぎの候補）"), size::text::body, false, Role::TextMuted, nowBox);
        words->setWordWrap(true);
        nowColumn->addWidget(words);
    } else if (isEmpty(now) && row.reasons.contains(ReviewReason::Unanswered)) {
        nowColumn->addWidget(new StateLabel({Icon::Error, Role::Error, tr("回答がありません")}, nowBox));
    } else {
        auto *answer = new Label(isEmpty(now) ? tr("—") : isCovered ? covered
            : withFollowUps(m_model.session, row.key, [this](const AnswerKey &key) { return m_model.session.answered(key); }), size::text::body, true,
                                 Role::TextStrong, nowBox);
        answer->setWordWrap(true);
        nowColumn->addWidget(answer);
    }
    addConflict(nowColumn, row, item);
    if (m_model.session.isEntered(row.key))
        nowColumn->addWidget(new StateLabel({Icon::Person, Role::Text, tr("患者さんがこの画面で入力")}, nowBox));
    if (row.reasons.contains(ReviewReason::Changed))
        nowColumn->addWidget(new StateLabel({Icon::Changed, Role::Changed, tr("前回から変わりました")}, nowBox));
    if (isCovered && (!isEmpty(now) || offered)) {
        auto *uncover = new Button(Button::Kind::Link, tr("表示する"), Button::For::Staff, nowBox);
        uncover->setObjectName(itemName(row.key) + u".uncover"_s);
        connect(uncover, &QPushButton::clicked, this, [this, key = row.key] {
            m_uncovered.insert(key);
            setModel(m_model);
        });
        nowColumn->addWidget(uncover);
    }
    return nowBox;
}

/// What both began from, and what the person answered since; the desk's change stands in the last column.
void ReviewScreen::addConflict(QVBoxLayout *column, const ReviewRow &row, const QuestionItem &item)
{
    const auto conflict = m_model.session.conflict(row.key);
    if (!conflict)
        return;
    const bool isCovered = item.isSensitive && !m_uncovered.contains(row.key);
    const auto words = [&](const AnswerResult &answer) {
        return isEmpty(answer) ? tr("（回答なし）") : isCovered ? tr("（表示していません）") : displayText(item, answer);
    };
    auto *basis = new Label(tr("もとの回答：%1").arg(words(conflict->basis)), size::text::body, false, Role::TextMuted, column->parentWidget());
    basis->setWordWrap(true);
    column->addWidget(basis);
    auto *newer = new StateLabel({Icon::Warning, Role::WarningStrong, tr("新しい回答：%1").arg(words(conflict->theirs))}, column->parentWidget());
    newer->setWordWrap(true);
    column->addWidget(newer);
}

QWidget *ReviewScreen::staffCell(const ReviewRow &row, const QuestionItem &item)
{
    auto *box = new QWidget(m_list);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const bool isCovered = item.isSensitive && !m_uncovered.contains(row.key);
    const bool isInConflict = m_model.session.conflict(row.key).has_value();
    auto *buttons = new QHBoxLayout;
    const auto addLink = [&](const QString &text, const QString &suffix, auto function) {
        auto *link = new Button(Button::Kind::Link, text, Button::For::Staff, box);
        link->setObjectName(itemName(row.key) + suffix);
        link->setAccessibleName(tr("%1：%2").arg(item.label, text));
        connect(link, &QPushButton::clicked, this, function);
        buttons->addWidget(link);
    };
    if (const auto change = m_model.session.change(row.key)) {
        const QString words = isEmpty(change->result) ? tr("（回答なし）") : isCovered ? tr("（表示していません）") : displayText(item, change->result);
        auto *label = new StateLabel({Icon::Pencil, Role::TextStrong, words}, box);
        label->setWordWrap(true);
        column->addWidget(label);
        auto *by = new Label(tr("%1・%2").arg(markText(change->by), change->isTakenOver ? tr("前回の回答から引き継ぎ") : change->reason), size::text::body, false, Role::TextMuted, box);
        by->setWordWrap(true);
        column->addWidget(by);
        if (mayEdit(item) && !isInConflict)
            addLink(tr("元に戻す"), u".undo"_s, [this, key = row.key] { Q_EMIT undoRequested(key); });
    }
    if (mayEdit(item) && isInConflict) {
        addLink(tr("新しい回答を使う"), u".theirs"_s, [this, key = row.key] { Q_EMIT conflictDecided(key, true); });
        buttons->addStretch();
        column->addLayout(buttons);
        buttons = new QHBoxLayout;
        addLink(tr("職員の変更を使う"), u".mine"_s, [this, key = row.key] { Q_EMIT conflictDecided(key, false); });
    }
    if (mayEdit(item) && m_model.session.offered(row.key))
        addLink(tr("引き継ぐ"), u".take"_s, [this, key = row.key] { Q_EMIT takeOverRequested({key}); });
    if (mayEdit(item))
        addLink(tr("変更する"), u".edit"_s, [this, key = row.key] { openEditor(key); });
    if (mayHandOver(item) && !isInConflict)
        addLink(tr("患者さんに"), u".handOver"_s, [this, key = row.key] { Q_EMIT handOverRequested({key}); });
    else if (item.type == AnswerType::Unknown || item.isReadOnly)
        column->addWidget(new Label(tr("見るだけの項目です"), size::text::body, false, Role::TextMuted, box));
    const Subgroup *subgroup = m_model.session.index().subgroupOf(row.key.itemMasterId);
    const int repeats = m_model.session.repeats(row.key.itemMasterId);
    const bool isFirst = subgroup->items.first().itemMasterId == row.key.itemMasterId;
    if (mayEdit(item) && isFirst && subgroup->maxRepeat > 1) {
        if (row.key.repeatNumber == repeats && repeats < subgroup->maxRepeat)
            addLink(tr("行を足す"), u".add"_s, [this, id = row.key.itemMasterId] { Q_EMIT repeatAddRequested(id); });
        if (repeats > 1)
            addLink(tr("行を消す"), u".remove"_s,
                    [this, key = row.key] { Q_EMIT repeatRemoveRequested(key.itemMasterId, key.repeatNumber); });
    }
    buttons->addStretch();
    column->addLayout(buttons);
    return box;
}

} // namespace uk
