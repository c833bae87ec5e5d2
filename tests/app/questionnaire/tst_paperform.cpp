// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/answertypes.h"
#include "app/questionnaire/paperform.h"
#include "tests/app/questionnaire/forms.h"

#include <QTest>

using namespace forms;

namespace {

const PaperPerson child{u"架空 花"_s, u"カクウ ハナ"_s, u"架空県"_s, QDate(2025, 9, 3), u"女"_s};
const QDate today(2026, 11, 20);

PaperRequest request(PaperPurpose purpose = PaperPurpose::Submission)
{
    return {.purpose = purpose, .title = u"水痘"_s, .vaccine = u"第1期"_s, .person = child, .warnings = {},
            .hasSensitive = false, .isTraining = false, .today = today};
}

QList<PaperQuestion> questions(const PaperForm &form)
{
    QList<PaperQuestion> all;
    for (const PaperSection &section : form.sections)
        for (const PaperBlock &block : section.blocks)
            all += block.questions;
    return all;
}

QStringList labels(const PaperForm &form)
{
    QStringList all;
    for (const PaperQuestion &question : questions(form))
        all.append(question.label);
    return all;
}

PaperCell cellOf(const QuestionItem &item, const AnswerResult &result, PaperPurpose purpose = PaperPurpose::Submission)
{
    const ReviewSession session(Definition{{Group{{}, {Subgroup{{}, 1, {item}}}}}}, {{{item.itemMasterId, 1}, result}}, {}, {});
    return questions(paperForm(session, request(purpose))).value(0).cell;
}

Definition onePage(const QList<QuestionItem> &items)
{
    return {{Group{{}, {Subgroup{{}, 1, items}}}}};
}

QStringList boxLabels(const PaperForm &form)
{
    QStringList all;
    for (const PaperPanel &panel : form.panels)
        for (const QList<PaperBox> &row : panel.rows)
            for (const PaperBox &box : row)
                all.append(box.label);
    return all;
}

} // namespace

class PaperFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeHasItsPlaceAndItsWords_data();
    void everyTypeHasItsPlaceAndItsWords();
    void anUnknownValueIsTickedAsWhatItIs();
    void aHiddenQuestionIsLeftOut();
    void aFollowUpOfAMissingAnswerIsABlankWithItsCondition();
    void aCopyHasNoBlanks();
    void aFollowUpStandsInTheBlockOfItsQuestion();
    void repeatsAreRowsOfATable();
    void anUnansweredTableHasTwoRowsToFill();
    void aTableOpenedElsewhereNamesTheQuestion();
    void sensitiveQuestionsStandThereOnlyOnRequest();
    void whatACoveredAnswerOpenedDoesNotTellIt();
    void aStaffChangeSaysWhoWhyAndWhatStoodBefore();
    void whatWasTakenOverSaysSo();
    void warningsAreVerbatimWithTheirTick();
    void whoSignsFollowsFromTheAge_data();
    void whoSignsFollowsFromTheAge();
    void thePersonStandsInBothCalendars();
    void aBlankSheetAsksEverythingAndNamesNobody();
    void aCircleOfConditionsIsNeverPrinted();
};

void PaperFormTest::everyTypeHasItsPlaceAndItsWords_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("text");
    QTest::newRow("yesNo") << u"yesNo"_s << int(PaperField::Options) << u"1"_s << u"☐いいえ☑はい"_s;
    QTest::newRow("singleChoice") << u"singleChoice"_s << int(PaperField::Options) << u"2"_s << u"☑いいえ☐はい"_s;
    QTest::newRow("multipleChoice") << u"multipleChoice"_s << int(PaperField::Options) << u"2"_s << u"☑いいえ☐はい"_s;
    QTest::newRow("integer") << u"integer"_s << int(PaperField::Number) << u"2800"_s << u"2800 g"_s;
    QTest::newRow("decimal") << u"decimal"_s << int(PaperField::Number) << u"81.5"_s << u"81.5 g"_s;
    QTest::newRow("temperature") << u"temperature"_s << int(PaperField::Temperature) << u"36.5"_s << u"36.5 g"_s;
    QTest::newRow("date") << u"date"_s << int(PaperField::Date) << u"2026-11-02"_s << u"令和8年11月2日"_s;
    QTest::newRow("yearMonth") << u"yearMonth"_s << int(PaperField::YearMonth) << u"2026-11"_s << u"令和8年11月"_s;
    QTest::newRow("age") << u"age"_s << int(PaperField::Age) << u"P1Y6M"_s << u"1歳6か月"_s;
    QTest::newRow("shortText") << u"shortText"_s << int(PaperField::Line) << u"卵"_s << u"卵"_s;
    QTest::newRow("longText") << u"longText"_s << int(PaperField::Lines) << u"一\n二"_s << u"一\n二"_s;
    QTest::newRow("consent") << u"consent"_s << int(PaperField::Options) << u"0"_s << u"☐同意する☑同意しない"_s;
    QTest::newRow("bodyMap") << u"bodyMap"_s << int(PaperField::Line) << u"raw"_s << u"raw"_s;
}

void PaperFormTest::everyTypeHasItsPlaceAndItsWords()
{
    QFETCH(QString, type);
    QFETCH(int, field);
    QFETCH(QString, result);
    QFETCH(QString, text);
    QuestionItem question = yesNo(u"q"_s);
    question.type = answerTypeFromName(type);
    question.rawType = type;
    question.unit = u"g"_s;
    const bool isArray = isArrayType(question.type);
    const PaperCell cell = cellOf(question, isArray ? AnswerResult(QStringList{result}) : AnswerResult(result));
    QCOMPARE(int(cell.field), field);
    QString drawn = cell.text;
    for (const PaperOption &option : cell.options)
        drawn += (option.isTicked ? u"☑"_s : u"☐"_s) + option.label;
    QCOMPARE(drawn, text);
    // Without an answer the same place is a blank.
    const PaperCell blank = cellOf(question, isArray ? AnswerResult(QStringList()) : AnswerResult(QString()));
    QCOMPARE(blank.field, cell.field);
    QCOMPARE(blank.options.size(), cell.options.size());
    QVERIFY(blank.isBlank());
    QVERIFY(!cell.isBlank());
}

void PaperFormTest::anUnknownValueIsTickedAsWhatItIs()
{
    const PaperCell cell = cellOf(yesNo(u"q"_s), u"9"_s);
    QCOMPARE(cell.options.size(), 3);
    QCOMPARE(cell.options.last(), (PaperOption{u"不明（9）"_s, true}));
}

void PaperFormTest::aHiddenQuestionIsLeftOut()
{
    const Definition definition = onePage({yesNo(u"a"_s), followUp(u"b"_s, u"a"_s, u"1"_s), followUp(u"c"_s, u"b"_s, u"x"_s)});
    QCOMPARE(labels(paperForm(ReviewSession(definition, {answer(u"a"_s, u"2"_s), answer(u"b"_s, u"x"_s)}, {}, {}), request())),
             QStringList{u"質問 a"_s});
}

void PaperFormTest::aFollowUpOfAMissingAnswerIsABlankWithItsCondition()
{
    const Definition definition = onePage({yesNo(u"a"_s), followUp(u"b"_s, u"a"_s, u"1"_s), followUp(u"c"_s, u"b"_s, u"続き"_s)});
    const auto printed = questions(paperForm(ReviewSession(definition, {}, {}, {}), request()));
    QCOMPARE(printed.size(), 3);
    QCOMPARE(printed[1].condition, u"「はい」のとき"_s);
    QCOMPARE(printed[2].condition, u"「続き」のとき"_s);
    QCOMPARE(printed[2].depth, 2);
    QVERIFY(printed[1].cell.isBlank());
    // Where the answer is there the tick above says it.
    const auto answered = questions(paperForm(ReviewSession(definition, {answer(u"a"_s, u"1"_s)}, {}, {}), request()));
    QCOMPARE(answered[1].condition, QString());
}

void PaperFormTest::aCopyHasNoBlanks()
{
    const Definition definition = onePage({yesNo(u"a"_s), followUp(u"b"_s, u"a"_s, u"1"_s), item(u"c"_s, AnswerType::ShortText)});
    const PaperForm copy = paperForm(ReviewSession(definition, {}, {}, {}), request(PaperPurpose::Copy));
    QCOMPARE(labels(copy), (QStringList{u"質問 a"_s, u"質問 c"_s}));
    QCOMPARE(questions(copy)[1].cell.text, u"（回答なし）"_s);
    QVERIFY(copy.purposeText.contains(u"控え"_s));
    QVERIFY(paperForm(ReviewSession(definition, {}, {}, {}), request()).purposeText.contains(u"紙での提出用"_s));
}

void PaperFormTest::aFollowUpStandsInTheBlockOfItsQuestion()
{
    const Definition definition = onePage({yesNo(u"a"_s), followUp(u"b"_s, u"a"_s, u"1"_s), yesNo(u"c"_s)});
    const PaperForm form = paperForm(ReviewSession(definition, {answer(u"a"_s, u"1"_s)}, {}, {}), request());
    const QList<PaperBlock> blocks = form.sections.value(0).blocks;
    QCOMPARE(blocks.size(), 2);
    QCOMPARE(blocks[0].questions.size(), 2);
    QCOMPARE(blocks[0].questions[0].number, u"1"_s);
    QCOMPARE(blocks[0].questions[1].number, QString());
    QCOMPARE(blocks[0].questions[1].depth, 1);
    QCOMPARE(blocks[1].questions[0].number, u"2"_s);
}

void PaperFormTest::repeatsAreRowsOfATable()
{
    const ReviewSession session(form(), {answer(u"V"_s, u"BCG"_s), answer(u"D"_s, u"2026-10-01"_s), answer(u"V"_s, u"MR"_s, 2)}, {}, {});
    const PaperForm paper = paperForm(session, request());
    const PaperTable table = paper.sections.value(1).blocks.value(0).table;
    QCOMPARE(table.columns, (QStringList{u"質問 V"_s, u"質問 D"_s}));
    QCOMPARE(table.rows.size(), 2);
    QCOMPARE(table.rows[0][0].text, u"BCG"_s);
    QCOMPARE(table.rows[0][1].text, u"令和8年10月1日"_s);
    QCOMPARE(table.rows[1][0].text, u"MR"_s);
    QVERIFY(table.rows[1][1].isBlank());
}

void PaperFormTest::anUnansweredTableHasTwoRowsToFill()
{
    QCOMPARE(paperForm(ReviewSession(form(), {}, {}, {}), request()).sections.value(1).blocks.value(0).table.rows.size(), 2);
    const PaperForm copy = paperForm(ReviewSession(form(), {}, {}, {}), request(PaperPurpose::Copy));
    QVERIFY(copy.sections.value(1).blocks.value(0).table.rows.isEmpty());
}

void PaperFormTest::aTableOpenedElsewhereNamesTheQuestion()
{
    const Definition definition{{Group{u"接種歴"_s,
                                       {Subgroup{{}, 1, {yesNo(u"a"_s)}},
                                        Subgroup{u"受けたもの"_s, 3, {followUp(u"v"_s, u"a"_s, u"1"_s), followUp(u"d"_s, u"a"_s, u"1"_s)}}}}}};
    const auto sections = [&](const Answers &answers) { return paperForm(ReviewSession(definition, answers, {}, {}), request()).sections; };
    QCOMPARE(sections({}).value(1).title, u"受けたもの（問1が「はい」のとき）"_s);
    QCOMPARE(sections({answer(u"a"_s, u"1"_s)}).value(1).title, u"受けたもの"_s);
    QCOMPARE(sections({answer(u"a"_s, u"2"_s)}).size(), 1); // not even its title
}

void PaperFormTest::sensitiveQuestionsStandThereOnlyOnRequest()
{
    QuestionItem secret = item(u"s"_s, AnswerType::ShortText);
    secret.isSensitive = true;
    const ReviewSession session(onePage({yesNo(u"a"_s), secret}), {answer(u"s"_s, u"秘密"_s)}, {}, {});
    PaperRequest asked = request();
    const PaperForm without = paperForm(session, asked);
    QCOMPARE(labels(without), QStringList{u"質問 a"_s});
    QVERIFY(without.leftOut.contains(u"1問"_s));
    asked.hasSensitive = true;
    const PaperForm with = paperForm(session, asked);
    QCOMPARE(questions(with).value(1).cell.text, u"秘密"_s);
    QCOMPARE(with.leftOut, QString());
}

void PaperFormTest::whatACoveredAnswerOpenedDoesNotTellIt()
{
    QuestionItem secret = yesNo(u"s"_s);
    secret.isSensitive = true;
    const ReviewSession session(onePage({secret, followUp(u"b"_s, u"s"_s, u"1"_s)}), {answer(u"s"_s, u"1"_s), answer(u"b"_s, u"x"_s)}, {}, {});
    const PaperForm paper = paperForm(session, request());
    QCOMPARE(labels(paper), QStringList());
    QVERIFY(paper.leftOut.contains(u"1問"_s)); // the same number whatever was answered
}

void PaperFormTest::aStaffChangeSaysWhoWhyAndWhatStoodBefore()
{
    ReviewSession session(onePage({yesNo(u"a"_s)}), {answer(u"a"_s, u"2"_s)}, {}, {});
    QVERIFY(session.setAnswer({u"a"_s, 1}, u"1"_s, u"聞き取り"_s, mark).has_value());
    QCOMPARE(questions(paperForm(session, request())).value(0).mark,
             u"職員が変更／変更前：いいえ／理由：聞き取り／訓練 受付 11月20日 10:24"_s);
}

void PaperFormTest::whatWasTakenOverSaysSo()
{
    ReviewSession session(onePage({yesNo(u"a"_s)}), {}, {answer(u"a"_s, u"1"_s)}, {});
    session.offerLatest();
    // What is offered only is nobody's answer yet.
    QVERIFY(questions(paperForm(session, request())).value(0).cell.isBlank());
    QCOMPARE(session.takeOver({{u"a"_s, 1}}, mark), 1);
    const PaperQuestion question = questions(paperForm(session, request())).value(0);
    QVERIFY(!question.cell.isBlank());
    QCOMPARE(question.mark, u"前回の回答を引き継ぎ／確認：訓練 受付 11月20日 10:24"_s);
}

void PaperFormTest::warningsAreVerbatimWithTheirTick()
{
    ReviewSession session(onePage({yesNo(u"a"_s)}), {}, {}, {u"T1/0"_s, u"T1/1"_s});
    session.acknowledgeWarning(u"T1/0"_s, mark);
    PaperRequest asked = request();
    asked.warnings = {{u"T1/0"_s, u"間隔が  短い"_s}, {u"T1/1"_s, u"対象外"_s}};
    const PaperForm paper = paperForm(session, asked);
    QCOMPARE(paper.warnings, (QList<PaperOption>{{u"間隔が  短い（確認：訓練 受付 11月20日 10:24）"_s, true}, {u"対象外"_s, false}}));
}

void PaperFormTest::whoSignsFollowsFromTheAge_data()
{
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<bool>("isSelf");
    QTest::addColumn<bool>("isGuardian");
    QTest::newRow("a day before the 16th birthday") << QDate(2010, 11, 21) << false << true;
    QTest::newRow("16th birthday") << QDate(2010, 11, 20) << true << true;
    QTest::newRow("a day before the 18th birthday") << QDate(2008, 11, 21) << true << true;
    QTest::newRow("18th birthday") << QDate(2008, 11, 20) << true << false;
    QTest::newRow("unknown") << QDate() << true << true;
}

void PaperFormTest::whoSignsFollowsFromTheAge()
{
    QFETCH(QDate, birth);
    QFETCH(bool, isSelf);
    QFETCH(bool, isGuardian);
    PaperRequest asked = request();
    asked.person->birth = birth;
    const QStringList boxes = boxLabels(paperForm(ReviewSession(onePage({yesNo(u"a"_s)}), {}, {}, {}), asked));
    QCOMPARE(boxes.contains(u"本人の署名"_s), isSelf);
    QCOMPARE(std::ranges::any_of(boxes, [](const QString &label) { return label.startsWith(u"保護者の署名"_s); }), isGuardian);
    for (const QString &always : {u"医師の署名"_s, u"ロット番号"_s, u"接種量"_s, u"問診と診察の結果、今日の接種は"_s})
        QVERIFY2(boxes.contains(always), qPrintable(always));
}

void PaperFormTest::thePersonStandsInBothCalendars()
{
    const PaperForm paper = paperForm(ReviewSession(onePage({yesNo(u"a"_s)}), {}, {}, {}), request());
    QStringList texts;
    for (const QList<PaperBox> &row : paper.person.rows)
        for (const PaperBox &box : row)
            texts.append(box.cell.text);
    for (const QString &text : {u"架空 花"_s, u"カクウ ハナ"_s, u"令和7年9月3日（2025年）"_s, u"1歳2か月"_s, u"女"_s, u"架空県"_s})
        QVERIFY2(texts.contains(text), qPrintable(text));
    QCOMPARE(paper.runningHead, u"架空 花　令和7年9月3日生"_s);
}

void PaperFormTest::aBlankSheetAsksEverythingAndNamesNobody()
{
    QuestionItem secret = item(u"s"_s, AnswerType::ShortText);
    secret.isSensitive = true;
    const PaperForm paper = blankPaperForm(onePage({yesNo(u"a"_s), followUp(u"b"_s, u"a"_s, u"1"_s), secret}), u"水痘"_s, false);
    QCOMPARE(labels(paper).size(), 3);
    QCOMPARE(paper.runningHead, QString());
    QCOMPARE(paper.printedOn, QString());
    QCOMPARE(paper.leftOut, QString());
    for (const PaperQuestion &question : questions(paper))
        QVERIFY(question.cell.isBlank() && question.mark.isEmpty());
    for (const QList<PaperBox> &row : paper.person.rows)
        for (const PaperBox &box : row)
            QVERIFY(box.cell.isBlank());
}

void PaperFormTest::aCircleOfConditionsIsNeverPrinted()
{
    const Definition definition = onePage({followUp(u"a"_s, u"b"_s, u"1"_s), followUp(u"b"_s, u"a"_s, u"1"_s), yesNo(u"c"_s)});
    QCOMPARE(labels(blankPaperForm(definition, {}, false)), QStringList{u"質問 c"_s});
}

QTEST_GUILESS_MAIN(PaperFormTest)
#include "tst_paperform.moc"
