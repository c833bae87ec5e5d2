// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/staff/models.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace uk {

class NoticeBox;
class Panel;

/// Where the card's record of the person was not read, or is written otherwise than PMH's, staff confirm name and birth
/// date aloud and tick that they did, before any registration or print (design "Card steps" 5). Both records stand side
/// by side, as sent.
class NamePanel : public QWidget
{
    Q_OBJECT
public:
    /// `tickName`: object name of the tick, "reception.nameConfirmed".
    explicit NamePanel(const QString &tickName, QWidget *parent = nullptr);
    void setQuestion(const NameQuestion &question);

Q_SIGNALS:
    void confirmed(bool isConfirmed);

private:
    void showCompared(const NameQuestion &question);

    NoticeBox *m_notice;
    Panel *m_table;
    QGridLayout *m_grid;
    QCheckBox *m_tick;
};

} // namespace uk
