// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/json.h"

#include <QSet>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

// Objects of the contract have a dozen members: a scan is quicker than a set. Hostile ones get the set.
constexpr int scanUpTo = 24;

/// An array or object that is still open.
struct Frame
{
    bool isObject = false;
    QList<JsonValue> items;
    QList<JsonMember> members;
    QString key;
    QSet<QString> names;

    [[nodiscard]] bool hasMember(const QString &name)
    {
        if (members.size() < scanUpTo)
            return std::ranges::any_of(members, [&](const JsonMember &member) { return member.name == name; });
        if (names.isEmpty()) {
            for (const JsonMember &member : std::as_const(members))
                names.insert(member.name);
        }
        return names.contains(name);
    }
};

/// The parser lets an escaped low surrogate stand alone and writes it as three bytes ED A0..BF xx, which is not UTF-8.
bool hasLoneSurrogate(std::string_view utf8)
{
    for (std::size_t at = utf8.find('\xED'); at != std::string_view::npos; at = utf8.find('\xED', at + 1)) {
        if (at + 1 < utf8.size() && static_cast<unsigned char>(utf8[at + 1]) >= 0xA0)
            return true;
    }
    return false;
}

/// Takes the parser's events and builds the value; false ends the parsing, reason() says why.
class Builder
{
public:
    explicit Builder(int maxDepth)
        : m_maxDepth(maxDepth)
    {
    }

    [[nodiscard]] JsonValue takeRoot() { return std::move(m_root); }
    [[nodiscard]] QLatin1StringView reason() const { return m_reason; }

    bool Null() { return add({}); }
    bool Bool(bool value) { return add(JsonValue::boolean(value)); }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        QByteArray number(text, static_cast<qsizetype>(length));
        bool isFinite = false;
        static_cast<void>(number.toDouble(&isFinite));
        if (!isFinite)
            return refuse("number out of range"_L1);
        return add(JsonValue::numberFromText(std::move(number)));
    }
    // Numbers come as text only; the parser's interface wants these all the same.
    bool Int(int) { return refuse("number"_L1); }
    bool Uint(unsigned) { return refuse("number"_L1); }
    bool Int64(int64_t) { return refuse("number"_L1); }
    bool Uint64(uint64_t) { return refuse("number"_L1); }
    bool Double(double) { return refuse("number"_L1); }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        if (hasLoneSurrogate({text, length}))
            return refuse("lone surrogate"_L1);
        return add(JsonValue::stringFromUtf8(QByteArray(text, static_cast<qsizetype>(length))));
    }
    bool StartObject() { return open(true); }
    bool StartArray() { return open(false); }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (hasLoneSurrogate({text, length}))
            return refuse("lone surrogate"_L1);
        Frame &frame = m_open.back();
        frame.key = QString::fromUtf8(text, static_cast<qsizetype>(length));
        if (frame.hasMember(frame.key))
            return refuse("duplicate member"_L1);
        if (!frame.names.isEmpty())
            frame.names.insert(frame.key);
        return true;
    }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

private:
    bool refuse(QLatin1StringView reason)
    {
        m_reason = reason;
        return false;
    }
    bool open(bool isObject)
    {
        if (static_cast<int>(m_open.size()) >= m_maxDepth)
            return refuse("nested too deeply"_L1);
        m_open.push_back({isObject, {}, {}, {}, {}});
        return true;
    }
    bool close()
    {
        Frame frame = std::move(m_open.back());
        m_open.pop_back();
        return add(frame.isObject ? JsonValue::object(std::move(frame.members))
                                  : JsonValue::array(std::move(frame.items)));
    }
    bool add(JsonValue value)
    {
        if (m_open.empty())
            m_root = std::move(value);
        else if (Frame &frame = m_open.back(); frame.isObject)
            frame.members.append({std::move(frame.key), std::move(value)});
        else
            frame.items.append(std::move(value));
        return true;
    }

    int m_maxDepth;
    std::vector<Frame> m_open;
    JsonValue m_root;
    QLatin1StringView m_reason;
};

QString place(QLatin1StringView reason, qsizetype offset)
{
    return "JSON: %1 at byte %2"_L1.arg(reason, QString::number(offset));
}

} // namespace

Result<JsonValue> parseJson(QByteArrayView json, const JsonLimits &limits, ErrorCode onError)
{
    if (json.size() > limits.maxBytes)
        return failure(onError, "JSON: longer than %1 bytes"_L1.arg(QString::number(limits.maxBytes)));
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    const qsizetype skipped = json.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
    json = json.sliced(skipped);
    if (json.isEmpty())
        return failure(onError, place("empty"_L1, skipped));

    rapidjson::MemoryStream stream(json.data(), static_cast<std::size_t>(json.size()));
    rapidjson::Reader reader;
    Builder builder(limits.maxDepth);
    constexpr unsigned flags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
    if (!builder.reason().isEmpty())
        return failure(onError, place(builder.reason(), skipped + static_cast<qsizetype>(stream.Tell())));
    if (result.IsError()) {
        return failure(onError, place(QLatin1StringView(rapidjson::GetParseError_En(result.Code())),
                                      skipped + static_cast<qsizetype>(result.Offset())));
    }
    // The parser takes a zero byte for the end of the text.
    if (static_cast<qsizetype>(stream.Tell()) != json.size())
        return failure(onError, place("more after the value"_L1, skipped + static_cast<qsizetype>(stream.Tell())));
    return builder.takeRoot();
}

} // namespace uk
