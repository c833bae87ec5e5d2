// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/pmh/trainingstage.h"

#include "app/base/keystore.h"
#include "app/journal/draftstore.h"
#include "app/portal/consent.h"
#include "app/visit/recordsteps.h"
#include "cardreader/mynumber/cardservice.h"
#include "cardreader/simulated/simulatedreader.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

constexpr auto childSwitch = "--visit";
const QString resident = u"kiyoshi"_s;

/// A keychain that outlives the program, as the desktop's does: one file for each entry, in the test's own folder.
class FolderKeys final : public KeyStore
{
public:
    explicit FolderKeys(QString folder)
        : m_folder(std::move(folder))
    {
    }
    void read(const QString &name, Reply<QByteArray> reply) override
    {
        QFile file(path(name));
        reply(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    void write(const QString &name, const QByteArray &value, Reply<void> reply) override
    {
        // Whole or not at all, as a keychain writes.
        QFile file(path(name) + u".new"_s);
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(value) == value.size() && file.flush();
        file.close();
        QFile::remove(path(name));
        reply(isWritten && file.rename(path(name)) ? Result<void>() : failure(ErrorCode::KeychainLocked, u"test"_s));
    }
    void remove(const QString &name, Reply<void> reply) override
    {
        QFile::remove(path(name));
        reply({});
    }

private:
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder + u'/' + QString::fromLatin1(name.toUtf8().toHex());
    }
    QString m_folder;
};

class NoBrowser final : public PortalBrowser
{
public:
    Result<void> open(const QUrl &) override { return failure(ErrorCode::BrowserMissing, u"test"_s); }
    void close() override {}
};

class NoPrinter final : public PrintPort
{
public:
    void printers(Reply<QList<PrinterInfo>> reply) override { reply(QList<PrinterInfo>()); }
    void print(DocumentRenderer &, const DocumentInfo &, const PrintRequest &, Reply<PrintResult> reply) override
    {
        reply(failure(ErrorCode::PrinterMissing, u"test"_s));
    }
    QByteArray formPdf(const PaperForm &) override { return {}; }
    void cancelAll() override {}
};

/// The steps of one visit with PMH on real parts: client, drafts, log. The card's part is taken as done.
struct Desk
{
    SystemClock clock;
    FolderKeys keys;
    CardService cards{std::make_unique<SimulatedReader>(std::make_shared<SimulatedSlot>()), CardServiceOptions()};
    NoBrowser browser;
    NoPrinter printer;
    ConnectionProfile profile;
    ConsentFlow consent;
    PmhClient pmh;
    AuditLog audit;
    DraftStore drafts;
    DocumentRenderer renderer{QString()};
    VisitContext context;
    RecordSteps steps{context};
    QList<VisitEvent> events;

    Desk(const QString &folder, ConnectionProfile connection, const QByteArray &token)
        : keys(folder + u"/keys"_s)
        , profile(std::move(connection))
        , consent(profile, browser, clock, nullptr, &keys)
        , pmh(profile, clock, fixture::quick())
        , audit(folder + u"/audit.sqlite"_s, keys, clock)
        , drafts(folder + u"/drafts"_s, keys, clock)
        , context{.ports = {cards, consent, pmh, audit, drafts, renderer, printer, clock}, .options = {}, .data = {},
                  .staff = {}, .pending = {}, .pin = SecretBuffer(), .token = {},
                  .raise = [this](VisitEvent event) { events.append(event); }, .changed = [] {},
                  .revoke = [](SecretBuffer) {}}
    {
        pmh.setAccessToken(fixture::secret(token.constData()));
        context.data.visitId = QString::number(QRandomGenerator::system()->generate64(), 16);
        context.data.subjectRef = u"the same card"_s;
        context.data.consented = {u"vaccination"_s};
        context.staff = StaffMember{u"staff-1"_s, u"訓練 受付"_s, StaffRole::Reception};
    }
    bool waitFor(VisitEvent event)
    {
        return QTest::qWaitFor([&] { return events.contains(event); }, 20000);
    }
    bool fetch()
    {
        steps.fetch();
        return waitFor(VisitEvent::FetchDone);
    }
    OpenQuestionnaire &open() { return context.data.questionnaires.first(); }
};

/// The first question that takes any text, with the text that staff type.
std::optional<AnswerKey> textQuestion(const Definition &definition)
{
    for (const Group &group : definition.groups)
        for (const Subgroup &subgroup : group.subgroups)
            for (const QuestionItem &item : subgroup.items)
                if ((item.type == AnswerType::ShortText || item.type == AnswerType::LongText) && !item.visibleWhen
                    && !item.isReadOnly)
                    return AnswerKey{item.itemMasterId, 1};
    return std::nullopt;
}

void say(const QByteArray &line)
{
    std::fputs((line + '\n').constData(), stdout);
    std::fflush(stdout);
}

/// A program that fetches, types, saves, registers, and says how far it has come. Whoever started it kills it.
int runVisit(const QStringList &arguments)
{
    const QString folder = arguments.at(0), text = arguments.at(3);
    const auto profile = readProfile(arguments.at(1));
    if (!profile)
        return 2;
    Desk desk(folder, *profile, arguments.at(2).toLatin1());
    if (!desk.fetch())
        return 3;
    const auto key = textQuestion(desk.open().basis->definition);
    if (!key || !desk.open().session.setAnswer(*key, text, u"本人に確認"_s, desk.context.staffMark()))
        return 4;
    bool isSaved = false;
    desk.context.saveDraft([&](const Result<void> &saved) { isSaved = saved.has_value(); });
    if (!QTest::qWaitFor([&] { return isSaved; }, 20000))
        return 5;
    say("typed");
    desk.context.pending.questionnaireManagementId = desk.open().summary.questionnaireManagementId;
    desk.context.pending.isDraft = desk.open().basis->answerStatusSeg != "2"_L1;
    desk.steps.submit();
    if (!desk.waitFor(VisitEvent::RegistrationConfirmed))
        return 6;
    say("confirmed");
    return QTest::qWaitFor([] { return false; }, 60000) ? 0 : 7; // until it is killed
}

} // namespace

/// kill -9 at any point between the first answer typed and the confirmed registration: what staff typed is in the draft
/// or at the server, and the next program says what is true. UKETSUKE_KILLS: how many.
class KilledVisitTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasTypedIsInTheDraftOrConfirmed();

private:
    void killOnce(fixture::TrainingStage &stage, int round);
    QMap<QString, int> m_seen;
};

void KilledVisitTest::killOnce(fixture::TrainingStage &stage, int round)
{
    stage.ask(u"/reset"_s, "{}");
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"keys"_s));
    QFile profile(folder.filePath(u"profile.json"_s));
    QVERIFY(profile.open(QIODevice::WriteOnly) && profile.write(stage.server.profileJson()) > 0);
    profile.close();
    // A registration that is stored late, one that is stored at once and whose answer dawdles, or everything a little slow.
    const QByteArray faults[]{
        R"({"kind":"delay","ms":150,"processType":"RegisterQuestionnaireAnswer"})",
        R"({"kind":"slow","bytesPerSecond":200,"processType":"RegisterQuestionnaireAnswer"})",
        R"({"kind":"delay","ms":20,"count":null})",
    };
    stage.ask(u"/faults"_s, faults[round % 3]);
    const QByteArray token = stage.server.issueToken(resident, {u"vaccination"_s});
    const QString text = u"窓口で%1"_s.arg(round);
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(),
                  {QString::fromLatin1(childSwitch), folder.path(), profile.fileName(), QString::fromLatin1(token), text});
    QByteArray said;
    QVERIFY(QTest::qWaitFor([&] { return (said += program.readAllStandardOutput()).contains("typed"); }, 40000));
    QTest::qWait(QRandomGenerator(quint32(round)).bounded(round % 5 == 0 ? 500 : 120));
    QCOMPARE(::kill(pid_t(program.processId()), SIGKILL), 0);
    QVERIFY(program.waitForFinished());
    said += program.readAllStandardOutput();
    stage.ask(u"/faults"_s, {}, "DELETE");

    int effects = 0;
    const JsonValue journal = stage.ask(u"/journal?since=0"_s);
    for (const JsonValue &entry : journal.items())
        effects += writeJson(*entry.find(u"body")).contains(text.toUtf8()) ? 1 : 0;
    QVERIFY(effects <= 1);

    // The next program: the same card, a new consent. No token was kept, and nothing is sent by itself.
    const auto requestsOf = [&] {
        int number = 0;
        const JsonValue log = stage.ask(u"/requests?since=0"_s);
        for (const JsonValue &entry : log.items())
            number += entry.find(u"processType")->toString() == "RegisterQuestionnaireAnswer"_L1 ? 1 : 0;
        return number;
    };
    const int sentBefore = requestsOf();
    Desk next(folder.path(), *parseProfile(stage.server.profileJson(), u"training"_s),
              stage.server.issueToken(resident, {u"vaccination"_s}));
    QVERIFY(next.fetch());
    QCOMPARE(requestsOf(), sentBefore);
    const OpenQuestionnaire &open = next.open();
    const AnswerKey key = *textQuestion(open.basis->definition);
    const bool isOnScreen = open.session.current(key) == AnswerResult(text);
    QVERIFY2(isOnScreen, "what staff typed is lost");
    if (open.outcome == RegistrationOutcome::Confirmed)
        QCOMPARE(effects, 1);
    if (effects == 1)
        QVERIFY2(open.outcome == RegistrationOutcome::Confirmed || said.contains("confirmed"), "stored, but not shown as stored");
    if (open.outcome == RegistrationOutcome::Unknown) {
        // Honest: it may still take effect. What is asked about is what was sent.
        QCOMPARE(effects, 0);
        QVERIFY(open.registration.has_value());
        QCOMPARE(open.lastSent.answers, open.registration->sent.state.answers);
    }
    ++m_seen[open.outcome ? QString::number(int(*open.outcome)) : u"nothing sent"_s];
    // The draft that was taken over stands in this visit's own, once.
    QVERIFY(QTest::qWaitFor([&] { return next.drafts.openVisits().size() <= 1; }, 5000));
}

void KilledVisitTest::whatWasTypedIsInTheDraftOrConfirmed()
{
    const int kills = std::max(1, qEnvironmentVariable("UKETSUKE_KILLS", u"20"_s).toInt());
    fixture::TrainingStage stage;
    for (int round = 1; round <= kills; ++round) {
        killOnce(stage, round);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"in round %1"_s.arg(round)));
    }
    for (auto seen = m_seen.cbegin(); seen != m_seen.cend(); ++seen)
        qInfo("after the restart, outcome %s: %d", qPrintable(seen.key()), seen.value());
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == QLatin1String(childSwitch) && arguments.size() == 6)
        return runVisit(arguments.mid(2));
    KilledVisitTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killedvisit.moc"
