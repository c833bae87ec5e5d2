// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/pagepictures.h"

#include "app/certificate/rendererprotocol.h"

#include <algorithm>
#include <cmath>

namespace uk {

namespace {

/// The picture takes the bytes over; nothing is copied.
QImage imageOf(PageBitmap bitmap)
{
    auto *pixels = new QByteArray(std::move(bitmap.pixels));
    return QImage(reinterpret_cast<const uchar *>(pixels->constData()), bitmap.width, bitmap.height, bitmap.width * 4,
        QImage::Format_RGB32, [](void *bytes) { delete static_cast<QByteArray *>(bytes); }, pixels);
}

double allowedDpi(QSizeF points, double dpi)
{
    // A little below the limit, since both sides are rounded to whole pixels.
    const double most = 72 * std::sqrt(0.98 * double(renderer::maxPixels) / (points.width() * points.height()));
    return std::clamp(dpi, renderer::minDpi, std::min(most, renderer::maxDpi));
}

} // namespace

PagePictures::PagePictures(QObject *parent)
    : QObject(parent)
{
}

void PagePictures::setDocument(DocumentRenderer *renderer, const DocumentInfo &info)
{
    clear();
    m_renderer = renderer;
    m_info = info;
}

void PagePictures::clear()
{
    ++m_generation;
    m_renderer = nullptr;
    m_info = {};
    m_wanted.reset();
    m_nextThumbnail = 0;
    m_thumbnailDpi = 0;
    m_isWaiting = false;
}

void PagePictures::want(int page, double scale)
{
    if (page < 0 || page >= m_info.pageSizes.size())
        return;
    m_wanted = {page, allowedDpi(m_info.pageSizes[page], scale * 72)};
    askNext();
}

void PagePictures::wantThumbnails(double scale)
{
    m_thumbnailDpi = scale * 72;
    m_nextThumbnail = 0;
    askNext();
}

void PagePictures::askNext()
{
    if (m_isWaiting || !m_renderer)
        return;
    if (m_wanted)
        return ask(*m_wanted, false);
    if (m_thumbnailDpi > 0 && m_nextThumbnail < m_info.pageSizes.size())
        ask({m_nextThumbnail, allowedDpi(m_info.pageSizes[m_nextThumbnail], m_thumbnailDpi)}, true);
}

void PagePictures::ask(const Wanted &wanted, bool isThumbnail)
{
    m_isWaiting = true;
    m_renderer->renderPage(wanted.page, wanted.dpi, 0, 0,
        [self = QPointer(this), wanted, isThumbnail, generation = m_generation](Result<PageBitmap> bitmap) {
            if (!self || self->m_generation != generation)
                return;
            self->m_isWaiting = false;
            if (!bitmap) {
                Q_EMIT self->failed(bitmap.error());
                return;
            }
            if (isThumbnail) {
                ++self->m_nextThumbnail;
                Q_EMIT self->thumbnailReady(wanted.page, imageOf(std::move(*bitmap)));
            } else {
                if (self->m_wanted == wanted)
                    self->m_wanted.reset();
                Q_EMIT self->pageReady(wanted.page, imageOf(std::move(*bitmap)));
            }
            self->askNext();
        });
}

} // namespace uk
