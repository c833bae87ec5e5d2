// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/errortable.h"
#include "ui/screens/patient/nextsteps.h"
#include "ui/screens/patient/patientscreen.h"

#include <optional>

namespace uk {

class Column;
class Label;
class Panel;
class StateWords;

/// カード確認: first "checking" at once, then either gone or the reason without blame, numbered next steps, the paper
/// route, and the code and words for staff. Where the card can go on and something has to be said all the same, the
/// biggest button goes on. Controls: cardcheck.paper, cardcheck.retry, cardcheck.goOn,
/// cardcheck.register, cardcheck.end,
/// cardcheck.staffNote (wide displays), cardcheck.callStaff; training: cardcheck.removeCard.
class CardCheckScreen : public PatientScreen
{
    Q_OBJECT
public:
    explicit CardCheckScreen(QWidget *parent = nullptr);

    /// What a second try is: the card or the consent once more, or the portal's registration pages.
    enum class Again { Same, Registration };

    void showChecking();
    void showProblem(const ErrorText &problem, Again again = Again::Same);
    /// The card lies there in software only: a button takes it off the reader.
    void setCardSimulated(bool isSimulated);

Q_SIGNALS:
    void paperRequested();
    void retryRequested();       ///< only where trying again can help
    void registrationRequested(); ///< instead of retryRequested() with Again::Registration
    void goOnRequested();        ///< the notice was read
    void cardRemovalRequested(); ///< training: take the card off the reader

protected:
    void retranslate() override;

private:
    Column *makeExplanation();
    void showState();
    void showSteps(const QList<NextStep> &steps);
    void arrange();

    std::optional<ErrorText> m_problem;
    Again m_again = Again::Same;
    bool m_isCardSimulated = false;
    StateWords *m_state;
    Label *m_title, *m_why, *m_code, *m_staffText, *m_cause, *m_staffTitle;
    CardPicture *m_picture;
    Panel *m_steps;
    QWidget *m_staffRow;
    Button *m_goOn, *m_paper, *m_retry, *m_register, *m_staffNote, *m_remove;
};

} // namespace uk
