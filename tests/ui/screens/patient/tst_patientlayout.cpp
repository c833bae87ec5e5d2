// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/patient/clipping.h"
#include "tests/ui/screens/patient/screensamples.h"
#include "ui/screens/patient/pinscreen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTest>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QString smallTarget(const PatientScreen &screen, int target)
{
    for (const Button *button : screen.findChildren<Button *>()) {
        if (button->isVisible() && (button->width() < target || button->height() < target))
            return uktest::placeOf(button);
    }
    return {};
}

} // namespace

class PatientLayoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { theme::apply(*qApp, theme::Mode::Light); }
    void everyScreenFitsEveryDisplayAndTextSize_data();
    void everyScreenFitsEveryDisplayAndTextSize();
    void everyControlIsReachedByTabAndHasAName_data();
    void everyControlIsReachedByTabAndHasAName();
    void openScreensFollowTextSizeAndContrast();
};

void PatientLayoutTest::everyScreenFitsEveryDisplayAndTextSize_data()
{
    QTest::addColumn<int>("sample");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    const auto &samples = samples::all();
    for (int sample = 0; sample < int(samples.size()); ++sample) {
        for (const QSize size : {QSize(1080, 1920), QSize(1366, 768), QSize(1280, 720), QSize(1920, 1080)}) {
            for (const double scale : {1.0, 1.5, 2.0})
                QTest::addRow("%s-%d-%d", samples[std::size_t(sample)].name, size.width(), int(scale * 100)) << sample << size << scale;
        }
    }
}

void PatientLayoutTest::everyScreenFitsEveryDisplayAndTextSize()
{
    QFETCH(int, sample);
    QFETCH(QSize, size);
    QFETCH(double, scale);
    theme::apply(*qApp, theme::Mode::Light, scale);
    const auto screen = samples::all()[std::size_t(sample)].make();
    screen->resize(size);
    screen->show();
    QVERIFY(QTest::qWaitForWindowExposed(screen.get()));
    QTest::qWait(1);
    if (const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES"); !folder.isEmpty() && QDir().mkpath(folder))
        screen->grab().save(folder + u'/' + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s);
    QCOMPARE(screen->size(), size);
    const PatientMetrics metrics = patientMetrics(size, 0, pixelsPerMm(screen->screen()), scale);
    QCOMPARE(uktest::clippedText(*screen), QString());
    QCOMPARE(smallTarget(*screen, metrics.target), QString());
    for (const Button *more : screen->findChildren<Button *>(QRegularExpression(u"\\.more$"_s))) {
        const bool isTray = more->objectName() == u"idle.ways.more"_s; // the training's cards may scroll
        QVERIFY2(scale > 1.0 || isTray || !more->isVisible(), qPrintable(more->objectName()));
    }
}

void PatientLayoutTest::everyControlIsReachedByTabAndHasAName_data()
{
    QTest::addColumn<int>("sample");
    for (int sample = 0; sample < int(samples::all().size()); ++sample)
        QTest::newRow(samples::all()[std::size_t(sample)].name) << sample;
}

void PatientLayoutTest::everyControlIsReachedByTabAndHasAName()
{
    QFETCH(int, sample);
    const auto screen = samples::all()[std::size_t(sample)].make();
    screen->resize(1080, 1920);
    screen->show();
    screen->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(screen.get()));
    QSet<QWidget *> controls;
    for (Button *button : screen->findChildren<Button *>()) {
        if (!button->isVisible())
            continue;
        controls.insert(button);
        QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
        const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(button);
        QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(), qPrintable(button->objectName()));
        QVERIFY(access->role() == QAccessible::Button || access->role() == QAccessible::CheckBox);
    }
    QSet<QWidget *> reached;
    for (int step = 0; step < controls.size() + 5; ++step) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : screen.get(), Qt::Key_Tab);
    }
    for (QWidget *control : std::as_const(controls))
        QVERIFY2(reached.contains(control), qPrintable(control->objectName()));
}

void PatientLayoutTest::openScreensFollowTextSizeAndContrast()
{
    PinScreen screen;
    screen.resize(1080, 1920);
    screen.show();
    const auto *which = screen.findChild<Label *>(u"pin.which"_s);
    const int before = which->font().pixelSize();
    theme::apply(*qApp, theme::Mode::HighContrast, 1.5);
    QTest::qWait(1);
    QCOMPARE(which->font().pixelSize(), before * 3 / 2);
    QCOMPARE(which->palette().color(QPalette::WindowText), theme::color(Role::Text, theme::Mode::HighContrast));
    QCOMPARE(uktest::clippedText(screen), QString());
    QTRY_VERIFY(!screen.findChild<Button *>(u"pin.more"_s)->isVisible()); // the keys gave room for what is to be read
    if (const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES"); !folder.isEmpty())
        screen.grab().save(folder + u"/pin-contrast.png"_s);
}

} // namespace uk

QTEST_MAIN(uk::PatientLayoutTest)
#include "tst_patientlayout.moc"
