// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/json.h"
#include "app/pmh/profile.h"
#include "app/pmh/profilefields.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

QByteArray goodProfile()
{
    return R"({"displayName": "試験", "isTraining": false,)"
           R"("operator": {"name": "n", "contact": "c", "purpose": "p"},)"
           R"("portal": {"authorizeUrl": "https://portal.example/authorize",)"
           R"("tokenUrl": "https://portal.example:8443/token",)"
           R"("clientId": "id", "clientAuth": "none", "scopes": ["vaccination"]},)"
           R"("areas": {"vaccination": {"url": "https://pmh.example/v4", "version": "v4"}},)"
           R"("resultUrl": "https://pmh.example/result"})";
}

/// The good profile with one value replaced, added or (where `value` is empty) left out.
JsonValue changed(const JsonValue &json, QStringList path, const QByteArray &value)
{
    if (path.isEmpty())
        return *parseJson(value);
    const QString name = path.takeFirst();
    JsonValue result = JsonValue::object();
    bool isDone = false;
    for (const JsonMember &member : json.members()) {
        if (member.name != name) {
            result.append(member.name, member.value);
            continue;
        }
        isDone = true;
        if (!path.isEmpty() || !value.isEmpty())
            result.append(name, changed(member.value, path, value));
    }
    if (!isDone)
        result.append(name, changed(JsonValue::object(), path, value));
    return result;
}

Result<ConnectionProfile> parseChanged(const QString &path, const QByteArray &value)
{
    const JsonValue json = changed(*parseJson(goodProfile()), path.split(u'/'), value);
    return parseProfile(writeJson(json), u"p.json"_s);
}

} // namespace

class ProfileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheTrainingProfile();
    void defaultsAreThoseOfTheSchema();
    void readsEverythingThatAProfileCanSay();
    void refusesWithPlaceAndReason_data();
    void refusesWithPlaceAndReason();
    void refusesWhatIsNoProfile();
    void takesOnlyHttpsAndLoopback_data();
    void takesOnlyHttpsAndLoopback();
    void allowsOnlyListedHosts();
};

void ProfileTest::readsTheTrainingProfile()
{
    const QString source = qEnvironmentVariable("UKETSUKE_SOURCE_DIR", QFINDTESTDATA("../../.."));
    const auto profile = readProfile(source + "/resources/profiles/training.json"_L1);
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
    QVERIFY(profile->isTraining);
    QCOMPARE(profile->areas.size(), 3);
    QCOMPARE(profile->allowedHosts, QStringList(u"127.0.0.1"_s));
}

void ProfileTest::defaultsAreThoseOfTheSchema()
{
    const auto profile = parseProfile(goodProfile(), u"p.json"_s);
    QVERIFY(profile);
    QCOMPARE(profile->limits.requestsPerSecond, 10.0);
    QCOMPARE(profile->limits.burst, 20);
    QCOMPARE(profile->limits.connectTimeoutMs, 5000);
    QCOMPARE(profile->limits.totalTimeoutMs, 30000);
    QCOMPARE(profile->limits.maxJsonBytes, 16777216);
    QCOMPARE(profile->limits.maxPdfBytes, 26214400);
    QVERIFY(profile->pins.isEmpty());
    QCOMPARE(profile->allowedHosts, QStringList({u"pmh.example"_s, u"portal.example"_s}));
    QVERIFY(profile->portal.revokeUrl.isEmpty());
}

void ProfileTest::readsEverythingThatAProfileCanSay()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"own.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBF");
    file.write(R"({
      "displayName": "本番", "isTraining": false, "operator": {"name": "n", "contact": "c", "purpose": "p"},
      "portal": {"authorizeUrl": "https://a.example/", "tokenUrl": "https://b.example/", "revokeUrl": "https://c.example/",
                 "registerUrl": "https://d.example/", "statusUrl": "https://e.example/", "clientId": "id",
                 "clientAuth": "mtls", "clientCertificateFile": "keys/client.p12",
                 "clientCertificatePasswordEntry": "p12", "scopes": ["medical-subsidy", "vaccination"]},
      "areas": {"medical-subsidy": {"url": "https://f.example/s", "version": ""}},
      "resultUrl": "https://g.example/r",
      "processTypes": {"InquireVaccinationList": "B01"}, "members": {"processType": "syori", "Error.code": "kodo"},
      "codes": {"sex": {"M": "1", "F": "2"}},
      "limits": {"requestsPerSecond": 0.5, "burst": 1, "connectTimeoutMs": 100, "totalTimeoutMs": 1e3,
                 "maxJsonBytes": 1024, "maxPdfBytes": 5000000000},
      "pins": ["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="], "allowedHosts": ["F.example", "g.example:443"]})");
    file.close();
    const auto profile = readProfile(file.fileName());
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
    QCOMPARE(profile->portal.clientAuthentication, ClientAuthentication::MutualTls);
    QCOMPARE(profile->portal.clientCertificateFile, QDir(folder.path()).absoluteFilePath(u"keys/client.p12"_s));
    QCOMPARE(profile->portal.scopes, QStringList({u"medical-subsidy"_s, u"vaccination"_s}));
    QCOMPARE(profile->areas.value(u"medical-subsidy"_s).url, QUrl(u"https://f.example/s"_s));
    QCOMPARE(profile->processTypes.value(u"InquireVaccinationList"_s), u"B01"_s);
    QCOMPARE(profile->members.value(u"Error.code"_s), u"kodo"_s);
    QCOMPARE(profile->codes.value(u"sex"_s).value(u"F"_s), u"2"_s);
    QCOMPARE(profile->limits.requestsPerSecond, 0.5);
    QCOMPARE(profile->limits.totalTimeoutMs, 1000);
    QCOMPARE(profile->limits.maxPdfBytes, 5000000000);
    QCOMPARE(profile->pins.size(), 1);
    QCOMPARE(profile->allowedHosts, QStringList({u"f.example"_s, u"g.example:443"_s}));
}

void ProfileTest::refusesWithPlaceAndReason_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QString &path, const QByteArray &value, const QString &place = {}) {
        QTest::newRow(name) << path << value << (place.isEmpty() ? u'/' + path : place);
    };
    row("unknown key", u"secret"_s, "1");
    row("unknown key in the operator", u"operator/fax"_s, "\"1\"");
    row("unknown key in the portal", u"portal/clientSecret"_s, "\"1\"");
    row("unknown area", u"areas/dental"_s, "{}");
    row("unknown key in an area", u"areas/vaccination/path"_s, "\"\"");
    row("unknown limit", u"limits/maxBytes"_s, "1");
    row("odd key is escaped", u"a~b"_s, "1", u"/a~0b"_s);
    for (const char *key : {"displayName", "isTraining", "operator", "portal", "areas", "resultUrl", "operator/name",
                            "operator/contact", "operator/purpose", "portal/authorizeUrl", "portal/tokenUrl",
                            "portal/clientId", "portal/clientAuth", "portal/scopes", "areas/vaccination/url",
                            "areas/vaccination/version"})
        row(key, QString::fromLatin1(key), "");
    row("no area", u"areas/vaccination"_s, "", u"/areas"_s);
    row("empty name", u"displayName"_s, "\"\"");
    row("name is a number", u"displayName"_s, "1");
    row("isTraining as text", u"isTraining"_s, "\"true\"");
    row("portal is an array", u"portal"_s, "[]");
    row("unknown authentication", u"portal/clientAuth"_s, "\"basic\"");
    row("secret without its entry", u"portal/clientAuth"_s, "\"secret\"", u"/portal/clientSecretEntry"_s);
    row("mtls without its file", u"portal/clientAuth"_s, "\"mtls\"", u"/portal/clientCertificateFile"_s);
    row("no scope", u"portal/scopes"_s, "[]");
    row("unknown scope", u"portal/scopes"_s, R"(["vaccination","all"])", u"/portal/scopes/1"_s);
    row("scope twice", u"portal/scopes"_s, R"(["vaccination","vaccination"])", u"/portal/scopes/1"_s);
    row("plain http", u"resultUrl"_s, "\"http://pmh.example/r\"");
    row("no rate", u"limits/requestsPerSecond"_s, "0");
    row("no burst", u"limits/burst"_s, "0");
    row("half a burst", u"limits/burst"_s, "1.5");
    row("short time-out", u"limits/totalTimeoutMs"_s, "99");
    row("small bodies", u"limits/maxJsonBytes"_s, "1023");
    row("limit as text", u"limits/burst"_s, "\"5\"");
    row("pin that is no hash", u"pins"_s, R"(["AAEC"])", u"/pins/0"_s);
    row("pin that is no base64", u"pins"_s, R"(["%"])", u"/pins/0"_s);
    row("host with a path", u"allowedHosts"_s, R"(["a.example","b.example/x"])", u"/allowedHosts/1"_s);
    row("host with user information", u"allowedHosts"_s, R"(["u@b.example"])", u"/allowedHosts/0"_s);
    row("empty host", u"allowedHosts"_s, R"([""])", u"/allowedHosts/0"_s);
    row("wire name empty", u"members/processType"_s, "\"\"");
    row("wire name is no text", u"processTypes/InquireVaccinationList"_s, "1");
    row("two process types of one name", u"processTypes"_s, R"({"InquireVaccinationList":"InquireQuestionnaireList"})");
    row("two members of one name", u"members"_s, R"({"nameKana":"name"})");
    row("two members of one name in one object", u"members"_s, R"({"VaccinationList.vaccinations.type.term":"valency"})");
    row("two codes of one meaning", u"codes"_s, R"({"sex":{"M":"1","m":"1"}})", u"/codes/sex/m"_s);
    row("code list is no object", u"codes/sex"_s, "[]");
}

void ProfileTest::refusesWithPlaceAndReason()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, value);
    QFETCH(QString, place);
    const auto profile = parseChanged(path, value);
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, ErrorCode::ProfileInvalid);
    QCOMPARE(profile.error().arguments.first(), place);
    QVERIFY2(profile.error().detail.startsWith("p.json: "_L1 + place + ": "_L1), qPrintable(profile.error().detail));
    QVERIFY(profile.error().detail.size() > QString("p.json: "_L1 + place + ": "_L1).size());
}

void ProfileTest::refusesWhatIsNoProfile()
{
    for (const QByteArray &text : {QByteArray(), QByteArray("[]"), QByteArray("{"), QByteArray("null"),
                                   QByteArray(R"({"displayName":"a","displayName":"b"})")}) {
        const auto profile = parseProfile(text, u"p.json"_s);
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, ErrorCode::ProfileInvalid);
        QVERIFY(profile.error().detail.startsWith("p.json: "_L1));
    }
    QCOMPARE(readProfile(u"/nonexistent/profile.json"_s).error().code, ErrorCode::ProfileInvalid);
}

void ProfileTest::takesOnlyHttpsAndLoopback_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const char *address, bool isTaken) {
        QTest::newRow(address) << QString::fromUtf8(address) << isTaken;
    };
    row("https://pmh.example", true);
    row("https://pmh.example/", true);
    row("https://pmh.example:8443/a/b?c=d", true);
    row("https://[2001:db8::1]:8443/a", true);
    row("http://127.0.0.1/a", true);
    row("http://127.255.255.254:65535/a", true);
    row("http://[::1]:8480/a", true);
    row("http://localhost/a", false);
    row("http://pmh.example/a", false);
    row("http://128.0.0.1/a", false);
    row("http://127.0.0.256/a", false);
    row("http://127.0.0.01/a", false);
    row("http://127.1/a", false);
    row("http://0x7f.0.0.1/a", false);
    row("http://2130706433/a", false);
    row("http://127.0.0.1.example/a", false);
    row("http://127.0.0.1:0/a", false);
    row("http://127.0.0.1:65536/a", false);
    row("http://[::1]:99999/a", false);
    row("http://[::2]/a", false);
    row("http://[::ffff:127.0.0.1]/a", false);
    row("https://user@pmh.example/a", false);
    row("https://user:pass@pmh.example/a", false);
    row("http://127.0.0.1@pmh.example/a", false);
    row("https://pmh.example/a#b", false);
    row("https://pmh.example#", false);
    row("https://pmh.example?x", false);
    row("https://pmh.example\\@127.0.0.1/a", false);
    row("https:///a", false);
    row("https://", false);
    row("https:pmh.example", false);
    row("https://pmh example/", false);
    row("ftp://pmh.example/", false);
    row("file:///etc/passwd", false);
    row("HTTPS://pmh.example/", false);
    row(" https://pmh.example/", false);
    row("", false);
}

void ProfileTest::takesOnlyHttpsAndLoopback()
{
    QFETCH(QString, address);
    QFETCH(bool, isTaken);
    QCOMPARE(!strictAddress(address).isEmpty(), isTaken);
    const auto profile = parseChanged(u"resultUrl"_s, writeJson(JsonValue::string(address)));
    QCOMPARE(profile.has_value(), isTaken);
}

void ProfileTest::allowsOnlyListedHosts()
{
    ConnectionProfile profile;
    profile.allowedHosts = {u"a.example"_s, u"b.example:8443"_s, u"[::1]:8480"_s};
    const auto isAllowed = [&](const QString &address) { return isAllowedAddress(QUrl(address), profile.allowedHosts); };
    QVERIFY(isAllowed(u"https://a.example/x"_s));
    QVERIFY(isAllowed(u"https://A.EXAMPLE:444/x"_s));
    QVERIFY(isAllowed(u"https://b.example:8443/"_s));
    QVERIFY(isAllowed(u"http://[::1]:8480/"_s));
    QVERIFY(!isAllowed(u"https://b.example/"_s));
    QVERIFY(!isAllowed(u"https://sub.a.example/"_s));
    QVERIFY(!isAllowed(u"https://a.example.evil/"_s));
    QVERIFY(!isAllowed(u"https://u@a.example/"_s));
    QVERIFY(!isAllowed(u"http://[::1]/"_s));
    QVERIFY(!isAllowed(QString()));
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
