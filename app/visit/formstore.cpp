// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/visit/formstore.h"

#include "app/base/clock.h"
#include "app/base/json.h"
#include "app/pmh/contractobjects.h"
#include "app/pmh/profile.h"
#include "app/pmh/wireform.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 4 << 20;
constexpr auto checkupWord = "checkup"_L1;

/// In the contract's own words, whatever the connection profile calls them.
const WireForm &contractForm()
{
    static const WireForm form{ConnectionProfile()};
    return form;
}

QByteArray definitionBytes(const Definition &definition)
{
    return writeJson(contractForm().encode(definitionObject, definition));
}

QString nameOf(const QString &title, const QByteArray &definition)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(title.toUtf8() + '\n' + definition);
    return QString::fromLatin1(hash.result().first(16).toHex()) + u".form"_s;
}

std::optional<KnownForm> readForm(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return std::nullopt;
    const QJsonObject head = QJsonDocument::fromJson(file.readLine()).object();
    const auto definition = contractForm().decode(definitionObject, file.readAll());
    const QDate seen = QDate::fromString(head[u"seen"_s].toString(), Qt::ISODate);
    if (!definition || definition->groups.isEmpty() || !seen.isValid())
        return std::nullopt;
    const bool isCheckup = head[u"occasion"_s].toString() == checkupWord;
    return KnownForm{head[u"title"_s].toString(), *definition, seen, isCheckup ? PaperOccasion::Checkup : PaperOccasion::Vaccination};
}

void writeForm(const QString &folder, const QString &name, const QByteArray &bytes)
{
    if (!QDir().mkpath(folder))
        return;
    QSaveFile file(QDir(folder).filePath(name));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
        file.commit(); // what is not written is seen again with the next patient
    }
}

} // namespace

FormStore::FormStore(QString folder, const Clock &clock)
    : m_folder(std::move(folder))
    , m_clock(clock)
{
    for (const QFileInfo &file : QDir(m_folder).entryInfoList({u"*.form"_s}, QDir::Files))
        if (const auto form = readForm(file.filePath()))
            m_forms.insert(file.fileName(), *form);
}

QList<KnownForm> FormStore::forms() const
{
    QList<KnownForm> all = m_forms.values();
    std::ranges::sort(all, [](const KnownForm &a, const KnownForm &b) {
        return a.title != b.title ? a.title < b.title : a.lastSeen > b.lastSeen;
    });
    return all;
}

void FormStore::remember(const QString &title, const Definition &definition, PaperOccasion occasion)
{
    if (definition.groups.isEmpty())
        return;
    const QByteArray body = definitionBytes(definition);
    const QString name = nameOf(title, body);
    const QDate today = m_clock.today();
    if (const auto known = m_forms.constFind(name); known != m_forms.cend() && known->lastSeen == today)
        return;
    m_forms.insert(name, {title, definition, today, occasion});
    QJsonObject head{{u"title"_s, title}, {u"seen"_s, today.toString(Qt::ISODate)}};
    if (occasion == PaperOccasion::Checkup)
        head.insert(u"occasion"_s, checkupWord);
    m_writer.run([folder = m_folder, name, bytes = QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + body] {
        writeForm(folder, name, bytes);
    });
    while (m_forms.size() > mostForms) {
        auto oldest = m_forms.cbegin();
        for (auto it = m_forms.cbegin(); it != m_forms.cend(); ++it)
            if (it->lastSeen < oldest->lastSeen)
                oldest = it;
        forget(oldest.key());
    }
}

void FormStore::forget(const QString &name)
{
    m_writer.run([path = QDir(m_folder).filePath(name)] { QFile::remove(path); });
    m_forms.remove(name);
}

} // namespace uk
