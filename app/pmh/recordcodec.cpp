// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/recordcodec.h"

using namespace Qt::StringLiterals;

namespace uk {

namespace {

constexpr qint64 maxEchoBytes = 65536;

} // namespace

QuestionnaireRecord asQuestionnaire(ChildQuestionnaireRecord record)
{
    QuestionnaireRecord made;
    made.questionnaireManagementId = std::move(record.childCheckupId);
    made.questionnaireName = std::move(record.questionnaireName);
    made.isAnswerable = record.isAnswerable;
    made.answerStatusSeg = std::move(record.answerStatusSeg);
    made.lastUpdatedPageNumber = record.lastUpdatedPageNumber;
    made.basicFiveInfo = std::move(record.basicFiveInfo);
    made.definition = std::move(record.definition);
    made.answers = std::move(record.answers);
    made.kind = QuestionnaireKind::ChildCheckup;
    return made;
}

Registration registrationOf(const QuestionnaireRegistration &registration)
{
    if (registration.kind == QuestionnaireKind::ChildCheckup)
        return childQuestionnaireRegistration(registration.questionnaireManagementId, registration.answerStatusSeg,
                                              registration.lastUpdatedPageNumber, registration.answers);
    return {u"RegisterQuestionnaireAnswer"_s,
            {registration.questionnaireManagementId, registration.answerStatusSeg, registration.answers, {}},
            registration.lastUpdatedPageNumber, false};
}

StoredState storedStateOf(const QuestionnaireRecord &record)
{
    return {record.questionnaireManagementId, record.answerStatusSeg, record.answers, {}};
}

JsonValue encodeRegistration(const WireForm &form, const Registration &registration)
{
    const RegisterType *type = registerType(registration.processType);
    return type ? form.encode(*type->request, registration) : JsonValue::object();
}

bool echoes(const WireForm &form, const Registration &registration, QByteArrayView body)
{
    const Result<RegistrationEcho> echo = form.decode(registerResultObject, body, {.maxBytes = maxEchoBytes});
    return echo && isEchoOf(registration, *echo);
}

} // namespace uk
