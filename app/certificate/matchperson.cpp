// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/base/japanesedate.h"
#include "app/base/textfold.h"
#include "app/certificate/document.h"

#include <QRegularExpression>
#include <QStringList>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// The words of the document, folded; whatever separates cells and labels separates words.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression separators(u"[\\s\\p{Z}:：;；,，、。|｜/／()（）\\[\\]［］「」【】<>＜＞・･\\x{fffe}]+"_s);
    QStringList words;
    for (const QString &word : text.split(separators, Qt::SkipEmptyParts)) {
        const QString folded = foldedForComparison(word);
        if (!folded.isEmpty())
            words.append(folded);
    }
    return words;
}

/// `words` from `first` on begin with the name and it ends where a word ends: 見本花 is not in 見本花子.
bool isNameAt(const QStringList &words, qsizetype first, QStringView name)
{
    static const QStringList honorifics {u"様"_s, u"殿"_s, u"さん"_s, u"ちゃん"_s, u"くん"_s, u"君"_s, u"氏"_s};
    QStringView rest = name;
    for (qsizetype index = first; index < words.size(); ++index) {
        QStringView word = words[index];
        // A label that is written without a gap: 氏名見本花子.
        if (index == first) {
            const qsizetype at = word.indexOf(name.first(1));
            if (at > 0 && word.first(at).endsWith(u'名'))
                word = word.sliced(at);
        }
        if (word == rest)
            return true;
        if (word.startsWith(rest))
            return honorifics.contains(word.sliced(rest.size()).toString());
        if (!rest.startsWith(word))
            return false;
        rest = rest.sliced(word.size());
    }
    return false;
}

bool holdsName(const QString &text, const QString &name)
{
    // Separators within the name, like the dot of フォン・ブラウン, are taken out on both sides.
    const QString folded = wordsOf(name).join(QString());
    if (folded.isEmpty())
        return false;
    const QStringList words = wordsOf(text);
    for (qsizetype first = 0; first < words.size(); ++first) {
        if (isNameAt(words, first, folded))
            return true;
    }
    return false;
}

bool holdsDate(const QString &text, QDate date)
{
    static const QRegularExpression written(
        u"(?:(?:明治|大正|昭和|平成|令和|[明大昭平令MTSHRmtshr])\\s*[.．]?\\s*(?:元|\\d{1,2})|\\d{4})\\s*[年./・-]"
        "\\s*\\d{1,2}\\s*[月./・-]\\s*\\d{1,2}(?!\\d)|(?<!\\d)\\d{8}(?!\\d)"_s);
    // Full-width digits, ㍻ and its like become what the pattern knows.
    const QString plain = text.normalized(QString::NormalizationForm_KC);
    for (auto found = written.globalMatch(plain); found.hasNext();) {
        if (parseJapaneseDate(found.next().captured()) == date)
            return true;
    }
    return false;
}

} // namespace

PersonMatch matchPerson(const QString &documentText, const QString &name, const QDate &dateOfBirth)
{
    if (wordsOf(documentText).isEmpty())
        return PersonMatch::NoText;
    const bool hasName = holdsName(documentText, name);
    const bool hasDate = dateOfBirth.isValid() && holdsDate(documentText, dateOfBirth);
    if (hasName)
        return hasDate ? PersonMatch::Matches : PersonMatch::BirthDateMissing;
    return hasDate ? PersonMatch::NameMissing : PersonMatch::OtherPerson;
}

} // namespace uk
