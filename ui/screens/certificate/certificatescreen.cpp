// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/certificatescreen.h"

#include "ui/screens/certificate/handoverpanel.h"

namespace uk {

using namespace Qt::StringLiterals;

CertificateScreen::CertificateScreen(QWidget *parent)
    : DocumentScreen(u"certificate"_s, tr("書類は、届いたままの内容で印刷します。"), parent)
    , m_handover(new HandoverPanel)
{
    addFacts(m_handover);
    setFocusProxy(m_handover);
    connect(m_handover, &HandoverPanel::spokenCheckChanged, this, [this](bool isDone) {
        if (isDone && printing().state() == PrintPanel::State::Idle)
            printing().showObstacle({});
        Q_EMIT spokenCheckChanged(isDone);
    });
    connect(m_handover, &HandoverPanel::secondStaffRequested, this, &CertificateScreen::secondStaffRequested);
}

void CertificateScreen::setPerson(const QString &name, const QString &kana, QDate birth, bool isGuardianAsked)
{
    m_handover->setPerson(name, kana, birth, isGuardianAsked);
}

void CertificateScreen::setDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &kind, const QString &title)
{
    m_handover->setMatch(std::nullopt);
    showDocument(renderer, info, kind, title);
}

void CertificateScreen::setMatch(std::optional<PersonMatch> match)
{
    m_handover->setMatch(match);
}

void CertificateScreen::setSpokenCheck(bool isNeeded, bool isDone)
{
    m_handover->setSpokenCheck(isNeeded, isDone);
}

void CertificateScreen::setConfirmedBySecondStaff(bool isConfirmed)
{
    m_handover->setConfirmedBySecondStaff(isConfirmed);
}

void CertificateScreen::clear()
{
    DocumentScreen::clear();
    m_handover->clear();
}

bool CertificateScreen::isSpokenCheckDone() const
{
    return m_handover->isSpokenCheckDone();
}

QString CertificateScreen::printObstacle()
{
    const QString obstacle = m_handover->obstacle();
    if (!obstacle.isEmpty())
        m_handover->focusObstacle();
    return obstacle;
}

} // namespace uk
