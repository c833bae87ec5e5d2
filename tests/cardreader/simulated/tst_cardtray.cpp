// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/cardtray.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

constexpr int kLong = 20000; // ms

CardPerson person(const QString &key, const QStringList &variants = {})
{
    return {.key = key, .name = u"訓練　太郎"_s, .address = u"東京都千代田区１"_s, .dateOfBirth = QDate(1990, 1, 1),
            .sex = u"1"_s, .variants = variants};
}

} // namespace

class TestCardTray : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cardIsLaidWithoutBlocking();
    void cardLaidAgainKeepsItsTries();
    void laterWishCounts();
    void cardTakenWhileItIsMadeNeverLies();
    void unknownVariantFails();
    void cardWithOtherVariantsIsMadeAnew();
    void trayMayGoWhileACardIsMade();

private:
    void layAndWait(const CardPerson &person);
    QByteArray transmit(const QByteArray &hex);

    std::shared_ptr<SimulatedSlot> m_slot;
    std::unique_ptr<CardTray> m_tray;
};

void TestCardTray::init()
{
    m_slot = std::make_shared<SimulatedSlot>();
    m_tray = std::make_unique<CardTray>(m_slot, TestPki::inMemory());
}

void TestCardTray::layAndWait(const CardPerson &card)
{
    QSignalSpy laid(m_tray.get(), &CardTray::laid);
    m_tray->lay(card);
    QVERIFY(laid.count() == 1 || laid.wait(kLong));
    QCOMPARE(laid.first().first().toString(), card.key);
}

QByteArray TestCardTray::transmit(const QByteArray &hex)
{
    SimulatedReader reader(m_slot);
    auto connection = reader.connect("Simulated Reader");
    if (!connection || !(*connection)->transmit(QByteArray::fromHex("00A4040C0AD392F000260100000001")))
        return {};
    const auto answer = (*connection)->transmit(QByteArray::fromHex(hex));
    return answer ? answer->toHex() : QByteArray();
}

void TestCardTray::cardIsLaidWithoutBlocking()
{
    m_tray->lay(person(u"one"_s));
    QVERIFY(!m_slot->hasCard()); // it is made meanwhile
    QVERIFY(m_tray->laidKey().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_tray->laidKey(), u"one"_s, kLong);
    m_tray->take();
    QVERIFY(!m_slot->hasCard());
    QVERIFY(m_tray->laidKey().isEmpty());
}

void TestCardTray::cardLaidAgainKeepsItsTries()
{
    layAndWait(person(u"one"_s));
    QCOMPARE(transmit("002000980439393939"), "63c2");
    m_tray->take();
    layAndWait(person(u"two"_s));
    QCOMPARE(transmit("00200098"), "63c3");
    layAndWait(person(u"one"_s));
    QCOMPARE(transmit("00200098"), "63c2");
}

void TestCardTray::laterWishCounts()
{
    QSignalSpy laid(m_tray.get(), &CardTray::laid);
    m_tray->lay(person(u"one"_s));
    layAndWait(person(u"two"_s));
    QCOMPARE(laid.count(), 1);
    QCOMPARE(m_tray->laidKey(), u"two"_s);
}

void TestCardTray::cardTakenWhileItIsMadeNeverLies()
{
    QSignalSpy laid(m_tray.get(), &CardTray::laid);
    m_tray->lay(person(u"one"_s));
    m_tray->take();
    layAndWait(person(u"two"_s)); // made behind the first one
    QCOMPARE(laid.count(), 1);
}

void TestCardTray::unknownVariantFails()
{
    QSignalSpy failed(m_tray.get(), &CardTray::failed);
    m_tray->lay(person(u"one"_s, {u"golden"_s}));
    QVERIFY(failed.wait(kLong));
    QVERIFY(!m_slot->hasCard());
}

void TestCardTray::cardWithOtherVariantsIsMadeAnew()
{
    layAndWait(person(u"one"_s));
    layAndWait(person(u"one"_s, {u"one-try-left"_s}));
    QCOMPARE(transmit("00200098"), "63c1");
}

void TestCardTray::trayMayGoWhileACardIsMade()
{
    m_tray->lay(person(u"one"_s));
    m_tray.reset();
    QVERIFY(!m_slot->hasCard());
}

QTEST_GUILESS_MAIN(TestCardTray)
#include "tst_cardtray.moc"
