// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/patient/idlescreen.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/cardpicture.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"
#include "ui/widgets/readingpane.h"
#include "ui/widgets/statewords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int lowDisplay = 900; // px of height

} // namespace

IdleScreen::IdleScreen(QWidget *parent) : PatientScreen(u"idle"_s, parent)
{
    QWidget *explanation = makeExplanation();
    QWidget *decisions = makeDecisions();
    frame()->setBody(explanation, decisions, u"idle"_s);
    frame()->setShares(1, 0, 6, 5);
    // On an upright display the call and the picture keep more than half of the height.
    connect(frame(), &PatientFrame::metricsChanged, this,
            [this] { arrange(); });
    m_textSize = frame()->addBarButton(controlName(u"textSize"_s), Icon::Plus);
    connect(m_textSize, &QPushButton::clicked, this, &IdleScreen::textSizeRequested);
    m_callStaff = addStaffButton(Button::Kind::Primary);
    setLanguages({{u"ja"_s, u"日本語"_s}, {u"en"_s, u"English"_s}}, u"ja"_s);
    setPlannedStop({}, {});
    setResidents({});
    IdleScreen::retranslate();
}

void IdleScreen::arrange()
{
    const bool isLow = frame()->metrics().isWide && height() < lowDisplay;
    m_ways->setMaximumHeight(frame()->metrics().isWide ? QWIDGETSIZE_MAX : height() / 4);
    // On a low display the bottom bar's name is enough, and the languages' own names say what they are.
    m_operatorName->setVisible(!isLow);
    m_languageTitle->setVisible(!isLow && m_languages.size() > 1);
    // With large text on a wide display there is no room beside the scrolled part for more than the way without a card.
    Column *place = frame()->metrics().isWide && theme::textScale() > 1.25 ? m_scrolled : m_fixed;
    if (m_languageRow->parentWidget() != place) {
        place->column()->insertWidget(place == m_fixed ? 0 : 2, m_languageTitle);
        place->column()->insertWidget(place == m_fixed ? 1 : 3, m_languageRow);
    }
    // With large text the call comes first; the operator's name stands below it and in the bottom bar.
    QVBoxLayout *column = m_explanation->column();
    const int wanted = theme::textScale() > 1.25 ? 0 : column->count() - 1;
    if (column->indexOf(m_hero) != wanted) {
        column->removeWidget(m_hero);
        column->insertWidget(wanted, m_hero, 1);
    }
}

QWidget *IdleScreen::makeExplanation()
{
    auto *column = new Column(this, 16);
    m_explanation = column;
    m_operatorName = new Label({}, size::text::patientName, true, Role::TextStrong, column);
    m_operatorName->setWordWrap(true);
    m_purpose = makeParagraph({}, size::text::patientExplanation, column);
    m_hero = new Panel(Role::SurfaceTinted, column);
    m_call = new Label({}, size::text::patientCall, true, Role::TextStrong, m_hero);
    m_call->setObjectName(controlName(u"call"_s));
    m_call->setWordWrap(true);
    m_call->setAlignment(Qt::AlignCenter);
    m_picture = new CardPicture(CardPicture::Scene::LayCard, m_hero);
    m_readerPanel = new Panel(Role::Surface, m_hero);
    m_reader = new StateWords(size::text::patientButton, m_readerPanel);
    m_reader->setObjectName(controlName(u"readerState"_s));
    m_readerPanel->column()->addWidget(m_reader);
    m_hero->column()->addWidget(m_call);
    m_hero->column()->addWidget(m_picture, 1);
    m_hero->column()->addWidget(m_readerPanel, 0, Qt::AlignHCenter);
    column->column()->addWidget(m_operatorName);
    column->column()->addWidget(m_purpose);
    column->column()->addWidget(m_hero, 1);
    return column;
}

QWidget *IdleScreen::makeDecisions()
{
    // The notice and the tray may scroll on a low display; the languages and the way without a card may not.
    auto *scrolled = new Column(nullptr, 16);
    m_scrolled = scrolled;
    m_stop = new NoticeBox(NoticeBox::Level::Info, {}, {}, NoticeBox::For::Patient, scrolled);
    m_stop->setObjectName(controlName(u"plannedStop"_s));
    auto *column = new Column(this, 12);
    auto *edge = new Column(column, 12); // the same edge as in the pane
    m_fixed = edge;
    m_languageTitle = new Label({}, size::text::patientExplanation, true, Role::TextStrong, edge);
    m_languageTitle->setWordWrap(true);
    m_languageRow = new QWidget(edge);
    auto *row = new QHBoxLayout(m_languageRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_tray = new ResidentTray(u"idle"_s, scrolled);
    connect(m_tray, &ResidentTray::residentChosen, this, &IdleScreen::residentChosen);
    connect(m_tray, &ResidentTray::cardRemovalRequested, this, &IdleScreen::cardRemovalRequested);
    scrolled->column()->addWidget(m_stop);
    scrolled->column()->addWidget(m_tray);
    scrolled->column()->addStretch();

    m_paper = new Button(Button::Kind::Quiet, {}, Button::For::Patient, edge);
    m_paper->setObjectName(controlName(u"paper"_s));
    m_paper->setButtonIcon(Icon::Document);
    connect(m_paper, &QPushButton::clicked, this, &IdleScreen::paperRequested);
    m_ways = new ReadingPane(scrolled, controlName(u"ways"_s), column);
    column->column()->addWidget(m_ways, 1);
    for (QWidget *part : {static_cast<QWidget *>(m_languageTitle), m_languageRow, static_cast<QWidget *>(m_paper)})
        edge->column()->addWidget(part);
    column->column()->addWidget(edge);
    column->column()->setContentsMargins(0, 0, 0, 0);
    return column;
}

void IdleScreen::setOperatorText(const QString &name, const QString &contact, const QString &purpose)
{
    setOperator(name, contact);
    m_operatorName->setText(name);
    m_purpose->setText(purpose);
    m_purpose->setVisible(!purpose.isEmpty());
}

void IdleScreen::setReaderState(ReaderState state)
{
    m_state = state;
    showReaderState();
}

void IdleScreen::showReaderState()
{
    struct Words { Icon icon; Role role; QString call; QString state; CardPicture::Scene scene; };
    const QString normalCall = tr("カードを置いてください");
    const QString stoppedCall = tr("いま、カードを使えません");
    Words words;
    switch (m_state) {
    case ReaderState::ServiceMissing:
        words = {Icon::Error, Role::Error, stoppedCall, tr("カードの受付が止まっています。職員をお呼びください"), CardPicture::Scene::Problem};
        break;
    case ReaderState::NoReader:
        words = {Icon::Error, Role::Error, stoppedCall, tr("読み取り機が見つかりません。職員をお呼びください"), CardPicture::Scene::Problem};
        break;
    case ReaderState::CardPresent:
        words = {Icon::Info, Role::Info, tr("そのままお待ちください"), tr("カードを確認しています"), CardPicture::Scene::Reading};
        break;
    case ReaderState::CardMute:
        words = {Icon::Warning, Role::Warning, normalCall, tr("カードを読めません。カードだけを、もう一度平らに置いてください"), CardPicture::Scene::LayCard};
        break;
    case ReaderState::Waiting:
        words = {Icon::CheckCircle, Role::Success, normalCall, tr("読み取り機は使えます。カードを待っています"), CardPicture::Scene::LayCard};
        break;
    }
    if (m_isClosed && words.call == normalCall)
        words = {Icon::Document, Role::Info, stoppedCall, tr("きょうは、紙の予診票で受付できます"), CardPicture::Scene::Problem};
    m_call->setText(words.call);
    m_reader->setState(words.icon, words.role, words.state);
    m_readerPanel->setBorder(words.role, 2);
    m_picture->setScene(words.scene);
    m_tray->setCardPresent(m_state == ReaderState::CardPresent || m_state == ReaderState::CardMute);
}

void IdleScreen::setPlannedStop(const QString &title, const QString &text, bool isClosed)
{
    m_isClosed = isClosed;
    m_stop->setNotice(isClosed ? NoticeBox::Level::Warning : NoticeBox::Level::Info, title, text);
    m_stop->setVisible(!title.isEmpty());
    m_paper->setKind(isClosed ? Button::Kind::Primary : Button::Kind::Quiet);
    m_callStaff->setKind(isClosed ? Button::Kind::Quiet : Button::Kind::Primary);
    showReaderState();
}

void IdleScreen::setLanguages(const QList<Language> &languages, const QString &current)
{
    qDeleteAll(m_languages);
    m_languages.clear();
    for (const Language &language : languages) {
        auto *button = new Button(Button::Kind::Choice, language.name, Button::For::Patient, m_languageRow);
        button->setObjectName(controlName(u"language."_s + language.code));
        button->setTextSize(size::text::patientExplanation);
        button->setChecked(language.code == current);
        connect(button, &QPushButton::clicked, this, [this, button, code = language.code] {
            for (Button *other : std::as_const(m_languages))
                other->setChecked(other == button);
            Q_EMIT languageChosen(code);
        });
        m_languageRow->layout()->addWidget(button);
        m_languages.append(button);
    }
    const bool isOffered = languages.size() > 1;
    m_languageRow->setVisible(isOffered);
    m_languageRow->setAccessibleName(m_languageTitle->text());
    frame()->refresh();
    arrange();
}

void IdleScreen::setResidents(const QList<TrayResident> &residents)
{
    m_tray->setResidents(residents);
    m_tray->setVisible(!residents.isEmpty());
    frame()->refresh();
}

void IdleScreen::setTraining(bool isTraining)
{
    PatientScreen::setTraining(isTraining);
    if (!isTraining)
        setResidents({}); // no tray ever stands on a real reception
}

void IdleScreen::retranslate()
{
    PatientScreen::retranslate();
    m_paper->setText(tr("カードを使わずに受付する"));
    m_languageTitle->setText(tr("ことばをえらぶ　Language"));
    m_textSize->setText(tr("文字を大きく"));
    m_tray->retranslate();
    showReaderState();
}

} // namespace uk
