// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/errorcodes.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <functional>

namespace uk {

/// What went wrong. A value; safe to copy across threads.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    /// For IT staff and the log: function, status word, HTTP status, JSON place. English, and never anything
    /// about a person: no name, number, answer, token or PIN.
    QString detail;
    /// What the texts of the error table need, by place: tries left, page, limit, date, item. May be shown; not logged.
    QStringList arguments;

    friend bool operator==(const Error &, const Error &) = default;
};

template<class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(ErrorCode code, QString detail = {}, QStringList arguments = {})
{
    return std::unexpected(Error{code, std::move(detail), std::move(arguments)});
}

/// Takes the outcome of something asynchronous, once, on the thread of the object that was asked.
template<class T>
using Reply = std::function<void(Result<T>)>;

} // namespace uk

#define UK_JOIN_(a, b) a##b
#define UK_JOIN(a, b) UK_JOIN_(a, b)
/// UK_TRY(auto value, call()): the value of a successful call, or return of its error.
#define UK_TRY(declaration, ...)                                                                                       \
    auto UK_JOIN(ukResult, __LINE__) = (__VA_ARGS__);                                                                 \
    if (!UK_JOIN(ukResult, __LINE__))                                                                                 \
        return std::unexpected(std::move(UK_JOIN(ukResult, __LINE__)).error());                                       \
    declaration = *std::move(UK_JOIN(ukResult, __LINE__))
/// UK_CHECK(call()): return of the error of a call whose value is not needed.
#define UK_CHECK(...)                                                                                                 \
    if (auto UK_JOIN(ukResult, __LINE__) = (__VA_ARGS__); !UK_JOIN(ukResult, __LINE__))                               \
    return std::unexpected(std::move(UK_JOIN(ukResult, __LINE__)).error())
