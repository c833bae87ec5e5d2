// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/certificate/documentscreen.h"

class QCheckBox;

namespace uk {

class Label;
class NoticeBox;

/// What the form's screen shows beside the sheet.
struct FormText
{
    QString title;           ///< MR 第1期
    int sensitive = 0;       ///< how many questions are left out unless they are asked for
    bool hasSensitive = false;
    bool isPaperChosen = false;
    QString paperChosenBy;   ///< 佐藤 10:22
    bool isSubmitted = false; ///< at the server already: nothing to hand in
    QString obstacle;        ///< why nothing may be printed yet; empty: nothing
};

/// A questionnaire as a sheet of paper: the sheet, whether sensitive questions stand on it, printing, and 紙で提出. Every
/// control has a stable object name "form.…".
class FormScreen : public DocumentScreen
{
    Q_OBJECT
public:
    explicit FormScreen(QWidget *parent = nullptr);

    /// `renderer` has the sheet open and stays the caller's; it may be closed or deleted at any time.
    void setDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &title);
    void setForm(const FormText &form);
    void clear() override;

Q_SIGNALS:
    void sensitiveChanged(bool hasSensitive);
    void paperRouteChanged(bool isPaper);

protected:
    [[nodiscard]] QString printObstacle() override { return m_form.obstacle; }

private:
    FormText m_form;
    NoticeBox *m_state;
    QCheckBox *m_sensitive;
    Button *m_paper;
};

} // namespace uk
