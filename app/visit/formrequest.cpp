// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/formrequest.h"

#include "app/visit/recordsteps.h"

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// In the language of the sheet, which is not that of the screens.
QString sexText(const QString &code)
{
    return code == "1"_L1 ? u"男"_s : code == "2"_L1 ? u"女"_s : code == "3"_L1 ? u"その他"_s : u"不明"_s;
}

QString vaccineOf(const VisitData &data, const OpenQuestionnaire &open)
{
    for (const VaccinationRecord &record : data.vaccinations) {
        if (record.questionnaireManagementId != open.summary.questionnaireManagementId || record.isDeleted)
            continue;
        // Many names of questionnaires carry vaccine and dose already.
        QStringList words{record.vaccineCommonName, record.doseCommonName};
        words.removeIf([&](const QString &word) { return open.summary.questionnaireName.contains(word); });
        return words.join(u'　');
    }
    return {};
}

} // namespace

PaperOccasion occasionOf(const OpenQuestionnaire &open)
{
    return open.kind == QuestionnaireKind::ChildCheckup ? PaperOccasion::Checkup : PaperOccasion::Vaccination;
}

PaperRequest formRequest(const VisitData &data, const OpenQuestionnaire &open, bool hasSensitive, bool isTraining, QDate today)
{
    PaperRequest request{.purpose = open.isSubmitted() && !open.session.hasChanges() ? PaperPurpose::Copy : PaperPurpose::Submission,
                         .title = open.summary.questionnaireName, .vaccine = vaccineOf(data, open), .person = {}, .warnings = {},
                         .hasSensitive = hasSensitive, .isTraining = isTraining, .today = today, .occasion = occasionOf(open)};
    if (data.person)
        request.person = PaperPerson{data.person->name, data.person->nameKana, data.person->address, data.person->dateOfBirth,
                                     sexText(data.person->sex)};
    const QList<CheckResult> &results = open.basis ? open.basis->checkResults : open.summary.checkResults;
    const QStringList keys = warningKeys(results);
    for (const CheckResult &result : results)
        for (const QString &message : result.warningMessages)
            request.warnings.append({keys.value(request.warnings.size()), message});
    return request;
}

} // namespace uk
