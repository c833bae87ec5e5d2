// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/errortable.h"

#include "app/base/errortexts_api.h"
#include "app/base/errortexts_card.h"
#include "app/base/errortexts_document.h"
#include "app/base/errortexts_form.h"
#include "app/base/errortexts_portal.h"
#include "app/base/errortexts_system.h"
#include "app/base/japanesedate.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <span>

namespace uk {

using namespace Qt::StringLiterals;
using errortexts::ErrorRow;

namespace {

constexpr std::array<std::span<const ErrorRow>, 6> areas{errortexts::cardRows, errortexts::portalRows,
    errortexts::apiRows, errortexts::formRows, errortexts::documentRows, errortexts::systemRows};

consteval bool hasExactlyOneRow(ErrorCode code)
{
    int rows = 0;
    for (const auto &area : areas) {
        for (const ErrorRow &row : area)
            rows += row.code == code && *row.title && *row.patient && *row.staff && *row.it ? 1 : 0;
    }
    return rows == 1;
}

// A code without its texts must not build.
#define UKETSUKE_HAS_ROW(number, name)                                                                                 \
    static_assert(hasExactlyOneRow(ErrorCode::name), "UK-" #number " " #name " needs exactly one row of texts");
UKETSUKE_ERROR_CODES(UKETSUKE_HAS_ROW)
#undef UKETSUKE_HAS_ROW

const ErrorRow &rowOf(ErrorCode code)
{
    const ErrorRow *internal = nullptr;
    for (const auto &area : areas) {
        for (const ErrorRow &row : area) {
            if (row.code == code)
                return row;
            if (row.code == ErrorCode::Internal)
                internal = &row;
        }
    }
    return *internal; // a number that is no code of the list: cast from outside
}

/// An argument as people read it: days come as ISO dates.
QString shownArgument(const QString &argument)
{
    const QDate day = QDate::fromString(argument, Qt::ISODate);
    constexpr qsizetype isoLength = 10;
    if (argument.size() != isoLength || !day.isValid())
        return argument;
    // The pattern of the language: {wareki}, {year}, {day}, {month} (its English name).
    return QCoreApplication::translate("ErrorTable", "{wareki}（{year}年）")
        .replace("{wareki}"_L1, toWareki(day)).replace("{year}"_L1, QString::number(day.year()))
        .replace("{day}"_L1, QString::number(day.day())).replace("{month}"_L1, QLocale::c().monthName(day.month()));
}

/// 1 to 9 for "%1" to "%9" at the place, else 0.
qsizetype placeholderAt(QStringView text, qsizetype at)
{
    if (text[at] != u'%' || at + 1 >= text.size())
        return 0;
    const char16_t digit = text[at + 1].unicode();
    return digit >= u'1' && digit <= u'9' ? digit - u'0' : 0;
}

/// Fills in one sentence, or returns nothing where an argument is missing. One pass, so that an argument that holds
/// "%2" itself stays as it is.
QString filledSentence(QStringView sentence, const QStringList &arguments)
{
    QString filled;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const qsizetype place = placeholderAt(sentence, at);
        if (place == 0) {
            filled += sentence[at];
            continue;
        }
        if (place > arguments.size() || arguments[place - 1].isEmpty())
            return {};
        filled += shownArgument(arguments[place - 1]);
        ++at;
    }
    return filled;
}

/// After "。", or after ". " (with the blank), a new sentence begins.
bool endsSentence(QStringView text, qsizetype at)
{
    return text[at] == u'。' || text[at] == u'\n' || (at > 0 && text[at] == u' ' && text[at - 1] == u'.');
}

QString filled(const char *source, const QStringList &arguments)
{
    const QString text = QCoreApplication::translate("ErrorTable", source);
    QString result;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!endsSentence(text, at) && at + 1 != text.size())
            continue;
        result += filledSentence(QStringView(text).sliced(begin, at + 1 - begin), arguments);
        begin = at + 1;
    }
    return result.trimmed();
}

} // namespace

ErrorText errorText(const Error &error)
{
    const ErrorRow &row = rowOf(error.code);
    return {.code = publicCode(error.code),
        .title = filled(row.title, error.arguments),
        .patient = filled(row.patient, error.arguments),
        .staff = filled(row.staff, error.arguments),
        .it = filled(row.it, error.arguments),
        .tryAgain = row.tryAgain,
        .severity = row.severity};
}

ErrorText errorText(ErrorCode code)
{
    return errorText(Error{.code = code, .detail = {}, .arguments = {}});
}

} // namespace uk
