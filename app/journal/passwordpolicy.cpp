// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/passwordpolicy.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <bitset>

namespace uk {

namespace {

constexpr qsizetype shortestNameToLookFor = 3;

unsigned lowered(std::byte b)
{
    const unsigned value = std::to_integer<unsigned>(b);
    return value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
}

/// The shape of a text: enough for the rules, without keeping the text.
struct Shape
{
    int characters = 0;
    bool hasLetter = false, hasDigit = false, hasSign = false;
    std::bitset<256> bytes;
};

Shape shapeOf(std::span<const std::byte> text)
{
    Shape shape;
    for (const std::byte b : text) {
        const unsigned value = lowered(b);
        shape.bytes.set(value);
        if ((value & 0xC0) == 0x80)
            continue; // inside a character of UTF-8
        ++shape.characters;
        if ((value >= 'a' && value <= 'z') || value >= 0x80)
            shape.hasLetter = true;
        else if (value >= '0' && value <= '9')
            shape.hasDigit = true;
        else
            shape.hasSign = true;
    }
    return shape;
}

bool holdsName(std::span<const std::byte> password, QStringView accountName)
{
    if (accountName.size() < shortestNameToLookFor)
        return false;
    const QByteArray name = accountName.toUtf8();
    const auto nameBytes = std::as_bytes(std::span(name.constData(), static_cast<std::size_t>(name.size())));
    return !std::ranges::search(password, nameBytes, {}, lowered, lowered).empty();
}

} // namespace

PasswordWeakness weaknessOf(std::span<const std::byte> password, QStringView accountName)
{
    if (password.size() > longestPasswordBytes)
        return PasswordWeakness::TooLong;
    const Shape shape = shapeOf(password);
    if (shape.characters < shortestPassword)
        return PasswordWeakness::TooShort;
    if (!shape.hasLetter || !shape.hasDigit || !shape.hasSign)
        return PasswordWeakness::KindsMissing;
    if (static_cast<int>(shape.bytes.count()) < fewestDifferentBytes)
        return PasswordWeakness::TooFewDifferent;
    return holdsName(password, accountName) ? PasswordWeakness::HoldsName : PasswordWeakness::None;
}

QString passwordRuleText()
{
    return QCoreApplication::translate(
        "PasswordPolicy", "パスワードは%1文字以上で、英字・数字・記号をすべて使ってください。名前は含められません。")
        .arg(shortestPassword);
}

int signInDelaySeconds(int wrongTries)
{
    // The first slip of the finger costs nothing; ten tries take more than twenty minutes.
    static constexpr std::array seconds{0, 0, 2, 5, 15, 30, 60, 120, 300};
    return seconds[static_cast<std::size_t>(std::clamp(wrongTries, 0, static_cast<int>(seconds.size()) - 1))];
}

} // namespace uk
