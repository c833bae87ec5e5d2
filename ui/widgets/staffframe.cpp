// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/staffframe.h"

#include "ui/theme/icons.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/mark.h"
#include "ui/widgets/trainingmark.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

StaffTopBar::StaffTopBar(QWidget *parent) : QWidget(parent)
{
    m_navigation = new QWidget(this);
    auto *navigation = new QHBoxLayout(m_navigation);
    navigation->setContentsMargins(0, 0, 0, 0);
    navigation->setSpacing(16);
    m_mark = new Mark(size::text::lead, m_navigation);
    navigation->addWidget(m_mark);
    auto *tabs = new QWidget(m_navigation);
    m_tabs = new FlowLayout(tabs, 4);
    QSizePolicy flowing(QSizePolicy::Preferred, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    tabs->setSizePolicy(flowing);
    navigation->addWidget(tabs, 1);

    m_info = new QWidget(this);
    auto *info = new QHBoxLayout(m_info);
    info->setContentsMargins(0, 0, 0, 0);
    info->setSpacing(12);
    m_training = new TrainingLabel(tr("訓練"), size::text::body, m_info);
    m_training->setObjectName(u"top.training"_s);
    m_trainingNote = new Label(tr("架空の人です"), size::text::body, false, Role::TextMuted, m_info);
    m_clock = new Label({}, size::text::body, false, Role::Text, m_info);
    m_staff = new Label({}, size::text::body, false, Role::Text, m_info);
    m_lock = new Button(Button::Kind::Quiet, tr("ロック"), Button::For::Staff, m_info);
    m_lock->setObjectName(u"top.lock"_s);
    m_lock->setButtonIcon(Icon::Lock);
    connect(m_lock, &QPushButton::clicked, this, &StaffTopBar::lockRequested);
    info->addStretch();
    m_infoParts = {m_training, m_trainingNote, m_clock, m_staff, m_lock};
    for (QWidget *part : m_infoParts)
        info->addWidget(part);

    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(size::staffMargin, 3, size::staffMargin, 4);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_navigation, 1);
    m_layout->addWidget(m_info);
    setTraining(false);
}

void StaffTopBar::setTabs(const QList<StaffTab> &tabs)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    Button *previous = nullptr;
    for (const StaffTab &tab : tabs) {
        auto *button = new Button(Button::Kind::Tab, tab.text, Button::For::Staff, m_tabs->parentWidget());
        button->setObjectName(u"top.tab."_s + tab.id);
        button->setKey(tab.key);
        connect(button, &QPushButton::clicked, this, [this, button, id = tab.id] {
            button->setChecked(true); // a tab is left by choosing another one
            Q_EMIT tabChosen(id);
        });
        m_tabs->addWidget(button);
        m_buttons.insert(tab.id, button);
        if (previous)
            setTabOrder(previous, button); // reading order: tabs, then the lock
        previous = button;
    }
    if (previous)
        setTabOrder(previous, m_lock);
    arrange();
}

void StaffTopBar::setCurrentTab(const QString &id)
{
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setChecked(it.key() == id);
}

void StaffTopBar::setTabCount(const QString &id, int count)
{
    if (Button *button = m_buttons.value(id))
        button->setCount(count);
    arrange();
}

void StaffTopBar::setTraining(bool isTraining)
{
    m_isTraining = isTraining;
    m_training->setVisible(isTraining);
    arrange();
}

void StaffTopBar::setClockText(const QString &text)
{
    m_clock->setText(text);
    arrange();
}

void StaffTopBar::setStaffName(const QString &name)
{
    m_staff->setText(name);
    arrange();
}

void StaffTopBar::arrange()
{
    // What can be left out goes first, then the second line comes.
    const int room = width() - 2 * size::staffMargin - m_layout->spacing();
    const auto fits = [this, room] {
        int needed = m_mark->sizeHint().width() + m_navigation->layout()->spacing() + m_tabs->sizeHint().width();
        for (const QWidget *part : m_infoParts) {
            if (!part->isHidden())
                needed += part->sizeHint().width() + m_info->layout()->spacing();
        }
        return needed <= room;
    };
    m_trainingNote->setVisible(m_isTraining);
    m_mark->setSubtitleVisible(true);
    if (!fits())
        m_trainingNote->hide();
    if (!fits())
        m_mark->setSubtitleVisible(false);
    m_layout->setDirection(fits() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QSize StaffTopBar::minimumSizeHint() const
{
    // As narrow as the two lines are, whichever direction holds now: the window must be able to get there.
    const int parts = std::max(m_navigation->minimumSizeHint().width(), m_info->minimumSizeHint().width());
    return {parts + 2 * size::staffMargin, std::max(size::staffTopBar, m_layout->totalMinimumSize().height())};
}

bool StaffTopBar::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::StyleChange)
        arrange();
    return isHandled;
}

void StaffTopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Role::Hairline));
}

StaffFooter::StaffFooter(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(size::staffMargin, 8, size::staffMargin, 8);
    row->setSpacing(12);
    QSizePolicy flowing(QSizePolicy::Preferred, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    auto *left = new QWidget(this);
    left->setSizePolicy(flowing);
    m_hints = new FlowLayout(left, 14);
    m_hints->setSingleLine(true); // F1 shows them all
    auto *right = new QWidget(this);
    right->setSizePolicy(flowing);
    m_right = new FlowLayout(right, 12);
    m_right->setAlignedRight(true);
    row->addWidget(left, 1);
    row->addWidget(right, 2);
    setMinimumHeight(size::staffFooter);
}

void StaffFooter::setKeyHints(const QList<Hint> &hints)
{
    m_keys = hints;
    while (QLayoutItem *item = m_hints->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    // Where only the sheet is named, the room belongs to the buttons.
    static_cast<QHBoxLayout *>(layout())->setStretch(1, hints.size() > 1 ? 2 : 8);
    for (const Hint &hint : hints)
        m_hints->addWidget(new KeyHint(hint.keys, hint.meaning, this));
}

void StaffFooter::addWidget(QWidget *widget)
{
    if (auto *button = qobject_cast<Button *>(widget))
        button->setMinimumHeight(size::staffFooterButton);
    m_right->addWidget(widget);
}

void StaffFooter::clear()
{
    while (QLayoutItem *item = m_right->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void StaffFooter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), color(Role::Border));
}

StaffFrame::StaffFrame(QWidget *parent) : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_band = new TrainingBand(size::staffTrainingBand, this);
    m_topBar = new StaffTopBar(this);
    m_person = new PersonHeader(this);
    m_footer = new StaffFooter(this);
    m_column->addWidget(m_band);
    m_column->addWidget(m_topBar);
    m_column->addWidget(m_person);
    m_column->addWidget(m_footer);
    m_person->hide();
    setTraining(false);
    setAutoFillBackground(true);
}

void StaffFrame::setContent(QWidget *content)
{
    delete m_content;
    m_content = content;
    m_column->insertWidget(m_column->indexOf(m_footer), content, 1);
    // Tab order is reading order: header, content, footer.
    setTabOrder(m_topBar->lockButton(), content);
}

void StaffFrame::setTraining(bool isTraining)
{
    m_band->setVisible(isTraining);
    m_topBar->setTraining(isTraining);
}

} // namespace uk
