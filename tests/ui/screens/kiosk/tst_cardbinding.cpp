// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/errortable.h"
#include "tests/ui/screens/kiosk/visitrig.h"
#include "ui/screens/staff/presenter.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>

#include <algorithm>

using namespace uk;
using namespace uktest;
using namespace Qt::StringLiterals;

namespace {

const StaffMember desk{u"staff-1"_s, u"訓練 受付"_s, StaffRole::Reception};

/// Up to the staff's review, from whatever screen is in front after the card was laid.
bool reachReview(VisitRig &rig, const QString &resident, const QString &choice, const QString &basicPin)
{
    if (!rig.waitFor(u"pin"_s) || !rig.typePin(u"1234"_s))
        return false;
    if (!choice.isEmpty() && !(rig.waitFor(u"choosePerson"_s) && rig.click(choice)))
        return false;
    if (!basicPin.isEmpty() && !(rig.waitFor(u"pin"_s) && rig.typePin(basicPin)))
        return false;
    // What could not be read is told, and the visit goes on.
    const auto isTold = [] { return InputDriver::find(u"cardcheck.goOn"_s) != nullptr; };
    static_cast<void>(QTest::qWaitFor([&] { return isTold() || rig.flow().screenName() == "consent"_L1; }, 20000));
    if (isTold() && !rig.click(u"cardcheck.goOn"_s))
        return false;
    if (!rig.waitFor(u"consent"_s) || !rig.link(resident))
        return false;
    if (!QTest::qWaitFor([&] { return rig.visit().state() == VisitState::Curtain; }, 20000))
        return false;
    rig.visit().setStaff(desk);
    rig.visit().raise(VisitEvent::StaffUnlocked);
    return rig.visit().state() == VisitState::Reviewing;
}

std::optional<ErrorCode> submitted(VisitRig &rig)
{
    const QString id = rig.visit().data().questionnaires.first().summary.questionnaireManagementId;
    const auto outcome = rig.visit().submit(id, true);
    return outcome ? std::nullopt : std::optional(outcome.error().code);
}

QString lastLine(const VisitRig &rig, const QString &event)
{
    const QStringList lines = rig.auditLines();
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        if (line->contains(event))
            return *line;
    return {};
}

} // namespace

/// Whose card it is: the card's record against PMH's, who acts for whom, and what staff confirm before any effect.
class CardBindingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { theme::apply(*qApp, theme::Mode::Light); }
    void withoutBasicInfo_nothingIsSentBeforeStaffConfirmed_data();
    void withoutBasicInfo_nothingIsSentBeforeStaffConfirmed();
    void otherWriting_isConfirmedByStaffWithBothRecordsBesideEachOther_data();
    void otherWriting_isConfirmedByStaffWithBothRecordsBesideEachOther();
    void otherPerson_stopsTheVisitAndSaysWhoseCardIsWanted_data();
    void otherPerson_stopsTheVisitAndSaysWhoseCardIsWanted();
    void whoActs_isInTheWordsTheHeaderAndTheLog_data();
    void whoActs_isInTheWordsTheHeaderAndTheLog();
};

void CardBindingTest::withoutBasicInfo_nothingIsSentBeforeStaffConfirmed_data()
{
    QTest::addColumn<bool>("asksBasicInfo");
    QTest::addColumn<bool>("hasRoots");
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("basicPin");
    const QString self = u"choose.self"_s;
    QTest::newRow("setting off") << false << true << QString() << QString() << QString();
    QTest::newRow("declined") << true << true << QString() << u"choose.skip"_s << QString();
    QTest::newRow("PIN locked") << true << true << u"basic-info-pin-blocked"_s << QString() << QString();
    QTest::newRow("roots missing") << true << false << QString() << self << u"5678"_s;
    QTest::newRow("signature invalid") << true << true << u"forged-basic-info"_s << self << u"5678"_s;
}

void CardBindingTest::withoutBasicInfo_nothingIsSentBeforeStaffConfirmed()
{
    QFETCH(bool, asksBasicInfo);
    QFETCH(bool, hasRoots);
    QFETCH(QString, variant);
    QFETCH(QString, choice);
    QFETCH(QString, basicPin);
    VisitRig rig({1366, 768}, u"ja"_s, {.hasBasicInfoRoots = hasRoots, .asksBasicInfo = asksBasicInfo});
    rig.layChanged(u"katsuragi"_s, [&](CardPerson &card) {
        if (!variant.isEmpty())
            card.variants = {variant};
    });
    QVERIFY(reachReview(rig, u"katsuragi"_s, choice, basicPin));
    const VisitData &held = rig.visit().data();
    QVERIFY(!held.basicFour);
    QVERIFY(held.person && !held.person->name.isEmpty() && held.person->dateOfBirth.isValid()); // PMH's alone
    QCOMPARE(held.binding, Binding::NotRead);
    const NameQuestion question = nameQuestion(held);
    QVERIFY(question.isAsked && !question.isConfirmed && question.compared.isEmpty());
    QCOMPARE(submitted(rig), std::optional(ErrorCode::NameNotConfirmed));
    QCOMPARE(rig.visit().state(), VisitState::Reviewing); // nothing went out
    rig.visit().confirmNameAloud(true);
    QTRY_COMPARE(held.binding, Binding::ConfirmedAloud);
    const QString line = lastLine(rig, u"name.confirmed"_s);
    QVERIFY2(line.contains(u"cardNotRead"_s) && line.contains(desk.id), qPrintable(line));
    QVERIFY(!line.contains(held.person->name));
    // A tick that is taken away counts no more.
    rig.visit().confirmNameAloud(false);
    QCOMPARE(held.binding, Binding::NotRead);
    QCOMPARE(submitted(rig), std::optional(ErrorCode::NameNotConfirmed));
}

void CardBindingTest::otherWriting_isConfirmedByStaffWithBothRecordsBesideEachOther_data()
{
    QTest::addColumn<QString>("resident");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("reason");
    QTest::newRow("address") << u"minori"_s << QString() << u"見本県見本市ほかの町9番9号"_s << u"address"_s;
    QTest::newRow("character that the card lacks") << u"katsuragi"_s << u"葛城　●太●"_s << QString() << u"replacedCharacter"_s;
}

void CardBindingTest::otherWriting_isConfirmedByStaffWithBothRecordsBesideEachOther()
{
    QFETCH(QString, resident);
    QFETCH(QString, name);
    QFETCH(QString, address);
    QFETCH(QString, reason);
    VisitRig rig;
    rig.layChanged(resident, [&](CardPerson &card) {
        if (!name.isEmpty())
            card.name = name;
        if (!address.isEmpty())
            card.address = address;
    });
    QVERIFY(reachReview(rig, resident, u"choose.family"_s, u"5678"_s));
    const QString onCard = name + address; // one of them
    const VisitData &held = rig.visit().data();
    QCOMPARE(held.binding, Binding::Similar);
    QCOMPARE(held.doubts.size(), 1);
    QCOMPARE(held.doubts.first().differences.size(), 1);
    QCOMPARE(differenceName(held.doubts.first().differences.first()), reason);
    const NameQuestion question = nameQuestion(held);
    QVERIFY(question.isAsked && !question.isConfirmed);
    QCOMPARE(question.differences.size(), 1);
    const auto field = std::ranges::find(question.compared, onCard, &ComparedField::other); // as on the card
    QVERIFY(field != question.compared.end());
    QCOMPARE(field->linked, name.isEmpty() ? held.person->address : held.person->name);
    QCOMPARE(submitted(rig), std::optional(ErrorCode::NameNotConfirmed));
    rig.visit().confirmNameAloud(true);
    QTRY_COMPARE(held.binding, Binding::ConfirmedAloud);
    const QString line = lastLine(rig, u"name.confirmed"_s);
    QVERIFY2(line.contains(u"\"%1\""_s.arg(reason)), qPrintable(line));
    QVERIFY(!line.contains(onCard));
    rig.visit().confirmNameAloud(false);
    QCOMPARE(held.binding, Binding::Similar);
    // The same answers inquired again bring no new doubt; the confirmation stays.
    rig.visit().confirmNameAloud(true);
    QTRY_COMPARE(held.binding, Binding::ConfirmedAloud);
    rig.visit().raise(VisitEvent::FetchRequested);
    QTRY_VERIFY(!held.questionnaires.isEmpty() && rig.visit().state() == VisitState::Reviewing);
    QTest::qWait(300);
    QCOMPARE(held.binding, Binding::ConfirmedAloud);
    QCOMPARE(held.doubts.size(), 1);
}

void CardBindingTest::otherPerson_stopsTheVisitAndSaysWhoseCardIsWanted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QDate>("birthday");
    QTest::newRow("parent's card") << u"𠮷﨑　母"_s << QDate(1990, 4, 1);
    QTest::newRow("parent's card, same name") << u"𠮷﨑　みのり"_s << QDate(1990, 4, 1);
    QTest::newRow("twin's card") << u"𠮷﨑　ひかり"_s << QDate(2025, 11, 8);
}

void CardBindingTest::otherPerson_stopsTheVisitAndSaysWhoseCardIsWanted()
{
    QFETCH(QString, name);
    QFETCH(QDate, birthday);
    VisitRig rig;
    rig.layChanged(u"minori"_s, [&](CardPerson &card) {
        card.name = name;
        card.dateOfBirth = birthday;
    });
    QVERIFY(rig.waitFor(u"pin"_s) && rig.typePin(u"1234"_s) && rig.waitFor(u"choosePerson"_s) && rig.click(u"choose.family"_s));
    QVERIFY(rig.waitFor(u"pin"_s) && rig.typePin(u"5678"_s) && rig.waitFor(u"consent"_s));
    for (const QString &control : {u"consent.agree"_s, u"terms-agree"_s, u"next"_s, u"method-ic"_s, u"resident-minori"_s, u"link"_s})
        QVERIFY(rig.click(control));
    QTRY_VERIFY_WITH_TIMEOUT(rig.visit().state() == VisitState::CardForgotten || rig.visit().state() == VisitState::Idle, 20000);
    QVERIFY(!rig.visit().data().person && !rig.visit().data().basicFour);
    rig.takeCardAway();
    QVERIFY(rig.waitFor(u"cardCheck"_s));
    QVERIFY(rig.flow().shownError());
    QCOMPARE(rig.flow().shownError()->code, ErrorCode::BasicInfoMismatch);
    QVERIFY(rig.wholeText().contains(u"お子さまのカード"_s));
    QVERIFY(!rig.wholeText().contains(name));
    QCOMPARE(rig.look(u"reason-other-person"_s), QString());
    QVERIFY(lastLine(rig, u"visit.ended"_s).contains(u"UK-C062"_s));
}

void CardBindingTest::whoActs_isInTheWordsTheHeaderAndTheLog_data()
{
    QTest::addColumn<QString>("resident");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("reason");
    QTest::newRow("guardian for a child") << u"minori"_s << u"choose.family"_s << u"いま置いてあるカード"_s << u"代理：保護者"_s << u"proxy"_s;
    QTest::newRow("relative for an adult") << u"kiyoshi"_s << u"choose.family"_s << u"いま置いてあるカード"_s << u"代理：ご家族"_s << u"proxy"_s;
    QTest::newRow("adult") << u"katsuragi"_s << u"choose.self"_s << u"ご自分で決めた"_s << QString() << u"self"_s;
    QTest::newRow("small child alone") << u"minori"_s << u"choose.self"_s << u"ご自分で決めた"_s << u"付き添いを確認"_s << u"self"_s;
}

void CardBindingTest::whoActs_isInTheWordsTheHeaderAndTheLog()
{
    QFETCH(QString, resident);
    QFETCH(QString, choice);
    QFETCH(QString, words);
    QFETCH(QString, header);
    QFETCH(QString, reason);
    VisitRig rig;
    QVERIFY(rig.lay(resident) && rig.waitFor(u"pin"_s) && rig.typePin(u"1234"_s) && rig.waitFor(u"choosePerson"_s));
    QVERIFY(rig.click(choice) && rig.waitFor(u"pin"_s));
    QVERIFY2(rig.text(u"pin.which"_s).contains(words), qPrintable(rig.text(u"pin.which"_s)));
    QCOMPARE(rig.look(u"pin-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')), QString());
    QVERIFY(rig.typePin(u"9999"_s));
    QTRY_VERIFY(rig.text(u"pin.tries"_s).contains(u"番号がちがいました"_s));
    QVERIFY(rig.text(u"pin.which"_s).contains(words)); // also after a wrong entry
    QVERIFY(rig.typePin(u"5678"_s) && rig.waitFor(u"consent"_s) && rig.link(resident));
    QTRY_COMPARE(rig.visit().state(), VisitState::Curtain);
    QCOMPARE(rig.visit().data().binding, Binding::MatchesCard); // the card's person counts, whoever acts
    QStringList states;
    for (const StateText &state : identityStates(rig.visit().data(), QDate(2026, 11, 21)))
        states.append(state.word);
    QVERIFY2(header.isEmpty() || states.contains(header), qPrintable(states.join(u'/')));
    QVERIFY(!header.isEmpty() || !states.join(u'/').contains(u"代理"_s));
    const QString line = lastLine(rig, u"consent.given"_s);
    QVERIFY2(line.contains(u"\"%1\""_s.arg(reason)), qPrintable(line));
    QVERIFY(!line.contains(rig.visit().data().person->name));
}

QTEST_MAIN(CardBindingTest)
#include "tst_cardbinding.moc"
