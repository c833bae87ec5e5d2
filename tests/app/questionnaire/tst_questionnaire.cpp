// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/access.h"
#include "app/questionnaire/answertypes.h"
#include "app/questionnaire/compare.h"
#include "app/questionnaire/reviewsession.h"

#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

QuestionItem item(const QString &id, AnswerType type)
{
    QuestionItem question;
    question.itemMasterId = id;
    question.label = u"質問 "_s + id;
    question.type = type;
    return question;
}

QuestionItem yesNo(const QString &id)
{
    QuestionItem question = item(id, AnswerType::YesNo);
    question.choices = {{u"2"_s, u"いいえ"_s, false}, {u"1"_s, u"はい"_s, false}};
    return question;
}

QuestionItem followUp(const QString &id, const QString &controller, const QString &value)
{
    QuestionItem question = item(id, AnswerType::ShortText);
    question.visibleWhen = VisibilityRule{controller, {value}};
    return question;
}

QuestionItem several(const QString &id)
{
    QuestionItem question = item(id, AnswerType::MultipleChoice);
    question.choices = {{u"a"_s, u"卵"_s, false}, {u"b"_s, u"牛乳"_s, false}, {u"n"_s, u"ない"_s, true}};
    return question;
}

/// Two pages: health today with a follow-up, and a repeating group of vaccine and day.
Definition form()
{
    QuestionItem temperature = item(u"T"_s, AnswerType::Temperature);
    temperature.isRequired = true;
    temperature.minimum = 34;
    temperature.maximum = 42;
    QuestionItem detail = followUp(u"I2"_s, u"I1"_s, u"1"_s);
    detail.isRequired = true;
    detail.maxLength = 5;
    QuestionItem vaccine = item(u"V"_s, AnswerType::ShortText);
    QuestionItem day = item(u"D"_s, AnswerType::Date);
    day.isRequired = true;
    QuestionItem strange = item(u"X"_s, AnswerType::Unknown);
    QuestionItem locked = item(u"R"_s, AnswerType::ShortText);
    locked.isReadOnly = true;
    return {{Group{u"きょうの体調"_s, {Subgroup{{}, 1, {temperature, yesNo(u"I1"_s), detail, several(u"A"_s)}}}},
             Group{u"これまで"_s, {Subgroup{{}, 2, {vaccine, day}}, Subgroup{{}, 1, {strange, locked}}}}}};
}

const StaffMark mark{u"s1"_s, u"訓練 受付"_s, QDateTime(QDate(2026, 11, 20), QTime(1, 24), Qt::UTC)};

Answer answer(const QString &id, const QString &result, int repeat = 1)
{
    return {{id, repeat}, result};
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
    void requiredCountsOnlyWhileVisibleAndInUsedRepeats();
    void rangeLengthAndFormatAreSaidInTheUsersWords();
    void aChangeNeedsAReasonAndKeepsWhatThePersonAnswered();
    void lockedItemsAreRefusedAndSentBackUnchanged();
    void hiddenAnswersStayInTheSessionAndAreNotSent();
    void repeatsAreAddedUpToTheLimitAndSentWithoutGaps();
    void removingARepeatMovesTheLaterOnesUp();
    void rowsPutExceptionsInFormOrderAndFollowUpsBehindTheirQuestion();
    void answersCompareByPairsAndIgnoreOrderAndEmpties();
    void accessWalksEveryCombination();
    void aDraftComesBackAsItWasAndForeignBytesChangeNothing();
    void warningsStayOpenUntilAcknowledged();
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
    row(AnswerType::Integer, u"２８００"_s, u"2800"_s);
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
    QuestionItem second = followUp(u"f2"_s, u"f1"_s, u"x"_s);
    const DefinitionIndex index(Definition{{Group{{}, {Subgroup{{}, 3, {yesNo(u"c"_s), followUp(u"f1"_s, u"c"_s, u"1"_s), second}},
                                                       Subgroup{{}, 2, {a, b, orphan, followUp(u"e"_s, u"c"_s, u"1"_s)}}}}}});
    AnswerMap answers = toMap({answer(u"c"_s, u"1"_s, 1), answer(u"c"_s, u"2"_s, 2), answer(u"f1"_s, u"x"_s, 1),
                               answer(u"f1"_s, u"x"_s, 2), answer(u"a"_s, u"1"_s), answer(u"b"_s, u"1"_s)});
    QVERIFY(isVisible(index, answers, {u"f2"_s, 1}));
    QVERIFY(!isVisible(index, answers, {u"f1"_s, 2}));  // the same repeat of its controller says no
    QVERIFY(!isVisible(index, answers, {u"f2"_s, 2}));  // its own controller is hidden
    QVERIFY(isVisible(index, answers, {u"e"_s, 2}));    // another subgroup: repeat 1 of the controller
    QVERIFY(!isVisible(index, answers, {u"a"_s, 1}));   // a circle
    QVERIFY(isVisible(index, answers, {u"o"_s, 1}));    // controller not in the definition
}

void QuestionnaireTest::requiredCountsOnlyWhileVisibleAndInUsedRepeats()
{
    const auto codes = [](const Answers &answers, CheckFor purpose) {
        QStringList found;
        for (const Problem &problem : checkAnswers(DefinitionIndex(form()), toMap(answers), purpose))
            found.append(u"%1/%2 %3"_s.arg(problem.key.itemMasterId).arg(problem.key.repeatNumber).arg(publicCode(problem.error.code)));
        return found;
    };
    QCOMPARE(codes({}, CheckFor::Draft), QStringList());
    QCOMPARE(codes({}, CheckFor::Submission), (QStringList{u"T/1 UK-Q001"_s, u"D/1 UK-Q001"_s}));
    QCOMPARE(codes({answer(u"T"_s, u"36.5"_s), answer(u"I1"_s, u"1"_s), answer(u"D"_s, u"2026-01-01"_s), answer(u"V"_s, u"BCG"_s, 2)},
                   CheckFor::Submission),
             (QStringList{u"I2/1 UK-Q001"_s, u"D/2 UK-Q001"_s}));
}

void QuestionnaireTest::rangeLengthAndFormatAreSaidInTheUsersWords()
{
    QuestionItem temperature = form().groups[0].subgroups[0].items[0];
    const auto high = checkAnswer(temperature, {u"T"_s, 1}, u"52.0"_s);
    QVERIFY(high && !high->isWarning);
    QCOMPARE(high->error.code, ErrorCode::ValueOutOfRange);
    QCOMPARE(high->error.arguments, (QStringList{temperature.label, u"34"_s, u"42"_s}));
    temperature.isRangeWarningOnly = true;
    QVERIFY(checkAnswer(temperature, {u"T"_s, 1}, u"52.0"_s)->isWarning);
    QuestionItem text = item(u"S"_s, AnswerType::ShortText);
    text.maxLength = 2;
    QVERIFY(!checkAnswer(text, {u"S"_s, 1}, u"𠮷﨑"_s)); // two code points, three code units
    QCOMPARE(checkAnswer(text, {u"S"_s, 1}, u"𠮷﨑み"_s)->error.code, ErrorCode::ValueTooLong);
    QCOMPARE(checkAnswer(temperature, {u"T"_s, 1}, u"36,5"_s)->error.code, ErrorCode::ValueFormat);
}

void QuestionnaireTest::aChangeNeedsAReasonAndKeepsWhatThePersonAnswered()
{
    ReviewSession session(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {});
    const AnswerKey key{u"T"_s, 1};
    const auto refused = session.setAnswer(key, u"37.1"_s, u"  "_s, mark);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ReasonMissing);
    QCOMPARE(session.setAnswer(key, u"99"_s, u"窓口で測定"_s, mark).error().code, ErrorCode::ValueOutOfRange);
    QVERIFY(!session.hasChanges());
    QVERIFY(session.setAnswer(key, u"37.1"_s, u"窓口で測定"_s, mark));
    QCOMPARE(std::get<QString>(session.current(key)), u"37.1"_s);
    QCOMPARE(std::get<QString>(session.stored(key)), u"36.5"_s);
    QCOMPARE(session.change(key)->by, mark);
    QVERIFY(session.undo(key));
    QVERIFY(!session.undo(key));
    QCOMPARE(std::get<QString>(session.current(key)), u"36.5"_s);
}

void QuestionnaireTest::lockedItemsAreRefusedAndSentBackUnchanged()
{
    ReviewSession session(form(), {answer(u"X"_s, u"<raw>"_s), answer(u"R"_s, u"医師"_s)}, {}, {});
    QCOMPARE(session.setAnswer({u"X"_s, 1}, u"y"_s, u"r"_s, mark).error().code, ErrorCode::ReadOnly);
    QCOMPARE(session.setAnswer({u"R"_s, 1}, u"y"_s, u"r"_s, mark).error().code, ErrorCode::ReadOnly);
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"X"_s, u"<raw>"_s), answer(u"R"_s, u"医師"_s)}));
}

void QuestionnaireTest::hiddenAnswersStayInTheSessionAndAreNotSent()
{
    ReviewSession session(form(), {answer(u"I1"_s, u"1"_s), answer(u"I2"_s, u"かぜ"_s)}, {}, {});
    QVERIFY(session.setAnswer({u"I1"_s, 1}, u"2"_s, u"記入まちがい"_s, mark));
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"I1"_s, u"2"_s)}));
    QCOMPARE(std::get<QString>(session.current({u"I2"_s, 1})), u"かぜ"_s);
    QVERIFY(session.undo({u"I1"_s, 1}));
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"I1"_s, u"1"_s), answer(u"I2"_s, u"かぜ"_s)}));
}

void QuestionnaireTest::repeatsAreAddedUpToTheLimitAndSentWithoutGaps()
{
    ReviewSession session(form(), {}, {}, {});
    QCOMPARE(session.setAnswer({u"V"_s, 2}, u"BCG"_s, u"r"_s, mark).error().code, ErrorCode::RepeatLimit);
    QCOMPARE(*session.addRepeat(u"V"_s), 2);
    QCOMPARE(session.addRepeat(u"D"_s).error().code, ErrorCode::RepeatLimit);
    QVERIFY(session.setAnswer({u"V"_s, 2}, u"BCG"_s, u"r"_s, mark));
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"V"_s, u"BCG"_s, 1)}));
}

void QuestionnaireTest::removingARepeatMovesTheLaterOnesUp()
{
    ReviewSession session(form(), {answer(u"V"_s, u"BCG"_s), answer(u"D"_s, u"2026-04-21"_s), answer(u"V"_s, u"MR"_s, 2),
                                   answer(u"D"_s, u"2026-05-21"_s, 2)}, {}, {});
    QCOMPARE(session.removeRepeat(u"V"_s, 1, QString(), mark).error().code, ErrorCode::ReasonMissing);
    QVERIFY(session.removeRepeat(u"V"_s, 1, u"記入まちがい"_s, mark));
    QCOMPARE(session.repeats(u"V"_s), 1);
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"V"_s, u"MR"_s), answer(u"D"_s, u"2026-05-21"_s)}));
}

void QuestionnaireTest::rowsPutExceptionsInFormOrderAndFollowUpsBehindTheirQuestion()
{
    const ReviewSession session(form(), {answer(u"I1"_s, u"1"_s), answer(u"I2"_s, u"かぜ"_s), answer(u"D"_s, u"2026-01-01"_s)},
                                {answer(u"I1"_s, u"2"_s)}, {});
    const auto rows = session.rows();
    QStringList order;
    for (const ReviewRow &row : rows)
        order.append(row.key.itemMasterId);
    QCOMPARE(order, (QStringList{u"T"_s, u"I1"_s, u"I2"_s, u"A"_s, u"V"_s, u"D"_s, u"X"_s, u"R"_s}));
    QCOMPARE(rows[0].reasons, QList{ReviewReason::Unanswered});
    QCOMPARE(rows[1].reasons, (QList{ReviewReason::FollowUp, ReviewReason::Changed}));
    QCOMPARE(rows[2].depth, 1);
    QCOMPARE(rows[4].page, 1);
    QVERIFY(!rows[3].isException() && !rows[5].isException());
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
                const auto access = questionnaireAccess(isAnswerable, status, consent);
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

void QuestionnaireTest::aDraftComesBackAsItWasAndForeignBytesChangeNothing()
{
    ReviewSession session(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {u"T011/0"_s});
    QVERIFY(session.setAnswer({u"T"_s, 1}, u"37.1"_s, u"窓口で測定"_s, mark));
    QVERIFY(session.setAnswer({u"A"_s, 1}, QStringList{u"a"_s, u"b"_s}, u"保護者から聞き取り"_s, mark));
    QVERIFY(session.addRepeat(u"V"_s));
    session.acknowledgeWarning(u"T011/0"_s, mark);
    ReviewSession restored(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {u"T011/0"_s});
    QVERIFY(restored.restoreDraft(session.saveDraft()));
    QVERIFY(restored == session);
    for (const QByteArray &bytes : {QByteArray(), QByteArray("nonsense"), session.saveDraft().chopped(3)})
        QVERIFY(!restored.restoreDraft(bytes));
    QVERIFY(restored == session);
}

void QuestionnaireTest::warningsStayOpenUntilAcknowledged()
{
    ReviewSession session(form(), {}, {}, {u"T011/0"_s, u"T024/0"_s});
    session.acknowledgeWarning(u"T024/0"_s, mark);
    session.acknowledgeWarning(u"other/0"_s, mark);
    QCOMPARE(session.openWarnings(), QStringList{u"T011/0"_s});
    session.withdrawAcknowledgement(u"T024/0"_s);
    QCOMPARE(session.openWarnings().size(), 2);
}

QTEST_GUILESS_MAIN(QuestionnaireTest)
#include "tst_questionnaire.moc"
