// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/entrylist.h"
#include "ui/answers/answerinput.h"
#include "ui/answers/entryfield.h"
#include "ui/answers/partfields.h"
#include "ui/answers/temperaturewheels.h"
#include "ui/screens/patient/entryscreen.h"
#include "ui/screens/staff/reviewscreen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scannerguard.h"

#include <QComboBox>
#include <QDir>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

QuestionItem item(AnswerType type, const QString &id = u"X-1"_s)
{
    QuestionItem made;
    made.itemMasterId = id;
    made.label = u"体温は何度ですか（訓練）"_s;
    made.type = type;
    return made;
}

/// An input in a window of its own, as its owners place it.
struct Stand
{
    explicit Stand(const QuestionItem &question, const AnswerResult &current = QString(), Button::For audience = Button::For::Staff)
        : input(question, current, u"x"_s, audience, &window)
    {
        auto *column = new QVBoxLayout(&window);
        for (QWidget *part : {input.field(), input.keys()})
            if (part)
                column->addWidget(part);
        window.show();
    }
    template<class T>
    T *find(const QString &name) { return window.findChild<T *>(name); }
    QString value() const
    {
        const auto result = input.value();
        return !result ? u"unreadable"_s : std::holds_alternative<QString>(*result) ? std::get<QString>(*result)
                                                                                    : std::get<QStringList>(*result).join(u',');
    }

    QWidget window;
    AnswerInput input;
};

void keep(QWidget &widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES"); !folder.isEmpty())
        QVERIFY(widget.grab().save(QDir(folder).filePath(name + u".png"_s)));
}

/// Real key events with their text, also for what an English keyboard does not have.
void typeInto(QWidget *field, const QString &text)
{
    for (const QChar sign : text) {
        QKeyEvent press(QEvent::KeyPress, sign.unicode() < 0x80 ? sign.toUpper().unicode() : 0, Qt::NoModifier, QString(sign));
        QCoreApplication::sendEvent(field, &press);
    }
}

Choice choice(const QString &value, const QString &label, bool isExclusive = false)
{
    return {value, label, isExclusive};
}

} // namespace

class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void cleanup() { theme::apply(*qApp, theme::Mode::Light); }
    void aTemperatureIsTurnedOrTypedAndBothSayTheSame();
    void nobodysTemperatureStandsOnTheWheels();
    void digitsAreTakenWithoutAnInputMethodAndInFullWidth_data();
    void digitsAreTakenWithoutAnInputMethodAndInFullWidth();
    void aDateIsFilledInPartsInEveryCalendar();
    void anAgeMayBeSaidInMonths();
    void aPadFillsTheFieldThatIsActive();
    void anExclusiveChoiceStandsAlone();
    void aTextTellsHowMuchOfItsLengthIsUsed();
    void onlyWhatIsAskedAndWhatItOpensIsEntered();
    void aQuestionInThePersonsHandsShowsNothingElse();
    void patientsControlsAreLarge_data();
    void patientsControlsAreLarge();
    void aScannerIsToldFromAPerson_data();
    void aScannerIsToldFromAPerson();
    void aBurstPressesNothingAndSubmitsNoDigits();
    void everyKeyOfAScreenStandsOnItsSheet();
};

void AnswersTest::aTemperatureIsTurnedOrTypedAndBothSayTheSame()
{
    Stand stand(item(AnswerType::Temperature), u"36.8"_s);
    QCOMPARE(stand.value(), u"36.8"_s);
    auto *tenths = stand.find<Wheel>(u"x.tenths"_s);
    tenths->setFocus();
    QTest::keyClick(tenths, Qt::Key_Up);
    QTest::keyClick(tenths, Qt::Key_Up); // 9 is followed by 0, and the degree is somebody's own decision
    QCOMPARE(stand.value(), u"36.0"_s);
    QTest::mouseClick(stand.find<Button>(u"x.whole.up"_s), Qt::LeftButton);
    QCOMPARE(stand.value(), u"37.0"_s);
    auto *line = stand.find<EntryField>(u"x.value"_s);
    line->selectAll();
    typeInto(line, u"３８．４"_s);
    QCOMPARE(stand.value(), u"38.4"_s);
    QCOMPARE(stand.find<Wheel>(u"x.whole"_s)->value(), 38);
    QCOMPARE(tenths->value(), 4);
}

void AnswersTest::nobodysTemperatureStandsOnTheWheels()
{
    Stand stand(item(AnswerType::Temperature), QString(), Button::For::Patient);
    QCOMPARE(stand.value(), QString());
    QVERIFY(!stand.find<Wheel>(u"x.whole"_s)->isSet());
    QTest::mouseClick(stand.find<Button>(u"x.tenths.up"_s), Qt::LeftButton);
    QCOMPARE(stand.value(), u"36.5"_s);
    QTest::mouseClick(stand.find<Button>(u"x.tenths.up"_s), Qt::LeftButton);
    QCOMPARE(stand.value(), u"36.6"_s);
}

void AnswersTest::digitsAreTakenWithoutAnInputMethodAndInFullWidth_data()
{
    QTest::addColumn<AnswerType>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("whole") << AnswerType::Integer << u"３０２０"_s << u"3020"_s;
    QTest::newRow("decimal") << AnswerType::Decimal << u"２．５"_s << u"2.5"_s;
    QTest::newRow("temperature") << AnswerType::Temperature << u"３６．５"_s << u"36.5"_s;
    QTest::newRow("short era") << AnswerType::Date << u"R7.4.1"_s << u"2025-04-01"_s;
    QTest::newRow("western") << AnswerType::Date << u"2025/4/1"_s << u"2025-04-01"_s;
    QTest::newRow("western in full width") << AnswerType::Date << u"２０２５／４／１"_s << u"2025-04-01"_s;
    QTest::newRow("year and month") << AnswerType::YearMonth << u"R7.4"_s << u"2025-04"_s;
    QTest::newRow("age") << AnswerType::Age << u"１歳２か月"_s << u"P1Y2M"_s;
    QTest::newRow("no day") << AnswerType::Date << u"2025/2/30"_s << u"unreadable"_s;
}

void AnswersTest::digitsAreTakenWithoutAnInputMethodAndInFullWidth()
{
    QFETCH(const AnswerType, type);
    QFETCH(const QString, typed);
    Stand stand(item(type));
    auto *line = stand.find<EntryField>(u"x.value"_s);
    QVERIFY(!line->testAttribute(Qt::WA_InputMethodEnabled));
    typeInto(line, typed);
    QTEST(stand.value(), "expected");
}

void AnswersTest::aDateIsFilledInPartsInEveryCalendar()
{
    Stand stand(item(AnswerType::Date));
    auto *eras = stand.find<QComboBox>(u"x.era"_s);
    const QStringList names = eraNames();
    const std::pair<QString, QString> days[] = {{u"令和"_s, u"2025-04-01"_s}, {u"平成"_s, u"1995-04-01"_s},
                                                {u"昭和"_s, u"1932-04-01"_s}, {u"大正"_s, u"1918-04-01"_s}};
    for (const auto &[era, expected] : days) {
        eras->setCurrentText(era);
        Q_EMIT eras->activated(int(names.indexOf(era)));
        for (const auto &[field, digits] : {std::pair{u"x.years"_s, u"7"_s}, {u"x.months"_s, u"４"_s}, {u"x.days"_s, u"1"_s}}) {
            auto *line = stand.find<EntryField>(field);
            line->clear();
            typeInto(line, digits);
        }
        QCOMPARE(stand.value(), expected);
    }
    Q_EMIT eras->activated(int(names.size()) - 1);
    auto *years = stand.find<EntryField>(u"x.years"_s);
    years->clear();
    typeInto(years, u"2019"_s);
    QCOMPARE(stand.value(), u"2019-04-01"_s);
    // Read back in the other calendar, so that a wrong era is seen.
    QCOMPARE(stand.find<Label>(u"x.reading"_s)->text(), u"平成31年4月1日（2019年）"_s);
    stand.find<EntryField>(u"x.days"_s)->clear();
    typeInto(stand.find<EntryField>(u"x.days"_s), u"31"_s);
    QCOMPARE(stand.value(), u"unreadable"_s); // 31 April
}

void AnswersTest::anAgeMayBeSaidInMonths()
{
    Stand stand(item(AnswerType::Age), u"P1Y2M"_s);
    QCOMPARE(stand.find<EntryField>(u"x.years"_s)->text(), u"1"_s);
    QCOMPARE(stand.find<EntryField>(u"x.months"_s)->text(), u"2"_s);
    auto *years = stand.find<EntryField>(u"x.years"_s);
    years->selectAll();
    QTest::keyClick(years, Qt::Key_Delete);
    QCOMPARE(stand.value(), u"P0Y2M"_s);
}

void AnswersTest::aPadFillsTheFieldThatIsActive()
{
    Stand number(item(AnswerType::Decimal), QString(), Button::For::Patient);
    for (const QString &key : {u"digit.4"_s, u"digit.2"_s, u"erase"_s, u"point"_s, u"point"_s, u"digit.5"_s})
        QTest::mouseClick(number.find<Button>(u"x.pad."_s + key), Qt::LeftButton);
    QCOMPARE(number.value(), u"4.5"_s);

    Stand day(item(AnswerType::Date), QString(), Button::For::Patient);
    day.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&day.window));
    day.input.focusFirst();
    QTest::mouseClick(day.find<Button>(u"x.era.2"_s), Qt::LeftButton); // 昭和
    for (const int digit : {1, 5, 1, 2, 3})
        QTest::mouseClick(day.find<Button>(u"x.pad.digit.%1"_s.arg(digit)), Qt::LeftButton);
    QCOMPARE(day.value(), u"1940-12-03"_s); // each part goes on to the next when it is full
}

void AnswersTest::anExclusiveChoiceStandsAlone()
{
    QuestionItem question = item(AnswerType::MultipleChoice);
    question.choices = {choice(u"1"_s, u"ぜんそく"_s), choice(u"2"_s, u"アトピー"_s), choice(u"0"_s, u"どれもない"_s, true)};
    Stand stand(question, QStringList());
    const auto press = [&](const QString &value) { QTest::mouseClick(stand.find<Button>(u"x.choice."_s + value), Qt::LeftButton); };
    press(u"2"_s);
    press(u"1"_s);
    QCOMPARE(stand.value(), u"1,2"_s); // in the order of the form
    press(u"0"_s);
    QCOMPARE(stand.value(), u"0"_s);
    press(u"1"_s);
    QCOMPARE(stand.value(), u"1"_s);
}

void AnswersTest::aTextTellsHowMuchOfItsLengthIsUsed()
{
    QuestionItem question = item(AnswerType::ShortText);
    question.maxLength = 4;
    Stand stand(question);
    QVERIFY(stand.find<EntryField>(u"x.value"_s)->testAttribute(Qt::WA_InputMethodEnabled));
    typeInto(stand.find<EntryField>(u"x.value"_s), u"abc"_s);
    QCOMPARE(stand.find<Label>(u"x.reading"_s)->text(), u"入力した文字 3／4"_s);
    typeInto(stand.find<EntryField>(u"x.value"_s), u"def"_s);
    QVERIFY(stand.find<Label>(u"x.reading"_s)->text().contains(u"2文字減らして"_s));
}

void AnswersTest::onlyWhatIsAskedAndWhatItOpensIsEntered()
{
    QuestionItem illness = item(AnswerType::YesNo, u"A"_s), which = item(AnswerType::ShortText, u"B"_s),
                 other = item(AnswerType::ShortText, u"C"_s), note = item(AnswerType::Note, u"N"_s);
    illness.choices = {choice(u"1"_s, u"はい"_s), choice(u"0"_s, u"いいえ"_s)};
    which.visibleWhen = VisibilityRule{u"A"_s, {u"1"_s}};
    Subgroup subgroup;
    subgroup.items = {other, which, note, illness};
    const Definition definition{{Group{u"1"_s, {subgroup}}}};
    ReviewSession session(definition, {}, {}, {});
    const AnswerKey a{u"A"_s, 1}, b{u"B"_s, 1}, c{u"C"_s, 1};
    QCOMPARE(unansweredQuestions(session), (QList{c, a}));
    QCOMPARE(questionsToEnter(session, {a}), QList{a});
    QVERIFY(session.enterAnswer(a, u"1"_s));
    QCOMPARE(questionsToEnter(session, {a}), (QList{a, b}));
    QCOMPARE(questionsToEnter(session, {b, a, b}), (QList{b, a}));
    QVERIFY(session.enterAnswer(a, u"0"_s));
    QCOMPARE(questionsToEnter(session, {a, b}), QList{a}); // hidden again
    QVERIFY(questionsToEnter(session, {{u"N"_s, 1}, {u"unknown"_s, 1}}).isEmpty());
}

void AnswersTest::aQuestionInThePersonsHandsShowsNothingElse()
{
    EntryScreen screen;
    screen.resize(1366, 768);
    QuestionItem question = item(AnswerType::Temperature);
    question.isRequired = true;
    screen.ask({question, 1, 1, QString(), 2, 5});
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
    QCOMPARE(screen.findChild<Label *>(u"entry.question"_s)->text(), question.label);
    QCOMPARE(screen.findChild<Label *>(u"entry.progress"_s)->text(), u"質問 2／5"_s);
    QSignalSpy answered(&screen, &EntryScreen::answered);
    auto *next = screen.findChild<Button *>(u"entry.next"_s);
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(answered.size(), 0); // required: it says so and stays
    QVERIFY(screen.findChild<QWidget *>(u"entry.problem"_s)->isVisible());
    QTest::mouseClick(screen.findChild<Button *>(u"entry.whole.up"_s), Qt::LeftButton);
    QTRY_VERIFY(!screen.findChild<QWidget *>(u"entry.problem"_s)->isVisible());
    QTest::qWait(450); // a second tap of a trembling hand is none
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(std::get<QString>(answered[0][0].value<AnswerResult>()), u"36.5"_s);
    screen.clear();
    for (const QLabel *label : screen.findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(question.label), qPrintable(label->objectName()));
    QVERIFY(!screen.findChild<QWidget *>(u"entry.value"_s));
}

void AnswersTest::patientsControlsAreLarge_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    for (const QSize size : {QSize(1280, 720), QSize(1366, 768), QSize(1080, 1920)})
        for (const double scale : {1.0, 2.0})
            QTest::addRow("%dx%d %d%%", size.width(), size.height(), int(scale * 100)) << size << scale;
}

void AnswersTest::patientsControlsAreLarge()
{
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    theme::apply(*qApp, theme::Mode::Light, scale);
    EntryScreen screen;
    screen.setMmWidth(size.width() * 0.26);
    screen.resize(size);
    screen.show();
    QVERIFY(QTest::qWaitForWindowExposed(&screen));
    QList<QuestionItem> questions;
    for (const AnswerType type : {AnswerType::YesNo, AnswerType::MultipleChoice, AnswerType::Integer, AnswerType::Decimal,
                                  AnswerType::Temperature, AnswerType::Date, AnswerType::YearMonth, AnswerType::Age,
                                  AnswerType::ShortText, AnswerType::LongText, AnswerType::Consent}) {
        QuestionItem question = item(type);
        question.label = u"きょうの体の調子について、ふだんとちがうところがありますか（訓練）"_s;
        question.choices = {choice(u"1"_s, u"はい"_s), choice(u"0"_s, u"いいえ"_s)};
        if (type == AnswerType::MultipleChoice)
            for (int i = 2; i < 9; ++i)
                question.choices.append(choice(QString::number(i), u"選択肢その%1"_s.arg(i)));
        if (type == AnswerType::LongText)
            question.maxLength = 200;
        screen.ask({question, 1, 1, QString(), 1, 3});
        QTest::qWait(60);
        keep(screen, u"entry-%1-%2-%3"_s.arg(size.width()).arg(int(scale * 100)).arg(int(type), 2, 10, QChar(u'0')));
        const int target = int(20 / 0.26);
        for (const Button *button : screen.findChildren<Button *>()) {
            // At twice the text a low display leaves a pad no more than 16 mm; everything else keeps its 20 mm.
            const bool isSqueezed = scale > 1.0 && size.height() < 900 && button->objectName().startsWith(u"entry.pad."_s);
            if (!button->isVisible() || !button->objectName().startsWith(u"entry."_s) || isSqueezed)
                continue;
            QVERIFY2(button->height() >= target - 1 && button->width() >= target - 1,
                     qPrintable(u"%1 %2x%3"_s.arg(button->objectName()).arg(button->width()).arg(button->height())));
        }
        for (const QString &name : {u"entry.next"_s, u"entry.skip"_s, u"entry.end"_s}) {
            const auto *button = screen.findChild<Button *>(name);
            QVERIFY2(screen.rect().contains(QRect(button->mapTo(&screen, QPoint()), button->size())), qPrintable(name));
        }
    }
}

void AnswersTest::aScannerIsToldFromAPerson_data()
{
    QTest::addColumn<QList<int>>("gaps"); // ms before each character, then before Enter
    QTest::addColumn<bool>("isBurst");
    QTest::newRow("ean 13") << QList<int>(14, 2) << true;
    QTest::newRow("six characters") << QList<int>(7, 34) << true;
    QTest::newRow("five characters") << QList<int>(6, 2) << false;
    QTest::newRow("a person") << QList<int>(10, 90) << false;
    QTest::newRow("just slow enough") << QList<int>(10, 35) << false;
    QTest::newRow("enter comes later") << QList<int>{2, 2, 2, 2, 2, 2, 2, 200} << false;
    QTest::newRow("begins slowly") << QList<int>{200, 200, 2, 2, 2, 2, 2, 2} << true;
    QTest::newRow("slow in the middle") << QList<int>{2, 2, 2, 2, 60, 2, 2, 2} << false;
}

void AnswersTest::aScannerIsToldFromAPerson()
{
    QFETCH(const QList<int>, gaps);
    QFETCH(const bool, isBurst);
    ScannerBurst burst;
    qint64 now = 1000;
    for (qsizetype i = 0; i + 1 < gaps.size(); ++i)
        burst.feedCharacter(now += gaps[i]);
    now += gaps.last();
    QCOMPARE(burst.feedEnter(now), isBurst);
    QVERIFY(!burst.feedEnter(now)); // Enter alone is a person's
}

void AnswersTest::aBurstPressesNothingAndSubmitsNoDigits()
{
    ScannerGuard guard;
    QSignalSpy ignored(&guard, &ScannerGuard::burstIgnored);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    Button button(Button::Kind::Primary, u"提出する"_s, Button::For::Staff, &window);
    EntryField digits(FieldKind::Whole, Button::For::Staff, &window);
    EntryField text(FieldKind::Text, Button::For::Staff, &window);
    for (QWidget *widget : {static_cast<QWidget *>(&button), static_cast<QWidget *>(&digits), static_cast<QWidget *>(&text)})
        column->addWidget(widget);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy pressed(&button, &QPushButton::clicked), submitted(&digits, &QLineEdit::returnPressed),
        entered(&text, &QLineEdit::returnPressed);
    // The time that the system tells with each key, not the test's own speed.
    const auto send = [&](int key, const QString &sign, ulong at) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, sign), release(QEvent::KeyRelease, key, Qt::NoModifier, sign);
        press.setTimestamp(at);
        release.setTimestamp(at + 1);
        QCoreApplication::sendEvent(window.windowHandle(), &press);
        QCoreApplication::sendEvent(window.windowHandle(), &release);
    };
    ulong now = 10000;
    const auto scan = [&](ulong gap) {
        now += 1000;
        for (const QChar sign : u"49 0123456"_s)
            send(sign.unicode(), sign, now += gap);
        send(Qt::Key_Return, u"\r"_s, now += gap);
    };
    button.setFocus();
    scan(3);
    QCOMPARE(pressed.size(), 0);
    QCOMPARE(ignored.size(), 1);
    send(Qt::Key_Return, u"\r"_s, now += 1000); // a person
    QCOMPARE(pressed.size(), 1);
    digits.setFocus();
    scan(3);
    QCOMPARE(submitted.size(), 0);
    QCOMPARE(digits.text(), u"49 0123456"_s);
    scan(80); // typed by a person
    QCOMPARE(submitted.size(), 1);
    text.setFocus();
    scan(3);
    QCOMPARE(text.text(), u"49 0123456"_s);
    QCOMPARE(entered.size(), 1);
}

void AnswersTest::everyKeyOfAScreenStandsOnItsSheet()
{
    ReviewScreen screen;
    screen.resize(1366, 768);
    screen.show();
    screen.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&screen));
    QSet<QStringList> seen;
    for (const KeyMeaning &one : screen.allKeys()) {
        QVERIFY2(!one.meaning.isEmpty(), qPrintable(one.keys.join(u'+')));
        QVERIFY2(!seen.contains(one.keys), qPrintable(one.keys.join(u'+'))); // no key means two things
        seen.insert(one.keys);
    }
    for (const QStringList &key : {QStringList{u"F8"_s}, {u"F6"_s}, {u"Esc"_s}, {u"F5"_s}, {u"Alt"_s, u"1"_s}, {u"Ctrl"_s, u"Z"_s}, {u"F1"_s}, {u"F2"_s}, {u"Ctrl"_s, u"L"_s}})
        QVERIFY2(seen.contains(key), qPrintable(key.join(u'+')));
    QSignalSpy back(&screen, &ReviewScreen::backRequested);
    QTest::keyClick(&screen, Qt::Key_F1);
    auto *sheet = screen.findChild<QWidget *>(u"keys.sheet"_s);
    QVERIFY(sheet && sheet->isVisible());
    keep(screen, u"keys"_s);
    QTest::keyClick(screen.focusWidget(), Qt::Key_Escape); // leaves the sheet, not the review
    QTRY_VERIFY(!screen.findChild<QWidget *>(u"keys.sheet"_s));
    QCOMPARE(back.size(), 0);
    QVERIFY(screen.footer()->isEnabled());
    QTest::keyClick(&screen, Qt::Key_Escape);
    QCOMPARE(back.size(), 1);
}

QTEST_MAIN(AnswersTest)
#include "tst_answers.moc"
