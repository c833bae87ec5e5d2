// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/patientscripts.h"

#include <QAbstractButton>

namespace uk::scripts {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardMs = 30000;    ///< a real card in a slow reader
constexpr int removalMs = 1000; ///< until the program has seen the removal and said what it means
constexpr int consentMs = 180000; ///< as long as the program itself waits

bool isThere(const QString &objectName)
{
    return InputDriver::find(objectName) != nullptr;
}

QList<InputAction> typePin(const StepContext &context, const SecretBuffer &pin, const QString &stateBefore)
{
    QList<InputAction> actions;
    for (const std::byte digit : pin.bytes())
        actions.append(context.driver.click(u"pin.digit."_s + QChar(char16_t(std::to_integer<int>(digit)))));
    actions.append(context.driver.click(u"pin.enter"_s));
    actions.append(context.driver.waitUntil(
        u"the PIN is taken"_s, [&target = context.target, stateBefore] { return target.visitState() != stateBefore; }, cardMs));
    return actions;
}

/// What the patient does next on the way to the consent; nothing where it is the program's turn.
QList<InputAction> nextBeforeConsent(const StepContext &context)
{
    const QString state = context.target.visitState();
    if (isThere(u"cardcheck.goOn"_s))
        return {context.driver.click(u"cardcheck.goOn"_s)};
    if (state == "enteringPin"_L1 && isThere(u"pin.enter"_s))
        return typePin(context, context.scenario.pin, state);
    if (state != "enteringBasicPin"_L1)
        return {};
    const bool hasPin = context.scenario.basicInfoPin.has_value();
    if (isThere(u"choose.skip"_s))
        return {context.driver.click(hasPin ? u"choose.self"_s : u"choose.skip"_s),
                context.driver.waitUntil(u"the choice is taken"_s, [] { return !isThere(u"choose.skip"_s); })};
    if (hasPin && isThere(u"pin.enter"_s))
        return typePin(context, *context.scenario.basicInfoPin, state);
    return {};
}

/// The next control of the portal's pages where the program shows them itself (contract rules 25). A browser is driven
/// by whoever was named as its command.
QString nextInPortal(const StepContext &context)
{
    if (!isThere(u"portal.view"_s))
        return {};
    if (auto *terms = qobject_cast<QAbstractButton *>(InputDriver::find(u"terms-agree"_s)); terms && !terms->isChecked())
        return u"terms-agree"_s;
    for (const QString &id : {u"next"_s, u"method-ic"_s, u"resident-"_s + context.target.residentKey(), u"link"_s}) {
        if (isThere(id))
            return id;
    }
    return {};
}

QString cardRemovalControl()
{
    QWidget *button = InputDriver::findLike({}, u".removeCard"_s);
    return button ? button->objectName() : QString();
}

/// Signs in with the scenario's account, in training with the first of the accounts that stand on the screen.
Result<QList<InputAction>> signInActions(const StepContext &context)
{
    InputDriver &driver = context.driver;
    QList<InputAction> actions;
    if (const auto &staff = context.scenario.staff) {
        if (isThere(u"signin.name"_s))
            actions.append(driver.type(u"signin.name"_s, staff->name));
        actions.append(driver.typeSecret(u"signin.secret"_s,
                                         std::make_shared<const SecretBuffer>(SecretBuffer::copyOf(staff->secret.bytes()))));
    } else if (isThere(u"signin.training.0"_s)) {
        actions.append(driver.click(u"signin.training.0"_s));
    } else {
        return failure(ErrorCode::StepNotPossible, u"the scenario names no staff"_s);
    }
    actions.append(driver.click(u"signin.submit"_s));
    actions.append(driver.waitUntil(u"signed in"_s, [] { return !isThere(u"signin.submit"_s); }));
    return actions;
}

} // namespace

InputAction waitForState(const StepContext &context, const QStringList &states, int limitMs)
{
    return context.driver.waitUntil(u"state "_s + states.join(u" or "_s), [&target = context.target, states] {
        return states.contains(target.visitState()) && !target.isBusy();
    }, limitMs);
}

QList<InputAction> layCard(const ScenarioStep &, const StepContext &context)
{
    const QString tray = u"idle.resident."_s + context.target.residentKey();
    return {{u"lay the card down"_s, 10000, [context, tray]() -> Result<bool> {
                 if (isThere(tray))
                     return context.driver.tryClick(tray);
                 context.target.layCard();
                 return true;
             }}};
}

QList<InputAction> removeCard(const ScenarioStep &, const StepContext &context)
{
    return {{u"take the card away"_s, 10000, [context]() -> Result<bool> {
                 const QString control = cardRemovalControl();
                 if (!control.isEmpty())
                     return context.driver.tryClick(control);
                 context.target.removeCard();
                 return true;
             }},
            context.driver.pause(removalMs)};
}

QList<InputAction> identify(const ScenarioStep &step, const StepContext &context)
{
    QList<InputAction> actions = layCard(step, context);
    actions.append({u"confirm the identity"_s, cardMs, [context]() -> Result<bool> {
                        if (context.target.visitState() == "identityConfirmed"_L1 && !isThere(u"cardcheck.goOn"_s))
                            return true;
                        if (QList<InputAction> next = nextBeforeConsent(context); !next.isEmpty())
                            context.driver.doFirst(std::move(next));
                        return false;
                    }});
    return actions;
}

QList<InputAction> link(const ScenarioStep &, const StepContext &context)
{
    static const QStringList linked{u"fetching"_s, u"curtain"_s, u"reviewing"_s};
    // A consent asked for again says first why.
    return {context.driver.clickIfThere(u"cardcheck.retry"_s),
            {u"agree to the linking"_s, 10000, [context]() -> Result<bool> {
                 // After a registration, which the step agreed to, the portal opens by itself.
                 return context.target.visitState() == "awaitingUserRegistration"_L1 || isThere(u"portal.view"_s)
                     || context.driver.tryClick(u"consent.agree"_s);
             }},
            {u"consent in the portal"_s, consentMs, [context]() -> Result<bool> {
                 if (linked.contains(context.target.visitState()))
                     return true;
                 const QString control = nextInPortal(context);
                 if (!control.isEmpty())
                     static_cast<void>(context.driver.tryClick(control));
                 return false;
             }}};
}

QList<InputAction> refuse(const ScenarioStep &, const StepContext &context)
{
    return {context.driver.click(u"consent.refuse"_s),
            waitForState(context, {u"idle"_s, u"cardForgotten"_s, u"finishing"_s}, cardMs)};
}

InputAction bringStaff(const StepContext &context)
{
    return {u"bring staff to the display"_s, 60000, [context]() -> Result<bool> {
                const QString removal = cardRemovalControl();
                if (isThere(u"signin.submit"_s)) {
                    UK_TRY(QList<InputAction> actions, signInActions(context));
                    context.driver.doFirst(std::move(actions));
                    return false;
                }
                if (isThere(u"curtain.unlock"_s)) {
                    static_cast<void>(context.driver.tryClick(u"curtain.unlock"_s));
                    return false;
                }
                if (!removal.isEmpty()) {
                    static_cast<void>(context.driver.tryClick(removal));
                    return false;
                }
                return !context.target.isPatientScreen() && !context.target.isBusy();
            }};
}

} // namespace uk::scripts
