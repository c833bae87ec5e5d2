// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/consentscreen.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

/// Two buttons that always get the same size: side by side, or one above the other where that is too narrow.
class EqualPair : public QWidget, public Scalable
{
public:
    EqualPair(Button *left, Button *right, QWidget *parent) : QWidget(parent)
    {
        m_row = new QHBoxLayout(this);
        m_row->setContentsMargins(0, 0, 0, 0);
        m_row->setSpacing(24);
        for (Button *button : {left, right}) {
            QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
            policy.setHeightForWidth(true);
            button->setSizePolicy(policy);
            m_row->addWidget(button, 1);
        }
    }

    void setMetrics(const PatientMetrics &metrics) override
    {
        const bool isNarrow = metrics.isWide || theme::textScale() > 1.5;
        m_row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }

private:
    QBoxLayout *m_row;
};

} // namespace

ConsentScreen::ConsentScreen(QWidget *parent) : PatientScreen(u"consent"_s, parent)
{
    auto *explanation = new Column(this, 18);
    m_title = new Label({}, size::text::patientHeading, true, Role::TextStrong, explanation);
    m_title->setWordWrap(true);
    m_rows = new Panel(Role::Surface, explanation);
    m_rows->setObjectName(controlName(u"rows"_s));
    m_rows->setBorder(Role::Border, 2);
    explanation->column()->addWidget(m_title);
    explanation->column()->addWidget(m_rows);
    explanation->column()->addStretch();

    auto *decisions = new Column(this);
    m_refuse = new Button(Button::Kind::Secondary, {}, Button::For::Patient, decisions);
    m_refuse->setObjectName(controlName(u"refuse"_s));
    m_refuse->setButtonIcon(Icon::Cross);
    m_agree = new Button(Button::Kind::Secondary, {}, Button::For::Patient, decisions);
    m_agree->setObjectName(controlName(u"agree"_s));
    m_agree->setButtonIcon(Icon::Check);
    connect(m_refuse, &QPushButton::clicked, this, &ConsentScreen::refused);
    connect(m_agree, &QPushButton::clicked, this, &ConsentScreen::agreed);
    m_note = makeParagraph({}, size::text::patientExplanation, decisions);
    decisions->column()->addStretch();
    decisions->column()->addWidget(m_note);
    decisions->column()->addWidget(new EqualPair(m_refuse, m_agree, decisions));
    frame()->setBody(explanation, decisions, u"consent"_s);
    frame()->setShares(1, 0, 2, 1);
    connect(frame(), &PatientFrame::metricsChanged, this, [this, explanation, decisions] {
        // Large text leaves the column of the buttons no room for more than them.
        Column *place = frame()->metrics().isWide && theme::textScale() < 1.25 ? decisions : explanation;
        if (m_note->parentWidget() != place)
            place->column()->insertWidget(place == decisions ? 1 : 2, m_note);
        if (m_shownFor != frame()->metrics())
            showRows();
    });
    addLeaveButton(u"leave"_s);
    addStaffButton();
    ConsentScreen::retranslate();
}

void ConsentScreen::setConsent(const ConsentText &text)
{
    m_text = text;
    showRows();
}

void ConsentScreen::showRows()
{
    m_shownFor = frame()->metrics();
    while (QLayoutItem *item = m_rows->column()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList items;
    for (const QString &item : m_text.items)
        items.append(u"・"_s + item);
    const std::pair<QString, QString> rows[] = {{tr("情報を受け取るところ"), m_text.recipient},
                                                {tr("使う目的"), m_text.purpose},
                                                {tr("受け取る情報（これだけ）"), items.join(u'\n')},
                                                {tr("期間"), m_text.period}};
    const bool isBeside = frame()->metrics().isWide && theme::textScale() < 1.25;
    for (const auto &[label, value] : rows) {
        if (value.isEmpty())
            continue;
        auto *row = new QWidget(m_rows);
        auto *layout = new QBoxLayout(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, row);
        layout->setContentsMargins(0, 0, 0, isBeside ? 0 : frame()->metrics().px(16));
        layout->setSpacing(isBeside ? 16 : 0);
        auto *heading = new Label(label, size::text::patientBody, true, Role::TextMuted, row);
        heading->setWordWrap(true);
        heading->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        auto *text = makeParagraph(value, size::text::patientLead, row, Role::TextStrong);
        text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        layout->addWidget(heading, 2);
        layout->addWidget(text, 5);
        m_rows->column()->addWidget(row);
    }
    frame()->refresh();
}

void ConsentScreen::retranslate()
{
    PatientScreen::retranslate();
    frame()->setStep(PatientStep::Consent);
    findChild<Button *>(controlName(u"leave"_s))->setText(tr("連携をやめる"));
    m_title->setText(tr("次の情報を受け取ってもよいですか"));
    m_note->setText(tr("同意しない場合も、紙の予診票で受付できます。受付の順番は変わりません。"));
    m_agree->setText(tr("同意する"));
    m_refuse->setText(tr("同意しない"));
    showRows();
}

} // namespace uk
