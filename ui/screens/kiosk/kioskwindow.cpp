// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/kiosk/kioskwindow.h"

#include "app/base/errortable.h"
#include "app/journal/auditlog.h"
#include "ui/screens/kiosk/closingpage.h"
#include "ui/screens/staff/signinscreen.h"
#include "ui/widgets/scannerguard.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QScreen>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

bool isWorkState(VisitState state)
{
    return isStaffState(state) && state != VisitState::ConsentAgain && state != VisitState::UserRegistrationAgain
        && state != VisitState::HandedOver;
}

} // namespace

KioskWindow::KioskWindow(Visit &visit, VisitPorts ports, BlankForms &blankForms, AccountStore &accounts, AuditLog &audit, KioskOptions options)
    : m_visit(visit)
    , m_accounts(accounts)
    , m_audit(audit)
    , m_options(std::move(options))
    , m_patient(new PatientFlow(visit, ports.cards, m_options.patient, this))
    , m_staffSide(new QStackedWidget(this))
    , m_signIn(new SignInScreen(m_staffSide))
    , m_closing(new ClosingPage(m_options.patient.isTraining, this))
    , m_staff(new StaffFlow(visit, ports, blankForms, m_options.patient.isTraining, m_options.print, m_staffSide))
{
    setWindowTitle(u"Uketsuke"_s); // never a name of a person
    m_staffSide->addWidget(m_signIn);
    m_staffSide->addWidget(m_staff);
    m_signIn->setTrainingAccounts(m_options.hasTrainingAccounts ? trainingAccounts() : QList<TrainingAccount>());
    addWidget(m_staffSide);
    addWidget(m_closing);
    if (m_options.isTwoDisplays) {
        m_patientWindow = std::make_unique<QStackedWidget>();
        static_cast<QStackedWidget *>(m_patientWindow.get())->addWidget(m_patient);
        m_patientWindow->setWindowTitle(u"Uketsuke"_s);
    } else {
        addWidget(m_patient);
    }
    m_idle.setSingleShot(true);
    m_idle.setInterval(m_options.lockIdleMinutes * 60 * 1000);
    connect(&m_idle, &QTimer::timeout, this, &KioskWindow::lock);
    connect(&m_visit, &Visit::stateChanged, this, &KioskWindow::follow);
    connect(&m_visit, &Visit::coverRequested, this, [this] {
        m_isLocked = true;
        askWho();
    });
    connect(m_patient, &PatientFlow::screenChanged, this, &KioskWindow::screenChanged);
    connect(m_patient, &PatientFlow::unlockRequested, this, &KioskWindow::askWho);
    connect(m_staff, &StaffFlow::screenChanged, this, &KioskWindow::screenChanged);
    connect(m_patient, &PatientFlow::blankFormsRequested, this, [this] {
        m_wantsBlankForms = true;
        askWho();
    });
    connect(m_staff, &StaffFlow::blankFormsLeft, this, &KioskWindow::leaveBlankForms);
    connect(m_staff, &StaffFlow::lockRequested, this, &KioskWindow::lock);
    connect(m_staff, &StaffFlow::secondStaffRequested, this, [this] {
        m_isAsking = true;
        m_signInError.reset();
        m_signIn->setMode(SignInScreen::Mode::SecondPerson);
        showSide();
    });
    connectStaff();
    connect(new ScannerGuard(this), &ScannerGuard::burstIgnored, m_patient, &PatientFlow::forgetTyped);
    QCoreApplication::instance()->installEventFilter(this);
    if (m_accounts.isEmpty() || m_options.isTwoDisplays)
        askWho();
    else
        showSide();
}

KioskWindow::~KioskWindow() = default;

void KioskWindow::connectStaff()
{
    connect(m_signIn, &SignInScreen::signInRequested, this,
            [this](const QString &name, const std::shared_ptr<SecretBuffer> &secret) {
                m_isSigningIn = true;
                m_signIn->setBusy(true);
                m_accounts.signIn(name, std::move(*secret), [this](Result<StaffMember> result) {
                    m_isSigningIn = false;
                    m_signIn->setBusy(false);
                    if (result && m_signIn->mode() == SignInScreen::Mode::SecondPerson)
                        secondSignedIn(*result);
                    else if (result)
                        signedIn(*result);
                    else
                        signInFailed(result.error());
                });
            });
    connect(m_signIn, &SignInScreen::accountRequested, this,
            [this](const QString &name, StaffRole role, const std::shared_ptr<SecretBuffer> &secret) {
                m_isSigningIn = true;
                m_signIn->setBusy(true);
                m_accounts.create(name, role, std::move(*secret), [this](Result<StaffMember> result) {
                    m_isSigningIn = false;
                    m_signIn->setBusy(false);
                    if (!result) {
                        signInFailed(result.error());
                        return;
                    }
                    logStaff(AuditEvent::AccountCreated, u"ok"_s);
                    signedIn(*result);
                });
            });
    connect(m_signIn, &SignInScreen::otherPersonRequested, this, [this] {
        logStaff(AuditEvent::SignedOut);
        m_member.reset();
        m_visit.setStaff(std::nullopt);
        askWho();
    });
    connect(m_signIn, &SignInScreen::cancelled, this, [this] {
        m_isAsking = m_wantsBlankForms = false;
        showSide();
    });
}

/// Somebody else stands for what does not match; the first person stays signed in.
void KioskWindow::secondSignedIn(const StaffMember &member)
{
    if (const auto confirmed = m_visit.confirmDocument(member); !confirmed) {
        signInFailed(confirmed.error());
        return;
    }
    m_isAsking = false;
    m_signIn->setMode(SignInScreen::Mode::SignIn);
    showSide();
}

void KioskWindow::signInFailed(const Error &error)
{
    logStaff(AuditEvent::SignInFailed, u"failed"_s, publicCode(error.code));
    m_signInError = error;
    m_signIn->setError(errorText(error));
}

void KioskWindow::signedIn(const StaffMember &member)
{
    const bool isSame = m_member && m_member->id == member.id;
    m_member = member;
    m_signInError.reset();
    m_visit.setStaff(member);
    logStaff(isSame ? AuditEvent::Unlocked : AuditEvent::SignedIn, u"ok"_s);
    m_isLocked = false;
    m_isAsking = false;
    m_signIn->setMode(SignInScreen::Mode::SignIn);
    m_visit.raise(VisitEvent::StaffUnlocked);
    m_isAtBlankForms = std::exchange(m_wantsBlankForms, false) && m_visit.state() == VisitState::Idle;
    if (m_isAtBlankForms)
        m_staff->showBlankForms();
    m_staff->refresh();
    showSide();
    m_idle.start();
}

/// By key, by the button, by time: the content leaves the screen, it is not merely covered.
void KioskWindow::lock()
{
    if (m_isLocked || !m_member)
        return;
    if (m_isAtBlankForms) {
        leaveBlankForms();
        return;
    }
    m_isLocked = true;
    logStaff(AuditEvent::Locked);
    m_visit.raise(VisitEvent::StaffLocked);
    askWho();
}

/// Without a visit the display belongs to the next patient.
void KioskWindow::leaveBlankForms()
{
    if (!m_isAtBlankForms)
        return;
    m_isAtBlankForms = false;
    m_isLocked = true;
    logStaff(AuditEvent::Locked);
    showSide();
}

void KioskWindow::askWho()
{
    m_isAsking = true;
    m_signInError.reset();
    m_signIn->setMode(m_accounts.isEmpty() ? SignInScreen::Mode::FirstRun
                          : m_member       ? SignInScreen::Mode::Unlock
                                           : SignInScreen::Mode::SignIn,
                      m_member ? m_member->name : QString());
    showSide();
}

void KioskWindow::follow(VisitState state, VisitStep)
{
    // On one display whoever comes back from a patient's screen unlocks first.
    if (!m_options.isTwoDisplays && !isWorkState(state)) {
        m_isLocked = true;
        m_wantsBlankForms = false;
        if (std::exchange(m_isAtBlankForms, false)) // a card was laid down: the display is the patient's
            m_staff->leaveBlankForms();
    }
    if (!isWorkState(state) && !m_accounts.isEmpty())
        m_isAsking = m_options.isTwoDisplays && m_isLocked;
    if (state == VisitState::Curtain && !m_isLocked) // staff were quicker than the inquiries
        QMetaObject::invokeMethod(this, [this] { m_visit.raise(VisitEvent::StaffUnlocked); }, Qt::QueuedConnection);
    if ((state == VisitState::Reviewing || state == VisitState::OutcomeUnknown) && m_isLocked)
        m_isAsking = true;
    showSide();
}

void KioskWindow::showSide()
{
    const bool isStaffFront = m_options.isTwoDisplays || m_isAsking || (!m_isLocked && (m_isAtBlankForms || isWorkState(m_visit.state())));
    if (m_visit.state() == VisitState::Closing) {
        setCurrentWidget(m_closing);
        Q_EMIT screenChanged();
        return;
    }
    const bool isStaffOpen = !m_isLocked && !m_isAsking;
    m_staffSide->setCurrentWidget(isStaffOpen ? static_cast<QWidget *>(m_staff) : m_signIn);
    // What lies behind takes neither focus nor keys.
    m_staff->setOpen(!m_isLocked && isStaffFront);
    m_staff->setEnabled(isStaffOpen && isStaffFront);
    m_signIn->setEnabled(!isStaffOpen && isStaffFront);
    m_patient->setEnabled(m_options.isTwoDisplays || !isStaffFront);
    if (!m_options.isTwoDisplays)
        setCurrentWidget(isStaffFront ? static_cast<QWidget *>(m_staffSide) : m_patient);
    Q_EMIT screenChanged();
}

void KioskWindow::logStaff(AuditEvent event, const QString &outcome, const QString &code)
{
    AuditEntry entry{.event = event, .userId = m_member ? m_member->id : QString(), .role = {}, .sessionId = {},
                     .subjectRef = {}, .objectType = {}, .objectRef = {}, .outcome = outcome, .code = code, .reason = {},
                     .count = 0};
    m_audit.append(std::move(entry), [](Result<void>) {});
}

void KioskWindow::open(bool isFullScreen)
{
    if (m_patientWindow) {
        const auto screens = QGuiApplication::screens();
        for (QScreen *screen : screens)
            if (screen->name() == m_options.patientScreen || (m_options.patientScreen.isEmpty() && screen != screens.first())) {
                m_patientWindow->setGeometry(screen->geometry());
                break;
            }
        isFullScreen ? m_patientWindow->showFullScreen() : m_patientWindow->show();
    }
    if (isFullScreen)
        setGeometry(screen()->geometry()); // also where no window manager listens
    isFullScreen ? showFullScreen() : show();
    // A display that vanishes masks both: staff look again before anything goes on.
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &KioskWindow::lock);
}

bool KioskWindow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        m_visit.noteActivity();
        if (!m_isLocked)
            m_idle.start();
        break;
    default:
        break;
    }
    return QStackedWidget::eventFilter(watched, event);
}

void KioskWindow::closeEvent(QCloseEvent *event)
{
    // The visit ends first; whoever put the program together ends it when that is done.
    event->ignore();
    m_visit.raise(VisitEvent::CloseRequested);
}

QString KioskWindow::screenName() const
{
    if (m_visit.state() == VisitState::Closing)
        return u"closing"_s;
    if (isPatientSide())
        return m_patient->screenName();
    if (m_staffSide->currentWidget() == m_staff)
        return m_staff->screenName();
    switch (m_signIn->mode()) {
    case SignInScreen::Mode::FirstRun: return u"firstRun"_s;
    case SignInScreen::Mode::Unlock: return u"lock"_s;
    case SignInScreen::Mode::SecondPerson: return u"secondPerson"_s;
    case SignInScreen::Mode::SignIn: break;
    }
    return u"signIn"_s;
}

bool KioskWindow::isPatientSide() const
{
    if (!m_options.isTwoDisplays || m_visit.state() == VisitState::Closing)
        return currentWidget() == m_patient;
    return !isWorkState(m_visit.state());
}

std::optional<Error> KioskWindow::shownError() const
{
    if (isPatientSide())
        return m_patient->shownError();
    return m_staffSide->currentWidget() == m_staff ? m_staff->shownError() : m_signInError;
}

bool KioskWindow::isBusy() const
{
    switch (m_visit.state()) {
    case VisitState::CardPresent:
    case VisitState::CheckingPin:
    case VisitState::ReadingBasicInfo:
    case VisitState::LoggingConsent:
    case VisitState::ComparingCard:
    case VisitState::Fetching:
    case VisitState::LoggingSubmit:
    case VisitState::Registering:
    case VisitState::LoggingView:
    case VisitState::LoggingPrint:
    case VisitState::Printing:
    case VisitState::Finishing:
    case VisitState::Closing:
        return true;
    default:
        return m_isSigningIn || (!isPatientSide() && m_staff->isBusy());
    }
}

QWidget *KioskWindow::frontWindow()
{
    return m_patientWindow && isPatientSide() ? m_patientWindow.get() : this;
}

} // namespace uk
