// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/world.h"

#include "app/base/clock.h"
#include "app/training/jsonor.h"
#include "app/training/plannedstops.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk::training {

QByteArray randomId()
{
    QByteArray bytes(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

World::World(std::vector<Resident> residents)
    : m_linkSecret(randomId())
    , m_portalSecret(randomId())
{
    for (Resident &resident : residents)
        addPerson(std::move(resident));
    m_atStart = m_people;
}

void World::reset()
{
    m_people = m_atStart;
    m_tokens.clear();
    m_stops.clear();
    m_journal = JsonValue::array();
    m_clockStart.reset();
    m_hasPlannedStops = false;
    m_tokenSeconds = 1800;
}

QByteArray World::linkKeyOf(const QString &myNumber) const
{
    return QMessageAuthenticationCode::hash(myNumber.toLatin1(), m_linkSecret, QCryptographicHash::Sha256);
}

Person *World::personOfMyNumber(const QString &myNumber)
{
    const auto found = std::ranges::find(m_people, linkKeyOf(myNumber), &Person::linkKey);
    return found == m_people.end() ? nullptr : &*found;
}

Person &World::addPerson(Resident resident)
{
    Person person{std::move(resident), {}, QString::fromLatin1(randomId()), {}};
    person.linkKey = linkKeyOf(person.resident.myNumber);
    person.resident.myNumber.clear();
    person.pseudonym = QString::fromLatin1(
        QMessageAuthenticationCode::hash(person.pmhId.toLatin1(), m_portalSecret, QCryptographicHash::Sha256).toHex());
    return m_people.emplace_back(std::move(person));
}

QDateTime World::nowUtc() const
{
    return m_clockStart ? m_clockStart->addMSecs(m_clockRun.elapsed()) : QDateTime::currentDateTimeUtc();
}

void World::setClock(std::optional<QDateTime> now)
{
    m_clockStart = std::move(now);
    m_clockRun.start();
}

Person *World::person(const QString &key)
{
    for (Person &person : m_people) {
        if (person.key() == key)
            return &person;
    }
    return nullptr;
}

QByteArray World::issueToken(const Person &person, const QStringList &scopes, std::optional<int> seconds)
{
    // An expired token and an unknown one are the same to a client; in a long day they must not pile up.
    m_tokens.removeIf([now = nowUtc()](const auto &entry) { return entry.value().expires <= now; });
    const QByteArray value = randomId();
    m_tokens.insert(value, Token{person.pseudonym, scopes, nowUtc().addSecs(seconds.value_or(m_tokenSeconds))});
    return value;
}

const Token *World::token(const QByteArray &value) const
{
    const auto found = m_tokens.constFind(value);
    return found == m_tokens.constEnd() ? nullptr : &*found;
}

Person *World::personOfToken(const QByteArray &value)
{
    const Token *found = token(value);
    if (!found)
        return nullptr;
    for (Person &person : m_people) {
        if (person.pseudonym == found->pseudonym)
            return &person;
    }
    return nullptr;
}

void World::revoke(const QByteArray &token)
{
    m_tokens.remove(token); // from now on as unknown as any other
}

void World::expireTokens(const Person *person)
{
    for (Token &token : m_tokens) {
        if (!person || token.pseudonym == person->pseudonym)
            token.expires = nowUtc();
    }
}

void World::withdraw(const Person &person)
{
    for (Token &token : m_tokens) {
        if (token.pseudonym == person.pseudonym)
            token.isWithdrawn = true;
    }
}

int World::liveTokens() const
{
    const QDateTime now = nowUtc();
    return static_cast<int>(std::count_if(m_tokens.begin(), m_tokens.end(), [&now](const Token &token) {
        return !token.isWithdrawn && token.expires > now;
    }));
}

QList<Stop> World::stopsAround(const QString &service) const
{
    QList<Stop> stops;
    for (const Stop &stop : m_stops) {
        if (stop.service == service)
            stops.append(stop);
    }
    if (m_hasPlannedStops)
        stops += plannedStops(service, toTokyo(nowUtc()).date());
    return stops;
}

std::optional<Stop> World::stopOf(const QString &service) const
{
    const QDateTime now = nowUtc();
    const QList<Stop> stops = stopsAround(service);
    for (const Stop &stop : stops) {
        if ((!stop.from.isValid() || stop.from <= now) && (!stop.to.isValid() || now < stop.to))
            return stop;
    }
    return {};
}

std::optional<Stop> World::nextStopOf(const QString &service) const
{
    const QDateTime now = nowUtc();
    std::optional<Stop> next;
    const QList<Stop> stops = stopsAround(service);
    for (const Stop &stop : stops) {
        if (stop.from > now && stop.from < now.addDays(7) && (!next || stop.from < next->from))
            next = stop;
    }
    return next;
}

void World::record(JournalEntry entry)
{
    if (!m_keepsJournal)
        return;
    m_journal.append(JsonValue::object({{u"number"_s, m_journal.size() + 1},
                                        {u"time"_s, nowUtc().toString(Qt::ISODateWithMs)},
                                 {u"person"_s, entry.person},
                                 {u"processType"_s, entry.processType},
                                 {u"key"_s, entry.key},
                                 {u"origin"_s, entry.origin},
                                 {u"body"_s, entry.body},
                                 {u"before"_s, entry.before},
                                 {u"request"_s, entry.request}}));
}

JsonValue World::journal(qint64 since) const
{
    return entriesAfter(m_journal, since);
}

} // namespace uk::training
