// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/visit.h"

#include "app/base/clock.h"
#include "app/journal/draftstore.h"
#include "app/portal/consent.h"
#include "app/visit/documentsteps.h"
#include "app/visit/identitysteps.h"
#include "app/visit/recordsteps.h"
#include "app/visit/visitdraft.h"
#include "cardreader/mynumber/cardservice.h"

#include <QPointer>
#include <QRandomGenerator>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QString randomId()
{
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex());
}

/// Ways out after which what staff typed must not be lost: it stays as an open visit in the encrypted draft.
bool isAbnormal(VisitEvent event)
{
    return event == VisitEvent::TimedOut || event == VisitEvent::StopRequested || event == VisitEvent::CardRemoved
        || event == VisitEvent::CardDiffers || event == VisitEvent::CloseRequested;
}

} // namespace

Visit::Visit(VisitPorts ports, VisitOptions options, QObject *parent)
    : QObject(parent)
    , m_context{.ports = ports, .options = std::move(options), .data = {}, .staff = {}, .pending = {}, .pin = SecretBuffer(), .token = {},
                .raise = [this](VisitEvent event) { raise(event); }, .changed = [this] { Q_EMIT changed(); },
                .revoke = [this](SecretBuffer token) { revoke(std::move(token)); }}
    , m_identity(std::make_unique<IdentitySteps>(m_context))
    , m_records(std::make_unique<RecordSteps>(m_context))
    , m_documents(std::make_unique<DocumentSteps>(m_context))
{
    m_patientTimer.setSingleShot(true);
    connect(&m_patientTimer, &QTimer::timeout, this, [this] { raise(VisitEvent::TimedOut); });
    m_closeTimer.setSingleShot(true);
    connect(&ports.cards, &CardService::cardLaid, this, &Visit::cardSeen);
    connect(&ports.cards, &CardService::cardRemoved, this, &Visit::cardGone);
    m_context.data = freshData();
}

Visit::~Visit() = default;

void Visit::setStaff(std::optional<StaffMember> staff)
{
    m_context.staff = std::move(staff);
}

void Visit::cardSeen(const CardPresence &)
{
    raise(VisitEvent::CardLaid);
}

void Visit::cardGone(const CardPresence &card)
{
    m_context.data.isCardWaiting = false;
    if (needsCard(state()) && card == m_context.data.card)
        m_context.data.error = Error{ErrorCode::CardRemoved, QString(stateName(state())), {}};
    raise(VisitEvent::CardRemoved);
}

void Visit::raise(VisitEvent event)
{
    const Transition next = transition(m_context.state, event);
    const bool isChange = next.next != m_context.state || next.step != VisitStep::Nothing;
    m_lastEvent = event;
    m_context.state = next.next;
    if (next.next != VisitState::HandedOver)
        m_context.data.handOver.reset();
    if (isChange) {
        noteActivity();
        perform(next.step);
    }
}

void Visit::noteActivity()
{
    // The portal has a limit of its own, and staff screens are locked, not ended.
    const bool isLimited = (needsCard(state()) && !isInPortal(state())) || state() == VisitState::CardProblem
        || state() == VisitState::HandedOver;
    if (isLimited)
        m_patientTimer.start(m_context.options.patientSeconds * 1000);
    else
        m_patientTimer.stop();
}

void Visit::enterPin(SecretBuffer pin)
{
    m_context.pin = std::move(pin);
    raise(state() == VisitState::EnteringBasicPin ? VisitEvent::BasicPinEntered : VisitEvent::PinEntered);
    m_context.pin.clear(); // nobody took it
}

void Visit::setCardHolder(CardHolder holder)
{
    if (state() == VisitState::EnteringBasicPin)
        m_context.data.holder = holder;
}

/// One line for each step.
void Visit::perform(VisitStep step)
{
    const VisitState stateBefore = m_context.state;
    // Who finishes or gives up knows why: an error from earlier is no reason for this end.
    if (step == VisitStep::RunTail && !isAbnormal(m_lastEvent))
        m_context.data.error.reset();
    // Screens follow first, so that a step that answers at once finds them in place.
    Q_EMIT stateChanged(stateBefore, step);
    switch (step) {
    case VisitStep::CheckCard: return m_identity->checkCard();
    case VisitStep::AskPin:
        if (!m_context.options.asksPin)
            raise(VisitEvent::PinLeftToPortal);
        return;
    case VisitStep::VerifyPin: return m_identity->verifyPin();
    case VisitStep::AskBasicPin: return m_identity->askBasicPin();
    case VisitStep::ReadBasicInfo: return m_identity->readBasicInfo();
    case VisitStep::SkipBasicInfo: return m_identity->skipBasicInfo();
    case VisitStep::LogConsent: return m_identity->logConsent();
    case VisitStep::OpenPortal: return m_identity->openPortal();
    case VisitStep::LogUserRegistration: return m_identity->logUserRegistration();
    case VisitStep::OpenUserRegistration: return m_identity->openUserRegistration();
    case VisitStep::CompareCard: return m_identity->compareCard();
    case VisitStep::Fetch:
        m_context.ports.cards.endCard(); // from here on the visit stands on the token
        return m_records->fetch();
    case VisitStep::LogSubmit: return m_records->logSubmit();
    case VisitStep::Register: return m_records->submit();
    case VisitStep::Resolve: return m_records->resolve();
    case VisitStep::ShowOutcome: return sendNext();
    case VisitStep::ShowLogFailure:
        m_context.pending.queue.clear(); // nothing is sent that cannot be written down first
        return;
    case VisitStep::LogView: return m_documents->logView();
    case VisitStep::FetchDocument: return m_documents->openPending();
    case VisitStep::LogPrint: return m_documents->logPrint();
    case VisitStep::Print: return m_documents->print();
    case VisitStep::Park: return runTail(true);
    case VisitStep::RunTail: return runTail(isAbnormal(m_lastEvent) || stateBefore == VisitState::Closing);
    case VisitStep::AwaitOutcome: return awaitOutcome();
    case VisitStep::Quit: return quit();
    case VisitStep::CoverScreen: Q_EMIT coverRequested(); return;
    case VisitStep::NoticeWaitingCard:
        m_context.data.isCardWaiting = true;
        Q_EMIT cardWaiting();
        return;
    case VisitStep::AlarmCardLeft: Q_EMIT cardLeft(); return;
    case VisitStep::BecomeIdle: return becomeIdle();
    case VisitStep::ReturnToReview:
        m_context.data.scopes = m_context.data.consented; // what was asked for on top was not given
        return;
    case VisitStep::Nothing:
    case VisitStep::ShowCardProblem:
    case VisitStep::AskLastTry:
    case VisitStep::AskPinAgain:
    case VisitStep::AskBasicPinAgain:
    case VisitStep::ExplainConsent:
    case VisitStep::OfferUserRegistration:
    case VisitStep::HandOver:
    case VisitStep::RaiseCurtain:
    case VisitStep::ShowStaff:
    case VisitStep::ShowPrintOutcome:
        return; // shown by the screens
    case VisitStep::AskConsentAgain:
        m_context.pending.queue.clear(); // staff look again once there is a token
        return;
    }
}

/// The common tail: whatever the way out was, all of this happens, in this order.
void Visit::runTail(bool keepsDraft)
{
    m_patientTimer.stop();
    if (state() == VisitState::Closing) {
        if (m_lastEvent == VisitEvent::TimedOut)
            m_records->giveUpWaiting();
        // A log that does not answer must not keep the program from ending.
        limitClosing(outcomeLimitMs, [this] { raise(VisitEvent::TailDone); });
    }
    const std::optional<Error> reason = m_context.data.error;
    m_context.pin.clear();
    m_context.ports.consent.cancel();
    m_context.ports.cards.endCard();
    m_context.ports.pmh.cancelAll();
    m_context.ports.pmh.clearAccessToken();
    m_context.ports.renderer.close();
    m_context.ports.printer.cancelAll();
    if (m_context.token)
        revoke(std::move(*m_context.token));
    m_context.token.reset();
    // A registration whose outcome nobody knows stays noted whatever the way out was.
    const bool isUnresolved = std::ranges::any_of(
        m_context.data.questionnaires, [](const OpenQuestionnaire &open) { return open.registration.has_value(); });
    if (!isUnresolved && (!keepsDraft || !hasOpenWork(m_context.data)))
        m_context.ports.drafts.remove(m_context.data.visitId, [](Result<void>) {});
    AuditEntry entry = m_context.entry(AuditEvent::VisitEnded);
    entry.outcome = eventName(m_lastEvent);
    entry.code = reason ? QString(publicCode(reason->code)) : QString();
    const auto card = m_context.ports.cards.currentCard();
    const bool isCardLeft = card && *card == m_context.data.card;
    clearPerson();
    m_context.data.error = reason; // a code and numbers, nothing about a person
    // A log that cannot be written must not keep the person on screen: the tail ends either way.
    m_context.ports.audit.append(std::move(entry), m_context.guarded<void>([this, isCardLeft](Result<void>) {
        raise(isCardLeft ? VisitEvent::TailDoneCardLeft : VisitEvent::TailDone);
    }));
}

void Visit::revoke(SecretBuffer token)
{
    ++m_revocations;
    m_context.ports.consent.revoke(std::move(token), [self = QPointer(this)](Result<void>) {
        if (self && --self->m_revocations == 0 && self->m_isQuitting)
            self->leave();
    });
}

/// A registration that is under way is not cut off; its draft survives where no answer comes in time.
void Visit::awaitOutcome()
{
    limitClosing(outcomeLimitMs, [this] { raise(VisitEvent::TimedOut); });
}

void Visit::quit()
{
    m_isQuitting = true;
    if (m_revocations == 0)
        leave();
    else
        limitClosing(revocationLimitMs, [this] { leave(); });
}

void Visit::leave()
{
    m_closeTimer.stop();
    if (!std::exchange(m_isClosed, true))
        Q_EMIT closed();
}

void Visit::limitClosing(int milliseconds, std::function<void()> then)
{
    m_closeTimer.disconnect(this);
    m_closeTimer.callOnTimeout(this, std::move(then));
    m_closeTimer.start(milliseconds);
}

void Visit::clearPerson()
{
    ++m_context.generation;
    m_context.data = freshData();
    m_context.pending = PendingEffect();
}

VisitData Visit::freshData() const
{
    VisitData data;
    data.visitId = randomId();
    data.scopes = m_context.options.scopes;
    return data;
}

void Visit::becomeIdle()
{
    m_context.data = freshData();
    // The next patient's card may lie there already.
    if (m_context.ports.cards.currentCard())
        raise(VisitEvent::CardLaid);
}

} // namespace uk
