// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include "ui/theme/sizes.h"
#include "ui/theme/style.h"
#include "uketsuke_tokens.h"

#include <QApplication>
#include <QPalette>

#include <cmath>

namespace uk {
namespace {

using namespace Qt::StringLiterals;

constexpr const char *modeProperty = "uketsukeThemeMode";
constexpr const char *scaleProperty = "uketsukeTextScale";
constexpr const char *baseFontProperty = "uketsukeBaseFont";

struct RoleRow
{
    QLatin1StringView name;
    QRgb light, dark, highContrast;
};

#define UK_ROLE(name, light, dark, contrast) RoleRow{QLatin1StringView(#name), token::light, token::dark, token::contrast},
constexpr std::array roleTable{UKETSUKE_ROLES(UK_ROLE)};
#undef UK_ROLE

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QPalette paletteFor(theme::Mode mode)
{
    const auto of = [mode](Role role) { return theme::color(role, mode); };
    QPalette palette;
    palette.setColor(QPalette::Window, of(Role::Surface));
    palette.setColor(QPalette::WindowText, of(Role::Text));
    palette.setColor(QPalette::Base, of(Role::Surface));
    palette.setColor(QPalette::AlternateBase, of(Role::SurfacePanel));
    palette.setColor(QPalette::Text, of(Role::TextStrong));
    palette.setColor(QPalette::PlaceholderText, of(Role::TextMuted));
    palette.setColor(QPalette::Button, of(Role::Surface));
    palette.setColor(QPalette::ButtonText, of(Role::TextStrong));
    palette.setColor(QPalette::BrightText, of(Role::Error));
    palette.setColor(QPalette::Highlight, of(Role::Primary));
    palette.setColor(QPalette::HighlightedText, of(Role::OnPrimary));
    palette.setColor(QPalette::Link, of(Role::Primary));
    palette.setColor(QPalette::LinkVisited, of(Role::Primary));
    palette.setColor(QPalette::ToolTipBase, of(Role::Surface));
    palette.setColor(QPalette::ToolTipText, of(Role::TextStrong));
    palette.setColor(QPalette::Mid, of(Role::Border));
    palette.setColor(QPalette::Dark, of(Role::Border));
    palette.setColor(QPalette::Light, of(Role::Hairline));
    // A control that is off still has to be read (U-D2): muted, not faint.
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, of(Role::TextMuted));
    return palette;
}

QString styleSheetFor(theme::Mode mode)
{
    QString sheet = QString::fromUtf16(token::styleSheet);
    for (const Role role : allRoles) {
        const QString place = u'@' + QString(roleTable[std::size_t(role)].name) + u'@';
        sheet.replace(place, theme::color(role, mode).name());
    }
    return sheet;
}

} // namespace

QColor color(Role role)
{
    return theme::color(role, theme::mode());
}

namespace theme {

void apply(QApplication &application, Mode mode, double textScale)
{
    application.setProperty(modeProperty, int(mode));
    application.setProperty(scaleProperty, textScale);
    if (!application.property(baseFontProperty).toBool()) {
        application.setProperty(baseFontProperty, true);
        application.setStyle(new Style); // the application takes ownership
        new FocusRing(&application);
    }
    application.setPalette(paletteFor(mode));
    application.setFont(font(size::text::body));
    application.setStyleSheet(styleSheetFor(mode));
}

Mode mode()
{
    return qApp ? Mode(qApp->property(modeProperty).toInt()) : Mode::Light;
}

double textScale()
{
    const double scale = qApp ? qApp->property(scaleProperty).toDouble() : 1.0;
    return scale > 0 ? scale : 1.0;
}

QColor color(Role role, Mode mode)
{
    const RoleRow &row = roleTable[std::size_t(role)];
    switch (mode) {
    case Mode::Dark: return QColor::fromRgb(row.dark);
    case Mode::HighContrast: return QColor::fromRgb(row.highContrast);
    case Mode::Light: break;
    }
    return QColor::fromRgb(row.light);
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QFont font(double pixelSize, bool bold)
{
    QFont result;
    result.setFamilies({u"Noto Sans CJK JP"_s, u"IPAmjMincho"_s});
    result.setPixelSize(std::max(1, qRound(pixelSize * textScale())));
    result.setWeight(bold ? QFont::Bold : QFont::Normal);
    return result;
}

} // namespace theme
} // namespace uk
