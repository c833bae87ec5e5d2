// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace uk {

class Label;

/// What stands on the staff's display while the program ends: nothing of anybody, and why it is not gone yet. Main thread.
class ClosingPage : public QWidget
{
    Q_OBJECT
public:
    ClosingPage(bool isTraining, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Label *m_title, *m_text;
};

} // namespace uk
