// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/clock.h"
#include "app/portal/consent.h"
#include "tests/app/portal/smallportal.h"
#include "ui/portal/htmltokens.h"
#include "ui/portal/portalpage.h"
#include "ui/portal/portalview.h"
#include "ui/portal/portalwindow.h"
#include "ui/theme/theme.h"
#include "ui/walkthrough/inputdriver.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>
#include <QVBoxLayout>

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

using Kind = PortalPage::BlockKind;

/// "Kind text" of every block.
QStringList outline(const PortalPage &page)
{
    static const QHash<Kind, QString> names{{Kind::Heading, u"H"_s}, {Kind::Text, u"T"_s}, {Kind::ListItem, u"L"_s},
                                            {Kind::Link, u"A"_s}, {Kind::Control, u"C"_s}};
    QStringList lines;
    for (const PortalPage::Block &block : page.blocks) {
        const bool isControl = block.kind == Kind::Control;
        const QString text = isControl ? page.forms[block.form].controls[block.control].label : block.text;
        lines.append(names.value(block.kind) + u' ' + text);
    }
    return lines;
}

} // namespace

class TestPortalWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void entities_areResolvedOrLeft_data();
    void entities_areResolvedOrLeft();
    void page_isReadInItsOrder();
    void brokenHtml_neverBecomesMarkupOrCrashes_data();
    void brokenHtml_neverBecomesMarkupOrCrashes();
    void consent_byRealClicks_givesAToken();
    void consent_withoutTheTerms_asksAgain();
    void giveUpOfThePage_isARefusal();
    void giveUpWhileNoPageIsThere_isACancel();
    void portalDown_isSaidSo_data();
    void portalDown_isSaidSo();
    void refusalPage_isShownToThePerson();
    void secondResident_bringsNoCookieOfTheFirst();
    void redirectToAnotherOrigin_isNotFollowed();
    void buttonsAndTexts_haveTheSizesOfPatientScreens();

private:
    void begin(SmallPortal &portal);
    bool play(const QStringList &clicks);

    std::unique_ptr<QWidget> m_screen;
    PortalWindow *m_window = nullptr;
    std::unique_ptr<ConsentFlow> m_flow;
    FixedClock m_clock{QDateTime(QDate(2026, 10, 1), QTime(1, 0), Qt::UTC)};
    InputDriver m_driver;
    QList<int> m_codes;
};

void TestPortalWindow::initTestCase()
{
    theme::apply(*qApp, theme::Mode::Light);
}

void TestPortalWindow::entities_areResolvedOrLeft_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    QTest::newRow("named") << u"&lt;a&gt; &amp;&quot;&apos;"_s << u"<a> &\"'"_s;
    QTest::newRow("numbers") << u"&#12354;&#x20BB7;"_s << u"あ𠮷"_s;
    QTest::newRow("once only") << u"&amp;lt;"_s << u"&lt;"_s;
    QTest::newRow("unknown") << u"&foo; & b; &"_s << u"&foo; & b; &"_s;
    QTest::newRow("surrogate") << u"&#xD800;"_s << u"&#xD800;"_s;
    QTest::newRow("control") << u"&#0;&#7;"_s << u"&#0;&#7;"_s;
    QTest::newRow("too high") << u"&#x110000;"_s << u"&#x110000;"_s;
}

void TestPortalWindow::entities_areResolvedOrLeft()
{
    QFETCH(QString, html);
    QTEST(resolveEntities(html), "text");
}

void TestPortalWindow::page_isReadInItsOrder()
{
    const PortalPage page = readPortalPage(
        uR"(<!DOCTYPE html><!-- <p>no</p> --><html><head><title>題 &amp; 名</title><style>p > a {}</style>
<script>document.write("<p>no</p>")</script></head><body>まえ<H1>見出し
 二行</H1><p>文 <b>太字</b><br>次の行</p><ol><li>一<li>二</li></ol>
<table><tr><th>氏名</th><td>山田</td></tr></table>
<a id=x>行き先なし</a><A HREF='/next?a=1&amp;b=2' ID=go Class="button main">進<span>む</span></A>
<form method=POST action="send"><input type=hidden name=h value="1"><input type="radio" id="r1" name="r" value="a" checked>
<label for="r1">甲</label><label><input type="checkbox" id="c1" name="c">乙 <em>丙</em></label>
<input type="submit" id="s" name="go" value="送る"></form><button id="outside">何もしない</button></body></html>)"_s);
    QCOMPARE(page.title, u"題 & 名"_s);
    QCOMPARE(outline(page), (QStringList{u"T まえ"_s, u"H 見出し 二行"_s, u"T 文 太字"_s, u"T 次の行"_s, u"L 一"_s, u"L 二"_s,
                                         u"T 氏名: 山田"_s, u"T 行き先なし"_s, u"A 進む"_s, u"C 甲"_s, u"C 乙 丙"_s, u"C 送る"_s}));
    const PortalPage::Block &link = page.blocks.at(8);
    QCOMPARE(link.address, u"/next?a=1&b=2"_s);
    QCOMPARE(link.id, u"go"_s);
    QVERIFY(link.isMain);
    QCOMPARE(page.forms.size(), 1);
    QVERIFY(page.forms[0].isPost);
    QCOMPARE(page.forms[0].action, u"send"_s);
    QCOMPARE(page.forms[0].controls.size(), 4);
    QVERIFY(page.forms[0].controls[1].isChecked);
    QCOMPARE(page.forms[0].controls[2].value, u"on"_s);
}

void TestPortalWindow::brokenHtml_neverBecomesMarkupOrCrashes_data()
{
    QTest::addColumn<QString>("html");
    for (const QString &html : {u"<"_s, u"</"_s, u"<a"_s, u"<a href"_s, u"<a href="_s, u"<a href=\"x"_s, u"<!--"_s, u"<script>"_s,
             u"<label>x"_s, u"</label></a></button></form>"_s, u"<form><button>"_s, u"<input"_s, u"<title>"_s, u"a < b"_s,
             u"<a href=x>y<p>z"_s, u"<p =\"\" ==/ x>t"_s, u"<button><a href=x></button></a>"_s})
        QTest::newRow(qPrintable(html)) << html;
}

void TestPortalWindow::brokenHtml_neverBecomesMarkupOrCrashes()
{
    QFETCH(QString, html);
    for (qsizetype size = 0; size <= html.size(); ++size) {
        const PortalPage page = readPortalPage(QStringView(html).first(size));
        for (const PortalPage::Block &block : page.blocks)
            QVERIFY(!block.text.contains("<a"_L1) && !block.text.contains("script"_L1));
    }
}

void TestPortalWindow::begin(SmallPortal &portal)
{
    m_codes.clear();
    m_flow.reset();
    m_screen = std::make_unique<QWidget>();
    m_screen->resize(1080, 1000);
    m_window = new PortalWindow(m_screen.get());
    auto *layout = new QVBoxLayout(m_screen.get());
    layout->addWidget(m_window->widget());
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_screen.get()));
    m_flow = std::make_unique<ConsentFlow>(portal.profile(), *m_window, m_clock);
    m_flow->start({u"vaccination"_s},
                  [this](Result<AccessToken> token) { m_codes.append(token ? -1 : int(token.error().code)); });
}

bool TestPortalWindow::play(const QStringList &clicks)
{
    QList<InputAction> script;
    for (const QString &id : clicks)
        script.append(m_driver.click(id));
    std::optional<bool> outcome;
    m_driver.run(script, [&outcome](Result<void> result) { outcome = result.has_value(); });
    return QTest::qWaitFor([&] { return outcome.has_value(); }, 20000) && *outcome;
}

void TestPortalWindow::consent_byRealClicks_givesAToken()
{
    SmallPortal portal;
    begin(portal);
    QVERIFY(play({u"terms-agree"_s, u"next"_s, u"method-ic"_s, u"resident-infant"_s, u"link"_s}));
    QTRY_COMPARE(m_codes, QList<int>{-1});
    QCOMPARE(portal.tokens(), 1);
    QVERIFY(!InputDriver::find(u"link"_s)); // nothing of the resident is left on the screen
}

void TestPortalWindow::consent_withoutTheTerms_asksAgain()
{
    SmallPortal portal;
    begin(portal);
    QVERIFY(play({u"next"_s}));
    QTRY_VERIFY(portal.server().requests().size() >= 3);
    QTest::qWait(100);
    QVERIFY(m_codes.isEmpty() && !InputDriver::find(u"method-ic"_s));
}

void TestPortalWindow::giveUpOfThePage_isARefusal()
{
    SmallPortal portal;
    begin(portal);
    QVERIFY(play({u"terms-agree"_s, u"next"_s}));
    QTRY_VERIFY(InputDriver::find(u"method-ic"_s));
    QVERIFY(play({u"give-up"_s}));
    QTRY_COMPARE(m_codes, QList<int>{int(ErrorCode::ConsentRefused)});
    QCOMPARE(portal.tokens(), 0);
}

void TestPortalWindow::giveUpWhileNoPageIsThere_isACancel()
{
    SmallPortal portal;
    portal.setFault(ScriptedServer::ok("text/html", "<p>nothing here</p>"));
    begin(portal);
    QVERIFY(play({u"give-up"_s}));
    QTRY_COMPARE(m_codes, QList<int>{int(ErrorCode::ConsentCancelled)});
}

void TestPortalWindow::portalDown_isSaidSo_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("503") << ScriptedServer::status("503 Service Unavailable", "<p>x</p>");
    QTest::newRow("redirect loop") << ScriptedServer::status("302 Found", {}, "Location: /terms\r\n");
    QTest::newRow("too large") << ScriptedServer::ok("text/html", QByteArray(3000000, 'x'));
}

void TestPortalWindow::portalDown_isSaidSo()
{
    QFETCH(QByteArray, answer);
    SmallPortal portal;
    portal.setFault(answer);
    begin(portal);
    QTRY_COMPARE(m_codes, QList<int>{int(ErrorCode::PortalUnavailable)});
}

void TestPortalWindow::refusalPage_isShownToThePerson()
{
    SmallPortal portal;
    portal.setFault(ScriptedServer::status("400 Bad Request", "<p>unknown client</p>", "Content-Type: text/html\r\n"));
    begin(portal);
    const auto isShown = [this] {
        const QList<QLabel *> labels = m_window->widget()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](QLabel *label) { return label->text() == "unknown client"_L1; });
    };
    QTRY_VERIFY(isShown());
    QVERIFY(m_codes.isEmpty());
}

void TestPortalWindow::secondResident_bringsNoCookieOfTheFirst()
{
    SmallPortal portal;
    begin(portal);
    QVERIFY(play({u"terms-agree"_s, u"next"_s, u"method-qr"_s, u"resident-infant"_s, u"link"_s}));
    QTRY_COMPARE(m_codes.size(), 1);
    m_flow->start({u"vaccination"_s}, [this](Result<AccessToken> token) { m_codes.append(token ? -1 : 0); });
    QVERIFY(play({u"terms-agree"_s, u"next"_s, u"method-ic"_s, u"resident-infant"_s, u"link"_s}));
    QTRY_COMPARE(m_codes, (QList<int>{-1, -1}));
    QCOMPARE(portal.cookiesOfOthers(), 0);
}

void TestPortalWindow::redirectToAnotherOrigin_isNotFollowed()
{
    ScriptedServer other;
    SmallPortal portal;
    portal.setFault(ScriptedServer::status("302 Found", {}, "Location: " + other.url(u"/x"_s).toEncoded() + "\r\n"));
    begin(portal);
    QTRY_COMPARE(m_codes, QList<int>{int(ErrorCode::BrowserFailed)});
    QVERIFY(other.requests().isEmpty());
}

void TestPortalWindow::buttonsAndTexts_haveTheSizesOfPatientScreens()
{
    SmallPortal portal;
    begin(portal);
    QTRY_VERIFY(InputDriver::find(u"terms-agree"_s));
    QTest::qWait(50);
    const QList<QPushButton *> buttons = m_window->widget()->findChildren<QPushButton *>();
    QVERIFY(buttons.size() >= 3);
    for (QPushButton *button : buttons) {
        if (button->isVisible())
            QVERIFY2(button->height() >= 88, qPrintable(button->objectName()));
    }
    for (QLabel *label : m_window->widget()->findChildren<QLabel *>()) {
        if (label->isVisible())
            QVERIFY2(label->font().pixelSize() >= 24, qPrintable(label->text()));
    }
    if (const QString folder = qEnvironmentVariable("UKETSUKE_PICTURES"); !folder.isEmpty())
        m_screen->grab().save(folder + u"/portal-terms.png"_s);
}

QTEST_MAIN(TestPortalWindow)
#include "tst_portalwindow.moc"
