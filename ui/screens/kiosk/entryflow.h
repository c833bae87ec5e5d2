// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/visit/visit.h"

#include <QObject>

namespace uk {

class EntryScreen;
class PatientScreen;
class ProxyScreen;

/// Leads the person through what staff handed over: the questions one at a time with what they open, back and forth, and
/// the sending where it is theirs. Keeps nothing of the person beyond the key of the question in front. Main thread.
class EntryFlow : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    EntryFlow(Visit &visit, EntryScreen &entry, ProxyScreen &proxy, QObject *parent = nullptr);

    /// Begins what the visit handed over and gives the screen for it.
    [[nodiscard]] PatientScreen *begin();
    /// Takes everything about the person off the screens.
    void clear();
    [[nodiscard]] const std::optional<Error> &shownError() const { return m_error; }

private:
    [[nodiscard]] QList<AnswerKey> questions() const;
    [[nodiscard]] const OpenQuestionnaire *open() const;
    void show(const AnswerKey &key);
    void take(const AnswerResult &result);
    void goOn();
    void goBack();
    void end();
    void send();

    Visit &m_visit;
    EntryScreen &m_entry;
    ProxyScreen &m_proxy;
    std::optional<AnswerKey> m_current; ///< none: the sending is asked
    std::optional<Error> m_error;
};

} // namespace uk
