// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/journal/accounts.h"
#include "app/visit/visit.h"
#include "ui/screens/kiosk/patientflow.h"
#include "ui/screens/kiosk/staffflow.h"

#include <QStackedWidget>
#include <QTimer>

#include <memory>

namespace uk {

class AuditLog;
class SignInScreen;

struct KioskOptions
{
    PatientFlowOptions patient;
    bool isTwoDisplays = false;
    bool hasTrainingAccounts = false; ///< --training; a training profile alone has none
    QString patientScreen;     ///< name of the patient's display (two displays); empty: the second one
    int lockIdleMinutes = 3;
    PrintDefaults print;
};

/// The program's windows: on one display patient and staff take turns with a curtain and the staff's lock between them;
/// on two displays each has a window of their own and the patient's never holds staff data. Main thread.
class KioskWindow : public QStackedWidget
{
    Q_OBJECT
public:
    KioskWindow(Visit &visit, VisitPorts ports, BlankForms &blankForms, AccountStore &accounts, AuditLog &audit, KioskOptions options);
    ~KioskWindow() override;

    /// Shows the windows; full screen where `isFullScreen`.
    void open(bool isFullScreen);
    [[nodiscard]] PatientFlow &patient() { return *m_patient; }
    [[nodiscard]] StaffFlow &staff() { return *m_staff; }

    /// For the walkthrough: what stands in front, and for whom.
    [[nodiscard]] QString screenName() const;
    [[nodiscard]] bool isPatientSide() const;
    [[nodiscard]] std::optional<Error> shownError() const;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] QWidget *frontWindow();

Q_SIGNALS:
    void screenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void connectStaff();
    void follow(VisitState state, VisitStep step);
    void lock();
    void askWho();
    void leaveBlankForms();
    void signedIn(const StaffMember &member);
    void secondSignedIn(const StaffMember &member);
    void signInFailed(const Error &error);
    void showSide();
    void logStaff(AuditEvent event, const QString &outcome = {}, const QString &code = {});

    Visit &m_visit;
    AccountStore &m_accounts;
    AuditLog &m_audit;
    KioskOptions m_options;
    PatientFlow *m_patient;
    QStackedWidget *m_staffSide; ///< sign-in, lock and the staff's work
    SignInScreen *m_signIn;
    QWidget *m_closing;
    StaffFlow *m_staff;
    std::unique_ptr<QWidget> m_patientWindow; ///< two displays only
    std::optional<StaffMember> m_member;      ///< who is signed in, locked or not
    std::optional<Error> m_signInError;
    bool m_isLocked = true;
    bool m_isAsking = false;  ///< the sign-in is on screen
    bool m_isSigningIn = false;
    bool m_wantsBlankForms = false; ///< one display, no visit: staff sign in for the blank forms
    bool m_isAtBlankForms = false;  ///< and are there
    QTimer m_idle;
};

} // namespace uk
