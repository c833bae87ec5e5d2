// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/receptionscreen.h"

#include "ui/screens/staff/namepanel.h"
#include "ui/screens/staff/rowwidget.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/noticebox.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

const QList<ColumnWidth> questionnaireColumns{{0, 26}, {215, 0}, {145, 0}, {145, 0}, {150, 0}, {185, 0}};
const QList<ColumnWidth> historyColumns{{180, 0}, {0, 26}, {0, 22}, {185, 0}};
constexpr int rowHeight = 70;

} // namespace

ReceptionScreen::ReceptionScreen(QWidget *parent)
    : StaffScreen(parent)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(size::staffMargin, 12, size::staffMargin, 8);
    column->setSpacing(10);
    m_notice = new NoticeBox(NoticeBox::Level::Error, {}, {}, NoticeBox::For::Staff, content);
    m_notice->setObjectName(u"reception.notice"_s);
    m_cardWaiting = new NoticeBox(NoticeBox::Level::Info, tr("次の方のカードが置かれています。"),
                                  tr("この受付を終えると、カードの確認を始めます。"), NoticeBox::For::Staff, content);
    m_cardWaiting->setObjectName(u"reception.cardWaiting"_s);
    column->addWidget(m_notice);
    column->addWidget(m_cardWaiting);

    m_namePanel = new NamePanel(u"reception.nameConfirmed"_s, content);
    column->addWidget(m_namePanel);
    connect(m_namePanel, &NamePanel::confirmed, this, &ReceptionScreen::nameConfirmed);

    buildAreas(column);
    buildDay(column);
    m_list = new QWidget(content);
    m_rows = new QVBoxLayout(m_list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto *scroll = new QScrollArea(content);
    scroll->setObjectName(u"reception.list"_s);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_list);
    column->addWidget(scroll, 1);
    setContent(content);
    topBar()->setCurrentTab(u"reception"_s);
    buildFooter();
    setModel({});
}

void ReceptionScreen::buildAreas(QVBoxLayout *column)
{
    auto *areas = new QHBoxLayout;
    areas->setSpacing(12);
    QWidget *owner = column->parentWidget();
    m_vaccination = new Button(Button::Kind::Choice, tr("予防接種"), Button::For::Staff, owner);
    m_vaccination->setObjectName(u"reception.area.vaccination"_s);
    m_vaccination->setChecked(true);
    m_vaccination->setTextSize(size::text::lead);
    // What was not asked for says so instead of being a dead button.
    connect(m_vaccination, &QPushButton::clicked, this, [this] { m_vaccination->setChecked(m_isVaccinationAsked); });
    areas->addWidget(m_vaccination, 1);
    m_maternalChild = new Button(Button::Kind::Choice, {}, Button::For::Staff, owner);
    m_maternalChild->setObjectName(u"reception.area.maternalChild"_s);
    m_maternalChild->setTextSize(size::text::lead);
    connect(m_maternalChild, &QPushButton::clicked, this, [this] {
        m_maternalChild->setChecked(m_areCheckupsAsked);
        if (!m_areCheckupsAsked)
            Q_EMIT consentRequested(u"maternal-child"_s);
    });
    areas->addWidget(m_maternalChild, 1);
    auto *subsidy = new QWidget(owner);
    auto *line = new QHBoxLayout(subsidy);
    line->setContentsMargins(12, 0, 12, 0);
    line->addWidget(new Label(tr("医療費助成"), size::text::lead, true, Role::TextMuted, subsidy));
    line->addWidget(new Label(tr("取得していません"), size::text::body, false, Role::TextMuted, subsidy));
    line->addStretch();
    areas->addWidget(subsidy, 1);
    column->addLayout(areas);
}

void ReceptionScreen::buildDay(QVBoxLayout *column)
{
    m_dayRow = new QWidget(column->parentWidget());
    auto *row = new QHBoxLayout(m_dayRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeParagraph(tr("共通の質問は1回で確認できます。提出は1件ずつ行われ、結果もそれぞれに出ます。"), size::text::body, m_dayRow), 1);
    m_day = new Button(Button::Kind::Primary, {}, Button::For::Staff, m_dayRow);
    m_day->setObjectName(u"reception.sameDay"_s);
    m_day->setKey(QKeySequence(Qt::Key_F6));
    connect(m_day, &QPushButton::clicked, this, &ReceptionScreen::sameDayRequested);
    row->addWidget(m_day);
    column->addWidget(m_dayRow);
}

void ReceptionScreen::buildFooter()
{
    footer()->setKeyHints({{{u"Tab"_s}, tr("選ぶ")}, {{u"Enter"_s}, tr("開く")}});
    auto *again = new Button(Button::Kind::Quiet, tr("もう一度取得する"), Button::For::Staff, footer());
    again->setObjectName(u"reception.fetchAgain"_s);
    again->setKey(QKeySequence(Qt::Key_F5));
    connect(again, &QPushButton::clicked, this, &ReceptionScreen::fetchAgainRequested);
    auto *blank = new Button(Button::Kind::Quiet, tr("白紙の予診票"), Button::For::Staff, footer());
    blank->setObjectName(u"reception.blankForms"_s);
    blank->setKey(QKeySequence(Qt::Key_F9));
    connect(blank, &QPushButton::clicked, this, &ReceptionScreen::blankFormsRequested);
    footer()->addWidget(blank);
    auto *finish = new Button(Button::Kind::Quiet, tr("受付を終える"), Button::For::Staff, footer());
    finish->setObjectName(u"reception.finish"_s);
    finish->setKey(QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(finish, &QPushButton::clicked, this, &ReceptionScreen::finishRequested);
    footer()->addWidget(again);
    footer()->addWidget(finish);
}

QWidget *ReceptionScreen::questionnaireRow(const QuestionnaireRowText &row)
{
    auto *line = new RowWidget(questionnaireColumns, rowHeight, m_list);
    line->setMain(row.isNextMain);
    line->addTexts(row.name, row.dose, row.limits);
    if (row.error) {
        line->addState({Icon::Error, Role::Error, tr("読み取れません")});
        for (int i = 0; i < 3; ++i)
            line->addText({});
    } else {
        for (const StateText &state : {row.answer, row.warnings, row.wish, row.proxy})
            line->addState(state);
    }
    auto *button = new Button(row.isNextMain ? Button::Kind::Primary : Button::Kind::Secondary, row.next, Button::For::Staff, line);
    button->setObjectName(u"reception.open."_s + row.id);
    button->setAccessibleName(tr("%1：%2").arg(row.name, row.next));
    connect(button, &QPushButton::clicked, this, [this, id = row.id] { Q_EMIT questionnaireChosen(id); });
    if (row.isNextMain)
        QTimer::singleShot(0, button, [button] { button->setFocus(); });
    line->addCell(button);
    if (!row.error)
        return line;
    auto *box = new QWidget(m_list);
    auto *both = new QVBoxLayout(box);
    both->setContentsMargins(0, 0, 0, 4);
    both->setSpacing(4);
    both->addWidget(line);
    both->addWidget(new NoticeBox(NoticeBox::Level::Error, row.error->title,
                                  tr("%1（%2）").arg(row.error->staff, row.error->code), NoticeBox::For::Staff, box));
    return box;
}

QWidget *ReceptionScreen::historyRow(const HistoryRowText &row)
{
    auto *line = new RowWidget(historyColumns, 56, m_list);
    line->addText(row.date);
    line->addText(row.vaccine, size::text::lead, true, Role::TextStrong);
    line->addText(row.institution);
    if (row.scheduleId.isEmpty()) {
        line->addText(tr("証明書はありません"), size::text::body, false, Role::TextMuted);
        return line;
    }
    auto *button = new Button(Button::Kind::Quiet, tr("接種済証を開く"), Button::For::Staff, line);
    button->setObjectName(u"reception.certificate."_s + row.scheduleId);
    button->setAccessibleName(tr("%1 %2：接種済証を開く").arg(row.vaccine, row.date));
    connect(button, &QPushButton::clicked, this, [this, id = row.scheduleId] { Q_EMIT certificateChosen(id); });
    line->addCell(button);
    return line;
}

void ReceptionScreen::setModel(const ReceptionModel &model)
{
    m_notice->setVisible(model.notice.has_value());
    if (model.notice)
        m_notice->setNotice(NoticeBox::Level::Error, model.notice->title,
                            tr("%1（%2）").arg(model.notice->staff, model.notice->code));
    m_cardWaiting->setVisible(model.isCardWaiting);
    m_namePanel->setQuestion(model.name);
    m_vaccination->setText(model.vaccinationSummary.isEmpty() ? tr("予防接種")
                                                               : tr("予防接種　%1").arg(model.vaccinationSummary));
    m_isVaccinationAsked = !model.isConsentOffered;
    m_vaccination->setChecked(m_isVaccinationAsked);
    m_areCheckupsAsked = model.areCheckupsAsked;
    m_maternalChild->setChecked(m_areCheckupsAsked);
    m_maternalChild->setText(m_areCheckupsAsked ? tr("母子保健　問診票 %1件").arg(model.checkups.size()) : tr("母子保健　同意をお願いする"));
    m_dayRow->setVisible(model.dayCount > 0);
    m_day->setText(tr("同日分をまとめて確認（%1件）").arg(model.dayCount));
    fillLists(model);
    if (model.dayCount > 0)
        QTimer::singleShot(0, m_day, [this] { m_day->setFocus(); });
}

void ReceptionScreen::addTitle(const QString &text, const QString &name)
{
    auto *title = new Label(text, size::text::heading, true, Role::TextStrong, m_list);
    title->setObjectName(name);
    title->setContentsMargins(0, 8, 0, 6);
    m_rows->addWidget(title);
}

/// One reason for everything is told once, at the top.
void ReceptionScreen::addError(const ReceptionModel &model, const ErrorText &error)
{
    if (!model.notice || model.notice->code != error.code)
        m_rows->addWidget(new NoticeBox(NoticeBox::Level::Error, error.title, tr("%1（%2）").arg(error.staff, error.code),
                                        NoticeBox::For::Staff, m_list));
}

void ReceptionScreen::addConsent(const QString &scope, bool isMain)
{
    auto *ask = new Button(isMain ? Button::Kind::Primary : Button::Kind::Secondary, tr("患者さんに同意をお願いする"), Button::For::Staff, m_list);
    ask->setObjectName(u"reception.askConsent."_s + scope);
    connect(ask, &QPushButton::clicked, this, [this, scope] { Q_EMIT consentRequested(scope); });
    m_rows->addWidget(ask, 0, Qt::AlignLeft);
}

QWidget *ReceptionScreen::questionnaireHeader(const QString &kind)
{
    return new TableHeader(questionnaireColumns, {kind, tr("回答の状態"), tr("PMHの注意"), tr("接種の希望"), tr("代理入力"), tr("次にすること")}, m_list);
}

void ReceptionScreen::fillCheckups(const ReceptionModel &model)
{
    addTitle(model.checkupsError ? tr("乳幼児健診の問診票　取得できていません")
                                 : tr("乳幼児健診の問診票　%1件").arg(model.checkups.size()),
             u"reception.checkupsTitle"_s);
    if (model.checkupsError)
        addError(model, *model.checkupsError);
    if (!model.checkups.isEmpty())
        m_rows->addWidget(questionnaireHeader(tr("問診票")));
    for (const QuestionnaireRowText &row : model.checkups)
        m_rows->addWidget(questionnaireRow(row));
}

void ReceptionScreen::fillLists(const ReceptionModel &model)
{
    emptyRows(m_rows);
    if (model.areCheckupsAsked)
        fillCheckups(model);
    if (model.isConsentOffered && model.areCheckupsAsked) {
        addTitle(tr("予防接種　同意をお願いしていません"), u"reception.questionnairesTitle"_s);
        addConsent(u"vaccination"_s, false);
        m_rows->addStretch(1);
        return;
    }
    addTitle(model.questionnairesError ? tr("きょうの予診票　取得できていません")
                                       : tr("きょうの予診票　%1件").arg(model.questionnaires.size()),
             u"reception.questionnairesTitle"_s);
    if (model.questionnairesError)
        addError(model, *model.questionnairesError);
    else
        m_rows->addWidget(questionnaireHeader(tr("予診票")));
    if (model.isConsentOffered)
        addConsent(u"vaccination"_s, true);
    for (const QuestionnaireRowText &row : model.questionnaires)
        m_rows->addWidget(questionnaireRow(row));
    addTitle(model.vaccinationsError ? tr("接種の記録　取得できていません")
                                     : tr("接種の記録　%1件").arg(model.history.size()),
             u"reception.historyTitle"_s);
    if (model.vaccinationsError)
        addError(model, *model.vaccinationsError);
    for (const HistoryRowText &row : model.history)
        m_rows->addWidget(historyRow(row));
    m_rows->addStretch(1);
}

void ReceptionScreen::clearPerson()
{
    StaffScreen::clearPerson();
    setModel({});
}

} // namespace uk
