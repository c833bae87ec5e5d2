// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs in a session whose keychain is in the state that UKETSUKE_KEYCHAIN_STATE names (tests/support/with-keychain.sh).
#include "app/base/keystore.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using uktest::await;

namespace {

const QString entry = u"test/entry"_s;

uk::Result<QByteArray> read(uk::KeyStore &keys, const QString &name = entry)
{
    return await<QByteArray>([&](auto reply) { keys.read(name, reply); });
}

uk::Result<void> write(uk::KeyStore &keys, const QByteArray &value)
{
    return await<void>([&](auto reply) { keys.write(entry, value, reply); });
}

uk::Result<void> remove(uk::KeyStore &keys)
{
    return await<void>([&](auto reply) { keys.remove(entry, reply); });
}

void writesReadsReplacesAndRemoves(const std::function<std::unique_ptr<uk::KeyStore>()> &make, bool isLasting)
{
    auto keys = make();
    QCOMPARE(*read(*keys), QByteArray());
    const QByteArray binary("\0\xff\n key", 7);
    QVERIFY(write(*keys, binary));
    QVERIFY(write(*keys, binary + "2"));
    QCOMPARE(*read(*keys), binary + "2");
    QCOMPARE(*read(*keys, u"test/other"_s), QByteArray());
    if (isLasting) {
        keys = make();
        QCOMPARE(*read(*keys), binary + "2");
    }
    QVERIFY(remove(*keys));
    QCOMPARE(*read(*keys), QByteArray());
    QVERIFY(remove(*keys));
}

} // namespace

class KeyStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void memoryKeepsAndForgets() { writesReadsReplacesAndRemoves(uk::makeMemoryKeyStore, false); }
    void memoryAnswersLater();
    void theKeychainOfTheSessionKeepsOrNamesWhyNot();
};

void KeyStoreTest::memoryAnswersLater()
{
    const auto keys = uk::makeMemoryKeyStore();
    bool isAnswered = false;
    keys->read(entry, [&](const uk::Result<QByteArray> &) { isAnswered = true; });
    QVERIFY(!isAnswered);
    QTRY_VERIFY(isAnswered);
}

void KeyStoreTest::theKeychainOfTheSessionKeepsOrNamesWhyNot()
{
    const QByteArray state = qgetenv("UKETSUKE_KEYCHAIN_STATE");
    if (state == "unlocked") {
        writesReadsReplacesAndRemoves(uk::makeSystemKeyStore, true);
        return;
    }
    QVERIFY2(state == "locked" || state == "missing", "the test needs tests/support/with-keychain.sh");
    const auto expected = state == "locked" ? uk::ErrorCode::KeychainLocked : uk::ErrorCode::KeychainMissing;
    const auto keys = uk::makeSystemKeyStore();
    QCOMPARE(read(*keys).error().code, expected);
    QCOMPARE(write(*keys, "value").error().code, expected);
    QCOMPARE(remove(*keys).error().code, expected);
}

QTEST_GUILESS_MAIN(KeyStoreTest)
#include "tst_keystore.moc"
