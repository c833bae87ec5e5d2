// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/json.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

class JsonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatIsNotStrictJson_data();
    void refusesWhatIsNotStrictJson();
    void errorNamesReasonAndByteButNoText();
    void keepsTheOrderOfMembers();
    void keepsEveryCodePoint();
    void takesWholeNumbersInEveryForm_data();
    void takesWholeNumbersInEveryForm();
    void skipsAByteOrderMark();
    void countsDepthAndSize();
    void findsADuplicateAmongManyMembers();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void writesIndented();
};

void JsonTest::refusesWhatIsNotStrictJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("only a byte order mark") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("two byte order marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF{}");
    QTest::newRow("html") << QByteArray("<html></html>");
    QTest::newRow("truncated") << QByteArray(R"({"a": [1, 2)");
    QTest::newRow("trailing value") << QByteArray("{} {}");
    QTest::newRow("trailing comma") << QByteArray("[1,]");
    QTest::newRow("trailing zero byte") << QByteArray("{}\0", 3);
    QTest::newRow("zero byte and more") << QByteArray("{}\0{}", 5);
    QTest::newRow("zero byte in a string") << QByteArray("\"a\0b\"", 5);
    QTest::newRow("comment") << QByteArray("{} // no");
    QTest::newRow("single quotes") << QByteArray("{'a': 1}");
    QTest::newRow("NaN") << QByteArray("NaN");
    QTest::newRow("Infinity") << QByteArray("[Infinity]");
    QTest::newRow("leading zero") << QByteArray("[01]");
    QTest::newRow("plus") << QByteArray("[+1]");
    QTest::newRow("no digit after the point") << QByteArray("[1.]");
    QTest::newRow("number beyond double") << QByteArray("[1e999]");
    QTest::newRow("duplicate member") << QByteArray(R"({"a": 1, "b": 2, "a": 3})");
    QTest::newRow("duplicate member by escape") << QByteArray(R"({"a": 1, "\u0061": 3})");
    QTest::newRow("lone high surrogate") << QByteArray(R"("\ud842")");
    QTest::newRow("lone high surrogate before text") << QByteArray(R"("\ud842x")");
    QTest::newRow("lone low surrogate") << QByteArray(R"("\udfb7")");
    QTest::newRow("surrogates the wrong way round") << QByteArray(R"("\udfb7\ud842")");
    QTest::newRow("lone surrogate in a name") << QByteArray(R"({"\udfb7": 1})");
    QTest::newRow("surrogate as raw bytes") << QByteArray("\"\xED\xA1\x82\"");
    QTest::newRow("invalid UTF-8") << QByteArray("\"\xFF\"");
    QTest::newRow("overlong UTF-8") << QByteArray("\"\xC0\xAF\"");
    QTest::newRow("cut UTF-8") << QByteArray("\"\xE5\x8F\"");
    QTest::newRow("beyond Unicode") << QByteArray("\"\xF4\x90\x80\x80\"");
    QTest::newRow("Shift_JIS") << QByteArray("\"\x8E\xF3\x95\x74\"");
    QTest::newRow("raw control character") << QByteArray("\"a\nb\"");
    QTest::newRow("unknown escape") << QByteArray(R"("\x41")");
}

void JsonTest::refusesWhatIsNotStrictJson()
{
    QFETCH(QByteArray, text);
    const auto result = parseJson(text);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::AnswerUnreadable);
    QVERIFY(result.error().detail.startsWith("JSON: "_L1));
}

void JsonTest::errorNamesReasonAndByteButNoText()
{
    const auto result = parseJson(R"({"山田": 1, "山田": 2})", {}, ErrorCode::ProfileInvalid);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ProfileInvalid);
    QCOMPARE(result.error().detail, u"JSON: duplicate member at byte 22"_s);
}

void JsonTest::keepsTheOrderOfMembers()
{
    const auto json = parseJson(R"({"zeta": 1, "いろは": 2, "alpha": {"b": null, "a": true}})");
    QVERIFY(json);
    QStringList names;
    for (const JsonMember &member : json->members())
        names << member.name;
    QCOMPARE(names, QStringList({u"zeta"_s, u"いろは"_s, u"alpha"_s}));
    QCOMPARE(json->find(u"alpha")->members().at(0).name, u"b"_s);
    QVERIFY(json->find(u"alpha")->find(u"a")->toBoolean());
    QVERIFY(!json->find(u"beta"));
}

void JsonTest::keepsEveryCodePoint()
{
    // U+20BB7, and U+845B with variation selector 17 (U+E0100): as bytes and as escapes, decomposed kana too.
    const QString name = u"\U00020BB7田\u845B\U000E0100は\u3099\u0000x"_s;
    const auto raw = parseJson("\"𠮷田葛\U000E0100は\u3099\\u0000x\"");
    const auto escaped = parseJson(R"("\ud842\udfb7\u7530\u845b\udb40\udd00\u306f\u3099\u0000x")");
    QVERIFY(raw && escaped);
    QCOMPARE(raw->toString(), name);
    QCOMPARE(escaped->toString(), name);
    QCOMPARE(parseJson(writeJson(*raw))->toString(), name);
    // A byte order mark within the JSON is a character of the text, two of them are two.
    for (const QString &marked : {u"\uFEFF"_s, u"\uFEFF\uFEFFx"_s, u"x\uFEFF"_s}) {
        QCOMPARE(parseJson(writeJson(JsonValue::string(marked)))->toString(), marked);
        JsonValue object = JsonValue::object();
        object.append(marked, JsonValue());
        QCOMPARE(parseJson(writeJson(object))->members().first().name, marked);
    }
}

void JsonTest::takesWholeNumbersInEveryForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<qint64>("value");
    QTest::newRow("zero") << QByteArray("0") << true << qint64(0);
    QTest::newRow("negative") << QByteArray("-12") << true << qint64(-12);
    QTest::newRow("1.0") << QByteArray("1.0") << true << qint64(1);
    QTest::newRow("1e2") << QByteArray("1e2") << true << qint64(100);
    QTest::newRow("1.5E1") << QByteArray("1.5E1") << true << qint64(15);
    QTest::newRow("largest") << QByteArray("9223372036854775807") << true << std::numeric_limits<qint64>::max();
    QTest::newRow("too large") << QByteArray("9223372036854775808") << false << qint64(0);
    QTest::newRow("1.5") << QByteArray("1.5") << false << qint64(0);
    QTest::newRow("1e300") << QByteArray("1e300") << false << qint64(0);
    QTest::newRow("string") << QByteArray("\"1\"") << false << qint64(0);
}

void JsonTest::takesWholeNumbersInEveryForm()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isWhole);
    QFETCH(qint64, value);
    const auto json = parseJson(text);
    QVERIFY(json);
    QCOMPARE(json->toInteger().has_value(), isWhole);
    QCOMPARE(json->toInteger().value_or(0), value);
    QVERIFY(!json->isNumber() || json->numberText() == text);
}

void JsonTest::skipsAByteOrderMark()
{
    const auto json = parseJson("\xEF\xBB\xBF{\"a\": 1}");
    QVERIFY(json);
    QCOMPARE(json->find(u"a")->toInteger(), std::optional<qint64>(1));
}

void JsonTest::countsDepthAndSize()
{
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(parseJson(nested(64)));
    QVERIFY(!parseJson(nested(65)));
    QVERIFY(!parseJson(nested(1000000)));
    QVERIFY(parseJson("[1]", {.maxBytes = 3}));
    QVERIFY(!parseJson("[1] ", {.maxBytes = 3}));
}

void JsonTest::findsADuplicateAmongManyMembers()
{
    QByteArray text("{");
    for (int i = 0; i < 2000; ++i)
        text += "\"m" + QByteArray::number(i) + "\":0,";
    QVERIFY(parseJson(text + "\"n\":0}"));
    QVERIFY(!parseJson(text + "\"m3\":0}"));
    QVERIFY(!parseJson(text + "\"m1999\":0}"));
}

void JsonTest::writesWhatItReads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("object") << QByteArray(R"({"b":[1,2.50,-1e3,true,false,null],"a":{},"c":[],"d":""})");
    QTest::newRow("escapes") << QByteArray(R"(["\"\\/\n\r\t\u0001\u001f"])");
    QTest::newRow("text") << QByteArray("\"予診票 𠮷\"");
}

void JsonTest::writesWhatItReads()
{
    QFETCH(QByteArray, text);
    const auto json = parseJson(text);
    QVERIFY(json);
    QCOMPARE(writeJson(*json), text);
    QCOMPARE(*parseJson(writeJson(*json, 2)), *json);
}

void JsonTest::writesIndented()
{
    JsonValue json;
    json.append(u"name"_s, JsonValue::string(u"受付"));
    json.append(u"list"_s, JsonValue::array({JsonValue::number(qint64(1)), JsonValue::number(0.5)}));
    json.append(u"none"_s, JsonValue::object());
    QCOMPARE(writeJson(json, 2), QByteArray("{\n  \"name\": \"受付\",\n  \"list\": [\n    1,\n    0.5\n  ],\n  \"none\": {}\n}"));
}

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
