// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/certificatescreen.h"

#include "ui/screens/certificate/documentview.h"
#include "ui/screens/certificate/handoverpanel.h"
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

CertificateScreen::CertificateScreen(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"certificate"_s);
    m_view = new DocumentView(this);
    m_handover = new HandoverPanel;
    m_print = new PrintPanel;
    auto *inside = new QWidget;
    auto *facts = new QVBoxLayout(inside);
    facts->setContentsMargins(size::staffMargin, 8, size::staffMargin, 4);
    facts->setSpacing(10);
    facts->addWidget(m_handover);
    facts->addWidget(m_print, 1);
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

    setFocusProxy(m_handover);
    connect(m_handover, &HandoverPanel::spokenCheckChanged, this, [this](bool isDone) {
        if (isDone && m_print->state() == PrintPanel::State::Idle)
            m_print->showObstacle({});
        Q_EMIT spokenCheckChanged(isDone);
    });
    connect(m_handover, &HandoverPanel::secondStaffRequested, this, &CertificateScreen::secondStaffRequested);
    connect(m_print, &PrintPanel::printClicked, this, &CertificateScreen::requestPrint);
    connect(m_print, &PrintPanel::cancelClicked, this, &CertificateScreen::printCancelRequested);
    connect(m_view, &DocumentView::rendererFailed, this, &CertificateScreen::rendererFailed);
}

void CertificateScreen::fillFooter(StaffFooter &footer)
{
    footer.clear();
    footer.setKeyHints({{{u"PgUp"_s, u"PgDn"_s}, tr("ページ")}, {{u"Ctrl"_s, u"＋"_s, u"−"_s}, tr("拡大・縮小")}});
    footer.addWidget(new Label(tr("書類は、届いたままの内容で印刷します。"), size::text::body, false, Role::Text));
    auto *back = new Button(Button::Kind::Quiet, tr("受付へ戻る"));
    back->setObjectName(u"certificate.close"_s);
    back->setKey(Qt::Key_Escape);
    connect(back, &QPushButton::clicked, this, &CertificateScreen::closeRequested);
    footer.addWidget(back);
}

void CertificateScreen::setPerson(const QString &name, const QString &kana, QDate birth, bool isGuardianAsked)
{
    m_handover->setPerson(name, kana, birth, isGuardianAsked);
}

void CertificateScreen::setDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &kind, const QString &title)
{
    m_hasDocument = true;
    m_handover->setMatch(std::nullopt);
    m_view->setDocument(renderer, info, kind);
    m_print->setDocument(title, info);
}

void CertificateScreen::setMatch(std::optional<PersonMatch> match)
{
    m_handover->setMatch(match);
}

void CertificateScreen::setSpokenCheck(bool isNeeded, bool isDone)
{
    m_handover->setSpokenCheck(isNeeded, isDone);
}

void CertificateScreen::setConfirmedBySecondStaff(bool isConfirmed)
{
    m_handover->setConfirmedBySecondStaff(isConfirmed);
}

void CertificateScreen::setPrinters(const QList<PrinterInfo> &printers, const QString &preferred)
{
    m_print->setPrinters(printers, preferred);
}

void CertificateScreen::setCopies(int copies)
{
    m_print->setCopies(copies);
}

void CertificateScreen::setPrintCount(int count)
{
    m_print->setPrintCount(count);
}

void CertificateScreen::setPrintState(PrintPanel::State state, const PrintResult &result, const Error &error)
{
    m_print->setState(state, result, error);
}

void CertificateScreen::setTraining(bool isTraining)
{
    m_isTraining = isTraining;
    m_view->setTraining(isTraining);
}

void CertificateScreen::clear()
{
    m_hasDocument = false;
    m_view->clear();
    m_handover->clear();
    m_print->clear();
}

bool CertificateScreen::isSpokenCheckDone() const
{
    return m_handover->isSpokenCheckDone();
}

bool CertificateScreen::isPageSharp() const
{
    return m_view->isSharp();
}

void CertificateScreen::requestPrint()
{
    if (!m_hasDocument)
        return;
    if (const QString obstacle = m_handover->obstacle(); !obstacle.isEmpty()) {
        m_print->showObstacle(obstacle);
        m_handover->focusObstacle();
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

void CertificateScreen::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPanel();
}

void CertificateScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationFontChange)
        fitPanel();
}

void CertificateScreen::fitPanel()
{
    // As wide as its text asks, but the document keeps half of the screen.
    m_panel->setFixedWidth(std::clamp(qRound(panelWidth * theme::textScale()), panelWidth, std::max(panelWidth, width() / 2)));
}

void CertificateScreen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
    painter.fillRect(QRect(m_panel->x() - 1, 0, 1, height()), color(Role::Hairline));
}

} // namespace uk
