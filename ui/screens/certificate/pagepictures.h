// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/certificate/document.h"

#include <QImage>
#include <QObject>
#include <QPointer>

#include <optional>

namespace uk {

/// Pictures of pages for the screen, asked of the renderer one at a time: the page on show first and always as it is
/// wanted last (a zoom that was passed over is never drawn), then the small ones from the first page on. Main thread.
class PagePictures : public QObject
{
    Q_OBJECT
public:
    explicit PagePictures(QObject *parent = nullptr);

    /// `renderer` has the document open and may go at any time.
    void setDocument(DocumentRenderer *renderer, const DocumentInfo &info);
    void clear();
    /// `scale`: physical pixels for a point. Cut down where the page would have more pixels than the renderer draws.
    void want(int page, double scale);
    void wantThumbnails(double scale);

Q_SIGNALS:
    void pageReady(int page, const QImage &picture);
    void thumbnailReady(int page, const QImage &picture);
    void failed(const uk::Error &error);

private:
    struct Wanted
    {
        int page = 0;
        double dpi = 0;
        friend bool operator==(const Wanted &, const Wanted &) = default;
    };
    void askNext();
    void ask(const Wanted &wanted, bool isThumbnail);

    QPointer<DocumentRenderer> m_renderer;
    DocumentInfo m_info;
    std::optional<Wanted> m_wanted;
    int m_nextThumbnail = 0;
    double m_thumbnailDpi = 0;
    bool m_isWaiting = false;
    quint64 m_generation = 0; ///< answers for an earlier document are dropped
};

} // namespace uk
