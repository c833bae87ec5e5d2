// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/summary.h"

#include <QSaveFile>

#include <cmath>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

JsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? JsonValue() : JsonValue::string(text);
}

QString nameOf(RegistrationOutcome outcome)
{
    switch (outcome) {
    case RegistrationOutcome::Confirmed: return u"confirmed"_s;
    case RegistrationOutcome::Unknown: return u"unknown"_s;
    case RegistrationOutcome::Conflict: return u"conflict"_s;
    case RegistrationOutcome::Refused: return u"refused"_s;
    }
    return u"unknown"_s;
}

JsonValue listOf(const auto &items, auto toObject)
{
    JsonValue list = JsonValue::array();
    for (const auto &item : items) {
        JsonValue object = JsonValue::object();
        toObject(item, object);
        list.append(object);
    }
    return list;
}

} // namespace

JsonValue summaryOf(const QList<StepReport> &steps, bool isOk, const WalkthroughTarget &target)
{
    JsonValue summary = JsonValue::object();
    summary.append(u"ok"_s, JsonValue::boolean(isOk));
    summary.append(u"steps"_s, listOf(steps, [](const StepReport &step, JsonValue &object) {
        object.append(u"do"_s, JsonValue::string(step.name));
        object.append(u"ok"_s, JsonValue::boolean(step.isOk));
        object.append(u"ms"_s, JsonValue::number(step.milliseconds));
        object.append(u"screen"_s, JsonValue::string(step.screen));
        object.append(u"code"_s, textOrNull(step.code));
        object.append(u"text"_s, textOrNull(step.text));
        object.append(u"png"_s, textOrNull(step.png));
    }));
    const ApduCount apdus = target.apdus();
    summary.append(u"apdus"_s, JsonValue::number(apdus.commands));
    summary.append(u"apduBytes"_s, JsonValue::number(apdus.bytes));
    summary.append(u"requests"_s, listOf(target.requests(), [](const RequestTrace &request, JsonValue &object) {
        object.append(u"processType"_s, JsonValue::string(request.processType));
        object.append(u"status"_s, JsonValue::number(qint64(request.status)));
        object.append(u"ms"_s, JsonValue::number(request.milliseconds));
    }));
    summary.append(u"registrations"_s, listOf(target.registrations(), [](const RegistrationTrace &one, JsonValue &object) {
        object.append(u"processType"_s, JsonValue::string(one.processType));
        object.append(u"key"_s, JsonValue::string(one.key));
        object.append(u"outcome"_s, JsonValue::string(nameOf(one.outcome)));
    }));
    summary.append(u"prints"_s, listOf(target.prints(), [](const PrintTrace &print, JsonValue &object) {
        object.append(u"printer"_s, JsonValue::string(print.printer));
        object.append(u"copies"_s, JsonValue::number(qint64(print.copies)));
        object.append(u"outcome"_s, JsonValue::string(print.outcome));
    }));
    summary.append(u"version"_s, JsonValue::string(QStringLiteral(UKETSUKE_VERSION)));
    return summary;
}

JsonValue effortOf(const QList<StepReport> &steps)
{
    InputEffort effort;
    for (const StepReport &step : steps)
        effort = effort + step.effort;
    JsonValue desk = JsonValue::object();
    desk.append(u"keys"_s, JsonValue::number(qint64(effort.keys)));
    desk.append(u"clicks"_s, JsonValue::number(qint64(effort.clicks)));
    desk.append(u"decisions"_s, JsonValue::number(qint64(effort.decisions)));
    desk.append(u"homings"_s, JsonValue::number(qint64(effort.homings)));
    // Tenths of a second: the model is no finer than that.
    desk.append(u"keystrokeLevelTenths"_s, JsonValue::number(qint64(std::lround(keystrokeLevelSeconds(effort) * 10))));
    return desk;
}

Result<void> writeSummary(const JsonValue &summary, const QString &fileName)
{
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly) || file.write(writeJson(summary, 2)) < 0 || !file.commit())
        return failure(ErrorCode::StoreFailed, u"the summary cannot be written"_s);
    return {};
}

} // namespace uk
