// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/staffscreen.h"

#include "ui/widgets/button.h"

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
