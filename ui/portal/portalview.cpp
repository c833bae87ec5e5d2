// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/portal/portalview.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

// In px of the reference layout.
constexpr int headingText = 44;
constexpr int bodyText = 32;

} // namespace

PortalView::PortalView(QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
{
    setObjectName(u"portal.view"_s);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus); // its buttons have the focus, and it follows them
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_area, 1);
    showMessage({});
}

void PortalView::clearContent()
{
    m_choices.clear();
    m_giveUpAddress.clear();
    if (QWidget *old = m_area->takeWidget()) {
        old->hide();
        old->deleteLater(); // the click that led here may come from one of its buttons
    }
    m_content = new QWidget;
    m_column = new QVBoxLayout(m_content);
    // The screen around the portal has a way out of its own: this one says whose it is.
    m_giveUp = new Button(Button::Kind::Quiet, tr("ポータルの画面を閉じる"), Button::For::Patient, m_content);
    m_giveUp->setObjectName(u"give-up"_s);
    connect(m_giveUp, &QPushButton::clicked, this, [this] {
        if (m_giveUpAddress.isEmpty())
            Q_EMIT gaveUp();
        else
            Q_EMIT linkActivated(m_giveUpAddress);
    });
}

void PortalView::finishContent()
{
    m_column->addStretch();
    m_column->addWidget(m_giveUp);
    m_area->setWidget(m_content);
    scaleAll();
}

void PortalView::showMessage(const QString &text)
{
    clearContent();
    m_page = {};
    auto *label = makeParagraph(text, bodyText, m_content);
    label->setObjectName(u"portal.message"_s);
    m_column->addWidget(label);
    finishContent();
}

void PortalView::showPage(const PortalPage &page)
{
    clearContent();
    m_page = page;
    for (const PortalPage::Block &block : m_page.blocks)
        addBlock(block);
    finishContent();
    m_area->verticalScrollBar()->setValue(0);
}

void PortalView::addBlock(const PortalPage::Block &block)
{
    switch (block.kind) {
    case PortalPage::BlockKind::Heading: {
        auto *heading = new Label(block.text, headingText, true, Role::TextStrong, m_content);
        heading->setWordWrap(true);
        m_column->addWidget(heading);
        break;
    }
    case PortalPage::BlockKind::Text:
        m_column->addWidget(makeParagraph(block.text, bodyText, m_content));
        break;
    case PortalPage::BlockKind::ListItem:
        m_column->addWidget(makeParagraph(u"・"_s + block.text, bodyText, m_content));
        break;
    case PortalPage::BlockKind::Link: {
        if (block.id == "give-up"_L1) {
            m_giveUpAddress = block.address;
            if (!block.text.isEmpty())
                m_giveUp->setText(tr("ポータルの「%1」").arg(block.text));
            break;
        }
        const auto kind = block.isMain ? Button::Kind::Primary : Button::Kind::Secondary;
        auto *button = new Button(kind, block.text, Button::For::Patient, m_content);
        button->setObjectName(block.id);
        connect(button, &QPushButton::clicked, this, [this, address = block.address] { Q_EMIT linkActivated(address); });
        m_column->addWidget(button);
        break;
    }
    case PortalPage::BlockKind::Control:
        addControl(block);
        break;
    }
}

void PortalView::addControl(const PortalPage::Block &block)
{
    const PortalPage::Control &control = m_page.forms.at(block.form).controls.at(block.control);
    if (control.kind == PortalPage::ControlKind::Submit) {
        auto *button = new Button(Button::Kind::Primary, control.label, Button::For::Patient, m_content);
        button->setObjectName(control.id);
        connect(button, &QPushButton::clicked, this,
                [this, form = block.form, index = block.control] { submit(form, index); });
        m_column->addWidget(button);
        return;
    }
    auto *button = new Button(Button::Kind::Choice, control.label, Button::For::Patient, m_content);
    button->setObjectName(control.id);
    button->setCheckable(true);
    button->setChecked(control.isChecked);
    if (control.kind == PortalPage::ControlKind::Radio) {
        connect(button, &QPushButton::clicked, this, [this, form = block.form, name = control.name, button] {
            for (const Choice &choice : m_choices) {
                const PortalPage::Control &other = m_page.forms.at(choice.form).controls.at(choice.control);
                if (choice.form == form && other.kind == PortalPage::ControlKind::Radio && other.name == name)
                    choice.button->setChecked(choice.button == button);
            }
        });
    }
    m_choices.append({block.form, block.control, button});
    m_column->addWidget(button);
}

void PortalView::submit(qsizetype form, qsizetype control)
{
    const PortalPage::Form &sent = m_page.forms.at(form);
    QList<std::pair<QString, QString>> members;
    for (qsizetype i = 0; i < sent.controls.size(); ++i) {
        const PortalPage::Control &one = sent.controls.at(i);
        bool isSent = one.kind == PortalPage::ControlKind::Hidden || i == control;
        for (const Choice &choice : m_choices)
            isSent = isSent || (choice.form == form && choice.control == i && choice.button->isChecked());
        if (isSent && !one.name.isEmpty())
            members.append({one.name, one.value});
    }
    Q_EMIT formSubmitted(sent.action, sent.isPost, members);
}

void PortalView::setMetrics(const PatientMetrics &metrics)
{
    m_metrics = metrics;
    scaleAll();
}

void PortalView::scaleAll()
{
    // The ring around a focused button needs room inside the scrolled part, which clips it.
    const int ring = m_metrics.gap / 2;
    m_column->setSpacing(m_metrics.isWide ? ring : m_metrics.gap);
    m_column->setContentsMargins(ring, ring, ring, ring);
    layout()->setContentsMargins(0, 0, 0, 0); // the screen around it has margins
    const QList<QWidget *> widgets = m_content->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *widget : widgets) {
        if (auto *scalable = dynamic_cast<Scalable *>(widget))
            scalable->setMetrics(m_metrics);
    }
}

} // namespace uk
