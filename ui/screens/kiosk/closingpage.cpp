// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/kiosk/closingpage.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/label.h"
#include "ui/widgets/trainingmark.h"

#include <QEvent>
#include <QVBoxLayout>

namespace uk {

ClosingPage::ClosingPage(bool isTraining, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label({}, size::text::patientLead, true, Role::TextStrong, this))
    , m_text(makeParagraph({}, size::text::heading, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *band = new TrainingBand(size::staffTrainingBand, this);
    band->setVisible(isTraining);
    column->addWidget(band);
    column->addStretch(2);
    for (Label *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setContentsMargins(size::staffMargin, size::staffMargin, size::staffMargin, size::staffMargin);
        column->addWidget(label);
    }
    column->addStretch(3);
    retranslate();
}

void ClosingPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ClosingPage::retranslate()
{
    m_title->setText(tr("終了しています"));
    m_text->setText(tr("送信の結果を確かめ、連携を取り消しています。10秒ほどで終わります。電源はまだ切らないでください。"));
}

} // namespace uk
