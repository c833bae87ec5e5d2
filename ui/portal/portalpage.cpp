// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/portal/portalpage.h"

#include "ui/portal/htmltokens.h"

#include <QSet>

#include <optional>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

/// Builds the page from the tokens. One pass; texts are collected until an element of a line of its own begins or ends.
class PageBuilder
{
public:
    PortalPage build(QStringView html);

private:
    using Block = PortalPage::Block;
    using BlockKind = PortalPage::BlockKind;
    using ControlKind = PortalPage::ControlKind;

    void open(const HtmlToken &token);
    void close(const QString &name);
    void openInput(const HtmlToken &token);
    void closeLabel();
    void addControl(PortalPage::Control control, bool isShown = true);
    void flush();
    [[nodiscard]] QString takeText() { return std::exchange(m_text, {}).simplified(); }
    [[nodiscard]] static bool isOwnLine(const QString &name);
    [[nodiscard]] static bool isMain(const HtmlToken &token);
    [[nodiscard]] PortalPage::Control &controlOf(const Block &block);

    PortalPage m_page;
    QString m_text;
    BlockKind m_kind = BlockKind::Text;
    std::optional<Block> m_link;
    std::optional<PortalPage::Control> m_button;
    QString m_labelFor;
    qsizetype m_labelStart = -1; ///< number of blocks when the label began; -1 outside of one
    qsizetype m_form = -1;
    bool m_isInTitle = false;
};

bool PageBuilder::isOwnLine(const QString &name)
{
    static const QSet<QString> names{u"p"_s, u"div"_s, u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s, u"ul"_s,
        u"ol"_s, u"li"_s, u"table"_s, u"tr"_s, u"br"_s, u"hr"_s, u"header"_s, u"footer"_s, u"main"_s, u"section"_s,
        u"article"_s, u"nav"_s, u"form"_s, u"fieldset"_s, u"legend"_s, u"dl"_s, u"dt"_s, u"dd"_s, u"body"_s,
        u"blockquote"_s, u"pre"_s, u"address"_s};
    return names.contains(name);
}

bool PageBuilder::isMain(const HtmlToken &token)
{
    return token.attributes.value(u"class"_s).split(u' ').contains("main"_L1);
}

PortalPage::Control &PageBuilder::controlOf(const Block &block)
{
    return m_page.forms[block.form].controls[block.control];
}

PortalPage PageBuilder::build(QStringView html)
{
    HtmlTokens tokens(html);
    for (HtmlToken token = tokens.next(); token.kind != HtmlToken::Kind::End; token = tokens.next()) {
        switch (token.kind) {
        case HtmlToken::Kind::Text: m_text += token.text; break;
        case HtmlToken::Kind::Open: open(token); break;
        case HtmlToken::Kind::Close: close(token.name); break;
        case HtmlToken::Kind::End: break;
        }
    }
    flush();
    return std::move(m_page);
}

void PageBuilder::flush()
{
    if (m_link || m_button || m_labelStart >= 0)
        return; // belongs to them, however many lines it has
    const QString text = takeText();
    if (!text.isEmpty())
        m_page.blocks.append({m_kind, text, {}, {}, false, -1, -1});
}

void PageBuilder::open(const HtmlToken &token)
{
    if (isOwnLine(token.name)) {
        flush();
        if (token.name == "li"_L1)
            m_kind = BlockKind::ListItem;
        else if (token.name.size() == 2 && token.name.startsWith(u'h') && token.name.at(1).isDigit())
            m_kind = BlockKind::Heading;
        else if (token.name != "br"_L1)
            m_kind = BlockKind::Text;
    }
    if (token.name == "title"_L1) {
        m_text.clear();
        m_isInTitle = true;
    } else if (token.name == "td"_L1 || token.name == "th"_L1) {
        m_text = m_text.simplified();
        m_text += m_text.isEmpty() ? QString() : u": "_s;
    } else if (token.name == "a"_L1 && token.attributes.contains(u"href"_s)) {
        flush();
        m_link = Block{BlockKind::Link, {}, token.attributes.value(u"id"_s), token.attributes.value(u"href"_s),
                       isMain(token), -1, -1};
    } else if (token.name == "form"_L1) {
        const bool isPost = token.attributes.value(u"method"_s).compare("post"_L1, Qt::CaseInsensitive) == 0;
        m_page.forms.append({token.attributes.value(u"action"_s), isPost, {}});
        m_form = m_page.forms.size() - 1;
    } else if (token.name == "label"_L1) {
        flush();
        m_labelFor = token.attributes.value(u"for"_s);
        m_labelStart = m_page.blocks.size();
    } else if (token.name == "input"_L1) {
        openInput(token);
    } else if (token.name == "button"_L1) {
        flush();
        m_button = PortalPage::Control{ControlKind::Submit, token.attributes.value(u"id"_s),
            token.attributes.value(u"name"_s), token.attributes.value(u"value"_s), {}, false, isMain(token)};
    }
}

void PageBuilder::openInput(const HtmlToken &token)
{
    const QString type = token.attributes.value(u"type"_s).toLower();
    PortalPage::Control control{ControlKind::Hidden, token.attributes.value(u"id"_s), token.attributes.value(u"name"_s),
        token.attributes.value(u"value"_s), {}, token.attributes.contains(u"checked"_s), isMain(token)};
    if (type == "submit"_L1) {
        flush();
        control.kind = ControlKind::Submit;
        control.label = control.value;
    } else if (type == "checkbox"_L1 || type == "radio"_L1) {
        control.kind = type == "radio"_L1 ? ControlKind::Radio : ControlKind::CheckBox;
        if (control.value.isEmpty())
            control.value = u"on"_s;
    } else if (type != "hidden"_L1) {
        return;
    }
    addControl(control, control.kind != ControlKind::Hidden);
}

void PageBuilder::addControl(PortalPage::Control control, bool isShown)
{
    if (m_form < 0)
        return; // does nothing outside of a form where no script runs
    QList<PortalPage::Control> &controls = m_page.forms[m_form].controls;
    controls.append(std::move(control));
    if (isShown)
        m_page.blocks.append({BlockKind::Control, {}, {}, {}, false, m_form, controls.size() - 1});
}

void PageBuilder::closeLabel()
{
    const QString text = takeText();
    const qsizetype start = std::exchange(m_labelStart, -1);
    for (qsizetype i = m_page.blocks.size() - 1; i >= 0; --i) {
        const Block &block = m_page.blocks.at(i);
        if (block.kind != BlockKind::Control)
            continue;
        PortalPage::Control &control = controlOf(block);
        const bool isMeant = m_labelFor.isEmpty() ? i >= start : control.id == m_labelFor;
        if (isMeant && control.label.isEmpty()) {
            control.label = text;
            return;
        }
    }
    if (!text.isEmpty())
        m_page.blocks.append({BlockKind::Text, text, {}, {}, false, -1, -1});
}

void PageBuilder::close(const QString &name)
{
    if (name == "title"_L1 && std::exchange(m_isInTitle, false)) {
        m_page.title = takeText();
    } else if (name == "a"_L1 && m_link) {
        m_link->text = takeText();
        m_page.blocks.append(*std::exchange(m_link, std::nullopt));
    } else if (name == "button"_L1 && m_button) {
        m_button->label = takeText();
        addControl(*std::exchange(m_button, std::nullopt));
    } else if (name == "label"_L1 && m_labelStart >= 0) {
        closeLabel();
    } else if (isOwnLine(name)) {
        flush();
        m_kind = BlockKind::Text;
        if (name == "form"_L1)
            m_form = -1;
    }
}

} // namespace

PortalPage readPortalPage(QStringView html)
{
    return PageBuilder().build(html);
}

} // namespace uk
