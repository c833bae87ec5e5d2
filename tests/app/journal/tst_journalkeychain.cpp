// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// The log and the drafts on a real keychain, in the state that UKETSUKE_KEYCHAIN_STATE names
// (tests/support/with-keychain.sh).
#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/journal/auditlog.h"
#include "app/journal/draftstore.h"
#include "tests/support/await.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using uktest::await;

class JournalKeychainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theJournalWorksAcrossRestartsOrNamesTheKeychain();

private:
    uk::Result<void> append(uk::KeyStore &keys);
    uk::Result<void> saveDraft(uk::KeyStore &keys);

    QTemporaryDir m_folder;
    uk::SystemClock m_clock;
};

uk::Result<void> JournalKeychainTest::append(uk::KeyStore &keys)
{
    uk::AuditLog log(m_folder.filePath(u"audit.sqlite"_s), keys, m_clock);
    uk::AuditEntry entry;
    entry.event = uk::AuditEvent::ProgramStarted;
    return await<void>([&](auto reply) { log.append(entry, reply); });
}

uk::Result<void> JournalKeychainTest::saveDraft(uk::KeyStore &keys)
{
    uk::DraftStore drafts(m_folder.filePath(u"drafts"_s), keys, m_clock);
    return await<void>([&](auto reply) { drafts.save({u"v1"_s, {}, {}, {}}, "content", reply); });
}

void JournalKeychainTest::theJournalWorksAcrossRestartsOrNamesTheKeychain()
{
    const QByteArray state = qgetenv("UKETSUKE_KEYCHAIN_STATE");
    const auto keys = uk::makeSystemKeyStore();
    if (state != "unlocked") {
        QVERIFY2(state == "locked" || state == "missing", "the test needs tests/support/with-keychain.sh");
        const auto expected = state == "locked" ? uk::ErrorCode::KeychainLocked : uk::ErrorCode::KeychainMissing;
        QCOMPARE(append(*keys).error().code, expected);
        QCOMPARE(saveDraft(*keys).error().code, expected);
        // Nothing in plain text, nothing half made.
        QVERIFY(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty());
        return;
    }
    for (int start = 0; start < 3; ++start)
        QVERIFY(append(*uk::makeSystemKeyStore()));
    const auto verified = await<uk::AuditVerification>(
        [&](auto reply) { uk::verifyAuditLog(m_folder.filePath(u"audit.sqlite"_s), *keys, this, reply); });
    QVERIFY(verified);
    QCOMPARE(*verified, (uk::AuditVerification{true, 3, 0, {}}));

    QVERIFY(saveDraft(*keys));
    const auto again = uk::makeSystemKeyStore();
    uk::DraftStore drafts(m_folder.filePath(u"drafts"_s), *again, m_clock);
    QCOMPARE(*await<QByteArray>([&](auto reply) { drafts.load(u"v1"_s, reply); }), QByteArray("content"));
    QVERIFY(await<void>([&](auto reply) { drafts.remove(u"v1"_s, reply); }));
}

QTEST_GUILESS_MAIN(JournalKeychainTest)
#include "tst_journalkeychain.moc"
