// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/metrics.h"

#include "ui/theme/sizes.h"

#include <QScreen>

#include <algorithm>
#include <cmath>

namespace uk {
namespace {

constexpr double referencePixelMm = 0.26;
constexpr double smallestScale = 0.6;
constexpr double largestScale = 2.0;
constexpr int lowDisplay = 900;          // px of height below which bars keep their text small
constexpr double lowDisplayTextScale = 1.25;

} // namespace

PatientMetrics patientMetrics(QSize size, double mmWidth, double pixelsPerMm, double textScale)
{
    PatientMetrics metrics;
    metrics.isWide = size.width() > size.height();
    const double narrow = std::min(size.width(), size.height());
    const double byLength = std::max(size.width(), size.height()) / (16.0 / 9.0);
    metrics.scale = std::clamp(std::min(narrow, byLength) / size::patientReferenceWidth, smallestScale, largestScale);

    double perMm = pixelsPerMm > 0 ? pixelsPerMm : 1.0 / referencePixelMm;
    if (mmWidth > 0)
        perMm = size.width() / mmWidth;
    const int byHand = int(std::ceil(size::patientTargetMm * perMm));
    metrics.target = std::max(byHand, metrics.isWide ? 0 : metrics.px(size::patientTarget));
    metrics.margin = metrics.px(metrics.isWide ? 40 : 48);
    metrics.gap = metrics.px(24);
    metrics.smallestText = size::text::patientBody;
    metrics.barTextScale = size.height() < lowDisplay ? std::min(textScale, lowDisplayTextScale) : std::min(textScale, 2.0);
    return metrics;
}

double pixelsPerMm(const QScreen *screen)
{
    if (!screen || screen->physicalSize().width() < 50 || screen->physicalSize().width() > 3000)
        return 0;
    return screen->geometry().width() / screen->physicalSize().width();
}

} // namespace uk
