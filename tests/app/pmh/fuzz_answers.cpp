// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/answerrules.h"
#include "app/pmh/profile.h"
#include "app/pmh/recordcodec.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

/// A profile that renames at every level, so that renaming is fuzzed too.
ConnectionProfile renamingProfile()
{
    ConnectionProfile profile;
    profile.members = {{u"label"_s, u"l"_s},
                       {u"Definition.groups.subgroups.items"_s, u"i"_s},
                       {u"QuestionnaireAnswer.answers.result"_s, u"r"_s}};
    profile.codes = {{u"answerStatusSeg"_s, {{u"a"_s, u"1"_s}, {u"1"_s, u"2"_s}}}};
    return profile;
}

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void checkError(const Error &error)
{
    const ErrorCode code = error.code;
    require(code == ErrorCode::AnswerWrongType || code == ErrorCode::AnswerMemberMissing);
    require(!error.detail.isEmpty() && !error.arguments.isEmpty());
}

void decodeAll(const WireForm &form, const JsonValue &json)
{
    if (const auto records = decodeVaccinations(form, json); !records)
        checkError(records.error());
    if (const auto records = decodeQuestionnaires(form, json); !records)
        checkError(records.error());
    if (const auto record = decodeCertificate(form, json); !record)
        checkError(record.error());
    const auto record = decodeQuestionnaire(form, json);
    if (!record)
        return checkError(record.error());
    // What was read can be registered, and reads the same again.
    const QuestionnaireRegistration registration{record->questionnaireManagementId, u"1"_s, 1, record->answers};
    require(answersFrom(answersToJson(record->answers)) == record->answers);
    static_cast<void>(writeJson(encodeRegistration(form, registration)));
    static_cast<void>(echoes(form, registration, json));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const WireForm plain{ConnectionProfile()};
    static const WireForm renaming{renamingProfile()};
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static_cast<void>(readApiError(plain, body));
    static_cast<void>(parseProfile(body, u"fuzz"_s));
    const auto json = parseJson(body, {.maxBytes = 1 << 20});
    if (!json)
        return 0;
    const auto again = parseJson(writeJson(*json), {.maxBytes = 1 << 24});
    require(again && *again == *json);
    decodeAll(plain, *json);
    decodeAll(renaming, *json);
    return 0;
}
