// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/metrics.h"

#include <QLabel>

namespace uk {

/// A text with a size and a role of the theme; follows the theme, the text scale and, on patient screens, the display.
/// Always plain text: what comes from a server is never read as markup.
class Label : public QLabel, public Scalable
{
    Q_OBJECT
public:
    /// pixelSize: logical px of the reference layout (ui/theme/sizes.h).
    explicit Label(const QString &text, int pixelSize, bool isBold = false, Role role = Role::Text, QWidget *parent = nullptr);

    void setRole(Role role);
    [[nodiscard]] Role role() const { return m_role; }
    void setMetrics(const PatientMetrics &metrics) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QFont scaledFont(double pixelSize) const;
    [[nodiscard]] int pixelSize() const { return m_pixelSize; }
    virtual void restyle();

private:
    int m_pixelSize;
    bool m_isBold;
    Role m_role;
    double m_scale = 1.0;
    int m_smallest = 0;
    double m_textLimit = 0;
};

/// The narrowest width at which a text that wraps has no more lines than at the given width: headings of two lines get
/// lines of like length instead of a last line with one character.
[[nodiscard]] int balancedWidth(const QFontMetrics &metrics, int width, const QString &text);

/// A wrapping Label for running text.
[[nodiscard]] Label *makeParagraph(const QString &text, int pixelSize, QWidget *parent, Role role = Role::Text);

} // namespace uk
