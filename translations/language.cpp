// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "translations/language.h"

#include <QCoreApplication>
#include <QDir>

// A macro that must stand outside every namespace; a static library's resources are not found without it.
static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace uk {

using namespace Qt::StringLiterals;

namespace {

const QString folder = u":/i18n/"_s;
const QString sourceLanguage = u"ja"_s;
const QString programPrefix = u"uketsuke_"_s;

} // namespace

Language::~Language()
{
    removeAll();
}

QStringList Language::available()
{
    initTranslations();
    QStringList languages{sourceLanguage};
    for (const QString &name : QDir(folder).entryList({programPrefix + u"*.qm"_s}, QDir::Files, QDir::Name))
        languages.append(name.sliced(programPrefix.size()).chopped(3));
    return languages;
}

bool Language::set(const QString &language)
{
    if (!available().contains(language))
        return false;
    if (language == m_current)
        return true;
    removeAll();
    m_current = language;
    if (m_qt.load(folder + u"qtbase_"_s + language))
        QCoreApplication::installTranslator(&m_qt);
    if (m_program.load(folder + programPrefix + language))
        QCoreApplication::installTranslator(&m_program);
    return true;
}

void Language::removeAll()
{
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace uk
