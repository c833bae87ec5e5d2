// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/certificate/document.h"

#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 notInAlphabet = 0xff000000;
/// For each place within a group of four: the character's bits where they belong, or notInAlphabet.
using Table = std::array<std::array<quint32, 256>, 4>;

constexpr Table makeTable()
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    Table table {};
    for (std::size_t place = 0; place < 4; ++place) {
        table[place].fill(notInAlphabet);
        for (std::size_t value = 0; value < alphabet.size(); ++value)
            table[place][static_cast<unsigned char>(alphabet[value])] = static_cast<quint32>(value << (18 - 6 * place));
    }
    return table;
}
constexpr Table table = makeTable();

quint32 groupOf(const uchar *four)
{
    return table[0][four[0]] | table[1][four[1]] | table[2][four[2]] | table[3][four[3]];
}

uchar *putGroup(uchar *target, quint32 group, int bytes)
{
    for (int shift = 16; bytes > 0; --bytes, shift -= 8)
        *target++ = static_cast<uchar>(group >> shift);
    return target;
}

/// The last group, which may be padded: how many bytes it holds, or -1. Bits that no byte takes must be zero
/// (RFC 4648 section 3.5), so that one document has one encoding.
int decodePadded(const uchar *four, quint32 &group)
{
    const int padding = four[3] != '=' ? 0 : four[2] != '=' ? 1 : 2;
    group = table[0][four[0]] | table[1][four[1]];
    if (padding < 2)
        group |= table[2][four[2]];
    if (padding < 1)
        group |= table[3][four[3]];
    const quint32 unused = padding == 2 ? 0xffff : padding == 1 ? 0xff : 0;
    return group & (notInAlphabet | unused) ? -1 : 3 - padding;
}

/// The next four characters that are no line break, or fewer at the end.
int collect(const uchar *&source, const uchar *end, uchar *four)
{
    int count = 0;
    for (; count < 4 && source != end; ++source) {
        if (*source != '\r' && *source != '\n')
            four[count++] = *source;
    }
    return count;
}

Result<QByteArray> decodeBase64(const QByteArray &text)
{
    QByteArray bytes((text.size() / 4 + 1) * 3, Qt::Uninitialized);
    auto *target = reinterpret_cast<uchar *>(bytes.data());
    const auto *source = reinterpret_cast<const uchar *>(text.constData()), *end = source + text.size();
    bool isFinished = false;
    while (source != end) {
        // Straight through while nothing special comes: this is nearly all of a document.
        while (end - source >= 4 && !isFinished) {
            const quint32 group = groupOf(source);
            if (group & notInAlphabet)
                break;
            target = putGroup(target, group, 3);
            source += 4;
        }
        uchar four[4];
        const int count = collect(source, end, four);
        if (count == 0)
            break;
        quint32 group = 0;
        const int decoded = count == 4 && !isFinished ? decodePadded(four, group) : -1;
        if (decoded < 0)
            return failure(ErrorCode::DocumentNotBase64);
        target = putGroup(target, group, decoded);
        isFinished = decoded < 3;
    }
    bytes.truncate(target - reinterpret_cast<uchar *>(bytes.data()));
    return bytes;
}

bool isHarmless(QChar c)
{
    // Control and format characters could turn the reading direction round or hide what follows.
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return !u"<>:\"|?*/\\"_s.contains(c);
    }
}

/// For the screen only; still nothing that a file system would take in a special way.
QString sanitizedName(const QString &serverName)
{
    constexpr qsizetype longest = 80;
    QString name;
    for (const QChar c : serverName.mid(std::max(serverName.lastIndexOf(u'/'), serverName.lastIndexOf(u'\\')) + 1)) {
        if (isHarmless(c))
            name += c;
    }
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    const bool isPdf = name.endsWith(u".pdf"_s, Qt::CaseInsensitive);
    QString stem = isPdf ? name.chopped(4) : name;
    if (stem.size() > longest) {
        stem.truncate(longest);
        if (stem.back().isHighSurrogate())
            stem.chop(1);
    }
    static const QStringList deviceNames {u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const QString head = stem.section(u'.', 0, 0).toLower();
    if (deviceNames.contains(head)
        || (head.size() == 4 && (head.startsWith(u"com"_s) || head.startsWith(u"lpt"_s)) && head.back().isDigit()))
        stem.prepend(u'_');
    return (stem.isEmpty() ? u"document"_s : stem) + u".pdf"_s;
}

} // namespace

Result<GatedDocument> gateDocument(const QByteArray &base64, const QString &serverFileName, qint64 maxPdfBytes)
{
    const auto tooLarge = [maxPdfBytes] {
        return failure(ErrorCode::DocumentTooLarge, {}, {QString::number(maxPdfBytes)});
    };
    // Line breaks come every 64 characters at the most often; this much text is over the limit in any case.
    if (base64.size() / 4 > maxPdfBytes / 3 * 33 / 32 + 64)
        return tooLarge();
    UK_TRY(QByteArray pdf, decodeBase64(base64));
    if (pdf.size() > maxPdfBytes)
        return tooLarge();
    if (!pdf.startsWith("%PDF-"))
        return failure(ErrorCode::DocumentNotPdf);
    return GatedDocument {std::move(pdf), sanitizedName(serverFileName)};
}

} // namespace uk
