// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/patient/patientscreen.h"

namespace uk {

class CardPicture;
class Label;
class Panel;

/// 連携中: the portal, what to do in it, and a way out that stays in view. The portal is the browser's own window or, where
/// no browser may run, a widget that is put in here. Controls: linking.cancel, linking.callStaff.
class LinkingScreen : public PatientScreen
{
    Q_OBJECT
public:
    explicit LinkingScreen(QWidget *parent = nullptr);

    /// Puts the portal into the screen and takes it over; null takes it out and deletes it.
    void setPortalWidget(QWidget *portal);
    [[nodiscard]] QWidget *portalWidget() const { return m_portal; }
    /// What is to be done in the portal, one step a line. Empty: the usual steps.
    void setInstructions(const QStringList &steps);
    /// Asks to look at the card again after the portal (the kiosk compares it).
    void setBusyText(const QString &text);

protected:
    void retranslate() override;

private:
    void showSteps();

    QStringList m_instructions;
    Label *m_title, *m_keep, *m_busy;
    Panel *m_steps;
    CardPicture *m_picture;
    Panel *m_place;
    QWidget *m_portal = nullptr;
};

} // namespace uk
