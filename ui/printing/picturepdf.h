// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QSizeF>

#include <memory>

namespace uk {

/// A PDF of one picture a page, written from top to bottom, so that neither a page nor the file ever stands in memory
/// as a whole. It holds nothing but pixels: no text, font, link, title, date or name of a program.
/// Any thread, one at a time.
class PicturePdf
{
public:
    PicturePdf();
    ~PicturePdf();
    PicturePdf(PicturePdf &&) noexcept;
    PicturePdf &operator=(PicturePdf &&) noexcept;

    /// `points`: size of the paper; `pixels`: of the picture that fills it.
    void beginPage(QSizeF points, QSize pixels);
    /// The next rows; format RGB32 and the page's width.
    void addRows(const QImage &band);
    void endPage();
    /// Once, after the last page.
    void finish();
    /// What was written since the last call.
    [[nodiscard]] QByteArray take();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace uk
