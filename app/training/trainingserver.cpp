// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/trainingserver.h"

#include "app/training/control.h"
#include "app/training/httpfront.h"
#include "app/base/json.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace uk {

using namespace training;

struct TrainingServer::Parts
{
    Parts(std::vector<Resident> loaded, WireNames wireNames, const TrainingServerOptions &options)
        : world(std::move(loaded))
        , names(std::move(wireNames))
        , portal(world, options.clientId, options.clientSecret)
        , pmh(world, names)
        , municipality(world, options.municipalityToken)
        , exchange(world, portal, pmh, municipality, faults, names)
        , control(world, portal, pmh, municipality, faults, exchange)
        , front([this](const HttpRequest &request) { return exchange.handle(request); })
        , controlFront([this](const HttpRequest &request) { return control.handle(request); })
    {
        world.setPlannedStops(options.hasPlannedStops);
        world.setKeepsJournal(options.hasControlPort);
        exchange.setKeepsLog(options.hasControlPort);
    }

    World world;
    WireNames names;
    Faults faults;
    Portal portal;
    Pmh pmh;
    Municipality municipality;
    Exchange exchange;
    Control control;
    HttpFront front;
    HttpFront controlFront;
};

namespace {

Result<JsonValue> readProfile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::ProfileInvalid, u"the profile cannot be read"_s);
    const auto value = parseJson(file.readAll());
    if (!value)
        return failure(ErrorCode::ProfileInvalid, value.error().detail);
    if (!value->isObject())
        return failure(ErrorCode::ProfileInvalid, u"the profile is not an object"_s);
    return *value;
}

/// The profile with every address led to this server; what it says of names, limits and the operator stays.
QByteArray profileFor(JsonValue profile, const QString &base, const QString &clientId)
{
    JsonValue portal = profile["portal"_L1];
    for (const auto &[member, path] : {std::pair{u"authorizeUrl"_s, u"/portal/authorize"_s},
                                       {u"tokenUrl"_s, u"/portal/token"_s},
                                       {u"revokeUrl"_s, u"/portal/revoke"_s},
                                       {u"registerUrl"_s, u"/portal/register"_s},
                                       {u"statusUrl"_s, u"/portal/status"_s}})
        portal.set(member, base + path);
    portal.set(u"clientId"_s, clientId);
    JsonValue areas;
    for (const auto &[area, path, version] : {std::tuple{u"vaccination"_s, u"/pmh/vaccination/v4"_s, u"v4"_s},
                                              {u"maternal-child"_s, u"/pmh/maternal-child/v3"_s, u"v3"_s},
                                              {u"medical-subsidy"_s, u"/pmh/medical-subsidy/v3"_s, u"v3"_s}})
        areas.set(area, JsonValue::object({{u"url"_s, base + path}, {u"version"_s, version}}));
    profile.set(u"portal"_s, portal);
    profile.set(u"areas"_s, areas);
    profile.set(u"resultUrl"_s, base + "/pmh/result"_L1);
    profile.remove(u"allowedHosts");
    profile.remove(u"pins");
    return writeJson(profile, 4) + '\n';
}

QUrl loopback(quint16 port)
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(port));
}

QString profilePath(const QString &file)
{
    initResources();
    return file.isEmpty() ? u":/training/profile.json"_s : file;
}

} // namespace

Result<QByteArray> trainingProfile(const QUrl &base, const QString &clientId, const QString &profileFile)
{
    UK_TRY(const JsonValue profile, readProfile(profilePath(profileFile)));
    return profileFor(profile, base.toString(), clientId);
}

TrainingServer::TrainingServer(QObject *parent)
    : QObject(parent)
{
}

TrainingServer::~TrainingServer() = default;

Result<void> TrainingServer::start(quint16 port, quint16 controlPort)
{
    TrainingServerOptions options;
    options.port = port;
    options.controlPort = controlPort;
    return start(options);
}

Result<void> TrainingServer::start(const TrainingServerOptions &options)
{
    UK_TRY(auto loaded, loadResidents(options.residentsFolder));
    UK_TRY(const JsonValue profile, readProfile(profilePath(options.profileFile)));
    UK_TRY(WireNames names, WireNames::fromProfile(profile));
    for (const Resident &resident : loaded)
        m_residents.append(resident.info);
    m_parts = std::make_unique<Parts>(std::move(loaded), std::move(names), options);
    const quint16 port = m_parts->front.listenOnLoopback(options.port);
    const quint16 control = options.hasControlPort ? m_parts->controlFront.listenOnLoopback(options.controlPort) : 0;
    if (port == 0 || (options.hasControlPort && control == 0))
        return failure(ErrorCode::ListenerFailed, u"a loopback port could not be taken"_s);
    m_base = loopback(port);
    m_control = control ? loopback(control) : QUrl();
    m_profile = profileFor(profile, m_base.toString(), options.clientId);
    return {};
}

QUrl TrainingServer::baseUrl() const
{
    return m_base;
}

QUrl TrainingServer::controlUrl() const
{
    return m_control;
}

QList<ResidentInfo> TrainingServer::residents() const
{
    return m_residents;
}

QByteArray TrainingServer::profileJson() const
{
    return m_profile;
}

void TrainingServer::setCardOnTray(const QString &key)
{
    QMetaObject::invokeMethod(this, [this, key] {
        if (m_parts)
            m_parts->portal.setCardOnTray(key);
    });
}

QByteArray TrainingServer::issueToken(const QString &key, const QStringList &scopes)
{
    const Person *person = m_parts ? m_parts->world.person(key) : nullptr;
    return person ? m_parts->world.issueToken(*person, scopes) : QByteArray();
}

} // namespace uk
