// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/pmh/recordcodec.h"

#include <functional>

/// For each item of the guideline: where its value stands on the wire, and what the record has of it.
namespace itemtable {

using Show = std::function<uk::Result<QString>(const uk::WireForm &form, const QByteArray &body)>;

/// An inquired item.
struct Row
{
    QString item;
    QString path;      ///< within the answer; "[]" is the first entry
    QByteArray wire;   ///< JSON
    QString expected;  ///< what `shown` gives
    Show shown;        ///< or the error, the record's own too
    bool isRequired = false;
};

/// A registered item.
struct RegisteredRow
{
    QString item;
    QString path;      ///< within the request
    QByteArray wire;   ///< what the request has there
    std::function<uk::JsonValue(const uk::WireForm &form)> encoded;
};

[[nodiscard]] QList<Row> vaccinationRows();
[[nodiscard]] QList<Row> motherRows();
[[nodiscard]] QList<Row> childRows();
[[nodiscard]] QList<Row> subsidyRows();
[[nodiscard]] const QList<Row> &rows();
[[nodiscard]] const QList<RegisteredRow> &registeredRows();

/// The smallest good answer, by the name of its schema.
[[nodiscard]] uk::JsonValue baseBody(QLatin1StringView schema);

// What a person would read of a value.
[[nodiscard]] inline QString shown(const QString &text) { return text; }
[[nodiscard]] inline QString shown(const QByteArray &text) { return QString::fromUtf8(text); }
[[nodiscard]] inline QString shown(QDate day) { return day.toString(Qt::ISODate); }
[[nodiscard]] inline QString shown(const uk::YearMonth &month) { return month.toString(); }
[[nodiscard]] inline QString shown(bool flag) { return flag ? QStringLiteral("true") : QStringLiteral("false"); }
[[nodiscard]] inline QString shown(int number) { return QString::number(number); }
[[nodiscard]] inline QString shown(uk::Yen amount) { return QString::number(amount); }
[[nodiscard]] inline QString shown(const QStringList &texts) { return texts.join(u'|'); }
[[nodiscard]] inline QString shown(const uk::DatePeriod &period) { return shown(period.from) + u'/' + shown(period.to); }
[[nodiscard]] inline QString shown(const uk::MedicalInstitution &place)
{
    return QStringList{place.code, place.name, place.detail}.join(u' ');
}
[[nodiscard]] inline QString shown(const uk::AnswerResult &result)
{
    const auto *list = std::get_if<QStringList>(&result);
    return list ? list->join(u'|') : std::get<QString>(result);
}
[[nodiscard]] QString shown(const uk::BasicFiveInfo &info);
[[nodiscard]] QString shown(const QList<uk::CheckupResult> &results);
[[nodiscard]] QString shown(const QList<uk::QuestionItem> &items);
[[nodiscard]] QString shown(const uk::Answers &answers);
template<class T>
[[nodiscard]] QString shown(const std::optional<T> &value)
{
    return value ? shown(*value) : QStringLiteral("none");
}

/// The record, or the error that it tells.
template<class T>
[[nodiscard]] uk::Result<T> sound(const T &record)
{
    if (record.unreadable)
        return std::unexpected(*record.unreadable);
    return record;
}

/// What `get` (a member or a function) takes out of what `read` decoded.
template<class Read, class Get>
[[nodiscard]] Show from(Read read, Get get)
{
    return [read, get](const uk::WireForm &form, const QByteArray &body) -> uk::Result<QString> {
        UK_TRY(const auto record, read(form, body));
        return shown(std::invoke(get, record));
    };
}

/// Decodes a whole answer.
template<class T>
[[nodiscard]] auto answer(const uk::RecordTable<T> &table)
{
    return [&table](const uk::WireForm &form, const QByteArray &body) { return form.decode(table, body); };
}

template<class T>
[[nodiscard]] T first(const QList<T> &list)
{
    return list.value(0);
}

// Rows of the common kinds. The texts hold a kanji beyond the first plane and a variation selector.
[[nodiscard]] Row textRow(const char *item, const char *path, Show show);
[[nodiscard]] Row codeRow(const char *item, const char *path, Show show);
[[nodiscard]] Row dayRow(const char *item, const char *path, Show show);
[[nodiscard]] Row flagRow(const char *item, const char *path, Show show);
[[nodiscard]] Row yenRow(const char *item, const char *path, Show show);
[[nodiscard]] Row textsRow(const char *item, const char *path, Show show);
[[nodiscard]] Row row(const char *item, const char *path, const QByteArray &wire, const QString &expected, Show show);
[[nodiscard]] Row required(Row row);

} // namespace itemtable
