// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/presenter.h"

#include "app/base/japanesedate.h"
#include "app/questionnaire/answertypes.h"
#include "app/questionnaire/compare.h"
#include "app/visit/questionnaireflags.h"
#include "app/visit/recordsteps.h"
#include "app/visit/visitday.h"
#include "ui/screens/staff/flagwords.h"
#include "ui/screens/staff/reviewwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int smallestAgeAlone = 15; // below it nobody is asked without a guardian (U-F6)

QDate dayInJapan(const QDateTime &moment)
{
    constexpr int japan = 9 * 3600;
    return moment.toOffsetFromUtc(japan).date();
}

QString words(const char *text)
{
    return QCoreApplication::translate("Presenter", text);
}

QString sexText(const QString &code)
{
    if (code == "1"_L1)
        return words(QT_TRANSLATE_NOOP("Presenter", "男"));
    if (code == "2"_L1)
        return words(QT_TRANSLATE_NOOP("Presenter", "女"));
    if (code == "3"_L1)
        return words(QT_TRANSLATE_NOOP("Presenter", "その他"));
    return words(QT_TRANSLATE_NOOP("Presenter", "不明"));
}

/// A code that the profile does not know is shown as what it is (contract README rule 1).
StateText unknownState(const QString &code)
{
    return {Icon::Help, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "不明（%1）")).arg(code)};
}

StateText wishText(const QString &code)
{
    if (code == "1"_L1)
        return {Icon::None, Role::Text, words(QT_TRANSLATE_NOOP("Presenter", "希望する"))};
    if (code == "2"_L1)
        return {Icon::MinusCircle, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "希望しない"))};
    if (code == "0"_L1 || code.isEmpty())
        return {Icon::Unanswered, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "未回答"))};
    return unknownState(code);
}

StateText proxyText(const OpenQuestionnaire &open)
{
    const QString code = open.summary.proxyInputConsentSeg;
    if (open.proxyConsent)
        return {Icon::CheckCircle, Role::Success, words(QT_TRANSLATE_NOOP("Presenter", "窓口で確認済み"))};
    if (code == "1"_L1)
        return {Icon::CheckCircle, Role::Success, words(QT_TRANSLATE_NOOP("Presenter", "希望する"))};
    if (code == "2"_L1)
        return {Icon::Lock, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "希望しない"))};
    if (code == "0"_L1 || code.isEmpty())
        return {Icon::Unanswered, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "未回答"))};
    return unknownState(code);
}

StateText warningsText(const OpenQuestionnaire &open)
{
    const auto count = warningKeys(open.basis ? open.basis->checkResults : open.summary.checkResults).size();
    if (count == 0)
        return {Icon::None, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "なし"))};
    return {Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("Presenter", "注意 %1件")).arg(count)};
}

bool needsReview(const OpenQuestionnaire &open)
{
    return open.basis && open.access.maySubmit && !open.isSubmitted() && !open.paperRoute && open.decision.permissions.testFlag(Permission::Offer);
}

QString nextText(const OpenQuestionnaire &open)
{
    if (open.outcome == RegistrationOutcome::Unknown || open.outcome == RegistrationOutcome::Conflict)
        return words(QT_TRANSLATE_NOOP("Presenter", "結果を見る"));
    return needsReview(open) ? words(QT_TRANSLATE_NOOP("Presenter", "確認する"))
                             : words(QT_TRANSLATE_NOOP("Presenter", "内容を見る"));
}

QuestionnaireRowText questionnaireRow(const VisitData &visit, const OpenQuestionnaire &open)
{
    QuestionnaireRowText row;
    row.id = open.summary.questionnaireManagementId;
    row.name = open.summary.questionnaireName;
    // Many names carry the dose already.
    if (const QString dose = doseText(visit, row.id); !row.name.contains(dose))
        row.dose = dose;
    row.answer = answerStateText(open);
    row.warnings = warningsText(open);
    row.wish = wishText(open.summary.vaccinationWishSeg);
    row.proxy = proxyText(open);
    if (open.kind == QuestionnaireKind::ChildCheckup) {
        row.wish = {Icon::None, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "—"))};
        if (!open.proxyConsent)
            row.proxy = {Icon::Unanswered, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "変更前に聞く"))};
    }
    row.next = nextText(open);
    if (!open.isSubmitted())
        row.limits = limitTexts(open.decision, open.proxyConsent.has_value());
    if (open.fetchError)
        row.error = errorText(*open.fetchError);
    return row;
}

QList<HistoryRowText> historyRows(const QList<VaccinationRecord> &vaccinations)
{
    struct Entry { QDate day; HistoryRowText row; };
    QList<Entry> entries;
    for (const VaccinationRecord &record : vaccinations) {
        if (record.isDeleted)
            continue;
        if (record.unreadable) {
            const ErrorText text = errorText(*record.unreadable);
            entries.append({QDate(), {{}, words(QT_TRANSLATE_NOOP("Presenter", "読み取れません")),
                                      QStringList{record.vaccineCommonName, record.doseCommonName}.join(u'　').trimmed(),
                                      u"%1（%2）"_s.arg(text.title, text.code)}});
        }
        for (const VaccinationHistoryEntry &dose : record.history) {
            // Examined only (V32 = 2) is no vaccination; there is nothing to certify.
            const bool isGiven = dose.vaccinationSeg != "2"_L1;
            HistoryRowText row{isGiven ? dose.vaccinationScheduleId : QString(),
                               dose.vaccinatedOn.isValid() ? toWareki(dose.vaccinatedOn)
                                                           : words(QT_TRANSLATE_NOOP("Presenter", "日付なし")),
                               QStringList{record.vaccineCommonName, record.doseCommonName}.join(u'　').trimmed(),
                               dose.medicalInstitution.name};
            if (!isGiven)
                row.vaccine += words(QT_TRANSLATE_NOOP("Presenter", "（予診のみ）"));
            entries.append({dose.vaccinatedOn, std::move(row)});
        }
    }
    std::ranges::stable_sort(entries, [](const Entry &a, const Entry &b) { return a.day > b.day; });
    QList<HistoryRowText> rows;
    for (Entry &entry : entries)
        rows.append(std::move(entry.row));
    return rows;
}

QStringList differenceTexts(const OpenQuestionnaire &open)
{
    QStringList lines;
    if (!open.conflicting)
        return lines;
    const DefinitionIndex index(open.conflicting->definition);
    const AnswerMap theirs = toMap(open.conflicting->answers);
    int covered = 0; // never left out without their count
    for (const AnswerKey &key : differingKeys(open.conflicting->answers, open.session.answersToSend())) {
        const QuestionItem *item = index.item(key.itemMasterId);
        if (!item)
            continue;
        if (item->isSensitive) {
            ++covered;
            continue;
        }
        const QString none = words(QT_TRANSLATE_NOOP("Presenter", "（回答なし）"));
        const QString stored = displayText(*item, theirs.value(key)), mine = displayText(*item, open.session.current(key));
        lines.append(words(QT_TRANSLATE_NOOP("Presenter", "%1　保存されている回答：%2　この画面の回答：%3"))
                         .arg(item->label, stored.isEmpty() ? none : stored, mine.isEmpty() ? none : mine));
    }
    if (covered > 0)
        lines.append(words(QT_TRANSLATE_NOOP("Presenter", "ほかに、表示していない回答が %1問 違います")).arg(covered));
    return lines;
}

/// What staff look at, in words. The kinds come from the comparison; the values stand beside each other.
QString differenceText(PersonDifference difference)
{
    constexpr std::array texts{
        QT_TRANSLATE_NOOP("Presenter", "漢字の字体が違います"),
        QT_TRANSLATE_NOOP("Presenter", "かなの書き方が違います"),
        QT_TRANSLATE_NOOP("Presenter", "ローマ字のつづりが違います"),
        QT_TRANSLATE_NOOP("Presenter", "表示できない字が記号になっています"),
        QT_TRANSLATE_NOOP("Presenter", "姓と名の区切りが違います"),
        QT_TRANSLATE_NOOP("Presenter", "姓と名の順が違います"),
        QT_TRANSLATE_NOOP("Presenter", "ミドルネームがありません"),
        QT_TRANSLATE_NOOP("Presenter", "長い氏名が途中で切れています"),
        QT_TRANSLATE_NOOP("Presenter", "旧氏か通称が使われています"),
        QT_TRANSLATE_NOOP("Presenter", "生年月日がありません"),
        QT_TRANSLATE_NOOP("Presenter", "性別が違います"),
        QT_TRANSLATE_NOOP("Presenter", "住所が違います"),
    };
    static_assert(texts.size() == personDifferenceCount);
    return words(texts[size_t(difference)]);
}

/// The fields that differ as they were sent; name and birth date always, since they are what is said aloud.
QList<ComparedField> comparedFields(const BasicFiveInfo &person, const BasicFourInfo &other)
{
    QList<ComparedField> fields{
        {words(QT_TRANSLATE_NOOP("Presenter", "氏名")), person.name, other.name},
        {words(QT_TRANSLATE_NOOP("Presenter", "生年月日")), toWareki(person.dateOfBirth), toWareki(other.dateOfBirth)}};
    if (person.sex != other.sex)
        fields.append({words(QT_TRANSLATE_NOOP("Presenter", "性別")), sexText(person.sex), sexText(other.sex)});
    if (person.address != other.address)
        fields.append({words(QT_TRANSLATE_NOOP("Presenter", "住所")), person.address, other.address});
    for (ComparedField &field : fields)
        for (QString *value : {&field.linked, &field.other})
            if (value->isEmpty())
                *value = words(QT_TRANSLATE_NOOP("Presenter", "（なし）"));
    return fields;
}

} // namespace

PersonText personText(const BasicFiveInfo &person, QDate today)
{
    PersonText text;
    text.kana = person.nameKana;
    text.name = person.name;
    text.birthDate = toWareki(person.dateOfBirth);
    text.birthDateWestern = QCoreApplication::translate("Presenter", "%1年").arg(person.dateOfBirth.year());
    if (const auto age = ageAt(person.dateOfBirth, today))
        text.age = toText(*age);
    text.sex = sexText(person.sex);
    return text;
}

StateText bindingText(Binding binding)
{
    switch (binding) {
    case Binding::MatchesCard: return {Icon::CheckCircle, Role::Success, words(QT_TRANSLATE_NOOP("Presenter", "カードと一致"))};
    case Binding::ConfirmedAloud:
        return {Icon::CheckCircle, Role::Success, words(QT_TRANSLATE_NOOP("Presenter", "声に出して確認済み"))};
    case Binding::Similar: return {Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("Presenter", "カードと書き方が違う"))};
    case Binding::NotRead: return {Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("Presenter", "氏名未確認"))};
    case Binding::Differs: return {Icon::Error, Role::Error, words(QT_TRANSLATE_NOOP("Presenter", "カードと不一致"))};
    case Binding::Unknown: break;
    }
    return {};
}

NameQuestion nameQuestion(const VisitData &visit)
{
    NameQuestion question{isConfirmedByStaff(visit.binding), visit.binding == Binding::ConfirmedAloud, {}, {}, {}};
    if (!visit.person)
        return question;
    for (const PersonDoubt &doubt : visit.doubts) {
        for (const PersonDifference difference : doubt.differences)
            if (const QString text = differenceText(difference); !question.differences.contains(text))
                question.differences.append(text);
        question.otherTitle = doubt.isFromCard ? words(QT_TRANSLATE_NOOP("Presenter", "カード"))
                                               : words(QT_TRANSLATE_NOOP("Presenter", "別の記録"));
        question.compared += comparedFields(*visit.person, doubt.other);
    }
    return question;
}

QList<StateText> identityStates(const VisitData &visit, QDate today)
{
    QList<StateText> states{bindingText(visit.binding)};
    const auto age = visit.person ? ageAt(visit.person->dateOfBirth, today) : std::nullopt;
    if (visit.holder == CardHolder::ChildOrFamily)
        states.append({Icon::Person, Role::TextStrong,
                       age && age->years < adultAge ? words(QT_TRANSLATE_NOOP("Presenter", "代理：保護者"))
                                                    : words(QT_TRANSLATE_NOOP("Presenter", "代理：ご家族"))});
    else if (visit.holder == CardHolder::Self && age && age->years < smallestAgeAlone)
        states.append({Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("Presenter", "付き添いを確認"))});
    if (visit.check.expiresSoon)
        states.append({Icon::Clock, Role::WarningStrong,
                       words(QT_TRANSLATE_NOOP("Presenter", "証明書は%1まで")).arg(toShortWareki(dayInJapan(visit.check.notAfter)))});
    // Only certified verifiers may ask whether a certificate was revoked; that it was not asked is said (design, card steps 4).
    if (visit.possession && !visit.possession->isRevocationChecked)
        states.append({Icon::Info, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "失効は未確認"))});
    return states;
}

StateText answerStateText(const OpenQuestionnaire &open)
{
    if (open.isSubmitted())
        return {Icon::CheckCircle, Role::Success, words(QT_TRANSLATE_NOOP("Presenter", "提出済"))};
    if (open.outcome == RegistrationOutcome::Unknown)
        return {Icon::Clock, Role::WarningStrong, words(QT_TRANSLATE_NOOP("Presenter", "提出を確認中"))};
    if (open.paperRoute)
        return {Icon::Document, Role::Changed, words(QT_TRANSLATE_NOOP("Presenter", "紙で提出"))};
    const QString code = open.basis ? open.basis->answerStatusSeg : open.summary.answerStatusSeg;
    if (code == "2"_L1)
        return {Icon::CheckCircle, Role::Success, words(QT_TRANSLATE_NOOP("Presenter", "回答済み"))};
    if (code == "1"_L1) {
        const int pages = open.basis ? int(open.basis->definition.groups.size()) : 0;
        const QString draft = words(QT_TRANSLATE_NOOP("Presenter", "下書き"));
        return {Icon::Draft, Role::Changed,
                pages > 0 && open.basis->lastUpdatedPageNumber
                    ? words(QT_TRANSLATE_NOOP("Presenter", "%1 %2／%3ページ")).arg(draft).arg(*open.basis->lastUpdatedPageNumber).arg(pages)
                    : draft};
    }
    if (code == "0"_L1)
        return {Icon::Unanswered, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "未回答"))};
    return unknownState(code);
}

QString doseText(const VisitData &visit, const QString &questionnaireManagementId)
{
    const VaccinationRecord *schedule = scheduleOf(visit.vaccinations, questionnaireManagementId);
    return schedule ? schedule->doseCommonName : QString();
}

ReceptionModel receptionModel(const VisitData &visit)
{
    ReceptionModel model;
    // Where several are waiting, the screen for all of them is what to do first.
    constexpr int several = 2;
    model.dayCount = answerableCount(visit) >= several ? int(daySheets(visit).size()) : 0;
    bool hasMain = model.dayCount > 0;
    for (const OpenQuestionnaire &open : visit.questionnaires) {
        QuestionnaireRowText row = questionnaireRow(visit, open);
        row.isNextMain = !hasMain && needsReview(open);
        hasMain |= row.isNextMain;
        (open.kind == QuestionnaireKind::ChildCheckup ? model.checkups : model.questionnaires).append(std::move(row));
    }
    model.history = historyRows(visit.vaccinations);
    if (visit.questionnairesError)
        model.questionnairesError = errorText(*visit.questionnairesError);
    if (visit.vaccinationsError)
        model.vaccinationsError = errorText(*visit.vaccinationsError);
    if (visit.checkupsError)
        model.checkupsError = errorText(*visit.checkupsError);
    model.areCheckupsAsked = visit.consented.contains(u"maternal-child"_s);
    if (visit.error)
        model.notice = errorText(*visit.error);
    const auto isUnconsented = [](const std::optional<Error> &error) { return error && error->code == ErrorCode::ScopeNotConsented; };
    model.isConsentOffered = isUnconsented(visit.questionnairesError) && isUnconsented(visit.vaccinationsError);
    model.name = nameQuestion(visit);
    model.isCardWaiting = visit.isCardWaiting;
    if (visit.person)
        model.vaccinationSummary = words(QT_TRANSLATE_NOOP("Presenter", "予診票 %1件・記録 %2件"))
                                       .arg(model.questionnaires.size()).arg(model.history.size());
    if (model.isConsentOffered)
        model.vaccinationSummary = words(QT_TRANSLATE_NOOP("Presenter", "未同意"));
    return model;
}

ReviewModel reviewModel(const VisitData &visit, const QString &id, bool isBusy)
{
    ReviewModel model;
    const auto open = std::ranges::find_if(visit.questionnaires, [&](const OpenQuestionnaire &candidate) {
        return candidate.summary.questionnaireManagementId == id;
    });
    if (open == visit.questionnaires.end() || !open->basis)
        return model;
    model.id = id;
    model.title = questionnaireTitle(visit, *open);
    model.session = open->session;
    model.access = open->access;
    model.hasProxyConsent = open->proxyConsent.has_value();
    model.limits = limitTexts(open->decision, model.hasProxyConsent);
    model.name = nameQuestion(visit);
    model.page = open->page;
    model.isBusy = isBusy;
    model.isHandedOver = visit.handOver.has_value();
    const QList<SheetWarning> warnings = warningsOf(open->basis->checkResults);
    for (const SheetWarning &warning : warnings) {
        const auto mark = open->session.acknowledgement(warning.key);
        model.warnings.append({warning.key, warning.code, warning.message, mark ? markText(*mark) : QString()});
    }
    model.isDraftSaved = open->outcome == RegistrationOutcome::Confirmed && !open->isSubmitted() && !open->session.hasChanges();
    if (open->outcome == RegistrationOutcome::Refused && open->outcomeError)
        model.notice = errorText(*open->outcomeError);
    else if (visit.error)
        model.notice = errorText(*visit.error);
    return model;
}

QList<ResultRowText> resultRows(const VisitData &visit)
{
    QList<ResultRowText> rows;
    for (const OpenQuestionnaire &open : visit.questionnaires) {
        ResultRowText row;
        row.id = open.summary.questionnaireManagementId;
        row.name = questionnaireTitle(visit, open);
        const bool isDraft = open.lastSent.answerStatusSeg == "1"_L1;
        if (!open.outcome) {
            row.outcome = {Icon::None, Role::TextMuted, words(QT_TRANSLATE_NOOP("Presenter", "まだ送信していません"))};
            row.where = open.session.hasChanges()
                ? words(QT_TRANSLATE_NOOP("Presenter", "職員の変更は、この端末に暗号化して保存しています。")) : QString();
        } else {
            switch (*open.outcome) {
            case RegistrationOutcome::Confirmed:
                row.outcome = {Icon::CheckCircle, Role::Success,
                               isDraft ? words(QT_TRANSLATE_NOOP("Presenter", "下書き保存済")) : words(QT_TRANSLATE_NOOP("Presenter", "提出済"))};
                row.where = words(QT_TRANSLATE_NOOP("Presenter", "PMHに保存され、同じ内容であることを確かめました。"));
                break;
            case RegistrationOutcome::Unknown:
                row.outcome = {Icon::Clock, Role::WarningStrong, words(QT_TRANSLATE_NOOP("Presenter", "確認中"))};
                row.where = words(QT_TRANSLATE_NOOP("Presenter", "PMHに届いたかどうか、まだわかりません。内容はこの端末に残っています。"));
                row.canResolve = true;
                break;
            case RegistrationOutcome::Conflict:
                row.outcome = {Icon::Warning, Role::WarningStrong, words(QT_TRANSLATE_NOOP("Presenter", "競合"))};
                row.where = words(QT_TRANSLATE_NOOP("Presenter", "PMHには別の内容が保存されています。この端末の内容も残っています。"));
                break;
            case RegistrationOutcome::Refused:
                row.outcome = {Icon::Error, Role::Error, words(QT_TRANSLATE_NOOP("Presenter", "失敗"))};
                row.where = words(QT_TRANSLATE_NOOP("Presenter", "PMHには保存されていません。内容はこの端末に残っています。"));
                break;
            }
            row.canChoose = open.conflicting.has_value();
            row.differences = differenceTexts(open);
            if (open.outcomeError && open.outcome != RegistrationOutcome::Confirmed)
                row.error = errorText(*open.outcomeError);
        }
        rows.append(std::move(row));
    }
    return rows;
}

} // namespace uk
