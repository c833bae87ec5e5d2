// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/portal/throwawaybrowser.h"
#include "tests/app/portal/smallportal.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <csignal>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

QList<int> chromiumProcesses(const QByteArray &word)
{
    QList<int> found;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        QFile file(u"/proc/"_s + entry + u"/cmdline"_s);
        if (entry.at(0).isDigit() && file.open(QIODevice::ReadOnly) && file.readAll().contains(word))
            found.append(entry.toInt());
    }
    return found;
}

} // namespace

/// Every file below the user's home, with the time of its last change.
QMap<QString, QDateTime> filesAtHome()
{
    QMap<QString, QDateTime> files;
    QDirIterator walk(QDir::homePath(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    // The flag by which the desktop tells that one of its settings changed: two bytes in memory, not the browser's.
    const QString flag = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/dconf/user"_s;
    while (walk.hasNext()) {
        if (walk.next() == flag)
            continue;
        if (!walk.fileInfo().isDir() || walk.fileInfo().isSymLink())
            files.insert(walk.filePath(), walk.fileInfo().lastModified());
    }
    return files;
}

/// What the test starts to kill it: a program with the portal on screen, until it is ended from outside.
int showUntilKilled(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    ThrowAwayBrowser browser({{}, {}, {}, {}});
    if (!browser.open(QUrl(QString::fromLocal8Bit(argv[2]))))
        return 1;
    return application.exec();
}

/// With Debian's Chromium as an unprivileged user on a display, started as the product starts it.
class TestChromium : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void portalThatLeadsBack_givesATokenAndNothingIsLeft();
    void secondResident_bringsNoCookieOfTheFirst();
    void limit_endsTheBrowserInFrontOfTheResident();
    void crash_isReportedAndNothingIsLeft();
    void refusal_isReportedAndNothingIsLeft();
    void killedProgram_takesItsBrowserAlongAndTheNextStartRemovesTheProfile();

private:
    int runFlow(SmallPortal &portal, int limitMs = 60000);

    std::unique_ptr<ThrowAwayBrowser> m_browser;
    SystemClock m_clock;
    QMap<QString, QDateTime> m_before;
};

void TestChromium::initTestCase()
{
    QVERIFY2(ThrowAwayBrowser::isAvailable({}), "needs Chromium and a user that is not root");
    m_before = filesAtHome();
    m_browser = std::make_unique<ThrowAwayBrowser>(BrowserSettings{{}, {}, {}, QRect(0, 0, 1366, 640)});
}

void TestChromium::cleanup()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_browser->isClean(), 10000);
    QTRY_COMPARE_WITH_TIMEOUT(chromiumProcesses("uketsuke-browser-"), QList<int>(), 5000);
    for (const QString &folder : {qEnvironmentVariable("XDG_RUNTIME_DIR"), QDir::tempPath()})
        QCOMPARE(QDir(folder).entryList({u"uketsuke-browser-*"_s}), QStringList());
    // Not a file more in the user's home, none written to: neither by the browser nor by its libraries.
    QTRY_COMPARE(filesAtHome(), m_before);
}

int TestChromium::runFlow(SmallPortal &portal, int limitMs)
{
    ConsentFlow flow(portal.profile(), *m_browser, m_clock);
    flow.setTimeLimit(limitMs);
    std::optional<int> code;
    flow.start({u"vaccination"_s}, [&code](Result<AccessToken> token) { code = token ? -1 : int(token.error().code); });
    static_cast<void>(QTest::qWaitFor([&code] { return code.has_value(); }, 70000));
    return code.value_or(-2);
}

void TestChromium::portalThatLeadsBack_givesATokenAndNothingIsLeft()
{
    SmallPortal portal;
    portal.setLeadsThrough();
    QCOMPARE(runFlow(portal), -1);
    QCOMPARE(portal.tokens(), 1);
}

void TestChromium::secondResident_bringsNoCookieOfTheFirst()
{
    SmallPortal portal;
    portal.setLeadsThrough();
    QCOMPARE(runFlow(portal), -1);
    QCOMPARE(runFlow(portal), -1);
    QCOMPARE(portal.tokens(), 2);
    QCOMPARE(portal.cookiesOfOthers(), 0);
}

void TestChromium::limit_endsTheBrowserInFrontOfTheResident()
{
    SmallPortal portal; // nobody clicks
    QCOMPARE(runFlow(portal, 4000), int(ErrorCode::ConsentTimeout));
    QVERIFY(!portal.server().requests().isEmpty()); // the page was there
}

void TestChromium::crash_isReportedAndNothingIsLeft()
{
    SmallPortal portal;
    QTimer killer;
    connect(&killer, &QTimer::timeout, this, [&] {
        const QList<int> processes = chromiumProcesses("uketsuke-browser-");
        if (portal.server().requests().size() >= 2 && !processes.isEmpty())
            ::kill(*std::ranges::min_element(processes), SIGSEGV);
    });
    killer.start(200);
    QCOMPARE(runFlow(portal), int(ErrorCode::BrowserFailed));
}

void TestChromium::refusal_isReportedAndNothingIsLeft()
{
    SmallPortal portal;
    portal.setLeadsThrough("/give-up");
    QCOMPARE(runFlow(portal), int(ErrorCode::ConsentRefused));
    QCOMPARE(portal.tokens(), 0);
}

void TestChromium::killedProgram_takesItsBrowserAlongAndTheNextStartRemovesTheProfile()
{
    SmallPortal portal;
    QUrl address = portal.profile().portal.authorizeUrl;
    address.setQuery(u"redirect_uri=x&state=y"_s);
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {u"--show"_s, QString::fromLatin1(address.toEncoded())});
    QTRY_VERIFY_WITH_TIMEOUT(portal.server().requests().size() >= 2, 40000);
    QVERIFY(chromiumProcesses("uketsuke-browser-").size() > 1);
    program.kill();
    QVERIFY(program.waitForFinished());
    QTRY_COMPARE_WITH_TIMEOUT(chromiumProcesses("uketsuke-browser-"), QList<int>(), 10000);
    const QDir home(qEnvironmentVariable("XDG_RUNTIME_DIR"));
    QCOMPARE(home.entryList({u"uketsuke-browser-*"_s}).size(), 1); // nobody was left to remove it
    QTRY_VERIFY_WITH_TIMEOUT((removeAbandonedProfiles(), home.entryList({u"uketsuke-browser-*"_s}).isEmpty()), 10000);
}

int main(int argc, char *argv[])
{
    if (argc == 3 && qstrcmp(argv[1], "--show") == 0)
        return showUntilKilled(argc, argv);
    QCoreApplication application(argc, argv);
    TestChromium test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_chromium.moc"
