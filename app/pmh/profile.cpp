// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/profile.h"

#include "app/pmh/profilefields.h"
#include "app/pmh/renaming.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

constexpr qint64 maxProfileBytes = 4 * 1024 * 1024;
constexpr std::array areaNames{"vaccination"_L1, "maternal-child"_L1, "medical-subsidy"_L1};
constexpr std::pair<QLatin1StringView, ClientAuthentication> clientAuthentications[] = {
    {"none"_L1, ClientAuthentication::None},
    {"secret"_L1, ClientAuthentication::Secret},
    {"mtls"_L1, ClientAuthentication::MutualTls},
};

void readOperator(ProfileFields fields, ConnectionProfile::Operator &clinic)
{
    clinic.name = fields.requiredText("name"_L1);
    clinic.contact = fields.requiredText("contact"_L1);
    clinic.purpose = fields.requiredText("purpose"_L1);
    fields.refuseUnknown();
}

void readScopes(ProfileFields &fields, QStringList &scopes)
{
    scopes = fields.texts("scopes"_L1);
    if (scopes.isEmpty())
        fields.fail("scopes"_L1, u"missing or empty"_s);
    for (qsizetype i = 0; i < scopes.size(); ++i) {
        if (std::ranges::find(areaNames, scopes.at(i)) == areaNames.end())
            fields.fail("scopes"_L1, i, u"none of vaccination, maternal-child, medical-subsidy"_s);
        if (scopes.indexOf(scopes.at(i)) != i)
            fields.fail("scopes"_L1, i, u"twice"_s);
    }
}

void readClientAuthentication(ProfileFields &fields, ConnectionProfile::Portal &portal)
{
    const QString name = fields.requiredText("clientAuth"_L1);
    const auto known = std::ranges::find(clientAuthentications, name,
                                         &std::pair<QLatin1StringView, ClientAuthentication>::first);
    if (known == std::end(clientAuthentications))
        return fields.fail("clientAuth"_L1, u"none of none, secret, mtls"_s);
    portal.clientAuthentication = known->second;
    portal.clientSecretEntry = fields.text("clientSecretEntry"_L1);
    portal.clientCertificateFile = fields.text("clientCertificateFile"_L1);
    portal.clientCertificatePasswordEntry = fields.text("clientCertificatePasswordEntry"_L1);
    if (known->second == ClientAuthentication::Secret && portal.clientSecretEntry.isEmpty())
        fields.fail("clientSecretEntry"_L1, u"missing, clientAuth is secret"_s);
    if (known->second == ClientAuthentication::MutualTls && portal.clientCertificateFile.isEmpty())
        fields.fail("clientCertificateFile"_L1, u"missing, clientAuth is mtls"_s);
}

void readPortal(ProfileFields fields, ConnectionProfile::Portal &portal)
{
    portal.authorizeUrl = fields.requiredUrl("authorizeUrl"_L1);
    portal.tokenUrl = fields.requiredUrl("tokenUrl"_L1);
    portal.revokeUrl = fields.url("revokeUrl"_L1);
    portal.registerUrl = fields.url("registerUrl"_L1);
    portal.statusUrl = fields.url("statusUrl"_L1);
    portal.clientId = fields.requiredText("clientId"_L1);
    readClientAuthentication(fields, portal);
    readScopes(fields, portal.scopes);
    fields.refuseUnknown();
}

void readAreas(ProfileFields fields, QHash<QString, ConnectionProfile::Area> &areas)
{
    for (const QLatin1StringView name : areaNames) {
        if (!fields.has(name))
            continue;
        ProfileFields area = fields.object(name);
        const QUrl url = area.requiredUrl("url"_L1);
        areas.insert(QString(name), {url, area.requiredTextOrEmpty("version"_L1)});
        area.refuseUnknown();
    }
    fields.refuseUnknown();
    if (areas.isEmpty())
        fields.failHere(u"no area"_s);
}

int wholeInt(ProfileFields &fields, QLatin1StringView name, int minimum, int absent)
{
    return static_cast<int>(std::min<qint64>(fields.whole(name, minimum, absent), std::numeric_limits<int>::max()));
}

void readLimits(ProfileFields fields, ConnectionProfile::Limits &limits)
{
    limits.requestsPerSecond = fields.numberAboveZero("requestsPerSecond"_L1, limits.requestsPerSecond);
    limits.burst = wholeInt(fields, "burst"_L1, 1, limits.burst);
    limits.connectTimeoutMs = wholeInt(fields, "connectTimeoutMs"_L1, 100, limits.connectTimeoutMs);
    limits.totalTimeoutMs = wholeInt(fields, "totalTimeoutMs"_L1, 100, limits.totalTimeoutMs);
    limits.maxJsonBytes = fields.whole("maxJsonBytes"_L1, 1024, limits.maxJsonBytes);
    limits.maxPdfBytes = fields.whole("maxPdfBytes"_L1, 1024, limits.maxPdfBytes);
    fields.refuseUnknown();
}

void readCodes(ProfileFields fields, QHash<QString, QHash<QString, QString>> &codes)
{
    for (const QString &list : fields.names()) {
        ProfileFields values = fields.object(list);
        QHash<QString, QString> meanings;
        for (const QString &wire : values.names()) {
            const QString meaning = values.mappedText(wire, 0);
            if (std::ranges::find(meanings, meaning) != meanings.cend())
                values.fail(wire, u"a second value with the same meaning"_s);
            meanings.insert(wire, meaning);
        }
        codes.insert(list, meanings);
    }
}

QHash<QString, QString> readNames(ProfileFields fields)
{
    QHash<QString, QString> names;
    for (const QString &canonical : fields.names())
        names.insert(canonical, fields.mappedText(canonical, 1));
    return names;
}

void readProcessTypes(ProfileFields fields, QHash<QString, QString> &types)
{
    types = readNames(fields);
    QHash<QString, QString> canonicalOf;
    for (const ProcessType &type : processTypes()) {
        const QString canonical(type.name);
        const QString wire = types.value(canonical, canonical);
        if (canonicalOf.contains(wire))
            return fields.failHere("%1 and %2 have one wire name"_L1.arg(canonicalOf.value(wire), canonical));
        canonicalOf.insert(wire, canonical);
    }
}

void readPins(ProfileFields &fields, QStringList &pins)
{
    pins = fields.texts("pins"_L1);
    for (qsizetype i = 0; i < pins.size(); ++i) {
        const auto pin = QByteArray::fromBase64Encoding(pins.at(i).toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
        if (!pin || (*pin).size() != 32)
            fields.fail("pins"_L1, i, u"not the base64 of a SHA-256"_s);
    }
}

void readAllowedHosts(ProfileFields &fields, ConnectionProfile &profile)
{
    profile.allowedHosts = fields.texts("allowedHosts"_L1);
    for (qsizetype i = 0; i < profile.allowedHosts.size(); ++i) {
        const QString entry = profile.allowedHosts.at(i).toLower();
        const QUrl url("https://"_L1 + entry, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || url.authority(QUrl::FullyEncoded) != entry
            || !url.userInfo().isEmpty())
            fields.fail("allowedHosts"_L1, i, u"neither host nor host:port"_s);
        profile.allowedHosts[i] = entry;
    }
    if (!profile.allowedHosts.isEmpty())
        return;
    QList<QUrl> own{profile.resultUrl, profile.portal.authorizeUrl, profile.portal.tokenUrl,
                    profile.portal.revokeUrl, profile.portal.registerUrl, profile.portal.statusUrl};
    for (const ConnectionProfile::Area &area : std::as_const(profile.areas))
        own << area.url;
    for (const QUrl &url : std::as_const(own)) {
        const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
        if (!host.isEmpty() && !profile.allowedHosts.contains(host))
            profile.allowedHosts.append(host);
    }
}

} // namespace

Result<ConnectionProfile> parseProfile(const QByteArray &json, const QString &displayFileName)
{
    const Result<JsonValue> root = parseJson(json, {.maxBytes = maxProfileBytes}, ErrorCode::ProfileInvalid);
    if (!root)
        return failure(ErrorCode::ProfileInvalid, displayFileName + ": "_L1 + root.error().detail, {displayFileName});

    ProfileProblem problem(displayFileName);
    ProfileFields fields(*root, {}, problem);
    ConnectionProfile profile;
    profile.displayName = fields.requiredText("displayName"_L1);
    profile.isTraining = fields.requiredFlag("isTraining"_L1);
    readOperator(fields.requiredObject("operator"_L1), profile.clinic);
    readPortal(fields.requiredObject("portal"_L1), profile.portal);
    readAreas(fields.requiredObject("areas"_L1), profile.areas);
    profile.resultUrl = fields.requiredUrl("resultUrl"_L1);
    readProcessTypes(fields.object("processTypes"_L1), profile.processTypes);
    profile.members = readNames(fields.object("members"_L1));
    readCodes(fields.object("codes"_L1), profile.codes);
    readLimits(fields.object("limits"_L1), profile.limits);
    readPins(fields, profile.pins);
    readAllowedHosts(fields, profile);
    fields.refuseUnknown();
    if (const auto clash = findNameClash(Renaming(profile)))
        fields.fail("members"_L1, "two members of %1 are called %2"_L1.arg(clash->object, clash->wireName));
    if (auto error = problem.take())
        return std::unexpected(*std::move(error));
    return profile;
}

Result<ConnectionProfile> readProfile(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::ProfileInvalid, fileName + ": "_L1 + file.errorString(), {fileName});
    UK_TRY(ConnectionProfile profile, parseProfile(file.read(maxProfileBytes + 1), fileName));
    if (QString &certificate = profile.portal.clientCertificateFile; !certificate.isEmpty())
        certificate = QFileInfo(fileName).absoluteDir().absoluteFilePath(certificate);
    return profile;
}

bool isAllowedAddress(const QUrl &url, const QStringList &allowedHosts)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    return allowedHosts.contains(host) || allowedHosts.contains(host + u':' + QString::number(port));
}

} // namespace uk
