// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/certificate/rendererprotocol.h"

#include <QBuffer>
#include <QImage>
#include <QPdfDocument>

#include <memory>

namespace uk::renderer {

/// The one document of this process, drawn by Qt PDF. Links, scripts and attachments are never looked at: QPdfDocument
/// has no call that would follow them.
class Pages
{
public:
    Pages();

    /// Draws a page of its own once, so that PDFium has listed the fonts before anybody waits.
    void warmUp();
    /// `bytes` must outlive this object.
    [[nodiscard]] Status open(QByteArrayView bytes);
    /// As far as they were good: after PageTooLarge the next page is the one.
    [[nodiscard]] const QList<QSizeF> &sizes() const { return m_sizes; }
    /// Fills width, height and top of the answer and as many pixels in `area`.
    [[nodiscard]] Status render(const Request &request, quint32 *area, Answer &answer);
    [[nodiscard]] Status text(quint32 page, QByteArray &utf8);

private:
    [[nodiscard]] bool draw(int page, double dpi);

    // PDFium forgets its fonts with its last document: the first one stays open.
    QPdfDocument m_warmDocument {nullptr};
    QBuffer m_warmBuffer;
    std::unique_ptr<QPdfDocument> m_document;
    QBuffer m_buffer;
    QList<QSizeF> m_sizes;
    // A page is asked for in bands; it is drawn once.
    QImage m_picture;
    int m_picturePage = -1;
    double m_pictureDpi = 0;
};

} // namespace uk::renderer
