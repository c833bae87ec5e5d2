// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/browsertable.h"
#include "app/portal/desktopbrowser.h"
#include "app/portal/throwawaybrowser.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

/// Command lines of all processes that have the word in them.
QStringList processesWith(const QByteArray &word)
{
    QStringList found;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        QFile file(u"/proc/"_s + entry + u"/cmdline"_s);
        if (!entry.at(0).isDigit() || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray commandLine = file.readAll().replace('\0', ' ');
        if (commandLine.contains(word))
            found.append(entry + u' ' + QString::fromLocal8Bit(commandLine));
    }
    return found;
}

} // namespace

/// With small scripts in the place of a browser: every way out leaves no process and no folder.
class TestBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void profile_isFreshForEachResidentAndGoneAfter();
    void template_isCopiedAndNeverWrittenTo();
    void processes_ofOtherGroupsAndDeafOnes_areEnded();
    void waysOut_leaveNothing_data();
    void waysOut_leaveNothing();
    void command_getsTheAddressAndItsEndIsNoCancelAtOnce();
    void everythingTheBrowserWrites_liesInTheFolderThatIsWiped();
    void desktopBrowser_getsTheAddressAndIsNeverTakenForClosed();
    void missingProgram_isSaidSo();
    void arguments_neverSwitchTheSandboxOff();
    void proxyOfTheProgram_isTheBrowsersToo();
    void destructor_endsEverything();
    void abandonedProfiles_areRemovedAtTheStart();

private:
    QString script(const QByteArray &text);
    QStringList profiles() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_mark; ///< in the command line of every process of this test
};

void TestBrowser::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_mark = "uketsuke-test-" + QByteArray::number(QRandomGenerator::global()->generate64());
    qputenv("XDG_RUNTIME_DIR", m_folder->path().toLocal8Bit());
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestBrowser::cleanup()
{
    QCOMPARE(processesWith(m_mark), QStringList());
    QCOMPARE(profiles(), QStringList());
}

QString TestBrowser::script(const QByteArray &text)
{
    const QString name = m_folder->filePath(QString::fromLatin1(m_mark) + ".sh"_L1);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no script");
    file.write("#!/bin/bash\nfor a in \"$@\"; do case $a in --user-data-dir=*) profile=${a#*=};; esac; done\n" + text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return name;
}

QStringList TestBrowser::profiles() const
{
    return QDir(m_folder->path()).entryList({u"uketsuke-browser-*"_s}, QDir::Dirs);
}

void TestBrowser::profile_isFreshForEachResidentAndGoneAfter()
{
    ThrowAwayBrowser browser({script("ls -A $profile > $profile/before; mkdir -p $profile/a/b; echo cookie > "
                                     "$profile/a/b/c; exec sleep 1000"), {}, {}, {}});
    QSet<QString> seen;
    for (int resident = 0; resident < 3; ++resident) {
        QVERIFY(browser.open(QUrl(u"http://127.0.0.1:1/?state=x"_s)));
        QTRY_COMPARE(profiles().size(), 1);
        const QString profile = m_folder->filePath(profiles().value(0));
        QTRY_VERIFY(QFile::exists(profile + u"/a/b/c"_s));
        QFile before(profile + u"/before"_s);
        QVERIFY(before.open(QIODevice::ReadOnly));
        QVERIFY(!before.readAll().contains("a\n"));
        QVERIFY(!(QFileInfo(profile).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)));
        seen.insert(profile);
        browser.close();
        browser.close(); // safe more than once
        QTRY_VERIFY(browser.isClean());
        QVERIFY(profiles().isEmpty());
    }
    QCOMPARE(seen.size(), 3);
}

void TestBrowser::template_isCopiedAndNeverWrittenTo()
{
    QTemporaryDir original;
    QVERIFY(QDir(original.path()).mkpath(u"Default/Extensions"_s));
    QFile file(original.filePath(u"Default/Extensions/one"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("extension") > 0);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner));
    ThrowAwayBrowser browser({script("cat $profile/Default/Extensions/one > $profile/copy; echo changed > "
                                     "$profile/Default/Extensions/one; exec sleep 1000"), original.path(), {}, {}});
    QVERIFY(browser.open(QUrl(u"http://127.0.0.1:1/"_s)));
    QTRY_VERIFY(QFileInfo(m_folder->filePath(profiles().value(0)) + u"/copy"_s).size() == 9);
    browser.close();
    QTRY_VERIFY(browser.isClean());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "extension"_ba);
}

void TestBrowser::processes_ofOtherGroupsAndDeafOnes_areEnded()
{
    // set -m gives every background job a process group of its own, as chromium's helpers have them.
    ThrowAwayBrowser browser({script("set -m; (trap '' TERM; exec -a " + m_mark + " sleep 1000) & (exec -a " + m_mark
                                     + " sleep 1000) & touch $profile/up; trap '' TERM; wait"), {}, {}, {}});
    QVERIFY(browser.open(QUrl(u"http://127.0.0.1:1/"_s)));
    QTRY_VERIFY(QFile::exists(m_folder->filePath(profiles().value(0)) + u"/up"_s));
    QTRY_VERIFY(processesWith(m_mark).size() >= 3);
    browser.close();
    QTRY_VERIFY(browser.isClean());
    QCOMPARE(processesWith(m_mark), QStringList());
}

void TestBrowser::waysOut_leaveNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isCrash");
    QTest::newRow("the resident closes it") << "sleep 0.1; exit 0"_ba << false;
    QTest::newRow("it fails") << "exit 3"_ba << true;
    QTest::newRow("it crashes") << "kill -SEGV $$"_ba << true;
    QTest::newRow("it is killed") << "kill -KILL $$"_ba << true;
    QTest::newRow("a helper outlives it for a moment") << "sleep 0.3 & exit 0"_ba << false;
}

void TestBrowser::waysOut_leaveNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isCrash);
    ThrowAwayBrowser browser({script(text), {}, {}, {}});
    QSignalSpy closed(&browser, &PortalBrowser::closed), failed(&browser, &PortalBrowser::failed);
    QVERIFY(browser.open(QUrl(u"http://127.0.0.1:1/"_s)));
    QTRY_COMPARE(closed.size() + failed.size(), 1);
    QCOMPARE(failed.size(), isCrash ? 1 : 0);
    if (isCrash)
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::BrowserFailed);
    browser.close();
    QTRY_VERIFY(browser.isClean());
}

void TestBrowser::command_getsTheAddressAndItsEndIsNoCancelAtOnce()
{
    const QString out = m_folder->filePath(u"out"_s);
    ThrowAwayBrowser browser({{}, {}, {script("echo \"$@\" > " + out.toLocal8Bit()), u"--to=%u"_s, u"x"_s}, {}});
    QSignalSpy closed(&browser, &PortalBrowser::closed), failed(&browser, &PortalBrowser::failed);
    QVERIFY(ThrowAwayBrowser::isAvailable({{}, {}, {u"anything"_s, u"%u"_s}, {}}));
    QVERIFY(browser.open(QUrl(u"http://127.0.0.1:1/?a=1&b=%20c"_s)));
    QTRY_VERIFY(QFileInfo(out).size() > 0);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().trimmed(), "--to=http://127.0.0.1:1/?a=1&b=%20c x"_ba);
    QTest::qWait(300);
    QCOMPARE(closed.size() + failed.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, 8000);
    browser.close();
    QTRY_VERIFY(browser.isClean());
}

void TestBrowser::everythingTheBrowserWrites_liesInTheFolderThatIsWiped()
{
    const QString out = m_folder->filePath(u"environment"_s);
    ThrowAwayBrowser browser({script("for name in HOME TMPDIR XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME; do "
                                     "case ${!name} in $profile/*) touch ${!name}/written || echo no folder $name;; *) echo $name;; esac; "
                                     "done > " + out.toLocal8Bit() + ".part; mv " + out.toLocal8Bit() + ".part "
                                     + out.toLocal8Bit() + "; exec sleep 1000"), {}, {}, {}});
    QVERIFY(browser.open(QUrl(u"http://127.0.0.1:1/"_s)));
    QTRY_VERIFY(QFile::exists(out));
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray());
    browser.close();
    QTRY_VERIFY(browser.isClean());
}

void TestBrowser::desktopBrowser_getsTheAddressAndIsNeverTakenForClosed()
{
    const QString out = m_folder->filePath(u"opened"_s);
    DesktopBrowser browser(script("echo \"$@\" > " + out.toLocal8Bit()));
    QSignalSpy closed(&browser, &PortalBrowser::closed), failed(&browser, &PortalBrowser::failed);
    QVERIFY(browser.open(QUrl(u"http://127.0.0.1:1/?a=1&b=%20c"_s)));
    QTRY_VERIFY(QFileInfo(out).size() > 0);
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().trimmed(), "http://127.0.0.1:1/?a=1&b=%20c"_ba);
    browser.close();
    QCOMPARE(closed.size() + failed.size(), 0);
    QTRY_COMPARE(processesWith(m_mark), QStringList());
    const auto missing = DesktopBrowser(m_folder->filePath(u"none"_s)).open(QUrl(u"http://127.0.0.1:1/"_s));
    QVERIFY(!missing && missing.error().code == ErrorCode::BrowserMissing);
}

void TestBrowser::missingProgram_isSaidSo()
{
    ThrowAwayBrowser browser({m_folder->filePath(u"none"_s), {}, {}, {}});
    const Result<void> opened = browser.open(QUrl(u"http://127.0.0.1:1/"_s));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::BrowserMissing);
    QTRY_VERIFY(browser.isClean());
}

void TestBrowser::arguments_neverSwitchTheSandboxOff()
{
    for (const bool keepsExtensions : {true, false}) {
        for (const KnownBrowser &browser : knownBrowsers()) {
            const QStringList arguments = browserArguments(browser, u"/p"_s, QUrl(u"http://127.0.0.1:1/?a=1"_s),
                                                           QRect(0, 0, 800, 600), keepsExtensions);
            QVERIFY(!arguments.join(u' ').contains("sandbox"_L1));
            QVERIFY(arguments.contains(u"--user-data-dir=/p"_s));
            QCOMPARE(arguments.contains(u"--disable-extensions"_s), !keepsExtensions);
            QCOMPARE(arguments.last(), u"--app=http://127.0.0.1:1/?a=1"_s);
            // A second one of the same name would win over the first.
            QCOMPARE(arguments.filter(u"--disable-features="_s).size(), 1);
            QCOMPARE(arguments.join(u' ').contains("msImplicitSignin"_L1), browser.name == "Microsoft Edge"_L1);
        }
    }
    QCOMPARE(browserNamed(u"/opt/microsoft/msedge/microsoft-edge-stable"_s).browser.name, u"Microsoft Edge"_s);
    QCOMPARE(browserNamed(u"/somewhere/a-script"_s).browser.name, knownBrowsers().first().name);
    QCOMPARE(browserNamed(u"/somewhere/a-script"_s).path, u"/somewhere/a-script"_s);
}

void TestBrowser::proxyOfTheProgram_isTheBrowsersToo()
{
    using Mode = ProxySettings::Mode;
    const QString pac = m_folder->filePath(u"proxy.pac"_s);
    QFile file(pac);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("function FindProxyForURL(u, h) { return 'DIRECT'; }") > 0);
    file.close();
    QCOMPARE(proxyArguments({Mode::System, u"a.test"_s, 8080, {}, {}, pac}).value(), QStringList());
    QCOMPARE(proxyArguments({Mode::None, u"a.test"_s, 8080, {}, {}, pac}).value(), QStringList(u"--no-proxy-server"_s));
    QCOMPARE(proxyArguments({Mode::Manual, u"a.test"_s, 3128, u"name"_s, u"secret"_s, pac}).value(),
             QStringList(u"--proxy-server=http://a.test:3128"_s));
    const QStringList byFile = proxyArguments({Mode::Pac, {}, 8080, {}, {}, pac}).value();
    QCOMPARE(byFile.size(), 1);
    QCOMPARE(QByteArray::fromBase64(byFile.first().section(u',', 1).toLatin1()),
             QByteArray("function FindProxyForURL(u, h) { return 'DIRECT'; }"));
    const auto missing = proxyArguments({Mode::Pac, {}, 8080, {}, {}, pac + u"x"_s});
    QVERIFY(!missing && missing.error().code == ErrorCode::ProxyUnreachable);

    ThrowAwayBrowser browser({script("echo \"$@\" > $profile/said; sleep 1000"), {}, {}, {}, {Mode::Manual, u"a.test"_s, 3128, {}, {}, {}}});
    QVERIFY(browser.open(QUrl(u"http://127.0.0.1:1/"_s)));
    QFile said(m_folder->filePath(profiles().value(0)) + u"/said"_s);
    QTRY_VERIFY(said.exists() && said.size() > 0);
    QVERIFY(said.open(QIODevice::ReadOnly));
    QVERIFY(said.readAll().contains("--proxy-server=http://a.test:3128"));
}

void TestBrowser::destructor_endsEverything()
{
    {
        ThrowAwayBrowser browser({script("(exec -a " + m_mark + " sleep 1000) & touch $profile/up; wait"), {}, {}, {}});
        QVERIFY(browser.open(QUrl(u"http://127.0.0.1:1/"_s)));
        QTRY_VERIFY(QFile::exists(m_folder->filePath(profiles().value(0)) + u"/up"_s));
    }
    QTRY_COMPARE(processesWith(m_mark), QStringList());
    QCOMPARE(profiles(), QStringList());
}

void TestBrowser::abandonedProfiles_areRemovedAtTheStart()
{
    const auto kill = [this](const QString &name) {
        QVERIFY(QDir(m_folder->path()).mkpath(name + u"/Default"_s)); // as a program leaves it that was killed
        QFile cookies(m_folder->filePath(name + u"/Default/Cookies"_s));
        QVERIFY(cookies.open(QIODevice::WriteOnly) && cookies.write("x") == 1);
    };
    kill(u"uketsuke-browser-abc"_s);
    ThrowAwayBrowser browser({script("touch $profile/up; exec sleep 1000"), {}, {}, {}});
    QVERIFY(browser.open(QUrl(u"http://127.0.0.1:1/"_s)));
    QTRY_COMPARE(profiles().size(), 2);
    removeAbandonedProfiles();
    QCOMPARE(profiles().size(), 1); // the one in use stays
    QVERIFY(profiles().value(0) != u"uketsuke-browser-abc"_s);
    kill(u"uketsuke-browser-def"_s);
    browser.close();
    QTRY_VERIFY(browser.isClean());
    removeAbandonedProfiles();
    QCOMPARE(profiles(), QStringList());
}

QTEST_GUILESS_MAIN(TestBrowser)
#include "tst_browser.moc"
