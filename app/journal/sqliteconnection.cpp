// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/journal/sqliteconnection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>
#include <QUuid>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

const QString inMemory = u":memory:"_s;
constexpr qint64 smallestRoom = 64 * 1024;

/// The file before SQLite makes it, so that it (and the files beside it, which take over its mode) is private at once.
void makePrivateFile(const QString &fileName)
{
    const QString folder = QFileInfo(fileName).absolutePath();
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile file(fileName);
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

SqliteConnection::SqliteConnection()
    : m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

SqliteConnection::~SqliteConnection()
{
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> SqliteConnection::open(const QString &fileName, Mode mode)
{
    m_fileName = fileName;
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    if (!database.isValid())
        return failure(ErrorCode::StoreFailed, u"the SQLite driver of Qt is missing"_s);
    database.setDatabaseName(fileName);
    if (mode == Mode::ReadOnly)
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
    else if (fileName != inMemory)
        makePrivateFile(fileName);
    if (!database.open())
        return failure(ErrorCode::StoreFailed, u"open: SQLite %1"_s.arg(database.lastError().nativeErrorCode()));
    if (mode == Mode::ReadOnly)
        return {};
    for (const QString &pragma :
        {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA secure_delete=ON"_s})
        UK_CHECK(run(pragma));
    return {};
}

Result<QSqlQuery> SqliteConnection::run(const QString &statement, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    bool isDone = query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    isDone = isDone && query.exec();
    if (isDone)
        return query;

    constexpr QLatin1StringView fullCode("13"); // SQLITE_FULL
    const QString native = query.lastError().nativeErrorCode();
    const QStorageInfo storage(QFileInfo(m_fileName).absolutePath());
    const bool isFull = native == fullCode
        || (m_fileName != inMemory && storage.isValid() && storage.bytesAvailable() < smallestRoom);
    return failure(isFull ? ErrorCode::AuditDiskFull : ErrorCode::StoreFailed,
        u"%1: SQLite %2"_s.arg(statement.section(u' ', 0, 0), native));
}

} // namespace uk
