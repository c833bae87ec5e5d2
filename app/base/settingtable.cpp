// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/settings.h"

#include <QCoreApplication>

#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

using enum SettingType;

// clang-format off
constexpr std::array table{
    SettingSpec{Setting::CardPinStep, "card.pinStep", Switch, "on", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "暗証番号をこの端末で確かめる（オフ：ポータルの画面にまかせる）")},
    SettingSpec{Setting::CardBasicInfo, "card.basicInfo", Switch, "on", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "カードから氏名・住所・生年月日・性別を読む")},
    SettingSpec{Setting::CardAllowTestRoots, "card.allowTestRoots", Switch, "off", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "試験用のルート証明書を認める（接続試験のときだけ）")},
    SettingSpec{Setting::CardReadersAllow, "card.readers.allow", List, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "使うカードリーダーの名前（空：すべて）")},
    SettingSpec{Setting::CardReadersDeny, "card.readers.deny", List, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "使わないカードリーダーの名前")},
    SettingSpec{Setting::CardTrustFolder, "card.trustFolder", Text, "/etc/uketsuke/trust", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "ルート証明書を置くフォルダー")},
    SettingSpec{Setting::DisplayMode, "display.mode", Choice, "one", "one|two", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "画面の数（one：1台を患者さんと職員で使う、two：患者さん用と職員用）")},
    SettingSpec{Setting::DisplayPatientScreen, "display.patientScreen", Text, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "患者さん用の画面の名前（画面が2台のとき）")},
    SettingSpec{Setting::DisplayMmWidth, "display.mmWidth", Number, "0", "", 0, 5000, false,
        QT_TRANSLATE_NOOP("Settings", "画面の横幅（ミリメートル。0：画面からの通知にまかせる）")},
    SettingSpec{Setting::DisplayLanguage, "display.language", Choice, "ja", "ja|en", 0, 0, true,
        QT_TRANSLATE_NOOP("Settings", "画面の言語")},
    SettingSpec{Setting::DisplayTheme, "display.theme", Choice, "light", "light|dark|contrast", 0, 0, true,
        QT_TRANSLATE_NOOP("Settings", "配色（light：明るい、dark：暗い、contrast：高コントラスト）")},
    SettingSpec{Setting::DisplayScale, "display.scale", Number, "100", "", 100, 200, true,
        QT_TRANSLATE_NOOP("Settings", "文字の大きさ（パーセント）")},
    SettingSpec{Setting::DraftHours, "draft.hours", Number, "0", "", 0, 72, false,
        QT_TRANSLATE_NOOP("Settings", "未完了の受付の下書きを残す時間（0：その日の終わりまで）")},
    SettingSpec{Setting::VisitPurpose, "visit.purpose", List, "vaccination", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "はじめに同意をお願いする情報（vaccination：予防接種、maternal-child：母子保健。あとからも足せる）")},
    SettingSpec{Setting::SiteKiosks, "site.kiosks", Number, "1", "", 1, 1000, false,
        QT_TRANSLATE_NOOP("Settings", "同じ契約でつなぐ受付端末の数（通信の回数を分け合う）")},
    SettingSpec{Setting::ProxyMode, "proxy.mode", Choice, "system", "system|none|manual|pac", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "プロキシ（system：端末の設定にしたがう、none：使わない、manual：下の設定を使う、pac：自動設定ファイルを使う）")},
    SettingSpec{Setting::ProxyHost, "proxy.host", Text, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "プロキシの名前（proxy.modeがmanualのとき）")},
    SettingSpec{Setting::ProxyPort, "proxy.port", Number, "8080", "", 1, 65535, false,
        QT_TRANSLATE_NOOP("Settings", "プロキシのポート")},
    SettingSpec{Setting::ProxyUser, "proxy.user", Text, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "プロキシの利用者名（空：認証なし。パスワードはキーチェーンのproxy/password）")},
    SettingSpec{Setting::ProxyPacFile, "proxy.pacFile", Text, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "プロキシの自動設定ファイル（proxy.modeがpacのとき、この端末にあるファイル）")},
    SettingSpec{Setting::JournalFolder, "journal.folder", Text, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "監査記録と下書きを置くフォルダー（空：利用者のデータフォルダー）")},
    SettingSpec{Setting::BrowserCommand, "browser.command", Text, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "同意の画面を開くブラウザーのコマンド（%uがアドレスになる。空：自動で探す）")},
    SettingSpec{Setting::BrowserDesktopFallback, "browser.desktopFallback", Switch, "off", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "専用のブラウザーがないとき、パソコンのふだんのブラウザーを使う（ログインが残ることがある）")},
    SettingSpec{Setting::BrowserProfileTemplate, "browser.profileTemplate", Text, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "患者さんごとに複製するブラウザーのプロフィールのひな形（空：なし）")},
    SettingSpec{Setting::BrowserProgram, "browser.program", Text, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "同意の画面を開くChromium・Chrome・Edgeのプログラム（空：自動で探す）")},
    SettingSpec{Setting::ProfileFile, "profile.file", Text, "", "", 0, 0, false,
        QT_TRANSLATE_NOOP("Settings", "接続プロファイルのファイル")},
    SettingSpec{Setting::LockIdleMinutes, "lock.idleMinutes", Number, "3", "", 1, 60, false,
        QT_TRANSLATE_NOOP("Settings", "職員の画面を自動で隠すまでの時間（分）")},
    SettingSpec{Setting::PrintPrinter, "print.printer", Text, "", "", 0, 0, true,
        QT_TRANSLATE_NOOP("Settings", "プリンターの名前（空：既定のプリンター）")},
    SettingSpec{Setting::PrintCopies, "print.copies", Number, "1", "", 1, 10, true,
        QT_TRANSLATE_NOOP("Settings", "印刷する枚数")},
};
// clang-format on

consteval bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].setting) != i)
            return false;
    }
    return table.back().setting == Setting::PrintCopies;
}
static_assert(isInOrder(), "every setting has its row, in the order of the enumeration");

} // namespace

std::span<const SettingSpec> settingTable()
{
    return table;
}

const SettingSpec &specOf(Setting setting)
{
    return table[static_cast<std::size_t>(setting)];
}

QString meaningOf(Setting setting)
{
    return QCoreApplication::translate("Settings", specOf(setting).meaning);
}

bool isValidSetting(Setting setting, const QString &value)
{
    const SettingSpec &spec = specOf(setting);
    switch (spec.type) {
    case Switch:
        return value == u"on" || value == u"off";
    case Choice:
        return QString::fromLatin1(spec.choices).split(u'|').contains(value);
    case Number: {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        return isNumber && number >= spec.minimum && number <= spec.maximum;
    }
    case Text:
    case List:
        return true;
    }
    return false;
}

} // namespace uk
