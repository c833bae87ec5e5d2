// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/tokenanswer.h"

#include "app/portal/portalerrors.h"

#include <rapidjson/reader.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace uk {

namespace {

constexpr std::size_t maxTokenLength = 8192;
constexpr double maxLifeSeconds = 366.0 * 24 * 3600;

/// Takes the members of the top object and nothing below it. Returning false ends the parsing.
class TopObjectHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TopObjectHandler>
{
public:
    std::optional<SecretBuffer> token;
    std::optional<double> lifeSeconds;
    bool isBearer = false;
    std::string error;

    bool Default() { return depth > 0 && !isExpectedHere(); }
    bool Int(int value) { return number(value); }
    bool Uint(unsigned value) { return number(value); }
    bool Int64(int64_t value) { return number(static_cast<double>(value)); }
    bool Uint64(uint64_t value) { return number(static_cast<double>(value)); }
    bool Double(double value) { return number(value); }
    bool StartObject() { return ++depth == 1 || (depth < maxDepth && (depth > 2 || !isExpectedHere(1))); }
    bool EndObject(rapidjson::SizeType) { return depth-- > 0; }
    bool StartArray() { return ++depth > 1 && depth < maxDepth && (depth > 2 || !isExpectedHere(1)); }
    bool EndArray(rapidjson::SizeType) { return depth-- > 0; }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (depth != 1)
            return true;
        member.assign(text, length);
        return members.insert(member).second;
    }

    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        if (depth != 1)
            return depth > 1;
        const std::string_view value(text, length);
        if (member == "access_token") {
            if (value.empty() || value.size() > maxTokenLength || !std::ranges::all_of(value, isVisible))
                return false;
            token = SecretBuffer::copyOf(std::as_bytes(std::span(value)));
        } else if (member == "token_type") {
            isBearer = value.size() == 6 && qstrnicmp(value.data(), 6, "bearer", 6) == 0;
        } else if (member == "expires_in") {
            return false;
        } else if (member == "error") {
            error = value;
        }
        return true;
    }

private:
    static constexpr int maxDepth = 16;
    static bool isVisible(char c) { return c > 0x20 && c < 0x7f; }

    bool isExpectedHere(int below = 0) const
    {
        return depth == 1 + below && (member == "access_token" || member == "token_type" || member == "expires_in");
    }
    bool number(double value)
    {
        if (depth == 1 && member == "expires_in") {
            lifeSeconds = value;
            return true;
        }
        return Default();
    }

    int depth = 0;
    std::string member;
    std::set<std::string> members;
};

/// Parses in place, so that no copy of the token is left in the parser's own memory, and wipes the body.
bool parse(QByteArray &body, TopObjectHandler &handler)
{
    bool isGood = false;
    if (!body.contains('\0')) {
        rapidjson::InsituStringStream stream(body.data() + (body.startsWith("\xef\xbb\xbf") ? 3 : 0));
        rapidjson::Reader reader;
        // The iterative parser: the depth of the input never becomes depth of the stack.
        constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag
            | rapidjson::kParseValidateEncodingFlag;
        isGood = !reader.Parse<flags>(stream, handler).IsError();
    }
    wipe(std::as_writable_bytes(std::span(body.data(), static_cast<std::size_t>(body.size()))));
    return isGood;
}

} // namespace

Result<AccessToken> readTokenAnswer(QByteArray &body, const QDateTime &nowUtc)
{
    TopObjectHandler handler;
    const auto unreadable = [](const char *why) {
        return failure(ErrorCode::TokenUnreadable, QString::fromLatin1(why));
    };
    if (!parse(body, handler))
        return unreadable("the token answer is no JSON object, holds a member twice or one of a wrong type");
    if (!handler.token)
        return unreadable("access_token is missing");
    if (!handler.isBearer)
        return unreadable("token_type is not Bearer");
    const double seconds = handler.lifeSeconds.value_or(0);
    if (seconds < 1 || seconds > maxLifeSeconds || std::floor(seconds) != seconds)
        return unreadable("expires_in is missing or makes no sense");
    return AccessToken{std::move(*handler.token), nowUtc.addSecs(static_cast<qint64>(seconds))};
}

Error tokenRefusal(int httpStatus, QByteArray &body)
{
    TopObjectHandler handler;
    const std::string code = parse(body, handler) ? handler.error : std::string();
    Error error = portalError(PortalErrand::Token, QByteArrayView(code.data(), static_cast<qsizetype>(code.size())));
    error.detail = QStringLiteral("token endpoint: HTTP %1, %2").arg(httpStatus).arg(error.detail);
    return error;
}

} // namespace uk
