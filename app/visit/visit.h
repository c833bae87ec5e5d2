// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/visitcontext.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace uk {

class DocumentSteps;
class IdentitySteps;
class RecordSteps;

/// One patient's visit after the other: asks the transition table, has the steps done, tells the screens. Main thread.
/// Screens call the intents below and look at state() and data() when stateChanged() or changed() comes; they keep
/// nothing about the person themselves.
class Visit : public QObject
{
    Q_OBJECT
public:
    static constexpr int outcomeLimitMs = 10000;   ///< how long a program that ends waits for a registration
    static constexpr int revocationLimitMs = 3000; ///< and then for its tokens to be taken back

    Visit(VisitPorts ports, VisitOptions options, QObject *parent = nullptr);
    ~Visit() override;

    [[nodiscard]] VisitState state() const { return m_context.state; }
    [[nodiscard]] const VisitData &data() const { return m_context.data; }
    [[nodiscard]] const VisitOptions &options() const { return m_context.options; }
    /// The questionnaire whose registration is under way or was the last.
    [[nodiscard]] QString pendingQuestionnaire() const { return m_context.pending.questionnaireManagementId; }
    /// What was printed last, or is being printed.
    [[nodiscard]] const PrintRequest &lastPrintRequest() const { return m_context.pending.print; }

    /// The resident is asked for one more area, by card and portal; what was entered is kept, and so is the old consent
    /// where the new one is not given. Error NotPermitted: nobody signed in, or not in a review.
    [[nodiscard]] Result<void> askConsentFor(const QString &scope);

    /// Who works at this desk; none after sign-out. Needed by every staff intent.
    void setStaff(std::optional<StaffMember> staff);
    [[nodiscard]] const std::optional<StaffMember> &staff() const { return m_context.staff; }

    /// A press or a happening without data of its own.
    void raise(VisitEvent event);
    /// The PIN that the current state asks for; sent to the card at most once.
    void enterPin(SecretBuffer pin);
    /// Who acts, as chosen on screen; goes into the log with the consent.
    void setCardHolder(CardHolder holder);
    /// Input on a patient screen: the inactivity limit starts again.
    void noteActivity();

    /// Errors: NotPermitted (nobody signed in), QuestionnaireUnknown, ReadOnly, ProxyConsentMissing, and those of
    /// ReviewSession::setAnswer(). The local draft is saved on every change.
    [[nodiscard]] Result<void> changeAnswer(const QString &questionnaireManagementId, const AnswerKey &key,
                                            const AnswerResult &result, const QString &reason);
    [[nodiscard]] Result<void> undoAnswer(const QString &questionnaireManagementId, const AnswerKey &key);
    /// Takes the latest edit back, whatever it was.
    [[nodiscard]] Result<void> undoLastAnswer(const QString &questionnaireManagementId);
    /// An answer that the person changed meanwhile (ReviewSession::conflicts()): theirs, or the one at the desk.
    [[nodiscard]] Result<void> decideAnswer(const QString &questionnaireManagementId, const AnswerKey &key, bool takesTheirs);
    [[nodiscard]] Result<void> addRepeat(const QString &questionnaireManagementId, const QString &itemMasterId);
    [[nodiscard]] Result<void> removeRepeat(const QString &questionnaireManagementId, const QString &itemMasterId,
                                            int repeat, const QString &reason);
    [[nodiscard]] Result<void> acknowledgeWarning(const QString &questionnaireManagementId, const QString &warningKey,
                                                  bool isAcknowledged);
    /// Takes the last answers over where they are offered (prefill.h), by the signed-in person; empty keys: all of them.
    [[nodiscard]] Result<void> takeOverAnswers(const QString &questionnaireManagementId, const QList<AnswerKey> &keys);

    /// Gives the screen to the person for these questions, or for all unanswered ones where there are none named (none
    /// are left: only for sending). Errors: NotPermitted, QuestionnaireUnknown, and why answering is closed.
    [[nodiscard]] Result<void> handOver(const QString &questionnaireManagementId, const QList<AnswerKey> &questions);
    /// Gives the screen to the person for one question: may staff enter answers (rules 11)?
    [[nodiscard]] Result<void> askProxyConsent(const QString &questionnaireManagementId);
    /// While the screen is in the person's hands: their own answer (ReviewSession::enterAnswer()). Error NotPermitted for
    /// what was not handed over.
    [[nodiscard]] Result<void> enterAnswer(const AnswerKey &key, const AnswerResult &result);
    /// Their answer about proxy input: recorded first, then the screen goes back behind the curtain.
    void answerProxyConsent(bool isYes);
    /// Whether the person may send now, and what stands in the way: nothing, where they refused proxy input and everything
    /// is complete.
    [[nodiscard]] std::optional<Error> sendObstacle() const;
    [[nodiscard]] Result<void> sendAsPerson();
    void confirmNameAloud(bool isConfirmed);
    void showPage(const QString &questionnaireManagementId, int page);

    /// Sends a draft or the answer. Refused at once, with the first reason that somebody can mend: access, name not
    /// confirmed, problems of the answers, open warnings. Otherwise the outcome comes with stateChanged().
    [[nodiscard]] Result<void> submit(const QString &questionnaireManagementId, bool isDraft);
    /// Sends all of the day that can be sent (DaySummary::ready), one after the other, each a registration of its own with
    /// its own outcome; none holds up the next. Ends early only where the log, the token or the program does. The rest stays
    /// unsent and says so. Errors: NotPermitted, NameNotConfirmed; where none can be sent, the first reason that somebody
    /// can mend (submit()).
    [[nodiscard]] Result<void> submitDay();
    /// Which of the day are still to be sent after the one that is under way.
    [[nodiscard]] QStringList waitingSubmissions() const { return m_context.pending.queue; }
    /// Whether it goes out with the others of the day. Error QuestionnaireUnknown, NotPermitted.
    [[nodiscard]] Result<void> leaveOut(const QString &questionnaireManagementId, bool isLeftOut);
    /// One change in all questionnaires of the day that ask this question and that staff may change (sameday.h), with one
    /// reason. Errors: NotPermitted and those of setShared().
    [[nodiscard]] Result<void> changeShared(const AnswerKey &key, const AnswerResult &result, const QString &reason);
    /// The same warning in every questionnaire of the day that has it and is not sent.
    [[nodiscard]] Result<void> acknowledgeShared(const QString &code, const QString &message, bool isAcknowledged);
    void resolve(const QString &questionnaireManagementId);
    /// After ChangedMeanwhile or a conflict the review begins again from what the server holds; with `keepMine` the
    /// staff changes stay on top of it.
    void adoptStored(const QString &questionnaireManagementId, bool keepMine);

    /// Fetches and opens a certificate; data().document has it or its error.
    [[nodiscard]] Result<void> viewCertificate(const QString &vaccinationScheduleId);
    /// Draws a questionnaire as a sheet of paper and opens it; data().document has it or its error. Errors: NotPermitted,
    /// QuestionnaireUnknown.
    [[nodiscard]] Result<void> viewForm(const QString &questionnaireManagementId, bool hasSensitive);
    /// 紙で提出: staff decide that this questionnaire is handed in on paper, or take that back. Recorded first. Errors:
    /// NotPermitted, QuestionnaireUnknown; ReadOnly where it is submitted already.
    [[nodiscard]] Result<void> decidePaperRoute(const QString &questionnaireManagementId, bool isPaper);
    /// A second member of staff signed in and stands for a document that does not name the person (recorded first).
    /// Error NotPermitted: it is the same person, or nothing is open.
    [[nodiscard]] Result<void> confirmDocument(const StaffMember &second);
    void closeDocument();
    [[nodiscard]] Result<void> printDocument(const PrintRequest &request);

Q_SIGNALS:
    /// Comes after every step that changed the state or what is on screen.
    void stateChanged(uk::VisitState state, uk::VisitStep step);
    void changed();
    /// A card that is not of this visit was laid down; nothing else happens.
    void cardWaiting();
    void cardLeft();
    /// Staff content must leave the screen.
    void coverRequested();
    /// After VisitEvent::CloseRequested: nobody's data is left, tokens are taken back or their time is over.
    void closed();

private:
    void perform(VisitStep step);
    void runTail(bool keepsDraft);
    void awaitOutcome();
    void quit();
    void leave();
    void limitClosing(int milliseconds, std::function<void()> then);
    void revoke(SecretBuffer token);
    void clearPerson();
    [[nodiscard]] VisitData freshData() const;
    void becomeIdle();
    void cardSeen(const CardPresence &card);
    void cardGone(const CardPresence &card);
    [[nodiscard]] Result<OpenQuestionnaire *> editable(const QString &questionnaireManagementId);
    void sendNext();
    [[nodiscard]] bool isStaffAtWork() const;
    [[nodiscard]] std::optional<Error> submitObstacle(const OpenQuestionnaire &open, bool isDraft) const;
    [[nodiscard]] std::optional<Error> contentObstacle(const OpenQuestionnaire &open, bool isDraft) const;
    [[nodiscard]] Result<OpenQuestionnaire *> reviewed(const QString &questionnaireManagementId);
    [[nodiscard]] Result<OpenQuestionnaire *> handedOver();

    VisitContext m_context;
    VisitEvent m_lastEvent = VisitEvent::CancelRequested;
    QTimer m_patientTimer;
    QTimer m_closeTimer;   ///< of what is awaited while the program ends
    int m_revocations = 0; ///< under way
    bool m_isQuitting = false;
    bool m_isClosed = false;
    std::unique_ptr<IdentitySteps> m_identity;
    std::unique_ptr<RecordSteps> m_records;
    std::unique_ptr<DocumentSteps> m_documents;
};

} // namespace uk
