// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/readerport.h"

#include <QList>

#include <functional>

namespace uk::test {

/// A connection whose answers the test gives, one by one or by a function, and which keeps what was sent.
class ScriptedCard : public CardConnection
{
public:
    using Answer = Result<QByteArray>;

    Result<QByteArray> transmit(QByteArrayView commandApdu) override
    {
        sent.append(commandApdu.toByteArray());
        if (answer)
            return answer(commandApdu);
        if (script.isEmpty())
            return failure(ErrorCode::ReaderFailed, QStringLiteral("nothing more in the script"));
        return script.takeFirst();
    }
    Result<void> beginTransaction() override
    {
        ++begun;
        return {};
    }
    void endTransaction() override { ++ended; }
    Result<void> reconnect() override
    {
        ++reconnected;
        isReset = false;
        return {};
    }
    bool wasReset() const override { return isReset; }
    std::optional<bool> hasExtendedLength() const override { return extended; }
    void disconnect(CardDisposition how) override { disposition = how; }

    void say(const char *hex) { script.append(QByteArray::fromHex(hex)); }
    void say(const QByteArray &data, const char *statusWord) { script.append(data + QByteArray::fromHex(statusWord)); }

    QList<Answer> script;
    std::function<Answer(QByteArrayView)> answer;
    QList<QByteArray> sent;
    std::optional<bool> extended;
    std::optional<CardDisposition> disposition;
    bool isReset = false;
    int begun = 0, ended = 0, reconnected = 0;
};

} // namespace uk::test
