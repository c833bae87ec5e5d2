// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/errortable.h"
#include "app/questionnaire/access.h"
#include "app/questionnaire/reviewsession.h"
#include "ui/widgets/personheader.h"

#include <QList>
#include <QString>

#include <optional>

/// What the staff screens show, in ready words (made by presenter.h from a visit). Values; memory of the live visit only.
namespace uk {

/// One row of きょうの予診票.
struct QuestionnaireRowText
{
    QString id;
    QString name;      ///< 麻しん風しん混合（MR）
    QString dose;      ///< 第1期・1回目
    StateText answer;  ///< 回答済み, 下書き 3／5ページ, 未回答, 提出済
    StateText warnings;
    StateText wish;
    StateText proxy;
    QString next;      ///< text of the row's button
    bool isNextMain = false;  ///< what to do first
    QStringList limits;       ///< what is refused or limited: reason and what to do
    std::optional<ErrorText> error; ///< this record could not be read
};

/// One row of 接種の記録.
struct HistoryRowText
{
    QString scheduleId; ///< empty: no certificate can be asked for
    QString date, vaccine, institution;
};

/// One field of the person as two records have it.
struct ComparedField
{
    QString field;  ///< 氏名
    QString linked; ///< as PMH sent it
    QString other;  ///< as on the card, or in another answer
};

/// What staff confirm aloud before any registration or print (design "Card steps" 5).
struct NameQuestion
{
    bool isAsked = false;
    bool isConfirmed = false;
    QStringList differences;       ///< in words; empty: the card's record was not read
    QString otherTitle;            ///< カード
    QList<ComparedField> compared; ///< side by side, as sent
};

struct ReceptionModel
{
    QList<QuestionnaireRowText> questionnaires;
    QList<QuestionnaireRowText> checkups; ///< questionnaires of check-ups
    QList<HistoryRowText> history;
    std::optional<ErrorText> questionnairesError, vaccinationsError, checkupsError;
    bool areCheckupsAsked = false; ///< the resident agreed to this area
    std::optional<ErrorText> notice; ///< what just went wrong
    bool isConsentOffered = false;   ///< 未同意: the area was not asked for, or PMH says so (E4032)
    NameQuestion name;
    bool isCardWaiting = false;
    int dayCount = 0;                ///< how many to look at side by side; 0: that is not offered
    QString vaccinationSummary;      ///< 予診票 4件・記録 12件
};

struct WarningText
{
    QString key;       ///< "T011/0"
    QString code;      ///< T011
    QString message;   ///< verbatim
    QString acknowledgedBy; ///< 佐藤 10:22; empty: open
};

struct ReviewModel
{
    QString id;
    QString title;      ///< MR 第1期・1回目
    ReviewSession session;
    QList<WarningText> warnings;
    QuestionnaireAccess access;
    QStringList limits; ///< what is refused or limited: reason and what to do (flagwords.h)
    bool hasProxyConsent = false;
    NameQuestion name;
    std::optional<ErrorText> notice;
    bool isDraftSaved = false; ///< the last thing done was a draft, and the server confirmed it
    bool isBusy = false; ///< a registration is under way
    bool isHandedOver = false; ///< the person enters answers at their own display
    int page = 1;
};

/// One line of 送信結果.
struct ResultRowText
{
    QString id;
    QString name;
    StateText outcome;  ///< 提出済 / 下書き保存済 / 確認中 / 失敗 / 競合 / 未送信
    QString where;      ///< what is saved where
    std::optional<ErrorText> error;
    bool canResolve = false;
    bool canChoose = false;       ///< conflict: mine or theirs
    QStringList differences;      ///< question: theirs / mine
};

} // namespace uk
