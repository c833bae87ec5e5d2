// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/patient/patientscreen.h"

namespace uk {

class CardPicture;
class Label;
class NoticeBox;

/// What the three closing screens share: a heading, a picture, a few words.
class ClosingScreen : public PatientScreen
{
    Q_OBJECT
protected:
    ClosingScreen(const QString &name, QWidget *parent);
    [[nodiscard]] QWidget *explanation() const { return m_explanation; }

    QWidget *m_explanation;
    Label *m_title;
    CardPicture *m_picture;
    Label *m_text;
    NoticeBox *m_notice;
};

/// カードをお取りください. Controls: takecard.leave, takecard.callStaff; training: takecard.removeCard.
class TakeCardScreen : public ClosingScreen
{
    Q_OBJECT
public:
    explicit TakeCardScreen(QWidget *parent = nullptr);
    /// The card has been lying there for too long: said more strongly (U-F8).
    void setOverdue(bool isOverdue);
    /// Whether the visit goes on with staff afterwards (the usual case) or is over.
    void setGoesOn(bool goesOn);
    /// The card lies there in software only: a button takes it off the reader.
    void setCardSimulated(bool isSimulated);
    /// The desktop's own browser showed the portal: whoever stands here closes it.
    void setBrowserRemains(bool remains);
    /// What comes next where the visit is over without a reception (the paper route); empty: the usual words.
    void setNextText(const QString &text);

Q_SIGNALS:
    void cardRemovalRequested(); ///< training: take the card off the reader

protected:
    void retranslate() override;

private:
    bool m_isOverdue = false;
    bool m_goesOn = true;
    bool m_browserRemains = false;
    QString m_next;
    Button *m_leave;
    Button *m_remove;
};

/// 職員にお渡しください: one display; nothing of the patient or of staff is on it. Controls: curtain.unlock, curtain.callStaff.
class CurtainScreen : public ClosingScreen
{
    Q_OBJECT
public:
    explicit CurtainScreen(QWidget *parent = nullptr);
    /// Two displays: staff work on their own one; nothing is handed over here and nothing unlocked.
    void setOwnDisplay(bool isOwn);
    /// The card still lies on the reader: it is asked for here too.
    void setCardLeft(bool isLeft);

Q_SIGNALS:
    void unlockRequested();

protected:
    void retranslate() override;

private:
    Button *m_unlock;
    bool m_isOwnDisplay = false;
    bool m_isCardLeft = false;
};

/// The end: this terminal has forgotten everything. Controls: end.close, end.callStaff.
class EndScreen : public ClosingScreen
{
    Q_OBJECT
public:
    explicit EndScreen(QWidget *parent = nullptr);
    /// What comes next for the patient (待合でお待ちください); empty hides it.
    void setNextText(const QString &text);
    /// The person goes on with paper: staff may print a blank form from here.
    void setPaperOffered(bool isOffered);

Q_SIGNALS:
    void closeRequested();
    void blankFormsRequested(); ///< pressed by staff

protected:
    void retranslate() override;

private:
    QString m_next;
    Button *m_close, *m_blank;
};

} // namespace uk
