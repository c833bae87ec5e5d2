// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

namespace uk::training {

/// What stands on a 予防接種済証.
struct CertificateData
{
    QString name, kana, address;
    QDate birthDate;
    QString vaccine;  ///< kind and dose
    QDate vaccinatedOn;
    QString lotNumber, place;
    QStringList notes; ///< second page: a title and its lines; empty: one page only
};

/// Writes a PDF in A5 landscape, marked 訓練・見本, with its text extractable. False when a font is missing or the file
/// could not be written. Needs a QGuiApplication.
[[nodiscard]] bool drawCertificate(const CertificateData &data, const QString &path);

} // namespace uk::training
