// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <source_location>

namespace uk::test {

/// What the fuzzers run and what the replay of their corpora runs. Each takes any bytes, and ends the process where a
/// promise of the card reader is broken.

/// BER-TLV and command APDUs, and the list of what may be sent.
void feedTlv(QByteArrayView input);
/// The file of the authentication certificate, from READ BINARY to the verified chain.
void feedCertificate(QByteArrayView input);
/// The three files of the basic four information.
void feedBasicInfo(QByteArrayView input);
/// All steps on a card whose answers are changed on their way.
void feedCardAnswers(QByteArrayView input);

[[noreturn]] inline void broken(const std::source_location &where)
{
    std::fprintf(stderr, "broken promise: %s:%u\n", where.file_name(), static_cast<unsigned>(where.line()));
    std::abort();
}

inline void require(bool isTrue, const std::source_location &where = std::source_location::current())
{
    if (!isTrue)
        broken(where);
}

inline void requireOneOf(const Error &error, std::initializer_list<ErrorCode> expected,
                         const std::source_location &where = std::source_location::current())
{
    for (ErrorCode code : expected) {
        if (error.code == code)
            return;
    }
    std::fprintf(stderr, "code %s\n", publicCode(error.code).data());
    broken(where);
}

/// Takes the input apart from its front; zeros behind its end.
class Input
{
public:
    explicit Input(QByteArrayView bytes) : m_rest(bytes) {}
    [[nodiscard]] bool isEmpty() const { return m_rest.isEmpty(); }
    quint8 byte()
    {
        if (m_rest.isEmpty())
            return 0;
        const auto first = static_cast<quint8>(m_rest.front());
        m_rest = m_rest.sliced(1);
        return first;
    }
    quint16 word()
    {
        const int high = byte();
        return static_cast<quint16>(high << 8 | byte());
    }
    QByteArray bytes(qsizetype count)
    {
        const QByteArray taken = m_rest.first(std::min(count, m_rest.size())).toByteArray();
        m_rest = m_rest.sliced(taken.size());
        return taken;
    }
    QByteArray rest() { return bytes(m_rest.size()); }

private:
    QByteArrayView m_rest;
};

} // namespace uk::test
