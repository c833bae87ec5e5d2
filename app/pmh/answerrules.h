// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/envelopes.h"
#include "app/pmh/httptransport.h"
#include "app/pmh/wireform.h"

#include <QDateTime>

namespace uk {

/// Nothing where the body is no Error object.
[[nodiscard]] std::optional<ApiError> readApiError(const WireForm &form, const QByteArray &body);

/// What an answer other than 200 means (contract x-responses, rules 20). `nowUtc` turns Retry-After into the time of
/// day that staff are shown. The server's message is left out: it may speak of the person.
[[nodiscard]] Error errorOf(const HttpAnswer &answer, const std::optional<ApiError> &apiError, const QDateTime &nowUtc);

/// Waiting times. Tests shorten them; the product uses the contract's.
struct PmhTimings
{
    int inquiryTries = 3;          ///< the first included (rules 21)
    qint64 firstRetryMs = 1000;    ///< doubles; full jitter
    qint64 maxRetryAfterMs = 30000; ///< above: do not wait, say so
    qint64 msPerSecond = 1000;     ///< of Retry-After
    qint64 firstPollMs = 1000;     ///< of /pmh/result; grows
    qint64 maxPollMs = 5000;
    qint64 totalPollMs = 60000;
    qint64 slowMs = 8000;          ///< without an answer: people are told, before ten seconds are over
    int readBacks = 3;             ///< after a lost answer, while the stored answer is still the one from before
    qint64 firstReadBackMs = 1000; ///< grows
    qint64 lateEffectMs = 300000;  ///< how long an accepted registration may still take effect (results live that long)
};

/// How long to wait before an inquiry is tried again; nothing: do not. `random` is from [0, 1).
[[nodiscard]] std::optional<qint64> retryDelayMs(const PmhTimings &timings, const HttpOutcome &outcome, int triesMade,
                                                 double random);

/// How long to wait before the next poll; `pollsMade` counts from 0.
[[nodiscard]] qint64 pollDelayMs(const PmhTimings &timings, std::optional<qint64> retryAfterSeconds, int pollsMade);

} // namespace uk
