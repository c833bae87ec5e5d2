// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/journal/accountfile.h"
#include "app/journal/accounts.h"
#include "app/journal/passwordpolicy.h"
#include "tests/support/await.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using uktest::await;

namespace {

uk::SecretBuffer secretOf(const QByteArray &text)
{
    return uk::SecretBuffer::copyOf(std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size()))));
}

const QByteArray good = "Aki-no-sora 2025";

uk::Result<uk::StaffMember> create(uk::AccountStore &store, const QString &name, const QByteArray &secret = good)
{
    return await<uk::StaffMember>(
        [&](auto reply) { store.create(name, uk::StaffRole::Reception, secretOf(secret), reply); });
}

uk::Result<uk::StaffMember> signIn(uk::AccountStore &store, const QString &name, const QByteArray &secret = good)
{
    return await<uk::StaffMember>([&](auto reply) { store.signIn(name, secretOf(secret), reply); });
}

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void thePolicyTakesAndRefuses_data();
    void thePolicyTakesAndRefuses();
    void theDelayGrowsToItsLimit();

    void anEmptyStoreAsksForTheFirstRun();
    void anAccountSignsInAlsoAfterARestart();
    void theFileHoldsArgon2idAndNoSecret();
    void theSameNameInAnotherFormExists();
    void aWeakPasswordIsRefusedWithTheLength();
    void trainingNamesAreRefusedOutsideTraining();
    void unknownNameAndWrongSecretLookTheSame();
    void wrongSecretsDelayEvenTheRightOne();
    void theDelayOutlivesARestart();
    void aClockSetBackDoesNotLockOutForLonger();
    void triesHandedInTogetherCountOneByOne();
    void aDisabledAccountSaysSoOnlyAfterTheRightSecret();
    void aFileThatCannotBeReadIsNoFirstRun();

    void trainingSignsInWithTheSecretsShown();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_fileName;
    std::unique_ptr<uk::FixedClock> m_clock;
};

void AccountsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fileName = m_folder->filePath(u"accounts.sqlite"_s);
    m_clock = std::make_unique<uk::FixedClock>(QDateTime({2025, 11, 8}, {0, 0}, Qt::UTC));
}

void AccountsTest::thePolicyTakesAndRefuses_data()
{
    using enum uk::PasswordWeakness;
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("weakness");
    const auto row = [](const char *name, const QByteArray &password, uk::PasswordWeakness weakness) {
        QTest::newRow(name) << password << static_cast<int>(weakness);
    };
    row("thirteen mixed", "abcdefghij1-2", None);
    row("Japanese and signs", "あきのそらたかい1 2!", TooShort);
    row("Japanese, thirteen characters", "あきのそらはたかい、い12!!", None);
    row("twelve", "abcdefghi1-2", TooShort);
    row("empty", "", TooShort);
    row("no sign", "abcdefghijk12", KindsMissing);
    row("no digit", "abcdefghijk--", KindsMissing);
    row("no letter", "123456789-012", KindsMissing);
    row("repeated", "a1-a1-a1-a1-a1-", TooFewDifferent);
    row("holds the name", "x1-Hanako-2345", HoldsName);
    row("longest", "a1-bcd" + QByteArray(506, 'x'), None);
    row("too long", "a1-bcd" + QByteArray(507, 'x'), TooLong);
}

void AccountsTest::thePolicyTakesAndRefuses()
{
    QFETCH(QByteArray, password);
    const auto bytes = std::as_bytes(std::span(password.constData(), static_cast<std::size_t>(password.size())));
    QTEST(static_cast<int>(uk::weaknessOf(bytes, u"hanako")), "weakness");
}

void AccountsTest::theDelayGrowsToItsLimit()
{
    QCOMPARE(uk::signInDelaySeconds(0), 0);
    int before = 0;
    int sum = 0;
    for (int tries = 1; tries <= 10; ++tries) {
        QVERIFY(uk::signInDelaySeconds(tries) >= before);
        before = uk::signInDelaySeconds(tries);
        sum += before;
    }
    QVERIFY(sum > 15 * 60);
    QCOMPARE(uk::signInDelaySeconds(1'000'000), 300);
}

void AccountsTest::anEmptyStoreAsksForTheFirstRun()
{
    uk::AccountStore store(m_fileName, *m_clock);
    QVERIFY(store.isEmpty());
    QVERIFY(store.members().isEmpty());
    const QSignalSpy changed(&store, &uk::AccountStore::membersChanged);
    QVERIFY(create(store, u"受付一"_s));
    QVERIFY(!store.isEmpty());
    QCOMPARE(changed.size(), 1);
}

void AccountsTest::anAccountSignsInAlsoAfterARestart()
{
    uk::StaffMember made;
    {
        uk::AccountStore store(m_fileName, *m_clock);
        made = *create(store, u"受付一"_s);
        QVERIFY(!made.id.isEmpty());
        QCOMPARE(*signIn(store, u"受付一"_s), made);
    }
    uk::AccountStore again(m_fileName, *m_clock);
    QCOMPARE(again.members(), QList{made});
    QCOMPARE(*signIn(again, u"受付 一"_s), made);
}

void AccountsTest::theFileHoldsArgon2idAndNoSecret()
{
    uk::AccountStore store(m_fileName, *m_clock);
    QVERIFY(create(store, u"受付一"_s));
    const auto records = uk::AccountFile(m_fileName).read();
    QVERIFY(records);
    QVERIFY(records->first().secretHash.startsWith("$argon2id$v=19$m=262144,t=3,p=1$"));
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        QFile file(m_fileName + suffix);
        if (file.open(QIODevice::ReadOnly))
            QVERIFY(!file.readAll().contains(good));
        if (file.exists())
            QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }
}

void AccountsTest::theSameNameInAnotherFormExists()
{
    uk::AccountStore store(m_fileName, *m_clock);
    QVERIFY(create(store, u"ヤマダ 花"_s));
    QCOMPARE(create(store, u"ﾔﾏﾀﾞ　花"_s).error().code, uk::ErrorCode::AccountExists);
}

void AccountsTest::aWeakPasswordIsRefusedWithTheLength()
{
    uk::AccountStore store(m_fileName, *m_clock);
    const auto refused = create(store, u"受付一"_s, "short");
    QCOMPARE(refused.error().code, uk::ErrorCode::PasswordTooWeak);
    QCOMPARE(refused.error().arguments, QStringList{u"13"_s});
    QVERIFY(store.isEmpty());
}

void AccountsTest::trainingNamesAreRefusedOutsideTraining()
{
    uk::AccountStore store(m_fileName, *m_clock);
    for (const uk::TrainingAccount &account : uk::trainingAccounts()) {
        QCOMPARE(create(store, account.name).error().code, uk::ErrorCode::NotPermitted);
        QCOMPARE(signIn(store, account.name, account.secret).error().code, uk::ErrorCode::SignInFailed);
    }
    QCOMPARE(create(store, u"訓練　受付"_s).error().code, uk::ErrorCode::NotPermitted);
    QCOMPARE(create(store, u" "_s).error().code, uk::ErrorCode::NotPermitted);
}

void AccountsTest::unknownNameAndWrongSecretLookTheSame()
{
    uk::AccountStore store(m_fileName, *m_clock);
    QVERIFY(create(store, u"受付一"_s));
    for (const int tries : {1, 2, 3}) {
        const auto wrong = signIn(store, u"受付一"_s, "wrong");
        const auto unknown = signIn(store, u"受付九"_s, "wrong");
        QVERIFY(!wrong && !unknown);
        QCOMPARE(wrong.error(), unknown.error());
        QCOMPARE(wrong.error().code, tries < 3 ? uk::ErrorCode::SignInFailed : uk::ErrorCode::SignInDelayed);
    }
}

void AccountsTest::wrongSecretsDelayEvenTheRightOne()
{
    uk::AccountStore store(m_fileName, *m_clock);
    QVERIFY(create(store, u"受付一"_s));
    QVERIFY(!signIn(store, u"受付一"_s, "wrong"));
    QVERIFY(!signIn(store, u"受付一"_s, "wrong"));
    const auto delayed = signIn(store, u"受付一"_s);
    QCOMPARE(delayed.error().code, uk::ErrorCode::SignInDelayed);
    QCOMPARE(delayed.error().arguments, QStringList{QString::number(uk::signInDelaySeconds(2))});
    m_clock->advance(uk::signInDelaySeconds(2) * 1000);
    QVERIFY(signIn(store, u"受付一"_s));
    QCOMPARE(
        signIn(store, u"受付一"_s, "wrong").error().code, uk::ErrorCode::SignInFailed); // counted from the start again
    QVERIFY(signIn(store, u"受付一"_s));
}

void AccountsTest::theDelayOutlivesARestart()
{
    {
        uk::AccountStore store(m_fileName, *m_clock);
        QVERIFY(create(store, u"受付一"_s));
        QVERIFY(!signIn(store, u"受付一"_s, "wrong"));
        QVERIFY(!signIn(store, u"受付一"_s, "wrong"));
    }
    uk::AccountStore again(m_fileName, *m_clock);
    QCOMPARE(signIn(again, u"受付一"_s).error().code, uk::ErrorCode::SignInDelayed);
}

void AccountsTest::aClockSetBackDoesNotLockOutForLonger()
{
    uk::AccountStore store(m_fileName, *m_clock);
    QVERIFY(create(store, u"受付一"_s));
    QVERIFY(!signIn(store, u"受付一"_s, "wrong"));
    QVERIFY(!signIn(store, u"受付一"_s, "wrong"));
    m_clock->advance(-24 * 3'600'000);
    QCOMPARE(signIn(store, u"受付一"_s).error().arguments, QStringList{QString::number(uk::signInDelaySeconds(2))});
}

void AccountsTest::triesHandedInTogetherCountOneByOne()
{
    uk::AccountStore store({}, *m_clock);
    QList<uk::ErrorCode> codes;
    for (int i = 0; i < 6; ++i) {
        store.signIn(uk::trainingAccounts().first().name, secretOf("wrong"),
            [&](const uk::Result<uk::StaffMember> &done) { codes.append(done.error().code); });
    }
    QTRY_COMPARE(codes.size(), 6);
    QCOMPARE(codes.count(uk::ErrorCode::SignInFailed), 2);
    QCOMPARE(codes.count(uk::ErrorCode::SignInDelayed), 4);
}

void AccountsTest::aDisabledAccountSaysSoOnlyAfterTheRightSecret()
{
    uk::AccountStore store(m_fileName, *m_clock);
    const auto made = *create(store, u"受付一"_s);
    const auto disabled = await<uk::StaffMember>([&](auto reply) { store.setDisabled(made.id, true, reply); });
    QVERIFY(disabled && disabled->isDisabled);
    QCOMPARE(signIn(store, u"受付一"_s, "wrong").error().code, uk::ErrorCode::SignInFailed);
    QCOMPARE(signIn(store, u"受付一"_s).error().code, uk::ErrorCode::AccountDisabled);
    QVERIFY(uk::AccountStore(m_fileName, *m_clock).members().first().isDisabled);
    const auto nobody = await<uk::StaffMember>([&](auto reply) { store.setDisabled(u"nobody"_s, true, reply); });
    QCOMPARE(nobody.error().code, uk::ErrorCode::NotPermitted);
}

void AccountsTest::aFileThatCannotBeReadIsNoFirstRun()
{
    QFile file(m_fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    uk::AccountStore store(m_fileName, *m_clock);
    QVERIFY(!store.isEmpty());
    QCOMPARE(signIn(store, u"受付一"_s).error().code, uk::ErrorCode::StoreFailed);
    QCOMPARE(create(store, u"受付一"_s).error().code, uk::ErrorCode::StoreFailed);
}

void AccountsTest::trainingSignsInWithTheSecretsShown()
{
    uk::AccountStore store({}, *m_clock);
    QCOMPARE(store.members().size(), 3);
    for (const uk::TrainingAccount &account : uk::trainingAccounts()) {
        QVERIFY(uk::isTrainingAccountName(account.name));
        const auto member = signIn(store, account.name, account.secret);
        QVERIFY(member);
        QCOMPARE(member->role, account.role);
    }
    QVERIFY(!uk::isTrainingAccountName(u"受付一"_s));
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
