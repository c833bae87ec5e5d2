// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/client.h"

#include "app/base/clock.h"
#include "app/pmh/pmhrequest.h"
#include "app/pmh/recordcodec.h"
#include "app/pmh/registrationrun.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

// Larger bodies are parsed in the pool, so that the main thread is never held up.
constexpr qint64 poolFromBytes = 256 * 1024;
constexpr qint64 certificateOverheadBytes = 64 * 1024; // rules 17

/// For an answer about something that has an id: it must be the one that was asked for.
template<class T>
Reply<T> onlyOf(QString T::*id, const QString &asked, QLatin1StringView place, Reply<T> reply)
{
    return [id, asked, place, reply = std::move(reply)](Result<T> record) {
        if (record && *record.*id != asked)
            record = failure(ErrorCode::AnswerUnreadable, place + ": of another id"_L1);
        reply(std::move(record));
    };
}

} // namespace

class PmhClient::Private
{
public:
    Private(PmhClient &owner, ConnectionProfile connectionProfile, const Clock &wallClock, const PmhTimings &waits, int kiosks)
        : q(owner)
        , profile(std::move(connectionProfile))
        , clock(wallClock)
        , timings(waits)
        , form(profile)
        , transport(profile, wallClock)
        , gate(TokenBucket::shareOf(profile.limits.requestsPerSecond, profile.limits.burst, kiosks))
    {
        elapsed.start();
    }

    /// An accepted registration without a result yet.
    struct Accepted
    {
        QString processId;
        QDateTime at;
    };

    template<class T>
    using Decode = std::function<Result<T>(const WireForm &, QByteArrayView body, const JsonLimits &)>;

    /// Whether what left then may still take effect.
    [[nodiscard]] bool isLate(const QDateTime &at) const { return at.msecsTo(clock.nowUtc()) < timings.lateEffectMs; }

    /// A reply that falls silent with cancelAll().
    template<class T>
    [[nodiscard]] Reply<T> guarded(Reply<T> reply)
    {
        return [this, round = round, reply = std::move(reply)](Result<T> result) {
            if (round == this->round)
                reply(std::move(result));
        };
    }

    [[nodiscard]] PmhRequest::Job job(const ProcessType &type, const JsonValue &body) const;
    void run(PmhRequest::Job job, std::function<void(PmhRequest::Final)> done);
    void tellTrouble();
    template<class T>
    void ask(const ProcessType &type, const JsonValue &body, Decode<T> decode, Reply<T> reply,
             bool isReadBack = false);
    template<class T>
    void inquire(const Inquiry<T> &inquiry, const QString &key, Reply<T> reply);
    template<class T>
    void decodeBody(const QByteArray &body, qint64 maxBytes, Decode<T> decode, Reply<T> reply);
    void inquireStored(const RegisterType &type, const QString &key, Reply<StoredAnswer> reply);
    void send(const Registration &registration, const PmhRequest::Job &job,
              const std::function<void(RegistrationRun::Sent)> &done);
    [[nodiscard]] RegistrationRun::Sent sentFrom(const Registration &registration, const PmhRequest::Final &final);
    [[nodiscard]] RegistrationRun *newRun(const Registration &registration, const StoredState &basis,
                                          BeforeSending beforeSending, Reply<RegistrationReport> reply);
    [[nodiscard]] Result<QuestionnaireRecord> decodeQuestionnaire(QuestionnaireKind kind, const QByteArray &body) const;
    [[nodiscard]] Reply<RegistrationReport> questionnaireReply(QuestionnaireKind kind, Reply<RegistrationResult> reply) const;

    PmhClient &q;
    const ConnectionProfile profile;
    const Clock &clock;
    const PmhTimings timings;
    const WireForm form;
    HttpTransport transport;
    RequestGate gate;
    std::map<QUrl, Breaker> breakers; ///< by area; entries stay where they are
    bool isSlow = false, wasTroubled = false;
    QElapsedTimer elapsed;
    QHash<QPair<QString, QString>, Accepted> accepted; // by register type and key
    quint64 round = 0;
};

PmhRequest::Job PmhClient::Private::job(const ProcessType &type, const JsonValue &body) const
{
    PmhRequest::Job job;
    job.processType = QString(type.name);
    job.url = profile.areas.value(QString(type.area)).url;
    job.body = writeJson(body);
    job.isRegistration = type.isRegistration;
    job.maxAnswerBytes = type.name == "InquireVaccinationCertificate"_L1
        ? profile.limits.maxPdfBytes / 3 * 4 + certificateOverheadBytes
        : profile.limits.maxJsonBytes;
    return job;
}

void PmhClient::Private::run(PmhRequest::Job job, std::function<void(PmhRequest::Final)> done)
{
    const PmhRequest::Shared shared{transport, gate, breakers[job.url], elapsed, form, profile.resultUrl, timings};
    auto *request = new PmhRequest(std::move(job), shared, std::move(done), &q);
    QObject::connect(request, &PmhRequest::exchanged, &q,
                     [this](const QString &type, int status, qint64 milliseconds) {
                         isSlow = false;
                         tellTrouble();
                         Q_EMIT q.requestFinished({type, status, milliseconds});
                     });
    QObject::connect(request, &PmhRequest::slow, &q, [this] {
        isSlow = true;
        tellTrouble();
    });
    request->start();
}

void PmhClient::Private::tellTrouble()
{
    const bool isTroubled = q.isTroubled();
    if (std::exchange(wasTroubled, isTroubled) != isTroubled)
        Q_EMIT q.troubledChanged(isTroubled);
}

template<class T>
void PmhClient::Private::ask(const ProcessType &type, const JsonValue &body, Decode<T> decode, Reply<T> reply,
                             bool isReadBack)
{
    PmhRequest::Job request = job(type, body);
    request.isReadBack = isReadBack;
    const qint64 maxBytes = request.maxAnswerBytes;
    run(request, [this, decode, maxBytes, reply = std::move(reply)](const PmhRequest::Final &final) {
        if (!final.outcome)
            return reply(std::unexpected(final.outcome.error().error));
        const HttpAnswer &answer = *final.outcome;
        if (answer.status != 200)
            return reply(std::unexpected(errorOf(answer, readApiError(form, answer.body), clock.nowUtc())));
        decodeBody(answer.body, maxBytes, decode, reply);
    });
}

template<class T>
void PmhClient::Private::decodeBody(const QByteArray &body, qint64 maxBytes, Decode<T> decode, Reply<T> reply)
{
    auto work = [wireForm = form, body, maxBytes, decode] {
        return decode(wireForm, body, JsonLimits{.maxBytes = maxBytes});
    };
    if (body.size() <= poolFromBytes)
        return reply(work());
    auto *watcher = new QFutureWatcher<Result<T>>(&q);
    QObject::connect(watcher, &QFutureWatcher<Result<T>>::finished, &q, [watcher, reply = std::move(reply)] {
        watcher->deleteLater();
        reply(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

template<class T>
void PmhClient::Private::inquire(const Inquiry<T> &inquiry, const QString &key, Reply<T> reply)
{
    const auto decode = [answer = inquiry.answer](const WireForm &wireForm, QByteArrayView body,
                                                  const JsonLimits &limits) {
        return wireForm.decode(*answer, body, limits);
    };
    ask<T>(processType(inquiry.request->name), form.encode(*inquiry.request, {key}), decode,
           guarded(std::move(reply)));
}

void PmhClient::Private::inquireStored(const RegisterType &type, const QString &key, Reply<StoredAnswer> reply)
{
    const auto decode = [&type, key](const WireForm &wireForm, QByteArrayView body,
                                     const JsonLimits &limits) -> Result<StoredAnswer> {
        UK_TRY(StoredState state, type.stored(wireForm, body, limits, key));
        // What was asked for by its id must come under it; elsewhere another id is another state.
        if (type.isInquiredByKey && type.content == RegisterType::Content::Questionnaire && state.key != key)
            return failure(ErrorCode::AnswerUnreadable, type.inquiry + ": of another id"_L1);
        UK_TRY(JsonValue wire, parseJson(body, limits));
        const bool isNothing = std::ranges::all_of(wire.members(), [](const JsonMember &m) { return m.value.isNull(); });
        return StoredAnswer{std::move(state), std::move(wire), isNothing};
    };
    const JsonValue body = form.encode(*type.inquiryRequest, {type.isInquiredByKey ? key : QString()});
    ask<StoredAnswer>(processType(type.inquiry), body, decode, std::move(reply), true);
}

RegistrationRun::Sent PmhClient::Private::sentFrom(const Registration &registration, const PmhRequest::Final &final)
{
    RegistrationReply reply{final.outcome, !final.processId.isEmpty(), std::nullopt, false};
    RegistrationRun::Sent sent;
    if (!final.outcome) {
        sent.error = final.outcome.error().error;
        // A broken connection is the end of it; after a time-out the server may still be at work.
        sent.mayTakeEffectLate = sent.error->code != ErrorCode::ServerUnreachable;
    } else if (final.outcome->status == 200) {
        reply.isEcho = echoes(form, registration, final.outcome->body);
        if (!reply.isEcho)
            sent.error = Error{ErrorCode::AnswerUnreadable, u"RegisterResult: no echo of key and status"_s, {}};
    } else {
        reply.apiError = readApiError(form, final.outcome->body);
        sent.error = errorOf(*final.outcome, reply.apiError, clock.nowUtc());
    }
    sent.answer = judge(reply);
    const QPair<QString, QString> id{registration.processType, registration.state.key};
    if (sent.answer == RegistrationAnswer::Unknown && reply.wasAccepted) {
        if (accepted.value(id).processId != final.processId)
            accepted.insert(id, {final.processId, clock.nowUtc()});
        sent.mayTakeEffectLate = isLate(accepted.value(id).at);
    } else {
        accepted.remove(id);
    }
    return sent;
}

void PmhClient::Private::send(const Registration &registration, const PmhRequest::Job &job,
                              const std::function<void(RegistrationRun::Sent)> &done)
{
    run(job, [this, registration, done](const PmhRequest::Final &final) { done(sentFrom(registration, final)); });
}

RegistrationRun *PmhClient::Private::newRun(const Registration &registration, const StoredState &basis,
                                            BeforeSending beforeSending, Reply<RegistrationReport> reply)
{
    const RegisterType &type = *registerType(registration.processType);
    const PmhRequest::Job request = job(processType(type.name), encodeRegistration(form, registration));
    RegistrationRun::Ports ports;
    ports.inquire = [this, &type, key = registration.state.key](Reply<StoredAnswer> inquired) {
        inquireStored(type, key, std::move(inquired));
    };
    ports.note = std::move(beforeSending);
    ports.send = [this, registration, request](const std::function<void(RegistrationRun::Sent)> &done) {
        send(registration, request, done);
    };
    return new RegistrationRun(registration, basis, timings, std::move(ports), guarded(std::move(reply)), &q);
}

Result<QuestionnaireRecord> PmhClient::Private::decodeQuestionnaire(QuestionnaireKind kind, const QByteArray &body) const
{
    if (kind == QuestionnaireKind::Vaccination)
        return form.decode(questionnaireAnswerObject, body);
    UK_TRY(ChildQuestionnaireRecord record, form.decode(childQuestionnaireAnswerObject, body));
    return asQuestionnaire(std::move(record));
}

Reply<RegistrationReport> PmhClient::Private::questionnaireReply(QuestionnaireKind kind, Reply<RegistrationResult> reply) const
{
    return [this, kind, reply = std::move(reply)](const Result<RegistrationReport> &report) {
        if (!report)
            return reply(std::unexpected(report.error()));
        RegistrationResult result{report->outcome, report->error, std::nullopt};
        if (report->stored) {
            if (auto record = decodeQuestionnaire(kind, writeJson(report->stored->wire)))
                result.stored = *std::move(record);
        }
        reply(std::move(result));
    };
}

PmhClient::PmhClient(ConnectionProfile profile, const Clock &clock, int kiosks, QObject *parent)
    : PmhClient(std::move(profile), clock, PmhTimings(), kiosks, parent)
{
}

PmhClient::PmhClient(ConnectionProfile profile, const Clock &clock, const PmhTimings &timings, int kiosks,
                     QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(profile), clock, timings, kiosks))
{
}

PmhClient::~PmhClient()
{
    cancelAll();
    qDeleteAll(findChildren<PmhRequest *>(Qt::FindDirectChildrenOnly));
}

void PmhClient::setAccessToken(SecretBuffer token)
{
    d->transport.setAccessToken(std::move(token));
    // The card is compared before the first inquiry; the connection can be there by then.
    QStringList prepared;
    for (const ConnectionProfile::Area &area : d->profile.areas) {
        if (prepared.contains(area.url.authority()))
            continue;
        prepared.append(area.url.authority());
        d->transport.prepare(area.url);
    }
}

void PmhClient::clearAccessToken()
{
    d->accepted.clear(); // the next person's registrations are others
    d->transport.clearAccessToken();
}

void PmhClient::inquireVaccinations(Reply<QList<VaccinationRecord>> reply)
{
    d->inquire(inquiries::vaccinations, {}, std::move(reply));
}

void PmhClient::inquireQuestionnaires(Reply<QList<QuestionnaireSummary>> reply)
{
    d->inquire(inquiries::questionnaires, {}, std::move(reply));
}

void PmhClient::inquireQuestionnaire(const QString &questionnaireManagementId, Reply<QuestionnaireRecord> reply)
{
    d->inquire(inquiries::questionnaire, questionnaireManagementId,
               onlyOf(&QuestionnaireRecord::questionnaireManagementId, questionnaireManagementId,
                      "QuestionnaireAnswer: questionnaireManagementId (V46)"_L1, std::move(reply)));
}

void PmhClient::inquireCertificate(const QString &vaccinationScheduleId, Reply<CertificateRecord> reply)
{
    d->inquire(inquiries::certificate, vaccinationScheduleId, std::move(reply));
}

void PmhClient::inquirePrenatalCheckups(Reply<QList<Pregnancy>> reply)
{
    d->inquire(inquiries::prenatalCheckups, {}, std::move(reply));
}

void PmhClient::inquirePrenatalVouchers(Reply<QList<PrenatalVoucher>> reply)
{
    d->inquire(inquiries::prenatalVouchers, {}, std::move(reply));
}

void PmhClient::inquireHomecoming(Reply<Homecoming> reply)
{
    d->inquire(inquiries::homecoming, {}, std::move(reply));
}

void PmhClient::inquirePregnancyLoss(AskedByStaff, Reply<PregnancyLoss> reply)
{
    d->inquire(inquiries::pregnancyLoss, {}, std::move(reply));
}

void PmhClient::inquirePrenatalHandbooks(const QString &pregnancyId, Reply<QList<PrenatalHandbook>> reply)
{
    d->inquire(inquiries::prenatalHandbooks, pregnancyId, std::move(reply));
}

void PmhClient::inquireChildCheckups(Reply<ChildCheckups> reply)
{
    d->inquire(inquiries::childCheckups, {}, std::move(reply));
}

void PmhClient::inquireChildQuestionnaire(const QString &childCheckupId, Reply<ChildQuestionnaireRecord> reply)
{
    d->inquire(inquiries::childQuestionnaire, childCheckupId,
               onlyOf(&ChildQuestionnaireRecord::childCheckupId, childCheckupId,
                      "ChildQuestionnaireAnswer: childCheckupId (C21)"_L1, std::move(reply)));
}

void PmhClient::inquireChildHandbook(Reply<Handbook> reply)
{
    d->inquire(inquiries::childHandbook, {}, std::move(reply));
}

void PmhClient::inquireMedicalSubsidies(AskedByStaff, Reply<MedicalSubsidies> reply)
{
    d->inquire(inquiries::medicalSubsidies, {}, std::move(reply));
}

void PmhClient::inquireCopaymentLedger(AskedByStaff, const QString &copaymentLedgerSeg, Reply<CopaymentLedger> reply)
{
    d->inquire(inquiries::copaymentLedger, copaymentLedgerSeg,
               onlyOf(&CopaymentLedger::copaymentLedgerSeg, copaymentLedgerSeg,
                      "CopaymentLedger: copaymentLedgerSeg (S18)"_L1, std::move(reply)));
}

void PmhClient::inquireStored(const QString &registerTypeName, const QString &key, Reply<StoredAnswer> reply)
{
    d->inquireStored(*registerType(registerTypeName), key, d->guarded(std::move(reply)));
}

void PmhClient::registerState(const Registration &registration, const StoredState &basis, BeforeSending beforeSending,
                              Reply<RegistrationReport> reply)
{
    d->newRun(registration, basis, std::move(beforeSending), std::move(reply))->registerOnce();
}

void PmhClient::resolveState(const Registration &registration, const StoredState &basis, const QDateTime &sentAt,
                             Reply<RegistrationReport> reply)
{
    RegistrationRun *run = d->newRun(registration, basis, {}, std::move(reply));
    const auto accepted = d->accepted.constFind({registration.processType, registration.state.key});
    if (accepted == d->accepted.cend()) {
        RegistrationRun::Sent known;
        known.mayTakeEffectLate = sentAt.isValid() && d->isLate(sentAt);
        return run->resolve(known);
    }
    // Its result may have come in the meantime; that is asked first, since it says more than the stored answer.
    PmhRequest::Job poll = d->job(processType(registerType(registration.processType)->name), JsonValue::object());
    poll.acceptedProcessId = accepted->processId;
    d->send(registration, poll, [run = QPointer<RegistrationRun>(run)](const RegistrationRun::Sent &sent) {
        if (run)
            run->resolve(sent);
    });
}

void PmhClient::registerQuestionnaire(const QuestionnaireRegistration &registration, const QuestionnaireRecord &basis,
                                      Reply<RegistrationResult> reply, BeforeSending beforeSending)
{
    registerState(registrationOf(registration), storedStateOf(basis), std::move(beforeSending),
                  d->questionnaireReply(registration.kind, std::move(reply)));
}

void PmhClient::resolveRegistration(const QuestionnaireRegistration &registration, const QuestionnaireRecord &basis,
                                    Reply<RegistrationResult> reply, const QDateTime &sentAt)
{
    resolveState(registrationOf(registration), storedStateOf(basis), sentAt,
                 d->questionnaireReply(registration.kind, std::move(reply)));
}

bool PmhClient::isTroubled() const
{
    return d->isSlow || std::ranges::any_of(d->breakers, [](const auto &area) { return area.second.isTroubled(); });
}

void PmhClient::noteWorking()
{
    d->isSlow = false;
    for (auto &area : d->breakers)
        area.second.succeeded();
    d->tellTrouble();
}

void PmhClient::cancelAll()
{
    ++d->round;
    const auto requests = findChildren<PmhRequest *>(Qt::FindDirectChildrenOnly);
    for (PmhRequest *request : requests)
        request->cancel();
    const auto runs = findChildren<RegistrationRun *>(Qt::FindDirectChildrenOnly);
    for (RegistrationRun *run : runs)
        run->deleteLater();
    d->transport.cancelAll();
}

} // namespace uk
