// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// The pages that the resident sees, one function each.
#include "app/training/portal.h"
#include "app/training/portalpages.h"

#include "app/base/japanesedate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace uk::training {
namespace {

QString address(const QString &step, const QString &walk)
{
    return u"/portal/%1?walk=%2"_s.arg(step, walk);
}

QString scopeList(const QStringList &scopes)
{
    static const QHash<QString, QString> labels{
        {u"vaccination"_s, u"予防接種（予診票・接種の記録・接種済証）"_s},
        {u"maternal-child"_s, u"母子保健（健診・問診票・母子健康手帳・受診券）"_s},
        {u"medical-subsidy"_s, u"医療費助成（受給者証・自己負担上限額管理票）"_s},
    };
    QString list;
    for (const QString &scope : scopes)
        list += u"<li data-scope=\"%1\">%2</li>"_s.arg(escaped(scope), escaped(labels.value(scope)));
    return u"<ul class=\"data\">%1</ul>"_s.arg(list);
}

PageFrame frameOf(const QString &title, const QString &step, const QString &body, const QString &walk, bool isRegistration)
{
    return {title, step, body, address(u"give-up"_s, walk), isRegistration ? u"登録をやめる"_s : u"連携をやめる"_s};
}

} // namespace

HttpResponse Portal::termsPage(const QString &id, const Walk &walk, bool isReminder) const
{
    const QString reminder = isReminder ? u"<p class=\"warning\">先に進むには、利用規約への同意にチェックを入れてください。</p>"_s : QString();
    const QString what = walk.isRegistration
        ? u"<p>このカードで連携を使えるように、利用者登録をします。</p>"_s
        : u"<p>次の情報を、この医療機関が見て、予診票などを提出できるようにします。</p>"_s + scopeList(walk.scopes);
    const QString body = uR"(%1%2
<h2>利用規約（訓練用）</h2>
<p class="notice">これは練習のための画面です。情報は診療の受付だけに使い、受付が終わると連携も終わります。いつでもやめられます。</p>
<form action="/portal/method" method="get"><input type="hidden" name="walk" value="%3">
<label class="agree" for="terms-agree"><input type="checkbox" id="terms-agree" name="agree" value="1">
<span>利用規約に同意します</span></label>
<button class="main" id="next" type="submit">次へ</button></form>)"_s.arg(reminder, what, escaped(id));
    return HttpResponse::html(htmlPage(frameOf(walk.isRegistration ? u"利用者登録"_s : u"医療機関との情報の連携"_s,
                                               u"1／4　内容と利用規約"_s, body, id, walk.isRegistration)));
}

HttpResponse Portal::methodPage(const QString &id, const Walk &walk) const
{
    const QString body = u"<p>マイナンバーカードで、ご本人であることを確認します。方法を選んでください。</p>"_s
        + buttonLink(u"method-ic"_s, address(u"identity"_s, id) + "&method=ic"_L1, u"ICカードリーダーで確認する"_s, true)
        + buttonLink(u"method-qr"_s, address(u"identity"_s, id) + "&method=qr"_L1, u"スマートフォンで確認する（二次元コード）"_s);
    return HttpResponse::html(
        htmlPage(frameOf(u"本人確認の方法"_s, u"2／4　本人確認の方法"_s, body, id, walk.isRegistration)));
}

HttpResponse Portal::identityPage(const QString &id, const Walk &walk, bool isQr)
{
    QList<const Person *> people;
    for (const Person &person : m_world.people())
        people.append(&person);
    // The card that lies on the tray comes first; everybody else can still be chosen.
    std::stable_partition(people.begin(), people.end(),
                          [this](const Person *person) { return person->key() == m_cardOnTray; });
    QString list;
    for (const Person *person : people) {
        const bool isLaid = person->key() == m_cardOnTray;
        list += u"<li%1>%2<span class=\"about\">%3</span></li>"_s.arg(
            isLaid ? u" class=\"laid\""_s : QString(),
            buttonLink("resident-"_L1 + person->key(),
                       address(u"confirm"_s, id) + "&person="_L1 + QString::fromLatin1(QUrl::toPercentEncoding(person->key())),
                       person->resident.info.name, isLaid),
            escaped((isLaid ? u"読み取り機にあるカード。"_s : QString()) + person->resident.info.description));
    }
    const QString lead = isQr ? u"<p>訓練では二次元コードを読み取ったことにします。どなたのスマートフォンかを選んでください。</p>"_s
                              : u"<p>訓練ではカードを読み取ったことにします。どなたのカードかを選んでください。</p>"_s;
    return HttpResponse::html(htmlPage(frameOf(u"本人確認"_s, u"3／4　本人確認"_s,
                                               lead + u"<ul class=\"residents\">%1</ul>"_s.arg(list), id, walk.isRegistration)));
}

HttpResponse Portal::confirmPage(const QString &id, const Walk &walk)
{
    const ResidentInfo &info = m_world.person(walk.person)->resident.info;
    const QString day = u"%1（%2年）"_s.arg(toWareki(info.birthDate)).arg(info.birthDate.year());
    const QString row = u"<tr><th>%1</th><td>%2</td></tr>"_s;
    const QString body = u"<table>%1%2%3</table>%4%5"_s.arg(
        row.arg(u"氏名"_s, escaped(info.name)), row.arg(u"フリガナ"_s, escaped(info.kana)), row.arg(u"生年月日"_s, day),
        walk.isRegistration ? u"<p>この人の利用者登録をします。よろしいですか。</p>"_s
                            : u"<h2>連携する情報</h2>"_s + scopeList(walk.scopes) + u"<p>この内容で連携します。よろしいですか。</p>"_s,
        buttonLink(u"link"_s, address(u"link"_s, id), walk.isRegistration ? u"登録する"_s : u"連携する"_s, true));
    return HttpResponse::html(htmlPage(frameOf(walk.isRegistration ? u"登録の最終確認"_s : u"連携の最終確認"_s,
                                               u"4／4　最終確認"_s, body, id, walk.isRegistration)));
}

} // namespace uk::training
