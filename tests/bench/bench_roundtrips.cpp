// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// bench_roundtrips [milliseconds] [resident] — what the reception screen needs of one person, through a line that takes
// so long for a round trip: how many of them it takes in wall time.
#include "app/base/clock.h"
#include "app/pmh/client.h"
#include "app/training/trainingserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

/// Passes everything on to a port, half a round trip later each way; opening costs a whole one, as on a real line.
class SlowLine : public QTcpServer
{
public:
    SlowLine(quint16 target, int roundTripMs)
        : m_half(roundTripMs / 2)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, target, roundTripMs] {
            QTcpSocket *client = nextPendingConnection();
            auto *server = new QTcpSocket(client);
            server->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
            ++connections;
            const auto open = std::make_shared<QElapsedTimer>();
            open->start();
            connect(client, &QTcpSocket::readyRead, client, [this, client, server, open, roundTripMs] {
                const int opening = std::max(0, roundTripMs - int(open->elapsed()));
                pass(client, server, opening);
            });
            connect(server, &QTcpSocket::readyRead, client, [this, client, server] { pass(server, client, 0); });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        });
    }
    int connections = 0;

private:
    void pass(QTcpSocket *from, QTcpSocket *to, int more)
    {
        QTimer::singleShot(m_half + more, Qt::PreciseTimer, to, [to, bytes = from->readAll()] { to->write(bytes); });
    }
    int m_half;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const int roundTripMs = argc > 1 ? QByteArray(argv[1]).toInt() : 50;
    const QString resident = argc > 2 ? QString::fromLocal8Bit(argv[2]) : u"minori"_s;
    TrainingServer server;
    if (const auto started = server.start(TrainingServerOptions()); !started)
        return 1;
    SlowLine line(quint16(server.baseUrl().port()), roundTripMs);
    QByteArray json = server.profileJson();
    json.replace(QByteArray::number(server.baseUrl().port()), QByteArray::number(line.serverPort()));
    const auto profile = parseProfile(json, u"training"_s);
    const QByteArray token = server.issueToken(resident, {u"vaccination"_s});
    if (!profile || token.isEmpty())
        return 2;
    const SystemClock clock;
    PmhClient client(*profile, clock);
    client.setAccessToken(SecretBuffer::copyOf(std::as_bytes(std::span(token.constData(), size_t(token.size())))));

    QElapsedTimer wall;
    int underWay = 2, questionnaires = 0, run = 0;
    std::function<void()> start;
    const auto over = [&] {
        if (--underWay > 0)
            return;
        const double ms = double(wall.nsecsElapsed()) / 1e6;
        std::printf("run %d: 2 lists and %d questionnaires in %.0f ms = %.1f round trips of %d ms, %d connections so far\n",
                    ++run, questionnaires, ms, ms / roundTripMs, roundTripMs, line.connections);
        if (run == 3)
            return QCoreApplication::quit();
        QTimer::singleShot(0, &client, start);
    };
    start = [&] {
        underWay = 2;
        wall.start();
        client.inquireQuestionnaires([&](const Result<QList<QuestionnaireSummary>> &list) {
            if (list) {
                questionnaires = int(list->size());
                for (const QuestionnaireSummary &summary : *list) {
                    ++underWay;
                    client.inquireQuestionnaire(summary.questionnaireManagementId, [&](const auto &) { over(); });
                }
            }
            over();
        });
        client.inquireVaccinations([&](const auto &) { over(); });
    };
    // The token comes, the card is read again and compared, and then the records are asked for.
    QTimer::singleShot(3 * roundTripMs, &client, start);
    return QCoreApplication::exec();
}
