// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/kanjivariants.h"
#include "app/base/textfold.h"
#include "app/visit/binding.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace uk;
using namespace Qt::StringLiterals;
using D = PersonDifference;
using Outcome = PersonComparison::Outcome;

namespace {

const QDate birthday(1980, 2, 17);
const QString home = u"見本県見本市中央一丁目２番３号"_s;

/// Invented names; every difference here happens between real registers.
struct Names
{
    const char *why;
    const char32_t *card, *linked;
    Outcome outcome;
    QList<D> differences = {};
};

const QList<Names> names{
    // the same name
    {"same: as sent", U"見本　花子", U"見本　花子", Outcome::Same},
    {"same: half-width blank", U"見本　花子", U"見本 花子", Outcome::Same},
    {"same: no blank", U"見本　花子", U"見本花子", Outcome::Same},
    {"same: several blanks", U"見本　花子", U" 見本　 花子　", Outcome::Same},
    {"same: half-width kana", U"ﾐﾎﾝ ﾊﾅｺ", U"ミホン　ハナコ", Outcome::Same},
    {"same: half-width voiced kana", U"ﾃﾞｻﾞﾊﾟ ﾊﾅｺ", U"デザパ　ハナコ", Outcome::Same},
    {"same: combining voiced mark", U"見本　カ\u3099ン", U"見本　ガン", Outcome::Same},
    {"same: spacing voiced mark", U"見本　カ゛ン", U"見本　ガン", Outcome::Same},
    {"same: half-width vu", U"ｳﾞｨｸﾄﾘｱ", U"ヴィクトリア", Outcome::Same},
    {"same: small ke", U"鶴ヶ谷　花子", U"鶴ケ谷　花子", Outcome::Same},
    {"same: half-width ke", U"鶴ヶ谷　花子", U"鶴ｹ谷 花子", Outcome::Same},
    {"same: long-vowel mark as hyphen", U"ユーキ　花子", U"ユ－キ　花子", Outcome::Same},
    {"same: long-vowel mark as minus", U"ユーキ　花子", U"ユ−キ 花子", Outcome::Same},
    {"same: half-width long-vowel mark", U"ユーキ　花子", U"ﾕｰｷ 花子", Outcome::Same},
    {"same: full-width Latin", U"ＳＭＩＴＨ　ＪＯＨＮ", U"SMITH JOHN", Outcome::Same},
    {"same: Latin lower case", U"SMITH JOHN", U"Smith John", Outcome::Same},
    {"same: comma behind the family name", U"SMITH JOHN", U"SMITH, JOHN", Outcome::Same},
    {"same: middle dot between names", U"ジョン・スミス", U"ジョン　スミス", Outcome::Same},
    {"same: kind of apostrophe", U"O’BRIEN MARY", U"O'BRIEN MARY", Outcome::Same},
    {"same: variation selector", U"葛\U000E0100城　花子", U"葛城　花子", Outcome::Same},
    {"same: two variation selectors", U"辻\U000E0100　花子", U"辻\U000E0102　花子", Outcome::Same},
    {"same: standardized variation", U"神\uFE00谷　花子", U"神谷　花子", Outcome::Same},
    {"same: compatibility ideograph", U"\uFA19谷　花子", U"神谷　花子", Outcome::Same},
    {"same: ladder taka", U"髙橋　花子", U"高橋　花子", Outcome::Same},
    {"same: standing saki", U"山﨑　花子", U"山崎　花子", Outcome::Same},
    {"same: earth yoshi beyond the basic plane", U"𠮷田　花子", U"吉田　花子", Outcome::Same},
    {"same: zero-width blank", U"見\u200B本　花子", U"見本　花子", Outcome::Same},
    {"same: former name in brackets on the card only", U"見本［架空］　花子", U"見本　花子", Outcome::Same},
    {"same: half-width brackets", U"見本[架空]　花子", U"見本［架空］　花子", Outcome::Same},
    {"same: round and square brackets", U"見本（架空）　花子", U"見本［架空］　花子", Outcome::Same},
    {"same: tortoise-shell brackets", U"見本〔架空〕　花子", U"見本[架空] 花子", Outcome::Same},
    {"same: common name behind a Latin name", U"LI MEI（見本　花子）", U"LI MEI", Outcome::Same},
    {"same: former name behind the name", U"見本　花子（旧姓 架空）", U"見本　花子", Outcome::Same},
    {"same: bracket cut off", U"LI MEI（見本　花", U"LI MEI", Outcome::Same},
    // staff confirm
    {"confirm: another form of be", U"渡邊　花子", U"渡辺　花子", Outcome::Confirm, {D::KanjiVariant}},
    {"confirm: two old forms of be", U"渡邊　花子", U"渡邉　花子", Outcome::Confirm, {D::KanjiVariant}},
    {"confirm: forms of sai", U"齋藤　花子", U"斉藤　花子", Outcome::Confirm, {D::KanjiVariant}},
    {"confirm: forms of sai, abbreviated", U"齊藤　花子", U"斎藤　花子", Outcome::Confirm, {D::KanjiVariant}},
    {"confirm: forms of hama", U"濵田　花子", U"浜田　花子", Outcome::Confirm, {D::KanjiVariant}},
    {"confirm: forms of hama, old", U"濱田　花子", U"濵田　花子", Outcome::Confirm, {D::KanjiVariant}},
    {"confirm: forms of sawa and hiro", U"澤田　廣", U"沢田　広", Outcome::Confirm, {D::KanjiVariant}},
    {"confirm: forms of shima", U"嶋田　花子", U"島田　花子", Outcome::Confirm, {D::KanjiVariant}},
    {"confirm: iteration mark written out", U"佐々木　花子", U"佐佐木　花子", Outcome::Confirm, {D::KanjiVariant}},
    {"confirm: hiragana and katakana", U"見本　みのり", U"見本　ミノリ", Outcome::Confirm, {D::KanaKind}},
    {"confirm: small kana", U"見本　りょう", U"見本　りよう", Outcome::Confirm, {D::KanaKind}},
    {"confirm: vu and bu", U"ヴィクトリア", U"ビクトリア", Outcome::Confirm, {D::KanaKind}},
    {"confirm: kanji and kana at once", U"齋藤　みのり", U"斎藤　ミノリ", Outcome::Confirm, {D::KanjiVariant, D::KanaKind}},
    {"confirm: accent left out", U"GARCÍA JOSÉ", U"GARCIA JOSE", Outcome::Confirm, {D::LatinSpelling}},
    {"confirm: apostrophe left out", U"O'BRIEN MARY", U"OBRIEN MARY", Outcome::Confirm, {D::LatinSpelling}},
    {"confirm: hyphen left out", U"SMITH MARY-ANN", U"SMITH MARYANN", Outcome::Confirm, {D::LatinSpelling}},
    {"confirm: black circle for a character", U"●城　花子", U"葛城　花子", Outcome::Confirm, {D::ReplacedCharacter}},
    {"confirm: geta mark for a character", U"見本　花子", U"見〓　花子", Outcome::Confirm, {D::ReplacedCharacter}},
    {"confirm: replacement character", U"見本　花子", U"見本　花\uFFFD", Outcome::Confirm, {D::ReplacedCharacter}},
    {"confirm: divided elsewhere", U"見　本花子", U"見本　花子", Outcome::Confirm, {D::BlankPlace}},
    {"confirm: divided once more", U"DE LA CRUZ MARIA", U"DELACRUZ MARIA", Outcome::Confirm, {D::BlankPlace}},
    {"confirm: given name first", U"SMITH JOHN", U"JOHN SMITH", Outcome::Confirm, {D::NameOrder}},
    {"confirm: no middle name", U"SMITH JOHN MICHAEL", U"SMITH JOHN", Outcome::Confirm, {D::NamePartMissing}},
    {"confirm: long name cut", U"寿限無寿限無五劫の擦り切れ　海砂利水魚", U"寿限無寿限無五劫の擦り切れ", Outcome::Confirm, {D::NameCut}},
    {"confirm: long Latin name cut within a word", U"WOLFESCHLEGELSTEINHAUSENBERGERDORFF HUBERT", U"WOLFESCHLEGELSTEINHAUSEN", Outcome::Confirm, {D::NameCut}},
    {"confirm: former name in use", U"見本［架空］　花子", U"架空　花子", Outcome::Confirm, {D::OtherName}},
    {"confirm: former name behind the name in use", U"見本　花子（旧氏架空）", U"架空　花子", Outcome::Confirm, {D::OtherName}},
    {"confirm: common name in use", U"LI MEI（見本　花子）", U"見本　花子", Outcome::Confirm, {D::OtherName}},
    {"confirm: common name in use, old form", U"LI MEI（渡邊　花子）", U"渡辺　花子", Outcome::Confirm, {D::OtherName, D::KanjiVariant}},
    {"confirm: other former names", U"見本［架空］　花子", U"見本［例文］　花子", Outcome::Confirm, {D::OtherName}},
    // other people
    {"different: twins", U"見本　ひなた", U"見本　ひかり", Outcome::Different},
    {"different: twins who share a character", U"見本　陽太", U"見本　陽斗", Outcome::Different},
    {"different: twins, one name within the other", U"見本　愛", U"見本　愛子", Outcome::Different},
    {"different: twins, numbers", U"見本　一郎", U"見本　二郎", Outcome::Different},
    {"different: twins, voiced", U"見本　ハルタ", U"見本　ハルダ", Outcome::Different},
    {"different: twins with Latin names", U"SMITH ANNA", U"SMITH ANNE", Outcome::Different},
    {"different: twins with one former name in brackets", U"見本［架空］　陽太", U"見本［架空］　陽斗", Outcome::Different},
    {"different: twins, long names of one length", U"寿限無寿限無五劫の擦り切れ　一", U"寿限無寿限無五劫の擦り切れ　二", Outcome::Different},
    {"different: family name only in common", U"見本　花子", U"見本", Outcome::Different},
    {"different: another family name", U"見本　花子", U"架空　花子", Outcome::Different},
    {"different: nothing but replacement characters", U"●●", U"見本", Outcome::Different},
    {"different: no name linked", U"見本　花子", U"", Outcome::Different},
    {"different: blanks only", U"　", U"　", Outcome::Different},
};

struct Addresses
{
    const char *why;
    const char32_t *card, *linked;
    bool isSame;
};

const QList<Addresses> addresses{
    {"same: as sent", U"見本県見本市中央１－２－３", U"見本県見本市中央１－２－３", true},
    {"same: half-width digits", U"見本県見本市中央１－２－３", U"見本県見本市中央1-2-3", true},
    {"same: kinds of hyphens", U"見本県見本市中央１‐２−３", U"見本県見本市中央1ー2―3", true},
    {"same: half-width long-vowel mark", U"見本県見本市中央1-2-3", U"見本県見本市中央1ｰ2ｰ3", true},
    {"same: chome, ban, go", U"見本県見本市中央１丁目２番３号", U"見本県見本市中央1-2-3", true},
    {"same: chome in kanji", U"見本県見本市中央一丁目２番３号", U"見本県見本市中央1-2-3", true},
    {"same: chome above ten in kanji", U"見本県見本市中央二十三丁目2番", U"見本県見本市中央23-2", true},
    {"same: tenth chome in kanji", U"見本県見本市中央十丁目2", U"見本県見本市中央10-2", true},
    {"same: banchi", U"見本県見本市中央１２番地", U"見本県見本市中央12", true},
    {"same: banchi no", U"見本県見本市中央12番地の3", U"見本県見本市中央12-3", true},
    {"same: no between numbers", U"見本県見本市中央12の3", U"見本県見本市中央12-3", true},
    {"same: ga and small ke", U"見本県見本市霞が関1", U"見本県見本市霞ヶ関1", true},
    {"same: no in kana", U"見本県見本市山ノ内1", U"見本県見本市山の内1", true},
    {"same: without prefecture", U"見本県見本市中央1", U"見本市中央1", true},
    {"same: without oaza", U"見本県見本市大字中央1", U"見本県見本市中央1", true},
    {"same: old form of a character", U"見本県見本市櫻町1", U"見本県見本市桜町1", true},
    {"same: building behind a blank", U"見本県見本市中央1-2-3　メゾン見本１０１", U"見本県見本市中央1-2-3メゾン見本101", true},
    {"same: room behind a blank", U"見本県見本市中央１丁目２番３号　１０１号室", U"見本県見本市中央1-2-3-101", true},
    {"same: building left out", U"見本県見本市中央1-2-3　メゾン見本101", U"見本県見本市中央1-2-3", true},
    {"same: cut after 40 characters, within a number", U"見本県見本市大変に長い名前の町の大変に長い名前の字の中央１２３４－５６７８　大変に長い名前の建物九百九十九", U"見本県見本市大変に長い名前の町の大変に長い名前の字の中央１２３４－５６７８　大変に長い", true},
    {"same: none on one side", U"見本県見本市中央1", U"", true},
    {"other: house number", U"見本県見本市中央1-2-3", U"見本県見本市中央1-2-4", false},
    {"other: number that begins alike", U"見本県見本市中央1-2", U"見本県見本市中央1-23", false},
    {"other: town", U"見本県見本市中央1-2-3", U"見本県見本市北町1-2-3", false},
    {"other: only the city is there", U"見本県見本市中央1-2-3", U"見本県見本市", false},
    {"other: prefecture", U"見本県中央市1", U"例文県中央市1", false},
};

BasicFourInfo person(const QString &name, const QDate &day = birthday, const QString &sex = u"2"_s, const QString &address = home)
{
    return {name, address, day, sex};
}

} // namespace

Q_DECLARE_METATYPE(PersonComparison)

class BindingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void addresses_data();
    void addresses();
    void birthDateAndSex_data();
    void birthDateAndSex();
    void everyDifferenceIsInTheTablesAndHasAName();
    void noTwinIsEverTheSame();
    void foldsAreIdempotent();
    void addressOfMoreThan255Bytes_isTheSameWhenItsBuildingIsLeftOut();
    void everyKanjiStandsInOneGroupOnly();
    void onlyConfirmedBindingsAllowEffects();
};

void BindingTest::names_data()
{
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("linked");
    QTest::addColumn<PersonComparison>("expected");
    for (const Names &row : ::names)
        QTest::newRow(row.why) << QString::fromUcs4(row.card) << QString::fromUcs4(row.linked)
                               << PersonComparison{row.outcome, row.differences};
}

void BindingTest::names()
{
    QFETCH(QString, card);
    QFETCH(QString, linked);
    QFETCH(PersonComparison, expected);
    const auto shown = [](const PersonComparison &found) {
        QStringList words{QString::number(int(found.outcome))};
        for (const PersonDifference difference : found.differences)
            words.append(differenceName(difference));
        return words.join(u' ');
    };
    QCOMPARE(shown(comparePersons(person(card), person(linked))), shown(expected));
    QCOMPARE(shown(comparePersons(person(linked), person(card))), shown(expected));
}

void BindingTest::addresses_data()
{
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("linked");
    QTest::addColumn<bool>("isSame");
    for (const Addresses &row : ::addresses)
        QTest::newRow(row.why) << QString::fromUcs4(row.card) << QString::fromUcs4(row.linked) << row.isSame;
}

void BindingTest::addresses()
{
    QFETCH(QString, card);
    QFETCH(QString, linked);
    QFETCH(bool, isSame);
    const PersonComparison expected = isSame ? PersonComparison{Outcome::Same, {}}
                                             : PersonComparison{Outcome::Confirm, {D::Address}};
    const auto at = [](const QString &address) { return person(u"見本　花子"_s, birthday, u"2"_s, address); };
    QVERIFY2(comparePersons(at(card), at(linked)) == expected, qPrintable(foldedAddress(card) + u" / "_s + foldedAddress(linked)));
    QVERIFY(comparePersons(at(linked), at(card)) == expected);
}

void BindingTest::birthDateAndSex_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("sex");
    QTest::addColumn<PersonComparison>("expected");
    const PersonComparison same{Outcome::Same, {}}, other{Outcome::Different, {}};
    QTest::newRow("same") << birthday << u"2"_s << same;
    QTest::newRow("different: parent of the same name") << birthday.addYears(-25) << u"2"_s << other;
    QTest::newRow("different: born a day later") << birthday.addDays(1) << u"2"_s << other;
    QTest::newRow("confirm: no birth date") << QDate() << u"2"_s << PersonComparison{Outcome::Confirm, {D::BirthDateMissing}};
    QTest::newRow("confirm: other sex") << birthday << u"1"_s << PersonComparison{Outcome::Confirm, {D::Sex}};
    for (const QString &unknown : {u"0"_s, u"9"_s, QString(), u"7"_s})
        QTest::addRow("same: unknown sex '%s'", qPrintable(unknown)) << birthday << unknown << same;
}

void BindingTest::birthDateAndSex()
{
    QFETCH(QDate, day);
    QFETCH(QString, sex);
    QFETCH(PersonComparison, expected);
    const BasicFourInfo card = person(u"見本　花子"_s), linked = person(u"見本　花子"_s, day, sex);
    QVERIFY(comparePersons(card, linked) == expected);
    QVERIFY(comparePersons(linked, card) == expected);
}

void BindingTest::everyDifferenceIsInTheTablesAndHasAName()
{
    QSet<D> covered{D::Address, D::Sex, D::BirthDateMissing};
    for (const Names &row : ::names)
        covered += QSet<D>(row.differences.begin(), row.differences.end());
    QSet<QString> texts;
    for (int i = 0; i < personDifferenceCount; ++i) {
        QVERIFY2(covered.contains(D(i)), differenceName(D(i)).data());
        texts.insert(differenceName(D(i)));
    }
    QCOMPARE(texts.size(), personDifferenceCount);
}

void BindingTest::noTwinIsEverTheSame()
{
    // Same birth date, address, sex and family name: any two given names that differ in a letter are no "same".
    const QStringList given{u"あい"_s,   u"あお"_s,   u"ゆい"_s,   u"ゆいな"_s, u"結衣"_s,   u"結"_s,    u"陽菜"_s, u"陽奈"_s, u"陽向"_s,
                            u"大翔"_s,   u"大斗"_s,   u"太一"_s,   u"太二"_s,   u"真"_s,     u"眞"_s,    u"慎"_s,   u"竜"_s,   u"龍"_s,
                            u"リョウ"_s, u"リヨウ"_s, u"りょう"_s, u"カナ"_s,   u"ガナ"_s,   u"バビ"_s,  u"パビ"_s, u"ユキ"_s, u"ユーキ"_s,
                            u"ANNA"_s,   u"ANNE"_s,   u"ANN"_s,    u"JOSÉ"_s,   u"JOSE"_s,   u"大"_s,    u"太"_s,   u"犬"_s,   u"己"_s};
    for (const QString &one : given)
        for (const QString &other : given)
            if (one != other)
                QVERIFY2(comparePersons(person(u"見本　"_s + one), person(u"見本　"_s + other)).outcome != Outcome::Same,
                         qPrintable(one + u' ' + other));
}

void BindingTest::foldsAreIdempotent()
{
    for (const Names &row : ::names) {
        const QString parts = foldedNameParts(QString::fromUcs4(row.card)).join(u' ');
        QCOMPARE(foldedNameParts(parts).join(u' '), parts);
        QCOMPARE(withoutKanaKinds(withoutKanaKinds(parts)), withoutKanaKinds(parts));
        QCOMPARE(withoutLatinMarks(withoutLatinMarks(parts)), withoutLatinMarks(parts));
    }
    for (const Addresses &row : ::addresses)
        for (const char32_t *text : {row.card, row.linked}) {
            const QString folded = foldedAddress(QString::fromUcs4(text));
            QCOMPARE(foldedAddress(folded), folded);
        }
}

void BindingTest::addressOfMoreThan255Bytes_isTheSameWhenItsBuildingIsLeftOut()
{
    const QString ground = u"見本県見本市中央一丁目２番３号"_s;
    const QString whole = ground + u"　"_s + u"大変に長い名前の建物"_s.repeated(10) + u"１０１号室"_s;
    QVERIFY(whole.toUtf8().size() > 255);
    const BasicFourInfo card = person(u"見本　花子"_s, birthday, u"2"_s, whole);
    QVERIFY(comparePersons(card, person(u"見本　花子"_s, birthday, u"2"_s, ground)).outcome == Outcome::Same);
    // Cut at 255 bytes, not to split a character.
    QString cut = whole;
    while (cut.toUtf8().size() > 255)
        cut.chop(1);
    QVERIFY(comparePersons(card, person(u"見本　花子"_s, birthday, u"2"_s, cut)).outcome == Outcome::Same);
}

void BindingTest::everyKanjiStandsInOneGroupOnly()
{
    // A second group would make the fold depend on the order of the table, and a chain would not be idempotent.
    int changed = 0;
    for (char32_t c = 0x3400; c < 0x30000; ++c) {
        if (c == 0xD800)
            c = 0xE000;
        const QString text = QString::fromUcs4(&c, 1);
        const QString drawing = withoutKanjiVariants(text, KanjiFold::Drawing), similar = withoutKanjiVariants(text, KanjiFold::Similar);
        QCOMPARE(withoutKanjiVariants(similar, KanjiFold::Similar), similar);
        QCOMPARE(withoutKanjiVariants(drawing, KanjiFold::Similar), similar);
        changed += similar != text;
    }
    QVERIFY(changed > 200);
    QCOMPARE(withoutKanjiVariants(u"髙﨑みのりABC"_s, KanjiFold::Drawing), u"高崎みのりABC"_s);
}

void BindingTest::onlyConfirmedBindingsAllowEffects()
{
    for (const Binding binding : {Binding::Unknown, Binding::Similar, Binding::Differs, Binding::NotRead})
        QVERIFY(!isBound(binding));
    for (const Binding binding : {Binding::MatchesCard, Binding::ConfirmedAloud})
        QVERIFY(isBound(binding));
}

QTEST_GUILESS_MAIN(BindingTest)
#include "tst_binding.moc"
