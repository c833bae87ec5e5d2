// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// /portal/token: the code for a token, PKCE S256 (rules 22).
#include "app/training/portal.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

HttpResponse noStore(HttpResponse response)
{
    response.headers.emplaceBack("Cache-Control", "no-store");
    response.headers.emplaceBack("Pragma", "no-cache");
    return response;
}

HttpResponse oauthError(const QString &error, int status = 400)
{
    return noStore(HttpResponse::json({{u"error"_s, error}}, status));
}

QUrlQuery formOf(const QByteArray &body)
{
    // application/x-www-form-urlencoded writes a space as "+", which QUrlQuery leaves alone.
    return QUrlQuery(QString::fromUtf8(body).replace(u'+', u"%20"_s));
}

QString value(const QUrlQuery &form, const QString &name)
{
    return form.queryItemValue(name, QUrl::FullyDecoded);
}

bool provesChallenge(const QString &verifier, const QByteArray &challenge)
{
    static const QRegularExpression form(u"^[A-Za-z0-9._~-]{43,128}$"_s);
    if (!form.match(verifier).hasMatch())
        return false;
    return QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
               .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        == challenge;
}

} // namespace

/// What is wrong before the code itself is looked at; no error text: nothing.
Portal::TokenProblem Portal::problemOfTokenRequest(const HttpRequest &request, const QUrlQuery &form) const
{
    const TokenProblem invalid{u"invalid_request"_s};
    if (!request.header("content-type").toLower().startsWith("application/x-www-form-urlencoded"))
        return invalid;
    static const QStringList required{u"grant_type"_s, u"code"_s, u"redirect_uri"_s, u"client_id"_s, u"code_verifier"_s};
    for (const QString &name : required) {
        if (form.allQueryItemValues(name).size() > 1)
            return invalid;
    }
    if (value(form, u"grant_type"_s).isEmpty())
        return invalid;
    if (value(form, u"grant_type"_s) != "authorization_code"_L1)
        return {u"unsupported_grant_type"_s};
    for (const QString &name : required) {
        if (value(form, name).isEmpty())
            return invalid;
    }
    if (value(form, u"client_id"_s) != m_clientId)
        return {u"invalid_client"_s};
    if (!m_clientSecret.isEmpty() && value(form, u"client_secret"_s) != m_clientSecret)
        return {u"invalid_client"_s, 401};
    return {};
}

HttpResponse Portal::token(const HttpRequest &request)
{
    const QUrlQuery form = formOf(request.body);
    const auto code = m_codes.find(value(form, u"code"_s));
    const TokenProblem problem = problemOfTokenRequest(request, form);
    if (problem.error.isEmpty() && code != m_codes.end())
        return redeem(*code, form);
    if (code != m_codes.end()) // a failed attempt uses the code up
        code->isUsed = true;
    return problem.error.isEmpty() ? oauthError(u"invalid_grant"_s) : oauthError(problem.error, problem.status);
}

HttpResponse Portal::redeem(Code &code, const QUrlQuery &form)
{
    if (code.isUsed) {
        // Somebody holds a code that was good before: the token given for it is not safe any more.
        m_world.revoke(code.token);
        return oauthError(u"invalid_grant"_s);
    }
    code.isUsed = true;
    Person *person = m_world.person(code.person);
    const bool isGood = m_world.nowUtc() < code.expires && value(form, u"redirect_uri"_s) == code.redirect && person
        && provesChallenge(value(form, u"code_verifier"_s), code.challenge);
    if (!isGood)
        return oauthError(u"invalid_grant"_s);
    code.token = m_world.issueToken(*person, code.scopes);
    return noStore(HttpResponse::json({{u"access_token"_s, QString::fromLatin1(code.token)},
                                       {u"token_type"_s, u"Bearer"_s},
                                       {u"expires_in"_s, m_world.tokenLifetime()}}));
}

} // namespace uk::training
