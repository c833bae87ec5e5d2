// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/canonicaljson.h"
#include "app/pmh/contractobjects.h"
#include "app/pmh/recordcodec.h"

using namespace Qt::StringLiterals;

namespace uk {

using namespace canonical;

namespace {

DatePeriod period(const JsonValue &json)
{
    return {day(json, "from"_L1), day(json, "to"_L1)};
}

VaccinationPeriods periods(const JsonValue &json)
{
    return {period(child(json, "age"_L1)), period(child(json, "fiscalYear"_L1)), period(child(json, "date"_L1))};
}

VaccinationHistoryEntry historyEntry(const JsonValue &json)
{
    VaccinationHistoryEntry entry;
    entry.vaccinationScheduleId = text(json, "vaccinationScheduleId"_L1);
    entry.vaccinatedOn = day(json, "vaccinatedOn"_L1);
    entry.doctorName = text(json, "doctorName"_L1);
    entry.implementationSeg = text(json, "implementationSeg"_L1);
    entry.vaccinationSeg = text(json, "vaccinationSeg"_L1);
    if (const JsonValue &isConsented = child(json, "isConsented"_L1); isConsented.isBoolean())
        entry.isConsented = isConsented.toBoolean();
    const JsonValue &result = child(json, "result"_L1);
    entry.vaccineName = text(result, "vaccineName"_L1);
    entry.manufacturer = text(result, "manufacturer"_L1);
    entry.lotNumber = text(result, "lotNumber"_L1);
    entry.doseAmount = text(result, "doseAmount"_L1);
    entry.specialCircumstanceSeg = text(json, "specialCircumstanceSeg"_L1);
    const JsonValue &institution = child(json, "medicalInstitution"_L1);
    entry.medicalInstitution = {text(institution, "code"_L1), text(institution, "name"_L1),
                                text(institution, "detail"_L1)};
    return entry;
}

void readType(VaccinationRecord &record, const JsonValue &type)
{
    record.vaccinationControlNumber = text(type, "vaccinationControlNumber"_L1);
    record.vaccineCommonName = text(type, "vaccineCommonName"_L1);
    record.doseCommonName = text(type, "doseCommonName"_L1);
    record.vaccineTypeCode = text(type, "vaccineTypeCode"_L1);
    record.term = text(type, "term"_L1);
    record.valency = text(type, "valency"_L1);
    record.doseNumber = whole(type, "doseNumber"_L1);
    const JsonValue &interval = child(type, "interval"_L1);
    record.previousOn = day(interval, "previousOn"_L1);
    record.beforePreviousOn = day(interval, "beforePreviousOn"_L1);
    record.standardPeriod = periods(child(type, "standardPeriod"_L1));
    record.routinePeriod = periods(child(type, "routinePeriod"_L1));
    record.legalSeg = text(type, "legalSeg"_L1);
    record.suitableAgeSeg = text(type, "suitableAgeSeg"_L1);
    record.isPeriodHidden = flag(type, "isPeriodHidden"_L1);
}

VaccinationRecord vaccination(const JsonValue &json)
{
    VaccinationRecord record;
    record.questionnaireManagementId = text(json, "questionnaireManagementId"_L1);
    record.vaccinationScheduleId = text(json, "vaccinationScheduleId"_L1);
    record.recommendedOn = day(json, "recommendedOn"_L1);
    record.reRecommendedOn = day(json, "reRecommendedOn"_L1);
    record.questionnaireDisplayFrom = day(json, "questionnaireDisplayFrom"_L1);
    record.questionnaireDisplayTo = day(json, "questionnaireDisplayTo"_L1);
    record.residencySeg = text(json, "residencySeg"_L1);
    record.guideUrlMhlw = text(json, "guideUrlMhlw"_L1);
    record.guideUrlMunicipality = text(json, "guideUrlMunicipality"_L1);
    readType(record, child(json, "type"_L1));
    for (const JsonValue &entry : child(json, "history"_L1).items())
        record.history.append(historyEntry(entry));
    record.isDeleted = flag(json, "isDeleted"_L1);
    return record;
}

VaccinationRecord unreadableVaccination(const WireForm::Entry &entry)
{
    const JsonValue &type = child(entry.value, "type"_L1);
    VaccinationRecord record;
    record.questionnaireManagementId = text(entry.value, "questionnaireManagementId"_L1);
    record.vaccinationScheduleId = text(entry.value, "vaccinationScheduleId"_L1);
    record.vaccineCommonName = text(type, "vaccineCommonName"_L1);
    record.doseCommonName = text(type, "doseCommonName"_L1);
    record.unreadable = entry.error;
    return record;
}

} // namespace

Result<QList<VaccinationRecord>> decodeVaccinations(const WireForm &form, const JsonValue &wire)
{
    UK_TRY(const QList<WireForm::Entry> entries,
           form.entriesToCanonical(vaccinationListObject, "vaccinations"_L1, wire));
    QList<VaccinationRecord> records;
    for (const WireForm::Entry &entry : entries)
        records.append(entry.error ? unreadableVaccination(entry) : vaccination(entry.value));
    return records;
}

Result<CertificateRecord> decodeCertificate(const WireForm &form, const JsonValue &wire)
{
    UK_TRY(const JsonValue json, form.toCanonical(vaccinationCertificateObject, wire));
    return CertificateRecord{text(json, "pdfFileName"_L1), child(json, "pdfData"_L1).utf8()};
}

} // namespace uk
