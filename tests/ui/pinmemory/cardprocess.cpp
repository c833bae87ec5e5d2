// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// A card with PINs of its own in the virtual reader, in a process of its own. Standard input: one line with both PINs as
// Canary::masked() and the variants; the card is taken away when the input ends.
#include "cardreader/simulated/personalization.h"
#include "cardreader/simulated/vpcdconnection.h"
#include "tests/support/canary.h"

#include <QDate>

#include <cstdio>
#include <iostream>
#include <string>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace uk::test;

int main()
{
    std::string line;
    std::getline(std::cin, line);
    const QByteArrayList words = QByteArray::fromStdString(line).split(' ');
    QStringList variants;
    for (const QByteArray &variant : words.mid(2))
        variants.append(QString::fromLatin1(variant));
    auto card = makeCard({.key = u"canary"_s, .name = u"試験　用子"_s, .address = u"東京都千代田区１－１"_s,
                          .dateOfBirth = QDate(1985, 4, 5), .sex = u"2"_s,
                          .pin = Canary::fromMasked(words.value(0)).plain(),
                          .basicInfoPin = Canary::fromMasked(words.value(1)).plain(), .variants = variants},
                         TestPki::inMemory());
    if (!card)
        return 1;
    VpcdConnection connection(*card, 35963);
    connection.setConnectedHook([] { std::puts("laid"); std::fflush(stdout); });
    return connection.run(STDIN_FILENO) ? 0 : 1;
}
