// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/settings.h"
#include "cardreader/base/error.h"
#include "ui/commandline.h"

#include <memory>

namespace uk {

struct Scenario;

/// The whole program put together: who gets what, in training and in earnest. Built by main() and used there only;
/// everything in it gets what it needs by constructor.
class Kiosk
{
public:
    /// `scenario`: of a walkthrough, else null; must outlive this.
    Kiosk(CommandLine line, Settings settings, const Scenario *scenario);
    ~Kiosk();

    /// Opens the windows. Errors: ProfileInvalid, SettingInvalid, ListenerFailed, StoreFailed, with words in detail.
    [[nodiscard]] Result<void> start();
    /// Ends the visit and then the application; what is under way has its limited time (VisitEvent::CloseRequested).
    void close();

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

/// --verify-audit: prints what was found; 0 intact, 1 not, 2 no such log.
[[nodiscard]] int verifyAudit(const CommandLine &line, const Settings &settings);

} // namespace uk
