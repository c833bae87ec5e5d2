// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPainterPath>
#include <QWidget>

namespace uk {

/// One page as paper on a desk. Shows the picture it has, sharp or stretched, until a better one comes; never waits.
class PageCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit PageCanvas(QWidget *parent = nullptr);

    /// `size`: of the paper on the screen, logical px. A picture of another page is dropped.
    void setPage(int page, QSizeF size);
    /// Dropped unless it is of the page on show.
    void setPicture(int page, const QImage &picture);
    void setTraining(bool isTraining);
    void clear();
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF paper() const;
    void updateMark();

    int m_page = -1;
    QSizeF m_size;
    QImage m_picture;
    bool m_isTraining = false;
    QPainterPath m_mark;
};

} // namespace uk
