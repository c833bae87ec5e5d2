// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/questionnaire/access.h"

#include <QLatin1StringView>

#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// Rules 7 and 11. A row answers for isAnswerable and one consent value; "" stands for every other value.
struct AccessRow
{
    bool isAnswerable;
    QLatin1StringView proxyConsent;
    StaffAccess access;
    std::optional<ErrorCode> reason;
    bool maySubmit;
};

const std::array accessRows{
    AccessRow{true, "1"_L1, StaffAccess::Edit, std::nullopt, true},
    AccessRow{true, "2"_L1, StaffAccess::View, ErrorCode::ReadOnly, false},
    AccessRow{true, ""_L1, StaffAccess::AskFirst, ErrorCode::ProxyConsentMissing, true},
    AccessRow{false, ""_L1, StaffAccess::View, ErrorCode::AnsweringClosed, false},
};

} // namespace

QuestionnaireAccess questionnaireAccess(bool isAnswerable, QStringView answerStatusSeg, QStringView proxyInputConsentSeg)
{
    for (const AccessRow &row : accessRows) {
        if (row.isAnswerable != isAnswerable || (!row.proxyConsent.isEmpty() && proxyInputConsentSeg != row.proxyConsent))
            continue;
        const bool statusTakesDraft = answerStatusSeg == "0"_L1 || answerStatusSeg == "1"_L1;
        return {row.access, row.reason, row.maySubmit && statusTakesDraft, row.maySubmit};
    }
    return {};
}

} // namespace uk
