// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzztargets.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk::test;

using Feed = void (*)(QByteArrayView);
Q_DECLARE_METATYPE(Feed)

/// Runs what the fuzzers run, without a fuzzer: every input that was worth keeping, every cut of it, every byte of it
/// changed.
class PmhCorpusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyInputAndItsNeighboursAreSurvived_data();
    void everyInputAndItsNeighboursAreSurvived();
};

void PmhCorpusTest::everyInputAndItsNeighboursAreSurvived_data()
{
    QTest::addColumn<Feed>("feed");
    QTest::addColumn<QString>("file");
    const std::pair<const char *, Feed> targets[] = {{"answers", feedAnswers}, {"profile", feedProfile}};
    for (const auto &[name, feed] : targets) {
        const QDir folder(QFINDTESTDATA("corpus") + u'/' + QLatin1StringView(name));
        const QStringList files = folder.entryList(QDir::Files, QDir::Name);
        QVERIFY(files.size() >= 8);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << feed << folder.filePath(file);
    }
}

void PmhCorpusTest::everyInputAndItsNeighboursAreSurvived()
{
    QFETCH(Feed, feed);
    QFETCH(QString, file);
    QFile input(file);
    QVERIFY(input.open(QIODevice::ReadOnly));
    const QByteArray text = input.readAll();
    feed(text);
    constexpr char others[] = {'"', '{', '1', '\xED'};
    for (qsizetype at = 0; at < text.size(); ++at) {
        feed(QByteArrayView(text).first(at));
        QByteArray changed = text;
        changed[at] = others[at % 4];
        feed(changed);
    }
}

QTEST_GUILESS_MAIN(PmhCorpusTest)
#include "tst_pmhcorpus.moc"
