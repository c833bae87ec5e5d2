// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/json.h"
#include "app/pmh/profile.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

namespace {

JsonValue readSchema()
{
    QFile file(QFINDTESTDATA("data/profile.schema.json"));
    return file.open(QIODevice::ReadOnly) ? *parseJson(file.readAll()) : JsonValue();
}

const JsonValue &schema()
{
    static const JsonValue json = readSchema();
    return json;
}

/// Everything that a profile can have, so that every place of the schema is there.
JsonValue fullProfile()
{
    return *parseJson(R"({"displayName":"試験","isTraining":false,"operator":{"name":"n","contact":"c","purpose":"p"},
        "portal":{"authorizeUrl":"https://p.example/a","tokenUrl":"https://p.example/t","revokeUrl":"https://p.example/v",
                  "registerUrl":"https://p.example/g","statusUrl":"https://p.example/s","clientId":"c",
                  "clientAuth":"mtls","clientSecretEntry":"e","clientCertificateFile":"k.p12",
                  "clientCertificatePasswordEntry":"f","scopes":["vaccination"]},
        "areas":{"vaccination":{"url":"https://a.example/1","version":"v4"},
                 "maternal-child":{"url":"https://a.example/2","version":"v3"},
                 "medical-subsidy":{"url":"https://a.example/3","version":"v3"}},
        "resultUrl":"https://a.example/r","processTypes":{"InquireHomecoming":"B01"},"members":{"label":"l"},
        "codes":{"sex":{"M":"1"}},
        "limits":{"requestsPerSecond":1.5,"burst":1,"connectTimeoutMs":100,"totalTimeoutMs":100,"maxJsonBytes":1024,
                  "maxPdfBytes":1024},
        "pins":["AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="],"allowedHosts":["a.example"]})");
}

/// With another value at a path; a null QByteArray takes the member away.
JsonValue changed(const JsonValue &json, QStringList path, const QByteArray &value)
{
    const QString name = path.takeFirst();
    JsonValue result = JsonValue::object();
    bool isThere = false;
    for (const JsonMember &member : json.members()) {
        const bool isIt = member.name == name;
        isThere = isThere || isIt;
        if (!isIt)
            result.append(member.name, member.value);
        else if (!path.isEmpty())
            result.append(name, changed(member.value, path, value));
        else if (!value.isNull())
            result.append(name, *parseJson(value));
    }
    if (!isThere && !value.isNull())
        result.append(name, *parseJson(value));
    return result;
}

struct Broken
{
    QString name;
    QStringList path;   ///< what is changed
    QByteArray value;   ///< null: taken away
    QString place;      ///< where the fault is told
};

const JsonValue &resolved(const JsonValue &node)
{
    const JsonValue *reference = node.find(u"$ref");
    return reference ? *schema().find(u"$defs")->find(reference->toString().section(u'/', -1)) : node;
}

QStringList texts(const JsonValue *list)
{
    QStringList all;
    for (const JsonValue &item : list ? list->items() : QList<JsonValue>())
        all.append(item.toString());
    return all;
}

/// A value of every other type than the one that the schema names.
QList<QByteArray> wrongTypes(const JsonValue &node)
{
    const QString type = node.find(u"type") ? node.find(u"type")->toString() : u"string"_s; // an enum of strings
    QList<QByteArray> values{"null"};
    const std::pair<const char *, QByteArray> samples[] = {
        {"string", "\"x\""}, {"boolean", "true"}, {"number", "5000"}, {"array", "[\"x\"]"}, {"object", "{\"x\":\"y\"}"}};
    for (const auto &[name, sample] : samples) {
        const bool isNumber = type == "integer"_L1 || type == "number"_L1;
        if (type != QLatin1StringView(name) && !(isNumber && name == std::string_view("number")))
            values.append(sample);
    }
    if (type == "integer"_L1)
        values.append("5000.5");
    return values;
}

void breakNode(const JsonValue &node, const QStringList &path, QList<Broken> &all);

void breakObject(const JsonValue &node, const QStringList &path, QList<Broken> &all)
{
    const auto pointer = [](const QStringList &at) { return u'/' + at.join(u'/'); };
    for (const QString &key : texts(node.find(u"required"))) {
        const QStringList at = path + QStringList{key};
        all.append({u"without "_s + pointer(at), at, QByteArray(), pointer(at)});
    }
    const JsonValue *more = node.find(u"additionalProperties");
    if (more && more->isBoolean()) {
        const QStringList at = path + QStringList{u"unheardOf"_s};
        all.append({u"unknown key "_s + pointer(at), at, "\"x\"", pointer(at)});
    }
    const JsonValue *properties = node.find(u"properties");
    for (const JsonMember &property : properties ? properties->members() : QList<JsonMember>())
        breakNode(resolved(property.value), path + QStringList{property.name}, all);
    if (more && more->isObject()) {
        // The full profile has an example of each free key.
        JsonValue example = fullProfile();
        for (const QString &step : path)
            example = JsonValue(*example.find(step));
        for (const JsonMember &member : example.members())
            breakNode(*more, path + QStringList{member.name}, all);
    }
}

void breakNode(const JsonValue &node, const QStringList &path, QList<Broken> &all)
{
    const QString place = u'/' + path.join(u'/');
    if (!path.isEmpty()) {
        for (const QByteArray &value : wrongTypes(node))
            all.append({place + u' ' + QString::fromUtf8(value), path, value, place});
        if (node.find(u"minLength"))
            all.append({place + u" empty"_s, path, "\"\"", place});
        if (node.find(u"enum") || node.find(u"pattern"))
            all.append({place + u" outside"_s, path, "\"http://elsewhere.example/\"", place});
        if (node.find(u"minItems"))
            all.append({place + u" empty"_s, path, "[]", place});
        if (const JsonValue *items = node.find(u"items")) {
            all.append({place + u" number in it"_s, path, "[7]", place + u"/0"_s});
            if (items->find(u"enum"))
                all.append({place + u" unknown in it"_s, path, "[\"everything\"]", place + u"/0"_s});
        }
        if (const JsonValue *minimum = node.find(u"minimum"))
            all.append({place + u" below"_s, path, QByteArray::number(*minimum->toInteger() - 1), place});
        if (node.find(u"exclusiveMinimum"))
            all.append({place + u" below"_s, path, "0", place});
    }
    breakObject(node, path, all);
}

QList<Broken> everythingBroken()
{
    QList<Broken> all;
    breakNode(schema(), {}, all);
    all.append({u"no area at all"_s, {u"areas"_s}, "{}", u"/areas"_s});
    return all;
}

} // namespace

/// Walks profile.schema.json: whatever it forbids is refused with the file, the place and a reason.
class ProfileSchemaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fullProfileIsTaken();
    void whatTheSchemaForbidsIsRefused_data();
    void whatTheSchemaForbidsIsRefused();
};

void ProfileSchemaTest::fullProfileIsTaken()
{
    const auto profile = parseProfile(writeJson(fullProfile()), u"full.json"_s);
    QVERIFY2(profile, profile ? "" : qPrintable(profile.error().detail));
    // Nothing that the schema knows is missing in it, else the walk would leave it out.
    const QList<JsonMember> &known = schema().find(u"properties")->members();
    for (const JsonMember &property : known)
        QVERIFY2(fullProfile().find(property.name), qPrintable(property.name));
    QCOMPARE(fullProfile().members().size(), known.size());
}

void ProfileSchemaTest::whatTheSchemaForbidsIsRefused_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("place");
    const QList<Broken> all = everythingBroken();
    QVERIFY(all.size() > 200);
    for (const Broken &broken : all)
        QTest::newRow(qPrintable(broken.name)) << broken.path << broken.value << broken.place;
}

void ProfileSchemaTest::whatTheSchemaForbidsIsRefused()
{
    QFETCH(QStringList, path);
    QFETCH(QByteArray, value);
    QFETCH(QString, place);
    const auto profile = parseProfile(writeJson(changed(fullProfile(), path, value)), u"p.json"_s);
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, ErrorCode::ProfileInvalid);
    const QString told = "p.json: "_L1 + place;
    QVERIFY2(profile.error().detail.startsWith(told), qPrintable(profile.error().detail));
    const QString reason = profile.error().detail.section(": "_L1, 2);
    QVERIFY2(!reason.isEmpty(), qPrintable(profile.error().detail));
}

QTEST_GUILESS_MAIN(ProfileSchemaTest)
#include "tst_profileschema.moc"
