// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/kanjivariants.h"

#include <QHash>

#include <iterator>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// Groups of characters, the first of each stands for the others. A character stands in one group only.
constexpr const char32_t *drawings[] = {U"高髙", U"崎﨑", U"吉𠮷", U"侠俠", U"土圡", U"桑桒", U"船舩", U"剥剝", U"填塡", U"頬頰"};

// Old forms of 常用漢字表 and 人名用漢字 that stand in names, and forms that registers exchange; not every kanji.
constexpr const char32_t *similar[] = {
    U"辺邊邉", U"斉齊斎齋", U"浜濱濵", U"沢澤", U"桜櫻", U"国國圀", U"島嶋嶌", U"広廣", U"真眞", U"徳德", U"恵惠", U"竜龍", U"滝瀧", U"桧檜", U"渕淵渊",
    U"栄榮", U"円圓", U"塩鹽", U"奥奧", U"応應", U"横橫", U"温溫", U"会會", U"絵繪", U"学學", U"岳嶽", U"巌巖", U"亀龜", U"郷鄕", U"暁曉", U"駆驅",
    U"薫薰", U"恒恆", U"黄黃", U"黒黑", U"剣劍劒釼", U"検檢", U"鉱鑛", U"実實", U"寿壽", U"収收", U"渋澁", U"縦縱", U"緒緖", U"条條", U"穣穰", U"譲讓",
    U"慎愼", U"尽盡", U"粋粹", U"穂穗", U"瀬瀨", U"静靜", U"摂攝", U"専專", U"巣巢", U"蔵藏", U"総總", U"荘莊庄", U"単單", U"団團", U"弾彈", U"聴聽",
    U"鎮鎭", U"転轉", U"伝傳", U"灯燈", U"稲稻", U"豊豐", U"弁辨瓣辯", U"宝寶", U"万萬", U"満滿", U"黙默", U"弥彌", U"薬藥", U"与與", U"余餘", U"頼賴",
    U"来來", U"覧覽", U"涼凉", U"緑綠", U"礼禮", U"励勵", U"暦曆", U"歴歷", U"恋戀", U"楼樓", U"禄祿", U"湾灣", U"関關", U"館舘", U"秋穐", U"富冨",
    U"峰峯", U"鉄鐵", U"梅楳", U"橋槗", U"曽曾", U"籠篭", U"鴎鷗", U"鴬鶯", U"顕顯", U"崎嵜㟢", U"鶴靏靍", U"柳栁", U"柏栢", U"槙槇", U"尭堯", U"瑶瑤",
    U"遥遙", U"凛凜", U"亘亙", U"園薗", U"喜㐂", U"卯夘", U"郎郞", U"青靑", U"清淸", U"芦蘆", U"蛍螢", U"壱壹", U"弐貳", U"参參", U"県縣", U"隠隱",
    U"鶏鷄", U"厳嚴", U"松枩", U"児兒", U"佐㔫", U"仏佛", U"仮假", U"価價", U"倹儉", U"両兩", U"労勞", U"勲勳", U"区區", U"双雙", U"図圖", U"圧壓",
    U"塁壘", U"声聲", U"壮壯", U"処處", U"宮宫", U"将將", U"属屬", U"岩嵒", U"峡峽", U"帯帶", U"庁廳", U"従從", U"晃晄", U"昼晝", U"晋晉", U"槌鎚",
    U"楽樂", U"様樣", U"権權", U"歩步", U"毎每", U"気氣", U"浄淨", U"渓溪", U"湊凑", U"焼燒", U"状狀", U"猟獵", U"画畫", U"番畨", U"痩瘦", U"祢禰",
    U"称稱", U"穏穩", U"粛肅", U"経經", U"継繼", U"続續", U"繊纖", U"聡聰", U"胆膽", U"芸藝", U"草艸", U"蛮蠻", U"衛衞", U"装裝", U"観觀", U"証證",
    U"読讀", U"諌諫", U"謡謠", U"豫予", U"醸釀", U"釈釋", U"銭錢", U"録錄", U"陥陷", U"険險", U"雑雜", U"霊靈", U"頴穎", U"顔顏", U"駅驛", U"験驗",
    U"髄髓", U"鹸鹼", U"麺麵", U"麹麴", U"点點",
};

using Table = QHash<char32_t, char32_t>;

template<std::size_t size>
void addGroups(Table &table, const char32_t *const (&groups)[size])
{
    for (const char32_t *group : groups)
        for (const char32_t *other = group + 1; *other; ++other)
            table.insert(*other, *group);
}

const Table &tableOf(KanjiFold fold)
{
    static const Table drawingTable = [] {
        Table table;
        addGroups(table, drawings);
        return table;
    }();
    static const Table similarTable = [] {
        Table table = drawingTable;
        addGroups(table, similar);
        return table;
    }();
    return fold == KanjiFold::Drawing ? drawingTable : similarTable;
}

} // namespace

QString withoutKanjiVariants(QStringView text, KanjiFold fold)
{
    const Table &table = tableOf(fold);
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        const char32_t kept = table.value(c, c);
        result += QString::fromUcs4(&kept, 1);
    }
    return result;
}

} // namespace uk
