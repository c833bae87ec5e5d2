// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/staffframe.h"

#include <QPointer>

#include <functional>

namespace uk {

class NoticeBox;

/// What the top bar of every staff screen says about the desk.
struct DeskText
{
    QString clock;     ///< 11月20日（金）10:24
    QString staffName; ///< 佐藤（受付）
    bool isTraining = false;
};

/// The frame that all staff screens share: top bar with the places of the window, person header, footer. Screens get
/// ready words and give intents; they keep nothing about a person once clearPerson() was called.
class StaffScreen : public StaffFrame
{
    Q_OBJECT
public:
    explicit StaffScreen(QWidget *parent = nullptr);

    void setDesk(const DeskText &desk);
    void setPerson(const PersonText &person, const QList<StateText> &states);
    /// What staff should know about the services that visits stand on; an empty title hides it. Nothing about a person.
    void setServiceNotice(const QString &title, const QString &text);
    /// Takes every word about a person off the screen.
    virtual void clearPerson();
    /// Every key that works on this screen now: its own, those of its buttons, and those of all staff screens (F1 shows
    /// them).
    [[nodiscard]] QList<KeyMeaning> allKeys() const;

protected:
    /// One key of a screen. Without `act` something else answers it, and it is only told.
    struct ScreenKey
    {
        QKeySequence key;
        QString meaning;
        std::function<void()> act = {};
    };
    /// The one table of the screen's keys: makes them work, shows them in the footer as far as there is room, and on F1.
    void setKeys(const QList<ScreenKey> &keys);

Q_SIGNALS:
    void lockRequested();
    /// "reception" or "results".
    void placeChosen(const QString &id);

private:
    void showKeys();

    QPointer<KeySheet> m_sheet;
    QList<KeyMeaning> m_keys; ///< of setKeys()
    QWidget *m_serviceRow;
    NoticeBox *m_service;
};

} // namespace uk
