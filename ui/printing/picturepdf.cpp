// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/printing/picturepdf.h"

#include <zlib.h>

#include <array>

namespace uk {

namespace {

constexpr int catalogue = 1, pageTree = 2;

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 3);
}

QByteArray reference(int object)
{
    return QByteArray::number(object) + " 0 R";
}

} // namespace

class PicturePdf::Private
{
public:
    Private()
    {
        // Most of a page is white: the fastest level already takes nearly all of it away.
        deflateInit(&packer, Z_BEST_SPEED);
    }
    ~Private() { deflateEnd(&packer); }
    Q_DISABLE_COPY_MOVE(Private)

    int reserve()
    {
        offsets.append(0);
        return static_cast<int>(offsets.size());
    }
    void write(const QByteArray &bytes)
    {
        out += bytes;
        written += bytes.size();
    }
    void beginObject(int object)
    {
        offsets[object - 1] = written;
        write(QByteArray::number(object) + " 0 obj\n");
    }
    void writeObject(int object, const QByteArray &body)
    {
        beginObject(object);
        write(body + "\nendobj\n");
    }
    void pack(QByteArrayView bytes, int flush);

    QByteArray out;
    qint64 written = 0;
    QList<qint64> offsets; ///< of object 1, 2, …
    QList<int> pages;
    QSizeF points;
    int lengthObject = 0, imageObject = 0;
    qint64 streamStart = 0;
    QByteArray row;
    z_stream packer {};
};

void PicturePdf::Private::pack(QByteArrayView bytes, int flush)
{
    std::array<char, 64 * 1024> chunk;
    packer.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    packer.avail_in = static_cast<uInt>(bytes.size());
    do {
        packer.next_out = reinterpret_cast<Bytef *>(chunk.data());
        packer.avail_out = static_cast<uInt>(chunk.size());
        deflate(&packer, flush);
        write(QByteArray(chunk.data(), static_cast<qsizetype>(chunk.size() - packer.avail_out)));
    } while (packer.avail_out == 0);
}

PicturePdf::PicturePdf()
    : d(std::make_unique<Private>())
{
    d->reserve(); // catalogue
    d->reserve(); // page tree
    d->write("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
}

PicturePdf::~PicturePdf() = default;
PicturePdf::PicturePdf(PicturePdf &&) noexcept = default;
PicturePdf &PicturePdf::operator=(PicturePdf &&) noexcept = default;

void PicturePdf::beginPage(QSizeF points, QSize pixels)
{
    d->points = points;
    d->imageObject = d->reserve();
    d->lengthObject = d->reserve();
    d->beginObject(d->imageObject);
    d->write("<</Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/Width "
        + QByteArray::number(pixels.width()) + "/Height " + QByteArray::number(pixels.height()) + "/Length "
        + reference(d->lengthObject) + ">>\nstream\n");
    d->streamStart = d->written;
    deflateReset(&d->packer);
}

void PicturePdf::addRows(const QImage &band)
{
    d->row.resize(qsizetype(band.width()) * 3);
    for (int y = 0; y < band.height(); ++y) {
        const auto *pixel = reinterpret_cast<const QRgb *>(band.constScanLine(y));
        for (char *target = d->row.data(), *end = target + d->row.size(); target != end; ++pixel) {
            *target++ = static_cast<char>(qRed(*pixel));
            *target++ = static_cast<char>(qGreen(*pixel));
            *target++ = static_cast<char>(qBlue(*pixel));
        }
        d->pack(d->row, Z_NO_FLUSH);
    }
}

void PicturePdf::endPage()
{
    d->pack({}, Z_FINISH);
    const qint64 length = d->written - d->streamStart;
    d->write("\nendstream\nendobj\n");
    d->writeObject(d->lengthObject, QByteArray::number(length));
    const int contents = d->reserve(), page = d->reserve();
    const QByteArray draw = number(d->points.width()) + " 0 0 " + number(d->points.height()) + " 0 0 cm /P Do";
    d->writeObject(contents, "<</Length " + QByteArray::number(draw.size()) + ">>\nstream\n" + draw + "\nendstream");
    d->writeObject(page, "<</Type/Page/Parent " + reference(pageTree) + "/MediaBox[0 0 " + number(d->points.width()) + " "
            + number(d->points.height()) + "]/Contents " + reference(contents) + "/Resources<</XObject<</P "
            + reference(d->imageObject) + ">>>>>>");
    d->pages.append(page);
}

void PicturePdf::finish()
{
    QByteArray kids;
    for (const int page : std::as_const(d->pages))
        kids += reference(page) + ' ';
    d->writeObject(catalogue, "<</Type/Catalog/Pages " + reference(pageTree) + ">>");
    d->writeObject(pageTree, "<</Type/Pages/Count " + QByteArray::number(d->pages.size()) + "/Kids[" + kids + "]>>");
    const qint64 table = d->written;
    const QByteArray size = QByteArray::number(d->offsets.size() + 1);
    d->write("xref\n0 " + size + "\n0000000000 65535 f \n");
    for (const qint64 offset : std::as_const(d->offsets))
        d->write(QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n");
    d->write("trailer\n<</Size " + size + "/Root " + reference(catalogue) + ">>\nstartxref\n" + QByteArray::number(table)
        + "\n%%EOF\n");
}

QByteArray PicturePdf::take()
{
    return std::exchange(d->out, {});
}

} // namespace uk
