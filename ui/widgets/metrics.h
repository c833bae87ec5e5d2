// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>

class QScreen;

namespace uk {

/// How a patient screen is drawn on its display. The layout is made for 1080×1920; everything else is scaled from there.
struct PatientMetrics
{
    double scale = 1.0;        ///< logical px of this display for one of the reference
    int target = 88;           ///< smallest side of a target: 20 mm, text scale or not (U-B2)
    bool isWide = false;       ///< two columns instead of one
    int margin = 48;           ///< at the sides
    int gap = 24;              ///< between blocks
    int smallestText = 24;     ///< no text of a patient is smaller (before the text scale)
    double barTextScale = 1.0; ///< text scale in the top and bottom bars; limited on low displays so that the middle stays usable

    [[nodiscard]] int px(double reference) const { return qRound(reference * scale); }
    friend bool operator==(const PatientMetrics &, const PatientMetrics &) = default;
};

/// size: of the window in logical px. mmWidth: width of that window in mm (setting display.mmWidth); 0: from pixelsPerMm.
/// pixelsPerMm: of the screen; 0: the reference pixel of 0.26 mm (U-B5).
[[nodiscard]] PatientMetrics patientMetrics(QSize size, double mmWidth, double pixelsPerMm, double textScale);
/// Logical px for one mm as the screen reports it, 0 where it reports nothing usable.
[[nodiscard]] double pixelsPerMm(const QScreen *screen);

/// Something on a patient screen that has sizes of its own.
class Scalable
{
public:
    virtual ~Scalable() = default;
    virtual void setMetrics(const PatientMetrics &metrics) = 0;
};

} // namespace uk
