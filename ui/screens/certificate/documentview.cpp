// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/documentview.h"

#include "ui/screens/certificate/pagecanvas.h"
#include "ui/screens/certificate/pagepictures.h"
#include "ui/screens/certificate/thumbnaildelegate.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr double smallestZoom = 0.5, largestZoom = 4;
constexpr double smallestReadable = 0.75; ///< below it the letters of a certificate are too small
constexpr double thumbnailScale = 0.2;    ///< pixels for a point: about 120 for the width of A4
constexpr std::array zoomSteps {0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0};
constexpr double pixelsPerPoint = 96.0 / 72;
constexpr int thumbnailList = 136, deskMargin = 16;

Button *makeButton(const QString &text, const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *button = new Button(Button::Kind::Quiet, text, Button::For::Staff, parent);
    button->setObjectName(name);
    if (!accessibleName.isEmpty())
        button->setAccessibleName(accessibleName);
    button->setShowsKey(false);
    return button;
}

} // namespace

DocumentView::DocumentView(QWidget *parent)
    : QWidget(parent)
    , m_pictures(new PagePictures(this))
{
    m_fontNotice = new NoticeBox(NoticeBox::Level::Warning, tr("この端末では、一部の文字が表示されないことがあります"),
        tr("書類に埋め込まれていない文字は描けません。文字が欠けているときは印刷せず、IT担当者に知らせてください。"), NoticeBox::For::Staff, this);
    m_fontNotice->setObjectName(u"certificate.fontNotice"_s);
    m_fontNotice->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_fontNotice);
    column->addWidget(makePages(), 1);
    addKeys();
    connect(m_pictures, &PagePictures::pageReady, this, [this](int page, const QImage &picture) {
        m_canvas->setPicture(page, picture);
        m_isSharp = page == m_page;
    });
    connect(m_pictures, &PagePictures::thumbnailReady, this, &DocumentView::setThumbnail);
    connect(m_pictures, &PagePictures::failed, this, &DocumentView::rendererFailed);
}

QWidget *DocumentView::makeBar()
{
    auto *bar = new QWidget(this);
    m_title = new Label({}, size::text::heading, true, Role::TextStrong, bar);
    m_title->setObjectName(u"certificate.title"_s);
    m_previous = makeButton({}, u"certificate.previous"_s, tr("前のページ"), bar);
    m_previous->setButtonIcon(Icon::ChevronLeft);
    m_next = makeButton({}, u"certificate.next"_s, tr("次のページ"), bar);
    m_next->setButtonIcon(Icon::ChevronRight);
    m_pageText = new Label({}, size::text::body, false, Role::Text, bar);
    m_pageText->setObjectName(u"certificate.page"_s);
    m_zoomOut = makeButton({}, u"certificate.zoomOut"_s, tr("縮小"), bar);
    m_zoomOut->setButtonIcon(Icon::Minus);
    m_zoomText = new Label({}, size::text::body, false, Role::Text, bar);
    m_zoomText->setObjectName(u"certificate.zoom"_s);
    m_zoomText->setAlignment(Qt::AlignCenter);
    m_zoomText->setMinimumWidth(56);
    m_zoomIn = makeButton({}, u"certificate.zoomIn"_s, tr("拡大"), bar);
    m_zoomIn->setButtonIcon(Icon::Plus);
    m_fit = makeButton(tr("幅に合わせる"), u"certificate.fitWidth"_s, {}, bar);
    m_readText = new Button(Button::Kind::Choice, tr("文字で読む"), Button::For::Staff, bar);
    m_readText->setObjectName(u"certificate.readText"_s);

    // Two groups that go on below where the window is narrow or the text large.
    auto *pages = new QWidget(bar), *zoom = new QWidget(bar);
    auto *left = new FlowLayout(pages), *right = new FlowLayout(zoom);
    right->setAlignedRight(true);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_title, m_previous, m_pageText, m_next}) {
        widget->setMinimumHeight(size::staffTarget);
        left->addWidget(widget);
    }
    for (QWidget *widget : std::initializer_list<QWidget *> {m_zoomOut, m_zoomText, m_zoomIn, m_fit, m_readText}) {
        widget->setMinimumHeight(size::staffTarget);
        right->addWidget(widget);
    }
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(size::staffMargin, 6, size::staffMargin, 6);
    row->setSpacing(8);
    row->addWidget(pages, 5); // shares in which both fit into one line from 1280 px on
    row->addWidget(zoom, 7);

    connect(m_previous, &QPushButton::clicked, this, [this] { showPage(m_page - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { showPage(m_page + 1); });
    connect(m_zoomOut, &QPushButton::clicked, this, [this] { stepZoom(-1); });
    connect(m_zoomIn, &QPushButton::clicked, this, [this] { stepZoom(1); });
    connect(m_fit, &QPushButton::clicked, this, &DocumentView::fitWidth);
    connect(m_readText, &QPushButton::toggled, this, [this](bool isText) {
        m_stack->setCurrentWidget(isText ? static_cast<QWidget *>(m_text) : m_scroll);
        if (isText)
            readText();
    });
    return bar;
}

QWidget *DocumentView::makePages()
{
    auto *pages = new QWidget(this);
    m_thumbnails = new QListWidget(pages);
    m_thumbnails->setObjectName(u"certificate.pages"_s);
    m_thumbnails->setAccessibleName(tr("ページの一覧"));
    m_thumbnails->setItemDelegate(new ThumbnailDelegate(m_thumbnails));
    m_thumbnails->setVerticalScrollMode(QListView::ScrollPerPixel);
    // The desk goes on behind the small pages.
    m_thumbnails->setStyleSheet(u"background: %1"_s.arg(color(Role::PictureFaint).name()));
    m_thumbnails->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_thumbnails->setFixedWidth(thumbnailList);
    m_canvas = new PageCanvas;
    m_canvas->setObjectName(u"certificate.canvas"_s);
    m_scroll = new QScrollArea(pages);
    m_scroll->setObjectName(u"certificate.scroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_canvas);
    m_scroll->installEventFilter(this);
    m_text = new QPlainTextEdit(pages);
    m_text->setObjectName(u"certificate.text"_s);
    m_text->setAccessibleName(tr("書類の文字"));
    m_text->setReadOnly(true);
    // Nothing of a document goes to the clipboard by way of a menu or a key.
    m_text->setContextMenuPolicy(Qt::NoContextMenu);
    m_text->setTextInteractionFlags(Qt::NoTextInteraction);
    m_text->setFocusPolicy(Qt::StrongFocus);
    m_stack = new QStackedWidget(pages);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_text);
    auto *row = new QHBoxLayout(pages);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_thumbnails);
    row->addWidget(m_stack, 1);
    connect(m_thumbnails, &QListWidget::currentRowChanged, this, &DocumentView::showPage);
    return pages;
}

void DocumentView::addKeys()
{
    const auto add = [this](const QKeySequence &key, auto act) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(Qt::Key_PageUp, [this] { showPage(m_page - 1); });
    add(Qt::Key_PageDown, [this] { showPage(m_page + 1); });
    add(Qt::CTRL | Qt::Key_Minus, [this] { stepZoom(-1); });
    add(Qt::CTRL | Qt::Key_Plus, [this] { stepZoom(1); });
    // The plus of a Japanese keyboard without Shift, and of one with a separate block.
    add(Qt::CTRL | Qt::Key_Semicolon, [this] { stepZoom(1); });
    add(Qt::CTRL | Qt::Key_0, [this] { fitPage(); });
}

void DocumentView::setDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &title)
{
    clear();
    m_renderer = renderer;
    m_info = info;
    m_title->setText(title);
    m_fontNotice->setVisible(info.areFontsRestricted);
    m_pictures->setDocument(renderer, info);
    for (int page = 0; page < info.pageSizes.size(); ++page) {
        const QSignalBlocker blocker(m_thumbnails);
        auto *item = new QListWidgetItem(QString::number(page + 1), m_thumbnails);
        item->setData(ThumbnailDelegate::paperRole, info.pageSizes[page]);
        item->setData(Qt::AccessibleTextRole, tr("%1ページ目").arg(page + 1));
    }
    showPage(0);
    fitPage();
    m_pictures->wantThumbnails(devicePixelRatioF() * thumbnailScale);
}

void DocumentView::setTraining(bool isTraining)
{
    m_canvas->setTraining(isTraining);
}

void DocumentView::clear()
{
    const QSignalBlocker blocker(m_thumbnails);
    m_thumbnails->clear();
    m_pictures->clear();
    m_canvas->clear();
    m_text->clear();
    m_readText->setChecked(false);
    m_title->clear();
    m_pageText->clear();
    m_zoomText->clear();
    m_fontNotice->hide();
    m_renderer = nullptr;
    m_info = {};
    m_page = 0;
    m_isSharp = false;
}

void DocumentView::showPage(int page)
{
    if (page < 0 || page >= m_info.pageSizes.size())
        return;
    m_page = page;
    const QSignalBlocker blocker(m_thumbnails);
    m_thumbnails->setCurrentRow(page);
    m_scroll->verticalScrollBar()->setValue(0);
    if (m_fitMode == Fit::None)
        updatePage();
    else
        fit();
    if (m_readText->isChecked())
        readText();
}

void DocumentView::setZoom(double zoom)
{
    m_fitMode = Fit::None;
    m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
    updatePage();
}

void DocumentView::fitWidth()
{
    m_fitMode = Fit::Width;
    fit();
}

void DocumentView::fitPage()
{
    m_fitMode = Fit::Page;
    fit();
}

void DocumentView::fit()
{
    if (m_page >= m_info.pageSizes.size() || m_fitMode == Fit::None)
        return;
    const QSizeF paper = m_info.pageSizes[m_page] * pixelsPerPoint;
    // With room for the scroll bar even while there is none: a bar that comes and goes would change the size for ever.
    const double roomAcross = m_scroll->width() - m_scroll->verticalScrollBar()->sizeHint().width() - 2.0 * deskMargin;
    const double roomDown = m_scroll->height() - 2.0 * deskMargin;
    double zoom = roomAcross / paper.width();
    if (const double whole = roomDown / paper.height(); m_fitMode == Fit::Page && whole >= smallestReadable)
        zoom = std::min(zoom, whole);
    m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
    updatePage();
}

void DocumentView::stepZoom(int direction)
{
    // The next step in that direction, also from between two of them.
    constexpr double close = 0.005;
    if (direction > 0) {
        const auto *step = std::upper_bound(zoomSteps.begin(), zoomSteps.end(), m_zoom + close);
        setZoom(step == zoomSteps.end() ? largestZoom : *step);
    } else {
        const auto *step = std::lower_bound(zoomSteps.begin(), zoomSteps.end(), m_zoom - close);
        setZoom(step == zoomSteps.begin() ? smallestZoom : *std::prev(step));
    }
}

QSizeF DocumentView::pageSize() const
{
    return m_info.pageSizes[m_page] * (pixelsPerPoint * m_zoom);
}

void DocumentView::updatePage()
{
    if (m_page >= m_info.pageSizes.size())
        return;
    const int count = static_cast<int>(m_info.pageSizes.size());
    m_pageText->setText(tr("%1／%2ページ").arg(m_page + 1).arg(count));
    m_zoomText->setText(tr("%1%").arg(qRound(m_zoom * 100)));
    m_previous->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < count);
    m_zoomOut->setEnabled(m_zoom > smallestZoom);
    m_zoomIn->setEnabled(m_zoom < largestZoom);
    m_isSharp = false;
    m_canvas->setPage(m_page, pageSize());
    m_pictures->want(m_page, pixelsPerPoint * m_zoom * devicePixelRatioF());
}

void DocumentView::readText()
{
    if (!m_renderer)
        return;
    m_text->setPlainText(tr("文字を読んでいます…"));
    m_renderer->pageText(m_page, [self = QPointer(this), page = m_page, document = m_renderer](Result<QString> text) {
        if (!self || self->m_renderer != document || self->m_page != page)
            return;
        if (!text) {
            self->m_text->clear();
            Q_EMIT self->rendererFailed(text.error());
            return;
        }
        self->m_text->setPlainText(text->trimmed().isEmpty() ? tr("このページには読み取れる文字がありません。") : *text);
    });
}

void DocumentView::setThumbnail(int page, const QImage &picture)
{
    if (QListWidgetItem *item = m_thumbnails->item(page))
        item->setData(Qt::DecorationRole, picture);
}

bool DocumentView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll && event->type() == QEvent::Resize)
        fit();
    return QWidget::eventFilter(watched, event);
}

} // namespace uk
