// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/paperform.h"

#include <QByteArray>

namespace uk {

/// The form on A4 as a PDF in memory: black on white, with its fonts embedded and its text readable by programs, without
/// title, author or date. Main thread (fonts).
[[nodiscard]] QByteArray paperFormPdf(const PaperForm &form);

} // namespace uk
