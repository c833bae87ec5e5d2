// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/kiosk/patientflow.h"

#include "cardreader/mynumber/cardservice.h"
#include "ui/screens/kiosk/entryflow.h"
#include "ui/screens/patient/cardcheckscreen.h"
#include "ui/screens/patient/choosepersonscreen.h"
#include "ui/screens/patient/closingscreens.h"
#include "ui/screens/patient/consentscreen.h"
#include "ui/screens/patient/entryscreen.h"
#include "ui/screens/patient/linkingscreen.h"

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int takeCardMs = 4000, endMs = 6000, problemMs = 30000, paperMs = 15000, overdueMs = 8000;

QStringList consentItems(const QStringList &scopes)
{
    QStringList items;
    if (scopes.contains(u"vaccination"_s))
        items.append({PatientFlow::tr("予防接種の予定と接種の記録"), PatientFlow::tr("予診票の回答"),
                      PatientFlow::tr("氏名・フリガナ・住所・生年月日・性別")});
    if (scopes.contains(u"maternal-child"_s))
        items.append(PatientFlow::tr("妊婦健診・乳幼児健診の記録と問診票"));
    if (scopes.contains(u"medical-subsidy"_s))
        items.append(PatientFlow::tr("医療費助成の受給者証と自己負担の記録"));
    return items;
}

} // namespace

PatientFlow::PatientFlow(Visit &visit, CardService &cards, PatientFlowOptions options, QWidget *parent)
    : QStackedWidget(parent)
    , m_visit(visit)
    , m_cards(cards)
    , m_options(std::move(options))
    , m_idle(new IdleScreen(this))
    , m_cardCheck(new CardCheckScreen(this))
    , m_pin(new PinScreen(this))
    , m_choose(new ChoosePersonScreen(this))
    , m_consent(new ConsentScreen(this))
    , m_linking(new LinkingScreen(this))
    , m_takeCard(new TakeCardScreen(this))
    , m_curtain(new CurtainScreen(this))
    , m_end(new EndScreen(this))
    , m_entry(new EntryScreen(this))
    , m_proxy(new ProxyScreen(this))
    , m_entryFlow(new EntryFlow(visit, *m_entry, *m_proxy, this))
{
    for (PatientScreen *screen : std::initializer_list<PatientScreen *>{m_idle, m_cardCheck, m_pin, m_choose, m_consent,
                                                                        m_linking, m_takeCard, m_curtain, m_end, m_entry, m_proxy}) {
        screen->setOperator(m_options.clinic.name, m_options.clinic.contact);
        screen->setTraining(m_options.isTraining);
        screen->setMmWidth(m_options.mmWidth);
        addWidget(screen);
        connect(screen, &PatientScreen::staffCalled, this, [screen] { screen->setStaffCalled(true); });
        connect(screen, &PatientScreen::leaveRequested, this, &PatientFlow::leave);
    }
    m_idle->setOperatorText(m_options.clinic.name, m_options.clinic.contact, m_options.clinic.purpose);
    m_idle->setLanguages(m_options.languages, m_options.language);
    m_idle->setResidents(m_options.residents);
    m_cardCheck->setCardSimulated(!m_options.residents.isEmpty());
    m_takeCard->setCardSimulated(!m_options.residents.isEmpty());
    m_linking->setBrowserRemains(m_options.leavesBrowserOpen);
    m_takeCard->setBrowserRemains(m_options.leavesBrowserOpen);
    m_curtain->setOwnDisplay(m_options.hasOwnDisplay);
    m_farewell.setSingleShot(true);
    m_overdue.setSingleShot(true);
    m_readerPatience.setSingleShot(true);
    followWorld();
    connectPresses();
    front(m_idle);
    followReader(cards.readerState());
}

PatientFlow::~PatientFlow() = default;

void PatientFlow::followWorld()
{
    connect(&m_visit, &Visit::stateChanged, this, &PatientFlow::follow);
    connect(&m_cards, &CardService::readerStateChanged, this, &PatientFlow::followReader);
    connect(&m_readerPatience, &QTimer::timeout, this, &PatientFlow::showReaderTrouble);
    connect(&m_farewell, &QTimer::timeout, this, [this] {
        if (m_visit.state() == VisitState::Idle)
            front(m_idle);
        else if (isStaffState(m_visit.state()) || m_visit.state() == VisitState::Fetching)
            front(m_curtain);
    });
    connect(&m_cards, &CardService::cardLaid, this, [this] { m_curtain->setCardLeft(true); });
    connect(&m_cards, &CardService::cardRemoved, this, [this] {
        m_curtain->setCardLeft(m_cards.currentCard().has_value());
        if (currentWidget() == m_takeCard && m_visit.state() != VisitState::Idle)
            front(m_curtain);
    });
    connect(&m_overdue, &QTimer::timeout, this, [this] { m_takeCard->setOverdue(true); });
}

/// Whose PIN it is, in the words of who was chosen.
PinScreen::Pin PatientFlow::basicInfoPin() const
{
    return m_visit.data().holder == CardHolder::ChildOrFamily ? PinScreen::Pin::BasicInfoOfFamily
                                                              : PinScreen::Pin::BasicInfoInput;
}

void PatientFlow::follow(VisitState state, VisitStep step)
{
    if (step == VisitStep::Nothing)
        return;
    const VisitState before = std::exchange(m_lastState, state);
    m_overdue.stop();
    if (before == VisitState::HandedOver && state != VisitState::HandedOver)
        m_entryFlow->clear();
    switch (state) {
    case VisitState::Idle:
        showEnd();
        return;
    case VisitState::CardPresent:
    case VisitState::CardProblem:
    case VisitState::CardChecked:
    case VisitState::EnteringPin:
    case VisitState::CheckingPin:
    case VisitState::EnteringBasicPin:
    case VisitState::ReadingBasicInfo:
        showCardSide(state, step);
        return;
    case VisitState::IdentityConfirmed:
    case VisitState::LoggingConsent:
    case VisitState::AwaitingConsent:
    case VisitState::UserRegistrationOffered:
    case VisitState::LoggingUserRegistration:
    case VisitState::AwaitingUserRegistration:
    case VisitState::ComparingCard:
    case VisitState::ConsentAgain:
    case VisitState::UserRegistrationAgain:
        showConsentSide(state, step);
        return;
    case VisitState::Fetching:
        m_wasLinked = true;
        m_takeCard->setGoesOn(true);
        m_takeCard->setOverdue(false);
        m_farewell.start(takeCardMs);
        front(m_takeCard);
        return;
    case VisitState::Curtain:
        if (!m_farewell.isActive())
            front(m_curtain);
        return;
    case VisitState::HandedOver:
        m_farewell.stop();
        if (step == VisitStep::HandOver)
            front(m_entryFlow->begin());
        return;
    case VisitState::CardForgotten:
        // Whoever has just pressed something is asked first; whoever was asked before is warned at once.
        m_takeCard->setGoesOn(false);
        m_takeCard->setNextText(m_isPaperAsked ? paperText() : QString());
        m_takeCard->setOverdue(m_wasLinked || before == VisitState::CardForgotten);
        m_overdue.start(overdueMs);
        front(m_takeCard);
        return;
    case VisitState::Finishing:
        // An end that somebody asked for needs no reason, and what went wrong for staff is not the patient's.
        if (!m_isEndAsked && !isStaffState(before))
            m_endError = m_visit.data().error;
        return;
    default:
        // Staff are at work: nothing of them or of the person stands on the patient's side.
        if (!m_farewell.isActive())
            front(m_curtain);
        return;
    }
}

void PatientFlow::showCardSide(VisitState state, VisitStep step)
{
    const VisitData &held = m_visit.data();
    m_shownError.reset();
    switch (state) {
    case VisitState::CardPresent:
        m_wasLinked = m_isEndAsked = m_isPaperAsked = m_isEndOfCertificateTold = false;
        m_endError.reset();
        m_cardCheck->showChecking();
        front(m_cardCheck);
        break;
    case VisitState::CardProblem:
        showProblem(held.error.value_or(Error{}));
        break;
    case VisitState::CardChecked:
    case VisitState::EnteringPin:
        if (m_isHandingPin)
            break;
        m_pin->start(PinScreen::Pin::UserAuthentication, held.triesLeft, held.error.has_value());
        // Where the PIN is left to the portal, this screen is gone at once, and the notice comes before the consent.
        if (m_visit.options().asksPin && mustTellEndOfCertificate()) {
            showNotice(endOfCertificate(), m_pin);
            break;
        }
        m_shownError = held.error;
        front(m_pin);
        break;
    case VisitState::EnteringBasicPin:
        if (step == VisitStep::AskBasicPinAgain) {
            m_pin->start(basicInfoPin(), held.basicTriesLeft, true);
            m_shownError = held.error;
            front(m_pin);
        } else {
            front(m_choose);
        }
        break;
    default:
        m_pin->showChecking();
        break;
    }
}

void PatientFlow::showConsentSide(VisitState state, VisitStep step)
{
    const auto error = m_visit.data().error;
    m_farewell.stop(); // whoever was told to take the card is asked something again
    m_consent->setConsent({m_options.clinic.name, m_options.clinic.purpose, consentItems(m_visit.data().scopes),
                           tr("この受付が終わるまで（終わると連携を取り消します）")});
    // A consent or registration asked for again is one state for asking, linking and comparing.
    const bool isRegistering = step == VisitStep::LogUserRegistration || step == VisitStep::OpenUserRegistration;
    const bool isUnderWay = isRegistering || step == VisitStep::LogConsent || step == VisitStep::OpenPortal || step == VisitStep::CompareCard;
    const bool isAsking = state == VisitState::IdentityConfirmed || state == VisitState::UserRegistrationOffered
        || (isStaffState(state) && !isUnderWay);
    if (!isAsking) {
        m_shownError.reset();
        m_linking->setErrand(isRegistering ? LinkingScreen::Errand::Registration : LinkingScreen::Errand::Consent);
        m_linking->setBusyText(step == VisitStep::CompareCard ? tr("カードを確かめています。そのままお待ちください。") : QString());
        front(m_linking);
    } else if (error) {
        showProblem(*error);
    } else if (step == VisitStep::SkipBasicInfo && m_visit.data().basicInfoError) {
        showNotice(*m_visit.data().basicInfoError, m_consent);
    } else if (mustTellEndOfCertificate()) {
        showNotice(endOfCertificate(), m_consent); // where the PIN is left to the portal
    } else {
        m_shownError.reset();
        front(m_consent);
    }
}

/// The visit is over. Why, if it did not end well; else the proof that nothing is left.
void PatientFlow::showEnd()
{
    if (m_endError && m_endError->code != ErrorCode::ConsentCancelled) {
        showProblem(*m_endError);
        m_farewell.start(problemMs);
    } else {
        m_shownError.reset();
        m_end->setNextText(m_isPaperAsked ? paperText() : m_wasLinked ? tr("待合でお待ちください。") : QString());
        m_end->setPaperOffered(m_isPaperAsked && !m_options.hasOwnDisplay);
        front(m_end);
        m_farewell.start(m_isPaperAsked ? paperMs : endMs);
    }
    m_endError.reset();
    m_wasLinked = m_isEndAsked = m_isPaperAsked = false;
}

QString PatientFlow::paperText()
{
    return tr("紙の予診票をお渡しします。受付の職員にお声がけください。");
}

void PatientFlow::front(PatientScreen *screen)
{
    if (screen != m_cardCheck && screen != m_pin)
        m_shownError.reset();
    m_readerTrouble.reset();
    m_afterNotice = nullptr;
    if (screen == m_idle)
        allowForReader();
    for (int i = 0; i < count(); ++i)
        if (auto *other = qobject_cast<PatientScreen *>(widget(i)); other && other != screen)
            other->setStaffCalled(false);
    setCurrentWidget(screen);
    Q_EMIT screenChanged();
}

void PatientFlow::setPortalWidget(QWidget *portal)
{
    m_linking->setPortalWidget(portal);
}

void PatientFlow::setLanguage(const QString &code)
{
    m_idle->setLanguages(m_options.languages, code);
}

void PatientFlow::forgetTyped()
{
    m_pin->clear();
}

void PatientFlow::setPlannedStop(const QString &title, const QString &text, bool isClosed)
{
    m_idle->setPlannedStop(title, text, isClosed);
}

std::optional<Error> PatientFlow::shownError() const
{
    return m_entryFlow->shownError() ? m_entryFlow->shownError() : m_shownError;
}

QString PatientFlow::screenName() const
{
    const QHash<const QWidget *, QString> names{
        {m_idle, u"idle"_s}, {m_cardCheck, u"cardCheck"_s}, {m_pin, u"pin"_s}, {m_choose, u"choosePerson"_s},
        {m_consent, u"consent"_s}, {m_linking, u"portal"_s}, {m_takeCard, u"takeCard"_s}, {m_curtain, u"curtain"_s},
        {m_end, u"end"_s}, {m_entry, u"entry"_s}, {m_proxy, u"proxyConsent"_s}};
    return names.value(currentWidget());
}

} // namespace uk
