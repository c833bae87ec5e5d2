// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/scenariosteps.h"

#include <QKeySequence>

#include <algorithm>
#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace scenario {

namespace {

using Rule = MemberRule<ScenarioStep>;
using Take = decltype(Rule::take);

Take textInto(QString ScenarioStep::*member)
{
    return [member](const JsonValue &value, const Place &place, ScenarioStep &step) -> Result<void> {
        UK_TRY(step.*member, readText(value, place));
        return {};
    };
}

Take oneOfInto(QString ScenarioStep::*member, const QStringList &allowed)
{
    return [member, allowed](const JsonValue &value, const Place &place, ScenarioStep &step) -> Result<void> {
        UK_TRY(step.*member, readOneOf(value, place, allowed));
        return {};
    };
}

Take textsInto(QStringList ScenarioStep::*member, const QStringList &allowed = {})
{
    return [member, allowed](const JsonValue &value, const Place &place, ScenarioStep &step) -> Result<void> {
        UK_TRY(step.*member, readTexts(value, place, allowed));
        return {};
    };
}

Take integerInto(int ScenarioStep::*member, int least, int most)
{
    return [=](const JsonValue &value, const Place &place, ScenarioStep &step) -> Result<void> {
        UK_TRY(step.*member, readInteger(value, place, least, most));
        return {};
    };
}

/// One text, or the values of a multiple choice; "" and [] take an answer away.
Result<void> takeResult(const JsonValue &value, const Place &place, ScenarioStep &step)
{
    if (value.isString()) {
        step.result = value.toString();
        return {};
    }
    if (!value.isArray())
        return refuse(place, u"must be a text or a list of texts"_s);
    UK_TRY(const QStringList values, readTexts(value, place));
    step.result = values;
    return {};
}

Result<void> takeExpected(const JsonValue &value, const Place &place, ScenarioStep &step)
{
    static constexpr std::array codes{
#define UKETSUKE_ENUMERATOR(code, name) ErrorCode::name,
        UKETSUKE_ERROR_CODES(UKETSUKE_ENUMERATOR)
#undef UKETSUKE_ENUMERATOR
    };
    UK_TRY(step.expect, readText(value, place));
    const bool isKnown = std::ranges::any_of(codes, [&](ErrorCode code) { return step.expect == publicCode(code); });
    return isKnown ? Result<void>() : refuse(place, u"is no error code of this program"_s);
}

/// Keys as they stand on the keys: a key of its own each, with its modifiers.
Result<void> takeKeys(const JsonValue &value, const Place &place, ScenarioStep &step)
{
    UK_TRY(step.keys, readTexts(value, place));
    for (const QString &key : std::as_const(step.keys))
        if (QKeySequence(key).count() != 1 || QKeySequence(key)[0].key() == Qt::Key_unknown)
            return refuse(place, key + u" is no key"_s);
    return {};
}

struct StepRow
{
    QLatin1StringView name;
    StepKind kind;
    QList<Rule> members;
};

/// Every step and what it may carry (contract scenario.md). One row a step.
const QList<StepRow> &stepTable()
{
    constexpr int many = 1000000;
    static const QStringList screens{u"vaccination"_s, u"prenatal"_s, u"vouchers"_s, u"homecoming"_s, u"pregnancyLoss"_s,
        u"prenatalMchbook"_s, u"childCheckups"_s, u"childMchbook"_s, u"subsidies"_s, u"ledger"_s, u"daySummary"_s,
        u"diagnosis"_s, u"settings"_s};
    static const Rule item{"itemMasterId"_L1, true, textInto(&ScenarioStep::itemMasterId)};
    static const Take repeat = integerInto(&ScenarioStep::repeatNumber, 1, many);
    static const QList<StepRow> table{
        {"identify"_L1, StepKind::Identify, {}},
        {"link"_L1, StepKind::Link, {}},
        {"openQuestionnaire"_L1, StepKind::OpenQuestionnaire,
         {{"questionnaireManagementId"_L1, false, textInto(&ScenarioStep::questionnaireManagementId)},
          {"childCheckupId"_L1, false, textInto(&ScenarioStep::childCheckupId)}}},
        {"answer"_L1, StepKind::Answer, {item, {"repeatNumber"_L1, false, repeat}, {"result"_L1, true, takeResult}}},
        {"addRepeat"_L1, StepKind::AddRepeat, {item}},
        {"removeRepeat"_L1, StepKind::RemoveRepeat, {item, {"repeatNumber"_L1, true, repeat}}},
        {"acknowledgeWarnings"_L1, StepKind::AcknowledgeWarnings,
         {{"codes"_L1, false, textsInto(&ScenarioStep::codes)}}},
        {"saveDraft"_L1, StepKind::SaveDraft, {}},
        {"submit"_L1, StepKind::Submit, {}},
        {"openCertificate"_L1, StepKind::OpenCertificate,
         {{"vaccinationScheduleId"_L1, true, textInto(&ScenarioStep::vaccinationScheduleId)}}},
        {"openForm"_L1, StepKind::OpenForm,
         {{"questionnaireManagementId"_L1, true, textInto(&ScenarioStep::questionnaireManagementId)}}},
        {"choosePaper"_L1, StepKind::ChoosePaper, {}},
        {"openBlankForms"_L1, StepKind::OpenBlankForms, {}},
        {"print"_L1, StepKind::Print,
         {{"printer"_L1, true, textInto(&ScenarioStep::printer)},
          {"copies"_L1, false, integerInto(&ScenarioStep::copies, 1, 99)}}},
        {"open"_L1, StepKind::Open,
         {{"screen"_L1, true, oneOfInto(&ScenarioStep::screen, screens)},
          {"copaymentLedgerSeg"_L1, false, textInto(&ScenarioStep::copaymentLedgerSeg)}}},
        {"register"_L1, StepKind::Register, {{"processType"_L1, true, textInto(&ScenarioStep::processType)}}},
        {"wait"_L1, StepKind::Wait, {{"ms"_L1, true, integerInto(&ScenarioStep::milliseconds, 0, 600000)}}},
        {"finish"_L1, StepKind::Finish, {}},
        {"signIn"_L1, StepKind::SignIn, {}},
        {"lock"_L1, StepKind::Lock, {}},
        {"unlock"_L1, StepKind::Unlock, {}},
        {"refuse"_L1, StepKind::Refuse, {}},
        {"removeCard"_L1, StepKind::RemoveCard, {}},
        {"layCard"_L1, StepKind::LayCard, {}},
        {"park"_L1, StepKind::Park, {}},
        {"resume"_L1, StepKind::Resume, {}},
        {"undo"_L1, StepKind::Undo, {}},
        // Screen 8. Without an id the answer is changed in every questionnaire of the day that asks it.
        {"openSameDay"_L1, StepKind::OpenSameDay, {}},
        {"answerSameDay"_L1, StepKind::AnswerSameDay,
         {item, {"repeatNumber"_L1, false, repeat}, {"result"_L1, true, takeResult},
          {"questionnaireManagementId"_L1, false, textInto(&ScenarioStep::questionnaireManagementId)}}},
        {"includeSameDay"_L1, StepKind::IncludeSameDay,
         {{"questionnaireManagementId"_L1, true, textInto(&ScenarioStep::questionnaireManagementId)}}},
        {"submitSameDay"_L1, StepKind::SubmitSameDay, {}},
        {"handOver"_L1, StepKind::HandOver,
         {{"itemMasterId"_L1, false, textInto(&ScenarioStep::itemMasterId)}, {"repeatNumber"_L1, false, repeat}}},
        {"answerProxyConsent"_L1, StepKind::AnswerProxy, {{"result"_L1, true, takeResult}}},
        {"enter"_L1, StepKind::Enter, {item, {"repeatNumber"_L1, false, repeat}, {"result"_L1, true, takeResult}}},
        {"endEntry"_L1, StepKind::EndEntry, {}},
        {"sendEntry"_L1, StepKind::SendEntry, {}},
        {"takeOver"_L1, StepKind::TakeOver, {}},
        {"press"_L1, StepKind::Press, {{"keys"_L1, true, takeKeys}}},
    };
    return table;
}

/// What every step may carry.
const QList<Rule> &commonRules()
{
    static const QList<Rule> rules{
        {"do"_L1, true, textInto(&ScenarioStep::name)},
        {"reason"_L1, false, textInto(&ScenarioStep::reason)},
        {"confirm"_L1, false, textsInto(&ScenarioStep::confirm, {u"lastTry"_s, u"proxyConsent"_s, u"nameMismatch"_s,
             u"secondConfirmation"_s, u"prefill"_s, u"spokenName"_s, u"userRegistration"_s})},
        {"choose"_L1, false, oneOfInto(&ScenarioStep::choose, {u"mine"_s, u"theirs"_s, u"merge"_s})},
        {"expect"_L1, false, takeExpected},
        {"onFailure"_L1, false, [](const JsonValue &value, const Place &place, ScenarioStep &step) -> Result<void> {
             UK_CHECK(readOneOf(value, place, {u"continue"_s}));
             step.continuesOnFailure = true;
             return {};
         }},
    };
    return rules;
}

/// The request of a register step: everything that is not the step's own.
JsonValue requestOf(const JsonValue &value)
{
    JsonValue request = JsonValue::object();
    for (const JsonMember &member : value.members()) {
        // A loss is registered with a reason of its own, so that name stays in the request as well.
        const bool isOwn = member.name != "reason"_L1
            && std::ranges::any_of(commonRules(), [&](const Rule &rule) { return member.name == rule.name; });
        if (!isOwn)
            request.append(member.name, member.value);
    }
    return request;
}

Result<ScenarioStep> readStep(const JsonValue &value, const Place &place)
{
    if (!value.isObject())
        return refuse(place, u"must be an object"_s);
    const JsonValue *name = value.find(u"do");
    if (!name)
        return refuse(place.at(u"do"_s), u"is missing"_s);
    const QString text = name->toString();
    const auto row = std::ranges::find_if(stepTable(), [&text](const StepRow &r) { return text == r.name; });
    if (row == stepTable().end())
        return refuse(place.at(u"do"_s), u"is no step"_s);
    ScenarioStep step;
    step.kind = row->kind;
    step.place = place.pointer;
    const bool isRegistration = row->kind == StepKind::Register;
    UK_CHECK(takeMembers(value, place, step, commonRules() + row->members, isRegistration));
    if (isRegistration)
        step.request = requestOf(value);
    if (row->kind == StepKind::OpenQuestionnaire
        && step.questionnaireManagementId.isEmpty() == step.childCheckupId.isEmpty())
        return refuse(place, u"needs either questionnaireManagementId or childCheckupId"_s);
    return step;
}

} // namespace

Result<QList<ScenarioStep>> readSteps(const JsonValue &value, const Place &place)
{
    if (!value.isArray() || value.items().isEmpty())
        return refuse(place, u"must be a list with at least one step"_s);
    QList<ScenarioStep> steps;
    for (const JsonValue &item : value.items()) {
        UK_TRY(const ScenarioStep step, readStep(item, place.at(steps.size())));
        steps.append(step);
    }
    return steps;
}

} // namespace scenario

QString stepName(StepKind kind)
{
    const auto &table = scenario::stepTable();
    const auto row = std::ranges::find_if(table, [kind](const auto &r) { return r.kind == kind; });
    return row == table.end() ? QString() : QString(row->name);
}

} // namespace uk
