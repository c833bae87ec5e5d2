// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// bench_card [RUNS]: commands, bytes and wall time of one login (identify, certificate, tries, PIN, signature) through
// the machine's card service, beside OpenSC's pkcs11-tool on the same card in software in the same run; and how long after
// the card service reported a card the program knows of it. Start it with tests/support/with-pcscd.sh. It measures and
// never judges.
#include "cardreader/apdu/command.h"
#include "cardreader/mynumber/cardservice.h"
#include "cardreader/mynumber/cardsession.h"
#include "cardreader/pcsc/pcscreaderport.h"
#include "cardreader/simulated/personalization.h"
#include "tests/bench/presencewatch.h"
#include "tests/support/cardinvirtualreader.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::bench;
using namespace uk::test;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

namespace {

const QByteArray readerName = "Virtual PCD 00 00";

struct Sample
{
    double milliseconds = 0;
    int commands = 0;
    qint64 bytes = 0;
};

struct Traffic
{
    std::atomic<int> commands = 0;
    std::atomic<qint64> bytes = 0;
    CardExchangeHook hook()
    {
        return [this](const CardExchange &exchange) {
            ++commands;
            bytes += exchange.command.size() + exchange.answer.size();
        };
    }
    Sample since(Clock::time_point start) const
    {
        return {Milliseconds(Clock::now() - start).count(), commands, bytes};
    }
    void clear()
    {
        commands = 0;
        bytes = 0;
    }
};

[[noreturn]] void stop(const QString &why)
{
    std::fprintf(stderr, "bench_card: %s\n", qPrintable(why));
    std::exit(1);
}

Sample median(std::vector<Sample> samples)
{
    std::ranges::sort(samples, {}, &Sample::milliseconds);
    return samples[samples.size() / 2];
}

/// Everything that a patient's login makes the program do, from the connection to the verified signature.
Sample loginHere(PcscReaderPort &port, const TestPki &pki, ExtendedLength &memory, Traffic &traffic)
{
    const AuthenticationTrust trust({*pki.rootsPem()}, true);
    const BasicInfoTrust basicInfoTrust({});
    ApduCounters counters;
    const std::string_view pin = "1234";
    traffic.clear();
    const auto start = Clock::now();
    auto connection = port.connect(readerName);
    if (!connection)
        stop(connection.error().detail);
    CardSession session(std::move(*connection), memory, {trust, basicInfoTrust, counters, {}});
    const auto checked = session.check(QDateTime::currentDateTimeUtc());
    const auto proven = checked ? session.prove(SecretBuffer::copyOf(std::as_bytes(std::span(pin))))
                                : Result<Possession>(std::unexpected(checked.error()));
    if (!proven)
        stop(publicCode(proven.error().code) + u" "_s + proven.error().detail);
    return traffic.since(start);
}

void run(const QString &program, const QStringList &arguments, const QString &configuration)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OPENSC_CONF"_s, configuration);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        stop(program + u": "_s + QString::fromLocal8Bit(process.readAll()));
}

QString pkcs11Module()
{
    for (const char *folder : {"/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/lib64"}) {
        const QString path = QString::fromLatin1(folder) + u"/opensc-pkcs11.so"_s;
        if (QFile::exists(path))
            return path;
    }
    stop(u"opensc-pkcs11.so is not installed"_s);
}

Sample loginWithOpensc(const QTemporaryDir &folder, Traffic &traffic)
{
    traffic.clear();
    const auto start = Clock::now();
    run(u"pkcs11-tool"_s,
        {u"--module"_s, pkcs11Module(), u"--token-label"_s, u"JPKI (User Authentication PIN)"_s, u"--login"_s,
         u"--pin"_s, u"1234"_s, u"--sign"_s, u"--mechanism"_s, u"SHA256-RSA-PKCS"_s, u"--id"_s, u"01"_s,
         u"--input-file"_s, folder.filePath(u"nonce"_s), u"--output-file"_s, folder.filePath(u"signature"_s)},
        folder.filePath(u"opensc.conf"_s));
    return traffic.since(start);
}

/// What starting a process of OpenSC costs without reader and card.
double startOfOpensc(const QTemporaryDir &folder)
{
    const auto start = Clock::now();
    run(u"opensc-tool"_s, {u"--version"_s}, folder.filePath(u"opensc.conf"_s));
    return Milliseconds(Clock::now() - start).count();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        stop(path);
}

SoftwareCard cardOf(const TestPki &pki, const QStringList &variants)
{
    const CardPerson person{u"bench"_s, u"計測　太郎"_s, u"東京都"_s, QDate(1980, 1, 2), u"1"_s,
                            "1234", "5678", "ABC123", variants};
    auto card = makeCard(person, pki);
    if (!card)
        stop(card.error().detail);
    return std::move(*card);
}

void measureLogin(const char *title, const QStringList &variants, const TestPki &pki, const QTemporaryDir &folder, int runs)
{
    Traffic traffic;
    CardInVirtualReader laid(cardOf(pki, variants), traffic.hook());
    if (!laid.waitUntilSeen())
        stop(u"the card is not seen"_s);
    PcscReaderPort port;
    static_cast<void>(port.waitForChange({}, 0ms));
    ExtendedLength memory = ExtendedLength::Untried;
    const Sample first = loginHere(port, pki, memory, traffic);
    std::vector<Sample> here, there;
    std::vector<double> starts;
    for (int i = 0; i < runs; ++i) {
        here.push_back(loginHere(port, pki, memory, traffic));
        there.push_back(loginWithOpensc(folder, traffic));
        starts.push_back(startOfOpensc(folder));
    }
    std::ranges::sort(starts);
    const double start = starts[starts.size() / 2];
    const Sample us = median(here), them = median(there);
    std::printf("%s\n", title);
    std::printf("  uketsuke, first card  %3d APDUs %6lld bytes %8.2f ms\n", first.commands,
                static_cast<long long>(first.bytes), first.milliseconds);
    std::printf("  uketsuke              %3d APDUs %6lld bytes %8.2f ms\n", us.commands, static_cast<long long>(us.bytes),
                us.milliseconds);
    std::printf("  OpenSC (jpki)         %3d APDUs %6lld bytes %8.2f ms, of which process start %.2f ms\n", them.commands,
                static_cast<long long>(them.bytes), them.milliseconds, start);
    std::printf("  ratio APDUs %.2f, bytes %.2f, wall %.2f (without process start %.2f)\n",
                double(us.commands) / them.commands, double(us.bytes) / double(them.bytes),
                us.milliseconds / them.milliseconds, us.milliseconds / (them.milliseconds - start));
}

/// From the card service's report, as another client gets it, to the program's own signal on its main thread. The other
/// client may be served later: then the time is negative.
void measureInsertion(const TestPki &pki, int insertions)
{
    CardService service(std::make_unique<PcscReaderPort>(), {});
    std::optional<Clock::time_point> reported, signalled;
    QObject::connect(&service, &CardService::cardLaid, &service, [&] { signalled = Clock::now(); });
    const PresenceWatch watch(readerName, [&](Clock::time_point when) {
        QMetaObject::invokeMethod(&service, [&reported, when] { reported = when; });
    });
    service.start();
    std::vector<double> times;
    for (int i = 0; i < insertions; ++i) {
        letTheDriverLook();
        const auto isOver = [&] { return reported && signalled; };
        const auto limit = Clock::now() + 20s;
        CardInVirtualReader laid(cardOf(pki, {}));
        while (!isOver() && Clock::now() < limit)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (!isOver())
            stop(u"an insertion was not seen"_s);
        times.push_back(Milliseconds(*signalled - *reported).count());
        laid.remove();
        while (service.currentCard())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        reported.reset();
        signalled.reset();
    }
    std::ranges::sort(times);
    std::printf("from the card service's report of a card to the program's signal, %d insertions\n", insertions);
    std::printf("  shortest %.2f ms, median %.2f ms, longest %.2f ms\n", times.front(), times[times.size() / 2], times.back());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const int runs = argc > 1 ? std::max(1, atoi(argv[1])) : 11;
    const QTemporaryDir folder;
    write(folder.filePath(u"opensc.conf"_s), "app default { card_drivers = jpki; }\n");
    write(folder.filePath(u"nonce"_s), QByteArray(32, 'n'));
    const TestPki pki = TestPki::inMemory();
    std::printf("one login: identify, certificate, tries, PIN, signature; median of %d\n", runs);
    measureLogin("card that answers at once", {}, pki, folder, runs);
    measureLogin("card with 12 ms a command and 80 us a byte", {u"slow"_s}, pki, folder, std::max(1, runs / 3));
    measureLogin("card that answers at once, short commands only", {u"short-only"_s}, pki, folder, runs);
    measureInsertion(pki, 20);
    return 0;
}
