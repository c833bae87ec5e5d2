// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/staff/models.h"
#include "ui/screens/staff/staffscreen.h"

class QVBoxLayout;

namespace uk {

class Button;
class NamePanel;
class NoticeBox;

/// 受付 (screen 6): who stands here, the three areas, today's questionnaires with the one next step of each, and the
/// vaccinations with their certificates.
class ReceptionScreen : public StaffScreen
{
    Q_OBJECT
public:
    explicit ReceptionScreen(QWidget *parent = nullptr);

    void setModel(const ReceptionModel &model);
    void clearPerson() override;

Q_SIGNALS:
    void questionnaireChosen(const QString &questionnaireManagementId);
    void sameDayRequested(); ///< all of the day side by side
    void certificateChosen(const QString &vaccinationScheduleId);
    void nameConfirmed(bool isConfirmed);
    void finishRequested();
    void blankFormsRequested(); ///< sheets of paper for an outage
    void fetchAgainRequested();
    void consentRequested(const QString &scope); ///< the resident is to be asked for this area

private:
    [[nodiscard]] QWidget *questionnaireRow(const QuestionnaireRowText &row);
    [[nodiscard]] QWidget *historyRow(const HistoryRowText &row);
    void fillLists(const ReceptionModel &model);
    void fillCheckups(const ReceptionModel &model);
    void addTitle(const QString &text, const QString &name);
    void addError(const ReceptionModel &model, const ErrorText &error);
    void addConsent(const QString &scope, bool isMain);
    [[nodiscard]] QWidget *questionnaireHeader(const QString &kind);
    void buildAreas(QVBoxLayout *column);
    void buildDay(QVBoxLayout *column);
    void buildFooter();

    NoticeBox *m_notice, *m_cardWaiting;
    NamePanel *m_namePanel;
    Button *m_vaccination, *m_maternalChild, *m_day;
    bool m_isVaccinationAsked = true, m_areCheckupsAsked = false;
    QWidget *m_dayRow, *m_list;
    QVBoxLayout *m_rows;
};

} // namespace uk
