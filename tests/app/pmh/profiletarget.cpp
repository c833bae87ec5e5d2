// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/profile.h"
#include "app/pmh/renaming.h"
#include "fuzztargets.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace uk::test {

namespace {

void checkAddress(const QUrl &url)
{
    if (url.isEmpty())
        return;
    const QString host = url.host();
    require(url.isValid() && !host.isEmpty() && url.userInfo().isEmpty() && !url.hasFragment());
    require(url.scheme() == "https"_L1
            || (url.scheme() == "http"_L1 && (host.startsWith("127."_L1) || host == "::1"_L1)));
}

void checkAddresses(const ConnectionProfile &profile)
{
    const ConnectionProfile::Portal &portal = profile.portal;
    for (const QUrl &url : {profile.resultUrl, portal.authorizeUrl, portal.tokenUrl, portal.revokeUrl,
                            portal.registerUrl, portal.statusUrl})
        checkAddress(url);
    require(!profile.areas.isEmpty() && !profile.resultUrl.isEmpty() && !portal.tokenUrl.isEmpty());
    for (const ConnectionProfile::Area &area : profile.areas)
        checkAddress(area.url);
    require(!profile.allowedHosts.isEmpty());
}

} // namespace

void feedProfile(QByteArrayView text)
{
    const auto profile = parseProfile(text.toByteArray(), u"fuzz.json"_s);
    if (!profile) {
        require(profile.error().code == ErrorCode::ProfileInvalid);
        require(profile.error().detail.startsWith("fuzz.json: "_L1));
        return;
    }
    checkAddresses(*profile);
    const Renaming renaming(*profile);
    require(!findNameClash(renaming));
    // One to one: every value finds its way back.
    for (auto list = profile->codes.cbegin(); list != profile->codes.cend(); ++list) {
        const QByteArray name = list.key().toLatin1();
        if (QString::fromLatin1(name) != list.key())
            continue; // no list of the contract
        for (auto code = list->cbegin(); code != list->cend(); ++code)
            require(renaming.wireCode(QLatin1StringView(name), code.value()) == code.key());
    }
    QSet<QString> wireNames;
    for (const ProcessType &type : processTypes())
        wireNames.insert(renaming.wireProcessType(QString(type.name)));
    require(wireNames.size() == qsizetype(processTypes().size()));
}

} // namespace uk::test
