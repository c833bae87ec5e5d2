// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/profile.h"
#include "app/visit/visit.h"
#include "ui/screens/patient/idlescreen.h"
#include "ui/screens/patient/pinscreen.h"

#include <QStackedWidget>
#include <QTimer>

#include <memory>

namespace uk {

class CardCheckScreen;
class CardService;
class ChoosePersonScreen;
class ConsentScreen;
class CurtainScreen;
class EndScreen;
class EntryFlow;
class EntryScreen;
class LinkingScreen;
class ProxyScreen;
class TakeCardScreen;

/// What the patient's screens need to know of the place.
struct PatientFlowOptions
{
    ConnectionProfile::Operator clinic;
    bool isTraining = false;
    double mmWidth = 0;
    bool leavesBrowserOpen = false; ///< the desktop's own browser shows the portal: somebody has to close it
    bool hasOwnDisplay = false; ///< two displays: staff work elsewhere
    QList<IdleScreen::Language> languages;
    QString language;
    QList<TrayResident> residents; ///< training only
};

/// The patient's side: which of the patient screens belongs to the visit's state, and what a press on them means.
/// Holds no data of a person beyond what the screen in front shows.
class PatientFlow : public QStackedWidget
{
    Q_OBJECT
public:
    PatientFlow(Visit &visit, CardService &cards, PatientFlowOptions options, QWidget *parent = nullptr);
    ~PatientFlow() override;

    /// The screen in front, in the words of the walkthrough.
    [[nodiscard]] QString screenName() const;
    /// The error that is shown now.
    [[nodiscard]] std::optional<Error> shownError() const;
    /// For a portal that is drawn inside the program; taken over.
    void setPortalWidget(QWidget *portal);
    /// The language that is on, where it was not chosen here; marks it on the first screen.
    void setLanguage(const QString &code);
    /// What a scanner typed into the PIN is nobody's PIN.
    void forgetTyped();
    void setPlannedStop(const QString &title, const QString &text, bool isClosed);

Q_SIGNALS:
    void screenChanged();
    void unlockRequested();                     ///< from the curtain
    void blankFormsRequested();                 ///< by staff, where somebody goes on with paper
    void residentChosen(const QString &key);    ///< training
    void cardRemovalRequested();                ///< training
    void languageChosen(const QString &code);
    void textSizeRequested();

private:
    void followWorld();
    void connectPresses();
    void follow(VisitState state, VisitStep step);
    void showCardSide(VisitState state, VisitStep step);
    void showConsentSide(VisitState state, VisitStep step);
    void showEnd();
    void leave();
    void tryAgain();
    void goToPaper();
    [[nodiscard]] static QString paperText();
    void front(PatientScreen *screen);
    void showProblem(const Error &error);
    [[nodiscard]] bool isRegistrationOffered() const;
    void followReader(ReaderState state);
    void allowForReader();
    void showReaderTrouble();
    [[nodiscard]] Error endOfCertificate() const;
    [[nodiscard]] bool mustTellEndOfCertificate();
    void showNotice(const Error &notice, PatientScreen *next);
    [[nodiscard]] PinScreen::Pin basicInfoPin() const;
    void enterPin(std::shared_ptr<SecretBuffer> pin);

    Visit &m_visit;
    CardService &m_cards;
    PatientFlowOptions m_options;
    IdleScreen *m_idle;
    CardCheckScreen *m_cardCheck;
    PinScreen *m_pin;
    ChoosePersonScreen *m_choose;
    ConsentScreen *m_consent;
    LinkingScreen *m_linking;
    TakeCardScreen *m_takeCard;
    CurtainScreen *m_curtain;
    EndScreen *m_end;
    EntryScreen *m_entry;
    ProxyScreen *m_proxy;
    EntryFlow *m_entryFlow;
    std::optional<Error> m_shownError;
    std::optional<Error> m_endError; ///< why the visit ended
    std::optional<ErrorCode> m_readerTrouble; ///< shown while nobody's visit is open
    PatientScreen *m_afterNotice = nullptr;   ///< where a notice that was read leads
    bool m_isEndOfCertificateTold = false;
    bool m_wasLinked = false;        ///< this visit got as far as the staff
    bool m_isHandingPin = false;
    bool m_isEndAsked = false;       ///< the patient pressed something that ends the visit
    bool m_isPaperAsked = false;     ///< and goes on with the paper form
    VisitState m_lastState = VisitState::Idle;
    QTimer m_farewell;               ///< how long end and take-card screens stay
    QTimer m_readerPatience;         ///< how long a reader may be away before its place is taken by the reason
    QTimer m_overdue;                ///< how long a card may lie after the end before it is said more strongly
};

} // namespace uk
