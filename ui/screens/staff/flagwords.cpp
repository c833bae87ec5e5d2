// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/staff/flagwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace uk {

namespace {

struct WordRow
{
    FlagNote note;
    Icon icon;
    Role role;
    const char *state, *text;
};

// One row for each note, in the order of the decision's table.
constexpr std::array wordRows{
    WordRow{FlagNote::Deleted, Icon::Lock, Role::TextStrong, QT_TRANSLATE_NOOP("FlagWords", "取り消された予定"),
            QT_TRANSLATE_NOOP("FlagWords", "自治体がこの接種の予定を取り消したので、見るだけです。接種するときは、自治体に確認してください。")},
    WordRow{FlagNote::AnsweringClosed, Icon::Lock, Role::TextStrong, QT_TRANSLATE_NOOP("FlagWords", "回答の受付終了"),
            QT_TRANSLATE_NOOP("FlagWords", "PMHが回答を受け付けていないので、見るだけです。変更があるときは、紙の予診票を使ってください。")},
    WordRow{FlagNote::NotYetShown, Icon::Clock, Role::TextStrong, QT_TRANSLATE_NOOP("FlagWords", "表示期間の前"),
            QT_TRANSLATE_NOOP("FlagWords", "予診票の表示期間がまだ始まっていないので、見るだけです。接種する日を確かめてください。")},
    WordRow{FlagNote::ShownNoMore, Icon::Clock, Role::TextStrong, QT_TRANSLATE_NOOP("FlagWords", "表示期間の終了"),
            QT_TRANSLATE_NOOP("FlagWords", "予診票の表示期間が終わっているので、見るだけです。接種できるか自治体に確認し、接種するときは紙の予診票を使ってください。")},
    WordRow{FlagNote::MovedOut, Icon::Warning, Role::WarningStrong, QT_TRANSLATE_NOOP("FlagWords", "転出あり"),
            QT_TRANSLATE_NOOP("FlagWords", "この予診票を出した自治体から転出しています。いまの住所の自治体の予診票があるか確かめてください。")},
    WordRow{FlagNote::NoWish, Icon::MinusCircle, Role::TextStrong, QT_TRANSLATE_NOOP("FlagWords", "接種を希望しない"),
            QT_TRANSLATE_NOOP("FlagWords", "接種を希望しない回答です。希望が変わったか確かめてください。")},
    WordRow{FlagNote::ProxyRefused, Icon::Lock, Role::TextStrong, QT_TRANSLATE_NOOP("FlagWords", "職員の入力を希望しない"),
            QT_TRANSLATE_NOOP("FlagWords", "職員は見るだけです。変更と提出は、患者さんに入力してもらってください。")},
    WordRow{FlagNote::ProxyUnanswered, Icon::Help, Role::TextStrong, QT_TRANSLATE_NOOP("FlagWords", "代理入力の確認前"),
            QT_TRANSLATE_NOOP("FlagWords", "職員が入力してよいか未回答です。ご本人（保護者）に確かめてください。")},
    WordRow{FlagNote::AlreadyAnswered, Icon::CheckCircle, Role::TextStrong, QT_TRANSLATE_NOOP("FlagWords", "回答済み"),
            QT_TRANSLATE_NOOP("FlagWords", "回答済みなので、下書き保存はできません。変更は、そのまま提出してください。")},
};

bool isClosing(FlagNote note)
{
    return note <= FlagNote::ShownNoMore;
}

} // namespace

FlagWords flagWords(FlagNote note)
{
    const auto row = std::ranges::find(wordRows, note, &WordRow::note);
    const auto words = [](const char *text) { return QCoreApplication::translate("FlagWords", text); };
    return {{row->icon, row->role, words(row->state)}, words(row->text)};
}

QList<FlagNote> limits(const FlagDecision &decision, bool hasProxyConsent)
{
    const bool isClosed = std::ranges::any_of(decision.notes, isClosing);
    QList<FlagNote> notes = decision.notes;
    notes.removeIf([&](FlagNote note) {
        const bool isAboutAnswering = note == FlagNote::NoWish || note == FlagNote::ProxyRefused || note == FlagNote::ProxyUnanswered;
        const bool isDone = note == FlagNote::ProxyUnanswered && hasProxyConsent;
        return note == FlagNote::AlreadyAnswered || isDone || (isClosed && isAboutAnswering);
    });
    return notes;
}

QStringList limitTexts(const FlagDecision &decision, bool hasProxyConsent)
{
    QStringList texts;
    const QList<FlagNote> notes = limits(decision, hasProxyConsent);
    for (const FlagNote note : notes)
        texts.append(flagWords(note).text);
    return texts;
}

} // namespace uk
