// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/patient/patientscreen.h"

namespace uk {

class CardPicture;
class Label;
class NoticeBox;
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
    /// What the portal is open for: the consent, or registering as its user, once in a life.
    enum class Errand { Consent, Registration };
    void setErrand(Errand errand);
    /// The desktop's own browser: whoever is done closes it.
    void setBrowserRemains(bool remains);
    /// Asks to look at the card again after the portal (the kiosk compares it).
    void setBusyText(const QString &text);

protected:
    void retranslate() override;

private:
    void showSteps();

    Errand m_errand = Errand::Consent;
    Label *m_title, *m_keep, *m_busy;
    NoticeBox *m_remains;
    Panel *m_steps;
    CardPicture *m_picture;
    Panel *m_place;
    QWidget *m_portal = nullptr;
};

} // namespace uk
