// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/basicinfo.h"

#include "cardreader/apdu/tlv.h"
#include "cardreader/mynumber/openssltypes.h"

#include <QCryptographicHash>
#include <QStringDecoder>

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/param_build.h>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

namespace tag {
constexpr quint32 basicFour = 0xFF20, offsets = 0xDF21, name = 0xDF22, address = 0xDF23, birth = 0xDF24, sex = 0xDF25;
constexpr quint32 integrity = 0xFF30, myNumberHash = 0xDF31, fieldsHash = 0xDF32, signature = 0xDF33;
constexpr quint32 certificate = 0x7F21, certificateBody = 0x5F4E, certificateSignature = 0x5F37;
constexpr quint32 exponent = 0x90, modulus = 0x91;
} // namespace tag
constexpr qsizetype keyIdSize = 16;

std::unexpected<Error> unreadable(const char *what)
{
    return failure(ErrorCode::BasicInfoUnreadable, QString::fromLatin1(what));
}

/// The children of the one object that fills `file`.
std::optional<QList<Tlv>> childrenOf(QByteArrayView file, quint32 outerTag)
{
    const auto outer = readTlv(file);
    if (!outer || outer->tag != outerTag)
        return std::nullopt;
    return readTlvSequence(outer->value);
}

std::optional<QString> textOf(QByteArrayView utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(utf8);
    const bool hasControl = std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
    if (decoder.hasError() || hasControl)
        return std::nullopt;
    return text;
}

KeyPointer rsaKey(QByteArrayView modulus, QByteArrayView exponent)
{
    using BuilderPointer = std::unique_ptr<OSSL_PARAM_BLD, OpensslDeleter<OSSL_PARAM_BLD_free>>;
    using ParametersPointer = std::unique_ptr<OSSL_PARAM, OpensslDeleter<OSSL_PARAM_free>>;
    using NumberPointer = std::unique_ptr<BIGNUM, OpensslDeleter<BN_free>>;
    const NumberPointer n(BN_bin2bn(bytesOf(modulus), static_cast<int>(modulus.size()), nullptr));
    const NumberPointer e(BN_bin2bn(bytesOf(exponent), static_cast<int>(exponent.size()), nullptr));
    const BuilderPointer builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return nullptr;
    const ParametersPointer parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContextPointer context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return ownKey(key);
}

bool isRsaSignatureRight(EVP_PKEY *key, QByteArrayView bytes, QByteArrayView signature)
{
    const DigestContextPointer context(EVP_MD_CTX_new());
    const bool isRight = context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestVerify(context.get(), bytesOf(signature), static_cast<std::size_t>(signature.size()),
                            bytesOf(bytes), static_cast<std::size_t>(bytes.size())) == 1;
    ERR_clear_error();
    return isRight;
}

/// "Key-Id: 35…" in the text between the last block and this one.
QByteArray keyIdIn(QByteArrayView text)
{
    constexpr QByteArrayView mark("Key-Id:");
    const QByteArray bytes = text.toByteArray();
    const qsizetype at = bytes.lastIndexOf(mark.toByteArray());
    if (at < 0)
        return {};
    const qsizetype start = at + mark.size(), end = bytes.indexOf('\n', start);
    return QByteArray::fromHex(bytes.mid(start, end < 0 ? -1 : end - start).trimmed());
}

KeyPointer keyInBlock(const QByteArray &block)
{
    const BioPointer source(BIO_new_mem_buf(block.constData(), static_cast<int>(block.size())));
    if (!source)
        return nullptr;
    if (block.startsWith("-----BEGIN PUBLIC KEY"))
        return ownKey(PEM_read_bio_PUBKEY(source.get(), nullptr, nullptr, nullptr));
    const X509Pointer certificate = ownX509(PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr));
    return certificate ? ownKey(X509_get_pubkey(certificate.get())) : nullptr;
}

} // namespace

BasicInfoTrust::BasicInfoTrust(const std::vector<QByteArray> &rootsPem)
{
    for (const QByteArray &pem : rootsPem) {
        qsizetype from = 0;
        for (;;) {
            const qsizetype begin = pem.indexOf("-----BEGIN ", from);
            const qsizetype end = begin < 0 ? -1 : pem.indexOf("-----END ", begin);
            if (end < 0)
                break;
            const qsizetype lineEnd = pem.indexOf('\n', end);
            const qsizetype next = lineEnd < 0 ? pem.size() : lineEnd + 1;
            if (KeyPointer key = keyInBlock(pem.mid(begin, next - begin)))
                m_roots.push_back({keyIdIn(QByteArrayView(pem).sliced(from, begin - from)), std::move(key)});
            from = next;
        }
    }
    ERR_clear_error();
}

Result<std::shared_ptr<EVP_PKEY>> BasicInfoTrust::signerKey(QByteArrayView issuerCertificate) const
{
    const auto parts = childrenOf(issuerCertificate, tag::certificate);
    const auto body = parts ? findTlv(*parts, tag::certificateBody) : std::nullopt;
    const auto signature = parts ? findTlv(*parts, tag::certificateSignature) : std::nullopt;
    if (!body || !signature || body->value.size() <= 2 * keyIdSize)
        return unreadable("EF 0004 is no card-verifiable certificate");
    const QByteArrayView issuer = body->value.first(keyIdSize);
    const bool isSigned = std::ranges::any_of(m_roots, [&](const Root &root) {
        return (root.keyId.isEmpty() || root.keyId == issuer)
            && isRsaSignatureRight(root.key.get(), body->value, signature->value);
    });
    if (!isSigned)
        return unreadable("EF 0004 is not signed by an installed root");
    const auto key = readTlvSequence(body->value.sliced(2 * keyIdSize));
    const auto exponent = key ? findTlv(*key, tag::exponent) : std::nullopt;
    const auto modulus = key ? findTlv(*key, tag::modulus) : std::nullopt;
    KeyPointer rsa = exponent && modulus ? rsaKey(modulus->value, exponent->value) : nullptr;
    if (!rsa)
        return unreadable("EF 0004 holds no RSA key");
    return rsa;
}

Result<BasicFourInfo> BasicInfoTrust::verify(QByteArrayView basicFour, QByteArrayView integrity,
                                             QByteArrayView issuerCertificate) const
{
    if (m_roots.empty())
        return failure(ErrorCode::RootsNotInstalled, u"basic four information"_s);
    UK_TRY(const KeyPointer key, signerKey(issuerCertificate));
    const auto record = childrenOf(integrity, tag::integrity);
    const auto opaque = record ? findTlv(*record, tag::myNumberHash) : std::nullopt;
    const auto fieldsHash = record ? findTlv(*record, tag::fieldsHash) : std::nullopt;
    const auto signature = record ? findTlv(*record, tag::signature) : std::nullopt;
    if (!opaque || !fieldsHash || !signature)
        return unreadable("EF 0003 is incomplete");
    if (!isRsaSignatureRight(key.get(), opaque->whole.toByteArray() + fieldsHash->whole.toByteArray(), signature->value))
        return unreadable("the signature of EF 0003 is wrong");
    // The hash leaves the table of offsets out and begins with the name's tag.
    const auto fields = childrenOf(basicFour, tag::basicFour);
    if (!fields || fields->isEmpty() || fields->first().tag != tag::offsets)
        return unreadable("EF 0002 has another layout");
    const QByteArrayView all = readTlv(basicFour)->value;
    const QByteArray hash = QCryptographicHash::hash(all.sliced(fields->first().whole.size()).toByteArray(),
                                                     QCryptographicHash::Sha256);
    if (fieldsHash->value != hash)
        return unreadable("EF 0002 is not what EF 0003 signs");
    return parseBasicFour(basicFour);
}

Result<BasicFourInfo> parseBasicFour(QByteArrayView file)
{
    const auto fields = childrenOf(file, tag::basicFour);
    if (!fields)
        return unreadable("EF 0002 is malformed");
    const auto name = findTlv(*fields, tag::name);
    const auto address = findTlv(*fields, tag::address);
    const auto birth = findTlv(*fields, tag::birth);
    const auto sex = findTlv(*fields, tag::sex);
    if (!name || !address || !birth || !sex)
        return unreadable("EF 0002 is incomplete");
    const auto nameText = textOf(name->value), addressText = textOf(address->value);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr qsizetype dateSize = 8, sexSize = 1;
    if (!nameText || nameText->isEmpty() || !addressText || birth->value.size() != dateSize
        || !std::ranges::all_of(birth->value, isDigit) || sex->value.size() != sexSize || !isDigit(sex->value[0]))
        return unreadable("a field of EF 0002 has another form");
    return BasicFourInfo{*nameText, *addressText,
                         QDate::fromString(QString::fromLatin1(birth->value), u"yyyyMMdd"_s),
                         QString::fromLatin1(sex->value)};
}

} // namespace uk
