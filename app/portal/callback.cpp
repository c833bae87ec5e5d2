// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/callback.h"

#include "app/portal/pkce.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace uk {

namespace {

constexpr qsizetype maxCodeLength = 2048;
constexpr qsizetype headEndSize = 4; ///< two line ends

bool isVisibleAscii(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return c > 0x20 && c < 0x7f; });
}

/// The values of one header, by its lower-case name.
QList<QByteArray> headerValues(const QList<QByteArray> &lines, QByteArrayView lowerCaseName)
{
    QList<QByteArray> values;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).toLower() == lowerCaseName)
            values.append(line.sliced(colon + 1).trimmed());
    }
    return values;
}

/// The decoded value of a parameter; nothing where it is absent, given twice or not decodable.
std::optional<QByteArray> singleValue(const QByteArray &query, QByteArrayView name)
{
    std::optional<QByteArray> found;
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals < 0 || pair.first(equals) != name)
            continue;
        if (found)
            return std::nullopt;
        found = QByteArray::fromPercentEncoding(pair.sliced(equals + 1).replace('+', ' '));
    }
    return found;
}

bool mentions(const QByteArray &query, QByteArrayView name)
{
    return std::ranges::any_of(query.split('&'), [name](const QByteArray &pair) {
        return pair == name || (pair.startsWith(name) && pair.at(name.size()) == '=');
    });
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

bool isOfPortal(const std::optional<QByteArray> &issuer, const QList<QUrl> &portal)
{
    const QUrl url = issuer ? QUrl::fromEncoded(*issuer, QUrl::StrictMode) : QUrl();
    return url.isValid() && !url.host().isEmpty()
        && std::ranges::any_of(portal, [&url](const QUrl &known) { return isSameOrigin(url, known); });
}

} // namespace

RequestHead readRequestHead(QByteArrayView received, QByteArrayView path, QByteArrayView hostHeader)
{
    using Kind = RequestHead::Kind;
    const QByteArray text = QByteArray::fromRawData(received.data(), received.size());
    const qsizetype lineEnd = text.indexOf("\r\n");
    // A carriage return at the end may be half of a line's end: what is decided must not depend on the packets.
    const qsizetype lineSize = lineEnd >= 0 ? lineEnd : text.size() - (text.endsWith('\r') ? 1 : 0);
    if (lineSize > maxRequestLine)
        return {Kind::Malformed, {}};
    // A line feed alone, a NUL or a control character never starts a browser's request: no need to wait for more.
    const QByteArray line = lineEnd < 0 ? text : text.first(lineEnd);
    if (std::ranges::any_of(line, [](char c) { return (c < 0x20 && c != '\r') || c == 0x7f; }))
        return {Kind::Malformed, {}};
    const qsizetype headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {text.size() >= maxRequestHead + headEndSize ? Kind::Malformed : Kind::Incomplete, {}};
    if (headEnd > maxRequestHead)
        return {Kind::Malformed, {}};

    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isVisibleAscii(parts[1]) || !parts[2].startsWith("HTTP/1.") || parts[2].size() != 8)
        return {Kind::Malformed, {}};
    QList<QByteArray> headers;
    qsizetype at = lineEnd + 2;
    while (at < headEnd) {
        const qsizetype end = text.indexOf("\r\n", at);
        headers.append(text.sliced(at, end - at));
        at = end + 2;
    }
    const QList<QByteArray> hosts = headerValues(headers, "host");
    const bool isOldWithoutHost = hosts.isEmpty() && parts[2] == "HTTP/1.0";
    if (!isOldWithoutHost && hosts != QList<QByteArray>{hostHeader.toByteArray()})
        return {Kind::Malformed, {}};
    if (parts[0] != "GET")
        return {Kind::BadMethod, {}};
    const qsizetype question = parts[1].indexOf('?');
    if ((question < 0 ? parts[1] : parts[1].first(question)) != path)
        return {Kind::OtherPath, {}};
    return {Kind::Callback, question < 0 ? QByteArray() : parts[1].sliced(question + 1)};
}

Result<QByteArray> readCallback(const QByteArray &query, const ExpectedCallback &expected)
{
    const std::optional<QByteArray> state = singleValue(query, "state");
    if (!state || !equalInConstantTime(*state, expected.state))
        return failure(ErrorCode::CallbackStateMismatch, QStringLiteral("state of the callback"));
    if (mentions(query, "iss") && !isOfPortal(singleValue(query, "iss"), expected.portal))
        return failure(ErrorCode::CallbackMixedUp, QStringLiteral("iss of the callback"));
    // Exactly one of them, and once, is an answer of RFC 6749 section 4.1.2; the other errand's answer is none.
    const bool isConsent = expected.errand == PortalErrand::Consent;
    const QByteArrayView wanted = isConsent ? "code" : "registered", foreign = isConsent ? "registered" : "code";
    const std::optional<QByteArray> answer = singleValue(query, wanted);
    const std::optional<QByteArray> error = singleValue(query, "error");
    if (mentions(query, foreign) || mentions(query, wanted) == mentions(query, "error") || (!answer && !error))
        return failure(ErrorCode::CallbackMalformed, QStringLiteral("not exactly one answer or error"));
    if (error)
        return std::unexpected(portalError(expected.errand, *error));
    if (!isConsent && *answer != "1")
        return failure(ErrorCode::CallbackMalformed, QStringLiteral("registered is not 1"));
    if (answer->isEmpty() || answer->size() > maxCodeLength || !isVisibleAscii(*answer))
        return failure(ErrorCode::CallbackMalformed, QStringLiteral("code is empty, too long or not visible ASCII"));
    return *answer;
}

} // namespace uk
