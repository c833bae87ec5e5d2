// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/json.h"

namespace uk {

/// Takes what a JSON text consists of, in the order of the text, without a JsonValue being built; for large answers.
/// Texts are UTF-8 as meant, escapes undone; views live until the call ends. What comes is well nested, and no object
/// names a member twice.
class JsonEvents
{
public:
    virtual void null() = 0;
    virtual void boolean(bool value) = 0;
    virtual void number(QByteArrayView text) = 0; ///< as it stands in the text
    virtual void string(QByteArrayView utf8) = 0;
    virtual void startObject() = 0;
    virtual void member(QByteArrayView name) = 0; ///< its value comes next
    virtual void endObject() = 0;
    virtual void startArray() = 0;
    virtual void endArray() = 0;

protected:
    JsonEvents() = default;
    ~JsonEvents() = default;
    Q_DISABLE_COPY_MOVE(JsonEvents)
};

/// Refuses the same as parseJson, with the same errors; what came before the fault has been told by then.
[[nodiscard]] Result<void> readJson(QByteArrayView json, JsonEvents &events, const JsonLimits &limits = {},
                                    ErrorCode onError = ErrorCode::AnswerUnreadable);

/// The whole number that a JSON number stands for, where it is one that fits; `1.0` and `1e2` are (rules 18).
[[nodiscard]] std::optional<qint64> wholeNumber(QByteArrayView text);

} // namespace uk
