// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// On a real cupsd with a cups-pdf queue "PDF", started by tests/support/with-cups.
#include "ui/printing/cupsprintport.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

QString documentPath(const QString &name)
{
    return qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/tests/documents/"_s + name + u".pdf"_s;
}

template<class T, class Call>
Result<T> wait(Call call)
{
    auto result = std::make_shared<std::optional<Result<T>>>();
    call([result](Result<T> value) { *result = std::move(value); });
    if (!QTest::qWaitFor([&] { return result->has_value(); }, 60'000))
        return failure(ErrorCode::Internal, u"no reply"_s);
    return **result;
}

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QList<QImage> pagesOf(const QString &pdf)
{
    QTemporaryDir folder;
    QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"100"_s, u"-png"_s, pdf, folder.filePath(u"p"_s)});
    QList<QImage> pages;
    for (const QString &name : QDir(folder.path()).entryList({u"*.png"_s}, QDir::Files, QDir::Name))
        pages.append(QImage(folder.filePath(name)));
    return pages;
}

/// Mean difference over a coarse grid, 0 to 255.
double difference(const QImage &one, const QImage &two)
{
    const QSize coarse(one.width() / 6, one.height() / 6);
    const auto shrunk = [&](const QImage &image) {
        return image.scaled(coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    };
    const QImage a = shrunk(one), b = shrunk(two);
    double sum = 0;
    for (int y = 0; y < coarse.height(); ++y) {
        for (int x = 0; x < coarse.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    }
    return sum / 3 / (coarse.width() * coarse.height());
}

/// The printing system may turn a page to suit the paper.
double differenceEitherWay(const QImage &printed, const QImage &expected)
{
    if ((printed.width() > printed.height()) == (expected.width() > expected.height()))
        return difference(printed, expected);
    return std::min(difference(printed.transformed(QTransform().rotate(90)), expected),
        difference(printed.transformed(QTransform().rotate(-90)), expected));
}

} // namespace

class TestCupsPrintPort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void queueIsListed();
    void whatComesOutIsWhatWentIn_data();
    void whatComesOutIsWhatWentIn();
    void paperKeepsItsSize();
    void twoCopiesAreTwo();
    void onlyTheChosenPages();
    void trainingMarkIsOnEveryPage();
    void jobNameSaysNothing();
    void stoppedQueueIsRefused_data();
    void stoppedQueueIsRefused();
    void missingQueue();
    void missingServer();
    void cancelEndsTheJob();
    void crashOfTheRendererEndsTheJob();
    void otherDocumentIsNeverPrinted();
    void secondJobWaitsForTheFirst();

private:
    void open(const QString &name);
    Result<PrintResult> print(const PrintRequest &request);
    QString printedFile() const;

    std::unique_ptr<DocumentRenderer> m_renderer;
    std::unique_ptr<CupsPrintPort> m_port;
    DocumentInfo m_info;
};

void TestCupsPrintPort::init()
{
    QDir printed(qEnvironmentVariable("UKETSUKE_PRINTED"));
    for (const QString &name : printed.entryList(QDir::Files))
        printed.remove(name);
    m_renderer = std::make_unique<DocumentRenderer>(qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/uketsuke-pdf"_s);
    m_port = std::make_unique<CupsPrintPort>();
}

void TestCupsPrintPort::cleanup()
{
    m_port.reset();
    m_renderer.reset();
}

void TestCupsPrintPort::open(const QString &name)
{
    QFile file(documentPath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const GatedDocument document {file.readAll(), name};
    const auto info = wait<DocumentInfo>([&](auto reply) { m_renderer->open(document, reply); });
    QVERIFY(info.has_value());
    m_info = *info;
}

Result<PrintResult> TestCupsPrintPort::print(const PrintRequest &request)
{
    return wait<PrintResult>([&](auto reply) { m_port->print(*m_renderer, m_info, request, reply); });
}

QString TestCupsPrintPort::printedFile() const
{
    const QDir printed(qEnvironmentVariable("UKETSUKE_PRINTED"));
    const QStringList files = printed.entryList(QDir::Files);
    return files.size() == 1 ? printed.filePath(files.first()) : QString();
}

void TestCupsPrintPort::queueIsListed()
{
    const auto printers = wait<QList<PrinterInfo>>([&](auto reply) { m_port->printers(reply); });
    QVERIFY(printers.has_value());
    QCOMPARE(printers->size(), 1);
    const PrinterInfo &printer = printers->first();
    QCOMPARE(printer.name, u"PDF"_s);
    QVERIFY(printer.isDefault);
    QVERIFY(!printer.isStopped);
    QCOMPARE(printer.stateText, u"使えます"_s);
}

void TestCupsPrintPort::whatComesOutIsWhatWentIn_data()
{
    QTest::addColumn<double>("tolerance");
    // Letters: two programs draw fonts that are not embedded each in its own way.
    QTest::newRow("coloured") << 2.5;
    QTest::newRow("coloured-a5") << 2.5;
    QTest::newRow("good3") << 5.0;
    QTest::newRow("rotated") << 5.0;
}

void TestCupsPrintPort::whatComesOutIsWhatWentIn()
{
    QFETCH(double, tolerance);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    open(name);
    const auto result = print({u"PDF"_s, 1, {}, false});
    if (!result)
        qWarning() << publicCode(result.error().code) << result.error().detail;
    QVERIFY(result.has_value());
    QCOMPARE(result->outcome, PrintOutcome::Finished);
    QCOMPARE(result->sheets, m_info.pageSizes.size());
    const QList<QImage> expected = pagesOf(documentPath(name)), printed = pagesOf(printedFile());
    QCOMPARE(printed.size(), expected.size());
    for (qsizetype page = 0; page < printed.size(); ++page) {
        const double difference = differenceEitherWay(printed[page], expected[page]);
        QVERIFY2(difference < tolerance, qPrintable(QString::number(difference)));
    }
}

void TestCupsPrintPort::paperKeepsItsSize()
{
    open(u"good1"_s);
    QVERIFY(print({u"PDF"_s, 1, {}, false}).has_value());
    const QImage printed = pagesOf(printedFile()).value(0);
    // A5, 148 x 210 mm at 100 dpi, upright or not.
    const double shortSide = std::min(printed.width(), printed.height());
    const double longSide = std::max(printed.width(), printed.height());
    QVERIFY2(std::abs(shortSide - 583) <= 4 && std::abs(longSide - 827) <= 4,
        qPrintable(u"%1 x %2"_s.arg(shortSide).arg(longSide)));
}

void TestCupsPrintPort::twoCopiesAreTwo()
{
    open(u"good3"_s);
    const auto result = print({u"PDF"_s, 2, {}, false});
    QVERIFY(result.has_value());
    QCOMPARE(result->sheets, 6);
    const QList<QImage> printed = pagesOf(printedFile());
    QCOMPARE(printed.size(), 6);
    // Copy after copy, not page after page.
    QCOMPARE(printed[3], printed[0]);
    QVERIFY(printed[1] != printed[0]);
}

void TestCupsPrintPort::onlyTheChosenPages()
{
    open(u"good3"_s);
    const auto result = print({u"PDF"_s, 1, {2}, false});
    QVERIFY(result.has_value());
    QCOMPARE(result->sheets, 1);
    const QList<QImage> printed = pagesOf(printedFile());
    QCOMPARE(printed.size(), 1);
    QVERIFY(differenceEitherWay(printed[0], pagesOf(documentPath(u"good3"_s))[2]) < 5);
    QCOMPARE(print({u"PDF"_s, 1, {3}, false}).error().code, ErrorCode::StepNotPossible);
}

void TestCupsPrintPort::trainingMarkIsOnEveryPage()
{
    open(u"coloured-a5"_s);
    QVERIFY(print({u"PDF"_s, 1, {}, true}).has_value());
    const QList<QImage> printed = pagesOf(printedFile());
    QCOMPARE(printed.size(), 2);
    for (const QImage &page : printed) {
        int tinted = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                const QRgb pixel = page.pixel(x, y);
                tinted += qBlue(pixel) > 245 && qGreen(pixel) < 235 && qGreen(pixel) > 150 && qRed(pixel) > 150;
            }
        }
        QVERIFY2(tinted > page.width() * page.height() / 200, qPrintable(QString::number(tinted)));
    }
}

void TestCupsPrintPort::jobNameSaysNothing()
{
    open(u"good1"_s);
    QVERIFY(print({u"PDF"_s, 1, {}, false}).has_value());
    QVERIFY2(printedFile().contains(u"Uketsuke_0001"_s), qPrintable(printedFile()));
}

void TestCupsPrintPort::stoppedQueueIsRefused_data()
{
    QTest::addColumn<QString>("stop");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("words");
    QTest::newRow("stopped") << u"cupsdisable"_s << u"cupsenable"_s << u"一時停止しています"_s;
    QTest::newRow("rejecting") << u"cupsreject"_s << u"cupsaccept"_s << u"印刷を受け付けていません"_s;
}

void TestCupsPrintPort::stoppedQueueIsRefused()
{
    QFETCH(QString, stop);
    QFETCH(QString, start);
    QFETCH(QString, words);
    open(u"good1"_s);
    QCOMPARE(QProcess::execute(u"/usr/sbin/"_s + stop, {u"PDF"_s}), 0);
    const auto printers = wait<QList<PrinterInfo>>([&](auto reply) { m_port->printers(reply); });
    const auto result = print({u"PDF"_s, 1, {}, false});
    QCOMPARE(QProcess::execute(u"/usr/sbin/"_s + start, {u"PDF"_s}), 0);
    QVERIFY(printers.has_value());
    QVERIFY(printers->first().isStopped);
    QCOMPARE(printers->first().stateText, words);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::PrinterStopped);
    QCOMPARE(result.error().arguments, QStringList {words});
    QVERIFY(print({u"PDF"_s, 1, {}, false}).has_value());
}

void TestCupsPrintPort::missingQueue()
{
    open(u"good1"_s);
    QCOMPARE(print({u"Nowhere"_s, 1, {}, false}).error().code, ErrorCode::PrinterMissing);
    QVERIFY(print({u"PDF"_s, 1, {}, false}).has_value());
}

void TestCupsPrintPort::missingServer()
{
    const QByteArray server = qgetenv("CUPS_SERVER");
    qputenv("CUPS_SERVER", "127.0.0.1:9");
    m_port = std::make_unique<CupsPrintPort>();
    open(u"good1"_s);
    const auto printers = wait<QList<PrinterInfo>>([&](auto reply) { m_port->printers(reply); });
    const auto result = print({u"PDF"_s, 1, {}, false});
    qputenv("CUPS_SERVER", server);
    QCOMPARE(printers.error().code, ErrorCode::PrinterMissing);
    QCOMPARE(result.error().code, ErrorCode::PrinterMissing);
}

void TestCupsPrintPort::cancelEndsTheJob()
{
    open(u"pages50"_s);
    std::optional<Result<PrintResult>> result;
    m_port->print(*m_renderer, m_info, {u"PDF"_s, 1, {}, false}, [&](Result<PrintResult> value) { result = value; });
    QTRY_VERIFY(!output(u"lpstat"_s, {u"-o"_s}).isEmpty());
    m_port->cancelAll();
    QTRY_VERIFY(result);
    QVERIFY(result->has_value());
    QCOMPARE((*result)->outcome, PrintOutcome::Cancelled);
    QTRY_VERIFY(output(u"lpstat"_s, {u"-o"_s}).isEmpty());
    QCOMPARE(printedFile(), QString());
    QVERIFY(print({u"PDF"_s, 1, {0}, false}).has_value());
}

void TestCupsPrintPort::crashOfTheRendererEndsTheJob()
{
    open(u"pages50"_s);
    std::optional<Result<PrintResult>> result;
    m_port->print(*m_renderer, m_info, {u"PDF"_s, 1, {}, false}, [&](Result<PrintResult> value) { result = value; });
    QTRY_VERIFY(!output(u"lpstat"_s, {u"-o"_s}).isEmpty());
    ::kill(static_cast<pid_t>(m_renderer->processId()), SIGKILL);
    QTRY_VERIFY(result);
    QVERIFY(!result->has_value());
    QCOMPARE(result->error().code, ErrorCode::RendererCrashed);
    QTRY_VERIFY(output(u"lpstat"_s, {u"-o"_s}).isEmpty());
    QCOMPARE(printedFile(), QString());
}

void TestCupsPrintPort::otherDocumentIsNeverPrinted()
{
    open(u"pages50"_s);
    std::optional<Result<PrintResult>> result;
    m_port->print(*m_renderer, m_info, {u"PDF"_s, 1, {}, false}, [&](Result<PrintResult> value) { result = value; });
    QTRY_VERIFY(!output(u"lpstat"_s, {u"-o"_s}).isEmpty());
    open(u"good1"_s);
    QTRY_VERIFY(result);
    QVERIFY(!result->has_value());
    QTRY_VERIFY(output(u"lpstat"_s, {u"-o"_s}).isEmpty());
    QCOMPARE(printedFile(), QString());
}

void TestCupsPrintPort::secondJobWaitsForTheFirst()
{
    open(u"coloured-a5"_s);
    QList<int> jobs;
    const auto reply = [&](Result<PrintResult> value) {
        QVERIFY(value.has_value());
        jobs.append(value->jobId);
    };
    m_port->print(*m_renderer, m_info, {u"PDF"_s, 1, {0}, false}, reply);
    m_port->print(*m_renderer, m_info, {u"PDF"_s, 1, {1}, false}, reply);
    QTRY_COMPARE_WITH_TIMEOUT(jobs.size(), 2, 60'000);
    QVERIFY(jobs[0] < jobs[1]);
}

QTEST_MAIN(TestCupsPrintPort)
#include "tst_cupsprintport.moc"
