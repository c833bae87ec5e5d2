// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/contractobjects.h"
#include "app/pmh/profile.h"
#include "itemtable.h"
#include "jsonpath.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;
using jsonpath::with;

namespace {

const WireForm &plain()
{
    static const WireForm form{ConnectionProfile()};
    return form;
}

template<class T>
Result<T> decoded(const RecordTable<T> &table, const JsonValue &wire, const WireForm &form = plain())
{
    return form.decode(table, writeJson(wire));
}

template<class T>
Result<T> decoded(const RecordTable<T> &table, const QByteArray &wire)
{
    return plain().decode(table, wire);
}

/// The error that any decoder finds, or that the first record tells.
std::optional<Error> errorOf(const QString &schema, const JsonValue &wire)
{
    const auto whole = [](const auto &result) {
        return result ? std::nullopt : std::optional<Error>(result.error());
    };
    const auto ofFirst = [](const auto &result) {
        return result ? result->value(0).unreadable : std::optional<Error>(result.error());
    };
    if (schema == "VaccinationList"_L1)
        return ofFirst(decoded(vaccinationListObject, wire));
    if (schema == "QuestionnaireAnswer"_L1)
        return whole(decoded(questionnaireAnswerObject, wire));
    if (schema == "PrenatalVouchers"_L1)
        return ofFirst(decoded(prenatalVouchersObject, wire));
    if (schema == "CopaymentLedger"_L1) {
        const auto ledger = decoded(copaymentLedgerObject, wire);
        return ledger ? ledger->months.value(0).unreadable : std::optional<Error>(ledger.error());
    }
    qFatal("unknown schema");
}

JsonValue base(const QString &schema)
{
    return itemtable::baseBody(QLatin1StringView(schema.toLatin1()));
}

} // namespace

/// What holds for all records beside the items themselves.
class RecordRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMemberOfAQuestionIsRead();
    void wrongValuesOfRightTypesAreRefused_data();
    void wrongValuesOfRightTypesAreRefused();
    void brokenRecordsLeaveTheOthersAndWhatNamesThem();
    void innerRecordsTellTheirOwnFaults();
    void firstFaultIsTheOneThatIsTold();
    void answersThatAreNoObjectAreRefused();
    void unreadableJsonIsRefused();
    void emptyAnswersMeanNothingStored();
    void nullAmountsAreNotZero();
    void orderOfTheWireIsKept();
    void handbooksAreQuestionsAndAnswersOfAllCategories();
    void unknownMembersAreDropped();
    void codesAreRenamedAndUnknownOnesGoBackAsTheyCame();
    void processTypesAreRenamed();
    void longestNameWins();
    void messageOfAnErrorIsCheckedAndForgotten();
};

void RecordRulesTest::everyMemberOfAQuestionIsRead()
{
    const JsonValue wire = with(base(u"QuestionnaireAnswer"_s), u"definition.groups[].subgroups[].items"_s,
                                R"([{"itemMasterId":"i","label":"l","answerType":"multipleChoice",
        "isRequired":true,"choices":[{"value":"2","label":"b"},{"value":"1","label":"a","isExclusive":true}],
        "unit":"℃","minimum":34,"maximum":42.5,"isRangeWarningOnly":true,"decimalPlaces":1.0,"maxLength":200,
        "visibleWhen":{"itemMasterId":"c","anyOf":["1","2"]},"isSensitive":true,"isHealthToday":true,
        "isReadOnly":true,"note":"n"}])");
    const auto record = decoded(questionnaireAnswerObject, wire);
    QVERIFY(record);
    QuestionItem expected;
    expected.itemMasterId = u"i"_s;
    expected.label = u"l"_s;
    expected.type = AnswerType::MultipleChoice;
    expected.rawType = u"multipleChoice"_s;
    expected.isRequired = true;
    expected.choices = {{u"2"_s, u"b"_s, false}, {u"1"_s, u"a"_s, true}};
    expected.unit = u"℃"_s;
    expected.minimum = 34;
    expected.maximum = 42.5;
    expected.isRangeWarningOnly = true;
    expected.decimalPlaces = 1;
    expected.maxLength = 200;
    expected.visibleWhen = VisibilityRule{u"c"_s, {u"1"_s, u"2"_s}};
    expected.isSensitive = true;
    expected.isHealthToday = true;
    expected.isReadOnly = true;
    expected.note = u"n"_s;
    QCOMPARE(record->definition.groups.first().subgroups.first().items, QList<QuestionItem>{expected});
}

void RecordRulesTest::wrongValuesOfRightTypesAreRefused_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("wire");
    const auto row = [](const char *name, const char *schema, const char *path, const char *wire) {
        QTest::newRow(name) << QString::fromLatin1(schema) << QString::fromLatin1(path) << QByteArray(wire);
    };
    const char *q = "QuestionnaireAnswer";
    const char *v = "VaccinationList";
    const char *day = "vaccinations[].recommendedOn";
    const char *month = "months[].yearMonth";
    const char *yen = "vouchers[].municipalBurdenAmount";
    row("day that does not exist", v, day, R"("2025-02-29")");
    row("day in the year 0", v, day, R"("0000-01-01")");
    row("day with slashes", v, day, R"("2025/02/28")");
    row("day with one slash", v, day, R"("2025-02/28")");
    row("day without zeros", v, day, R"("2025-2-28")");
    row("day with a sign", v, day, R"("2025-+2-28")");
    row("day and time", v, day, R"("2025-02-28T00:00")");
    row("day in full width", v, day, "\"２０２５-02-28\"");
    row("day in the bytes of ten", v, day, "\"２02-01\"");
    row("empty day", v, day, R"("")");
    row("half a dose", v, "vaccinations[].type.doseNumber", "1.5");
    row("too many doses", v, "vaccinations[].type.doseNumber", "2147483648");
    row("repeat 0", q, "answers[].repeatNumber", "0");
    row("maxRepeat 0", q, "definition.groups[].subgroups[].maxRepeat", "0");
    row("result number", q, "answers[].result", "36.5");
    row("result with a number in it", q, "answers[].result", R"(["1",2])");
    row("result with a list in it", q, "answers[].result", R"(["1",["2"]])");
    row("code as a number", q, "answerStatusSeg", "1");
    row("null among texts", q, "completedVaccineNames", R"(["a",null])");
    row("null among records", v, "vaccinations", "[null]");
    row("list among records", v, "vaccinations", "[[{}]]");
    row("empty question id", q, "definition.groups[].subgroups[].items[].itemMasterId", R"("")");
    row("month with a day", "CopaymentLedger", month, R"("2026-04-01")");
    row("thirteenth month", "CopaymentLedger", month, R"("2026-13")");
    row("yen with a fraction", "PrenatalVouchers", yen, "0.5");
    row("yen as a text", "PrenatalVouchers", yen, R"("500")");
    row("yen beyond all numbers", "PrenatalVouchers", yen, "9223372036854775808");
}

void RecordRulesTest::wrongValuesOfRightTypesAreRefused()
{
    QFETCH(QString, schema);
    QFETCH(QString, path);
    QFETCH(QByteArray, wire);
    const auto error = errorOf(schema, with(base(schema), path, wire));
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::AnswerWrongType);
}

void RecordRulesTest::brokenRecordsLeaveTheOthersAndWhatNamesThem()
{
    const auto records = decoded(vaccinationListObject, QByteArray(R"({"vaccinations":[
        {"questionnaireManagementId":"q1","vaccinationScheduleId":"s1","type":{}},
        {"questionnaireManagementId":"q2","recommendedOn":"2026-04-01",
         "type":{"vaccineCommonName":"水痘","doseCommonName":"1回目","term":"1","doseNumber":"2"},
         "isDeleted":true,"history":[{"doctorName":"d"}]},
        7,
        {"questionnaireManagementId":"q4","vaccinationScheduleId":"s4","type":{"term":"3"}}]})"));
    QVERIFY(records);
    QCOMPARE(records->size(), 4);
    QVERIFY(!records->at(0).unreadable);
    const VaccinationRecord &broken = records->at(1);
    QVERIFY(broken.unreadable);
    QCOMPARE(broken.unreadable->arguments, QStringList({u"V16"_s, u"vaccinations[1].type.doseNumber"_s}));
    QCOMPARE(broken.unreadable->detail,
             u"VaccinationList: vaccinations[1].type.doseNumber: string instead of a whole number in range (V16)"_s);
    VaccinationRecord kept;
    kept.questionnaireManagementId = u"q2"_s;
    kept.vaccineCommonName = u"水痘"_s;
    kept.doseCommonName = u"1回目"_s;
    kept.unreadable = broken.unreadable;
    QCOMPARE(broken, kept);
    QVERIFY(records->at(2).unreadable);
    QCOMPARE(records->at(2).unreadable->arguments.at(1), u"vaccinations[2]"_s);
    QVERIFY(!records->at(3).unreadable);
    QCOMPARE(records->at(3).term, u"3"_s);
}

void RecordRulesTest::innerRecordsTellTheirOwnFaults()
{
    const auto pregnancies = decoded(prenatalCheckupsObject, QByteArray(R"({"pregnancies":[{"pregnancyId":"p",
        "checkups":[{"prenatalCheckupId":"c1","examiners":[1],"residencySeg":"1"},{"prenatalCheckupId":"c2"}]}]})"));
    QVERIFY(pregnancies);
    const Pregnancy &pregnancy = pregnancies->first();
    QVERIFY(!pregnancy.unreadable);
    QVERIFY(pregnancy.checkups.at(0).unreadable);
    QCOMPARE(pregnancy.checkups.at(0).unreadable->arguments,
             QStringList({u"P6"_s, u"pregnancies[0].checkups[0].examiners[0]"_s}));
    QCOMPARE(pregnancy.checkups.at(0).prenatalCheckupId, u"c1"_s);
    QVERIFY(pregnancy.checkups.at(0).residencySeg.isEmpty());
    QVERIFY(!pregnancy.checkups.at(1).unreadable);

    const auto ledger = decoded(copaymentLedgerObject, QByteArray(R"({"copaymentLedgerSeg":"1","months":[
        {"yearMonth":"2026-04","records":[{"usedOn":"2026-04-03","paidAmount":"5"},{"paidAmount":0}],
         "overLimit":[{"excessAmount":true}]},
        {"yearMonth":"2026-05","records":[{"usedOn":"2026-05-03","paidAmount":[]},{"paidAmount":0}]}]})"));
    QVERIFY(ledger);
    QVERIFY(ledger->months.at(0).unreadable); // its excess is its own
    QCOMPARE(ledger->months.at(0).unreadable->arguments.first(), u"S37"_s);
    QCOMPARE(ledger->months.at(0).yearMonth.toString(), u"2026-04"_s);
    QVERIFY(ledger->months.at(0).records.isEmpty());
    QVERIFY(!ledger->months.at(1).unreadable);
    QCOMPARE(ledger->months.at(1).records.at(0).unreadable->arguments.first(), u"S33"_s);
    QCOMPARE(ledger->months.at(1).records.at(0).usedOn, QDate(2026, 5, 3));
    QCOMPARE(ledger->months.at(1).records.at(1).paidAmount, std::optional<Yen>(0));
}

void RecordRulesTest::firstFaultIsTheOneThatIsTold()
{
    const auto record = decoded(childQuestionnaireAnswerObject,
                                QByteArray(R"({"isAnswerable":1,"childCheckupId":2,"basicFiveInfo":{}})"));
    QVERIFY(!record);
    QCOMPARE(record.error().arguments.first(), u"C23"_s);
}

void RecordRulesTest::answersThatAreNoObjectAreRefused()
{
    for (const QByteArray wire : {"[]", "null", "7", "\"\"", "[{}]", "true"}) {
        const auto record = decoded(medicalSubsidiesObject, wire);
        QVERIFY(!record);
        QCOMPARE(record.error().code, ErrorCode::AnswerWrongType);
        QVERIFY(record.error().detail.startsWith("MedicalSubsidies: body: "_L1));
    }
    // A list that is missing is a broken answer, never "no subsidy" (rules 13).
    for (const QByteArray wire : {"{}", R"({"certificates":[]})", R"({"certificates":[],"historiesWithoutCertificate":null})"}) {
        const auto record = decoded(medicalSubsidiesObject, wire);
        QVERIFY(!record);
        QCOMPARE(record.error().code, ErrorCode::AnswerMemberMissing);
    }
    QCOMPARE(decoded(vaccinationListObject, QByteArray(R"({"vaccinations":{}})")).error().code,
             ErrorCode::AnswerWrongType);
}

void RecordRulesTest::unreadableJsonIsRefused()
{
    for (const QByteArray wire : {"", "{", R"({"vaccinations":[]}x)", R"({"vaccinations":[],"vaccinations":[]})",
                                  R"({"vaccinations":[],"x":{"a":1,"a":2}})", R"({"vaccinations":["\ud800"]})",
                                  "{\"vaccinations\":[\"\xFF\"]}"}) {
        const auto records = decoded(vaccinationListObject, wire);
        QVERIFY(!records);
        QCOMPARE(records.error().code, ErrorCode::AnswerUnreadable);
    }
    QVERIFY(decoded(vaccinationListObject, QByteArray("\xEF\xBB\xBF{\"vaccinations\":[]}")));
    const auto tooLong = plain().decode(vaccinationListObject, R"({"vaccinations":[]})", {.maxBytes = 17});
    QCOMPARE(tooLong.error().code, ErrorCode::AnswerUnreadable);
}

void RecordRulesTest::emptyAnswersMeanNothingStored()
{
    QCOMPARE(*decoded(homecomingObject, QByteArray("{}")), Homecoming());
    QCOMPARE(*decoded(homecomingObject,
                      QByteArray(R"({"pregnancyByMunicipalityId":null,"definition":null,"answers":null})")),
             Homecoming());
    QCOMPARE(*decoded(pregnancyLossObject, QByteArray(R"({"pregnancyByMunicipalityId":null,"pregnancyLossOn":null})")),
             PregnancyLoss());
    QCOMPARE(*decoded(childMchbookObject, QByteArray("{}")), Handbook());
    QVERIFY(decoded(prenatalMchbookObject, QByteArray(R"({"mchbooks":[]})"))->isEmpty());
}

void RecordRulesTest::nullAmountsAreNotZero()
{
    const auto amount = [](const QByteArray &wire) {
        return decoded(prenatalVouchersObject, with(base(u"PrenatalVouchers"_s),
                                                    u"vouchers[].municipalBurdenAmount"_s, wire))
            ->first().municipalBurdenAmount;
    };
    QCOMPARE(amount("null"), std::nullopt);
    QCOMPARE(amount("0"), std::optional<Yen>(0));
    QCOMPARE(amount("-0.0"), std::optional<Yen>(0));
    QCOMPARE(amount("-9223372036854775808"), std::optional<Yen>(std::numeric_limits<Yen>::min()));
}

void RecordRulesTest::orderOfTheWireIsKept()
{
    const auto record = decoded(medicalSubsidiesObject, QByteArray(R"({"historiesWithoutCertificate":[],
        "certificates":[{"details":[{"name":"乙","value":"1"},{"name":"甲","children":[{"name":"b"},
        {"name":"a","value":"v","children":[{"name":"c","children":[{"name":"d","value":"w"}]}]}]}]}]})"));
    QVERIFY(record);
    const CertificateDetail deepest{u"d"_s, u"w"_s, {}};
    const QList<CertificateDetail> expected{
        {u"乙"_s, u"1"_s, {}},
        {u"甲"_s, {}, {{u"b"_s, {}, {}}, {u"a"_s, u"v"_s, {{u"c"_s, {}, {deepest}}}}}}};
    QCOMPARE(record->certificates.first().details, expected);
}

void RecordRulesTest::handbooksAreQuestionsAndAnswersOfAllCategories()
{
    const auto handbook = decoded(childMchbookObject, QByteArray(R"({"definition":{"categories":[
        {"categoryId":"1","categoryName":"出生","categoryNotice":"n","items":[
          {"itemMasterId":"i","label":"l","answerType":"date"}]},
        {"categoryId":"2","categoryName":"健診","items":[]}]},
        "answers":{"categories":[{"categoryId":"2","items":[{"itemId":"j","result":"x"}]},
                                 {"categoryId":"1","items":[{"itemId":"i","repeatNumber":1,"result":"2026-01-01"}]}]}})"));
    QVERIFY(handbook);
    const Definition definition = handbook->definition();
    QCOMPARE(definition.groups.size(), 2);
    QCOMPARE(definition.groups.at(0).label, u"出生"_s);
    QCOMPARE(definition.groups.at(0).subgroups.first().label, u"n"_s);
    QCOMPARE(definition.groups.at(0).subgroups.first().items.first().type, AnswerType::Date);
    QCOMPARE(handbook->allAnswers(),
             (Answers{{{u"j"_s, 1}, u"x"_s}, {{u"i"_s, 1}, u"2026-01-01"_s}}));
    Homecoming homecoming;
    homecoming.sections = {Subgroup{u"里帰り先"_s, 3, {}}};
    QCOMPARE(homecoming.definition().groups.first().subgroups, homecoming.sections);
}

void RecordRulesTest::unknownMembersAreDropped()
{
    JsonValue body = with(base(u"QuestionnaireAnswer"_s), u"future.deep"_s, R"({"answers":[{"itemMasterId":3}]})");
    body = with(body, u"answers[].future"_s, "[[true]]");
    body = with(body, u"definition.groups[].subgroups[].future"_s, "null");
    const auto record = decoded(questionnaireAnswerObject, body);
    QVERIFY(record);
    QCOMPARE(*record, *decoded(questionnaireAnswerObject, base(u"QuestionnaireAnswer"_s)));
}

void RecordRulesTest::codesAreRenamedAndUnknownOnesGoBackAsTheyCame()
{
    ConnectionProfile profile;
    profile.codes.insert(u"answerStatusSeg"_s, {{u"draft"_s, u"1"_s}, {u"done"_s, u"2"_s}, {u"1"_s, u"0"_s}});
    const WireForm form(profile);
    const auto status = [&](const QString &wire) {
        return decoded(questionnaireAnswerObject,
                       with(base(u"QuestionnaireAnswer"_s), {u"answerStatusSeg"_s}, JsonValue::string(wire)), form)
            ->answerStatusSeg;
    };
    QCOMPARE(status(u"draft"_s), u"1"_s);
    QCOMPARE(status(u"1"_s), u"0"_s);
    QCOMPARE(status(u"9"_s), u"9"_s);
    // "2" is the canonical name of another value: it must not be taken for "answered".
    QVERIFY(status(u"2"_s) != u"2"_s);
    QVERIFY(status(u"2"_s).endsWith(u'2'));
    for (const QString &wire : {u"draft"_s, u"done"_s, u"1"_s, u"0"_s, u"2"_s, u"9"_s, u"\u20602"_s, u"\u2060"_s, QString()}) {
        const JsonValue sent = encodeRegistration(form, registrationOf({u"q"_s, status(wire), 1, {}}));
        QCOMPARE(sent.find(u"answerStatusSeg")->toString(), wire);
    }
}

void RecordRulesTest::processTypesAreRenamed()
{
    ConnectionProfile profile;
    profile.processTypes.insert(u"InquireVaccinationCertificate"_s, u"B0042"_s);
    profile.members.insert(u"processType"_s, u"shoriShubetsu"_s);
    profile.members.insert(u"InquireVaccinationCertificate.vaccinationScheduleId"_s, u"yoteiId"_s);
    QCOMPARE(writeJson(WireForm(profile).encode(inquireVaccinationCertificateObject, {u"s1"_s})),
             QByteArray(R"({"shoriShubetsu":"B0042","yoteiId":"s1"})"));
    QCOMPARE(writeJson(WireForm(profile).encode(inquirePrenatalMchbookObject, {})),
             QByteArray(R"({"shoriShubetsu":"InquirePrenatalMchbook"})"));
    QCOMPARE(processTypes().size(), 20U);
}

void RecordRulesTest::longestNameWins()
{
    const auto name = [](const QHash<QString, QString> &members) {
        ConnectionProfile profile;
        profile.members = members;
        for (const QString &wire : {u"w1"_s, u"w2"_s, u"w3"_s, u"label"_s}) {
            const JsonValue body = with(base(u"QuestionnaireAnswer"_s),
                                        {u"definition"_s, u"groups[]"_s, u"subgroups[]"_s, wire},
                                        JsonValue::string(u"here"));
            const auto record = decoded(questionnaireAnswerObject, body, WireForm(profile));
            if (record && record->definition.groups.first().subgroups.first().label == u"here"_s)
                return wire;
        }
        return QString();
    };
    const QString whole = u"QuestionnaireAnswer.definition.groups.subgroups.label"_s;
    const QString inSchema = u"Definition.groups[].subgroups[].label"_s;
    QCOMPARE(name({}), u"label"_s);
    QCOMPARE(name({{u"label"_s, u"w1"_s}}), u"w1"_s);
    QCOMPARE(name({{u"label"_s, u"w1"_s}, {inSchema, u"w2"_s}}), u"w2"_s);
    QCOMPARE(name({{u"label"_s, u"w1"_s}, {inSchema, u"w2"_s}, {whole, u"w3"_s}}), u"w3"_s);
    QCOMPARE(name({{u"ChildQuestionnaireAnswer.definition.groups.subgroups.label"_s, u"w1"_s}}), u"label"_s);
}

void RecordRulesTest::messageOfAnErrorIsCheckedAndForgotten()
{
    QCOMPARE(decoded(errorObject, QByteArray(R"({"code":"E4041","message":"m"})"))->code, u"E4041"_s);
    QVERIFY(!decoded(errorObject, QByteArray(R"({"code":"E4041"})")));
    QVERIFY(!decoded(errorObject, QByteArray(R"({"code":"E4041","message":{}})")));
}

QTEST_GUILESS_MAIN(RecordRulesTest)
#include "tst_recordrules.moc"
