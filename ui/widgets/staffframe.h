// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/keysheet.h"
#include "ui/widgets/personheader.h"

#include <QHash>
#include <QKeySequence>
#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace uk {

class Button;
class FlowLayout;
class Mark;

/// One place of the staff window that the top bar leads to.
struct StaffTab
{
    QString id;        ///< "reception"; the button is called top.tab.reception
    QString text;      ///< 受付
    QKeySequence key;  ///< F2
};

/// Mark, tabs, 訓練, clock, who works here, ロック. Two lines where one is too narrow.
class StaffTopBar : public QWidget
{
    Q_OBJECT
public:
    explicit StaffTopBar(QWidget *parent = nullptr);

    void setTabs(const QList<StaffTab> &tabs);
    void setCurrentTab(const QString &id);
    /// A number beside a tab (保留 2); 0 hides it.
    void setTabCount(const QString &id, int count);
    void setTraining(bool isTraining);
    void setClockText(const QString &text); ///< 11月20日（金）10:24
    void setStaffName(const QString &name); ///< 佐藤（受付）
    [[nodiscard]] Button *lockButton() const { return m_lock; }
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void tabChosen(const QString &id);
    void lockRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();

    QBoxLayout *m_layout;
    QWidget *m_navigation, *m_info;
    Mark *m_mark;
    QList<QWidget *> m_infoParts;
    bool m_isTraining = false;
    FlowLayout *m_tabs;
    QHash<QString, Button *> m_buttons;
    QWidget *m_training;
    Label *m_trainingNote, *m_clock, *m_staff;
    Button *m_lock;
};

/// Key hints at the left, notes and buttons at the right.
class StaffFooter : public QWidget
{
    Q_OBJECT
public:
    explicit StaffFooter(QWidget *parent = nullptr);

    using Hint = KeyMeaning;
    void setKeyHints(const QList<Hint> &hints);
    [[nodiscard]] const QList<Hint> &keyHints() const { return m_keys; }
    /// Takes the widget over; buttons and notes stand in the order in which they were added.
    void addWidget(QWidget *widget);
    /// Removes and deletes what addWidget() took.
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FlowLayout *m_hints, *m_right;
    QList<Hint> m_keys;
};

/// The frame of every staff screen: training band, top bar, person header (hidden until shown), content, footer.
class StaffFrame : public QWidget
{
    Q_OBJECT
public:
    explicit StaffFrame(QWidget *parent = nullptr);

    [[nodiscard]] StaffTopBar *topBar() const { return m_topBar; }
    [[nodiscard]] PersonHeader *personHeader() const { return m_person; }
    [[nodiscard]] StaffFooter *footer() const { return m_footer; }
    /// Takes the widget over; the one before is deleted.
    void setContent(QWidget *content);
    [[nodiscard]] QWidget *content() const { return m_content; }
    void setTraining(bool isTraining);

private:
    QVBoxLayout *m_column;
    QWidget *m_band;
    StaffTopBar *m_topBar;
    PersonHeader *m_person;
    QWidget *m_content = nullptr;
    StaffFooter *m_footer;
};

} // namespace uk
