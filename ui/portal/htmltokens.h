// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

namespace uk {

/// One piece of an HTML text.
struct HtmlToken
{
    enum class Kind { Text, Open, Close, End };
    Kind kind = Kind::End;
    QString name; ///< of a tag, lower case
    QString text; ///< entities resolved, white space as it stands
    QHash<QString, QString> attributes; ///< names in lower case
};

/// Cuts HTML into tags and texts. Comments, declarations and the contents of script, style and template are skipped.
class HtmlTokens
{
public:
    explicit HtmlTokens(QStringView html);
    [[nodiscard]] HtmlToken next();

private:
    [[nodiscard]] HtmlToken readTag();
    void skipComment();
    void readAttributes(HtmlToken &token);
    void skipContents(const QString &element);

    QStringView m_html;
    qsizetype m_at = 0;
};

/// Text with the entities of HTML's everyday use resolved; others stay as they are.
[[nodiscard]] QString resolveEntities(QStringView text);

} // namespace uk
