// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/readerloop.h"

#include <QLoggingCategory>

namespace uk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(apduCategory, "uketsuke.apdu", QtWarningMsg)

constexpr auto safetyLook = 2000ms;

bool isCardTrouble(ErrorCode code)
{
    return code == ErrorCode::CardRemoved || code == ErrorCode::CardMute || code == ErrorCode::ReaderFailed
        || code == ErrorCode::PinOutcomeUnknown || code == ErrorCode::CardSwapped;
}

/// The steps know readers and cards; that the service went away meanwhile is told by the reader state.
ErrorCode stepError(ErrorCode code)
{
    if (code == ErrorCode::CardServiceMissing)
        return ErrorCode::ReaderFailed;
    return code == ErrorCode::NoReader ? ErrorCode::CardRemoved : code;
}

} // namespace

QByteArray ReaderThreadPulse::usedReader() const
{
    const std::scoped_lock lock(m_mutex);
    return m_usedReader;
}

void ReaderThreadPulse::setUsedReader(const QByteArray &rawName)
{
    const std::scoped_lock lock(m_mutex);
    m_usedReader = rawName;
}

/// Says for its lifetime which reader the thread may be held up by.
class ReaderLoop::ReaderUse
{
public:
    ReaderUse(ReaderThreadPulse &pulse, const QByteArray &rawName)
        : m_pulse(pulse)
        , m_before(pulse.usedReader())
    {
        m_pulse.setUsedReader(rawName);
    }
    ~ReaderUse() { m_pulse.setUsedReader(m_before); }
    ReaderUse(const ReaderUse &) = delete;
    ReaderUse &operator=(const ReaderUse &) = delete;

private:
    ReaderThreadPulse &m_pulse;
    const QByteArray m_before;
};

ReaderLoop::ReaderLoop(ReaderPort &port, const CardServiceOptions &options, ApduCounters &counters,
                       ReaderThreadPulse &pulse, ReaderNews news, const ReaderLoopStart &start)
    : m_port(port)
    , m_today(options.today)
    , m_lateReport(options.lateReport)
    , m_trust(options.trustedRootsPem, options.allowTestRoots)
    , m_basicInfoTrust(options.basicInfoRootsPem)
    , m_counters(counters)
    , m_pulse(pulse)
    , m_news(std::move(news))
    , m_tracker(options.allowedReaders, options.deniedReaders, start.lastSerial)
{
    m_tracker.setShunned(start.hungReaders);
}

ReaderLoop::~ReaderLoop() = default;

void ReaderLoop::run()
{
    if (m_isStopped)
        return;
    // A step may have used up the cancel() that came with the command behind it: no wait in front of a command.
    if (m_pendingCommands == 0)
        look(safetyLook);
    m_pulse.beat();
    QMetaObject::invokeMethod(this, &ReaderLoop::run, Qt::QueuedConnection);
}

void ReaderLoop::look(std::chrono::milliseconds limit)
{
    const auto seen = m_port.waitForChange(m_known, limit);
    m_known = seen ? *seen : QList<ReaderSnapshot>{};
    const bool isHeld = m_checked.has_value();
    const auto change = m_tracker.update(m_known, isHeld, [this](const ReaderSnapshot &reader) { return probe(reader); });
    if (!seen)
        m_tracker.setServiceMissing();
    announce(change);
    if (m_areSeveralTold && !m_tracker.isAmbiguous()) {
        m_areSeveralTold = false;
        // What was refused because of the other card may begin now.
        if (!change.laid)
            announce(m_tracker.renew());
    }
    const std::pair state{m_tracker.state(), m_tracker.readerNames()};
    if (!m_isAnnounced || state != m_announced) {
        m_isAnnounced = true;
        m_announced = state;
        m_news.stateChanged(state.first, state.second);
    }
}

void ReaderLoop::announce(const PresenceTracker::Change &change)
{
    if (change.removed) {
        if (m_checked && m_checked->serial == change.removed->serial)
            m_session.reset();
        m_news.cardRemoved(change.removed->presence());
    }
    if (change.laid)
        m_news.cardLaid(change.laid->presence());
}

void ReaderLoop::announceAnew()
{
    m_session.reset();
    m_checked.reset();
    m_isAnnounced = false;
    announce(m_tracker.renew());
}

PresenceTracker::Kind ReaderLoop::probe(const ReaderSnapshot &reader)
{
    const ReaderUse use(m_pulse, reader.rawName);
    auto connection = m_port.connect(reader.rawName);
    if (!connection)
        return PresenceTracker::Kind::Unknown;
    CardSession session(std::move(*connection), m_extendedLength[reader.rawName], surroundings());
    const auto isMyNumberCard = session.isMyNumberCard();
    if (!isMyNumberCard)
        return PresenceTracker::Kind::Unknown;
    return *isMyNumberCard ? PresenceTracker::Kind::MyNumberCard : PresenceTracker::Kind::Other;
}

SessionSurroundings ReaderLoop::surroundings() const
{
    ApduLog log;
    if (apduCategory().isDebugEnabled())
        log = [](const QString &line) { qCDebug(apduCategory, "%ls", qUtf16Printable(line)); };
    return {m_trust, m_basicInfoTrust, m_counters, std::move(log)};
}

QDateTime ReaderLoop::now() const
{
    constexpr int noon = 12, japan = 9 * 3600;
    return m_today.isValid() ? QDateTime(m_today, QTime(noon, 0), Qt::OffsetFromUTC, japan) : QDateTime::currentDateTimeUtc();
}

Result<void> ReaderLoop::openSession(const QByteArray &rawName)
{
    m_session.reset();
    UK_TRY(auto connection, m_port.connect(rawName));
    m_session = std::make_unique<CardSession>(std::move(connection), m_extendedLength[rawName], surroundings());
    return {};
}

std::optional<Error> ReaderLoop::whyCheckedCardIsGone() const
{
    if (!m_tracker.current())
        return Error{ErrorCode::CardRemoved, {}, {}};
    // A card in another reader took nobody's place.
    if (m_tracker.current()->rawName != m_checked->rawName)
        return Error{ErrorCode::CardRemoved, u"a card lies in another reader"_s, {}};
    if (m_tracker.current()->serial != m_checked->serial)
        return Error{ErrorCode::CardSwapped, u"insertion counter"_s, {}};
    return std::nullopt;
}

/// After trouble with the card: lets go of it, gives the reader time to report what happened, and says what it was.
Error ReaderLoop::afterFailure(Error error)
{
    error.code = stepError(error.code);
    if (!isCardTrouble(error.code))
        return error;
    m_session.reset();
    const auto before = m_tracker.current();
    look(0ms);
    const auto isStillThere = [&] {
        return before && m_tracker.current() && m_tracker.current()->serial == before->serial;
    };
    // A cancel() meant for a wait between two steps may end one of these early.
    const auto deadline = std::chrono::steady_clock::now() + m_lateReport;
    for (auto left = m_lateReport; isStillThere() && error.code != ErrorCode::CardSwapped && left > 0ms;
         left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()))
        look(left);
    if (!isStillThere()) {
        if (error.code == ErrorCode::ReaderFailed || error.code == ErrorCode::CardMute)
            error.code = ErrorCode::CardRemoved;
    } else if (error.code == ErrorCode::CardRemoved || error.code == ErrorCode::CardSwapped) {
        // The driver missed it: what lies there now is a card that nobody has seen.
        announce(m_tracker.renew());
    }
    return error;
}

Result<CardCheck> ReaderLoop::checkCard(quint64 serial)
{
    endCard();
    look(0ms);
    const auto current = m_tracker.current();
    if (!current || current->serial != serial)
        return failure(ErrorCode::CardRemoved, u"this card is no longer there"_s);
    if (m_tracker.isAmbiguous()) {
        m_areSeveralTold = true;
        return failure(ErrorCode::SeveralCards, u"My Number Cards in several readers"_s);
    }
    const ReaderUse use(m_pulse, current->rawName);
    if (auto opened = openSession(current->rawName); !opened)
        return std::unexpected(afterFailure(std::move(opened).error()));
    auto found = m_session->check(now());
    if (!found) {
        m_session.reset();
        return std::unexpected(afterFailure(std::move(found).error()));
    }
    m_checked = CheckedCard{serial, current->rawName, found->certificateDer};
    return found;
}

/// Runs a step on the card of checkCard(), if it is still the one; looks again afterwards.
template<class Step>
auto ReaderLoop::withCheckedCard(Step step) -> decltype(step(std::declval<CardSession &>()))
{
    if (!m_checked)
        return failure(ErrorCode::Internal, u"no card was checked"_s);
    look(0ms);
    if (auto gone = whyCheckedCardIsGone())
        return std::unexpected(std::move(*gone));
    if (!m_session)
        return failure(ErrorCode::CardRemoved, u"the connection was given up"_s);
    const ReaderUse use(m_pulse, m_checked->rawName);
    auto result = step(*m_session);
    if (!result)
        return std::unexpected(afterFailure(std::move(result).error()));
    look(0ms);
    if (auto gone = whyCheckedCardIsGone())
        return std::unexpected(std::move(*gone));
    return result;
}

Result<Possession> ReaderLoop::prove(const SecretBuffer &pin)
{
    return withCheckedCard([&](CardSession &session) { return session.prove(pin); });
}

Result<int> ReaderLoop::basicInfoTries()
{
    return withCheckedCard([](CardSession &session) { return session.basicInfoTries(); });
}

Result<BasicFourInfo> ReaderLoop::basicFourInfo(const SecretBuffer &pin)
{
    return withCheckedCard([&](CardSession &session) { return session.basicFourInfo(pin); });
}

void ReaderLoop::beginPortalWatch()
{
    closeSession();
}

Result<void> ReaderLoop::endPortalWatch()
{
    if (!m_checked)
        return failure(ErrorCode::Internal, u"no card was checked"_s);
    look(0ms);
    if (auto gone = whyCheckedCardIsGone())
        return std::unexpected(std::move(*gone));
    const ReaderUse use(m_pulse, m_checked->rawName);
    if (auto opened = openSession(m_tracker.current()->rawName); !opened)
        return std::unexpected(afterFailure(std::move(opened).error()));
    if (auto same = m_session->compare(m_checked->certificateDer); !same)
        return std::unexpected(afterFailure(std::move(same).error()));
    return {};
}

void ReaderLoop::endCard()
{
    closeSession();
    m_checked.reset();
}

/// The end of a session takes the card's power away, which a reader may hold up.
void ReaderLoop::closeSession()
{
    const ReaderUse use(m_pulse, m_checked ? m_checked->rawName : QByteArray());
    m_session.reset();
}

} // namespace uk
