// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "itemtable.h"

#include "app/pmh/contract.h"
#include "app/pmh/profile.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

struct CsvRow
{
    QString item, processType, direction, schema, path;
};

/// The guideline's items of the area and their places in the contract.
QList<CsvRow> itemsOfTheArea()
{
    QFile file(QFINDTESTDATA("data/items-vaccination.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<CsvRow> rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.sliced(1)) {
        const QStringList cells = line.split(u',');
        const QStringList place = cells.at(3).split(u": "_s);
        rows.append({cells.at(0), cells.at(1), cells.at(2), place.at(0), place.at(1)});
    }
    return rows;
}

const QByteArray baseBodies[][2] = {
    {"VaccinationList",
     R"({"vaccinations":[{"questionnaireManagementId":"q","vaccinationScheduleId":"s","type":{}}]})"},
    {"QuestionnaireList",
     R"({"questionnaires":[{"questionnaireManagementId":"q","questionnaireName":"n","answerStatusSeg":"0"}]})"},
    {"QuestionnaireAnswer",
     R"({"questionnaireManagementId":"q","questionnaireName":"n","isAnswerable":false,"answerStatusSeg":"0",
         "basicFiveInfo":{"name":"-","nameKana":"-","address":"-","dateOfBirth":"2000-01-01","sex":"0"},
         "definition":{"groups":[{"label":null,"subgroups":[{"items":[]}]}]},
         "answers":[{"itemMasterId":"a","repeatNumber":1,"result":""}],
         "latestAnswers":[{"itemMasterId":"a","repeatNumber":1,"result":""}]})"},
    {"VaccinationCertificate", R"({"pdfFileName":"f","pdfData":""})"},
};

/// Another value at a path; objects and first entries that are missing are made on the way.
JsonValue with(const JsonValue &json, QStringList path, const JsonValue &value)
{
    if (path.isEmpty())
        return value;
    QString name = path.takeFirst();
    const bool isList = name.endsWith("[]"_L1);
    name.remove("[]"_L1);
    JsonValue inner = json.find(name) ? *json.find(name) : JsonValue();
    if (isList) {
        QList<JsonValue> items = inner.items();
        if (items.isEmpty())
            items.append(JsonValue::object());
        items[0] = with(items.at(0), path, value);
        inner = JsonValue::array(items);
    } else {
        inner = with(inner, path, value);
    }
    JsonValue result = JsonValue::object();
    bool isSet = false;
    for (const JsonMember &member : json.members()) {
        result.append(member.name, member.name == name ? inner : member.value);
        isSet = isSet || member.name == name;
    }
    if (!isSet)
        result.append(name, inner);
    return result;
}

JsonValue at(const JsonValue &json, const QStringList &path)
{
    JsonValue value = json;
    for (QString name : path) {
        const bool isList = name.endsWith("[]"_L1);
        const JsonValue *inner = value.find(name.remove("[]"_L1));
        value = inner ? (isList ? inner->items().value(0) : *inner) : JsonValue();
    }
    return value;
}

JsonValue baseBody(const QString &schema)
{
    for (const auto &body : baseBodies) {
        if (schema == QString::fromLatin1(body[0]))
            return *parseJson(body[1]);
    }
    return {};
}

itemtable::Decoded decode(const QString &schema, const WireForm &form, const JsonValue &wire)
{
    itemtable::Decoded decoded;
    const auto take = [&](const auto &result, auto &place) {
        if (!result)
            decoded.result = std::unexpected(result.error());
        else if constexpr (requires { result->first().unreadable; }) {
            place = result->first();
            if (place.unreadable)
                decoded.result = std::unexpected(*place.unreadable);
        } else
            place = *result;
    };
    if (schema == "VaccinationList"_L1)
        take(decodeVaccinations(form, wire), decoded.vaccination);
    else if (schema == "QuestionnaireList"_L1)
        take(decodeQuestionnaires(form, wire), decoded.summary);
    else if (schema == "QuestionnaireAnswer"_L1)
        take(decodeQuestionnaire(form, wire), decoded.questionnaire);
    else
        take(decodeCertificate(form, wire), decoded.certificate);
    return decoded;
}

QString schemaOf(const QString &item)
{
    const QList<CsvRow> rows = itemsOfTheArea();
    const auto row = std::ranges::find(rows, item, &CsvRow::item);
    return row == rows.cend() ? QString() : row->schema;
}

} // namespace

class RecordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyInquiredItemHasItsRowAtItsPlace();
    void everyItemComesOutOfTheWire_data();
    void everyItemComesOutOfTheWire();
    void everyItemComesOutUnderAnotherName_data() { everyItemComesOutOfTheWire_data(); }
    void everyItemComesOutUnderAnotherName();
    void everyItemOfAWrongTypeIsNamed_data() { everyItemComesOutOfTheWire_data(); }
    void everyItemOfAWrongTypeIsNamed();
    void everyItemMayBeNullUnlessRequired_data() { everyItemComesOutOfTheWire_data(); }
    void everyItemMayBeNullUnlessRequired();
    void everyRegisteredItemGoesToTheWire();
    void everyMemberOfAQuestionIsRead();
    void wrongValuesOfRightTypesAreRefused_data();
    void wrongValuesOfRightTypesAreRefused();
    void unknownMembersAreDropped();
    void codesAreRenamedAndUnknownOnesStayRaw();
    void processTypesAreRenamed();
    void longestNameWins();

private:
    /// The row that the test function is called for.
    [[nodiscard]] static const itemtable::Row &row()
    {
        return *std::ranges::find(itemtable::rows(), QString::fromLatin1(QTest::currentDataTag()), &itemtable::Row::item);
    }
    const ConnectionProfile m_profile; ///< the canonical names
};

void RecordsTest::everyInquiredItemHasItsRowAtItsPlace()
{
    const QList<CsvRow> items = itemsOfTheArea();
    QCOMPARE(items.size(), 78);
    QSet<QString> covered;
    for (const CsvRow &item : items) {
        if (item.direction == "register"_L1)
            continue;
        const auto known = std::ranges::find(itemtable::rows(), item.item, &itemtable::Row::item);
        QVERIFY2(known != itemtable::rows().cend(), qPrintable(item.item));
        QVERIFY2(known->path.startsWith(item.path), qPrintable(item.item));
        covered.insert(item.item);
    }
    QCOMPARE(covered.size(), itemtable::rows().size());
}

void RecordsTest::everyItemComesOutOfTheWire_data()
{
    QTest::addColumn<QString>("item");
    for (const itemtable::Row &item : itemtable::rows())
        QTest::newRow(qPrintable(item.item)) << item.item;
}

void RecordsTest::everyItemComesOutOfTheWire()
{
    const QString schema = schemaOf(row().item);
    const WireForm form(m_profile);
    const JsonValue base = baseBody(schema);
    const auto before = decode(schema, form, base);
    QVERIFY(before.result);
    QVERIFY2(row().shown(before) != row().expected, "the value is not there by itself");
    const auto after = decode(schema, form, with(base, row().path.split(u'.'), *parseJson(row().wire)));
    QVERIFY2(after.result, qPrintable(after.result ? QString() : after.result.error().detail));
    QCOMPARE(row().shown(after), row().expected);
}

void RecordsTest::everyItemComesOutUnderAnotherName()
{
    const QString schema = schemaOf(row().item);
    QStringList path = row().path.split(u'.');
    ConnectionProfile profile;
    profile.members.insert(schema + u'.' + row().path, u"別名"_s);
    path.last() = u"別名"_s;
    const WireForm form(profile);
    const auto renamed = decode(schema, form, with(baseBody(schema), path, *parseJson(row().wire)));
    // Answers and the definition stand in several entries; the base has one of each, so renaming reaches it.
    QVERIFY2(renamed.result, qPrintable(renamed.result ? QString() : renamed.result.error().detail));
    QCOMPARE(row().shown(renamed), row().expected);
    // And the canonical name is now unknown.
    const JsonValue old = with(baseBody(schema), row().path.split(u'.'), *parseJson(row().wire));
    const auto dropped = decode(schema, form, old);
    QCOMPARE(dropped.result.has_value(), !row().isRequired);
    QVERIFY(row().shown(dropped) != row().expected);
}

void RecordsTest::everyItemOfAWrongTypeIsNamed()
{
    const QString schema = schemaOf(row().item);
    const WireForm form(m_profile);
    // An array in an array is the wrong type everywhere.
    const JsonValue wire = with(baseBody(schema), row().path.split(u'.'), *parseJson("[[1]]"));
    const auto decoded = decode(schema, form, wire);
    QVERIFY(!decoded.result);
    QCOMPARE(decoded.result.error().code, ErrorCode::AnswerWrongType);
    QVERIFY2(decoded.result.error().arguments.first().split(u' ').contains(row().item),
             qPrintable(decoded.result.error().detail));
    QVERIFY(decoded.result.error().detail.startsWith(schema + u": "_s));
}

void RecordsTest::everyItemMayBeNullUnlessRequired()
{
    const QString schema = schemaOf(row().item);
    const WireForm form(m_profile);
    const auto decoded = decode(schema, form, with(baseBody(schema), row().path.split(u'.'), JsonValue()));
    QCOMPARE(decoded.result.has_value(), !row().isRequired);
    if (decoded.result)
        return;
    QCOMPARE(decoded.result.error().code, ErrorCode::AnswerMemberMissing);
    QVERIFY(decoded.result.error().arguments.first().split(u' ').contains(row().item));
}

void RecordsTest::everyRegisteredItemGoesToTheWire()
{
    const QuestionnaireRegistration registration{u"q9"_s, u"2"_s, 3, {{{u"i9"_s, 4}, u"\U00020BB7"_s}}};
    const QHash<QString, std::pair<QString, QByteArray>> expected{
        {u"V70"_s, {u"processType"_s, "\"RegisterQuestionnaireAnswer\""}},
        {u"V71"_s, {u"questionnaireManagementId"_s, "\"q9\""}},
        {u"V72"_s, {u"answerStatusSeg"_s, "\"2\""}},
        {u"V73"_s, {u"lastUpdatedPageNumber"_s, "3"}},
        {u"V74"_s, {u"answers[].itemMasterId"_s, "\"i9\""}},
        {u"V75"_s, {u"answers[].repeatNumber"_s, "4"}},
        {u"V76"_s, {u"answers[].result"_s, "\"𠮷\""}},
    };
    int walked = 0;
    for (const CsvRow &item : itemsOfTheArea()) {
        if (item.direction != "register"_L1)
            continue;
        const auto [path, wire] = expected.value(item.item);
        QVERIFY2(path.startsWith(item.path), qPrintable(item.item));
        QStringList segments = path.split(u'.');
        QCOMPARE(writeJson(at(encodeRegistration(WireForm(m_profile), registration), segments)), wire);
        ConnectionProfile profile;
        profile.members.insert(item.schema + u'.' + path, u"別名"_s);
        segments.last() = u"別名"_s;
        QCOMPARE(writeJson(at(encodeRegistration(WireForm(profile), registration), segments)), wire);
        ++walked;
    }
    QCOMPARE(walked, expected.size());
}

void RecordsTest::everyMemberOfAQuestionIsRead()
{
    const JsonValue items = *parseJson(R"([{"itemMasterId":"i","label":"l","answerType":"multipleChoice",
        "isRequired":true,"choices":[{"value":"2","label":"b"},{"value":"1","label":"a","isExclusive":true}],
        "unit":"℃","minimum":34,"maximum":42.5,"isRangeWarningOnly":true,"decimalPlaces":1.0,"maxLength":200,
        "visibleWhen":{"itemMasterId":"c","anyOf":["1","2"]},"isSensitive":true,"isHealthToday":true,
        "isReadOnly":true,"note":"n"}])");
    const QStringList path{u"definition"_s, u"groups[]"_s, u"subgroups[]"_s, u"items"_s};
    const auto record = decodeQuestionnaire(WireForm(m_profile),
                                            with(baseBody(u"QuestionnaireAnswer"_s), path, items));
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

void RecordsTest::wrongValuesOfRightTypesAreRefused_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("wire");
    const QString q = u"QuestionnaireAnswer"_s;
    const QString v = u"VaccinationList"_s;
    QTest::newRow("day that does not exist") << v << u"vaccinations[].recommendedOn"_s << QByteArray(R"("2025-02-29")");
    QTest::newRow("day with slashes") << v << u"vaccinations[].recommendedOn"_s << QByteArray(R"("2025/02/28")");
    QTest::newRow("day without zeros") << v << u"vaccinations[].recommendedOn"_s << QByteArray(R"("2025-2-28")");
    QTest::newRow("day and time") << v << u"vaccinations[].recommendedOn"_s << QByteArray(R"("2025-02-28T00:00")");
    QTest::newRow("day in full width") << v << u"vaccinations[].recommendedOn"_s << QByteArray("\"２０２５-02-28\"");
    QTest::newRow("empty day") << v << u"vaccinations[].recommendedOn"_s << QByteArray(R"("")");
    QTest::newRow("half a dose") << v << u"vaccinations[].type.doseNumber"_s << QByteArray("1.5");
    QTest::newRow("too many doses") << v << u"vaccinations[].type.doseNumber"_s << QByteArray("2147483648");
    QTest::newRow("repeat 0") << q << u"answers[].repeatNumber"_s << QByteArray("0");
    QTest::newRow("maxRepeat 0") << q << u"definition.groups[].subgroups[].maxRepeat"_s << QByteArray("0");
    QTest::newRow("result number") << q << u"answers[].result"_s << QByteArray("36.5");
    QTest::newRow("result with a number in it") << q << u"answers[].result"_s << QByteArray(R"(["1",2])");
    QTest::newRow("code as a number") << q << u"answerStatusSeg"_s << QByteArray("1");
    QTest::newRow("null among texts") << q << u"completedVaccineNames"_s << QByteArray(R"(["a",null])");
    QTest::newRow("null among records") << v << u"vaccinations"_s << QByteArray("[null]");
    QTest::newRow("empty question id") << q << u"definition.groups[].subgroups[].items[].itemMasterId"_s
                                       << QByteArray(R"("")");
}

void RecordsTest::wrongValuesOfRightTypesAreRefused()
{
    QFETCH(QString, schema);
    QFETCH(QString, path);
    QFETCH(QByteArray, wire);
    const auto decoded = decode(schema, WireForm(m_profile),
                                with(baseBody(schema), path.split(u'.'), *parseJson(wire)));
    QVERIFY(!decoded.result);
    QCOMPARE(decoded.result.error().code, ErrorCode::AnswerWrongType);
}

void RecordsTest::unknownMembersAreDropped()
{
    const QString schema = u"QuestionnaireAnswer"_s;
    JsonValue body = with(baseBody(schema), {u"future"_s, u"deep"_s}, JsonValue::number(qint64(1)));
    body = with(body, {u"answers[]"_s, u"future"_s}, JsonValue::boolean(true));
    const auto decoded = decodeQuestionnaire(WireForm(m_profile), body);
    QVERIFY(decoded);
    QCOMPARE(*decoded, *decodeQuestionnaire(WireForm(m_profile), baseBody(schema)));
}

void RecordsTest::codesAreRenamedAndUnknownOnesStayRaw()
{
    ConnectionProfile profile;
    profile.codes.insert(u"answerStatusSeg"_s, {{u"draft"_s, u"1"_s}, {u"done"_s, u"2"_s}, {u"1"_s, u"0"_s}});
    const WireForm form(profile);
    const auto status = [&](const QByteArray &wire) {
        return decodeQuestionnaire(form, with(baseBody(u"QuestionnaireAnswer"_s), {u"answerStatusSeg"_s},
                                              *parseJson(wire)))->answerStatusSeg;
    };
    QCOMPARE(status("\"draft\""), u"1"_s);
    QCOMPARE(status("\"1\""), u"0"_s);
    QCOMPARE(status("\"9\""), u"9"_s);
    // "2" is the canonical name of another value: it must not be taken for "answered".
    QVERIFY(status("\"2\"") != u"2"_s);
    QVERIFY(status("\"2\"").endsWith(u'2'));
    const JsonValue sent = encodeRegistration(form, {u"q"_s, u"2"_s, 1, {}});
    QCOMPARE(sent.find(u"answerStatusSeg")->toString(), u"done"_s);
}

void RecordsTest::processTypesAreRenamed()
{
    ConnectionProfile profile;
    profile.processTypes.insert(u"InquireVaccinationCertificate"_s, u"B0042"_s);
    profile.members.insert(u"processType"_s, u"shoriShubetsu"_s);
    profile.members.insert(u"InquireVaccinationCertificate.vaccinationScheduleId"_s, u"yoteiId"_s);
    const auto type = std::ranges::find(processTypes(), "InquireVaccinationCertificate"_L1, &ProcessType::name);
    QCOMPARE(writeJson(encodeInquiry(WireForm(profile), *type, "vaccinationScheduleId"_L1, u"s1"_s)),
             QByteArray(R"({"shoriShubetsu":"B0042","yoteiId":"s1"})"));
    QCOMPARE(processTypes().size(), 20U);
}

void RecordsTest::longestNameWins()
{
    const auto name = [](const QHash<QString, QString> &members) {
        ConnectionProfile profile;
        profile.members = members;
        for (const QString &wire : {u"w1"_s, u"w2"_s, u"w3"_s, u"label"_s}) {
            const JsonValue body = with(baseBody(u"QuestionnaireAnswer"_s),
                                        {u"definition"_s, u"groups[]"_s, u"subgroups[]"_s, wire},
                                        JsonValue::string(u"here"));
            const auto record = decodeQuestionnaire(WireForm(profile), body);
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

QTEST_GUILESS_MAIN(RecordsTest)
#include "tst_records.moc"
