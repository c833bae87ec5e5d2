// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosk.h"

#include "app/base/clock.h"
#include "app/base/errortable.h"
#include "app/base/keystore.h"
#include "app/journal/auditlog.h"
#include "app/journal/draftstore.h"
#include "app/pmh/proxykeeper.h"
#include "app/portal/desktopbrowser.h"
#include "app/portal/throwawaybrowser.h"
#include "app/training/residentcard.h"
#include "app/training/trainingserver.h"
#include "app/visit/blankforms.h"
#include "app/visit/visit.h"
#include "cardreader/mynumber/cardservice.h"
#include "cardreader/pcsc/pcscreaderport.h"
#include "cardreader/simulated/cardtray.h"
#include "cardreader/simulated/simulatedreader.h"
#include "translations/language.h"
#include "ui/kiosktarget.h"
#include "ui/portal/portalwindow.h"
#include "ui/printing/cupsprintport.h"
#include "ui/screens/kiosk/kioskwindow.h"
#include "ui/screens/kiosk/servicewords.h"
#include "ui/walkthrough/walkthrough.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <chrono>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// The whole content of each file; what cannot be read is left out, and the card check says that roots are missing.
std::vector<QByteArray> readFiles(const QStringList &names)
{
    std::vector<QByteArray> contents;
    for (const QString &name : names)
        if (QFile file(name); file.open(QIODevice::ReadOnly))
            contents.push_back(file.readAll());
    return contents;
}

QStringList pemFilesIn(const QString &folder)
{
    QStringList names;
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.pem"_s, u"*.crt"_s}, QDir::Files, QDir::Name))
        names.append(file.absoluteFilePath());
    return names;
}

QString journalFolder(const Settings &settings)
{
    const QString configured = settings.text(Setting::JournalFolder);
    return configured.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : configured;
}

QString auditFile(const QString &folder)
{
    return folder + u"/audit.sqlite"_s;
}

/// What the settings ask for, as far as the profile knows it.
QStringList purposeOf(const Settings &settings, const ConnectionProfile &connection)
{
    QStringList scopes = settings.list(Setting::VisitPurpose);
    scopes.removeIf([&](const QString &scope) { return !connection.portal.scopes.contains(scope); });
    return scopes.isEmpty() ? QStringList{u"vaccination"_s} : scopes;
}

QString rendererProgram()
{
    return QCoreApplication::applicationDirPath() + u"/uketsuke-pdf"_s;
}

theme::Mode themeMode(const QString &name)
{
    return name == "dark"_L1 ? theme::Mode::Dark : name == "contrast"_L1 ? theme::Mode::HighContrast : theme::Mode::Light;
}

} // namespace

class Kiosk::Parts
{
public:
    Parts(CommandLine commandLine, Settings options, const Scenario *played)
        : line(std::move(commandLine))
        , settings(std::move(options))
        , scenario(played)
    {
    }

    Result<void> start();
    void close();

private:
    Result<void> startTraining();
    Result<void> openFolder();
    Result<ConnectionProfile> profile() const;
    void makeCards();
    void makeBrowser();
    void makeVisit(const ConnectionProfile &connection);
    void makeWindow(const ConnectionProfile &connection);
    void connectSwitches();
    void addScenarioStaff();
    void startWalkthrough();
    void restoreDesk();
    void chooseProxy(const ConnectionProfile &connection);
    void showServices();
    void removeOldDrafts();
    void layCard(const QString &key);
    void logProgram(AuditEvent event, Reply<void> reply);
    [[nodiscard]] bool usesReader() const { return scenario ? !scenario->isCardSimulated() : !line.isTraining; }

    CommandLine line;
    Settings settings;
    const Scenario *scenario;
    SystemClock clock;
    QTimer hourly;
    QTemporaryDir trainingFolder; ///< log and drafts of training; deleted at the end
    QString folder;
    std::unique_ptr<KeyStore> keys;
    std::unique_ptr<TrainingServer> server;
    std::shared_ptr<SimulatedSlot> slot;
    std::unique_ptr<CardTray> tray;
    QList<ResidentInfo> people; ///< training's residents
    QString residentOnTray;
    std::vector<QByteArray> testRoots, testBasicRoots;
    std::unique_ptr<AccountStore> accounts;
    std::unique_ptr<AuditLog> audit;
    std::unique_ptr<DraftStore> drafts;
    std::unique_ptr<CardService> cards;
    std::unique_ptr<PortalBrowser> browser;
    PortalWindow *portalWindow = nullptr;
    bool usesDesktopBrowser = false;
    std::unique_ptr<ConsentFlow> consent;
    std::unique_ptr<PmhClient> pmh;
    std::unique_ptr<ProxyKeeper> proxies;
    std::unique_ptr<ServiceWatch> services;
    std::optional<Error> startProblem; ///< shown instead of what the services do
    std::unique_ptr<DocumentRenderer> renderer;
    std::unique_ptr<CupsPrintPort> printer;
    std::unique_ptr<Visit> visit;
    std::unique_ptr<FormStore> formStore;
    std::unique_ptr<DocumentRenderer> blankRenderer;
    std::unique_ptr<CupsPrintPort> blankPrinter;
    std::unique_ptr<BlankForms> blankForms;
    Language screenLanguage;
    std::unique_ptr<KioskWindow> window;
    std::unique_ptr<KioskTarget> target;
    std::unique_ptr<Walkthrough> walkthrough;
    int exitStatus = 0;
};

Result<void> Kiosk::Parts::openFolder()
{
    if (line.isTraining) {
        keys = makeMemoryKeyStore();
        folder = trainingFolder.path();
        return trainingFolder.isValid() ? Result<void>() : failure(ErrorCode::StoreFailed, u"no temporary folder"_s);
    }
    keys = makeSystemKeyStore();
    folder = journalFolder(settings);
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return failure(ErrorCode::StoreFailed, u"folder for log and drafts"_s);
    return {};
}

Result<void> Kiosk::Parts::startTraining()
{
    const auto pki = TestPki::inMemory();
    UK_TRY(QByteArray roots, pki.rootsPem());
    UK_TRY(QByteArray basicRoots, pki.basicInfoRootsPem());
    testRoots.push_back(roots);
    testBasicRoots.push_back(basicRoots);
    slot = std::make_shared<SimulatedSlot>();
    tray = std::make_unique<CardTray>(slot, pki);
    server = std::make_unique<TrainingServer>();
    TrainingServerOptions options;
    options.hasControlPort = false;
    UK_CHECK(server->start(options));
    people = server->residents();
    residentOnTray = people.isEmpty() ? QString() : people.first().key;
    QObject::connect(tray.get(), &CardTray::laid, server.get(), &TrainingServer::setCardOnTray);
    QObject::connect(tray.get(), &CardTray::laid, tray.get(), [this](const QString &key) { residentOnTray = key; });
    return {};
}

Result<ConnectionProfile> Kiosk::Parts::profile() const
{
    const QString named = scenario && !scenario->profile.isEmpty() ? scenario->profile
        : !line.profileFile.isEmpty()                              ? line.profileFile
                                                                   : settings.text(Setting::ProfileFile);
    if (line.isTraining && (named.isEmpty() || (line.profileFile.isEmpty() && !(scenario && !scenario->profile.isEmpty()))))
        return parseProfile(server->profileJson(), u"training"_s);
    if (named.isEmpty())
        return failure(ErrorCode::ProfileInvalid, u"No connection profile is set (profile.file, or --profile FILE). --training needs none."_s);
    return readProfile(named);
}

void Kiosk::Parts::makeCards()
{
    CardServiceOptions options;
    options.allowedReaders = settings.list(Setting::CardReadersAllow);
    options.deniedReaders = settings.list(Setting::CardReadersDeny);
    options.allowTestRoots = line.isTraining || settings.isOn(Setting::CardAllowTestRoots);
    if (scenario && !scenario->trustedRoots.isEmpty()) {
        // One list in the scenario: each reader of it takes what it understands.
        options.trustedRootsPem = readFiles(scenario->trustedRoots);
        options.basicInfoRootsPem = options.trustedRootsPem;
        options.allowTestRoots |= scenario->allowTestRoots;
    } else if (!line.isTraining) {
        const QString trust = settings.text(Setting::CardTrustFolder);
        options.trustedRootsPem = readFiles(pemFilesIn(trust + u"/jpki-auth"_s));
        options.basicInfoRootsPem = readFiles(pemFilesIn(trust + u"/basic-info"_s));
    }
    if (!usesReader()) {
        options.trustedRootsPem = testRoots;
        options.basicInfoRootsPem = testBasicRoots;
        cards = std::make_unique<CardService>(std::make_unique<SimulatedReader>(slot), options);
        return;
    }
    if (scenario)
        options.allowedReaders = {scenario->reader};
    cards = std::make_unique<CardService>(std::make_unique<PcscReaderPort>(), options);
}

void Kiosk::Parts::makeBrowser()
{
    BrowserSettings browserSettings;
    browserSettings.program = settings.text(Setting::BrowserProgram);
    browserSettings.proxy = proxySettings(settings);
    browserSettings.profileTemplate = settings.text(Setting::BrowserProfileTemplate);
    browserSettings.command = scenario && !scenario->browserCommand.isEmpty() ? scenario->browserCommand
                                                                              : settings.list(Setting::BrowserCommand);
    if (line.isTraining && browserSettings.command.isEmpty()
        && (scenario || !ThrowAwayBrowser::isAvailable(browserSettings))) {
        auto native = std::make_unique<PortalWindow>();
        portalWindow = native.get();
        browser = std::move(native);
        return;
    }
    removeAbandonedProfiles();
    usesDesktopBrowser = settings.isOn(Setting::BrowserDesktopFallback) && !ThrowAwayBrowser::isAvailable(browserSettings);
    if (usesDesktopBrowser) {
        QTextStream(stderr) << u"The desktop's own browser is used: a log-in may stay in it (browser.desktopFallback)."_s << Qt::endl;
        browser = std::make_unique<DesktopBrowser>();
        return;
    }
    browser = std::make_unique<ThrowAwayBrowser>(browserSettings);
}

void Kiosk::Parts::makeVisit(const ConnectionProfile &connection)
{
    accounts = std::make_unique<AccountStore>(line.isTraining ? QString() : folder + u"/accounts.sqlite"_s, clock);
    audit = std::make_unique<AuditLog>(auditFile(folder), *keys, clock);
    drafts = std::make_unique<DraftStore>(folder + u"/drafts"_s, *keys, clock);
    consent = std::make_unique<ConsentFlow>(connection, *browser, clock, nullptr, keys.get());
    pmh = std::make_unique<PmhClient>(connection, clock, settings.number(Setting::SiteKiosks));
    services = std::make_unique<ServiceWatch>(connection, clock, *pmh);
    renderer = std::make_unique<DocumentRenderer>(rendererProgram());
    printer = std::make_unique<CupsPrintPort>();
    VisitOptions options;
    options.scopes = scenario && !scenario->purpose.isEmpty() ? scenario->purpose : purposeOf(settings, connection);
    options.asksPin = settings.isOn(Setting::CardPinStep);
    options.asksBasicInfo = settings.isOn(Setting::CardBasicInfo);
    options.maxPdfBytes = connection.limits.maxPdfBytes;
    options.hasTrainingMark = line.isTraining || connection.isTraining;
    options.takesTestCardsOnly = line.isTraining;
    visit = std::make_unique<Visit>(VisitPorts{*cards, *consent, *pmh, *audit, *drafts, *renderer, *printer, clock}, options);
    formStore = std::make_unique<FormStore>(folder + u"/forms"_s, clock);
    blankRenderer = std::make_unique<DocumentRenderer>(rendererProgram());
    blankPrinter = std::make_unique<CupsPrintPort>();
    blankForms = std::make_unique<BlankForms>(*formStore, *audit, *blankRenderer, *blankPrinter, options.hasTrainingMark);
    QObject::connect(visit.get(), &Visit::stateChanged, blankForms.get(), [this](VisitState, VisitStep step) {
        if (step == VisitStep::RaiseCurtain || step == VisitStep::ShowStaff)
            blankForms->remember(visit->data());
    });
}

void Kiosk::Parts::makeWindow(const ConnectionProfile &connection)
{
    KioskOptions options;
    options.patient.clinic = connection.clinic;
    options.patient.isTraining = visit->options().hasTrainingMark;
    options.patient.leavesBrowserOpen = usesDesktopBrowser;
    options.patient.mmWidth = settings.number(Setting::DisplayMmWidth);
    options.patient.language = screenLanguage.current();
    const QHash<QString, QString> names{{u"ja"_s, u"日本語"_s}, {u"en"_s, u"English"_s}};
    for (const QString &code : Language::available())
        options.patient.languages.append({code, names.value(code, code)});
    if (!usesReader())
        for (const ResidentInfo &resident : std::as_const(people))
            options.patient.residents.append({resident.key, resident.name, resident.description});
    options.isTwoDisplays = (scenario ? scenario->display.mode : settings.text(Setting::DisplayMode)) == "two"_L1;
    options.hasTrainingAccounts = line.isTraining;
    options.patient.hasOwnDisplay = options.isTwoDisplays;
    options.patientScreen = settings.text(Setting::DisplayPatientScreen);
    options.lockIdleMinutes = settings.number(Setting::LockIdleMinutes);
    options.print = {settings.text(Setting::PrintPrinter), settings.number(Setting::PrintCopies)};
    window = std::make_unique<KioskWindow>(*visit, VisitPorts{*cards, *consent, *pmh, *audit, *drafts, *renderer, *printer, clock},
                                           *blankForms, *accounts, *audit, options);
    if (portalWindow)
        window->patient().setPortalWidget(portalWindow->widget());
    connectSwitches();
}

void Kiosk::Parts::layCard(const QString &key)
{
    for (const ResidentInfo &resident : std::as_const(people))
        if (resident.key == key)
            tray->lay(residentCard(resident));
}

/// Language and size of the text are the patient's for one visit; staff find their desk as they left it.
void Kiosk::Parts::connectSwitches()
{
    PatientFlow &patient = window->patient();
    if (tray) {
        QObject::connect(&patient, &PatientFlow::residentChosen, tray.get(), [this](const QString &key) { layCard(key); });
        QObject::connect(&patient, &PatientFlow::cardRemovalRequested, tray.get(), &CardTray::take);
    }
    QObject::connect(&patient, &PatientFlow::languageChosen, window.get(), [this](const QString &code) {
        screenLanguage.set(code);
        showServices();
    });
    QObject::connect(&patient, &PatientFlow::textSizeRequested, window.get(), [this] {
        const double next = theme::textScale() >= 2.0 ? 1.0 : theme::textScale() + 0.5;
        theme::apply(*qApp, theme::mode(), next);
    });
    QObject::connect(visit.get(), &Visit::stateChanged, window.get(), [this](VisitState state) {
        if (state == VisitState::Curtain || state == VisitState::Finishing)
            restoreDesk();
    });
}

void Kiosk::Parts::restoreDesk()
{
    const QString own = scenario ? scenario->display.language : settings.text(Setting::DisplayLanguage);
    if (screenLanguage.current() != own) {
        screenLanguage.set(own);
        window->patient().setLanguage(own);
        showServices();
    }
    const double scale = settings.number(Setting::DisplayScale) / 100.0;
    if (theme::textScale() != scale)
        theme::apply(*qApp, theme::mode(), scale);
}

/// Stops are told before a visit starts, to patients and to staff.
void Kiosk::Parts::showServices()
{
    if (startProblem) {
        const ErrorText text = errorText(*startProblem);
        return window->patient().setPlannedStop(text.title, QObject::tr("%1（%2）").arg(text.patient, text.code), true);
    }
    const ServiceWords words = serviceWords(services->notices(), clock.nowUtc()).value_or(ServiceWords());
    window->patient().setPlannedStop(words.title, words.patient, words.isClosed);
    window->staff().setServiceNotice(words);
}

void Kiosk::Parts::chooseProxy(const ConnectionProfile &connection)
{
    proxies = std::make_unique<ProxyKeeper>(proxySettings(settings), connection.allowedHosts);
    proxies->start();
    if (!settings.text(Setting::ProxyUser).isEmpty()) {
        keys->read(u"proxy/password"_s, [this](const Result<QByteArray> &password) {
            proxies->setPassword(QString::fromUtf8(password.value_or(QByteArray())));
        });
    }
}

/// Drafts of visits that ended abnormally live until closing time, or as long as draft.hours says.
void Kiosk::Parts::removeOldDrafts()
{
    const int hours = settings.number(Setting::DraftHours);
    for (const OpenVisit &open : drafts->openVisits()) {
        const bool isOver = hours == 0 ? toTokyo(open.savedAt).date() < clock.today()
                                       : open.savedAt.addSecs(hours * 3600) < clock.nowUtc();
        if (isOver)
            drafts->remove(open.visitId, [](Result<void>) {});
    }
}

/// The staff of a scenario have accounts in training's memory, as the training accounts do.
void Kiosk::Parts::addScenarioStaff()
{
    if (!line.isTraining || !scenario)
        return;
    for (const auto *staff : {&scenario->staff, &scenario->secondStaff})
        if (*staff && !isTrainingAccountName((*staff)->name))
            accounts->create((*staff)->name, StaffRole::Reception, SecretBuffer::copyOf((*staff)->secret.bytes()),
                             [](Result<StaffMember>) {});
}

void Kiosk::Parts::startWalkthrough()
{
    KioskTarget::Hands hands;
    if (!usesReader())
        hands = {[this] { layCard(residentOnTray); }, [this] { tray->take(); }, residentOnTray};
    target = std::make_unique<KioskTarget>(*window, *visit, *cards, *pmh, hands);
    walkthrough = std::make_unique<Walkthrough>(*scenario, *target, QDir(line.walkthroughFolder));
    QObject::connect(walkthrough.get(), &Walkthrough::finished, window.get(), [this](int status) {
        exitStatus = status;
        close();
    });
    walkthrough->start();
}

void Kiosk::Parts::close()
{
    if (visit)
        visit->raise(VisitEvent::CloseRequested);
    else
        QCoreApplication::exit(exitStatus);
}

void Kiosk::Parts::logProgram(AuditEvent event, Reply<void> reply)
{
    audit->append({.event = event, .userId = {}, .role = {}, .sessionId = {}, .subjectRef = {}, .objectType = {}, .objectRef = {},
                   .outcome = u"ok"_s, .code = {}, .reason = {}, .count = 0}, std::move(reply));
}

Result<void> Kiosk::Parts::start()
{
    UK_CHECK(openFolder());
    if (line.isTraining)
        UK_CHECK(startTraining());
    UK_TRY(const ConnectionProfile connection, profile());
    chooseProxy(connection);
    screenLanguage.set(scenario ? scenario->display.language : settings.text(Setting::DisplayLanguage));
    theme::apply(*qApp, themeMode(settings.text(Setting::DisplayTheme)), settings.number(Setting::DisplayScale) / 100.0);
    makeCards();
    makeBrowser();
    makeVisit(connection);
    addScenarioStaff();
    makeWindow(connection);
    if (scenario)
        window->resize(scenario->display.size);
    window->open(!scenario && !line.isTraining);
    cards->start();
    removeOldDrafts();
    QObject::connect(&hourly, &QTimer::timeout, window.get(), [this] { removeOldDrafts(); });
    hourly.start(std::chrono::hours(1));
    logProgram(AuditEvent::ProgramStarted, [this](Result<void> result) {
        // Without its log the program shows nobody's data; patients read that on the first screen, staff the code.
        if (!result) {
            startProblem = result.error();
            showServices();
        }
    });
    // The window stays until the visit has ended; only then may its closing end the program.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(visit.get(), &Visit::closed, window.get(), [this] {
        logProgram(AuditEvent::ProgramStopped, [](Result<void>) {});
        QCoreApplication::exit(exitStatus);
    });
    QObject::connect(services.get(), &ServiceWatch::changed, window.get(), [this] { showServices(); });
    services->start();
    if (scenario)
        startWalkthrough();
    return {};
}

Kiosk::Kiosk(CommandLine line, Settings settings, const Scenario *scenario)
    : m_parts(std::make_unique<Parts>(std::move(line), std::move(settings), scenario))
{
}

Kiosk::~Kiosk() = default;

void Kiosk::close()
{
    m_parts->close();
}

Result<void> Kiosk::start()
{
    return m_parts->start();
}

int verifyAudit(const CommandLine &line, const Settings &settings)
{
    SystemClock clock;
    const auto keys = makeSystemKeyStore();
    const QString file = line.auditFile.isEmpty() ? auditFile(journalFolder(settings)) : line.auditFile;
    verifyAuditLog(file, *keys, QCoreApplication::instance(), [](Result<AuditVerification> result) {
        QTextStream out(stdout);
        if (!result) {
            out << publicCode(result.error().code) << ' ' << result.error().detail << Qt::endl;
            QCoreApplication::exit(2);
        } else if (result->isIntact) {
            out << "intact, " << result->entries << " entries" << Qt::endl;
            QCoreApplication::exit(0);
        } else {
            out << "NOT INTACT at entry " << result->firstBadSequence << ": " << result->reason << Qt::endl;
            QCoreApplication::exit(1);
        }
    });
    return QCoreApplication::exec();
}

} // namespace uk
