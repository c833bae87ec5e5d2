// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/kiosk/servicewords.h"

#include "app/base/clock.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ServiceWords", text);
}

/// 6時00分, and the day where it is another one.
QString momentText(const QDateTime &utc, const QDateTime &nowUtc)
{
    const QDateTime at = toTokyo(utc);
    const QString time = words(QT_TRANSLATE_NOOP("ServiceWords", "%1時%2分")).arg(at.time().hour()).arg(at.time().minute(), 2, 10, QChar(u'0'));
    if (at.date() == toTokyo(nowUtc).date())
        return time;
    return words(QT_TRANSLATE_NOOP("ServiceWords", "%1月%2日%3")).arg(at.date().month()).arg(at.date().day()).arg(time);
}

QString serviceName(Service service)
{
    switch (service) {
    case Service::Portal: return words(QT_TRANSLATE_NOOP("ServiceWords", "マイナポータル"));
    case Service::Eligibility: return words(QT_TRANSLATE_NOOP("ServiceWords", "オンライン資格確認等システム"));
    case Service::Pmh: return words(QT_TRANSLATE_NOOP("ServiceWords", "PMH"));
    case Service::InformationNetwork: return words(QT_TRANSLATE_NOOP("ServiceWords", "情報提供ネットワークシステム"));
    case Service::InsurerServer: return words(QT_TRANSLATE_NOOP("ServiceWords", "医療保険者向け中間サーバ"));
    }
    return {};
}

ServiceWords stoppedWords(const QString &name, const QString &until)
{
    const QString paper = words(QT_TRANSLATE_NOOP("ServiceWords", "紙の予診票をお渡しします。受付の職員にお声がけください。"));
    const QString end = until.isEmpty() ? QString() : words(QT_TRANSLATE_NOOP("ServiceWords", "%1ごろまで止まる予定です。")).arg(until);
    return {words(QT_TRANSLATE_NOOP("ServiceWords", "いま、カードでの受付を休止しています")), end + paper,
            words(QT_TRANSLATE_NOOP("ServiceWords", "%1が止まっています。%2紙で受け付けてください。復旧すると、この表示は消えます。")).arg(name, end), true, true};
}

ServiceWords troubledWords(const QString &name)
{
    return {words(QT_TRANSLATE_NOOP("ServiceWords", "いま、つながりにくくなっています")),
            words(QT_TRANSLATE_NOOP("ServiceWords", "時間がかかることがあります。紙の予診票もあります。受付の職員にお声がけください。")),
            words(QT_TRANSLATE_NOOP("ServiceWords", "%1から返事がないか、遅れています。お急ぎの方は紙で受け付けてください。つながると、この表示は消えます。")).arg(name), true, false};
}

/// Only people who use it for the first time are concerned.
ServiceWords registrationWords(const QString &name, const QString &from, const QString &until)
{
    const QString when = until.isEmpty() ? words(QT_TRANSLATE_NOOP("ServiceWords", "いま"))
        : from.isEmpty()                 ? words(QT_TRANSLATE_NOOP("ServiceWords", "%1まで")).arg(until)
                                         : words(QT_TRANSLATE_NOOP("ServiceWords", "%1から%2まで")).arg(from, until);
    return {words(QT_TRANSLATE_NOOP("ServiceWords", "%1、はじめての方の利用者登録はできません")).arg(when),
            words(QT_TRANSLATE_NOOP("ServiceWords", "以前に利用したことのある方は、このまま受付できます。はじめての方には紙の予診票をお渡しします。受付の職員にお声がけください。")),
            words(QT_TRANSLATE_NOOP("ServiceWords", "%1が停止している時間帯です。利用者登録が済んでいない方は紙で受け付けてください。")).arg(name), false, false};
}

} // namespace

std::optional<ServiceWords> serviceWords(const QList<ServiceNotice> &notices, const QDateTime &nowUtc)
{
    if (notices.isEmpty())
        return std::nullopt;
    const ServiceNotice &first = notices.first();
    const QString name = serviceName(first.service);
    const QString until = first.until.isValid() ? momentText(first.until, nowUtc) : QString();
    if (first.kind == ServiceNotice::Kind::Troubled)
        return troubledWords(name);
    if (isNeededForVisits(first.service))
        return stoppedWords(name, until);
    const QString from = first.from.isValid() ? momentText(first.from, nowUtc) : QString();
    return registrationWords(name, from, until);
}

} // namespace uk
