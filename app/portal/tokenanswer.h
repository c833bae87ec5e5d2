// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/portal/consent.h"

#include <QByteArray>

namespace uk {

/// Reads the answer of the token endpoint (contract /portal/token, RFC 6749 section 5.1). The token goes from the body
/// into locked memory without a string between; a refresh token is dropped unread. The body is parsed in place and
/// overwritten at the end.
/// Error TokenUnreadable: not JSON, a member twice or of a wrong type, not Bearer, no token, a life time that makes no
/// sense.
[[nodiscard]] Result<AccessToken> readTokenAnswer(QByteArray &body, const QDateTime &nowUtc);

/// The OAuth error object of a refusal as an error of the program (portalErrorTable(), Token). Only codes of the table
/// are repeated in the detail. Overwrites the body as readTokenAnswer() does.
[[nodiscard]] Error tokenRefusal(int httpStatus, QByteArray &body);

} // namespace uk
