// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// How long from a certificate's base64 to its first page at 96 dpi, sandbox included, and how that compares with
// `pdftoppm -r 96 -singlefile` of the same file. Measures and never judges.
// Usage: bench_certificate FILE.pdf… (default: the documents made for tests)
#include "app/certificate/document.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

constexpr int rounds = 21;
constexpr double dpi = 96;

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

/// Milliseconds, or a negative number where the document could not be drawn.
double firstPage(const QByteArray &base64, const QString &program, bool isWarm)
{
    DocumentRenderer renderer(program);
    if (isWarm) {
        // As in a visit: the process is started while the certificate is being fetched.
        renderer.warmUp();
        QEventLoop pause;
        QTimer::singleShot(1000, &pause, &QEventLoop::quit);
        pause.exec();
    }
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    bool isDrawn = false;
    const auto document = gateDocument(base64, u"bench"_s, 20 * 1024 * 1024);
    if (!document)
        return -1;
    renderer.open(*document, [&](Result<DocumentInfo> info) {
        if (!info)
            return loop.quit();
        renderer.renderPage(0, dpi, 0, 0, [&](Result<PageBitmap> page) {
            isDrawn = page.has_value();
            loop.quit();
        });
    });
    loop.exec();
    return isDrawn ? double(timer.nsecsElapsed()) / 1e6 : -1;
}

double poppler(const QString &file)
{
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(u"pdftoppm"_s, {u"-r"_s, u"96"_s, u"-singlefile"_s, file});
    process.waitForFinished();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList files = application.arguments().mid(1);
    const QString build = application.applicationDirPath() + u"/.."_s;
    if (files.isEmpty()) {
        for (const QString &name : {u"good1"_s, u"good3"_s, u"coloured"_s, u"pages50"_s})
            files.append(build + u"/tests/documents/"_s + name + u".pdf"_s);
    }
    QTextStream out(stdout);
    for (const QString &file : files) {
        QFile pdf(file);
        if (!pdf.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray base64 = pdf.readAll().toBase64();
        std::vector<double> warm, cold, theirs;
        for (int round = 0; round < rounds; ++round) {
            warm.push_back(firstPage(base64, build + u"/uketsuke-pdf"_s, true));
            theirs.push_back(poppler(file));
        }
        for (int round = 0; round < 5; ++round)
            cold.push_back(firstPage(base64, build + u"/uketsuke-pdf"_s, false));
        out << "certificate " << QFileInfo(file).baseName() << ": first page " << median(warm) << " ms, without warm-up "
            << median(cold) << " ms, pdftoppm " << median(theirs) << " ms, ratio " << median(warm) / median(theirs) << '\n';
        out.flush();
    }
    return 0;
}
