// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/certificate/renderer/pages.h"

#include <QPdfDocumentRenderOptions>
#include <QPdfSelection>

#include <algorithm>

namespace uk::renderer {

namespace {

// One line in fonts that are not embedded. Without a cross-reference table, which PDFium rebuilds.
constexpr char warmPage[] =
    "%PDF-1.4\n"
    "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R"
    "/Resources<</Font<</L 5 0 R/J 6 0 R>>>>>>\nendobj\n"
    "4 0 obj\n<</Length 68>>\nstream\n"
    "BT /L 9 Tf 5 40 Td (A) Tj ET BT /J 9 Tf 5 10 Td <4E885098> Tj ET    \nendstream\nendobj\n"
    "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n"
    "6 0 obj\n<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UCS2-H"
    "/DescendantFonts[7 0 R]>>\nendobj\n"
    "7 0 obj\n<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/DW 1000/FontDescriptor 8 0 R"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>\nendobj\n"
    "8 0 obj\n<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 6/FontBBox[0 -200 1000 900]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>\nendobj\n"
    "trailer\n<</Size 9/Root 1 0 R>>\n%%EOF\n";

/// A file that was cut off can still be repaired into a part of itself; a certificate with a part missing is worse
/// than none.
bool endsLikePdf(QByteArrayView bytes)
{
    constexpr qsizetype tail = 2048;
    return bytes.last(std::min(tail, bytes.size())).lastIndexOf("%%EOF") >= 0;
}

quint32 overWhite(QRgb colour)
{
    const quint32 alpha = qAlpha(colour);
    if (alpha == 255)
        return colour;
    if (alpha == 0)
        return 0xffffffff;
    const auto blend = [alpha](int value) { return (static_cast<quint32>(value) * alpha + 255 * (255 - alpha) + 127) / 255; };
    return 0xff000000 | blend(qRed(colour)) << 16 | blend(qGreen(colour)) << 8 | blend(qBlue(colour));
}

Status statusOf(QPdfDocument::Error error)
{
    switch (error) {
    case QPdfDocument::Error::None: return Status::Ok;
    case QPdfDocument::Error::IncorrectPassword:
    case QPdfDocument::Error::UnsupportedSecurityScheme: return Status::Encrypted;
    default: return Status::Damaged;
    }
}

} // namespace

Pages::Pages() = default;

void Pages::warmUp()
{
    m_warmBuffer.setData(warmPage, sizeof warmPage - 1);
    m_warmBuffer.open(QIODevice::ReadOnly);
    m_warmDocument.load(&m_warmBuffer);
    m_warmDocument.render(0, {72, 72});
    m_warmDocument.getAllText(0);
}

Status Pages::open(QByteArrayView bytes)
{
    if (m_document)
        return Status::NotPossible;
    m_document = std::make_unique<QPdfDocument>();
    if (!endsLikePdf(bytes))
        return Status::Damaged;
    m_buffer.setData(QByteArray::fromRawData(bytes.data(), bytes.size()));
    m_buffer.open(QIODevice::ReadOnly);
    m_document->load(&m_buffer);
    if (const Status status = statusOf(m_document->error()); status != Status::Ok)
        return status;
    const int count = m_document->pageCount();
    if (m_document->status() != QPdfDocument::Status::Ready || count < 1)
        return Status::Damaged;
    if (count > maxPages)
        return Status::TooManyPages;
    for (int page = 0; page < count; ++page) {
        const QSizeF size = m_document->pagePointSize(page);
        if (!(size.width() >= 1 && size.height() >= 1))
            return Status::Damaged;
        if (!isPageSizeAllowed(size))
            return Status::PageTooLarge;
        m_sizes.append(size);
    }
    return Status::Ok;
}

bool Pages::draw(int page, double dpi)
{
    if (page == m_picturePage && qFuzzyCompare(dpi, m_pictureDpi))
        return true;
    m_picturePage = -1;
    m_picture = {};
    QPdfDocumentRenderOptions options;
    // Stamps and filled-in fields are annotations: without them it would not be the document as received.
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    m_picture = m_document->render(page, pagePixels(m_sizes[page], dpi), options);
    if (m_picture.isNull() || m_picture.depth() != 32)
        return false;
    m_picturePage = page;
    m_pictureDpi = dpi;
    return true;
}

Status Pages::render(const Request &request, quint32 *area, Answer &answer)
{
    if (request.page >= static_cast<quint32>(m_sizes.size()) || !(request.dpi >= minDpi && request.dpi <= maxDpi))
        return Status::NotPossible;
    const int page = static_cast<int>(request.page);
    const QSize pixels = pagePixels(m_sizes[page], request.dpi);
    const auto height = static_cast<quint32>(pixels.height());
    if (qint64(pixels.width()) * pixels.height() > maxPixels || request.top >= height)
        return Status::NotPossible;
    if (!draw(page, request.dpi))
        return Status::Damaged;
    const quint32 left = height - request.top, rows = request.rows == 0 ? left : std::min(request.rows, left);
    for (quint32 row = 0; row < rows; ++row) {
        const auto *line = reinterpret_cast<const QRgb *>(m_picture.constScanLine(static_cast<int>(request.top + row)));
        area = std::transform(line, line + pixels.width(), area, overWhite);
    }
    answer.width = static_cast<quint32>(pixels.width());
    answer.height = rows;
    answer.top = request.top;
    return Status::Ok;
}

Status Pages::text(quint32 page, QByteArray &utf8)
{
    if (page >= static_cast<quint32>(m_sizes.size()))
        return Status::NotPossible;
    const QString text = m_document->getAllText(static_cast<int>(page)).text();
    // Three bytes at most for each UTF-16 unit: what is cut off here no page of paper holds.
    utf8 = text.left(maxPayload / 3).toUtf8();
    return Status::Ok;
}

} // namespace uk::renderer
