// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace uk {

/// "Ctrl+Enter": a key as it stands on the keys.
[[nodiscard]] QString keyText(const QKeySequence &key);
/// Width and height of the chip for a text, in logical px.
[[nodiscard]] QSize keyChipSize(const QString &text);
void paintKeyChip(QPainter &painter, const QRectF &box, const QString &text, const QColor &ink, const QColor &paper);

/// A key and what it does: [F8] 次の未確認へ. Read out as one text; not a control.
class KeyHint : public QWidget
{
    Q_OBJECT
public:
    /// keys: one chip each.
    KeyHint(const QStringList &keys, const QString &meaning, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_keys;
    QString m_meaning;
};

} // namespace uk
