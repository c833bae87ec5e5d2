// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTranslator>

namespace uk {

/// The language of the screens: owns the translators of the application. One object, made in main() after the
/// application and destroyed before it; main thread only. Windows get QEvent::LanguageChange when it changes.
class Language
{
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    /// "ja" (the language of the sources) and those with a complete file.
    [[nodiscard]] static QStringList available();
    /// False, and nothing changed, for a language that is not available.
    bool set(const QString &language);
    [[nodiscard]] QString current() const { return m_current; }

private:
    void removeAll();

    QString m_current;
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace uk
