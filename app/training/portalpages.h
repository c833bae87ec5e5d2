// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace uk::training {

/// The HTML of the training portal: needs no script, plain links and GET forms, every page with a way out.
struct PageFrame
{
    QString title;
    QString step;     ///< for example "1／4 内容と利用規約"; empty: none
    QString body;     ///< HTML
    QString giveUp;   ///< address of the way out; empty: none
    QString giveUpLabel;
};

[[nodiscard]] QString htmlPage(const PageFrame &frame);
/// Text made safe for HTML.
[[nodiscard]] QString escaped(const QString &text);
/// A link that looks like a big button. The id is what tests and other clients press.
[[nodiscard]] QString buttonLink(const QString &id, const QString &address, const QString &label, bool isMain = false);

} // namespace uk::training
