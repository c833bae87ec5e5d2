// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/access.h"

#include <QLatin1StringView>

#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

using enum Permission;

constexpr Permissions everything = ReadAnswers | ChangeByStaff | AskPerson | EnterByPerson | SaveDraft | Submit | Offer
    | TakeOver | ShowPeriods;
constexpr Permissions everyAnswer = ChangeByStaff | AskPerson | EnterByPerson | SaveDraft | Submit | Offer | TakeOver;

/// One row: what the flags have to be (what is not named does not matter), and what it takes away.
struct FlagRow
{
    Permissions takes;
    std::optional<FlagNote> note;
    std::optional<ErrorCode> reason;
    std::optional<bool> isDeleted = {}, isAnswerable = {}, isPeriodHidden = {};
    std::optional<DisplayPeriod> display = {};
    std::optional<Residency> residency = {};
    std::optional<VaccinationWish> wish = {};
    std::optional<ProxyConsent> proxyConsent = {};
    std::optional<AnswerStatus> status = {};

    [[nodiscard]] bool applies(const QuestionnaireFlags &flags) const
    {
        const auto is = [](const auto &wanted, const auto &found) { return !wanted || *wanted == found; };
        return is(isDeleted, flags.isDeleted) && is(isAnswerable, flags.isAnswerable)
            && is(isPeriodHidden, flags.isPeriodHidden) && is(display, flags.display) && is(residency, flags.residency)
            && is(wish, flags.wish) && is(proxyConsent, flags.proxyConsent) && is(status, flags.status);
    }
};

const std::array flagRows{
    // No answer is taken any more, or yet.
    FlagRow{.takes = everyAnswer, .note = FlagNote::Deleted, .reason = ErrorCode::AnsweringClosed, .isDeleted = true},
    FlagRow{.takes = everyAnswer, .note = FlagNote::AnsweringClosed, .reason = ErrorCode::AnsweringClosed, .isAnswerable = false},
    FlagRow{.takes = everyAnswer, .note = FlagNote::NotYetShown, .reason = ErrorCode::AnsweringClosed, .display = DisplayPeriod::NotYet},
    FlagRow{.takes = everyAnswer, .note = FlagNote::ShownNoMore, .reason = ErrorCode::AnsweringClosed, .display = DisplayPeriod::Over},
    // The municipality still takes the answer, but staff decide whether it is the right one.
    FlagRow{.takes = Offer, .note = FlagNote::MovedOut, .reason = {}, .residency = Residency::MovedOut},
    FlagRow{.takes = Offer | TakeOver, .note = FlagNote::NoWish, .reason = {}, .wish = VaccinationWish::DoesNotWish},
    // Input by staff (rules 11). Refused: the person answers and sends on a screen that is handed over.
    FlagRow{.takes = AskPerson, .note = {}, .reason = {}, .proxyConsent = ProxyConsent::Agrees},
    FlagRow{.takes = ChangeByStaff | AskPerson | SaveDraft | Submit, .note = FlagNote::ProxyRefused, .reason = ErrorCode::ReadOnly,
            .proxyConsent = ProxyConsent::Refuses},
    FlagRow{.takes = ChangeByStaff, .note = FlagNote::ProxyUnanswered, .reason = ErrorCode::ProxyConsentMissing,
            .proxyConsent = ProxyConsent::Unanswered},
    FlagRow{.takes = ChangeByStaff, .note = FlagNote::ProxyUnanswered, .reason = ErrorCode::ProxyConsentMissing,
            .proxyConsent = ProxyConsent::Unknown},
    // A draft over an answered questionnaire is refused (rules 7); what the person left open in it was left open.
    FlagRow{.takes = SaveDraft | TakeOver, .note = FlagNote::AlreadyAnswered, .reason = {}, .status = AnswerStatus::Answered},
    FlagRow{.takes = SaveDraft | TakeOver, .note = {}, .reason = {}, .status = AnswerStatus::Unknown},
    FlagRow{.takes = ShowPeriods, .note = {}, .reason = {}, .isPeriodHidden = true},
};

/// A code of the contract, and `otherwise` for every other.
template<class Value, size_t count>
Value valueOf(QStringView code, const std::array<std::pair<QLatin1StringView, Value>, count> &codes, Value otherwise)
{
    for (const auto &[known, value] : codes)
        if (code == known)
            return value;
    return otherwise;
}

} // namespace

DisplayPeriod displayPeriod(QDate from, QDate to, QDate today)
{
    if (from.isValid() && today < from)
        return DisplayPeriod::NotYet;
    return to.isValid() && today > to ? DisplayPeriod::Over : DisplayPeriod::Within;
}

AnswerStatus answerStatus(QStringView answerStatusSeg)
{
    using enum AnswerStatus;
    return valueOf(answerStatusSeg, std::array{std::pair{"0"_L1, Unanswered}, std::pair{"1"_L1, Draft}, std::pair{"2"_L1, Answered}},
                   Unknown);
}

Residency residency(QStringView residencySeg)
{
    using enum Residency;
    return valueOf(residencySeg, std::array{std::pair{"1"_L1, Resident}, std::pair{"2"_L1, MovedOut}}, Unknown);
}

VaccinationWish vaccinationWish(QStringView vaccinationWishSeg)
{
    using enum VaccinationWish;
    return valueOf(vaccinationWishSeg,
                   std::array{std::pair{"0"_L1, Unanswered}, std::pair{"1"_L1, Wishes}, std::pair{"2"_L1, DoesNotWish}}, Unknown);
}

ProxyConsent proxyConsent(QStringView proxyInputConsentSeg)
{
    using enum ProxyConsent;
    return valueOf(proxyInputConsentSeg,
                   std::array{std::pair{"0"_L1, Unanswered}, std::pair{"1"_L1, Agrees}, std::pair{"2"_L1, Refuses}}, Unknown);
}

FlagDecision decideFlags(const QuestionnaireFlags &flags)
{
    FlagDecision decision{everything, {}, std::nullopt};
    for (const FlagRow &row : flagRows) {
        if (!row.applies(flags))
            continue;
        decision.permissions &= ~row.takes;
        if (row.note)
            decision.notes.append(*row.note);
        if (!decision.reason)
            decision.reason = row.reason;
    }
    return decision;
}

QuestionnaireAccess questionnaireAccess(const QuestionnaireFlags &flags)
{
    const FlagDecision decision = decideFlags(flags);
    const auto may = [&](Permission permission) { return decision.permissions.testFlag(permission); };
    return {may(ChangeByStaff) ? StaffAccess::Edit : may(AskPerson) ? StaffAccess::AskFirst : StaffAccess::View,
            decision.reason, may(SaveDraft), may(Submit), may(EnterByPerson)};
}

} // namespace uk
