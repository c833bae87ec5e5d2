// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QTest>

#include <memory>
#include <optional>

namespace uktest {

/// Calls `start` with a reply and waits for its answer, with events running. No answer in 30 s is an error of its own.
template <class T, class Start> uk::Result<T> await(Start start)
{
    auto answer = std::make_shared<std::optional<uk::Result<T>>>();
    start(uk::Reply<T>([answer](uk::Result<T> result) { answer->emplace(std::move(result)); }));
    if (!QTest::qWaitFor([&] { return answer->has_value(); }, 30'000))
        return uk::failure(uk::ErrorCode::Internal, QStringLiteral("no answer"));
    return **answer;
}

} // namespace uktest
