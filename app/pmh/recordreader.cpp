// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/recordreader.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

QLatin1StringView expectation(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Text:
    case FieldKind::ProcessName:
        return "a text"_L1;
    case FieldKind::Date:
        return "an existing day"_L1;
    case FieldKind::YearMonth:
        return "a month"_L1;
    case FieldKind::Boolean:
        return "a boolean"_L1;
    case FieldKind::Integer:
        return "a whole number in range"_L1;
    case FieldKind::Number:
        return "a number"_L1;
    case FieldKind::Object:
        return "an object"_L1;
    case FieldKind::Objects:
        return "an array of objects"_L1;
    case FieldKind::Texts:
        return "an array of texts"_L1;
    case FieldKind::Result:
        return "a text or an array of texts"_L1;
    }
    Q_UNREACHABLE();
}

/// Leaves in a broken record what its table says.
void keepOnlyKept(const ContractObject &object, void *record)
{
    for (const ContractField &field : object.fields) {
        if (field.isKept)
            continue;
        if (field.access.reset)
            field.access.reset(record);
        else if (field.kind == FieldKind::Object)
            keepOnlyKept(*field.object, record);
    }
}

} // namespace

RecordReader::RecordReader(const Renaming &renaming, ObjectNames &names, void *record)
    : m_renaming(renaming)
    , m_root(names)
    , m_record(record)
{
}

void RecordReader::null()
{
    scalar({JsonValue::Type::Null});
}

void RecordReader::boolean(bool value)
{
    scalar({JsonValue::Type::Boolean, {}, value});
}

void RecordReader::number(QByteArrayView text)
{
    scalar({JsonValue::Type::Number, text});
}

void RecordReader::string(QByteArrayView utf8)
{
    scalar({JsonValue::Type::String, utf8});
}

void RecordReader::scalar(const WireScalar &value)
{
    if (m_skipped > 0)
        return;
    if (m_levels.empty())
        return failType(value.type, "an object"_L1);
    Level &level = m_levels.back();
    switch (level.shape) {
    case Level::Object:
        return takeValue(level, value);
    case Level::Texts:
        ++level.index;
        if (value.type == JsonValue::Type::String)
            return level.member->field->access.takeText(level.record, unicodeText(value.text));
        return failType(value.type, "a text"_L1);
    case Level::Records:
        // An entry that says nothing but that it is broken.
        openEntry(level);
        failType(value.type, "an object"_L1);
        m_levels.back().seen = ~quint64{0};
        return closeObject();
    }
}

void RecordReader::takeValue(Level &level, const WireScalar &value)
{
    // null is absence wherever a member is not required, and where it is, missing says it (rules 12).
    if (!level.member || value.type == JsonValue::Type::Null)
        return;
    markSeen(level);
    if (!take(*level.member, level.record, value))
        failType(value.type, expectation(level.member->field->kind));
}

bool RecordReader::take(const ObjectNames::Member &member, void *record, const WireScalar &value) const
{
    const ContractField &field = *member.field;
    const bool isRenamed = value.type == JsonValue::Type::String
        && (member.hasCodes || field.kind == FieldKind::ProcessName);
    if (!field.access.take) // is checked and not kept
        return value.type == JsonValue::Type::String
            && (field.kind == FieldKind::Text || field.kind == FieldKind::ProcessName);
    if (!isRenamed)
        return field.access.take(record, value, field.minimum);
    const QString wire = unicodeText(value.text);
    const QString canonical = member.hasCodes ? m_renaming.canonicalCode(field.name, wire)
                                              : m_renaming.canonicalProcessType(wire);
    const QByteArray utf8 = canonical.toUtf8();
    return field.access.take(record, {JsonValue::Type::String, utf8}, field.minimum);
}

void RecordReader::startObject()
{
    if (m_skipped > 0) {
        ++m_skipped;
        return;
    }
    if (m_levels.empty())
        return open(m_root, m_record);
    Level &level = m_levels.back();
    if (level.shape == Level::Records)
        return openEntry(level);
    if (level.shape == Level::Object && level.member && level.member->field->kind == FieldKind::Object) {
        markSeen(level);
        return open(level.names->below(*level.member), level.member->field->access.enter(level.record));
    }
    skip(JsonValue::Type::Object);
}

void RecordReader::startArray()
{
    if (m_skipped > 0) {
        ++m_skipped;
        return;
    }
    if (!m_levels.empty() && m_levels.back().shape == Level::Object && m_levels.back().member) {
        Level &level = m_levels.back();
        const ContractField &field = *level.member->field;
        if (field.kind == FieldKind::Objects) {
            markSeen(level);
            m_levels.push_back({Level::Records, level.names, level.record, level.member});
            return;
        }
        if (field.access.startTexts) {
            markSeen(level);
            field.access.startTexts(level.record);
            m_levels.push_back({Level::Texts, level.names, level.record, level.member});
            return;
        }
    }
    if (!m_levels.empty() && m_levels.back().shape == Level::Records) {
        scalar({JsonValue::Type::Array});
        m_skipped = 1;
        return;
    }
    skip(JsonValue::Type::Array);
}

void RecordReader::member(QByteArrayView name)
{
    if (m_skipped > 0)
        return;
    Level &level = m_levels.back();
    std::vector<ObjectNames::Member> &members = level.names->members();
    std::size_t at = level.next;
    if (at >= members.size() || name != members[at].wireName) {
        const auto known = std::ranges::find(members, name, [](const ObjectNames::Member &member) {
            return QByteArrayView(member.wireName);
        });
        if (known == members.end()) {
            level.member = nullptr;
            return;
        }
        at = static_cast<std::size_t>(known - members.begin());
    }
    level.member = &members[at];
    level.next = at + 1;
}

void RecordReader::endObject()
{
    if (m_skipped > 0)
        --m_skipped;
    else
        closeObject();
}

void RecordReader::endArray()
{
    if (m_skipped > 0)
        --m_skipped;
    else
        m_levels.pop_back();
}

void RecordReader::open(ObjectNames &names, void *record)
{
    m_levels.push_back({Level::Object, &names, record});
}

void RecordReader::openEntry(Level &list)
{
    ++list.index;
    open(list.names->below(*list.member), list.member->field->access.enter(list.record));
    m_levels.back().isEntry = true;
}

void RecordReader::closeObject()
{
    Level &level = m_levels.back();
    std::vector<ObjectNames::Member> &members = level.names->members();
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].field->isRequired && !(level.seen >> i & 1)) {
            level.member = &members[i];
            fail(ErrorCode::AnswerMemberMissing, u"missing"_s);
        }
    }
    if (level.error) {
        const ContractObject &object = level.names->object();
        keepOnlyKept(object, level.record);
        *object.unreadable(level.record) = std::move(level.error);
    }
    m_levels.pop_back();
}

void RecordReader::markSeen(Level &level)
{
    level.seen |= quint64{1} << (level.member - level.names->members().data());
}

void RecordReader::skip(JsonValue::Type type)
{
    if (m_levels.empty()) {
        failType(type, "an object"_L1);
    } else if (Level &level = m_levels.back(); level.shape == Level::Texts) {
        ++level.index;
        failType(type, "a text"_L1);
    } else if (level.member) {
        markSeen(level);
        failType(type, expectation(level.member->field->kind));
    }
    m_skipped = 1;
}

void RecordReader::failType(JsonValue::Type type, QLatin1StringView expected)
{
    fail(ErrorCode::AnswerWrongType, "%1 instead of %2"_L1.arg(typeName(type), expected));
}

void RecordReader::fail(ErrorCode code, const QString &reason)
{
    const auto owner = std::ranges::find_if(m_levels | std::views::reverse, [](const Level &level) {
        return level.isEntry && level.names->object().unreadable;
    });
    std::optional<Error> &error = owner == m_levels.rend() ? m_error : owner->error;
    if (error)
        return;
    QString place;
    QLatin1StringView item;
    for (const Level &level : m_levels) {
        if (level.shape != Level::Object) {
            if (level.index >= 0)
                place += u'[' + QString::number(level.index) + u']';
        } else if (level.member) {
            if (!place.isEmpty())
                place += u'.';
            place += level.member->field->name;
            if (!level.member->field->item.isEmpty())
                item = level.member->field->item;
        }
    }
    QString detail = m_root.object().name + ": "_L1 + (place.isEmpty() ? u"body"_s : place) + ": "_L1 + reason;
    if (!item.isEmpty())
        detail += " ("_L1 + item + u')';
    error = Error{code, detail, {item.isEmpty() ? place : QString(item), place}};
}

} // namespace uk
