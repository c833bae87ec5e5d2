// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QTest>

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Runs what the fuzzer runs, without a fuzzer: every seed, cuts of it, and bytes of it changed.
class TestTrainingCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySeedAndItsNeighbours_areSurvived_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(qEnvironmentVariable("UKETSUKE_SOURCE_DIR") + QStringLiteral("/tests/app/training/corpus"));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 12);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void everySeedAndItsNeighbours_areSurvived()
    {
        QFETCH(QString, file);
        QFile seed(file);
        QVERIFY(seed.open(QIODevice::ReadOnly));
        const QByteArray body = seed.readAll();
        feed(body);
        constexpr qsizetype step = 5;
        for (qsizetype at = 0; at < body.size(); at += step) {
            feed(body.left(at));
            for (const char other : {'"', '{', '1'}) {
                QByteArray changed = body;
                changed[at] = other;
                feed(changed);
            }
        }
    }

private:
    static void feed(const QByteArray &body)
    {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(body.constData()), static_cast<std::size_t>(body.size()));
    }
};

QTEST_GUILESS_MAIN(TestTrainingCorpus)
#include "tst_trainingcorpus.moc"
