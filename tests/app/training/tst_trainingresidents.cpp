// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// Residents, wire names, certificates and the command line of the training server.
#include "trainingclient.h"

#include "app/training/answercheck.h"
#include "app/training/wirenames.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString program()
{
    return qEnvironmentVariable("UKETSUKE_BUILD_DIR") + "/uketsuke-training"_L1;
}

QByteArray outputOf(const QString &command, const QStringList &arguments)
{
    QProcess process;
    process.start(command, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QList<uk::JsonValue> itemsOf(const uk::JsonValue &definition)
{
    QList<uk::JsonValue> items;
    for (const uk::JsonValue &group : definition["groups"_L1].items()) {
        for (const uk::JsonValue &subgroup : group["subgroups"_L1].items())
            items += subgroup["items"_L1].items();
    }
    return items;
}

QHash<QString, uk::JsonValue> resultsOf(const uk::JsonValue &answers)
{
    QHash<QString, uk::JsonValue> results;
    for (const uk::JsonValue &answer : answers.items())
        results.insert(answer["itemMasterId"_L1].toString(), answer["result"_L1]);
    return results;
}

/// A profile that renames in every way that rules 27 knows.
const QJsonObject renamingProfile()
{
    QFile file(qEnvironmentVariable("UKETSUKE_SOURCE_DIR") + "/tests/app/training/data/renaming-profile.json"_L1);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class TestTrainingResidents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInResidents_areAtLeastTenFamiliesWithACardEach()
    {
        const auto residents = uk::residents();
        QVERIFY(residents);
        QVERIFY(residents->size() >= 10);
        QCOMPARE(residents->first().key, u"minori"_s);
        QCOMPARE(residents->first().name, u"𠮷﨑　みのり"_s);
        QCOMPARE(residents->first().birthDate, QDate(2025, 11, 8));
        QSet<QString> keys;
        for (const uk::ResidentInfo &resident : *residents) {
            keys.insert(resident.key);
            QVERIFY2(!resident.description.isEmpty() && !resident.kana.isEmpty(), qPrintable(resident.key));
            QCOMPARE(resident.card["pin"_L1].toString().size(), 4);
            QVERIFY2(resident.address.contains(u"見本"_s) || resident.address.contains(u"例示"_s), qPrintable(resident.key));
        }
        QCOMPARE(keys.size(), residents->size());
    }

    void everyStoredAnswer_wouldPassTheServersOwnChecks()
    {
        const auto residents = uk::training::loadResidents({});
        QVERIFY(residents);
        int forms = 0;
        const auto check = [&forms](const uk::training::AnswerForm &form, bool isFinal) {
            const auto refusal = uk::training::checkAnswers(form.definition, form.answers, form.answers, isFinal);
            const QString why = refusal ? form.id + u' ' + refusal->place + u' ' + refusal->text : QString();
            QVERIFY2(!refusal, qPrintable(why));
            ++forms;
        };
        for (const auto &resident : *residents) {
            for (const auto &questionnaire : resident.questionnaires)
                check(questionnaire, false); // some were answered at home without the temperature of the day
            for (const auto &questionnaire : resident.childQuestionnaires)
                check(questionnaire, questionnaire.answerStatusSeg == "2"_L1);
            for (const auto &book : resident.prenatalMchbooks)
                check(book, false);
            if (resident.homecoming)
                check(*resident.homecoming, false);
            if (resident.childMchbook)
                check(*resident.childMchbook, false);
        }
        QVERIFY(forms >= 24);
    }

    void everyAnswerOfTheResidents_holdsWhatTheContractRequires()
    {
        // A form's check-up stands in the list, vouchers and losses belong to pregnancies that are there.
        const auto residents = uk::training::loadResidents({});
        QVERIFY(residents);
        for (const auto &resident : *residents) {
            QSet<QString> checkups;
            for (const uk::JsonValue &checkup : resident.checkups.items()) {
                checkups.insert(checkup["childCheckupId"_L1].toString());
                QVERIFY(checkup["examiners"_L1].size() <= 9);
            }
            for (const auto &form : resident.childQuestionnaires)
                QVERIFY2(checkups.contains(form.id), qPrintable(form.id));
            QSet<QString> prenatal;
            for (const uk::JsonValue &pregnancy : resident.pregnancies.items()) {
                for (const uk::JsonValue &checkup : pregnancy["checkups"_L1].items()) {
                    prenatal.insert(checkup["prenatalCheckupId"_L1].toString());
                    QVERIFY(checkup["examiners"_L1].size() <= 9);
                }
            }
            for (const uk::JsonValue &voucher : resident.vouchers.items())
                QVERIFY(voucher["prenatalCheckupId"_L1].isNull() || prenatal.contains(voucher["prenatalCheckupId"_L1].toString()));
            QSet<QString> segments;
            for (const uk::JsonValue &ledger : resident.ledgers.items())
                segments.insert(ledger["copaymentLedgerSeg"_L1].toString());
            for (const auto *list : {&resident.subsidyCertificates, &resident.subsidyHistories}) {
                for (const uk::JsonValue &entry : list->items())
                    QVERIFY(entry["copaymentLedgerSeg"_L1].isNull() || segments.contains(entry["copaymentLedgerSeg"_L1].toString()));
            }
        }
    }

    void measlesFormOfTheWalkthrough_hasTwentyThreeQuestionsAndFourToLookAt()
    {
        const auto residents = uk::training::loadResidents({});
        QVERIFY(residents);
        const auto &questionnaires = residents->front().questionnaires;
        const auto &measles = questionnaires[0];
        QCOMPARE(measles.pages(), 5);
        QSet<QString> questions, answered, differing;
        for (const uk::JsonValue &item : itemsOf(measles.definition)) {
            if (item["answerType"_L1] != "note"_L1 && !item.contains("visibleWhen"_L1))
                questions.insert(item["itemMasterId"_L1].toString());
        }
        QCOMPARE(questions.size(), 23);
        const QHash<QString, uk::JsonValue> before = resultsOf(questionnaires[1].answers), now = resultsOf(measles.answers);
        for (const QString &question : std::as_const(questions)) {
            if (now.contains(question) && before.contains(question) && now[question] != before[question])
                differing.insert(question);
        }
        QCOMPARE(differing, (QSet<QString>{u"A-01"_s, u"B-05"_s, u"B-08"_s}));
        QVERIFY(!now.contains(u"T-01"_s)); // the temperature is taken at the desk
        QCOMPARE(measles.checkResults[0]["warningCode"_L1].toString(), u"T011"_s);
        QCOMPARE(measles.checkResults[1]["warningCode"_L1].toString(), u"T024"_s);
    }

    void brokenFile_isNamedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("[") << u"nashi.json"_s;
        QTest::newRow("unknown member") << QByteArray("\"key\"") << QByteArray("\"extra\": 1, \"key\"") << u"extra: unknown member"_s;
        QTest::newRow("missing member") << QByteArray("\"name\": \"訓練　なし\",") << QByteArray() << u"name: missing"_s;
        QTest::newRow("wrong type") << QByteArray("\"order\": 140") << QByteArray("\"order\": \"140\"") << u"order: not an integer"_s;
        QTest::newRow("no day") << QByteArray("1990-06-06") << QByteArray("1990-06-31") << u"dateOfBirth: not a day"_s;
        QTest::newRow("card without PIN") << QByteArray("\"pin\": \"1234\",") << QByteArray() << u"card.pin: missing"_s;
        QTest::newRow("duplicate key") << QByteArray("\"key\"") << QByteArray("\"key\": \"a\", \"key\"") << u"nashi.json"_s;
    }
    void brokenFile_isNamedWithItsPlace()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, reason);
        QFile good(u":/training/residents/nashi.json"_s);
        QVERIFY(good.open(QIODevice::ReadOnly));
        QByteArray text = good.readAll();
        QVERIFY(text.contains(from));
        QTemporaryDir folder;
        write(folder.filePath(u"nashi.json"_s), text.replace(text.indexOf(from), from.size(), to));
        const auto residents = uk::residents(folder.path());
        QVERIFY(!residents);
        QCOMPARE(residents.error().code, uk::ErrorCode::SettingInvalid);
        QVERIFY2(residents.error().detail.contains(reason), qPrintable(residents.error().detail));
    }

    void emptyFolder_isRefused()
    {
        QTemporaryDir folder;
        QVERIFY(!uk::residents(folder.path()));
    }

    void profileNames_areSpokenInAndOutAndTheCanonicalOnesNoMore()
    {
        QTemporaryDir folder;
        uk::TrainingServerOptions options;
        options.profileFile = folder.filePath(u"profile.json"_s);
        write(options.profileFile, QJsonDocument(renamingProfile()).toJson());
        TrainingHost host;
        QVERIFY(host.start(options));
        TrainingClient linked(host.server());
        linked.signIn(u"minori"_s);
        const QJsonObject list = linked.pmh({{u"shoriShubetsu"_s, u"YoshinhyoIchiran"_s}}).json();
        QCOMPARE(list["ichiran"_L1][1]["kaitoJokyo"_L1].toString(), u"A"_s);
        QVERIFY(!list.contains("questionnaires"_L1));
        QCOMPARE(linked.pmh({{u"processType"_s, u"InquireQuestionnaireList"_s}}).json()["errorCode"_L1].toString(), u"E4001"_s);
        QCOMPARE(linked.pmh({{u"shoriShubetsu"_s, u"InquireQuestionnaireList"_s}}).json()["errorCode"_L1].toString(), u"E4002"_s);
        QJsonObject read = linked.pmh({{u"shoriShubetsu"_s, u"InquireQuestionnaireAnswer"_s}, {u"questionnaireManagementId"_s, u"Q-MI-VZ1"_s}}).json();
        QCOMPARE(read["basicFiveInfo"_L1]["shimei"_L1].toString(), u"𠮷﨑　みのり"_s);
        QCOMPARE(read["basicFiveInfo"_L1]["kana"_L1].toString(), u"ヨシザキ　ミノリ"_s);
        QVERIFY(read["answers"_L1][0]["kekka"_L1].isString());
        QJsonObject request{{u"shoriShubetsu"_s, u"RegisterQuestionnaireAnswer"_s}, {u"questionnaireManagementId"_s, u"Q-MI-VZ1"_s},
                            {u"kaitoJokyo"_s, u"A"_s}, {u"lastUpdatedPageNumber"_s, 5}, {u"answers"_s, read["answers"_L1]}};
        QCOMPARE(linked.pmh(request).json()["kaitoJokyo"_L1].toString(), u"A"_s);
        request.insert(u"kaitoJokyo"_s, u"2"_s);
        QCOMPARE(linked.pmh(request).json()["message"_L1].toString().section(u':', 0, 0), u"kaitoJokyo"_s);
    }

    void codesWithOneMeaningTwice_areRefused()
    {
        QJsonObject profile = renamingProfile();
        profile.insert(u"codes"_s, QJsonObject{{u"sex"_s, QJsonObject{{u"M"_s, u"1"_s}, {u"m"_s, u"1"_s}}}});
        const auto names = uk::training::WireNames::fromProfile(uk::parseJson(QJsonDocument(profile).toJson()).value());
        QVERIFY(!names);
        QCOMPARE(names.error().code, uk::ErrorCode::ProfileInvalid);
    }

    void certificate_givesItsTextBackWithTheRareName()
    {
        QTemporaryDir folder;
        QFile built(u":/training/certificates/S-MI-BC1.pdf"_s);
        QVERIFY(built.open(QIODevice::ReadOnly));
        write(folder.filePath(u"c.pdf"_s), built.readAll());
        const QByteArray raw = outputOf(u"pdftotext"_s, {u"-raw"_s, folder.filePath(u"c.pdf"_s), u"-"_s});
        const QByteArray text = QString::fromUtf8(raw).simplified().toUtf8();
        for (const char *part : {"𠮷﨑 みのり", "ヨシザキ ミノリ", "令和7年11月8日", "見本県見本市", "BCG（結核）", "令和8年4月21日",
                                 "TRN-0421", "ひばり小児科", "見本市長", "訓練・見本"})
            QVERIFY2(text.contains(part), part);
        QCOMPARE(raw.count('\f'), 2);
        QVERIFY(outputOf(u"pdffonts"_s, {folder.filePath(u"c.pdf"_s)}).contains("yes"));
    }

    void serverCommand_saysItsAddressesFirst()
    {
        QProcess server;
        server.start(program(), {u"server"_s, u"--port"_s, u"0"_s, u"--control-port"_s, u"0"_s});
        QVERIFY(server.waitForReadyRead());
        const QJsonObject addresses = QJsonDocument::fromJson(server.readLine()).object();
        server.terminate();
        QVERIFY(server.waitForFinished());
        QVERIFY(addresses["base"_L1].toString().startsWith("http://127.0.0.1:"_L1));
        QVERIFY(addresses["control"_L1].toString().startsWith("http://127.0.0.1:"_L1));
        QVERIFY(addresses["base"_L1] != addresses["control"_L1]);
    }

    void commandLine_listsResidentsPrintsTheProfileAndRefusesNonsense()
    {
        const QString list = QString::fromUtf8(outputOf(program(), {u"server"_s, u"--list"_s}));
        QVERIFY(list.startsWith(u"minori      𠮷﨑　みのり\n            1歳の女の子。"_s));
        for (const QString &line : list.split(u'\n')) {
            const auto wide = std::count_if(line.begin(), line.end(), [](QChar c) { return c.unicode() >= 0x2e80; });
            QVERIFY2(line.size() + wide <= 80, qPrintable(line));
        }
        const QJsonObject profile = QJsonDocument::fromJson(outputOf(program(), {u"server"_s, u"--print-profile"_s, u"--port"_s, u"8490"_s})).object();
        QCOMPARE(profile["resultUrl"_L1].toString(), u"http://127.0.0.1:8490/pmh/result"_s);
        QCOMPARE(profile["portal"_L1]["clientId"_L1].toString(), u"uketsuke-training"_s);
        QProcess wrong;
        wrong.start(program(), {u"server"_s, u"--port"_s, u"many"_s});
        QVERIFY(wrong.waitForFinished());
        QCOMPARE(wrong.exitCode(), 2);
    }

    void portThatIsTaken_isAListenerError()
    {
        TrainingHost first, second;
        QVERIFY(first.start());
        uk::TrainingServerOptions options;
        options.port = static_cast<quint16>(first.server().baseUrl().port());
        const auto started = second.start(options);
        QVERIFY(!started);
        QCOMPARE(started.error().code, uk::ErrorCode::ListenerFailed);
    }
};

QTEST_GUILESS_MAIN(TestTrainingResidents)
#include "tst_trainingresidents.moc"
