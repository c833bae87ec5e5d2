// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/cardpicture.h"

#include "ui/theme/icons.h"
#include "ui/theme/sizes.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace uk {
namespace {

constexpr QRectF sceneWithReader(0, 0, 984, 640);
constexpr QRectF sceneOfReader(20, 400, 944, 250); // the card lies on it, nothing stands above
constexpr QRectF sceneOfCard(0, 0, 600, 384);
constexpr double cardRatio = 0.63; // ISO/IEC 7810 ID-1: 85.60 × 53.98 mm

void pen(QPainter &painter, Role role, double width, Qt::PenStyle style = Qt::SolidLine)
{
    painter.setPen(QPen(color(role), width, style, Qt::FlatCap, Qt::MiterJoin));
}

void fill(QPainter &painter, Role role)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(role));
}

void paintCard(QPainter &painter, QPointF corner, double width)
{
    painter.save();
    painter.translate(corner);
    const double w = width, h = width * cardRatio;
    pen(painter, Role::PictureLine, 4);
    painter.setBrush(color(Role::PictureFace));
    painter.drawRoundedRect(QRectF(0, 0, w, h), w * 0.05, w * 0.05);
    fill(painter, Role::PictureAccent);
    painter.drawRoundedRect(QRectF(w * 0.07, h * 0.12, w * 0.42, h * 0.1), 4, 4);
    fill(painter, Role::PictureFaint);
    painter.drawRoundedRect(QRectF(w * 0.07, h * 0.36, w * 0.34, h * 0.07), 3, 3);
    painter.drawRoundedRect(QRectF(w * 0.07, h * 0.52, w * 0.44, h * 0.07), 3, 3);
    painter.drawRoundedRect(QRectF(w * 0.07, h * 0.68, w * 0.3, h * 0.07), 3, 3);
    const QRectF photo(w * 0.66, h * 0.22, w * 0.26, h * 0.56);
    pen(painter, Role::Border, 3);
    painter.setBrush(color(Role::PicturePale));
    painter.drawRoundedRect(photo, 6, 6);
    fill(painter, Role::PictureMuted);
    painter.drawEllipse(QPointF(photo.center().x(), photo.top() + photo.height() * 0.36), w * 0.055, w * 0.055);
    QPainterPath shoulders;
    const double half = w * 0.1, base = photo.bottom() - 2;
    shoulders.moveTo(photo.center().x() - half, base);
    shoulders.arcTo(QRectF(photo.center().x() - half, base - half, 2 * half, 2 * half), 180, -180);
    shoulders.closeSubpath();
    painter.drawPath(shoulders);
    painter.restore();
}

void paintWaves(QPainter &painter)
{
    painter.setPen(QPen(color(Role::ReaderLine), 5, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &box : {QRectF(472, 535, 40, 30), QRectF(448, 518, 88, 44), QRectF(424, 498, 136, 56)}) {
        QPainterPath wave;
        wave.arcMoveTo(box, 20);
        wave.arcTo(box, 20, 140);
        painter.drawPath(wave);
    }
}

void paintReader(QPainter &painter, bool showsWaves)
{
    pen(painter, Role::PictureMuted, 4);
    painter.drawLine(QPointF(40, 638), QPointF(944, 638));
    pen(painter, Role::PictureLine, 3);
    painter.setBrush(color(Role::ReaderFront));
    painter.drawPolygon(QPolygonF({{134, 596}, {850, 596}, {850, 638}, {134, 638}}));
    painter.setBrush(color(Role::ReaderTop));
    painter.drawPolygon(QPolygonF({{236, 446}, {748, 446}, {850, 596}, {134, 596}}));
    QPen dashed(color(Role::ReaderLine), 4);
    dashed.setDashPattern({4, 2.75});
    painter.setPen(dashed);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF({{304, 472}, {680, 472}, {744, 572}, {240, 572}}));
    if (showsWaves)
        paintWaves(painter);
    fill(painter, Role::ReaderLamp);
    painter.drawEllipse(QPointF(810, 617), 8, 8);
}

void paintArrow(QPainter &painter, QPointF from, QPointF to, double width)
{
    pen(painter, Role::Primary, width);
    painter.drawLine(from, to);
    const QPointF along = (to - from) / std::max(1.0, std::hypot(to.x() - from.x(), to.y() - from.y()));
    const QPointF across(-along.y(), along.x());
    const double head = width * 2.8;
    painter.drawPolyline(QPolygonF({to - along * head + across * head, to + along * 2, to - along * head - across * head}));
}

void paintCase(QPainter &painter)
{
    pen(painter, Role::Border, 3);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(24, 74, 196, 130), 12, 12);
    QPen dashed(color(Role::Border), 3);
    dashed.setDashPattern({8 / 3.0, 2});
    painter.setPen(dashed);
    painter.setBrush(color(Role::PictureFace));
    painter.drawRoundedRect(QRectF(46, 94, 152, 90), 8, 8);
    paintArrow(painter, {122, 139}, {256, 139}, 7);
}

/// A card lying in the perspective of the reader's top.
void paintLyingCard(QPainter &painter)
{
    pen(painter, Role::PictureLine, 4);
    painter.setBrush(color(Role::PictureFace));
    painter.drawPolygon(QPolygonF({{310, 476}, {674, 476}, {736, 568}, {248, 568}}));
    fill(painter, Role::PictureAccent);
    painter.drawPolygon(QPolygonF({{334, 490}, {480, 490}, {476, 504}, {326, 504}}));
    fill(painter, Role::PictureFaint);
    painter.drawPolygon(QPolygonF({{316, 520}, {470, 520}, {468, 530}, {310, 530}}));
    painter.drawPolygon(QPolygonF({{304, 544}, {440, 544}, {438, 554}, {298, 554}}));
    fill(painter, Role::PictureMuted);
    painter.drawPolygon(QPolygonF({{560, 494}, {640, 494}, {672, 552}, {566, 552}}));
}

void paintSign(QPainter &painter, Icon icon, Role role)
{
    const QPointF centre(500, 284);
    pen(painter, role, 8);
    painter.setBrush(color(Role::Surface));
    painter.drawEllipse(centre, 84, 84);
    const double side = 96;
    paintIcon(painter, icon, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), color(role), color(Role::Surface));
}

void paintWordBeside(QPainter &painter, const QRectF &box, const QString &text, int alignment)
{
    QFont font = theme::font(1, true);
    font.setPixelSize(28);
    painter.setFont(font);
    painter.setPen(color(Role::TextStrong));
    painter.drawText(box, alignment | Qt::TextWordWrap, text);
}

} // namespace

CardPicture::CardPicture(Scene scene, QWidget *parent) : QWidget(parent), m_scene(scene)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

void CardPicture::setScene(Scene scene)
{
    m_scene = scene;
    describe();
    update();
}

void CardPicture::setHasGround(bool hasGround)
{
    m_hasGround = hasGround;
    update();
}

QSize CardPicture::sizeHint() const
{
    const bool isSmall = m_scene == Scene::CardOnly || m_scene == Scene::Locked || m_scene == Scene::Problem || m_scene == Scene::Done;
    return isSmall ? QSize(360, 222) : QSize(492, 320);
}

QSize CardPicture::minimumSizeHint() const
{
    return m_scene == Scene::LayCard ? QSize(240, 150) : QSize(120, 90);
}

void CardPicture::describe()
{
    switch (m_scene) {
    case Scene::LayCard: setAccessibleName(tr("絵：カードをケースから出し、1枚だけ読み取り機の上に平らに置く")); break;
    case Scene::Reading: setAccessibleName(tr("絵：カードが読み取り機の上にある")); break;
    case Scene::CardOnly: setAccessibleName(tr("絵：カード")); break;
    case Scene::Locked: setAccessibleName(tr("絵：ロックされたカード")); break;
    case Scene::Problem: setAccessibleName(tr("絵：カードと注意の印")); break;
    case Scene::TakeCard: setAccessibleName(tr("絵：カードを読み取り機から取る")); break;
    case Scene::Done: setAccessibleName(tr("絵：カードと完了の印")); break;
    }
}

void CardPicture::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
}

void CardPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hasGround) {
        fill(painter, Role::SurfacePanel);
        painter.drawRoundedRect(rect(), size::panelRadius, size::panelRadius);
    }
    const bool hasReader = m_scene == Scene::LayCard || m_scene == Scene::Reading || m_scene == Scene::TakeCard;
    const QRectF scene = m_scene == Scene::Reading ? sceneOfReader : hasReader ? sceneWithReader : sceneOfCard;
    const double padding = m_hasGround ? 12 : 0;
    const double factor = std::min((width() - 2 * padding) / scene.width(), (height() - 2 * padding) / scene.height());
    painter.translate(width() / 2.0, height() / 2.0);
    painter.scale(factor, factor);
    painter.translate(-scene.center());
    if (hasReader)
        paintReader(painter, m_scene == Scene::LayCard);
    else
        paintCard(painter, {100, 58}, 400);
    switch (m_scene) {
    case Scene::LayCard:
        paintCard(painter, {276, 16}, 432);
        paintCase(painter);
        paintArrow(painter, {492, 312}, {492, 420}, 12);
        paintWordBeside(painter, {0, 214, 250, 80}, tr("ケースから出す"), Qt::AlignHCenter | Qt::AlignTop);
        paintWordBeside(painter, {728, 96, 250, 130}, tr("カード1枚だけを\n平らに置く"), Qt::AlignLeft | Qt::AlignTop);
        break;
    case Scene::Reading: paintLyingCard(painter); break;
    case Scene::TakeCard:
        paintCard(painter, {276, 16}, 432);
        paintArrow(painter, {492, 430}, {492, 316}, 12);
        break;
    case Scene::Locked: paintSign(painter, Icon::Lock, Role::Warning); break;
    case Scene::Problem: paintSign(painter, Icon::Warning, Role::Warning); break;
    case Scene::Done: paintSign(painter, Icon::Check, Role::Success); break;
    case Scene::CardOnly: break;
    }
}

} // namespace uk
