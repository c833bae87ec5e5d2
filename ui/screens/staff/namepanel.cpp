// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/namepanel.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"
#include "ui/widgets/panel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

NamePanel::NamePanel(const QString &tickName, QWidget *parent)
    : QWidget(parent)
    , m_notice(new NoticeBox(NoticeBox::Level::Warning, {}, {}, NoticeBox::For::Staff, this))
    , m_table(new Panel(Role::SurfacePanel, this))
    , m_grid(new QGridLayout)
    , m_tick(new QCheckBox(tr("声に出して確かめた"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    m_tick->setObjectName(tickName);
    row->addWidget(m_notice, 1);
    row->addWidget(m_tick);
    column->addLayout(row);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    m_table->column()->addLayout(m_grid);
    column->addWidget(m_table);
    connect(m_tick, &QCheckBox::clicked, this, &NamePanel::confirmed);
    setQuestion({});
}

void NamePanel::setQuestion(const NameQuestion &question)
{
    setVisible(question.isAsked && !question.isConfirmed);
    m_tick->setChecked(question.isConfirmed);
    if (question.differences.isEmpty())
        m_notice->setNotice(NoticeBox::Level::Warning, tr("氏名未確認"),
                            tr("カードの氏名を読み取っていません。氏名と生年月日を声に出して、ご本人（保護者）に確かめてください。"));
    else
        m_notice->setNotice(NoticeBox::Level::Warning, tr("同じ人か、確かめてください"),
                            tr("%1。下の2つを見くらべ、氏名と生年月日を声に出して、ご本人（保護者）に確かめてください。")
                                .arg(question.differences.join(tr("。"))));
    showCompared(question);
}

void NamePanel::showCompared(const NameQuestion &question)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    // Nobody who is not asked reads two records of a person.
    m_table->setVisible(!isHidden() && !question.compared.isEmpty());
    if (isHidden() || question.compared.isEmpty())
        return;
    int row = 0;
    const auto add = [&](int columnNumber, const QString &text, bool isBold, const QString &name) {
        auto *label = new Label(text, size::text::body, isBold, Role::TextStrong, m_table);
        label->setWordWrap(true);
        label->setObjectName(name);
        m_grid->addWidget(label, row, columnNumber);
    };
    add(1, tr("連携された情報"), true, u"name.linkedTitle"_s);
    add(2, question.otherTitle, true, u"name.otherTitle"_s);
    for (const ComparedField &field : question.compared) {
        ++row;
        add(0, field.field, true, u"name.field.%1"_s.arg(row));
        add(1, field.linked, false, u"name.linked.%1"_s.arg(row));
        add(2, field.other, false, u"name.other.%1"_s.arg(row));
    }
}

} // namespace uk
