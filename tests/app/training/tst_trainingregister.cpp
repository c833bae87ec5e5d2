// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// The six registrations and what is inquired afterwards, over real HTTP.
#include "trainingclient.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonObject itemAnswer(const QString &id, const QJsonValue &result, int repeat = 1)
{
    return {{u"itemId"_s, id}, {u"repeatNumber"_s, repeat}, {u"result"_s, result}};
}

QJsonObject answer(const QString &id, const QJsonValue &result, int repeat = 1)
{
    return {{u"itemMasterId"_s, id}, {u"repeatNumber"_s, repeat}, {u"result"_s, result}};
}

/// A request by its process type and further members.
QJsonObject request(const QString &processType, QJsonObject members = {})
{
    members.insert(u"processType"_s, processType);
    return members;
}

QJsonObject homecoming(const QJsonArray &answers, bool isDeleted = false, const QString &id = u"MP-HA-1"_s)
{
    return request(u"RegisterHomecoming"_s, {{u"pregnancyByMunicipalityId"_s, id}, {u"isDeleted"_s, isDeleted}, {u"answers"_s, answers}});
}

QJsonObject loss(const QString &id, const QString &day)
{
    return request(u"RegisterPregnancyLoss"_s, {{u"pregnancyByMunicipalityId"_s, id}, {u"diagnosedOn"_s, day}});
}

QJsonObject prenatalBook(const QJsonArray &items, const QString &id = u"P-HA-1"_s)
{
    return request(u"RegisterPrenatalMchbook"_s, {{u"pregnancyId"_s, id}, {u"items"_s, items}});
}

QJsonObject childBook(const QJsonArray &items)
{
    return request(u"RegisterChildMchbook"_s, {{u"items"_s, items}});
}

QJsonObject checkup(const QString &id, const QJsonArray &answers, const QString &status, int page = 1)
{
    return request(u"RegisterChildQuestionnaireAnswer"_s, {{u"childCheckupId"_s, id},
                                                         {u"answerStatusSeg"_s, status},
                                                         {u"lastUpdatedPageNumber"_s, page},
                                                         {u"answers"_s, answers}});
}

/// The read-only items of the first handbook, as they are stored.
QJsonArray doctorsPart()
{
    return {itemAnswer(u"PB-301"_s, u"2027-02-08"_s), itemAnswer(u"PB-302"_s, u"塩分をひかえましょう（訓練）。"_s),
            itemAnswer(u"PB-303"_s, u"1"_s)};
}

QJsonArray doctorsPartAnd(const QList<QJsonObject> &more)
{
    QJsonArray items = doctorsPart();
    for (const QJsonObject &one : more)
        items.append(one);
    return items;
}

const QJsonObject homecomingOfficersNote = itemAnswer(u"H-06"_s, u"里帰り先の市と連絡ずみ（訓練）。"_s);

} // namespace

class TestTrainingRegister : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_host.start()); }
    void cleanup() { QCOMPARE(client().control("POST", u"/reset"_s).status, 200); }

    void homecoming_isChangedRemovedAndMadeAgain()
    {
        const QJsonArray changed{itemAnswer(u"H-01"_s, u"2026-12-21"_s), itemAnswer(u"H-03"_s, u"例示県"_s), homecomingOfficersNote,
                                 itemAnswer(u"H-10"_s, u"𠮷田産婦人科"_s), itemAnswer(u"H-10"_s, u"二つめ"_s, 2)};
        const TrainingClient hanae = signedIn(u"hanae"_s);
        const WireAnswer stored = register_(hanae, homecoming(changed));
        QCOMPARE(stored.status, 200);
        QCOMPARE(stored.json(), (QJsonObject{{u"pregnancyByMunicipalityId"_s, u"MP-HA-1"_s}}));
        QCOMPARE(inquire(hanae, u"InquireHomecoming"_s)["answers"_L1].toArray(), changed);
        QCOMPARE(register_(hanae, homecoming(changed, true)).code(), u"E4001"_s);
        QCOMPARE(inquire(hanae, u"InquireHomecoming"_s)["answers"_L1].toArray(), changed);
        QCOMPARE(register_(hanae, homecoming({}, true)).status, 200);
        const QJsonObject removed = inquire(hanae, u"InquireHomecoming"_s);
        QCOMPARE(removed["pregnancyByMunicipalityId"_L1].toString(), u"MP-HA-1"_s);
        QCOMPARE(removed["definition"_L1]["sections"_L1].toArray().size(), 3);
        QVERIFY(removed["answers"_L1].isArray() && removed["answers"_L1].toArray().isEmpty());
        QCOMPARE(register_(hanae, homecoming({itemAnswer(u"H-03"_s, u"また"_s)})).status, 200);
        QCOMPARE(journal().size(), 3);
        QCOMPARE(journal()[1]["body"_L1]["isDeleted"_L1].toBool(), true);
        QCOMPARE(journal()[1]["before"_L1]["answers"_L1].toArray(), changed);
    }

    void pregnancyLoss_isWhatIsInquiredNext()
    {
        const TrainingClient hanae = signedIn(u"hanae"_s);
        const QJsonObject nothing = inquire(hanae, u"InquirePregnancyLoss"_s);
        QVERIFY(nothing["pregnancyByMunicipalityId"_L1].isNull() && nothing["pregnancyLossOn"_L1].isNull());
        QCOMPARE(register_(hanae, loss(u"MP-HA-0"_s, u"2026-10-01"_s)).json(),
                 (QJsonObject{{u"pregnancyByMunicipalityId"_s, u"MP-HA-0"_s}}));
        const QJsonObject read = inquire(hanae, u"InquirePregnancyLoss"_s);
        QCOMPARE(read["pregnancyByMunicipalityId"_L1].toString(), u"MP-HA-0"_s);
        QCOMPARE(read["pregnancyLossOn"_L1].toString(), u"2026-10-01"_s);
        QCOMPARE(journal()[0]["before"_L1]["pregnancyLossOn"_L1], QJsonValue(QJsonValue::Null));
        QCOMPARE(journal()[0]["key"_L1].toString(), u"MP-HA-0"_s);
    }

    void prenatalHandbook_comesBackByCategoryAndOtherPregnanciesStay()
    {
        const TrainingClient hanae = signedIn(u"hanae"_s);
        const QJsonObject other = inquire(hanae, u"InquirePrenatalMchbook"_s, {{u"pregnancyId"_s, u"P-HA-0"_s}});
        const QJsonArray items = doctorsPartAnd({itemAnswer(u"PB-102"_s, u"52"_s), itemAnswer(u"PB-203"_s, u"質問\n二つめ"_s)});
        QCOMPARE(register_(hanae, prenatalBook(items)).json(), (QJsonObject{{u"pregnancyId"_s, u"P-HA-1"_s}}));
        const QJsonArray books = inquire(hanae, u"InquirePrenatalMchbook"_s)["mchbooks"_L1].toArray();
        QCOMPARE(books.size(), 2);
        const QJsonArray categories = books[0]["answers"_L1]["categories"_L1].toArray();
        QCOMPARE(categories.size(), 3);
        QCOMPARE(categories[0].toObject(), (QJsonObject{{u"categoryId"_s, u"PB-1"_s}, {u"items"_s, QJsonArray{items[3]}}}));
        QCOMPARE(categories[2]["items"_L1].toArray(), doctorsPart());
        QCOMPARE(inquire(hanae, u"InquirePrenatalMchbook"_s, {{u"pregnancyId"_s, u"P-HA-0"_s}}), other);
        QCOMPARE(other["mchbooks"_L1].toArray().size(), 1);
    }

    void childHandbook_echoesItsProcessType()
    {
        const TrainingClient nozomi = signedIn(u"nozomi"_s);
        QJsonArray items{itemAnswer(u"CB-101"_s, u"2980"_s), itemAnswer(u"CB-102"_s, u"48.5"_s), itemAnswer(u"CB-103"_s, u"39"_s)};
        items.append(QJsonObject{{u"itemId"_s, u"CB-201"_s}, {u"result"_s, u"0"_s}}); // its repeatNumber may be left out
        QCOMPARE(register_(nozomi, childBook(items)).json(), (QJsonObject{{u"processType"_s, u"RegisterChildMchbook"_s}}));
        const QJsonArray categories = inquire(nozomi, u"InquireChildMchbook"_s)["answers"_L1]["categories"_L1].toArray();
        QCOMPARE(categories.size(), 2);
        QCOMPARE(categories[1]["items"_L1].toArray(), (QJsonArray{items[3]}));
        QCOMPARE(journal()[0]["key"_L1].toString(), u"childMchbook"_s);
    }

    void checkupQuestionnaire_isStoredAndShownInTheListOfCheckups()
    {
        const TrainingClient nozomi = signedIn(u"nozomi"_s);
        const QJsonObject before = inquire(nozomi, u"InquireChildQuestionnaireAnswer"_s, {{u"childCheckupId"_s, u"CC-NO-18"_s}});
        QJsonArray answers = before["answers"_L1].toArray();
        QCOMPARE(register_(nozomi, checkup(u"CC-NO-18"_s, answers, u"2"_s, 3)).code(), u"E4003"_s); // K-07 is missing
        answers.append(answer(u"K-07"_s, u"0"_s));
        const WireAnswer stored = register_(nozomi, checkup(u"CC-NO-18"_s, answers, u"2"_s, 3));
        QCOMPARE(stored.json(), (QJsonObject{{u"childCheckupId"_s, u"CC-NO-18"_s}, {u"answerStatusSeg"_s, u"2"_s}}));
        const QJsonObject read = inquire(nozomi, u"InquireChildQuestionnaireAnswer"_s, {{u"childCheckupId"_s, u"CC-NO-18"_s}});
        QCOMPARE(read["answers"_L1].toArray(), answers);
        QCOMPARE(read["lastUpdatedPageNumber"_L1].toInt(), 3);
        QCOMPARE(read["basicFiveInfo"_L1]["name"_L1].toString(), u"例野　のぞみ"_s);
        const QJsonArray list = inquire(nozomi, u"InquireChildCheckups"_s)["checkups"_L1].toArray();
        QCOMPARE(list[0]["answerStatusSeg"_L1].toString(), u"2"_s);
        QCOMPARE(list[0]["isAnswerable"_L1].toBool(), true);
        QCOMPARE(list[2]["isAnswerable"_L1].toBool(), false);
        QCOMPARE(register_(nozomi, checkup(u"CC-NO-18"_s, answers, u"1"_s)).code(), u"E4092"_s);
        QCOMPARE(register_(nozomi, checkup(u"CC-NO-10"_s, answers, u"2"_s)).code(), u"E4091"_s);
        QCOMPARE(register_(nozomi, checkup(u"CC-NO-18"_s, answers, u"2"_s, 4)).code(), u"E4001"_s);
    }

    void unknownAnswerTypeOfACheckup_comesBackUnchanged()
    {
        const TrainingClient takumi = signedIn(u"takumi"_s);
        QCOMPARE(register_(takumi, checkup(u"CC-TA-36"_s, {answer(u"L-02"_s, u"0"_s)}, u"1"_s)).code(), u"E4003"_s);
        QCOMPARE(register_(takumi, checkup(u"CC-TA-36"_s, {answer(u"L-33"_s, u"left-knee:1"_s)}, u"1"_s)).status, 200);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("place");
        const QString hanae = u"hanae"_s, nozomi = u"nozomi"_s;
        const auto row = [](const char *name, const QString &person, const QJsonObject &body, const QString &code, const QString &place) {
            QTest::newRow(name) << person << body << code << place;
        };
        row("homecoming of another person", u"shiori"_s, homecoming({}), u"E4041"_s, u"pregnancyByMunicipalityId"_s);
        row("loss of another person", u"shiori"_s, loss(u"MP-HA-1"_s, u"2026-10-01"_s), u"E4041"_s, u"pregnancyByMunicipalityId"_s);
        row("loss without any pregnancy", u"nashi"_s, loss(u"MP-HA-1"_s, u"2026-10-01"_s), u"E4041"_s, u"pregnancyByMunicipalityId"_s);
        row("loss on no date", hanae, loss(u"MP-HA-1"_s, u"2026/10/01"_s), u"E4001"_s, u"diagnosedOn"_s);
        row("loss on a day that does not exist", hanae, loss(u"MP-HA-1"_s, u"2026-02-30"_s), u"E4003"_s, u"diagnosedOn"_s);
        row("handbook of another person", u"shiori"_s, prenatalBook(doctorsPart()), u"E4041"_s, u"pregnancyId"_s);
        row("check-up of another person", u"takumi"_s, checkup(u"CC-NO-18"_s, {}, u"1"_s), u"E4041"_s, u"childCheckupId"_s);
        row("check-up without a questionnaire", nozomi, checkup(u"CC-NO-04"_s, {}, u"1"_s), u"E4041"_s, u"childCheckupId"_s);
        row("isDeleted is missing", hanae, request(u"RegisterHomecoming"_s, {{u"pregnancyByMunicipalityId"_s, u"MP-HA-1"_s}, {u"answers"_s, QJsonArray()}}),
            u"E4001"_s, u"isDeleted"_s);
        row("itemMasterId where itemId belongs", hanae, prenatalBook({answer(u"PB-101"_s, u"150"_s)}), u"E4001"_s, u"items[0].itemId"_s);
        row("itemId where itemMasterId belongs", nozomi, checkup(u"CC-NO-18"_s, {itemAnswer(u"K-07"_s, u"0"_s)}, u"1"_s), u"E4001"_s,
            u"answers[0].itemMasterId"_s);
        row("repeat 0", hanae, homecoming({itemAnswer(u"H-10"_s, u"x"_s, 0)}), u"E4001"_s, u"answers[0].repeatNumber"_s);
        row("repeat above the section's count", hanae, homecoming({homecomingOfficersNote, itemAnswer(u"H-20"_s, u"x"_s, 3)}), u"E4003"_s,
            u"answers[1].repeatNumber"_s);
        row("repeats with a gap", hanae, homecoming({homecomingOfficersNote, itemAnswer(u"H-10"_s, u"x"_s), itemAnswer(u"H-10"_s, u"y"_s, 3)}), u"E4003"_s,
            u"answers[2].repeatNumber"_s);
        row("hidden item", hanae, homecoming({homecomingOfficersNote, itemAnswer(u"H-10"_s, u"x"_s), itemAnswer(u"H-13"_s, u"000"_s)}), u"E4003"_s,
            u"answers[2].result"_s);
        row("officer's note changed", hanae, homecoming({itemAnswer(u"H-06"_s, u"別"_s)}), u"E4003"_s, u"answers"_s);
        row("doctor's part left out", hanae, prenatalBook({itemAnswer(u"PB-102"_s, u"52"_s)}), u"E4003"_s, u"items"_s);
        row("second repeat in a handbook", hanae, prenatalBook(doctorsPartAnd({itemAnswer(u"PB-102"_s, u"52"_s, 2)})), u"E4003"_s,
            u"items[3].repeatNumber"_s);
        row("item of another form", nozomi, childBook({itemAnswer(u"PB-102"_s, u"52"_s)}), u"E4003"_s, u"items[0].itemId"_s);
        row("note in a handbook", hanae, prenatalBook(doctorsPartAnd({itemAnswer(u"PB-304"_s, u"x"_s)})), u"E4003"_s, u"items[3].itemId"_s);
        row("exclusive value with others", hanae, prenatalBook(doctorsPartAnd({itemAnswer(u"PB-103"_s, QJsonArray{u"1"_s, u"0"_s})})), u"E4003"_s,
            u"items[3].result"_s);
        row("handbook that is not there", u"nashi"_s, childBook({itemAnswer(u"CB-201"_s, u"1"_s)}), u"E4003"_s, u"items[0].itemId"_s);
    }
    void refused()
    {
        QFETCH(QString, person);
        QFETCH(QJsonObject, body);
        QFETCH(QString, code);
        QFETCH(QString, place);
        const QJsonObject before = client().control("GET", u"/people/%1/stored"_s.arg(person)).json();
        const WireAnswer got = register_(signedIn(person), body);
        QCOMPARE(got.code(), code);
        QCOMPARE(got.json()["message"_L1].toString().section(u':', 0, 0), place);
        QCOMPARE(journal().size(), 0);
        const QJsonObject after = client().control("GET", u"/people/%1/stored"_s.arg(person)).json();
        QCOMPARE(after["homecoming"_L1], before["homecoming"_L1]);
        QCOMPARE(after["questionnaires"_L1], before["questionnaires"_L1]);
        QCOMPARE(after["prenatalMchbooks"_L1], before["prenatalMchbooks"_L1]);
    }

    void inquiriesOfAnotherPersonsId_are404_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("body");
        const QString child = u"/pmh/maternal-child/v3"_s;
        QTest::newRow("questionnaire") << u"/pmh/vaccination/v4"_s << request(u"InquireQuestionnaireAnswer"_s, {{u"questionnaireManagementId"_s, u"Q-MI-MR1"_s}});
        QTest::newRow("certificate") << u"/pmh/vaccination/v4"_s << request(u"InquireVaccinationCertificate"_s, {{u"vaccinationScheduleId"_s, u"S-MI-BC1"_s}});
        QTest::newRow("handbook") << child << request(u"InquirePrenatalMchbook"_s, {{u"pregnancyId"_s, u"P-HA-1"_s}});
        QTest::newRow("check-up") << child << request(u"InquireChildQuestionnaireAnswer"_s, {{u"childCheckupId"_s, u"CC-NO-18"_s}});
        QTest::newRow("ledger") << u"/pmh/medical-subsidy/v3"_s << request(u"InquireCopaymentLedger"_s, {{u"copaymentLedgerSeg"_s, u"1"_s}});
    }
    void inquiriesOfAnotherPersonsId_are404()
    {
        QFETCH(QString, path);
        QFETCH(QJsonObject, body);
        const WireAnswer got = signedIn(u"nashi"_s).pmh(body, path);
        QCOMPARE(got.status, 404);
        QCOMPARE(got.code(), u"E4041"_s);
    }

    void personWithoutAnything_getsEmptyContent_data()
    {
        QTest::addColumn<QString>("area");
        QTest::addColumn<QJsonObject>("expected");
        const QJsonArray none;
        const auto row = [](const char *type, const char *area, const QJsonObject &expected) { QTest::newRow(type) << QString::fromLatin1(area) << expected; };
        row("InquireVaccinationList", "vaccination/v4", {{u"vaccinations"_s, none}});
        row("InquireQuestionnaireList", "vaccination/v4", {{u"questionnaires"_s, none}});
        row("InquirePrenatalCheckups", "maternal-child/v3", {{u"pregnancies"_s, none}});
        row("InquirePrenatalVouchers", "maternal-child/v3", {{u"vouchers"_s, none}});
        row("InquireHomecoming", "maternal-child/v3", {{u"answers"_s, none}});
        row("InquirePregnancyLoss", "maternal-child/v3", {{u"pregnancyByMunicipalityId"_s, QJsonValue::Null}, {u"pregnancyLossOn"_s, QJsonValue::Null}});
        row("InquirePrenatalMchbook", "maternal-child/v3", {{u"mchbooks"_s, none}});
        row("InquireChildMchbook", "maternal-child/v3", {{u"definition"_s, QJsonObject{{u"categories"_s, none}}}, {u"answers"_s, QJsonObject{{u"categories"_s, none}}}});
        row("InquireMedicalSubsidies", "medical-subsidy/v3", {{u"certificates"_s, none}, {u"historiesWithoutCertificate"_s, none}});
    }
    void personWithoutAnything_getsEmptyContent()
    {
        QFETCH(QString, area);
        QFETCH(QJsonObject, expected);
        const WireAnswer got = signedIn(u"nashi"_s).pmh(request(QString::fromLatin1(QTest::currentDataTag())), "/pmh/"_L1 + area);
        QCOMPARE(got.status, 200);
        QCOMPARE(got.json(), expected);
    }

    void patientEdits_comeAroundEveryForm_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QJsonObject>("inquiry");
        QTest::addColumn<QJsonArray>("answers");
        QTest::newRow("homecoming") << u"hanae"_s << request(u"InquireHomecoming"_s) << QJsonArray{itemAnswer(u"H-03"_s, u"家で直した"_s)};
        QTest::newRow("prenatal handbook") << u"hanae"_s << request(u"InquirePrenatalMchbook"_s) << QJsonArray{itemAnswer(u"PB-203"_s, u"家で直した"_s)};
        QTest::newRow("child's handbook") << u"nozomi"_s << request(u"InquireChildMchbook"_s) << QJsonArray{itemAnswer(u"CB-302"_s, u"家で直した"_s)};
        QTest::newRow("check-up") << u"nozomi"_s << request(u"InquireChildQuestionnaireAnswer"_s, {{u"childCheckupId"_s, u"CC-NO-18"_s}})
                                  << QJsonArray{answer(u"K-84"_s, u"家で直した"_s)};
    }
    void patientEdits_comeAroundEveryForm()
    {
        QFETCH(QString, person);
        QFETCH(QJsonObject, inquiry);
        QFETCH(QJsonArray, answers);
        client().fault({{u"kind"_s, u"patient_edits"_s}, {u"when"_s, u"after_inquiry"_s}, {u"answers"_s, answers}});
        const TrainingClient linked = signedIn(person);
        QVERIFY(!register_(linked, inquiry).body.contains("家で直した"));
        QVERIFY(register_(linked, inquiry).body.contains("家で直した"));
        QCOMPARE(journal().size(), 1);
        QCOMPARE(journal()[0]["origin"_L1].toString(), u"patient"_s);
    }

private:
    [[nodiscard]] TrainingClient client() const { return TrainingClient(m_host.server()); }
    [[nodiscard]] TrainingClient signedIn(const QString &person) const
    {
        TrainingClient linked = client();
        linked.signIn(person, {u"vaccination"_s, u"maternal-child"_s, u"medical-subsidy"_s});
        return linked;
    }
    [[nodiscard]] WireAnswer register_(const TrainingClient &linked, const QJsonObject &body) const
    {
        return linked.pmh(body, u"/pmh/maternal-child/v3"_s);
    }
    [[nodiscard]] QJsonObject inquire(const TrainingClient &linked, const QString &processType, const QJsonObject &members = {}) const
    {
        return linked.pmh(request(processType, members), u"/pmh/maternal-child/v3"_s).json();
    }
    [[nodiscard]] QJsonArray journal() const { return client().control("GET", u"/journal"_s).list(); }

    mutable TrainingHost m_host;
};

QTEST_GUILESS_MAIN(TestTrainingRegister)
#include "tst_trainingregister.moc"
