// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/apdu/filereader.h"
#include "cardreader/apdu/tlv.h"
#include "cardreader/mynumber/authenticationtrust.h"
#include "cardreader/simulated/certificates.h"
#include "cardreader/simulated/simulatedreader.h"
#include "cardreader/simulated/trainingkeys.h"
#include "tests/cardreader/fuzz/fuzzedcard.h"
#include "tests/cardreader/fuzz/targets.h"

#include <openssl/err.h>
#include <openssl/x509.h>

#include <array>
#include <memory>

namespace uk::test {

namespace {

constexpr qsizetype maximumCertificate = 8192;

/// One way in which cards and readers hand a file out.
struct Way
{
    bool hasExtendedLength, usesGetResponse, refusesLongLe;
    int maxRead;
};
constexpr std::array ways{
    Way{true, false, false, 0},   // whole, in one extended answer
    Way{true, false, false, 100}, // short reads
    Way{false, false, false, 0},  // pieces of 256
    Way{false, true, false, 0},   // 61xx
    Way{false, false, true, 0},   // 6Cxx
};

QByteArray objectAt(const QByteArray &file, const Way &way)
{
    CardTraits traits;
    traits.hasExtendedLength = way.hasExtendedLength;
    traits.usesGetResponse = way.usesGetResponse;
    traits.refusesLongLe = way.refusesLongLe;
    traits.maxRead = way.maxRead;
    PlainCard card(SoftwareCard({{{CardAid::jpki, {{0x000A, file, {}, false}}}}}, traits));
    ApduCounters counters;
    ExtendedLength memory = ExtendedLength::Untried;
    CardChannel channel(card, memory, counters);
    require(channel.begin() && selectApplication(channel, Application::Jpki).value_or(0) == sw::ok);
    const auto content = readTlvFile(channel, jpkifile::authenticationCertificate, maximumCertificate);
    if (!content)
        requireOneOf(content.error(), {ErrorCode::CardAnswerUnreadable});
    require((memory == ExtendedLength::Works) == way.hasExtendedLength || file.isEmpty());
    return content ? content->object : QByteArray();
}

/// However a file is handed out, the same object is read.
void checkReading(const QByteArray &file)
{
    const QByteArray whole = objectAt(file, ways.front());
    const auto object = readTlv(file);
    require(whole.isEmpty() || (object && object->whole == whole));
    for (const Way &way : ways)
        require(objectAt(file, way) == whole);
}

std::shared_ptr<X509> parsed(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return {d2i_X509(nullptr, &at, static_cast<long>(der.size())), X509_free};
}

/// The same certificate from the authority that is trusted: only so anything behind the signature is reached.
QByteArray issuedAgain(const QByteArray &der, const QByteArray &caDer)
{
    const auto certificate = parsed(der), ca = parsed(caDer);
    const TestKey key = publicTrainingKey(QStringLiteral("ca-auth-3"));
    unsigned char *encoded = nullptr;
    int size = 0;
    if (certificate && X509_set_issuer_name(certificate.get(), X509_get_subject_name(ca.get())) == 1
        && X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0)
        size = i2d_X509(certificate.get(), &encoded);
    ERR_clear_error();
    const QByteArray bytes(reinterpret_cast<const char *>(encoded), std::max(size, 0));
    OPENSSL_free(encoded);
    return bytes;
}

const QByteArray &caDer()
{
    static const QByteArray der = [] {
        const TestKey key = publicTrainingKey(QStringLiteral("ca-auth-3"));
        return issueCertificate({.isCa = true, .notBefore = QDate(2024, 1, 1), .notAfter = QDate(2034, 1, 1)}, key, key, {});
    }();
    return der;
}

void checkTrust(const QByteArray &der, QByteArrayView signature)
{
    static const AuthenticationTrust trust({certificatePem(caDer())}, true);
    static const QDateTime at(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
    require(trust.rootCount() == 1);
    const auto facts = trust.check(der, at);
    if (facts)
        require(facts->isTestIssuer && facts->notBefore <= at && at <= facts->notAfter && signatureInput(der, "nonce"));
    else
        requireOneOf(facts.error(), {ErrorCode::CardAnswerUnreadable, ErrorCode::CertificateUnknownIssuer,
                                     ErrorCode::CertificateExpired, ErrorCode::CertificateNotYetValid,
                                     ErrorCode::CertificateUnusable});
    require(!isSignatureRight(der, "nonce", signature));
    if (const auto input = signatureInput(der, "nonce"); !input)
        requireOneOf(input.error(), {ErrorCode::CertificateUnusable});
}

} // namespace

// One byte of choice, then the file.
void feedCertificate(QByteArrayView input)
{
    Input in(input);
    const quint8 choice = in.byte();
    const QByteArray file = in.rest();
    if (choice & 1)
        checkReading(file);
    const auto object = readTlv(file);
    const QByteArray der = object ? object->whole.toByteArray() : file;
    checkTrust(choice & 2 ? issuedAgain(der, caDer()) : der, QByteArrayView(file).last(std::min<qsizetype>(file.size(), 256)));
}

} // namespace uk::test
