// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/journal/writerthread.h"
#include "app/questionnaire/paperform.h"

#include <QDate>
#include <QHash>

namespace uk {

class Clock;

/// A form as PMH defines it: nothing of a person.
struct KnownForm
{
    QString title;    ///< V39
    Definition definition;
    QDate lastSeen;   ///< in Japan
    PaperOccasion occasion = PaperOccasion::Vaccination;
    friend bool operator==(const KnownForm &, const KnownForm &) = default;
};

/// The forms that were seen, so that blank ones can be printed while PMH or the portal is away. Title, definition and day
/// only: no id of a questionnaire, no answer. One file a form, written by a thread of its own; a file that cannot be read
/// counts as not there. Main thread.
class FormStore
{
public:
    static constexpr qsizetype mostForms = 60; ///< the ones that were not seen for the longest time go first

    /// `folder` is made with the first form.
    FormStore(QString folder, const Clock &clock);

    /// By title; of the same title the newest first.
    [[nodiscard]] QList<KnownForm> forms() const;
    void remember(const QString &title, const Definition &definition, PaperOccasion occasion = PaperOccasion::Vaccination);

private:
    void forget(const QString &name);

    QString m_folder;
    const Clock &m_clock;
    QHash<QString, KnownForm> m_forms; ///< by the name of their file
    WriterThread m_writer;
};

} // namespace uk
