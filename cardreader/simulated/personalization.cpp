// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/personalization.h"

#include "cardreader/simulated/cardtlv.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

constexpr qsizetype kCertificateFileSize = 1900; // physical size, longer than the certificate
constexpr int kReferenceTries = 10;

QByteArray sha256(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
}

quint32 number(const CardPerson &person, const char *purpose)
{
    const QByteArray hash = sha256(person.key.toUtf8() + purpose);
    return hash.left(4).toHex().toUInt(nullptr, 16);
}

QByteArray certificateFile(QByteArray der, bool isLengthCorrupt)
{
    if (isLengthCorrupt)
        der.replace(2, 2, QByteArray::fromHex("FFF0"));
    return der.leftJustified(std::max(kCertificateFileSize, der.size()), '\0');
}

// A serialized CK_TOKEN_INFO, big endian.
QByteArray tokenInfo(const CardPerson &person, const CardTraits &traits)
{
    const QByteArray serial = QByteArray::number(number(person, "token")).rightJustified(16, '0');
    return traits.tokenLabel.leftJustified(32, ' ') + QByteArray("JPKI-TEST").leftJustified(32, ' ')
        + QByteArray("E16R01SW").leftJustified(16, ' ') + serial
        + QByteArray::fromHex("0000040D"                         // flags
                              "00000001000000000000000100000000" // sessions
                              "0000001000000006"                 // longest and shortest PIN
                              "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF" // memory: not told
                              "30333031")                        // versions
        + QByteArray(16, '9');
}

CardFile pinFile(quint16 id, const QByteArray &value, int limit, int triesLeft, bool holdsMyNumber = false)
{
    return {id, CardPin{pinDigest(value), limit, triesLeft, false}, {}, holdsMyNumber};
}

// "997794E9AGCIEG13221003A": letters and digits that say nothing about the person.
QString opaqueName(const CardPerson &person, const char *purpose)
{
    return QString::fromLatin1(sha256(person.key.toUtf8() + purpose).toHex().left(22).toUpper()) + u'A';
}

// Signature certificates give the birth day with the era in front: 3 Showa, 4 Heisei, 5 Reiwa.
struct Era
{
    QDate first;
    int number;
    int yearBefore;
};
const Era &eraOf(QDate date)
{
    static const Era kEras[] = {{QDate(2019, 5, 1), 5, 2018}, {QDate(1989, 1, 8), 4, 1988},
                                {QDate(1926, 12, 25), 3, 1925}, {QDate(1912, 7, 30), 2, 1911},
                                {QDate(1868, 1, 25), 1, 1867}};
    for (const Era &era : kEras) {
        if (date >= era.first)
            return era;
    }
    return kEras[4];
}

QString nameOnCard(const CardPerson &person, const CardTraits &traits)
{
    const qsizetype firstEnd = person.name.isEmpty() ? 0 : person.name.front().isHighSurrogate() ? 2 : 1;
    switch (traits.nameForm) {
    case NameForm::Plain: break;
    case NameForm::FormerName: return person.name.section(u'　', 0, 0) + u"［旧氏］　"_s + person.name.section(u'　', 1);
    case NameForm::Variant: return person.name.left(firstEnd) + u"\U000E0101"_s + person.name.mid(firstEnd);
    case NameForm::Substitute: return u'〓' + person.name.mid(firstEnd);
    }
    return person.name;
}

QString addressOnCard(const CardPerson &person, const CardTraits &traits)
{
    QString address = person.address;
    while (address.toUtf8().size() < traits.minimumAddressBytes)
        address += u"　字長い地名の続き１２３番地４５６号"_s;
    return address;
}

CertificateOrder authenticationOrder(const CardPerson &person)
{
    return {.use = CertificateUse::Authentication,
            .commonName = opaqueName(person, "authentication name"),
            .serialNumber = number(person, "authentication") & 0x7FFFFFFF};
}

CertificateOrder signatureOrder(const CardPerson &person, const CardTraits &traits)
{
    const QString birth = QString::number(eraOf(person.dateOfBirth).number) + person.dateOfBirth.toString(u"yyyyMMdd"_s);
    return {.use = CertificateUse::Signature,
            .commonName = opaqueName(person, "signature name"),
            .serialNumber = number(person, "signature") & 0x7FFFFFFF,
            .personAttributes = {{1, nameOnCard(person, traits)}, {2, u"00000"_s}, {3, person.sex}, {4, birth},
                                 {5, addressOnCard(person, traits)}, {6, u"00000"_s}}};
}

Result<CardApplication> jpkiApplication(const CardPerson &person, const CardTraits &traits, const TestPki &pki)
{
    UK_TRY(const CardCertificate authentication, pki.certificateFor(person.key, authenticationOrder(person), traits));
    UK_TRY(const CardCertificate signature, pki.certificateFor(person.key, signatureOrder(person, traits), traits));
    const QList<quint16> certificatePins = traits.needsPinForCertificate ? QList<quint16>{0x0018} : QList<quint16>{};
    CardApplication application{CardAid::jpki, {}};
    if (traits.hasSignCertificate) {
        application.files.append({0x0001, certificateFile(signature.der, false), {0x001B}});
        application.files.append({0x001A, signature.key, {0x001B}});
    }
    application.files.append({
        {0x0002, certificateFile(signature.caDer, false), {}},
        {0x0006, tokenInfo(person, traits), {}},
        {0x0008, QByteArray::fromHex(traits.hasSignCertificate ? "8F8F00" : "008F00"), {}},
        {0x000A, certificateFile(authentication.der, traits.isCertificateLengthCorrupt), certificatePins},
        {0x000B, certificateFile(authentication.caDer, false), {}},
        {0x0017, authentication.key, {0x0018}},
        pinFile(0x0018, person.pin, 3, traits.authTries),
        pinFile(0x001B, person.signPassword, 5, traits.hasSignCertificate ? traits.signTries : 0),
    });
    return application;
}

// FF20 {DF21 offsets of the others from the start of the file, DF22 name, DF23 address, DF24 birth, DF25 sex}
QByteArray basicInfoFile(const QByteArrayList &fields, const QByteArray &fieldBytes)
{
    constexpr qsizetype kOffsetsField = 3 + 8;
    qsizetype offset = tlv(0xFF20, QByteArray(kOffsetsField + fieldBytes.size(), '\0')).size() - fieldBytes.size();
    QByteArray offsets;
    for (const QByteArray &field : fields) {
        offsets.append(static_cast<char>(offset >> 8)).append(static_cast<char>(offset & 0xFF));
        offset += field.size();
    }
    return tlv(0xFF20, tlv(0xDF21, offsets) + fieldBytes);
}

QByteArray applicationInfo(quint16 outer, quint16 first, quint16 second, quint16 third)
{
    return tlv(outer, tlv(first, QByteArray::fromHex("01030E01")) + tlv(second, QByteArray("6100001") + QByteArray(9, '\0'))
                   + tlv(third, QByteArray(128, '\0')));
}

Result<CardApplication> textApplication(const CardPerson &person, const CardTraits &traits, const TestPki &pki)
{
    const auto fieldsWithName = [&](const QString &name) {
        return QByteArrayList{tlv(0xDF22, name.toUtf8()), tlv(0xDF23, addressOnCard(person, traits).toUtf8()),
                              tlv(0xDF24, person.dateOfBirth.toString(u"yyyyMMdd"_s).toLatin1()),
                              tlv(0xDF25, person.sex.toLatin1())};
    };
    const QByteArray myNumber = QByteArray::fromHex("FF100C") + kMyNumberCanary + QByteArray::fromHex("FFFF");
    const QByteArrayList signedFields = fieldsWithName(nameOnCard(person, traits));
    const QByteArrayList shownFields = traits.isBasicInfoForged ? fieldsWithName(u"偽　名"_s) : signedFields;
    const QByteArray hashes = tlv(0xDF31, sha256(myNumber)) + tlv(0xDF32, sha256(signedFields.join()));
    UK_TRY(const QByteArray signature, pki.signBasicInfo(hashes));
    UK_TRY(const QByteArray certificate, pki.basicInfoCertificate());
    return CardApplication{CardAid::text, {
        {0x0001, myNumber, {0x0011, 0x0014}, true},
        {0x0002, basicInfoFile(shownFields, shownFields.join()), {0x0011, 0x0015}},
        {0x0003, tlv(0xFF30, hashes + tlv(0xDF33, signature)), {0x0011, 0x0014, 0x0015}},
        {0x0004, certificate, {}},
        {0x0005, applicationInfo(0xFF40, 0xDF41, 0xDF42, 0xDF43), {}},
        {0x0008, QByteArray(16, '\xFF'), {}},
        pinFile(0x0011, person.basicInfoPin, 3, traits.basicInfoTries),
        pinFile(0x0012, {}, 3, 0), // blocked on every card from the day of its issue
        pinFile(0x0014, kMyNumberCanary, kReferenceTries, kReferenceTries, true),
        pinFile(0x0015, printedReferenceNumber(person), kReferenceTries, kReferenceTries),
    }};
}

Result<CardApplication> visualApplication(const CardPerson &person, const TestPki &pki)
{
    const QByteArray reference = printedReferenceNumber(person);
    UK_TRY(const QByteArray certificate, pki.basicInfoCertificate());
    return CardApplication{CardAid::visual, {
        {0x0003, applicationInfo(0xFF30, 0xDF31, 0xDF32, 0xDF33), {}},
        {0x0004, certificate, {}},
        {0x0005, tlv(0xFF40, tlv(0xDF41, kMyNumberCanary)), {0x0013}, true},
        pinFile(0x0011, reference.left(6), kReferenceTries, kReferenceTries),
        pinFile(0x0012, reference, kReferenceTries, kReferenceTries),
        pinFile(0x0013, kMyNumberCanary, kReferenceTries, kReferenceTries, true),
    }};
}

} // namespace

QByteArray printedReferenceNumber(const CardPerson &person)
{
    const int eraYear = person.dateOfBirth.year() - eraOf(person.dateOfBirth).yearBefore;
    return QByteArray::number(eraYear).rightJustified(2, '0') + person.dateOfBirth.toString(u"MMdd"_s).toLatin1()
        + QByteArray::number(2030 + number(person, "expiry") % 10)
        + QByteArray::number(number(person, "security code") % 10000).rightJustified(4, '0');
}

Result<CardImage> makeCardImage(const CardPerson &person, const TestPki &pki)
{
    UK_TRY(const CardTraits traits, cardTraits(person.variants));
    CardImage image;
    if (traits.isMyNumberCard) {
        UK_TRY(const CardApplication jpki, jpkiApplication(person, traits, pki));
        UK_TRY(const CardApplication text, textApplication(person, traits, pki));
        UK_TRY(const CardApplication visual, visualApplication(person, pki));
        image.applications = {jpki, text, visual};
    }
    return image;
}

Result<SoftwareCard> makeCard(const CardPerson &person, const TestPki &pki)
{
    UK_TRY(const CardTraits traits, cardTraits(person.variants));
    UK_TRY(CardImage image, makeCardImage(person, pki));
    return SoftwareCard(std::move(image), traits);
}

} // namespace uk
