// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/registrationtable.h"

#include <algorithm>
#include <array>

namespace uk {

namespace {

using S = RegistrationState;
using E = RegistrationEvent;
using D = RegistrationStep;

struct Row
{
    S state;
    E event;
    S next;
    D step;
};

constexpr std::array table{
    // what is stored now must be what the review began from, else staff see both before anything is overwritten
    Row{S::Draft, E::SubmitRequested, S::Checking, D::Inquire},
    Row{S::Checking, E::FoundBasis, S::Noting, D::WriteNote},
    Row{S::Checking, E::FoundMine, S::Confirmed, D::Tell}, // an earlier try came through after all
    Row{S::Checking, E::FoundOther, S::Refused, D::Tell},
    Row{S::Checking, E::InquiryFailed, S::Refused, D::Tell},
    Row{S::Checking, E::Interrupted, S::Draft, D::Nothing},

    // the note stands before the request leaves, so that no end of the program can hide it
    Row{S::Noting, E::NoteWritten, S::Sending, D::Send},
    Row{S::Noting, E::NoteFailed, S::Refused, D::Tell},
    Row{S::Noting, E::Interrupted, S::Unknown, D::Nothing}, // whether the note was the last thing nobody knows

    Row{S::Sending, E::SaidStored, S::Verifying, D::Inquire},
    Row{S::Sending, E::SaidNotStored, S::Refused, D::Tell},
    Row{S::Sending, E::AnswerLost, S::Searching, D::Inquire},
    Row{S::Sending, E::AnswerLate, S::SearchingLate, D::Inquire},
    Row{S::Sending, E::Interrupted, S::Unknown, D::Nothing},

    Row{S::Verifying, E::FoundMine, S::Confirmed, D::Tell},
    Row{S::Verifying, E::FoundBasis, S::Conflict, D::Tell}, // somebody put the old answer back
    Row{S::Verifying, E::FoundOther, S::Conflict, D::Tell},
    Row{S::Verifying, E::InquiryFailed, S::Unknown, D::Tell},
    Row{S::Verifying, E::Interrupted, S::Unknown, D::Nothing},

    Row{S::Searching, E::FoundMine, S::Confirmed, D::Tell},
    Row{S::Searching, E::FoundBasis, S::Refused, D::Tell},
    Row{S::Searching, E::FoundOther, S::Conflict, D::Tell},
    Row{S::Searching, E::InquiryFailed, S::Unknown, D::Tell},
    Row{S::Searching, E::Interrupted, S::Unknown, D::Nothing},

    Row{S::SearchingLate, E::FoundMine, S::Confirmed, D::Tell},
    Row{S::SearchingLate, E::FoundBasis, S::SearchingLate, D::InquireLater}, // unchanged proves nothing yet
    Row{S::SearchingLate, E::FoundOther, S::Conflict, D::Tell},
    Row{S::SearchingLate, E::InquiryFailed, S::Unknown, D::Tell},
    Row{S::SearchingLate, E::LooksSpent, S::Unknown, D::Tell},
    Row{S::SearchingLate, E::Interrupted, S::Unknown, D::Nothing},

    // staff ask again what became of it; nothing is sent. Its result may have come in the meantime
    Row{S::Unknown, E::ResolveRequested, S::Searching, D::Inquire},
    Row{S::Unknown, E::ResolveLateRequested, S::SearchingLate, D::Inquire},
    Row{S::Unknown, E::SaidStored, S::Verifying, D::Inquire},
    Row{S::Unknown, E::SaidNotStored, S::Refused, D::Tell},
};

} // namespace

RegistrationTransition transition(RegistrationState state, RegistrationEvent event)
{
    const auto row = std::ranges::find_if(table, [&](const Row &r) { return r.state == state && r.event == event; });
    return row == table.end() ? RegistrationTransition{state, D::Nothing} : RegistrationTransition{row->next, row->step};
}

bool isOutcome(RegistrationState state)
{
    return state >= S::Confirmed;
}

} // namespace uk
