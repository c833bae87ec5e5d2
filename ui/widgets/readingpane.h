// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/metrics.h"

#include <QWidget>

class QScrollArea;

namespace uk {

class Button;

/// What a patient reads: as high as its content where there is room; where there is not, it scrolls downward, by keys,
/// by the bar and by one large button (no dragging needed, U-B7). The next time it is shown it begins at its top.
class ReadingPane : public QWidget, public Scalable
{
    Q_OBJECT
public:
    /// Takes the content over. objectName: the button is called OBJECTNAME.more.
    ReadingPane(QWidget *content, const QString &objectName, QWidget *parent = nullptr);
    void setMetrics(const PatientMetrics &metrics) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int contentHeight(int width) const;
    void arrange();
    void readOn();
    void updateButton();

    QScrollArea *m_scroll;
    QWidget *m_content;
    Button *m_more;
    int m_naturalHeight = 0;
};

} // namespace uk
