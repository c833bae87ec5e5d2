// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/base/hex.h"
#include "cardreader/simulated/personalization.h"
#include "tests/support/cardinvirtualreader.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

constexpr auto kReader = "Virtual PCD 00 00";

struct Outcome
{
    int status = -1;
    QByteArray output;
};

Outcome run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(20000))
        process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

QString pkcs11Module()
{
    for (const char *folder : {"/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/lib64"}) {
        const QString path = QString::fromLatin1(folder) + u"/opensc-pkcs11.so"_s;
        if (QFile::exists(path))
            return path;
    }
    return {};
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("a file of the test cannot be written");
}

} // namespace

// The card on the real card service, judged by OpenSC, which knows nothing of this program.
class TestCardOnService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_commands.clear(); }
    void openscRecognizesTheCard_data();
    void openscRecognizesTheCard();
    void openscReadsTheCertificateThatTheRootsVerify();
    void openscSignsWithThePinAndOpensslVerifies();
    void openscIsToldThatThePinIsWrongAndATryIsUsed();
    void openscDoesNotTakeAnotherCardForIt();
    void muteCardIsPresentAndUnresponsive();
    void pulledCardEndsTheCommandAndTheConnection();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    SoftwareCard card(const QStringList &variants = {}) const;
    CardExchangeHook recorder();
    QStringList commands() const;

    QTemporaryDir m_folder;
    std::optional<TestPki> m_pki;
    mutable std::mutex m_mutex;
    QStringList m_commands;
};

void TestCardOnService::initTestCase()
{
    auto pki = TestPki::inFolder(path(u"pki"_s));
    QVERIFY(pki);
    m_pki = *pki;
    QVERIFY(QFile::exists(path(u"pki/roots.pem"_s)));
}

SoftwareCard TestCardOnService::card(const QStringList &variants) const
{
    auto made = makeCard({.key = u"minori"_s, .name = u"訓練　みのり"_s, .address = u"東京都千代田区１－１"_s,
                          .dateOfBirth = QDate(2026, 4, 1), .sex = u"2"_s, .variants = variants}, *m_pki);
    if (!made)
        qFatal("the card cannot be made");
    return *std::move(made);
}

CardExchangeHook TestCardOnService::recorder()
{
    return [this](const CardExchange &exchange) {
        const std::lock_guard guard(m_mutex);
        m_commands.append(toRedactedHex(exchange.command));
    };
}

QStringList TestCardOnService::commands() const
{
    const std::lock_guard guard(m_mutex);
    return m_commands;
}

void TestCardOnService::openscRecognizesTheCard_data()
{
    QTest::addColumn<QStringList>("variants");
    QTest::newRow("usual card") << QStringList{};
    QTest::newRow("contact") << QStringList{u"contact-atr"_s};
    QTest::newRow("contact without extended length") << QStringList{u"contact-short-atr"_s};
    QTest::newRow("short only") << QStringList{u"short-only"_s};
    QTest::newRow("PIN blocked") << QStringList{u"auth-pin-blocked"_s};
}

void TestCardOnService::openscRecognizesTheCard()
{
    QFETCH(const QStringList, variants);
    test::CardInVirtualReader laid(card(variants));
    QVERIFY(laid.waitUntilSeen());
    const Outcome name = run(u"opensc-tool"_s, {u"--reader"_s, QString::fromLatin1(kReader), u"--name"_s});
    QCOMPARE(name.status, 0);
    QVERIFY2(name.output.contains("jpki"), name.output.constData());
}

void TestCardOnService::openscReadsTheCertificateThatTheRootsVerify()
{
    test::CardInVirtualReader laid(card());
    QVERIFY(laid.waitUntilSeen());
    const QString certificate = path(u"read.pem"_s);
    const Outcome read = run(u"pkcs15-tool"_s, {u"--reader"_s, QString::fromLatin1(kReader), u"--read-certificate"_s,
                                                u"01"_s, u"--output"_s, certificate});
    QVERIFY2(read.status == 0, read.output.constData());
    const Outcome verified = run(u"openssl"_s, {u"verify"_s, u"-CAfile"_s, path(u"pki/roots.pem"_s), certificate});
    QVERIFY2(verified.status == 0, verified.output.constData());
    laid.remove();
    QCOMPARE(laid.card().tally().verifications, 0);
    QCOMPARE(laid.card().tally().myNumberCommands, 0);
}

void TestCardOnService::openscSignsWithThePinAndOpensslVerifies()
{
    test::CardInVirtualReader laid(card(), recorder());
    QVERIFY(laid.waitUntilSeen());
    writeFile(path(u"nonce"_s), "thirty-two bytes, used only once");
    const Outcome signing = run(u"pkcs11-tool"_s,
                                {u"--module"_s, pkcs11Module(), u"--token-label"_s, u"JPKI (User Authentication PIN)"_s,
                                 u"--login"_s, u"--pin"_s, u"1234"_s, u"--sign"_s, u"--mechanism"_s,
                                 u"SHA256-RSA-PKCS"_s, u"--id"_s, u"01"_s, u"--input-file"_s, path(u"nonce"_s),
                                 u"--output-file"_s, path(u"signature"_s)});
    QVERIFY2(signing.status == 0, signing.output.constData());
    const Outcome read = run(u"pkcs15-tool"_s, {u"--reader"_s, QString::fromLatin1(kReader), u"--read-certificate"_s,
                                                u"01"_s, u"--output"_s, path(u"signer.pem"_s)});
    QVERIFY2(read.status == 0, read.output.constData());
    const Outcome key = run(u"openssl"_s, {u"x509"_s, u"-in"_s, path(u"signer.pem"_s), u"-pubkey"_s, u"-noout"_s});
    writeFile(path(u"key.pem"_s), key.output);
    const Outcome verified = run(u"openssl"_s, {u"dgst"_s, u"-sha256"_s, u"-verify"_s, path(u"key.pem"_s),
                                                u"-signature"_s, path(u"signature"_s), path(u"nonce"_s)});
    QVERIFY2(verified.status == 0, verified.output.constData());
    QVERIFY(commands().contains(u"0020008004********"_s)); // the PIN went to the card and not into the record
    laid.remove();
    QCOMPARE(laid.card().tally().verifications, 1);
    QVERIFY(laid.card().tally().powerOffs > 0);
}

void TestCardOnService::openscIsToldThatThePinIsWrongAndATryIsUsed()
{
    test::CardInVirtualReader laid(card());
    QVERIFY(laid.waitUntilSeen());
    const Outcome login = run(u"pkcs11-tool"_s,
                              {u"--module"_s, pkcs11Module(), u"--token-label"_s, u"JPKI (User Authentication PIN)"_s,
                               u"--login"_s, u"--pin"_s, u"9999"_s, u"--list-objects"_s});
    QVERIFY(login.status != 0);
    QVERIFY2(login.output.contains("CKR_PIN_INCORRECT"), login.output.constData());
    laid.remove();
    QCOMPARE(laid.card().triesLeft(CardAid::jpki, 0x0018), 2);
}

void TestCardOnService::openscDoesNotTakeAnotherCardForIt()
{
    test::CardInVirtualReader laid(card({u"not-my-number-card"_s}));
    QVERIFY(laid.waitUntilSeen());
    const Outcome name = run(u"opensc-tool"_s, {u"--reader"_s, QString::fromLatin1(kReader), u"--name"_s});
    QVERIFY2(!name.output.contains("jpki"), name.output.constData());
}

void TestCardOnService::muteCardIsPresentAndUnresponsive()
{
    test::CardInVirtualReader laid(card({u"mute"_s}), recorder());
    QVERIFY(laid.waitUntilSeen());
    const Outcome name = run(u"opensc-tool"_s, {u"--reader"_s, QString::fromLatin1(kReader), u"--name"_s});
    QVERIFY2(name.output.contains("Unresponsive card"), name.output.constData());
    QVERIFY(commands().isEmpty());
}

void TestCardOnService::pulledCardEndsTheCommandAndTheConnection()
{
    test::CardInVirtualReader laid(card({u"remove-before:1"_s}), recorder());
    QVERIFY(laid.waitUntilSeen());
    const Outcome name = run(u"opensc-tool"_s, {u"--reader"_s, QString::fromLatin1(kReader), u"--name"_s});
    QVERIFY2(!name.output.contains("jpki"), name.output.constData());
    laid.remove();
    QCOMPARE(laid.end(), VpcdConnection::End::Removed);
    QCOMPARE(laid.card().tally().commands, 0); // it never saw the command
}

QTEST_GUILESS_MAIN(TestCardOnService)
#include "tst_cardonservice.moc"
