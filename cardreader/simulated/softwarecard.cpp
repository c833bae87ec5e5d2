// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/softwarecard.h"

#include "cardreader/simulated/receivedcommand.h"
#include "cardreader/simulated/cardtlv.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <utility>

namespace uk {

namespace {

enum Status : int {
    Ok = 0x9000,
    TriesLeft = 0x63C0,
    WrongLength = 0x6700,
    NoChannels = 0x6881,
    NoSecureMessaging = 0x6882,
    SecureMessagingMissing = 0x69FC,
    WrongFileType = 0x6981,
    NotVerified = 0x6982,
    Blocked = 0x6984,
    ConditionsNotSatisfied = 0x6985,
    NoFileSelected = 0x6986,
    WrongData = 0x6A80,
    NotFound = 0x6A82,
    WrongParameters = 0x6A86,
    ReferenceNotFound = 0x6A88,
    WrongOffset = 0x6B00,
    RightLengthIs = 0x6C00,
    UnknownInstruction = 0x6D00,
    UnknownClass = 0x6E00,
    NoDiagnosis = 0x6F00,
    MoreData = 0x6100
};

constexpr int kMaxPinLength = 16;
constexpr int kSignatureBlockLimit = 245; // 2048 bits less the smallest padding

QByteArray word(int status)
{
    return QByteArray().append(static_cast<char>(status >> 8)).append(static_cast<char>(status & 0xFF));
}

QByteArray sha256Header()
{
    return QByteArray::fromHex("3031300D060960864801650304020105000420");
}

} // namespace

QByteArray pinDigest(QByteArrayView pin)
{
    QByteArray digest(EVP_MD_get_size(EVP_sha256()), '\0');
    EVP_Digest(pin.data(), static_cast<size_t>(pin.size()), reinterpret_cast<unsigned char *>(digest.data()), nullptr,
               EVP_sha256(), nullptr);
    return digest;
}

struct SoftwareCard::Instruction
{
    quint8 cla;
    quint8 ins;
    Handler handler;
};

const SoftwareCard::Instruction SoftwareCard::kInstructions[] = {
    {0x00, 0xA4, &SoftwareCard::select},
    {0x00, 0xB0, &SoftwareCard::readBinary},
    {0x00, 0x20, &SoftwareCard::verify},
    {0x80, 0x2A, &SoftwareCard::computeSignature},
    {0x00, 0x84, &SoftwareCard::getChallenge},
    {0x00, 0xC0, &SoftwareCard::getResponse},
};

SoftwareCard::SoftwareCard(CardImage image, CardTraits traits)
    : m_image(std::move(image))
    , m_traits(std::move(traits))
    , m_noise(m_traits.randomAnswersSeed.value_or(0))
{
}

int SoftwareCard::triesLeft(const QByteArray &aid, quint16 pinFile) const
{
    for (const CardApplication &application : m_image.applications) {
        for (const CardFile &file : application.files) {
            const auto *pin = std::get_if<CardPin>(&file.body);
            if (pin && application.aid == aid && file.id == pinFile)
                return pin->triesLeft;
        }
    }
    return -1;
}

void SoftwareCard::powerOn()
{
    if (m_isPowered)
        return;
    ++m_tally.powerOns;
    m_isPowered = true;
    m_isFirstCommand = true;
    clearSelection();
}

void SoftwareCard::powerOff()
{
    if (!m_isPowered)
        return;
    ++m_tally.powerOffs;
    m_isPowered = false;
    clearSelection();
    for (CardApplication &application : m_image.applications) {
        for (CardFile &file : application.files) {
            if (auto *pin = std::get_if<CardPin>(&file.body))
                pin->isVerified = false;
        }
    }
}

void SoftwareCard::reset()
{
    clearSelection();
}

void SoftwareCard::clearSelection()
{
    m_application = -1;
    m_file.reset();
    m_pending.clear();
}

CardFault SoftwareCard::takeFault(QByteArrayView nextCommand)
{
    if (m_traits.breaksOnExtended) {
        if (const auto command = parseReceivedCommand(nextCommand); command && command->isExtended)
            return CardFault::Break;
    }
    if (m_traits.fault == CardFault::None || !isFaultyCommand(nextCommand))
        return CardFault::None;
    return std::exchange(m_traits.fault, CardFault::None);
}

bool SoftwareCard::isFaultyCommand(QByteArrayView nextCommand) const
{
    if (m_traits.faultAt > 0)
        return m_tally.commands + 1 == m_traits.faultAt;
    const auto command = parseReceivedCommand(nextCommand);
    return command && command->ins == 0x20 && !command->data.isEmpty();
}

std::chrono::microseconds SoftwareCard::wireTime(qsizetype bytes) const
{
    return m_traits.perCommand + bytes * m_traits.perByte;
}

QByteArray SoftwareCard::transmit(QByteArrayView command)
{
    if (!m_isPowered)
        return {};
    ++m_tally.commands;
    const QByteArray answer = m_traits.randomAnswersSeed ? noise() : execute(command);
    m_tally.bytes += command.size() + answer.size();
    m_isFirstCommand = false;
    return answer;
}

QByteArray SoftwareCard::noise()
{
    QByteArray bytes(static_cast<qsizetype>(m_noise() % 300), '\0');
    std::ranges::generate(bytes, [this] { return static_cast<char>(m_noise() & 0xFF); });
    return m_noise() % 2 ? bytes + word(Ok) : bytes + word(static_cast<int>(m_noise() & 0xFFFF));
}

QByteArray SoftwareCard::execute(QByteArrayView bytes)
{
    if (m_isFirstCommand && m_traits.isFirstAnswerRefused)
        return word(NoDiagnosis);
    const auto command = parseReceivedCommand(bytes);
    if (!command || (command->isExtended && !m_traits.hasExtendedLength))
        return word(WrongLength);
    return dispatch(*command);
}

QByteArray SoftwareCard::dispatch(const ReceivedCommand &command)
{
    if (command.ins != 0xC0)
        m_pending.clear();
    if ((command.cla & 0xFC) == 0x00 && (command.cla & 0x03) != 0)
        return word(NoChannels);
    if ((command.cla & 0xF0) == 0x00 && (command.cla & 0x0C) != 0)
        return word(command.ins == 0xB0 ? SecureMessagingMissing : NoSecureMessaging);
    if (command.cla != 0x00 && command.cla != 0x80)
        return word(UnknownClass);
    for (const Instruction &instruction : kInstructions) {
        if (instruction.cla == command.cla && instruction.ins == command.ins)
            return (this->*instruction.handler)(command);
    }
    return word(UnknownInstruction);
}

QByteArray SoftwareCard::select(const ReceivedCommand &command)
{
    if (command.p2 != 0x0C && command.p2 != 0x00)
        return word(WrongParameters);
    if (command.p1 == 0x04)
        return selectApplication(command);
    if (command.p1 == 0x02)
        return selectFile(command);
    if (command.p1 != 0x00)
        return word(WrongParameters);
    // Measured: no way back to the master file; inside an application the empty form does nothing.
    if (!command.data.isEmpty())
        return word(NotFound);
    return word(m_application < 0 ? WrongParameters : Ok);
}

QByteArray SoftwareCard::selectApplication(const ReceivedCommand &command)
{
    const auto found = std::ranges::find_if(m_image.applications, [&](const CardApplication &application) {
        return command.data.size() >= 5 && application.aid.startsWith(command.data);
    });
    if (found == m_image.applications.end())
        return word(NotFound);
    m_application = found - m_image.applications.begin();
    m_file.reset();
    if (command.p2 == 0x00 && command.expected)
        return handOut(tlv(0x6F, tlv(0x84, found->aid)), *command.expected);
    return word(Ok);
}

QByteArray SoftwareCard::selectFile(const ReceivedCommand &command)
{
    if (command.data.size() != 2)
        return word(WrongLength);
    const auto id = static_cast<quint16>(static_cast<quint8>(command.data[0]) << 8 | static_cast<quint8>(command.data[1]));
    const CardFile *file = fileById(id);
    noteMyNumber(file);
    if (!file)
        return word(NotFound);
    m_file = id;
    return word(Ok);
}

QByteArray SoftwareCard::readBinary(const ReceivedCommand &command)
{
    if (!command.data.isEmpty() || !command.expected)
        return word(WrongLength);
    const bool isShortId = (command.p1 & 0x80) != 0;
    if (isShortId && (command.p1 & 0x60) != 0)
        return word(WrongParameters);
    const CardFile *file = isShortId ? fileByShortId(command.p1 & 0x1F) : m_file ? fileById(*m_file) : nullptr;
    noteMyNumber(file);
    if (!file)
        return word(isShortId ? NotFound : NoFileSelected);
    m_file = file->id;
    const auto *content = std::get_if<QByteArray>(&file->body);
    if (!content)
        return word(WrongFileType);
    if (!isAllowed(*file))
        return word(NotVerified);
    const qsizetype offset = isShortId ? command.p2 : (command.p1 << 8 | command.p2);
    if (offset >= content->size())
        return word(WrongOffset);
    QByteArray data = content->mid(offset, *command.expected);
    if (m_traits.refusesLongLe && data.size() < *command.expected)
        return word(RightLengthIs | static_cast<int>(data.size() & 0xFF));
    if (m_traits.maxRead > 0)
        data.truncate(m_traits.maxRead);
    return handOut(data, *command.expected);
}

QByteArray SoftwareCard::verify(const ReceivedCommand &command)
{
    QByteArray error;
    if (command.p1 != 0x00)
        return word(WrongParameters);
    CardFile *file = referencedFile(command.p2, &error);
    if (!file)
        return error;
    auto *pin = std::get_if<CardPin>(&file->body);
    if (!pin)
        return word(WrongFileType);
    if (command.data.isEmpty())
        return word(TriesLeft | pin->triesLeft);
    ++m_tally.verifications;
    if (command.data.size() > kMaxPinLength)
        return word(WrongLength);
    if (pin->triesLeft == 0)
        return word(Blocked);
    pin->isVerified = pinDigest(command.data) == pin->digest;
    pin->triesLeft = pin->isVerified ? pin->limit : pin->triesLeft - 1;
    return word(pin->isVerified ? Ok : (TriesLeft | pin->triesLeft));
}

QByteArray SoftwareCard::computeSignature(const ReceivedCommand &command)
{
    QByteArray error;
    if (command.p1 != 0x00 && command.p1 != 0x02)
        return word(WrongParameters);
    const CardFile *file = referencedFile(command.p2, &error);
    if (!file)
        return error;
    const auto *key = std::get_if<TestKey>(&file->body);
    if (!key)
        return word(WrongFileType);
    if (!isAllowed(*file))
        return word(NotVerified);
    const bool isHash = command.p1 == 0x02;
    if (command.data.isEmpty() || !command.expected || (isHash && command.data.size() != 32)
        || command.data.size() > kSignatureBlockLimit)
        return word(WrongLength);
    const QByteArray block = (isHash && key->isRsa() ? sha256Header() : QByteArray()).append(command.data);
    const QByteArray signature = key->isRsa() ? key->signBlock(block) : key->signDigestPlain(block);
    if (signature.isEmpty())
        return word(WrongData);
    if (signature.size() > *command.expected)
        return word(RightLengthIs | static_cast<int>(signature.size() & 0xFF));
    return handOut(signature, *command.expected);
}

QByteArray SoftwareCard::getChallenge(const ReceivedCommand &command)
{
    if (command.p1 != 0 || command.p2 != 0)
        return word(WrongParameters);
    if (!command.data.isEmpty() || !command.expected || *command.expected > 256)
        return word(WrongLength);
    QByteArray challenge(*command.expected, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(challenge.data()), static_cast<int>(challenge.size())) != 1)
        return word(NoDiagnosis);
    return handOut(challenge, *command.expected);
}

QByteArray SoftwareCard::getResponse(const ReceivedCommand &command)
{
    if (!m_traits.usesGetResponse)
        return word(UnknownInstruction);
    if (m_pending.isEmpty() || !command.expected)
        return word(ConditionsNotSatisfied);
    return nextPart(*command.expected);
}

QByteArray SoftwareCard::handOut(const QByteArray &data, int expected)
{
    if (!m_traits.usesGetResponse)
        return data.left(expected) + word(Ok);
    m_pending = data.left(expected);
    return nextPart(0);
}

// Up to `limit` bytes, then how many more wait (00: 256 or more).
QByteArray SoftwareCard::nextPart(qsizetype limit)
{
    const QByteArray part = m_pending.left(limit);
    m_pending.remove(0, part.size());
    const int rest = m_pending.size() >= 256 ? 0 : static_cast<int>(m_pending.size());
    return part + word(m_pending.isEmpty() ? Ok : (MoreData | rest));
}

CardFile *SoftwareCard::fileById(quint16 id)
{
    if (m_application < 0)
        return nullptr;
    QList<CardFile> &files = m_image.applications[m_application].files;
    const auto found = std::ranges::find(files, id, &CardFile::id);
    return found == files.end() ? nullptr : &*found;
}

CardFile *SoftwareCard::fileByShortId(int shortId)
{
    return shortId == 0 ? nullptr : fileById(static_cast<quint16>(shortId));
}

// P2 of VERIFY and of the signature: 80 the selected file, 80|sfi a file of the application.
CardFile *SoftwareCard::referencedFile(quint8 p2, QByteArray *error)
{
    CardFile *file = nullptr;
    if ((p2 & 0xE0) != 0x80)
        *error = word(WrongParameters);
    else if (p2 != 0x80 && !(file = fileByShortId(p2 & 0x1F)))
        *error = word(ReferenceNotFound);
    else if (p2 == 0x80 && !(file = m_file ? fileById(*m_file) : nullptr))
        *error = word(NoFileSelected);
    noteMyNumber(file);
    return file;
}

bool SoftwareCard::isAllowed(const CardFile &file)
{
    return file.anyOfPins.isEmpty() || std::ranges::any_of(file.anyOfPins, [this](quint16 id) {
        const CardFile *pinFile = fileById(id);
        return pinFile && std::get<CardPin>(pinFile->body).isVerified;
    });
}

void SoftwareCard::noteMyNumber(const CardFile *file)
{
    if (file && file->holdsMyNumber)
        ++m_tally.myNumberCommands;
}

} // namespace uk
