// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/callback.h"

#include "app/portal/pkce.h"

#include <QList>

#include <algorithm>
#include <array>
#include <optional>

namespace uk {

namespace {

constexpr qsizetype maxCodeLength = 2048;

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

} // namespace

RequestHead readRequestHead(QByteArrayView received, QByteArrayView path, QByteArrayView hostHeader)
{
    using Kind = RequestHead::Kind;
    const QByteArray text = QByteArray::fromRawData(received.data(), received.size());
    const qsizetype lineEnd = text.indexOf("\r\n");
    if (lineEnd > maxRequestLine || (lineEnd < 0 && text.size() > maxRequestLine))
        return {Kind::Malformed, {}};
    // A line feed alone, a NUL or a control character never starts a browser's request: no need to wait for more.
    const QByteArray line = lineEnd < 0 ? text : text.first(lineEnd);
    if (std::ranges::any_of(line, [](char c) { return (c < 0x20 && c != '\r') || c == 0x7f; }))
        return {Kind::Malformed, {}};
    const qsizetype headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {text.size() > maxRequestHead ? Kind::Malformed : Kind::Incomplete, {}};
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

Result<QByteArray> readCallback(const QByteArray &query, const QByteArray &expectedState)
{
    const std::optional<QByteArray> state = singleValue(query, "state");
    if (!state || !equalInConstantTime(*state, expectedState))
        return failure(ErrorCode::CallbackStateMismatch, QStringLiteral("state of the callback"));
    const std::optional<QByteArray> code = singleValue(query, "code");
    const std::optional<QByteArray> error = singleValue(query, "error");
    // Both, or one of them twice, is no answer of RFC 6749 section 4.1.2.
    if (mentions(query, "code") == mentions(query, "error") || (!code && !error))
        return failure(ErrorCode::CallbackMalformed, QStringLiteral("neither or both of code and error"));
    if (error)
        return std::unexpected(portalError(*error));
    if (code->isEmpty() || code->size() > maxCodeLength || !isVisibleAscii(*code))
        return failure(ErrorCode::CallbackMalformed, QStringLiteral("code is empty, too long or not visible ASCII"));
    return *code;
}

Error portalError(const QByteArray &code)
{
    struct Row { const char *code; ErrorCode error; };
    static constexpr std::array table{
        Row{"access_denied", ErrorCode::ConsentRefused},
        Row{"registration_required", ErrorCode::RegistrationRequired},
        Row{"certificate_expired", ErrorCode::PortalCertificateExpired},
        Row{"temporarily_unavailable", ErrorCode::PortalUnavailable},
        Row{"server_error", ErrorCode::PortalServerError},
        Row{"invalid_request", ErrorCode::PortalServerError},
        Row{"unsupported_response_type", ErrorCode::PortalServerError},
        Row{"invalid_scope", ErrorCode::PortalServerError},
        Row{"unauthorized_client", ErrorCode::PortalServerError},
    };
    const auto row = std::ranges::find_if(table, [&code](const Row &r) { return code == r.code; });
    if (row != table.end())
        return {row->error, QStringLiteral("portal error=") + QString::fromLatin1(code), {}};
    // What is not in the table is not repeated: it comes from outside and may hold anything.
    return {ErrorCode::PortalServerError, QStringLiteral("portal error of another kind"), {}};
}

} // namespace uk
