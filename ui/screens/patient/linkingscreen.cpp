// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/linkingscreen.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/cardpicture.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"
#include "ui/widgets/panel.h"

#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

LinkingScreen::LinkingScreen(QWidget *parent) : PatientScreen(u"linking"_s, parent)
{
    auto *explanation = new Column(this, 16);
    m_title = new Label({}, size::text::patientName, true, Role::TextStrong, explanation);
    m_title->setWordWrap(true);
    m_steps = new Panel(Role::Surface, explanation);
    m_steps->setBorder(Role::Border, 2);
    m_keep = makeParagraph({}, size::text::patientExplanation, explanation);
    m_remains = new NoticeBox(NoticeBox::Level::Warning, {}, {}, NoticeBox::For::Patient, explanation);
    m_remains->hide();
    m_busy = new Label({}, size::text::patientExplanation, true, Role::Info, explanation);
    m_busy->setWordWrap(true);
    m_busy->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_keep),
                          static_cast<QWidget *>(m_remains),
                          static_cast<QWidget *>(m_busy)})
        explanation->column()->addWidget(part);
    explanation->column()->addStretch();

    m_place = new Panel(Role::Surface, this);
    m_picture = new CardPicture(CardPicture::Scene::Reading, m_place);
    m_picture->setHasGround(true);
    m_place->column()->addWidget(m_picture);
    m_place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    frame()->setBody(explanation, m_place, u"linking"_s);
    frame()->setShares(0, 1, 2, 3);
    addLeaveButton(u"cancel"_s);
    addStaffButton();
    LinkingScreen::retranslate();
}

void LinkingScreen::setPortalWidget(QWidget *portal)
{
    delete m_portal;
    m_portal = portal;
    m_picture->setVisible(!portal);
    // The portal is what is worked in: it gets the room, and a line that shows where it ends.
    m_place->setBorder(Role::Border, portal ? 2 : 0);
    frame()->setShares(0, 1, portal ? 1 : 2, portal ? 2 : 3);
    if (portal)
        m_place->column()->addWidget(portal);
}

void LinkingScreen::setErrand(Errand errand)
{
    if (std::exchange(m_errand, errand) != errand)
        LinkingScreen::retranslate();
}

void LinkingScreen::setBrowserRemains(bool remains)
{
    m_remains->setVisible(remains);
}

void LinkingScreen::setBusyText(const QString &text)
{
    m_busy->setText(text);
    m_busy->setVisible(!text.isEmpty());
}

void LinkingScreen::showSteps()
{
    while (QLayoutItem *item = m_steps->column()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool isConsent = m_errand == Errand::Consent;
    const QStringList steps{tr("説明を読み、利用規約に同意する"), isConsent ? tr("カードでログインする") : tr("カードでご本人を確かめる"),
                            isConsent ? tr("「連携する」を押す") : tr("「登録する」を押す")};
    int number = 0;
    for (const QString &step : steps)
        m_steps->column()->addWidget(new NumberedStep(++number, step, {}, m_steps));
    frame()->refresh();
}

void LinkingScreen::retranslate()
{
    PatientScreen::retranslate();
    frame()->setStep(PatientStep::Consent);
    findChild<Button *>(controlName(u"cancel"_s))->setText(tr("連携をやめる"));
    const bool isConsent = m_errand == Errand::Consent;
    m_title->setText(isConsent ? tr("マイナポータルの画面で、手続きをしてください") : tr("マイナポータルの画面で、利用の登録をしてください"));
    m_keep->setText(isConsent ? tr("カードは置いたままにしてください。終わると、この画面は自動で変わります。")
                              : tr("登録が終わると、続けて連携の手続きの画面が開きます。カードは置いたままにしてください。"));
    m_remains->setNotice(NoticeBox::Level::Warning, tr("終わったら、ブラウザーを閉じてください"));
    showSteps();
}

} // namespace uk
