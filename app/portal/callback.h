// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/portal/portalerrors.h"
#include "cardreader/base/error.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

namespace uk {

/// The start of one HTTP request, as far as the loopback listener looks at it.
struct RequestHead
{
    enum class Kind {
        Incomplete, ///< more bytes may make it whole
        Callback,   ///< GET of the exact path; query is set
        OtherPath,  ///< 404, does not count (contract rules 23)
        BadMethod,  ///< 405, does not count
        Malformed   ///< 400, does not count
    };
    Kind kind = Kind::Incomplete;
    QByteArray query; ///< what stands behind '?', still percent-encoded
};

constexpr qsizetype maxRequestLine = 4096; ///< bytes; a code and a state are far shorter
constexpr qsizetype maxRequestHead = 16384; ///< bytes; a browser's headers on a loopback address, cookies included

/// Looks at what has come so far. Pure; never reads past the head.
/// `path` is the exact path ("/callback"), `hostHeader` the only Host that is answered ("127.0.0.1:PORT"), so that a
/// page elsewhere cannot reach the listener by a name of its own (DNS rebinding).
[[nodiscard]] RequestHead readRequestHead(QByteArrayView received, QByteArrayView path, QByteArrayView hostHeader);

/// What a callback must hold to be the answer to what was asked.
struct ExpectedCallback
{
    PortalErrand errand = PortalErrand::Consent; ///< Consent or UserRegistration
    QByteArray state;
    /// Addresses of the portal that was asked: an `iss` of another origin is a mix-up (RFC 9207). Absent `iss` is no
    /// error, as the contract has none.
    QList<QUrl> portal;
};

/// The authorization code of a consent's callback, or "1" of a registration's (OpenAPI /portal/register), or the error
/// that the portal reported. Pure.
/// Errors: CallbackStateMismatch, CallbackMixedUp, CallbackMalformed, and those of portalError().
[[nodiscard]] Result<QByteArray> readCallback(const QByteArray &query, const ExpectedCallback &expected);

} // namespace uk
