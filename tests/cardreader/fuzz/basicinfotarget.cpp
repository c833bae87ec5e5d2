// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/tlv.h"
#include "cardreader/mynumber/basicinfo.h"
#include "cardreader/simulated/trainingkeys.h"
#include "tests/cardreader/fuzz/targets.h"

#include <QCryptographicHash>

namespace uk::test {

namespace {

enum Choice : quint8 { SignCertificate = 1, RightHash = 2, SignHashes = 4, WrapFields = 8 };

const TestKey &root()
{
    static const TestKey key = publicTrainingKey(QStringLiteral("basic-info-root"));
    return key;
}

const TestKey &issuer()
{
    static const TestKey key = publicTrainingKey(QStringLiteral("basic-info-issuer"));
    return key;
}

QByteArray signedCertificate(const QByteArray &body)
{
    return writeTlv(0x7F21, writeTlv(0x5F4E, body) + writeTlv(0x5F37, root().signSha256(body)));
}

/// EF 0003 over whatever fields those are; the fields begin behind the table of offsets.
QByteArray integrityFor(const QByteArray &basicFour)
{
    const auto outer = readTlv(basicFour);
    const auto offsets = outer ? readTlv(outer->value) : std::nullopt;
    const QByteArrayView fields = offsets ? outer->value.sliced(offsets->whole.size()) : QByteArrayView();
    return writeTlv(0xDF31, QByteArray(32, 'm'))
        + writeTlv(0xDF32, QCryptographicHash::hash(fields.toByteArray(), QCryptographicHash::Sha256));
}

void checkInfo(const BasicFourInfo &info, const QByteArray &file)
{
    require(!info.name.isEmpty() && info.sex.size() == 1);
    for (const QString &text : {info.name, info.address}) {
        require(file.contains(text.toUtf8()));
        for (const QChar c : text)
            require(c.category() != QChar::Other_Control);
    }
}

} // namespace

// One byte of choice, the lengths of EF 0003 and EF 0004, both, and EF 0002.
void feedBasicInfo(QByteArrayView input)
{
    static const BasicInfoTrust trust({root().publicPem()});
    Input in(input);
    const quint8 choice = in.byte();
    const quint16 integritySize = in.word(), certificateSize = in.word();
    QByteArray integrity = in.bytes(integritySize), certificate = in.bytes(certificateSize), basicFour = in.rest();
    if (choice & WrapFields && basicFour.size() <= 0xF000)
        basicFour = writeTlv(0xFF20, writeTlv(0xDF21, QByteArray(8, '\0')) + basicFour);
    if (choice & SignCertificate && certificate.size() <= 0xF000)
        certificate = signedCertificate(certificate);
    if (choice & RightHash)
        integrity = integrityFor(basicFour);
    if (choice & SignHashes && integrity.size() <= 0xF000)
        integrity = writeTlv(0xFF30, integrity + writeTlv(0xDF33, issuer().signSha256(integrity)));

    const auto parsed = parseBasicFour(basicFour);
    if (parsed)
        checkInfo(*parsed, basicFour);
    else
        requireOneOf(parsed.error(), {ErrorCode::BasicInfoUnreadable});
    const auto verified = trust.verify(basicFour, integrity, certificate);
    if (!verified)
        return requireOneOf(verified.error(), {ErrorCode::BasicInfoUnreadable});
    require(parsed && verified->name == parsed->name && verified->address == parsed->address
            && verified->dateOfBirth == parsed->dateOfBirth && verified->sex == parsed->sex);
    // Nothing that was changed behind the table of offsets passes.
    QByteArray changed = basicFour;
    changed.back() = static_cast<char>(changed.back() ^ 1);
    require(!trust.verify(changed, integrity, certificate));
}

} // namespace uk::test
