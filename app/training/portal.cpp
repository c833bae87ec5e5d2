// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/portal.h"

#include "app/training/portalpages.h"
#include "app/training/pmherror.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

constexpr int codeSeconds = 60;
constexpr int rememberedSeconds = 3600; // a used code must still be known as one

const QStringList &knownScopes()
{
    static const QStringList scopes{u"vaccination"_s, u"maternal-child"_s, u"medical-subsidy"_s};
    return scopes;
}

QString value(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

bool standsTwice(const QUrlQuery &query)
{
    QSet<QString> names;
    const auto items = query.queryItems();
    return std::any_of(items.begin(), items.end(), [&names](const auto &item) {
        const bool known = names.contains(item.first);
        names.insert(item.first);
        return known;
    });
}

/// http://127.0.0.1:PORT/callback or http://[::1]:PORT/callback, nothing else in it.
bool isLoopbackCallback(const QString &address)
{
    static const QRegularExpression form(u"^http://(127[.]0[.]0[.]1|\\[::1\\]):[1-9][0-9]{0,4}/callback$"_s);
    return form.match(address).hasMatch() && QUrl(address, QUrl::StrictMode).isValid();
}

/// What rules 22 answers with a redirect; empty: the request is good.
QString problemOfAuthorize(const QUrlQuery &query, const QStringList &scopes)
{
    static const QRegularExpression challenge(u"^[A-Za-z0-9_-]{43}$"_s);
    if (standsTwice(query) || value(query, u"state"_s).size() < 22)
        return u"invalid_request"_s;
    if (!query.hasQueryItem(u"response_type"_s))
        return u"invalid_request"_s;
    if (value(query, u"response_type"_s) != "code"_L1)
        return u"unsupported_response_type"_s;
    if (value(query, u"code_challenge_method"_s) != "S256"_L1
        || !challenge.match(value(query, u"code_challenge"_s)).hasMatch())
        return u"invalid_request"_s;
    const bool allKnown = std::all_of(scopes.begin(), scopes.end(),
                                      [](const QString &scope) { return knownScopes().contains(scope); });
    return scopes.isEmpty() || !allKnown ? u"invalid_scope"_s : QString();
}

} // namespace

Portal::Portal(World &world, QString clientId, QString clientSecret)
    : m_world(world)
    , m_clientId(std::move(clientId))
    , m_clientSecret(std::move(clientSecret))
{
}

void Portal::reset()
{
    m_walks.clear();
    m_codes.clear();
}

HttpResponse Portal::handle(const HttpRequest &request)
{
    const bool isPost = request.method == "POST";
    if (request.path == "/portal/token"_L1)
        return isPost ? token(request) : wrongMethod();
    if (request.path == "/portal/revoke"_L1)
        return isPost ? revoke(request) : wrongMethod();
    static const QStringList pages{u"/portal/authorize"_s, u"/portal/register"_s, u"/portal/method"_s,
                                   u"/portal/identity"_s,  u"/portal/confirm"_s,  u"/portal/link"_s,
                                   u"/portal/give-up"_s,   u"/portal/status"_s};
    if (!pages.contains(request.path))
        return unknownPath();
    if (request.method != "GET" && request.method != "HEAD")
        return wrongMethod();
    if (request.path == "/portal/status"_L1)
        return status();
    if (request.path == "/portal/authorize"_L1)
        return begin(request, false);
    return request.path == "/portal/register"_L1 ? begin(request, true) : page(request);
}

HttpResponse Portal::begin(const HttpRequest &request, bool isRegistration)
{
    const QString redirect = value(request.query, u"redirect_uri"_s);
    const bool isOneEach = request.query.allQueryItemValues(u"redirect_uri"_s).size() == 1
        && request.query.allQueryItemValues(u"client_id"_s).size() == 1;
    if (!isOneEach || value(request.query, u"client_id"_s) != m_clientId || !isLoopbackCallback(redirect)) {
        return HttpResponse::html(
            htmlPage({u"この画面は開けません"_s, {},
                      u"<p class=\"warning\">呼び出したプログラムか、戻り先の住所がちがいます。受付の人に伝えてください。</p>"_s, {}, {}}),
            400);
    }
    Walk walk;
    walk.isRegistration = isRegistration;
    walk.redirect = QUrl(redirect);
    walk.state = value(request.query, u"state"_s);
    walk.challenge = value(request.query, u"code_challenge"_s).toLatin1();
    const QString scope = value(request.query, u"scope"_s).replace(u'+', u' ');
    walk.scopes = scope.split(u' ', Qt::SkipEmptyParts);
    walk.scopes.removeDuplicates();
    if (const QString problem = problemOfAuthorize(request.query, walk.scopes); !problem.isEmpty())
        return back(walk, {{u"error"_s, problem}});
    const bool isStopped = isRegistration
        ? m_world.stopOf(u"information-network"_s) || m_world.stopOf(u"insurer-server"_s)
        : m_world.stopOf(u"portal"_s).has_value();
    if (isStopped)
        return back(walk, {{u"error"_s, u"temporarily_unavailable"_s}});
    walk.begun = m_world.nowUtc();
    constexpr int walkSeconds = 1800; // pages that nobody comes back to
    m_walks.removeIf([&](const auto &entry) { return entry.value().begun.addSecs(walkSeconds) < walk.begun; });
    const QString id = QString::fromLatin1(randomId());
    m_walks.insert(id, walk);
    return termsPage(id, walk, false);
}

HttpResponse Portal::page(const HttpRequest &request)
{
    const QString id = value(request.query, u"walk"_s);
    const auto found = m_walks.find(id);
    if (found == m_walks.end()) {
        return HttpResponse::html(htmlPage({u"この画面は終わりました"_s, {},
                                            u"<p class=\"notice\">受付の画面にもどってください。</p>"_s, {}, {}}),
                                  400);
    }
    Walk &walk = *found;
    const QString step = request.path.section(u'/', -1);
    if (step == "give-up"_L1) {
        const Walk ended = m_walks.take(id);
        return back(ended, {{u"error"_s, u"access_denied"_s}});
    }
    if (step == "method"_L1) {
        walk.hasAgreed = walk.hasAgreed || value(request.query, u"agree"_s) == "1"_L1;
        return walk.hasAgreed ? methodPage(id, walk) : termsPage(id, walk, true);
    }
    if (!walk.hasAgreed)
        return termsPage(id, walk, true);
    if (step == "identity"_L1)
        return identityPage(id, walk, value(request.query, u"method"_s) == "qr"_L1);
    if (step == "confirm"_L1) {
        walk.person = value(request.query, u"person"_s);
        return m_world.person(walk.person) ? confirmPage(id, walk) : methodPage(id, walk);
    }
    if (!m_world.person(walk.person)) // "link" before the identity check
        return methodPage(id, walk);
    return finish(m_walks.take(id));
}

HttpResponse Portal::finish(const Walk &walk)
{
    Person *person = m_world.person(walk.person);
    if (person->resident.hasExpiredCertificate)
        return back(walk, {{u"error"_s, u"certificate_expired"_s}});
    if (walk.isRegistration) {
        person->resident.isRegistered = true;
        return back(walk, {{u"registered"_s, u"1"_s}});
    }
    if (!person->resident.isRegistered)
        return back(walk, {{u"error"_s, u"registration_required"_s}});
    const QString code = QString::fromLatin1(randomId());
    m_codes.removeIf([now = m_world.nowUtc()](const auto &entry) {
        return entry.value().expires.addSecs(rememberedSeconds) < now;
    });
    m_codes.insert(code, Code{walk.challenge, walk.redirect.toString(QUrl::FullyEncoded), walk.person, walk.scopes,
                              m_world.nowUtc().addSecs(codeSeconds)});
    return back(walk, {{u"code"_s, code}});
}

HttpResponse Portal::back(const Walk &walk, const QList<std::pair<QString, QString>> &items) const
{
    QUrlQuery query;
    for (const auto &[name, text] : items)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    if (!walk.state.isEmpty())
        query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(walk.state)));
    if (m_callbackChange)
        m_callbackChange(query);
    QUrl target = walk.redirect;
    target.setQuery(query);
    return HttpResponse::redirect(target);
}

HttpResponse Portal::revoke(const HttpRequest &request)
{
    const QUrlQuery form(QString::fromUtf8(request.body));
    m_world.revoke(value(form, u"token"_s).toLatin1());
    return {200, {}, {{"Cache-Control", "no-store"}}, {}};
}

HttpResponse Portal::status() const
{
    JsonValue services = JsonValue::array();
    for (const QString &service : {u"portal"_s, u"pmh"_s, u"eligibility"_s, u"information-network"_s, u"insurer-server"_s}) {
        const auto now = m_world.stopOf(service);
        const auto next = m_world.nextStopOf(service);
        JsonValue entry = JsonValue::object({{u"service"_s, service}, {u"state"_s, now ? now->state : u"up"_s}});
        if (now && now->to.isValid())
            entry.set(u"until"_s, now->to.toString(Qt::ISODate));
        if (const QString message = now ? now->message : next ? next->message : QString(); !message.isEmpty())
            entry.set(u"message"_s, message);
        services.append(entry);
    }
    return HttpResponse::json({{u"services"_s, services}});
}

} // namespace uk::training
