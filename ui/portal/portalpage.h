// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace uk {

/// What a person can do or read on a portal's page, taken from its HTML: enough for pages that need no script (contract
/// rules 25). Texts are plain; addresses are as written, relative ones included. A value; pure.
struct PortalPage
{
    enum class ControlKind { Hidden, CheckBox, Radio, Submit };
    struct Control
    {
        ControlKind kind = ControlKind::Hidden;
        QString id, name, value, label;
        bool isChecked = false;
        bool isMain = false; ///< drawn as the one that goes on
    };
    struct Form
    {
        QString action;
        bool isPost = false;
        QList<Control> controls;
    };
    enum class BlockKind { Heading, Text, ListItem, Link, Control };
    struct Block
    {
        BlockKind kind = BlockKind::Text;
        QString text;
        QString id, address; ///< of a link
        bool isMain = false; ///< of a link
        qsizetype form = -1, control = -1; ///< of a control: where it stands in forms
    };

    QString title;
    QList<Block> blocks; ///< in the order of the page; hidden controls are not among them
    QList<Form> forms;
};

/// Reads a page. Never fails: what it does not know it leaves out, markup never becomes text.
[[nodiscard]] PortalPage readPortalPage(QStringView html);

} // namespace uk
