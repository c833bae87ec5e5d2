// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/mynumber/cardfacts.h"
#include "ui/screens/patient/patientscreen.h"
#include "ui/screens/patient/residenttray.h"

namespace uk {

class CardPicture;
class Label;
class NoticeBox;
class Panel;
class ReadingPane;
class StateWords;

/// 待機: who operates this and what for, one call, one picture, the reader's state in words.
/// Controls: idle.paper, idle.language.CODE, idle.textSize, idle.callStaff; training: idle.resident.KEY, idle.removeCard.
class IdleScreen : public PatientScreen
{
    Q_OBJECT
public:
    explicit IdleScreen(QWidget *parent = nullptr);

    /// Name, contact and purpose as they are shown before any consent (U-A7).
    void setOperatorText(const QString &name, const QString &contact, const QString &purpose);
    void setReaderState(ReaderState state);
    /// A stop of a service; an empty title hides it. Closed: nobody is asked for a card, the way on paper comes first.
    void setPlannedStop(const QString &title, const QString &text, bool isClosed = false);

    struct Language { QString code; QString name; };
    /// Only languages whose texts are complete; fewer than two hide the choice.
    void setLanguages(const QList<Language> &languages, const QString &current);
    /// Training only: the cards that can be laid down. An empty list hides the tray.
    void setResidents(const QList<TrayResident> &residents);
    void setTraining(bool isTraining) override;

Q_SIGNALS:
    void paperRequested();                       ///< カードを使わずに受付する
    void languageChosen(const QString &code);
    void textSizeRequested();                    ///< 文字を大きく: the next size
    void residentChosen(const QString &key);
    void cardRemovalRequested();                 ///< training: take the card off the reader

protected:
    void retranslate() override;

private:
    QWidget *makeExplanation();
    QWidget *makeDecisions();
    void arrange();
    void showReaderState();

    ReaderState m_state = ReaderState::Waiting;
    bool m_isClosed = false;
    Label *m_operatorName, *m_purpose, *m_call;
    StateWords *m_reader;
    Panel *m_hero, *m_readerPanel;
    CardPicture *m_picture;
    NoticeBox *m_stop;
    Button *m_paper, *m_textSize, *m_callStaff;
    Label *m_languageTitle;
    QWidget *m_languageRow;
    QList<Button *> m_languages;
    Column *m_explanation, *m_scrolled, *m_fixed;
    ResidentTray *m_tray;
    ReadingPane *m_ways;
};

} // namespace uk
