// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/scenario.h"

#include "ui/walkthrough/scenarioreader.h"
#include "ui/walkthrough/scenariosteps.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace scenario {

std::unexpected<Error> refuse(const Place &place, const QString &reason)
{
    const QString pointer = place.pointer.isEmpty() ? u"/"_s : place.pointer;
    return failure(ErrorCode::ScenarioInvalid, u"%1: %2: %3"_s.arg(place.file, pointer, reason),
                   {u"%1 %2 (%3)"_s.arg(place.file, pointer, reason)});
}

Result<QString> readText(const JsonValue &value, const Place &place)
{
    if (!value.isString() || value.utf8().isEmpty())
        return refuse(place, u"must be a text"_s);
    return value.toString();
}

Result<QString> readOneOf(const JsonValue &value, const Place &place, const QStringList &allowed)
{
    UK_TRY(const QString text, readText(value, place));
    if (!allowed.contains(text))
        return refuse(place, u"must be one of "_s + allowed.join(u", "_s));
    return text;
}

Result<QStringList> readTexts(const JsonValue &value, const Place &place, const QStringList &allowed)
{
    if (!value.isArray())
        return refuse(place, u"must be a list"_s);
    QStringList texts;
    for (const JsonValue &item : value.items()) {
        const Place itemPlace = place.at(texts.size());
        UK_TRY(const QString text, allowed.isEmpty() ? readText(item, itemPlace) : readOneOf(item, itemPlace, allowed));
        texts.append(text);
    }
    return texts;
}

Result<int> readInteger(const JsonValue &value, const Place &place, int least, int most)
{
    const std::optional<qint64> number = value.toInteger();
    if (!number || *number < least || *number > most)
        return refuse(place, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
    return static_cast<int>(*number);
}

Result<bool> readBoolean(const JsonValue &value, const Place &place)
{
    if (!value.isBoolean())
        return refuse(place, u"must be true or false"_s);
    return value.toBoolean();
}

} // namespace scenario

using namespace scenario;

namespace {

SecretBuffer secretOf(const JsonValue &value)
{
    const QByteArray text = value.utf8();
    return SecretBuffer::copyOf(std::as_bytes(std::span(text.data(), static_cast<std::size_t>(text.size()))));
}

/// A PIN of four digits; anything else could never be typed on the digit pad.
Result<SecretBuffer> readPin(const JsonValue &value, const Place &place)
{
    const QByteArray text = value.utf8();
    const bool areDigits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!value.isString() || text.size() != 4 || !areDigits)
        return refuse(place, u"must be four digits"_s);
    return secretOf(value);
}

Result<SecretBuffer> readSecret(const JsonValue &value, const Place &place)
{
    UK_CHECK(readText(value, place));
    return secretOf(value);
}

Result<QString> readFileName(const JsonValue &value, const Place &place)
{
    UK_TRY(const QString name, readText(value, place));
    return QDir::cleanPath(QFileInfo(place.file).absoluteDir().absoluteFilePath(name));
}

/// The program of a command, as a path where it is written as one; a bare name is looked for in PATH.
Result<QStringList> readCommand(const JsonValue &value, const Place &place)
{
    UK_TRY(QStringList command, readTexts(value, place));
    if (command.isEmpty() || !std::ranges::any_of(command, [](const QString &part) { return part.contains(u"%u"_s); }))
        return refuse(place, u"must name a program and hold %u for the address"_s);
    if (command.first().contains(u'/'))
        command.first() = QDir::cleanPath(QFileInfo(place.file).absoluteDir().absoluteFilePath(command.first()));
    return command;
}

Result<std::optional<ScenarioStaff>> readStaff(const JsonValue &value, const Place &place)
{
    if (value.isNull())
        return std::nullopt;
    using Rule = MemberRule<ScenarioStaff>;
    static const QList<Rule> rules{
        {"name"_L1, true, [](const JsonValue &v, const Place &p, ScenarioStaff &s) -> Result<void> {
             UK_TRY(s.name, readText(v, p));
             return {};
         }},
        {"secret"_L1, true, [](const JsonValue &v, const Place &p, ScenarioStaff &s) -> Result<void> {
             UK_TRY(s.secret, readSecret(v, p));
             return {};
         }},
        {"totpSecret"_L1, false, [](const JsonValue &v, const Place &p, ScenarioStaff &s) -> Result<void> {
             if (v.isNull())
                 return {};
             UK_TRY(s.totpSecret, readSecret(v, p));
             return {};
         }},
    };
    ScenarioStaff staff;
    UK_CHECK(takeMembers(value, place, staff, rules));
    return staff;
}

Result<ScenarioDisplay> readDisplay(const JsonValue &value, const Place &place)
{
    using Rule = MemberRule<ScenarioDisplay>;
    static const QList<Rule> rules{
        {"width"_L1, false, [](const JsonValue &v, const Place &p, ScenarioDisplay &d) -> Result<void> {
             UK_TRY(d.size.rwidth(), readInteger(v, p, 320, 16384));
             return {};
         }},
        {"height"_L1, false, [](const JsonValue &v, const Place &p, ScenarioDisplay &d) -> Result<void> {
             UK_TRY(d.size.rheight(), readInteger(v, p, 240, 16384));
             return {};
         }},
        {"scale"_L1, false, [](const JsonValue &v, const Place &p, ScenarioDisplay &d) -> Result<void> {
             if (!v.isNumber() || v.toDouble() < 0.5 || v.toDouble() > 4)
                 return refuse(p, u"must be a number from 0.5 to 4"_s);
             d.scale = v.toDouble();
             return {};
         }},
        {"language"_L1, false, [](const JsonValue &v, const Place &p, ScenarioDisplay &d) -> Result<void> {
             UK_TRY(d.language, readText(v, p));
             return {};
         }},
        {"mode"_L1, false, [](const JsonValue &v, const Place &p, ScenarioDisplay &d) -> Result<void> {
             UK_TRY(d.mode, readOneOf(v, p, {u"one"_s, u"two"_s}));
             return {};
         }},
    };
    ScenarioDisplay display;
    UK_CHECK(takeMembers(value, place, display, rules));
    return display;
}

QList<MemberRule<Scenario>> scenarioRules()
{
    // Wraps a reader whose value goes into one member of the scenario.
    const auto into = [](auto member, auto read) {
        return [member, read](const JsonValue &v, const Place &p, Scenario &s) -> Result<void> {
            UK_TRY(s.*member, read(v, p));
            return {};
        };
    };
    const auto text = [](const JsonValue &v, const Place &p) { return readText(v, p); };
    return {
        {"profile"_L1, false, into(&Scenario::profile, readFileName)},
        {"trustedRoots"_L1, false, [](const JsonValue &v, const Place &p, Scenario &s) -> Result<void> {
             UK_CHECK(readTexts(v, p));
             for (const JsonValue &item : v.items()) {
                 UK_TRY(const QString name, readFileName(item, p.at(s.trustedRoots.size())));
                 s.trustedRoots.append(name);
             }
             return {};
         }},
        {"allowTestRoots"_L1, false, into(&Scenario::allowTestRoots, readBoolean)},
        {"reader"_L1, false, into(&Scenario::reader, text)},
        {"pin"_L1, false, [](const JsonValue &v, const Place &p, Scenario &s) -> Result<void> {
             if (v.isNull())
                 return {};
             UK_TRY(s.pin, readPin(v, p));
             return {};
         }},
        {"basicInfoPin"_L1, false, [](const JsonValue &v, const Place &p, Scenario &s) -> Result<void> {
             if (v.isNull())
                 return {};
             UK_TRY(s.basicInfoPin, readPin(v, p));
             return {};
         }},
        {"browserCommand"_L1, false, into(&Scenario::browserCommand, readCommand)},
        {"purpose"_L1, false, [](const JsonValue &v, const Place &p, Scenario &s) -> Result<void> {
             UK_TRY(s.purpose, readTexts(v, p, {u"vaccination"_s, u"maternal-child"_s, u"medical-subsidy"_s}));
             return {};
         }},
        {"staff"_L1, false, into(&Scenario::staff, readStaff)},
        {"secondStaff"_L1, false, into(&Scenario::secondStaff, readStaff)},
        {"display"_L1, false, into(&Scenario::display, readDisplay)},
        {"steps"_L1, true, [](const JsonValue &v, const Place &p, Scenario &s) -> Result<void> {
             UK_TRY(s.steps, readSteps(v, p));
             return {};
         }},
    };
}

} // namespace

Result<Scenario> parseScenario(QByteArrayView json, const QString &fileName)
{
    const Place place{fileName, {}};
    const Result<JsonValue> value = parseJson(json, {}, ErrorCode::ScenarioInvalid);
    if (!value)
        return refuse(place, value.error().detail);
    Scenario scenario;
    UK_CHECK(takeMembers(*value, place, scenario, scenarioRules()));
    return scenario;
}

Result<Scenario> readScenario(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return refuse({fileName, {}}, u"cannot be opened"_s);
    return parseScenario(file.readAll(), fileName);
}

} // namespace uk
