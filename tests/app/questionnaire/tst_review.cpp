// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/prefill.h"
#include "tests/app/questionnaire/forms.h"

#include <QTest>

using namespace forms;

class ReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeNeedsAReasonAndKeepsWhatThePersonAnswered();
    void lockedItemsAreRefusedAndSentBackUnchanged();
    void hiddenAnswersStayInTheSessionAndAreNotSent();
    void repeatsAreAddedUpToTheLimitAndSentWithoutGaps();
    void removingARepeatMovesTheLaterOnesUp();
    void rowsPutExceptionsInFormOrderAndFollowUpsBehindTheirQuestion();
    void aDraftComesBackAsItWasAndForeignBytesChangeNothing();
    void warningsStayOpenUntilAcknowledged();
    void undoGoesBackStepByStepAndAddedRepeatsToo();
    void undoOfARemovedRepeatPutsAllOfItBack();
    void undoOfOneAnswerLeavesIndependentEditsAlone();
    void theMarkSurvivesAConfirmedDraftAndReload();
    void aCorrectionTakenBackAfterTheDraftIsAChangeAgain();
    void hiddenAnswersSurviveAConfirmedDraftAndReload();
    void renumberedRepeatsAreNotSentTwice();
    void theThreeWayMergeTellsEachAnswer_data();
    void theThreeWayMergeTellsEachAnswer();
    void aRepeatThatWasRemovedMergesAsAWhole();
    void anAnswerChangedOnBothSidesBlocksUntilAPersonDecides_data();
    void anAnswerChangedOnBothSidesBlocksUntilAPersonDecides();
    void aStoredCorrectionIsNotReplacedInSilence();
    void thePersonsOwnEntryNeedsNoReasonAndIsNoStaffChange();
    void onlyItemsThatAllowItAreOfferedFromLastTime();
    void whatIsOfferedIsSentOnlyAfterAPersonConfirmedIt();
    void theOutlinePutsTheMostUrgentFirstAndCountsTheRest();
};

void ReviewTest::aChangeNeedsAReasonAndKeepsWhatThePersonAnswered()
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
    QCOMPARE(std::get<QString>(session.answered(key)), u"36.5"_s);
    QCOMPARE(session.change(key)->by, mark);
    QVERIFY(session.undo(key));
    QVERIFY(!session.undo(key));
    QCOMPARE(std::get<QString>(session.current(key)), u"36.5"_s);
}

void ReviewTest::lockedItemsAreRefusedAndSentBackUnchanged()
{
    ReviewSession session(form(), {answer(u"X"_s, u"<raw>"_s), answer(u"R"_s, u"医師"_s)}, {}, {});
    QCOMPARE(session.setAnswer({u"X"_s, 1}, u"y"_s, u"r"_s, mark).error().code, ErrorCode::ReadOnly);
    QCOMPARE(session.setAnswer({u"R"_s, 1}, u"y"_s, u"r"_s, mark).error().code, ErrorCode::ReadOnly);
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"X"_s, u"<raw>"_s), answer(u"R"_s, u"医師"_s)}));
}

void ReviewTest::hiddenAnswersStayInTheSessionAndAreNotSent()
{
    ReviewSession session(form(), {answer(u"I1"_s, u"1"_s), answer(u"I2"_s, u"かぜ"_s)}, {}, {});
    QVERIFY(session.setAnswer({u"I1"_s, 1}, u"2"_s, u"記入まちがい"_s, mark));
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"I1"_s, u"2"_s)}));
    QCOMPARE(std::get<QString>(session.current({u"I2"_s, 1})), u"かぜ"_s);
    QVERIFY(session.undo({u"I1"_s, 1}));
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"I1"_s, u"1"_s), answer(u"I2"_s, u"かぜ"_s)}));
}

void ReviewTest::repeatsAreAddedUpToTheLimitAndSentWithoutGaps()
{
    ReviewSession session(form(), {}, {}, {});
    QCOMPARE(session.setAnswer({u"V"_s, 2}, u"BCG"_s, u"r"_s, mark).error().code, ErrorCode::RepeatLimit);
    QCOMPARE(*session.addRepeat(u"V"_s), 2);
    QCOMPARE(session.addRepeat(u"D"_s).error().code, ErrorCode::RepeatLimit);
    QVERIFY(session.setAnswer({u"V"_s, 2}, u"BCG"_s, u"r"_s, mark));
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"V"_s, u"BCG"_s, 1)}));
}

void ReviewTest::removingARepeatMovesTheLaterOnesUp()
{
    ReviewSession session(form(), {answer(u"V"_s, u"BCG"_s), answer(u"D"_s, u"2026-04-21"_s), answer(u"V"_s, u"MR"_s, 2),
                                   answer(u"D"_s, u"2026-05-21"_s, 2)}, {}, {});
    QCOMPARE(session.removeRepeat(u"V"_s, 1, QString(), mark).error().code, ErrorCode::ReasonMissing);
    QVERIFY(session.removeRepeat(u"V"_s, 1, u"記入まちがい"_s, mark));
    QCOMPARE(session.repeats(u"V"_s), 1);
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"V"_s, u"MR"_s), answer(u"D"_s, u"2026-05-21"_s)}));
}

void ReviewTest::rowsPutExceptionsInFormOrderAndFollowUpsBehindTheirQuestion()
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

void ReviewTest::aDraftComesBackAsItWasAndForeignBytesChangeNothing()
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

void ReviewTest::warningsStayOpenUntilAcknowledged()
{
    ReviewSession session(form(), {}, {}, {u"T011/0"_s, u"T024/0"_s});
    session.acknowledgeWarning(u"T024/0"_s, mark);
    session.acknowledgeWarning(u"other/0"_s, mark);
    QCOMPARE(session.openWarnings(), QStringList{u"T011/0"_s});
    session.withdrawAcknowledgement(u"T024/0"_s);
    QCOMPARE(session.openWarnings().size(), 2);
}

void ReviewTest::undoGoesBackStepByStepAndAddedRepeatsToo()
{
    ReviewSession session(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {});
    QList<ReviewSession> before;
    const auto step = [&](auto edit) {
        before.append(session);
        QVERIFY(edit());
    };
    step([&] { return session.setAnswer({u"T"_s, 1}, u"37.1"_s, u"窓口で測定"_s, mark).has_value(); });
    step([&] { return session.setAnswer({u"T"_s, 1}, u"37.2"_s, u"測り直し"_s, mark).has_value(); });
    step([&] { return session.setAnswer({u"T"_s, 1}, u"36.5"_s, u"測り直し"_s, mark).has_value(); });
    step([&] { return session.addRepeat(u"V"_s).has_value(); });
    step([&] { return session.setAnswer({u"V"_s, 2}, u"BCG"_s, u"聞き取り"_s, mark).has_value(); });
    step([&] { return session.enterAnswer({u"I1"_s, 1}, u"2"_s).has_value(); });
    while (!before.isEmpty()) {
        QVERIFY(session.undoLast());
        QVERIFY(session == before.takeLast());
    }
    QVERIFY(!session.canUndo() && !session.undoLast());
}

void ReviewTest::undoOfARemovedRepeatPutsAllOfItBack()
{
    ReviewSession session(form(), {answer(u"V"_s, u"BCG"_s), answer(u"D"_s, u"2026-04-21"_s), answer(u"V"_s, u"MR"_s, 2),
                                   answer(u"D"_s, u"2026-05-21"_s, 2)}, {}, {});
    const ReviewSession before = session;
    QVERIFY(session.removeRepeat(u"V"_s, 1, u"記入まちがい"_s, mark));
    QVERIFY(session.setAnswer({u"D"_s, 1}, u"2026-05-22"_s, u"聞き取り"_s, mark));
    // The row of the vaccine alone would leave half of each repeat.
    QVERIFY(session.undo({u"V"_s, 1}));
    QVERIFY(session == before);
}

void ReviewTest::undoOfOneAnswerLeavesIndependentEditsAlone()
{
    ReviewSession session(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {});
    QVERIFY(session.setAnswer({u"T"_s, 1}, u"37.1"_s, u"窓口で測定"_s, mark));
    QVERIFY(session.setAnswer({u"A"_s, 1}, QStringList{u"a"_s}, u"聞き取り"_s, mark));
    QVERIFY(session.undo({u"T"_s, 1}));
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"T"_s, u"36.5"_s), {{u"A"_s, 1}, QStringList{u"a"_s}}}));
    QVERIFY(session.change({u"A"_s, 1}));
}

void ReviewTest::theMarkSurvivesAConfirmedDraftAndReload()
{
    const AnswerKey key{u"T"_s, 1};
    ReviewSession session(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {u"T011/0"_s});
    QVERIFY(session.setAnswer(key, u"37.1"_s, u"窓口で測定"_s, mark));
    session.acknowledgeWarning(u"T011/0"_s, mark);
    QVERIFY(session.hasChanges());
    const Answers stored = session.answersToSend(); // the server took the draft
    session.rebase(form(), stored, {}, {u"T011/0"_s});
    QVERIFY(!session.hasChanges());
    QVERIFY(session.isWorthKeeping());

    ReviewSession reloaded(form(), stored, {}, {u"T011/0"_s});
    QVERIFY(reloaded.restoreDraft(session.saveDraft()));
    QVERIFY(reloaded == session);
    QCOMPARE(reloaded.change(key)->reason, u"窓口で測定"_s);
    QCOMPARE(reloaded.change(key)->by, mark);
    QCOMPARE(std::get<QString>(reloaded.answered(key)), u"36.5"_s);
    QVERIFY(reloaded.acknowledgement(u"T011/0"_s));
    QVERIFY(!reloaded.hasChanges());
    // The local draft was saved before the server's answer came: the same.
    ReviewSession early(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {u"T011/0"_s});
    QVERIFY(early.setAnswer(key, u"37.1"_s, u"窓口で測定"_s, mark));
    ReviewSession late(form(), stored, {}, {u"T011/0"_s});
    QVERIFY(late.restoreDraft(early.saveDraft()));
    QCOMPARE(late.change(key)->by, mark);
    QVERIFY(!late.hasChanges() && late.conflicts().isEmpty());
}

void ReviewTest::aCorrectionTakenBackAfterTheDraftIsAChangeAgain()
{
    ReviewSession session(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {});
    QVERIFY(session.setAnswer({u"T"_s, 1}, u"37.1"_s, u"窓口で測定"_s, mark));
    session.rebase(form(), session.answersToSend(), {}, {});
    QVERIFY(session.undo({u"T"_s, 1}));
    QVERIFY(session.hasChanges());
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"T"_s, u"36.5"_s)}));
}

void ReviewTest::hiddenAnswersSurviveAConfirmedDraftAndReload()
{
    ReviewSession session(form(), {answer(u"I1"_s, u"1"_s), answer(u"I2"_s, u"かぜ"_s)}, {}, {});
    QVERIFY(session.setAnswer({u"I1"_s, 1}, u"2"_s, u"記入まちがい"_s, mark));
    const Answers stored = session.answersToSend();
    session.rebase(form(), stored, {}, {});
    ReviewSession reloaded(form(), stored, {}, {});
    QVERIFY(reloaded.restoreDraft(session.saveDraft()));
    QVERIFY(reloaded.undo({u"I1"_s, 1}));
    QVERIFY(sameAnswers(reloaded.answersToSend(), {answer(u"I1"_s, u"1"_s), answer(u"I2"_s, u"かぜ"_s)}));
}

void ReviewTest::renumberedRepeatsAreNotSentTwice()
{
    ReviewSession session(form(), {}, {}, {});
    QVERIFY(session.addRepeat(u"V"_s));
    QVERIFY(session.setAnswer({u"V"_s, 2}, u"BCG"_s, u"聞き取り"_s, mark));
    const Answers sent = session.answersToSend();
    QCOMPARE(sent, (Answers{answer(u"V"_s, u"BCG"_s, 1)}));
    session.rebase(form(), sent, {}, {});
    QCOMPARE(session.answersToSend(), sent);
    QVERIFY(!session.hasChanges());
    QCOMPARE(session.change({u"V"_s, 1})->reason, u"聞き取り"_s);
}

void ReviewTest::theThreeWayMergeTellsEachAnswer_data()
{
    QTest::addColumn<QString>("basis");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<int>("kind"); // -1: nobody changed it
    const QStringList values{{}, u"a"_s, u"b"_s, u"c"_s};
    // Every way in which three answers can be equal or not, the empty one among them.
    for (const QString &basis : values) {
        for (const QString &mine : values) {
            for (const QString &theirs : values) {
                const int kind = mine == basis && theirs == basis ? -1
                    : mine == theirs                              ? int(MergeKind::Same)
                    : theirs == basis                             ? int(MergeKind::Mine)
                    : mine == basis                               ? int(MergeKind::Theirs)
                                                                  : int(MergeKind::Conflict);
                QTest::addRow("%s/%s/%s", qPrintable(basis), qPrintable(mine), qPrintable(theirs)) << basis << mine << theirs << kind;
            }
        }
    }
}

void ReviewTest::theThreeWayMergeTellsEachAnswer()
{
    QFETCH(QString, basis);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(int, kind);
    const auto map = [](const QString &value) { return toMap({answer(u"I2"_s, value), answer(u"gone"_s, value)}); };
    const auto merged = mergeAnswers(DefinitionIndex(form()), map(basis), map(mine), map(theirs));
    QCOMPARE(merged.size(), kind < 0 ? 0 : 1);
    if (kind >= 0)
        QCOMPARE(merged.first(), (MergedAnswer{{u"I2"_s, 1}, MergeKind(kind), basis, mine, theirs}));
}

void ReviewTest::aRepeatThatWasRemovedMergesAsAWhole()
{
    const DefinitionIndex index(form());
    const AnswerMap two = toMap({answer(u"V"_s, u"BCG"_s, 1), answer(u"V"_s, u"MR"_s, 2), answer(u"T"_s, u"36.5"_s)});
    const AnswerMap one = toMap({answer(u"V"_s, u"MR"_s, 1), answer(u"T"_s, u"36.5"_s)});
    const AnswerMap corrected = toMap({answer(u"V"_s, u"BCG"_s, 1), answer(u"V"_s, u"水痘"_s, 2), answer(u"T"_s, u"36.5"_s)});
    const auto kinds = [&](const AnswerMap &mine, const AnswerMap &theirs) {
        QList<MergeKind> found;
        for (const MergedAnswer &merged : mergeAnswers(index, two, mine, theirs))
            found.append(merged.kind);
        return found;
    };
    QCOMPARE(kinds(one, two), (QList{MergeKind::Mine, MergeKind::Mine}));
    QCOMPARE(kinds(two, one), (QList{MergeKind::Theirs, MergeKind::Theirs}));
    QCOMPARE(kinds(corrected, two), (QList{MergeKind::Mine})); // as many repeats: answer by answer
    // Answer by answer, MR would stand beside 水痘 of the repeat that is not there any more.
    QCOMPARE(kinds(one, corrected), (QList{MergeKind::Conflict, MergeKind::Conflict}));
}

void ReviewTest::anAnswerChangedOnBothSidesBlocksUntilAPersonDecides_data()
{
    QTest::addColumn<bool>("takesTheirs");
    QTest::addColumn<QString>("sent");
    QTest::addRow("mine") << false << u"37.1"_s;
    QTest::addRow("theirs") << true << u"38.0"_s;
}

void ReviewTest::anAnswerChangedOnBothSidesBlocksUntilAPersonDecides()
{
    QFETCH(bool, takesTheirs);
    QFETCH(QString, sent);
    const AnswerKey key{u"T"_s, 1};
    ReviewSession session(form(), {answer(u"T"_s, u"36.5"_s), answer(u"I1"_s, u"2"_s)}, {}, {});
    QVERIFY(session.setAnswer(key, u"37.1"_s, u"窓口で測定"_s, mark));
    // From the phone: another temperature, and an answer that nobody at the desk touched.
    session.rebase(form(), {answer(u"T"_s, u"38.0"_s), answer(u"I1"_s, u"1"_s), answer(u"I2"_s, u"せき"_s), answer(u"D"_s, u"2026-01-01"_s)}, {}, {});
    QCOMPARE(std::get<QString>(session.current({u"I2"_s, 1})), u"せき"_s);
    QCOMPARE(session.conflicts(), QList<AnswerKey>{key});
    QCOMPARE(*session.conflict(key), (AnswerConflict{u"36.5"_s, u"38.0"_s}));
    QCOMPARE(session.problems(CheckFor::Draft).first().error.code, ErrorCode::ChangedMeanwhile);
    QCOMPARE(session.outline().exceptions.first().reasons.first(), ReviewReason::Conflict);
    QVERIFY(session.change(key)); // what staff typed is still there

    // Also after a power cut.
    ReviewSession reloaded(form(), session.answersToSend(), {}, {});
    QVERIFY(reloaded.restoreDraft(session.saveDraft()));
    QCOMPARE(reloaded.conflicts(), QList<AnswerKey>{key});

    const ReviewSession before = session;
    QVERIFY(session.decideConflict(key, takesTheirs));
    QVERIFY(session.problems(CheckFor::Submission).isEmpty());
    QCOMPARE(std::get<QString>(session.current(key)), sent);
    QCOMPARE(std::get<QString>(session.answered(key)), u"38.0"_s); // what the person answers now
    QCOMPARE(session.change(key).has_value(), !takesTheirs);
    QVERIFY(!session.decideConflict(key, takesTheirs));
    QVERIFY(session.undoLast());
    QVERIFY(session == before);
}

void ReviewTest::aStoredCorrectionIsNotReplacedInSilence()
{
    const AnswerKey key{u"T"_s, 1};
    ReviewSession session(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {});
    QVERIFY(session.setAnswer(key, u"37.1"_s, u"窓口で測定"_s, mark));
    session.rebase(form(), session.answersToSend(), {}, {});
    session.rebase(form(), {answer(u"T"_s, u"36.6"_s)}, {}, {});
    QCOMPARE(session.conflicts(), QList<AnswerKey>{key});
    // Typing a third value decides too, and is marked even where it is what the person had answered at first.
    QVERIFY(session.setAnswer(key, u"36.5"_s, u"聞き取り"_s, mark));
    QVERIFY(session.conflicts().isEmpty());
    QCOMPARE(session.change(key)->reason, u"聞き取り"_s);
    QCOMPARE(std::get<QString>(session.answered(key)), u"36.6"_s);
}

void ReviewTest::thePersonsOwnEntryNeedsNoReasonAndIsNoStaffChange()
{
    const AnswerKey key{u"T"_s, 1};
    ReviewSession session(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {});
    QVERIFY(session.setAnswer(key, u"37.1"_s, u"窓口で測定"_s, mark));
    QCOMPARE(session.enterAnswer(key, u"99"_s).error().code, ErrorCode::ValueOutOfRange);
    QCOMPARE(session.enterAnswer({u"R"_s, 1}, u"x"_s).error().code, ErrorCode::ReadOnly);
    QVERIFY(session.enterAnswer(key, u"36.8"_s));
    QVERIFY(!session.change(key) && session.isEntered(key));
    QCOMPARE(std::get<QString>(session.answered(key)), u"36.8"_s);
    QVERIFY(session.hasChanges());
    ReviewSession reloaded(form(), {answer(u"T"_s, u"36.5"_s)}, {}, {});
    QVERIFY(reloaded.restoreDraft(session.saveDraft()));
    QVERIFY(reloaded == session);
    QVERIFY(session.undoLast());
    QCOMPARE(session.change(key)->reason, u"窓口で測定"_s);
}

void ReviewTest::onlyItemsThatAllowItAreOfferedFromLastTime()
{
    QuestionItem today = yesNo(u"today"_s);
    today.isHealthToday = true;
    const QuestionItem symptom = followUp(u"symptom"_s, u"today"_s, u"1"_s); // hangs on how they feel today
    QuestionItem locked = item(u"locked"_s, AnswerType::ShortText);
    locked.isReadOnly = true;
    QuestionItem grams = item(u"grams"_s, AnswerType::Integer);
    grams.minimum = 500;
    grams.isRangeWarningOnly = true;
    QuestionItem name = item(u"name"_s, AnswerType::ShortText), answeredName = item(u"other"_s, AnswerType::ShortText);
    const DefinitionIndex index(Definition{{Group{{}, {
        Subgroup{{}, 1, {today, symptom, locked, grams, yesNo(u"kept"_s), yesNo(u"gone"_s), yesNo(u"answered"_s),
                         item(u"agrees"_s, AnswerType::Consent), item(u"strange"_s, AnswerType::Unknown), item(u"hint"_s, AnswerType::Note)}},
        Subgroup{{}, 2, {name}}, Subgroup{{}, 2, {answeredName}}}}}});
    Answers latest;
    for (const QString &id : index.order())
        latest.append(answer(id, id == "gone"_L1 ? u"7"_s : id == "grams"_L1 ? u"28"_s : u"1"_s));
    latest += {answer(u"name"_s, u"BCG"_s, 2), answer(u"name"_s, u"MR"_s, 3), answer(u"other"_s, u"MR"_s, 2), answer(u"unheard"_s, u"1"_s)};
    const AnswerMap offered = prefillFrom(index, toMap({answer(u"answered"_s, u"2"_s), answer(u"other"_s, u"水痘"_s)}), toMap(latest));
    // "7" is no choice any more, 28 g is outside the usual range, and the other vaccines were given today as a whole.
    QCOMPARE(offered, toMap({answer(u"kept"_s, u"1"_s), answer(u"name"_s, u"1"_s, 1), answer(u"name"_s, u"BCG"_s, 2)}));
}

void ReviewTest::whatIsOfferedIsSentOnlyAfterAPersonConfirmedIt()
{
    Definition definition = form();
    definition.groups[0].subgroups[0].items[2].isRequired = false; // I2 hangs on I1
    ReviewSession session(definition, {answer(u"T"_s, u"36.5"_s)}, {answer(u"I1"_s, u"1"_s), answer(u"I2"_s, u"ぜん息"_s), answer(u"V"_s, u"BCG"_s)}, {});
    session.offerLatest();
    QVERIFY(!session.hasChanges());
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"T"_s, u"36.5"_s)}));
    QVERIFY(session.offered({u"I1"_s, 1}));
    QVERIFY(!session.offered({u"I2"_s, 1})); // not shown yet
    QVERIFY(!session.offered({u"T"_s, 1}));
    const auto reasons = [&](const QString &id) {
        for (const ReviewRow &row : session.rows())
            if (row.key.itemMasterId == id)
                return row.reasons;
        return QList<ReviewReason>();
    };
    QVERIFY(reasons(u"I1"_s).contains(ReviewReason::TakenOver));

    const ReviewSession before = session;
    QCOMPARE(session.takeOver({{u"I1"_s, 1}}, mark), 2); // with what it opens
    QCOMPARE(std::get<QString>(session.current({u"I2"_s, 1})), u"ぜん息"_s);
    QVERIFY(session.change({u"I2"_s, 1})->isTakenOver);
    QCOMPARE(session.change({u"I2"_s, 1})->by, mark);
    QVERIFY(reasons(u"I2"_s).contains(ReviewReason::TakenOver)); // still shown as taken over
    QVERIFY(session.undoLast());
    QVERIFY(session == before);

    QCOMPARE(session.takeOverAll(mark), 3);
    QCOMPARE(session.takeOverAll(mark), 0);
    QVERIFY(sameAnswers(session.answersToSend(), {answer(u"T"_s, u"36.5"_s), answer(u"I1"_s, u"1"_s), answer(u"I2"_s, u"ぜん息"_s), answer(u"V"_s, u"BCG"_s)}));
    QVERIFY(session.setAnswer({u"I1"_s, 1}, u"2"_s, u"聞き取り"_s, mark)); // today it is otherwise
    QVERIFY(!session.change({u"I1"_s, 1})->isTakenOver);
}

void ReviewTest::theOutlinePutsTheMostUrgentFirstAndCountsTheRest()
{
    QuestionItem changed = yesNo(u"changed"_s), missing = yesNo(u"missing"_s), same = yesNo(u"same"_s), fresh = yesNo(u"fresh"_s);
    QuestionItem risk = yesNo(u"risk"_s), detail = followUp(u"detail"_s, u"risk"_s, u"1"_s), quiet = yesNo(u"quiet"_s);
    QuestionItem high = item(u"high"_s, AnswerType::Temperature), wrong = item(u"wrong"_s, AnswerType::Integer);
    missing.isRequired = detail.isRequired = fresh.isSensitive = quiet.isSensitive = true;
    high.maximum = 37.5;
    high.isRangeWarningOnly = true;
    const Definition definition{{Group{{}, {Subgroup{{}, 1, {changed, same, risk, detail, high, missing}}}},
                                 Group{{}, {Subgroup{{}, 1, {fresh, wrong, quiet}}}}}};
    const Answers stored{answer(u"changed"_s, u"1"_s), answer(u"same"_s, u"1"_s), answer(u"risk"_s, u"1"_s), answer(u"high"_s, u"37.9"_s),
                         answer(u"fresh"_s, u"1"_s), answer(u"wrong"_s, u"x"_s)};
    const ReviewSession session(definition, stored, {answer(u"changed"_s, u"2"_s), answer(u"same"_s, u"1"_s)}, {});
    const ReviewOutline outline = session.outline();
    QStringList order;
    for (const ReviewRow &row : outline.exceptions)
        order.append(row.key.itemMasterId);
    // The risk stands with its follow-up that has no answer; the page does not matter.
    QCOMPARE(order, (QStringList{u"risk"_s, u"detail"_s, u"missing"_s, u"wrong"_s, u"changed"_s, u"high"_s}));
    QCOMPARE(outline.exceptions.last().reasons, QList{ReviewReason::Doubtful});
    QCOMPARE(outline.count, (FoldCount{3, 1, 1, 1, 2}));
    QCOMPARE(outline.folded.size() + outline.exceptions.size(), session.rows().size());
}

QTEST_GUILESS_MAIN(ReviewTest)
#include "tst_review.moc"
