// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/inifile.h"
#include "app/base/settings.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using uk::Setting;
using uk::Settings;
using uk::SettingSource;

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyDefaultIsValidAndExplained();
    void withoutFilesEverythingIsDefault();
    void theStrongerPlaceWins();
    void theLaterFileOfOnePlaceWins();
    void aWrongValueGivesTheDefaultAndNamesFileAndKey_data();
    void aWrongValueGivesTheDefaultAndNamesFileAndKey();
    void aWrongPolicyIsNotReplacedByTheUsersValue();
    void theUserCannotSetWhatIsNotForUsers();
    void anUnknownKeyAndABadLineAreTold();
    void valuesAreTakenVerbatim();
    void aListIsSplitAtSemicolons();
    void aUsersValueIsWrittenAndTheRestStays();
    void writingIsRefusedForMachineOptionsAndWrongValues();
    void aRunCanHaveItsOwnValue();

private:
    QString file(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write(content);
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SettingsTest::everyDefaultIsValidAndExplained()
{
    QSet<QString> keys;
    for (const uk::SettingSpec &spec : uk::settingTable()) {
        QVERIFY2(uk::isValidSetting(spec.setting, QString::fromUtf8(spec.fallback)), spec.key);
        QVERIFY2(!uk::meaningOf(spec.setting).isEmpty(), spec.key);
        QVERIFY2(QString::fromLatin1(spec.key).contains(u'.'), spec.key);
        keys.insert(QString::fromLatin1(spec.key));
    }
    QCOMPARE(keys.size(), static_cast<qsizetype>(uk::settingTable().size()));
}

void SettingsTest::withoutFilesEverythingIsDefault()
{
    const auto settings = Settings::read({{m_folder->filePath(u"no"_s)}, {}, {}});
    for (const uk::SettingSpec &spec : uk::settingTable()) {
        QCOMPARE(settings.text(spec.setting), QString::fromUtf8(spec.fallback));
        QCOMPARE(settings.source(spec.setting), SettingSource::Default);
    }
    QVERIFY(settings.problems().isEmpty());
    QVERIFY(settings.isOn(Setting::CardPinStep));
    QVERIFY(!settings.isOn(Setting::CardAllowTestRoots));
    QCOMPARE(settings.number(Setting::LockIdleMinutes), 3);
}

void SettingsTest::theStrongerPlaceWins()
{
    const QString user = file(u"u"_s, "[display]\ntheme = dark\nlanguage = en\nscale = 150\n");
    const QString machine = file(u"m"_s, "[display]\ntheme = light\nlanguage = ja\n");
    const QString policy = file(u"p"_s, "[display]\ntheme = contrast\n");
    const auto settings = Settings::read({{policy}, {machine}, {user}});
    QCOMPARE(settings.text(Setting::DisplayTheme), u"contrast"_s);
    QCOMPARE(settings.source(Setting::DisplayTheme), SettingSource::Policy);
    QCOMPARE(settings.text(Setting::DisplayLanguage), u"ja"_s);
    QCOMPARE(settings.source(Setting::DisplayLanguage), SettingSource::Machine);
    QVERIFY(settings.isFixedForUsers(Setting::DisplayLanguage));
    QCOMPARE(settings.number(Setting::DisplayScale), 150);
    QCOMPARE(settings.source(Setting::DisplayScale), SettingSource::User);
    QVERIFY(!settings.isFixedForUsers(Setting::DisplayScale));
    QVERIFY(settings.isFixedForUsers(Setting::CardPinStep));
}

void SettingsTest::theLaterFileOfOnePlaceWins()
{
    const auto settings = Settings::read(
        {{}, {file(u"10.ini"_s, "[lock]\nidleMinutes = 5\n"), file(u"20.ini"_s, "[lock]\nidleMinutes = 7\n")}, {}});
    QCOMPARE(settings.number(Setting::LockIdleMinutes), 7);
}

void SettingsTest::aWrongValueGivesTheDefaultAndNamesFileAndKey_data()
{
    QTest::addColumn<Setting>("setting");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("switch") << Setting::CardPinStep << QByteArray("yes");
    QTest::newRow("empty switch") << Setting::CardPinStep << QByteArray();
    QTest::newRow("choice") << Setting::DisplayMode << QByteArray("three");
    QTest::newRow("part of a choice") << Setting::DisplayMode << QByteArray("one|two");
    QTest::newRow("below") << Setting::LockIdleMinutes << QByteArray("0");
    QTest::newRow("above") << Setting::LockIdleMinutes << QByteArray("61");
    QTest::newRow("no number") << Setting::PrintCopies << QByteArray("1.5");
}

void SettingsTest::aWrongValueGivesTheDefaultAndNamesFileAndKey()
{
    QFETCH(Setting, setting);
    QFETCH(QByteArray, value);
    const QByteArray key = uk::specOf(setting).key;
    const auto dot = key.lastIndexOf('.');
    const QString name = file(u"m"_s, "[" + key.first(dot) + "]\n" + key.sliced(dot + 1) + " = " + value + "\n");
    const auto settings = Settings::read({{}, {name}, {}});
    QCOMPARE(settings.text(setting), QString::fromUtf8(uk::specOf(setting).fallback));
    QCOMPARE(settings.problems().size(), 1);
    QCOMPARE(settings.problems().first().code, uk::ErrorCode::SettingInvalid);
    QCOMPARE(settings.problems().first().arguments, (QStringList{name, QString::fromLatin1(key)}));
}

void SettingsTest::aWrongPolicyIsNotReplacedByTheUsersValue()
{
    const auto settings = Settings::read(
        {{file(u"p"_s, "[display]\ntheme = pink\n")}, {}, {file(u"u"_s, "[display]\ntheme = dark\n")}});
    QCOMPARE(settings.text(Setting::DisplayTheme), u"light"_s);
    QCOMPARE(settings.source(Setting::DisplayTheme), SettingSource::Policy);
}

void SettingsTest::theUserCannotSetWhatIsNotForUsers()
{
    const auto settings
        = Settings::read({{}, {}, {file(u"u"_s, "[card]\nallowTestRoots = on\n[profile]\nfile = /evil.json\n")}});
    QVERIFY(!settings.isOn(Setting::CardAllowTestRoots));
    QVERIFY(settings.text(Setting::ProfileFile).isEmpty());
    QCOMPARE(settings.problems().size(), 2);
}

void SettingsTest::anUnknownKeyAndABadLineAreTold()
{
    const auto settings = Settings::read(
        {{}, {file(u"m"_s, "; comment\n# comment\n\nloose = 1\n[card]\npinstep = off\nnonsense\n")}, {}});
    QStringList keys;
    for (const uk::Error &problem : settings.problems())
        keys.append(problem.arguments.value(1));
    QCOMPARE(keys, (QStringList{u"(4)"_s, u"(7)"_s, u"card.pinstep"_s}));
    QVERIFY(settings.isOn(Setting::CardPinStep));
}

void SettingsTest::valuesAreTakenVerbatim()
{
    const QByteArray command = R"("C:\Program Files\b.exe" --a=1,2 %u ; x = y 日本語)";
    const auto settings = Settings::read({{}, {file(u"m"_s, "[browser]\r\n command =  " + command + " \r\n")}, {}});
    QCOMPARE(settings.text(Setting::BrowserCommand), QString::fromUtf8(command));
}

void SettingsTest::aListIsSplitAtSemicolons()
{
    const auto settings
        = Settings::read({{}, {file(u"m"_s, "[card.readers]\nallow = Reader One 00 00; Reader, Two ;;\n")}, {}});
    QCOMPARE(settings.list(Setting::CardReadersAllow), (QStringList{u"Reader One 00 00"_s, u"Reader, Two"_s}));
    QVERIFY(settings.list(Setting::CardReadersDeny).isEmpty());
}

void SettingsTest::aUsersValueIsWrittenAndTheRestStays()
{
    const QString name = m_folder->filePath(u"new/folder/uketsuke.ini"_s);
    QVERIFY(uk::writeUserSetting(name, Setting::DisplayTheme, u"dark"_s));
    QVERIFY(uk::writeUserSetting(name, Setting::PrintPrinter, u"受付 = 1階"_s));
    QVERIFY(uk::writeUserSetting(name, Setting::DisplayTheme, u"contrast"_s));
    const auto settings = Settings::read({{}, {}, {name}});
    QCOMPARE(settings.text(Setting::DisplayTheme), u"contrast"_s);
    QCOMPARE(settings.text(Setting::PrintPrinter), u"受付 = 1階"_s);
    QVERIFY(settings.problems().isEmpty());
}

void SettingsTest::writingIsRefusedForMachineOptionsAndWrongValues()
{
    const QString name = m_folder->filePath(u"u.ini"_s);
    QCOMPARE(
        uk::writeUserSetting(name, Setting::CardAllowTestRoots, u"on"_s).error().code, uk::ErrorCode::SettingInvalid);
    QCOMPARE(uk::writeUserSetting(name, Setting::DisplayTheme, u"pink"_s).error().code, uk::ErrorCode::SettingInvalid);
    QCOMPARE(uk::writeUserSetting(name, Setting::PrintPrinter, u"a\n[card]\nallowTestRoots = on"_s).error().code,
        uk::ErrorCode::SettingInvalid);
    QVERIFY(!QFile::exists(name));
}

void SettingsTest::aRunCanHaveItsOwnValue()
{
    const Settings settings;
    const Settings changed = settings.with(Setting::DisplayMode, u"two"_s);
    QCOMPARE(changed.text(Setting::DisplayMode), u"two"_s);
    QCOMPARE(settings.text(Setting::DisplayMode), u"one"_s);
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
