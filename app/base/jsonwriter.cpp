// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/json.h"

namespace uk {

namespace {

class Writer
{
public:
    explicit Writer(int indent)
        : m_indent(indent)
    {
    }

    [[nodiscard]] QByteArray take() { return std::move(m_out); }

    void value(const JsonValue &json)
    {
        switch (json.type()) {
        case JsonValue::Type::Null:
            m_out += "null";
            return;
        case JsonValue::Type::Boolean:
            m_out += json.toBoolean() ? "true" : "false";
            return;
        case JsonValue::Type::Number:
            m_out += json.numberText();
            return;
        case JsonValue::Type::String:
            string(json.utf8());
            return;
        case JsonValue::Type::Array:
            list('[', ']', json.items(), [this](const JsonValue &item) { value(item); });
            return;
        case JsonValue::Type::Object:
            list('{', '}', json.members(), [this](const JsonMember &member) {
                string(member.name.toUtf8());
                m_out += m_indent > 0 ? ": " : ":";
                value(member.value);
            });
            return;
        }
    }

private:
    template<class List, class WriteEntry>
    void list(char opening, char closing, const List &entries, WriteEntry writeEntry)
    {
        m_out += opening;
        ++m_level;
        bool isFirst = true;
        for (const auto &entry : entries) {
            if (!isFirst)
                m_out += ',';
            isFirst = false;
            lineBreak();
            writeEntry(entry);
        }
        --m_level;
        if (!entries.isEmpty())
            lineBreak();
        m_out += closing;
    }

    void lineBreak()
    {
        if (m_indent > 0)
            m_out += '\n' + QByteArray(m_indent * m_level, ' ');
    }

    void string(const QByteArray &utf8)
    {
        m_out += '"';
        for (const char c : utf8) {
            switch (c) {
            case '"':
                m_out += "\\\"";
                break;
            case '\\':
                m_out += "\\\\";
                break;
            case '\n':
                m_out += "\\n";
                break;
            case '\r':
                m_out += "\\r";
                break;
            case '\t':
                m_out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20)
                    m_out += "\\u00" + QByteArray(1, c).toHex();
                else
                    m_out += c;
            }
        }
        m_out += '"';
    }

    int m_indent;
    int m_level = 0;
    QByteArray m_out;
};

} // namespace

QByteArray writeJson(const JsonValue &value, int indent)
{
    Writer writer(indent);
    writer.value(value);
    return writer.take();
}

} // namespace uk
