// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/inputdriver.h"
#include "ui/walkthrough/screenshots.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace uk;
using namespace Qt::StringLiterals;

class TestInputDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void click_onAButton_pressesItOnce();
    void click_waitsUntilTheButtonAppearsAndIsEnabled();
    void click_onAButtonFarBelow_scrollsToIt();
    void click_onACoveredButton_failsWithItsName();
    void click_behindADialog_failsAndInTheDialogWorks();
    void type_replacesWhatStandsInTheField();
    void type_intoATextEdit_takesLineBreaks();
    void typeSecret_reachesThePasswordField();
    void press_reachesTheFocusWidget();
    void script_runsInOrderAndRepliesOnce();
    void cancel_endsWithoutReply();
    void screenshots_areNumberedAndNamed();

private:
    std::optional<Result<void>> run(QList<InputAction> script);
    QPushButton *addButton(const QString &name);

    std::unique_ptr<QWidget> m_window;
    QVBoxLayout *m_layout = nullptr;
    InputDriver m_driver;
};

void TestInputDriver::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(400, 300);
    m_layout = new QVBoxLayout(m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestInputDriver::cleanup()
{
    m_driver.cancel();
    m_window.reset();
}

QPushButton *TestInputDriver::addButton(const QString &name)
{
    auto *button = new QPushButton(name, m_window.get());
    button->setObjectName(name);
    m_layout->addWidget(button);
    return button;
}

std::optional<Result<void>> TestInputDriver::run(QList<InputAction> script)
{
    auto outcome = std::make_shared<std::optional<Result<void>>>();
    for (InputAction &action : script)
        action.limitMs = std::min(action.limitMs, 1000);
    m_driver.run(std::move(script), [outcome](Result<void> result) { *outcome = std::move(result); });
    static_cast<void>(QTest::qWaitFor([&] { return outcome->has_value(); }, 8000));
    QTest::qWait(50);
    return *outcome;
}

void TestInputDriver::click_onAButton_pressesItOnce()
{
    QSignalSpy spy(addButton(u"go"_s), &QPushButton::clicked);
    QVERIFY(run({m_driver.click(u"go"_s)}).value());
    QCOMPARE(spy.size(), 1);
}

void TestInputDriver::click_waitsUntilTheButtonAppearsAndIsEnabled()
{
    QPushButton *button = addButton(u"late"_s);
    button->setEnabled(false);
    button->hide();
    QSignalSpy spy(button, &QPushButton::clicked);
    QTimer::singleShot(100, button, &QWidget::show);
    QTimer::singleShot(200, button, [button] { button->setEnabled(true); });
    QVERIFY(run({m_driver.click(u"late"_s)}).value());
    QCOMPARE(spy.size(), 1);
}

void TestInputDriver::click_onAButtonFarBelow_scrollsToIt()
{
    auto *area = new QScrollArea(m_window.get());
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    QPushButton *last = nullptr;
    for (int i = 0; i < 60; ++i) {
        last = new QPushButton(QString::number(i), content);
        last->setObjectName(u"item-%1"_s.arg(i));
        column->addWidget(last);
    }
    area->setWidget(content);
    m_layout->addWidget(area);
    QSignalSpy spy(last, &QPushButton::clicked);
    QVERIFY(run({m_driver.click(u"item-59"_s)}).value());
    QCOMPARE(spy.size(), 1);
}

void TestInputDriver::click_onACoveredButton_failsWithItsName()
{
    QPushButton *button = addButton(u"hidden-under"_s);
    QSignalSpy spy(button, &QPushButton::clicked);
    auto *curtain = new QLabel(m_window.get());
    curtain->setAutoFillBackground(true);
    curtain->setGeometry(m_window->rect());
    curtain->show();
    const auto outcome = run({m_driver.click(u"hidden-under"_s)});
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().code, ErrorCode::StepNotPossible);
    QVERIFY(outcome->error().detail.contains(u"hidden-under"_s));
    QCOMPARE(spy.size(), 0);
}

void TestInputDriver::click_behindADialog_failsAndInTheDialogWorks()
{
    QSignalSpy behind(addButton(u"behind"_s), &QPushButton::clicked);
    QDialog dialog(m_window.get());
    dialog.setModal(true);
    QPushButton inside(u"inside"_s, &dialog);
    inside.setObjectName(u"inside"_s);
    QSignalSpy inner(&inside, &QPushButton::clicked);
    dialog.show();
    const auto outcome = run({m_driver.click(u"behind"_s)});
    QVERIFY(outcome && !*outcome);
    QCOMPARE(behind.size(), 0);
    QVERIFY(run({m_driver.click(u"inside"_s)}).value());
    QCOMPARE(inner.size(), 1);
}

void TestInputDriver::type_replacesWhatStandsInTheField()
{
    auto *edit = new QLineEdit(u"36.0"_s, m_window.get());
    edit->setObjectName(u"temperature"_s);
    m_layout->addWidget(edit);
    QVERIFY(run({m_driver.type(u"temperature"_s, u"３7.5 山𠮷"_s)}).value());
    QCOMPARE(edit->text(), u"３7.5 山𠮷"_s);
}

void TestInputDriver::type_intoATextEdit_takesLineBreaks()
{
    auto *edit = new QTextEdit(m_window.get());
    edit->setObjectName(u"note"_s);
    m_layout->addWidget(edit);
    QVERIFY(run({m_driver.type(u"note"_s, u"一行目\n二行目"_s)}).value());
    QCOMPARE(edit->toPlainText(), u"一行目\n二行目"_s);
}

void TestInputDriver::typeSecret_reachesThePasswordField()
{
    auto *edit = new QLineEdit(m_window.get());
    edit->setEchoMode(QLineEdit::Password);
    edit->setObjectName(u"secret"_s);
    m_layout->addWidget(edit);
    const QByteArray text("Abc 1!");
    auto secret = std::make_shared<const SecretBuffer>(
        SecretBuffer::copyOf(std::as_bytes(std::span(text.data(), size_t(text.size())))));
    QVERIFY(run({m_driver.typeSecret(u"secret"_s, secret)}).value());
    QCOMPARE(edit->text(), u"Abc 1!"_s);
}

void TestInputDriver::press_reachesTheFocusWidget()
{
    auto *edit = new QLineEdit(m_window.get());
    edit->setObjectName(u"field"_s);
    m_layout->addWidget(edit);
    QSignalSpy spy(edit, &QLineEdit::returnPressed);
    QVERIFY(run({m_driver.type(u"field"_s, u"1"_s), m_driver.press(Qt::Key_Return)}).value());
    QCOMPARE(spy.size(), 1);
}

void TestInputDriver::script_runsInOrderAndRepliesOnce()
{
    QStringList order;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        connect(addButton(name), &QPushButton::clicked, this, [&order, name] { order.append(name); });
    const auto bWasClicked = [&order] { return order.contains(u"b"_s); };
    QVERIFY(run({m_driver.click(u"c"_s), m_driver.click(u"b"_s), m_driver.waitUntil(u"b"_s, bWasClicked),
                 m_driver.pause(30), m_driver.click(u"a"_s)}).value());
    QCOMPARE(order, (QStringList{u"c"_s, u"b"_s, u"a"_s}));
    QVERIFY(!m_driver.isRunning());
}

void TestInputDriver::cancel_endsWithoutReply()
{
    bool hasReplied = false;
    m_driver.run({m_driver.click(u"nothing"_s)}, [&](Result<void>) { hasReplied = true; });
    m_driver.cancel();
    QTest::qWait(100);
    QVERIFY(!hasReplied && !m_driver.isRunning());
}

void TestInputDriver::screenshots_areNumberedAndNamed()
{
    QTemporaryDir folder;
    Screenshots screenshots(QDir(folder.filePath(u"out/pictures"_s)));
    QPushButton *button = addButton(u"seen"_s);
    QTRY_VERIFY(button->isVisible());
    const Result<QString> first = screenshots.take(*m_window, u"submit"_s, u"review"_s, false);
    const Result<QString> second = screenshots.take(*m_window, u"identify"_s, u"card check/山"_s, true);
    QCOMPARE(first.value_or(QString()), u"001-submit-review-staff.png"_s);
    QCOMPARE(second.value_or(QString()), u"002-identify-card-check--patient.png"_s);
    const QImage image(folder.filePath(u"out/pictures/"_s + *first));
    QCOMPARE(image.size(), m_window->size());
    // The button is in the picture: not every pixel has the colour of the window.
    const QRgb corner = image.pixel(1, 1);
    bool isAnythingDrawn = false;
    for (int y = 0; y < image.height(); ++y)
        isAnythingDrawn = isAnythingDrawn || image.pixel(image.width() / 2, y) != corner;
    QVERIFY(isAnythingDrawn);
}

QTEST_MAIN(TestInputDriver)
#include "tst_inputdriver.moc"
