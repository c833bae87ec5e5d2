// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/certificate/document.h"
#include "app/journal/accounts.h"
#include "app/pmh/client.h"
#include "app/questionnaire/access.h"
#include "app/questionnaire/reviewsession.h"
#include "app/visit/binding.h"
#include "app/visit/printport.h"
#include "cardreader/base/secretbuffer.h"
#include "cardreader/mynumber/cardfacts.h"

#include <optional>

namespace uk {

/// A registration that left, or was about to, and whose outcome is not known yet. Stands in the encrypted draft before
/// the request leaves.
struct OpenRegistration
{
    Registration sent;
    StoredState basis; ///< what it was to replace
    QDateTime at;      ///< UTC
};

/// One questionnaire of the visit: what the server said, the review, and what became of it.
struct OpenQuestionnaire
{
    QuestionnaireSummary summary; ///< its id is the visit's own name for it (visitIdOf())
    QuestionnaireKind kind = QuestionnaireKind::Vaccination;
    QString wireId;               ///< V38 or C1
    QString residencySeg;         ///< C8; a vaccination's stands in its schedule
    std::optional<QuestionnaireRecord> basis; ///< the stored answer that the review began from
    std::optional<Error> fetchError;          ///< why there is no basis; for this record alone
    FlagDecision decision;                    ///< over all its flags (questionnaireflags.h)
    QuestionnaireAccess access;               ///< the same in the words of the review
    ReviewSession session;
    std::optional<StaffMark> proxyConsent;    ///< the person's yes on screen, recorded before a change
    std::optional<bool> isLeftOut;            ///< staff chose whether it goes out with the others of the day
    bool isProxyRefused = false;              ///< the person's no on screen
    int page = 1;                             ///< from 1, for lastUpdatedPageNumber

    std::optional<RegistrationOutcome> outcome; ///< of the last registration; none: nothing sent yet
    std::optional<Error> outcomeError;
    std::optional<QuestionnaireRecord> conflicting; ///< what the server holds instead
    QuestionnaireRegistration lastSent;       ///< for resolving an unknown outcome
    std::optional<OpenRegistration> registration; ///< while its outcome is not known
    std::optional<StaffMark> paperRoute;      ///< staff decided that it is handed in on paper
    int formPrints = 0;                       ///< copies of its sheet in this visit
    [[nodiscard]] bool isSubmitted() const
    {
        return outcome == RegistrationOutcome::Confirmed && lastSent.answerStatusSeg == QLatin1String("2");
    }
};

/// What can be on screen as a document: a certificate as received, or a questionnaire as a sheet of paper.
enum class DocumentKind { Certificate, Form };

/// The document on screen.
struct OpenDocument
{
    DocumentKind kind = DocumentKind::Certificate;
    QString vaccinationScheduleId;      ///< of a certificate
    QString questionnaireManagementId;  ///< of a form
    bool hasSensitive = false;          ///< a form: sensitive questions too
    QString title;  ///< vaccine and dose
    GatedDocument document;
    DocumentInfo info;
    PersonMatch match = PersonMatch::NoText;
    bool isTextRead = false; ///< match holds
    std::optional<StaffMark> confirmedBy; ///< a second person looked at a document that does not match
    std::optional<Error> error;
    int printCount = 0;
    std::optional<PrintResult> lastPrint;
    std::optional<Error> printError;
};

/// Whose card lies there, as the one at the screen said. It is always the visited person's card that counts: this only
/// tells who acts, for the words on the screens, for staff and for the log.
enum class CardHolder {
    NotAsked,
    Self,         ///< ご本人
    ChildOrFamily ///< お子さま・ご家族: a guardian or a relative acts for the card's person
};

/// What a questionnaire is called in one visit: the ids of the two areas know nothing of each other.
[[nodiscard]] QString visitIdOf(QuestionnaireKind kind, const QString &wireId);

/// Two records of the visit's person that differ in ways that staff have to confirm.
struct PersonDoubt
{
    BasicFourInfo other;                 ///< beside VisitData::person, as sent
    bool isFromCard = false;             ///< else another answer of PMH
    QList<PersonDifference> differences;
    friend bool operator==(const PersonDoubt &, const PersonDoubt &) = default;
};

/// What the person does on a screen that staff gave them. Nothing else of the record is shown there.
struct HandOver
{
    QString questionnaireManagementId;
    bool asksProxyConsent = false; ///< one question: may staff enter answers?
    QList<AnswerKey> questions;    ///< else these, with what they open (entrylist.h)
    bool isRecording = false;      ///< the answer about proxy input is on its way into the log
};

/// Everything about the person of one visit. In memory only; replaced by an empty one in the common tail.
struct VisitData
{
    QString visitId;      ///< random; session_id of the log
    QString slipNumber;   ///< for the open visits' list
    QString subjectRef;   ///< keyed hash of the card's certificate
    QStringList scopes;   ///< what the resident is asked for: the purpose of this visit, in the contract's words
    QStringList consented; ///< what the token covers; nothing beyond it is inquired (contract README, rule 9)
    CardPresence card;
    CardCheck check;
    int triesLeft = 0;
    int basicTriesLeft = 0;
    CardHolder holder = CardHolder::NotAsked;
    std::optional<Possession> possession; ///< what the card has proven
    std::optional<BasicFourInfo> basicFour;
    std::optional<Error> basicInfoError; ///< why it is not there although its PIN was entered; the visit goes on
    Binding binding = Binding::Unknown;
    std::optional<BasicFiveInfo> person;
    QList<PersonDoubt> doubts; ///< what Binding::Similar is about; kept after the confirmation

    QList<VaccinationRecord> vaccinations;
    std::optional<Error> vaccinationsError;
    QList<OpenQuestionnaire> questionnaires;
    std::optional<Error> questionnairesError;
    std::optional<Error> checkupsError; ///< why there are no questionnaires of check-ups, where they were asked for
    std::optional<OpenDocument> document;
    std::optional<HandOver> handOver; ///< while the screen is in the person's hands

    std::optional<Error> error; ///< what the current screen has to say
    bool isCardWaiting = false; ///< another card lies on the reader

    [[nodiscard]] OpenQuestionnaire *questionnaire(const QString &questionnaireManagementId);
    [[nodiscard]] const OpenQuestionnaire *questionnaire(const QString &questionnaireManagementId) const;
};

/// What a registration or print is about to do, between request and log.
struct PendingEffect
{
    QStringList queue; ///< questionnaires that are to be sent after this one, each a registration of its own
    QString questionnaireManagementId;
    bool isDraft = false;
    QString vaccinationScheduleId;
    PrintRequest print;
    DocumentKind document = DocumentKind::Certificate; ///< to be viewed or printed
    bool hasSensitive = false;                         ///< of a form
};

} // namespace uk
