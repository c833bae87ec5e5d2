// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/contractmembers.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

using Names = QStringList;

Names words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

const QHash<QString, Names> &requiredPaths()
{
    static const QHash<QString, Names> table{
        {u"VaccinationList"_s, words("vaccinations vaccinations.questionnaireManagementId vaccinations.vaccinationScheduleId "
                                     "vaccinations.type")},
        {u"QuestionnaireList"_s, words("questionnaires questionnaires.questionnaireManagementId "
                                       "questionnaires.questionnaireName questionnaires.answerStatusSeg")},
        {u"QuestionnaireAnswer"_s, words("questionnaireManagementId questionnaireName isAnswerable answerStatusSeg "
                                         "basicFiveInfo definition answers")},
        {u"VaccinationCertificate"_s, words("pdfFileName pdfData")},
        {u"RegisterResult"_s, words("questionnaireManagementId answerStatusSeg processType childCheckupId "
                                    "pregnancyByMunicipalityId pregnancyId")},
        {u"Error"_s, words("code message")},
        {u"PrenatalCheckups"_s, words("pregnancies")},
        {u"PrenatalVouchers"_s, words("vouchers")},
        {u"PrenatalMchbook"_s, words("mchbooks")},
        {u"ChildCheckups"_s, words("checkups")},
        {u"ChildQuestionnaireAnswer"_s, words("childCheckupId questionnaireName isAnswerable answerStatusSeg basicFiveInfo "
                                              "definition answers")},
        {u"MedicalSubsidies"_s, words("certificates historiesWithoutCertificate")},
        {u"CopaymentLedger"_s, words("copaymentLedgerSeg months")},
    };
    return table;
}

/// The same wherever these schemas stand: by the ends of paths.
const Names &requiredEnds()
{
    static const Names ends = words(
        "basicFiveInfo.name basicFiveInfo.nameKana basicFiveInfo.address basicFiveInfo.dateOfBirth basicFiveInfo.sex "
        "definition.groups groups.label groups.subgroups subgroups.items items.itemMasterId items.label items.answerType "
        "items.choices choices.value choices.label visibleWhen.itemMasterId visibleWhen.anyOf answers.itemMasterId "
        "answers.repeatNumber answers.result answers.itemId items.itemId items.result latestAnswers.itemMasterId "
        "latestAnswers.repeatNumber latestAnswers.result details.name children.name");
    return ends;
}

const Names &nullableEnds()
{
    static const Names ends = words(
        // forms
        "groups.label subgroups.label sections.label items.unit items.minimum items.maximum items.decimalPlaces "
        "items.maxLength items.visibleWhen items.note categories.categoryNotice lastUpdatedPageNumber "
        // vaccination
        "recommendedOn reRecommendedOn questionnaireDisplayFrom questionnaireDisplayTo guideUrlMhlw guideUrlMunicipality "
        "type.doseCommonName type.term type.valency type.doseNumber type.interval previousOn beforePreviousOn "
        "standardPeriod routinePeriod standardPeriod.age standardPeriod.fiscalYear standardPeriod.date routinePeriod.age "
        "routinePeriod.fiscalYear routinePeriod.date age.from age.to fiscalYear.from fiscalYear.to date.from date.to "
        "suitableAgeSeg vaccinatedOn doctorName implementationSeg vaccinationSeg isConsented history.result "
        "result.vaccineName result.manufacturer result.lotNumber result.doseAmount specialCircumstanceSeg "
        "medicalInstitution medicalInstitution.code medicalInstitution.name medicalInstitution.detail previousVaccination "
        "previousVaccination.vaccineCommonName previousVaccination.doseCommonName previousVaccination.legalSeg "
        "previousVaccination.intervalInfo "
        // mother and child
        "notifiedOn checkedOn guideMunicipality guideMunicipality.title guideMunicipality.url results.value results.unit "
        "results.judgement municipalBurdenAmount expiresOn remarks issuedOn usedOn vouchers.prenatalCheckupId "
        "pregnancyLossOn standardPeriod.ageLabel municipality municipality.code municipality.prefectureName "
        "municipality.cityName venue venue.code venue.name guideUrlMunicipalityCheckup "
        // subsidies
        "certificateShortName insurerNumber recipientNumber certificates.copaymentLedgerSeg copaymentLedgerSegName "
        "details.value children.value currentMonth currentMonth.yearMonth monthlyLimitAmount monthlyPaidAmount "
        "months.prefectureName months.cityName totalMedicalCost enteredOn enteredById medicalInstitutionCode "
        "medicalInstitutionName medicalCost paidAmount excessAmount");
    return ends;
}

bool endsIn(const QString &path, const Names &ends)
{
    const QString whole = u'.' + path;
    return std::ranges::any_of(ends, [&whole](const QString &end) { return whole.endsWith(u'.' + end); });
}

} // namespace

bool isRequiredMember(const QString &schema, const QString &path)
{
    return requiredPaths().value(schema).contains(path) || endsIn(path, requiredEnds());
}

bool mayBeNull(const QString &schema, const QString &path)
{
    // The same member is a plain string in an answer about homecoming.
    return endsIn(path, nullableEnds()) || (schema == "PregnancyLoss"_L1 && path == "pregnancyByMunicipalityId"_L1);
}

} // namespace uk::training
