// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/pcsc/pcscreaderport.h"
#include "cardreader/pcsc/platformrules.h"

#include <QTest>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace uk;
using namespace uk::pcsc;

/// Both systems' rules on whichever system this runs, and the library that is linked here, whatever it finds.
class TestPcscPlatform : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCodeIsTheSameHoweverWideTheNumberIsThatHoldsIt();
    void aMissingServiceMeansNoReaderOnWindowsOnly_data();
    void aMissingServiceMeansNoReaderOnWindowsOnly();
    void theNotificationBeginsAsTheServiceWantsIt();
    void aWideNameComesBackAsItWas_data();
    void aWideNameComesBackAsItWas();
    void namesAreReadFromAListWhateverItsEnd_data();
    void namesAreReadFromAListWhateverItsEnd();
    void theMachinesServiceGivesReadersOrIsNamedAsMissing();
};

void TestPcscPlatform::aCodeIsTheSameHoweverWideTheNumberIsThatHoldsIt()
{
    constexpr quint32 noService = 0x8010001D;
    QCOMPARE(codeOf(static_cast<qint32>(noService)), noService);
    QCOMPARE(codeOf(noService), noService);
    QCOMPARE(codeOf(qint64(noService)), noService);
    QCOMPARE(codeOf(qint64(static_cast<qint32>(noService))), noService);
    QCOMPARE(codeOf(quint64(noService)), noService);
    QCOMPARE(codeOf(0L), 0u);
}

void TestPcscPlatform::aMissingServiceMeansNoReaderOnWindowsOnly_data()
{
    QTest::addColumn<quint32>("code");
    QTest::addColumn<bool>("onPcscLite");
    QTest::addColumn<bool>("onWindows");
    QTest::newRow("SCARD_E_NO_READERS_AVAILABLE") << 0x8010002Eu << true << true;
    QTest::newRow("SCARD_E_NO_SERVICE") << 0x8010001Du << false << true;
    QTest::newRow("SCARD_E_SERVICE_STOPPED") << 0x8010001Eu << false << true;
    QTest::newRow("SCARD_E_INVALID_HANDLE") << 0x80100003u << false << false;
    QTest::newRow("SCARD_F_COMM_ERROR") << 0x80100013u << false << false;
    QTest::newRow("SCARD_E_SYSTEM_CANCELLED") << 0x80100012u << false << false;
    QTest::newRow("SCARD_F_INTERNAL_ERROR") << 0x80100001u << false << false;
    QTest::newRow("access denied") << 5u << false << false;
}

void TestPcscPlatform::aMissingServiceMeansNoReaderOnWindowsOnly()
{
    QFETCH(const quint32, code);
    QTEST(meansNoReader(Service::PcscLite, code), "onPcscLite");
    QTEST(meansNoReader(Service::Winscard, code), "onWindows");
}

void TestPcscPlatform::theNotificationBeginsAsTheServiceWantsIt()
{
    QCOMPARE(firstNewReadersState(Service::PcscLite, 2), 0U);
    QCOMPARE(firstNewReadersState(Service::Winscard, 2), 0x20000U);
    QCOMPARE(firstNewReadersState(Service::Winscard, 0), 0U);
}

void TestPcscPlatform::aWideNameComesBackAsItWas_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("usual") << u"Sony FeliCa Port/PaSoRi 4.0 0"_s;
    QTest::newRow("Japanese") << u"カードリーダー（接触型） 00 00"_s;
    QTest::newRow("outside the first plane") << u"𠮟 reader 😀"_s;
    QTest::newRow("longest") << QString(127, u'読');
    QTest::newRow("empty") << QString();
}

void TestPcscPlatform::aWideNameComesBackAsItWas()
{
    QFETCH(const QString, name);
    const QByteArray raw = rawFromWide(name.toStdU16String());
    QCOMPARE(raw, name.toUtf8());
    QCOMPARE(wideFromRaw(raw), name.toStdU16String());
}

void TestPcscPlatform::namesAreReadFromAListWhateverItsEnd_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArrayList>("names");
    QTest::newRow("two") << "a\0bc\0\0"_ba << QByteArrayList{"a"_ba, "bc"_ba};
    QTest::newRow("none") << "\0\0"_ba << QByteArrayList{};
    QTest::newRow("nothing at all") << QByteArray() << QByteArrayList{};
    QTest::newRow("rest behind the end") << "a\0\0old\0\0"_ba << QByteArrayList{"a"_ba};
    QTest::newRow("one end missing") << "a\0bc\0"_ba << QByteArrayList{"a"_ba, "bc"_ba};
    QTest::newRow("both ends missing") << "a\0bc"_ba << QByteArrayList{"a"_ba, "bc"_ba};
    QTest::newRow("not UTF-8") << "\x81\xFE\0\0"_ba << QByteArrayList{"\x81\xFE"_ba};
}

void TestPcscPlatform::namesAreReadFromAListWhateverItsEnd()
{
    QFETCH(const QByteArray, list);
    QByteArrayList narrow, wide;
    for (const std::string &name : namesIn(std::span<const char>(list.data(), std::size_t(list.size()))))
        narrow.append(QByteArray::fromStdString(name));
    const std::u16string widened(list.begin(), list.end());
    for (const std::u16string &name : namesIn(std::span<const char16_t>(widened)))
        wide.append(QByteArray(std::string(name.begin(), name.end()).c_str()));
    QTEST(narrow, "names");
    QCOMPARE(wide, narrow);
}

/// Links against the system's own library and calls it. What there is depends on the machine; what it is called does not.
void TestPcscPlatform::theMachinesServiceGivesReadersOrIsNamedAsMissing()
{
    PcscReaderPort port;
    const auto seen = port.waitForChange({}, 10ms);
    if (!seen) {
        QCOMPARE(seen.error().code, ErrorCode::CardServiceMissing);
        QVERIFY(seen.error().detail.startsWith("SCard"_L1));
    }
    const auto connected = port.connect("no such reader"_ba);
    QVERIFY(!connected);
    QVERIFY2(connected.error().code == ErrorCode::NoReader || connected.error().code == ErrorCode::CardServiceMissing
                 || connected.error().code == ErrorCode::ReaderFailed,
             qPrintable(connected.error().detail));
}

QTEST_GUILESS_MAIN(TestPcscPlatform)
#include "tst_pcscplatform.moc"
