// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/base/crashdumps.h"
#include "cardreader/base/error.h"
#include "cardreader/base/hex.h"
#include "cardreader/base/secretbuffer.h"
#include "tests/support/mappings.h"

#include <QSet>
#include <QTest>

#include <array>

#ifdef _WIN32
#include <windows.h>
#else
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::test;

namespace {

SecretBuffer secret(std::string_view text)
{
    return SecretBuffer::copyOf(std::as_bytes(std::span(text)));
}

Result<int> half(int value)
{
    if (value % 2)
        return failure(ErrorCode::Internal, u"odd"_s);
    return value / 2;
}

Result<int> quarter(int value)
{
    UK_TRY(const int first, half(value));
    UK_CHECK(half(first));
    return first / 2;
}

} // namespace

class TestCardReaderBase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyErrorCodeHasItsOwnPublicCode();
    void anErrorIsPassedUpFromTheFirstCallThatFails();
    void commandsWithPinsAreRedacted_data();
    void commandsWithPinsAreRedacted();
    void aSecretTakesWhatFitsAndNoMore();
    void aClearedSecretIsOverwritten();
    void aMovedSecretLeavesNothingBehind();
    void theKernelKeepsASecretOutOfSwapCoreAndChildren();
    void aCrashLeavesNoPictureOfTheMemory();
};

void TestCardReaderBase::everyErrorCodeHasItsOwnPublicCode()
{
    QSet<QString> seen;
    int count = 0;
#define UK_COUNT(number, name)                                                                                        \
    ++count;                                                                                                          \
    QCOMPARE(publicCode(ErrorCode::name), QLatin1StringView("UK-" #number));                                          \
    seen.insert(publicCode(ErrorCode::name));
    UKETSUKE_ERROR_CODES(UK_COUNT)
#undef UK_COUNT
    QCOMPARE(seen.size(), count);
}

void TestCardReaderBase::anErrorIsPassedUpFromTheFirstCallThatFails()
{
    QCOMPARE(quarter(8).value(), 2);
    QCOMPARE(quarter(7).error().detail, u"odd"_s);
    QCOMPARE(quarter(6).error().code, ErrorCode::Internal);
}

void TestCardReaderBase::commandsWithPinsAreRedacted_data()
{
    QTest::addColumn<QByteArray>("apdu");
    QTest::addColumn<QString>("shown");
    QTest::newRow("VERIFY with a PIN") << QByteArray::fromHex("002000980431323334") << u"0020009804********"_s;
    QTest::newRow("VERIFY without data") << QByteArray::fromHex("00200098") << u"00200098"_s;
    QTest::newRow("CHANGE REFERENCE DATA") << QByteArray::fromHex("00240180023132") << u"0024018002****"_s;
    QTest::newRow("proprietary CHANGE") << QByteArray::fromHex("80320080023132") << u"8032008002****"_s;
    QTest::newRow("SELECT is shown") << QByteArray::fromHex("00A4040C02D392") << u"00A4040C02D392"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestCardReaderBase::commandsWithPinsAreRedacted()
{
    QFETCH(QByteArray, apdu);
    QFETCH(QString, shown);
    QCOMPARE(toRedactedHex(apdu), shown);
}

void TestCardReaderBase::aSecretTakesWhatFitsAndNoMore()
{
    SecretBuffer buffer(2);
    QVERIFY(buffer.isEmpty());
    QVERIFY(buffer.append(std::byte{'1'}));
    QVERIFY(buffer.append(std::byte{'2'}));
    QVERIFY(!buffer.append(std::byte{'3'}));
    QCOMPARE(buffer.size(), std::size_t{2});
    buffer.removeLast();
    QCOMPARE(buffer.size(), std::size_t{1});
    QCOMPARE(buffer.bytes()[0], std::byte{'1'});
    buffer.removeLast();
    buffer.removeLast();
    QVERIFY(buffer.isEmpty());
}

void TestCardReaderBase::aClearedSecretIsOverwritten()
{
    SecretBuffer buffer = secret("1234");
    const std::byte *memory = buffer.bytes().data();
    buffer.clear();
    QVERIFY(buffer.isEmpty());
    // The memory is still the buffer's own; only the digits are gone.
    for (int i = 0; i < 4; ++i)
        QCOMPARE(memory[i], std::byte{0});
}

void TestCardReaderBase::theKernelKeepsASecretOutOfSwapCoreAndChildren()
{
    const SecretBuffer pin = secret("1234");
    QVERIFY(pin.isLocked());
#ifdef Q_OS_LINUX // elsewhere nobody tells
    const auto at = reinterpret_cast<quint64>(pin.bytes().data());
    int found = 0;
    for (const Mapping &mapping : mappingsOf("self")) {
        if (mapping.start <= at && at < mapping.end) {
            ++found;
            QVERIFY2(isGuarded(mapping), mapping.flags.join(' ').constData());
        }
    }
    QCOMPARE(found, 1);
#endif
}

void TestCardReaderBase::aMovedSecretLeavesNothingBehind()
{
    SecretBuffer first = secret("1234");
    const SecretBuffer second = std::move(first);
    QCOMPARE(second.size(), std::size_t{4});
    QCOMPARE(second.bytes()[3], std::byte{'4'});
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
    SecretBuffer third(8);
    third = secret("99");
    QCOMPARE(third.size(), std::size_t{2});
}

void TestCardReaderBase::aCrashLeavesNoPictureOfTheMemory()
{
#ifdef _WIN32
    forbidCrashDumps();
    QVERIFY(GetErrorMode() & SEM_NOGPFAULTERRORBOX);
    QVERIFY(GetErrorMode() & SEM_FAILCRITICALERRORS);
#else
    // In a child: what it gives up does not come back.
    const pid_t child = fork();
    if (child == 0) {
        forbidCrashDumps();
        rlimit core{1, 1};
        getrlimit(RLIMIT_CORE, &core);
        _exit(core.rlim_cur == 0 && core.rlim_max == 0 && prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
#endif
}

QTEST_GUILESS_MAIN(TestCardReaderBase)
#include "tst_cardreaderbase.moc"
