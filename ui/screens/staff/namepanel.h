// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QCheckBox;

namespace uk {

/// 氏名未確認: where the card's record of the person was not read, staff confirm name and birth date aloud and tick that
/// they did, before any registration or print (design "Card steps" 5).
class NamePanel : public QWidget
{
    Q_OBJECT
public:
    /// `tickName`: object name of the tick, "reception.nameConfirmed".
    explicit NamePanel(const QString &tickName, QWidget *parent = nullptr);
    void setState(bool isAsked, bool isConfirmed);

Q_SIGNALS:
    void confirmed(bool isConfirmed);

private:
    QCheckBox *m_tick;
};

} // namespace uk
