// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/errorcodes.h"

#include <QDate>
#include <QFlags>
#include <QList>
#include <QStringView>

#include <optional>

namespace uk {

/// What staff may do with a questionnaire.
enum class StaffAccess {
    View,     ///< read only
    AskFirst, ///< the person is asked on screen before the first change (rules 11)
    Edit,
};

/// V5, V6 against today: the days on which the questionnaire is to be shown. Open ends are within.
enum class DisplayPeriod { Within, NotYet, Over };
/// V41, V49.
enum class AnswerStatus { Unanswered, Draft, Answered, Unknown };
/// V7.
enum class Residency { Resident, MovedOut, Unknown };
/// V42.
enum class VaccinationWish { Unanswered, Wishes, DoesNotWish, Unknown };
/// V43.
enum class ProxyConsent { Unanswered, Agrees, Refuses, Unknown };

/// Everything about a questionnaire that says what may be done with it.
struct QuestionnaireFlags
{
    bool isAnswerable = false; ///< V40, V48
    DisplayPeriod display = DisplayPeriod::Within;
    AnswerStatus status = AnswerStatus::Unknown;
    Residency residency = Residency::Unknown;
    bool isDeleted = false;      ///< V37
    bool isPeriodHidden = false; ///< V27
    VaccinationWish wish = VaccinationWish::Unknown;
    ProxyConsent proxyConsent = ProxyConsent::Unknown;
    friend bool operator==(const QuestionnaireFlags &, const QuestionnaireFlags &) = default;
};

[[nodiscard]] DisplayPeriod displayPeriod(QDate from, QDate to, QDate today);
/// Codes as sent; one that is not known, or absent, is Unknown.
[[nodiscard]] AnswerStatus answerStatus(QStringView answerStatusSeg);
[[nodiscard]] Residency residency(QStringView residencySeg);
[[nodiscard]] VaccinationWish vaccinationWish(QStringView vaccinationWishSeg);
[[nodiscard]] ProxyConsent proxyConsent(QStringView proxyInputConsentSeg);

/// What may be done.
enum class Permission {
    ReadAnswers = 1,        ///< the questionnaire is on the list and can be looked at
    ChangeByStaff = 2,      ///< where the person need not be asked, or was
    AskPerson = 4,          ///< the person is asked first, and the yes recorded
    EnterByPerson = 8,      ///< the screen may be handed to the person, who answers and sends there
    SaveDraft = 16,
    Submit = 32,
    Offer = 64,             ///< proposed as what to do next
    TakeOver = 128,         ///< the last answers are offered (prefill.h)
    ShowPeriods = 256,      ///< the periods of the vaccination are shown (V19–V24)
};
Q_DECLARE_FLAGS(Permissions, Permission)

Q_DECLARE_OPERATORS_FOR_FLAGS(Permissions)

/// What staff must be told about a questionnaire, in the order of the table.
enum class FlagNote { Deleted, AnsweringClosed, NotYetShown, ShownNoMore, MovedOut, NoWish, ProxyRefused, ProxyUnanswered, AlreadyAnswered };

struct FlagDecision
{
    Permissions permissions;
    QList<FlagNote> notes;
    std::optional<ErrorCode> reason; ///< why staff may not change at once
    friend bool operator==(const FlagDecision &, const FlagDecision &) = default;
};

/// The decision over all flags (U-H2). The table is one list of rows, each of which takes something away; what no row
/// takes away is permitted. A code that is not known counts as the careful one: an unknown consent is asked for, an unknown
/// status may not be overwritten by a draft.
[[nodiscard]] FlagDecision decideFlags(const QuestionnaireFlags &flags);

/// The same in the words of the review.
struct QuestionnaireAccess
{
    StaffAccess access = StaffAccess::View;
    std::optional<ErrorCode> reason; ///< why not Edit
    bool maySaveDraft = false;       ///< a draft over an answered questionnaire is refused by the server (rules 7)
    bool maySubmit = false;
    bool mayHandOver = false;        ///< 患者さんに入力してもらう
    /// Proxy input was refused: the person sends on the screen that is handed over.
    [[nodiscard]] bool isSentByPerson() const { return mayHandOver && !maySubmit; }
    friend bool operator==(const QuestionnaireAccess &, const QuestionnaireAccess &) = default;
};
[[nodiscard]] QuestionnaireAccess questionnaireAccess(const QuestionnaireFlags &flags);

} // namespace uk
