// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/kiosk/staffflow.h"

#include "app/base/clock.h"
#include "app/base/japanesedate.h"
#include "app/visit/blankforms.h"
#include "ui/screens/certificate/blankformscreen.h"
#include "ui/screens/certificate/certificatescreen.h"
#include "ui/screens/certificate/formscreen.h"
#include "ui/screens/kiosk/servicewords.h"
#include "ui/screens/staff/presenter.h"
#include "ui/screens/staff/receptionscreen.h"
#include "ui/screens/staff/resultscreen.h"
#include "ui/screens/staff/reviewscreen.h"
#include "ui/screens/staff/samedayscreen.h"
#include "ui/widgets/noticebox.h"

#include <QVBoxLayout>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

DocumentPlace::DocumentPlace(DocumentScreen *screen, QWidget *parent)
    : StaffScreen(parent)
    , m_screen(screen)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notice = new NoticeBox(NoticeBox::Level::Error, {}, {}, NoticeBox::For::Staff, content);
    m_notice->setObjectName(screen->objectName() + u".notice"_s);
    m_notice->hide();
    column->addWidget(m_notice);
    column->addWidget(m_screen, 1);
    setContent(content);
    m_screen->fillFooter(*footer());
    topBar()->setCurrentTab(u"reception"_s);
}

void DocumentPlace::setError(const std::optional<Error> &error)
{
    m_notice->setVisible(error.has_value());
    if (!error)
        return;
    const ErrorText text = errorText(*error);
    m_notice->setNotice(NoticeBox::Level::Error, text.title, tr("%1（%2）").arg(text.staff, text.code));
}

void DocumentPlace::clearPerson()
{
    StaffScreen::clearPerson();
    m_screen->clear();
    setError(std::nullopt);
}

StaffFlow::StaffFlow(Visit &visit, VisitPorts ports, BlankForms &blankForms, bool isTraining, PrintDefaults printDefaults, QWidget *parent)
    : QStackedWidget(parent)
    , m_visit(visit)
    , m_ports(ports)
    , m_isTraining(isTraining)
    , m_printDefaults(std::move(printDefaults))
    , m_reception(new ReceptionScreen(this))
    , m_review(new ReviewScreen(this))
    , m_results(new ResultScreen(this))
    , m_day(new SameDayScreen(this))
    , m_certificateScreen(new CertificateScreen)
    , m_certificate(new DocumentPlace(m_certificateScreen, this))
    , m_formScreen(new FormScreen)
    , m_form(new DocumentPlace(m_formScreen, this))
    , m_blankForms(blankForms)
    , m_blankScreen(new BlankFormScreen)
    , m_blank(new DocumentPlace(m_blankScreen, this))
{
    m_certificateScreen->setTraining(isTraining);
    m_formScreen->setTraining(isTraining);
    m_blankScreen->setTraining(isTraining);
    for (StaffScreen *screen : screens()) {
        addWidget(screen);
        connect(screen, &StaffScreen::lockRequested, this, &StaffFlow::lockRequested);
        connect(screen, &StaffScreen::placeChosen, this, &StaffFlow::showPlace);
    }
    connect(&m_visit, &Visit::stateChanged, this, &StaffFlow::follow);
    connect(&m_visit, &Visit::changed, this, &StaffFlow::refresh);
    connect(&m_visit, &Visit::cardWaiting, this, &StaffFlow::refresh);
    connectReception();
    connectReview();
    connectResults();
    connectDay();
    connectCertificate();
    connectForm();
    connectBlankForms();
    m_clock.setInterval(10000);
    connect(&m_clock, &QTimer::timeout, this, &StaffFlow::refreshDesk);
    m_clock.start();
}

StaffFlow::~StaffFlow() = default;

QList<StaffScreen *> StaffFlow::screens() const
{
    return {m_reception, m_review, m_results, m_day, m_certificate, m_form, m_blank};
}

void StaffFlow::setServiceNotice(const ServiceWords &words)
{
    for (StaffScreen *screen : screens()) {
        const bool isToldHere = words.concernsOpenVisits || screen == m_reception;
        screen->setServiceNotice(isToldHere ? words.title : QString(), isToldHere ? words.staff : QString());
    }
}

void StaffFlow::connectReception()
{
    connect(m_reception, &ReceptionScreen::questionnaireChosen, this, &StaffFlow::openQuestionnaire);
    connect(m_reception, &ReceptionScreen::certificateChosen, this, [this](const QString &scheduleId) {
        m_shownDocument.clear();
        m_certificateScreen->clear();
        const auto outcome = m_visit.viewCertificate(scheduleId);
        takeOutcome(outcome);
        if (outcome)
            front(m_certificate);
    });
    connect(m_reception, &ReceptionScreen::nameConfirmed, this, [this](bool isOn) { m_visit.confirmNameAloud(isOn); });
    connect(m_review, &ReviewScreen::nameConfirmed, this, [this](bool isOn) { m_visit.confirmNameAloud(isOn); });
    connect(m_reception, &ReceptionScreen::consentRequested, this,
            [this](const QString &scope) { takeOutcome(m_visit.askConsentFor(scope)); });
    connect(m_reception, &ReceptionScreen::blankFormsRequested, this, &StaffFlow::showBlankForms);
    connect(m_reception, &ReceptionScreen::finishRequested, this, [this] { m_visit.raise(VisitEvent::FinishRequested); });
    connect(m_reception, &ReceptionScreen::fetchAgainRequested, this, [this] { m_visit.raise(VisitEvent::FetchRequested); });
}

void StaffFlow::connectReview()
{
    connect(m_review, &ReviewScreen::answerChanged, this,
            [this](const AnswerKey &key, const AnswerResult &result, const QString &reason) {
                if (const auto done = m_visit.changeAnswer(m_openQuestionnaire, key, result, reason); done)
                    m_review->closeEditor();
                else
                    takeOutcome(done);
                refresh();
            });
    connect(m_review, &ReviewScreen::undoRequested, this,
            [this](const AnswerKey &key) { takeOutcome(m_visit.undoAnswer(m_openQuestionnaire, key)); });
    connect(m_review, &ReviewScreen::undoLastRequested, this, [this] { takeOutcome(m_visit.undoLastAnswer(m_openQuestionnaire)); });
    connect(m_review, &ReviewScreen::conflictDecided, this, [this](const AnswerKey &key, bool takesTheirs) {
        takeOutcome(m_visit.decideAnswer(m_openQuestionnaire, key, takesTheirs));
    });
    connect(m_review, &ReviewScreen::repeatAddRequested, this,
            [this](const QString &itemId) { takeOutcome(m_visit.addRepeat(m_openQuestionnaire, itemId)); });
    connect(m_review, &ReviewScreen::repeatRemoveRequested, this, [this](const QString &itemId, int repeat) {
        takeOutcome(m_visit.removeRepeat(m_openQuestionnaire, itemId, repeat, tr("不要な行を消した")));
    });
    connect(m_review, &ReviewScreen::warningToggled, this, [this](const QString &key, bool isOn) {
        takeOutcome(m_visit.acknowledgeWarning(m_openQuestionnaire, key, isOn));
    });
    connect(m_review, &ReviewScreen::refused, this, [this](const Error &error) { m_intentError = error; });
    connect(m_review, &ReviewScreen::proxyConsentAsked, this,
            [this] { takeOutcome(m_visit.askProxyConsent(m_openQuestionnaire)); });
    connect(m_review, &ReviewScreen::handOverRequested, this,
            [this](const QList<AnswerKey> &keys) { takeOutcome(m_visit.handOver(m_openQuestionnaire, keys)); });
    connect(m_review, &ReviewScreen::takeBackRequested, this, [this] { m_visit.raise(VisitEvent::HandOverTakenBack); });
    connect(m_review, &ReviewScreen::takeOverRequested, this,
            [this](const QList<AnswerKey> &keys) { takeOutcome(m_visit.takeOverAnswers(m_openQuestionnaire, keys)); });
    connect(m_review, &ReviewScreen::draftRequested, this, [this] { takeOutcome(m_visit.submit(m_openQuestionnaire, true)); });
    connect(m_review, &ReviewScreen::submitRequested, this, [this] { takeOutcome(m_visit.submit(m_openQuestionnaire, false)); });
    connect(m_review, &ReviewScreen::pageShown, this, [this](int page) { m_visit.showPage(m_openQuestionnaire, page); });
    connect(m_review, &ReviewScreen::backRequested, this, [this] {
        if (m_returnsToDay)
            openDay();
        else
            showPlace(u"reception"_s);
    });
    connect(m_review, &ReviewScreen::paperRequested, this, [this] { openForm(false); });
}

void StaffFlow::connectResults()
{
    connect(m_results, &ResultScreen::resolveRequested, this, [this](const QString &id) { m_visit.resolve(id); });
    connect(m_results, &ResultScreen::choiceMade, this, [this](const QString &id, bool keepMine) {
        m_visit.adoptStored(id, keepMine);
        openQuestionnaire(id);
    });
    connect(m_results, &ResultScreen::backRequested, this, [this] { showPlace(u"reception"_s); });
}

void StaffFlow::connectCertificate()
{
    connectDocument(m_certificate, m_certificateScreen);
    connect(m_certificateScreen, &CertificateScreen::spokenCheckChanged, this, [this](bool isOn) { m_visit.confirmNameAloud(isOn); });
    connect(m_certificateScreen, &CertificateScreen::secondStaffRequested, this, &StaffFlow::secondStaffRequested);
    connect(m_certificateScreen, &DocumentScreen::closeRequested, this, [this] { showPlace(u"reception"_s); });
}

/// The words for a refused intent stand on the screen where it was pressed.
void StaffFlow::takeOutcome(const Result<void> &outcome)
{
    m_intentError = outcome ? std::nullopt : std::optional(outcome.error());
    if (!m_intentError)
        return;
    if (currentWidget() == m_review)
        m_review->showError(*m_intentError);
    else if (currentWidget() == m_day)
        m_day->showError(*m_intentError);
    else if (currentWidget() == m_certificate)
        m_certificate->setError(m_intentError);
    else if (currentWidget() == m_form)
        m_form->setError(m_intentError);
}

void StaffFlow::openQuestionnaire(const QString &id)
{
    for (const OpenQuestionnaire &open : m_visit.data().questionnaires)
        if (open.summary.questionnaireManagementId == id
            && (open.outcome == RegistrationOutcome::Unknown || open.conflicting)) {
            front(m_results);
            return;
        }
    m_openQuestionnaire = id;
    m_returnsToDay = false;
    m_intentError.reset();
    front(m_review);
    refresh();
}

void StaffFlow::showPlace(const QString &id)
{
    m_intentError.reset();
    front(id == "results"_L1 ? static_cast<QWidget *>(m_results) : m_reception);
    refresh();
}

void StaffFlow::follow(VisitState state, VisitStep step)
{
    if (state == VisitState::Finishing || state == VisitState::Idle || state == VisitState::Parked
        || state == VisitState::Closing) {
        m_openQuestionnaire.clear();
        clearScreens();
        front(m_reception);
        return;
    }
    const QList<QWidget *> kept{m_review, m_day, m_certificate, m_form, m_blank};
    if (step == VisitStep::ShowStaff && !kept.contains(currentWidget()))
        front(m_reception);
    // A draft that was kept leaves staff where they are, and the same-day screen tells outcomes itself; everything else is
    // told on a screen of its own.
    if (step == VisitStep::ShowOutcome && !isKeptDraft() && currentWidget() != m_day)
        front(m_results);
    refresh();
}

bool StaffFlow::isKeptDraft() const
{
    const auto &all = m_visit.data().questionnaires;
    return std::ranges::any_of(all, [this](const OpenQuestionnaire &open) {
        return open.summary.questionnaireManagementId == m_visit.pendingQuestionnaire()
            && open.outcome == RegistrationOutcome::Confirmed && !open.isSubmitted();
    });
}

/// Time and person, on every screen: nothing else changes by itself, and nobody's place on a screen is lost.
void StaffFlow::refreshDesk()
{
    const VisitData &held = m_visit.data();
    const QDateTime now = m_ports.clock.nowLocal();
    const DeskText desk{tr("%1月%2日（%3）%4").arg(now.date().month()).arg(now.date().day())
                            .arg(shortWeekday(now.date()), now.toString(u"HH:mm"_s)),
                        m_visit.staff() ? m_visit.staff()->name : QString(), m_isTraining};
    for (StaffScreen *screen : screens()) {
        screen->setDesk(desk);
        if (held.person && m_isOpen)
            screen->setPerson(personText(*held.person, now.date()), identityStates(held, now.date()));
    }
}

void StaffFlow::refresh()
{
    refreshDesk();
    const VisitData &held = m_visit.data();
    if (!m_isOpen || !isStaffState(m_visit.state()))
        return;
    // Only the place in front is filled: what nobody looks at needs no data.
    if (currentWidget() == m_reception)
        m_reception->setModel(receptionModel(held));
    if (currentWidget() == m_review)
        m_review->setModel(reviewModel(held, m_openQuestionnaire, m_visit.state() == VisitState::Registering
                                                                      || m_visit.state() == VisitState::LoggingSubmit));
    if (currentWidget() == m_results)
        m_results->setRows(resultRows(held));
    if (currentWidget() == m_day)
        refreshDay();
    if (currentWidget() == m_certificate)
        refreshCertificate();
    if (currentWidget() == m_form)
        refreshForm();
}

void StaffFlow::front(QWidget *screen)
{
    setCurrentWidget(screen);
    Q_EMIT screenChanged();
}

void StaffFlow::setOpen(bool isOpen)
{
    if (m_isOpen == isOpen)
        return;
    m_isOpen = isOpen;
    isOpen ? refresh() : clearScreens();
}

void StaffFlow::clearScreens()
{
    m_shownDocument.clear();
    m_intentError.reset();
    for (StaffScreen *screen : screens())
        screen->clearPerson();
}

QString StaffFlow::screenName() const
{
    const QHash<const QWidget *, QString> names{{m_reception, u"reception"_s}, {m_review, u"review"_s},
                                                {m_results, u"results"_s}, {m_day, u"sameDay"_s}, {m_certificate, u"certificate"_s},
                                                {m_form, u"form"_s}, {m_blank, u"blankForms"_s}};
    return names.value(currentWidget());
}

bool StaffFlow::isBusy() const
{
    const DocumentScreen *shown = currentWidget() == m_certificate ? static_cast<DocumentScreen *>(m_certificateScreen)
        : currentWidget() == m_form                                ? m_formScreen
                                                                   : nullptr;
    if (currentWidget() == m_blank && m_blankForms.document() && !m_blankForms.document()->error)
        return !m_isBlankShown || !m_blankScreen->isPageSharp();
    const auto &document = m_visit.data().document;
    return shown && document && !document->error && (document->info.pageSizes.isEmpty() || !shown->isPageSharp());
}

std::optional<Error> StaffFlow::shownError() const
{
    if (m_intentError)
        return m_intentError;
    const VisitData &held = m_visit.data();
    if ((currentWidget() == m_certificate || currentWidget() == m_form) && held.document)
        return held.document->error ? held.document->error : held.document->printError;
    if (currentWidget() == m_results || currentWidget() == m_review || currentWidget() == m_day)
        for (const OpenQuestionnaire &open : held.questionnaires)
            if (open.outcome && open.outcome != RegistrationOutcome::Confirmed && open.outcomeError
                && (currentWidget() == m_day || open.summary.questionnaireManagementId == m_openQuestionnaire))
                return open.outcomeError;
    if (held.error)
        return held.error;
    // What was not asked for is no trouble where something else was.
    for (const auto *error : {&held.questionnairesError, &held.vaccinationsError})
        if (*error && !(held.consented.contains(u"maternal-child"_s) && (*error)->code == ErrorCode::ScopeNotConsented))
            return *error;
    return std::nullopt;
}

} // namespace uk
