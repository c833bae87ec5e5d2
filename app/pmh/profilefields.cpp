// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/profilefields.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

bool isPort(const QString &digits)
{
    const int port = digits.toInt();
    return digits.isEmpty() || (digits.size() <= 5 && port >= 1 && port <= 65535);
}

} // namespace

QUrl strictAddress(const QString &text)
{
    // Looked at as text first: QUrl takes 127.1, 0x7f.0.0.1 and the like for the loopback address.
    static const QRegularExpression secure(
        u"^https://([^@/?#\\\\\\[\\]:]+|\\[[0-9A-Fa-f:.]+\\])(?::([0-9]{1,5}))?(?:/|$)"_s);
    static const QRegularExpression loopback(
        u"^http://(?:127\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})|\\[::1\\])(?::([0-9]{1,5}))?(?:/|$)"_s);
    if (text.contains(u'#'))
        return {};
    if (const auto match = secure.match(text); match.hasMatch()) {
        if (!isPort(match.captured(2)))
            return {};
    } else if (const auto local = loopback.match(text); local.hasMatch()) {
        for (int octet = 1; octet <= 3; ++octet) {
            const QString digits = local.captured(octet);
            if (digits.toInt() > 255 || (digits.size() > 1 && digits.startsWith(u'0')))
                return {};
        }
        if (!isPort(local.captured(4)))
            return {};
    } else {
        return {};
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool isGood = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment();
    return isGood ? url : QUrl();
}

ProfileProblem::ProfileProblem(QString fileName)
    : m_fileName(std::move(fileName))
{
}

void ProfileProblem::set(const QString &pointer, const QString &reason)
{
    if (m_error)
        return;
    const QString place = pointer.isEmpty() ? u"/"_s : pointer;
    m_error = Error{ErrorCode::ProfileInvalid, m_fileName + ": "_L1 + place + ": "_L1 + reason, {place, m_fileName}};
}

std::optional<Error> ProfileProblem::take()
{
    return std::exchange(m_error, std::nullopt);
}

ProfileFields::ProfileFields(JsonValue json, QString pointer, ProfileProblem &problem)
    : m_json(std::move(json))
    , m_pointer(std::move(pointer))
    , m_problem(&problem)
    , m_known(std::make_shared<QSet<QString>>())
{
    if (!m_json.isObject() && !m_json.isNull())
        failHere(u"no object"_s);
}

bool ProfileFields::has(QLatin1StringView name) const
{
    return m_json.find(QString(name)) != nullptr;
}

QStringList ProfileFields::names() const
{
    QStringList names;
    for (const JsonMember &member : m_json.members())
        names.append(member.name);
    return names;
}

QString ProfileFields::requiredText(QLatin1StringView name)
{
    return textOf(QString(name), true, 1);
}

QString ProfileFields::requiredTextOrEmpty(QLatin1StringView name)
{
    return textOf(QString(name), true, 0);
}

QString ProfileFields::text(QLatin1StringView name)
{
    return textOf(QString(name), false, 0);
}

QString ProfileFields::mappedText(const QString &name, int minimumLength)
{
    return textOf(name, true, minimumLength);
}

bool ProfileFields::requiredFlag(QLatin1StringView name)
{
    const JsonValue *value = known(QString(name));
    if (!value)
        fail(name, u"missing"_s);
    else if (!value->isBoolean())
        fail(name, u"neither true nor false"_s);
    return value && value->toBoolean();
}

QUrl ProfileFields::requiredUrl(QLatin1StringView name)
{
    if (!has(name)) {
        fail(name, u"missing"_s);
        return {};
    }
    return url(name);
}

QUrl ProfileFields::url(QLatin1StringView name)
{
    if (!has(name))
        return {};
    const QUrl address = strictAddress(textOf(QString(name), true, 1));
    if (address.isEmpty())
        fail(name, u"neither https nor http to a loopback address, or with user information or a fragment"_s);
    return address;
}

QStringList ProfileFields::texts(QLatin1StringView name)
{
    const JsonValue *value = known(QString(name));
    if (!value)
        return {};
    if (!value->isArray())
        fail(name, u"no array"_s);
    QStringList list;
    for (const JsonValue &item : value->items()) {
        if (item.toString().isEmpty())
            fail(name, list.size(), u"no text, or an empty one"_s);
        list.append(item.toString());
    }
    return list;
}

qint64 ProfileFields::whole(QLatin1StringView name, qint64 minimum, qint64 absent)
{
    const JsonValue *value = known(QString(name));
    if (!value)
        return absent;
    const std::optional<qint64> number = value->toInteger();
    if (number && *number >= minimum)
        return *number;
    fail(name, "no whole number from %1 on"_L1.arg(QString::number(minimum)));
    return absent;
}

double ProfileFields::numberAboveZero(QLatin1StringView name, double absent)
{
    const JsonValue *value = known(QString(name));
    if (!value)
        return absent;
    if (value->isNumber() && value->toDouble() > 0)
        return value->toDouble();
    fail(name, u"no number above 0"_s);
    return absent;
}

ProfileFields ProfileFields::object(QLatin1StringView name)
{
    return object(QString(name));
}

ProfileFields ProfileFields::object(const QString &name)
{
    const JsonValue *value = known(name);
    if (value && !value->isObject()) {
        fail(name, u"no object"_s);
        value = nullptr;
    }
    return {value ? *value : JsonValue(), below(name), *m_problem};
}

ProfileFields ProfileFields::requiredObject(QLatin1StringView name)
{
    if (!has(name))
        fail(name, u"missing"_s);
    return object(name);
}

void ProfileFields::refuseUnknown()
{
    for (const JsonMember &member : m_json.members()) {
        if (!m_known->contains(member.name))
            fail(member.name, u"unknown key"_s);
    }
}

void ProfileFields::fail(QLatin1StringView name, const QString &reason)
{
    fail(QString(name), reason);
}

void ProfileFields::fail(const QString &name, const QString &reason)
{
    m_problem->set(below(name), reason);
}

void ProfileFields::fail(QLatin1StringView name, qsizetype index, const QString &reason)
{
    m_problem->set(below(QString(name)) + u'/' + QString::number(index), reason);
}

void ProfileFields::failHere(const QString &reason)
{
    m_problem->set(m_pointer, reason);
}

const JsonValue *ProfileFields::known(const QString &name)
{
    m_known->insert(name);
    return m_json.find(name);
}

QString ProfileFields::textOf(const QString &name, bool isRequired, int minimumLength)
{
    const JsonValue *value = known(name);
    if (!value) {
        if (isRequired)
            fail(name, u"missing"_s);
        return {};
    }
    if (!value->isString())
        fail(name, u"no text"_s);
    else if (value->utf8().size() < minimumLength)
        fail(name, u"empty"_s);
    return value->toString();
}

QString ProfileFields::below(const QString &name) const
{
    return m_pointer + u'/' + QString(name).replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
}

} // namespace uk
