// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/cardcommand.h"

#include "app/training/cardcontrol.h"
#include "app/training/residentcard.h"
#include "cardreader/base/hex.h"
#include "cardreader/simulated/personalization.h"
#include "cardreader/simulated/vpcdconnection.h"

#include <QCommandLineParser>
#include <QFile>
#include <QTextStream>

#include <chrono>
#include <csignal>
#include <optional>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

enum ExitStatus { Done = 0, Failed = 1, WrongArguments = 2 };

struct CardOptions
{
    quint16 port = 35963;
    QString resident;
    QStringList variants;
    QString pkiFolder;
    QString logFile;
    bool takesOrders = false;
    bool wantsHelp = false;
    QString problem; // empty: the arguments are good
    QString help;
};

QString helpOnVariants()
{
    QString text = u"\nVariants:\n"_s;
    for (const CardVariant &variant : cardVariants()) {
        const QString name = QString::fromLatin1(variant.name) + (variant.takesNumber ? u":N"_s : QString());
        text += u"  %1 %2\n"_s.arg(name, -22).arg(QLatin1StringView(variant.meaning));
    }
    return text;
}

CardOptions readOptions(const QStringList &arguments)
{
    const QCommandLineOption port(u"port"_s, u"Port of the virtual reader on the loopback address."_s, u"port"_s, u"35963"_s);
    const QCommandLineOption resident(u"resident"_s, u"Whose card it is; without it the first resident's."_s, u"KEY"_s);
    const QCommandLineOption variant(u"variant"_s, u"How the card differs; several may follow."_s, u"NAME"_s);
    const QCommandLineOption pki(u"pki"_s, u"Folder of the test roots (roots.pem); written or used again."_s, u"DIR"_s);
    const QCommandLineOption log(u"log"_s, u"One JSON line for each command, PINs masked."_s, u"FILE"_s);
    const QCommandLineOption control(u"control"_s, u"Takes orders from standard input, one a line: lay [VARIANT ...], "
                                                   "swap [VARIANT ...] (within one poll of the driver), take, resident KEY, end."_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A My Number Card in software in the virtual reader of the card service."_s);
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOptions({port, resident, variant, pki, log, control});

    CardOptions options;
    if (!parser.parse(arguments))
        options.problem = parser.errorText();
    options.help = parser.helpText() + helpOnVariants();
    options.wantsHelp = parser.isSet(help);
    options.resident = parser.value(resident);
    options.variants = parser.values(variant);
    options.pkiFolder = parser.value(pki);
    options.logFile = parser.value(log);
    options.takesOrders = parser.isSet(control);
    bool isNumber = false;
    options.port = parser.value(port).toUShort(&isNumber);
    if (options.problem.isEmpty() && (!isNumber || options.port == 0))
        options.problem = u"--port: not a port: "_s + parser.value(port);
    // "--variant a b": what stands alone behind a variant is one more.
    if (options.variants.isEmpty() && !parser.positionalArguments().isEmpty() && options.problem.isEmpty())
        options.problem = u"unknown argument: "_s + parser.positionalArguments().first();
    options.variants += parser.positionalArguments();
    return options;
}

Result<CardPerson> findPerson(const CardOptions &options)
{
    UK_TRY(const QList<ResidentInfo> all, residents());
    QStringList keys;
    for (const ResidentInfo &resident : all) {
        if (options.resident.isEmpty() || resident.key == options.resident) {
            CardPerson person = residentCard(resident);
            person.variants += options.variants;
            return person;
        }
        keys.append(resident.key);
    }
    return failure(ErrorCode::SettingInvalid, u"no resident %1; there are: %2"_s.arg(options.resident, keys.join(u", ")));
}

// A signal handler may do nothing more than this; the loop polls the other end.
int stopPipe[2] = {-1, -1};

volatile std::sig_atomic_t isTerminated = 0;

void requestStop(int)
{
    isTerminated = 1;
    const char byte = 0;
    // The pipe does not block: when it is full the loop has been told often enough.
    if (write(stopPipe[1], &byte, 1) < 0)
        return;
}

bool catchSignals()
{
    if (pipe2(stopPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return false;
    struct sigaction action{};
    action.sa_handler = requestStop;
    sigemptyset(&action.sa_mask);
    return sigaction(SIGTERM, &action, nullptr) == 0 && sigaction(SIGINT, &action, nullptr) == 0;
}

QByteArray logLine(const CardExchange &exchange)
{
    const JsonValue line = JsonValue::object({{u"ns"_s, static_cast<qint64>(exchange.started.count())},
                           {u"tookNs"_s, static_cast<qint64>(exchange.taken.count())},
                           {u"command"_s, toRedactedHex(exchange.command)},
                           {u"answer"_s, toHex(exchange.answer)},
                           {u"commandBytes"_s, exchange.command.size()},
                           {u"answerBytes"_s, exchange.answer.size()}});
    return writeJson(line) + '\n';
}

int complain(const QString &text, ExitStatus status)
{
    QTextStream(stderr) << u"uketsuke-training card: "_s << text << Qt::endl;
    return status;
}

QString textOf(const Error &error)
{
    return error.arguments.isEmpty() ? error.detail : error.detail + u": "_s + error.arguments.join(u", ");
}

void say(const QString &text)
{
    QTextStream(stdout) << text << Qt::endl;
}

Result<SoftwareCard> cardOf(const CardOptions &options, const TestPki &pki)
{
    UK_TRY(const CardPerson person, findPerson(options));
    return makeCard(person, pki);
}

/// Until something has to be looked at: a signal or an order.
void waitForWake(std::chrono::milliseconds limit)
{
    pollfd entry{stopPipe[0], POLLIN, 0};
    poll(&entry, 1, static_cast<int>(limit.count()));
}

void drainWakes()
{
    char bytes[64];
    while (read(stopPipe[0], bytes, sizeof bytes) > 0) { }
}

/// The card on the driver, one after the other as the orders say.
class CardTable
{
public:
    CardTable(CardOptions options, TestPki pki, QFile &log)
        : m_options(std::move(options))
        , m_pki(std::move(pki))
        , m_log(log)
    {
    }

    int run(SoftwareCard first)
    {
        m_card.emplace(std::move(first));
        std::optional<CardOrders> orders;
        if (m_options.takesOrders)
            orders.emplace(stopPipe[1]);
        while (!isTerminated) {
            if (!m_card)
                waitForWake(std::chrono::milliseconds(-1));
            else if (const auto status = lay(); status != Done || !m_options.takesOrders)
                return status;
            drainWakes();
            for (auto order = orders ? orders->take() : std::nullopt; order; order = orders->take()) {
                if (order->kind == CardOrder::Kind::End)
                    return Done;
                obey(*order);
            }
        }
        return Done;
    }

private:
    ExitStatus lay()
    {
        VpcdConnection connection(*m_card, m_options.port);
        connection.setConnectedHook([] { say(u"card connected"_s); });
        if (m_log.isOpen()) {
            connection.setExchangeHook([this](const CardExchange &exchange) {
                m_log.write(logLine(exchange));
                m_log.flush();
            });
        }
        const auto end = connection.run(stopPipe[0]);
        if (!end)
            return ExitStatus(complain(textOf(end.error()), Failed));
        const bool isPulled = *end == VpcdConnection::End::Removed;
        say(isPulled ? u"card pulled"_s : u"card taken away"_s);
        if (isPulled)
            m_card.reset();
        return Done;
    }

    void obey(const CardOrder &order)
    {
        // The driver looks every 400 ms; a card that is laid down sooner passes for the one before.
        constexpr std::chrono::milliseconds untilSeen(1000);
        CardOptions wanted = m_options;
        switch (order.kind) {
        case CardOrder::Kind::Take: m_card.reset(); return;
        case CardOrder::Kind::Who: wanted.resident = order.words.first(); break;
        case CardOrder::Kind::Lay:
        case CardOrder::Kind::Swap: wanted.variants = order.words; break;
        case CardOrder::Kind::End: return;
        }
        auto card = cardOf(wanted, m_pki);
        if (!card) {
            complain(textOf(card.error()), WrongArguments);
            return;
        }
        m_options = wanted;
        if (order.kind == CardOrder::Kind::Who)
            return;
        if (order.kind == CardOrder::Kind::Lay)
            waitForWake(untilSeen);
        m_card.emplace(*std::move(card));
    }

    CardOptions m_options;
    TestPki m_pki;
    QFile &m_log;
    std::optional<SoftwareCard> m_card;
};

} // namespace

int runCardCommand(const QStringList &arguments)
{
    const CardOptions options = readOptions(arguments);
    if (options.wantsHelp) {
        QTextStream(stdout) << options.help;
        return Done;
    }
    if (!options.problem.isEmpty())
        return complain(options.problem, WrongArguments);
    const auto person = findPerson(options);
    if (!person)
        return complain(textOf(person.error()), WrongArguments);
    if (const auto traits = cardTraits(person->variants); !traits)
        return complain(textOf(traits.error()), WrongArguments);
    QFile log(options.logFile);
    if (!options.logFile.isEmpty() && !log.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return complain(u"--log: the file cannot be written: "_s + log.errorString(), WrongArguments);
    if (!catchSignals())
        return complain(u"signals cannot be caught"_s, Failed);
    const auto pki = options.pkiFolder.isEmpty() ? Result<TestPki>(TestPki::inMemory()) : TestPki::inFolder(options.pkiFolder);
    if (!pki)
        return complain(textOf(pki.error()), Failed);
    auto card = makeCard(*person, *pki);
    if (!card)
        return complain(textOf(card.error()), Failed);
    return CardTable(options, *pki, log).run(*std::move(card));
}

} // namespace uk
