// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/metrics.h"

#include <QFrame>

namespace uk {

class Button;
class Label;

/// A framed notice: icon, a bold line, running text, optionally one thing to do. Announced to screen readers when shown.
class NoticeBox : public QFrame, public Scalable
{
    Q_OBJECT
public:
    enum class Level { Info, Success, Warning, Error };
    enum class For { Staff, Patient };

    explicit NoticeBox(Level level, const QString &title = {}, const QString &text = {}, For audience = For::Staff,
                       QWidget *parent = nullptr);

    void setNotice(Level level, const QString &title, const QString &text = {});
    /// Shows a link-like button at the right; objectName: for tests. Empty text hides it.
    void setAction(const QString &text, const QString &objectName);
    [[nodiscard]] QString title() const;
    void setMetrics(const PatientMetrics &metrics) override;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    Level m_level;
    For m_audience;
    Label *m_title;
    Label *m_text;
    Button *m_action;
    int m_iconSide;
};

} // namespace uk
