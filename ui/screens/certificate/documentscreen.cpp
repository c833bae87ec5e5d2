// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/documentscreen.h"

#include "ui/screens/certificate/documentview.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/staffframe.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 420;

} // namespace

DocumentScreen::DocumentScreen(const QString &name, const QString &footnote, QWidget *parent)
    : QWidget(parent)
    , m_footnote(footnote)
{
    setObjectName(name);
    m_view = new DocumentView(this);
    m_print = new PrintPanel;
    auto *inside = new QWidget;
    m_facts = new QVBoxLayout(inside);
    m_facts->setContentsMargins(size::staffMargin, 8, size::staffMargin, 4);
    m_facts->setSpacing(10);
    m_facts->addWidget(m_print, 1);
    // Where text is large or a warning stands there the facts scroll; the decision stays in view (U-B9).
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    m_panel = new QWidget(this);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    auto *decision = new QHBoxLayout;
    decision->setContentsMargins(size::staffMargin, 8, size::staffMargin, 0);
    decision->addWidget(m_print->decision());
    column->addLayout(decision);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1); // the line between them
    row->addWidget(m_view, 1);
    row->addWidget(m_panel);

    connect(m_print, &PrintPanel::printClicked, this, &DocumentScreen::requestPrint);
    connect(m_print, &PrintPanel::cancelClicked, this, &DocumentScreen::printCancelRequested);
    connect(m_view, &DocumentView::rendererFailed, this, &DocumentScreen::rendererFailed);
}

void DocumentScreen::addFacts(QWidget *facts)
{
    m_facts->insertWidget(m_facts->indexOf(m_print), facts);
}

void DocumentScreen::fillFooter(StaffFooter &footer)
{
    footer.clear();
    footer.setKeyHints({{{u"PgUp"_s, u"PgDn"_s}, tr("ページ")}, {{u"Ctrl"_s, u"＋"_s, u"−"_s}, tr("拡大・縮小")}});
    footer.addWidget(new Label(m_footnote, size::text::body, false, Role::Text));
    auto *back = new Button(Button::Kind::Quiet, tr("戻る"));
    back->setObjectName(objectName() + u".close"_s);
    back->setKey(Qt::Key_Escape);
    connect(back, &QPushButton::clicked, this, &DocumentScreen::closeRequested);
    footer.addWidget(back);
}

void DocumentScreen::showDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &kind, const QString &title)
{
    m_hasDocument = true;
    m_view->setDocument(renderer, info, kind);
    m_print->setDocument(title, info);
}

void DocumentScreen::setPrinters(const QList<PrinterInfo> &printers, const QString &preferred)
{
    m_print->setPrinters(printers, preferred);
}

void DocumentScreen::setCopies(int copies)
{
    m_print->setCopies(copies);
}

void DocumentScreen::setPrintCount(int count)
{
    m_print->setPrintCount(count);
}

void DocumentScreen::setPrintState(PrintPanel::State state, const PrintResult &result, const Error &error)
{
    m_print->setState(state, result, error);
}

void DocumentScreen::setTraining(bool isTraining)
{
    m_isTraining = isTraining;
    m_view->setTraining(isTraining);
}

void DocumentScreen::clear()
{
    m_hasDocument = false;
    m_view->clear();
    m_print->clear();
}

bool DocumentScreen::isPageSharp() const
{
    return m_view->isSharp();
}

void DocumentScreen::requestPrint()
{
    if (!m_hasDocument)
        return;
    if (const QString obstacle = printObstacle(); !obstacle.isEmpty()) {
        m_print->showObstacle(obstacle);
        return;
    }
    if (m_print->printer().isEmpty()) {
        m_print->setState(PrintPanel::State::Failed, {}, {ErrorCode::PrinterMissing, {}, {}});
        return;
    }
    PrintRequest request;
    request.printer = m_print->printer();
    request.copies = m_print->copies();
    request.hasTrainingMark = m_isTraining;
    Q_EMIT printRequested(request);
}

void DocumentScreen::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPanel();
}

void DocumentScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange)
        fitPanel();
}

void DocumentScreen::fitPanel()
{
    // As wide as its text asks, but the document keeps half of the screen.
    m_panel->setFixedWidth(std::clamp(qRound(panelWidth * theme::textScale()), panelWidth, std::max(panelWidth, width() / 2)));
}

void DocumentScreen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
    painter.fillRect(QRect(m_panel->x() - 1, 0, 1, height()), color(Role::Hairline));
}

} // namespace uk
