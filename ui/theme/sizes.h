// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Sizes in logical px (design: mock-ups, DADS; requirements U-B1 to U-B3). Each stands here and nowhere else.
namespace uk::size {

inline constexpr int staffTarget = 44;         ///< smallest target for staff (U-B1)
inline constexpr int staffFooterButton = 48;
inline constexpr int staffMargin = 16;
inline constexpr int staffTopBar = 52;
inline constexpr int staffFooter = 64;
inline constexpr int staffPersonHeader = 80;
inline constexpr int staffTrainingBand = 4;
inline constexpr int personBar = 8;
inline constexpr double patientTargetMm = 20.0; ///< smallest target for patients (U-B2)
inline constexpr int patientTarget = 88;        ///< the same on the reference display, 1080 px wide
inline constexpr int patientReferenceWidth = 1080;
inline constexpr int radius = 8;
inline constexpr int patientRadius = 16;
inline constexpr int panelRadius = 24;

inline constexpr int focusOuter = 4; ///< outer ring; the inner one lies in the gap to the control
inline constexpr int focusGap = 2;

namespace text {
inline constexpr int body = 16;
inline constexpr int lead = 18;
inline constexpr int heading = 20;
inline constexpr int name = 28;
inline constexpr int amount = 32;
inline constexpr int patientBody = 24; ///< smallest text that a patient reads (U-B3)
inline constexpr int patientExplanation = 26;
inline constexpr int patientButton = 28;
inline constexpr int patientLead = 32;
inline constexpr int patientName = 36;
inline constexpr int patientHeading = 48;
inline constexpr int patientCall = 64;
} // namespace text
} // namespace uk::size
