// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/metrics.h"

#include <QWidget>

namespace uk {

class Label;

/// The program's own mark and name (never anything of the Digital Agency, U-A7).
class Mark : public QWidget, public Scalable
{
    Q_OBJECT
public:
    explicit Mark(int pixelSize, QWidget *parent = nullptr);
    void setMetrics(const PatientMetrics &metrics) override;
    void setSubtitleVisible(bool isVisible);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    Label *m_name, *m_latin;
};

} // namespace uk
