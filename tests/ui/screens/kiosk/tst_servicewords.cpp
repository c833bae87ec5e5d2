// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/kiosk/servicewords.h"

#include "translations/language.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace uk;

/// What is told while a service stands still: in words, with the paper route, in every language.
class ServiceWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyNoticeNamesThePaperRoute_data();
    void everyNoticeNamesThePaperRoute();
    void nothingIsSaidWhereAllIsWell();
    void hoursAreThoseOfTokyo();
    void whatStopsEverybodyComesBeforeWhatStopsSome();
};

namespace {

const QDateTime now(QDate(2026, 5, 11), QTime(18, 10), Qt::UTC); // 3:10 on the 12th in Tokyo

} // namespace

void ServiceWordsTest::everyNoticeNamesThePaperRoute_data()
{
    QTest::addColumn<int>("service");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("hasEnd");
    QTest::addColumn<QString>("language");
    for (int service = 0; service <= int(Service::InsurerServer); ++service)
        for (const auto kind : {ServiceNotice::Kind::Stopped, ServiceNotice::Kind::Troubled})
            for (const bool hasEnd : {false, true})
                for (const QString &language : {u"ja"_s, u"en"_s})
                    QTest::addRow("service %d, kind %d, %s, %s", service, int(kind), hasEnd ? "with end" : "open", qPrintable(language))
                        << service << int(kind) << hasEnd << language;
}

void ServiceWordsTest::everyNoticeNamesThePaperRoute()
{
    QFETCH(int, service);
    QFETCH(int, kind);
    QFETCH(bool, hasEnd);
    QFETCH(QString, language);
    Language screen;
    QVERIFY(screen.set(language));
    const ServiceNotice notice{Service(service), ServiceNotice::Kind(kind), {}, hasEnd ? now.addSecs(3600) : QDateTime()};
    const auto words = serviceWords({notice}, now);
    QVERIFY(words);
    const QString paper = language == "ja"_L1 ? u"紙"_s : u"aper"_s;
    QVERIFY(!words->title.isEmpty());
    QVERIFY2(words->patient.contains(paper), qPrintable(words->patient));
    QVERIFY2(words->staff.contains(paper), qPrintable(words->staff));
    for (const QString &text : {words->title, words->patient, words->staff})
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
    screen.set(u"ja"_s);
}

void ServiceWordsTest::nothingIsSaidWhereAllIsWell()
{
    QVERIFY(!serviceWords({}, now));
}

void ServiceWordsTest::hoursAreThoseOfTokyo()
{
    const QList<ServiceNotice> stops = plannedStops(now, 30);
    QCOMPARE(stops.size(), 1);
    QCOMPARE(serviceWords(stops, now)->title, u"6時00分まで、はじめての方の利用者登録はできません"_s);
    const QDateTime before = now.addSecs(-1200);
    QCOMPARE(serviceWords(plannedStops(before, 30), before)->title, u"3時00分から6時00分まで、はじめての方の利用者登録はできません"_s);
    const ServiceNotice tomorrow{Service::Pmh, ServiceNotice::Kind::Stopped, {}, now.addDays(1)};
    QVERIFY(serviceWords({tomorrow}, now)->patient.startsWith(u"5月13日3時10分ごろまで"_s));
}

void ServiceWordsTest::whatStopsEverybodyComesBeforeWhatStopsSome()
{
    const ServiceNotice pmh{Service::Pmh, ServiceNotice::Kind::Stopped, {}, {}};
    const ServiceNotice insurers{Service::InsurerServer, ServiceNotice::Kind::Stopped, {}, {}};
    QCOMPARE(serviceWords({pmh, insurers}, now)->title, u"いま、カードでの受付を休止しています"_s);
    QVERIFY(serviceWords({pmh, insurers}, now)->isClosed);
    QVERIFY(!serviceWords({insurers}, now)->isClosed);
    QVERIFY(!serviceWords({{Service::Pmh, ServiceNotice::Kind::Troubled, {}, {}}}, now)->isClosed);
    QVERIFY(serviceWords({pmh, insurers}, now)->concernsOpenVisits);
    QVERIFY(!serviceWords({insurers}, now)->concernsOpenVisits);
}

QTEST_GUILESS_MAIN(ServiceWordsTest)
#include "tst_servicewords.moc"
