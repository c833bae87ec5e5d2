// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/wireform.h"

#include <QDate>

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

using NamedField = std::pair<QString, const ContractField *>; // wire name and what it stands for

/// The wire names of one object's members, found once and used for every such object of a body.
struct CanonicalNames
{
    NamePlace place;
    std::vector<NamedField> fields;
    std::map<const ContractField *, std::unique_ptr<CanonicalNames>> inner;

    CanonicalNames(const Renaming &renaming, const ContractObject &object, NamePlace placeOfObject)
        : place(std::move(placeOfObject))
    {
        fields.reserve(object.fields.size());
        for (const ContractField &field : object.fields)
            fields.emplace_back(renaming.wireMember(place, field.name), &field);
    }

    CanonicalNames &below(const Renaming &renaming, const ContractField &field)
    {
        std::unique_ptr<CanonicalNames> &names = inner[&field];
        if (!names)
            names = std::make_unique<CanonicalNames>(renaming, *field.object, place.entered(field));
        return *names;
    }
};

bool isDay(const QString &text)
{
    return text.size() == 10 && QDate::fromString(text, u"yyyy-MM-dd").isValid()
        && std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

bool isMonth(const QString &text)
{
    return text.size() == 7 && isDay(text + "-01"_L1);
}

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

bool isTexts(const JsonValue &value)
{
    return value.isArray() && std::ranges::all_of(value.items(), &JsonValue::isString);
}

/// One body on its way in. Goes on after an error, so that the rest of a broken entry is there too.
class Decoder
{
public:
    Decoder(const Renaming &renaming, const ContractObject &root)
        : m_renaming(renaming)
        , m_schema(root.name)
    {
    }

    [[nodiscard]] std::optional<Error> takeError() { return std::exchange(m_error, std::nullopt); }

    JsonValue object(const ContractObject &object, CanonicalNames &names, const JsonValue &wire)
    {
        JsonValue canonical = JsonValue::object();
        if (!wire.isObject()) {
            fail(ErrorCode::AnswerWrongType, "%1 instead of an object"_L1.arg(typeName(wire.type())));
            return canonical;
        }
        for (const JsonMember &member : wire.members()) {
            const auto known = std::ranges::find(names.fields, member.name, &NamedField::first);
            if (known == names.fields.end() || member.value.isNull())
                continue;
            const Step step(*this, *known->second);
            if (JsonValue taken = value(*known->second, names, member.value); !taken.isNull())
                canonical.append(QString(known->second->name), std::move(taken));
        }
        for (const ContractField &field : object.fields) {
            if (field.isRequired && !canonical.find(QString(field.name))) {
                const Step step(*this, field);
                fail(ErrorCode::AnswerMemberMissing, u"missing"_s);
            }
        }
        return canonical;
    }

    /// Null where the type is wrong.
    JsonValue value(const ContractField &field, CanonicalNames &names, const JsonValue &wire)
    {
        if (field.kind == FieldKind::Object && wire.isObject())
            return object(*field.object, names.below(m_renaming, field), wire);
        if (field.kind == FieldKind::Objects && wire.isArray()) {
            QList<JsonValue> items;
            CanonicalNames &inner = names.below(m_renaming, field);
            for (qsizetype i = 0; i < wire.items().size(); ++i) {
                const Step step(*this, i);
                items.append(object(*field.object, inner, wire.items().at(i)));
            }
            return JsonValue::array(std::move(items));
        }
        JsonValue taken = scalar(field, wire);
        if (taken.isNull()) {
            fail(ErrorCode::AnswerWrongType,
                 "%1 instead of %2"_L1.arg(typeName(wire.type()), expectation(field.kind)));
        }
        return taken;
    }

    /// One step down, for the place in the error.
    class Step
    {
    public:
        Step(Decoder &decoder, const ContractField &field)
            : Step(decoder)
        {
            if (!decoder.m_place.isEmpty())
                decoder.m_place += u'.';
            decoder.m_place += field.name;
            if (!field.item.isEmpty())
                decoder.m_item = field.item;
        }
        Step(Decoder &decoder, qsizetype index)
            : Step(decoder)
        {
            decoder.m_place += u'[' + QString::number(index) + u']';
        }
        ~Step()
        {
            m_decoder.m_place.truncate(m_length);
            m_decoder.m_item = m_item;
        }
        Q_DISABLE_COPY_MOVE(Step)

    private:
        explicit Step(Decoder &decoder)
            : m_decoder(decoder)
            , m_length(decoder.m_place.size())
            , m_item(decoder.m_item)
        {
        }
        Decoder &m_decoder;
        qsizetype m_length;
        QLatin1StringView m_item;
    };

private:
    JsonValue scalar(const ContractField &field, const JsonValue &wire)
    {
        switch (field.kind) {
        case FieldKind::Text:
            return text(field, wire);
        case FieldKind::ProcessName:
            return wire.isString() ? JsonValue::string(m_renaming.canonicalProcessType(wire.toString())) : JsonValue();
        case FieldKind::Date:
            return wire.isString() && isDay(wire.toString()) ? wire : JsonValue();
        case FieldKind::YearMonth:
            return wire.isString() && isMonth(wire.toString()) ? wire : JsonValue();
        case FieldKind::Boolean:
            return wire.isBoolean() ? wire : JsonValue();
        case FieldKind::Integer: {
            const std::optional<qint64> number = wire.toInteger();
            const bool fits = number && *number >= field.minimum && *number <= std::numeric_limits<int>::max();
            return fits ? JsonValue::number(*number) : JsonValue();
        }
        case FieldKind::Number:
            return wire.isNumber() ? wire : JsonValue();
        case FieldKind::Texts:
            return isTexts(wire) ? wire : JsonValue();
        case FieldKind::Result:
            return wire.isString() || isTexts(wire) ? wire : JsonValue();
        case FieldKind::Object:
        case FieldKind::Objects:
            return {};
        }
        Q_UNREACHABLE();
    }

    JsonValue text(const ContractField &field, const JsonValue &wire)
    {
        if (!wire.isString() || wire.utf8().size() < field.minimum)
            return {};
        if (!m_renaming.hasCodes(field.name))
            return wire;
        return JsonValue::string(m_renaming.canonicalCode(field.name, wire.toString()));
    }

    void fail(ErrorCode code, const QString &reason)
    {
        if (m_error)
            return;
        QString detail = QString(m_schema) + ": "_L1 + (m_place.isEmpty() ? u"body"_s : m_place) + ": "_L1 + reason;
        if (!m_item.isEmpty())
            detail += " ("_L1 + m_item + u')';
        m_error = Error{code, detail, {m_item.isEmpty() ? m_place : QString(m_item), m_place}};
    }

    const Renaming &m_renaming;
    QLatin1StringView m_schema;
    QString m_place;
    QLatin1StringView m_item;
    std::optional<Error> m_error;
};

JsonValue encoded(const Renaming &renaming, CanonicalNames &names, const JsonValue &canonical);

JsonValue encodedValue(const Renaming &renaming, const ContractField &field, CanonicalNames &names, const JsonValue &value)
{
    switch (field.kind) {
    case FieldKind::Text:
        return JsonValue::string(renaming.wireCode(field.name, value.toString()));
    case FieldKind::ProcessName:
        return JsonValue::string(renaming.wireProcessType(value.toString()));
    case FieldKind::Object:
        return encoded(renaming, names.below(renaming, field), value);
    case FieldKind::Objects: {
        QList<JsonValue> items;
        for (const JsonValue &item : value.items())
            items.append(encoded(renaming, names.below(renaming, field), item));
        return JsonValue::array(std::move(items));
    }
    default:
        return value;
    }
}

JsonValue encoded(const Renaming &renaming, CanonicalNames &names, const JsonValue &canonical)
{
    JsonValue wire = JsonValue::object();
    for (const auto &[wireName, field] : names.fields) {
        if (const JsonValue *value = canonical.find(QString(field->name)))
            wire.append(wireName, encodedValue(renaming, *field, names, *value));
    }
    return wire;
}

} // namespace

Result<JsonValue> WireForm::toCanonical(const ContractObject &object, const JsonValue &wire) const
{
    CanonicalNames names(m_renaming, object, NamePlace(object));
    Decoder decoder(m_renaming, object);
    JsonValue canonical = decoder.object(object, names, wire);
    if (auto error = decoder.takeError())
        return std::unexpected(*std::move(error));
    return canonical;
}

Result<QList<WireForm::Entry>> WireForm::entriesToCanonical(const ContractObject &object, QLatin1StringView member,
                                                            const JsonValue &wire) const
{
    CanonicalNames names(m_renaming, object, NamePlace(object));
    Decoder decoder(m_renaming, object);
    const auto list = std::ranges::find(object.fields, member, &ContractField::name);
    Q_ASSERT(list != object.fields.end() && list->kind == FieldKind::Objects);
    const Decoder::Step inList(decoder, *list);
    const JsonValue *entries = wire.find(m_renaming.wireMember(names.place, member));
    const ContractObject listAlone{object.name, std::span(&*list, 1)};
    // A missing list, or one that is no array, is the fault of the whole answer.
    if (!wire.isObject() || !entries || !entries->isArray()) {
        UK_CHECK(toCanonical(listAlone, wire));
        return QList<Entry>();
    }
    CanonicalNames &inner = names.below(m_renaming, *list);
    QList<Entry> result;
    for (qsizetype i = 0; i < entries->items().size(); ++i) {
        const Decoder::Step step(decoder, i);
        JsonValue value = decoder.object(*list->object, inner, entries->items().at(i));
        result.append({std::move(value), decoder.takeError()});
    }
    return result;
}

JsonValue WireForm::toWire(const ContractObject &object, const JsonValue &canonical) const
{
    CanonicalNames names(m_renaming, object, NamePlace(object));
    return encoded(m_renaming, names, canonical);
}

} // namespace uk
