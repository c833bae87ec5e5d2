// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/patientframe.h"

#include <QWidget>

namespace uk {

/// What all patient screens share: the operator's line, the training mark, and one place for leaving, help and calling
/// staff. A screen knows nothing of cards, visits or the network; it takes ready words and tells what was pressed.
/// Its controls are called SCREEN.what (idle.callStaff). Main thread.
class PatientScreen : public QWidget
{
    Q_OBJECT
public:
    /// Operator and contact window, on every screen (U-A7).
    void setOperator(const QString &name, const QString &contact);
    virtual void setTraining(bool isTraining);
    /// Width of the display in mm (setting display.mmWidth); 0: what the screen reports.
    void setMmWidth(double mmWidth);
    /// Staff were called: the button says so until this is called with false.
    void setStaffCalled(bool isCalled);

Q_SIGNALS:
    void leaveRequested(); ///< 連携をやめる, 終わる: everything is to be forgotten
    void helpRequested();
    void staffCalled();

protected:
    explicit PatientScreen(const QString &name, QWidget *parent);

    [[nodiscard]] PatientFrame *frame() const { return m_frame; }
    [[nodiscard]] QString controlName(const QString &what) const;
    /// Bottom bar, from the left: leave, help, call staff. Screens without one leave it out.
    Button *addLeaveButton(const QString &what);
    Button *addHelpButton(const QString &what);
    Button *addStaffButton(Button::Kind kind = Button::Kind::Quiet);
    /// Sets every text of the screen; called at the start and when the language changes.
    virtual void retranslate();
    void changeEvent(QEvent *event) override;
    /// Nothing is chosen beforehand, and no place is left over from the patient before: the first Tab leads to the first control.
    void showEvent(QShowEvent *event) override;

private:
    QString m_name;
    PatientFrame *m_frame;
    Button *m_staff = nullptr;
    bool m_isStaffCalled = false;
};

} // namespace uk
