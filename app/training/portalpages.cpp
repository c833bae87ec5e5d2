// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/portalpages.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

QString styleSheet()
{
    QFile file(u":/training/portal/portal.css"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString buttonLink(const QString &id, const QString &address, const QString &label, bool isMain)
{
    return uR"(<a class="button%1" id="%2" href="%3">%4</a>)"_s.arg(isMain ? u" main"_s : QString(), escaped(id),
                                                                  escaped(address), escaped(label));
}

QString htmlPage(const PageFrame &frame)
{
    static const QString style = styleSheet();
    const QString step = frame.step.isEmpty() ? QString() : uR"(<p class="step">%1</p>)"_s.arg(escaped(frame.step));
    const QString wayOut = frame.giveUp.isEmpty()
        ? QString()
        : uR"(<p class="way-out">%1</p>)"_s.arg(buttonLink(u"give-up"_s, frame.giveUp, frame.giveUpLabel));
    const QString page = uR"(<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>%1</title><style>%2</style></head>
<body><header><span class="mark">訓練・架空</span> <span class="site">訓練用の連携ポータル（実在のサービスではありません）</span></header>
<main>%3<h1>%1</h1>
%4
%5</main>
<footer>この画面の人・住所・記録はすべて架空です。</footer></body></html>
)"_s;
    // In one pass: a name may hold what looks like a place holder.
    return page.arg(escaped(frame.title), style, step, frame.body, wayOut);
}

} // namespace uk::training
