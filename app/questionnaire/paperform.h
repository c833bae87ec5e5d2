// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/questionnaire/reviewsession.h"

/// A questionnaire as a sheet of paper (予診票): what stands on it and in which order, without any place or size. Values
/// and pure functions. Always Japanese, whatever the language of the screens: the questions are, and doctors sign it.
namespace uk {

/// What the sheet is for.
enum class PaperPurpose {
    Submission, ///< is handed in on paper: what is not answered yet is a blank to fill by hand
    Copy,       ///< of what is registered already
    Blank,      ///< nobody's: for an outage
};

/// How the place of an answer looks while nothing stands there.
enum class PaperField {
    None,     ///< no place for an answer (a note)
    Hidden,   ///< the question is not asked here (a cell of a table)
    Options,  ///< a box to tick for each choice
    Line, Lines, ///< to write on; one, several
    Date, YearMonth, Age, Temperature, Number,
};

struct PaperOption
{
    QString label;
    bool isTicked = false;
    friend bool operator==(const PaperOption &, const PaperOption &) = default;
};

/// The place of one answer. `text` where it is answered and has no options.
struct PaperCell
{
    PaperField field = PaperField::Line;
    QList<PaperOption> options;
    QString text;
    QString unit;
    [[nodiscard]] bool isBlank() const;
    friend bool operator==(const PaperCell &, const PaperCell &) = default;
};

struct PaperQuestion
{
    QString number;    ///< "9"; empty for a follow-up and for a note
    QString label;
    QString hint;      ///< the form's own note
    QString condition; ///< 「はい」のとき: when this blank is to be filled
    int depth = 0;     ///< 1 for a follow-up …
    PaperCell cell;
    QString mark;      ///< who changed it at the desk, why, and what stood there before
    friend bool operator==(const PaperQuestion &, const PaperQuestion &) = default;
};

/// A repeating group: one row for each repeat.
struct PaperTable
{
    QStringList columns;
    QList<QList<PaperCell>> rows;
    QStringList marks; ///< of all rows, below the table
    friend bool operator==(const PaperTable &, const PaperTable &) = default;
};

/// What has to stay together on a page: a question with the follow-ups behind it, or a table.
struct PaperBlock
{
    QList<PaperQuestion> questions; ///< none where it is a table
    PaperTable table;
    friend bool operator==(const PaperBlock &, const PaperBlock &) = default;
};

struct PaperSection
{
    QString title; ///< V52, V53
    QList<PaperBlock> blocks;
    friend bool operator==(const PaperSection &, const PaperSection &) = default;
};

/// One box of a panel: a label and its place. `weight`: share of the row's width.
struct PaperBox
{
    QString label;
    PaperCell cell;
    int weight = 1;
    friend bool operator==(const PaperBox &, const PaperBox &) = default;
};

/// Boxes in rows under a title: the person, the doctor's part, the signatures, the record of the injection.
struct PaperPanel
{
    QString title;
    QList<QList<PaperBox>> rows;
    friend bool operator==(const PaperPanel &, const PaperPanel &) = default;
};

/// The person whose sheet it is, in ready words.
struct PaperPerson
{
    QString name, kana, address;
    QDate birth;
    QString sex; ///< 男
    friend bool operator==(const PaperPerson &, const PaperPerson &) = default;
};

/// A warning of PMH (V68, V69), verbatim.
struct PaperWarning
{
    QString key; ///< of ReviewSession::acknowledgement()
    QString message;
    friend bool operator==(const PaperWarning &, const PaperWarning &) = default;
};

/// What it is filled in for: decides who signs what below the questions.
enum class PaperOccasion { Vaccination, Checkup };

/// What the sheet is made from beside the answers.
struct PaperRequest
{
    PaperPurpose purpose = PaperPurpose::Submission;
    QString title;                     ///< V39
    QString vaccine;                   ///< vaccine and dose; may be empty
    std::optional<PaperPerson> person; ///< none on a blank sheet
    QList<PaperWarning> warnings;
    bool hasSensitive = false;         ///< sensitive questions too, because somebody asked for them
    bool isTraining = false;
    QDate today;                       ///< in Japan; age and the day of printing
    PaperOccasion occasion = PaperOccasion::Vaccination;
};

struct PaperForm
{
    PaperPurpose purpose = PaperPurpose::Submission;
    QString title, vaccine;
    QString purposeText;   ///< この用紙は…
    QString printedOn;     ///< a day; empty on a blank sheet
    QString runningHead;   ///< name and birth date, for every page; empty on a blank sheet
    bool isTraining = false;
    PaperPanel person;
    QList<PaperOption> warnings; ///< verbatim, ticked where staff confirmed them
    QList<PaperSection> sections;
    QString leftOut;       ///< how many questions are not printed; empty: none
    QList<PaperPanel> panels; ///< doctor, consent, record
    friend bool operator==(const PaperForm &, const PaperForm &) = default;
};

/// The sheet of this review. Questions that are not asked are left out; where the answer that decides about a follow-up
/// is still missing, the follow-up is a blank with its condition. Sensitive questions stand there only on request, with
/// their number told otherwise.
[[nodiscard]] PaperForm paperForm(const ReviewSession &session, const PaperRequest &request);

/// The sheet of a definition with nobody's answers.
[[nodiscard]] PaperForm blankPaperForm(const Definition &definition, const QString &title, bool isTraining,
                                       PaperOccasion occasion = PaperOccasion::Vaccination);

/// How many sensitive questions the definition has.
[[nodiscard]] int sensitiveQuestions(const DefinitionIndex &index);

} // namespace uk
