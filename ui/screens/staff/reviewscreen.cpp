// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/reviewscreen.h"

#include "app/questionnaire/entrylist.h"
#include "ui/screens/staff/answereditor.h"
#include "ui/screens/staff/namepanel.h"
#include "ui/screens/staff/reviewwords.h"
#include "ui/screens/staff/rowwidget.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/noticebox.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

ReviewScreen::ReviewScreen(QWidget *parent)
    : StaffScreen(parent)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(size::staffMargin, 6, size::staffMargin, 6);
    column->setSpacing(8);
    buildBar(column);
    m_notice = new NoticeBox(NoticeBox::Level::Error, {}, {}, NoticeBox::For::Staff, content);
    m_notice->setObjectName(u"review.notice"_s);
    column->addWidget(m_notice);
    m_namePanel = new NamePanel(u"review.nameConfirmed"_s, content);
    column->addWidget(m_namePanel);
    connect(m_namePanel, &NamePanel::confirmed, this, &ReviewScreen::nameConfirmed);
    m_accessPanel = new QWidget(content);
    auto *access = new QHBoxLayout(m_accessPanel);
    access->setContentsMargins(0, 0, 0, 0);
    m_accessNotice = new NoticeBox(NoticeBox::Level::Info, {}, {}, NoticeBox::For::Staff, m_accessPanel);
    m_accessNotice->setObjectName(u"review.access"_s);
    const auto addTo = [](QHBoxLayout *row, const QString &text, const QString &name) {
        QWidget *panel = row->parentWidget();
        auto *button = new Button(Button::Kind::Secondary, text, Button::For::Staff, panel);
        button->setObjectName(name);
        row->addWidget(button);
        return button;
    };
    access->addWidget(m_accessNotice, 1);
    m_askProxy = addTo(access, tr("患者さんに画面で聞く"), u"review.proxyConsent"_s);
    m_takeBack = addTo(access, tr("画面を取り戻す"), u"review.takeBack"_s);
    column->addWidget(m_accessPanel);
    connect(m_askProxy, &QPushButton::clicked, this, &ReviewScreen::proxyConsentAsked);
    connect(m_takeBack, &QPushButton::clicked, this, &ReviewScreen::takeBackRequested);
    m_offerPanel = new QWidget(content);
    auto *offer = new QHBoxLayout(m_offerPanel);
    offer->setContentsMargins(0, 0, 0, 0);
    m_offerNotice = new NoticeBox(NoticeBox::Level::Info, {}, {}, NoticeBox::For::Staff, m_offerPanel);
    m_offerNotice->setObjectName(u"review.offers"_s);
    offer->addWidget(m_offerNotice, 1);
    m_takeOverAll = addTo(offer, tr("すべて引き継ぐ"), u"review.takeOverAll"_s);
    m_takeOverAll->setKey(Qt::Key_F7);
    column->addWidget(m_offerPanel);
    connect(m_takeOverAll, &QPushButton::clicked, this, [this] { Q_EMIT takeOverRequested({}); });

    m_list = new QWidget(content);
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(8);
    m_warnings = new QWidget(m_list);
    m_warningRows = new QVBoxLayout(m_warnings);
    m_warningRows->setContentsMargins(0, 0, 0, 0);
    m_warningRows->setSpacing(0);
    list->addWidget(m_warnings);
    m_rows = new RowList(m_list);
    list->addWidget(m_rows);
    list->addStretch(1);
    m_scroll = new QScrollArea(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_list);
    column->addWidget(m_scroll, 1);
    setContent(content);
    topBar()->setCurrentTab(u"reception"_s);
    buildFooter();
    setModel({});
}

void ReviewScreen::buildBar(QVBoxLayout *column)
{
    auto *bar = new QHBoxLayout;
    m_title = new Label({}, size::text::heading, true, Role::TextStrong, column->parentWidget());
    m_title->setObjectName(u"review.title"_s);
    m_pages = new QWidget(column->parentWidget());
    m_pageFlow = new FlowLayout(m_pages, 4);
    m_pageFlow->setAlignedRight(true);
    QSizePolicy flowing(QSizePolicy::Expanding, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    m_pages->setSizePolicy(flowing);
    bar->addWidget(m_title);
    bar->addWidget(m_pages, 1);
    column->addLayout(bar);
}

void ReviewScreen::buildFooter()
{
    setKeys({{Qt::Key_F8, tr("次の未確認へ"), [this] { jumpToNextOpen(); }},
             {Qt::Key_F6, tr("すべて開く"), [this] {
                  m_isUnfolded = !m_isUnfolded;
                  setModel(m_model);
              }},
             {Qt::Key_Escape, tr("受付へ戻る"), [this] {
                  if (m_editing)
                      closeEditor();
                  else
                      Q_EMIT backRequested();
              }},
             {QKeySequence(Qt::CTRL | Qt::Key_Down), tr("次の行へ"), [this] { walkRows(1); }},
             {QKeySequence(Qt::CTRL | Qt::Key_Up), tr("前の行へ"), [this] { walkRows(-1); }},
             {Qt::Key_F5, tr("この行の前回の回答を引き継ぐ"), [this] { takeOverOne(); }},
             {QKeySequence(Qt::SHIFT | Qt::Key_F9), tr("この行を患者さんに入力してもらう"), [this] { handOverOne(); }},
             {QKeySequence(Qt::ALT | Qt::Key_1), tr("競合：新しい回答を使う"), [this] { decideConflict(true); }},
             {QKeySequence(Qt::ALT | Qt::Key_2), tr("競合：職員の変更を使う"), [this] { decideConflict(false); }},
             {QKeySequence(Qt::CTRL | Qt::Key_Z), tr("元に戻す"), [this] {
                  if (m_model.session.canUndo())
                      Q_EMIT undoLastRequested();
              }},
             {Qt::Key_Space, tr("注意を確認した／選ぶ")}});
    m_openWarnings = new StateLabel({}, footer());
    m_noDraft = new Label(tr("回答済み：下書きにはできません"), size::text::body, false, Role::TextMuted, footer());
    m_noDraft->setObjectName(u"review.noDraft"_s);
    m_back = new Button(Button::Kind::Quiet, tr("受付へ戻る"), Button::For::Staff, footer());
    m_back->setObjectName(u"review.back"_s);
    m_paper = new Button(Button::Kind::Quiet, tr("紙に印刷"), Button::For::Staff, footer());
    m_paper->setObjectName(u"review.paper"_s);
    m_paper->setKey(QKeySequence(Qt::CTRL | Qt::Key_P));
    connect(m_paper, &QPushButton::clicked, this, &ReviewScreen::paperRequested);
    m_draft = new Button(Button::Kind::Quiet, tr("下書き保存"), Button::For::Staff, footer());
    m_draft->setObjectName(u"review.saveDraft"_s);
    m_draft->setKey(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_submit = new Button(Button::Kind::Primary, tr("提出する"), Button::For::Staff, footer());
    m_submit->setObjectName(u"review.submit"_s);
    m_submit->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_handOver = new Button(Button::Kind::Quiet, {}, Button::For::Staff, footer());
    m_handOver->setObjectName(u"review.handOver"_s);
    m_handOver->setKey(Qt::Key_F9);
    connect(m_handOver, &QPushButton::clicked, this, &ReviewScreen::handOverAll);
    for (QWidget *widget : {static_cast<QWidget *>(m_openWarnings), static_cast<QWidget *>(m_noDraft), static_cast<QWidget *>(m_back),
                            static_cast<QWidget *>(m_paper), static_cast<QWidget *>(m_handOver),
                            static_cast<QWidget *>(m_draft), static_cast<QWidget *>(m_submit)})
        footer()->addWidget(widget);
    connect(m_back, &QPushButton::clicked, this, &ReviewScreen::backRequested);
    connect(m_draft, &QPushButton::clicked, this, &ReviewScreen::draftRequested);
    connect(m_submit, &QPushButton::clicked, this, &ReviewScreen::submitRequested);
}

void ReviewScreen::setModel(const ReviewModel &model)
{
    const bool isSame = model.id == m_model.id;
    const int scrolled = isSame ? m_scroll->verticalScrollBar()->value() : 0;
    const QString focused = isSame && focusWidget() ? focusWidget()->objectName() : QString();
    m_model = model;
    if (!isSame) {
        m_isUnfolded = false;
        m_uncovered.clear();
        m_editing.reset();
    }
    const ReviewOutline outline = m_model.session.outline();
    m_title->setText(tr("確認がいる項目　%1件").arg(outline.exceptions.size() + m_model.session.openWarnings().size()));
    m_notice->setVisible(m_model.notice || m_model.isDraftSaved);
    if (!m_model.notice && m_model.isDraftSaved)
        m_notice->setNotice(NoticeBox::Level::Success, tr("下書きを保存しました。"), tr("PMHに保存され、同じ内容であることを確かめました。提出はまだです。"));
    if (m_model.notice)
        m_notice->setNotice(NoticeBox::Level::Error, m_model.notice->title,
                            tr("%1（%2）").arg(m_model.notice->staff, m_model.notice->code));
    m_namePanel->setQuestion(m_model.id.isEmpty() ? NameQuestion() : m_model.name);
    showAccess();
    showOffers();
    m_submit->setText(m_model.isBusy ? tr("送信しています…") : tr("提出する"));
    m_submit->setEnabled(!m_model.isBusy);
    m_draft->setEnabled(!m_model.isBusy);
    fillPages(outline);
    fillWarnings();
    fillRows(outline);
    const auto open = m_model.session.openWarnings().size();
    m_openWarnings->setState(open ? StateText{Icon::Warning, Role::Warning, tr("確認前の注意 %1件").arg(open)} : StateText{});
    m_openWarnings->setVisible(open > 0);
    if (!isSame && !m_model.id.isEmpty())
        QTimer::singleShot(0, this, &ReviewScreen::jumpToNextOpen);
    if (isSame) {
        // After the new rows have their places.
        QTimer::singleShot(0, this, [this, scrolled, focused] {
            m_scroll->verticalScrollBar()->setValue(scrolled);
            if (auto *widget = focused.isEmpty() ? nullptr : findChild<QWidget *>(focused); widget && widget->isVisible())
                widget->setFocus();
        });
    }
}

void ReviewScreen::showError(const Error &error)
{
    if (m_editor && m_editing) {
        m_editor->setError(errorText(error));
        return;
    }
    m_model.notice = errorText(error);
    m_notice->setNotice(NoticeBox::Level::Error, m_model.notice->title,
                        tr("%1（%2）").arg(m_model.notice->staff, m_model.notice->code));
    m_notice->show();
    jumpToFirstProblem();
}

bool ReviewScreen::mayEdit(const QuestionItem &item) const
{
    // Where the person has to be asked first, the press leads to that question.
    return m_model.access.access != StaffAccess::View && !m_model.isBusy && !m_model.isHandedOver && !isLocked(item);
}

bool ReviewScreen::mayChange() const
{
    return m_model.access.access == StaffAccess::Edit
        || (m_model.access.access == StaffAccess::AskFirst && m_model.hasProxyConsent);
}

bool ReviewScreen::mayHandOver(const QuestionItem &item) const
{
    return m_model.access.mayHandOver && !m_model.isBusy && !m_model.isHandedOver && !isLocked(item);
}

void ReviewScreen::openEditor(const AnswerKey &key)
{
    if (!mayChange()) {
        const Error error{ErrorCode::ProxyConsentMissing, m_model.id, {m_model.title}};
        showError(error);
        Q_EMIT refused(error);
        m_askProxy->setFocus();
        return;
    }
    m_editing = key;
    m_model.notice.reset();
    setModel(m_model);
    QTimer::singleShot(0, this, [this, key] {
        jumpTo(key);
        if (m_editor)
            m_editor->focusFirst();
    });
}

void ReviewScreen::closeEditor()
{
    m_editing.reset();
    setModel(m_model);
}

QWidget *ReviewScreen::rowOf(const AnswerKey &key) const
{
    return m_rows->row(itemName(key));
}

void ReviewScreen::jumpTo(const AnswerKey &key)
{
    if (QWidget *row = rowOf(key))
        m_scroll->ensureWidgetVisible(row, 0, 60);
}

void ReviewScreen::jumpToFirstProblem()
{
    const auto problems = m_model.session.problems(CheckFor::Submission);
    if (!problems.isEmpty())
        jumpTo(problems.first().key);
    else if (!m_model.session.openWarnings().isEmpty())
        m_scroll->verticalScrollBar()->setValue(0);
}

/// The next warning without a tick, then the next missing answer.
void ReviewScreen::jumpToNextOpen()
{
    const QStringList open = m_model.session.openWarnings();
    for (int i = 0; i < m_model.warnings.size(); ++i) {
        if (m_model.warnings[i].key != open.value(0))
            continue;
        if (auto *tick = findChild<QWidget *>(u"review.warning.%1"_s.arg(i))) {
            m_scroll->ensureWidgetVisible(tick);
            tick->setFocus();
        }
        return;
    }
    for (const Problem &problem : m_model.session.problems(CheckFor::Submission)) {
        if (problem.isWarning)
            continue;
        jumpTo(problem.key);
        // A conflict is decided, a last answer confirmed, anything else entered.
        for (const QString &control : {u".theirs"_s, u".take"_s, u".edit"_s, u".handOver"_s}) {
            if (auto *button = findChild<QWidget *>(itemName(problem.key) + control)) {
                button->setFocus();
                break;
            }
        }
        return;
    }
    (m_submit->isHidden() ? m_handOver : m_submit)->setFocus();
}

void ReviewScreen::clearPerson()
{
    StaffScreen::clearPerson();
    setModel({});
}

} // namespace uk
