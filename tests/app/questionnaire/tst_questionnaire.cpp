// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/access.h"
#include "app/questionnaire/answertypes.h"
#include "app/questionnaire/compare.h"
#include "app/questionnaire/sending.h"
#include "tests/app/questionnaire/forms.h"

#include <QTest>

using namespace forms;

namespace {

Answers sent(const Definition &definition, const Answers &answers)
{
    return answersToSend(FormState(DefinitionIndex(definition), toMap(answers)));
}

/// A subgroup of up to three repeats, and one behind it.
Definition formOf(const QList<QuestionItem> &repeated, const QList<QuestionItem> &others = {})
{
    return {{Group{{}, {Subgroup{{}, 3, repeated}, Subgroup{{}, 1, others}}}}};
}

} // namespace

class QuestionnaireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typedTextBecomesCanonical_data();
    void typedTextBecomesCanonical();
    void whatIsNotCanonicalIsFound_data();
    void whatIsNotCanonicalIsFound();
    void everyContractTypeHasItsNameAndUnknownHasNone();
    void visibilityFollowsChainsRepeatsAndCircles();
    void anIdThatStandsTwiceCountsOnceAndHarmsNothing();
    void aRepeatNumberBeyondReasonTakesNoMemory();
    void aChangeEvaluatesOnlyWhatItTouches();
    void repeatsGoWithoutGapsOrKeepTheirNumbersWithAnEmptyAnswer();
    void aHiddenAnswerThatIsNotSentDoesNotHoldTheLaterRepeatsBack();
    void repeatsStayWhereTheirAnswersShowAQuestionThatHasToComeBack();
    void requiredCountsOnlyWhileVisibleAndInUsedRepeats();
    void rangeLengthAndFormatAreSaidInTheUsersWords();
    void answersCompareByPairsAndIgnoreOrderAndEmpties();
    void accessWalksEveryCombination();
    void theFlagsDecideInEveryCombination();
    void daysAndCodesBecomeFlags();
};

void QuestionnaireTest::typedTextBecomesCanonical_data()
{
    QTest::addColumn<AnswerType>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("canonical"); // "!" where it cannot be read
    const auto row = [](AnswerType type, const QString &typed, const QString &canonical) {
        QTest::addRow("%d %s", int(type), qPrintable(typed)) << type << typed << canonical;
    };
    row(AnswerType::Temperature, u"３７．１"_s, u"37.1"_s);
    row(AnswerType::Temperature, u"37.1℃"_s, u"37.1"_s);
    row(AnswerType::Temperature, u"037.1"_s, u"37.1"_s);
    row(AnswerType::Temperature, u"37.15"_s, u"!"_s);
    row(AnswerType::Temperature, u"平熱"_s, u"!"_s);
    row(AnswerType::Temperature, u"36度5分"_s, u"36.5"_s);
    row(AnswerType::Temperature, u"３６。５"_s, u"36.5"_s);
    row(AnswerType::Temperature, u"３６・５度"_s, u"36.5"_s);
    row(AnswerType::Temperature, u"36.50"_s, u"36.5"_s);
    row(AnswerType::Temperature, u"36.0"_s, u"36.0"_s);
    row(AnswerType::Temperature, u"36,5"_s, u"!"_s);
    row(AnswerType::Integer, u"２８００"_s, u"2800"_s);
    row(AnswerType::Integer, u"2,800"_s, u"2800"_s);
    row(AnswerType::Integer, u"２、８００"_s, u"2800"_s);
    row(AnswerType::Integer, u"2800.0"_s, u"2800"_s);
    row(AnswerType::Decimal, u"2,800"_s, u"2800"_s); // never 2.8
    row(AnswerType::Decimal, u"2,8"_s, u"!"_s);
    row(AnswerType::Decimal, u"-0.5"_s, u"-0.5"_s);
    row(AnswerType::Integer, u"2.5"_s, u"!"_s);
    row(AnswerType::Integer, u"－3"_s, u"-3"_s);
    row(AnswerType::Decimal, u"0.50"_s, u"0.50"_s);
    row(AnswerType::Date, u"令和7年11月8日"_s, u"2025-11-08"_s);
    row(AnswerType::Date, u"R7.11.8"_s, u"2025-11-08"_s);
    row(AnswerType::Date, u"2025/11/8"_s, u"2025-11-08"_s);
    row(AnswerType::Date, u"2025-02-29"_s, u"!"_s);
    row(AnswerType::YearMonth, u"2025年11月"_s, u"2025-11"_s);
    row(AnswerType::YearMonth, u"令和7年11月"_s, u"2025-11"_s);
    row(AnswerType::YearMonth, u"2025/11"_s, u"2025-11"_s);
    row(AnswerType::YearMonth, u"２０２５１１"_s, u"2025-11"_s);
    row(AnswerType::Age, u"18か月"_s, u"P1Y6M"_s);
    row(AnswerType::Age, u"満３歳"_s, u"P3Y0M"_s);
    row(AnswerType::Age, u"生後11ヶ月"_s, u"P0Y11M"_s);
    row(AnswerType::Age, u"3歳4か月"_s, u"P3Y4M"_s);
    row(AnswerType::Age, u"３歳"_s, u"P3Y0M"_s);
    row(AnswerType::Age, u"8か月"_s, u"P0Y8M"_s);
    row(AnswerType::Age, u"1歳12か月"_s, u"!"_s);
    row(AnswerType::ShortText, u" 突発性発しん\n"_s, u"突発性発しん"_s);
    row(AnswerType::LongText, u"一行目\r\n二行目"_s, u"一行目\n二行目"_s);
    row(AnswerType::ShortText, u"   "_s, QString());
    row(AnswerType::Consent, u"1"_s, u"1"_s);
    row(AnswerType::Consent, u"はい"_s, u"!"_s);
    row(AnswerType::Note, u"x"_s, u"!"_s);
    row(AnswerType::Unknown, u"x"_s, u"!"_s);
}

void QuestionnaireTest::typedTextBecomesCanonical()
{
    QFETCH(AnswerType, type);
    QFETCH(QString, typed);
    QFETCH(QString, canonical);
    const QuestionItem question = item(u"Q"_s, type);
    const auto result = normaliseTyped(question, typed);
    if (canonical == "!"_L1) {
        QVERIFY(!result);
        return;
    }
    QVERIFY(result);
    QCOMPARE(std::get<QString>(*result), canonical);
    QVERIFY(isCanonical(question, *result));
}

void QuestionnaireTest::whatIsNotCanonicalIsFound_data()
{
    QTest::addColumn<AnswerResult>("result");
    QTest::addColumn<bool>("isGood");
    QTest::addRow("in order") << AnswerResult(QStringList{u"a"_s, u"b"_s}) << true;
    QTest::addRow("out of order") << AnswerResult(QStringList{u"b"_s, u"a"_s}) << false;
    QTest::addRow("twice") << AnswerResult(QStringList{u"a"_s, u"a"_s}) << false;
    QTest::addRow("unknown") << AnswerResult(QStringList{u"z"_s}) << false;
    QTest::addRow("exclusive alone") << AnswerResult(QStringList{u"n"_s}) << true;
    QTest::addRow("exclusive with others") << AnswerResult(QStringList{u"a"_s, u"n"_s}) << false;
    QTest::addRow("empty array") << AnswerResult(QStringList()) << true;
    QTest::addRow("empty string") << AnswerResult(QString()) << true;
    QTest::addRow("string for an array") << AnswerResult(u"a"_s) << false;
}

void QuestionnaireTest::whatIsNotCanonicalIsFound()
{
    QFETCH(AnswerResult, result);
    QFETCH(bool, isGood);
    QCOMPARE(isCanonical(several(u"A"_s), result), isGood);
}

void QuestionnaireTest::everyContractTypeHasItsNameAndUnknownHasNone()
{
    const QStringList names{u"yesNo"_s, u"singleChoice"_s, u"multipleChoice"_s, u"integer"_s, u"decimal"_s,
                            u"temperature"_s, u"date"_s, u"yearMonth"_s, u"age"_s, u"shortText"_s, u"longText"_s,
                            u"consent"_s, u"note"_s};
    for (const QString &name : names)
        QCOMPARE(answerTypeName(answerTypeFromName(name)), name);
    QCOMPARE(answerTypeFromName(u"signature"), AnswerType::Unknown);
    QCOMPARE(answerTypeFromName(u""), AnswerType::Unknown);
}

void QuestionnaireTest::visibilityFollowsChainsRepeatsAndCircles()
{
    QuestionItem a = followUp(u"a"_s, u"b"_s, u"1"_s), b = followUp(u"b"_s, u"a"_s, u"1"_s);
    QuestionItem orphan = followUp(u"o"_s, u"nowhere"_s, u"1"_s);
    QuestionItem second = followUp(u"f2"_s, u"f1"_s, u"x"_s), ofCircle = followUp(u"z"_s, u"a"_s, u"1"_s);
    const DefinitionIndex index(Definition{{Group{{}, {Subgroup{{}, 3, {second, followUp(u"f1"_s, u"c"_s, u"1"_s), yesNo(u"c"_s)}},
                                                       Subgroup{{}, 2, {a, b, ofCircle, orphan, followUp(u"e"_s, u"c"_s, u"1"_s)}}}}}});
    const FormState state(index, toMap({answer(u"c"_s, u"1"_s, 1), answer(u"c"_s, u"2"_s, 2), answer(u"f1"_s, u"x"_s, 1),
                                        answer(u"f1"_s, u"x"_s, 2), answer(u"a"_s, u"1"_s), answer(u"b"_s, u"1"_s)}));
    QVERIFY(state.isVisible({u"f2"_s, 1}));
    QVERIFY(!state.isVisible({u"f1"_s, 2}));  // the same repeat of its controller says no
    QVERIFY(!state.isVisible({u"f2"_s, 2}));  // its own controller is hidden
    QVERIFY(!state.isVisible({u"f1"_s, 3}));  // a repeat that nobody filled
    QVERIFY(state.isVisible({u"c"_s, 3}));
    QVERIFY(state.isVisible({u"e"_s, 2}));    // another subgroup: repeat 1 of the controller
    QVERIFY(!state.isVisible({u"a"_s, 1}));   // a circle
    QVERIFY(!state.isVisible({u"z"_s, 1}));   // hangs on a circle
    QVERIFY(state.isVisible({u"o"_s, 1}));    // controller not in the definition
    QVERIFY(!state.isVisible({u"nowhere"_s, 1}));
}

void QuestionnaireTest::anIdThatStandsTwiceCountsOnceAndHarmsNothing()
{
    const DefinitionIndex index(Definition{{Group{{}, {Subgroup{{}, 1, {yesNo(u"a"_s), item(u"b"_s, AnswerType::Date)}},
                                                       Subgroup{{}, 1, {item(u"b"_s, AnswerType::ShortText), item(u"c"_s, AnswerType::Date)}}}}}});
    QCOMPARE(index.order(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(index.item(u"b"_s)->type, AnswerType::Date);
    FormState state(index, {});
    state.set({u"c"_s, 1}, u"2026-01-01"_s);
    state.set({u"b"_s, 1}, u"2026-01-02"_s);
    QCOMPARE(answersToSend(state), (Answers{answer(u"b"_s, u"2026-01-02"_s), answer(u"c"_s, u"2026-01-01"_s)}));
}

void QuestionnaireTest::aRepeatNumberBeyondReasonTakesNoMemory()
{
    FormState state(DefinitionIndex(form()), toMap({answer(u"V"_s, u"BCG"_s, 2'000'000'000), answer(u"V"_s, u"MR"_s, -1)}));
    QCOMPARE(state.usedRepeats(u"V"_s), 1);
    QVERIFY(state.set({u"V"_s, mostRepeats + 1}, u"BCG"_s).isEmpty());
    QVERIFY(state.answers().isEmpty());
}

/// Five pages of 600 questions; each tenth opens a follow-up, and one group repeats.
void QuestionnaireTest::aChangeEvaluatesOnlyWhatItTouches()
{
    constexpr int count = 3000, repeats = 50;
    QList<QuestionItem> items;
    for (int i = 0; i < count; ++i) {
        const QString id = QString::number(i);
        items.append(i % 10 == 1 ? followUp(id, QString::number(i - 1), u"1"_s) : yesNo(id));
        items.last().isRequired = true;
    }
    QuestionItem day = item(u"day"_s, AnswerType::Date);
    day.isRequired = true;
    const Subgroup repeated{{}, repeats, {item(u"name"_s, AnswerType::ShortText), day, followUp(u"detail"_s, u"0"_s, u"1"_s)}};
    FormState state(DefinitionIndex(Definition{{Group{{}, {Subgroup{{}, 1, items}, repeated}}}}), {});

    QCOMPARE(state.set({u"5"_s, 1}, u"1"_s), (QList<AnswerKey>{{u"5"_s, 1}}));           // hangs together with nothing
    QCOMPARE(state.set({u"10"_s, 1}, u"1"_s), (QList<AnswerKey>{{u"10"_s, 1}, {u"11"_s, 1}})); // opens one
    QCOMPARE(state.set({u"10"_s, 1}, u"2"_s), (QList<AnswerKey>{{u"10"_s, 1}, {u"11"_s, 1}}));
    for (int repeat = 1; repeat <= repeats; ++repeat)
        QVERIFY(state.set({u"name"_s, repeat}, u"BCG"_s).size() <= repeated.items.size()); // its own repeat at most
    QCOMPARE(state.set({u"name"_s, 7}, u"MR"_s), (QList<AnswerKey>{{u"name"_s, 7}}));
    // What stands in repeats and hangs on one answer outside: that one, its other follow-up and each repeat.
    QCOMPARE(state.set({u"0"_s, 1}, u"1"_s).size(), 1 + 1 + repeats);
}

void QuestionnaireTest::repeatsGoWithoutGapsOrKeepTheirNumbersWithAnEmptyAnswer()
{
    const QuestionItem name = item(u"n"_s, AnswerType::ShortText);
    const QuestionItem strange = item(u"x"_s, AnswerType::Unknown);
    // Later repeats move up …
    QCOMPARE(sent(formOf({name}), {answer(u"n"_s, u"BCG"_s, 1), answer(u"n"_s, u"MR"_s, 3)}),
             (Answers{answer(u"n"_s, u"BCG"_s, 1), answer(u"n"_s, u"MR"_s, 2)}));
    // … unless one of them has to come back as it is (rules 3) …
    QCOMPARE(sent(formOf({name, strange}), {answer(u"n"_s, u"BCG"_s, 1), answer(u"x"_s, u"<raw>"_s, 3)}),
             (Answers{answer(u"n"_s, u"BCG"_s, 1), answer(u"n"_s, {}, 2), answer(u"x"_s, u"<raw>"_s, 3)}));
    // … or the first repeat decides what is shown elsewhere: that would open a question that nobody saw.
    QCOMPARE(sent(formOf({name}, {followUp(u"f"_s, u"n"_s, u"MR"_s)}), {answer(u"n"_s, u"MR"_s, 2)}),
             (Answers{answer(u"n"_s, {}, 1), answer(u"n"_s, u"MR"_s, 2)}));
    // A repeat whose answers are all hidden is a gap too.
    QCOMPARE(sent(formOf({yesNo(u"c"_s), followUp(u"d"_s, u"c"_s, u"1"_s)}), {answer(u"d"_s, u"x"_s, 1), answer(u"c"_s, u"2"_s, 2)}),
             (Answers{answer(u"c"_s, u"2"_s, 1)}));
}

void QuestionnaireTest::aHiddenAnswerThatIsNotSentDoesNotHoldTheLaterRepeatsBack()
{
    QuestionItem locked = followUp(u"r"_s, u"o"_s, u"1"_s);
    locked.isReadOnly = true;
    const Definition definition = formOf({locked, item(u"n"_s, AnswerType::ShortText)}, {yesNo(u"o"_s)});
    const Answers here{answer(u"r"_s, u"医師の記入"_s, 2), answer(u"n"_s, u"MR"_s, 2), answer(u"n"_s, u"BCG"_s, 3)};
    const Answers first = sent(definition, here);
    QCOMPARE(first, (Answers{answer(u"n"_s, u"MR"_s, 1), answer(u"n"_s, u"BCG"_s, 2)}));
    // At the server the hidden one is gone, and what is stored there is what is sent the next time.
    QCOMPARE(sent(definition, first), first);
    // While it is shown, it is sent, and so are the numbers of its repeats.
    const Answers shown = sent(definition, here + Answers{answer(u"o"_s, u"1"_s)});
    QCOMPARE(shown, (Answers{answer(u"r"_s, {}, 1), answer(u"r"_s, u"医師の記入"_s, 2), answer(u"n"_s, u"MR"_s, 2),
                             answer(u"n"_s, u"BCG"_s, 3), answer(u"o"_s, u"1"_s)}));
    QCOMPARE(sent(definition, shown), shown);
}

void QuestionnaireTest::repeatsStayWhereTheirAnswersShowAQuestionThatHasToComeBack()
{
    // The first repeat was emptied, which hides its answer of an unknown type; the second repeat's はい in its place would
    // show that question there, and its stored answer would be missing (rules 3).
    QuestionItem strange = followUp(u"x"_s, u"c"_s, u"1"_s);
    strange.type = AnswerType::Unknown;
    const Definition definition = formOf({yesNo(u"c"_s), strange});
    const Answers kept{answer(u"c"_s, {}, 1), answer(u"c"_s, u"1"_s, 2)};
    QCOMPARE(sent(definition, {answer(u"x"_s, u"<raw>"_s, 1), answer(u"c"_s, u"1"_s, 2)}), kept);
    QCOMPARE(sent(definition, kept), kept);
}

void QuestionnaireTest::requiredCountsOnlyWhileVisibleAndInUsedRepeats()
{
    const auto codes = [](const Answers &answers, CheckFor purpose) {
        QStringList found;
        for (const Problem &problem : FormState(DefinitionIndex(form()), toMap(answers)).problems(purpose))
            found.append(u"%1/%2 %3"_s.arg(problem.key.itemMasterId).arg(problem.key.repeatNumber).arg(publicCode(problem.error.code)));
        return found;
    };
    QCOMPARE(codes({}, CheckFor::Draft), QStringList());
    QCOMPARE(codes({}, CheckFor::Submission), (QStringList{u"T/1 UK-Q001"_s, u"D/1 UK-Q001"_s}));
    QCOMPARE(codes({answer(u"T"_s, u"36.5"_s), answer(u"I1"_s, u"1"_s), answer(u"D"_s, u"2026-01-01"_s), answer(u"V"_s, u"BCG"_s, 2)},
                   CheckFor::Submission),
             (QStringList{u"I2/1 UK-Q001"_s, u"D/2 UK-Q001"_s}));
    // Nobody at the desk can answer a read-only item, so that it holds nothing up; a required type that is not known neither.
    Definition locked = form();
    for (QuestionItem &question : locked.groups[1].subgroups[1].items)
        question.isRequired = true;
    const FormState state(DefinitionIndex(locked), toMap({answer(u"T"_s, u"36.5"_s), answer(u"D"_s, u"2026-01-01"_s)}));
    QCOMPARE(state.problems(CheckFor::Submission), QList<Problem>());
}

void QuestionnaireTest::rangeLengthAndFormatAreSaidInTheUsersWords()
{
    QuestionItem temperature = form().groups[0].subgroups[0].items[0];
    const auto high = checkAnswer(temperature, {u"T"_s, 1}, u"52.0"_s);
    QVERIFY(high && !high->isWarning);
    QCOMPARE(high->error.code, ErrorCode::ValueOutOfRange);
    QCOMPARE(high->error.arguments, (QStringList{temperature.label, u"34～42 ℃"_s}));
    temperature.isRangeWarningOnly = true;
    QVERIFY(checkAnswer(temperature, {u"T"_s, 1}, u"52.0"_s)->isWarning);
    QuestionItem text = item(u"S"_s, AnswerType::ShortText);
    text.maxLength = 2;
    QVERIFY(!checkAnswer(text, {u"S"_s, 1}, u"𠮷﨑"_s)); // two code points, three code units
    QCOMPARE(checkAnswer(text, {u"S"_s, 1}, u"𠮷﨑み"_s)->error.code, ErrorCode::ValueTooLong);
    QCOMPARE(checkAnswer(temperature, {u"T"_s, 1}, u"36,5"_s)->error.code, ErrorCode::ValueFormat);
    // One bound alone, large numbers as they are, and in a later repeat its number.
    QuestionItem weight = item(u"W"_s, AnswerType::Integer);
    weight.minimum = 1234567;
    weight.unit = u"g"_s;
    QCOMPARE(checkAnswer(weight, {u"W"_s, 3}, u"5"_s)->error.arguments, (QStringList{u"質問 W（3つ目）"_s, u"1234567 g以上"_s}));
    weight.minimum.reset();
    weight.maximum = 0.5;
    QCOMPARE(rangeText(weight), u"0.5 g以下"_s);
    // What only goes back as it came does not hold the registration up.
    temperature.isRangeWarningOnly = false;
    temperature.isReadOnly = true;
    QVERIFY(checkAnswer(temperature, {u"T"_s, 1}, u"52.0"_s)->isWarning);
}

void QuestionnaireTest::answersCompareByPairsAndIgnoreOrderAndEmpties()
{
    const Answers one{answer(u"a"_s, u"1"_s), answer(u"b"_s, u""_s), {{u"c"_s, 1}, QStringList{u"x"_s, u"y"_s}}};
    const Answers same{{{u"c"_s, 1}, QStringList{u"x"_s, u"y"_s}}, answer(u"a"_s, u"1"_s), {{u"d"_s, 1}, QStringList()}};
    QVERIFY(sameAnswers(one, same));
    const Answers other{answer(u"a"_s, u"1"_s), {{u"c"_s, 1}, QStringList{u"y"_s, u"x"_s}}};
    QCOMPARE(differingKeys(one, other), (QList<AnswerKey>{{u"c"_s, 1}}));
    QCOMPARE(differingKeys({}, {answer(u"a"_s, u"1"_s, 2)}), (QList<AnswerKey>{{u"a"_s, 2}}));
}

void QuestionnaireTest::accessWalksEveryCombination()
{
    for (bool isAnswerable : {false, true}) {
        for (const QString &status : {u"0"_s, u"1"_s, u"2"_s, u"7"_s}) {
            for (const QString &consent : {u"0"_s, u"1"_s, u"2"_s, u"7"_s, QString()}) {
                QuestionnaireFlags flags;
                flags.isAnswerable = isAnswerable;
                flags.status = answerStatus(status);
                flags.proxyConsent = proxyConsent(consent);
                const auto access = questionnaireAccess(flags);
                const bool mayWrite = isAnswerable && consent != "2"_L1;
                QCOMPARE(access.maySubmit, mayWrite);
                QCOMPARE(access.maySaveDraft, mayWrite && (status == "0"_L1 || status == "1"_L1));
                QCOMPARE(access.access, !mayWrite ? StaffAccess::View
                                                   : consent == "1"_L1 ? StaffAccess::Edit : StaffAccess::AskFirst);
                QCOMPARE(access.reason.has_value(), access.access != StaffAccess::Edit);
            }
        }
    }
}

/// The rules once more as sentences, walked over all 6144 combinations.
void QuestionnaireTest::theFlagsDecideInEveryCombination()
{
    int combinations = 0;
    const auto walk = [&](const QuestionnaireFlags &flags) {
        ++combinations;
        const FlagDecision decision = decideFlags(flags);
        const auto may = [&](Permission permission) { return decision.permissions.testFlag(permission); };
        const bool takesAnswers = !flags.isDeleted && flags.isAnswerable && flags.display == DisplayPeriod::Within;
        const bool isRefused = flags.proxyConsent == ProxyConsent::Refuses, isAgreed = flags.proxyConsent == ProxyConsent::Agrees;
        const bool isOpen = flags.status == AnswerStatus::Unanswered || flags.status == AnswerStatus::Draft;
        QVERIFY(may(Permission::ReadAnswers)); // never out of sight
        QCOMPARE(may(Permission::ChangeByStaff), takesAnswers && isAgreed);
        QCOMPARE(may(Permission::AskPerson), takesAnswers && !isAgreed && !isRefused);
        QCOMPARE(may(Permission::EnterByPerson), takesAnswers);
        QCOMPARE(may(Permission::Submit), takesAnswers && !isRefused);
        QCOMPARE(may(Permission::SaveDraft), takesAnswers && !isRefused && isOpen);
        QCOMPARE(may(Permission::TakeOver), takesAnswers && isOpen && flags.wish != VaccinationWish::DoesNotWish);
        QCOMPARE(may(Permission::Offer), takesAnswers && flags.residency != Residency::MovedOut && flags.wish != VaccinationWish::DoesNotWish);
        QCOMPARE(may(Permission::ShowPeriods), !flags.isPeriodHidden);
        const auto tells = [&](FlagNote note) { return decision.notes.contains(note); };
        QCOMPARE(tells(FlagNote::Deleted), flags.isDeleted);
        QCOMPARE(tells(FlagNote::AnsweringClosed), !flags.isAnswerable);
        QCOMPARE(tells(FlagNote::NotYetShown), flags.display == DisplayPeriod::NotYet);
        QCOMPARE(tells(FlagNote::ShownNoMore), flags.display == DisplayPeriod::Over);
        QCOMPARE(tells(FlagNote::MovedOut), flags.residency == Residency::MovedOut);
        QCOMPARE(tells(FlagNote::NoWish), flags.wish == VaccinationWish::DoesNotWish);
        QCOMPARE(tells(FlagNote::ProxyRefused), isRefused);
        QCOMPARE(tells(FlagNote::ProxyUnanswered), !isAgreed && !isRefused);
        QCOMPARE(tells(FlagNote::AlreadyAnswered), flags.status == AnswerStatus::Answered);
        const auto expected = !takesAnswers ? std::optional(ErrorCode::AnsweringClosed)
            : isRefused                     ? std::optional(ErrorCode::ReadOnly)
            : isAgreed                      ? std::nullopt
                                            : std::optional(ErrorCode::ProxyConsentMissing);
        QCOMPARE(decision.reason, expected);
        const QuestionnaireAccess access = questionnaireAccess(flags);
        QCOMPARE(access.access == StaffAccess::Edit, may(Permission::ChangeByStaff));
        QCOMPARE(access.access == StaffAccess::AskFirst, may(Permission::AskPerson));
        QCOMPARE(access.mayHandOver, may(Permission::EnterByPerson));
    };
    for (const bool isAnswerable : {false, true})
        for (const bool isDeleted : {false, true})
            for (const bool isPeriodHidden : {false, true})
                for (const auto display : {DisplayPeriod::Within, DisplayPeriod::NotYet, DisplayPeriod::Over})
                    for (const auto status : {AnswerStatus::Unanswered, AnswerStatus::Draft, AnswerStatus::Answered, AnswerStatus::Unknown})
                        for (const auto home : {Residency::Resident, Residency::MovedOut, Residency::Unknown})
                            for (const auto wish : {VaccinationWish::Unanswered, VaccinationWish::Wishes, VaccinationWish::DoesNotWish,
                                                    VaccinationWish::Unknown})
                                for (const auto consent : {ProxyConsent::Unanswered, ProxyConsent::Agrees, ProxyConsent::Refuses,
                                                           ProxyConsent::Unknown})
                                    walk({isAnswerable, display, status, home, isDeleted, isPeriodHidden, wish, consent});
    QCOMPARE(combinations, 2 * 2 * 2 * 3 * 4 * 3 * 4 * 4);
}

void QuestionnaireTest::daysAndCodesBecomeFlags()
{
    const QDate day(2026, 11, 21);
    QCOMPARE(displayPeriod({}, {}, day), DisplayPeriod::Within);
    QCOMPARE(displayPeriod(day, day, day), DisplayPeriod::Within);
    QCOMPARE(displayPeriod(day.addDays(1), {}, day), DisplayPeriod::NotYet);
    QCOMPARE(displayPeriod({}, day.addDays(-1), day), DisplayPeriod::Over);
    QCOMPARE(answerStatus(u"0"), AnswerStatus::Unanswered);
    QCOMPARE(answerStatus(u"1"), AnswerStatus::Draft);
    QCOMPARE(answerStatus(u"2"), AnswerStatus::Answered);
    QCOMPARE(residency(u"1"), Residency::Resident);
    QCOMPARE(residency(u"2"), Residency::MovedOut);
    QCOMPARE(vaccinationWish(u"0"), VaccinationWish::Unanswered);
    QCOMPARE(vaccinationWish(u"1"), VaccinationWish::Wishes);
    QCOMPARE(vaccinationWish(u"2"), VaccinationWish::DoesNotWish);
    QCOMPARE(proxyConsent(u"0"), ProxyConsent::Unanswered);
    QCOMPARE(proxyConsent(u"1"), ProxyConsent::Agrees);
    QCOMPARE(proxyConsent(u"2"), ProxyConsent::Refuses);
    for (const QStringView code : {QStringView(u""), QStringView(u"7"), QStringView(u"10")}) {
        QCOMPARE(answerStatus(code), AnswerStatus::Unknown);
        QCOMPARE(residency(code), Residency::Unknown);
        QCOMPARE(vaccinationWish(code), VaccinationWish::Unknown);
        QCOMPARE(proxyConsent(code), ProxyConsent::Unknown);
    }
}

QTEST_GUILESS_MAIN(QuestionnaireTest)
#include "tst_questionnaire.moc"
