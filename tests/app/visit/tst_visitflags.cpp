// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/questionnaireflags.h"

#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 21);

/// One questionnaire that staff may change, with its planned vaccination.
VisitData openVisit()
{
    VisitData visit;
    OpenQuestionnaire open;
    open.summary.questionnaireManagementId = u"Q-1"_s;
    open.summary.isAnswerable = true;
    open.summary.answerStatusSeg = u"1"_s;
    open.summary.vaccinationWishSeg = u"1"_s;
    open.summary.proxyInputConsentSeg = u"1"_s;
    visit.questionnaires.append(open);
    VaccinationRecord other;
    other.questionnaireManagementId = u"Q-2"_s;
    other.isDeleted = true;
    VaccinationRecord plan;
    plan.questionnaireManagementId = u"Q-1"_s;
    plan.residencySeg = u"1"_s;
    visit.vaccinations = {other, plan};
    return visit;
}

using Change = void (*)(QuestionnaireSummary &, VaccinationRecord &);
struct Row
{
    const char *name;
    Change change;
    std::optional<FlagNote> note;
    StaffAccess access;
    bool maySubmit, maySaveDraft, isOffered;
};

/// Every note that data of PMH can bring about, and what it leaves to staff.
const std::array rows{
    Row{"nothing in the way", [](auto &, auto &) {}, {}, StaffAccess::Edit, true, true, true},
    Row{"deleted plan", [](auto &, auto &plan) { plan.isDeleted = true; }, FlagNote::Deleted, StaffAccess::View, false, false, false},
    Row{"answering closed", [](auto &list, auto &) { list.isAnswerable = false; }, FlagNote::AnsweringClosed, StaffAccess::View, false, false, false},
    Row{"shown from tomorrow", [](auto &, auto &plan) { plan.questionnaireDisplayFrom = today.addDays(1); }, FlagNote::NotYetShown,
        StaffAccess::View, false, false, false},
    Row{"shown from today", [](auto &, auto &plan) { plan.questionnaireDisplayFrom = today; }, {}, StaffAccess::Edit, true, true, true},
    Row{"shown until today", [](auto &, auto &plan) { plan.questionnaireDisplayTo = today; }, {}, StaffAccess::Edit, true, true, true},
    Row{"shown until yesterday", [](auto &, auto &plan) { plan.questionnaireDisplayTo = today.addDays(-1); }, FlagNote::ShownNoMore,
        StaffAccess::View, false, false, false},
    Row{"moved out", [](auto &, auto &plan) { plan.residencySeg = u"2"_s; }, FlagNote::MovedOut, StaffAccess::Edit, true, true, false},
    Row{"wish withdrawn", [](auto &list, auto &) { list.vaccinationWishSeg = u"2"_s; }, FlagNote::NoWish, StaffAccess::Edit, true, true, false},
    Row{"input by staff refused", [](auto &list, auto &) { list.proxyInputConsentSeg = u"2"_s; }, FlagNote::ProxyRefused, StaffAccess::View,
        false, false, true},
    Row{"input by staff not answered", [](auto &list, auto &) { list.proxyInputConsentSeg = u"0"_s; }, FlagNote::ProxyUnanswered,
        StaffAccess::AskFirst, true, true, true},
    Row{"answered already", [](auto &list, auto &) { list.answerStatusSeg = u"2"_s; }, FlagNote::AlreadyAnswered, StaffAccess::Edit, true,
        false, true},
    Row{"unknown status", [](auto &list, auto &) { list.answerStatusSeg = u"9"_s; }, {}, StaffAccess::Edit, true, false, true},
    Row{"periods hidden", [](auto &, auto &plan) { plan.isPeriodHidden = true; }, {}, StaffAccess::Edit, true, true, true},
};

} // namespace

class VisitFlagsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFlagOfTheListsReachesTheDecision_data();
    void everyFlagOfTheListsReachesTheDecision();
    void hiddenPeriodsAreNotShown();
    void aDeletedPlanBesideALiveOneDoesNotCloseTheQuestionnaire();
    void anUnreadablePlanTakesNothingAway();
    void theNewestAnswerOfTheServerDecides();
};

void VisitFlagsTest::everyFlagOfTheListsReachesTheDecision_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < rows.size(); ++i)
        QTest::newRow(rows[i].name) << int(i);
}

void VisitFlagsTest::everyFlagOfTheListsReachesTheDecision()
{
    QFETCH(int, index);
    const Row &row = rows[size_t(index)];
    VisitData visit = openVisit();
    row.change(visit.questionnaires.first().summary, visit.vaccinations.last());
    decideAll(visit, today);
    const OpenQuestionnaire &open = visit.questionnaires.first();
    QCOMPARE(open.decision.notes, row.note ? QList<FlagNote>{*row.note} : QList<FlagNote>());
    QCOMPARE(open.access.access, row.access);
    QCOMPARE(open.access.maySubmit, row.maySubmit);
    QCOMPARE(open.access.maySaveDraft, row.maySaveDraft);
    QCOMPARE(open.decision.permissions.testFlag(Permission::Offer), row.isOffered);
    QVERIFY(open.decision.permissions.testFlag(Permission::ReadAnswers)); // never out of sight
}

void VisitFlagsTest::hiddenPeriodsAreNotShown()
{
    VisitData visit = openVisit();
    visit.vaccinations.last().isPeriodHidden = true;
    decideAll(visit, today);
    QVERIFY(!visit.questionnaires.first().decision.permissions.testFlag(Permission::ShowPeriods));
}

void VisitFlagsTest::aDeletedPlanBesideALiveOneDoesNotCloseTheQuestionnaire()
{
    VisitData visit = openVisit();
    VaccinationRecord old = visit.vaccinations.last();
    old.isDeleted = true;
    visit.vaccinations.prepend(old);
    decideAll(visit, today);
    QCOMPARE(visit.questionnaires.first().access.access, StaffAccess::Edit);
}

void VisitFlagsTest::anUnreadablePlanTakesNothingAway()
{
    VisitData visit = openVisit();
    visit.vaccinations.last().unreadable = Error{ErrorCode::AnswerUnreadable, {}, {}};
    visit.vaccinations.last().isDeleted = true;
    decideAll(visit, today);
    QCOMPARE(visit.questionnaires.first().access.access, StaffAccess::Edit);
    QCOMPARE(flagsOf(visit.questionnaires.first(), visit.vaccinations, today).residency, Residency::Unknown);
}

void VisitFlagsTest::theNewestAnswerOfTheServerDecides()
{
    VisitData visit = openVisit();
    QuestionnaireRecord newest;
    newest.isAnswerable = false;
    newest.answerStatusSeg = u"2"_s;
    takeStatus(visit.questionnaires.first(), newest);
    decideAll(visit, today);
    QCOMPARE(visit.questionnaires.first().decision.notes, (QList<FlagNote>{FlagNote::AnsweringClosed, FlagNote::AlreadyAnswered}));
}

QTEST_GUILESS_MAIN(VisitFlagsTest)
#include "tst_visitflags.moc"
