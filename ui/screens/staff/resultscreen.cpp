// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/resultscreen.h"

#include "ui/screens/staff/rowwidget.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noticebox.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

ResultScreen::ResultScreen(QWidget *parent)
    : StaffScreen(parent)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(size::staffMargin, 12, size::staffMargin, 8);
    column->addWidget(new Label(tr("送信結果"), size::text::heading, true, Role::TextStrong, content));
    m_list = new QWidget(content);
    m_rows = new QVBoxLayout(m_list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    auto *scroll = new QScrollArea(content);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_list);
    column->addWidget(scroll, 1);
    setContent(content);
    topBar()->setCurrentTab(u"results"_s);
    setKeys({{Qt::Key_Escape, tr("受付へ戻る"), [this] { Q_EMIT backRequested(); }}});
    auto *back = new Button(Button::Kind::Quiet, tr("受付へ戻る"), Button::For::Staff, footer());
    back->setObjectName(u"result.back"_s);
    footer()->addWidget(back);
    connect(back, &QPushButton::clicked, this, &ResultScreen::backRequested);
}

QWidget *ResultScreen::block(const ResultRowText &row)
{
    auto *box = new QWidget(m_list);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(6);
    auto *line = new RowWidget({{0, 30}, {220, 0}, {0, 40}}, 60, box);
    line->addTexts(row.name, {});
    line->addCell(new StateLabel(row.outcome, line));
    line->addText(row.where);
    column->addWidget(line);
    if (row.error)
        column->addWidget(new NoticeBox(row.canChoose ? NoticeBox::Level::Warning : NoticeBox::Level::Error, row.error->title,
                                        tr("%1（%2）").arg(row.error->staff, row.error->code), NoticeBox::For::Staff, box));
    for (const QString &difference : row.differences) {
        auto *label = new Label(difference, size::text::body, false, Role::Text, box);
        label->setWordWrap(true);
        label->setContentsMargins(24, 0, 24, 0);
        column->addWidget(label);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 0, 12, 0);
    const auto addButton = [&](const QString &text, const QString &name, auto function) {
        auto *button = new Button(Button::Kind::Secondary, text, Button::For::Staff, box);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, function);
        buttons->addWidget(button);
    };
    if (row.canResolve)
        addButton(tr("もう一度、結果を確かめる"), u"result.resolve."_s + row.id, [this, id = row.id] { Q_EMIT resolveRequested(id); });
    if (row.canChoose) {
        addButton(tr("職員の変更を残して確認し直す"), u"result.mine."_s + row.id, [this, id = row.id] { Q_EMIT choiceMade(id, true); });
        addButton(tr("保存されている回答を使う"), u"result.theirs."_s + row.id, [this, id = row.id] { Q_EMIT choiceMade(id, false); });
    }
    buttons->addStretch();
    column->addLayout(buttons);
    return box;
}

void ResultScreen::setRows(const QList<ResultRowText> &rows)
{
    emptyRows(m_rows);
    for (const ResultRowText &row : rows)
        m_rows->addWidget(block(row));
    m_rows->addStretch(1);
}

void ResultScreen::clearPerson()
{
    StaffScreen::clearPerson();
    setRows({});
}

} // namespace uk
