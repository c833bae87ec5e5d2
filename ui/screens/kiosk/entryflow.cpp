// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/kiosk/entryflow.h"

#include "app/questionnaire/entrylist.h"
#include "ui/screens/patient/entryscreen.h"

namespace uk {

EntryFlow::EntryFlow(Visit &visit, EntryScreen &entry, ProxyScreen &proxy, QObject *parent)
    : QObject(parent)
    , m_visit(visit)
    , m_entry(entry)
    , m_proxy(proxy)
{
    connect(&m_entry, &EntryScreen::answered, this, &EntryFlow::take);
    connect(&m_entry, &EntryScreen::skipped, this, &EntryFlow::goOn);
    connect(&m_entry, &EntryScreen::backRequested, this, &EntryFlow::goBack);
    connect(&m_entry, &EntryScreen::endRequested, this, &EntryFlow::end);
    connect(&m_entry, &EntryScreen::sendRequested, this, &EntryFlow::send);
    connect(&m_proxy, &ProxyScreen::answered, this, [this](bool isYes) { m_visit.answerProxyConsent(isYes); });
    connect(&m_proxy, &ProxyScreen::endRequested, this, &EntryFlow::end);
}

const OpenQuestionnaire *EntryFlow::open() const
{
    const auto &handOver = m_visit.data().handOver;
    return handOver ? m_visit.data().questionnaire(handOver->questionnaireManagementId) : nullptr;
}

QList<AnswerKey> EntryFlow::questions() const
{
    const OpenQuestionnaire *asked = open();
    return asked ? questionsToEnter(asked->session, m_visit.data().handOver->questions) : QList<AnswerKey>();
}

PatientScreen *EntryFlow::begin()
{
    clear();
    const auto &handOver = m_visit.data().handOver;
    if (handOver && handOver->asksProxyConsent)
        return &m_proxy;
    const QList<AnswerKey> keys = questions();
    if (keys.isEmpty())
        m_entry.askForSending();
    else
        show(keys.first());
    return &m_entry;
}

void EntryFlow::clear()
{
    m_current.reset();
    m_error.reset();
    m_entry.clear();
}

void EntryFlow::show(const AnswerKey &key)
{
    const OpenQuestionnaire *asked = open();
    const QList<AnswerKey> keys = questions();
    if (!asked || !keys.contains(key))
        return;
    m_current = key;
    m_error.reset();
    const DefinitionIndex &index = asked->session.index();
    m_entry.ask({*index.item(key.itemMasterId), key.repeatNumber, index.subgroupOf(key.itemMasterId)->maxRepeat,
                 asked->session.answered(key), int(keys.indexOf(key)) + 1, int(keys.size())});
}

void EntryFlow::take(const AnswerResult &result)
{
    const OpenQuestionnaire *asked = open();
    if (!asked || !m_current)
        return;
    const bool isAsBefore = !asked->session.change(*m_current) && sameResult(asked->session.answered(*m_current), result);
    if (!isAsBefore) {
        if (const auto done = m_visit.enterAnswer(*m_current, result); !done) {
            m_error = done.error();
            return m_entry.showProblem(*m_error);
        }
    }
    goOn();
}

void EntryFlow::goOn()
{
    const QList<AnswerKey> keys = questions();
    const qsizetype next = m_current ? keys.indexOf(*m_current) + 1 : keys.size();
    if (next < keys.size())
        return show(keys[next]);
    // Who sends is asked only where it can be sent; staff see on their side what is missing.
    if (m_visit.sendObstacle())
        return end();
    m_current.reset();
    m_entry.askForSending();
}

void EntryFlow::goBack()
{
    const QList<AnswerKey> keys = questions();
    const qsizetype at = m_current ? keys.indexOf(*m_current) : keys.size();
    if (at > 0)
        show(keys[at - 1]);
}

void EntryFlow::end()
{
    m_visit.raise(VisitEvent::EntryEnded);
}

void EntryFlow::send()
{
    if (const auto sent = m_visit.sendAsPerson(); !sent) {
        m_error = sent.error();
        m_entry.showProblem(*m_error);
    }
}

} // namespace uk
