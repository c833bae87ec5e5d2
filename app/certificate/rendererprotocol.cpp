// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/certificate/rendererprotocol.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>

namespace uk::renderer {

namespace {

constexpr quint32 requestMagic = 0x31716b75; // "ukq1"
constexpr quint32 answerMagic = 0x31616b75;  // "uka1"

template<class T>
void put(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

template<class T>
T take(QByteArrayView &bytes)
{
    const T value = qFromLittleEndian<T>(bytes.data());
    bytes = bytes.sliced(sizeof(T));
    return value;
}

double takeDouble(QByteArrayView &bytes)
{
    return std::bit_cast<double>(take<quint64>(bytes));
}

} // namespace

QByteArray encode(const Request &request)
{
    QByteArray bytes;
    bytes.reserve(requestBytes);
    put(bytes, requestMagic);
    put(bytes, request.id);
    put(bytes, static_cast<quint32>(request.verb));
    put(bytes, request.page);
    put(bytes, request.top);
    put(bytes, request.rows);
    put(bytes, std::bit_cast<quint64>(request.dpi));
    put(bytes, request.size);
    return bytes;
}

std::optional<Request> decodeRequest(QByteArrayView bytes)
{
    if (bytes.size() != requestBytes || take<quint32>(bytes) != requestMagic)
        return std::nullopt;
    Request request;
    request.id = take<quint32>(bytes);
    const auto verb = take<quint32>(bytes);
    request.page = take<quint32>(bytes);
    request.top = take<quint32>(bytes);
    request.rows = take<quint32>(bytes);
    request.dpi = takeDouble(bytes);
    request.size = take<quint64>(bytes);
    if (verb < static_cast<quint32>(Verb::Open) || verb > static_cast<quint32>(Verb::Text))
        return std::nullopt;
    request.verb = static_cast<Verb>(verb);
    return request;
}

QByteArray encode(const Answer &answer)
{
    QByteArray bytes;
    bytes.reserve(answerHeaderBytes + answer.payload.size());
    put(bytes, answerMagic);
    put(bytes, answer.id);
    // The status takes the low byte; the rest is the payload's length, which stays below 2^24.
    put(bytes, static_cast<quint32>(answer.status) | static_cast<quint32>(answer.payload.size()) << 8);
    put(bytes, answer.width);
    put(bytes, answer.height);
    put(bytes, answer.top);
    return bytes + answer.payload;
}

void AnswerReader::append(QByteArrayView bytes)
{
    if (!m_isBroken)
        m_buffer.append(bytes);
}

std::optional<Answer> AnswerReader::next()
{
    if (m_isBroken || m_buffer.size() < answerHeaderBytes)
        return std::nullopt;
    QByteArrayView view(m_buffer);
    const auto magic = take<quint32>(view);
    Answer answer;
    answer.id = take<quint32>(view);
    const auto statusAndSize = take<quint32>(view);
    answer.width = take<quint32>(view);
    answer.height = take<quint32>(view);
    answer.top = take<quint32>(view);
    const quint32 status = statusAndSize & 0xff, size = statusAndSize >> 8;
    if (magic != answerMagic || status > static_cast<quint32>(Status::NotPossible) || size > maxPayload) {
        m_isBroken = true;
        m_buffer.clear();
        return std::nullopt;
    }
    if (view.size() < size)
        return std::nullopt;
    answer.status = static_cast<Status>(status);
    answer.payload = view.first(size).toByteArray();
    m_buffer.remove(0, answerHeaderBytes + size);
    return answer;
}

QByteArray encodePageSizes(const QList<QSizeF> &sizes)
{
    QByteArray bytes;
    for (const QSizeF &size : sizes) {
        put(bytes, std::bit_cast<quint64>(static_cast<double>(size.width())));
        put(bytes, std::bit_cast<quint64>(static_cast<double>(size.height())));
    }
    return bytes;
}

std::optional<QList<QSizeF>> decodePageSizes(QByteArrayView payload)
{
    constexpr qsizetype bytesEach = 16;
    if (payload.isEmpty() || payload.size() % bytesEach != 0 || payload.size() / bytesEach > maxPages)
        return std::nullopt;
    QList<QSizeF> sizes;
    while (!payload.isEmpty()) {
        const double width = takeDouble(payload), height = takeDouble(payload);
        if (!isPageSizeAllowed({width, height}))
            return std::nullopt;
        sizes.append({width, height});
    }
    return sizes;
}

bool isPageSizeAllowed(QSizeF points)
{
    const double width = points.width(), height = points.height();
    // Written so that NaN is refused too: no comparison with it holds, and only both sides' own comparisons see it.
    return width >= 1 && height >= 1 && std::min(width, height) <= maxShortSide && std::max(width, height) <= maxLongSide;
}

QSize pagePixels(QSizeF points, double dpi)
{
    const auto pixels = [dpi](double length) { return std::max(1, static_cast<int>(std::lround(length * dpi / 72))); };
    return {pixels(points.width()), pixels(points.height())};
}

} // namespace uk::renderer
