// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/fieldvalue.h"

#include <algorithm>

namespace uk {

namespace {

/// The number that the digits say; -1 where there is anything else.
int digits(QByteArrayView text)
{
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return -1;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// YYYY-MM with the day given; invalid where it is none.
QDate dayOf(QByteArrayView yearAndMonth, int day)
{
    if (yearAndMonth.size() != 7 || yearAndMonth[4] != '-')
        return {};
    const int year = digits(yearAndMonth.first(4));
    const int month = digits(yearAndMonth.sliced(5));
    // The year 0 exists neither here nor in QDate.
    return year > 0 && QDate::isValid(year, month, day) ? QDate(year, month, day) : QDate();
}

} // namespace

QDate dayFrom(QByteArrayView text)
{
    return text.size() == 10 && text[7] == '-' ? dayOf(text.first(7), digits(text.sliced(8))) : QDate();
}

bool FieldValue<YearMonth>::take(YearMonth &place, const WireScalar &wire, qint64)
{
    place.firstDay = wire.type == JsonValue::Type::String ? dayOf(wire.text, 1) : QDate();
    return place.isValid();
}

} // namespace uk
