// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/registration.h"

#include "app/pmh/profile.h"
#include "app/pmh/recordcodec.h"
#include "app/questionnaire/compare.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

using enum RegisterType::Content;
using Stored = Result<StoredState>;

Stored storedQuestionnaire(const WireForm &form, QByteArrayView body, const JsonLimits &limits, const QString &)
{
    UK_TRY(const QuestionnaireRecord record, form.decode(questionnaireAnswerObject, body, limits));
    return storedStateOf(record);
}

Stored storedChildQuestionnaire(const WireForm &form, QByteArrayView body, const JsonLimits &limits, const QString &)
{
    UK_TRY(const ChildQuestionnaireRecord record, form.decode(childQuestionnaireAnswerObject, body, limits));
    return StoredState{record.childCheckupId, record.answerStatusSeg, record.answers, {}};
}

Stored storedHomecoming(const WireForm &form, QByteArrayView body, const JsonLimits &limits, const QString &)
{
    UK_TRY(const Homecoming record, form.decode(homecomingObject, body, limits));
    return StoredState{record.pregnancyByMunicipalityId, {}, record.answers, {}};
}

Stored storedLoss(const WireForm &form, QByteArrayView body, const JsonLimits &limits, const QString &)
{
    UK_TRY(const PregnancyLoss record, form.decode(pregnancyLossObject, body, limits));
    return StoredState{record.pregnancyByMunicipalityId, {}, {}, record.pregnancyLossOn};
}

Stored storedPrenatalHandbook(const WireForm &form, QByteArrayView body, const JsonLimits &limits, const QString &key)
{
    UK_TRY(const QList<PrenatalHandbook> records, form.decode(prenatalMchbookObject, body, limits));
    for (const PrenatalHandbook &record : records) {
        // One that cannot be read may be the one that is asked for: never "nothing stored".
        if (record.unreadable)
            return std::unexpected(*record.unreadable);
        if (record.pregnancyId == key)
            return StoredState{key, {}, record.handbook.allAnswers(), {}};
    }
    return StoredState();
}

Stored storedChildHandbook(const WireForm &form, QByteArrayView body, const JsonLimits &limits, const QString &)
{
    UK_TRY(const Handbook record, form.decode(childMchbookObject, body, limits));
    return StoredState{{}, {}, record.allAnswers(), {}};
}

constexpr RegisterType table[] = {
    {"RegisterQuestionnaireAnswer"_L1, "InquireQuestionnaireAnswer"_L1, true, Questionnaire,
     &registerQuestionnaireAnswerObject, &inquireQuestionnaireAnswerObject,
     &RegistrationEcho::questionnaireManagementId, storedQuestionnaire},
    {"RegisterChildQuestionnaireAnswer"_L1, "InquireChildQuestionnaireAnswer"_L1, true, Questionnaire,
     &registerChildQuestionnaireAnswerObject, &inquireChildQuestionnaireAnswerObject,
     &RegistrationEcho::childCheckupId, storedChildQuestionnaire},
    {"RegisterHomecoming"_L1, "InquireHomecoming"_L1, false, Items, &registerHomecomingObject, &inquireHomecomingObject,
     &RegistrationEcho::pregnancyByMunicipalityId, storedHomecoming},
    {"RegisterPregnancyLoss"_L1, "InquirePregnancyLoss"_L1, false, Loss, &registerPregnancyLossObject,
     &inquirePregnancyLossObject, &RegistrationEcho::pregnancyByMunicipalityId, storedLoss},
    {"RegisterPrenatalMchbook"_L1, "InquirePrenatalMchbook"_L1, true, Items, &registerPrenatalMchbookObject,
     &inquirePrenatalMchbookObject, &RegistrationEcho::pregnancyId, storedPrenatalHandbook},
    {"RegisterChildMchbook"_L1, "InquireChildMchbook"_L1, false, Items, &registerChildMchbookObject,
     &inquireChildMchbookObject, nullptr, storedChildHandbook},
};

constexpr auto savedStateMembers = members(
    member<&StoredState::key>("key"_L1),
    member<&StoredState::answerStatusSeg>("answerStatusSeg"_L1),
    objects<&StoredState::answers>("answers"_L1, answerObject),
    member<&StoredState::lossOn>("lossOn"_L1));
constexpr RecordTable<StoredState> savedState{{}, savedStateMembers};

using Saved = SavedRegistration;
constexpr auto savedMembers = members(
    member<&Saved::registration, &Registration::processType>("processType"_L1).required(),
    member<&Saved::registration, &Registration::lastUpdatedPageNumber>("lastUpdatedPageNumber"_L1).required(),
    member<&Saved::registration, &Registration::isDeleted>("isDeleted"_L1).required(),
    object<&Saved::registration, &Registration::state>("sent"_L1, savedState).required(),
    object<&Saved::basis>("basis"_L1, savedState).required());
constexpr RecordTable<Saved> savedRegistration{"SavedRegistration"_L1, savedMembers};

/// Drafts have the contract's own names.
const WireForm &ownForm()
{
    static const WireForm form{ConnectionProfile()};
    return form;
}

} // namespace

bool isSameState(const StoredState &left, const StoredState &right)
{
    return left.key == right.key && left.answerStatusSeg == right.answerStatusSeg && left.lossOn == right.lossOn
        && sameAnswers(left.answers, right.answers);
}

Registration childQuestionnaireRegistration(const QString &childCheckupId, const QString &answerStatusSeg,
                                            int lastUpdatedPageNumber, const Answers &answers)
{
    return {u"RegisterChildQuestionnaireAnswer"_s, {childCheckupId, answerStatusSeg, answers, {}},
            lastUpdatedPageNumber, false};
}

Registration homecomingRegistration(const QString &pregnancyByMunicipalityId, const Answers &answers)
{
    return {u"RegisterHomecoming"_s, {pregnancyByMunicipalityId, {}, answers, {}}, 1, false};
}

Registration homecomingRemoval(const QString &pregnancyByMunicipalityId)
{
    return {u"RegisterHomecoming"_s, {pregnancyByMunicipalityId, {}, {}, {}}, 1, true};
}

Registration pregnancyLossRegistration(const QString &pregnancyByMunicipalityId, QDate diagnosedOn)
{
    return {u"RegisterPregnancyLoss"_s, {pregnancyByMunicipalityId, {}, {}, diagnosedOn}, 1, false};
}

Registration prenatalHandbookRegistration(const QString &pregnancyId, const Answers &items)
{
    return {u"RegisterPrenatalMchbook"_s, {pregnancyId, {}, items, {}}, 1, false};
}

Registration childHandbookRegistration(const Answers &items)
{
    return {u"RegisterChildMchbook"_s, {{}, {}, items, {}}, 1, false};
}

std::span<const RegisterType> registerTypes()
{
    return table;
}

const RegisterType *registerType(QStringView name)
{
    const auto row = std::ranges::find_if(table, [&](const RegisterType &type) { return name == type.name; });
    return row == std::end(table) ? nullptr : &*row;
}

bool isEchoOf(const Registration &registration, const RegistrationEcho &echo)
{
    const RegisterType *type = registerType(registration.processType);
    if (!type)
        return false;
    const bool isKey = type->echoedKey ? echo.*(type->echoedKey) == registration.state.key
                                       : echo.processType == registration.processType;
    const bool hasStatus = type->content == Questionnaire;
    return isKey && (!hasStatus || echo.answerStatusSeg == registration.state.answerStatusSeg);
}

QByteArray saveRegistration(const Registration &registration, const StoredState &basis)
{
    return writeJson(ownForm().encode(savedRegistration, {registration, basis}));
}

Result<SavedRegistration> readRegistration(const QByteArray &saved)
{
    Result<SavedRegistration> read = ownForm().decode(savedRegistration, saved);
    if (!read)
        return failure(ErrorCode::DraftUnreadable, read.error().detail);
    if (!registerType(read->registration.processType))
        return failure(ErrorCode::DraftUnreadable, u"SavedRegistration: processType: none that registers"_s);
    return read;
}

} // namespace uk
