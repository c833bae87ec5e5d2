// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/staff/samedaypresenter.h"
#include "ui/screens/staff/staffscreen.h"

#include <QPointer>

class QScrollArea;
class QVBoxLayout;

namespace uk {

class AnswerEditor;
class Button;
class Label;
class NamePanel;
class NoticeBox;
class StateLabel;

/// 同日接種 (screen 8): the questionnaires of one day side by side. Each has its column with its own state; warnings and
/// intervals stand as a matrix below; shared questions once, each questionnaire's own after them, by exception. What is
/// ready is submitted together, each as a registration of its own.
class SameDayScreen : public StaffScreen
{
    Q_OBJECT
public:
    explicit SameDayScreen(QWidget *parent = nullptr);

    /// Shows the day; focus, scroll position and an open editor stay.
    void setModel(const DayModel &model);
    /// Names of the rows whose sensitive answers are to be seen.
    [[nodiscard]] const QSet<QString> &uncovered() const { return m_uncovered; }
    /// The words for an error of the change that is being made (in its editor) or of the whole screen.
    void showError(const Error &error);
    void closeEditor();
    /// Goes to what is to be done next; for when the screen comes to the front.
    void begin();
    void clearPerson() override;

Q_SIGNALS:
    /// In all questionnaires of the day that ask it.
    void sharedAnswerChanged(const uk::AnswerKey &key, const uk::AnswerResult &result, const QString &reason);
    /// In one alone.
    void answerChanged(const QString &questionnaireManagementId, const uk::AnswerKey &key, const uk::AnswerResult &result,
                       const QString &reason);
    void undoRequested(const QStringList &questionnaireManagementIds, const uk::AnswerKey &key);
    void warningToggled(const QString &code, const QString &message, bool isAcknowledged);
    void proxyConsentAsked(const QString &questionnaireManagementId);
    void leftOutChanged(const QString &questionnaireManagementId, bool isLeftOut);
    void uncoverRequested();
    void nameConfirmed(bool isConfirmed);
    void openRequested(const QString &questionnaireManagementId);
    void resolveRequested(const QString &questionnaireManagementId);
    void chooseRequested(const QString &questionnaireManagementId); ///< after a conflict
    void againRequested(const QString &questionnaireManagementId);
    void submitRequested();
    void backRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFooter();
    void buildNotices(QVBoxLayout *column);
    void fillNotices();
    void fillFooter();
    void fillSheets();
    void fillWarnings();
    void fillIntervals();
    void fillSections();
    [[nodiscard]] QWidget *sheetCell(const DaySheetText &sheet);
    void addNext(QVBoxLayout *column, const DaySheetText &sheet);
    void addMatrixRow(QWidget *lead, const QList<QWidget *> &cells);
    void addRow(const DayRowText &row);
    [[nodiscard]] QWidget *reasonCell(const DayRowText &row);
    [[nodiscard]] QWidget *questionCell(const DayRowText &row);
    [[nodiscard]] QWidget *answerCell(const DayRowText &row);
    [[nodiscard]] QWidget *staffCell(const DayRowText &row);
    void addEditor(const DayRowText &row);
    [[nodiscard]] QWidget *targetChoice(const DayRowText &row, const QString &editorName);
    void openEditor(const QString &rowName);
    void refill();
    void jumpTo(const QString &control);
    void jumpToNextOpen();
    void toggleFold(const QString &sectionId);
    [[nodiscard]] bool isNarrow() const;
    [[nodiscard]] bool isMatrixNarrow() const;

    DayModel m_model;
    QSet<QString> m_uncovered, m_unfolded;
    QString m_editing;  ///< name of the row; empty: nothing
    QString m_target;   ///< whose answer the editor changes; empty: all
    int m_layoutKind = 0; ///< what the width allowed when the rows were made
    QPointer<AnswerEditor> m_editor;
    NoticeBox *m_notice, *m_result, *m_ask;
    NamePanel *m_namePanel;
    QWidget *m_askPanel, *m_list;
    Button *m_askYes, *m_back, *m_submit;
    QVBoxLayout *m_rows;
    QScrollArea *m_scroll;
    StateLabel *m_left;
};

} // namespace uk
