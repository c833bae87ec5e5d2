// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/residenttray.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// The first sentence without its polite ending: the tray has room for a few words.
QString inShort(const QString &description)
{
    QString first = description.section(u'。', 0, 0);
    if (first.endsWith(u"です"_s))
        first.chop(2);
    return first;
}

} // namespace

ResidentTray::ResidentTray(const QString &namePrefix, QWidget *parent)
    : Panel(Role::TrainingSurface, parent), m_prefix(namePrefix)
{
    setBorder(Role::Training, 3);
    m_title = new Label({}, size::text::patientBody, true, Role::Training, this);
    m_title->setWordWrap(true);
    column()->addWidget(m_title);
    m_remove = new Button(Button::Kind::Secondary, {}, Button::For::Patient, this);
    m_remove->setObjectName(namePrefix + u".removeCard"_s);
    m_remove->setTextSize(size::text::patientBody);
    m_remove->hide();
    connect(m_remove, &QPushButton::clicked, this, &ResidentTray::cardRemovalRequested);
    column()->addWidget(m_remove);
    m_grid = new QGridLayout;
    column()->addLayout(m_grid);
    retranslate();
}

void ResidentTray::setResidents(const QList<TrayResident> &residents)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const TrayResident &resident : residents) {
        auto *button = new Button(Button::Kind::Quiet, resident.label, Button::For::Patient, this);
        button->setNote(inShort(resident.description));
        // Equal columns, however long the names are.
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        button->setSizePolicy(policy);
        button->setObjectName(m_prefix + u".resident."_s + resident.key);
        button->setTextSize(size::text::patientBody);
        connect(button, &QPushButton::clicked, this, [this, key = resident.key] { Q_EMIT residentChosen(key); });
        m_buttons.append(button);
    }
    arrange();
}

void ResidentTray::setCardPresent(bool isPresent)
{
    m_remove->setVisible(isPresent);
}

void ResidentTray::setMetrics(const PatientMetrics &metrics)
{
    Panel::setMetrics(metrics);
    const int side = std::max(10, metrics.px(16));
    column()->setContentsMargins(side, side, side, side);
    m_grid->setSpacing(std::max(10, metrics.px(12)));
    const int wanted = theme::textScale() > 1.25 ? 1 : metrics.isWide ? 2 : 3;
    if (wanted != m_columns) {
        m_columns = wanted;
        arrange();
    }
}

void ResidentTray::arrange()
{
    for (Button *button : m_buttons)
        m_grid->removeWidget(button);
    for (int index = 0; index < m_buttons.size(); ++index)
        m_grid->addWidget(m_buttons[index], index / m_columns, index % m_columns);
    for (int place = 0; place < 3; ++place)
        m_grid->setColumnStretch(place, place < m_columns ? 1 : 0);
}

void ResidentTray::retranslate()
{
    m_title->setText(tr("訓練：置くカードを選ぶ（架空の人です）"));
    m_remove->setText(tr("訓練：カードを取る"));
}

} // namespace uk
