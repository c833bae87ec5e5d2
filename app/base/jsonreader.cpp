// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/jsonevents.h"

#include <QSet>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

/// The member names of all objects that are still open, to find one that comes twice.
class OpenNames
{
public:
    void open() { m_objects.push_back({m_names.size(), m_bytes.size(), {}}); }

    void close()
    {
        const Object &object = m_objects.back();
        m_names.resize(object.firstName);
        m_bytes.resize(object.firstByte);
        m_objects.pop_back();
    }

    /// False: the object has it already.
    [[nodiscard]] bool add(QByteArrayView name)
    {
        Object &object = m_objects.back();
        if (m_names.size() - object.firstName >= scanUpTo)
            return addToMany(object, name);
        const quint64 digest = digestOf(name);
        for (auto known = m_names.cbegin() + object.firstName; known != m_names.cend(); ++known) {
            if (known->digest == digest && view(*known) == name)
                return false;
        }
        const std::size_t firstByte = m_bytes.size();
        m_names.push_back({digest, firstByte, name.size()});
        m_bytes.insert(m_bytes.end(), name.begin(), name.end());
        return true;
    }

private:
    // Objects of the contract have a dozen members: a scan is quicker than a set. Hostile ones get the set.
    static constexpr std::size_t scanUpTo = 24;

    struct Name
    {
        quint64 digest;
        std::size_t firstByte;
        qsizetype size;
    };
    struct Object
    {
        std::size_t firstName;
        std::size_t firstByte;
        QSet<QByteArray> many;
    };

    [[nodiscard]] QByteArrayView view(const Name &name) const
    {
        return {m_bytes.data() + name.firstByte, name.size};
    }

    [[nodiscard]] bool addToMany(Object &object, QByteArrayView name)
    {
        if (object.many.isEmpty()) {
            for (auto known = m_names.cbegin() + object.firstName; known != m_names.cend(); ++known)
                object.many.insert(view(*known).toByteArray());
        }
        const qsizetype before = object.many.size();
        object.many.insert(name.toByteArray());
        return object.many.size() > before;
    }

    /// Tells most names apart without looking at all of them.
    [[nodiscard]] static quint64 digestOf(QByteArrayView name)
    {
        const auto taken = static_cast<std::size_t>(std::min<qsizetype>(name.size(), 8));
        quint64 head = 0;
        quint64 tail = 0;
        std::memcpy(&head, name.data(), taken);
        std::memcpy(&tail, name.data() + name.size() - taken, taken);
        return head ^ std::rotl(tail, 29) ^ static_cast<quint64>(name.size());
    }

    std::vector<Object> m_objects;
    std::vector<Name> m_names;
    std::vector<char> m_bytes;
};

/// The parser lets an escaped low surrogate stand alone and writes it as three bytes ED A0..BF xx, which is not UTF-8.
bool hasLoneSurrogate(QByteArrayView utf8)
{
    const std::string_view text(utf8.data(), static_cast<std::size_t>(utf8.size()));
    for (std::size_t at = text.find('\xED'); at != std::string_view::npos; at = text.find('\xED', at + 1)) {
        if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0)
            return true;
    }
    return false;
}

bool isFiniteNumber(QByteArrayView text)
{
    constexpr qsizetype surelyFinite = 300; // digits; a double holds 308
    const bool hasExponent = std::ranges::any_of(text, [](char c) { return c == 'e' || c == 'E'; });
    if (!hasExponent && text.size() <= surelyFinite)
        return true;
    bool isFinite = false;
    static_cast<void>(text.toByteArray().toDouble(&isFinite));
    return isFinite;
}

/// Takes the parser's events, checks what the parser does not, and passes them on; false ends the parsing, reason()
/// says why.
class CheckedEvents
{
public:
    CheckedEvents(JsonEvents &events, int maxDepth)
        : m_events(events)
        , m_maxDepth(maxDepth)
    {
    }

    [[nodiscard]] QLatin1StringView reason() const { return m_reason; }

    bool Null()
    {
        m_events.null();
        return true;
    }
    bool Bool(bool value)
    {
        m_events.boolean(value);
        return true;
    }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        const QByteArrayView number(text, static_cast<qsizetype>(length));
        if (!isFiniteNumber(number))
            return refuse("number out of range"_L1);
        m_events.number(number);
        return true;
    }
    // Numbers come as text only; the parser's interface wants these all the same.
    bool Int(int) { return refuse("number"_L1); }
    bool Uint(unsigned) { return refuse("number"_L1); }
    bool Int64(int64_t) { return refuse("number"_L1); }
    bool Uint64(uint64_t) { return refuse("number"_L1); }
    bool Double(double) { return refuse("number"_L1); }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        const QByteArrayView utf8(text, static_cast<qsizetype>(length));
        if (hasLoneSurrogate(utf8))
            return refuse("lone surrogate"_L1);
        m_events.string(utf8);
        return true;
    }
    bool StartObject()
    {
        if (!open())
            return false;
        m_names.open();
        m_events.startObject();
        return true;
    }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        const QByteArrayView name(text, static_cast<qsizetype>(length));
        if (hasLoneSurrogate(name))
            return refuse("lone surrogate"_L1);
        if (!m_names.add(name))
            return refuse("duplicate member"_L1);
        m_events.member(name);
        return true;
    }
    bool EndObject(rapidjson::SizeType)
    {
        --m_depth;
        m_names.close();
        m_events.endObject();
        return true;
    }
    bool StartArray()
    {
        if (!open())
            return false;
        m_events.startArray();
        return true;
    }
    bool EndArray(rapidjson::SizeType)
    {
        --m_depth;
        m_events.endArray();
        return true;
    }

private:
    bool refuse(QLatin1StringView reason)
    {
        m_reason = reason;
        return false;
    }
    bool open() { return m_depth++ < m_maxDepth || refuse("nested too deeply"_L1); }

    JsonEvents &m_events;
    int m_maxDepth;
    int m_depth = 0;
    OpenNames m_names;
    QLatin1StringView m_reason;
};

/// An array or object that is still open.
struct Frame
{
    bool isObject = false;
    QList<JsonValue> items;
    QList<JsonMember> members;
    QString name;
};

class ValueBuilder final : public JsonEvents
{
public:
    [[nodiscard]] JsonValue takeRoot() { return std::move(m_root); }

    void null() override { add({}); }
    void boolean(bool value) override { add(JsonValue::boolean(value)); }
    void number(QByteArrayView text) override { add(JsonValue::numberFromText(text.toByteArray())); }
    void string(QByteArrayView utf8) override { add(JsonValue::stringFromUtf8(utf8.toByteArray())); }
    void startObject() override { m_open.push_back({true, {}, {}, {}}); }
    void member(QByteArrayView name) override { m_open.back().name = unicodeText(name); }
    void endObject() override { add(JsonValue::object(closed().members)); }
    void startArray() override { m_open.push_back({false, {}, {}, {}}); }
    void endArray() override { add(JsonValue::array(closed().items)); }

private:
    Frame closed()
    {
        Frame frame = std::move(m_open.back());
        m_open.pop_back();
        return frame;
    }
    void add(JsonValue value)
    {
        if (m_open.empty())
            m_root = std::move(value);
        else if (Frame &frame = m_open.back(); frame.isObject)
            frame.members.append({std::move(frame.name), std::move(value)});
        else
            frame.items.append(std::move(value));
    }

    std::vector<Frame> m_open;
    JsonValue m_root;
};

QString place(QLatin1StringView reason, qsizetype offset)
{
    return "JSON: %1 at byte %2"_L1.arg(reason, QString::number(offset));
}

} // namespace

Result<void> readJson(QByteArrayView json, JsonEvents &events, const JsonLimits &limits, ErrorCode onError)
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
    CheckedEvents checked(events, limits.maxDepth);
    constexpr unsigned flags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, checked);
    if (!checked.reason().isEmpty())
        return failure(onError, place(checked.reason(), skipped + static_cast<qsizetype>(stream.Tell())));
    if (result.IsError()) {
        return failure(onError, place(QLatin1StringView(rapidjson::GetParseError_En(result.Code())),
                                      skipped + static_cast<qsizetype>(result.Offset())));
    }
    // The parser takes a zero byte for the end of the text.
    if (static_cast<qsizetype>(stream.Tell()) != json.size())
        return failure(onError, place("more after the value"_L1, skipped + static_cast<qsizetype>(stream.Tell())));
    return {};
}

Result<JsonValue> parseJson(QByteArrayView json, const JsonLimits &limits, ErrorCode onError)
{
    ValueBuilder builder;
    UK_CHECK(readJson(json, builder, limits, onError));
    return builder.takeRoot();
}

} // namespace uk
