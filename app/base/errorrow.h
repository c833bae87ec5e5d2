// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/errortable.h"

#include <QtGlobal>

namespace uk::errortexts {

/// One row of the error table: source texts (Japanese) of the translation context "ErrorTable".
/// %1 to %9 are the error's arguments; a sentence whose argument is missing is left out; a day as ISO date is written
/// as people write it. Only the patient text is free of technical terms; "" is not allowed anywhere.
struct ErrorRow
{
    ErrorCode code;
    TryAgain tryAgain;
    Severity severity;
    const char *title;
    const char *patient;
    const char *staff;
    const char *it;
};

/// The patient waits while staff work; nothing to do.
inline constexpr const char *patientWaits
    = QT_TRANSLATE_NOOP("ErrorTable", "職員が確認していますので、少しお待ちください。");
/// Nothing works at this screen for now.
inline constexpr const char *patientAsksDesk
    = QT_TRANSLATE_NOOP("ErrorTable", "ただいまこの画面では手続きを進められません。受付の職員にお声がけください。");
/// The certificate cannot be shown.
inline constexpr const char *patientDocument
    = QT_TRANSLATE_NOOP("ErrorTable", "証明書をいま画面に出せません。職員が確認しますので、少しお待ちください。");
/// Printing takes longer.
inline constexpr const char *patientPrint
    = QT_TRANSLATE_NOOP("ErrorTable", "印刷の準備をしています。少しお待ちください。");

} // namespace uk::errortexts
