// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/draftfile.h"

#include "app/journal/sealing.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView formatLine("uketsuke draft 1\n");
constexpr qint64 longestListingLine = 4096;

QString pathOf(const QString &directory, const QString &visitId)
{
    return QDir(directory).filePath(draftName(visitId) + u".draft"_s);
}

QByteArray listingLine(const OpenVisit &visit)
{
    const QJsonObject listing{{u"visit"_s, visit.visitId},
        {u"savedAt"_s, visit.savedAt.toUTC().toString(Qt::ISODateWithMs)}, {u"slip"_s, visit.slipNumber},
        {u"subject"_s, visit.subjectRef}};
    return QJsonDocument(listing).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<OpenVisit> visitOf(const QByteArray &listing)
{
    const QJsonObject object = QJsonDocument::fromJson(listing).object();
    const OpenVisit visit{object[u"visit"_s].toString(),
        QDateTime::fromString(object[u"savedAt"_s].toString(), Qt::ISODateWithMs), object[u"slip"_s].toString(),
        object[u"subject"_s].toString()};
    return visit.visitId.isEmpty() || !visit.savedAt.isValid() ? std::nullopt : std::optional(visit);
}

struct DraftParts
{
    OpenVisit visit;
    QByteArray bound; ///< both lines as they stand
};

std::optional<DraftParts> readLines(QFile &file)
{
    if (file.read(formatLine.size()) != formatLine)
        return std::nullopt;
    const QByteArray listing = file.readLine(longestListingLine);
    const auto visit = visitOf(listing);
    return visit ? std::optional(DraftParts{*visit, formatLine.toByteArray() + listing}) : std::nullopt;
}

/// The name is durable only with its folder.
bool syncFolder(const QString &directory)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool isSynced = ::fsync(folder) == 0;
    ::close(folder);
    return isSynced;
#else
    Q_UNUSED(directory)
    return true;
#endif
}

std::unexpected<Error> notSaved(const QString &step, const QString &reason = {})
{
    return failure(ErrorCode::DraftNotSaved, u"%1: %2"_s.arg(step, reason));
}

bool makeFolder(const QString &directory)
{
    return QDir().mkpath(directory)
        && QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

QString draftName(const QString &visitId)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(visitId.toUtf8(), QCryptographicHash::Sha256).first(16).toHex());
}

Result<void> writeDraft(
    const QString &directory, const OpenVisit &visit, const QByteArray &plain, const QByteArray &key)
{
    if (!makeFolder(directory))
        return notSaved(u"folder"_s);
    const QByteArray bound = formatLine.toByteArray() + listingLine(visit);
    if (bound.size() > formatLine.size() + longestListingLine)
        return notSaved(u"listing"_s, u"too long"_s);

    QSaveFile file(pathOf(directory, visit.visitId)); // temporary file, flushed to the disk, renamed
    if (!file.open(QIODevice::WriteOnly))
        return notSaved(u"open"_s, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(bound);
    file.write(seal(key, plain, bound));
    if (!file.commit())
        return notSaved(u"write"_s, file.errorString());
    if (!syncFolder(directory))
        return notSaved(u"sync"_s);
    return {};
}

Result<QByteArray> readDraft(const QString &directory, const QString &visitId, const QByteArray &key)
{
    QFile file(pathOf(directory, visitId));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::DraftUnreadable, u"no such draft"_s);
    const auto parts = readLines(file);
    if (!parts || parts->visit.visitId != visitId)
        return failure(ErrorCode::DraftUnreadable, u"not a draft of this visit and version"_s);
    if (key.isEmpty())
        return failure(ErrorCode::DraftUnreadable, u"the key is gone"_s);
    const auto plain = unseal(key, file.readAll(), parts->bound);
    if (!plain)
        return failure(ErrorCode::DraftUnreadable, u"not authentic"_s);
    return *plain;
}

Result<void> removeDraft(const QString &directory, const QString &visitId)
{
    QFile file(pathOf(directory, visitId));
    if (file.exists() && (!file.remove() || !syncFolder(directory)))
        return notSaved(u"remove"_s, file.errorString());
    return {};
}

QList<OpenVisit> listDrafts(const QString &directory)
{
    QList<OpenVisit> visits;
    const QFileInfoList entries = QDir(directory).entryInfoList({u"*.draft"_s}, QDir::Files);
    for (const QFileInfo &entry : entries) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const auto parts = readLines(file); parts && entry.completeBaseName() == draftName(parts->visit.visitId))
            visits.append(parts->visit);
    }
    std::ranges::sort(visits, std::greater(), &OpenVisit::savedAt);
    return visits;
}

void removeUnfinishedDrafts(const QString &directory)
{
    QDir folder(directory);
    for (const QString &name : folder.entryList({u"*.draft.*"_s}, QDir::Files))
        folder.remove(name);
}

} // namespace uk
