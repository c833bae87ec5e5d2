// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/profile.h"
#include "tests/app/portal/scriptedserver.h"

namespace uk {

/// The pages of contract rules 25 and a token endpoint, just enough for one consent, with a cookie that ties them
/// together; counts the tokens it gave and the cookies that a fresh visit brought along.
class SmallPortal
{
public:
    SmallPortal();
    [[nodiscard]] ConnectionProfile profile() const;
    [[nodiscard]] const ScriptedServer &server() const { return m_server; }
    [[nodiscard]] int tokens() const { return m_tokens; }
    [[nodiscard]] int cookiesOfOthers() const { return m_cookiesOfOthers; }
    /// Every page goes on by itself, for a browser that nobody clicks in.
    void setLeadsThrough(const QByteArray &to = "/link") { m_leadsTo = to; }
    /// From now on every page is this answer.
    void setFault(const QByteArray &answer) { m_fault = answer; }

private:
    [[nodiscard]] QByteArray answer(const ScriptedServer::Request &request);
    [[nodiscard]] QByteArray back(const QByteArray &query) const;

    ScriptedServer m_server;
    QByteArray m_redirectUri, m_state, m_fault;
    QByteArray m_leadsTo;
    int m_tokens = 0;
    int m_cookiesOfOthers = 0;
};

} // namespace uk
