// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// What must hold for every form and every edit, shown on random ones with fixed seeds: 100 forms, 20,000 with
// UKETSUKE_EVERY_CALL; UKETSUKE_FORMS=FIRST-LAST takes others (a hundred at least). What is sent is judged by the
// training server's own check of the contract, a second implementation.
#include "app/pmh/contractobjects.h"
#include "app/pmh/profile.h"
#include "app/pmh/recordcodec.h"
#include "app/questionnaire/reviewsession.h"
#include "app/questionnaire/sending.h"
#include "app/training/answercheck.h"
#include "tests/app/questionnaire/randomforms.h"

#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;
using randomforms::Random;

namespace {

const StaffMark mark{u"s1"_s, u"訓練 受付"_s, QDateTime(QDate(2026, 11, 20), QTime(1, 24), Qt::UTC)};
constexpr int editsPerForm = 25;

struct Seeds
{
    int first = 1, last = 100;
};

Seeds seeds()
{
    if (const QStringList range = qEnvironmentVariable("UKETSUKE_FORMS").split(u'-'); range.size() == 2)
        return {range[0].toInt(), range[1].toInt()};
    return {1, qEnvironmentVariableIsSet("UKETSUKE_EVERY_CALL") ? 20000 : 100};
}

const WireForm &wire()
{
    static const WireForm form{ConnectionProfile()};
    return form;
}

JsonValue json(const Answers &answers)
{
    const Registration registration{u"RegisterQuestionnaireAnswer"_s, {u"QM-1"_s, u"1"_s, answers, {}}, 1, false};
    return wire().encode(registerQuestionnaireAnswerObject, registration)["answers"_L1];
}

Answers decoded(const JsonValue &answers)
{
    Answers list;
    for (const JsonValue &answer : answers.items()) {
        if (const auto read = wire().decode(answerObject, writeJson(answer)))
            list.append(*read);
    }
    return list;
}

/// Why the server would refuse it; empty: it would not.
QString refusal(const Definition &definition, const Answers &sent, const Answers &stored, bool isFinal)
{
    const auto found = training::checkAnswers(wire().encode(definitionObject, definition), json(sent), json(stored), isFinal);
    return found ? found->place + u": "_s + found->text : QString();
}

bool isBlocked(const ReviewSession &session, CheckFor purpose)
{
    return std::ranges::any_of(session.problems(purpose), [](const Problem &problem) { return !problem.isWarning; });
}

/// A form, what the server holds of it, and what it held last time.
struct Visit
{
    explicit Visit(quint32 seed)
        : random(seed)
        , definition(randomforms::definition(random))
        , stored(storable())
        , session(definition, stored, randomforms::answers(random, definition), {u"T011/0"_s})
    {
        if (random.oneIn(2))
            session.offerLatest();
    }

    /// The server holds nothing that it would not take.
    Answers storable() { return answersToSend(FormState(DefinitionIndex(definition), toMap(randomforms::answers(random, definition)))); }

    AnswerKey key()
    {
        const QString id = random.of(session.index().order());
        return {id, 1 + random.below(session.repeats(id))};
    }

    void edit()
    {
        const AnswerKey at = key();
        const QuestionItem &item = *session.index().item(at.itemMasterId);
        switch (random.below(8)) {
        case 0: (void)session.enterAnswer(at, randomforms::anyResult(random, item)); break;
        case 1: (void)session.addRepeat(at.itemMasterId); break;
        case 2: (void)session.removeRepeat(at.itemMasterId, at.repeatNumber, u"不要"_s, mark); break;
        case 3: session.takeOver({at}, mark); break;
        default: (void)session.setAnswer(at, randomforms::anyResult(random, item), u"聞き取り"_s, mark); break;
        }
    }

    Random random;
    Definition definition;
    Answers stored;
    ReviewSession session;
};

} // namespace

class QuestionnairePropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSentSatisfiesTheContractAndReadsBackTheSame();
    void evaluatingWhatAChangeTouchesIsEvaluatingAll();
    void undoReturnsExactly();
    void undoOfOneAnswerNeverBreaksTheForm();
    void aDraftComesBackExactly();
    void afterAConfirmedDraftNothingIsLeftToSendAndAllMarksAreThere();
    void aMergeLosesNothingThatSomebodyTyped();
};

void QuestionnairePropertiesTest::whatIsSentSatisfiesTheContractAndReadsBackTheSame()
{
    int finals = 0;
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        Visit visit{quint32(seed)};
        for (int i = 0; i < editsPerForm; ++i) {
            visit.edit();
            const Answers sent = visit.session.answersToSend();
            const QString place = u"form %1, edit %2: "_s.arg(seed).arg(i);
            // What staff cannot mend was stored before and is not judged anew.
            QVERIFY2(!isBlocked(visit.session, CheckFor::Draft), qPrintable(place));
            QString why = refusal(visit.definition, sent, visit.stored, false);
            QVERIFY2(why.isEmpty(), qPrintable(place + why));
            if (!isBlocked(visit.session, CheckFor::Submission)) {
                ++finals;
                why = refusal(visit.definition, sent, visit.stored, true);
                QVERIFY2(why.isEmpty(), qPrintable(place + why));
            }
            const Answers read = decoded(json(sent));
            QCOMPARE(read, sent);
            const ReviewSession again(visit.definition, read, {}, {});
            QVERIFY2(sameAnswers(again.answersToSend(), sent), qPrintable(place));
            QVERIFY2(!again.hasChanges(), qPrintable(place));
        }
    }
    QVERIFY(finals > 0); // the strict check had work to do
}

void QuestionnairePropertiesTest::evaluatingWhatAChangeTouchesIsEvaluatingAll()
{
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        Random random{quint32(seed)};
        const Definition definition = randomforms::definition(random);
        const DefinitionIndex index(definition);
        FormState state(index, toMap(randomforms::answers(random, definition)));
        for (int i = 0; i < editsPerForm; ++i) {
            const QString id = random.of(index.order());
            const AnswerKey key{id, 1 + random.below(index.subgroupOf(id)->maxRepeat + 1)};
            const QList<AnswerKey> touched = state.set(key, randomforms::anyResult(random, *index.item(id)));
            QCOMPARE(QSet<AnswerKey>(touched.cbegin(), touched.cend()).size(), touched.size());
            const FormState whole(index, state.answers());
            QCOMPARE(state.problems(CheckFor::Submission), whole.problems(CheckFor::Submission));
            for (const QString &one : index.order()) {
                QCOMPARE(state.usedRepeats(one), whole.usedRepeats(one));
                for (int repeat = 1; repeat <= whole.usedRepeats(one) + 1; ++repeat) {
                    const AnswerKey shown{one, repeat};
                    QVERIFY2(state.isVisible(shown) == whole.isVisible(shown),
                             qPrintable(u"form %1, edit %2, %3/%4"_s.arg(seed).arg(i).arg(one).arg(repeat)));
                }
            }
        }
    }
}

void QuestionnairePropertiesTest::undoReturnsExactly()
{
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        Visit visit{quint32(seed)};
        QList<ReviewSession> before;
        for (int i = 0; i < editsPerForm; ++i) {
            const ReviewSession earlier = visit.session;
            visit.edit();
            if (!(visit.session == earlier))
                before.append(earlier);
        }
        while (!before.isEmpty()) {
            QVERIFY(visit.session.undoLast());
            const ReviewSession expected = before.takeLast();
            QVERIFY2(visit.session == expected, qPrintable(u"form %1, %2 edits left"_s.arg(seed).arg(before.size())));
            QCOMPARE(visit.session.answersToSend(), expected.answersToSend());
            QCOMPARE(visit.session.problems(CheckFor::Submission), expected.problems(CheckFor::Submission));
        }
        QVERIFY(!visit.session.undoLast());
    }
}

void QuestionnairePropertiesTest::undoOfOneAnswerNeverBreaksTheForm()
{
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        Visit visit{quint32(seed)};
        const ReviewSession untouched = visit.session;
        for (int i = 0; i < editsPerForm; ++i) {
            visit.edit();
            if (visit.random.oneIn(3))
                visit.session.undo(visit.key());
            const QString why = refusal(visit.definition, visit.session.answersToSend(), visit.stored, false);
            QVERIFY2(why.isEmpty(), qPrintable(u"form %1, edit %2: %3"_s.arg(seed).arg(i).arg(why)));
        }
        while (visit.session.canUndo())
            visit.session.undoLast();
        QVERIFY2(visit.session == untouched, qPrintable(u"form %1"_s.arg(seed)));
    }
}

void QuestionnairePropertiesTest::aDraftComesBackExactly()
{
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        Visit visit{quint32(seed)};
        ReviewSession fresh = visit.session;
        for (int i = 0; i < editsPerForm; ++i)
            visit.edit();
        visit.session.acknowledgeWarning(u"T011/0"_s, mark);
        QVERIFY(fresh.restoreDraft(visit.session.saveDraft()));
        QVERIFY2(fresh == visit.session, qPrintable(u"form %1"_s.arg(seed)));
        QCOMPARE(fresh.answersToSend(), visit.session.answersToSend());
        QCOMPARE(fresh.rows(), visit.session.rows());
    }
}

void QuestionnairePropertiesTest::afterAConfirmedDraftNothingIsLeftToSendAndAllMarksAreThere()
{
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        Visit visit{quint32(seed)};
        for (int i = 0; i < editsPerForm; ++i)
            visit.edit();
        const Answers sent = visit.session.answersToSend();
        QStringList marks;
        for (const Answer &answer : sent)
            if (const auto change = visit.session.change(answer.key))
                marks.append(change->reason);
        ReviewSession &session = visit.session;
        session.rebase(visit.definition, sent, {}, {u"T011/0"_s});
        QVERIFY2(sameAnswers(session.answersToSend(), sent), qPrintable(u"form %1"_s.arg(seed)));
        QVERIFY(!session.hasChanges());
        QVERIFY(session.conflicts().isEmpty());
        // A reload from the local draft, and a second registration on top of the first.
        ReviewSession reloaded(visit.definition, sent, {}, {u"T011/0"_s});
        QVERIFY(reloaded.restoreDraft(session.saveDraft()));
        QVERIFY2(reloaded.rows() == session.rows(), qPrintable(u"form %1"_s.arg(seed)));
        for (const Answer &answer : sent)
            QVERIFY(reloaded.change(answer.key) == session.change(answer.key));
        visit.stored = sent;
        for (int i = 0; i < editsPerForm; ++i) {
            visit.edit();
            const QString why = refusal(visit.definition, session.answersToSend(), sent, false);
            QVERIFY2(why.isEmpty(), qPrintable(u"form %1, edit %2 after the draft: %3"_s.arg(seed).arg(i).arg(why)));
        }
    }
}

void QuestionnairePropertiesTest::aMergeLosesNothingThatSomebodyTyped()
{
    int conflicts = 0;
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        Visit visit{quint32(seed)};
        for (int i = 0; i < editsPerForm / 2; ++i)
            visit.edit();
        const ReviewSession before = visit.session;
        // The person goes on from the same basis on the phone.
        ReviewSession phone(visit.definition, visit.stored, {}, {});
        for (int i = 0; i < 6; ++i) {
            const QString id = visit.random.of(phone.index().order());
            (void)phone.enterAnswer({id, 1}, randomforms::anyResult(visit.random, *phone.index().item(id)));
        }
        const Answers theirs = phone.answersToSend();
        ReviewSession &session = visit.session;
        session.rebase(visit.definition, theirs, {}, {});
        for (const QString &id : session.index().order()) {
            for (int repeat = 1; repeat <= before.repeats(id); ++repeat) {
                const AnswerKey key{id, repeat};
                const auto typed = before.change(key);
                if (!typed || !before.isVisible(key))
                    continue;
                QVERIFY2(session.change(key) == typed || sameAnswers(before.answersToSend(), theirs),
                         qPrintable(u"form %1, %2/%3"_s.arg(seed).arg(id).arg(repeat)));
            }
        }
        while (!session.conflicts().isEmpty()) {
            ++conflicts;
            QVERIFY(isBlocked(session, CheckFor::Draft));
            QVERIFY(session.decideConflict(visit.random.of(session.conflicts()), visit.random.oneIn(2)));
        }
        const QString why = refusal(visit.definition, session.answersToSend(), theirs, false);
        QVERIFY2(why.isEmpty(), qPrintable(u"form %1: %2"_s.arg(seed).arg(why)));
    }
    QVERIFY(conflicts > 0);
}

QTEST_GUILESS_MAIN(QuestionnairePropertiesTest)
#include "tst_questionnaireproperties.moc"
