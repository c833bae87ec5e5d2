// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/visit.h"
#include "ui/screens/staff/staffscreen.h"

#include <QStackedWidget>
#include <QTimer>

namespace uk {

class BlankForms;
class BlankFormScreen;
class CertificateScreen;
class DocumentScreen;
class FormScreen;
class NoticeBox;
class ReceptionScreen;
class ResultScreen;
class ReviewScreen;
class SameDayScreen;
struct ServiceWords;

/// What staff find set when they print.
struct PrintDefaults
{
    QString printer; ///< empty: the system's
    int copies = 1;
};

/// A document's screen within the frame that all staff screens share, with the notice for what went wrong.
class DocumentPlace : public StaffScreen
{
    Q_OBJECT
public:
    /// Takes the screen over.
    explicit DocumentPlace(DocumentScreen *screen, QWidget *parent = nullptr);
    void setError(const std::optional<Error> &error);
    void clearPerson() override;

private:
    NoticeBox *m_notice;
    DocumentScreen *m_screen;
};

/// Staff's side: which place of the staff window is in front, filled from the visit; presses become intents of the visit.
class StaffFlow : public QStackedWidget
{
    Q_OBJECT
public:
    StaffFlow(Visit &visit, VisitPorts ports, BlankForms &blankForms, bool isTraining, PrintDefaults printDefaults,
              QWidget *parent = nullptr);
    ~StaffFlow() override;

    [[nodiscard]] QString screenName() const;
    [[nodiscard]] std::optional<Error> shownError() const;
    /// An intent is under way, a document is loading.
    [[nodiscard]] bool isBusy() const;
    /// Whether staff are looking. Closed, no word about a person is in the window, whatever happens to the visit; opened again,
    /// the place where they were is filled anew.
    void setOpen(bool isOpen);
    /// An empty title takes it back.
    void setServiceNotice(const ServiceWords &words);
    /// The blank forms, which belong to no visit.
    void showBlankForms();
    void leaveBlankForms();
    /// Shows what the visit holds now.
    void refresh();

Q_SIGNALS:
    void screenChanged();
    void lockRequested();
    void secondStaffRequested();
    void blankFormsLeft(); ///< without a visit: back to the patient's screen

private:
    void connectReception();
    void connectReview();
    void connectResults();
    void connectDay();
    void connectCertificate();
    void connectForm();
    void connectBlankForms();
    void refreshBlankForm();
    [[nodiscard]] bool isVisitPrinting() const;
    void connectDocument(DocumentPlace *place, DocumentScreen *screen);
    void openForm(bool hasSensitive);
    void follow(VisitState state, VisitStep step);
    void front(QWidget *screen);
    void showPlace(const QString &id);
    void openQuestionnaire(const QString &id);
    [[nodiscard]] bool isKeptDraft() const;
    void clearScreens();
    void refreshDesk();
    void openDay();
    void refreshDay();
    void takeDayChange(const Result<void> &done);
    void refreshCertificate();
    void refreshForm();
    void refreshPrinting(DocumentScreen *screen, const OpenDocument &document, bool isPrinting);
    void askPrinters(DocumentScreen *screen, PrintPort &port);
    void takeOutcome(const Result<void> &outcome);
    [[nodiscard]] QList<StaffScreen *> screens() const;

    Visit &m_visit;
    VisitPorts m_ports;
    bool m_isTraining;
    PrintDefaults m_printDefaults;
    ReceptionScreen *m_reception;
    ReviewScreen *m_review;
    ResultScreen *m_results;
    SameDayScreen *m_day;
    CertificateScreen *m_certificateScreen;
    DocumentPlace *m_certificate;
    FormScreen *m_formScreen;
    DocumentPlace *m_form;
    BlankForms &m_blankForms;
    BlankFormScreen *m_blankScreen;
    DocumentPlace *m_blank;
    bool m_isBlankShown = false; ///< the pages of the form that is open stand on the screen
    bool m_isOpen = true;
    QString m_openQuestionnaire;
    bool m_returnsToDay = false; ///< the review was opened from the same-day screen
    QString m_shownDocument; ///< of whose pages are on the screen
    std::optional<Error> m_intentError;
    QTimer m_clock;
};

} // namespace uk
