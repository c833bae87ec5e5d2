// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/receivedcommand.h"
#include "tests/cardreader/mynumber/servicebench.h"
#ifdef UKETSUKE_ON_CARD_SERVICE
#include "cardreader/pcsc/pcscreaderport.h"
#include "tests/support/cardinvirtualreader.h"

#include <QProcess>
#endif

#include <mutex>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::test;

namespace {

constexpr ErrorCode fine = ErrorCode::Internal; // never an outcome of a card step

struct Passed
{
    quint8 ins = 0;
    QByteArray answer;
};

/// What went over the wire.
class Wire
{
public:
    [[nodiscard]] CardExchangeHook hook()
    {
        return [this](const CardExchange &exchange) {
            const std::lock_guard guard(m_mutex);
            if (const auto command = parseReceivedCommand(exchange.command))
                m_all.append({command->ins, exchange.answer.toByteArray()});
        };
    }
    template<class Condition>
    [[nodiscard]] int count(Condition condition) const
    {
        const std::lock_guard guard(m_mutex);
        return int(std::ranges::count_if(m_all, condition));
    }

private:
    mutable std::mutex m_mutex;
    QList<Passed> m_all;
};

bool isLongAnswer(const Passed &passed) { return passed.answer.size() > 258; }
bool isRead(const Passed &passed) { return passed.ins == 0xB0; }
bool isRefusedLength(const Passed &passed) { return passed.answer == QByteArray::fromHex("6700"); }

/// One line for each variant: what a program that uses the card comes to, and what else can be seen.
struct Row
{
    const char *variant;
    ErrorCode check = fine, prove = fine, basicInfo = fine;
    const char *atr = nullptr;
    bool (*sees)(const Passed &) = nullptr; ///< at least one such command
    bool (*never)(const Passed &) = nullptr;
    const char16_t *name = u"受付　花子";
    int addressBytes = 0;
    int tries = 3;
    int infoTries = 3;
    bool expiresSoon = false;
    bool isMute = false;
    bool isRemoved = false; ///< the card is gone afterwards
};

using enum ErrorCode;

const Row rows[] = {
    {.variant = "contactless-atr", .atr = "3B888001000005E0B381A1007F", .sees = isLongAnswer},
    {.variant = "contactless-slow-atr", .atr = "3B888001004B51FF0081D100BC"},
    {.variant = "contact-atr", .atr = "3BDA13FF8131FB468012392F31C173C601C03B"},
    {.variant = "contact-short-atr", .atr = "3BC5FF8131FB458073C6010000", .sees = isRefusedLength, .never = isLongAnswer},
    {.variant = "contact-plain-atr", .atr = "3BE000FF8131FE4514"},
    {.variant = "contact-specific-atr", .atr = "3BF59100FF918171FE400042000100D1D6"},
    {.variant = "extended-breaks", .never = isLongAnswer},
    {.variant = "short-only", .sees = isRefusedLength, .never = isLongAnswer},
    {.variant = "first-6f00", .sees = [](const Passed &p) { return p.answer == QByteArray::fromHex("6F00"); }},
    {.variant = "61xx", .sees = [](const Passed &p) { return p.ins == 0xC0; }, .never = isLongAnswer},
    {.variant = "6cxx", .sees = [](const Passed &p) { return p.answer.size() == 2 && p.answer[0] == '\x6C'; }},
    {.variant = "short-reads", .sees = [](const Passed &p) { return isRead(p) && p.answer.size() == 102; },
     .never = [](const Passed &p) { return isRead(p) && p.answer.size() > 102; }},
    {.variant = "auth-pin-blocked", .check = PinBlocked},
    {.variant = "one-try-left", .tries = 1},
    {.variant = "basic-info-pin-blocked", .basicInfo = PinBlocked, .infoTries = 0},
    {.variant = "face-authentication", .check = PinBlockedWithoutSignature},
    {.variant = "no-sign-certificate"},
    {.variant = "android", .check = PhoneToken},
    {.variant = "iphone", .check = PhoneToken},
    {.variant = "juki-label"}, // gives its certificate without a PIN, which the label does not change
    {.variant = "expired", .check = CertificateExpired},
    {.variant = "expires-soon", .expiresSoon = true},
    {.variant = "not-yet-valid", .check = CertificateNotYetValid},
    {.variant = "ca-1", .check = CertificateUnknownIssuer},
    {.variant = "ca-2"},
    {.variant = "wrong-ca", .check = CertificateUnknownIssuer},
    {.variant = "ec-p384", .sees = [](const Passed &p) { return p.ins == 0x2A && p.answer.size() == 98; }},
    {.variant = "corrupt-length", .check = CardAnswerUnreadable},
    {.variant = "forged-basic-info", .basicInfo = BasicInfoUnreadable},
    {.variant = "not-my-number-card", .check = NotMyNumberCard},
    {.variant = "former-name", .name = u"受付［旧氏］　花子"},
    {.variant = "ivs-name", .name = u"受\U000E0101付　花子"},
    {.variant = "substitute-name", .name = u"〓付　花子"},
    {.variant = "long-address-128", .addressBytes = 128},
    {.variant = "long-address-256", .addressBytes = 256},
    {.variant = "slow"},
    {.variant = "mute", .isMute = true},
    {.variant = "remove-before:2", .check = CardRemoved, .isRemoved = true},
    {.variant = "remove-during:2", .check = CardRemoved, .sees = isRead, .isRemoved = true},
    {.variant = "remove-after:2", .check = CardRemoved, .sees = isRead, .isRemoved = true},
    {.variant = "remove-during-verify", .prove = PinOutcomeUnknown, .isRemoved = true},
    {.variant = "hang:2", .check = ReaderFailed},
    {.variant = "hang-at-verify", .prove = PinOutcomeUnknown},
    {.variant = "random-answers:7", .check = NotMyNumberCard},
};

CardServiceOptions options([[maybe_unused]] const QByteArray &reader)
{
    CardServiceOptions chosen = trainingOptions();
#ifdef UKETSUKE_ON_CARD_SERVICE
    chosen.allowedReaders = {QString::fromLatin1(reader)};
#endif
    return chosen;
}

/// A card on its place; where that is differs between the two programs made from this file.
class Place
{
public:
#ifdef UKETSUKE_ON_CARD_SERVICE
    Place(const QString &variant, int slot, Wire &wire, std::chrono::milliseconds stepLimit)
        : m_reader("Virtual PCD 00 0" + QByteArray::number(slot))
        , m_laid(*makeCard(person({variant}), pki()), wire.hook(), VirtualSlot{.number = static_cast<quint16>(slot)})
        , bench(std::make_unique<PcscReaderPort>(), limited(options(m_reader), stepLimit))
    {
    }
    [[nodiscard]] QByteArray atr() const
    {
        QProcess tool;
        tool.start(u"opensc-tool"_s, {u"--reader"_s, QString::fromLatin1(m_reader), u"--atr"_s});
        tool.waitForFinished(ServiceBench::patience);
        return tool.readAllStandardOutput().trimmed().replace(":", "").toUpper();
    }
    [[nodiscard]] CardTally tally()
    {
        m_laid.remove();
        return m_laid.card().tally();
    }

private:
    QByteArray m_reader;
    CardInVirtualReader m_laid;
#else
    Place(const QString &variant, int, Wire &wire, std::chrono::milliseconds stepLimit)
        : m_slot(std::make_shared<SimulatedSlot>())
        , m_card(card({variant}))
        , bench(std::make_unique<SimulatedReader>(m_slot), limited(options({}), stepLimit))
    {
        m_slot->setExchangeHook(wire.hook());
        m_slot->lay(m_card);
    }
    [[nodiscard]] QByteArray atr() const { return m_card->atr().toHex().toUpper(); }
    [[nodiscard]] CardTally tally() const { return m_card->tally(); }

private:
    std::shared_ptr<SimulatedSlot> m_slot;
    std::shared_ptr<SoftwareCard> m_card;
#endif
    static CardServiceOptions limited(CardServiceOptions chosen, std::chrono::milliseconds limit)
    {
        chosen.stepLimit = limit;
        return chosen;
    }

public:
    ServiceBench bench;
};

template<class T>
QString outcome(const Result<T> &result)
{
    return result ? u"fine"_s : QString(publicCode(result.error().code));
}
QString outcome(ErrorCode code)
{
    return code == fine ? u"fine"_s : QString(publicCode(code));
}

} // namespace

/// Every variant of the card in software shows what it is for: in the reader of this process, and once more (another
/// program from this file) through the card service, on both places of its virtual reader in turn.
class CardVariantTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noVariantIsLeftOut();
    void variantShowsItsEffect_data();
    void variantShowsItsEffect();
    void cardSwappedWithinOnePoll_isTakenForNobodyElse();
};

void CardVariantTest::noVariantIsLeftOut()
{
    QStringList walked, known;
    for (const Row &row : rows)
        walked.append(QString::fromLatin1(row.variant).section(u':', 0, 0));
    for (const CardVariant &variant : cardVariants())
        known.append(QString::fromLatin1(variant.name));
    walked.sort();
    known.sort();
    QCOMPARE(walked, known);
}

void CardVariantTest::variantShowsItsEffect_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(rows)); ++i)
        QTest::newRow(rows[i].variant) << i;
}

void CardVariantTest::variantShowsItsEffect()
{
    QFETCH(int, index);
    const Row &row = rows[index];
    const QString variant = QString::fromLatin1(row.variant);
    Wire wire;
    const bool isHung = variant.startsWith("hang"_L1);
    Place place(variant, index % 2, wire, std::chrono::milliseconds(isHung ? 3000 : 20000));
    if (row.isMute) {
        QVERIFY(place.bench.waitForState(ReaderState::CardMute));
        return;
    }
    QVERIFY(place.bench.waitForCard());
    if (row.atr)
        QCOMPARE(place.atr(), QByteArray(row.atr));
    auto check = place.bench.check();
#ifdef UKETSUKE_ON_CARD_SERVICE
    // The driver has no other way to break off than to lose the card; laid down again, it is read in pieces.
    if (variant == "extended-breaks"_L1) {
        UK_COMPARE_ERROR(check, CardRemoved);
        QVERIFY(place.bench.waitForCard());
        QTRY_VERIFY_WITH_TIMEOUT((check = place.bench.check()).has_value(), 10000);
    }
#endif
    if (variant.startsWith("random"_L1)) {
        QVERIFY(!check); // noise is refused for one reason or another, and no PIN goes into it
    } else {
        QCOMPARE(outcome(check), outcome(row.check));
    }
    if (check) {
        QCOMPARE(check->pinTriesLeft, row.tries);
        QCOMPARE(check->expiresSoon, row.expiresSoon);
        QVERIFY(check->isTestIssuer);
        QCOMPARE(outcome(place.bench.prove()), outcome(row.prove));
    }
    if (check && row.prove == fine) {
        const auto tries = place.bench.basicInfoTries();
        UK_VERIFY_OK(tries);
        QCOMPARE(*tries, row.infoTries);
        const auto info = place.bench.basicFour();
        QCOMPARE(outcome(info), outcome(row.basicInfo));
        if (info) {
            QCOMPARE(info->name, QString::fromUtf16(row.name));
            QVERIFY(info->address.toUtf8().size() >= row.addressBytes);
        }
    }
    if (row.sees)
        QVERIFY(wire.count(row.sees) > 0);
    if (row.never)
        QCOMPARE(wire.count(row.never), 0);
    if (row.isRemoved)
        QVERIFY(place.bench.waitForNoCard());
    place.bench.service->endCard();
    place.bench.service.reset(); // takes the power from the card before that leaves
    const CardTally tally = place.tally();
#ifdef UKETSUKE_ON_CARD_SERVICE
    if (row.isRemoved)
        letTheDriverLook();
#endif
    QCOMPARE(tally.myNumberCommands, 0);
    QVERIFY(tally.verifications <= 2);
    QVERIFY(check || tally.verifications == 0);
}

void CardVariantTest::cardSwappedWithinOnePoll_isTakenForNobodyElse()
{
    SimulatedBench bench;
    QVERIFY(bench.lay(card()));
    UK_VERIFY_OK(bench->check());
    const auto second = card({}, u"taro"_s);
    bench.slot->swapUnnoticed(second);
    const auto possession = bench->prove();
    QVERIFY(!possession);
    QVERIFY2(possession.error().code == CardRemoved || possession.error().code == CardSwapped, qPrintable(codeOf(possession.error())));
    QCOMPARE(second->tally().verifications, 0);
}

QTEST_GUILESS_MAIN(CardVariantTest)
#include "tst_cardvariants.moc"
