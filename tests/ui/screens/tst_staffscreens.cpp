// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/visit/questionnaireflags.h"
#include "app/visit/recordsteps.h"
#include "tests/ui/screens/staffclipping.h"
#include "ui/screens/staff/answereditor.h"
#include "ui/screens/staff/presenter.h"
#include "ui/screens/staff/receptionscreen.h"
#include "ui/screens/staff/resultscreen.h"
#include "ui/screens/staff/reviewscreen.h"
#include "ui/screens/staff/signinscreen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noticebox.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

QuestionItem item(const QString &id, const QString &label, AnswerType type)
{
    QuestionItem question;
    question.itemMasterId = id;
    question.label = label;
    question.type = type;
    return question;
}

QuestionItem yesNo(const QString &id, const QString &label, const QString &yes = u"はい"_s, const QString &no = u"いいえ"_s)
{
    QuestionItem question = item(id, label, AnswerType::YesNo);
    question.choices = {{u"1"_s, yes, false}, {u"2"_s, no, false}};
    return question;
}

QuestionItem followUp(const QString &id, const QString &label, const QString &controller)
{
    QuestionItem question = item(id, label, AnswerType::ShortText);
    question.visibleWhen = VisibilityRule{controller, {u"1"_s}};
    return question;
}

Answer answer(const QString &id, const QString &result)
{
    return {{id, 1}, result};
}

Definition measlesForm()
{
    QuestionItem temperature = item(u"T"_s, u"きょうの体温（診察前）"_s, AnswerType::Temperature);
    temperature.isRequired = true;
    temperature.minimum = 34;
    temperature.maximum = 42;
    QuestionItem sensitive = yesNo(u"S"_s, u"家庭で気になることがありますか"_s);
    sensitive.isSensitive = true;
    QuestionItem foods = item(u"F"_s, u"食べられないもの"_s, AnswerType::MultipleChoice);
    foods.choices = {{u"e"_s, u"卵"_s, false}, {u"m"_s, u"牛乳"_s, false}, {u"n"_s, u"ない"_s, true}};
    QList<QuestionItem> rest;
    for (int i = 0; i < 12; ++i)
        rest.append(yesNo(u"R%1"_s.arg(i), u"ご家族についての質問 %1"_s.arg(i + 1)));
    return {{Group{u"きょうの体調"_s, {Subgroup{{}, 1, {temperature, yesNo(u"U"_s, u"きょう、体に具合の悪いところがありますか"_s)}}}},
             Group{u"これまでの病気"_s, {Subgroup{{}, 1, {yesNo(u"I"_s, u"最近1か月以内に、病気にかかりましたか"_s),
                                                         followUp(u"I2"_s, u"病名"_s, u"I"_s),
                                                         yesNo(u"H"_s, u"いま、病院にかかっている病気がありますか"_s, u"ある"_s, u"ない"_s)}}}},
             Group{u"アレルギー・接種歴"_s, {Subgroup{{}, 1, {yesNo(u"A"_s, u"薬や食べ物で、発しんが出たことがありますか"_s, u"ある"_s, u"ない"_s),
                                                              followUp(u"A2"_s, u"薬や食べ物の名前"_s, u"A"_s), foods}}}},
             Group{u"ご家族・まわり"_s, {Subgroup{{}, 1, rest}, Subgroup{{}, 1, {sensitive, item(u"X"_s, u"新しい種類の質問"_s, AnswerType::Unknown)}}}},
             Group{u"同意"_s, {Subgroup{{}, 1, {item(u"C"_s, u"説明を理解し、接種に同意します"_s, AnswerType::Consent)}}}}}};
}

/// One synthetic child with three questionnaires as staff meet her in the morning.
VisitData synthetic()
{
    VisitData visit;
    visit.person = BasicFiveInfo{u"𠮷﨑　みのり"_s, u"ヨシザキ　ミノリ"_s, u"見本県見本市中央一丁目0番0号"_s, QDate(2025, 11, 8), u"2"_s};
    visit.binding = Binding::MatchesCard;
    Answers stored{answer(u"U"_s, u"2"_s), answer(u"I"_s, u"1"_s), answer(u"I2"_s, u"突発性発しん（11月2日）"_s), answer(u"H"_s, u"2"_s),
                   answer(u"A"_s, u"1"_s), answer(u"A2"_s, u"鶏卵"_s), answer(u"S"_s, u"1"_s), answer(u"X"_s, u"raw-17"_s), answer(u"C"_s, u"1"_s)};
    for (int i = 0; i < 12; ++i)
        stored.append(answer(u"R%1"_s.arg(i), u"2"_s));
    Answers latest = stored;
    latest[1].result = u"2"_s;
    latest[3].result = u"1"_s;
    latest[4].result = u"2"_s;
    QuestionnaireRecord record;
    record.questionnaireManagementId = u"Q-1"_s;
    record.questionnaireName = u"麻しん風しん混合（MR）"_s;
    record.isAnswerable = true;
    record.answerStatusSeg = u"2"_s;
    record.basicFiveInfo = *visit.person;
    record.definition = measlesForm();
    record.answers = stored;
    record.latestAnswers = latest;
    record.checkResults = {{u"T011"_s, {u"予防接種済みのワクチンとの接種間隔を確認してください。"_s}},
                           {u"T024"_s, {u"1か月以内の病気について回答があります。医師に確認してください。"_s}}};
    const auto open = [&](const QString &id, const QString &name, const QString &status, const QString &wish, const QString &proxy) {
        OpenQuestionnaire questionnaire;
        questionnaire.summary = {id, name, true, status, wish, proxy, {}, {}};
        questionnaire.basis = record;
        questionnaire.basis->questionnaireManagementId = id;
        questionnaire.basis->answerStatusSeg = status;
        if (status == "1"_L1)
            questionnaire.basis->lastUpdatedPageNumber = 3;
        questionnaire.session = beginReview(*questionnaire.basis, nullptr);
        visit.questionnaires.append(questionnaire);
        VaccinationRecord vaccination;
        vaccination.questionnaireManagementId = id;
        vaccination.doseCommonName = u"第1期・1回目"_s;
        visit.vaccinations.append(vaccination);
    };
    open(u"Q-1"_s, u"麻しん風しん混合（MR）"_s, u"2"_s, u"1"_s, u"1"_s);
    open(u"Q-2"_s, u"小児用肺炎球菌"_s, u"1"_s, u"1"_s, u"2"_s);
    open(u"Q-3"_s, u"5種混合（DPT-IPV-Hib）"_s, u"2"_s, u"2"_s, u"0"_s);
    VaccinationRecord bcg;
    bcg.vaccineCommonName = u"BCG（結核）"_s;
    bcg.doseCommonName = u"1回目"_s;
    VaccinationHistoryEntry dose;
    dose.vaccinationScheduleId = u"S-1"_s;
    dose.vaccinatedOn = QDate(2026, 4, 21);
    dose.vaccinationSeg = u"1"_s;
    dose.medicalInstitution.name = u"ひばり小児科（架空）"_s;
    bcg.history = {dose};
    visit.vaccinations.append(bcg);
    decideAll(visit, QDate(2026, 11, 20));
    return visit;
}

const QSize narrow(1366, 768), wide(1920, 1080);

void present(StaffScreen &screen, const VisitData &visit, QSize size)
{
    screen.setDesk({u"11月20日（金）10:24"_s, u"訓練 受付"_s, true});
    screen.setPerson(personText(*visit.person, QDate(2026, 11, 20)), {bindingText(visit.binding)});
    screen.resize(size);
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
}

/// New rows have their places: layouts ask for one another in turn, however slow the machine is.
void settle()
{
    constexpr int rounds = 10;
    for (int round = 0; round < rounds; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

/// Every visible text has the room that it asks for.
void verifyNothingIsClipped(QWidget &screen)
{
    QCOMPARE(uktest::clippedStaffText(screen), QString());
}

void keep(QWidget &screen, const QString &name)
{
    // Pictures to look at, where somebody asks for them.
    if (const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES"); !folder.isEmpty())
        QVERIFY(screen.grab().save(u"%1/%2.png"_s.arg(folder, name)));
}

template<class T>
T *find(QWidget &screen, const QString &name)
{
    T *found = screen.findChild<T *>(name);
    if (!found || !found->isVisible())
        qWarning("not there: %s", qPrintable(name));
    return found;
}

} // namespace

class StaffScreensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void receptionShowsEachQuestionnaireWithItsOneNextStep();
    void stoppedServiceIsToldOnEveryScreenUntilItIsOver();
    void areaWithoutConsentSaysSoAndOffersToAsk();
    void oneReasonForAllListsIsToldOnce();
    void recordsThatDifferStandBesideEachOtherUntilStaffConfirmed();
    void reviewPutsExceptionsFirstAndFoldsTheRestWithItsCount();
    void aTemperatureIsChangedWithAReasonByMouseAndKeys();
    void anUnreadableValueKeepsWhatWasTypedAndSaysWhy();
    void exclusiveChoicesClearEachOther();
    void sensitiveAnswersAreCoveredUntilAskedFor();
    void anAnswerThatChangedMeanwhileStandsFirstWithBothToChooseFrom();
    void marksOfStaffStayAfterADraftWasStored();
    void aDoubtfulValueIsTheLastExceptionAndHoldsNothingUp();
    void aReadOnlyQuestionnaireOffersNoChange();
    void warningsAreTickedAndCounted();
    void clearingTakesEveryWordOfThePersonAway();
    void resultsSayWhatIsSavedWhere();
    void theSecretLeavesTheFieldAtOnce();
    void firstRunAsksForThePasswordTwice();
};

void StaffScreensTest::initTestCase()
{
    theme::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme::Mode::Light);
}

void StaffScreensTest::receptionShowsEachQuestionnaireWithItsOneNextStep()
{
    const VisitData visit = synthetic();
    for (const QSize size : {narrow, wide}) {
        ReceptionScreen screen;
        screen.setModel(receptionModel(visit));
        present(screen, visit, size);
        verifyNothingIsClipped(screen);
        keep(screen, u"reception-%1"_s.arg(size.width()));
        QSignalSpy chosen(&screen, &ReceptionScreen::questionnaireChosen);
        auto *first = find<Button>(screen, u"reception.open.Q-1"_s);
        QVERIFY(first && first->kind() == Button::Kind::Secondary);
        QCOMPARE(find<Button>(screen, u"reception.sameDay"_s)->kind(), Button::Kind::Primary); // the one thing to do first
        QCOMPARE(find<Button>(screen, u"reception.open.Q-2"_s)->text(), u"内容を見る"_s);
        QTest::mouseClick(first, Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"Q-1"_s);
        QSignalSpy certificate(&screen, &ReceptionScreen::certificateChosen);
        QTest::mouseClick(find<Button>(screen, u"reception.certificate.S-1"_s), Qt::LeftButton);
        QCOMPARE(certificate[0][0].toString(), u"S-1"_s);
    }
}

void StaffScreensTest::stoppedServiceIsToldOnEveryScreenUntilItIsOver()
{
    const VisitData visit = synthetic();
    ReceptionScreen reception;
    reception.setModel(receptionModel(visit));
    ReviewScreen review;
    review.setModel(reviewModel(visit, u"Q-1"_s, false));
    const QString title = u"いま、カードでの受付を休止しています"_s;
    const QString text = u"PMHが止まっています。11月20日17時00分ごろまで止まる予定です。紙で受け付けてください。復旧すると、この表示は消えます。"_s;
    for (StaffScreen *screen : {static_cast<StaffScreen *>(&reception), static_cast<StaffScreen *>(&review)}) {
        const QString name = screen == &reception ? u"reception"_s : u"review"_s;
        present(*screen, visit, narrow);
        auto *notice = find<NoticeBox>(*screen, u"service.notice"_s);
        QVERIFY(!notice->isVisible());
        screen->setServiceNotice(title, text);
        settle();
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->title(), title);
        verifyNothingIsClipped(*screen);
        keep(*screen, name + u"-stopped"_s);
        // Leaving the person changes nothing about the services.
        screen->clearPerson();
        QVERIFY(notice->isVisible());
        screen->setServiceNotice({}, {});
        QVERIFY(!notice->isVisible());
    }
}

void StaffScreensTest::areaWithoutConsentSaysSoAndOffersToAsk()
{
    VisitData visit = synthetic();
    ReceptionScreen screen;
    screen.setModel(receptionModel(visit));
    QVERIFY(!screen.findChild<QAbstractButton *>(u"reception.askConsent.vaccination"_s));
    visit.questionnaires.clear();
    visit.vaccinations.clear();
    visit.questionnairesError = visit.vaccinationsError = Error{ErrorCode::ScopeNotConsented, {}, {}};
    screen.setModel(receptionModel(visit));
    present(screen, visit, narrow);
    auto *area = screen.findChild<QAbstractButton *>(u"reception.area.vaccination"_s);
    QVERIFY(area && area->text().contains(u"未同意"_s));
    QSignalSpy asked(&screen, &ReceptionScreen::consentRequested);
    auto *ask = screen.findChild<QAbstractButton *>(u"reception.askConsent.vaccination"_s);
    QVERIFY(ask && ask->isVisible());
    QTest::mouseClick(ask, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"vaccination"_s);
}

void StaffScreensTest::oneReasonForAllListsIsToldOnce()
{
    ReceptionScreen screen;
    screen.show();
    VisitData visit;
    visit.error = visit.questionnairesError = visit.vaccinationsError = Error{ErrorCode::Maintenance, {}, {}};
    const auto toldTimes = [&screen] {
        settle();
        const auto labels = screen.findChildren<QLabel *>();
        return std::ranges::count_if(labels, [&screen](const QLabel *label) {
            return label->isVisibleTo(&screen) && label->text().contains(u"UK-A032"_s);
        });
    };
    screen.setModel(receptionModel(visit));
    QCOMPARE(toldTimes(), 1);
    QVERIFY(find<QLabel>(screen, u"reception.questionnairesTitle"_s)->text().contains(u"取得できていません"_s));
    visit.vaccinationsError = Error{ErrorCode::ServerError, {}, {}};
    visit.error.reset();
    screen.setModel(receptionModel(visit));
    QCOMPARE(toldTimes(), 1);
}

void StaffScreensTest::recordsThatDifferStandBesideEachOtherUntilStaffConfirmed()
{
    VisitData visit = synthetic();
    visit.holder = CardHolder::ChildOrFamily;
    visit.check.expiresSoon = true;
    visit.check.notAfter = QDateTime(QDate(2026, 12, 1), QTime(15, 0), QTimeZone::utc()); // already the next day in Japan
    visit.binding = Binding::Similar;
    visit.doubts = {{{u"吉崎　ミノリ"_s, u"見本県見本市とても長い名前の町の北のはずれ九丁目9番9号 大変に長い名前の建物の999号室"_s,
                      QDate(2025, 11, 8), u"2"_s}, true, {PersonDifference::KanaKind, PersonDifference::Address}}};
    for (const QSize size : {narrow, wide}) {
        ReceptionScreen screen;
        screen.setModel(receptionModel(visit));
        present(screen, visit, size);
        screen.setPerson(personText(*visit.person, QDate(2026, 11, 20)), identityStates(visit, QDate(2026, 11, 20)));
        settle();
        keep(screen, u"reception-similar-%1"_s.arg(size.width()));
        verifyNothingIsClipped(screen);
        const auto text = [&](const QString &name) { return find<QLabel>(screen, name)->text(); };
        QCOMPARE(text(u"name.linked.1"_s), visit.person->name);
        QCOMPARE(text(u"name.other.1"_s), visit.doubts.first().other.name);
        QCOMPARE(text(u"name.other.3"_s), visit.doubts.first().other.address);
        QCOMPARE(text(u"name.otherTitle"_s), u"カード"_s);
        QSignalSpy confirmed(&screen, &ReceptionScreen::nameConfirmed);
        find<QAbstractButton>(screen, u"reception.nameConfirmed"_s)->click();
        QCOMPARE(confirmed.size(), 1);
        QStringList states;
        for (const StateLabel *state : screen.findChildren<StateLabel *>())
            states.append(state->state().word);
        for (const QString &word : {u"カードと書き方が違う"_s, u"代理：保護者"_s, u"証明書はR8.12.2まで"_s})
            QVERIFY2(states.contains(word), qPrintable(states.join(u'/')));
        // Confirmed, nobody reads two records any more.
        VisitData settled = visit;
        settled.binding = Binding::ConfirmedAloud;
        screen.setModel(receptionModel(settled));
        settle();
        for (const QLabel *label : screen.findChildren<QLabel *>())
            QVERIFY(!label->text().contains(visit.doubts.first().other.name));
        screen.setModel(receptionModel(visit));
        screen.clearPerson();
        settle();
        for (const QLabel *label : screen.findChildren<QLabel *>())
            QVERIFY(!label->text().contains(visit.doubts.first().other.name));
    }
}

void StaffScreensTest::reviewPutsExceptionsFirstAndFoldsTheRestWithItsCount()
{
    const VisitData visit = synthetic();
    for (const QSize size : {narrow, wide}) {
        ReviewScreen screen;
        screen.setModel(reviewModel(visit, u"Q-1"_s, false));
        present(screen, visit, size);
        verifyNothingIsClipped(screen);
        keep(screen, u"review-%1"_s.arg(size.width()));
        for (const QString &id : {u"T"_s, u"I"_s, u"A"_s, u"H"_s})
            QVERIFY2(find<QWidget>(screen, u"review.item.%1.1"_s.arg(id)), qPrintable(id));
        QVERIFY(!screen.findChild<QWidget *>(u"review.item.R0.1"_s));
        auto *fold = find<Button>(screen, u"review.fold"_s);
        QVERIFY(fold->text().contains(u"ほかの回答"_s));
        QTest::keyClick(&screen, Qt::Key_F6);
        settle();
        QVERIFY(screen.findChild<QWidget *>(u"review.item.R0.1"_s));
        keep(screen, u"review-open-%1"_s.arg(size.width()));
        verifyNothingIsClipped(screen);
    }
}

void StaffScreensTest::aTemperatureIsChangedWithAReasonByMouseAndKeys()
{
    VisitData visit = synthetic();
    ReviewScreen screen;
    screen.setModel(reviewModel(visit, u"Q-1"_s, false));
    present(screen, visit, narrow);
    const StaffMark mark{u"s1"_s, u"訓練 受付"_s, QDateTime(QDate(2026, 11, 20), QTime(1, 23), Qt::UTC)};
    connect(&screen, &ReviewScreen::answerChanged, this, [&](const AnswerKey &key, const AnswerResult &result, const QString &reason) {
        if (auto done = visit.questionnaires[0].session.setAnswer(key, result, reason, mark); done) {
            screen.closeEditor();
            screen.setModel(reviewModel(visit, u"Q-1"_s, false));
        } else {
            screen.showError(done.error());
        }
    });
    QTest::mouseClick(find<Button>(screen, u"review.item.T.1.edit"_s), Qt::LeftButton);
    settle();
    auto *field = find<QLineEdit>(screen, u"review.item.T.1.value"_s);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"37.1"_s);
    settle();
    keep(screen, u"review-editing"_s);
    verifyNothingIsClipped(screen);
    // Without a reason nothing is changed, and what was typed stays.
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!visit.questionnaires[0].session.hasChanges());
    QCOMPARE(field->text(), u"37.1"_s);
    QVERIFY(screen.findChild<QWidget *>(u"review.item.T.1.error"_s)->isVisible());
    QTest::mouseClick(find<Button>(screen, u"review.item.T.1.reason.0"_s), Qt::LeftButton);
    QTest::mouseClick(find<Button>(screen, u"review.item.T.1.apply"_s), Qt::LeftButton);
    QCOMPARE(std::get<QString>(visit.questionnaires[0].session.current({u"T"_s, 1})), u"37.1"_s);
    QCOMPARE(visit.questionnaires[0].session.change({u"T"_s, 1})->reason, changeReasons().first());
    settle();
    QVERIFY(find<Button>(screen, u"review.item.T.1.undo"_s));
    keep(screen, u"review-changed"_s);
}

void StaffScreensTest::anUnreadableValueKeepsWhatWasTypedAndSaysWhy()
{
    const VisitData visit = synthetic();
    ReviewScreen screen;
    screen.setModel(reviewModel(visit, u"Q-1"_s, false));
    present(screen, visit, narrow);
    QSignalSpy changed(&screen, &ReviewScreen::answerChanged);
    QTest::mouseClick(find<Button>(screen, u"review.item.T.1.edit"_s), Qt::LeftButton);
    settle();
    auto *field = find<QLineEdit>(screen, u"review.item.T.1.value"_s);
    field->insert(u"平熱"_s);
    QTest::mouseClick(find<Button>(screen, u"review.item.T.1.apply"_s), Qt::LeftButton);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(field->text(), u"平熱"_s);
    QVERIFY(screen.findChild<QWidget *>(u"review.item.T.1.error"_s)->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(!screen.findChild<QLineEdit *>(u"review.item.T.1.value"_s));
}

void StaffScreensTest::exclusiveChoicesClearEachOther()
{
    QuestionItem foods = measlesForm().groups[2].subgroups[0].items[2];
    AnswerEditor editor(foods, QStringList{u"e"_s}, u"f"_s);
    editor.show();
    const auto press = [&](const QString &value) { QTest::mouseClick(find<Button>(editor, u"f.choice."_s + value), Qt::LeftButton); };
    const auto isOn = [&](const QString &value) { return find<Button>(editor, u"f.choice."_s + value)->isChecked(); };
    press(u"m"_s);
    QVERIFY(isOn(u"e"_s) && isOn(u"m"_s));
    press(u"n"_s);
    QVERIFY(!isOn(u"e"_s) && !isOn(u"m"_s) && isOn(u"n"_s));
    press(u"e"_s);
    QVERIFY(isOn(u"e"_s) && !isOn(u"n"_s));
}

void StaffScreensTest::sensitiveAnswersAreCoveredUntilAskedFor()
{
    const VisitData visit = synthetic();
    ReviewScreen screen;
    screen.setModel(reviewModel(visit, u"Q-1"_s, false));
    present(screen, visit, wide);
    QTest::keyClick(&screen, Qt::Key_F6);
    QTRY_VERIFY(screen.findChild<QWidget *>(u"review.item.S.1"_s));
    const auto texts = [&] {
        QStringList found;
        for (const QLabel *label : screen.findChild<QWidget *>(u"review.item.S.1"_s)->findChildren<QLabel *>())
            found.append(label->text());
        return found;
    };
    QVERIFY(!texts().contains(u"はい"_s));
    QTest::mouseClick(screen.findChild<Button *>(u"review.item.S.1.uncover"_s), Qt::LeftButton);
    QTRY_VERIFY(texts().contains(u"はい"_s));
}

void StaffScreensTest::anAnswerThatChangedMeanwhileStandsFirstWithBothToChooseFrom()
{
    VisitData visit = synthetic();
    OpenQuestionnaire &open = visit.questionnaires[0];
    const StaffMark mark{u"s1"_s, u"訓練 受付"_s, QDateTime(QDate(2026, 11, 20), QTime(1, 24), Qt::UTC)};
    QVERIFY(open.session.setAnswer({u"I2"_s, 1}, u"かぜ"_s, u"本人・保護者から聞き取り"_s, mark));
    QuestionnaireRecord newer = *open.basis;
    newer.answers[2].result = u"中耳炎"_s;
    open.session = beginReview(newer, &open.session);
    ReviewScreen screen;
    present(screen, visit, narrow);
    screen.setModel(reviewModel(visit, u"Q-1"_s, false));
    settle();
    auto *row = find<QWidget>(screen, u"review.item.I2.1"_s);
    QVERIFY(row);
    // With the question that opened it, above all others.
    const int opener = find<QWidget>(screen, u"review.item.I.1"_s)->y();
    for (const QWidget *other : screen.findChildren<QWidget *>(QRegularExpression(u"^review\\.item\\.[^.]+\\.1$"_s)))
        QVERIFY2(other->y() >= opener, qPrintable(other->objectName()));
    QVERIFY(row->y() > opener);
    QStringList words;
    for (const StateLabel *state : row->findChildren<StateLabel *>())
        words.append(state->state().word);
    QVERIFY(words.contains(u"競合"_s));
    QVERIFY(words.contains(u"新しい回答：中耳炎"_s));
    QVERIFY(words.contains(u"かぜ"_s));
    verifyNothingIsClipped(screen);
    keep(screen, u"review-conflict"_s);
    QSignalSpy decided(&screen, &ReviewScreen::conflictDecided);
    QTest::mouseClick(find<Button>(screen, u"review.item.I2.1.theirs"_s), Qt::LeftButton);
    QCOMPARE(decided.size(), 1);
    QVERIFY(decided.first().at(1).toBool());
    QTest::mouseClick(find<Button>(screen, u"review.item.I2.1.mine"_s), Qt::LeftButton);
    QVERIFY(!decided.last().at(1).toBool());
}

void StaffScreensTest::marksOfStaffStayAfterADraftWasStored()
{
    VisitData visit = synthetic();
    OpenQuestionnaire &open = visit.questionnaires[0];
    const StaffMark mark{u"s1"_s, u"訓練 受付"_s, QDateTime(QDate(2026, 11, 20), QTime(1, 24), Qt::UTC)};
    QVERIFY(open.session.setAnswer({u"I2"_s, 1}, u"かぜ"_s, u"本人・保護者から聞き取り"_s, mark));
    QVERIFY(open.session.enterAnswer({u"R0"_s, 1}, u"1"_s));
    QuestionnaireRecord stored = *open.basis;
    stored.answers = open.session.answersToSend();
    open.session = beginReview(stored, &open.session);
    ReviewScreen screen;
    present(screen, visit, narrow);
    screen.setModel(reviewModel(visit, u"Q-1"_s, false));
    settle();
    auto *row = find<QWidget>(screen, u"review.item.I2.1"_s);
    QVERIFY(row);
    QStringList words;
    for (const QLabel *label : row->findChildren<QLabel *>())
        words.append(label->text());
    QVERIFY2(words.contains(u"訓練 受付 10:24・本人・保護者から聞き取り"_s), qPrintable(words.join(u'|')));
    QVERIFY(words.contains(u"突発性発しん（11月2日）"_s)); // what the person had answered
    QTest::keyClick(&screen, Qt::Key_F6);
    settle();
    QVERIFY(find<QWidget>(screen, u"review.item.R0.1"_s)->findChild<StateLabel *>());
    verifyNothingIsClipped(screen);
    keep(screen, u"review-marks-after-draft"_s);
}

void StaffScreensTest::aDoubtfulValueIsTheLastExceptionAndHoldsNothingUp()
{
    VisitData visit = synthetic();
    QuestionnaireRecord record = *visit.questionnaires[0].basis;
    QuestionItem &temperature = record.definition.groups[0].subgroups[0].items[0];
    temperature.isRangeWarningOnly = true;
    record.answers.append(answer(temperature.itemMasterId, u"43.0"_s));
    visit.questionnaires[0].basis = record;
    visit.questionnaires[0].session = beginReview(record, nullptr);
    for (const QString &key : visit.questionnaires[0].session.openWarnings())
        visit.questionnaires[0].session.acknowledgeWarning(key, {});
    ReviewScreen screen;
    present(screen, visit, narrow);
    screen.setModel(reviewModel(visit, u"Q-1"_s, false));
    settle();
    auto *row = find<QWidget>(screen, u"review.item.%1.1"_s.arg(temperature.itemMasterId));
    QVERIFY(row);
    QCOMPARE(row->findChildren<StateLabel *>().first()->state().word, u"値を確認"_s);
    // Nothing is left to mend: the key for the next one leads to the button.
    screen.activateWindow();
    QTest::keyClick(&screen, Qt::Key_F8);
    QTRY_COMPARE(screen.focusWidget() ? screen.focusWidget()->objectName() : QString(), u"review.submit"_s);
    keep(screen, u"review-doubtful"_s);
}

void StaffScreensTest::aReadOnlyQuestionnaireOffersNoChange()
{
    const VisitData visit = synthetic();
    ReviewScreen screen;
    screen.setModel(reviewModel(visit, u"Q-2"_s, false));
    present(screen, visit, narrow);
    QVERIFY(!screen.findChild<Button *>(u"review.item.T.1.edit"_s));
    QVERIFY(find<QWidget>(screen, u"review.access"_s)->isVisible());
    QVERIFY(!screen.findChild<Button *>(u"review.submit"_s)->isVisible());
    keep(screen, u"review-readonly"_s);
    screen.setModel(reviewModel(visit, u"Q-3"_s, false));
    // Not asked yet: the press on a change leads to the question, and nothing opens.
    auto *ask = screen.findChild<Button *>(u"review.proxyConsent"_s);
    QVERIFY(ask->isVisible());
    screen.findChild<Button *>(u"review.item.T.1.edit"_s)->click();
    QVERIFY(!screen.findChild<Button *>(u"review.item.T.1.apply"_s));
    QVERIFY(find<QWidget>(screen, u"review.notice"_s)->isVisible());
    QSignalSpy asked(&screen, &ReviewScreen::proxyConsentAsked);
    ask->click();
    QCOMPARE(asked.size(), 1);
}

void StaffScreensTest::warningsAreTickedAndCounted()
{
    VisitData visit = synthetic();
    ReviewScreen screen;
    screen.setModel(reviewModel(visit, u"Q-1"_s, false));
    present(screen, visit, narrow);
    QSignalSpy toggled(&screen, &ReviewScreen::warningToggled);
    auto *tick = find<QCheckBox>(screen, u"review.warning.1"_s);
    tick->setFocus();
    QTest::keyClick(tick, Qt::Key_Space);
    QCOMPARE(toggled.size(), 1);
    QCOMPARE(toggled[0][0].toString(), u"T024/0"_s);
    QCOMPARE(toggled[0][1].toBool(), true);
}

void StaffScreensTest::clearingTakesEveryWordOfThePersonAway()
{
    const VisitData visit = synthetic();
    ReviewScreen review;
    review.setModel(reviewModel(visit, u"Q-1"_s, false));
    present(review, visit, narrow);
    ReceptionScreen reception;
    reception.setModel(receptionModel(visit));
    present(reception, visit, narrow);
    review.clearPerson();
    reception.clearPerson();
    QTest::qWait(0); // what was deleted later is gone
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (QWidget *screen : {static_cast<QWidget *>(&review), static_cast<QWidget *>(&reception)}) {
        for (const QWidget *widget : screen->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const QString text = (label ? label->text() : QString()) + widget->accessibleName() + widget->accessibleDescription();
            for (const QString &canary : {u"みのり"_s, u"ミノリ"_s, u"令和7年"_s, u"突発性"_s, u"鶏卵"_s, u"麻しん"_s})
                QVERIFY2(!text.contains(canary), qPrintable(text));
        }
    }
}

void StaffScreensTest::resultsSayWhatIsSavedWhere()
{
    VisitData visit = synthetic();
    visit.questionnaires[0].outcome = RegistrationOutcome::Confirmed;
    visit.questionnaires[0].lastSent.answerStatusSeg = u"2"_s;
    visit.questionnaires[1].outcome = RegistrationOutcome::Unknown;
    visit.questionnaires[1].outcomeError = Error{ErrorCode::OutcomeUnknown, {}, {}};
    visit.questionnaires[2].outcome = RegistrationOutcome::Refused;
    visit.questionnaires[2].outcomeError = Error{ErrorCode::ChangedMeanwhile, {}, {}};
    visit.questionnaires[2].conflicting = visit.questionnaires[2].basis;
    visit.questionnaires[2].conflicting->answers[0].result = u"1"_s;
    const auto rows = resultRows(visit);
    QCOMPARE(rows[0].outcome.word, u"提出済"_s);
    QVERIFY(rows[1].canResolve && rows[1].error);
    QVERIFY(rows[2].canChoose && !rows[2].differences.isEmpty());
    for (const QSize size : {narrow, wide}) {
        ResultScreen screen;
        screen.setRows(rows);
        present(screen, visit, size);
        verifyNothingIsClipped(screen);
        keep(screen, u"results-%1"_s.arg(size.width()));
        QSignalSpy resolve(&screen, &ResultScreen::resolveRequested);
        QTest::mouseClick(find<Button>(screen, u"result.resolve.Q-2"_s), Qt::LeftButton);
        QCOMPARE(resolve.size(), 1);
    }
}

void StaffScreensTest::theSecretLeavesTheFieldAtOnce()
{
    SignInScreen screen;
    screen.setTrainingAccounts({{u"訓練 受付"_s, StaffRole::Reception, "Kunren-Uketsuke-1"}});
    screen.resize(narrow);
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
    verifyNothingIsClipped(screen);
    keep(screen, u"signin"_s);
    QString name;
    QByteArray secret;
    connect(&screen, &SignInScreen::signInRequested, this, [&](const QString &who, const std::shared_ptr<SecretBuffer> &bytes) {
        name = who;
        secret = QByteArray(reinterpret_cast<const char *>(bytes->bytes().data()), qsizetype(bytes->size()));
    });
    QTest::mouseClick(find<Button>(screen, u"signin.training.0"_s), Qt::LeftButton);
    QTest::mouseClick(find<Button>(screen, u"signin.submit"_s), Qt::LeftButton);
    QCOMPARE(name, u"訓練 受付"_s);
    QCOMPARE(secret, QByteArray("Kunren-Uketsuke-1"));
    QVERIFY(find<QLineEdit>(screen, u"signin.secret"_s)->text().isEmpty());
}

void StaffScreensTest::firstRunAsksForThePasswordTwice()
{
    SignInScreen screen;
    screen.setMode(SignInScreen::Mode::FirstRun);
    screen.resize(narrow);
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
    QSignalSpy requested(&screen, &SignInScreen::accountRequested);
    find<QLineEdit>(screen, u"signin.name"_s)->insert(u"責任者"_s);
    QTest::keyClicks(find<QLineEdit>(screen, u"signin.secret"_s), u"Correct-Horse-9"_s);
    QTest::keyClicks(find<QLineEdit>(screen, u"signin.again"_s), u"Correct-Horse-8"_s);
    QTest::mouseClick(find<Button>(screen, u"signin.submit"_s), Qt::LeftButton);
    QCOMPARE(requested.size(), 0);
    QVERIFY(find<QWidget>(screen, u"signin.notice"_s)->isVisible());
    QTest::keyClicks(find<QLineEdit>(screen, u"signin.again"_s), u"Correct-Horse-9"_s);
    QTest::mouseClick(find<Button>(screen, u"signin.submit"_s), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    keep(screen, u"firstrun"_s);
}

QTEST_MAIN(StaffScreensTest)
#include "tst_staffscreens.moc"
