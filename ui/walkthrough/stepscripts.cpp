// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/stepscripts.h"

#include "ui/walkthrough/entryscripts.h"
#include "ui/walkthrough/patientscripts.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHash>

#include <algorithm>
#include <array>

namespace uk {

using namespace Qt::StringLiterals;
using namespace scripts;

namespace {

constexpr int registrationMs = 120000;
constexpr int printMs = 60000;
constexpr int manyRepeats = 500;

QString itemName(const QString &itemMasterId, int repeatNumber)
{
    return u"review.item.%1.%2"_s.arg(itemMasterId).arg(repeatNumber);
}

bool isThere(const QString &objectName)
{
    return InputDriver::find(objectName) != nullptr;
}

bool isChecked(const QString &objectName)
{
    const auto *button = qobject_cast<QAbstractButton *>(InputDriver::find(objectName));
    return button && button->isChecked();
}

/// Goes to a control that may lie behind another tab of the staff screens.
QList<InputAction> clickOnTab(const StepContext &context, const QString &tab, const QString &control)
{
    return {bringStaff(context), {u"open "_s + tab, 10000, [context, tab, control]() -> Result<bool> {
                                      return isThere(control) || !isThere(u"top.tab."_s + tab)
                                          || (context.driver.tryClick(u"top.tab."_s + tab) && false);
                                  }},
            context.driver.click(control)};
}

QList<InputAction> openQuestionnaire(const ScenarioStep &step, const StepContext &context)
{
    // The visit's own name of a check-up's questionnaire (visitIdOf()).
    const QString id = step.questionnaireManagementId.isEmpty() ? u"childCheckup/"_s + step.childCheckupId : step.questionnaireManagementId;
    const InputAction consented{u"see what was agreed to"_s, 10000, [isCheckup = !step.childCheckupId.isEmpty()]() -> Result<bool> {
                                    const bool isMissing = isCheckup ? isThere(u"reception.area.maternalChild"_s) && !isChecked(u"reception.area.maternalChild"_s)
                                                                     : isThere(u"reception.askConsent.vaccination"_s);
                                    if (isMissing)
                                        return failure(ErrorCode::ScopeNotConsented, u"the resident was not asked for this area"_s);
                                    return true;
                                }};
    QList<InputAction> actions = clickOnTab(context, u"reception"_s, u"reception.open."_s + id);
    actions.insert(2, consented);
    return actions << context.driver.waitUntil(u"the review is open"_s, [] { return isThere(u"review.back"_s); });
}

/// Unfolds the answers that need no look, where the wanted one is among them.
InputAction showItem(const StepContext &context, const QString &control)
{
    return {u"show "_s + control, 10000, [context, control]() -> Result<bool> {
                if (!isThere(control) && isThere(u"review.fold"_s) && !isChecked(u"review.fold"_s))
                    static_cast<void>(context.driver.tryClick(u"review.fold"_s));
                return isThere(control);
            }};
}

/// What is done in an open editor, whose controls are called after `item`, until it is closed.
QList<InputAction> fillEditor(const ScenarioStep &step, const StepContext &context, const QString &item)
{
    InputDriver &driver = context.driver;
    QList<InputAction> actions{
        {u"enter the answer"_s, 10000, [context, item, result = step.result, isDone = std::make_shared<bool>()]() -> Result<bool> {
             if (std::exchange(*isDone, true))
                 return true;
             const auto *text = std::get_if<QString>(&result);
             const bool isTyped = isThere(item + u".value"_s);
             const QStringList values = text ? QStringList{*text} : std::get<QStringList>(result);
             context.driver.doFirst({isTyped ? context.driver.type(item + u".value"_s, values.value(0))
                                             : choose(context, item, item + u".apply"_s, values)});
             return false;
         }}};
    if (!step.reason.isEmpty())
        actions.append(driver.type(item + u".reason"_s, step.reason));
    actions.append(driver.click(item + u".apply"_s));
    actions.append(driver.waitUntil(u"the answer is taken"_s, [item] { return !isThere(item + u".apply"_s); }));
    return actions;
}

/// From the row's link to the closed editor.
QList<InputAction> openEditor(const StepContext &context, const QString &item)
{
    return {context.driver.click(item + u".edit"_s),
            context.driver.waitUntil(u"the editor is open"_s, [item] { return isThere(item + u".apply"_s); })};
}

QList<InputAction> answer(const ScenarioStep &step, const StepContext &context)
{
    const QString item = itemName(step.itemMasterId, step.repeatNumber);
    return QList<InputAction>{bringStaff(context), showItem(context, item + u".edit"_s)} + openEditor(context, item)
        + fillEditor(step, context, item);
}

QList<InputAction> openSameDay(const ScenarioStep &, const StepContext &context)
{
    return clickOnTab(context, u"reception"_s, u"reception.sameDay"_s)
        << context.driver.waitUntil(u"the day is open"_s, [] { return isThere(u"day.back"_s); });
}

/// The row among the shared questions, or the questionnaire's own one.
QString dayRowName(const ScenarioStep &step)
{
    const QString place = u".%1.%2"_s.arg(step.itemMasterId).arg(step.repeatNumber);
    const QString own = u"day.own.%1"_s.arg(step.questionnaireManagementId) + place;
    return isThere(own) ? own : u"day.item"_s + place;
}

QList<InputAction> answerSameDay(const ScenarioStep &step, const StepContext &context)
{
    auto isDone = std::make_shared<bool>(), isUnfolded = std::make_shared<bool>();
    return {bringStaff(context),
            {u"show the question"_s, 10000, [step, context, isUnfolded]() -> Result<bool> {
                 if (isThere(dayRowName(step)))
                     return true;
                 if (!std::exchange(*isUnfolded, true))
                     context.driver.doFirst({context.driver.press(Qt::Key_F6)});
                 return false;
             }},
            {u"change the answer"_s, 30000, [step, context, isDone]() -> Result<bool> {
                 if (std::exchange(*isDone, true))
                     return true;
                 const QString item = dayRowName(step);
                 QList<InputAction> actions = openEditor(context, item);
                 const QString target = item + u".target."_s + step.questionnaireManagementId;
                 if (!step.questionnaireManagementId.isEmpty() && item.startsWith("day.item"_L1))
                     actions.append(context.driver.click(target));
                 context.driver.doFirst(actions + fillEditor(step, context, item));
                 return false;
             }}};
}

/// Asked for input by staff where it is confirmed, then sent together with the others.
QList<InputAction> includeSameDay(const ScenarioStep &step, const StepContext &context)
{
    const QString tick = u"day.include."_s + step.questionnaireManagementId;
    return {bringStaff(context), {u"include it"_s, 20000, [context, tick]() -> Result<bool> {
                                      if (!isChecked(tick))
                                          static_cast<void>(context.driver.tryClick(tick));
                                      return isChecked(tick);
                                  }}};
}

QList<InputAction> addRepeat(const ScenarioStep &step, const StepContext &context)
{
    return {bringStaff(context), {u"add a repeat"_s, 10000, [context, id = step.itemMasterId]() -> Result<bool> {
                                      for (int repeat = 1; repeat < manyRepeats; ++repeat) {
                                          if (const QString add = itemName(id, repeat) + u".add"_s; isThere(add))
                                              return context.driver.tryClick(add);
                                      }
                                      const bool isFolded = isThere(u"review.fold"_s) && !isChecked(u"review.fold"_s);
                                      if (isFolded)
                                          static_cast<void>(context.driver.tryClick(u"review.fold"_s));
                                      return false;
                                  }}};
}

QList<InputAction> removeRepeat(const ScenarioStep &step, const StepContext &context)
{
    const QString remove = itemName(step.itemMasterId, step.repeatNumber) + u".remove"_s;
    return {bringStaff(context), showItem(context, remove), context.driver.click(remove)};
}

QList<InputAction> acknowledgeWarnings(const ScenarioStep &step, const StepContext &context)
{
    return {bringStaff(context), {u"acknowledge the warnings"_s, 20000, [context, codes = step.codes]() -> Result<bool> {
                                      const QString name = isThere(u"day.back"_s) ? u"day.warning.%1"_s : u"review.warning.%1"_s;
                                      for (int i = 0; isThere(name.arg(i)); ++i) {
                                          const QString tick = name.arg(i);
                                          const QString words = InputDriver::find(tick)->accessibleName();
                                          const bool isMeant = codes.isEmpty()
                                              || std::ranges::any_of(codes, [&](const QString &code) { return words.contains(code); });
                                          if (isMeant && !isChecked(tick)) {
                                              static_cast<void>(context.driver.tryClick(tick));
                                              return false;
                                          }
                                      }
                                      return true;
                                  }}};
}

/// Presses a control and waits until a list of outcomes has grown by one.
QList<InputAction> pressAndAwait(const StepContext &context, const QString &control, std::function<qsizetype()> count, int limitMs)
{
    auto before = std::make_shared<qsizetype>(0);
    return {bringStaff(context),
            {u"look"_s, 1000, [before, count]() -> Result<bool> { *before = count(); return true; }},
            context.driver.click(control),
            context.driver.waitUntil(u"the outcome of "_s + control, [before, count, &target = context.target] {
                return count() > *before && !target.isBusy();
            }, limitMs)};
}

QList<InputAction> sendAnswers(const ScenarioStep &step, const StepContext &context)
{
    const QString control = step.kind == StepKind::Submit ? u"review.submit"_s : u"review.saveDraft"_s;
    return pressAndAwait(context, control, [&target = context.target] { return target.registrations().size(); },
                         registrationMs);
}

/// All that can be sent, until the last of them has its outcome.
QList<InputAction> submitSameDay(const ScenarioStep &, const StepContext &context)
{
    return pressAndAwait(context, u"day.submit"_s, [&target = context.target] { return target.registrations().size(); },
                         registrationMs);
}

QList<InputAction> openCertificate(const ScenarioStep &step, const StepContext &context)
{
    return clickOnTab(context, u"reception"_s, u"reception.certificate."_s + step.vaccinationScheduleId)
        << context.driver.waitUntil(u"the certificate is shown"_s, [&target = context.target] {
               return isThere(u"certificate.canvas"_s) && !target.isBusy();
           }, 30000);
}

/// The questionnaire as a sheet of paper, from its review.
QList<InputAction> openForm(const ScenarioStep &step, const StepContext &context)
{
    return openQuestionnaire(step, context) << context.driver.click(u"review.paper"_s)
        << context.driver.waitUntil(u"the sheet is shown"_s, [&target = context.target] {
               return isThere(u"certificate.canvas"_s) && !target.isBusy();
           }, 30000);
}

QList<InputAction> choosePaper(const ScenarioStep &, const StepContext &context)
{
    return {bringStaff(context), context.driver.click(u"form.paperRoute"_s)};
}

QList<InputAction> openBlankForms(const ScenarioStep &, const StepContext &context)
{
    return clickOnTab(context, u"reception"_s, u"reception.blankForms"_s)
        << context.driver.waitUntil(u"a blank form is shown"_s, [&target = context.target] {
               return isThere(u"blank.forms"_s) && isThere(u"certificate.canvas"_s) && !target.isBusy();
           }, 30000);
}

/// Picks a line of a combo box by typing it into its list.
InputAction pick(const StepContext &context, const QString &control, const QString &text)
{
    return {u"pick in "_s + control, 10000, [context, control, text]() -> Result<bool> {
                const auto *box = qobject_cast<QComboBox *>(InputDriver::find(control));
                if (!box)
                    return false;
                if (box->currentText().contains(text) || box->currentData().toString() == text)
                    return true;
                int line = box->findText(text, Qt::MatchContains);
                if (line < 0)
                    line = box->findData(text);
                if (line < 0)
                    return failure(ErrorCode::PrinterMissing, u"the printer is not offered"_s);
                // The arrow keys walk through the lines of a closed box that has the focus.
                context.driver.doFirst({context.driver.focus(control),
                                        context.driver.press(line > box->currentIndex() ? Qt::Key_Down : Qt::Key_Up)});
                return false;
            }};
}

QList<InputAction> print(const ScenarioStep &step, const StepContext &context)
{
    QList<InputAction> actions{bringStaff(context), pick(context, u"certificate.printer"_s, step.printer)};
    if (step.copies != 1)
        actions.append(context.driver.type(u"certificate.copies"_s, QString::number(step.copies)));
    return actions + pressAndAwait(context, u"certificate.print"_s,
                                   [&target = context.target] { return target.prints().size(); }, printMs);
}

QList<InputAction> openScreen(const ScenarioStep &step, const StepContext &context)
{
    return {bringStaff(context), context.driver.click(u"top.tab."_s + step.screen)};
}

QList<InputAction> finishVisit(const ScenarioStep &, const StepContext &context)
{
    return clickOnTab(context, u"reception"_s, u"reception.finish"_s)
        << InputAction{u"the visit is over"_s, 30000, [context]() -> Result<bool> {
               if (const QWidget *removal = InputDriver::findLike({}, u".removeCard"_s);
                   removal && context.target.visitState() == "cardForgotten"_L1)
                   static_cast<void>(context.driver.tryClick(removal->objectName()));
               else if (isThere(u"end.close"_s))
                   static_cast<void>(context.driver.tryClick(u"end.close"_s));
               // A real card is taken away by a hand: the program asks for it, and has forgotten everything.
               return (context.target.visitState() == "idle"_L1 && !isThere(u"end.close"_s))
                   || (context.target.visitState() == "cardForgotten"_L1 && !InputDriver::findLike({}, u".removeCard"_s));
           }};
}

QList<InputAction> pause(const ScenarioStep &step, const StepContext &context)
{
    return {context.driver.pause(step.milliseconds)};
}

QList<InputAction> comeIn(const ScenarioStep &, const StepContext &context)
{
    return {bringStaff(context)};
}

QList<InputAction> lockScreen(const ScenarioStep &, const StepContext &context)
{
    return {context.driver.click(u"top.lock"_s), context.driver.waitUntil(u"locked"_s, [] { return isThere(u"signin.submit"_s); })};
}

QList<InputAction> takeOver(const ScenarioStep &, const StepContext &context)
{
    return {bringStaff(context), context.driver.click(u"review.takeOverAll"_s),
            context.driver.waitUntil(u"the last answers are taken over"_s, [] { return !isThere(u"review.takeOverAll"_s); })};
}

QList<InputAction> undo(const ScenarioStep &, const StepContext &context)
{
    return {bringStaff(context), context.driver.press(Qt::Key_Z, Qt::ControlModifier)};
}

/// Where the screens have nothing but one button for it.
QList<InputAction> pressNamed(const ScenarioStep &step, const StepContext &context)
{
    return {bringStaff(context), context.driver.click(u"reception."_s + step.name)};
}

using Script = QList<InputAction> (*)(const ScenarioStep &, const StepContext &);
struct Row { StepKind kind; Script script; };

constexpr std::array table{
    Row{StepKind::Identify, identify}, Row{StepKind::Link, link}, Row{StepKind::Refuse, refuse},
    Row{StepKind::LayCard, layCard}, Row{StepKind::RemoveCard, removeCard},
    Row{StepKind::OpenQuestionnaire, openQuestionnaire}, Row{StepKind::Answer, answer},
    Row{StepKind::AddRepeat, addRepeat}, Row{StepKind::RemoveRepeat, removeRepeat},
    Row{StepKind::AcknowledgeWarnings, acknowledgeWarnings}, Row{StepKind::SaveDraft, sendAnswers},
    Row{StepKind::Submit, sendAnswers}, Row{StepKind::OpenCertificate, openCertificate},
    Row{StepKind::OpenForm, openForm}, Row{StepKind::ChoosePaper, choosePaper},
    Row{StepKind::OpenBlankForms, openBlankForms}, Row{StepKind::Print, print},
    Row{StepKind::Open, openScreen}, Row{StepKind::Wait, pause}, Row{StepKind::Finish, finishVisit},
    Row{StepKind::SignIn, comeIn}, Row{StepKind::Unlock, comeIn}, Row{StepKind::Lock, lockScreen},
    Row{StepKind::OpenSameDay, openSameDay}, Row{StepKind::AnswerSameDay, answerSameDay},
    Row{StepKind::IncludeSameDay, includeSameDay}, Row{StepKind::SubmitSameDay, submitSameDay},
    Row{StepKind::HandOver, handOver}, Row{StepKind::AnswerProxy, answerProxy}, Row{StepKind::Enter, enter},
    Row{StepKind::EndEntry, endEntry}, Row{StepKind::SendEntry, sendEntry}, Row{StepKind::TakeOver, takeOver},
    Row{StepKind::Press, pressKeys},
    Row{StepKind::Park, pressNamed}, Row{StepKind::Resume, pressNamed}, Row{StepKind::Undo, undo},
};

} // namespace

Result<QList<InputAction>> stepScript(const ScenarioStep &step, const StepContext &context)
{
    const auto row = std::ranges::find_if(table, [&step](const Row &r) { return r.kind == step.kind; });
    if (row == table.end())
        return failure(ErrorCode::StepNotPossible, u"there is no screen for the step %1"_s.arg(step.name));
    return row->script(step, context);
}

QString promptControl(const QString &prompt)
{
    // Several screens may ask the same; only one of them is in front.
    static const QHash<QString, QStringList> controls{
        {u"lastTry"_s, {u"pin.lastTryYes"_s}},
        {u"proxyConsent"_s, {u"proxy.yes"_s, u"review.proxyConsent"_s, u"day.proxyConsent"_s}},
        {u"spokenName"_s, {u"reception.nameConfirmed"_s, u"review.nameConfirmed"_s, u"day.nameConfirmed"_s, u"certificate.spokenCheck"_s}},
        {u"secondConfirmation"_s, {u"certificate.secondStaff"_s}},
        {u"userRegistration"_s, {u"cardcheck.register"_s}},
    };
    if (prompt == "mine"_L1 || prompt == "theirs"_L1 || prompt == "merge"_L1) {
        const QWidget *choice = InputDriver::findLike(u"result.%1."_s.arg(prompt));
        return choice ? choice->objectName() : u"choose."_s + prompt;
    }
    const QStringList names = controls.value(prompt);
    const auto shown = std::ranges::find_if(names, isThere);
    return shown == names.end() ? u"prompt.yes"_s : *shown;
}

} // namespace uk
