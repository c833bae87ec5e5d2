// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/cardreader/fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk::test;

/// Runs what the card's fuzzers run, without a fuzzer: every input that was found worth keeping, and cuts of it.
class CardCorpusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyInputIsSurvived_data();
    void everyInputIsSurvived();
};

using Feed = void (*)(QByteArrayView);
Q_DECLARE_METATYPE(Feed)

void CardCorpusTest::everyInputIsSurvived_data()
{
    QTest::addColumn<Feed>("feed");
    QTest::addColumn<QString>("folder");
    const auto row = [](const char *name, Feed feed) {
        const QString folder = QFINDTESTDATA("corpus") + u'/' + QLatin1StringView(name);
        QVERIFY(QDir(folder).entryList(QDir::Files).size() >= 8);
        QTest::newRow(name) << feed << folder;
    };
    row("tlv", feedTlv);
    row("certificate", feedCertificate);
    row("basicinfo", feedBasicInfo);
    row("cardanswers", feedCardAnswers);
}

void CardCorpusTest::everyInputIsSurvived()
{
    QFETCH(Feed, feed);
    QFETCH(QString, folder);
    const QDir inputs(folder);
    for (const QString &name : inputs.entryList(QDir::Files, QDir::Name)) {
        QFile file(inputs.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray input = file.readAll();
        feed(input);
        feed(QByteArrayView(input).first(input.size() / 2));
    }
}

QTEST_GUILESS_MAIN(CardCorpusTest)
#include "tst_cardcorpus.moc"
