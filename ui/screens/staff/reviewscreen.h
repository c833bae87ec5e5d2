// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/staff/models.h"
#include "ui/screens/staff/reviewrowtext.h"
#include "ui/screens/staff/rowlist.h"
#include "ui/screens/staff/staffscreen.h"

#include <QPointer>

class QScrollArea;
class QVBoxLayout;

namespace uk {

class AnswerEditor;
class Button;
class FlowLayout;
class Label;
class NamePanel;
class NoticeBox;
class StateLabel;

/// 予診票の確認 (screen 7): work by exception. Warnings, missing and changed answers first in three columns (last, now,
/// staff change), the rest folded with its count. Never coloured by はい/いいえ; sensitive answers covered until asked for.
class ReviewScreen : public StaffScreen
{
    Q_OBJECT
public:
    explicit ReviewScreen(QWidget *parent = nullptr);

    /// Shows the review; focus, scroll position and an open editor stay where the questionnaire is the same.
    void setModel(const ReviewModel &model);
    [[nodiscard]] QString questionnaireId() const { return m_model.id; }
    /// The words for an error of the change that is being made (in its editor) or of the whole screen.
    void showError(const Error &error);
    void closeEditor();
    void clearPerson() override;

Q_SIGNALS:
    void answerChanged(const uk::AnswerKey &key, const uk::AnswerResult &result, const QString &reason);
    void undoRequested(const uk::AnswerKey &key);
    void undoLastRequested();
    void conflictDecided(const uk::AnswerKey &key, bool takesTheirs);
    void repeatAddRequested(const QString &itemMasterId);
    void repeatRemoveRequested(const QString &itemMasterId, int repeat);
    void warningToggled(const QString &warningKey, bool isAcknowledged);
    /// A press that the screen itself refuses, with the reason that it shows.
    void refused(const uk::Error &error);
    void proxyConsentAsked();
    /// 患者さんに入力してもらう: these questions; empty: all unanswered ones.
    void handOverRequested(const QList<uk::AnswerKey> &keys);
    void takeBackRequested();
    /// The last answers for these questions; empty: for all that are offered.
    void takeOverRequested(const QList<uk::AnswerKey> &keys);
    void nameConfirmed(bool isConfirmed);
    void draftRequested();
    void submitRequested();
    void pageShown(int page);
    void backRequested();
    void paperRequested(); ///< the questionnaire as a sheet of paper

private:
    void buildBar(QVBoxLayout *column);
    void buildFooter();
    void fillPages(const ReviewOutline &outline);
    void fillWarnings();
    void fillRows(const ReviewOutline &outline);
    void showAccess();
    void showOffers();
    void addFold(const FoldCount &count, QList<RowList::Row> &rows);
    void addRow(const ReviewRow &row, QList<RowList::Row> &rows);
    [[nodiscard]] QWidget *makeRow(const ReviewRowText &text, QWidget *parent);
    [[nodiscard]] QWidget *makeEditor(const AnswerKey &key, QWidget *parent);
    [[nodiscard]] QWidget *nowCell(const ReviewRowText &text, QWidget *parent);
    [[nodiscard]] QWidget *staffCell(const ReviewRowText &text, QWidget *parent);
    void openEditor(const AnswerKey &key);
    /// Its widget, made if it was not there yet; nullptr where the row is not shown.
    [[nodiscard]] QWidget *rowOf(const AnswerKey &key) const;
    void jumpTo(const AnswerKey &key);
    void jumpToFirstProblem();
    void jumpToNextOpen();
    void walkRows(int by);
    /// The row that has the focus, else the first one that fits.
    [[nodiscard]] std::optional<AnswerKey> rowFor(const std::function<bool(const AnswerKey &)> &fits) const;
    void takeOverOne();
    void decideConflict(bool takesTheirs);
    void handOverOne();
    void handOverAll();
    [[nodiscard]] QList<AnswerKey> offers() const;
    [[nodiscard]] bool mayHandOver(const QuestionItem &item) const;
    [[nodiscard]] bool mayChange() const;
    [[nodiscard]] bool mayEdit(const QuestionItem &item) const;

    ReviewModel m_model;
    bool m_isUnfolded = false;
    QSet<AnswerKey> m_uncovered;
    std::optional<AnswerKey> m_editing;
    QPointer<AnswerEditor> m_editor;
    QList<AnswerKey> m_rowOrder; ///< of the rows on screen
    struct ShownRow
    {
        ReviewRowText text;
        int face = 0;
    };
    QHash<AnswerKey, ShownRow> m_rowTexts; ///< what stands in each row
    int m_lastFace = 0, m_foldFace = 0;
    QString m_foldText;
    Label *m_title, *m_noDraft;
    QWidget *m_pages, *m_warnings, *m_accessPanel, *m_offerPanel, *m_list;
    FlowLayout *m_pageFlow;
    QVBoxLayout *m_warningRows;
    RowList *m_rows;
    NoticeBox *m_notice, *m_accessNotice, *m_offerNotice;
    NamePanel *m_namePanel;
    Button *m_askProxy, *m_takeBack, *m_takeOverAll, *m_handOver, *m_paper, *m_draft, *m_submit, *m_back;
    QScrollArea *m_scroll;
    StateLabel *m_openWarnings;
};

} // namespace uk
