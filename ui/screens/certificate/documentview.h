// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/certificate/document.h"

#include <QPointer>
#include <QWidget>

class QListWidget;
class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;

namespace uk {

class Button;
class Label;
class NoticeBox;
class PageCanvas;
class PagePictures;

/// The viewer: pages with small pictures, page n／m, 50 to 400 %, fit to the width, the page's text for reading aloud
/// (U-K1). Keys: PgUp, PgDn, Ctrl + +, Ctrl + −, Ctrl + 0. The main thread never waits for a picture.
class DocumentView : public QWidget
{
    Q_OBJECT
public:
    explicit DocumentView(QWidget *parent = nullptr);

    /// `renderer` has the document open and may go at any time. `title`: 接種済証.
    void setDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &title);
    void setTraining(bool isTraining);
    /// Nothing of the document remains in the widgets.
    void clear();
    [[nodiscard]] int currentPage() const { return m_page; }
    [[nodiscard]] double zoom() const { return m_zoom; } ///< 1.0: 96 dpi
    [[nodiscard]] bool isSharp() const { return m_isSharp; } ///< the picture on show is of the size on show

    void showPage(int page);
    void setZoom(double zoom);
    void fitWidth();
    /// The whole page where it stays readable, else its width: how a document opens.
    void fitPage();

Q_SIGNALS:
    void rendererFailed(const uk::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Fit { None, Width, Page };
    void fit();
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QWidget *makePages();
    void addKeys();
    void stepZoom(int direction);
    void updatePage();
    void readText();
    void setThumbnail(int page, const QImage &picture);
    [[nodiscard]] QSizeF pageSize() const; ///< logical px at the zoom

    PagePictures *m_pictures;
    Label *m_title, *m_pageText, *m_zoomText;
    Button *m_previous, *m_next, *m_zoomOut, *m_zoomIn, *m_fit, *m_readText;
    NoticeBox *m_fontNotice;
    QListWidget *m_thumbnails;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    PageCanvas *m_canvas;
    QPlainTextEdit *m_text;

    QPointer<DocumentRenderer> m_renderer;
    DocumentInfo m_info;
    int m_page = 0;
    double m_zoom = 1;
    Fit m_fitMode = Fit::Page;
    bool m_isSharp = false;
};

} // namespace uk
