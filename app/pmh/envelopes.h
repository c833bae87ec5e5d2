// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// What requests and answers say beside records.
namespace uk {

/// The request of an inquiry: nothing but its process type and, where it has one, its key.
struct InquiryRequest
{
    QString key;
    friend bool operator==(const InquiryRequest &, const InquiryRequest &) = default;
};

/// The contract's Error object. Its message is left out: it may speak of the person.
struct ApiError
{
    QString code; ///< "E4091"
};

/// What a 202 says, and what asks /pmh/result.
struct AcceptedRequest
{
    QString processId;
};

} // namespace uk
