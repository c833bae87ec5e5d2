// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/screens/certificate/printpanel.h"

#include <QWidget>

#include <optional>

namespace uk {

class Button;
class DocumentView;
class HandoverPanel;
class StaffFooter;

/// 接種済証 (screen 10): the document as received, beside it the check that it belongs to the person who is here, and
/// printing. Content of the staff frame; fillFooter() gives the frame's footer what belongs there. Every control has a
/// stable object name "certificate.…". Main thread; never waits.
class CertificateScreen : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateScreen(QWidget *parent = nullptr);

    /// Key hints, the note and 受付へ戻る (Esc).
    void fillFooter(StaffFooter &footer);

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
    void setPrinters(const QList<PrinterInfo> &printers, const QString &preferred = {});
    void setCopies(int copies); ///< what is proposed for this document
    void setPrintCount(int count);
    void setPrintState(PrintPanel::State state, const PrintResult &result = {}, const Error &error = {});
    void setTraining(bool isTraining);
    /// Nothing of the person or the document remains in the widgets.
    void clear();

    [[nodiscard]] bool isSpokenCheckDone() const;
    /// The page on show is drawn at the size on show.
    [[nodiscard]] bool isPageSharp() const;

Q_SIGNALS:
    /// Only when the person check allows it. hasTrainingMark is that of setTraining().
    void printRequested(const uk::PrintRequest &request);
    void printCancelRequested();
    void spokenCheckChanged(bool isDone);
    void secondStaffRequested();
    void closeRequested();
    /// The renderer ended while the screen needed it: show the error, offer to open the document again.
    void rendererFailed(const uk::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitPanel();
    void requestPrint();

    DocumentView *m_view;
    QWidget *m_panel;
    HandoverPanel *m_handover;
    PrintPanel *m_print;
    bool m_isTraining = false;
    bool m_hasDocument = false;
};

} // namespace uk
