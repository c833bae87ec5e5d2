// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/clock.h"
#include "app/base/keystore.h"
#include "app/journal/auditlog.h"
#include "app/journal/draftstore.h"
#include "app/portal/consent.h"
#include "app/training/trainingserver.h"
#include "app/visit/visit.h"
#include "cardreader/mynumber/cardservice.h"
#include "cardreader/simulated/cardtray.h"
#include "cardreader/simulated/simulatedreader.h"
#include "translations/language.h"
#include "ui/portal/portalwindow.h"
#include "ui/printing/cupsprintport.h"
#include "ui/screens/kiosk/patientflow.h"
#include "ui/walkthrough/inputdriver.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace uktest {

/// What is different from the usual place: where the cards lie, what is installed and asked for.
struct CardSide
{
    std::function<std::unique_ptr<uk::ReaderPort>(std::shared_ptr<uk::SimulatedSlot>)> reader = {};
    std::chrono::milliseconds stepLimit = uk::CardServiceOptions().stepLimit;
    bool hasRoots = true;          ///< of the authentication certificates
    bool hasBasicInfoRoots = true;
    bool asksPin = true;
    bool asksBasicInfo = true;
};

/// The patient's side on the parts that training uses: the software card in the simulated reader, the training server
/// with its portal, the real visit. Driven by real clicks; no part is a fake.
class VisitRig
{
public:
    explicit VisitRig(QSize display = {1366, 768}, const QString &language = QStringLiteral("ja"),
                      const CardSide &cards = {});
    ~VisitRig();

    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] uk::PatientFlow &flow() { return *m_flow; }
    [[nodiscard]] uk::Visit &visit() { return *m_visit; }
    [[nodiscard]] const QStringList &languagesAsked() const { return m_languages; }
    /// Lays the card of that resident down by its button, wherever it has to be scrolled to.
    [[nodiscard]] bool lay(const QString &resident) { return click(QStringLiteral("idle.resident.") + resident); }
    /// Lays a card of that resident that differs from the usual one.
    void layChanged(const QString &resident, const std::function<void(uk::CardPerson &)> &change);
    [[nodiscard]] uk::SimulatedSlot &slot() { return *m_slot; }
    /// Every line of the audit log so far.
    [[nodiscard]] QStringList auditLines() const;
    [[nodiscard]] bool click(const QString &control);
    [[nodiscard]] bool typePin(const QString &digits);
    [[nodiscard]] bool waitFor(const QString &screen);
    /// From the consent to the take-card screen, through the portal's pages.
    [[nodiscard]] bool link(const QString &resident);
    /// From the card to the consent, with both PINs.
    [[nodiscard]] bool identify(const QString &resident);
    void takeCardAway() { m_tray->take(); }
    /// Lays down a card of nobody on the tray.
    void layCard(std::shared_ptr<uk::SoftwareCard> card) { m_slot->lay(std::move(card)); }
    /// The text of the label of that name on the screen in front.
    [[nodiscard]] QString text(const QString &label) const;
    /// Every text that can be read on the screen in front.
    [[nodiscard]] QString wholeText() const;
    /// What is cut off on the screen in front; empty where all is well. Saves a picture where UKETSUKE_PICTURES says so.
    [[nodiscard]] QString look(const QString &name);

private:
    uk::SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<uk::KeyStore> m_keys;
    std::shared_ptr<uk::SimulatedSlot> m_slot;
    std::unique_ptr<uk::TrainingServer> m_server;
    std::unique_ptr<uk::CardTray> m_tray;
    std::unique_ptr<uk::AuditLog> m_audit;
    std::unique_ptr<uk::DraftStore> m_drafts;
    std::unique_ptr<uk::CardService> m_cards;
    uk::PortalWindow m_portal;
    std::unique_ptr<uk::ConsentFlow> m_consent;
    std::unique_ptr<uk::PmhClient> m_pmh;
    std::unique_ptr<uk::DocumentRenderer> m_renderer;
    uk::CupsPrintPort m_printer;
    std::unique_ptr<uk::Visit> m_visit;
    uk::Language m_language;
    std::unique_ptr<uk::PatientFlow> m_flow;
    uk::InputDriver m_driver;
    QStringList m_languages;
    bool m_isReady = false;
};

} // namespace uktest
