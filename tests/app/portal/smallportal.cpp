// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/app/portal/smallportal.h"

#include <QUrlQuery>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

QByteArray page(const QString &body)
{
    return ScriptedServer::ok("text/html; charset=utf-8",
        u"<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>連携</title><style>p{}</style></head>"
         "<body><header>訓練</header><main>%1<p><a id=\"give-up\" href=\"/give-up\">やめる</a></p></main></body></html>"_s
            .arg(body).toUtf8());
}

} // namespace

SmallPortal::SmallPortal()
{
    m_server.setAnswer([this](const ScriptedServer::Request &request) { return answer(request); });
}

ConnectionProfile SmallPortal::profile() const
{
    ConnectionProfile profile;
    profile.portal.authorizeUrl = m_server.url(u"/authorize"_s);
    profile.portal.tokenUrl = m_server.url(u"/token"_s);
    profile.portal.clientId = u"client"_s;
    profile.allowedHosts = {u"127.0.0.1"_s};
    return profile;
}

QByteArray SmallPortal::back(const QByteArray &query) const
{
    return ScriptedServer::status("302 Found", {}, "Location: " + m_redirectUri + '?' + query + "&state=" + m_state + "\r\n");
}

QByteArray SmallPortal::answer(const ScriptedServer::Request &request)
{
    const QUrl url = QUrl::fromEncoded(request.target);
    const QString path = url.path();
    const bool hasCookie = request.head.toLower().contains("\r\ncookie: walk=");
    if (path == "/token"_L1) {
        ++m_tokens;
        return ScriptedServer::ok("application/json", R"({"access_token":"t","token_type":"Bearer","expires_in":60})");
    }
    if (!m_fault.isEmpty())
        return m_fault;
    if (path == "/authorize"_L1) {
        m_cookiesOfOthers += hasCookie ? 1 : 0;
        const QUrlQuery query(url);
        m_redirectUri = query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded).toLatin1();
        m_state = query.queryItemValue(u"state"_s, QUrl::FullyDecoded).toLatin1();
        return ScriptedServer::status("302 Found", {}, "Location: /terms\r\nSet-Cookie: walk=1; Path=/; Max-Age=86400\r\n");
    }
    if (path == "/give-up"_L1)
        return back("error=access_denied");
    if (path == "/terms"_L1 && !m_leadsTo.isEmpty())
        return page(u"<meta http-equiv=\"refresh\" content=\"0;url=%1\"><p>お待ちください</p>"_s.arg(QString::fromLatin1(m_leadsTo)));
    if (path == "/terms"_L1)
        return page(u"<h1>医療機関との情報の連携</h1><p>次の情報を、この医療機関が見られるようにします。</p>"
                    "<ul><li>予防接種（予診票・接種の記録・接種済証）</li></ul>"
                    "<form action=\"/method\" method=\"get\"><input type=\"hidden\" name=\"w\" value=\"a b&amp;c\">"
                    "<label for=\"terms-agree\"><input type=\"checkbox\" id=\"terms-agree\" name=\"agree\" value=\"1\">"
                    "<span>利用規約に同意します</span></label><button id=\"next\" class=\"main\">次へ</button></form>"_s);
    const QUrlQuery query(url);
    const bool isAgreed = query.queryItemValue(u"agree"_s) == "1"_L1
        && query.queryItemValue(u"w"_s, QUrl::FullyDecoded).replace(u'+', u' ') == "a b&c"_L1;
    if (!hasCookie)
        return page(u"<p id=\"lost\">はじめからやり直してください</p>"_s);
    if (path == "/method"_L1 && isAgreed)
        return page(u"<h1>本人確認の方法</h1><a id=\"method-ic\" class=\"button main\" href=\"/identity?m=ic\">ICカード</a>"
                    "<a id=\"method-qr\" href=\"/identity?m=qr\">スマートフォン</a>"_s);
    if (path == "/identity"_L1)
        return page(u"<h1>本人確認</h1><ul><li><a id=\"resident-infant\" href=\"/confirm\">山田　はな</a></li></ul>"_s);
    if (path == "/confirm"_L1)
        return page(u"<h1>最終確認</h1><table><tr><th>氏名</th><td>山田　はな</td></tr></table>"
                    "<a id=\"link\" class=\"main\" href=\"/link\">連携する</a>"_s);
    if (path == "/link"_L1)
        return back("code=c1");
    return ScriptedServer::status("400 Bad Request", "<p id=\"refused\">この画面は開けません</p>", "Content-Type: text/html\r\n");
}

} // namespace uk
