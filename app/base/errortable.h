// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QString>

namespace uk {

enum class TryAgain { No, AfterFix, Yes, Later };
enum class Severity { Info, Warning, Error };

/// One row of the error table in the language of the screens, with the error's arguments filled in.
struct ErrorText
{
    QString code;      ///< "UK-C041"
    QString title;     ///< one line: what happened
    QString patient;   ///< what the patient reads: what happened and what to do; no technical term, no blame
    QString staff;     ///< what staff do next
    QString it;        ///< what IT looks at
    TryAgain tryAgain = TryAgain::No;
    Severity severity = Severity::Error;
};

/// The only way from an error to words. Uses the installed translators (context "ErrorTable").
[[nodiscard]] ErrorText errorText(const Error &error);
[[nodiscard]] ErrorText errorText(ErrorCode code);

} // namespace uk
