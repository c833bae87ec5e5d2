// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/cupsstate.h"

#include <QCoreApplication>
#include <QLatin1StringView>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

struct Reason
{
    QLatin1StringView keyword; ///< without its -error, -warning, -report
    const char *text;
};

/// From RFC 8011 section 5.4.12 and PWG 5100.9; in the order of urgency.
constexpr Reason reasons[] = {
    {"offline"_L1, QT_TRANSLATE_NOOP("CupsState", "プリンターにつながりません")},
    {"shutdown"_L1, QT_TRANSLATE_NOOP("CupsState", "プリンターの電源が切れています")},
    {"timed-out"_L1, QT_TRANSLATE_NOOP("CupsState", "プリンターが答えません")},
    {"connecting-to-device"_L1, QT_TRANSLATE_NOOP("CupsState", "プリンターにつないでいます")},
    {"media-jam"_L1, QT_TRANSLATE_NOOP("CupsState", "紙がつまっています")},
    {"media-empty"_L1, QT_TRANSLATE_NOOP("CupsState", "用紙がありません")},
    {"media-needed"_L1, QT_TRANSLATE_NOOP("CupsState", "用紙を入れてください")},
    {"input-tray-missing"_L1, QT_TRANSLATE_NOOP("CupsState", "用紙トレイがありません")},
    {"cover-open"_L1, QT_TRANSLATE_NOOP("CupsState", "カバーが開いています")},
    {"door-open"_L1, QT_TRANSLATE_NOOP("CupsState", "ドアが開いています")},
    {"interlock-open"_L1, QT_TRANSLATE_NOOP("CupsState", "カバーが開いています")},
    {"toner-empty"_L1, QT_TRANSLATE_NOOP("CupsState", "トナーがありません")},
    {"marker-supply-empty"_L1, QT_TRANSLATE_NOOP("CupsState", "インクがありません")},
    {"marker-waste-full"_L1, QT_TRANSLATE_NOOP("CupsState", "廃トナー・廃インクがいっぱいです")},
    {"output-area-full"_L1, QT_TRANSLATE_NOOP("CupsState", "排紙トレイがいっぱいです")},
    {"spool-area-full"_L1, QT_TRANSLATE_NOOP("CupsState", "印刷待ちがいっぱいです")},
    {"paused"_L1, QT_TRANSLATE_NOOP("CupsState", "一時停止しています")},
    {"media-low"_L1, QT_TRANSLATE_NOOP("CupsState", "用紙が残り少なくなっています")},
    {"toner-low"_L1, QT_TRANSLATE_NOOP("CupsState", "トナーが残り少なくなっています")},
    {"marker-supply-low"_L1, QT_TRANSLATE_NOOP("CupsState", "インクが残り少なくなっています")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("CupsState", text);
}

bool holds(const QueueState &state, QLatin1StringView keyword)
{
    for (const QString &reason : state.reasons) {
        if (reason == keyword || reason.startsWith(keyword + u'-'))
            return true;
    }
    return false;
}

} // namespace

bool isQueueStopped(const QueueState &state)
{
    constexpr int stopped = 5;
    return state.state == stopped || !state.isAccepting;
}

QString queueStateText(const QueueState &state)
{
    for (const Reason &reason : reasons) {
        if (holds(state, reason.keyword))
            return translated(reason.text);
    }
    if (!state.isAccepting)
        return translated(QT_TRANSLATE_NOOP("CupsState", "印刷を受け付けていません"));
    constexpr int processing = 4, stopped = 5;
    if (state.state == stopped)
        return translated(QT_TRANSLATE_NOOP("CupsState", "止まっています"));
    for (const QString &reason : state.reasons) {
        if (reason.endsWith("-error"_L1))
            return translated(QT_TRANSLATE_NOOP("CupsState", "プリンターの表示を確かめてください"));
    }
    return state.state == processing ? translated(QT_TRANSLATE_NOOP("CupsState", "印刷しています"))
                                     : translated(QT_TRANSLATE_NOOP("CupsState", "使えます"));
}

} // namespace uk
