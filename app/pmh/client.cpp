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

using namespace Qt::StringLiterals;

namespace uk {

namespace {

// Larger bodies are parsed in the pool, so that the main thread is never held up.
constexpr qint64 poolFromBytes = 256 * 1024;
constexpr qint64 certificateOverheadBytes = 64 * 1024; // rules 17

const ProcessType &processType(QLatin1StringView name)
{
    return *std::ranges::find(processTypes(), name, &ProcessType::name);
}

} // namespace

class PmhClient::Private
{
public:
    Private(PmhClient &owner, ConnectionProfile connectionProfile, const Clock &wallClock, const PmhTimings &waits)
        : q(owner)
        , profile(std::move(connectionProfile))
        , clock(wallClock)
        , timings(waits)
        , form(profile)
        , transport(profile, wallClock)
        , bucket(profile.limits.requestsPerSecond, profile.limits.burst)
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
    using Decode = std::function<Result<T>(const WireForm &, const JsonValue &)>;

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
    template<class T>
    void inquire(const ProcessType &type, const JsonValue &body, Decode<T> decode, Reply<T> reply);
    template<class T>
    void decodeBody(const QByteArray &body, qint64 maxBytes, Decode<T> decode, Reply<T> reply);
    void inquireQuestionnaire(const QString &id, Reply<QuestionnaireRecord> reply);
    void inquireStored(const RegisterType &type, const QString &key, Reply<StoredAnswer> reply);
    void send(const Registration &registration, const PmhRequest::Job &job,
              const std::function<void(RegistrationRun::Sent)> &done);
    [[nodiscard]] RegistrationRun::Sent sentFrom(const Registration &registration, const PmhRequest::Final &final);
    [[nodiscard]] RegistrationRun *newRun(const Registration &registration, const StoredState &basis,
                                          BeforeSending beforeSending, Reply<RegistrationReport> reply);
    [[nodiscard]] Reply<RegistrationReport> questionnaireReply(Reply<RegistrationResult> reply) const;

    PmhClient &q;
    const ConnectionProfile profile;
    const Clock &clock;
    const PmhTimings timings;
    const WireForm form;
    HttpTransport transport;
    TokenBucket bucket;
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
    const PmhRequest::Shared shared{transport, bucket, elapsed, form, profile.resultUrl, timings};
    auto *request = new PmhRequest(std::move(job), shared, std::move(done), &q);
    QObject::connect(request, &PmhRequest::exchanged, &q,
                     [this](const QString &type, int status, qint64 milliseconds) {
                         Q_EMIT q.requestFinished({type, status, milliseconds});
                     });
    request->start();
}

template<class T>
void PmhClient::Private::inquire(const ProcessType &type, const JsonValue &body, Decode<T> decode, Reply<T> reply)
{
    const PmhRequest::Job request = job(type, body);
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
    auto work = [wireForm = form, body, maxBytes, decode]() -> Result<T> {
        UK_TRY(const JsonValue json, parseJson(body, {.maxBytes = maxBytes}));
        return decode(wireForm, json);
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

void PmhClient::Private::inquireQuestionnaire(const QString &id, Reply<QuestionnaireRecord> reply)
{
    const ProcessType &type = processType("InquireQuestionnaireAnswer"_L1);
    inquire<QuestionnaireRecord>(type, encodeInquiry(form, type, "questionnaireManagementId"_L1, id),
                                 decodeQuestionnaire,
                                 [id, reply = std::move(reply)](Result<QuestionnaireRecord> record) {
                                     if (record && record->questionnaireManagementId != id) {
                                         record = failure(ErrorCode::AnswerUnreadable,
                                                          u"QuestionnaireAnswer: of another id (V46)"_s);
                                     }
                                     reply(std::move(record));
                                 });
}

void PmhClient::Private::inquireStored(const RegisterType &type, const QString &key, Reply<StoredAnswer> reply)
{
    const ProcessType &inquiry = processType(type.inquiry);
    const auto decode = [&type, key, result = inquiry.result](const WireForm &wireForm,
                                                              const JsonValue &wire) -> Result<StoredAnswer> {
        UK_TRY(const JsonValue canonical, wireForm.toCanonical(*result, wire));
        StoredAnswer stored{storedStateFrom(type, key, canonical), wire};
        // What was asked for by its id must come under it; elsewhere another id is another state.
        if (type.isInquiredByKey && type.list.isEmpty() && stored.state.key != key)
            return failure(ErrorCode::AnswerUnreadable, QString(type.inquiry) + ": of another id"_L1);
        return stored;
    };
    inquire<StoredAnswer>(inquiry, form.toWire(*inquiry.request, readBackBody(type, key)), decode, std::move(reply));
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
        const Result<JsonValue> json = parseJson(final.outcome->body, {.maxBytes = profile.limits.maxJsonBytes});
        reply.isEcho = json && echoes(form, registration, *json);
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

Reply<RegistrationReport> PmhClient::Private::questionnaireReply(Reply<RegistrationResult> reply) const
{
    return [this, reply = std::move(reply)](const Result<RegistrationReport> &report) {
        if (!report)
            return reply(std::unexpected(report.error()));
        RegistrationResult result{report->outcome, report->error, std::nullopt};
        if (report->stored) {
            if (auto record = decodeQuestionnaire(form, report->stored->wire))
                result.stored = *std::move(record);
        }
        reply(std::move(result));
    };
}

PmhClient::PmhClient(ConnectionProfile profile, const Clock &clock, QObject *parent)
    : PmhClient(std::move(profile), clock, PmhTimings(), parent)
{
}

PmhClient::PmhClient(ConnectionProfile profile, const Clock &clock, const PmhTimings &timings, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(profile), clock, timings))
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
}

void PmhClient::clearAccessToken()
{
    d->accepted.clear(); // the next person's registrations are others
    d->transport.clearAccessToken();
}

void PmhClient::inquireVaccinations(Reply<QList<VaccinationRecord>> reply)
{
    const ProcessType &type = processType("InquireVaccinationList"_L1);
    d->inquire<QList<VaccinationRecord>>(type, encodeInquiry(d->form, type), decodeVaccinations,
                                         d->guarded(std::move(reply)));
}

void PmhClient::inquireQuestionnaires(Reply<QList<QuestionnaireSummary>> reply)
{
    const ProcessType &type = processType("InquireQuestionnaireList"_L1);
    d->inquire<QList<QuestionnaireSummary>>(type, encodeInquiry(d->form, type), decodeQuestionnaires,
                                            d->guarded(std::move(reply)));
}

void PmhClient::inquireQuestionnaire(const QString &questionnaireManagementId, Reply<QuestionnaireRecord> reply)
{
    d->inquireQuestionnaire(questionnaireManagementId, d->guarded(std::move(reply)));
}

void PmhClient::inquireCertificate(const QString &vaccinationScheduleId, Reply<CertificateRecord> reply)
{
    const ProcessType &type = processType("InquireVaccinationCertificate"_L1);
    d->inquire<CertificateRecord>(
        type, encodeInquiry(d->form, type, "vaccinationScheduleId"_L1, vaccinationScheduleId), decodeCertificate,
        d->guarded(std::move(reply)));
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
                  d->questionnaireReply(std::move(reply)));
}

void PmhClient::resolveRegistration(const QuestionnaireRegistration &registration, const QuestionnaireRecord &basis,
                                    Reply<RegistrationResult> reply, const QDateTime &sentAt)
{
    resolveState(registrationOf(registration), storedStateOf(basis), sentAt, d->questionnaireReply(std::move(reply)));
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
