// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/patient/patientscreen.h"

namespace uk {

class Label;

/// Whose card it is, asked before the basic four information is read. Controls: choose.self, choose.family,
/// choose.skip, choose.leave, choose.callStaff.
class ChoosePersonScreen : public PatientScreen
{
    Q_OBJECT
public:
    enum class Person { Self, ChildOrFamily };

    explicit ChoosePersonScreen(QWidget *parent = nullptr);

Q_SIGNALS:
    void personChosen(uk::ChoosePersonScreen::Person person);
    /// Goes on without reading; staff confirm name and birth date aloud.
    void skipped();

protected:
    void retranslate() override;

private:
    void arrange();

    Label *m_title, *m_text;
    Button *m_self, *m_family, *m_skip;
};

} // namespace uk
