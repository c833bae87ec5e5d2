// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/visit/formstore.h"
#include "tests/app/questionnaire/randomforms.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

FixedClock clockOf(QDate day)
{
    return FixedClock(QDateTime(day, QTime(3, 0), Qt::UTC));
}

Definition oneQuestion(const QString &label)
{
    QuestionItem item;
    item.itemMasterId = u"A-01"_s;
    item.label = label;
    item.type = AnswerType::ShortText;
    item.rawType = u"shortText"_s;
    return {{Group{u"きょうの体調"_s, {Subgroup{{}, 1, {item}}}}}};
}

QStringList files(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files);
}

} // namespace

class FormStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSeenIsThereAfterARestart();
    void theSameFormIsKeptOnceAndWithItsNewestDay();
    void aChangedFormStandsBesideTheOlderOne();
    void aFormWithoutPagesIsNotKept();
    void noMoreThanTheLimitAreKept();
    void aDamagedFileIsNoForm();
};

void FormStoreTest::whatWasSeenIsThereAfterARestart()
{
    QTemporaryDir folder;
    const FixedClock clock = clockOf(QDate(2026, 11, 20));
    QList<Definition> seen;
    {
        FormStore store(folder.filePath(u"forms"_s), clock);
        QVERIFY(store.forms().isEmpty());
        for (quint32 seed = 1; seed <= 20; ++seed) {
            randomforms::Random random(seed);
            seen.append(randomforms::definition(random));
            store.remember(u"様式 %1"_s.arg(seed, 2, 10, QChar(u'0')), seen.last());
        }
    } // written to the end
    const FormStore again(folder.filePath(u"forms"_s), clock);
    const QList<KnownForm> forms = again.forms();
    QCOMPARE(forms.size(), seen.size());
    for (qsizetype i = 0; i < forms.size(); ++i) {
        QCOMPARE(forms[i].title, u"様式 %1"_s.arg(i + 1, 2, 10, QChar(u'0')));
        QVERIFY(forms[i].definition == seen[i]);
        QCOMPARE(forms[i].lastSeen, QDate(2026, 11, 20));
    }
}

void FormStoreTest::theSameFormIsKeptOnceAndWithItsNewestDay()
{
    QTemporaryDir folder;
    FixedClock clock = clockOf(QDate(2026, 11, 20));
    {
        FormStore store(folder.path(), clock);
        store.remember(u"水痘"_s, oneQuestion(u"一"_s));
        clock.advance(86'400'000);
        store.remember(u"水痘"_s, oneQuestion(u"一"_s));
        QCOMPARE(store.forms().size(), 1);
    }
    QCOMPARE(files(folder.path()).size(), 1);
    QCOMPARE(FormStore(folder.path(), clock).forms().value(0).lastSeen, QDate(2026, 11, 21));
}

void FormStoreTest::aChangedFormStandsBesideTheOlderOne()
{
    QTemporaryDir folder;
    FixedClock clock = clockOf(QDate(2026, 11, 20));
    FormStore store(folder.path(), clock);
    store.remember(u"水痘"_s, oneQuestion(u"一"_s));
    clock.advance(86'400'000);
    store.remember(u"水痘"_s, oneQuestion(u"二"_s));
    const QList<KnownForm> forms = store.forms();
    QCOMPARE(forms.size(), 2);
    QCOMPARE(forms.first().lastSeen, QDate(2026, 11, 21)); // the newest first
}

void FormStoreTest::aFormWithoutPagesIsNotKept()
{
    QTemporaryDir folder;
    const FixedClock clock = clockOf(QDate(2026, 11, 20));
    FormStore store(folder.path(), clock);
    store.remember(u"空"_s, {});
    QVERIFY(store.forms().isEmpty());
}

void FormStoreTest::noMoreThanTheLimitAreKept()
{
    QTemporaryDir folder;
    FixedClock clock = clockOf(QDate(2026, 1, 1));
    {
        FormStore store(folder.path(), clock);
        for (int i = 0; i < FormStore::mostForms + 5; ++i) {
            store.remember(u"様式 %1"_s.arg(i, 3, 10, QChar(u'0')), oneQuestion(u"一"_s));
            clock.advance(86'400'000);
        }
        QCOMPARE(store.forms().size(), FormStore::mostForms);
        QCOMPARE(store.forms().first().title, u"様式 005"_s); // the oldest went
    }
    QCOMPARE(files(folder.path()).size(), FormStore::mostForms);
}

void FormStoreTest::aDamagedFileIsNoForm()
{
    QTemporaryDir folder;
    const FixedClock clock = clockOf(QDate(2026, 11, 20));
    FormStore(folder.path(), clock).remember(u"水痘"_s, oneQuestion(u"一"_s));
    QFile file(QDir(folder.path()).filePath(files(folder.path()).value(0)));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    // Title, day and definition, and nothing else.
    QVERIFY(whole.startsWith("{\"seen\":\"2026-11-20\",\"title\":\"水痘\"}\n{\"groups\":"));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        file.resize(0);
        file.seek(0);
        file.write(whole.first(length));
        file.flush();
        QVERIFY2(FormStore(folder.path(), clock).forms().isEmpty(), qPrintable(QString::number(length)));
    }
}

QTEST_GUILESS_MAIN(FormStoreTest)
#include "tst_formstore.moc"
