// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/pcsc/pcscreaderport.h"
#include "tests/cardreader/mynumber/servicebench.h"
#include "tests/cardreader/pcsc/mockpcsc.h"

namespace uk::test {

/// Two people whose cards differ in everything.
inline CardPerson hanako(const QStringList &variants = {})
{
    return person(variants);
}

inline CardPerson taro(const QStringList &variants = {})
{
    return {QStringLiteral("taro"), QStringLiteral("受付　太郎"), QStringLiteral("東京都港区"), QDate(1950, 1, 2),
            QStringLiteral("1"), "4321", "8765", "DEF456", variants};
}

inline std::shared_ptr<SoftwareCard> cardOf(const CardPerson &holder)
{
    auto made = makeCard(holder, pki());
    if (!made)
        qFatal("no card: %s", qPrintable(made.error().detail));
    return std::make_shared<SoftwareCard>(std::move(*made));
}

/// How quick a test may be where people and drivers are not.
inline CardServiceOptions quickOptions()
{
    CardServiceOptions options = trainingOptions();
    options.lateReport = std::chrono::milliseconds(10);
    return options;
}

/// The program's card service on the mock of the machine's.
class PcscBench : public ServiceBench
{
public:
    explicit PcscBench(CardServiceOptions options = quickOptions())
        : ServiceBench(std::make_unique<PcscReaderPort>(), std::move(options))
    {
    }

    /// Until the thread has looked for the first time. What is laid down before is taken for a part of its reader.
    [[nodiscard]] bool waitForReaders() const
    {
        return QTest::qWaitFor([this] { return !states.isEmpty(); }, patience);
    }

    /// All that a visit does with a card, up to its end; returns the name that the card gave. `pins` grows with every
    /// PIN that was entered. The end comes whatever happened before, as the tail of a visit sees to.
    Result<QString> visit(const CardPerson &holder, int &pins)
    {
        auto name = steps(holder, pins);
        service->endCard();
        return name;
    }

private:
    Result<QString> steps(const CardPerson &holder, int &pins)
    {
        const auto text = [](const QByteArray &pin) { return std::string_view(pin.constData(), std::size_t(pin.size())); };
        UK_CHECK(check());
        ++pins;
        UK_CHECK(prove(text(holder.pin)));
        UK_CHECK(basicInfoTries());
        ++pins;
        UK_TRY(const BasicFourInfo info, basicFour(text(holder.basicInfoPin)));
        service->beginPortalWatch();
        UK_CHECK(endPortalWatch());
        return info.name;
    }
};

} // namespace uk::test
