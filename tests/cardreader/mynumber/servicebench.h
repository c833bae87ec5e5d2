// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/mynumber/cardservice.h"
#include "cardreader/simulated/personalization.h"
#include "cardreader/simulated/simulatedreader.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

namespace uk::test {

/// The keys of all cards of one test program; made once.
inline const TestPki &pki()
{
    static const TestPki authority = TestPki::inMemory();
    return authority;
}

inline CardPerson person(const QStringList &variants = {}, const QString &key = QStringLiteral("hanako"))
{
    return {key, QStringLiteral("受付　花子"), QStringLiteral("東京都千代田区霞が関１－２－３"), QDate(1985, 4, 5),
            QStringLiteral("2"), "1234", "5678", "ABC123", variants};
}

inline std::shared_ptr<SoftwareCard> card(const QStringList &variants = {}, const QString &key = QStringLiteral("hanako"))
{
    auto made = makeCard(person(variants, key), pki());
    if (!made)
        qFatal("no card: %s", qPrintable(made.error().detail));
    return std::make_shared<SoftwareCard>(std::move(*made));
}

inline SecretBuffer secret(std::string_view text)
{
    return SecretBuffer::copyOf(std::as_bytes(std::span(text)));
}

inline CardServiceOptions trainingOptions()
{
    CardServiceOptions options;
    options.trustedRootsPem = {*pki().rootsPem()};
    options.basicInfoRootsPem = {*pki().basicInfoRootsPem()};
    options.allowTestRoots = true;
    return options;
}

/// A card service on any port, asked in a way that waits for the answer.
class ServiceBench
{
public:
    explicit ServiceBench(std::unique_ptr<ReaderPort> port, CardServiceOptions options = trainingOptions())
        : service(std::make_unique<CardService>(std::move(port), std::move(options)))
        , laid(service.get(), &CardService::cardLaid)
        , removed(service.get(), &CardService::cardRemoved)
        , states(service.get(), &CardService::readerStateChanged)
    {
        service->start();
    }

    [[nodiscard]] bool waitForCard() const
    {
        return QTest::qWaitFor([this] { return service->currentCard().has_value(); }, patience);
    }
    [[nodiscard]] bool waitForNoCard() const
    {
        return QTest::qWaitFor([this] { return !service->currentCard(); }, patience);
    }
    [[nodiscard]] bool waitForState(ReaderState state) const
    {
        return QTest::qWaitFor([this, state] { return service->readerState() == state; }, patience);
    }

    Result<CardCheck> check()
    {
        const auto present = service->currentCard().value_or(CardPresence{});
        return wait<CardCheck>([&](auto reply) { service->checkCard(present, reply); });
    }
    Result<Possession> prove(std::string_view pin = "1234")
    {
        return wait<Possession>([&](auto reply) { service->provePossession(secret(pin), reply); });
    }
    Result<int> basicInfoTries()
    {
        return wait<int>([&](auto reply) { service->basicInfoTries(reply); });
    }
    Result<BasicFourInfo> basicFour(std::string_view pin = "5678")
    {
        return wait<BasicFourInfo>([&](auto reply) { service->readBasicFourInfo(secret(pin), reply); });
    }
    Result<void> endPortalWatch()
    {
        return wait<void>([&](auto reply) { service->endPortalWatch(reply); });
    }

    template<class T, class Ask>
    Result<T> wait(Ask ask)
    {
        auto answer = std::make_shared<std::optional<Result<T>>>();
        ask(Reply<T>([answer](Result<T> result) { *answer = std::move(result); }));
        if (!QTest::qWaitFor([&] { return answer->has_value(); }, patience))
            return failure(ErrorCode::Internal, QStringLiteral("no reply"));
        return std::move(**answer);
    }

    static constexpr int patience = 30000;
    std::unique_ptr<CardService> service;
    QSignalSpy laid, removed, states;
};

/// The service on a card in software in this process.
class SimulatedBench
{
public:
    explicit SimulatedBench(CardServiceOptions options = trainingOptions())
        : slot(std::make_shared<SimulatedSlot>())
        , bench(std::make_unique<SimulatedReader>(slot), std::move(options))
    {
    }
    [[nodiscard]] bool lay(std::shared_ptr<SoftwareCard> laidCard)
    {
        const auto before = bench.service->currentCard().value_or(CardPresence{}).serial;
        slot->lay(std::move(laidCard));
        return QTest::qWaitFor([&] {
            const auto now = bench.service->currentCard();
            return now && now->serial > before;
        }, ServiceBench::patience);
    }
    ServiceBench *operator->() { return &bench; }

    std::shared_ptr<SimulatedSlot> slot;
    ServiceBench bench;
};

inline QString codeOf(const Error &error)
{
    return QString(publicCode(error.code)) + QStringLiteral(" ") + error.detail;
}

} // namespace uk::test

/// Compares the error code of a result and shows what came instead.
#define UK_COMPARE_ERROR(result, expected)                                                                            \
    do {                                                                                                              \
        const auto &ukResult = (result);                                                                              \
        QVERIFY2(!ukResult, "succeeded");                                                                             \
        QVERIFY2(ukResult.error().code == (expected), qPrintable(uk::test::codeOf(ukResult.error())));                \
    } while (false)
#define UK_VERIFY_OK(result)                                                                                          \
    do {                                                                                                              \
        const auto &ukResult = (result);                                                                              \
        QVERIFY2(ukResult, qPrintable(ukResult ? QString() : uk::test::codeOf(ukResult.error())));                    \
    } while (false)
