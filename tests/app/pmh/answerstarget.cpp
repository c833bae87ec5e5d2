// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/answerrules.h"
#include "app/pmh/profile.h"
#include "app/pmh/recordcodec.h"
#include "fuzztargets.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace uk::test {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

namespace {

/// A profile that renames at every level, so that renaming is fuzzed too.
ConnectionProfile renamingProfile()
{
    ConnectionProfile profile;
    profile.members = {{u"label"_s, u"l"_s},
                       {u"Definition.groups.subgroups.items"_s, u"i"_s},
                       {u"CertificateDetail.children"_s, u"c"_s},
                       {u"QuestionnaireAnswer.answers.result"_s, u"r"_s}};
    profile.codes = {{u"answerStatusSeg"_s, {{u"a"_s, u"1"_s}, {u"1"_s, u"2"_s}}}};
    return profile;
}

void checkError(const Error &error)
{
    const bool isOfMember =
        error.code == ErrorCode::AnswerWrongType || error.code == ErrorCode::AnswerMemberMissing;
    require(isOfMember || error.code == ErrorCode::AnswerUnreadable);
    require(!error.detail.isEmpty() && (!isOfMember || error.arguments.size() == 2));
}

/// What was read can be written and reads the same again.
template<class T>
void decodeOne(const WireForm &form, const RecordTable<T> &table, QByteArrayView body)
{
    const Result<T> record = form.decode(table, body);
    if (!record)
        return checkError(record.error());
    // Entries that were broken are whole the second time: they hold nothing but what could be read.
    const Result<T> whole = form.decode(table, writeJson(form.encode(table, *record)));
    require(whole.has_value());
    require(form.decode(table, writeJson(form.encode(table, *whole))) == whole);
}

void decodeVaccination(const WireForm &form, QByteArrayView body)
{
    decodeOne(form, vaccinationListObject, body);
    decodeOne(form, questionnaireListObject, body);
    decodeOne(form, questionnaireAnswerObject, body);
    decodeOne(form, vaccinationCertificateObject, body);
}

void decodeMaternalChild(const WireForm &form, QByteArrayView body)
{
    decodeOne(form, prenatalCheckupsObject, body);
    decodeOne(form, prenatalVouchersObject, body);
    decodeOne(form, homecomingObject, body);
    decodeOne(form, pregnancyLossObject, body);
    decodeOne(form, prenatalMchbookObject, body);
    decodeOne(form, childCheckupsObject, body);
    decodeOne(form, childQuestionnaireAnswerObject, body);
    decodeOne(form, childMchbookObject, body);
}

void decodeTheRest(const WireForm &form, QByteArrayView body)
{
    decodeOne(form, medicalSubsidiesObject, body);
    decodeOne(form, copaymentLedgerObject, body);
    decodeOne(form, registerResultObject, body);
    for (const RegisterType &type : registerTypes()) {
        decodeOne(form, *type.request, body);
        if (const auto stored = type.stored(form, body, {}, u"q"_s); !stored)
            checkError(stored.error());
        static_cast<void>(echoes(form, {QString(type.name), {u"q"_s, u"1"_s, {}, {}}, 1, false}, body));
    }
}

} // namespace

void feedAnswers(QByteArrayView body)
{
    static const WireForm forms[]{WireForm(ConnectionProfile()), WireForm(renamingProfile())};
    const JsonLimits limits{.maxBytes = 1 << 20};
    const auto json = parseJson(body, limits);
    if (!json) {
        // No answer at all: one decoder sees how far the events get, and that is no record.
        require(!forms[0].decode(questionnaireAnswerObject, body, limits));
        return;
    }
    const auto again = parseJson(writeJson(*json), {.maxBytes = 1 << 24});
    require(again && *again == *json);
    static_cast<void>(readApiError(forms[0], body.toByteArray()));
    static_cast<void>(readRegistration(body.toByteArray()));
    for (const WireForm &form : forms) {
        decodeVaccination(form, body);
        decodeMaternalChild(form, body);
        decodeTheRest(form, body);
    }
}

} // namespace uk::test
