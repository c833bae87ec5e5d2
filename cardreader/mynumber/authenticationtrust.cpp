// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/mynumber/authenticationtrust.h"

#include "cardreader/apdu/allowlist.h"
#include "cardreader/mynumber/openssltypes.h"

#include <openssl/err.h>
#include <openssl/rand.h>

#include <algorithm>
#include <ctime>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// The policy of 利用者証明用電子証明書.
constexpr char authenticationPolicy[] = "1.2.392.200149.8.5.1.3.30";
constexpr char testOrganization[] = "JPKI-TEST";
constexpr int strengthLevel = 2; // OpenSSL: 112 bits, RSA-2048 with SHA-256

QDateTime fromAsn1(const ASN1_TIME *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

X509Pointer parse(QByteArrayView der)
{
    const unsigned char *at = bytesOf(der);
    X509Pointer certificate = ownX509(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    ERR_clear_error();
    return certificate && at == bytesOf(der) + der.size() ? certificate : nullptr;
}

bool isTestAuthority(X509 *root)
{
    const X509_NAME *name = X509_get_subject_name(root);
    const int place = X509_NAME_get_index_by_NID(name, NID_organizationName, -1);
    if (place < 0)
        return false;
    const ASN1_STRING *value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, place));
    return QByteArrayView(ASN1_STRING_get0_data(value), ASN1_STRING_length(value)) == testOrganization;
}

/// BasicConstraints with CA, keyCertSign where usages are told, signed by itself.
bool isAuthority(X509 *root)
{
    constexpr int byBasicConstraints = 1;
    return X509_check_ca(root) == byBasicConstraints && (X509_get_key_usage(root) & KU_KEY_CERT_SIGN)
        && X509_verify(root, X509_get0_pubkey(root)) == 1;
}

bool hasPolicy(X509 *certificate)
{
    const PoliciesPointer policies(static_cast<CERTIFICATEPOLICIES *>(
        X509_get_ext_d2i(certificate, NID_certificate_policies, nullptr, nullptr)));
    for (int i = 0; policies && i < sk_POLICYINFO_num(policies.get()); ++i) {
        char text[80];
        OBJ_obj2txt(text, sizeof text, sk_POLICYINFO_value(policies.get(), i)->policyid, 1);
        if (QByteArrayView(text) == authenticationPolicy)
            return true;
    }
    return false;
}

bool isP384(EVP_PKEY *key)
{
    char group[32];
    std::size_t length = 0;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC
        && EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1
        && QByteArrayView(group, qsizetype(length)) == "secp384r1";
}

bool isRsa(EVP_PKEY *key)
{
    constexpr int smallest = 2048, largest = 4096;
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) >= smallest
        && EVP_PKEY_get_bits(key) <= largest;
}

/// Why an end-entity certificate cannot be used for user authentication; empty where it can.
QString unusableReason(X509 *certificate)
{
    EVP_PKEY *key = X509_get0_pubkey(certificate);
    if (!key || (!isRsa(key) && !isP384(key)))
        return u"key of another kind or size"_s;
    // X509_check_ca() says no to CA:TRUE without keyCertSign; here either is too much.
    if (X509_check_ca(certificate) != 0 || (X509_get_extension_flags(certificate) & EXFLAG_CA))
        return u"a CA certificate"_s;
    // Absent key usage reads as all bits set.
    if (!(X509_get_key_usage(certificate) & KU_DIGITAL_SIGNATURE))
        return u"key usage without digitalSignature"_s;
    if (!hasPolicy(certificate))
        return u"another certificate policy"_s;
    return {};
}

/// OpenSSL's own path check with this one root and that moment; empty where it holds.
QString chainTrouble(X509 *certificate, X509 *root, const QDateTime &at)
{
    const StorePointer store(X509_STORE_new());
    const StoreContextPointer context(X509_STORE_CTX_new());
    if (!store || !context || X509_STORE_add_cert(store.get(), root) != 1
        || X509_STORE_CTX_init(context.get(), store.get(), certificate, nullptr) != 1)
        return u"no memory"_s;
    X509_VERIFY_PARAM *rules = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(rules, static_cast<time_t>(at.toSecsSinceEpoch()));
    X509_VERIFY_PARAM_set_auth_level(rules, strengthLevel);
    const bool isGood = X509_verify_cert(context.get()) == 1;
    ERR_clear_error();
    return isGood ? QString() : QString::fromLatin1(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get())));
}

QByteArray hash(QByteArrayView bytes, const EVP_MD *method)
{
    QByteArray digest(EVP_MD_get_size(method), '\0');
    EVP_Digest(bytes.data(), static_cast<std::size_t>(bytes.size()), reinterpret_cast<unsigned char *>(digest.data()),
               nullptr, method, nullptr);
    return digest;
}

/// Cards give r and s side by side, 48 bytes each; OpenSSL wants them in DER.
QByteArray ecdsaDer(QByteArrayView plain)
{
    constexpr int half = 48;
    const SignaturePointer parts(ECDSA_SIG_new());
    BIGNUM *r = BN_bin2bn(bytesOf(plain), half, nullptr);
    BIGNUM *s = BN_bin2bn(bytesOf(plain) + half, half, nullptr);
    if (!parts || !r || !s || ECDSA_SIG_set0(parts.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    return bytes;
}

} // namespace

AuthenticationTrust::AuthenticationTrust(const std::vector<QByteArray> &rootsPem, bool allowTestRoots)
{
    for (const QByteArray &pem : rootsPem) {
        const BioPointer source(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
        while (X509 *read = source ? PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr) : nullptr) {
            X509Pointer root = ownX509(read);
            if (!isAuthority(root.get()))
                continue;
            m_isInstalled = true;
            if (allowTestRoots || !isTestAuthority(root.get()))
                m_roots.push_back(std::move(root));
        }
    }
    ERR_clear_error();
}

std::shared_ptr<X509> AuthenticationTrust::rootOf(X509 *certificate) const
{
    for (const auto &root : m_roots) {
        // Name, key identifier and usage fit, and the signature does: with three authorities of one name, and
        // certificates whose key identifier may be absent, only the signature decides.
        if (X509_check_issued(root.get(), certificate) == X509_V_OK
            && X509_verify(certificate, X509_get0_pubkey(root.get())) == 1)
            return root;
    }
    ERR_clear_error();
    return nullptr;
}

Result<CertificateFacts> AuthenticationTrust::check(QByteArrayView certificateDer, const QDateTime &at) const
{
    const X509Pointer certificate = parse(certificateDer);
    if (!certificate)
        return failure(ErrorCode::CardAnswerUnreadable, u"the certificate is no X.509"_s);
    if (!m_isInstalled)
        return failure(ErrorCode::RootsNotInstalled);
    const X509Pointer root = rootOf(certificate.get());
    if (!root)
        return failure(ErrorCode::CertificateUnknownIssuer);
    CertificateFacts facts{fromAsn1(X509_get0_notBefore(certificate.get())),
                           fromAsn1(X509_get0_notAfter(certificate.get())), isTestAuthority(root.get())};
    if (!facts.notBefore.isValid() || !facts.notAfter.isValid())
        return failure(ErrorCode::CardAnswerUnreadable, u"dates of the certificate"_s);
    // Dates for people are days in Japan.
    const auto day = [](const QDateTime &moment) {
        constexpr int japan = 9 * 3600;
        return moment.toOffsetFromUtc(japan).date().toString(Qt::ISODate);
    };
    if (at > facts.notAfter)
        return failure(ErrorCode::CertificateExpired, u"certificate"_s, {day(facts.notAfter)});
    if (at < facts.notBefore)
        return failure(ErrorCode::CertificateNotYetValid, u"certificate"_s, {day(facts.notBefore)});
    if (const QDateTime end = fromAsn1(X509_get0_notAfter(root.get())); at > end)
        return failure(ErrorCode::CertificateUnknownIssuer, u"the root has ended"_s, {day(end)});
    if (const QString reason = unusableReason(certificate.get()); !reason.isEmpty())
        return failure(ErrorCode::CertificateUnusable, reason);
    if (const QString reason = chainTrouble(certificate.get(), root.get(), at); !reason.isEmpty())
        return failure(ErrorCode::CertificateUnusable, reason);
    return facts;
}

Result<QByteArray> signatureInput(QByteArrayView certificateDer, QByteArrayView nonce)
{
    const X509Pointer certificate = parse(certificateDer);
    EVP_PKEY *key = certificate ? X509_get0_pubkey(certificate.get()) : nullptr;
    if (key && isRsa(key))
        return sha256DigestInfoPrefix().toByteArray() + hash(nonce, EVP_sha256());
    if (key && isP384(key))
        return hash(nonce, EVP_sha384());
    return failure(ErrorCode::CertificateUnusable, u"key of another kind or size"_s);
}

bool isSignatureRight(QByteArrayView certificateDer, QByteArrayView nonce, QByteArrayView signature)
{
    constexpr qsizetype plainP384 = 96;
    const X509Pointer certificate = parse(certificateDer);
    EVP_PKEY *key = certificate ? X509_get0_pubkey(certificate.get()) : nullptr;
    if (!key || (!isRsa(key) && !isP384(key)))
        return false;
    const EVP_MD *method = isRsa(key) ? EVP_sha256() : EVP_sha384();
    const QByteArray bytes = !isRsa(key) && signature.size() == plainP384 ? ecdsaDer(signature) : signature.toByteArray();
    const DigestContextPointer context(EVP_MD_CTX_new());
    const bool isRight = context && EVP_DigestVerifyInit(context.get(), nullptr, method, nullptr, key) == 1
        && EVP_DigestVerify(context.get(), bytesOf(bytes), static_cast<std::size_t>(bytes.size()), bytesOf(nonce),
                            static_cast<std::size_t>(nonce.size())) == 1;
    ERR_clear_error();
    return isRight;
}

Result<QByteArray> freshNonce()
{
    constexpr int size = 32;
    QByteArray nonce(size, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(nonce.data()), size) != 1)
        return failure(ErrorCode::Internal, u"no random bytes"_s);
    return nonce;
}

} // namespace uk
