// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/answerrules.h"

#include "app/base/clock.h"
#include "app/pmh/contractobjects.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

constexpr qint64 maxErrorBytes = 65536;
constexpr qint64 longestWaitSeconds = 86400; // what is longer is as long, and no multiplication overflows
constexpr QLatin1StringView anyCode;

struct Meaning
{
    int status;
    QLatin1StringView apiCode; ///< anyCode: whatever else comes with that status
    ErrorCode code;
};

constexpr Meaning meanings[] = {
    {400, anyCode, ErrorCode::RequestRefused},
    {401, anyCode, ErrorCode::TokenExpired},
    {403, "E4031"_L1, ErrorCode::ConsentWithdrawn},
    {403, "E4032"_L1, ErrorCode::ScopeNotConsented},
    {403, "E4033"_L1, ErrorCode::UserNotRegistered},
    {403, anyCode, ErrorCode::RequestRefused},
    {404, "E4041"_L1, ErrorCode::NotFound},
    {404, anyCode, ErrorCode::RequestRefused},
    {409, "E4091"_L1, ErrorCode::AnsweringClosed},
    {409, "E4092"_L1, ErrorCode::DraftOverAnswered},
    {409, anyCode, ErrorCode::RequestRefused},
    {413, anyCode, ErrorCode::RequestTooLarge},
    {429, anyCode, ErrorCode::RateLimited},
    {503, anyCode, ErrorCode::Maintenance},
};

ErrorCode meaningOf(int status, const QString &apiCode)
{
    for (const Meaning &meaning : meanings) {
        if (meaning.status == status && (meaning.apiCode.isEmpty() || meaning.apiCode == apiCode))
            return meaning.code;
    }
    if (status >= 400 && status < 500)
        return ErrorCode::RequestRefused;
    return status >= 500 ? ErrorCode::ServerError : ErrorCode::AnswerUnreadable;
}

} // namespace

std::optional<ApiError> readApiError(const WireForm &form, const QByteArray &body)
{
    const Result<ApiError> error = form.decode(errorObject, body, {.maxBytes = maxErrorBytes});
    return error ? std::optional(*error) : std::nullopt;
}

Error errorOf(const HttpAnswer &answer, const std::optional<ApiError> &apiError, const QDateTime &nowUtc)
{
    // The code goes into a log: only what looks like one.
    const QString apiCode = apiError ? apiError->code : QString();
    const bool isCode = apiCode.size() <= 12 && std::ranges::all_of(apiCode, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
    });
    Error error{meaningOf(answer.status, apiCode), "HTTP %1"_L1.arg(QString::number(answer.status)), {}};
    if (!apiCode.isEmpty())
        error.detail += u' ' + (isCode ? apiCode : u"(unknown code)"_s);
    if (!apiError)
        error.detail += " without an Error object"_L1;
    if (answer.retryAfterSeconds && error.code == ErrorCode::RateLimited)
        error.arguments = {QString::number(*answer.retryAfterSeconds)};
    if (answer.retryAfterSeconds && error.code == ErrorCode::Maintenance) {
        const QDateTime end = toTokyo(nowUtc.addSecs(*answer.retryAfterSeconds));
        error.arguments = {end.toString(end.date() == toTokyo(nowUtc).date() ? u"HH:mm" : u"M/d HH:mm")};
    }
    return error;
}

std::optional<qint64> retryDelayMs(const PmhTimings &timings, const HttpOutcome &outcome, int triesMade, double random)
{
    if (triesMade >= timings.inquiryTries)
        return std::nullopt;
    const bool isRetried = outcome ? outcome->status == 429 || outcome->status == 503 : outcome.error().isTransient;
    if (!isRetried)
        return std::nullopt;
    if (outcome && outcome->retryAfterSeconds) {
        const qint64 wait = std::min(*outcome->retryAfterSeconds, longestWaitSeconds) * timings.msPerSecond;
        return wait <= timings.maxRetryAfterMs ? std::optional(wait) : std::nullopt;
    }
    const qint64 ceiling = timings.firstRetryMs << (triesMade - 1);
    return static_cast<qint64>(static_cast<double>(ceiling) * random);
}

qint64 pollDelayMs(const PmhTimings &timings, std::optional<qint64> retryAfterSeconds, int pollsMade)
{
    if (retryAfterSeconds)
        return std::min(*retryAfterSeconds, longestWaitSeconds) * timings.msPerSecond;
    return std::min(timings.firstPollMs << std::min(pollsMade, 10), timings.maxPollMs);
}

} // namespace uk
