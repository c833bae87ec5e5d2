// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/cardsession.h"
#include "cardreader/simulated/personalization.h"
#include "cardreader/simulated/receivedcommand.h"
#include "tests/cardreader/fuzz/fuzzedcard.h"

#include <array>

using namespace Qt::StringLiterals;

namespace uk::test {

namespace {

const QDate today(2026, 6, 1);
/// Transactions of the whole walk, each step twice and a lost PIN with one of its own.
constexpr int mostTransactions = 16;

/// What happened on the card's side, for the time after the session.
struct Record
{
    int transactions = 0, commands = 0, authenticationPins = 0, infoPins = 0, powerOffs = 0;
};

/// Changes the card's answers as the input says: each step lets some commands pass and then does one thing.
class FuzzedCard final : public PlainCard
{
public:
    FuzzedCard(SoftwareCard card, Input &input, bool isShortReader, Record &record)
        : PlainCard(std::move(card)), m_input(input), m_isShortReader(isShortReader), m_record(record)
    {
    }
    ~FuzzedCard() override { require(m_card.tally().myNumberCommands == 0 && m_open == 0); }

    Result<void> beginTransaction() override
    {
        require(++m_record.transactions <= mostTransactions);
        m_record.commands = 0;
        return PlainCard::beginTransaction();
    }
    Result<QByteArray> transmit(QByteArrayView apdu) override
    {
        judge(apdu);
        const QByteArray answer = m_card.transmit(apdu);
        if (m_isSticky)
            return m_sticky;
        if (m_pass == 0 && !m_input.isEmpty()) {
            const quint8 step = m_input.byte();
            m_pass = 1 + (step >> 4);
            m_action = step & 0x0F;
        }
        if (m_pass == 0 || --m_pass > 0)
            return answer;
        return changed(answer);
    }
    Result<void> reconnect() override
    {
        m_wasReset = false;
        return {};
    }
    [[nodiscard]] bool wasReset() const override { return m_wasReset; }
    [[nodiscard]] std::optional<bool> hasExtendedLength() const override
    {
        return m_isShortReader ? std::optional(false) : std::nullopt;
    }
    void disconnect(CardDisposition disposition) override
    {
        require(disposition == CardDisposition::PowerOff);
        ++m_record.powerOffs;
        PlainCard::disconnect(disposition);
    }

private:
    /// What may never reach a card, judged apart from the list that should stop it.
    void judge(QByteArrayView apdu)
    {
        require(++m_record.commands <= CardChannel::mostCommands && m_open > 0);
        const auto command = parseReceivedCommand(apdu);
        require(command.has_value());
        if (command->ins == 0xA4)
            require(command->p1 == 0x04 && (command->data == CardAid::jpki || command->data == CardAid::text));
        if (command->ins != 0x20 || command->data.isEmpty())
            return;
        require(command->p2 == 0x98 || command->p2 == 0x91);
        ++(command->p2 == 0x98 ? m_record.authenticationPins : m_record.infoPins);
    }

    Result<QByteArray> changed(QByteArray answer)
    {
        const qsizetype data = std::max<qsizetype>(0, answer.size() - 2);
        switch (m_action) {
        case 1: { // one byte
            const quint16 at = m_input.word();
            if (!answer.isEmpty())
                answer[at % answer.size()] = static_cast<char>(answer[at % answer.size()] ^ m_input.byte());
            return answer;
        }
        case 2: return m_input.bytes(m_input.byte());                            // other bytes
        case 3: return answer.left(data ? m_input.word() % data : 0) + answer.last(answer.size() - data); // data cut
        case 4: return answer.first(data) + m_input.bytes(2);                    // other status word
        case 5: return m_input.bytes(2);                                         // nothing but a status word
        case 6: return failure(ErrorCode::CardRemoved);
        case 7: return failure(ErrorCode::CardMute);
        case 8: return failure(ErrorCode::ReaderFailed);
        case 9: // reset by somebody else
            m_card.reset();
            m_wasReset = true;
            return failure(ErrorCode::ReaderFailed);
        case 10: return answer.first(data) + QByteArray(m_input.word(), static_cast<char>(m_input.byte()))
                + answer.last(answer.size() - data); // filler
        case 11: // the same for ever
            m_isSticky = true;
            m_sticky = m_input.bytes(m_input.byte());
            return m_sticky;
        case 12: // the right data under 61xx or another status word, for ever
            m_isSticky = true;
            m_sticky = answer.first(std::min<qsizetype>(data, m_input.byte())) + m_input.bytes(2);
            return m_sticky;
        case 13: return answer.first(answer.size() / 2);
        default: return answer;
        }
    }

    Input &m_input;
    bool m_isShortReader;
    Record &m_record;
    int m_pass = 0;
    int m_action = 0;
    bool m_isSticky = false;
    QByteArray m_sticky;
    bool m_wasReset = false;
};

CardPerson person(const QStringList &variants)
{
    return {.key = u"fuzz"_s, .name = u"試験　用子"_s, .address = u"東京都千代田区１－１"_s,
            .dateOfBirth = QDate(1985, 4, 5), .sex = u"2"_s, .variants = variants};
}

struct Cards
{
    std::vector<SoftwareCard> cards;
    std::optional<AuthenticationTrust> trust;
    std::optional<BasicInfoTrust> infoTrust;
};

const Cards &cards()
{
    static const Cards made = [] {
        Cards all;
        const TestPki pki = TestPki::inMemory(today);
        for (const QStringList &variants :
             {QStringList{}, QStringList{u"short-only"_s}, QStringList{u"61xx"_s}, QStringList{u"6cxx"_s},
              QStringList{u"short-reads"_s}, QStringList{u"ec-p384"_s}, QStringList{u"android"_s},
              QStringList{u"face-authentication"_s}})
            all.cards.push_back(makeCard(person(variants), pki).value());
        all.trust.emplace(std::vector{pki.rootsPem().value()}, true);
        all.infoTrust.emplace(std::vector{pki.basicInfoRootsPem().value()});
        return all;
    }();
    return made;
}

void checkError(const Error &error)
{
    using enum ErrorCode;
    requireOneOf(error, {CardRemoved, CardMute, ReaderFailed, CardSwapped, CardAnswerUnreadable, NotMyNumberCard,
                         PhoneToken, PinWrong, PinBlocked, PinBlockedWithoutSignature, PinOutcomeUnknown,
                         CertificateExpired, CertificateNotYetValid, CertificateUnknownIssuer, CertificateUnusable,
                         SignatureWrong, BasicInfoUnreadable});
}

template<class T>
bool succeeds(const Result<T> &result)
{
    if (!result)
        checkError(result.error());
    return result.has_value();
}

void walk(CardSession &session, Record &record, bool isPinRight)
{
    const auto digits = isPinRight ? "1234" : "4321";
    const auto pin = SecretBuffer::copyOf(std::as_bytes(std::span(digits, 4)));
    static_cast<void>(succeeds(session.isMyNumberCard()));
    const auto check = session.check(QDateTime(today, QTime(12, 0), Qt::UTC));
    if (!succeeds(check))
        return;
    require(check->isTestIssuer && check->pinTriesLeft > 0 && record.authenticationPins == 0);
    const bool isProven = succeeds(session.prove(pin));
    require(record.authenticationPins <= 1 && (!isProven || isPinRight));
    static_cast<void>(succeeds(session.basicInfoTries()));
    require(record.infoPins == 0);
    const auto info = session.basicFourInfo(pin);
    require(record.infoPins <= 1 && record.authenticationPins <= 1);
    // What is shown is what was signed for this person.
    if (succeeds(info))
        require(isPinRight && info->name == person({}).name && info->address == person({}).address);
    static_cast<void>(succeeds(session.compare(check->certificateDer)));
}

} // namespace

// Which card, which reader, which PIN; then the steps.
void feedCardAnswers(QByteArrayView input)
{
    Input in(input);
    const quint8 choice = in.byte();
    const Cards &all = cards();
    Record record;
    ApduCounters counters;
    ExtendedLength memory = ExtendedLength::Untried;
    {
        auto card = std::make_unique<FuzzedCard>(all.cards[choice % all.cards.size()], in, choice & 0x40, record);
        CardSession session(std::move(card), memory, {*all.trust, *all.infoTrust, counters, {}});
        walk(session, record, !(choice & 0x80));
    }
    require(record.powerOffs == 1);
    require(counters.pinVerifications == static_cast<quint64>(record.authenticationPins + record.infoPins));
}

} // namespace uk::test
