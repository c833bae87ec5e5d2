// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/browsertable.h"
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
    void missingProgram_isSaidSo();
    void arguments_neverSwitchTheSandboxOff();
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
        const QStringList arguments = browserArguments(u"/p"_s, QUrl(u"http://127.0.0.1:1/?a=1"_s),
                                                       QRect(0, 0, 800, 600), keepsExtensions);
        QVERIFY(!arguments.join(u' ').contains("sandbox"_L1));
        QVERIFY(arguments.contains(u"--user-data-dir=/p"_s));
        QCOMPARE(arguments.contains(u"--disable-extensions"_s), !keepsExtensions);
        QCOMPARE(arguments.last(), u"--app=http://127.0.0.1:1/?a=1"_s);
    }
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
    QProcess ended;
    ended.start(u"true"_s, QStringList());
    QVERIFY(ended.waitForStarted());
    const qint64 pid = ended.processId();
    QVERIFY(ended.waitForFinished());
    QVERIFY(QDir(m_folder->path()).mkpath(u"uketsuke-browser-%1-abc/Default"_s.arg(pid)));
    const QString ours = u"uketsuke-browser-%1-abc"_s.arg(QCoreApplication::applicationPid());
    QVERIFY(QDir(m_folder->path()).mkpath(ours));
    removeAbandonedProfiles();
    QCOMPARE(profiles(), QStringList{ours});
    QVERIFY(QDir(m_folder->filePath(ours)).removeRecursively());
}

QTEST_GUILESS_MAIN(TestBrowser)
#include "tst_browser.moc"
