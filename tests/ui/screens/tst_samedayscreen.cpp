// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/questionnaireflags.h"
#include "app/visit/recordsteps.h"
#include "app/visit/visitdraft.h"
#include "tests/ui/screens/staffclipping.h"
#include "ui/screens/staff/answereditor.h"
#include "ui/screens/staff/presenter.h"
#include "ui/screens/staff/receptionscreen.h"
#include "ui/screens/staff/samedayscreen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 21);
const StaffMark desk{u"staff-1"_s, u"訓練 受付"_s, QDateTime(QDate(2026, 11, 21), QTime(1, 22), Qt::UTC)};
const AnswerKey temperature{u"T"_s, 1};
const QString interval = u"予防接種済みのワクチンとの接種間隔を確認してください。"_s, illness = u"1か月以内の病気について回答があります。医師に確認してください。"_s;

QuestionItem item(const QString &id, const QString &label, AnswerType type, bool isRequired = true)
{
    QuestionItem question;
    question.itemMasterId = id;
    question.label = label;
    question.type = type;
    question.isRequired = isRequired;
    if (type == AnswerType::YesNo)
        question.choices = {{u"1"_s, u"はい"_s, false}, {u"2"_s, u"いいえ"_s, false}};
    return question;
}

/// What all forms of the day ask, and one question that only live vaccines have.
Definition form(bool isLive)
{
    QuestionItem name = item(u"I2"_s, u"病気の名前"_s, AnswerType::ShortText);
    name.visibleWhen = VisibilityRule{u"I"_s, {u"1"_s}};
    QuestionItem family = item(u"F"_s, u"近い親族に、先天性免疫不全と言われた人がいますか"_s, AnswerType::YesNo);
    family.isSensitive = true;
    QList<QuestionItem> rest;
    for (int i = 0; i < 9; ++i)
        rest.append(item(u"R%1"_s.arg(i), u"これまでの病気についての質問 %1"_s.arg(i + 1), AnswerType::YesNo));
    if (isLive)
        rest.append({item(u"G"_s, u"6か月以内に、輸血かガンマグロブリンの注射を受けましたか"_s, AnswerType::YesNo), family});
    return {{Group{u"きょうの体調"_s, {Subgroup{{}, 1, {item(u"T"_s, u"きょうの体温（診察前）"_s, AnswerType::Temperature),
                                                         item(u"I"_s, u"最近1か月以内に、病気にかかりましたか"_s, AnswerType::YesNo), name}}}},
             Group{u"これまでの病気"_s, {Subgroup{{}, 1, rest}}}}};
}

void add(VisitData &visit, const QString &id, const QString &vaccine, const QString &dose, bool isLive, Answers stored,
         const QString &wish, const QString &proxy, const QList<CheckResult> &warnings)
{
    for (int i = 0; i < 9; ++i)
        stored.append({{u"R%1"_s.arg(i), 1}, u"2"_s});
    if (isLive)
        stored.append({Answer{{u"G"_s, 1}, u"2"_s}, Answer{{u"F"_s, 1}, u"2"_s}});
    OpenQuestionnaire open;
    open.summary = {id, vaccine, true, u"2"_s, wish, proxy, {}, {}};
    open.basis.emplace();
    open.basis->questionnaireManagementId = id;
    open.basis->answerStatusSeg = u"2"_s;
    open.basis->isAnswerable = true;
    open.basis->definition = form(isLive);
    open.basis->answers = stored;
    open.basis->checkResults = warnings;
    if (!isLive)
        open.basis->previousVaccination = PreviousVaccination{vaccine, u"3回目"_s, QDate(2026, 3, 10), u"1"_s, u"3回目から60日以上あけて、1歳から1歳3か月までに接種します。"_s};
    open.session = beginReview(*open.basis, nullptr);
    visit.questionnaires.append(open);
    VaccinationRecord plan;
    plan.questionnaireManagementId = id;
    plan.vaccineCommonName = vaccine;
    plan.doseCommonName = dose;
    plan.residencySeg = u"1"_s;
    visit.vaccinations.append(plan);
}

/// One synthetic child with four questionnaires of one day: two to be completed, one that the patient enters, one not wished.
VisitData synthetic()
{
    VisitData visit;
    visit.person = BasicFiveInfo{u"𠮷﨑　みのり"_s, u"ヨシザキ　ミノリ"_s, u"見本県見本市中央一丁目0番0号"_s, QDate(2025, 11, 8), u"2"_s};
    visit.binding = Binding::MatchesCard;
    const Answer ill{{u"I"_s, 1}, u"1"_s}, rash{{u"I2"_s, 1}, u"突発性発しん"_s}, well{{u"I"_s, 1}, u"2"_s}, warm{{u"T"_s, 1}, u"36.8"_s};
    add(visit, u"MR"_s, u"麻しん風しん混合（MR）"_s, u"第1期・1回目"_s, true, {ill, rash}, u"1"_s, u"1"_s, {{u"T011"_s, {interval}}, {u"T024"_s, {illness}}});
    add(visit, u"VZ"_s, u"水痘（みずぼうそう）"_s, u"1回目"_s, true, {well, warm}, u"1"_s, u"1"_s, {});
    add(visit, u"PC"_s, u"小児用肺炎球菌"_s, u"追加・4回目"_s, false, {ill, rash}, u"1"_s, u"2"_s, {{u"T011"_s, {interval}}});
    add(visit, u"DP"_s, u"5種混合（DPT-IPV-Hib）"_s, u"追加・4回目"_s, false, {well, warm}, u"2"_s, u"0"_s, {});
    decideAll(visit, today);
    return visit;
}

DayModel modelOf(const VisitData &visit, const QSet<QString> &uncovered = {})
{
    return dayModel(visit, today, {}, {}, uncovered);
}

const DayRowText *rowNamed(const DayModel &model, const QString &name)
{
    for (const DaySectionText &section : model.sections)
        for (const auto *rows : {&section.exceptions, &section.folded})
            for (const DayRowText &row : *rows)
                if (row.name == name)
                    return &row;
    return nullptr;
}

QString stateOf(const DayModel &model, const QString &id)
{
    for (const DaySheetText &sheet : model.sheets)
        if (sheet.id == id)
            return sheet.state.word;
    return {};
}

/// New rows have their places: layouts ask for one another in turn, however slow the machine is.
void settle()
{
    constexpr int rounds = 20;
    for (int round = 0; round < rounds; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

void present(SameDayScreen &screen, const VisitData &visit, QSize size = {1366, 768})
{
    screen.setDesk({u"11月21日（土）10:24"_s, u"訓練 受付"_s, true});
    screen.setPerson(personText(*visit.person, today), {bindingText(visit.binding)});
    screen.resize(size);
    screen.setModel(modelOf(visit, screen.uncovered()));
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
    screen.activateWindow();
    settle();
}

void keep(QWidget &screen, const QString &name)
{
    settle();
    if (const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES"); !folder.isEmpty())
        QVERIFY(screen.grab().save(u"%1/day-%2.png"_s.arg(folder, name)));
}

/// Changes the shared answer as the visit does.
void changeShared(VisitData &visit, const AnswerKey &key, const QString &value)
{
    DaySheets sheets = daySheets(visit);
    QVERIFY(setShared(sheets, key, value, u"窓口で測定"_s, desk));
    takeSessions(visit, sheets);
}

QString focused(const QWidget &screen)
{
    return screen.focusWidget() ? screen.focusWidget()->objectName() : QString();
}

} // namespace

class SameDayScreenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { theme::apply(*qApp, theme::Mode::Light); }
    void cleanup() { theme::apply(*qApp, theme::Mode::Light); }
    void receptionOffersTheDayWhereSeveralCanBeAnswered();
    void everythingFits_data();
    void everythingFits();
    void eachQuestionnaireSaysItsOwnStateAndWhatKeepsItBack();
    void sharedQuestionsStandOnceWithTheirVaccines();
    void answersThatDifferAreNamedWithTheirVaccines();
    void aSharedChangeStandsInEveryDraft();
    void warningsStandInAMatrixWithOneTick();
    void intervalsAreCountedAndTheServersWordsVerbatim();
    void outcomesStandEachForItself();
    void theWholeDayGoesByKeys();
    void oneAloneIsChangedByChoosingIt();
    void sensitiveAnswersAreCoveredUntilAskedFor();
    void clearingTakesEveryWordAway();
};

void SameDayScreenTest::receptionOffersTheDayWhereSeveralCanBeAnswered()
{
    VisitData visit = synthetic();
    ReceptionScreen screen;
    screen.setModel(receptionModel(visit));
    screen.resize(1366, 768);
    screen.show();
    auto *day = screen.findChild<Button *>(u"reception.sameDay"_s);
    QVERIFY(day->isVisible());
    QCOMPARE(day->text(), u"同日分をまとめて確認（4件）"_s);
    QCOMPARE(day->kind(), Button::Kind::Primary);
    QCOMPARE(screen.findChild<Button *>(u"reception.open.MR"_s)->kind(), Button::Kind::Secondary);
    QSignalSpy asked(&screen, &ReceptionScreen::sameDayRequested);
    QTest::mouseClick(day, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    keep(screen, u"reception"_s);
    visit.questionnaires.resize(1);
    screen.setModel(receptionModel(visit));
    QVERIFY(!day->isVisible());
    QCOMPARE(screen.findChild<Button *>(u"reception.open.MR"_s)->kind(), Button::Kind::Primary);
}

void SameDayScreenTest::everythingFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const QSize size : {QSize(1366, 768), QSize(1280, 720), QSize(1080, 1920), QSize(1920, 1080)})
        for (const int percent : {100, 150, 200})
            QTest::addRow("%dx%d-%d", size.width(), size.height(), percent) << size << percent;
}

void SameDayScreenTest::everythingFits()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    theme::apply(*qApp, theme::Mode::Light, percent / 100.0);
    VisitData visit = synthetic();
    visit.questionnaires[1].outcome = RegistrationOutcome::Refused;
    visit.questionnaires[1].outcomeError = Error{ErrorCode::Maintenance, {}, {}};
    changeShared(visit, temperature, u"37.1"_s);
    SameDayScreen screen;
    present(screen, visit, size);
    settle();
    keep(screen, u"%1-%2"_s.arg(size.width()).arg(percent));
    QCOMPARE(uktest::clippedStaffText(*screen.content()), QString());
    QTest::keyClick(&screen, Qt::Key_F6);
    settle();
    keep(screen, u"%1-%2-open"_s.arg(size.width()).arg(percent));
    QCOMPARE(uktest::clippedStaffText(*screen.content()), QString());
}

void SameDayScreenTest::eachQuestionnaireSaysItsOwnStateAndWhatKeepsItBack()
{
    VisitData visit = synthetic();
    DayModel model = modelOf(visit);
    QCOMPARE(stateOf(model, u"MR"_s), u"残り 3件"_s); // two warnings and the temperature
    QCOMPARE(stateOf(model, u"VZ"_s), u"提出できます"_s);
    QCOMPARE(stateOf(model, u"PC"_s), u"職員の入力を希望しない"_s);
    QCOMPARE(stateOf(model, u"DP"_s), u"代理入力の確認前"_s);
    QCOMPARE(model.sheets[0].jump, u"day.warning.0"_s);
    QCOMPARE(model.askIds, QStringList{u"DP"_s});
    // Asked, it could be sent; but nobody wishes that vaccination, so it is left out until staff take it in.
    visit.questionnaires[3].proxyConsent = desk;
    model = modelOf(visit);
    QVERIFY(model.askIds.isEmpty());
    QCOMPARE(stateOf(model, u"DP"_s), u"提出しません"_s);
    QVERIFY(model.sheets[3].canBeLeftOut && model.sheets[3].isLeftOut);
    QVERIFY(model.sheets[3].detail.contains(u"希望しない"_s));
    visit.questionnaires[3].isLeftOut = false;
    QCOMPARE(stateOf(modelOf(visit), u"DP"_s), u"提出できます"_s);
    DaySheets sheets = daySheets(visit);
    acknowledgeEverywhere(sheets, u"T011"_s, interval, desk);
    acknowledgeEverywhere(sheets, u"T024"_s, illness, desk);
    takeSessions(visit, sheets);
    model = modelOf(visit);
    QCOMPARE(model.sheets[0].jump, u"day.item.T.1"_s);
    QCOMPARE(model.sheets[0].jumpText, u"きょうの体温（診察前）"_s);
}

void SameDayScreenTest::sharedQuestionsStandOnceWithTheirVaccines()
{
    const DayModel model = modelOf(synthetic());
    const DayRowText *row = rowNamed(model, u"day.item.T.1"_s);
    QVERIFY(row);
    QCOMPARE(row->shared, u"共通：4件すべて"_s);
    QCOMPARE(row->targets.size(), 2); // the patient's own and the one not asked for are not changed by staff
    QCOMPARE(rowNamed(model, u"day.item.G.1"_s)->shared, u"共通：麻しん風しん混合（MR）・水痘（みずぼうそう）"_s);
    qsizetype folded = 0, shown = 0;
    for (const DaySectionText &section : model.sections) {
        folded += section.folded.size();
        shown += section.exceptions.size();
    }
    // Nothing is hidden without its count: temperature, illness, its name, nine and two more.
    QCOMPARE(folded + shown, 14);
}

void SameDayScreenTest::answersThatDifferAreNamedWithTheirVaccines()
{
    VisitData visit = synthetic();
    const DayModel model = modelOf(visit);
    const DayRowText *row = rowNamed(model, u"day.item.I.1"_s);
    QVERIFY(row);
    QCOMPARE(row->reason.word, u"回答が違う"_s);
    QCOMPARE(row->answers.size(), 2);
    QCOMPARE(row->answers[0].sheets, u"麻しん風しん混合（MR）・小児用肺炎球菌"_s);
    QCOMPARE(row->answers[0].answer.word, u"はい：突発性発しん"_s);
    QCOMPARE(row->answers[1].answer.word, u"いいえ"_s);
}

void SameDayScreenTest::aSharedChangeStandsInEveryDraft()
{
    VisitData visit = synthetic();
    changeShared(visit, temperature, u"37.1"_s);
    const auto drafts = readVisitDraft(saveVisitDraft(visit));
    QVERIFY(drafts);
    const VisitData fresh = synthetic();
    for (const QString &id : {u"MR"_s, u"VZ"_s}) {
        ReviewSession session = beginReview(*std::ranges::find_if(fresh.questionnaires, [&](const OpenQuestionnaire &open) {
                                                return open.summary.questionnaireManagementId == id;
                                            })->basis, nullptr);
        QVERIFY(session.restoreDraft(drafts->value(id).session));
        QCOMPARE(session.current(temperature), AnswerResult(u"37.1"_s));
        QCOMPARE(session.change(temperature)->reason, u"窓口で測定"_s);
    }
    QVERIFY(!drafts->contains(u"PC"_s)); // staff may not change it, so there is nothing to keep
    const DayModel model = modelOf(visit);
    const DayRowText *row = rowNamed(model, u"day.item.T.1"_s);
    QCOMPARE(row->changes.size(), 1);
    QCOMPARE(row->changes.first().sheets, u"麻しん風しん混合（MR）・水痘（みずぼうそう）"_s);
    QCOMPARE(row->undoIds, (QStringList{u"MR"_s, u"VZ"_s}));
}

void SameDayScreenTest::warningsStandInAMatrixWithOneTick()
{
    VisitData visit = synthetic();
    SameDayScreen screen;
    present(screen, visit);
    const DayModel model = modelOf(visit);
    QCOMPARE(model.warnings.size(), 2);
    QCOMPARE(model.warnings[0].message, interval);
    QCOMPARE(model.warnings[0].cells.size(), 4);
    QVERIFY(!model.warnings[0].cells[0].word.isEmpty() && model.warnings[0].cells[1].word.isEmpty() && !model.warnings[0].cells[2].word.isEmpty());
    QSignalSpy toggled(&screen, &SameDayScreen::warningToggled);
    auto *tick = screen.findChild<QCheckBox *>(u"day.warning.0"_s);
    tick->setFocus();
    QTest::keyClick(tick, Qt::Key_Space);
    QCOMPARE(toggled.size(), 1);
    QCOMPARE(toggled[0][0].toString(), u"T011"_s);
    QCOMPARE(toggled[0][1].toString(), interval);
    QCOMPARE(toggled[0][2].toBool(), true);
}

void SameDayScreenTest::intervalsAreCountedAndTheServersWordsVerbatim()
{
    const DayModel model = modelOf(synthetic());
    QCOMPARE(model.intervals.size(), 4);
    QCOMPARE(model.intervals[0].days, u"前回の情報なし"_s);
    QCOMPARE(model.intervals[2].days, u"256日前"_s);
    QVERIFY(model.intervals[2].previous.contains(u"3回目"_s));
    QCOMPARE(model.intervals[2].info, u"3回目から60日以上あけて、1歳から1歳3か月までに接種します。"_s);
}

void SameDayScreenTest::outcomesStandEachForItself()
{
    VisitData visit = synthetic();
    auto &all = visit.questionnaires;
    all[0].outcome = RegistrationOutcome::Confirmed;
    all[0].lastSent.answerStatusSeg = u"2"_s;
    all[1].outcome = RegistrationOutcome::Unknown;
    all[2].outcome = RegistrationOutcome::Conflict;
    all[3].outcome = RegistrationOutcome::Refused;
    all[3].outcomeError = Error{ErrorCode::Maintenance, {}, {}};
    SameDayScreen screen;
    present(screen, visit);
    const DayModel model = modelOf(visit);
    QCOMPARE(stateOf(model, u"MR"_s), u"提出済"_s);
    QCOMPARE(stateOf(model, u"VZ"_s), u"提出を確認中"_s);
    QCOMPARE(stateOf(model, u"PC"_s), u"競合"_s);
    QCOMPARE(stateOf(model, u"DP"_s), u"失敗"_s);
    QVERIFY(model.sheets[3].detail.contains(u"UK-A032"_s));
    QSignalSpy resolved(&screen, &SameDayScreen::resolveRequested), chosen(&screen, &SameDayScreen::chooseRequested),
        again(&screen, &SameDayScreen::againRequested);
    for (const QString &name : {u"day.resolve.VZ"_s, u"day.choose.PC"_s, u"day.again.DP"_s})
        screen.findChild<Button *>(name)->click();
    QCOMPARE(resolved.size() + chosen.size() + again.size(), 3);
    QVERIFY(!screen.findChild<QWidget *>(u"day.include.MR"_s)); // what is sent is not taken back
    keep(screen, u"outcomes"_s);
}

void SameDayScreenTest::theWholeDayGoesByKeys()
{
    VisitData visit = synthetic();
    SameDayScreen screen;
    present(screen, visit);
    connect(&screen, &SameDayScreen::warningToggled, &screen, [&](const QString &code, const QString &message, bool) {
        DaySheets sheets = daySheets(visit);
        acknowledgeEverywhere(sheets, code, message, desk);
        takeSessions(visit, sheets);
        screen.setModel(modelOf(visit));
    });
    connect(&screen, &SameDayScreen::sharedAnswerChanged, &screen, [&](const AnswerKey &key, const AnswerResult &result, const QString &reason) {
        QCOMPARE(reason, changeReasons().first());
        changeShared(visit, key, std::get<QString>(result));
        screen.closeEditor();
        screen.setModel(modelOf(visit));
    });
    screen.begin();
    for (const QString &tick : {u"day.warning.0"_s, u"day.warning.1"_s}) {
        QTRY_COMPARE(focused(screen), tick);
        QTest::keyClick(screen.focusWidget(), Qt::Key_Space);
        settle();
        QTest::keyClick(&screen, Qt::Key_F8);
    }
    QTRY_COMPARE(focused(screen), u"day.item.T.1.edit"_s);
    QTest::keyClick(screen.focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(focused(screen), u"day.item.T.1.value"_s);
    QTest::keyClicks(screen.focusWidget(), u"36.5"_s);
    keep(screen, u"editing"_s);
    screen.findChild<QAbstractButton *>(u"day.item.T.1.reason.0"_s)->setFocus();
    QTest::keyClick(screen.focusWidget(), Qt::Key_Space);
    screen.findChild<QAbstractButton *>(u"day.item.T.1.apply"_s)->setFocus();
    QTest::keyClick(screen.focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(modelOf(visit).summary.ready, (QStringList{u"MR"_s, u"VZ"_s}));
    settle();
    QTest::keyClick(&screen, Qt::Key_F8);
    QTRY_COMPARE(focused(screen), u"day.submit"_s);
    QCOMPARE(screen.findChild<Button *>(u"day.submit"_s)->text(), u"提出できる2件を提出"_s);
    QSignalSpy submitted(&screen, &SameDayScreen::submitRequested);
    QTest::keyClick(&screen, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(submitted.size(), 1);
    keep(screen, u"ready"_s);
    QSignalSpy back(&screen, &SameDayScreen::backRequested);
    QTest::keyClick(&screen, Qt::Key_Escape);
    QCOMPARE(back.size(), 1);
}

void SameDayScreenTest::oneAloneIsChangedByChoosingIt()
{
    const VisitData visit = synthetic();
    SameDayScreen screen;
    present(screen, visit);
    QSignalSpy all(&screen, &SameDayScreen::sharedAnswerChanged), alone(&screen, &SameDayScreen::answerChanged);
    screen.findChild<QAbstractButton *>(u"day.item.T.1.edit"_s)->click();
    QTRY_VERIFY(screen.findChild<QAbstractButton *>(u"day.item.T.1.target.VZ"_s));
    screen.findChild<QAbstractButton *>(u"day.item.T.1.target.VZ"_s)->click();
    QVERIFY(!screen.findChild<QAbstractButton *>(u"day.item.T.1.target.all"_s)->isChecked());
    screen.findChild<QLineEdit *>(u"day.item.T.1.value"_s)->setText(u"36.9"_s);
    screen.findChild<QAbstractButton *>(u"day.item.T.1.reason.0"_s)->click();
    screen.findChild<QAbstractButton *>(u"day.item.T.1.apply"_s)->click();
    QCOMPARE(all.size(), 0);
    QCOMPARE(alone.size(), 1);
    QCOMPARE(alone[0][0].toString(), u"VZ"_s);
}

void SameDayScreenTest::sensitiveAnswersAreCoveredUntilAskedFor()
{
    const VisitData visit = synthetic();
    const DayRowText covered = *rowNamed(modelOf(visit), u"day.item.F.1"_s);
    QVERIFY(covered.isCovered && covered.answers.first().answer.word != u"いいえ"_s);
    const DayModel model = modelOf(visit, {u"day.item.F.1"_s});
    QCOMPARE(rowNamed(model, u"day.item.F.1"_s)->answers.first().answer.word, u"いいえ"_s);
}

void SameDayScreenTest::clearingTakesEveryWordAway()
{
    const VisitData visit = synthetic();
    SameDayScreen screen;
    present(screen, visit);
    screen.clearPerson();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const auto labels = screen.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        for (const QString &word : {u"みのり"_s, u"麻しん"_s, u"体温"_s, u"突発性"_s})
            QVERIFY2(!label->text().contains(word), qPrintable(label->text()));
}

QTEST_MAIN(SameDayScreenTest)
#include "tst_samedayscreen.moc"
