// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/trainingkeys.h"

#include <QCryptographicHash>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <algorithm>
#include <initializer_list>

namespace uk {

namespace {

struct Deleter
{
    void operator()(BIGNUM *number) const { BN_clear_free(number); }
    void operator()(BN_CTX *context) const { BN_CTX_free(context); }
    void operator()(OSSL_PARAM_BLD *builder) const { OSSL_PARAM_BLD_free(builder); }
    void operator()(OSSL_PARAM *parameters) const { OSSL_PARAM_free(parameters); }
    void operator()(EVP_PKEY_CTX *context) const { EVP_PKEY_CTX_free(context); }
};
using Number = std::unique_ptr<BIGNUM, Deleter>;

// How far behind the number that follows from the name the next suitable prime lies. A test checks every line.
struct PrimeDistance
{
    const char *name;
    BN_ULONG toP, toQ;
};
constexpr PrimeDistance kDistances[] = {
    {"ca-auth-0", 76, 156},
    {"ca-auth-1", 552, 70},
    {"ca-auth-2", 610, 952},
    {"ca-auth-3", 56, 2576},
    {"ca-sign-0", 544, 2536},
    {"ca-sign-2", 972, 664},
    {"ca-sign-3", 212, 1028},
    {"basic-info-root", 216, 3824},
    {"basic-info-issuer", 466, 2726},
};

constexpr BN_ULONG kExponent = 65537;
constexpr int kPrimeBits = 1024;

// 1024 bits of hash, the two highest and the lowest set.
Number prime(const char *name, char which, BN_ULONG distance)
{
    QByteArray bytes;
    for (char block = '0'; block < '4'; ++block)
        bytes += QCryptographicHash::hash(QByteArray("uketsuke training key ") + name + ' ' + which + ' ' + block,
                                          QCryptographicHash::Sha256);
    Number number(BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()),
                            static_cast<int>(bytes.size()), nullptr));
    BN_set_bit(number.get(), kPrimeBits - 1);
    BN_set_bit(number.get(), kPrimeBits - 2);
    BN_set_bit(number.get(), 0);
    BN_add_word(number.get(), distance);
    return number;
}

Number lessOne(const Number &number)
{
    Number result(BN_dup(number.get()));
    BN_sub_word(result.get(), 1);
    return result;
}

struct Part
{
    const char *name;
    const BIGNUM *value;
};

EVP_PKEY *assemble(std::initializer_list<Part> parts)
{
    const std::unique_ptr<OSSL_PARAM_BLD, Deleter> builder(OSSL_PARAM_BLD_new());
    for (const Part &part : parts) {
        if (!part.value || OSSL_PARAM_BLD_push_BN(builder.get(), part.name, part.value) != 1)
            return nullptr;
    }
    const std::unique_ptr<OSSL_PARAM, Deleter> parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const std::unique_ptr<EVP_PKEY_CTX, Deleter> context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) != 1)
        return nullptr;
    return key;
}

EVP_PKEY *keyOf(const Number &p, const Number &q)
{
    const std::unique_ptr<BN_CTX, Deleter> context(BN_CTX_new());
    const Number e(BN_new()), n(BN_new()), phi(BN_new()), dp(BN_new()), dq(BN_new());
    const Number p1 = lessOne(p), q1 = lessOne(q);
    BN_set_word(e.get(), kExponent);
    BN_mul(n.get(), p.get(), q.get(), context.get());
    BN_mul(phi.get(), p1.get(), q1.get(), context.get());
    const Number d(BN_mod_inverse(nullptr, e.get(), phi.get(), context.get()));
    const Number coefficient(BN_mod_inverse(nullptr, q.get(), p.get(), context.get()));
    if (!d || !coefficient)
        return nullptr;
    BN_mod(dp.get(), d.get(), p1.get(), context.get());
    BN_mod(dq.get(), d.get(), q1.get(), context.get());
    return assemble({{OSSL_PKEY_PARAM_RSA_N, n.get()},
                     {OSSL_PKEY_PARAM_RSA_E, e.get()},
                     {OSSL_PKEY_PARAM_RSA_D, d.get()},
                     {OSSL_PKEY_PARAM_RSA_FACTOR1, p.get()},
                     {OSSL_PKEY_PARAM_RSA_FACTOR2, q.get()},
                     {OSSL_PKEY_PARAM_RSA_EXPONENT1, dp.get()},
                     {OSSL_PKEY_PARAM_RSA_EXPONENT2, dq.get()},
                     {OSSL_PKEY_PARAM_RSA_COEFFICIENT1, coefficient.get()}});
}

} // namespace

TestKey publicTrainingKey(const QString &name)
{
    const auto *line = std::ranges::find_if(kDistances, [&](const PrimeDistance &distance) {
        return name == QLatin1StringView(distance.name);
    });
    if (line == std::end(kDistances))
        return {};
    return TestKey(keyOf(prime(line->name, 'p', line->toP), prime(line->name, 'q', line->toQ)));
}

QStringList publicTrainingKeyNames()
{
    QStringList names;
    for (const PrimeDistance &distance : kDistances)
        names.append(QString::fromLatin1(distance.name));
    return names;
}

} // namespace uk
