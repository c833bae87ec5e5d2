// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/closingscreens.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/cardpicture.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"
#include "ui/widgets/panel.h"

#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

ClosingScreen::ClosingScreen(const QString &name, QWidget *parent) : PatientScreen(name, parent)
{
    auto *column = new Column(this);
    m_title = new Label({}, size::text::patientCall, true, Role::TextStrong, column);
    m_title->setObjectName(controlName(u"title"_s));
    m_title->setWordWrap(true);
    m_title->setAlignment(Qt::AlignCenter);
    m_picture = new CardPicture(CardPicture::Scene::CardOnly, column);
    m_picture->setHasGround(true);
    m_text = makeParagraph({}, size::text::patientLead, column);
    m_text->setObjectName(controlName(u"text"_s));
    m_text->setAlignment(Qt::AlignCenter);
    m_notice = new NoticeBox(NoticeBox::Level::Warning, {}, {}, NoticeBox::For::Patient, column);
    m_notice->hide();
    column->column()->addWidget(m_title);
    column->column()->addWidget(m_picture, 1);
    column->column()->addWidget(m_notice);
    column->column()->addWidget(m_text);
    m_explanation = column;
}

TakeCardScreen::TakeCardScreen(QWidget *parent) : ClosingScreen(u"takecard"_s, parent)
{
    m_picture->setScene(CardPicture::Scene::TakeCard);
    auto *decisions = new Column(this);
    m_remove = new Button(Button::Kind::Secondary, {}, Button::For::Patient, decisions);
    m_remove->setObjectName(controlName(u"removeCard"_s));
    m_remove->hide();
    connect(m_remove, &QPushButton::clicked, this, &TakeCardScreen::cardRemovalRequested);
    decisions->column()->addStretch();
    decisions->column()->addWidget(m_remove);
    frame()->setBody(explanation(), decisions, u"takecard"_s);
    frame()->setShares(1, 0);
    frame()->setSingleColumn(true);
    m_leave = addLeaveButton(u"leave"_s);
    addStaffButton();
    TakeCardScreen::retranslate();
}

void TakeCardScreen::setOverdue(bool isOverdue)
{
    m_isOverdue = isOverdue;
    retranslate();
}

void TakeCardScreen::setGoesOn(bool goesOn)
{
    m_goesOn = goesOn;
    retranslate();
}

void TakeCardScreen::setBrowserRemains(bool remains)
{
    m_browserRemains = remains;
    retranslate();
}

void TakeCardScreen::setNextText(const QString &text)
{
    m_next = text;
    retranslate();
}

void TakeCardScreen::setCardSimulated(bool isSimulated)
{
    m_remove->setVisible(isSimulated);
}

void TakeCardScreen::retranslate()
{
    PatientScreen::retranslate();
    frame()->setStep(PatientStep::TakeCard);
    m_leave->setText(tr("連携をやめる"));
    m_leave->setVisible(m_goesOn);
    m_remove->setText(tr("訓練：カードを取る"));
    m_title->setText(tr("カードをお取りください"));
    const QString over = m_next.isEmpty() ? tr("受付は終わりました。お忘れもののないようにお願いします。") : m_next;
    m_text->setText(m_goesOn ? tr("このあとは、カードなしで受付を続けます。") : over);
    if (m_isOverdue)
        m_notice->setNotice(NoticeBox::Level::Warning, tr("カードが残っています"), tr("カードを取るまで、次に進めません。"));
    else
        m_notice->setNotice(NoticeBox::Level::Warning, tr("ブラウザーを閉じてください"),
                            tr("職員の方へ：ブラウザーを閉じ、ログインが残っていないことを確かめてください。"));
    m_notice->setVisible(m_isOverdue || m_browserRemains);
}

CurtainScreen::CurtainScreen(QWidget *parent) : ClosingScreen(u"curtain"_s, parent)
{
    m_picture->setScene(CardPicture::Scene::TakeCard);
    auto *decisions = new Column(this);
    m_unlock = new Button(Button::Kind::Quiet, {}, Button::For::Patient, decisions);
    m_unlock->setObjectName(controlName(u"unlock"_s));
    m_unlock->setButtonIcon(Icon::Lock);
    connect(m_unlock, &QPushButton::clicked, this, &CurtainScreen::unlockRequested);
    decisions->column()->addStretch();
    decisions->column()->addWidget(m_unlock);
    auto *column = static_cast<Column *>(explanation())->column();
    column->insertStretch(0, 1);
    column->addStretch(1);
    frame()->setBody(explanation(), decisions, u"curtain"_s);
    frame()->setShares(1, 0);
    frame()->setSingleColumn(true);
    addStaffButton();
    CurtainScreen::retranslate();
}

void CurtainScreen::retranslate()
{
    PatientScreen::retranslate();
    m_picture->setVisible(m_isCardLeft);
    m_title->setText(m_isCardLeft     ? tr("カードをお取りください")
                     : m_isOwnDisplay ? tr("職員が確認しています")
                                      : tr("職員にお渡しください"));
    m_text->setText(m_isCardLeft && !m_isOwnDisplay ? tr("カードを取って、この端末を職員にお渡しください。")
                                                    : tr("入力はおわりました。ありがとうございました。"));
    m_unlock->setText(tr("職員：画面を開く"));
}

void CurtainScreen::setCardLeft(bool isLeft)
{
    m_isCardLeft = isLeft;
    retranslate();
}

void CurtainScreen::setOwnDisplay(bool isOwn)
{
    m_isOwnDisplay = isOwn;
    m_unlock->setVisible(!isOwn);
    retranslate();
}

EndScreen::EndScreen(QWidget *parent) : ClosingScreen(u"end"_s, parent)
{
    m_picture->setScene(CardPicture::Scene::Done);
    auto *decisions = new Column(this);
    m_close = new Button(Button::Kind::Primary, {}, Button::For::Patient, decisions);
    m_close->setObjectName(controlName(u"close"_s));
    m_close->setButtonIcon(Icon::CheckCircle);
    connect(m_close, &QPushButton::clicked, this, &EndScreen::closeRequested);
    m_blank = new Button(Button::Kind::Quiet, {}, Button::For::Patient, decisions);
    m_blank->setObjectName(controlName(u"blankForms"_s));
    m_blank->setButtonIcon(Icon::Printer);
    m_blank->hide();
    connect(m_blank, &QPushButton::clicked, this, &EndScreen::blankFormsRequested);
    decisions->column()->addStretch();
    decisions->column()->addWidget(m_blank);
    decisions->column()->addWidget(m_close);
    frame()->setBody(explanation(), decisions, u"end"_s);
    frame()->setShares(1, 0);
    frame()->setSingleColumn(true);
    addStaffButton();
    EndScreen::retranslate();
}

void EndScreen::setNextText(const QString &text)
{
    m_next = text;
    retranslate();
}

void EndScreen::setPaperOffered(bool isOffered)
{
    m_blank->setVisible(isOffered);
    frame()->refresh();
}

void EndScreen::retranslate()
{
    PatientScreen::retranslate();
    m_title->setText(tr("おわりました"));
    const QString forgotten = tr("この端末に、あなたの情報は残っていません。");
    m_text->setText(m_next.isEmpty() ? forgotten : m_next + u'\n' + forgotten);
    m_close->setText(tr("はじめの画面に戻る"));
    m_blank->setText(tr("職員用：白紙の予診票を印刷する"));
}

} // namespace uk
