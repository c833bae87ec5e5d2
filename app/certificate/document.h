// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QObject>
#include <QSizeF>
#include <QString>

#include <chrono>
#include <memory>

namespace uk {

/// What the gate lets through: bytes that look like one PDF of an allowed size. Kept in memory only.
struct GatedDocument
{
    QByteArray pdf;
    QString displayName; ///< the server's file name without anything that could be a path or a control character
};

/// Strict base64 (RFC 4648 section 4, line breaks tolerated), size, "%PDF-". Pure; may run in a pool thread.
/// Errors: DocumentNotBase64, DocumentTooLarge (argument: limit in bytes), DocumentNotPdf.
[[nodiscard]] Result<GatedDocument> gateDocument(const QByteArray &base64, const QString &serverFileName, qint64 maxPdfBytes);

/// Pixels of a page or of a horizontal band of it: 32 bits each, 0xffRRGGBB in native order.
struct PageBitmap
{
    int width = 0, height = 0; ///< pixels
    int top = 0;               ///< first row within the page
    QByteArray pixels;         ///< width * height * 4 bytes
};

struct DocumentInfo
{
    QList<QSizeF> pageSizes; ///< points (1/72 inch), as shown: crop box and rotation applied
    /// The system cannot open its font folders to the locked-down renderer (no Landlock): texts whose font is not
    /// embedded may be missing, and the screen has to say so.
    bool areFontsRestricted = false;
};

/// One document in one uketsuke-pdf process: no network, no files but fonts, limits on memory and time. Main thread.
/// A crash or a hang is an error of the request under way and of all later ones (RendererCrashed, RendererHung);
/// close() kills the process.
class DocumentRenderer : public QObject
{
    Q_OBJECT
public:
    /// `program`: path of uketsuke-pdf. `patience`: how long one request may take before the process is given up.
    explicit DocumentRenderer(QString program, QObject *parent = nullptr,
        std::chrono::milliseconds patience = std::chrono::seconds(15));
    ~DocumentRenderer() override;

    /// Starts the process ahead of need, so that the first page comes in a blink. Optional.
    void warmUp();
    /// Draws in another process than an earlier document did: whatever was open is closed.
    /// Errors: RendererMissing, DocumentDamaged, DocumentEncrypted, DocumentTooManyPages (argument: limit), DocumentPageTooLarge (argument: first such page, from 1),
    /// RendererCrashed, RendererHung.
    void open(const GatedDocument &document, Reply<DocumentInfo> reply);
    /// `bandHeight` 0: to the page's end. The page as a whole may have 36 million pixels (StepNotPossible beyond).
    void renderPage(int page, double dotsPerInch, int top, int bandHeight, Reply<PageBitmap> reply);
    /// The text of one page in reading order, as the PDF gives it.
    void pageText(int page, Reply<QString> reply);
    /// Requests under way are answered with StepNotPossible.
    void close();
    [[nodiscard]] bool isOpen() const;
    /// Process id of the renderer, 0 where none runs. For diagnosis.
    [[nodiscard]] qint64 processId() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Does the document speak of this person? Folded comparison (width, spaces, 和暦 and 西暦), whole names only; pure.
/// OtherPerson: neither the name nor the birth date is there. NoText: pictures only, a person has to look.
enum class PersonMatch { Matches, NoText, NameMissing, BirthDateMissing, OtherPerson };
[[nodiscard]] PersonMatch matchPerson(const QString &documentText, const QString &name, const QDate &dateOfBirth);

} // namespace uk
