// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/namepanel.h"

#include "ui/widgets/noticebox.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace uk {

NamePanel::NamePanel(const QString &tickName, QWidget *parent)
    : QWidget(parent)
    , m_tick(new QCheckBox(tr("声に出して確かめた"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto *notice = new NoticeBox(NoticeBox::Level::Warning, tr("氏名未確認"),
                                 tr("カードの氏名を読み取っていません。氏名と生年月日を声に出して、ご本人（保護者）に確かめてください。"),
                                 NoticeBox::For::Staff, this);
    m_tick->setObjectName(tickName);
    row->addWidget(notice, 1);
    row->addWidget(m_tick);
    connect(m_tick, &QCheckBox::clicked, this, &NamePanel::confirmed);
    setState(false, false);
}

void NamePanel::setState(bool isAsked, bool isConfirmed)
{
    setVisible(isAsked && !isConfirmed);
    m_tick->setChecked(isConfirmed);
}

} // namespace uk
