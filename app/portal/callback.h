// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>

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

/// The authorization code of a callback query, or the error that the portal reported.
/// Errors: CallbackStateMismatch, CallbackMalformed, and those of portalError().
[[nodiscard]] Result<QByteArray> readCallback(const QByteArray &query, const QByteArray &expectedState);

/// The value of the portal's `error` parameter (contract /portal/authorize, rules 22) as an error of the program.
[[nodiscard]] Error portalError(const QByteArray &code);

} // namespace uk
