// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// The process types of the medical subsidy area, v3 (S1 to S37).
#include "app/training/registering.h"

using namespace Qt::StringLiterals;

namespace uk::training {

PmhResult inquireMedicalSubsidies(const PmhCall &call)
{
    const Resident &resident = call.person.resident;
    return JsonValue::object({{u"certificates"_s, resident.subsidyCertificates},
                       {u"historiesWithoutCertificate"_s, resident.subsidyHistories}});
}

PmhResult inquireCopaymentLedger(const PmhCall &call)
{
    constexpr auto segment = "copaymentLedgerSeg"_L1;
    for (const JsonValue &ledger : call.person.resident.ledgers.items()) {
        if (ledger[segment] == call.request[segment])
            return ledger;
    }
    return unknownId(segment);
}

} // namespace uk::training
