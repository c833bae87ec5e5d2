// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/auditchain.h"

#include "app/base/clock.h"
#include "app/journal/sealing.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype idSize = 16;
constexpr qsizetype hashSize = 32;

QByteArray boundTo(QByteArrayView what, const QByteArray &logId)
{
    return what.toByteArray() + logId;
}

} // namespace

QLatin1StringView auditEventCode(AuditEvent event)
{
    switch (event) { // no default: the compiler names an event without its code
    case AuditEvent::ProgramStarted:
        return "program.started"_L1;
    case AuditEvent::ProgramStopped:
        return "program.stopped"_L1;
    case AuditEvent::SignedIn:
        return "signed.in"_L1;
    case AuditEvent::SignInFailed:
        return "sign.in.failed"_L1;
    case AuditEvent::SignedOut:
        return "signed.out"_L1;
    case AuditEvent::Locked:
        return "locked"_L1;
    case AuditEvent::Unlocked:
        return "unlocked"_L1;
    case AuditEvent::AccountCreated:
        return "account.created"_L1;
    case AuditEvent::RoleChanged:
        return "role.changed"_L1;
    case AuditEvent::CardPresent:
        return "card.present"_L1;
    case AuditEvent::CardRemoved:
        return "card.removed"_L1;
    case AuditEvent::CardChecked:
        return "card.checked"_L1;
    case AuditEvent::PinOk:
        return "pin.ok"_L1;
    case AuditEvent::PinWrong:
        return "pin.wrong"_L1;
    case AuditEvent::PinBlocked:
        return "pin.blocked"_L1;
    case AuditEvent::ConsentShown:
        return "consent.shown"_L1;
    case AuditEvent::ConsentGiven:
        return "consent.given"_L1;
    case AuditEvent::ConsentRefused:
        return "consent.refused"_L1;
    case AuditEvent::ConsentWithdrawn:
        return "consent.withdrawn"_L1;
    case AuditEvent::Fetched:
        return "fetched"_L1;
    case AuditEvent::Viewed:
        return "viewed"_L1;
    case AuditEvent::ItemEdited:
        return "item.edited"_L1;
    case AuditEvent::WarningAcknowledged:
        return "warning.acknowledged"_L1;
    case AuditEvent::HandedOver:
        return "handed.over"_L1;
    case AuditEvent::ProxyConsentRecorded:
        return "proxy.consent.recorded"_L1;
    case AuditEvent::PaperRouteDecided:
        return "paper.route.decided"_L1;
    case AuditEvent::NameConfirmedAloud:
        return "name.confirmed.aloud"_L1;
    case AuditEvent::DraftSaved:
        return "draft.saved"_L1;
    case AuditEvent::SubmitStarted:
        return "submit.started"_L1;
    case AuditEvent::SubmitConfirmed:
        return "submit.confirmed"_L1;
    case AuditEvent::SubmitUnknown:
        return "submit.unknown"_L1;
    case AuditEvent::SubmitConflict:
        return "submit.conflict"_L1;
    case AuditEvent::SubmitRefused:
        return "submit.refused"_L1;
    case AuditEvent::DocumentViewed:
        return "document.viewed"_L1;
    case AuditEvent::PrintStarted:
        return "print.started"_L1;
    case AuditEvent::PrintFinished:
        return "print.finished"_L1;
    case AuditEvent::PrintFailed:
        return "print.failed"_L1;
    case AuditEvent::PrintCancelled:
        return "print.cancelled"_L1;
    case AuditEvent::VisitEnded:
        return "visit.ended"_L1;
    case AuditEvent::ClockJumped:
        return "clock.jumped"_L1;
    case AuditEvent::UserRegistrationStarted:
        return "user.registration.started"_L1;
    case AuditEvent::UserRegistrationEnded:
        return "user.registration.ended"_L1;
    case AuditEvent::LogVerified:
        return "log.verified"_L1;
    }
    return "unknown"_L1;
}

QByteArray auditLine(qint64 sequence, const AuditStamp &stamp, const AuditEntry &entry)
{
    QJsonObject line{{u"seq"_s, sequence}, {u"ts_utc"_s, stamp.at.toUTC().toString(Qt::ISODateWithMs)},
        {u"tz"_s, toTokyo(stamp.at).toString(Qt::ISODate).right(6)}, {u"ts_mono"_s, stamp.monotonicMs},
        {u"run_id"_s, stamp.runId}, {u"app_ver"_s, QStringLiteral(UKETSUKE_VERSION)},
        {u"event"_s, QString(auditEventCode(entry.event))}};
    const auto addText = [&line](const QString &key, const QString &text) {
        if (!text.isEmpty())
            line.insert(key, text);
    };
    addText(u"user_id"_s, entry.userId);
    addText(u"role"_s, entry.role);
    addText(u"session_id"_s, entry.sessionId);
    addText(u"subject_ref"_s, entry.subjectRef);
    addText(u"object_type"_s, entry.objectType);
    addText(u"object_ref"_s, entry.objectRef);
    addText(u"outcome"_s, entry.outcome);
    addText(u"code"_s, entry.code);
    addText(u"reason"_s, entry.reason);
    if (entry.count != 0)
        line.insert(u"count"_s, entry.count);

    // Qt escapes what JSON asks for. Bidirectional marks and other characters that disguise a line on a screen go as
    // \u escapes too: every character beyond ASCII does.
    const QString text = QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact));
    QByteArray ascii;
    ascii.reserve(text.size());
    for (const QChar c : text) {
        if (c.unicode() < 0x7f)
            ascii += static_cast<char>(c.unicode());
        else
            ascii += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return ascii;
}

ChainState firstState(const QByteArray &logId, const QByteArray &firstKey)
{
    return {0, QCryptographicHash::hash("uketsuke audit log " + logId, QCryptographicHash::Sha256), firstKey};
}

ChainState stateAfter(const QByteArray &logId, const ChainState &state, const QByteArray &line)
{
    const qint64 sequence = state.sequence + 1;
    return {sequence, hmacSha256(state.nextKey, logId + numberBytes(sequence) + state.hash + line),
        hmacSha256(state.nextKey, "uketsuke audit next key")};
}

QByteArray sealedState(const QByteArray &siteKey, const QByteArray &logId, const ChainState &state)
{
    QByteArray plain = numberBytes(state.sequence) + state.hash + state.nextKey;
    const QByteArray sealed = seal(derivedKey(siteKey, "audit seal"), plain, boundTo("state", logId));
    wipeBytes(plain);
    return sealed;
}

std::optional<ChainState> unsealedState(const QByteArray &siteKey, const QByteArray &logId, const QByteArray &sealed)
{
    const auto plain = unseal(derivedKey(siteKey, "audit seal"), sealed, boundTo("state", logId));
    if (!plain || plain->size() != 8 + hashSize + sealKeySize)
        return std::nullopt;
    return ChainState{numberOf(QByteArrayView(*plain).first(8)), plain->mid(8, hashSize), plain->mid(8 + hashSize)};
}

QByteArray sealedFirstKey(const QByteArray &siteKey, const QByteArray &logId, const QByteArray &firstKey)
{
    return seal(derivedKey(siteKey, "audit seal"), firstKey, boundTo("first", logId));
}

std::optional<QByteArray> unsealedFirstKey(const QByteArray &siteKey, const QByteArray &logId, const QByteArray &sealed)
{
    auto key = unseal(derivedKey(siteKey, "audit seal"), sealed, boundTo("first", logId));
    return key && key->size() == sealKeySize ? key : std::nullopt;
}

QByteArray toBytes(const AuditAnchor &anchor)
{
    return anchor.logId + numberBytes(anchor.sequence) + anchor.hash;
}

std::optional<AuditAnchor> anchorOf(const QByteArray &bytes)
{
    if (bytes.size() != idSize + 8 + hashSize)
        return std::nullopt;
    return AuditAnchor{bytes.first(idSize), numberOf(QByteArrayView(bytes).sliced(idSize, 8)), bytes.last(hashSize)};
}

QString siteKeyName()
{
    return u"audit/site-key"_s;
}

QString anchorName(const QString &fileName)
{
    const QByteArray place = QFileInfo(fileName).absoluteFilePath().toUtf8();
    return u"audit/anchor/"_s
        + QString::fromLatin1(QCryptographicHash::hash(place, QCryptographicHash::Sha256).first(8).toHex());
}

} // namespace uk
