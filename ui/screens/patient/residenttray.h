// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/panel.h"

#include <QList>

class QGridLayout;

namespace uk {

class Button;
class Label;

/// One synthetic resident whose card can be laid down in training.
struct TrayResident
{
    QString key;         ///< "minori"; the button is called idle.resident.minori
    QString label;       ///< 吉﨑 みのり
    QString description; ///< 1歳・同じ日に4つの予診票
};

/// The cards of the training's residents, marked 訓練 and set apart from everything that a patient uses.
class ResidentTray : public Panel
{
    Q_OBJECT
public:
    explicit ResidentTray(const QString &namePrefix, QWidget *parent = nullptr);
    void setResidents(const QList<TrayResident> &residents);
    void setCardPresent(bool isPresent);
    void setMetrics(const PatientMetrics &metrics) override;
    void retranslate();

Q_SIGNALS:
    void residentChosen(const QString &key);
    void cardRemovalRequested();

private:
    void arrange();

    QString m_prefix;
    Label *m_title;
    Button *m_remove;
    QGridLayout *m_grid;
    QList<Button *> m_buttons;
    int m_columns = 3;
};

} // namespace uk
