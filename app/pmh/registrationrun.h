// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/outcome.h"
#include "app/pmh/registrationtable.h"

#include <QObject>
#include <QPointer>

namespace uk {

/// One registration of any type on its way to a known outcome, as registrationtable.h says. Knows no network: it is
/// given an inquiry, a note and a sender. Deletes itself after its reply. Main thread.
class RegistrationRun : public QObject
{
    Q_OBJECT
public:
    struct Sent
    {
        RegistrationAnswer answer = RegistrationAnswer::Unknown;
        std::optional<Error> error;
        bool mayTakeEffectLate = false;
    };
    struct Ports
    {
        std::function<void(Reply<StoredAnswer>)> inquire;
        BeforeSending note; ///< may be empty
        std::function<void(std::function<void(Sent)>)> send;
    };

    RegistrationRun(Registration registration, StoredState basis, PmhTimings timings, Ports ports,
                    Reply<RegistrationReport> reply, QObject *parent);

    /// Everything: inquire, compare with the basis, note, send once, read back.
    void registerOnce();
    /// Only reads back, after an outcome that was unknown. `known`: what is known about the request by now.
    void resolve(const Sent &known);

private:
    void happened(RegistrationEvent event);
    void inquire();
    void found(const Result<StoredAnswer> &stored);
    void writeNote();
    void send();
    void answered(const Sent &sent);
    void tell();
    [[nodiscard]] std::optional<Error> reason() const;

    Registration m_registration;
    StoredState m_basis;
    PmhTimings m_timings;
    Ports m_ports;
    Reply<RegistrationReport> m_reply;
    RegistrationState m_state = RegistrationState::Draft;
    RegistrationState m_before = RegistrationState::Draft; ///< where the outcome was reached from
    Sent m_sent;
    std::optional<StoredAnswer> m_stored; ///< what the last inquiry found
    std::optional<Error> m_failure;       ///< of an inquiry or the note
    int m_looks = 0;
};

} // namespace uk
