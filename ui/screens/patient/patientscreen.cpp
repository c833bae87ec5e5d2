// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/patientscreen.h"

#include <QEvent>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

PatientScreen::PatientScreen(const QString &name, QWidget *parent) : QWidget(parent), m_name(name)
{
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_frame = new PatientFrame(this);
    column->addWidget(m_frame);
}

void PatientScreen::setOperator(const QString &name, const QString &contact)
{
    m_frame->setOperator(name, contact);
}

void PatientScreen::setTraining(bool isTraining)
{
    m_frame->setTraining(isTraining);
}

void PatientScreen::setMmWidth(double mmWidth)
{
    m_frame->setMmWidth(mmWidth);
}

void PatientScreen::setStaffCalled(bool isCalled)
{
    m_isStaffCalled = isCalled;
    PatientScreen::retranslate();
}

QString PatientScreen::controlName(const QString &what) const
{
    return m_name + u'.' + what;
}

Button *PatientScreen::addLeaveButton(const QString &what)
{
    Button *button = m_frame->addBarButton(controlName(what), Icon::Cross);
    connect(button, &QPushButton::clicked, this, &PatientScreen::leaveRequested);
    return button;
}

Button *PatientScreen::addHelpButton(const QString &what)
{
    Button *button = m_frame->addBarButton(controlName(what), Icon::Help);
    connect(button, &QPushButton::clicked, this, &PatientScreen::helpRequested);
    return button;
}

Button *PatientScreen::addStaffButton(Button::Kind kind)
{
    m_staff = m_frame->addBarButton(controlName(u"callStaff"_s), Icon::Bell, kind);
    connect(m_staff, &QPushButton::clicked, this, &PatientScreen::staffCalled);
    return m_staff;
}

void PatientScreen::retranslate()
{
    if (!m_staff)
        return;
    m_staff->setText(m_isStaffCalled ? tr("職員を呼びました") : tr("職員を呼ぶ"));
    m_staff->setButtonIcon(m_isStaffCalled ? Icon::CheckCircle : Icon::Bell);
}

void PatientScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setFocus();
}

void PatientScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace uk
