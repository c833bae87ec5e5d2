// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/portal/htmltokens.h"

#include <algorithm>
#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestEntity = 10;

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

/// The text of one entity without & and ;, empty where it is none.
QString entity(QStringView name)
{
    struct Named { QLatin1StringView name; char16_t character; };
    static constexpr std::array table{Named{"amp"_L1, u'&'}, Named{"lt"_L1, u'<'}, Named{"gt"_L1, u'>'},
        Named{"quot"_L1, u'"'}, Named{"apos"_L1, u'\''}, Named{"nbsp"_L1, u' '}};
    if (name.startsWith(u'#')) {
        const bool isHex = name.size() > 1 && name.at(1).toLower() == u'x';
        bool isNumber = false;
        const uint code = name.sliced(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
        const bool isCharacter = isNumber && code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
        const char32_t character = code;
        return isCharacter ? QString::fromUcs4(&character, 1) : QString();
    }
    const auto found = std::ranges::find_if(table, [name](const Named &n) { return name == n.name; });
    return found == table.end() ? QString() : QString(QChar(found->character));
}

} // namespace

QString resolveEntities(QStringView text)
{
    QString resolved;
    resolved.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == u'&') {
            const qsizetype end = text.indexOf(u';', at);
            if (end > at && end - at <= longestEntity) {
                const QString character = entity(text.sliced(at + 1, end - at - 1));
                if (!character.isEmpty()) {
                    resolved += character;
                    at = end;
                    continue;
                }
            }
        }
        resolved += text.at(at);
    }
    return resolved;
}

HtmlTokens::HtmlTokens(QStringView html)
    : m_html(html)
{
}

HtmlToken HtmlTokens::next()
{
    while (m_at < m_html.size()) {
        if (m_html.at(m_at) != u'<') {
            const qsizetype end = std::max(m_html.indexOf(u'<', m_at), qsizetype(-1));
            const QStringView text = end < 0 ? m_html.sliced(m_at) : m_html.sliced(m_at, end - m_at);
            m_at += text.size();
            return {HtmlToken::Kind::Text, {}, resolveEntities(text), {}};
        }
        const QStringView rest = m_html.sliced(m_at);
        const QChar after = rest.size() > 1 ? rest.at(1) : QChar();
        if (after == u'!' || after == u'?') {
            skipComment();
        } else if (after.isLetter() || after == u'/') {
            HtmlToken token = readTag();
            if (token.kind == HtmlToken::Kind::Open
                && (token.name == "script"_L1 || token.name == "style"_L1 || token.name == "template"_L1)) {
                skipContents(token.name);
                continue;
            }
            return token;
        } else {
            ++m_at;
            return {HtmlToken::Kind::Text, {}, u"<"_s, {}};
        }
    }
    return {};
}

void HtmlTokens::skipComment()
{
    const bool isComment = m_html.sliced(m_at).startsWith("<!--"_L1);
    const qsizetype end = isComment ? m_html.indexOf("-->"_L1, m_at + 4) : m_html.indexOf(u'>', m_at);
    m_at = end < 0 ? m_html.size() : end + (isComment ? 3 : 1);
}

void HtmlTokens::skipContents(const QString &element)
{
    const qsizetype end = m_html.indexOf(QString("</"_L1 + element), m_at, Qt::CaseInsensitive);
    m_at = end < 0 ? m_html.size() : end;
}

HtmlToken HtmlTokens::readTag()
{
    HtmlToken token;
    ++m_at;
    token.kind = m_html.at(m_at) == u'/' ? HtmlToken::Kind::Close : HtmlToken::Kind::Open;
    if (token.kind == HtmlToken::Kind::Close)
        ++m_at;
    while (m_at < m_html.size() && (m_html.at(m_at).isLetterOrNumber() || m_html.at(m_at) == u'-'))
        token.name += m_html.at(m_at++).toLower();
    readAttributes(token);
    return token;
}

void HtmlTokens::readAttributes(HtmlToken &token)
{
    const auto isEnd = [this] { return m_at >= m_html.size() || m_html.at(m_at) == u'>'; };
    while (!isEnd()) {
        if (isSpace(m_html.at(m_at)) || m_html.at(m_at) == u'/' || m_html.at(m_at) == u'=') {
            ++m_at;
            continue;
        }
        QString name, value;
        while (!isEnd() && !isSpace(m_html.at(m_at)) && m_html.at(m_at) != u'=' && m_html.at(m_at) != u'/')
            name += m_html.at(m_at++).toLower();
        while (!isEnd() && isSpace(m_html.at(m_at)))
            ++m_at;
        if (!isEnd() && m_html.at(m_at) == u'=') {
            ++m_at;
            while (!isEnd() && isSpace(m_html.at(m_at)))
                ++m_at;
            const QChar quote = isEnd() ? QChar() : m_html.at(m_at);
            if (quote == u'"' || quote == u'\'') {
                const qsizetype end = m_html.indexOf(quote, m_at + 1);
                const qsizetype stop = end < 0 ? m_html.size() : end;
                value = resolveEntities(m_html.sliced(m_at + 1, stop - m_at - 1));
                m_at = end < 0 ? stop : stop + 1;
            } else {
                const qsizetype start = m_at;
                while (!isEnd() && !isSpace(m_html.at(m_at)))
                    ++m_at;
                value = resolveEntities(m_html.sliced(start, m_at - start));
            }
        }
        if (!token.attributes.contains(name))
            token.attributes.insert(name, value);
    }
    if (m_at < m_html.size())
        ++m_at; // the '>'
}

} // namespace uk
