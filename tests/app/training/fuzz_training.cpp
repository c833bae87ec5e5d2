// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// Any body to any address of the training server and of its control port. Input: one line "METHOD PATH", then the body.
#include "app/training/control.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace uk::training;

namespace {

const QStringList scopes{u"vaccination"_s, u"maternal-child"_s, u"medical-subsidy"_s};

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

/// The server without its sockets.
struct Rig
{
    World world{*loadResidents({})};
    WireNames names;
    Faults faults;
    Portal portal{world, u"uketsuke-training"_s, {}};
    Pmh pmh{world, names};
    Municipality municipality{world, u"m"_s};
    Exchange exchange{world, portal, pmh, municipality, faults, names};
    Control control{world, portal, pmh, municipality, faults, exchange};
};

Rig &rig()
{
    static Rig instance;
    return instance;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype end = input.indexOf('\n');
    const QList<QByteArray> line = input.left(end < 0 ? 0 : end).split(' ');
    if (line.size() != 2)
        return 0;
    Rig &server = rig();
    const bool isMunicipality = line[1].startsWith("/municipality/");
    // Each input meets the server as it starts, with a person who has the most forms.
    require(server.control.handle({"POST", u"/reset"_s, {}, {}, {}}).response.status == 200);
    const QByteArray token = server.world.issueToken(*server.world.person(u"hanae"_s), scopes);
    HttpRequest request{line[0], QString::fromUtf8(line[1]), {}, {}, input.mid(end + 1)};
    request.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer " + (isMunicipality ? QByteArray("m") : token)}};
    const bool isControl = !isMunicipality && !request.path.startsWith("/pmh/"_L1) && !request.path.startsWith("/portal/"_L1);
    const HttpAnswer answer = isControl ? server.control.handle(request) : server.exchange.handle(request);
    const HttpResponse &response = answer.response;
    require(response.status >= 200 && response.status < 600);
    if (!response.content.isNull())
        require(uk::parseJson(response.bytes()).has_value());
    // What was refused did not take effect.
    if (!isControl && response.status >= 400)
        require(server.world.journal(0).isEmpty());
    if (response.status >= 400)
        require(!response.content["code"_L1].toString().isEmpty() || response.contentType.startsWith("text/html"));
    return 0;
}
