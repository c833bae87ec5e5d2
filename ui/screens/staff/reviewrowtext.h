// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/reviewsession.h"
#include "ui/widgets/statelabel.h"

/// One row of the review in words: everything that stands in it, so that two of the same value look the same. Pure.
namespace uk {

/// What may be done with a row.
struct RowRights
{
    bool edits = false;     ///< change it, and all that belongs to a change
    bool handsOver = false; ///< 患者さんに
    friend bool operator==(const RowRights &, const RowRights &) = default;
};

struct ReviewRowText
{
    AnswerKey key;
    int depth = 0;               ///< a follow-up stands further in
    StateText reason;
    QString label, place, last;  ///< question; page, repeat and note; the last answer with its follow-ups

    QString now;                 ///< the person's answer, or why none is shown
    bool isMissing = false;      ///< required, and not there
    QString offered;             ///< the last answer as a candidate; empty: none
    QString basis, newer;        ///< of a conflict
    bool isEntered = false, isChanged = false;
    bool maySeeCovered = false;  ///< a sensitive answer is covered

    QString changed, changedBy;  ///< by staff; empty: not changed
    bool mayUndo = false, mayDecide = false, mayTakeOver = false, mayEdit = false, mayHandOver = false;
    bool isViewOnly = false;
    bool mayAddRepeat = false, mayRemoveRepeat = false;
    friend bool operator==(const ReviewRowText &, const ReviewRowText &) = default;
};

[[nodiscard]] ReviewRowText reviewRowText(const ReviewSession &session, const ReviewRow &row, const RowRights &rights, bool isUncovered);

} // namespace uk
