// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/wireform.h"

#include "app/pmh/recordreader.h"

using namespace Qt::StringLiterals;

namespace uk {

namespace {

JsonValue written(const Renaming &renaming, ObjectNames &names, const void *record);

/// Null where there is nothing to say.
JsonValue writtenValue(const Renaming &renaming, ObjectNames &names, ObjectNames::Member &member, const void *record)
{
    const ContractField &field = *member.field;
    switch (field.kind) {
    case FieldKind::Object:
        return field.access.count(record) > 0 ? written(renaming, names.below(member), field.access.at(record, 0))
                                              : JsonValue();
    case FieldKind::Objects: {
        QList<JsonValue> items;
        for (qsizetype i = 0; i < field.access.count(record); ++i)
            items.append(written(renaming, names.below(member), field.access.at(record, i)));
        return JsonValue::array(std::move(items));
    }
    case FieldKind::ProcessName: {
        const QString name = field.access.give ? field.access.give(record).toString() : QString(names.object().name);
        return name.isEmpty() ? JsonValue() : JsonValue::string(renaming.wireProcessType(name));
    }
    default:
        break;
    }
    JsonValue value = field.access.give ? field.access.give(record) : JsonValue();
    if (value.isNull() && field.isRequired)
        value = JsonValue::string(u"");
    const bool isCode = member.hasCodes && value.isString();
    return isCode ? JsonValue::string(renaming.wireCode(field.name, value.toString())) : value;
}

JsonValue written(const Renaming &renaming, ObjectNames &names, const void *record)
{
    JsonValue wire = JsonValue::object();
    for (ObjectNames::Member &member : names.members()) {
        if (JsonValue value = writtenValue(renaming, names, member, record); !value.isNull())
            wire.append(QString::fromUtf8(member.wireName), std::move(value));
    }
    return wire;
}

} // namespace

WireForm::WireForm(const ConnectionProfile &profile)
    : m_renaming(profile)
{
}

Result<void> WireForm::read(const ContractObject &object, QByteArrayView body, const JsonLimits &limits,
                            void *record) const
{
    ObjectNames names(m_renaming, object, NamePlace(object));
    RecordReader reader(m_renaming, names, record);
    UK_CHECK(readJson(body, reader, limits));
    if (auto error = reader.takeError())
        return std::unexpected(*std::move(error));
    return {};
}

JsonValue WireForm::write(const ContractObject &object, const void *record) const
{
    ObjectNames names(m_renaming, object, NamePlace(object));
    return written(m_renaming, names, record);
}

} // namespace uk
