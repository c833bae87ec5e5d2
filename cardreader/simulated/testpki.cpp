// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/testpki.h"

#include "cardreader/simulated/cardtlv.h"
#include "cardreader/simulated/trainingkeys.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QLockFile>
#include <QSaveFile>

#include <functional>
#include <mutex>
#include <tuple>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

// A person's key becomes part of a file name, whatever it holds.
QString fileNamePart(const QString &owner)
{
    return QString::fromLatin1(QCryptographicHash::hash(owner.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

CertificatePeriod periodOf(const QByteArray &der, QDate today)
{
    const auto [first, last] = certificateDates(der);
    if (today < first)
        return CertificatePeriod::NotYetValid;
    if (today > last)
        return CertificatePeriod::Expired;
    return today.daysTo(last) <= 30 ? CertificatePeriod::ExpiresSoon : CertificatePeriod::Valid;
}

// Five years each, as real ones have, and inside the life of the issuing generation.
std::pair<QDate, QDate> residentDates(CertificatePeriod period, QDate today)
{
    QDate last = today.addYears(3);
    if (period == CertificatePeriod::ExpiresSoon)
        last = today.addDays(10);
    else if (period == CertificatePeriod::Expired)
        last = today.addDays(-30);
    else if (period == CertificatePeriod::NotYetValid)
        return {today.addDays(2), today.addDays(2).addYears(5)};
    return {last.addYears(-5), last};
}

// Like the real generations: the first one is over, the others overlap.
std::pair<QDate, QDate> caDates(int generation, QDate today)
{
    const int ageInYears = generation == 1 ? 11 : generation == 2 ? 6 : 3;
    const QDate first = today.addYears(-ageInYears);
    return {first, first.addYears(10)};
}

const char *periodName(CertificatePeriod period)
{
    switch (period) {
    case CertificatePeriod::Valid: return "valid";
    case CertificatePeriod::ExpiresSoon: return "expires-soon";
    case CertificatePeriod::Expired: return "expired";
    case CertificatePeriod::NotYetValid: return "not-yet-valid";
    }
    Q_UNREACHABLE();
}

QString useName(CertificateUse use)
{
    return use == CertificateUse::Authentication ? u"auth"_s : u"sign"_s;
}

// The numbers of real test cards begin with 6.
QByteArray keyId(const char *sevenDigits)
{
    return QByteArray(sevenDigits) + QByteArray::fromHex("0805") + "001" + QByteArray(4, '\0');
}
constexpr char kBasicInfoRoot[] = "6000033";
constexpr char kBasicInfoIssuer[] = "6100001";

} // namespace

// Named PEM items, made on first use.
class TestPki::Store
{
public:
    Store(QString folder, QDate today)
        : m_folder(std::move(folder))
        , m_today(today)
    {
    }

    using Maker = std::function<QByteArray()>;
    using Check = std::function<bool(const QByteArray &)>;

    Result<QByteArray> item(const QString &name, const Maker &make, const Check &isUsable)
    {
        const std::lock_guard guard(m_mutex);
        if (const auto known = m_items.constFind(name); known != m_items.cend())
            return *known;
        if (m_folder.isEmpty())
            return remember(name, make());
        QLockFile lock(m_folder + u"/.lock"_s);
        if (!lock.lock())
            return failure(ErrorCode::StoreFailed, u"test PKI: the folder cannot be locked"_s);
        if (const QByteArray stored = contentOf(name); isUsable(stored))
            return remember(name, stored);
        const QByteArray made = make();
        UK_CHECK(save(name, made));
        return remember(name, made);
    }

    Result<TestKey> key(const QString &name, bool isEllipticCurve = false)
    {
        if (m_folder.isEmpty()) {
            if (const TestKey known = publicTrainingKey(name); !known.isNull())
                return known;
        }
        UK_TRY(const QByteArray pem, item(
            name + u".key.pem"_s,
            [&] { return (isEllipticCurve ? TestKey::generateP384() : TestKey::generateRsa2048()).privatePem(); },
            [](const QByteArray &stored) { return !TestKey::fromPem(stored).isNull(); }));
        const TestKey key = TestKey::fromPem(pem);
        if (key.isNull())
            return failure(ErrorCode::Internal, u"test PKI: no key"_s);
        return key;
    }

    Result<CardCertificate> ca(CertificateUse use, int generation)
    {
        const QString name = u"ca-"_s + useName(use) + u'-' + QString::number(generation);
        UK_TRY(const TestKey caKey, key(name));
        CertificateOrder order{.use = use, .isCa = true, .serialNumber = 1000u * static_cast<quint32>(generation) + 1};
        std::tie(order.notBefore, order.notAfter) = caDates(generation, m_today);
        const CertificatePeriod wanted = generation == 1 ? CertificatePeriod::Expired : CertificatePeriod::Valid;
        UK_TRY(const QByteArray der, certificate(name, order, caKey, caKey, {}, wanted));
        return CardCertificate{caKey, der, der};
    }

    // DER; kept as PEM. Issued again where the stored one belongs to another key or the years have gone by.
    Result<QByteArray> certificate(const QString &name, const CertificateOrder &order, const TestKey &subject,
                                   const TestKey &issuer, const QByteArray &issuerDer, CertificatePeriod wanted)
    {
        UK_TRY(const QByteArray pem, item(
            name + u".pem"_s, [&] { return certificatePem(issueCertificate(order, subject, issuer, issuerDer)); },
            [&](const QByteArray &stored) {
                const QByteArray der = certificateDer(stored);
                return isCertificateOf(der, subject, issuer) && periodOf(der, m_today) == wanted;
            }));
        const QByteArray der = certificateDer(pem);
        if (der.isEmpty())
            return failure(ErrorCode::Internal, u"test PKI: no certificate"_s);
        return der;
    }

    Result<void> save(const QString &name, const QByteArray &content)
    {
        QSaveFile file(m_folder + u'/' + name);
        QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner;
        if (!name.endsWith(u".key.pem"_s))
            permissions |= QFile::ReadGroup | QFile::ReadOther; // roots are read by programs of other users
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(permissions)
            || file.write(content) != content.size() || !file.commit())
            return failure(ErrorCode::StoreFailed, u"test PKI: %1 cannot be written"_s.arg(name));
        return {};
    }

    QDate today() const { return m_today; }

private:
    // Closed before anybody replaces the file: Windows does not replace an open one.
    QByteArray contentOf(const QString &name) const
    {
        QFile file(m_folder + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray remember(const QString &name, const QByteArray &content)
    {
        m_items.insert(name, content);
        return content;
    }

    std::mutex m_mutex;
    QString m_folder; // empty: memory only
    QDate m_today;
    QHash<QString, QByteArray> m_items;
};

TestPki::TestPki(std::shared_ptr<Store> store)
    : m_store(std::move(store))
{
}

TestPki TestPki::inMemory(QDate today)
{
    return TestPki(std::make_shared<Store>(QString(), today));
}

Result<TestPki> TestPki::inFolder(const QString &folder, QDate today)
{
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::StoreFailed, u"test PKI: the folder cannot be made"_s);
    const TestPki pki(std::make_shared<Store>(QDir(folder).absolutePath(), today));
    UK_TRY(const QByteArray roots, pki.rootsPem());
    UK_CHECK(pki.m_store->save(u"roots.pem"_s, roots));
    UK_TRY(const QByteArray basicInfoRoots, pki.basicInfoRootsPem());
    UK_CHECK(pki.m_store->save(u"basic-info-roots.pem"_s, basicInfoRoots));
    return pki;
}

Result<QByteArray> TestPki::rootsPem() const
{
    QByteArray pem;
    for (int generation = 1; generation <= 3; ++generation) {
        UK_TRY(const CardCertificate ca, m_store->ca(CertificateUse::Authentication, generation));
        pem += certificatePem(ca.der);
    }
    return pem;
}

Result<QByteArray> TestPki::basicInfoRootsPem() const
{
    UK_TRY(const TestKey root, m_store->key(u"basic-info-root"_s));
    return "Key-Id: " + keyId(kBasicInfoRoot).toHex() + '\n' + root.publicPem();
}

Result<CardCertificate> TestPki::certificateFor(const QString &owner, const CertificateOrder &order,
                                                const CardTraits &traits) const
{
    UK_TRY(const CardCertificate ca, m_store->ca(order.use, traits.caGeneration));
    const bool isEllipticCurve = traits.isEllipticCurve && order.use == CertificateUse::Authentication;
    const QString name = u"card-%1-%2%3"_s.arg(fileNamePart(owner), useName(order.use),
                                               isEllipticCurve ? u"-p384"_s : QString());
    UK_TRY(const TestKey key, m_store->key(name, isEllipticCurve));
    CertificateOrder dated = order;
    std::tie(dated.notBefore, dated.notAfter) = residentDates(traits.period, m_store->today());
    const QString file = u"%1-%2-%3"_s.arg(name).arg(traits.caGeneration).arg(
        QLatin1StringView(periodName(traits.period)));
    UK_TRY(const QByteArray der, m_store->certificate(file, dated, key, ca.key, ca.der, traits.period));
    return CardCertificate{key, der, ca.der};
}

Result<QByteArray> TestPki::basicInfoCertificate() const
{
    UK_TRY(const TestKey root, m_store->key(u"basic-info-root"_s));
    UK_TRY(const TestKey issuer, m_store->key(u"basic-info-issuer"_s));
    const QByteArray body = keyId(kBasicInfoRoot) + keyId(kBasicInfoIssuer) + cardRsaPublicKey(issuer.modulus());
    return tlv(0x7F21, tlv(0x5F4E, body) + tlv(0x5F37, root.signSha256(body)));
}

Result<QByteArray> TestPki::signBasicInfo(QByteArrayView signedBytes) const
{
    UK_TRY(const TestKey issuer, m_store->key(u"basic-info-issuer"_s));
    return issuer.signSha256(signedBytes);
}

} // namespace uk
