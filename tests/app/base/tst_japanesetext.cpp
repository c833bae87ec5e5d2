// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/japanesedate.h"
#include "app/base/textfold.h"

#include <QTest>

using namespace Qt::StringLiterals;

class JapaneseTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayIsWrittenInBothCalendars_data();
    void aDayIsWrittenInBothCalendars();
    void anInvalidDayIsWrittenAsNothing();
    void everyDaySinceMeiji6SurvivesWritingAndReading();
    void writtenDaysAreRead_data();
    void writtenDaysAreRead();
    void whatIsNoDayIsRefused_data();
    void whatIsNoDayIsRefused();
    void ageIsTheCalendarAge_data();
    void ageIsTheCalendarAge();
    void sameTextsInOtherFormsAreEqual_data();
    void sameTextsInOtherFormsAreEqual();
    void differentTextsStayDifferent_data();
    void differentTextsStayDifferent();
};

void JapaneseTextTest::aDayIsWrittenInBothCalendars_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("wareki");
    QTest::addColumn<QString>("shortForm");
    QTest::addColumn<QString>("weekday");
    QTest::newRow("today") << QDate(2025, 11, 8) << u"令和7年11月8日"_s << u"R7.11.8"_s << u"土"_s;
    QTest::newRow("first of Reiwa") << QDate(2019, 5, 1) << u"令和元年5月1日"_s << u"R1.5.1"_s << u"水"_s;
    QTest::newRow("last of Heisei") << QDate(2019, 4, 30) << u"平成31年4月30日"_s << u"H31.4.30"_s << u"火"_s;
    QTest::newRow("first of Heisei") << QDate(1989, 1, 8) << u"平成元年1月8日"_s << u"H1.1.8"_s << u"日"_s;
    QTest::newRow("last of Showa") << QDate(1989, 1, 7) << u"昭和64年1月7日"_s << u"S64.1.7"_s << u"土"_s;
    QTest::newRow("first of Showa") << QDate(1926, 12, 25) << u"昭和元年12月25日"_s << u"S1.12.25"_s << u"土"_s;
    QTest::newRow("last of Taisho") << QDate(1926, 12, 24) << u"大正15年12月24日"_s << u"T15.12.24"_s << u"金"_s;
    QTest::newRow("first of Taisho") << QDate(1912, 7, 30) << u"大正元年7月30日"_s << u"T1.7.30"_s << u"火"_s;
    QTest::newRow("last of Meiji") << QDate(1912, 7, 29) << u"明治45年7月29日"_s << u"M45.7.29"_s << u"月"_s;
    QTest::newRow("first solar day") << QDate(1873, 1, 1) << u"明治6年1月1日"_s << u"M6.1.1"_s << u"水"_s;
    QTest::newRow("lunar calendar") << QDate(1872, 12, 31) << u"1872年12月31日"_s << u"1872.12.31"_s << u"火"_s;
}

void JapaneseTextTest::aDayIsWrittenInBothCalendars()
{
    QFETCH(QDate, day);
    QTEST(uk::toWareki(day), "wareki");
    QTEST(uk::toShortWareki(day), "shortForm");
    QTEST(uk::shortWeekday(day), "weekday");
    QCOMPARE(uk::toSeireki(day), u"%1年%2月%3日"_s.arg(day.year()).arg(day.month()).arg(day.day()));
}

void JapaneseTextTest::anInvalidDayIsWrittenAsNothing()
{
    QVERIFY(uk::toWareki({}).isEmpty());
    QVERIFY(uk::toShortWareki({}).isEmpty());
    QVERIFY(uk::toSeireki({}).isEmpty());
    QVERIFY(uk::shortWeekday({}).isEmpty());
    QVERIFY(!uk::eraYear({}));
}

void JapaneseTextTest::everyDaySinceMeiji6SurvivesWritingAndReading()
{
    for (QDate day(1873, 1, 1); day < QDate(2060, 1, 1); day = day.addDays(1)) {
        if (uk::parseJapaneseDate(uk::toWareki(day)) != day || uk::parseJapaneseDate(uk::toShortWareki(day)) != day)
            QFAIL(qPrintable(day.toString(Qt::ISODate)));
    }
}

void JapaneseTextTest::writtenDaysAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("day");
    const QDate day(2025, 11, 8);
    for (const char16_t *text : {u"令和7年11月8日", u"令和７年１１月８日", u"R7.11.8", u"ｒ７．１１．８", u"令7/11/8",
             u"令和 7 年 11 月 08 日", u"2025年11月8日", u"２０２５年１１月８日", u"2025-11-08", u"2025/11/8",
             u"20251108", u" 2025.11.8 ", u"西暦2025年11月8日", u"R07・11・08"})
        QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text) << day;
    QTest::newRow("first year") << u"平成元年1月8日"_s << QDate(1989, 1, 8);
    QTest::newRow("square era sign") << u"㍻元年1月8日"_s << QDate(1989, 1, 8);
    QTest::newRow("leap day") << u"令和6年2月29日"_s << QDate(2024, 2, 29);
}

void JapaneseTextTest::writtenDaysAreRead()
{
    QFETCH(QString, text);
    QFETCH(QDate, day);
    QCOMPARE(uk::parseJapaneseDate(text), std::optional(day));
}

void JapaneseTextTest::whatIsNoDayIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text : {u"", u" ", u"令和", u"令和7年", u"令和0年1月1日", u"令和7年2月29日", u"令和7年13月1日",
             u"昭和64年1月8日", u"平成元年1月7日", u"大正元年7月29日", u"明治45年7月30日", u"明治5年12月1日",
             u"2025-02-30", u"25/11/8", u"2025118", u"X7.11.8", u"平成32年1月1日", u"2025年11月8日午後", u"R-7.11.8.1"})
        QTest::newRow(qPrintable(u"<%1>"_s.arg(QString::fromUtf16(text)))) << QString::fromUtf16(text);
}

void JapaneseTextTest::whatIsNoDayIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!uk::parseJapaneseDate(text));
}

void JapaneseTextTest::ageIsTheCalendarAge_data()
{
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("text");
    const QDate leap(2024, 2, 29);
    QTest::newRow("day of birth") << QDate(2025, 11, 8) << QDate(2025, 11, 8) << u"0歳0か月"_s;
    QTest::newRow("first birthday") << QDate(2024, 11, 8) << QDate(2025, 11, 8) << u"1歳0か月"_s;
    QTest::newRow("the day before") << QDate(2024, 11, 8) << QDate(2025, 11, 7) << u"0歳11か月"_s;
    QTest::newRow("leap day, 28 February") << leap << QDate(2025, 2, 28) << u"0歳11か月"_s;
    QTest::newRow("leap day, 1 March") << leap << QDate(2025, 3, 1) << u"1歳0か月"_s;
    QTest::newRow("leap day, next leap day") << leap << QDate(2028, 2, 29) << u"4歳0か月"_s;
    QTest::newRow("31st, short month") << QDate(2025, 1, 31) << QDate(2025, 4, 30) << u"0歳2か月"_s;
    QTest::newRow("31st, month after the short one") << QDate(2025, 1, 31) << QDate(2025, 5, 1) << u"0歳3か月"_s;
    QTest::newRow("old") << QDate(1925, 12, 31) << QDate(2025, 12, 30) << u"99歳11か月"_s;
}

void JapaneseTextTest::ageIsTheCalendarAge()
{
    QFETCH(QDate, birth);
    QFETCH(QDate, day);
    const auto age = uk::ageAt(birth, day);
    QVERIFY(age);
    QTEST(uk::toText(*age), "text");
    QVERIFY(!uk::ageAt(day.addDays(1), day));
}

void JapaneseTextTest::sameTextsInOtherFormsAreEqual_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("blank between names") << u"山田　太郎"_s << u"山田 太郎"_s;
    QTest::newRow("no blank") << u"山田　太郎"_s << u"山田太郎"_s;
    QTest::newRow("half-width kana") << u"ﾔﾏﾀﾞ ﾀﾛｳ"_s << u"ヤマダ　タロウ"_s;
    QTest::newRow("spacing voiced mark") << u"ヤマタ゛"_s << u"ヤマダ"_s;
    QTest::newRow("combining voiced mark") << u"ヤマタ\u3099"_s << u"ヤマダ"_s;
    QTest::newRow("full-width digits") << u"１２－３"_s << u"12-3"_s;
    QTest::newRow("kinds of hyphens") << u"1−2‐3ー4"_s << u"1-2-3-4"_s;
    QTest::newRow("small ke") << u"鎌ヶ谷"_s << u"鎌ケ谷"_s;
    QTest::newRow("small tsu") << u"ハットリ"_s << u"ハツトリ"_s;
    QTest::newRow("small yu, hiragana") << u"しゅん"_s << u"しゆん"_s;
    QTest::newRow("variation selector") << QString::fromUcs4(U"葛\U000E0100城") << u"葛城"_s;
    QTest::newRow("short variation selector") << u"辻\uFE00"_s << u"辻"_s;
    QTest::newRow("compatibility ideograph") << u"\uFA19谷"_s << u"神谷"_s;
    QTest::newRow("full-width Latin") << u"ＳＭＩＴＨ　Ｊｏｈｎ"_s << u"Smith John"_s;
    QTest::newRow("zero-width blank") << u"山\u200B田"_s << u"山田"_s;
}

void JapaneseTextTest::sameTextsInOtherFormsAreEqual()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(uk::isSameWhenFolded(one, other));
    QCOMPARE(uk::foldedForComparison(uk::foldedForComparison(one)), uk::foldedForComparison(one));
}

void JapaneseTextTest::differentTextsStayDifferent_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("another name") << u"山田太郎"_s << u"山田次郎"_s;
    QTest::newRow("another ideograph") << u"髙橋"_s << u"高橋"_s;
    QTest::newRow("hiragana and katakana") << u"みどり"_s << u"ミドリ"_s;
    QTest::newRow("voiced") << u"ハルタ"_s << u"ハルダ"_s;
    QTest::newRow("beyond the basic plane") << u"𠮷田"_s << u"吉田"_s;
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("blanks only") << u"　"_s << u" "_s;
}

void JapaneseTextTest::differentTextsStayDifferent()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QVERIFY(!uk::isSameWhenFolded(one, other));
}

QTEST_GUILESS_MAIN(JapaneseTextTest)
#include "tst_japanesetext.moc"
