// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Texts of questionnaires; part of the error table (see errorrow.h).

#include "app/base/errorrow.h"

#include <QtGlobal>

namespace uk::errortexts {

// clang-format off
inline constexpr ErrorRow formRows[] = {
    {ErrorCode::RequiredMissing, TryAgain::AfterFix, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "まだ答えていない質問があります"),
     QT_TRANSLATE_NOOP("ErrorTable", "まだ答えていない質問があります。「%1」にお答えください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "ご本人に確かめて入力してください。未回答は「%1」です。下書きとしてなら、このまま保存できます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "必須の項目が空です。対応は不要です。")},
    {ErrorCode::ValueOutOfRange, TryAgain::AfterFix, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "数字が決められた範囲にありません"),
     QT_TRANSLATE_NOOP("ErrorTable", "数字をもう一度確かめてください。「%1」に入力できるのは%2です。"),
     QT_TRANSLATE_NOOP("ErrorTable", "桁や小数点の位置を確かめて入力し直してください。「%1」に入力できるのは%2です。"),
     QT_TRANSLATE_NOOP("ErrorTable", "質問の定義の範囲を外れています。対応は不要です。")},
    {ErrorCode::ValueFormat, TryAgain::AfterFix, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "書き方が質問に合っていません"),
     QT_TRANSLATE_NOOP("ErrorTable", "書き方をもう一度確かめてください。場所は「%1」です。"),
     QT_TRANSLATE_NOOP("ErrorTable", "欄の上にある例のとおりに入力し直してください。場所は「%1」です。"),
     QT_TRANSLATE_NOOP("ErrorTable", "値が回答の種類の形式に合いません。対応は不要です。")},
    {ErrorCode::ValueTooLong, TryAgain::AfterFix, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "文字数が多すぎます"),
     QT_TRANSLATE_NOOP("ErrorTable", "文章を短くしてください。「%1」に入力できるのは%2文字までです。"),
     QT_TRANSLATE_NOOP("ErrorTable", "文章を短くしてください。「%1」に入力できるのは%2文字までです。入力した文は残っています。"),
     QT_TRANSLATE_NOOP("ErrorTable", "最大文字数を超えています。対応は不要です。")},
    {ErrorCode::ChoicesConflict, TryAgain::AfterFix, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "一緒に選べない答えが選ばれています"),
     QT_TRANSLATE_NOOP("ErrorTable", "一緒に選べない答えが選ばれています。どちらかにしてください。場所は「%1」です。"),
     QT_TRANSLATE_NOOP("ErrorTable", "どちらかの選択を外してください。場所は「%1」です。"),
     QT_TRANSLATE_NOOP("ErrorTable", "排他の選択肢がほかの選択肢と同時に選ばれています。対応は不要です。")},
    {ErrorCode::RepeatLimit, TryAgain::AfterFix, Severity::Info,
     QT_TRANSLATE_NOOP("ErrorTable", "これ以上は追加できません"),
     QT_TRANSLATE_NOOP("ErrorTable", "これ以上は追加できません。「%1」に入力できるのは%2件までです。"),
     QT_TRANSLATE_NOOP("ErrorTable", "「%1」に入力できるのは%2件までです。入りきらない内容は、紙に控えて医師に伝えてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "繰り返しの上限です。対応は不要です。")},
    {ErrorCode::ReadOnly, TryAgain::No, Severity::Info,
     QT_TRANSLATE_NOOP("ErrorTable", "この欄は変更できません"),
     QT_TRANSLATE_NOOP("ErrorTable", "この欄は変更できません。違うところがあれば、職員にお知らせください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "この欄はこの端末では変更できません。違いがあるときは、記入した機関に確認してください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "読み取り専用の項目です。対応は不要です。")},
    {ErrorCode::ProxyConsentMissing, TryAgain::AfterFix, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "代わりに入力する同意がありません"),
     QT_TRANSLATE_NOOP("ErrorTable", "職員が代わりに入力してよいか、画面で確認させてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "ご本人か保護者に画面で確認していただくまで、職員は変更できません。「否希望」のときは、ご本人に入力していただくか紙で受け付けてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "医療機関代理入力同意が「希望」ではありません。対応は不要です。")},
    {ErrorCode::ReasonMissing, TryAgain::AfterFix, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "変更の理由を選んでください"),
     patientWaits,
     QT_TRANSLATE_NOOP("ErrorTable", "変更した項目ごとに、理由を一覧から選んでください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "職員による変更には理由の記録が必要です。対応は不要です。")},
    {ErrorCode::WarningsOpen, TryAgain::AfterFix, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "確認していない注意があります"),
     patientWaits,
     QT_TRANSLATE_NOOP("ErrorTable", "注意を一つずつ読み、「確認した」に印を付けてから送ってください。残りは%1件です。"),
     QT_TRANSLATE_NOOP("ErrorTable", "未確認の警告が残っています。対応は不要です。")},
    {ErrorCode::DefinitionBroken, TryAgain::No, Severity::Error,
     QT_TRANSLATE_NOOP("ErrorTable", "この予診票・問診票を正しく表示できません"),
     QT_TRANSLATE_NOOP("ErrorTable", "この予診票・問診票は、この画面では表示できません。今日は紙で受付ができます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "紙の予診票・問診票を使ってください。ほかの予診票・問診票は使えます。"),
     QT_TRANSLATE_NOOP("ErrorTable", "質問の定義が仕様に合いません（重複、条件の循環など）。詳細欄を添えて、運営の窓口に連絡してください。")},
    {ErrorCode::QuestionnaireUnknown, TryAgain::No, Severity::Warning,
     QT_TRANSLATE_NOOP("ErrorTable", "該当する予診票・問診票がありません"),
     patientWaits,
     QT_TRANSLATE_NOOP("ErrorTable", "一覧を取り直してください。それでも出ないときは紙で受け付けてください。"),
     QT_TRANSLATE_NOOP("ErrorTable", "識別子に合う質問票がありません。詳細欄を確認してください。")},
};
// clang-format on

} // namespace uk::errortexts
