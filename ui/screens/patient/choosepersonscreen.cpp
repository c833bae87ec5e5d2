// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/choosepersonscreen.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/cardpicture.h"
#include "ui/widgets/label.h"
#include "ui/widgets/panel.h"

#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

ChoosePersonScreen::ChoosePersonScreen(QWidget *parent) : PatientScreen(u"choose"_s, parent)
{
    auto *explanation = new Column(this);
    m_title = new Label({}, size::text::patientHeading, true, Role::TextStrong, explanation);
    m_title->setWordWrap(true);
    m_text = makeParagraph({}, size::text::patientButton, explanation);
    auto *picture = new CardPicture(CardPicture::Scene::CardOnly, explanation);
    picture->setHasGround(true);
    explanation->column()->addWidget(m_title);
    explanation->column()->addWidget(m_text);
    explanation->column()->addWidget(picture, 1);

    auto *decisions = new Column(this);
    const auto add = [&](const QString &what, Button::Kind kind, Icon icon) {
        auto *button = new Button(kind, {}, Button::For::Patient, decisions);
        button->setObjectName(controlName(what));
        button->setButtonIcon(icon);
        decisions->column()->addWidget(button);
        return button;
    };
    decisions->column()->addStretch();
    m_self = add(u"self"_s, Button::Kind::Secondary, Icon::Person);
    m_family = add(u"family"_s, Button::Kind::Secondary, Icon::Person);
    m_skip = add(u"skip"_s, Button::Kind::Quiet, Icon::None);
    connect(m_self, &QPushButton::clicked, this, [this] { Q_EMIT personChosen(Person::Self); });
    connect(m_family, &QPushButton::clicked, this, [this] { Q_EMIT personChosen(Person::ChildOrFamily); });
    connect(m_skip, &QPushButton::clicked, this, &ChoosePersonScreen::skipped);
    frame()->setBody(explanation, decisions, u"choose"_s);
    frame()->setShares(1, 0, 1, 1);
    addLeaveButton(u"leave"_s);
    addStaffButton();
    connect(frame(), &PatientFrame::metricsChanged, this, &ChoosePersonScreen::arrange);
    ChoosePersonScreen::retranslate();
}

void ChoosePersonScreen::arrange()
{
    // With large text the buttons' own words have to be enough.
    const bool hasRoom = theme::textScale() <= 1.25;
    m_self->setNote(hasRoom ? tr("操作している方が、受付を受けます") : QString());
    m_family->setNote(hasRoom ? tr("お子さまやご家族の代わりに操作しています") : QString());
}

void ChoosePersonScreen::retranslate()
{
    PatientScreen::retranslate();
    frame()->setStep(PatientStep::Pin);
    findChild<Button *>(controlName(u"leave"_s))->setText(tr("連携をやめる"));
    m_title->setText(tr("どなたのカードですか"));
    m_text->setText(tr("きょう受付する方のカードを置いてください。お名前を確かめるために、カードからお名前・生年月日・性別・住所を読み取ります。マイナンバー（個人番号）は読み取りません。"));
    m_self->setText(tr("ご本人のカード"));
    m_family->setText(tr("お子さま・ご家族のカード"));
    m_skip->setText(tr("読み取らないで進む（職員が口頭で確認します）"));
    arrange();
}

} // namespace uk
