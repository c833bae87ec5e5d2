// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/kiosk/visitrig.h"

#include "app/pmh/profile.h"
#include "app/training/residentcard.h"
#include "tests/ui/screens/patient/clipping.h"
#include "ui/screens/patient/patientscreen.h"
#include "ui/widgets/label.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace uktest {

using namespace uk;
using namespace Qt::StringLiterals;

VisitRig::VisitRig(QSize display, const QString &language, const CardSide &cards) : m_keys(makeMemoryKeyStore())
{
    const auto pki = TestPki::inMemory();
    const auto roots = pki.rootsPem(), basicRoots = pki.basicInfoRootsPem();
    m_server = std::make_unique<TrainingServer>();
    TrainingServerOptions serverOptions;
    serverOptions.hasControlPort = false;
    if (!roots || !basicRoots || !m_server->start(serverOptions) || !m_language.set(language))
        return;
    m_slot = std::make_shared<SimulatedSlot>();
    m_tray = std::make_unique<CardTray>(m_slot, pki);
    QObject::connect(m_tray.get(), &CardTray::laid, m_server.get(), &TrainingServer::setCardOnTray);
    CardServiceOptions cardOptions;
    cardOptions.allowTestRoots = true;
    if (cards.hasRoots)
        cardOptions.trustedRootsPem = {*roots};
    if (cards.hasBasicInfoRoots)
        cardOptions.basicInfoRootsPem = {*basicRoots};
    cardOptions.stepLimit = cards.stepLimit;
    std::unique_ptr<ReaderPort> port;
    if (cards.reader)
        port = cards.reader(m_slot);
    else
        port = std::make_unique<SimulatedReader>(m_slot);
    m_cards = std::make_unique<CardService>(std::move(port), cardOptions);
    const auto profile = parseProfile(m_server->profileJson(), u"training"_s);
    if (!profile)
        return;
    m_audit = std::make_unique<AuditLog>(m_folder.filePath(u"audit.sqlite"_s), *m_keys, m_clock);
    m_drafts = std::make_unique<DraftStore>(m_folder.filePath(u"drafts"_s), *m_keys, m_clock);
    m_consent = std::make_unique<ConsentFlow>(*profile, m_portal, m_clock, nullptr, m_keys.get());
    m_pmh = std::make_unique<PmhClient>(*profile, m_clock);
    m_renderer = std::make_unique<DocumentRenderer>(qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/uketsuke-pdf"_s);
    VisitOptions options;
    options.scopes = {u"vaccination"_s};
    options.hasTrainingMark = options.takesTestCardsOnly = true;
    options.asksPin = cards.asksPin;
    options.asksBasicInfo = cards.asksBasicInfo;
    m_visit = std::make_unique<Visit>(
        VisitPorts{*m_cards, *m_consent, *m_pmh, *m_audit, *m_drafts, *m_renderer, m_printer, m_clock}, options);
    PatientFlowOptions shown{.clinic = profile->clinic, .isTraining = true, .mmWidth = 0,
                             .languages = {{u"ja"_s, u"日本語"_s}, {u"en"_s, u"English"_s}}, .language = language,
                             .residents = {}};
    const QList<ResidentInfo> people = m_server->residents();
    for (const ResidentInfo &resident : people)
        shown.residents.append({resident.key, resident.name, resident.description});
    m_flow = std::make_unique<PatientFlow>(*m_visit, *m_cards, shown);
    m_flow->setPortalWidget(m_portal.widget());
    QObject::connect(m_flow.get(), &PatientFlow::residentChosen, m_tray.get(), [this, people](const QString &key) {
        for (const ResidentInfo &resident : people)
            if (resident.key == key)
                m_tray->lay(residentCard(resident));
    });
    QObject::connect(m_flow.get(), &PatientFlow::cardRemovalRequested, m_tray.get(), &CardTray::take);
    QObject::connect(m_flow.get(), &PatientFlow::languageChosen, m_flow.get(),
                     [this](const QString &code) { m_languages.append(code); });
    m_flow->resize(display);
    m_flow->show();
    m_cards->start();
    m_isReady = QTest::qWaitForWindowExposed(m_flow.get());
}

VisitRig::~VisitRig()
{
    if (m_visit && m_visit->state() != VisitState::Idle && m_visit->state() != VisitState::Closing) {
        m_visit->raise(VisitEvent::StopRequested);
        static_cast<void>(QTest::qWaitFor([this] {
            return m_visit->state() == VisitState::Idle || m_visit->state() == VisitState::CardForgotten;
        }));
    }
    m_flow.reset();
}

void VisitRig::layChanged(const QString &resident, const std::function<void(CardPerson &)> &change)
{
    const QList<ResidentInfo> people = m_server->residents();
    for (const ResidentInfo &info : people)
        if (info.key == resident) {
            CardPerson person = residentCard(info);
            change(person);
            m_tray->lay(person);
        }
}

QStringList VisitRig::auditLines() const
{
    QStringList lines;
    {
        QSqlDatabase log = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"rig"_s);
        log.setDatabaseName(m_folder.filePath(u"audit.sqlite"_s));
        log.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (log.open())
            for (QSqlQuery query(u"SELECT line FROM entries ORDER BY seq"_s, log); query.next();)
                lines.append(QString::fromUtf8(query.value(0).toByteArray()));
    }
    QSqlDatabase::removeDatabase(u"rig"_s);
    return lines;
}

bool VisitRig::click(const QString &control)
{
    std::optional<bool> outcome;
    m_driver.run({m_driver.click(control)}, [&outcome](Result<void> result) { outcome = result.has_value(); });
    return QTest::qWaitFor([&] { return outcome.has_value(); }, 20000) && *outcome;
}

bool VisitRig::typePin(const QString &digits)
{
    for (const QChar digit : digits)
        if (!click(u"pin.digit."_s + digit))
            return false;
    return click(u"pin.enter"_s);
}

bool VisitRig::waitFor(const QString &screen)
{
    return QTest::qWaitFor([this, screen] { return m_flow->screenName() == screen; }, 20000);
}

bool VisitRig::identify(const QString &resident)
{
    return lay(resident) && waitFor(u"pin"_s) && typePin(u"1234"_s) && waitFor(u"choosePerson"_s) && click(u"choose.self"_s)
        && waitFor(u"pin"_s) && typePin(u"5678"_s) && waitFor(u"consent"_s);
}

bool VisitRig::link(const QString &resident)
{
    for (const QString &control : {u"consent.agree"_s, u"terms-agree"_s, u"next"_s, u"method-ic"_s, u"resident-"_s + resident, u"link"_s})
        if (!click(control))
            return false;
    return waitFor(u"takeCard"_s);
}

QString VisitRig::text(const QString &label) const
{
    const auto *found = m_flow->currentWidget()->findChild<Label *>(label);
    return found && found->isVisible() ? found->text() : QString();
}

QString VisitRig::wholeText() const
{
    QStringList texts;
    for (const QLabel *label : m_flow->currentWidget()->findChildren<QLabel *>())
        if (label->isVisible())
            texts.append(label->text());
    for (const QAbstractButton *button : m_flow->currentWidget()->findChildren<QAbstractButton *>())
        if (button->isVisible())
            texts.append(button->text());
    return texts.join(u'\n');
}

QString VisitRig::look(const QString &name)
{
    QTest::qWait(30); // sizes follow in a second turn
    if (const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES"); !folder.isEmpty() && QDir().mkpath(folder))
        m_flow->grab().save(u"%1/%2-%3x%4-%5.png"_s.arg(folder, m_language.current()).arg(m_flow->width()).arg(m_flow->height()).arg(name));
    return clippedText(*m_flow->currentWidget());
}

} // namespace uktest
