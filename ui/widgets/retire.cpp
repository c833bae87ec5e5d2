// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/retire.h"

#include <QWidget>

namespace uk {

void retire(QWidget *widget)
{
    widget->hide();
    widget->setObjectName({});
    for (QWidget *child : widget->findChildren<QWidget *>())
        child->setObjectName({});
    widget->deleteLater();
}

} // namespace uk
