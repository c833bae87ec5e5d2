// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/samedaypresenter.h"

#include "app/base/japanesedate.h"
#include "app/visit/questionnaireflags.h"
#include "ui/screens/staff/flagwords.h"
#include "ui/screens/staff/presenter.h"
#include "ui/screens/staff/reviewwords.h"
#include "ui/screens/staff/samedayquestions.h"

#include <QCoreApplication>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("DayPresenter", text);
}

/// The vaccine alone where that tells the questionnaires apart, else the whole title.
QHash<QString, QString> shortNames(const VisitData &visit, const DaySheets &sheets)
{
    QHash<QString, QString> names;
    QHash<QString, int> uses;
    for (const DaySheet &sheet : sheets) {
        const VaccinationRecord *plan = scheduleOf(visit.vaccinations, sheet.id);
        const QString name = plan && !plan->vaccineCommonName.isEmpty() ? plan->vaccineCommonName : sheet.title;
        names.insert(sheet.id, name);
        ++uses[name];
    }
    for (const DaySheet &sheet : sheets)
        if (uses.value(names.value(sheet.id)) > 1)
            names[sheet.id] = sheet.title;
    return names;
}

QString warningName(qsizetype index)
{
    return u"day.warning.%1"_s.arg(index);
}

/// The row of a question: in the section of the sheet that asks it, or among the shared ones.
const DayRowText *rowOf(const DayModel &model, const QString &sheetId, const AnswerKey &key)
{
    for (const DaySectionText &section : model.sections)
        for (const QList<DayRowText> *rows : {&section.exceptions, &section.folded})
            for (const DayRowText &row : *rows)
                if (row.key == key && row.sheetIds.contains(sheetId))
                    return &row;
    return nullptr;
}

/// What keeps a questionnaire from being sent: how much, and where the first of it stands.
void fillBlocked(DaySheetText &text, const DaySheet &sheet, const DayModel &model)
{
    QList<Problem> problems = sheet.session.problems(CheckFor::Submission);
    problems.removeIf([](const Problem &problem) { return problem.isWarning; });
    const QStringList open = sheet.session.openWarnings();
    text.state = {Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("DayPresenter", "残り %1件")).arg(open.size() + problems.size())};
    text.next = DaySheetText::Next::Jump;
    if (!open.isEmpty()) {
        const auto first = std::ranges::find(sheet.warnings, open.first(), &SheetWarning::key);
        for (qsizetype i = 0; i < model.warnings.size() && first != sheet.warnings.end(); ++i)
            if (model.warnings[i].code == first->code && model.warnings[i].message == first->message)
                text.jump = warningName(i);
        text.jumpText = words(QT_TRANSLATE_NOOP("DayPresenter", "PMHの注意 %1件")).arg(open.size());
    } else if (const DayRowText *row = rowOf(model, sheet.id, problems.first().key)) {
        text.jump = row->name;
        text.jumpText = row->isCovered ? words(QT_TRANSLATE_NOOP("DayPresenter", "表示していない質問")) : row->question;
    }
}

StateText refusedState()
{
    return {Icon::Error, Role::Error, words(QT_TRANSLATE_NOOP("DayPresenter", "失敗"))};
}

void fillOutcome(DaySheetText &text, const DaySheet &sheet, const OpenQuestionnaire &open)
{
    using Next = DaySheetText::Next;
    switch (sheet.outcome) {
    case SheetOutcome::Submitted:
        text.state = {Icon::CheckCircle, Role::Success, words(QT_TRANSLATE_NOOP("DayPresenter", "提出済"))};
        break;
    case SheetOutcome::Unknown:
        text.state = {Icon::Clock, Role::WarningStrong, words(QT_TRANSLATE_NOOP("DayPresenter", "提出を確認中"))};
        text.detail = words(QT_TRANSLATE_NOOP("DayPresenter", "PMHに届いたか、まだわかりません。"));
        text.next = Next::Resolve;
        break;
    case SheetOutcome::Conflict:
        text.state = {Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("DayPresenter", "競合"))};
        text.detail = words(QT_TRANSLATE_NOOP("DayPresenter", "PMHに別の回答が保存されています。"));
        text.next = Next::Choose;
        break;
    case SheetOutcome::Refused:
        text.state = refusedState();
        text.next = open.access.maySubmit ? Next::Again : Next::Nothing;
        if (open.outcomeError) {
            const ErrorText error = errorText(*open.outcomeError);
            text.detail = words(QT_TRANSLATE_NOOP("DayPresenter", "%1（%2）")).arg(error.title, error.code);
        }
        break;
    case SheetOutcome::NotSent:
    case SheetOutcome::DraftSaved:
        break;
    }
}

DaySheetText sheetText(const DaySheet &sheet, const OpenQuestionnaire &open, const DayModel &model)
{
    DaySheetText text;
    text.id = sheet.id;
    text.title = sheet.title;
    const DaySummary &summary = model.summary;
    const QList<FlagNote> notes = limits(open.decision, open.proxyConsent.has_value());
    text.isLeftOut = sheet.isLeftOut;
    text.canBeLeftOut = sheet.mayChange && open.access.maySubmit && !open.paperRoute && (sheet.outcome == SheetOutcome::NotSent || sheet.outcome == SheetOutcome::DraftSaved);
    if (summary.viewOnly.contains(sheet.id)) {
        text.state = notes.isEmpty() ? StateText{Icon::Lock, Role::TextStrong, words(QT_TRANSLATE_NOOP("DayPresenter", "見るだけ"))} : flagWords(notes.last()).state;
        text.detail = notes.isEmpty() ? QString() : flagWords(notes.last()).text;
    } else if (summary.leftOut.contains(sheet.id)) {
        text.state = {Icon::MinusCircle, Role::TextStrong, words(QT_TRANSLATE_NOOP("DayPresenter", "提出しません"))};
        text.detail = open.paperRoute   ? words(QT_TRANSLATE_NOOP("DayPresenter", "紙で提出することにしています。"))
                      : notes.isEmpty() ? QString() : flagWords(notes.first()).text;
    } else if (summary.blocked.contains(sheet.id)) {
        fillBlocked(text, sheet, model);
    } else if (summary.ready.contains(sheet.id)) {
        text.state = {Icon::CheckCircle, Role::Success, words(QT_TRANSLATE_NOOP("DayPresenter", "提出できます"))};
    } else {
        fillOutcome(text, sheet, open);
    }
    return text;
}

QList<DayWarningText> warningTexts(const DaySheets &sheets, const DayMatrix &matrix)
{
    QList<DayWarningText> texts;
    for (const WarningRow &row : matrix.warnings) {
        DayWarningText text{row.code, row.message, {}, true, false};
        for (const DaySheet &sheet : sheets) {
            const auto own = std::ranges::find_if(sheet.warnings, [&](const SheetWarning &warning) {
                return warning.code == row.code && warning.message == row.message;
            });
            if (own == sheet.warnings.end()) {
                text.cells.append(StateText());
                continue;
            }
            const auto mark = sheet.session.acknowledgement(own->key);
            text.isTicked &= mark.has_value();
            text.canTick |= sheet.outcome != SheetOutcome::Submitted && sheet.outcome != SheetOutcome::Unknown;
            text.cells.append(mark ? StateText{Icon::CheckCircle, Role::Success, markText(*mark)}
                                   : StateText{Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("DayPresenter", "確認前"))});
        }
        texts.append(std::move(text));
    }
    return texts;
}

QList<DayIntervalText> intervalTexts(const DaySheets &sheets, const DayMatrix &matrix)
{
    QList<DayIntervalText> texts;
    if (matrix.intervals.isEmpty())
        return texts;
    for (const DaySheet &sheet : sheets) {
        const auto row = std::ranges::find(matrix.intervals, sheet.id, &IntervalRow::sheetId);
        if (row == matrix.intervals.end())
            texts.append({words(QT_TRANSLATE_NOOP("DayPresenter", "前回の情報なし")), {}, sheet.intervalInfo});
        else
            texts.append({words(QT_TRANSLATE_NOOP("DayPresenter", "%1日前")).arg(row->days),
                          words(QT_TRANSLATE_NOOP("DayPresenter", "%1　%2")).arg(toWareki(row->previousOn), row->previousTitle), row->intervalInfo});
    }
    return texts;
}

void fillAsked(DayModel &model, const VisitData &visit, const QHash<QString, QString> &names)
{
    QStringList titles;
    for (const OpenQuestionnaire &open : visit.questionnaires) {
        const QString id = open.summary.questionnaireManagementId;
        if (open.kind != QuestionnaireKind::Vaccination)
            continue;
        if (!open.basis)
            model.unread.append(open.summary.questionnaireName);
        else if (open.access.access == StaffAccess::AskFirst && !open.proxyConsent && !open.isSubmitted()) {
            model.askIds.append(id);
            titles.append(names.value(id));
        }
    }
    model.askTitles = titles.join(u"・"_s);
}

/// What became of what was sent, in one line.
QString resultText(const DaySummary &summary)
{
    QStringList parts;
    const auto add = [&](const char *text, const QStringList &ids) {
        if (!ids.isEmpty())
            parts.append(words(text).arg(ids.size()));
    };
    add(QT_TRANSLATE_NOOP("DayPresenter", "%1件を提出しました"), summary.submitted);
    add(QT_TRANSLATE_NOOP("DayPresenter", "%1件は提出を確認中です"), summary.unknown);
    add(QT_TRANSLATE_NOOP("DayPresenter", "%1件は提出できませんでした"), summary.failed);
    if (!parts.isEmpty())
        add(QT_TRANSLATE_NOOP("DayPresenter", "%1件はまだです"), summary.ready + summary.blocked);
    return parts.join(words(QT_TRANSLATE_NOOP("DayPresenter", "。")));
}

void markSending(DayModel &model, const QString &sending, const QStringList &waiting)
{
    for (DaySheetText &sheet : model.sheets) {
        const bool isNow = sheet.id == sending;
        if (!isNow && !waiting.contains(sheet.id))
            continue;
        sheet.state = {Icon::Clock, Role::TextStrong, isNow ? words(QT_TRANSLATE_NOOP("DayPresenter", "送信しています…"))
                                                            : words(QT_TRANSLATE_NOOP("DayPresenter", "順番を待っています"))};
        sheet.next = DaySheetText::Next::Nothing;
        sheet.canBeLeftOut = false;
        sheet.detail.clear();
        if (isNow)
            model.progress = words(QT_TRANSLATE_NOOP("DayPresenter", "%1を送信しています（あと%2件）")).arg(sheet.shortTitle).arg(waiting.size());
    }
}

} // namespace

DayModel dayModel(const VisitData &visit, QDate today, const QString &sending, const QStringList &waiting, const QSet<QString> &uncovered)
{
    DayModel model;
    const DaySheets sheets = daySheets(visit);
    const QHash<QString, QString> names = shortNames(visit, sheets);
    const DayMatrix matrix = dayMatrix(sheets, today);
    model.summary = daySummary(sheets);
    model.warnings = warningTexts(sheets, matrix);
    model.intervals = intervalTexts(sheets, matrix);
    model.sections = daySections(sheets, names, uncovered);
    model.name = nameQuestion(visit);
    fillAsked(model, visit, names);
    for (const DaySheet &sheet : sheets) {
        const auto open = std::ranges::find_if(visit.questionnaires, [&](const OpenQuestionnaire &one) {
            return one.summary.questionnaireManagementId == sheet.id;
        });
        DaySheetText text = sheetText(sheet, *open, model);
        text.shortTitle = names.value(sheet.id);
        model.sheets.append(std::move(text));
    }
    if (visit.error)
        model.notice = errorText(*visit.error);
    model.result = resultText(model.summary);
    markSending(model, sending, waiting);
    return model;
}

} // namespace uk
