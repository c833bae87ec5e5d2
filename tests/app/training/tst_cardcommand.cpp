// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLong = 20000; // ms; longer than anything here takes
constexpr auto kReader = "Virtual PCD 00 00";

QString program()
{
    return qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/uketsuke-training"_s;
}

std::unique_ptr<QProcess> start(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->start(program(), QStringList{u"card"_s} + arguments);
    return process;
}

struct Outcome
{
    int status = -1;
    QByteArray output;
};

Outcome run(const QString &name, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(name, arguments);
    const bool isFinished = process.waitForFinished(kLong);
    return {isFinished && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

// As the driver does: length in two bytes, big endian, then the payload.
QByteArray message(const QByteArray &payload)
{
    return QByteArray().append(static_cast<char>(payload.size() >> 8)).append(static_cast<char>(payload.size())) + payload;
}

QByteArray ask(QTcpSocket &card, const QByteArray &payload)
{
    card.write(message(payload));
    while (card.bytesAvailable() < 2 && card.waitForReadyRead(kLong)) { }
    const QByteArray header = card.read(2);
    const int length = header.toHex().toInt(nullptr, 16);
    while (card.bytesAvailable() < length && card.waitForReadyRead(kLong)) { }
    return card.read(length);
}

bool waitForCard(bool isPresent)
{
    for (int attempt = 0; attempt < 100; ++attempt) {
        const QByteArrayList lines = run(u"opensc-tool"_s, {u"--list-readers"_s}).output.split('\n');
        for (const QByteArray &line : lines) {
            if (line.contains(kReader) && line.contains("Yes") == isPresent)
                return true;
        }
        QTest::qWait(100);
    }
    return false;
}

} // namespace

class TestCardCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongArgumentsEndWithStatus2AndAReason_data();
    void wrongArgumentsEndWithStatus2AndAReason();
    void helpListsEveryVariant();
    void signalsEndItWhileItWaitsForTheDriver_data();
    void signalsEndItWhileItWaitsForTheDriver();
    void driverThatComesAndGoesIsConnectedAgain();
    void logHoldsEveryCommandAndNoPin();
    void variantThatPullsTheCardEndsIt();
    void ordersLaySwapAndTakeCardsWhileItRuns();
    void hangingCardEndsWithSigterm();
    void pkiFolderIsUsedAgain();
    void openscTakesTheResidentsCardForARealOne();

private:
    QTemporaryDir m_folder;
    QString pki() const { return m_folder.filePath(u"pki"_s); }
    std::unique_ptr<QProcess> connectedTo(QTcpServer &driver, const QStringList &arguments);
    QTcpSocket *accept(QTcpServer &driver);
};

void TestCardCommand::wrongArgumentsEndWithStatus2AndAReason_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("unknown option") << QStringList{u"--colour"_s} << QByteArray("colour");
    QTest::newRow("port is no number") << QStringList{u"--port"_s, u"x"_s} << QByteArray("--port");
    QTest::newRow("port 0") << QStringList{u"--port"_s, u"0"_s} << QByteArray("--port");
    QTest::newRow("port too large") << QStringList{u"--port"_s, u"65536"_s} << QByteArray("--port");
    QTest::newRow("port without a value") << QStringList{u"--port"_s} << QByteArray("port");
    QTest::newRow("unknown resident") << QStringList{u"--resident"_s, u"nobody"_s} << QByteArray("minori");
    QTest::newRow("unknown variant") << QStringList{u"--variant"_s, u"golden"_s} << QByteArray("golden");
    QTest::newRow("second variant unknown") << QStringList{u"--variant"_s, u"slow"_s, u"golden"_s} << QByteArray("golden");
    QTest::newRow("variant lacks its number") << QStringList{u"--variant"_s, u"hang"_s} << QByteArray("hang");
    QTest::newRow("stray word") << QStringList{u"please"_s} << QByteArray("please");
    QTest::newRow("log in no folder") << QStringList{u"--log"_s, u"/nowhere/at/all.log"_s} << QByteArray("--log");
}

void TestCardCommand::wrongArgumentsEndWithStatus2AndAReason()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, reason);
    const auto process = start(arguments);
    QVERIFY(process->waitForFinished(kLong));
    QCOMPARE(process->exitCode(), 2);
    const QByteArray said = process->readAllStandardError();
    QVERIFY2(said.contains(reason), said.constData());
}

void TestCardCommand::helpListsEveryVariant()
{
    const Outcome help = run(program(), {u"card"_s, u"--help"_s});
    QCOMPARE(help.status, 0);
    for (const char *text : {"--resident", "--pki", "ec-p384", "remove-during:N", "face-authentication"})
        QVERIFY2(help.output.contains(text), text);
}

void TestCardCommand::signalsEndItWhileItWaitsForTheDriver_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestCardCommand::signalsEndItWhileItWaitsForTheDriver()
{
    QFETCH(const int, signal);
    QTcpServer driver;
    QVERIFY(driver.listen(QHostAddress::LocalHost));
    const auto process = start({u"--port"_s, QString::number(driver.serverPort()), u"--pki"_s, pki()});
    QVERIFY(driver.waitForNewConnection(kLong)); // it is up and catches signals
    driver.close();
    kill(static_cast<pid_t>(process->processId()), signal);
    QVERIFY(process->waitForFinished(kLong));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 0);
}

std::unique_ptr<QProcess> TestCardCommand::connectedTo(QTcpServer &driver, const QStringList &arguments)
{
    if (!driver.listen(QHostAddress::LocalHost))
        qFatal("no port");
    return start(QStringList{u"--port"_s, QString::number(driver.serverPort()), u"--pki"_s, pki()} + arguments);
}

QTcpSocket *TestCardCommand::accept(QTcpServer &driver)
{
    return driver.waitForNewConnection(kLong) ? driver.nextPendingConnection() : nullptr;
}

void TestCardCommand::driverThatComesAndGoesIsConnectedAgain()
{
    QTcpServer driver;
    const auto process = connectedTo(driver, {});
    QTcpSocket *first = accept(driver);
    QVERIFY(first);
    QCOMPARE(ask(*first, QByteArray(1, 4)).left(1).toHex(), "3b");
    first->abort();
    QTcpSocket *second = accept(driver);
    QVERIFY(second);
    QCOMPARE(ask(*second, QByteArray(1, 4)).left(1).toHex(), "3b");
    process->terminate();
    QVERIFY(process->waitForFinished(kLong));
    QCOMPARE(process->exitCode(), 0);
}

void TestCardCommand::logHoldsEveryCommandAndNoPin()
{
    QTcpServer driver;
    const QString log = m_folder.filePath(u"card.log"_s);
    const auto process = connectedTo(driver, {u"--log"_s, log});
    QTcpSocket *card = accept(driver);
    QVERIFY(card);
    card->write(message(QByteArray(1, 1)));
    QCOMPARE(ask(*card, QByteArray::fromHex("00A4040C0AD392F000260100000001")).toHex(), "9000");
    QCOMPARE(ask(*card, QByteArray::fromHex("002000980439383736")).toHex(), "63c2");
    process->terminate();
    QVERIFY(process->waitForFinished(kLong));
    QFile file(log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(!content.contains("39383736") && !content.contains("9876"));
    const QByteArrayList lines = content.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject select = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(select["command"_L1].toString(), u"00A4040C0AD392F000260100000001"_s);
    QCOMPARE(select["answer"_L1].toString(), u"9000"_s);
    QCOMPARE(select["commandBytes"_L1].toInt(), 15);
    QCOMPARE(select["answerBytes"_L1].toInt(), 2);
    const QJsonObject verify = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(verify["command"_L1].toString(), u"0020009804********"_s);
    QVERIFY(verify["ns"_L1].toDouble() > select["ns"_L1].toDouble());
}

void TestCardCommand::variantThatPullsTheCardEndsIt()
{
    QTcpServer driver;
    const auto process = connectedTo(driver, {u"--variant"_s, u"remove-after:1"_s});
    QTcpSocket *card = accept(driver);
    QVERIFY(card);
    card->write(message(QByteArray(1, 1)));
    QCOMPARE(ask(*card, QByteArray::fromHex("00A4040C0AD392F000260100000001")).toHex(), "9000");
    QVERIFY(process->waitForFinished(kLong));
    QCOMPARE(process->exitCode(), 0);
    QVERIFY(process->readAllStandardOutput().contains("card pulled"));
}

void TestCardCommand::ordersLaySwapAndTakeCardsWhileItRuns()
{
    QTcpServer driver;
    const auto process = connectedTo(driver, {u"--control"_s, u"--variant"_s, u"remove-after:1"_s});
    const auto atrOf = [](QTcpSocket *card) { return card ? ask(*card, QByteArray(1, 4)).toHex() : QByteArray(); };
    const auto order = [&](const char *line) { QVERIFY(process->write(line) > 0 && process->waitForBytesWritten(kLong)); };
    QTcpSocket *card = accept(driver);
    QCOMPARE(atrOf(card), "3b888001000005e0b381a1007f");
    card->write(message(QByteArray(1, 1)));
    QCOMPARE(ask(*card, QByteArray::fromHex("00A4040C0AD392F000260100000001")).toHex(), "9000");
    QVERIFY(card->state() == QAbstractSocket::UnconnectedState || card->waitForDisconnected(kLong)); // pulled; it goes on

    order("swap contact-atr\n");
    card = accept(driver);
    QCOMPARE(atrOf(card), "3bda13ff8131fb468012392f31c173c601c03b");
    order("resident aoi\nlay contact-plain-atr\n");
    card = accept(driver);
    QCOMPARE(atrOf(card), "3be000ff8131fe4514");
    order("lay golden\n");
    QVERIFY(accept(driver)); // nothing of the kind: the same one again
    order("take\n");
    QVERIFY(!driver.waitForNewConnection(500));
    order("lay\n");
    QCOMPARE(atrOf(accept(driver)), "3b888001000005e0b381a1007f");
    process->closeWriteChannel();
    QVERIFY(process->waitForFinished(kLong));
    QCOMPARE(process->exitCode(), 0);
    const QByteArray said = process->readAllStandardOutput();
    QVERIFY(said.contains("card pulled") && said.contains("card taken away"));
    QVERIFY(process->readAllStandardError().contains("golden"));
}

void TestCardCommand::hangingCardEndsWithSigterm()
{
    QTcpServer driver;
    const auto process = connectedTo(driver, {u"--variant"_s, u"slow"_s, u"hang:1"_s});
    QTcpSocket *card = accept(driver);
    QVERIFY(card);
    card->write(message(QByteArray(1, 1)) + message(QByteArray::fromHex("00A4040C0AD392F000260100000001")));
    QVERIFY(card->waitForBytesWritten(kLong));
    QVERIFY(!card->waitForReadyRead(200)); // no answer
    process->terminate();
    QVERIFY(process->waitForFinished(kLong));
    QCOMPARE(process->exitCode(), 0);
}

void TestCardCommand::pkiFolderIsUsedAgain()
{
    QByteArray certificates[2];
    for (QByteArray &certificate : certificates) {
        QTcpServer driver;
        const auto process = connectedTo(driver, {u"--resident"_s, u"aoi"_s});
        QTcpSocket *card = accept(driver);
        QVERIFY(card);
        card->write(message(QByteArray(1, 1)));
        ask(*card, QByteArray::fromHex("00A4040C0AD392F000260100000001"));
        certificate = ask(*card, QByteArray::fromHex("00B08A00000000"));
        process->terminate();
        QVERIFY(process->waitForFinished(kLong));
    }
    QCOMPARE(certificates[0].size(), 1902);
    QCOMPARE(certificates[0], certificates[1]);
    QVERIFY(QFile::exists(pki() + u"/roots.pem"_s));
}

void TestCardCommand::openscTakesTheResidentsCardForARealOne()
{
    const auto process = start({u"--resident"_s, u"minori"_s, u"--pki"_s, pki()});
    QVERIFY(waitForCard(true));
    const QString reader = QString::fromLatin1(kReader);
    const Outcome name = run(u"opensc-tool"_s, {u"--reader"_s, reader, u"--name"_s});
    QVERIFY2(name.output.contains("jpki"), name.output.constData());
    const QString certificate = m_folder.filePath(u"minori.pem"_s);
    const Outcome read = run(u"pkcs15-tool"_s, {u"--reader"_s, reader, u"--read-certificate"_s, u"01"_s,
                                                u"--output"_s, certificate});
    QVERIFY2(read.status == 0, read.output.constData());
    QCOMPARE(run(u"openssl"_s, {u"verify"_s, u"-CAfile"_s, pki() + u"/roots.pem"_s, certificate}).status, 0);
    process->terminate();
    QVERIFY(process->waitForFinished(kLong));
    QCOMPARE(process->exitCode(), 0);
    QVERIFY(waitForCard(false));
}

QTEST_GUILESS_MAIN(TestCardCommand)
#include "tst_cardcommand.moc"
