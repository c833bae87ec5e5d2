// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTest>

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Runs what the fuzzer runs, without a fuzzer: every seed, every cut of it, every byte of it changed.
class AnswerCorpusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySeedAndItsNeighboursAreSurvived_data();
    void everySeedAndItsNeighboursAreSurvived();
};

namespace {

void feed(const QByteArray &body)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(body.constData()),
                           static_cast<std::size_t>(body.size()));
}

} // namespace

void AnswerCorpusTest::everySeedAndItsNeighboursAreSurvived_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QFINDTESTDATA("corpus"));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 8);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void AnswerCorpusTest::everySeedAndItsNeighboursAreSurvived()
{
    QFETCH(QString, file);
    QFile seed(file);
    QVERIFY(seed.open(QIODevice::ReadOnly));
    const QByteArray body = seed.readAll();
    feed(body);
    for (qsizetype at = 0; at < body.size(); ++at) {
        feed(body.left(at));
        for (const char other : {'"', '{', '1', '\xED'}) {
            QByteArray changed = body;
            changed[at] = other;
            feed(changed);
        }
    }
}

QTEST_GUILESS_MAIN(AnswerCorpusTest)
#include "tst_answercorpus.moc"
