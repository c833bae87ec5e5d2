// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/noticebox.h"
#include "ui/widgets/readingpane.h"
#include "ui/widgets/staffframe.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

PersonText somebody()
{
    return {u"ヨシザキ　ミノリ"_s, u"吉﨑　みのり"_s, u"令和7年11月8日"_s, u"2025年"_s, u"1歳0か月"_s, u"女"_s};
}

std::unique_ptr<StaffFrame> makeFrame()
{
    auto frame = std::make_unique<StaffFrame>();
    frame->setTraining(true);
    frame->topBar()->setTabs({{u"reception"_s, u"受付"_s, Qt::Key_F2}, {u"parked"_s, u"保留"_s, Qt::Key_F3},
                              {u"results"_s, u"送信結果"_s, Qt::Key_F4}, {u"summary"_s, u"本日のまとめ"_s, Qt::Key_F9}});
    frame->topBar()->setCurrentTab(u"reception"_s);
    frame->topBar()->setTabCount(u"parked"_s, 2);
    frame->topBar()->setClockText(u"11月20日（金）10:24"_s);
    frame->topBar()->setStaffName(u"佐藤（受付）"_s);
    frame->personHeader()->setPerson(somebody());
    frame->personHeader()->setFact(u"予診票"_s, u"MR 第1期・1回目"_s);
    frame->personHeader()->setStates({{Icon::CheckCircle, Role::Success, u"回答済み"_s}, {Icon::CheckCircle, Role::Success, u"カードと一致"_s}});
    frame->personHeader()->show();
    frame->footer()->setKeyHints({{{u"F8"_s}, u"次の未確認へ"_s}, {{u"Space"_s}, u"確認した"_s}, {{u"F1"_s}, u"キー一覧"_s}});
    frame->footer()->addWidget(new StateLabel({Icon::Warning, Role::Warning, u"確認前の注意 1件"_s}));
    auto *draft = new Button(Button::Kind::Quiet, u"下書き保存"_s);
    draft->setKey(QKeySequence(u"Ctrl+S"_s));
    auto *submit = new Button(Button::Kind::Primary, u"提出する"_s);
    submit->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    frame->footer()->addWidget(draft);
    frame->footer()->addWidget(submit);
    auto *content = new QWidget;
    auto *notice = new NoticeBox(NoticeBox::Level::Info, u"11月21日（土）・22日（日）は計画停止のため「利用者登録」が使えません。"_s, u"予診票の確認・提出は使えます。"_s);
    notice->setAction(u"停止予定を見る"_s, u"notice.action"_s);
    auto *column = new QVBoxLayout(content);
    column->addWidget(notice);
    column->addStretch();
    frame->setContent(content);
    return frame;
}

void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { theme::apply(*qApp, theme::Mode::Light); }
    void staffFrameFitsAtEverySizeAndScale_data();
    void staffFrameFitsAtEverySizeAndScale();
    void buttonShowsAndTriggersTheKeyOfItsAction();
    void buttonKeepsItsKeyWhenTheTextChanges();
    void enterPressesAButton();
    void doubleTapOnAPatientButtonCountsOnce();
    void everyButtonKindReachesItsTarget();
    void longNamesWrapInsteadOfBeingCut();
    void nameWithoutAGlyphShowsReadingAndCodePoint();
    void clearedHeaderHoldsNothingOfThePerson();
    void stateLabelSaysItsWordToAScreenReader();
    void tabIsChosenByClickAndByKey();
    void whatSomebodyScrolledBeginsAtItsTopForTheNext();
    void patientMetricsKeepTwentyMillimetres_data();
    void patientMetricsKeepTwentyMillimetres();
};

void WidgetsTest::staffFrameFitsAtEverySizeAndScale_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("mode");
    for (const QSize size : {QSize(1280, 720), QSize(1366, 768), QSize(1920, 1080)}) {
        for (const double scale : {1.0, 1.5, 2.0}) {
            for (int mode = 0; mode < 3; ++mode)
                QTest::addRow("%dx%d-%d%%-%d", size.width(), size.height(), int(scale * 100), mode) << size << scale << mode;
        }
    }
}

void WidgetsTest::staffFrameFitsAtEverySizeAndScale()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    QFETCH(int, mode);
    theme::apply(*qApp, theme::Mode(mode), scale);
    auto frame = makeFrame();
    frame->resize(size);
    frame->show();
    QVERIFY(QTest::qWaitForWindowExposed(frame.get()));
    QTest::qWait(0);
    keepPicture(*frame, u"staff-%1-%2-%3"_s.arg(size.width()).arg(int(scale * 100)).arg(mode));
    QCOMPARE(frame->size(), size);
    for (Button *button : frame->findChildren<Button *>()) {
        if (!button->isVisible())
            continue;
        const QRect place(button->mapTo(frame.get(), QPoint()), button->size());
        QVERIFY2(frame->rect().contains(place), qPrintable(button->text()));
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        QVERIFY2(button->height() >= size::staffTarget, qPrintable(button->text()));
    }
    for (Label *label : frame->findChildren<Label *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->height() >= needed, qPrintable(label->text()));
        QVERIFY2(label->visibleRegion().boundingRect() == label->rect(), qPrintable(label->text()));
        QVERIFY2(label->hasHeightForWidth() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    }
}

void WidgetsTest::buttonShowsAndTriggersTheKeyOfItsAction()
{
    QWidget window;
    QAction action(u"保留する"_s);
    action.setShortcut(Qt::Key_F8);
    auto *button = new Button(Button::Kind::Quiet, {}, Button::For::Staff, &window);
    button->setAction(&action);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy triggered(&action, &QAction::triggered);
    QCOMPARE(button->text(), u"保留する"_s);
    QVERIFY(button->accessibleDescription().contains(u"F8"_s));
    QTest::keyClick(&window, Qt::Key_F8);
    QCOMPARE(triggered.size(), 1);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(triggered.size(), 2);
    action.setEnabled(false);
    QVERIFY(!button->isEnabled());
}

void WidgetsTest::buttonKeepsItsKeyWhenTheTextChanges()
{
    Button button(Button::Kind::Primary, u"提出する"_s);
    button.setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    button.setText(u"もう一度 提出する"_s);
    QCOMPARE(button.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Return));
    QCOMPARE(keyText(button.shortcut()), u"Ctrl+Enter"_s);
}

void WidgetsTest::enterPressesAButton()
{
    Button button(Button::Kind::Quiet, u"終わる"_s);
    button.show();
    QSignalSpy clicked(&button, &QPushButton::clicked);
    QTest::keyClick(&button, Qt::Key_Return);
    QTest::keyClick(&button, Qt::Key_Enter);
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(clicked.size(), 3);
}

void WidgetsTest::doubleTapOnAPatientButtonCountsOnce()
{
    const auto doubleTap = [](Button &button) {
        button.show();
        QSignalSpy clicked(&button, &QPushButton::clicked);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::mouseDClick(&button, Qt::LeftButton);
        QTest::mouseRelease(&button, Qt::LeftButton);
        return clicked.size();
    };
    Button decision(Button::Kind::Primary, u"同意する"_s, Button::For::Patient);
    QCOMPARE(doubleTap(decision), 1);
    Button digit(Button::Kind::Quiet, u"1"_s, Button::For::Patient);
    digit.setAcceptsDoubleTap(true);
    QCOMPARE(doubleTap(digit), 2);
}

void WidgetsTest::everyButtonKindReachesItsTarget()
{
    using Kind = Button::Kind;
    for (const Kind kind : {Kind::Primary, Kind::Secondary, Kind::Quiet, Kind::Choice, Kind::Tab, Kind::Link}) {
        Button staff(kind, u"x"_s);
        QVERIFY(staff.minimumSizeHint().height() >= size::staffTarget);
        QVERIFY(staff.minimumSizeHint().width() >= size::staffTarget);
        Button patient(kind, u"x"_s, Button::For::Patient);
        patient.setMetrics(patientMetrics({1080, 1920}, 0, 0, 1.0));
        QVERIFY(patient.minimumSizeHint().height() >= size::patientTarget);
        QVERIFY(patient.minimumSizeHint().width() >= size::patientTarget);
        QVERIFY(QAccessible::queryAccessibleInterface(&patient)->role() != QAccessible::NoRole);
        QCOMPARE(QAccessible::queryAccessibleInterface(&patient)->text(QAccessible::Name), u"x"_s);
    }
}

void WidgetsTest::longNamesWrapInsteadOfBeingCut()
{
    auto frame = makeFrame();
    PersonText person = somebody();
    for (const QString &name : {u"寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末食う寝る処に住む処藪ら柑子の藪柑子パイポパイポパイポの"_s,
                                u"Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaftschaferswessenschafe"_s, u"翠"_s}) {
        person.name = name;
        person.kana = name;
        frame->personHeader()->setPerson(person);
        frame->resize(1280, 720);
        frame->show();
        QVERIFY(QTest::qWaitForWindowExposed(frame.get()));
        QTest::qWait(0);
        keepPicture(*frame, u"name-%1"_s.arg(name.size()));
        auto *label = frame->findChild<NameLabel *>(u"person.name"_s);
        QCOMPARE(label->text(), name);
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        QCOMPARE(frame->size(), QSize(1280, 720));
    }
}

void WidgetsTest::nameWithoutAGlyphShowsReadingAndCodePoint()
{
    auto frame = makeFrame();
    PersonText person = somebody();
    const char32_t unknown = 0x10FFF0;
    person.name = QString::fromUcs4(&unknown, 1) + u"田　みのり"_s;
    frame->personHeader()->setPerson(person);
    frame->resize(1366, 768);
    frame->show();
    QVERIFY(QTest::qWaitForWindowExposed(frame.get()));
    keepPicture(*frame, u"name-missing"_s);
    auto *label = frame->findChild<NameLabel *>(u"person.name"_s);
    QVERIFY(label->hasMissingGlyphs());
    QVERIFY(label->text().contains(u"U+10FFF0"_s));
    QVERIFY(label->text().contains(person.kana));
}

void WidgetsTest::clearedHeaderHoldsNothingOfThePerson()
{
    PersonHeader header;
    header.setPerson(somebody());
    header.setFact(u"予診票"_s, u"MR"_s);
    header.clear();
    for (const Label *label : header.findChildren<Label *>()) {
        for (const QString &word : {somebody().name, somebody().kana, somebody().birthDate, somebody().age, u"MR"_s}) {
            QVERIFY(!label->text().contains(word));
            QVERIFY(!label->accessibleName().contains(word));
        }
    }
}

void WidgetsTest::stateLabelSaysItsWordToAScreenReader()
{
    StateLabel label({Icon::Draft, Role::Changed, u"下書き"_s});
    QCOMPARE(QAccessible::queryAccessibleInterface(&label)->text(QAccessible::Name), u"下書き"_s);
    QVERIFY(label.width() > 0);
}

void WidgetsTest::tabIsChosenByClickAndByKey()
{
    auto frame = makeFrame();
    frame->resize(1366, 768);
    frame->show();
    frame->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(frame.get()));
    QSignalSpy chosen(frame->topBar(), &StaffTopBar::tabChosen);
    QTest::mouseClick(frame->findChild<Button *>(u"top.tab.results"_s), Qt::LeftButton);
    QTest::keyClick(frame.get(), Qt::Key_F3);
    QCOMPARE(chosen, (QList<QList<QVariant>>{{u"results"_s}, {u"parked"_s}}));
    QSignalSpy locked(frame->topBar(), &StaffTopBar::lockRequested);
    QTest::mouseClick(frame->findChild<Button *>(u"top.lock"_s), Qt::LeftButton);
    QCOMPARE(locked.size(), 1);
}

void WidgetsTest::whatSomebodyScrolledBeginsAtItsTopForTheNext()
{
    auto *text = new QWidget;
    auto *column = new QVBoxLayout(text);
    auto *tall = new QWidget(text);
    tall->setFixedHeight(2000);
    column->addWidget(tall);
    ReadingPane pane(text, u"pane"_s);
    pane.resize(300, 300);
    pane.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    auto *more = pane.findChild<Button *>(u"pane.more"_s);
    QScrollBar *bar = pane.findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(more->isVisible());
    QTest::mouseClick(more, Qt::LeftButton);
    QTRY_VERIFY(bar->value() > 0);
    pane.hide();
    pane.show();
    QCOMPARE(bar->value(), 0);
}

void WidgetsTest::patientMetricsKeepTwentyMillimetres_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("mmWidth");
    QTest::addColumn<int>("target");
    QTest::newRow("24 inch portrait: 73 px by hand, 88 by design") << QSize(1080, 1920) << 299.0 << 88;
    QTest::newRow("15.6 inch full HD") << QSize(1920, 1080) << 344.0 << 112;
    QTest::newRow("15.6 inch 1366") << QSize(1366, 768) << 344.0 << 80;
    QTest::newRow("10.1 inch tablet") << QSize(1280, 800) << 217.0 << 118;
    QTest::newRow("unknown display") << QSize(1280, 720) << 0.0 << 77;
}

void WidgetsTest::patientMetricsKeepTwentyMillimetres()
{
    QFETCH(QSize, size);
    QFETCH(double, mmWidth);
    QFETCH(int, target);
    for (const double scale : {1.0, 1.5, 2.0})
        QCOMPARE(patientMetrics(size, mmWidth, 0, scale).target, target);
}

} // namespace uk

QTEST_MAIN(uk::WidgetsTest)
#include "tst_widgets.moc"
