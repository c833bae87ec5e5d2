// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <span>

namespace uk {

/// Every option of the program, in the order of the table in settingtable.cpp.
enum class Setting {
    CardPinStep,
    CardBasicInfo,
    CardAllowTestRoots,
    CardReadersAllow,
    CardReadersDeny,
    CardTrustFolder,
    DisplayMode,
    DisplayPatientScreen,
    DisplayMmWidth,
    DisplayLanguage,
    DisplayTheme,
    DisplayScale,
    DraftHours,
    VisitPurpose,
    SiteKiosks,
    ProxyMode,
    ProxyHost,
    ProxyPort,
    ProxyUser,
    ProxyPacFile,
    JournalFolder,
    BrowserCommand,
    BrowserDesktopFallback,
    BrowserProfileTemplate,
    BrowserProgram,
    ProfileFile,
    LockIdleMinutes,
    PrintPrinter,
    PrintCopies
};

enum class SettingType {
    Switch, ///< on | off
    Choice, ///< one of SettingSpec::choices
    Number, ///< whole, from minimum to maximum
    Text,
    List ///< separated by ";"
};

/// Where a value comes from, the weakest first.
enum class SettingSource { Default, User, Machine, Policy };

/// One row of the table of options.
struct SettingSpec
{
    Setting setting;
    const char *key; ///< "card.pinStep": section [card], name pinStep
    SettingType type;
    const char *fallback; ///< the default, as written in a file
    const char *choices; ///< for Choice: "one|two"
    int minimum, maximum; ///< for Number
    bool isForUsers; ///< a user's own file may set it
    const char *meaning; ///< source text of the translation context "Settings"
};

[[nodiscard]] std::span<const SettingSpec> settingTable();
[[nodiscard]] const SettingSpec &specOf(Setting setting);
/// SettingSpec::meaning in the language of the screens.
[[nodiscard]] QString meaningOf(Setting setting);

/// The files, each list in the order in which they are read (the later one wins).
struct SettingFiles
{
    QStringList policy; ///< /etc/uketsuke/policy.d/*.ini
    QStringList machine; ///< /etc/uketsuke/*.ini
    QStringList user; ///< ~/.config/uketsuke/uketsuke.ini
    /// Those of this machine and user, whether or not they exist (the user's) or as far as they do (the rest).
    [[nodiscard]] static SettingFiles ofSystem();
};

/// The options as they hold now: a value, handed to whom it concerns by constructor.
class Settings
{
public:
    /// All defaults.
    Settings() = default;
    /// Policy before machine before user before default. What is wrong in a file is left out and told in problems(); a
    /// wrong value at a stronger place gives the default, never the weaker place's value.
    [[nodiscard]] static Settings read(const SettingFiles &files);

    [[nodiscard]] QString text(Setting setting) const;
    [[nodiscard]] QStringList list(Setting setting) const;
    [[nodiscard]] bool isOn(Setting setting) const;
    [[nodiscard]] int number(Setting setting) const;
    [[nodiscard]] SettingSource source(Setting setting) const;
    /// True where a user's choice has no effect: set by policy or machine, or not for users at all.
    [[nodiscard]] bool isFixedForUsers(Setting setting) const;
    /// SettingInvalid, arguments: file, key.
    [[nodiscard]] const QList<Error> &problems() const { return m_problems; }

    /// A copy with another value for this run (command line, scenario); the value must be a valid one.
    [[nodiscard]] Settings with(Setting setting, const QString &value) const;

private:
    struct Value
    {
        QString text;
        SettingSource source;
    };
    void take(const QString &fileName, SettingSource source);
    [[nodiscard]] Error problem(const QString &fileName, const QString &key, const QString &reason) const;

    QHash<Setting, Value> m_values;
    QList<Error> m_problems;
};

/// Is the text a value that the option can have?
[[nodiscard]] bool isValidSetting(Setting setting, const QString &value);

/// Writes one option of the user to the file; the other options stay, comments do not. Errors: SettingInvalid
/// (arguments: file, key) for a wrong value or an option that is not for users, StoreFailed.
[[nodiscard]] Result<void> writeUserSetting(const QString &fileName, Setting setting, const QString &value);

} // namespace uk
