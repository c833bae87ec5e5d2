// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

namespace uk {

/// Upper-case hexadecimal digits without separators.
[[nodiscard]] QString toHex(QByteArrayView bytes);

/// A command for logs: header and lengths as hexadecimal digits; the data field of VERIFY and CHANGE REFERENCE DATA
/// as "**" for each byte, so that no PIN can get into a log.
[[nodiscard]] QString toRedactedHex(QByteArrayView commandApdu);

} // namespace uk
