// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/certificate/document.h"
#include "app/certificate/rendererprotocol.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace uk;

Q_DECLARE_METATYPE(uk::PersonMatch)

class TestDocumentGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void base64_data();
    void base64();
    void everyLength();
    void everyStrayByteIsRefused();
    void sizeLimitIsExact();
    void fileName_data();
    void fileName();
    void person_data();
    void person();
    void requestsSurviveTheWire();
    void answersSurviveTheWireInPieces();
    void brokenAnswersStayBroken();
    void pageSizes_data();
    void pageSizes();
};

void TestDocumentGate::base64_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<int>("error");
    const int none = -1, notBase64 = static_cast<int>(ErrorCode::DocumentNotBase64),
              notPdf = static_cast<int>(ErrorCode::DocumentNotPdf);
    // "%PDF-" is JVBERi0= ; "%PDF-1" JVBERi0x ; "%PDF-1." JVBERi0xLg==
    QTest::newRow("one pad") << "JVBERi0="_ba << "%PDF-"_ba << none;
    QTest::newRow("no pad") << "JVBERi0x"_ba << "%PDF-1"_ba << none;
    QTest::newRow("two pads") << "JVBERi0xLg=="_ba << "%PDF-1."_ba << none;
    QTest::newRow("LF") << "JVBE\nRi0x\n"_ba << "%PDF-1"_ba << none;
    QTest::newRow("CR LF in a group") << "JV\r\nBERi\r\n0xLg\r\n=\n=\r\n"_ba << "%PDF-1."_ba << none;
    QTest::newRow("line breaks first") << "\n\n\nJVBERi0="_ba << "%PDF-"_ba << none;
    QTest::newRow("empty") << ""_ba << ""_ba << notPdf;
    QTest::newRow("only line breaks") << "\r\n\r\n"_ba << ""_ba << notPdf;
    QTest::newRow("html") << "PGh0bWw+"_ba << ""_ba << notPdf;
    QTest::newRow("header not first") << " JVBERi0="_ba << ""_ba << notBase64;
    QTest::newRow("something before the header") << "CiVQREYt"_ba << ""_ba << notPdf;
    QTest::newRow("pad missing") << "JVBERi0"_ba << ""_ba << notBase64;
    QTest::newRow("both pads missing") << "JVBERi0xLg"_ba << ""_ba << notBase64;
    QTest::newRow("one of two pads") << "JVBERi0xLg="_ba << ""_ba << notBase64;
    QTest::newRow("pad too many") << "JVBERi0=="_ba << ""_ba << notBase64;
    QTest::newRow("a group of pads") << "JVBERi0x===="_ba << ""_ba << notBase64;
    QTest::newRow("three pads") << "JVBERi0xL==="_ba << ""_ba << notBase64;
    QTest::newRow("pad in the middle") << "JVBERi0=JVBE"_ba << ""_ba << notBase64;
    QTest::newRow("pad, then character") << "JVBERi=x"_ba << ""_ba << notBase64;
    QTest::newRow("after the pad") << "JVBERi0=J"_ba << ""_ba << notBase64;
    QTest::newRow("bits left over, one pad") << "JVBERi1="_ba << ""_ba << notBase64;
    QTest::newRow("bits left over, two pads") << "JVBERi0xLh=="_ba << ""_ba << notBase64;
    QTest::newRow("url alphabet") << "JVBERi0-_w=="_ba << ""_ba << notBase64;
    QTest::newRow("space") << "JVBE Ri0="_ba << ""_ba << notBase64;
    QTest::newRow("tab") << "JVBE\tRi0="_ba << ""_ba << notBase64;
    QTest::newRow("zero byte") << QByteArray("JVBE\0Ri0x", 9) << ""_ba << notBase64;
    QTest::newRow("data prefix") << "data:application/pdf;base64,JVBERi0="_ba << ""_ba << notBase64;
    QTest::newRow("quotes") << "\"JVBERi0=\""_ba << ""_ba << notBase64;
    QTest::newRow("full width") << u"ＪVBERi0="_s.toUtf8() << ""_ba << notBase64;
    QTest::newRow("byte order mark") << "\xef\xbb\xbfJVBERi0="_ba << ""_ba << notBase64;
}

void TestDocumentGate::base64()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pdf);
    QFETCH(int, error);
    const auto gated = gateDocument(text, u"a.pdf"_s, 1000);
    if (error < 0) {
        QVERIFY(gated.has_value());
        QCOMPARE(gated->pdf, pdf);
    } else {
        QVERIFY(!gated.has_value());
        QCOMPARE(static_cast<int>(gated.error().code), error);
    }
}

void TestDocumentGate::everyLength()
{
    QByteArray pdf = "%PDF-";
    for (int length = 5; length < 400; ++length) {
        const auto plain = gateDocument(pdf.toBase64(), {}, 1000);
        QVERIFY(plain.has_value());
        QCOMPARE(plain->pdf, pdf);
        QByteArray wrapped;
        const QByteArray text = pdf.toBase64();
        for (qsizetype from = 0; from < text.size(); from += 61)
            wrapped += text.mid(from, 61) + "\r\n";
        const auto unwrapped = gateDocument(wrapped, {}, 1000);
        QVERIFY(unwrapped.has_value());
        QCOMPARE(unwrapped->pdf, pdf);
        pdf.append(static_cast<char>(length * 37));
    }
}

void TestDocumentGate::everyStrayByteIsRefused()
{
    const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/\r\n";
    const QByteArray good = QByteArray("%PDF-1.7 and some more").toBase64();
    for (int value = 0; value < 256; ++value) {
        for (const int place : {8, 9, 14, 19}) {
            QByteArray text = good;
            text[place] = static_cast<char>(value);
            const bool isBase64 = gateDocument(text, {}, 1000).has_value();
            // A line break in the place of a character leaves the last group short.
            QCOMPARE(isBase64, alphabet.contains(static_cast<char>(value)) && value != '\r' && value != '\n');
        }
    }
}

void TestDocumentGate::sizeLimitIsExact()
{
    const QByteArray pdf = "%PDF-" + QByteArray(3 * 1024 * 1024 - 5, 'x');
    QVERIFY(gateDocument(pdf.toBase64(), {}, pdf.size()).has_value());
    const auto tooLarge = gateDocument((pdf + 'x').toBase64(), {}, pdf.size());
    QVERIFY(!tooLarge.has_value());
    QCOMPARE(tooLarge.error().code, ErrorCode::DocumentTooLarge);
    QCOMPARE(tooLarge.error().arguments, QStringList {u"3145728"_s});
    const auto farTooLarge = gateDocument(QByteArray(10'000'000, '!'), {}, 1000);
    QCOMPARE(farTooLarge.error().code, ErrorCode::DocumentTooLarge);
}

void TestDocumentGate::fileName_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"接種済証.pdf"_s << u"接種済証.pdf"_s;
    QTest::newRow("no ending") << u"certificate"_s << u"certificate.pdf"_s;
    QTest::newRow("capital ending") << u"A.PDF"_s << u"A.pdf"_s;
    QTest::newRow("path") << u"../../etc/x.pdf"_s << u"x.pdf"_s;
    QTest::newRow("windows path") << u"C:\\a\\x.pdf"_s << u"x.pdf"_s;
    QTest::newRow("only path") << u"../.."_s << u"document.pdf"_s;
    QTest::newRow("device") << u"CON.pdf"_s << u"_CON.pdf"_s;
    QTest::newRow("device with number") << u"Lpt1.x.pdf"_s << u"_Lpt1.x.pdf"_s;
    QTest::newRow("no device") << u"control.pdf"_s << u"control.pdf"_s;
    QTest::newRow("turned round") << u"a\u202efdp.exe"_s << u"afdp.exe.pdf"_s;
    QTest::newRow("controls") << u"a\n\t\u0000\u007fb.pdf"_s << u"ab.pdf"_s;
    QTest::newRow("long") << QString(300, u'あ') + u".pdf"_s << QString(80, u'あ') + u".pdf"_s;
    QTest::newRow("long, surrogates") << u"a"_s + u"𠮷"_s.repeated(100) << u"a"_s + u"𠮷"_s.repeated(39) + u".pdf"_s;
    QTest::newRow("empty") << QString() << u"document.pdf"_s;
    QTest::newRow("dots") << u"...."_s << u"document.pdf"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc.pdf"_s;
    QTest::newRow("wild cards") << u"a*?<>|\":b.pdf"_s << u"ab.pdf"_s;
}

void TestDocumentGate::fileName()
{
    QFETCH(QString, sent);
    QFETCH(QString, shown);
    const auto gated = gateDocument("JVBERi0=", sent, 1000);
    QVERIFY(gated.has_value());
    QCOMPARE(gated->displayName, shown);
}

void TestDocumentGate::person_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QDate>("born");
    QTest::addColumn<PersonMatch>("match");
    const QString name = u"見本　花子"_s;
    const QDate born(2025, 11, 8);
    const auto row = [&](const char *title, const QString &text, PersonMatch match) {
        QTest::newRow(title) << text << name << born << match;
    };
    row("as printed", u"予防接種済証\r\n氏　　名 見本　花子\r\n生年月日 令和7年11月8日"_s, PersonMatch::Matches);
    row("no gaps", u"氏名見本花子\n生年月日令和7年11月8日生"_s, PersonMatch::Matches);
    row("one line", u"氏名 見本花子 生年月日 令和７年１１月８日 BCG"_s, PersonMatch::Matches);
    row("letters apart", u"氏 名 見 本 花 子 生 年 月 日 令和 7年 11月 8日"_s, PersonMatch::Matches);
    row("polite", u"見本花子様（R7.11.8生）"_s, PersonMatch::Matches);
    row("label with colon", u"氏名：見本花子 生年月日：2025年11月08日"_s, PersonMatch::Matches);
    row("slashes", u"見本花子 2025/11/8"_s, PersonMatch::Matches);
    row("ISO", u"見本 花子 2025-11-08"_s, PersonMatch::Matches);
    row("eight digits", u"見本 花子 20251108"_s, PersonMatch::Matches);
    row("zeros", u"見本 花子 令和07年11月08日"_s, PersonMatch::Matches);
    row("number before", u"見本 花子 1 2025年11月8日"_s, PersonMatch::Matches);
    row("number behind", u"見本 花子 R7.11.8 2"_s, PersonMatch::Matches);
    row("name over two lines", u"見本\n花子\n令和7年11月8日"_s, PersonMatch::Matches);
    row("longer name", u"氏名 見本花子美 令和7年11月8日"_s, PersonMatch::NameMissing);
    row("longer surname", u"氏名 大見本花子 令和7年11月8日"_s, PersonMatch::NameMissing);
    row("brother", u"氏名 見本太郎 令和7年11月8日"_s, PersonMatch::NameMissing);
    row("twin-like day", u"見本花子 令和7年11月18日"_s, PersonMatch::BirthDateMissing);
    row("other year", u"見本花子 平成7年11月8日"_s, PersonMatch::BirthDateMissing);
    row("no date", u"見本花子"_s, PersonMatch::BirthDateMissing);
    row("other person", u"氏名 例 太郎 昭和60年1月2日"_s, PersonMatch::OtherPerson);
    row("no person at all", u"予防接種済証"_s, PersonMatch::OtherPerson);
    row("empty", QString(), PersonMatch::NoText);
    row("blanks", u" \r\n　\t"_s, PersonMatch::NoText);
    QTest::newRow("half width kana") << u"ﾖｼｻﾞｷ ﾐﾉﾘ R7.11.8"_s << u"ヨシザキ　ミノリ"_s << born << PersonMatch::Matches;
    QTest::newRow("outside the BMP") << u"氏名 𠮷崎　みのり 令和7年11月8日"_s << u"𠮷崎 みのり"_s << born << PersonMatch::Matches;
    QTest::newRow("Latin") << u"NAME: Smith John 1990/01/02"_s << u"ＳＭＩＴＨ　ＪＯＨＮ"_s << QDate(1990, 1, 2) << PersonMatch::Matches;
    QTest::newRow("dot in the name") << u"氏名 ブラウン・マリア 平成元年1月8日"_s << u"ブラウン　マリア"_s << QDate(1989, 1, 8) << PersonMatch::Matches;
    QTest::newRow("era sign") << u"見本花子 ㍻元.1.8"_s << name << QDate(1989, 1, 8) << PersonMatch::Matches;
    QTest::newRow("no name to look for") << u"見本花子 令和7年11月8日"_s << QString() << born << PersonMatch::NameMissing;
    QTest::newRow("no day to look for") << u"見本花子 令和7年11月8日"_s << name << QDate() << PersonMatch::BirthDateMissing;
}

void TestDocumentGate::person()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(QDate, born);
    QFETCH(PersonMatch, match);
    QCOMPARE(matchPerson(text, name, born), match);
}

void TestDocumentGate::requestsSurviveTheWire()
{
    const renderer::Request request {7, renderer::Verb::Render, 3, 100, 200, 299.5, 12345678901234};
    const QByteArray bytes = encode(request);
    QCOMPARE(bytes.size(), renderer::requestBytes);
    QVERIFY(renderer::decodeRequest(bytes) == request);
    QVERIFY(!renderer::decodeRequest(bytes.chopped(1)));
    QVERIFY(!renderer::decodeRequest(QByteArray(renderer::requestBytes, 0)));
    QByteArray unknownVerb = bytes;
    unknownVerb[8] = 99;
    QVERIFY(!renderer::decodeRequest(unknownVerb));
}

void TestDocumentGate::answersSurviveTheWireInPieces()
{
    const renderer::Answer first {1, renderer::Status::Ok, 10, 20, 30, "payload"}, second {2, renderer::Status::Damaged, 0, 0, 0, {}};
    const QByteArray bytes = encode(first) + encode(second);
    renderer::AnswerReader reader;
    QList<renderer::Answer> answers;
    for (const char byte : bytes) {
        reader.append({&byte, 1});
        while (const auto answer = reader.next())
            answers.append(*answer);
    }
    QVERIFY(!reader.isBroken());
    QVERIFY((answers == QList {first, second}));
}

void TestDocumentGate::brokenAnswersStayBroken()
{
    QByteArray wrongMagic = encode(renderer::Answer {}), tooLong = wrongMagic, wrongStatus = wrongMagic;
    wrongMagic[0] = 'x';
    tooLong[11] = '\x7f';
    wrongStatus[8] = 77;
    for (const QByteArray &bytes : {wrongMagic, tooLong, wrongStatus}) {
        renderer::AnswerReader reader;
        reader.append(bytes);
        QVERIFY(!reader.next());
        QVERIFY(reader.isBroken());
        reader.append(encode(renderer::Answer {}));
        QVERIFY(!reader.next());
    }
}

void TestDocumentGate::pageSizes_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<bool>("isAllowed");
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("A4") << QSizeF(595.28, 841.89) << true;
    QTest::newRow("A3") << QSizeF(841.89, 1190.55) << true;
    QTest::newRow("A3 landscape") << QSizeF(1190.55, 841.89) << true;
    QTest::newRow("JIS B4") << QSizeF(728.5, 1031.8) << true;
    QTest::newRow("card") << QSizeF(153, 242.6) << true;
    QTest::newRow("tabloid extra") << QSizeF(842, 1224) << false;
    QTest::newRow("A2") << QSizeF(1190.55, 1683.78) << false;
    QTest::newRow("square") << QSizeF(900, 900) << false;
    QTest::newRow("nothing") << QSizeF(0, 0) << false;
    QTest::newRow("negative") << QSizeF(-100, 100) << false;
    QTest::newRow("NaN") << QSizeF(nan, 100) << false;
    QTest::newRow("NaN height") << QSizeF(100, nan) << false;
    QTest::newRow("infinity") << QSizeF(100, infinity) << false;
}

void TestDocumentGate::pageSizes()
{
    QFETCH(QSizeF, size);
    QFETCH(bool, isAllowed);
    QCOMPARE(renderer::isPageSizeAllowed(size), isAllowed);
    const auto decoded = renderer::decodePageSizes(renderer::encodePageSizes({{100, 100}, size}));
    QCOMPARE(decoded.has_value(), isAllowed);
    if (isAllowed)
        QCOMPARE(decoded->last(), size);
    QVERIFY(!renderer::decodePageSizes({}));
    QVERIFY(!renderer::decodePageSizes(QByteArray(15, 0)));
    QVERIFY(!renderer::decodePageSizes(renderer::encodePageSizes(QList<QSizeF>(51, {100, 100}))));
}

QTEST_GUILESS_MAIN(TestDocumentGate)
#include "tst_documentgate.moc"
