// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QSizeF>

#include <optional>

/// What the kiosk and uketsuke-pdf say to each other over the child's standard input and output. Little endian, fixed
/// headers, bounded payloads. The document goes through a sealed memory file, pixels come back through another one of
/// a fixed size, so that nothing large runs through a pipe; the two arguments of the program are their descriptors. The
/// kiosk takes every answer for hostile.
namespace uk::renderer {

inline constexpr quint32 protocolVersion = 1;
inline constexpr int maxPages = 50;
/// A3 with a small tolerance for rounding in the document, points.
inline constexpr double maxShortSide = 845, maxLongSide = 1194;
/// One page in pixels: A4 at 600 dpi, A3 at 400 dpi.
inline constexpr qint64 maxPixels = 36'000'000;
inline constexpr qint64 pixelAreaBytes = maxPixels * 4;
inline constexpr quint32 maxPayload = 1 << 20;
inline constexpr double minDpi = 4, maxDpi = 1200;

enum class Verb : quint32 { Open = 1, Render = 2, Text = 3 };

struct Request
{
    quint32 id = 0;     ///< from 1
    Verb verb = Verb::Open;
    quint32 page = 0;   ///< from 0
    quint32 top = 0;    ///< first row
    quint32 rows = 0;   ///< 0: to the page's end
    double dpi = 0;
    quint64 size = 0;   ///< Open: bytes of the document
    friend bool operator==(const Request &, const Request &) = default;
};
inline constexpr qsizetype requestBytes = 40;

enum class Status : quint32 { Ok = 0, Damaged, Encrypted, TooManyPages, PageTooLarge, NotPossible };

/// Answer 0 comes unasked when the process is locked down and ready; `width` holds protocolVersion, `height` 1 where
/// fonts of the system cannot be read.
struct Answer
{
    quint32 id = 0;
    Status status = Status::Ok;
    quint32 width = 0, height = 0; ///< pixels of the band in the pixel area; PageTooLarge: width is the page, from 1
    quint32 top = 0;               ///< its first row within the page
    QByteArray payload;            ///< Open: page sizes; Text: UTF-8
    friend bool operator==(const Answer &, const Answer &) = default;
};
inline constexpr qsizetype answerHeaderBytes = 24;

[[nodiscard]] QByteArray encode(const Request &request);
/// Exactly requestBytes bytes; nothing if they are no request.
[[nodiscard]] std::optional<Request> decodeRequest(QByteArrayView bytes);
[[nodiscard]] QByteArray encode(const Answer &answer);

/// Cuts the child's output into answers. Once broken it stays broken.
class AnswerReader
{
public:
    void append(QByteArrayView bytes);
    [[nodiscard]] std::optional<Answer> next();
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    QByteArray m_buffer;
    bool m_isBroken = false;
};

[[nodiscard]] QByteArray encodePageSizes(const QList<QSizeF> &sizes);
/// Nothing unless there are 1 to maxPages sizes and each is one that a page may have.
[[nodiscard]] std::optional<QList<QSizeF>> decodePageSizes(QByteArrayView payload);
[[nodiscard]] bool isPageSizeAllowed(QSizeF points);
/// The one rule from points to pixels.
[[nodiscard]] QSize pagePixels(QSizeF points, double dpi);

} // namespace uk::renderer
