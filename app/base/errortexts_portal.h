// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Texts of the portal: consent and token; part of the error table (see errorrow.h).

#include "app/base/errorrow.h"

#include <QtGlobal>

namespace uk::errortexts {

// clang-format off
inline constexpr ErrorRow portalRows[] = {
    {ErrorCode::ConsentRefused, TryAgain::Yes, Severity::Info,
     QT_TRANSLATE_NOOP("ErrorTable", "連携は行いませんでした"),
     QT_TRANSLATE_NOOP("ErrorTable", "ご希望のとおり、情報の連携は行いませんでした。今日は紙で受付ができます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "紙の予診票・問診票で受け付けてください。連携しないことで不利益がないことを伝えてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "ご本人が同意しませんでした。対応は不要です。")},
    {ErrorCode::RegistrationRequired, TryAgain::AfterFix, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "先に利用の登録が必要です"),
     QT_TRANSLATE_NOOP("ErrorTable", "この連携を使うには、はじめに一度だけ利用の登録が必要です。続けて登録するか、今日は紙で受け付けるかをお選びください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "希望される方には登録の画面を案内してください。登録のあと、もう一度同意をいただきます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "ポータルがregistration_requiredを返しました。対応は不要です。")},
    {ErrorCode::PortalCertificateExpired, TryAgain::No, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "電子証明書の期限のため登録できません"),
     QT_TRANSLATE_NOOP("ErrorTable", "カードの電子証明書の有効期限のため、登録できませんでした。今日は紙で受付ができます。更新は、お住まいの市区町村の窓口でできます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "紙で受け付け、電子証明書の更新は市区町村の窓口でできることを案内してください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "ポータルがcertificate_expiredを返しました。端末の問題ではありません。")},
    {ErrorCode::PortalUnavailable, TryAgain::Later, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "連携のサービスが止まっています"),
     QT_TRANSLATE_NOOP("ErrorTable", "ただいま連携のサービスが止まっています。今日は紙で受付ができます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "紙で受け付けてください。再開の予定が分かるときは待機画面に出ます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "ポータルがtemporarily_unavailableを返したか、計画停止中です。サービスのお知らせを確認してください。")},
    {ErrorCode::PortalServerError, TryAgain::Later, Severity::Error,
     QT_TRANSLATE_NOOP("ErrorTable", "連携のサービスで問題が起きています"),
     QT_TRANSLATE_NOOP("ErrorTable", "ただいま連携ができません。今日は紙で受付ができます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "少し待って一度だけやり直し、同じ表示になるときは紙で受け付けてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "ポータルがserver_errorなどを返しました。詳細欄の応答を添えて、運営の窓口に連絡してください。")},
    {ErrorCode::ConsentTimeout, TryAgain::Yes, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "時間がたったため同意の画面を閉じました"),
     QT_TRANSLATE_NOOP("ErrorTable", "しばらく操作がなかったため、安全のため画面を閉じました。もう一度はじめるときは、カードを置いてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "続けるかどうかを確かめ、必要ならもう一度はじめてください。操作に時間がかかる方には、そばでご案内ください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "制限時間内に同意の結果が戻りませんでした。ブラウザーと通信の状態を確認してください。")},
    {ErrorCode::BrowserMissing, TryAgain::AfterFix, Severity::Error,
     QT_TRANSLATE_NOOP("ErrorTable", "同意の画面を開けません"),
     QT_TRANSLATE_NOOP("ErrorTable", "ただいま連携の画面を開けません。受付の職員にお声がけください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "紙で受け付け、IT担当者に連絡してください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "ブラウザーが見つからないか、実行できません。設定browser.commandと実行ユーザーを確認してください。")},
    {ErrorCode::BrowserFailed, TryAgain::Yes, Severity::Error,
     QT_TRANSLATE_NOOP("ErrorTable", "同意の画面が途中で閉じました"),
     QT_TRANSLATE_NOOP("ErrorTable", "画面が途中で閉じたため、連携は行われていません。もう一度はじめられます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "もう一度はじめてください。繰り返すときは紙で受け付け、IT担当者に連絡してください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "ブラウザーが結果を返す前に終了しました。詳細欄の終了コードと、テンプレートのプロフィールを確認してください。")},
    {ErrorCode::CallbackStateMismatch, TryAgain::Yes, Severity::Error,
     QT_TRANSLATE_NOOP("ErrorTable", "連携の結果を確かめられませんでした"),
     QT_TRANSLATE_NOOP("ErrorTable", "安全のため、ここで手続きを止めました。情報は受け取っていません。もう一度はじめられます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "最初からやり直してください。繰り返すときはIT担当者に連絡してください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "戻りのstateが一致しません。別の画面からの応答か、攻撃の可能性があります。監査記録を確認してください。")},
    {ErrorCode::CallbackMalformed, TryAgain::Yes, Severity::Error,
     QT_TRANSLATE_NOOP("ErrorTable", "連携の結果を読み取れませんでした"),
     QT_TRANSLATE_NOOP("ErrorTable", "連携の結果を受け取れませんでした。もう一度はじめるか、受付の職員にお声がけください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "一度だけやり直し、同じ表示になるときは紙で受け付けてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "戻りのURLに必要な項目がないか、形式が違います。接続プロファイルの設定を確認してください。")},
    {ErrorCode::ListenerFailed, TryAgain::Yes, Severity::Error,
     QT_TRANSLATE_NOOP("ErrorTable", "連携の結果を受け取る準備ができませんでした"),
     QT_TRANSLATE_NOOP("ErrorTable", "ただいま連携の画面を開けません。受付の職員にお声がけください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "一度だけやり直し、同じ表示になるときは紙で受け付け、IT担当者に連絡してください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "127.0.0.1の受け口を開けません。セキュリティソフトとポートの制限を確認してください。")},
    {ErrorCode::TokenRefused, TryAgain::Yes, Severity::Error,
     QT_TRANSLATE_NOOP("ErrorTable", "連携が認められませんでした"),
     QT_TRANSLATE_NOOP("ErrorTable", "連携を終えられませんでした。もう一度はじめるか、受付の職員にお声がけください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "最初からやり直してください。繰り返すときは紙で受け付け、IT担当者に連絡してください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "認可コードと引き換えの要求が拒まれました。クライアントの登録内容、秘密の値、redirect_uri、時計を確認してください。")},
    {ErrorCode::TokenUnreadable, TryAgain::Yes, Severity::Error,
     QT_TRANSLATE_NOOP("ErrorTable", "連携の返事を読み取れませんでした"),
     QT_TRANSLATE_NOOP("ErrorTable", "連携を終えられませんでした。もう一度はじめるか、受付の職員にお声がけください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "一度だけやり直し、同じ表示になるときは紙で受け付けてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "トークンの応答が規定の形ではありません。詳細欄の位置を添えて、運営の窓口に連絡してください。")},
    {ErrorCode::TokenUnreachable, TryAgain::Yes, Severity::Error,
     QT_TRANSLATE_NOOP("ErrorTable", "連携先につながりませんでした"),
     QT_TRANSLATE_NOOP("ErrorTable", "ただいま連携先につながりません。少し待ってもう一度はじめるか、受付の職員にお声がけください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "インターネットにつながるか確認し、やり直してください。つながらないときは紙で受け付けてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "トークンの窓口に届きません。回線、プロキシ、DNS、許可ホストを確認してください。")},
    {ErrorCode::ConsentCancelled, TryAgain::Yes, Severity::Info,
     QT_TRANSLATE_NOOP("ErrorTable", "連携をやめました"),
     QT_TRANSLATE_NOOP("ErrorTable", "連携をやめました。情報は受け取っていません。今日は紙で受付ができます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "希望を確かめ、紙で受け付けるか、もう一度はじめてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "利用者または職員が取り消しました。対応は不要です。")},
};
// clang-format on

} // namespace uk::errortexts
