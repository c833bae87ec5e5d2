// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/walkthrough/screenshots.h"

#include <QPixmap>
#include <QRegularExpression>
#include <QWidget>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QString inFileName(QString text)
{
    static const QRegularExpression other(u"[^A-Za-z0-9]+"_s);
    return text.replace(other, u"-"_s);
}

} // namespace

Screenshots::Screenshots(const QDir &folder)
    : m_folder(folder)
{
}

Result<QString> Screenshots::take(QWidget &window, const QString &step, const QString &screen, bool isPatient)
{
    const QString name = u"%1-%2-%3-%4.png"_s.arg(++m_number, 3, 10, QChar(u'0'))
                             .arg(inFileName(step), inFileName(screen), isPatient ? u"patient"_s : u"staff"_s);
    if (!m_folder.mkpath(u"."_s) || !window.grab().save(m_folder.filePath(name), "PNG"))
        return failure(ErrorCode::StoreFailed, u"a screenshot cannot be written"_s);
    return name;
}

} // namespace uk
