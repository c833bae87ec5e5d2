// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/cardsession.h"

#include "cardreader/apdu/filereader.h"
#include "cardreader/apdu/statusword.h"
#include "cardreader/base/pinlength.h"

#include <algorithm>
#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumCertificate = 8192, maximumInfoFile = 8192;
constexpr int daysBeforeEnd = 30;

struct TokenLabel
{
    const char *label;
    TokenKind kind;
};
/// Labels in EF 0006; filled up with spaces to 32 bytes.
constexpr std::array tokenLabels{
    TokenLabel{"JPKIAPICCTOKEN2", TokenKind::MyNumberCard},
    TokenLabel{"JPKIAPICCTOKEN", TokenKind::JukiCard},
    TokenLabel{"JPKIAPGPSETOKEN", TokenKind::AndroidPhone},
    TokenLabel{"JPKIAPIOSTOKEN", TokenKind::IPhone},
};

bool isPin(const SecretBuffer &pin)
{
    return qsizetype(pin.size()) == pinLength()
        && std::ranges::all_of(pin.bytes(), [](std::byte b) { return b >= std::byte{'0'} && b <= std::byte{'9'}; });
}

/// What a VERIFY with a PIN came to.
Result<void> pinOutcome(quint16 statusWord, int &tries)
{
    if (statusWord == sw::ok)
        return {};
    if (meaningOf(statusWord) == StatusMeaning::Blocked) {
        tries = 0;
        return failure(ErrorCode::PinBlocked, statusText(statusWord));
    }
    const auto left = triesIn(statusWord);
    if (!left)
        return failure(ErrorCode::CardAnswerUnreadable, u"VERIFY: "_s + statusText(statusWord));
    tries = *left;
    // 63C0 is the answer to the try that blocked the PIN.
    if (*left == 0)
        return failure(ErrorCode::PinBlocked, statusText(statusWord));
    return failure(ErrorCode::PinWrong, statusText(statusWord), {QString::number(*left)});
}

} // namespace

CardSession::CardSession(std::unique_ptr<CardConnection> connection, ExtendedLength &memory,
                         SessionSurroundings surroundings)
    : m_connection(std::move(connection))
    , m_surroundings(std::move(surroundings))
    , m_channel(*m_connection, memory, m_surroundings.counters, m_surroundings.log)
{
}

CardSession::~CardSession()
{
    // A verified PIN outlives resets and disconnection; only the power clears it.
    m_connection->disconnect(CardDisposition::PowerOff);
}

/// One step in one transaction. Where somebody else reset the card before a PIN was sent, the step is done once more
/// from its start; a step that sent a PIN never is.
template<class Step>
auto CardSession::inTransaction(Step step) -> decltype(step())
{
    constexpr int attempts = 2;
    m_isPinSent = false;
    for (int attempt = 1;; ++attempt) {
        decltype(step()) result = std::unexpected(Error{});
        if (auto begun = m_channel.begin(); !begun)
            result = std::unexpected(std::move(begun).error());
        else
            result = step();
        m_channel.end();
        if (result || attempt == attempts || m_isPinSent || !m_channel.wasReset())
            return result;
        UK_CHECK(m_channel.reconnect());
        // A reset may hide another card in the reader.
        m_mustCompare = true;
    }
}

Result<void> CardSession::select(Application application, ErrorCode whereMissing)
{
    UK_TRY(const quint16 statusWord, selectApplication(m_channel, application));
    if (statusWord != sw::ok)
        return failure(whereMissing, u"SELECT: "_s + statusText(statusWord));
    return {};
}

Result<bool> CardSession::isMyNumberCard()
{
    return inTransaction([this]() -> Result<bool> {
        UK_TRY(const quint16 statusWord, selectApplication(m_channel, Application::Jpki));
        return statusWord == sw::ok;
    });
}

Result<TokenKind> CardSession::tokenKind()
{
    constexpr quint32 labelSize = 32;
    UK_TRY(const FileContent info, readFileStart(m_channel, jpkifile::tokenInfo, labelSize));
    const QByteArray label = info.object.left(labelSize).trimmed();
    const auto *known = std::ranges::find_if(tokenLabels, [&](const TokenLabel &row) { return label == row.label; });
    return known == tokenLabels.end() ? TokenKind::Unknown : known->kind;
}

/// Why the certificate could not be read: phones give it after the PIN only, old 住基カード have none.
Error CardSession::certificateTrouble(quint16 statusWord)
{
    const auto kind = tokenKind();
    if (!kind)
        return kind.error();
    if (*kind == TokenKind::AndroidPhone || *kind == TokenKind::IPhone)
        return {ErrorCode::PhoneToken, statusText(statusWord), {}};
    if (*kind == TokenKind::JukiCard)
        return {ErrorCode::NotMyNumberCard, u"old basic resident register card"_s, {}};
    return {ErrorCode::CertificateUnusable, u"no authentication certificate, "_s + statusText(statusWord), {}};
}

Result<QByteArray> CardSession::readCertificate()
{
    UK_TRY(FileContent content, readTlvFile(m_channel, jpkifile::authenticationCertificate, maximumCertificate));
    if (content.object.isEmpty())
        return std::unexpected(certificateTrouble(content.statusWord));
    return std::move(content.object);
}

Result<int> CardSession::triesLeft(quint8 reference)
{
    constexpr quint8 verify = 0x20;
    UK_TRY(const Response response, m_channel.send({0, verify, 0, reference, {}, {}}));
    if (meaningOf(response.statusWord) == StatusMeaning::Blocked)
        return 0;
    if (const auto tries = triesIn(response.statusWord))
        return *tries;
    return failure(ErrorCode::CardAnswerUnreadable, u"tries left: "_s + statusText(response.statusWord));
}

/// A blocked PIN without a signature certificate may be a 顔認証 card, a child's card or a locked one.
Error CardSession::blockedReason()
{
    constexpr quint32 presenceSize = 3;
    constexpr char isThere = '\x8F';
    const auto presence = readFileStart(m_channel, jpkifile::certificatePresence, presenceSize);
    if (!presence)
        return presence.error();
    const bool hasSignature = presence->object.startsWith(isThere);
    return {hasSignature ? ErrorCode::PinBlocked : ErrorCode::PinBlockedWithoutSignature, {}, {}};
}

Result<CardCheck> CardSession::check(const QDateTime &at)
{
    return inTransaction([&]() -> Result<CardCheck> {
        UK_CHECK(select(Application::Jpki, ErrorCode::NotMyNumberCard));
        CardCheck found;
        UK_TRY(found.certificateDer, readCertificate());
        UK_TRY(const CertificateFacts facts, m_surroundings.trust.check(found.certificateDer, at));
        UK_TRY(found.pinTriesLeft, triesLeft(keyref::authenticationPin));
        if (found.pinTriesLeft == 0)
            return std::unexpected(blockedReason());
        // A token that gives its certificate without a PIN is a card: phones do not. Its label need not be read.
        found.tokenKind = TokenKind::MyNumberCard;
        found.notBefore = facts.notBefore;
        found.notAfter = facts.notAfter;
        found.isTestIssuer = facts.isTestIssuer;
        found.expiresSoon = at.daysTo(facts.notAfter) <= daysBeforeEnd;
        m_certificateDer = found.certificateDer;
        m_pinTries = found.pinTriesLeft;
        m_mustCompare = false;
        return found;
    });
}

/// The answer to a VERIFY was lost. The command is never sent again; where the card is still there, its counter tells
/// whether the PIN was wrong. Everything else stays open: a right PIN and none leave the same counter.
Error CardSession::lostVerification(Application application, quint8 reference, const Error &cause, int &tries)
{
    const Error open{ErrorCode::PinOutcomeUnknown, cause.detail, {}};
    if (cause.code == ErrorCode::CardRemoved || !m_channel.reconnect() || !m_channel.begin()
        || !compareSelected() || !select(application, ErrorCode::CardSwapped))
        return open;
    const auto left = triesLeft(reference);
    if (!left || *left >= tries)
        return open;
    tries = *left;
    if (tries == 0)
        return {ErrorCode::PinBlocked, cause.detail, {}};
    return {ErrorCode::PinWrong, cause.detail, {QString::number(tries)}};
}

Result<void> CardSession::verifyPin(Application application, quint8 reference, const SecretBuffer &pin, int &tries)
{
    m_isPinSent = true;
    const auto response = m_channel.verify(reference, pin);
    if (!response)
        return std::unexpected(lostVerification(application, reference, response.error(), tries));
    return pinOutcome(response->statusWord, tries);
}

Result<void> CardSession::signNonce()
{
    constexpr quint8 proprietary = 0x80, sign = 0x2A;
    UK_TRY(const QByteArray nonce, freshNonce());
    UK_TRY(const QByteArray input, signatureInput(m_certificateDer, nonce));
    UK_TRY(const Response response, m_channel.send({proprietary, sign, 0x00, keyref::authenticationKey, input,
                                                    maximumShortExpected}));
    if (response.statusWord != sw::ok)
        return failure(ErrorCode::SignatureWrong, statusText(response.statusWord));
    if (!isSignatureRight(m_certificateDer, nonce, response.data))
        return failure(ErrorCode::SignatureWrong, u"the signature does not fit the certificate"_s);
    return {};
}

Result<Possession> CardSession::prove(const SecretBuffer &pin)
{
    if (!isPin(pin))
        return failure(ErrorCode::PinFormat);
    return inTransaction([&]() -> Result<Possession> {
        if (m_mustCompare) {
            UK_CHECK(compareSelected());
        } else {
            UK_CHECK(select(Application::Jpki, ErrorCode::CardSwapped));
        }
        UK_CHECK(verifyPin(Application::Jpki, keyref::authenticationPin, pin, m_pinTries));
        UK_CHECK(signNonce());
        return Possession{};
    });
}

/// Selects the JPKI application and reads the certificate again.
Result<void> CardSession::compareSelected()
{
    UK_CHECK(select(Application::Jpki, ErrorCode::CardSwapped));
    UK_TRY(const FileContent content, readTlvFile(m_channel, jpkifile::authenticationCertificate, maximumCertificate));
    if (content.object != m_certificateDer)
        return failure(ErrorCode::CardSwapped, u"another certificate"_s);
    m_mustCompare = false;
    return {};
}

Result<void> CardSession::compare(const QByteArray &certificateDer)
{
    m_certificateDer = certificateDer;
    return inTransaction([this]() -> Result<void> { return compareSelected(); });
}

Result<int> CardSession::basicInfoTries()
{
    return inTransaction([this]() -> Result<int> {
        UK_CHECK(select(Application::CardInfo, ErrorCode::BasicInfoUnreadable));
        UK_TRY(m_basicInfoTries, triesLeft(keyref::cardInfoPin));
        return m_basicInfoTries;
    });
}

Result<QByteArray> CardSession::readInfoFile(quint8 shortId)
{
    UK_TRY(FileContent content, readTlvFile(m_channel, shortId, maximumInfoFile));
    if (content.object.isEmpty())
        return failure(ErrorCode::BasicInfoUnreadable, u"file %1: "_s.arg(shortId) + statusText(content.statusWord));
    return std::move(content.object);
}

Result<BasicFourInfo> CardSession::basicFourInfo(const SecretBuffer &pin)
{
    if (!isPin(pin))
        return failure(ErrorCode::PinFormat);
    return inTransaction([&]() -> Result<BasicFourInfo> {
        if (m_mustCompare)
            UK_CHECK(compareSelected());
        UK_CHECK(select(Application::CardInfo, ErrorCode::BasicInfoUnreadable));
        UK_CHECK(verifyPin(Application::CardInfo, keyref::cardInfoPin, pin, m_basicInfoTries));
        UK_TRY(const QByteArray basicFour, readInfoFile(cardinfofile::basicFour));
        UK_TRY(const QByteArray integrity, readInfoFile(cardinfofile::integrity));
        UK_TRY(const QByteArray issuer, readInfoFile(cardinfofile::issuerCertificate));
        // Whose information this is: that of the card which was checked.
        UK_CHECK(compareSelected());
        return m_surroundings.basicInfoTrust.verify(basicFour, integrity, issuer);
    });
}

} // namespace uk
