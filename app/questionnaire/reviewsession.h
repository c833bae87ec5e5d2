// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/compare.h"
#include "app/questionnaire/formstate.h"
#include "app/questionnaire/reviewoutline.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QSet>

namespace uk {

/// Who changed or confirmed something, and when.
struct StaffMark
{
    QString staffId, staffName;
    QDateTime at; ///< UTC
    friend bool operator==(const StaffMark &, const StaffMark &) = default;
};

/// A change by staff to one answer. Replaces an earlier one of the same key but keeps what the person had answered. The
/// mark stays when the change is stored at the server as a draft.
struct StaffChange
{
    AnswerResult result;
    QString reason; ///< from the list of reasons, or typed; empty for what was taken over
    StaffMark by;
    bool isTakenOver = false; ///< the last answer, confirmed for today by a person
    friend bool operator==(const StaffChange &, const StaffChange &) = default;
};

/// One answer that the desk and the person (from the phone, meanwhile) both changed, differently.
struct AnswerConflict
{
    AnswerResult basis;  ///< what both began from
    AnswerResult theirs; ///< what the person answered meanwhile
    friend bool operator==(const AnswerConflict &, const AnswerConflict &) = default;
};

/// One questionnaire under review: the definition, the last answers, the person's answers and the changes of staff.
/// A value; pure; copies are cheap. Nothing that was answered or typed is ever dropped from it: hidden answers stay and
/// are only left out of what is sent. Every edit can be undone, the latest first.
class ReviewSession
{
public:
    ReviewSession() = default;
    /// `stored`: what the server holds; `latest`: the last answered questionnaire (V59–V61).
    ReviewSession(Definition definition, Answers stored, Answers latest, QStringList warningKeys);

    [[nodiscard]] const DefinitionIndex &index() const { return m_state.index(); }
    [[nodiscard]] AnswerResult latest(const AnswerKey &key) const { return m_latest.value(key); }
    /// What the person answered, also where staff changed it and the change is stored at the server already.
    [[nodiscard]] AnswerResult answered(const AnswerKey &key) const { return m_person.value(key); }
    /// The staff change where there is one, else the person's answer.
    [[nodiscard]] AnswerResult current(const AnswerKey &key) const;
    [[nodiscard]] std::optional<StaffChange> change(const AnswerKey &key) const;
    /// True where the person gave this answer at the desk.
    [[nodiscard]] bool isEntered(const AnswerKey &key) const { return m_entered.contains(key); }
    [[nodiscard]] bool isVisible(const AnswerKey &key) const { return m_state.isVisible(key); }
    /// What a registration would send differs from what the server holds.
    [[nodiscard]] bool hasChanges() const;
    /// Staff changed or took over something, stored at the server or not.
    [[nodiscard]] bool hasMarks() const { return !m_changes.isEmpty(); }
    /// There is something that only this session knows: marks, entries, ticks. A draft keeps it.
    [[nodiscard]] bool isWorthKeeping() const;

    /// A staff change. Errors: ReadOnly (read-only items, notes, unknown types), ReasonMissing, QuestionnaireUnknown (no such
    /// item), RepeatLimit, and those of checkAnswer() that block. The session is unchanged then. Setting back to the
    /// person's own answer removes the change. Decides a conflict.
    [[nodiscard]] Result<void> setAnswer(const AnswerKey &key, const AnswerResult &result, const QString &reason,
                                         const StaffMark &by);
    /// The person's own answer, given at the desk (患者さんに入力してもらう): no reason; takes the place of a staff change.
    /// Errors as setAnswer().
    [[nodiscard]] Result<void> enterAnswer(const AnswerKey &key, const AnswerResult &result);
    [[nodiscard]] bool canUndo() const { return !m_history.isEmpty(); }
    /// Takes the latest edit back exactly. False if there is none.
    bool undoLast();
    /// Takes the latest edit of this answer back, together with what belongs to it (a removed repeat moves many answers)
    /// and with later edits of the same answers. A change from an earlier session: back to the person's answer. False if
    /// there is nothing to undo.
    bool undo(const AnswerKey &key);

    /// Repeats that are shown for the subgroup of this item (at least 1).
    [[nodiscard]] int repeats(const QString &itemMasterId) const;
    /// Error RepeatLimit (arguments: label, limit).
    [[nodiscard]] Result<int> addRepeat(const QString &itemMasterId);
    /// Later repeats move up by one; recorded as staff changes with the reason. Errors: ReadOnly where the repeat or a
    /// later one holds an answer that staff may not change, ReasonMissing.
    [[nodiscard]] Result<void> removeRepeat(const QString &itemMasterId, int repeat, const QString &reason,
                                            const StaffMark &by);

    /// Offers the last answers where prefill.h allows it. What is offered is shown and never sent before a person confirmed it.
    void offerLatest();
    /// The last answer that is offered for a shown question without an answer.
    [[nodiscard]] std::optional<AnswerResult> offered(const AnswerKey &key) const;
    /// Takes the offered answers over, and what is offered for the questions that they open, as one edit. Gives how many.
    int takeOver(const QList<AnswerKey> &keys, const StaffMark &by);
    int takeOverAll(const StaffMark &by);

    [[nodiscard]] std::optional<AnswerConflict> conflict(const AnswerKey &key) const;
    /// In the order of the form.
    [[nodiscard]] QList<AnswerKey> conflicts() const;
    /// Decides for the person's newer answer or for the one at the desk. False if there is no conflict.
    bool decideConflict(const AnswerKey &key, bool takesTheirs);

    void acknowledgeWarning(const QString &warningKey, const StaffMark &by);
    void withdrawAcknowledgement(const QString &warningKey);
    [[nodiscard]] std::optional<StaffMark> acknowledgement(const QString &warningKey) const;
    [[nodiscard]] QStringList openWarnings() const;

    /// In the order of the form; open conflicts first (ChangedMeanwhile).
    [[nodiscard]] QList<Problem> problems(CheckFor purpose) const;
    /// All visible questions (notes included) in the order of the form.
    [[nodiscard]] QList<ReviewRow> rows() const;
    /// The same by exception.
    [[nodiscard]] ReviewOutline outline() const;

    /// The whole answer for a registration (sending.h).
    [[nodiscard]] Answers answersToSend() const;

    /// Goes on from what the server holds now. Where that is what this session sends, everything stays, with its marks.
    /// Where the person changed it meanwhile, the three are merged: what only one side changed is taken, what both changed
    /// differently becomes a conflict. What was undoable before a merge is not any more.
    void rebase(Definition definition, const Answers &stored, const Answers &latest, const QStringList &warningKeys);

    /// What the local draft keeps: changes, entries, hidden answers, added repeats, acknowledgements, the history, and what they
    /// began from. restoreDraft() merges them into this session's stored answers as rebase() does; it gives false and changes
    /// nothing for bytes that are not such a draft.
    [[nodiscard]] QByteArray saveDraft() const;
    [[nodiscard]] bool restoreDraft(const QByteArray &bytes);

    /// The keys that the last edit made the form evaluate again (FormState::set()): what a screen has to show anew.
    /// A key may stand there twice where the edit was of several answers.
    [[nodiscard]] const QList<AnswerKey> &touched() const { return m_touched; }

    friend bool operator==(const ReviewSession &, const ReviewSession &);

private:
    struct Before
    {
        AnswerKey key;
        std::optional<StaffChange> change;
        AnswerResult person;
        bool isEntered = false;
        std::optional<AnswerConflict> conflict;
        friend bool operator==(const Before &, const Before &) = default;
    };
    /// One edit: how everything that it changed was before.
    struct Edit
    {
        QList<Before> before;
        QString subgroup;        ///< first item of a subgroup whose number of repeats changed; else empty
        int repeatsBefore = 0;   ///< what was added by hand there; 0: nothing
        friend bool operator==(const Edit &, const Edit &) = default;
    };
    struct Draft;

    [[nodiscard]] Result<const QuestionItem *> editable(const AnswerKey &key, const AnswerResult &result) const;
    [[nodiscard]] bool takesEdits(const AnswerKey &key) const;
    void remember(Edit &edit, const AnswerKey &key) const;
    void put(const AnswerKey &key, std::optional<StaffChange> change);
    void putPerson(const AnswerKey &key, const AnswerResult &result);
    void evaluate(const AnswerKey &key);
    void revert(const Edit &edit);
    [[nodiscard]] QList<AnswerKey> touchedBy(const Edit &edit) const;
    void merge(const AnswerMap &theirs);
    void mergeOne(const MergedAnswer &merged);
    void renumber();
    void syncLocked();
    void evaluateAll(DefinitionIndex index);

    AnswerMap m_stored; ///< what the server holds
    AnswerMap m_person; ///< what the person answered; hidden answers too
    AnswerMap m_latest, m_offered;
    QMap<AnswerKey, StaffChange> m_changes;
    QSet<AnswerKey> m_entered;
    QMap<AnswerKey, AnswerConflict> m_conflicts;
    QHash<QString, int> m_addedRepeats; ///< first item of the subgroup to the number of repeats shown
    QList<Edit> m_history;
    QStringList m_warningKeys;
    QMap<QString, StaffMark> m_acknowledged;
    FormState m_state; ///< of the current answers
    QList<AnswerKey> m_touched;
};

} // namespace uk
