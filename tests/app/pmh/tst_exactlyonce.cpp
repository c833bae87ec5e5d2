// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "trainingstage.h"

#include "app/pmh/recordcodec.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;
using namespace fixture;

namespace {

/// Something that can be registered for a resident, and what is changed in it.
struct Subject
{
    QString person;
    const RegisterType *type = nullptr;
    QString key;
    QString item; ///< a question that takes any short text; empty for the pregnancy loss
};

/// An item that a text can be written to, whatever else is answered; empty: there is none.
QString textItemIn(const Definition &definition)
{
    for (const Group &group : definition.groups) {
        for (const Subgroup &subgroup : group.subgroups) {
            for (const QuestionItem &item : subgroup.items) {
                const bool takesText = item.type == AnswerType::ShortText || item.type == AnswerType::LongText;
                if (takesText && !item.isReadOnly && !item.visibleWhen)
                    return item.itemMasterId;
            }
        }
    }
    return {};
}

Answers withText(Answers answers, const QString &item, const QString &text)
{
    for (Answer &answer : answers) {
        if (answer.key == AnswerKey{item, 1}) {
            answer.result = text;
            return answers;
        }
    }
    answers.append({{item, 1}, text});
    return answers;
}

QByteArray answersJson(const Answers &answers, QLatin1StringView idMember)
{
    JsonValue list = JsonValue::array();
    for (const Answer &answer : answers) {
        JsonValue result = JsonValue::array();
        if (const auto *values = std::get_if<QStringList>(&answer.result)) {
            for (const QString &value : *values)
                result.append(JsonValue::string(value));
        } else {
            result = JsonValue::string(std::get<QString>(answer.result));
        }
        JsonValue json = JsonValue::object();
        json.append(QString(idMember), JsonValue::string(answer.key.itemMasterId));
        json.append(u"repeatNumber"_s, JsonValue::number(qint64{answer.key.repeatNumber}));
        json.append(u"result"_s, std::move(result));
        list.append(std::move(json));
    }
    return writeJson(list);
}

/// What a schedule may draw. Everything that the contract allows a server, a network and a patient to do.
QList<QByteArray> faultMenu(bool isRegistration, bool maySayNothing = false)
{
    QList<QByteArray> menu{
        R"("kind":"delay","ms":15)",
        R"("kind":"slow","bytesPerSecond":40000)",
        R"("kind":"drop_before")",
        R"("kind":"drop_after_commit")",
        R"("kind":"reset","at":"before")",
        R"("kind":"reset","at":"after")",
        R"("kind":"reset","at":"body")",
        R"("kind":"truncate","share":0.5)",
        R"("kind":"html","at":"before")",
        R"("kind":"html","at":"after","status":502)",
        R"("kind":"body","at":"after","text":"]")",
        R"("kind":"status","at":"before","status":500,"code":"E5001")",
        R"("kind":"status","at":"after","status":500,"code":"E5001")",
        R"("kind":"status","at":"after","status":504,"code":"E5041")",
        R"("kind":"status","at":"before","status":503,"code":"E5031","retryAfter":1)",
        R"("kind":"status","at":"before","status":503,"code":"E5031","retryAfter":3600)",
        R"("kind":"status","at":"before","status":429,"code":"E4291","retryAfter":1)",
        R"("kind":"status","at":"before","status":401,"code":"E4011")",
        R"("kind":"status","at":"before","status":403,"code":"E4031")",
        R"("kind":"async202","polls":0,"commit":"at_once")",
        R"("kind":"async202","polls":2,"commit":"at_once")",
        R"("kind":"async202","polls":1,"commit":"when_ready")",
        R"("kind":"async202","polls":90,"commit":"when_ready")",
        R"("kind":"async202","polls":1,"commit":"when_ready","expires":true)",
        R"("kind":"duplicate_response")",
    };
    // Where nothing stored is a true answer, saying so is a lie and no fault.
    if (!maySayNothing)
        menu.append(R"("kind":"body","at":"after","text":"{}")");
    if (isRegistration) {
        menu += {R"("kind":"duplicate_request")",
                 R"("kind":"status","at":"before","status":400,"code":"E4003")",
                 R"("kind":"status","at":"before","status":404,"code":"E4041")",
                 R"("kind":"status","at":"before","status":409,"code":"E4091")",
                 R"("kind":"status","at":"before","status":413,"code":"E4131")",
                 R"("kind":"wrong_type","member":"answerStatusSeg")"};
    }
    return menu;
}

/// What a server may do to a poll; its answers there are about the poll.
const QList<QByteArray> pollMenu{
    R"("kind":"drop_before")", R"("kind":"drop_after_commit")", R"("kind":"reset","at":"after")",
    R"("kind":"status","at":"before","status":404,"code":"E4041")",
    R"("kind":"status","at":"before","status":500,"code":"E5001")",
    R"("kind":"status","at":"before","status":503,"code":"E5031","retryAfter":1)",
    R"("kind":"status","at":"before","status":401,"code":"E4011")",
};

} // namespace

/// Whatever the network, the server and the patient do: what the server's journal holds is what the client shows,
/// nothing is lost and nothing is doubled. Schedules of faults are drawn from fixed seeds; UKETSUKE_FAULT_SCHEDULES
/// says how many, UKETSUKE_FAULT_SEED where they begin.
class ExactlyOnceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void journalIsWhatTheClientShows();
    void resetBeforeTheSubmissionMeetsTheInquiryThatIsTriedAgain();

private:
    void findSubjects();
    void addSubject(const QString &person, QStringView type, const QString &key, const Definition &definition);
    void runSchedule(quint32 seed);
    void armFaults(QRandomGenerator &random, const Subject &subject, const StoredState &basis, quint32 seed);
    void renewToken(const Subject &subject);
    void forget();
    StoredAnswer stored(const Subject &subject);
    RegistrationReport submit(const Registration &mine, const StoredState &basis);
    RegistrationReport resolve(const Registration &mine, const StoredState &basis);
    void checkTruth(const Registration &mine, const StoredState &basis, const QByteArray &mark,
                    const RegistrationReport &shown);

    std::unique_ptr<TrainingStage> m_stage;
    FixedClock m_clock{QDateTime(QDate(2026, 5, 11), QTime(1, 0), Qt::UTC)};
    std::unique_ptr<PmhClient> m_client;
    QList<Subject> m_subjects;
    qint64 m_journalBefore = 0, m_requestsBefore = 0;
    int m_sent = 0; ///< attempts of this schedule that were about to leave
    QMap<QString, int> m_outcomes;
};

void ExactlyOnceTest::initTestCase()
{
    m_stage = std::make_unique<TrainingStage>();
    ConnectionProfile profile = m_stage->profile();
    profile.limits.totalTimeoutMs = 4000;
    PmhTimings timings = quick();
    timings.firstRetryMs = 2;
    timings.msPerSecond = 2;
    timings.maxRetryAfterMs = 60;
    timings.firstPollMs = 2;
    timings.maxPollMs = 4;
    timings.totalPollMs = 60;
    timings.firstReadBackMs = 2;
    m_client = std::make_unique<PmhClient>(profile, m_clock, timings);
    findSubjects();
    QSet<QString> types;
    for (const Subject &subject : std::as_const(m_subjects))
        types.insert(QString(subject.type->name));
    QCOMPARE(types.size(), qsizetype(registerTypes().size()));
}

void ExactlyOnceTest::findSubjects()
{
    const QStringList scopes{u"vaccination"_s, u"maternal-child"_s};
    for (const ResidentInfo &resident : m_stage->server.residents()) {
        const QByteArray token = m_stage->server.issueToken(resident.key, scopes);
        const JsonValue person = m_stage->ask(u"/people/%1/stored"_s.arg(resident.key));
        if (token.isEmpty() || !person.isObject())
            continue;
        m_client->setAccessToken(secret(token.constData()));
        const auto list = waitFor<QList<QuestionnaireSummary>>([&](auto r) { m_client->inquireQuestionnaires(r); });
        if (!list)
            continue; // not registered
        for (const QuestionnaireSummary &summary : *list) {
            const QString id = summary.questionnaireManagementId;
            const auto form = waitFor<QuestionnaireRecord>([&](auto r) { m_client->inquireQuestionnaire(id, r); });
            if (form && form->isAnswerable)
                addSubject(resident.key, u"RegisterQuestionnaireAnswer", id, form->definition);
        }
        if (const auto found = waitFor<ChildCheckups>([&](auto r) { m_client->inquireChildCheckups(r); })) {
            for (const ChildCheckup &checkup : found->checkups) {
                const QString id = checkup.childCheckupId;
                const auto form = waitFor<ChildQuestionnaireRecord>([&](auto r) { m_client->inquireChildQuestionnaire(id, r); });
                if (form && form->isAnswerable)
                    addSubject(resident.key, u"RegisterChildQuestionnaireAnswer", id, form->definition);
            }
        }
        if (const auto books = waitFor<QList<PrenatalHandbook>>([&](auto r) { m_client->inquirePrenatalHandbooks({}, r); })) {
            for (const PrenatalHandbook &book : *books)
                addSubject(resident.key, u"RegisterPrenatalMchbook", book.pregnancyId, book.handbook.definition());
        }
        if (const auto book = waitFor<Handbook>([&](auto r) { m_client->inquireChildHandbook(r); }))
            addSubject(resident.key, u"RegisterChildMchbook", {}, book->definition());
        const auto home = waitFor<Homecoming>([&](auto r) { m_client->inquireHomecoming(r); });
        if (home && !home->pregnancyByMunicipalityId.isEmpty()) {
            addSubject(resident.key, u"RegisterHomecoming", home->pregnancyByMunicipalityId, home->definition());
            m_subjects.append({resident.key, registerType(u"RegisterPregnancyLoss"), home->pregnancyByMunicipalityId, {}});
        }
    }
}

void ExactlyOnceTest::addSubject(const QString &person, QStringView type, const QString &key, const Definition &definition)
{
    if (const QString item = textItemIn(definition); !item.isEmpty())
        m_subjects.append({person, registerType(type), key, item});
}

void ExactlyOnceTest::renewToken(const Subject &subject)
{
    const QByteArray token = m_stage->server.issueToken(subject.person, {u"vaccination"_s, u"maternal-child"_s});
    m_client->setAccessToken(secret(token.constData()));
}

/// The end of a visit: the server is clean again, and the client knows nothing any more.
void ExactlyOnceTest::forget()
{
    m_stage->ask(u"/faults"_s, {}, "DELETE");
    m_client->cancelAll();
    m_client->clearAccessToken();
}

StoredAnswer ExactlyOnceTest::stored(const Subject &subject)
{
    const auto found = waitFor<StoredAnswer>(
        [&](auto r) { m_client->inquireStored(QString(subject.type->name), subject.key, r); });
    if (!found)
        qFatal("%s", qPrintable(found.error().detail));
    return *found;
}

RegistrationReport ExactlyOnceTest::submit(const Registration &mine, const StoredState &basis)
{
    return *waitFor<RegistrationReport>([&](auto reply) {
        m_client->registerState(
            mine, basis,
            [this](const Registration &, const StoredState &, const Reply<void> &written) {
                ++m_sent;
                written({});
            },
            std::move(reply));
    });
}

RegistrationReport ExactlyOnceTest::resolve(const Registration &mine, const StoredState &basis)
{
    return *waitFor<RegistrationReport>([&](auto reply) { m_client->resolveState(mine, basis, {}, std::move(reply)); });
}

void ExactlyOnceTest::armFaults(QRandomGenerator &random, const Subject &subject, const StoredState &basis, quint32 seed)
{
    QByteArrayList faults;
    const auto add = [&](const QByteArray &where, const QByteArray &fault) {
        faults.append("{" + where + R"("count":)" + QByteArray::number(random.bounded(1, 4)) + R"(,"skip":)"
                      + QByteArray::number(random.bounded(0, 3) / 2) + "," + fault + "}");
    };
    const QByteArray registering = R"("processType":")" + QByteArray(subject.type->name.data(), subject.type->name.size()) + "\",";
    const QByteArray inquiring = R"("processType":")" + QByteArray(subject.type->inquiry.data(), subject.type->inquiry.size()) + "\",";
    const auto draw = [&](const QList<QByteArray> &menu) { return menu.at(random.bounded(menu.size())); };
    for (int i = random.bounded(0, 3); i > 0; --i)
        add(registering, draw(faultMenu(true)));
    for (int i = random.bounded(0, 2); i > 0; --i)
        add(inquiring, draw(faultMenu(false, subject.item.isEmpty())));
    for (int i = random.bounded(0, 2); i > 0; --i)
        add(R"("path":"/pmh/result",)", draw(pollMenu));
    if (!subject.item.isEmpty() && random.bounded(4) == 0) {
        const QByteArrayList moments{"after_inquiry", "before_commit", "after_commit"};
        const QByteArray moment = moments.at(random.bounded(moments.size()));
        const auto id = subject.type->content == RegisterType::Content::Items ? "itemId"_L1 : "itemMasterId"_L1;
        const QByteArray answers = answersJson(withText(basis.answers, subject.item, u"家で%1"_s.arg(seed)), id);
        add(moment == "after_inquiry" ? inquiring : registering,
            R"("kind":"patient_edits","when":")" + moment + R"(","answers":)" + answers);
    }
    if (!faults.isEmpty())
        m_stage->ask(u"/faults"_s, "[" + faults.join(',') + "]");
}

/// One registration by a member of staff who does what the screens offer.
void ExactlyOnceTest::runSchedule(quint32 seed)
{
    QRandomGenerator random(seed);
    const Subject &subject = m_subjects.at(random.bounded(m_subjects.size()));
    renewToken(subject);
    const StoredState basis = stored(subject).state;
    Registration mine{QString(subject.type->name), basis, 1, false};
    mine.state.key = subject.key;
    QByteArray mark;
    if (subject.item.isEmpty()) {
        mine.state.lossOn = QDate(2000, 1, 1).addDays(seed % 9000);
        mark = mine.state.lossOn.toString(Qt::ISODate).toUtf8();
    } else {
        const QString text = u"窓口で%1"_s.arg(seed);
        mine.state.answers = withText(mine.state.answers, subject.item, text);
        mark = text.toUtf8();
        if (subject.type->content == RegisterType::Content::Questionnaire && mine.state.answerStatusSeg != "2"_L1)
            mine.state.answerStatusSeg = u"1"_s;
    }
    if (isSameState(mine.state, basis))
        return;
    m_sent = 0;
    armFaults(random, subject, basis, seed);
    RegistrationReport shown = submit(mine, basis);
    for (int press = 0; press < 3 && shown.outcome != RegistrationOutcome::Confirmed; ++press) {
        if (shown.error && (shown.error->code == ErrorCode::TokenExpired || shown.error->code == ErrorCode::ConsentWithdrawn))
            renewToken(subject);
        if (shown.outcome == RegistrationOutcome::Conflict
            || (shown.error && shown.error->code == ErrorCode::ChangedMeanwhile))
            break; // staff see the three-way view
        shown = shown.outcome == RegistrationOutcome::Unknown ? resolve(mine, basis) : submit(mine, basis);
    }
    // When everything works again and nothing can come late any more, no outcome stays unknown.
    m_stage->ask(u"/faults"_s, {}, "DELETE");
    if (shown.outcome == RegistrationOutcome::Unknown) {
        m_clock.advance(600'000);
        renewToken(subject);
        shown = resolve(mine, basis);
        QVERIFY2(shown.outcome != RegistrationOutcome::Unknown, qPrintable(shown.error ? shown.error->detail : QString()));
    }
    checkTruth(mine, basis, mark, shown);
    forget();
}

void ExactlyOnceTest::checkTruth(const Registration &mine, const StoredState &basis, const QByteArray &mark,
                                 const RegistrationReport &shown)
{
    int effects = 0, copies = 0, editsAfter = 0, requests = 0;
    const JsonValue journal = m_stage->ask(u"/journal?since=%1"_s.arg(m_journalBefore));
    for (const JsonValue &entry : journal.items()) {
        m_journalBefore = std::max(m_journalBefore, entry.find(u"number")->toInteger().value_or(0));
        const QString origin = entry.find(u"origin")->toString();
        if (origin != "patient"_L1 && writeJson(*entry.find(u"body")).contains(mark)) {
            ++(origin == "client"_L1 ? effects : copies);
            editsAfter = 0;
        } else if (origin == "patient"_L1) {
            ++editsAfter;
        }
    }
    const JsonValue log = m_stage->ask(u"/requests?since=%1"_s.arg(m_requestsBefore));
    for (const JsonValue &entry : log.items()) {
        m_requestsBefore = std::max(m_requestsBefore, entry.find(u"number")->toInteger().value_or(0));
        requests += entry.find(u"processType")->toString() == mine.processType ? 1 : 0;
    }
    // One request on the wire for each attempt that was noted, and at most one of them took effect.
    QVERIFY2(requests <= m_sent, qPrintable(u"%1 requests, %2 attempts"_s.arg(requests).arg(m_sent)));
    QVERIFY2(effects <= 1, qPrintable(QString::number(effects)));
    // A request that the network doubled may take effect by its copy, while the server still thinks about the other.
    const bool isStored = effects + copies > 0;
    switch (shown.outcome) {
    case RegistrationOutcome::Confirmed:
        QVERIFY(isStored);
        QVERIFY(!shown.error);
        break;
    case RegistrationOutcome::Refused:
        QVERIFY(!isStored);
        QVERIFY(shown.error.has_value());
        break;
    case RegistrationOutcome::Conflict:
        QVERIFY(!isStored || editsAfter > 0);
        QVERIFY(shown.stored && !isSameState(shown.stored->state, mine.state));
        QVERIFY(!isSameState(shown.stored->state, basis));
        break;
    case RegistrationOutcome::Unknown:
        QFAIL("still unknown");
    }
    ++m_outcomes[QString::number(int(shown.outcome))];
}

void ExactlyOnceTest::journalIsWhatTheClientShows()
{
    const int count = std::max(1, qEnvironmentVariable("UKETSUKE_FAULT_SCHEDULES", u"200"_s).toInt());
    const auto first = qEnvironmentVariable("UKETSUKE_FAULT_SEED", u"1"_s).toUInt();
    for (quint32 seed = first; seed < first + quint32(count); ++seed) {
        if (seed % 100 == 0) {
            m_stage->ask(u"/reset"_s, "{}");
            m_journalBefore = 0;
        }
        runSchedule(seed);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"with seed %1"_s.arg(seed)));
    }
    for (auto outcome = m_outcomes.cbegin(); outcome != m_outcomes.cend(); ++outcome)
        qInfo("outcome %s: %d schedules", qPrintable(outcome.key()), outcome.value());
    QVERIFY2(m_outcomes.size() == 3, "schedules must lead to every outcome");
}

/// A fault without a process type meets the next request, and that is the inquiry before the registration: it is tried
/// again and nobody sees anything.
void ExactlyOnceTest::resetBeforeTheSubmissionMeetsTheInquiryThatIsTriedAgain()
{
    const Subject &subject = m_subjects.first();
    renewToken(subject);
    const StoredState basis = stored(subject).state;
    Registration mine{QString(subject.type->name), basis, 1, false};
    mine.state.answers = withText(basis.answers, subject.item, u"窓口"_s);
    if (mine.state.answerStatusSeg != "2"_L1)
        mine.state.answerStatusSeg = u"1"_s;
    const JsonValue before = m_stage->ask(u"/requests?since=%1"_s.arg(m_requestsBefore));
    for (const JsonValue &entry : before.items())
        m_requestsBefore = entry.find(u"number")->toInteger().value_or(0);
    m_stage->ask(u"/faults"_s, R"({"kind":"reset","at":"before"})");
    QCOMPARE(submit(mine, basis).outcome, RegistrationOutcome::Confirmed);
    QStringList seen;
    const JsonValue after = m_stage->ask(u"/requests?since=%1"_s.arg(m_requestsBefore));
    for (const JsonValue &entry : after.items())
        seen.append(u"%1 %2"_s.arg(entry.find(u"processType")->toString()).arg(entry.find(u"status")->toInteger().value_or(-1)));
    QCOMPARE(seen, QStringList({u"InquireQuestionnaireAnswer 0"_s, u"InquireQuestionnaireAnswer 200"_s,
                                u"RegisterQuestionnaireAnswer 200"_s, u"InquireQuestionnaireAnswer 200"_s}));
    forget();
}

QTEST_GUILESS_MAIN(ExactlyOnceTest)
#include "tst_exactlyonce.moc"
