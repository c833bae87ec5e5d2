// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/world.h"

#include "app/base/clock.h"
#include "app/training/plannedstops.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace uk::training {

QByteArray randomId()
{
    QByteArray bytes(32, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

namespace {

template<class Forms>
typename Forms::value_type *formIn(Forms &forms, const QString &id)
{
    for (auto &form : forms) {
        if (form.id == id)
            return &form;
    }
    return nullptr;
}

QJsonArray storedQuestionnaires(const std::vector<Questionnaire> &forms, QLatin1StringView idMember)
{
    QJsonArray result;
    for (const Questionnaire &form : forms) {
        result.append(QJsonObject{{idMember, form.id},
                                  {u"isAnswerable"_s, form.isAnswerable},
                                  {u"answerStatusSeg"_s, form.answerStatusSeg},
                                  {u"lastUpdatedPageNumber"_s, form.lastUpdatedPageNumber},
                                  {u"answers"_s, form.answers}});
    }
    return result;
}

} // namespace

Questionnaire *Person::questionnaire(const QString &id)
{
    return formIn(resident.questionnaires, id);
}

Questionnaire *Person::childQuestionnaire(const QString &checkupId)
{
    return formIn(resident.childQuestionnaires, checkupId);
}

PrenatalMchbook *Person::prenatalMchbook(const QString &pregnancyId)
{
    return formIn(resident.prenatalMchbooks, pregnancyId);
}

AnswerForm &Person::childMchbook()
{
    if (!resident.childMchbook)
        resident.childMchbook = AnswerForm{childMchbookId, {}, {}};
    return *resident.childMchbook;
}

Person::FoundForm Person::form(const QString &id)
{
    if (Questionnaire *found = questionnaire(id))
        return {found, found, u"RegisterQuestionnaireAnswer"_s};
    if (Questionnaire *found = childQuestionnaire(id))
        return {found, found, u"RegisterChildQuestionnaireAnswer"_s};
    if (resident.homecoming && resident.homecoming->id == id)
        return {&*resident.homecoming, nullptr, u"RegisterHomecoming"_s};
    if (PrenatalMchbook *found = prenatalMchbook(id))
        return {found, nullptr, u"RegisterPrenatalMchbook"_s};
    if (id == childMchbookId)
        return {&childMchbook(), nullptr, u"RegisterChildMchbook"_s};
    return {};
}

QJsonObject Person::basicFiveInfo() const
{
    const ResidentInfo &info = resident.info;
    return {{u"name"_s, info.name},
            {u"nameKana"_s, info.kana},
            {u"address"_s, info.address},
            {u"dateOfBirth"_s, info.birthDate.toString(Qt::ISODate)},
            {u"sex"_s, info.sex}};
}

QJsonObject Person::stored() const
{
    QJsonArray books;
    for (const PrenatalMchbook &book : resident.prenatalMchbooks)
        books.append(QJsonObject{{u"pregnancyId"_s, book.id}, {u"answers"_s, book.answers}});
    QJsonObject result{
        {u"questionnaires"_s, storedQuestionnaires(resident.questionnaires, "questionnaireManagementId"_L1)},
        {u"childQuestionnaires"_s, storedQuestionnaires(resident.childQuestionnaires, "childCheckupId"_L1)},
        {u"prenatalMchbooks"_s, books},
        {u"pregnancyLoss"_s, QJsonObject{{u"pregnancyByMunicipalityId"_s, resident.pregnancyLoss.id},
                                         {u"pregnancyLossOn"_s, resident.pregnancyLoss.on}}}};
    if (const auto &form = resident.homecoming)
        result.insert(u"homecoming"_s, QJsonObject{{u"pregnancyByMunicipalityId"_s, form->id}, {u"answers"_s, form->answers}});
    if (const auto &form = resident.childMchbook)
        result.insert(u"childMchbook"_s, QJsonObject{{u"answers"_s, form->answers}});
    return result;
}

World::World(std::vector<Resident> residents)
    : m_residents(std::move(residents))
{
    reset();
}

void World::reset()
{
    m_people.clear();
    m_tokens.clear();
    m_stops.clear();
    m_journal = {};
    m_clockStart.reset();
    m_hasPlannedStops = false;
    m_tokenSeconds = 1800;
    const QByteArray portalKey = randomId();
    for (const Resident &resident : m_residents) {
        Person person{resident, QString::fromLatin1(randomId()), {}};
        person.pseudonym = QString::fromLatin1(QMessageAuthenticationCode::hash(
            person.pmhId.toLatin1(), portalKey, QCryptographicHash::Sha256).toHex());
        m_people.push_back(std::move(person));
    }
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
    m_journal.append(QJsonObject{{u"number"_s, m_journal.size() + 1},
                                 {u"time"_s, nowUtc().toString(Qt::ISODateWithMs)},
                                 {u"person"_s, entry.person},
                                 {u"processType"_s, entry.processType},
                                 {u"key"_s, entry.key},
                                 {u"origin"_s, entry.origin},
                                 {u"body"_s, entry.body},
                                 {u"before"_s, entry.before},
                                 {u"request"_s, entry.request}});
}

QJsonArray World::journal(qint64 since) const
{
    QJsonArray result;
    for (const QJsonValue &entry : m_journal) {
        if (entry["number"_L1].toInteger() > since)
            result.append(entry);
    }
    return result;
}

} // namespace uk::training
