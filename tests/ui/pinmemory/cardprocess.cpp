// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// A card in the virtual reader, in a process of its own. Standard input: one line of words; the card is taken away when
// the input ends. Standard output: "laid", then a line for each command.
//   pin=DIGITS basicInfoPin=DIGITS   PINs, as Canary::masked()
//   resident=KEY                     the card of that resident, whose PINs are the usual ones
//   forbidden=DIGITS                 these digits lie in every file that is none of the program's business, free to read
//   variant=NAME
#include "app/training/residentcard.h"
#include "cardreader/base/hex.h"
#include "cardreader/simulated/personalization.h"
#include "cardreader/simulated/vpcdconnection.h"
#include "tests/support/canary.h"

#include <QDate>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::test;

namespace {

/// Applications of measured cards, each with the data files that are known of it.
struct KnownApplication
{
    const char *aid;
    QList<quint16> files;
    QList<quint16> ownBusiness; ///< what the program is there to read
};
const KnownApplication knownApplications[] = {
    {"D392F000260100000001", {0x01, 0x02, 0x05, 0x06, 0x08, 0x09, 0x0A, 0x0B, 0x10, 0x16}, {0x06, 0x08, 0x0A}}, // JPKI
    {"D3921000310001010408", {0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08}, {0x02, 0x03, 0x04}},             // 入力補助
    {"D3921000310001010402", {0x01, 0x02, 0x03, 0x04, 0x05, 0x06}, {}},                                         // 券面確認
    {"D3921000310001010401", {0x01, 0x02}, {}},                                                                 // 住基
    {"D3921000310001010100", {0x01}, {}},                                                                       // 共通カード
};
const QList<quint16> referenceA{0x14, 0x13}; ///< 照合番号A, which is the My Number: of 入力補助 and of 券面確認

void plant(CardImage &image, const QByteArray &digits)
{
    const QByteArray content = QByteArray::fromHex("FF100C") + digits + QByteArray::fromHex("FFFF");
    for (const KnownApplication &known : knownApplications) {
        const QByteArray aid = QByteArray::fromHex(known.aid);
        auto application = std::ranges::find(image.applications, aid, &CardApplication::aid);
        if (application == image.applications.end())
            application = image.applications.insert(image.applications.end(), {aid, {}});
        for (const quint16 id : known.files) {
            if (known.ownBusiness.contains(id))
                continue;
            const auto file = std::ranges::find(application->files, id, &CardFile::id);
            if (file == application->files.end())
                application->files.append({id, content, {}, true});
            else
                *file = {id, content, {}, true};
        }
        for (CardFile &file : application->files)
            if (auto *pin = std::get_if<CardPin>(&file.body); pin && referenceA.contains(file.id))
                pin->digest = pinDigest(digits);
    }
}

CardPerson someone(const QByteArray &resident)
{
    if (const auto all = residents(); all)
        for (const ResidentInfo &info : *all)
            if (info.key.toLatin1() == resident)
                return residentCard(info);
    return {.key = u"canary"_s, .name = u"試験　用子"_s, .address = u"東京都千代田区１－１"_s,
            .dateOfBirth = QDate(1985, 4, 5), .sex = u"2"_s};
}

} // namespace

int main()
{
    std::string line;
    std::getline(std::cin, line);
    const QByteArrayList words = QByteArray::fromStdString(line).split(' ');
    const auto valuesOf = [&words](const QByteArray &name) {
        QByteArrayList values;
        for (const QByteArray &word : words)
            if (word.startsWith(name + '='))
                values.append(word.mid(name.size() + 1));
        return values;
    };
    const auto digitsOf = [&](const QByteArray &name) { return Canary::fromMasked(valuesOf(name).value(0)).plain(); };
    CardPerson person = someone(valuesOf("resident").value(0));
    if (!valuesOf("pin").isEmpty())
        person.pin = digitsOf("pin");
    if (!valuesOf("basicInfoPin").isEmpty())
        person.basicInfoPin = digitsOf("basicInfoPin");
    for (const QByteArray &variant : valuesOf("variant"))
        person.variants.append(QString::fromLatin1(variant));
    auto image = makeCardImage(person, TestPki::inMemory());
    const auto traits = cardTraits(person.variants);
    if (!image || !traits)
        return 1;
    if (!valuesOf("forbidden").isEmpty())
        plant(*image, digitsOf("forbidden"));
    SoftwareCard card(*std::move(image), *traits);
    VpcdConnection connection(card, 35963);
    const auto say = [](const QByteArray &text) { std::puts(text.constData()); std::fflush(stdout); };
    connection.setConnectedHook([&] { say("laid"); });
    connection.setExchangeHook([&](const CardExchange &exchange) { say("command " + toRedactedHex(exchange.command).toLatin1()); });
    return connection.run(STDIN_FILENO) ? 0 : 1;
}
