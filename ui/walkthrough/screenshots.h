// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QDir>
#include <QString>

class QWidget;

namespace uk {

/// Pictures of windows as PNG files, numbered in the order in which they were taken. Works on every platform plug-in,
/// also without a display.
class Screenshots
{
public:
    explicit Screenshots(const QDir &folder);

    /// Takes one and returns its file name: "007-submit-review-staff.png". Error StoreFailed.
    [[nodiscard]] Result<QString> take(QWidget &window, const QString &step, const QString &screen, bool isPatient);

private:
    QDir m_folder;
    int m_number = 0;
};

} // namespace uk
