// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/certificate/document.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QGridLayout;

namespace uk {

class Button;
class Label;
class NameLabel;
class StateLabel;

/// お渡しする相手の確認: is the document that of the person who is here? The comparison of the program on top, what staff
/// ask aloud below it. A disagreement blocks printing until a second member of staff has looked (U-K3).
class HandoverPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HandoverPanel(QWidget *parent = nullptr);

    /// `isGuardianAsked`: the person is a child; somebody else answers.
    void setPerson(const QString &name, const QString &kana, QDate birth, bool isGuardianAsked);
    /// Nothing while the text is being read.
    void setMatch(std::optional<PersonMatch> match);
    /// Asking aloud is needed where the card's own record of the person was not read; otherwise the tick is not there.
    void setSpokenCheck(bool isNeeded, bool isDone);
    void setConfirmedBySecondStaff(bool isConfirmed);
    void clear();

    [[nodiscard]] bool isSpokenCheckDone() const;
    /// Why the document must not be handed over yet, in words; empty: it may.
    [[nodiscard]] QString obstacle() const;
    /// Puts the keyboard where the obstacle can be removed.
    void focusObstacle();

Q_SIGNALS:
    void spokenCheckChanged(bool isDone);
    void secondStaffRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTable();
    [[nodiscard]] bool isBlocked() const;
    void update();

    QWidget *m_table;
    StateLabel *m_state, *m_nameFound, *m_birthFound;
    NameLabel *m_name;
    Label *m_kana, *m_birth, *m_advice;
    QCheckBox *m_spoken;
    Button *m_second;
    std::optional<PersonMatch> m_match;
    bool m_isConfirmedBySecondStaff = false;
    bool m_isGuardianAsked = true;
    bool m_isSpokenCheckNeeded = true;
};

} // namespace uk
