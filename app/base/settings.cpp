// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/settings.h"

#include "app/base/inifile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestSettingsFile = 1024 * 1024;

QStringList filesIn(const QString &folder)
{
    QStringList files;
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.ini"_s}, QDir::Files, QDir::Name))
        files.append(file.filePath());
    return files;
}

QString machineFolder()
{
#ifdef Q_OS_WIN
    return QDir::fromNativeSeparators(qEnvironmentVariable("ProgramData", u"C:/ProgramData"_s)) + u"/Uketsuke"_s;
#else
    return u"/etc/uketsuke"_s;
#endif
}

Result<QString> contentOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestSettingsFile)
        return failure(ErrorCode::StoreFailed, u"settings file not readable"_s);
    return QString::fromUtf8(file.readAll());
}

const SettingSpec *specOfKey(const QString &key)
{
    const auto table = settingTable();
    const auto found
        = std::ranges::find(table, key, [](const SettingSpec &spec) { return QString::fromLatin1(spec.key); });
    return found == table.end() ? nullptr : &*found;
}

} // namespace

SettingFiles SettingFiles::ofSystem()
{
    return {.policy = filesIn(machineFolder() + u"/policy.d"_s),
        .machine = filesIn(machineFolder()),
        .user
        = {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/uketsuke/uketsuke.ini"_s}};
}

Settings Settings::read(const SettingFiles &files)
{
    Settings settings;
    for (const QString &file : files.user)
        settings.take(file, SettingSource::User);
    for (const QString &file : files.machine)
        settings.take(file, SettingSource::Machine);
    for (const QString &file : files.policy)
        settings.take(file, SettingSource::Policy);
    return settings;
}

void Settings::take(const QString &fileName, SettingSource source)
{
    if (!QFileInfo::exists(fileName))
        return;
    const auto text = contentOf(fileName);
    if (!text) {
        m_problems.append(problem(fileName, {}, text.error().detail));
        return;
    }
    const IniContent content = parseIni(*text);
    for (const int line : content.badLines)
        m_problems.append(problem(fileName, u"(%1)"_s.arg(line), u"not a line of a settings file"_s));
    for (const IniEntry &entry : content.entries) {
        const SettingSpec *spec = specOfKey(entry.key);
        if (!spec) {
            m_problems.append(problem(fileName, entry.key, u"no such option"_s));
        } else if (source == SettingSource::User && !spec->isForUsers) {
            m_problems.append(problem(fileName, entry.key, u"not for users"_s));
        } else if (!isValidSetting(spec->setting, entry.value)) {
            m_problems.append(problem(fileName, entry.key, u"not a value of this option"_s));
            m_values.insert(spec->setting, {QString::fromUtf8(spec->fallback), source});
        } else {
            m_values.insert(spec->setting, {entry.value, source});
        }
    }
}

Error Settings::problem(const QString &fileName, const QString &key, const QString &reason) const
{
    return {ErrorCode::SettingInvalid, u"%1: %2"_s.arg(key, reason), {fileName, key}};
}

QString Settings::text(Setting setting) const
{
    const auto value = m_values.constFind(setting);
    return value == m_values.constEnd() ? QString::fromUtf8(specOf(setting).fallback) : value->text;
}

QStringList Settings::list(Setting setting) const
{
    QStringList parts;
    for (const QString &part : text(setting).split(u';', Qt::SkipEmptyParts)) {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            parts.append(trimmed);
    }
    return parts;
}

bool Settings::isOn(Setting setting) const
{
    return text(setting) == u"on";
}

int Settings::number(Setting setting) const
{
    return text(setting).toInt();
}

SettingSource Settings::source(Setting setting) const
{
    const auto value = m_values.constFind(setting);
    return value == m_values.constEnd() ? SettingSource::Default : value->source;
}

bool Settings::isFixedForUsers(Setting setting) const
{
    return !specOf(setting).isForUsers || source(setting) >= SettingSource::Machine;
}

Settings Settings::with(Setting setting, const QString &value) const
{
    Q_ASSERT(isValidSetting(setting, value));
    Settings copy = *this;
    copy.m_values.insert(setting, {value, source(setting)});
    return copy;
}

Result<void> writeUserSetting(const QString &fileName, Setting setting, const QString &value)
{
    const QString key = QString::fromLatin1(specOf(setting).key);
    if (!specOf(setting).isForUsers || !isValidSetting(setting, value) || value.contains(u'\n'))
        return failure(ErrorCode::SettingInvalid, u"not to be set by users or not a value"_s, {fileName, key});
    QList<IniEntry> entries;
    if (QFileInfo::exists(fileName)) {
        UK_TRY(const QString text, contentOf(fileName));
        entries = parseIni(text).entries;
    }
    const auto found = std::ranges::find(entries, key, &IniEntry::key);
    if (found == entries.end())
        entries.append({key, value, 0});
    else
        found->value = value;

    QSaveFile file(fileName);
    if (!QDir().mkpath(QFileInfo(fileName).absolutePath()) || !file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::StoreFailed, u"settings: %1"_s.arg(file.errorString()));
    file.write(toIni(entries).toUtf8());
    if (!file.commit())
        return failure(ErrorCode::StoreFailed, u"settings: %1"_s.arg(file.errorString()));
    return {};
}

} // namespace uk
