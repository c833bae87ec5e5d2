// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/certificate/document.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

QString buildFolder()
{
    return qEnvironmentVariable("UKETSUKE_BUILD_DIR");
}

GatedDocument documentOf(const QString &name)
{
    QFile file(buildFolder() + u"/tests/documents/"_s + name + u".pdf"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("document missing");
    return {file.readAll(), name};
}

/// Waits for one reply; the error of a call that never replied is Internal.
template<class T, class Call>
Result<T> wait(Call call)
{
    auto result = std::make_shared<std::optional<Result<T>>>();
    call([result](Result<T> value) { *result = std::move(value); });
    if (!QTest::qWaitFor([&] { return result->has_value(); }, 60'000))
        return failure(ErrorCode::Internal, u"no reply"_s);
    return **result;
}

Result<DocumentInfo> open(DocumentRenderer &renderer, const QString &name)
{
    return wait<DocumentInfo>([&](auto reply) { renderer.open(documentOf(name), reply); });
}

Result<PageBitmap> render(DocumentRenderer &renderer, int page, double dpi, int top = 0, int rows = 0)
{
    return wait<PageBitmap>([&](auto reply) { renderer.renderPage(page, dpi, top, rows, reply); });
}

Result<QString> text(DocumentRenderer &renderer, int page)
{
    return wait<QString>([&](auto reply) { renderer.pageText(page, reply); });
}

QImage imageOf(const PageBitmap &bitmap)
{
    return QImage(reinterpret_cast<const uchar *>(bitmap.pixels.constData()), bitmap.width, bitmap.height,
        bitmap.width * 4, QImage::Format_RGB32).copy();
}

/// Share of pixels darker than half, in percent.
double ink(const QImage &image)
{
    qint64 dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 128;
    return 100.0 * double(dark) / (double(image.width()) * image.height());
}

/// Mean difference of two pictures over a coarse grid, 0 to 255; forgives the edges of letters, not their absence.
double difference(const QImage &one, const QImage &two)
{
    const QSize coarse(one.width() / 8, one.height() / 8);
    const QImage a = one.scaled(coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    const QImage b = two.scaled(coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    double sum = 0;
    for (int y = 0; y < coarse.height(); ++y)
        for (int x = 0; x < coarse.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    return sum / (coarse.width() * coarse.height());
}

bool isRunning(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

class TestDocumentRenderer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = buildFolder() + u"/uketsuke-pdf"_s; }
    void outcome_data();
    void outcome();
    void hostileDocumentHarmsNothing_data();
    void hostileDocumentHarmsNothing();
    void pagesLookAsPopplerDrawsThem_data();
    void pagesLookAsPopplerDrawsThem();
    void bandsAreTheWholePage();
    void textIsRead();
    void rotatedPageIsTurned();
    void nothingIsOpenedButFonts_data();
    void nothingIsOpenedButFonts();
    void withoutLandlockFontsAreRestricted();
    void missingProgram();
    void killedInTheMiddle();
    void hangIsEnded();
    void closeKillsAndAnswers();
    void nextDocumentGetsANewProcess();
    void requestsOutOfRangeAreRefused();
    void warmProcessIsUsed();

private:
    QString m_program;
};

void TestDocumentRenderer::outcome_data()
{
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("error");
    const auto bad = [](ErrorCode code) { return static_cast<int>(code); };
    constexpr int good = -1;
    QTest::newRow("good1") << 1 << good;
    QTest::newRow("good3") << 3 << good;
    QTest::newRow("pages50") << 50 << good;
    QTest::newRow("pages51") << 0 << bad(ErrorCode::DocumentTooManyPages);
    QTest::newRow("a2") << 0 << bad(ErrorCode::DocumentPageTooLarge);
    QTest::newRow("a3-rotated") << 1 << good;
    QTest::newRow("encrypted") << 0 << bad(ErrorCode::DocumentEncrypted);
    QTest::newRow("truncated") << 0 << bad(ErrorCode::DocumentDamaged);
    QTest::newRow("html") << 0 << bad(ErrorCode::DocumentDamaged);
    QTest::newRow("headeronly") << 0 << bad(ErrorCode::DocumentDamaged);
    QTest::newRow("nopages") << 0 << bad(ErrorCode::DocumentDamaged);
    QTest::newRow("javascript") << 1 << good;
    QTest::newRow("uri") << 1 << good;
    QTest::newRow("launch") << 1 << good;
    QTest::newRow("submitform") << 1 << good;
    QTest::newRow("gotor") << 1 << good;
    QTest::newRow("embedded") << 1 << good;
    QTest::newRow("externalstream") << 1 << good;
}

void TestDocumentRenderer::outcome()
{
    QFETCH(int, pages);
    QFETCH(int, error);
    DocumentRenderer renderer(m_program);
    const auto info = open(renderer, QString::fromLatin1(QTest::currentDataTag()));
    if (error >= 0) {
        QVERIFY(!info.has_value());
        QCOMPARE(static_cast<int>(info.error().code), error);
        if (info.error().code == ErrorCode::DocumentPageTooLarge)
            QCOMPARE(info.error().arguments, QStringList {u"1"_s});
        QVERIFY(!renderer.isOpen());
        return;
    }
    if (!info)
        qWarning() << info.error().detail << publicCode(info.error().code);
    QVERIFY(info.has_value());
    QCOMPARE(info->pageSizes.size(), pages);
    QVERIFY(!info->areFontsRestricted);
    QVERIFY(render(renderer, pages - 1, 50).has_value());
}

void TestDocumentRenderer::hostileDocumentHarmsNothing_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"imagebomb", "deeptree", "deeparray"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestDocumentRenderer::hostileDocumentHarmsNothing()
{
    // Drawn or refused: either is an answer. What counts is that one comes and that the next document is as good as ever.
    QFETCH(QString, name);
    DocumentRenderer renderer(m_program, nullptr, std::chrono::seconds(5));
    const QList allowed {ErrorCode::DocumentDamaged, ErrorCode::RendererCrashed, ErrorCode::RendererHung};
    const auto info = open(renderer, name);
    if (info) {
        const auto bitmap = render(renderer, 0, 96);
        QVERIFY(bitmap.has_value() || allowed.contains(bitmap.error().code));
    } else {
        QVERIFY2(allowed.contains(info.error().code), publicCode(info.error().code).data());
    }
    QVERIFY(open(renderer, u"good1"_s).has_value());
    QVERIFY(render(renderer, 0, 96).has_value());
}

void TestDocumentRenderer::pagesLookAsPopplerDrawsThem_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("coloured") << 0 << 1.0;
    // Fonts that are not embedded: each program takes another one of the system.
    QTest::newRow("good1") << 0 << 5.0;
    QTest::newRow("good3") << 2 << 5.0;
    QTest::newRow("a4") << 0 << 5.0;
    QTest::newRow("rotated") << 0 << 5.0;
}

void TestDocumentRenderer::pagesLookAsPopplerDrawsThem()
{
    QFETCH(int, page);
    QFETCH(double, tolerance);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    DocumentRenderer renderer(m_program);
    QVERIFY(open(renderer, name).has_value());
    const auto bitmap = render(renderer, page, 150);
    QVERIFY(bitmap.has_value());
    const QImage ours = imageOf(*bitmap);

    QTemporaryDir folder;
    const QString number = QString::number(page + 1);
    QCOMPARE(QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-png"_s, u"-singlefile"_s, u"-f"_s, number,
                 buildFolder() + u"/tests/documents/"_s + name + u".pdf"_s, folder.filePath(u"page"_s)}), 0);
    const QImage theirs(folder.filePath(u"page.png"_s));
    QVERIFY(std::abs(theirs.width() - ours.width()) <= 1);
    QVERIFY(std::abs(theirs.height() - ours.height()) <= 1);
    QVERIFY(ink(ours) > 0.5);
    const double difference = ::difference(ours, theirs);
    QVERIFY2(difference < tolerance, qPrintable(QString::number(difference)));
}

void TestDocumentRenderer::bandsAreTheWholePage()
{
    DocumentRenderer renderer(m_program);
    QVERIFY(open(renderer, u"good1"_s).has_value());
    const auto whole = render(renderer, 0, 120);
    QVERIFY(whole.has_value());
    QByteArray pixels;
    for (int top = 0; top < whole->height; top += 97) {
        const auto band = render(renderer, 0, 120, top, 97);
        QVERIFY(band.has_value());
        QCOMPARE(band->top, top);
        QCOMPARE(band->width, whole->width);
        QCOMPARE(band->height, std::min(97, whole->height - top));
        pixels += band->pixels;
    }
    QCOMPARE(pixels, whole->pixels);
}

void TestDocumentRenderer::textIsRead()
{
    DocumentRenderer renderer(m_program);
    QVERIFY(open(renderer, u"good3"_s).has_value());
    const auto second = text(renderer, 1);
    QVERIFY(second.has_value());
    QVERIFY2(second->contains(u"𠮷崎　みのり"_s), qPrintable(*second));
    QVERIFY(second->contains(u"2／3ページ"_s));
    QVERIFY(open(renderer, u"notext"_s).has_value());
    QCOMPARE(text(renderer, 0).value().trimmed(), QString());
}

void TestDocumentRenderer::rotatedPageIsTurned()
{
    DocumentRenderer renderer(m_program);
    const auto info = open(renderer, u"rotated"_s);
    QVERIFY(info.has_value());
    QVERIFY(info->pageSizes.first().height() > info->pageSizes.first().width());
    const auto bitmap = render(renderer, 0, 72);
    QVERIFY(bitmap.has_value());
    QVERIFY(bitmap->height > bitmap->width);
}

void TestDocumentRenderer::nothingIsOpenedButFonts_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"good1", "javascript", "uri", "launch", "submitform", "gotor", "embedded", "externalstream"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestDocumentRenderer::nothingIsOpenedButFonts()
{
    QFETCH(QString, name);
    // strace stands in the place of the program; the process it starts is the real one.
    QTemporaryDir folder;
    const QString log = folder.filePath(u"trace"_s), wrapper = folder.filePath(u"traced"_s);
    QFile script(wrapper);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(u"#!/bin/sh\nexec /usr/bin/strace -f -o '%1' '%2' \"$@\"\n"_s.arg(log, m_program).toUtf8());
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    {
        DocumentRenderer renderer(wrapper, nullptr, std::chrono::seconds(50));
        QVERIFY(open(renderer, name).has_value());
        QVERIFY(render(renderer, 0, 96).has_value());
        QVERIFY(text(renderer, 0).has_value());
        QFile trace(log);
        QVERIFY(trace.open(QIODevice::ReadOnly));
        const QString all = QString::fromUtf8(trace.readAll());
        const qsizetype locked = all.indexOf(u"seccomp(SECCOMP_SET_MODE_FILTER"_s);
        QVERIFY(locked > 0);
        const QString after = all.mid(all.indexOf(u'\n', locked));
        QVERIFY2(after.contains(u"read(0"_s), "the document is asked for only after the lock-down");
        QVERIFY(!all.left(locked).contains(u"read(0"_s));
        static const QRegularExpression opened(u"open(?:at)?\\([^\"]*\"([^\"]*)\", ([A-Z_|]+)"_s);
        int fonts = 0;
        for (auto match = opened.globalMatch(after); match.hasNext();) {
            const auto one = match.next();
            const QString path = one.captured(1);
            QVERIFY2(path.startsWith(u"/usr/share/fonts"_s) || path.startsWith(u"/usr/local/share/fonts"_s)
                    || path.startsWith(u"/usr/share/X11/fonts"_s), qPrintable(path));
            QVERIFY(one.captured(2).startsWith(u"O_RDONLY"_s));
            ++fonts;
        }
        QVERIFY(fonts > 0);
        static const QRegularExpression forbidden(u"\\b(socket|connect|execve|fork|vfork|unlink|rename|mkdir|sendto)\\("_s);
        QVERIFY2(!after.contains(forbidden), qPrintable(forbidden.match(after).captured()));
    }
}

void TestDocumentRenderer::withoutLandlockFontsAreRestricted()
{
    DocumentRenderer renderer(buildFolder() + u"/tests/withoutlandlock"_s);
    const auto info = open(renderer, u"coloured"_s);
    QVERIFY(info.has_value());
    QVERIFY(info->areFontsRestricted);
    QVERIFY(render(renderer, 0, 96).has_value());
    // The text can still be read out, only its letters cannot be drawn.
    QVERIFY(open(renderer, u"good1"_s).has_value());
    QVERIFY(text(renderer, 0).value().contains(u"予防接種済証"_s));
}

void TestDocumentRenderer::missingProgram()
{
    DocumentRenderer renderer(u"/nonexistent/uketsuke-pdf"_s);
    const auto info = open(renderer, u"good1"_s);
    QVERIFY(!info.has_value());
    QCOMPARE(info.error().code, ErrorCode::RendererMissing);
    QCOMPARE(render(renderer, 0, 96).error().code, ErrorCode::RendererMissing);
    DocumentRenderer another(u"/bin/true"_s);
    QVERIFY(!open(another, u"good1"_s).has_value());
}

void TestDocumentRenderer::killedInTheMiddle()
{
    DocumentRenderer renderer(m_program);
    QVERIFY(open(renderer, u"good3"_s).has_value());
    const auto pid = static_cast<pid_t>(renderer.processId());
    ::kill(pid, SIGSTOP);
    std::optional<Result<PageBitmap>> first, second;
    renderer.renderPage(0, 300, 0, 0, [&](Result<PageBitmap> value) { first = std::move(value); });
    renderer.renderPage(1, 300, 0, 0, [&](Result<PageBitmap> value) { second = std::move(value); });
    ::kill(pid, SIGKILL);
    QTRY_VERIFY(first && second);
    QCOMPARE(first->error().code, ErrorCode::RendererCrashed);
    QCOMPARE(second->error().code, ErrorCode::RendererCrashed);
    QCOMPARE(text(renderer, 0).error().code, ErrorCode::RendererCrashed);
    QTRY_VERIFY(!isRunning(pid));
    // Another document, or the same again, is a matter of opening it.
    QVERIFY(open(renderer, u"good1"_s).has_value());
    QVERIFY(render(renderer, 0, 96).has_value());
}

void TestDocumentRenderer::hangIsEnded()
{
    DocumentRenderer renderer(m_program, nullptr, std::chrono::seconds(5));
    QVERIFY(open(renderer, u"good1"_s).has_value());
    const qint64 pid = renderer.processId();
    ::kill(static_cast<pid_t>(pid), SIGSTOP);
    QCOMPARE(render(renderer, 0, 96).error().code, ErrorCode::RendererHung);
    QTRY_VERIFY(!isRunning(pid));
    QCOMPARE(text(renderer, 0).error().code, ErrorCode::RendererHung);
}

void TestDocumentRenderer::closeKillsAndAnswers()
{
    auto renderer = std::make_unique<DocumentRenderer>(m_program);
    QVERIFY(open(*renderer, u"good1"_s).has_value());
    const qint64 pid = renderer->processId();
    std::optional<Result<PageBitmap>> reply;
    renderer->renderPage(0, 300, 0, 0, [&](Result<PageBitmap> value) { reply = std::move(value); });
    renderer->close();
    QVERIFY(!renderer->isOpen());
    QTRY_VERIFY(reply);
    QCOMPARE(reply->error().code, ErrorCode::StepNotPossible);
    QTRY_VERIFY(!isRunning(pid));

    QVERIFY(open(*renderer, u"good1"_s).has_value());
    const qint64 next = renderer->processId();
    QVERIFY(isRunning(next));
    renderer.reset();
    QVERIFY(!isRunning(next));
}

void TestDocumentRenderer::nextDocumentGetsANewProcess()
{
    DocumentRenderer renderer(m_program);
    QVERIFY(open(renderer, u"good1"_s).has_value());
    const qint64 first = renderer.processId();
    const auto info = open(renderer, u"good3"_s);
    QVERIFY(info.has_value());
    QCOMPARE(info->pageSizes.size(), 3);
    QVERIFY(renderer.processId() != first);
}

void TestDocumentRenderer::requestsOutOfRangeAreRefused()
{
    DocumentRenderer renderer(m_program);
    QCOMPARE(render(renderer, 0, 96).error().code, ErrorCode::StepNotPossible);
    QVERIFY(open(renderer, u"good1"_s).has_value());
    QCOMPARE(render(renderer, 1, 96).error().code, ErrorCode::StepNotPossible);
    QCOMPARE(render(renderer, -1, 96).error().code, ErrorCode::StepNotPossible);
    QCOMPARE(render(renderer, 0, 96, 1'000'000).error().code, ErrorCode::StepNotPossible);
    QCOMPARE(render(renderer, 0, 0).error().code, ErrorCode::StepNotPossible);
    QCOMPARE(render(renderer, 0, 1200).error().code, ErrorCode::StepNotPossible);
    QVERIFY(render(renderer, 0, 96).has_value());
}

void TestDocumentRenderer::warmProcessIsUsed()
{
    DocumentRenderer renderer(m_program);
    renderer.warmUp();
    const qint64 pid = renderer.processId();
    renderer.warmUp();
    QVERIFY(open(renderer, u"good1"_s).has_value());
    QCOMPARE(renderer.processId(), pid);
}

QTEST_GUILESS_MAIN(TestDocumentRenderer)
#include "tst_documentrenderer.moc"
