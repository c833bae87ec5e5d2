// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/patient/clipping.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QScrollArea>

namespace uktest {

using namespace uk;
using namespace Qt::StringLiterals;

namespace {

/// The scrolled content that the widget stands in, or null.
const QWidget *scrolledContent(const QWidget *widget, const QWidget *root)
{
    for (const QWidget *up = widget->parentWidget(); up && up != root; up = up->parentWidget()) {
        if (const auto *area = qobject_cast<const QScrollArea *>(up))
            return area->widget();
    }
    return nullptr;
}

/// Every ancestor up to the scrolled content or the window shows the whole widget.
bool isWhollyInside(const QWidget *widget, const QWidget *root)
{
    const QWidget *content = scrolledContent(widget, root);
    const QWidget *last = content ? content : root;
    for (const QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
        if (!up->rect().contains(QRect(widget->mapTo(up, QPoint()), widget->size())))
            return false;
        if (up == last)
            return true;
    }
    return false;
}

} // namespace

QString placeOf(const QWidget *widget)
{
    return u"%1 %2 at %3,%4 %5x%6"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())
        .arg(widget->x()).arg(widget->y()).arg(widget->width()).arg(widget->height());
}

QString clippedText(const QWidget &screen)
{
    for (const Label *label : screen.findChildren<Label *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const QSize hint = label->sizeHint();
        const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                                            : hint.width() <= label->width() && hint.height() <= label->height();
        if (!fits || !isWhollyInside(label, &screen))
            return placeOf(label) + u' ' + label->text();
    }
    for (const Button *button : screen.findChildren<Button *>()) {
        if (!button->isVisible())
            continue;
        const bool fits = button->width() >= button->minimumSizeHint().width() && button->height() >= button->heightForWidth(button->width());
        if (!fits || !isWhollyInside(button, &screen))
            return placeOf(button) + u' ' + button->text();
    }
    return {};
}

} // namespace uktest
