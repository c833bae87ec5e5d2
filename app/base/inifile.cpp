// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/inifile.h"

#include <QMap>
#include <QStringList>

namespace uk {

using namespace Qt::StringLiterals;

IniContent parseIni(const QString &text)
{
    IniContent content;
    QString section;
    int number = 0;
    for (const QString &whole : text.split(u'\n')) {
        ++number;
        const QString line = whole.trimmed();
        const qsizetype equals = line.indexOf(u'=');
        if (line.isEmpty() || line.startsWith(u';') || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']'))
            section = line.sliced(1, line.size() - 2).trimmed();
        else if (equals > 0 && !section.isEmpty())
            content.entries.append(
                {section + u'.' + line.first(equals).trimmed(), line.sliced(equals + 1).trimmed(), number});
        else
            content.badLines.append(number);
    }
    return content;
}

QString toIni(const QList<IniEntry> &entries)
{
    QStringList sections;
    QMap<QString, QString> linesOf;
    for (const IniEntry &entry : entries) {
        const qsizetype dot = entry.key.lastIndexOf(u'.');
        const QString section = entry.key.first(dot);
        if (!sections.contains(section))
            sections.append(section);
        linesOf[section] += u"%1 = %2\n"_s.arg(entry.key.sliced(dot + 1), entry.value);
    }
    QString text;
    for (const QString &section : sections)
        text += u"[%1]\n%2"_s.arg(section, linesOf[section]);
    return text;
}

} // namespace uk
