// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/cupsqueue.h"
#include "ui/printing/paperwatermark.h"
#include "ui/printing/picturepdf.h"

#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

QImage pictureOf(QSize size, int seed)
{
    QImage picture(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            picture.setPixel(x, y, qRgb((x * 7 + seed) & 255, (y * 13) & 255, (x ^ y) & 255));
    }
    return picture;
}

} // namespace

class TestPicturePdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesComeOutPixelForPixel();
    void holdsNothingButPictures();
    void watermarkLeavesTextReadable();
    void watermarkIsTheSameInBands();
    void mediaIsNamed_data();
    void mediaIsNamed();
    void queueStateInWords_data();
    void queueStateInWords();
};

void TestPicturePdf::pagesComeOutPixelForPixel()
{
    const QSizeF points(144, 72);
    const QSize pixels(600, 300);
    PicturePdf pdf;
    QByteArray bytes;
    for (const int seed : {0, 100}) {
        const QImage picture = pictureOf(pixels, seed);
        pdf.beginPage(points, pixels);
        for (int top = 0; top < pixels.height(); top += 70)
            pdf.addRows(picture.copy(0, top, pixels.width(), std::min(70, pixels.height() - top)));
        pdf.endPage();
        bytes += pdf.take();
    }
    pdf.finish();
    bytes += pdf.take();
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QCOMPARE(QProcess::execute(u"qpdf"_s, {u"--check"_s, file.fileName()}), 0);
    QCOMPARE(QProcess::execute(u"pdfimages"_s, {u"-png"_s, file.fileName(), folder.filePath(u"p"_s)}), 0);
    QCOMPARE(QImage(folder.filePath(u"p-000.png"_s)).convertToFormat(QImage::Format_RGB32), pictureOf(pixels, 0));
    QCOMPARE(QImage(folder.filePath(u"p-001.png"_s)).convertToFormat(QImage::Format_RGB32), pictureOf(pixels, 100));
    QCOMPARE(QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"300"_s, u"-png"_s, u"-singlefile"_s, file.fileName(), folder.filePath(u"q"_s)}), 0);
    QCOMPARE(QImage(folder.filePath(u"q.png"_s)).size(), pixels);
}

void TestPicturePdf::holdsNothingButPictures()
{
    PicturePdf pdf;
    pdf.beginPage({10, 10}, {1, 1});
    pdf.addRows(pictureOf({1, 1}, 0));
    pdf.endPage();
    pdf.finish();
    const QByteArray bytes = pdf.take();
    for (const char *forbidden : {"/Info", "/Font", "/Title", "/Producer", "/CreationDate", "/ID", "/Metadata", "/Annots"})
        QVERIFY2(!bytes.contains(forbidden), forbidden);
}

void TestPicturePdf::watermarkLeavesTextReadable()
{
    QImage page(600, 800, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter(&page).fillRect(0, 395, 600, 10, Qt::black);
    const QImage before = page;
    drawWatermark(page, watermarkPath(page.size()), 0);
    int marked = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            // What was dark stays as dark; paper turns no darker than a tint.
            if (before.pixel(x, y) == qRgb(0, 0, 0))
                QCOMPARE(page.pixel(x, y), qRgb(0, 0, 0));
            else if (page.pixel(x, y) != qRgb(255, 255, 255)) {
                ++marked;
                QVERIFY(qGray(page.pixel(x, y)) > 200);
            }
        }
    }
    QVERIFY(marked > 600 * 800 / 50);
}

void TestPicturePdf::watermarkIsTheSameInBands()
{
    QImage whole(300, 400, QImage::Format_RGB32);
    whole.fill(Qt::white);
    QImage bands(whole);
    const QPainterPath path = watermarkPath(whole.size());
    drawWatermark(whole, path, 0);
    for (int top = 0; top < 400; top += 64) {
        QImage band = bands.copy(0, top, 300, std::min(64, 400 - top));
        drawWatermark(band, path, top);
        for (int y = 0; y < band.height(); ++y)
            memcpy(bands.scanLine(top + y), band.constScanLine(y), static_cast<size_t>(band.bytesPerLine()));
    }
    QCOMPARE(bands, whole);
}

void TestPicturePdf::mediaIsNamed_data()
{
    QTest::addColumn<QList<QSizeF>>("pages");
    QTest::addColumn<QString>("media");
    const QSizeF a4(595.28, 841.89), a5(419.53, 595.28), jisB5(515.9, 728.5), odd(333, 444);
    QTest::newRow("A4") << QList {a4} << u"iso_a4_210x297mm"_s;
    QTest::newRow("A4 landscape") << QList {a4.transposed(), a4} << u"iso_a4_210x297mm"_s;
    QTest::newRow("A5 landscape") << QList {a5.transposed()} << u"iso_a5_148x210mm"_s;
    QTest::newRow("JIS B5") << QList {jisB5} << u"jis_b5_182x257mm"_s;
    QTest::newRow("as some drivers call it") << QList {QSizeF(297.6, 419.5)} << u"custom_105.4x148.3mm_105.4x148.3mm"_s;
    QTest::newRow("not in the queue") << QList {odd} << QString();
    QTest::newRow("mixed") << QList {a4, a5} << QString();
}

void TestPicturePdf::mediaIsNamed()
{
    QFETCH(QList<QSizeF>, pages);
    QFETCH(QString, media);
    const QStringList supported {u"iso_a4_210x297mm"_s, u"iso_a5_148x210mm"_s, u"jis_b5_182x257mm"_s, u"custom_105.4x148.3mm_105.4x148.3mm"_s,
        u"custom_min_25.4x25.4mm"_s, u"custom_max_3000x3000mm"_s};
    QCOMPARE(cups::mediaFor(pages, supported), media);
    QCOMPARE(cups::mediaFor(pages, {}), QString());
}

void TestPicturePdf::queueStateInWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("isAccepting");
    QTest::addColumn<QStringList>("reasons");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isStopped");
    QTest::newRow("idle") << 3 << true << QStringList {u"none"_s} << u"使えます"_s << false;
    QTest::newRow("printing") << 4 << true << QStringList {u"none"_s} << u"印刷しています"_s << false;
    QTest::newRow("stopped") << 5 << true << QStringList {} << u"止まっています"_s << true;
    QTest::newRow("paused") << 5 << true << QStringList {u"paused"_s} << u"一時停止しています"_s << true;
    QTest::newRow("rejecting") << 3 << false << QStringList {} << u"印刷を受け付けていません"_s << true;
    QTest::newRow("no paper") << 5 << true << QStringList {u"media-empty-error"_s} << u"用紙がありません"_s << true;
    QTest::newRow("low paper") << 3 << true << QStringList {u"media-low-warning"_s} << u"用紙が残り少なくなっています"_s << false;
    QTest::newRow("jam before paper") << 5 << true << QStringList {u"media-empty-error"_s, u"media-jam-error"_s} << u"紙がつまっています"_s << true;
    QTest::newRow("offline") << 4 << true << QStringList {u"offline-report"_s} << u"プリンターにつながりません"_s << false;
    QTest::newRow("unknown error") << 3 << true << QStringList {u"fuser-over-temp-error"_s} << u"プリンターの表示を確かめてください"_s << false;
    QTest::newRow("unknown report") << 3 << true << QStringList {u"cups-waiting-for-job-completed"_s} << u"使えます"_s << false;
}

void TestPicturePdf::queueStateInWords()
{
    QFETCH(int, state);
    QFETCH(bool, isAccepting);
    QFETCH(QStringList, reasons);
    QFETCH(QString, words);
    QFETCH(bool, isStopped);
    const QueueState queue {state, isAccepting, reasons};
    QCOMPARE(queueStateText(queue), words);
    QCOMPARE(isQueueStopped(queue), isStopped);
}

QTEST_MAIN(TestPicturePdf)
#include "tst_picturepdf.moc"
