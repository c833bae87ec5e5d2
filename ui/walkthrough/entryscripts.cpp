// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/entryscripts.h"

#include "ui/walkthrough/patientscripts.h"

#include <QAbstractButton>
#include <QDate>
#include <QKeySequence>
#include <QLabel>

namespace uk::scripts {

using namespace Qt::StringLiterals;

namespace {

constexpr int registrationMs = 120000;

bool isThere(const QString &objectName)
{
    return InputDriver::find(objectName) != nullptr;
}

/// The question in front is the wanted one: its label carries the item's id, nothing else of it is looked at.
bool isAsked(const ScenarioStep &step)
{
    const QWidget *question = InputDriver::find(u"entry.question"_s);
    return question && question->property("itemMasterId").toString() == step.itemMasterId
        && question->property("repeatNumber").toInt() == step.repeatNumber;
}

/// A date or an age goes into its parts: 西暦, which every day has.
QList<InputAction> typeParts(const StepContext &context, const QString &value)
{
    const QStringList parts = value.startsWith(u'P') ? value.sliced(1).chopped(1).split(u'Y') : value.split(u'-');
    QList<InputAction> actions;
    if (isThere(u"entry.era.4"_s))
        actions.append(context.driver.click(u"entry.era.4"_s));
    const QStringList names{u"entry.years"_s, u"entry.months"_s, u"entry.days"_s};
    for (qsizetype i = 0; i < std::min(parts.size(), names.size()); ++i)
        actions.append(context.driver.type(names[i], parts[i]));
    return actions;
}

} // namespace

InputAction choose(const StepContext &context, const QString &item, const QString &besides, const QStringList &values)
{
    return {u"choose in "_s + item, 10000, [context, item, besides, values]() -> Result<bool> {
                const QString start = item + u".choice."_s;
                const QWidget *editor = InputDriver::find(besides);
                if (!editor)
                    return false;
                const QList<QAbstractButton *> buttons = editor->window()->findChildren<QAbstractButton *>();
                for (const QAbstractButton *button : buttons) {
                    const QString name = button->objectName();
                    if (!name.startsWith(start) || !button->isVisible())
                        continue;
                    if (button->isChecked() != values.contains(name.sliced(start.size()))) {
                        static_cast<void>(context.driver.tryClick(name));
                        return false;
                    }
                }
                return true;
            }};
}

QList<InputAction> handOver(const ScenarioStep &step, const StepContext &context)
{
    const QString control = step.itemMasterId.isEmpty()
        ? u"review.handOver"_s
        : u"review.item.%1.%2.handOver"_s.arg(step.itemMasterId).arg(step.repeatNumber);
    return {bringStaff(context),
            {u"show "_s + control, 10000, [context, control]() -> Result<bool> {
                 const auto *fold = qobject_cast<QAbstractButton *>(InputDriver::find(u"review.fold"_s));
                 if (!isThere(control) && fold && !fold->isChecked())
                     static_cast<void>(context.driver.tryClick(u"review.fold"_s));
                 return isThere(control);
             }},
            context.driver.click(control), waitForState(context, {u"handedOver"_s}, 10000)};
}

QList<InputAction> answerProxy(const ScenarioStep &step, const StepContext &context)
{
    const bool isYes = std::holds_alternative<QString>(step.result) && std::get<QString>(step.result) == u"1";
    return {bringStaff(context), context.driver.click(isThere(u"day.proxyConsent"_s) ? u"day.proxyConsent"_s : u"review.proxyConsent"_s),
            context.driver.click(isYes ? u"proxy.yes"_s : u"proxy.no"_s), waitForState(context, {u"curtain"_s, u"reviewing"_s}, 10000)};
}

QList<InputAction> enter(const ScenarioStep &step, const StepContext &context)
{
    return {{u"come to the question"_s, 30000, [context, step]() -> Result<bool> {
                 if (isAsked(step))
                     return true;
                 static_cast<void>(context.driver.tryClick(u"entry.skip"_s));
                 return false;
             }},
            {u"enter the answer"_s, 10000, [context, result = step.result, isDone = std::make_shared<bool>()]() -> Result<bool> {
                 if (std::exchange(*isDone, true))
                     return true;
                 const auto *text = std::get_if<QString>(&result);
                 const QStringList values = text ? QStringList{*text} : std::get<QStringList>(result);
                 if (isThere(u"entry.value"_s))
                     context.driver.doFirst({context.driver.type(u"entry.value"_s, values.value(0))});
                 else if (isThere(u"entry.years"_s))
                     context.driver.doFirst(typeParts(context, values.value(0)));
                 else
                     context.driver.doFirst({choose(context, u"entry"_s, u"entry.next"_s, values)});
                 return false;
             }},
            context.driver.click(u"entry.next"_s),
            {u"the answer is taken"_s, 10000, [context, step]() -> Result<bool> {
                 return !isAsked(step) || context.target.visitState() != "handedOver"_L1;
             }}};
}

QList<InputAction> endEntry(const ScenarioStep &, const StepContext &context)
{
    return {context.driver.clickIfThere(u"entry.end"_s), waitForState(context, {u"curtain"_s, u"reviewing"_s}, 10000)};
}

QList<InputAction> sendEntry(const ScenarioStep &, const StepContext &context)
{
    auto before = std::make_shared<qsizetype>(context.target.registrations().size());
    return {context.driver.click(u"entry.send"_s),
            context.driver.waitUntil(u"the outcome of the person's sending"_s, [before, &target = context.target] {
                return target.registrations().size() > *before && !target.isBusy();
            }, registrationMs)};
}

QList<InputAction> pressKeys(const ScenarioStep &step, const StepContext &context)
{
    QList<InputAction> actions{bringStaff(context)};
    for (const QString &key : step.keys) {
        const QKeyCombination one = QKeySequence(key)[0];
        actions.append(context.driver.press(one.key(), one.keyboardModifiers()));
        // A person sees what a key did before the next one.
        actions.append(context.driver.waitUntil(u"the key has done its work"_s, [&target = context.target] { return !target.isBusy(); },
                                                registrationMs));
    }
    return actions;
}

} // namespace uk::scripts
