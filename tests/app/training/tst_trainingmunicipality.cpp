// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// The municipality's batch registration, its history, and the way of the identifiers behind it.
#include "trainingclient.h"

#include "app/base/json.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray token = "municipality-training-token";
const QString subsidies = u"/pmh/medical-subsidy/v3"_s;

/// A My Number that no file holds, and one of the built-in resident haruka.
const QByteArray newNumber = "918273645012", knownNumber = "000000000007";

/// JSON is easier to read here with single quotation marks.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray person(const QByteArray &myNumber, const QByteArray &more = {}, const QByteArray &certificate = "0000002")
{
    return json("{'myNumber':'" + myNumber + "','lastName':'架空','firstName':'花子','lastNameKana':'カクウ','firstNameKana':'ハナコ',"
        "'addressPref':'見本県','addressCity':'見本市','addressSection':'一丁目','addressHouseNumber':'0番0号',"
        "'birthDate':'1990-02-03','gender':'2','medicalSubsidyRegistrationNumber':'87654321',"
        "'medicalSubsidyCertificationNumber':'" + certificate + "'" + more + '}');
}

const QByteArray items = ",'certificateAllItems':{'受給者証名称':'自立支援医療受給者証（訓練）','有効期間':'令和8年から',"
                         "'あ':{'う':{'い':'三階'},'あ':'二階'},'1':'数字の名前','交付年月日':null}";

} // namespace

class TestTrainingMunicipality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_host.start()); }
    void cleanup() { QCOMPARE(client().control("POST", u"/reset"_s).status, 200); }

    void unknownMyNumber_makesAResidentWhomThePortalOffersAndWhoHasTheCertificate()
    {
        QCOMPARE(stateOf(post('[' + person(newNumber, items) + ']')), u"processed"_s);
        const QJsonArray people = client().control("GET", u"/people"_s).list();
        QCOMPARE(people.last()["name"_L1].toString(), u"架空　花子"_s);
        TrainingClient linked = client();
        linked.signIn(people.last()["key"_L1].toString(), {u"medical-subsidy"_s});
        const WireAnswer answer = linked.pmh({{u"processType"_s, u"InquireMedicalSubsidies"_s}}, subsidies);
        const uk::JsonValue read = uk::parseJson(answer.body).value();
        const uk::JsonValue &certificate = read["certificates"_L1][0];
        QCOMPARE(certificate["certificateName"_L1].toString(), u"自立支援医療受給者証（訓練）"_s);
        QCOMPARE(certificate["insurerNumber"_L1].toString(), u"87654321"_s);
        QCOMPARE(certificate["recipientNumber"_L1].toString(), u"0000002"_s);
        // In the order of the JSON text, three levels.
        QCOMPARE(uk::writeJson(certificate["details"_L1]),
                 json("[{'name':'受給者証名称','value':'自立支援医療受給者証（訓練）'},{'name':'有効期間','value':'令和8年から'},"
                            "{'name':'あ','children':[{'name':'う','children':[{'name':'い','value':'三階'}]},{'name':'あ','value':'二階'}]},"
                            "{'name':'1','value':'数字の名前'},{'name':'交付年月日','value':null}]"));
    }

    void newResident_standsOnThePortalsPage()
    {
        QCOMPARE(stateOf(post('[' + person(newNumber, items) + ']')), u"processed"_s);
        const QByteArray terms = client().get(u"/portal/authorize?response_type=code&client_id=uketsuke-training&redirect_uri="
                                              "http%3A%2F%2F127.0.0.1%3A5555%2Fcallback&state=state-of-22-characters&code_challenge="
                                              "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&scope=medical-subsidy"_s).body;
        const QString walk = hiddenField(terms, u"walk"_s);
        QVERIFY(client().get(u"/portal/method?agree=1&walk="_s + walk).body.contains("method-ic"));
        const QByteArray page = client().get(u"/portal/identity?method=ic&walk="_s + walk).body;
        QVERIFY(page.contains("架空　花子"));
        QVERIFY(!hrefOf(page, u"resident-m1"_s).isEmpty());
    }

    void certificateSentAgain_isReplacedAndOthersStay()
    {
        QCOMPARE(stateOf(post('[' + person(newNumber, items) + ',' + person(newNumber, items, "0000009") + ']')), u"processed"_s);
        const QByteArray changed = ",'certificateAllItems':{'受給者証名称':'変わった受給者証'}";
        QCOMPARE(stateOf(post('[' + person(newNumber, changed) + ']')), u"processed"_s);
        const QJsonArray certificates = certificatesOf(u"m1"_s);
        QCOMPARE(certificates.size(), 2);
        QCOMPARE(certificates[0]["certificateName"_L1].toString(), u"変わった受給者証"_s);
        QCOMPARE(certificates[1]["recipientNumber"_L1].toString(), u"0000009"_s);
        QCOMPARE(client().control("GET", u"/people"_s).list().last()["key"_L1].toString(), u"m1"_s);
    }

    void knownMyNumber_addsToThatPersonAndKeepsTheLedgerOfTheCertificate()
    {
        const QByteArray same = "{'myNumber':'000000000007','birthDate':'1984-09-30','medicalSubsidyRegistrationNumber':'54000002',"
                                "'medicalSubsidyCertificationNumber':'0000002','certificateAllItems':{'受給者証名称':'新しい名前'}}";
        const qsizetype before = client().control("GET", u"/people"_s).list().size();
        QCOMPARE(stateOf(post('[' + json(same) + ',' + person(knownNumber, items) + ']')), u"processed"_s);
        QCOMPARE(client().control("GET", u"/people"_s).list().size(), before);
        const QJsonArray certificates = certificatesOf(u"haruka"_s);
        QCOMPARE(certificates.size(), 2);
        QCOMPARE(certificates[0]["certificateName"_L1].toString(), u"新しい名前"_s);
        QCOMPARE(certificates[0]["copaymentLedgerSeg"_L1].toString(), u"1"_s);
    }

    void contentErrors_rejectTheWholeBatchWithTheirIndexAndNoValue_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *more, const char *message) { QTest::newRow(name) << QByteArray(more) << QByteArray(message); };
        row("day that does not exist", ",'certificationStartDate':'2026-02-30'", "certificationStartDate");
        row("another date format", ",'certificationEndDate':'2026/04/01'", "certificationEndDate");
        row("end before start", ",'certificationStartDate':'2026-04-02','certificationEndDate':'2026-04-01'", "certificationEndDate");
        row("common beside another limit", ",'copaymentLimit':{'common':{'amount':10000},'pharmacy':{'amount':1}}", "copaymentLimit.pharmacy");
        row("limit neither a day's nor a month's", ",'copaymentLimit':{'common':{'amount':10000,'perDayOrMonth':'3'}}", "copaymentLimit.common.perDayOrMonth");
        row("four levels of items", ",'certificateAllItems':{'a':{'b':{'c':{'d':'x'}}}}", "certificateAllItems");
        row("item that is a number", ",'certificateAllItems':{'a':12345}", "certificateAllItems");
    }
    void contentErrors_rejectTheWholeBatchWithTheirIndexAndNoValue()
    {
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, message);
        const qsizetype before = client().control("GET", u"/people"_s).list().size();
        const QJsonObject history = historyOf(post('[' + person("111111111111") + ',' + person(newNumber, more) + ']'));
        QCOMPARE(history["state"_L1].toString(), u"rejected"_s);
        QCOMPARE(history["errors"_L1].toArray().size(), 1);
        QCOMPARE(history["errors"_L1][0]["index"_L1].toInt(), 1);
        QCOMPARE(history["errors"_L1][0]["message"_L1].toString().section(u':', 0, 0).toUtf8(), message);
        QCOMPARE(client().control("GET", u"/people"_s).list().size(), before);
    }

    void schemaErrors_are400WithThePlaceAndTakeNothing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char *name, const QByteArray &body, const char *place) { QTest::newRow(name) << json(body) << QByteArray(place); };
        row("object", person(newNumber), "the body is not an array");
        row("not an object", "[1]", "[0]");
        row("My Number of eleven digits", '[' + person("12345678901") + ']', "[0].myNumber");
        row("My Number with a letter", '[' + person("12345678901x") + ']', "[0].myNumber");
        row("no birth date", "[{'myNumber':'111111111111','medicalSubsidyRegistrationNumber':'1','medicalSubsidyCertificationNumber':'2'}]", "[0].birthDate");
        row("gender", '[' + person(newNumber).replace("\"gender\":\"2\"", "\"gender\":\"9\"") + ']', "[0].gender");
        row("amount as text", '[' + person(newNumber, ",'copaymentLimit':{'common':{'amount':'1'}}") + ']', "[0].copaymentLimit.common.amount");
        row("items as a list", '[' + person(newNumber, ",'certificateAllItems':[]") + ']', "[0].certificateAllItems");
        row("the second one", '[' + person("111111111111") + ",{}]", "[1].myNumber");
        row("duplicate key", "[{'myNumber':'1','myNumber':'2'}]", "the body is not JSON");
        row("lone surrogate", "[{'lastName':'\\ud800'}]", "the body is not JSON");
    }
    void schemaErrors_are400WithThePlaceAndTakeNothing()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, place);
        const qsizetype before = client().control("GET", u"/people"_s).list().size();
        const WireAnswer answer = post(body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.code(), u"E4001"_s);
        QCOMPARE(answer.json()["message"_L1].toString().section(u':', 0, 0).toUtf8(), place);
        QCOMPARE(client().control("GET", u"/people"_s).list().size(), before);
    }

    void accessAndAddresses_areChecked()
    {
        QCOMPARE(post("[]", "another-token").code(), u"E4011"_s);
        TrainingClient linked = client();
        QCOMPARE(linked.send(url(u"/municipality/medical-subsidies-target-persons"_s), "GET").status, 405);
        QCOMPARE(linked.send(url(u"/municipality/others"_s), "POST").status, 404);
        QCOMPARE(linked.send(url(u"/municipality/registration-history"_s), "GET", {}, bearer(token)).status, 400);
        QCOMPARE(linked.send(url(u"/municipality/registration-history?serialNumber=x"_s), "GET", {}, bearer(token)).code(), u"E4041"_s);
        QCOMPARE(stateOf(post("[]")), u"processed"_s);
        const QJsonArray stop{QJsonObject{{u"service"_s, u"pmh"_s}}};
        QCOMPARE(client().control("PUT", u"/services"_s, QJsonObject{{u"stops"_s, stop}}).status, 200);
        QCOMPARE(post("[]").code(), u"E5031"_s);
    }

    void myNumbersAndIdentifiers_neverLeaveTheServer()
    {
        // Everything that the server says in a run with consent, inquiries, registrations and every control route.
        QByteArray said;
        const auto keep = [&said](const WireAnswer &answer) { said += answer.head + "\r\n\r\n" + answer.body + '\n'; };
        keep(post('[' + person(newNumber, items) + ",{\"myNumber\":\"918273645012\"}]"));
        keep(post('[' + person(newNumber, ",'certificationStartDate':'918273645012'") + ']'));
        const WireAnswer accepted = post('[' + person(newNumber, items) + ',' + person(knownNumber, items) + ']');
        keep(accepted);
        keep(historyAnswer(accepted));
        for (const QString &key : {u"haruka"_s, u"m1"_s, u"minori"_s, u"hanae"_s, u"nozomi"_s}) {
            const WireAnswer issued = client().control("POST", u"/tokens"_s, QJsonObject{{u"person"_s, key}});
            keep(issued);
            TrainingClient linked = client();
            linked.setToken(issued.json()["token"_L1].toString().toLatin1());
            for (const auto &[area, type] : everyInquiry())
                keep(linked.pmh({{u"processType"_s, type}}, "/pmh/"_L1 + area));
            keep(client().control("GET", u"/people/%1/stored"_s.arg(key)));
        }
        for (const QString &path : {u"/"_s, u"/people"_s, u"/journal"_s, u"/requests"_s, u"/faults"_s, u"/tokens"_s})
            keep(client().control("GET", path));
        QVERIFY(said.contains("架空　花子"));
        QVERIFY(said.contains("InquireMedicalSubsidies"));
        QVERIFY(!said.contains(newNumber));
        QVERIFY(!said.contains(knownNumber));
        QVERIFY(!said.contains("918273645"));
        for (const char *member : {"pmhId", "pseudonym", "linkKey", "myNumber\":"})
            QVERIFY2(!said.contains(member), member);
        // Nobody's token, and the municipality's one, is repeated in a log.
        QVERIFY(!client().control("GET", u"/requests"_s).body.contains(token));
    }

private:
    [[nodiscard]] TrainingClient client() const { return TrainingClient(m_host.server()); }
    [[nodiscard]] QUrl url(const QString &path) const { return QUrl(m_host.server().baseUrl().toString() + path); }
    [[nodiscard]] static QByteArray bearer(const QByteArray &value) { return "Authorization: Bearer " + value + "\r\n"; }
    [[nodiscard]] WireAnswer post(const QByteArray &body, const QByteArray &by = token) const
    {
        return client().send(url(u"/municipality/medical-subsidies-target-persons"_s), "POST", body,
                             "Content-Type: application/json\r\n" + bearer(by));
    }
    [[nodiscard]] WireAnswer historyAnswer(const WireAnswer &accepted) const
    {
        return client().send(url(u"/municipality/registration-history?serialNumber="_s + accepted.json()["serialNumber"_L1].toString()),
                             "GET", {}, bearer(token));
    }
    [[nodiscard]] QJsonObject historyOf(const WireAnswer &accepted) const { return historyAnswer(accepted).json(); }
    [[nodiscard]] QString stateOf(const WireAnswer &accepted) const { return historyOf(accepted)["state"_L1].toString(); }
    [[nodiscard]] QJsonArray certificatesOf(const QString &key) const
    {
        TrainingClient linked = client();
        linked.signIn(key, {u"medical-subsidy"_s});
        return linked.pmh({{u"processType"_s, u"InquireMedicalSubsidies"_s}}, subsidies).json()["certificates"_L1].toArray();
    }
    [[nodiscard]] static QList<std::pair<QString, QString>> everyInquiry()
    {
        return {{u"vaccination/v4"_s, u"InquireVaccinationList"_s},       {u"vaccination/v4"_s, u"InquireQuestionnaireList"_s},
                {u"maternal-child/v3"_s, u"InquirePrenatalCheckups"_s},   {u"maternal-child/v3"_s, u"InquirePrenatalVouchers"_s},
                {u"maternal-child/v3"_s, u"InquireHomecoming"_s},         {u"maternal-child/v3"_s, u"InquirePregnancyLoss"_s},
                {u"maternal-child/v3"_s, u"InquirePrenatalMchbook"_s},    {u"maternal-child/v3"_s, u"InquireChildCheckups"_s},
                {u"maternal-child/v3"_s, u"InquireChildMchbook"_s},       {u"medical-subsidy/v3"_s, u"InquireMedicalSubsidies"_s}};
    }

    mutable TrainingHost m_host;
};

QTEST_GUILESS_MAIN(TestTrainingMunicipality)
#include "tst_trainingmunicipality.moc"
