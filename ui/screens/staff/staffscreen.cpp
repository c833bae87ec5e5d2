// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/staffscreen.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noticebox.h"

#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

StaffScreen::StaffScreen(QWidget *parent)
    : StaffFrame(parent)
{
    topBar()->setTabs({{u"reception"_s, tr("受付"), QKeySequence(Qt::Key_F2)},
                       {u"results"_s, tr("送信結果"), QKeySequence(Qt::Key_F4)}});
    topBar()->lockButton()->setKey(QKeySequence(Qt::CTRL | Qt::Key_L));
    topBar()->lockButton()->setShowsKey(false);
    connect(topBar(), &StaffTopBar::lockRequested, this, &StaffScreen::lockRequested);
    connect(topBar(), &StaffTopBar::tabChosen, this, &StaffScreen::placeChosen);
    m_serviceRow = new QWidget(this);
    auto *row = new QVBoxLayout(m_serviceRow);
    row->setContentsMargins(size::staffMargin, 8, size::staffMargin, 0);
    m_service = new NoticeBox(NoticeBox::Level::Warning, {}, {}, NoticeBox::For::Staff, m_serviceRow);
    m_service->setObjectName(u"service.notice"_s);
    row->addWidget(m_service);
    m_serviceRow->hide();
    auto *frame = qobject_cast<QVBoxLayout *>(layout());
    frame->insertWidget(frame->indexOf(personHeader()) + 1, m_serviceRow);
}

void StaffScreen::setServiceNotice(const QString &title, const QString &text)
{
    m_service->setNotice(NoticeBox::Level::Warning, title, text);
    m_serviceRow->setVisible(!title.isEmpty());
}

void StaffScreen::setDesk(const DeskText &desk)
{
    topBar()->setClockText(desk.clock);
    topBar()->setStaffName(desk.staffName);
    topBar()->setTraining(desk.isTraining);
    setTraining(desk.isTraining);
}

void StaffScreen::setPerson(const PersonText &person, const QList<StateText> &states)
{
    personHeader()->setPerson(person);
    personHeader()->setStates(states);
    personHeader()->show();
}

void StaffScreen::clearPerson()
{
    personHeader()->clear();
    personHeader()->hide();
}

} // namespace uk
