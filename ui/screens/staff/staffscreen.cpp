// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/staffscreen.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/noticebox.h"

#include <QShortcut>
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
    connect(new QShortcut(Qt::Key_F1, this), &QShortcut::activated, this, &StaffScreen::showKeys);
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

void StaffScreen::setKeys(const QList<ScreenKey> &keys)
{
    for (const ScreenKey &one : keys) {
        m_keys.append({keyText(one.key).split(u'+'), one.meaning});
        if (one.act)
            connect(new QShortcut(one.key, this), &QShortcut::activated, this, [this, act = one.act] {
                if (m_sheet)
                    m_sheet->leave();
                else
                    act();
            });
    }
    // The sheet names them all; the room in the footer belongs to what is done next.
    footer()->setKeyHints({{{u"F1"_s}, tr("キーの一覧")}});
}

QList<KeyMeaning> StaffScreen::allKeys() const
{
    QList<KeyMeaning> keys = m_keys.isEmpty() ? footer()->keyHints() : m_keys;
    for (const Button *button : findChildren<Button *>()) {
        const KeyMeaning one{button->keyName().split(u'+'), button->text()};
        if (!button->keyName().isEmpty() && button->isVisibleTo(this) && !keys.contains(one))
            keys.append(one);
    }
    return keys + QList<KeyMeaning>{{{u"Tab"_s}, tr("次へ移る")}, {{u"Shift"_s, u"Tab"_s}, tr("前へ戻る")},
                                    {{u"Enter"_s}, tr("選んだボタンを押す")}, {{u"F1"_s}, tr("キーの一覧")}};
}

void StaffScreen::showKeys()
{
    if (m_sheet)
        return m_sheet->leave();
    // What lies below does nothing meanwhile, keeps its state and gets the keyboard back.
    const auto setBelowEnabled = [this](bool isEnabled) {
        for (QWidget *part : {static_cast<QWidget *>(topBar()), content(), static_cast<QWidget *>(footer())})
            part->setEnabled(isEnabled);
    };
    const QPointer<QWidget> before = focusWidget();
    m_sheet = new KeySheet(allKeys(), this);
    setBelowEnabled(false);
    connect(m_sheet, &KeySheet::left, this, [this, before, setBelowEnabled] {
        m_sheet.clear();
        setBelowEnabled(true);
        if (before)
            before->setFocus();
    });
}

void StaffScreen::clearPerson()
{
    personHeader()->clear();
    personHeader()->hide();
}

} // namespace uk
