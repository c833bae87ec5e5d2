// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/contract.h"
#include "app/pmh/fieldvalue.h"

#include <array>
#include <concepts>
#include <type_traits>

/// Makes the contract's tables: each line ties a member of the wire to a member of a record. The kind follows from the
/// record's type, and tying the wrong types together does not compile.
namespace uk {

/// A table for records of one type.
template<class T>
struct RecordTable;

/// One line of a table for T.
template<class T>
struct MemberOf
{
    ContractField field;

    [[nodiscard]] consteval MemberOf required() const
    {
        MemberOf changed = *this;
        changed.field.isRequired = true;
        return changed;
    }
    [[nodiscard]] consteval MemberOf kept() const
    {
        MemberOf changed = *this;
        changed.field.isKept = true;
        return changed;
    }
    [[nodiscard]] consteval MemberOf atLeast(qint64 minimum) const
    {
        MemberOf changed = *this;
        changed.field.minimum = minimum;
        return changed;
    }
};

template<class T, std::size_t N>
struct Members
{
    static_assert(N <= 64, "the reader keeps one bit for each member");
    std::array<ContractField, N> fields;
};

template<class T, std::same_as<MemberOf<T>>... Rest>
[[nodiscard]] consteval Members<T, sizeof...(Rest) + 1> members(MemberOf<T> first, Rest... rest)
{
    return {{first.field, rest.field...}};
}

template<class T>
struct RecordTable : ContractObject
{
    template<std::size_t N>
    consteval RecordTable(QLatin1StringView schema, const Members<T, N> &lines)
        : ContractObject{schema, lines.fields, unreadableOf()}
    {
    }

private:
    static consteval std::optional<Error> *(*unreadableOf())(void *)
    {
        if constexpr (requires(T record) { record.unreadable; })
            return [](void *record) { return &static_cast<T *>(record)->unreadable; };
        else
            return nullptr;
    }
};

namespace recordtable {

template<class>
struct MemberPointer;
template<class OwnerType, class ValueType>
struct MemberPointer<ValueType OwnerType::*>
{
    using Owner = OwnerType;
};
template<auto...>
struct PathOf;
template<auto First, auto... Rest>
struct PathOf<First, Rest...>
{
    using Owner = typename MemberPointer<decltype(First)>::Owner;
};
template<auto... Path>
using OwnerOf = typename PathOf<Path...>::Owner;

/// &Answer::key, &AnswerKey::repeatNumber: the second lies in the first.
template<auto... Path>
[[nodiscard]] auto &at(void *record)
{
    return (*static_cast<OwnerOf<Path...> *>(record) .* ... .* Path);
}
template<auto... Path>
[[nodiscard]] const auto &at(const void *record)
{
    return (*static_cast<const OwnerOf<Path...> *>(record) .* ... .* Path);
}
template<auto... Path>
using ValueOf = std::remove_cvref_t<decltype(at<Path...>(static_cast<void *>(nullptr)))>;

template<auto... Path>
void reset(void *record)
{
    const OwnerOf<Path...> fresh{};
    at<Path...>(record) = at<Path...>(static_cast<const void *>(&fresh));
}

template<class Inner>
struct InnerOf
{
    using Record = Inner;
};
template<class Inner>
struct InnerOf<std::optional<Inner>>
{
    using Record = Inner;
};
template<class Inner>
struct InnerOf<QList<Inner>>
{
    using Record = Inner;
};

template<class Value>
[[nodiscard]] void *enter(Value &value)
{
    if constexpr (requires { value.emplaceBack(); })
        return &value.emplaceBack();
    else if constexpr (requires { value.emplace(); })
        return &value.emplace();
    else
        return &value;
}
template<class Value>
[[nodiscard]] qsizetype count(const Value &value)
{
    if constexpr (requires { value.size(); })
        return value.size();
    else if constexpr (requires { value.has_value(); })
        return value.has_value() ? 1 : 0;
    else
        return 1;
}
template<class Value>
[[nodiscard]] const void *entry(const Value &value, qsizetype index)
{
    if constexpr (requires { value.size(); })
        return &value.at(index);
    else if constexpr (requires { value.has_value(); })
        return &*value;
    else
        return &value;
}

template<class Owner, auto... Path>
[[nodiscard]] consteval FieldAccess innerAccess()
{
    return {.enter = [](void *record) { return enter(at<Path...>(record)); },
            .reset = reset<Path...>,
            .count = [](const void *record) { return count(at<Path...>(record)); },
            .at = [](const void *record, qsizetype index) { return entry(at<Path...>(record), index); }};
}

} // namespace recordtable

/// A member with a value of its own: text, day, number …
template<auto... Path>
[[nodiscard]] consteval MemberOf<recordtable::OwnerOf<Path...>> member(QLatin1StringView name,
                                                                      QLatin1StringView item = {})
{
    using Value = FieldValue<recordtable::ValueOf<Path...>>;
    using recordtable::at;
    FieldAccess access{.take = [](void *record, const WireScalar &value,
                                  qint64 minimum) { return Value::take(at<Path...>(record), value, minimum); },
                       .reset = recordtable::reset<Path...>,
                       .give = [](const void *record) { return Value::give(at<Path...>(record)); }};
    if constexpr (requires { &Value::takeText; }) {
        access.startTexts = [](void *record) { Value::startTexts(at<Path...>(record)); };
        access.takeText = [](void *record, const QString &text) { Value::takeText(at<Path...>(record), text); };
    }
    return {{.name = name, .kind = Value::kind, .item = item, .access = access}};
}

/// A text that is more than a text in the record.
template<class T, void (*set)(T &, const QString &), QString (*get)(const T &)>
[[nodiscard]] consteval MemberOf<T> textMember(QLatin1StringView name, QLatin1StringView item = {})
{
    return {{.name = name,
             .item = item,
             .access = {.take =
                            [](void *record, const WireScalar &value, qint64) {
                                if (value.type != JsonValue::Type::String)
                                    return false;
                                set(*static_cast<T *>(record), unicodeText(value.text));
                                return true;
                            },
                        .reset = [](void *record) { set(*static_cast<T *>(record), {}); },
                        .give = [](const void *record) {
                            return JsonValue::string(get(*static_cast<const T *>(record)));
                        }}}};
}

/// The name of a process type.
template<auto... Path>
[[nodiscard]] consteval auto processName(QLatin1StringView name, QLatin1StringView item = {})
{
    auto made = member<Path...>(name, item);
    made.field.kind = FieldKind::ProcessName;
    return made;
}

/// The name of the request's own process type: no record holds it.
template<class T>
[[nodiscard]] consteval MemberOf<T> ownProcessName(QLatin1StringView item = {})
{
    return {{.name = QLatin1StringView("processType"), .kind = FieldKind::ProcessName, .item = item,
             .isRequired = true}};
}

/// A text that has to be there and is not kept.
template<class T>
[[nodiscard]] consteval MemberOf<T> forgotten(QLatin1StringView name)
{
    return {{.name = name}};
}

/// An object that is a record of its own in the record.
template<auto... Path>
[[nodiscard]] consteval MemberOf<recordtable::OwnerOf<Path...>>
object(QLatin1StringView name,
       const RecordTable<typename recordtable::InnerOf<recordtable::ValueOf<Path...>>::Record> &table,
       QLatin1StringView item = {})
{
    return {{.name = name, .kind = FieldKind::Object, .item = item, .object = &table,
             .access = recordtable::innerAccess<recordtable::OwnerOf<Path...>, Path...>()}};
}

/// An object of the wire whose members lie in the same record.
template<class T>
[[nodiscard]] consteval MemberOf<T> within(QLatin1StringView name, const RecordTable<T> &table,
                                           QLatin1StringView item = {})
{
    return {{.name = name, .kind = FieldKind::Object, .item = item, .object = &table,
             .access = {.enter = [](void *record) { return record; },
                        .count = [](const void *) { return qsizetype{1}; },
                        .at = [](const void *record, qsizetype) { return record; }}}};
}

/// A list of records.
template<auto... Path>
[[nodiscard]] consteval auto
objects(QLatin1StringView name,
        const RecordTable<typename recordtable::InnerOf<recordtable::ValueOf<Path...>>::Record> &table,
        QLatin1StringView item = {})
{
    auto made = object<Path...>(name, table, item);
    made.field.kind = FieldKind::Objects;
    return made;
}

/// An answer that is nothing but one list.
template<class Entry>
[[nodiscard]] consteval MemberOf<QList<Entry>> entries(QLatin1StringView name, const RecordTable<Entry> &table)
{
    using List = QList<Entry>;
    return {{.name = name, .kind = FieldKind::Objects, .isRequired = true, .object = &table,
             .access = {.enter = [](void *record) { return recordtable::enter(*static_cast<List *>(record)); },
                        .reset = [](void *record) { static_cast<List *>(record)->clear(); },
                        .count = [](const void *record) { return static_cast<const List *>(record)->size(); },
                        .at = [](const void *record, qsizetype index) -> const void * {
                            return &static_cast<const List *>(record)->at(index);
                        }}}};
}

} // namespace uk
