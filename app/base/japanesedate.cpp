// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/japanesedate.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <ranges>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

struct Era
{
    QStringView name;
    char16_t letter;
    int firstYear, firstMonth, firstDay; ///< the day of the change belongs to the new era

    [[nodiscard]] QDate begin() const { return {firstYear, firstMonth, firstDay}; }
};

constexpr std::array eras{
    Era{u"明治", u'M', 1868, 1, 25},
    Era{u"大正", u'T', 1912, 7, 30},
    Era{u"昭和", u'S', 1926, 12, 25},
    Era{u"平成", u'H', 1989, 1, 8},
    Era{u"令和", u'R', 2019, 5, 1},
};

const QDate solarCalendarBegins(1873, 1, 1);

QDate dayOfEra(QStringView name, int year, int month, int day)
{
    for (std::size_t i = 0; i < eras.size(); ++i) {
        const Era &era = eras[i];
        if (name != era.name && name != era.name.first(1) && name != QStringView(&era.letter, 1))
            continue;
        const QDate result(era.firstYear + year - 1, month, day);
        const bool isOver = i + 1 < eras.size() && result >= eras[i + 1].begin();
        return result >= era.begin() && result >= solarCalendarBegins && !isOver ? result : QDate();
    }
    return {};
}

/// Half width, one kind of separator, no blanks.
QString simplified(QStringView text)
{
    QString result = text.toString().normalized(QString::NormalizationForm_KC).toUpper();
    static const QRegularExpression blanks(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression separators(u"[./・･,，、\\-‐‑–—―−ー年月]"_s);
    result.remove(blanks);
    if (result.endsWith(u'日'))
        result.chop(1);
    return result.replace(separators, u"-"_s);
}

} // namespace

std::optional<EraYear> eraYear(QDate day)
{
    if (!day.isValid() || day < solarCalendarBegins)
        return std::nullopt;
    for (const Era &era : std::views::reverse(eras)) {
        if (day >= era.begin())
            return EraYear{era.name.toString(), QChar(era.letter), day.year() - era.firstYear + 1};
    }
    return std::nullopt;
}

QString toWareki(QDate day)
{
    const auto era = eraYear(day);
    if (!era)
        return toSeireki(day);
    const QString year = era->year == 1 ? u"元"_s : QString::number(era->year);
    return u"%1%2年%3月%4日"_s.arg(era->era, year).arg(day.month()).arg(day.day());
}

QString toShortWareki(QDate day)
{
    if (!day.isValid())
        return {};
    const auto era = eraYear(day);
    const QString year = era ? era->letter + QString::number(era->year) : QString::number(day.year());
    return u"%1.%2.%3"_s.arg(year).arg(day.month()).arg(day.day());
}

QString toSeireki(QDate day)
{
    return day.isValid() ? u"%1年%2月%3日"_s.arg(day.year()).arg(day.month()).arg(day.day()) : QString();
}

QString shortWeekday(QDate day)
{
    static constexpr std::array<const char *, 7> names{QT_TRANSLATE_NOOP("JapaneseDate", "月"),
        QT_TRANSLATE_NOOP("JapaneseDate", "火"), QT_TRANSLATE_NOOP("JapaneseDate", "水"),
        QT_TRANSLATE_NOOP("JapaneseDate", "木"), QT_TRANSLATE_NOOP("JapaneseDate", "金"),
        QT_TRANSLATE_NOOP("JapaneseDate", "土"), QT_TRANSLATE_NOOP("JapaneseDate", "日")};
    if (!day.isValid())
        return {};
    return QCoreApplication::translate("JapaneseDate", names[static_cast<std::size_t>(day.dayOfWeek() - 1)]);
}

std::optional<Age> ageAt(QDate birth, QDate day)
{
    if (!birth.isValid() || !day.isValid() || day < birth)
        return std::nullopt;
    int months = (day.year() - birth.year()) * 12 + day.month() - birth.month();
    // Also right where the month has no such day: it is complete on the first of the next month.
    if (day.day() < birth.day())
        --months;
    return Age{months / 12, months % 12};
}

QString toText(Age age)
{
    return QCoreApplication::translate("JapaneseDate", "%1歳%2か月").arg(age.years).arg(age.months);
}

std::optional<QDate> parseJapaneseDate(QStringView text)
{
    static const QRegularExpression withEra(
        u"^(明治?|大正?|昭和?|平成?|令和?|[MTSHR])-?(元|\\d{1,2})-(\\d{1,2})-(\\d{1,2})$"_s);
    static const QRegularExpression western(u"^(?:西暦)?(\\d{4})-(\\d{1,2})-(\\d{1,2})$"_s);
    static const QRegularExpression digitsOnly(u"^(\\d{4})(\\d{2})(\\d{2})$"_s);
    const QString plain = simplified(text);

    QDate day;
    if (const auto match = withEra.match(plain); match.hasMatch()) {
        const int year = match.capturedView(2) == u"元" ? 1 : match.captured(2).toInt();
        day = dayOfEra(match.capturedView(1), year, match.captured(3).toInt(), match.captured(4).toInt());
    } else {
        for (const QRegularExpression &form : {western, digitsOnly}) {
            if (const auto parts = form.match(plain); parts.hasMatch())
                day = QDate(parts.captured(1).toInt(), parts.captured(2).toInt(), parts.captured(3).toInt());
        }
    }
    return day.isValid() ? std::optional(day) : std::nullopt;
}

} // namespace uk
