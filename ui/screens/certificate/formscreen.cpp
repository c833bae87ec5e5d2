// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/formscreen.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

FormScreen::FormScreen(QWidget *parent)
    : DocumentScreen(u"form"_s, tr("紙には、画面の回答と記入欄が印刷されます。"), parent)
{
    auto *facts = new QWidget;
    auto *column = new QVBoxLayout(facts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new Label(tr("紙の予診票"), size::text::lead, true, Role::TextStrong, facts));
    m_state = new NoticeBox(NoticeBox::Level::Info, {}, {}, NoticeBox::For::Staff, facts);
    m_state->setObjectName(u"form.state"_s);
    m_sensitive = new QCheckBox(facts);
    m_sensitive->setObjectName(u"form.sensitive"_s);
    m_sensitive->setMinimumHeight(size::staffTarget + 8);
    m_paper = new Button(Button::Kind::Secondary, {}, Button::For::Staff, facts);
    m_paper->setObjectName(u"form.paperRoute"_s);
    column->addWidget(m_state);
    column->addWidget(m_sensitive);
    column->addWidget(m_paper);
    addFacts(facts);
    connect(m_sensitive, &QCheckBox::toggled, this, &FormScreen::sensitiveChanged);
    connect(m_paper, &QPushButton::clicked, this, [this] { Q_EMIT paperRouteChanged(!m_form.isPaperChosen); });
    setForm({});
}

void FormScreen::setDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &title)
{
    showDocument(renderer, info, tr("紙の予診票"), title);
}

void FormScreen::setForm(const FormText &form)
{
    m_form = form;
    if (form.isSubmitted)
        m_state->setNotice(NoticeBox::Level::Success, tr("電子で提出済みです。"), tr("印刷するのは控えです。"));
    else if (form.isPaperChosen)
        m_state->setNotice(NoticeBox::Level::Success, tr("紙で提出します（%1）。").arg(form.paperChosenBy),
                           tr("受付の一覧に「紙で提出」と表示されます。"));
    else
        m_state->setNotice(NoticeBox::Level::Info, tr("提出の方法は、まだ電子のままです。"),
                           tr("印刷しただけでは、紙での提出になりません。"));
    const QSignalBlocker quiet(m_sensitive); // told, not ticked by a person
    m_sensitive->setChecked(form.hasSensitive);
    m_sensitive->setText(tr("画面で隠している質問も印刷する（%n問）", nullptr, form.sensitive));
    m_sensitive->setVisible(form.sensitive > 0);
    m_paper->setText(form.isPaperChosen ? tr("紙での提出をやめる") : tr("この予診票は紙で提出する"));
    m_paper->setVisible(!form.isSubmitted || form.isPaperChosen);
    if (form.obstacle.isEmpty() && printing().state() == PrintPanel::State::Idle)
        printing().showObstacle({});
}

void FormScreen::clear()
{
    DocumentScreen::clear();
    setForm({});
}

} // namespace uk
