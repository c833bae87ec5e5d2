// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/patient/patientscreen.h"

#include <QStringList>

namespace uk {

class Label;
class Panel;

/// What is asked for, in words that are ready to show; nothing is added or left out by the screen.
struct ConsentText
{
    QString recipient;  ///< who receives the data
    QString purpose;
    QStringList items;  ///< exactly what is fetched
    QString period;     ///< how long the linking lasts
};

/// 連携の説明: one screen for one purpose; agreeing and refusing look alike and are equally large (U-F4), nothing is
/// chosen beforehand. Controls: consent.agree, consent.refuse, consent.leave, consent.callStaff.
class ConsentScreen : public PatientScreen
{
    Q_OBJECT
public:
    explicit ConsentScreen(QWidget *parent = nullptr);
    void setConsent(const ConsentText &text);

Q_SIGNALS:
    void agreed();
    void refused();

protected:
    void retranslate() override;

private:
    void showRows();

    ConsentText m_text;
    PatientMetrics m_shownFor;
    Label *m_title, *m_note;
    Panel *m_rows;
    Button *m_agree, *m_refuse;
};

} // namespace uk
