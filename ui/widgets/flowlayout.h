// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>
#include <QList>

namespace uk {

/// Items in a line that goes on below where the width ends; each keeps its size hint. Owns its items.
class FlowLayout : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent = nullptr, int gap = 8);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;
    /// All lines end at the right edge instead of starting at the left.
    void setAlignedRight(bool isRight) { m_isRight = isRight; }
    /// What does not fit into one line is left out instead of going on below.
    void setSingleLine(bool isSingle) { m_isSingleLine = isSingle; }

private:
    int arrange(const QRect &rect, bool isMoving) const;

    QList<QLayoutItem *> m_items;
    bool m_isRight = false;
    bool m_isSingleLine = false;
};

} // namespace uk
