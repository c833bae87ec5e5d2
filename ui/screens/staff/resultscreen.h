// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/staff/models.h"
#include "ui/screens/staff/staffscreen.h"

class QVBoxLayout;

namespace uk {

/// 送信結果 (screen 13): for each questionnaire what became of it, what is saved where, and the next step.
class ResultScreen : public StaffScreen
{
    Q_OBJECT
public:
    explicit ResultScreen(QWidget *parent = nullptr);

    void setRows(const QList<ResultRowText> &rows);
    void clearPerson() override;

Q_SIGNALS:
    void resolveRequested(const QString &questionnaireManagementId);
    /// After a conflict: review again from what is stored, with or without the staff changes on top.
    void choiceMade(const QString &questionnaireManagementId, bool keepMine);
    void backRequested();

private:
    [[nodiscard]] QWidget *block(const ResultRowText &row);

    QWidget *m_list;
    QVBoxLayout *m_rows;
};

} // namespace uk
