// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/certificate/documentscreen.h"

#include <optional>

namespace uk {

class HandoverPanel;

/// 接種済証 (screen 10): the document as received, beside it the check that it belongs to the person who is here, and
/// printing. Every control has a stable object name "certificate.…". Main thread; never waits.
class CertificateScreen : public DocumentScreen
{
    Q_OBJECT
public:
    explicit CertificateScreen(QWidget *parent = nullptr);

    /// `isGuardianAsked`: a child; the guardian is asked for name and birth date.
    void setPerson(const QString &name, const QString &kana, QDate birth, bool isGuardianAsked);
    /// `renderer` has the document open and stays the caller's; it may be closed or deleted at any time.
    /// `kind`: 接種済証; `title`: what staff recognise it by (BCG 1回目).
    void setDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &kind, const QString &title);
    /// std::nullopt while the text is being read.
    void setMatch(std::optional<PersonMatch> match);
    /// Whether staff must ask for name and birth date aloud (card not read), and whether that was done already.
    void setSpokenCheck(bool isNeeded, bool isDone);
    /// After secondStaffRequested(): another member of staff signed in and agreed.
    void setConfirmedBySecondStaff(bool isConfirmed);
    void clear() override;

    [[nodiscard]] bool isSpokenCheckDone() const;

Q_SIGNALS:
    void spokenCheckChanged(bool isDone);
    void secondStaffRequested();

protected:
    [[nodiscard]] QString printObstacle() override;

private:
    HandoverPanel *m_handover;
};

} // namespace uk
