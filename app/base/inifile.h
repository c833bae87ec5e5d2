// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QList>
#include <QString>

namespace uk {

/// One line "name = value" of a settings file.
struct IniEntry
{
    QString key; ///< section and name: "card.pinStep"
    QString value;
    int line = 0; ///< from 1; 0 for an entry of the program
    friend bool operator==(const IniEntry &, const IniEntry &) = default;
};

struct IniContent
{
    QList<IniEntry> entries;
    QList<int> badLines; ///< neither section nor entry nor comment
};

/// UTF-8; "[section]", "name = value" (blanks around both are dropped, nothing is unescaped: a Windows path stays one),
/// lines that begin with ";" or "#". QSettings is not used: it splits values at commas and swallows backslashes and
/// errors.
[[nodiscard]] IniContent parseIni(const QString &text);
/// Sections in the order of their first entry. The section is everything before the last dot of a key.
[[nodiscard]] QString toIni(const QList<IniEntry> &entries);

} // namespace uk
