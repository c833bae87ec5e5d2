// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/certificate/documentscreen.h"

class QListWidget;

namespace uk {

class Label;

/// Blank forms: the list of those that are known, the sheet, printing. Nobody's data stands here. Every control has a
/// stable object name "blank.…".
class BlankFormScreen : public DocumentScreen
{
    Q_OBJECT
public:
    explicit BlankFormScreen(QWidget *parent = nullptr);

    /// One line for each form, in their order.
    void setForms(const QStringList &forms);
    /// Whether another form may be chosen now.
    void setChoosing(bool isChoosing);
    /// `renderer` has the sheet open and stays the caller's; it may be closed or deleted at any time.
    void setDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &title);

Q_SIGNALS:
    void formChosen(int index);

private:
    QListWidget *m_list;
    Label *m_none;
};

} // namespace uk
