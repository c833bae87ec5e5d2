// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// How long from the start of a process to its first picture on the screen, beside a bare Qt widget in the same run, and
// how much memory it holds two seconds later. Looks at the middle of the display from outside, so that every program
// is measured alike. Measures and never judges.
// Usage, on an X display of its own (xvfb-run -a): bench_start PROGRAM [ARGUMENT…]
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 11;
constexpr int longestWaitMs = 20000;
constexpr int settleMs = 2000;

struct Sample
{
    double milliseconds = -1;
    double mebibytes = 0;
};

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

QImage middle()
{
    const QScreen &screen = *QGuiApplication::primaryScreen();
    const QPoint centre = screen.geometry().center();
    return QGuiApplication::primaryScreen()->grabWindow(0, centre.x() - 40, centre.y() - 40, 80, 80).toImage();
}

/// Milliseconds until the middle of the display is as asked for, or a negative number.
double waitFor(const QImage &empty, bool isEmpty, const QElapsedTimer &timer)
{
    while (timer.elapsed() < longestWaitMs) {
        if ((middle() == empty) == isEmpty)
            return double(timer.nsecsElapsed()) / 1e6;
        QThread::usleep(200);
    }
    return -1;
}

double residentMebibytes(qint64 processId)
{
    QFile status(u"/proc/%1/status"_s.arg(processId));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

Sample start(const QString &program, const QStringList &arguments, const QImage &empty)
{
    QTemporaryDir home; // what a killed program leaves behind goes with it
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, home.path());
    environment.insert(u"HOME"_s, home.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    Sample sample;
    if (!process.waitForStarted())
        return sample;
    sample.milliseconds = waitFor(empty, false, timer);
    QThread::msleep(settleMs);
    sample.mebibytes = residentMebibytes(process.processId());
    process.kill();
    process.waitForFinished();
    timer.restart();
    waitFor(empty, true, timer);
    return sample;
}

int showBareWidget(QApplication &application)
{
    QLabel label(u"受付"_s);
    label.setAlignment(Qt::AlignCenter);
    label.setAutoFillBackground(true);
    label.setGeometry(QGuiApplication::primaryScreen()->geometry());
    label.show();
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--bare"_L1)
        return showBareWidget(application);
    QTextStream out(stdout);
    if (arguments.size() < 2) {
        out << "usage: bench_start PROGRAM [ARGUMENT…]\n";
        return 2;
    }
    const QImage empty = middle();
    std::vector<double> times[2], memory[2];
    for (int round = -1; round < rounds; ++round) {
        const Sample samples[] = {start(QCoreApplication::applicationFilePath(), {u"--bare"_s}, empty),
                                  start(arguments[1], arguments.mid(2), empty)};
        for (int i = 0; i < 2; ++i) {
            if (samples[i].milliseconds < 0) {
                out << (i == 0 ? "the bare widget" : "the program") << " did not appear\n";
                return 1;
            }
            // The first round warms the disk's cache.
            if (round >= 0) {
                times[i].push_back(samples[i].milliseconds);
                memory[i].push_back(samples[i].mebibytes);
            }
        }
    }
    out.setRealNumberNotation(QTextStream::FixedNotation);
    out.setRealNumberPrecision(1);
    out << "start to first picture, median of " << rounds << ": bare widget " << median(times[0]) << " ms, program "
        << median(times[1]) << " ms, ratio " << median(times[1]) / median(times[0]) << '\n'
        << "resident after " << settleMs / 1000 << " s: bare widget " << median(memory[0]) << " MiB, program "
        << median(memory[1]) << " MiB\n";
    return 0;
}
