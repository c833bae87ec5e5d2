// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/sameday.h"
#include "tests/app/questionnaire/forms.h"

#include <QTest>

using namespace forms;

namespace {

const AnswerKey temperatureKey{u"T"_s, 1};

/// A questionnaire with the temperature that all share, a question that two share, and one of its own.
DaySheet sheet(const QString &id, const Answers &stored = {})
{
    QuestionItem temperature = item(u"T"_s, AnswerType::Temperature);
    temperature.isRequired = true;
    temperature.maximum = 42;
    QuestionItem own = yesNo(u"own-"_s + id);
    QuestionItem hint = item(u"hint"_s, AnswerType::Note);
    DaySheet made;
    made.id = id;
    made.title = u"訓練ワクチン "_s + id;
    made.session = ReviewSession({{Group{{}, {Subgroup{{}, 1, {hint, temperature, yesNo(u"I1"_s), followUp(u"I2"_s, u"I1"_s, u"1"_s), own}}}}}},
                                 stored, {}, {u"T011/0"_s});
    made.mayChange = true;
    made.warnings = {{u"T011/0"_s, u"T011"_s, u"前回から27日たっていません。"_s}};
    return made;
}

DaySheets threeSheets()
{
    return {sheet(u"hib"_s, {answer(u"T"_s, u"36.5"_s), answer(u"I1"_s, u"2"_s)}),
            sheet(u"pcv"_s, {answer(u"T"_s, u"36.5"_s), answer(u"I1"_s, u"1"_s)}), sheet(u"rota"_s, {answer(u"I1"_s, u"2"_s)})};
}

QStringList currentTemperatures(const DaySheets &sheets)
{
    QStringList texts;
    for (const DaySheet &one : sheets)
        texts.append(std::get<QString>(one.session.current(temperatureKey)));
    return texts;
}

} // namespace

class SameDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameQuestionIsSharedAndTheOthersStayWhereTheyAre();
    void anIdWithOtherChoicesIsNotTakenForTheSameQuestion();
    void aSharedChangeReachesAllAndOneAloneStaysPossible();
    void aSharedChangeLeavesOutWhatIsSubmittedOrClosed();
    void aSharedValueThatOneRefusesChangesNone();
    void warningsAndIntervalsStandInOneMatrix();
    void eachQuestionnaireHasItsOwnOutcome();
    void whatIsLeftOutIsNamedAndNotReady();
    void aTickForAllCanBeTakenBack();
};

void SameDayTest::theSameQuestionIsSharedAndTheOthersStayWhereTheyAre()
{
    const DaySheets sheets = threeSheets();
    // The follow-up is shown in one only, so that it is no shared question there; notes are nobody's.
    QCOMPARE(sharedQuestions(sheets),
             (QList<SharedQuestion>{{temperatureKey, {u"hib"_s, u"pcv"_s, u"rota"_s}, true}, {{u"I1"_s, 1}, {u"hib"_s, u"pcv"_s, u"rota"_s}, true}}));
    QCOMPARE(ownQuestions(sheets, u"pcv"_s), (QList<AnswerKey>{{u"I2"_s, 1}, {u"own-pcv"_s, 1}}));
    QCOMPARE(ownQuestions(sheets, u"hib"_s), (QList<AnswerKey>{{u"own-hib"_s, 1}}));
    QVERIFY(sharedQuestions({sheets.first()}).isEmpty());
    QVERIFY(ownQuestions(sheets, u"nobody"_s).isEmpty());
}

void SameDayTest::anIdWithOtherChoicesIsNotTakenForTheSameQuestion()
{
    QuestionItem turned = yesNo(u"I1"_s);
    turned.choices = {{u"1"_s, u"いいえ"_s, false}, {u"2"_s, u"はい"_s, false}};
    DaySheet other = sheet(u"bcg"_s);
    other.session = ReviewSession({{Group{{}, {Subgroup{{}, 1, {turned}}}}}}, {}, {}, {});
    QVERIFY(sharedQuestions({sheet(u"hib"_s), other}).isEmpty());
}

void SameDayTest::aSharedChangeReachesAllAndOneAloneStaysPossible()
{
    DaySheets sheets = threeSheets();
    const auto done = setShared(sheets, temperatureKey, u"36.5"_s, u"窓口で測定"_s, mark);
    QVERIFY(done);
    QCOMPARE(*done, (QMap<QString, SharedChange>{{u"hib"_s, SharedChange::SameBefore}, {u"pcv"_s, SharedChange::SameBefore}, {u"rota"_s, SharedChange::Changed}}));
    QVERIFY(!sharedQuestions(sheets).first().isDifferent);
    QCOMPARE(sheets[2].session.change(temperatureKey)->by, mark);
    QVERIFY(!sheets[0].session.change(temperatureKey)); // the person's own answer stays unmarked
    QVERIFY(sheets[1].session.setAnswer(temperatureKey, u"36.6"_s, u"測り直し"_s, mark));
    QCOMPARE(currentTemperatures(sheets), (QStringList{u"36.5"_s, u"36.6"_s, u"36.5"_s}));
    QVERIFY(sharedQuestions(sheets).first().isDifferent);
}

void SameDayTest::aSharedChangeLeavesOutWhatIsSubmittedOrClosed()
{
    DaySheets sheets = threeSheets();
    sheets[0].outcome = SheetOutcome::Submitted;
    sheets[1].mayChange = false;
    const auto done = setShared(sheets, temperatureKey, u"37.0"_s, u"窓口で測定"_s, mark);
    QVERIFY(done);
    QCOMPARE(*done, (QMap<QString, SharedChange>{{u"hib"_s, SharedChange::AlreadySubmitted}, {u"pcv"_s, SharedChange::NotPermitted}, {u"rota"_s, SharedChange::Changed}}));
    QCOMPARE(currentTemperatures(sheets), (QStringList{u"36.5"_s, u"36.5"_s, u"37.0"_s}));
    sheets[2].outcome = SheetOutcome::Unknown; // what may be at the server is not changed behind its back
    QCOMPARE(setShared(sheets, temperatureKey, u"37.1"_s, u"窓口で測定"_s, mark).error().code, ErrorCode::ReadOnly);
    QCOMPARE(setShared(sheets, {u"own-hib"_s, 1}, u"1"_s, u"窓口で測定"_s, mark).error().code, ErrorCode::QuestionnaireUnknown);
}

void SameDayTest::aSharedValueThatOneRefusesChangesNone()
{
    DaySheets sheets = threeSheets();
    Definition strict = sheets[2].session.index().definition();
    strict.groups[0].subgroups[0].items[1].maximum = 37;
    sheets[2].session = ReviewSession(strict, {}, {}, {});
    QCOMPARE(setShared(sheets, temperatureKey, u"37.5"_s, u"窓口で測定"_s, mark).error().code, ErrorCode::ValueOutOfRange);
    QCOMPARE(currentTemperatures(sheets), (QStringList{u"36.5"_s, u"36.5"_s, QString()}));
    QCOMPARE(setShared(sheets, temperatureKey, u"36.9"_s, u" "_s, mark).error().code, ErrorCode::ReasonMissing);
}

void SameDayTest::warningsAndIntervalsStandInOneMatrix()
{
    DaySheets sheets = threeSheets();
    sheets[1].warnings.append({u"T024/0"_s, u"T024"_s, u"接種の記録があります。"_s});
    sheets[2].warnings.clear();
    sheets[0].previousOn = QDate(2026, 10, 25);
    sheets[0].previousTitle = u"訓練ワクチン 1回目"_s;
    sheets[0].intervalInfo = u"27日以上あける"_s;
    sheets[1].session.acknowledgeWarning(u"T011/0"_s, mark);
    const DayMatrix matrix = dayMatrix(sheets, QDate(2026, 11, 21));
    QCOMPARE(matrix.warnings.size(), 2);
    QCOMPARE(matrix.warnings[0].sheets, (QMap<QString, bool>{{u"hib"_s, false}, {u"pcv"_s, true}}));
    QCOMPARE(matrix.warnings[1], (WarningRow{u"T024"_s, u"接種の記録があります。"_s, {{u"pcv"_s, false}}}));
    QCOMPARE(matrix.intervals, (QList<IntervalRow>{{u"hib"_s, u"訓練ワクチン 1回目"_s, u"27日以上あける"_s, QDate(2026, 10, 25), 27}}));
    acknowledgeEverywhere(sheets, u"T011"_s, matrix.warnings[0].message, mark);
    QCOMPARE(dayMatrix(sheets, QDate(2026, 11, 21)).warnings[0].sheets, (QMap<QString, bool>{{u"hib"_s, true}, {u"pcv"_s, true}}));
}

void SameDayTest::eachQuestionnaireHasItsOwnOutcome()
{
    DaySheets sheets = threeSheets();
    // hib: a warning is open; pcv: ready; rota: no temperature.
    sheets[1].session.acknowledgeWarning(u"T011/0"_s, mark);
    sheets[2].session.acknowledgeWarning(u"T011/0"_s, mark);
    QCOMPARE(daySummary(sheets).blocked, (QStringList{u"hib"_s, u"rota"_s}));
    QCOMPARE(daySummary(sheets).ready, QStringList{u"pcv"_s});
    sheets[0].outcome = SheetOutcome::Submitted;
    sheets[1].outcome = SheetOutcome::Refused;
    sheets[2].outcome = SheetOutcome::Unknown;
    const DaySummary mixed = daySummary(sheets);
    QCOMPARE(mixed.submitted, QStringList{u"hib"_s});
    QCOMPARE(mixed.failed, QStringList{u"pcv"_s});
    QCOMPARE(mixed.unknown, QStringList{u"rota"_s});
    QVERIFY(!mixed.isDone());
    for (DaySheet &one : sheets)
        one.outcome = SheetOutcome::Submitted;
    QVERIFY(daySummary(sheets).isDone());
    sheets[2].outcome = SheetOutcome::DraftSaved; // a draft is not the end of it
    QVERIFY(!daySummary(sheets).isDone());
    sheets[2].mayChange = false;
    QCOMPARE(daySummary(sheets).viewOnly, QStringList{u"rota"_s});
}

void SameDayTest::whatIsLeftOutIsNamedAndNotReady()
{
    DaySheets sheets = threeSheets();
    acknowledgeEverywhere(sheets, u"T011"_s, u"前回から27日たっていません。"_s, {});
    sheets[0].isLeftOut = true;
    const DaySummary summary = daySummary(sheets);
    QCOMPARE(summary.leftOut, QStringList{u"hib"_s});
    QCOMPARE(summary.ready, QStringList{u"pcv"_s});
    // Sent is sent, whatever was chosen before.
    sheets[0].outcome = SheetOutcome::Submitted;
    QCOMPARE(daySummary(sheets).submitted, QStringList{u"hib"_s});
    QVERIFY(daySummary(sheets).leftOut.isEmpty());
}

void SameDayTest::aTickForAllCanBeTakenBack()
{
    DaySheets sheets = threeSheets();
    const QString words = u"前回から27日たっていません。"_s;
    acknowledgeEverywhere(sheets, u"T011"_s, words, {});
    sheets[1].outcome = SheetOutcome::Submitted;
    withdrawEverywhere(sheets, u"T011"_s, words);
    QVERIFY(!sheets[0].session.acknowledgement(u"T011/0"_s) && !sheets[2].session.acknowledgement(u"T011/0"_s));
    QVERIFY(sheets[1].session.acknowledgement(u"T011/0"_s)); // what was sent keeps its tick
}

QTEST_GUILESS_MAIN(SameDayTest)
#include "tst_sameday.moc"
