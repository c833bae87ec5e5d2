// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// How long a large answer takes to become records, beside the SAX parser alone on the same bytes in the same run, and
// how that grows with ten times the bytes. Measures and never judges.
// Usage: bench_pmh
#include "app/pmh/profile.h"
#include "app/pmh/recordcodec.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

constexpr qint64 smallBytes = 5'000'000;
constexpr qint64 largeBytes = 50'000'000;
constexpr int rounds = 7;

VaccinationRecord vaccination(int number)
{
    const QString id = QString::number(number);
    const QDate day = QDate(2026, 4, 1).addDays(number % 300);
    VaccinationRecord record;
    record.questionnaireManagementId = u"QM-"_s + id;
    record.vaccinationScheduleId = u"VS-"_s + id;
    record.recommendedOn = record.questionnaireDisplayFrom = day;
    record.questionnaireDisplayTo = day.addDays(365);
    record.residencySeg = u"1"_s;
    record.guideUrlMhlw = u"https://www.example/topics/vaccination/"_s + id;
    record.vaccinationControlNumber = u"10"_s + id;
    record.vaccineCommonName = u"麻しん風しん混合（架空）"_s;
    record.doseCommonName = u"1回目"_s;
    record.vaccineTypeCode = u"MR"_s;
    record.term = u"1"_s;
    record.doseNumber = 1;
    record.previousOn = day.addDays(-60);
    record.standardPeriod.age = record.routinePeriod.age = {day, day.addDays(365)};
    record.legalSeg = u"1"_s;
    record.suitableAgeSeg = u"1"_s;
    for (int dose = 0; dose < 2; ++dose) {
        VaccinationHistoryEntry entry;
        entry.vaccinationScheduleId = record.vaccinationScheduleId + u'-' + QString::number(dose);
        entry.vaccinatedOn = day.addDays(-60 * dose);
        entry.doctorName = u"架空 医師"_s;
        entry.isConsented = true;
        entry.vaccineName = u"乾燥弱毒生麻しん風しん混合ワクチン（架空）"_s;
        entry.lotNumber = u"Y"_s + id;
        entry.medicalInstitution = {u"1310000"_s, u"あおば台クリニック（架空）"_s, {}};
        record.history.append(entry);
    }
    return record;
}

LedgerMonth month(int number)
{
    LedgerMonth record;
    record.monthlyHistoryId = u"M-"_s + QString::number(number);
    record.yearMonth.firstDay = QDate(2020, 1, 1).addMonths(number % 70);
    record.prefectureName = u"架空県"_s;
    record.totalMedicalCost = 120000 + number;
    record.monthlyLimitAmount = 10000;
    record.monthlyPaidAmount = 9000;
    for (int line = 0; line < 8; ++line) {
        record.records.append({record.yearMonth.firstDay.addDays(line), u"op-1"_s, record.yearMonth.firstDay.addDays(line),
                               u"1310000"_s, u"あおば台クリニック（架空）"_s, Yen(15000 + line), Yen(1100), line == 3, u"調剤"_s,
                               {}});
    }
    return record;
}

/// An answer of about that many bytes; `append` adds the entry of that number.
template<class T>
QByteArray bodyOf(const RecordTable<T> &table, T record, void (*append)(T &record, int number), qint64 bytes)
{
    const WireForm form{ConnectionProfile()};
    constexpr int sample = 100;
    for (int i = 0; i < sample; ++i)
        append(record, i);
    const qint64 sampleBytes = writeJson(form.encode(table, record)).size();
    for (int i = sample; i < bytes * sample / sampleBytes; ++i)
        append(record, i);
    return writeJson(form.encode(table, record));
}

/// The best of several rounds, in milliseconds; what `prepare` does is not counted.
double best(const std::function<bool()> &work, const std::function<void()> &prepare = [] {})
{
    qint64 least = std::numeric_limits<qint64>::max();
    for (int round = 0; round < rounds; ++round) {
        prepare();
        QElapsedTimer timer;
        timer.start();
        if (!work())
            qFatal("nothing was read");
        least = std::min(least, timer.nsecsElapsed());
    }
    return static_cast<double>(least) / 1e6;
}

struct Nothing : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Nothing>
{
};

template<unsigned flags>
double parserAlone(const QByteArray &body)
{
    return best([&] {
        rapidjson::MemoryStream stream(body.constData(), static_cast<std::size_t>(body.size()));
        rapidjson::Reader reader;
        Nothing nothing;
        return !reader.Parse<flags>(stream, nothing).IsError();
    });
}

template<class T>
double decoding(const RecordTable<T> &table, const QByteArray &body)
{
    const WireForm form{ConnectionProfile()};
    std::optional<Result<T>> records;
    return best([&] { return records.emplace(form.decode(table, body, {.maxBytes = largeBytes * 2})).has_value(); },
                [&] { records.reset(); });
}

template<class T>
void measure(QTextStream &out, QLatin1StringView name, const RecordTable<T> &table, const QByteArray &small,
             const QByteArray &large)
{
    constexpr unsigned asUsed = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
    const double parser = parserAlone<asUsed>(small);
    const double plainParser = parserAlone<rapidjson::kParseDefaultFlags>(small);
    const double decoded = decoding(table, small);
    const double decodedLarge = decoding(table, large);
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    out << name << ", " << small.size() << " bytes: decoded in " << number(decoded) << " ms, the parser alone in "
        << number(parser) << " ms (ratio " << number(decoded / parser) << "), without checking UTF-8 in "
        << number(plainParser) << " ms (ratio " << number(decoded / plainParser) << ")\n"
        << name << ", " << large.size() << " bytes: decoded in " << number(decodedLarge) << " ms, "
        << number(decodedLarge / decoded) << " times as long for "
        << number(static_cast<double>(large.size()) / static_cast<double>(small.size())) << " times the bytes\n";
}

} // namespace

int main()
{
    QTextStream out(stdout);
    const auto vaccinations = [](qint64 bytes) {
        return bodyOf<QList<VaccinationRecord>>(
            vaccinationListObject, {}, [](auto &list, int i) { list.append(vaccination(i)); }, bytes);
    };
    const auto ledger = [](qint64 bytes) {
        return bodyOf<CopaymentLedger>(
            copaymentLedgerObject, {u"1"_s, u"難病（架空）"_s, {}},
            [](CopaymentLedger &whole, int i) { whole.months.append(month(i)); }, bytes);
    };
    measure(out, "vaccinations"_L1, vaccinationListObject, vaccinations(smallBytes), vaccinations(largeBytes));
    measure(out, "ledger"_L1, copaymentLedgerObject, ledger(smallBytes), ledger(largeBytes));
    return 0;
}
