// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/recordcodec.h"

#include <functional>

/// For each inquired item of the vaccination area: where a value is put on the wire, and what the record shows of it.
namespace itemtable {

/// What a decoded body offers to the checks.
struct Decoded
{
    uk::Result<void> result;
    uk::VaccinationRecord vaccination;
    uk::QuestionnaireSummary summary;
    uk::QuestionnaireRecord questionnaire;
    uk::CertificateRecord certificate;
};

struct Row
{
    QString item;
    QString path;         ///< within the body; "[]" is the first entry
    QByteArray wire;      ///< JSON
    QString expected;     ///< what `shown` gives
    bool isRequired = false;
    std::function<QString(const Decoded &)> shown;
};

[[nodiscard]] const QList<Row> &rows();

} // namespace itemtable
