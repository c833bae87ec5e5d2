// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/pcsc/pcscreaderport.h"
#include "tests/support/canary.h"
#include "tests/ui/pinmemory/cardelsewhere.h"
#include "tests/ui/screens/kiosk/visitrig.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

using namespace uk;
using namespace uk::test;
using namespace uktest;
using namespace Qt::StringLiterals;

namespace {

const QByteArray readerName = "Virtual PCD 00 00";
const QByteArray resident = "katsuragi";

/// Where a visit with the card ends.
enum class Way { WholeVisit, NameDeclined, WrongPins, StoppedAtTheCheck };

/// What the program may do with a card: a table of the test's own, from the description of the card (architecture,
/// "Card steps"), not the program's.
struct Business
{
    const char *select;
    QByteArrayList files;      ///< P1 of READ BINARY with a short file identifier
    QByteArrayList references; ///< CLA, INS, P1 and P2 of VERIFY and of the signature
};
const Business businesses[] = {
    {"00A4040C0AD392F000260100000001", {"86", "88", "8A"}, {"00200098", "802A0097"}},
    {"00A4040C0AD3921000310001010408", {"82", "83", "84"}, {"00200091"}},
};

/// The commands that are none of the program's business.
QByteArrayList trespasses(const QByteArrayList &commands)
{
    QByteArrayList found;
    const Business *selected = nullptr;
    bool isFileOpen = false;
    for (const QByteArray &command : commands) {
        if (command.startsWith("00A4")) {
            selected = nullptr;
            isFileOpen = false;
            for (const Business &business : businesses)
                if (command == business.select)
                    selected = &business;
            if (!selected)
                found.append(command);
            continue;
        }
        const QByteArray header = command.first(8), p1 = command.mid(4, 2);
        const bool namesFile = command.startsWith("00B0") && p1.toInt(nullptr, 16) >= 0x80;
        if (namesFile)
            isFileOpen = selected && selected->files.contains(p1);
        const bool isReading = command.startsWith("00B0") && isFileOpen;
        const bool isFetching = header == "00C00000"; // the rest of the answer before
        if (!isReading && !isFetching && !(selected && selected->references.contains(header)))
            found.append(command);
    }
    return found;
}

} // namespace

Q_DECLARE_METATYPE(Way)

/// Every file that the program has no business with holds digits that nobody else writes, and may be read by anybody who
/// asks. After all that the program does with a card none of them is in its memory, and none was asked for.
class ForbiddenFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void visit_leavesNothingOfForbiddenFiles_data();
    void visit_leavesNothingOfForbiddenFiles();
    void whoeverReadsOne_isFound(); // the last: what it reads stays in the client library's buffers
    void cleanup();

private:
    [[nodiscard]] bool lay(const Canary &forbidden, const QStringList &variants);
    [[nodiscard]] static bool walk(VisitRig &rig, Way way);
    static QString look(const Canary &canary) { return canary.lookFor(QCoreApplication::applicationPid(), canary.length()).text(); }

    CardElsewhere m_card;
};

void ForbiddenFilesTest::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void ForbiddenFilesTest::cleanup()
{
    m_card.take();
    QTest::qWait(1000); // two looks of the driver
}

bool ForbiddenFilesTest::lay(const Canary &forbidden, const QStringList &variants)
{
    QByteArrayList words{"resident=" + resident, "forbidden=" + forbidden.masked()};
    for (const QString &variant : variants)
        words.append("variant=" + variant.toLatin1());
    return m_card.lay(words);
}

void ForbiddenFilesTest::visit_leavesNothingOfForbiddenFiles_data()
{
    QTest::addColumn<QStringList>("variants");
    QTest::addColumn<Way>("way");
    const auto row = [](const char *name, const QStringList &variants, Way way = Way::WholeVisit) {
        QTest::newRow(name) << variants << way;
    };
    row("usual card", {});
    row("short commands, answers to fetch", {u"61xx"_s});
    row("exact lengths only", {u"6cxx"_s});
    row("short reads", {u"short-reads"_s});
    row("next generation", {u"ec-p384"_s});
    row("name declined", {}, Way::NameDeclined);
    row("both PINs wrong at first", {}, Way::WrongPins);
    row("no certificate for signing, PIN blocked", {u"face-authentication"_s}, Way::StoppedAtTheCheck);
    row("unknown issuer", {u"wrong-ca"_s}, Way::StoppedAtTheCheck);
    row("phone", {u"android"_s}, Way::StoppedAtTheCheck);
}

/// To the staff's review, through both PINs, the portal and the comparison after it; or as far as the card lets it.
bool ForbiddenFilesTest::walk(VisitRig &rig, Way way)
{
    if (way == Way::StoppedAtTheCheck)
        return QTest::qWaitFor([&] { return rig.flow().shownError() && rig.flow().screenName() == "cardCheck"_L1; }, 20000);
    const auto enters = [&](const QString &pin, const QString &next) {
        if (way == Way::WrongPins && !(rig.waitFor(u"pin"_s) && rig.typePin(u"9999"_s)
                && QTest::qWaitFor([&] { return rig.text(u"pin.tries"_s).contains(u"あと2回"_s); }, 20000)))
            return false;
        return rig.waitFor(u"pin"_s) && rig.typePin(pin) && rig.waitFor(next);
    };
    if (!enters(u"1234"_s, u"choosePerson"_s))
        return false;
    const bool isNamed = way == Way::NameDeclined ? rig.click(u"choose.skip"_s) && rig.waitFor(u"consent"_s)
                                                  : rig.click(u"choose.self"_s) && enters(u"5678"_s, u"consent"_s);
    return isNamed && rig.link(QString::fromLatin1(resident))
        && QTest::qWaitFor([&] { return rig.visit().state() == VisitState::Curtain; }, 20000);
}

void ForbiddenFilesTest::visit_leavesNothingOfForbiddenFiles()
{
    QFETCH(QStringList, variants);
    QFETCH(Way, way);
    const Canary forbidden(12); // as long as a My Number
    CardSide cards;
    cards.reader = [](const std::shared_ptr<SimulatedSlot> &) { return std::make_unique<PcscReaderPort>(); };
    auto rig = std::make_unique<VisitRig>(QSize(1366, 768), u"ja"_s, cards);
    QVERIFY(rig->isReady());
    QVERIFY(lay(forbidden, variants));
    QVERIFY(walk(*rig, way));
    if (way == Way::WholeVisit)
        QCOMPARE(rig->visit().data().binding, Binding::MatchesCard);
    QCOMPARE(look(forbidden), Canary::Hits().text()); // with everything still held
    rig.reset();
    QCOMPARE(look(forbidden), Canary::Hits().text());
    m_card.take();
    const QByteArrayList commands = m_card.commands();
    QVERIFY2(commands.size() >= (way == Way::StoppedAtTheCheck ? 2 : 6), commands.join('\n').constData());
    QCOMPARE(trespasses(commands), QByteArrayList());
}

void ForbiddenFilesTest::whoeverReadsOne_isFound()
{
    const Canary forbidden(12);
    QVERIFY(lay(forbidden, {}));
    QTest::qWait(1000); // two looks of the driver
    PcscReaderPort port;
    auto connection = port.connect(readerName);
    QVERIFY2(connection, qPrintable(connection ? QString() : connection.error().detail));
    QList<QByteArray> answers; // they stay
    for (const char *select : {"00A4040C0AD392F000260100000001", "00A4040C0AD3921000310001010408", "00A4040C0AD3921000310001010402"}) {
        QCOMPARE(*(*connection)->transmit(QByteArray::fromHex(select)), QByteArray::fromHex("9000"));
        answers.append(*(*connection)->transmit(QByteArray::fromHex("00B0810000"))); // 署名用電子証明書, 個人番号, 年齢
        QVERIFY(answers.last().size() > forbidden.length());
    }
    QVERIFY(forbidden.lookFor(QCoreApplication::applicationPid(), forbidden.length()).ascii >= 3);
    (*connection)->disconnect(CardDisposition::PowerOff);
    m_card.take();
    QCOMPARE(trespasses(m_card.commands()),
             (QByteArrayList{"00B0810000", "00B0810000", "00A4040C0AD3921000310001010402", "00B0810000"}));
}

QTEST_MAIN(ForbiddenFilesTest)
#include "tst_forbiddenfiles.moc"
