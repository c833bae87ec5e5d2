// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/glyphs.h"
#include "ui/theme/icons.h"
#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

namespace uk {

using namespace Qt::StringLiterals;
using theme::Mode;

constexpr std::array allModes{Mode::Light, Mode::Dark, Mode::HighContrast};

struct Pair { Role ink, paper; };

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextRoleReaches45OnItsSurfaces();
    void everyLineAndPictureRoleReaches3OnItsSurface();
    void contrastOfKnownPairsIsAsPublished();
    void colourFollowsTheModeThatWasApplied();
    void fontIsNotoWithMinchoBehindItAndScales();
    void eachIconHasItsOwnShapeWithoutColour();
    void glyphsOfRareNamesAreFoundAndUnassignedOnesReported();
    void focusRingIsDrawnRoundTheFocusedControl();
    void focusRingOfAButtonComesWithTheKeyboardAndGoesWithTheMouse();
    void styleSheetHasNoColourOfItsOwn();
};

void ThemeTest::everyTextRoleReaches45OnItsSurfaces()
{
    std::vector<Pair> pairs;
    for (const Role ink : {Role::Text, Role::TextStrong}) {
        for (const Role paper : {Role::Surface, Role::SurfacePanel, Role::SurfaceTinted, Role::SuccessSurface, Role::WarningSurface,
                                 Role::ErrorSurface, Role::InfoSurface, Role::ChangedSurface, Role::TrainingSurface, Role::Hover})
            pairs.push_back({ink, paper});
    }
    for (const Role paper : {Role::Surface, Role::SurfacePanel, Role::SurfaceTinted})
        pairs.push_back({Role::TextMuted, paper});
    for (const Role ink : {Role::Primary, Role::Success, Role::Error, Role::Info, Role::Changed, Role::WarningStrong}) {
        for (const Role paper : {Role::Surface, Role::SurfacePanel, Role::SurfaceTinted})
            pairs.push_back({ink, paper});
    }
    pairs.push_back({Role::Warning, Role::Surface});
    for (const Pair pair : {Pair{Role::OnPrimary, Role::Primary}, {Role::OnPrimary, Role::PrimaryHover}, {Role::OnPrimary, Role::PrimaryPressed},
                            {Role::OnTraining, Role::Training}, {Role::Success, Role::SuccessSurface}, {Role::WarningStrong, Role::WarningSurface},
                            {Role::Error, Role::ErrorSurface}, {Role::Info, Role::InfoSurface}, {Role::Changed, Role::ChangedSurface},
                            {Role::Training, Role::TrainingSurface}, {Role::ReaderLine, Role::ReaderFront}, {Role::ReaderLine, Role::ReaderTop}})
        pairs.push_back(pair);
    for (const Mode mode : allModes) {
        for (const auto &[ink, paper] : pairs) {
            const double ratio = theme::contrast(theme::color(ink, mode), theme::color(paper, mode));
            QVERIFY2(ratio >= 4.5, qPrintable(u"mode %1: role %2 on %3 is %4"_s.arg(int(mode)).arg(int(ink)).arg(int(paper)).arg(ratio)));
        }
    }
}

void ThemeTest::everyLineAndPictureRoleReaches3OnItsSurface()
{
    for (const Mode mode : allModes) {
        for (const auto &[ink, paper] : {Pair{Role::Border, Role::Surface}, {Role::Border, Role::SurfacePanel}, {Role::Border, Role::SurfaceTinted},
                                         {Role::FocusOuter, Role::Surface}, {Role::FocusOuter, Role::SurfaceTinted},
                                         {Role::FocusOuter, Role::FocusInner}, {Role::PictureLine, Role::PictureFace},
                                         {Role::PictureMuted, Role::Surface}, {Role::Warning, Role::SurfacePanel},
                                         {Role::Primary, Role::SurfaceTinted}}) {
            const double ratio = theme::contrast(theme::color(ink, mode), theme::color(paper, mode));
            QVERIFY2(ratio >= 3.0, qPrintable(u"mode %1: role %2 on %3 is %4"_s.arg(int(mode)).arg(int(ink)).arg(int(paper)).arg(ratio)));
        }
    }
}

void ThemeTest::contrastOfKnownPairsIsAsPublished()
{
    QCOMPARE(qRound(theme::contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(theme::contrast(QColor(0x76, 0x76, 0x76), Qt::white) * 100), 454);
    QCOMPARE(qRound(theme::contrast(Qt::white, QColor(0xce, 0, 0)) * 100), 579);
}

void ThemeTest::colourFollowsTheModeThatWasApplied()
{
    for (const Mode mode : allModes) {
        theme::apply(*qApp, mode);
        QCOMPARE(theme::mode(), mode);
        QCOMPARE(color(Role::Primary), theme::color(Role::Primary, mode));
        QCOMPARE(qApp->palette().color(QPalette::Window), theme::color(Role::Surface, mode));
        QVERIFY(!qApp->styleSheet().contains(u'@'));
    }
    theme::apply(*qApp, Mode::Light);
}

void ThemeTest::fontIsNotoWithMinchoBehindItAndScales()
{
    theme::apply(*qApp, Mode::Light, 2.0);
    QCOMPARE(theme::font(size::text::body).pixelSize(), 32);
    QCOMPARE(qApp->font().pixelSize(), 32);
    theme::apply(*qApp, Mode::Light, 1.0);
    QCOMPARE(theme::font(size::text::body).pixelSize(), 16);
    QCOMPARE(theme::font(16).families(), (QStringList{u"Noto Sans CJK JP"_s, u"IPAmjMincho"_s}));
    QCOMPARE(theme::font(16, true).weight(), QFont::Bold);
}

void ThemeTest::eachIconHasItsOwnShapeWithoutColour()
{
    QList<QImage> seen;
    for (int icon = int(Icon::Check); icon <= int(lastIcon); ++icon) {
        QImage image(48, 48, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintIcon(painter, Icon(icon), QRectF(0, 0, 48, 48), Qt::black, Qt::white);
        painter.end();
        QVERIFY2(!seen.contains(image), qPrintable(QString::number(icon)));
        QImage empty(48, 48, QImage::Format_Grayscale8);
        empty.fill(Qt::white);
        QVERIFY2(image != empty, qPrintable(QString::number(icon)));
        seen.append(image);
    }
}

void ThemeTest::glyphsOfRareNamesAreFoundAndUnassignedOnesReported()
{
    const QFont font = theme::font(28, true);
    // 髙 﨑 𠮷 𡈽 葛+IVS 邉+IVS 辻+IVS 神 (compatibility) 㐂 ヷ い+dakuten
    const QString names = QString::fromUtf8("髙﨑𠮷𡈽葛\xF3\xA0\x84\x80邉\xF3\xA0\x84\x82辻\xF3\xA0\x84\x80神㐂ヷい\xE3\x82\x99");
    QCOMPARE(missingGlyphs(names, font), QList<char32_t>{});
    const char32_t privateUse = 0x10FFF0;
    QCOMPARE(missingGlyphs(u"山"_s + QString::fromUcs4(&privateUse, 1) + QString::fromUcs4(&privateUse, 1), font), QList<char32_t>{privateUse});
    QCOMPARE(codePointName(0x20BB7), u"U+20BB7"_s);
    QCOMPARE(codePointName(0x41), u"U+0041"_s);
}

void ThemeTest::focusRingIsDrawnRoundTheFocusedControl()
{
    theme::apply(*qApp, Mode::Light);
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    row->setContentsMargins(20, 20, 20, 20);
    auto *first = new QLineEdit(&window), *second = new QLineEdit(&window);
    row->addWidget(first);
    row->addSpacing(20);
    row->addWidget(second);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    second->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), second);
    const QImage image = window.grab().toImage();
    const int y = second->geometry().center().y();
    QCOMPARE(image.pixelColor(second->geometry().left() - 4, y), theme::color(Role::FocusOuter, Mode::Light));
    QCOMPARE(image.pixelColor(second->geometry().left() - 1, y), theme::color(Role::FocusInner, Mode::Light));
    QCOMPARE(image.pixelColor(first->geometry().left() - 4, y), theme::color(Role::Surface, Mode::Light));
}

void ThemeTest::focusRingOfAButtonComesWithTheKeyboardAndGoesWithTheMouse()
{
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    row->setContentsMargins(20, 20, 20, 20);
    auto *first = new QPushButton(u"1"_s, &window), *second = new QPushButton(u"2"_s, &window);
    row->addWidget(first);
    row->addSpacing(20);
    row->addWidget(second);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto hasRing = [&window](const QWidget *control) {
        const QPoint place(control->geometry().left() - 4, control->geometry().center().y());
        return window.grab().toImage().pixelColor(place) == theme::color(Role::FocusOuter, Mode::Light);
    };
    QTest::mouseClick(first, Qt::LeftButton);
    QVERIFY(!hasRing(first));
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(hasRing(second));
    QTest::mouseClick(first, Qt::LeftButton);
    QVERIFY(!hasRing(first) && !hasRing(second));
}

void ThemeTest::styleSheetHasNoColourOfItsOwn()
{
    QFile file(qEnvironmentVariable("UKETSUKE_SOURCE_DIR") + u"/resources/theme/style.qss"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString sheet = QString::fromUtf8(file.readAll());
    QVERIFY(!sheet.contains(QRegularExpression(u"#[0-9a-fA-F]{3}"_s)));
    QVERIFY(!sheet.contains(u"rgb("_s));
}

} // namespace uk

QTEST_MAIN(uk::ThemeTest)
#include "tst_theme.moc"
