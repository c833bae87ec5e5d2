// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/certificatescreen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/staffframe.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <signal.h>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

const QString personName = u"𠮷崎　みのり"_s, personKana = u"ヨシザキ　ミノリ"_s;
const QDate born(2025, 11, 8);

QList<PrinterInfo> twoPrinters()
{
    return {{u"front"_s, u"受付1"_s, false, false, u"使えます"_s}, {u"back"_s, u"処置室"_s, true, true, u"用紙がありません"_s}};
}

} // namespace

Q_DECLARE_METATYPE(uk::PersonMatch)

class TestCertificateScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Mode::Light); }
    void init();
    void cleanup();
    void pageIsDrawnSharp();
    void pagesAreTurned();
    void documentOpensAsAWhole();
    void zoomKeepsItsLimits();
    void textCanBeRead();
    void printingNeedsTheSpokenCheck();
    void printRequestSaysWhatWasChosen();
    void otherPersonIsBlocked_data();
    void otherPersonIsBlocked();
    void documentWithoutTextAsksForEyes();
    void nothingIsPrintedBeforeTheTextIsRead();
    void printerIsKeptOrPreferred();
    void missingPrinterIsSaid();
    void printStatesInWords_data();
    void printStatesInWords();
    void printingCanBeStopped();
    void fontRestrictionIsSaid();
    void crashIsReported();
    void rendererMayGo();
    void clearLeavesNothing();
    void keysWork();
    void controlsHaveNamesAndSize();
    void nothingIsClipped_data();
    void nothingIsClipped();

private:
    template<class T>
    T *find(const char *name) const
    {
        auto *widget = m_frame->findChild<T *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("%s is missing", name);
        return widget;
    }
    void click(const char *name) { find<QAbstractButton>(name)->click(); }
    void open(const QString &document);
    QString notice() const { return find<QWidget>("certificate.notice")->accessibleName(); }

    std::unique_ptr<StaffFrame> m_frame;
    CertificateScreen *m_screen = nullptr;
    std::unique_ptr<DocumentRenderer> m_renderer;
    DocumentInfo m_info;
};

void TestCertificateScreen::init()
{
    m_frame = std::make_unique<StaffFrame>();
    m_screen = new CertificateScreen;
    m_frame->setContent(m_screen);
    m_frame->topBar()->setTabs({{u"reception"_s, u"受付"_s, Qt::Key_F2}});
    m_frame->personHeader()->setPerson({personKana, personName, u"令和7年11月8日"_s, u"2025年"_s, u"1歳0か月"_s, u"女"_s});
    m_frame->personHeader()->show();
    m_frame->setTraining(true);
    m_screen->fillFooter(*m_frame->footer());
    m_screen->setTraining(true);
    m_screen->setPerson(personName, personKana, born, true);
    m_screen->setPrinters(twoPrinters());
    m_screen->setPrintCount(0);
    m_frame->resize(1366, 768);
    m_frame->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_frame.get()));
    m_renderer = std::make_unique<DocumentRenderer>(qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/uketsuke-pdf"_s);
}

void TestCertificateScreen::cleanup()
{
    m_frame.reset();
    m_renderer.reset();
}

void TestCertificateScreen::open(const QString &document)
{
    QFile file(qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/tests/documents/"_s + document + u".pdf"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::optional<Result<DocumentInfo>> info;
    m_renderer->open({file.readAll(), document}, [&](Result<DocumentInfo> value) { info = value; });
    QTRY_VERIFY_WITH_TIMEOUT(info, 30'000);
    QVERIFY(info->has_value());
    m_info = **info;
    m_screen->setDocument(m_renderer.get(), m_info, u"接種済証"_s, personName + u"・BCG 1回目"_s);
}

void TestCertificateScreen::pageIsDrawnSharp()
{
    open(u"good3"_s);
    QTRY_VERIFY(m_screen->isPageSharp());
    auto *canvas = find<QWidget>("certificate.canvas");
    const QImage picture = canvas->grab().toImage();
    int dark = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            dark += qGray(picture.pixel(x, y)) < 60;
    }
    QVERIFY2(dark > 2000, qPrintable(QString::number(dark)));
    QTRY_VERIFY(find<QListWidget>("certificate.pages")->item(2)->data(Qt::DecorationRole).isValid());
    m_screen->setMatch(PersonMatch::Matches);
    const QString folder = qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/tests/pictures"_s;
    QDir().mkpath(folder);
    QTest::qWait(0);
    QVERIFY(m_frame->grab().save(folder + u"/certificate.png"_s));
}

void TestCertificateScreen::pagesAreTurned()
{
    open(u"good3"_s);
    QCOMPARE(find<QLabel>("certificate.page")->text(), u"1／3ページ"_s);
    QVERIFY(!find<QWidget>("certificate.previous")->isEnabled());
    click("certificate.next");
    click("certificate.next");
    QCOMPARE(find<QLabel>("certificate.page")->text(), u"3／3ページ"_s);
    QVERIFY(!find<QWidget>("certificate.next")->isEnabled());
    QCOMPARE(find<QListWidget>("certificate.pages")->currentRow(), 2);
    find<QListWidget>("certificate.pages")->setCurrentRow(1);
    QCOMPARE(find<QLabel>("certificate.page")->text(), u"2／3ページ"_s);
    QTRY_VERIFY(m_screen->isPageSharp());
}

void TestCertificateScreen::documentOpensAsAWhole()
{
    open(u"good1"_s);
    auto *scroll = find<QScrollArea>("certificate.scroll");
    const QWidget *canvas = find<QWidget>("certificate.canvas");
    QVERIFY(canvas->minimumHeight() <= scroll->viewport()->height());
    // A4 upright would be too small to read as a whole: its width decides.
    open(u"a4"_s);
    QVERIFY(canvas->minimumHeight() > scroll->viewport()->height());
    QVERIFY(canvas->minimumWidth() <= scroll->viewport()->width());
}

void TestCertificateScreen::zoomKeepsItsLimits()
{
    open(u"good1"_s);
    click("certificate.fitWidth");
    const QString fitted = find<QLabel>("certificate.zoom")->text();
    for (int step = 0; step < 20; ++step)
        click("certificate.zoomIn");
    QCOMPARE(find<QLabel>("certificate.zoom")->text(), u"400%"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->isPageSharp(), 20'000);
    for (int step = 0; step < 20; ++step)
        click("certificate.zoomOut");
    QCOMPARE(find<QLabel>("certificate.zoom")->text(), u"50%"_s);
    click("certificate.fitWidth");
    QCOMPARE(find<QLabel>("certificate.zoom")->text(), fitted);
    auto *scroll = find<QScrollArea>("certificate.scroll");
    const QWidget *canvas = find<QWidget>("certificate.canvas");
    QVERIFY(canvas->minimumWidth() <= scroll->viewport()->width());
    QVERIFY(canvas->minimumWidth() > scroll->viewport()->width() - 40);
}

void TestCertificateScreen::textCanBeRead()
{
    open(u"good3"_s);
    click("certificate.readText");
    auto *text = find<QPlainTextEdit>("certificate.text");
    QTRY_VERIFY(text->isVisible() && text->toPlainText().contains(u"1回目"_s));
    QVERIFY(text->toPlainText().contains(personName));
    click("certificate.next");
    QTRY_VERIFY(text->toPlainText().contains(u"2回目"_s));
    click("certificate.readText");
    QVERIFY(!text->isVisible());
    open(u"notext"_s);
    click("certificate.readText");
    QTRY_COMPARE(text->toPlainText(), u"このページには読み取れる文字がありません。"_s);
}

void TestCertificateScreen::printingNeedsTheSpokenCheck()
{
    open(u"good1"_s);
    m_screen->setMatch(PersonMatch::Matches);
    QSignalSpy requested(m_screen, &CertificateScreen::printRequested);
    click("certificate.print");
    QCOMPARE(requested.size(), 0);
    QCOMPARE(notice(), u"保護者に氏名と生年月日を確かめ、印を付けてください。"_s);
    QVERIFY(find<QWidget>("certificate.notice")->isVisible());
    auto *check = find<QCheckBox>("certificate.spokenCheck");
    QCOMPARE(QApplication::focusWidget(), check);
    QSignalSpy changed(m_screen, &CertificateScreen::spokenCheckChanged);
    check->click();
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_screen->isSpokenCheckDone());
    QVERIFY(!find<QWidget>("certificate.notice")->isVisible());
    click("certificate.print");
    QCOMPARE(requested.size(), 1);
    m_screen->setPerson(u"例　太郎"_s, u"レイ　タロウ"_s, QDate(1950, 1, 2), false);
    QVERIFY(!m_screen->isSpokenCheckDone());
    QCOMPARE(check->text(), u"ご本人に、氏名と生年月日を確かめた"_s);
}

void TestCertificateScreen::printRequestSaysWhatWasChosen()
{
    open(u"good3"_s);
    m_screen->setMatch(PersonMatch::Matches);
    click("certificate.spokenCheck");
    click("certificate.moreCopies");
    QCOMPARE(find<QSpinBox>("certificate.copies")->value(), 2);
    find<QComboBox>("certificate.printer")->setCurrentIndex(0);
    QSignalSpy requested(m_screen, &CertificateScreen::printRequested);
    click("certificate.print");
    QCOMPARE(requested.size(), 1);
    const auto request = requested.first().first().value<PrintRequest>();
    QCOMPARE(request.printer, u"front"_s);
    QCOMPARE(request.copies, 2);
    QVERIFY(request.pages.isEmpty());
    QVERIFY(request.hasTrainingMark);
}

void TestCertificateScreen::otherPersonIsBlocked_data()
{
    QTest::addColumn<PersonMatch>("match");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("birth");
    QTest::newRow("name") << PersonMatch::NameMissing << u"ありません"_s << u"同じです"_s;
    QTest::newRow("birth") << PersonMatch::BirthDateMissing << u"同じです"_s << u"ありません"_s;
    QTest::newRow("both") << PersonMatch::OtherPerson << u"ありません"_s << u"ありません"_s;
}

void TestCertificateScreen::otherPersonIsBlocked()
{
    QFETCH(PersonMatch, match);
    QFETCH(QString, name);
    QFETCH(QString, birth);
    open(u"good1"_s);
    m_screen->setMatch(match);
    QCOMPARE(find<QWidget>("certificate.match.name")->accessibleName(), name);
    QCOMPARE(find<QWidget>("certificate.match.birth")->accessibleName(), birth);
    click("certificate.spokenCheck");
    QSignalSpy requested(m_screen, &CertificateScreen::printRequested), second(m_screen, &CertificateScreen::secondStaffRequested);
    click("certificate.print");
    QCOMPARE(requested.size(), 0);
    QVERIFY(notice().contains(u"一致しません"_s));
    click("certificate.secondStaff");
    QCOMPARE(second.size(), 1);
    click("certificate.print");
    QCOMPARE(requested.size(), 0);
    m_screen->setConfirmedBySecondStaff(true);
    click("certificate.print");
    QCOMPARE(requested.size(), 1);
    // Another document starts from the beginning.
    m_screen->setMatch(match);
    click("certificate.print");
    QCOMPARE(requested.size(), 1);
}

void TestCertificateScreen::documentWithoutTextAsksForEyes()
{
    open(u"notext"_s);
    m_screen->setMatch(PersonMatch::NoText);
    QCOMPARE(find<QWidget>("certificate.match.state")->accessibleName(), u"書類の文字を読み取れません"_s);
    QCOMPARE(find<QWidget>("certificate.match.name")->accessibleName(), u"読み取れません"_s);
    QVERIFY(find<QLabel>("certificate.match.advice")->isVisible());
    QSignalSpy requested(m_screen, &CertificateScreen::printRequested);
    click("certificate.print");
    QCOMPARE(requested.size(), 0);
    click("certificate.spokenCheck");
    click("certificate.print");
    QCOMPARE(requested.size(), 0);
    // Nobody can compare by machine: a second person has to have looked.
    m_screen->setConfirmedBySecondStaff(true);
    click("certificate.print");
    QCOMPARE(requested.size(), 1);
}

void TestCertificateScreen::nothingIsPrintedBeforeTheTextIsRead()
{
    open(u"good1"_s);
    click("certificate.spokenCheck");
    QSignalSpy requested(m_screen, &CertificateScreen::printRequested);
    click("certificate.print");
    QCOMPARE(requested.size(), 0);
    QVERIFY(notice().contains(u"読んでいます"_s));
}

void TestCertificateScreen::printerIsKeptOrPreferred()
{
    auto *printer = find<QComboBox>("certificate.printer");
    QCOMPARE(printer->currentData().toString(), u"back"_s); // the system's default
    QCOMPARE(printer->currentText(), u"処置室（用紙がありません）"_s);
    printer->setCurrentIndex(0);
    m_screen->setPrinters(twoPrinters());
    QCOMPARE(printer->currentData().toString(), u"front"_s);
    m_screen->setPrinters({});
    m_screen->setPrinters(twoPrinters(), u"front"_s);
    QCOMPARE(printer->currentData().toString(), u"front"_s);
    QCOMPARE(printer->currentText(), u"受付1（使えます）"_s);
}

void TestCertificateScreen::missingPrinterIsSaid()
{
    open(u"good1"_s);
    m_screen->setMatch(PersonMatch::Matches);
    click("certificate.spokenCheck");
    m_screen->setPrinters({});
    QCOMPARE(find<QComboBox>("certificate.printer")->currentText(), u"プリンターが見つかりません"_s);
    QSignalSpy requested(m_screen, &CertificateScreen::printRequested);
    click("certificate.print");
    QCOMPARE(requested.size(), 0);
    QVERIFY2(notice().contains(u"UK-D031"_s), qPrintable(notice()));
}

void TestCertificateScreen::printStatesInWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("words");
    QTest::newRow("finished") << int(PrintPanel::State::Finished) << u"印刷が終わりました（2枚）"_s;
    QTest::newRow("handed over") << int(PrintPanel::State::HandedOver) << u"プリンターに送りました（2枚）"_s;
    QTest::newRow("cancelled") << int(PrintPanel::State::Cancelled) << u"印刷をやめました"_s;
    QTest::newRow("failed") << int(PrintPanel::State::Failed) << u"UK-D032"_s;
}

void TestCertificateScreen::printStatesInWords()
{
    QFETCH(int, state);
    QFETCH(QString, words);
    open(u"good1"_s);
    m_screen->setPrintState(PrintPanel::State(state), {PrintOutcome::Finished, 7, 2}, {ErrorCode::PrinterStopped, {}, {u"止まっています"_s}});
    QVERIFY(find<QWidget>("certificate.notice")->isVisible());
    QVERIFY2(notice().contains(words), qPrintable(notice()));
    m_screen->setPrintState(PrintPanel::State::Idle);
    QVERIFY(!find<QWidget>("certificate.notice")->isVisible());
}

void TestCertificateScreen::printingCanBeStopped()
{
    open(u"good1"_s);
    m_screen->setMatch(PersonMatch::Matches);
    click("certificate.spokenCheck");
    m_screen->setPrintState(PrintPanel::State::Printing);
    QSignalSpy requested(m_screen, &CertificateScreen::printRequested), cancelled(m_screen, &CertificateScreen::printCancelRequested);
    // The key that started it neither stops it nor prints again.
    QTest::keyClick(m_frame.get(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(requested.size() + cancelled.size(), 0);
    click("certificate.print");
    QCOMPARE(requested.size(), 0);
    QCOMPARE(cancelled.size(), 1);
}

void TestCertificateScreen::fontRestrictionIsSaid()
{
    open(u"good1"_s);
    QVERIFY(!find<QWidget>("certificate.fontNotice")->isVisible());
    m_info.areFontsRestricted = true;
    m_screen->setDocument(m_renderer.get(), m_info, u"接種済証"_s, QString());
    QVERIFY(find<QWidget>("certificate.fontNotice")->isVisible());
}

void TestCertificateScreen::crashIsReported()
{
    open(u"good3"_s);
    QTRY_VERIFY(m_screen->isPageSharp());
    QSignalSpy failed(m_screen, &CertificateScreen::rendererFailed);
    ::kill(static_cast<pid_t>(m_renderer->processId()), SIGKILL);
    click("certificate.next");
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::RendererCrashed);
}

void TestCertificateScreen::rendererMayGo()
{
    open(u"good3"_s);
    click("certificate.next");
    m_renderer.reset();
    click("certificate.next");
    click("certificate.readText");
    QCOMPARE(find<QLabel>("certificate.page")->text(), u"3／3ページ"_s);
}

void TestCertificateScreen::clearLeavesNothing()
{
    open(u"good3"_s);
    m_screen->setMatch(PersonMatch::Matches);
    click("certificate.readText");
    QTRY_VERIFY(find<QPlainTextEdit>("certificate.text")->toPlainText().contains(personName));
    m_screen->clear();
    for (const QWidget *widget : m_screen->findChildren<QWidget *>()) {
        const QString all = widget->accessibleName() + widget->toolTip() + widget->property("text").toString()
            + widget->property("plainText").toString();
        for (const QString &secret : {u"みのり"_s, u"ミノリ"_s, u"11月8日"_s, u"BCG"_s})
            QVERIFY2(!all.contains(secret), qPrintable(widget->objectName()));
    }
    QCOMPARE(find<QListWidget>("certificate.pages")->count(), 0);
    QVERIFY(!m_screen->isSpokenCheckDone());
    QSignalSpy requested(m_screen, &CertificateScreen::printRequested);
    click("certificate.print");
    QCOMPARE(requested.size(), 0);
}

void TestCertificateScreen::keysWork()
{
    open(u"good3"_s);
    m_screen->setMatch(PersonMatch::Matches);
    find<QCheckBox>("certificate.spokenCheck")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(m_screen->isSpokenCheckDone());
    QTest::keyClick(m_frame.get(), Qt::Key_PageDown);
    QCOMPARE(find<QLabel>("certificate.page")->text(), u"2／3ページ"_s);
    QTest::keyClick(m_frame.get(), Qt::Key_PageUp);
    QCOMPARE(find<QLabel>("certificate.page")->text(), u"1／3ページ"_s);
    const QString before = find<QLabel>("certificate.zoom")->text();
    QTest::keyClick(m_frame.get(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(find<QLabel>("certificate.zoom")->text() != before);
    QTest::keyClick(m_frame.get(), Qt::Key_0, Qt::ControlModifier);
    QVERIFY(m_screen->focusProxy() == find<QWidget>("certificate.spokenCheck")->parentWidget());
    QCOMPARE(find<QLabel>("certificate.zoom")->text(), before);
    QSignalSpy requested(m_screen, &CertificateScreen::printRequested), closed(m_screen, &CertificateScreen::closeRequested);
    QTest::keyClick(m_frame.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(requested.size(), 1);
    QTest::keyClick(m_frame.get(), Qt::Key_Escape);
    QTRY_COMPARE(closed.size(), 1);
}

void TestCertificateScreen::controlsHaveNamesAndSize()
{
    open(u"good3"_s);
    int controls = 0;
    for (QWidget *widget : m_frame->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || !widget->objectName().startsWith(u"certificate."_s))
            continue;
        ++controls;
        const QString name = widget->objectName();
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || name == u"certificate.scroll"_s,
            qPrintable(name));
        QVERIFY2(widget->height() >= 44 && widget->width() >= 44, qPrintable(name));
    }
    QVERIFY(controls >= 11);
}

void TestCertificateScreen::nothingIsClipped_data()
{
    QTest::addColumn<QSize>("window");
    QTest::addColumn<double>("textScale");
    QTest::newRow("1280") << QSize(1280, 720) << 1.0;
    QTest::newRow("1366") << QSize(1366, 768) << 1.0;
    QTest::newRow("1920") << QSize(1920, 1080) << 1.0;
    QTest::newRow("1366 at 150") << QSize(1366, 768) << 1.5;
    QTest::newRow("1920 at 150") << QSize(1920, 1080) << 1.5;
}

void TestCertificateScreen::nothingIsClipped()
{
    QFETCH(QSize, window);
    QFETCH(double, textScale);
    theme::apply(*qApp, theme::Mode::Light, textScale);
    open(u"good3"_s);
    m_screen->setMatch(PersonMatch::OtherPerson);
    m_frame->resize(window);
    QTest::qWait(50);
    const QString folder = qEnvironmentVariable("UKETSUKE_BUILD_DIR") + u"/tests/pictures"_s;
    QDir().mkpath(folder);
    QTRY_VERIFY(m_screen->isPageSharp());
    QVERIFY(m_frame->grab().save(folder + u"/certificate-blocked-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    QStringList clipped;
    for (QWidget *widget : m_screen->findChildren<QWidget *>()) {
        if (!widget->isVisible() || (widget->accessibleName().isEmpty() && widget->property("text").toString().isEmpty()))
            continue;
        // Wider than what it stands in, or narrower than its words.
        for (const QWidget *around = widget->parentWidget(); around && around != m_screen->parentWidget(); around = around->parentWidget()) {
            const int left = widget->mapTo(around, QPoint(0, 0)).x();
            if (left < 0 || left + widget->width() > around->width())
                clipped.append(widget->objectName() + widget->property("text").toString());
        }
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && !label->wordWrap() && label->width() < label->sizeHint().width())
            clipped.append(label->text());
    }
    const QSize shown = m_frame->size();
    theme::apply(*qApp, theme::Mode::Light, 1.0);
    clipped.removeIf([](const QString &name) { return name.startsWith(u"certificate.canvas"_s); });
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u", "_s)));
    QCOMPARE(shown, window);
}

QTEST_MAIN(TestCertificateScreen)
#include "tst_certificatescreen.moc"
