// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/portal/callback.h"

#include <cstdint>
#include <cstdlib>

using namespace uk;

namespace {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

/// What a query may become: the answer is bounded and visible, an error is one of the flow's own.
void readQuery(const QByteArray &query)
{
    for (const PortalErrand errand : {PortalErrand::Consent, PortalErrand::UserRegistration}) {
        const auto answer = readCallback(query, {errand, "STATE", {QUrl(QStringLiteral("https://portal.example/a"))}});
        if (!answer) {
            require(!answer.error().detail.isEmpty() && answer.error().arguments.isEmpty());
            continue;
        }
        require(query.contains("state") && !answer->isEmpty() && answer->size() <= 2048);
        require(errand == PortalErrand::Consent || *answer == "1");
        for (const char c : *answer)
            require(c > 0x20 && c < 0x7f);
    }
}

RequestHead read(QByteArrayView received)
{
    return readRequestHead(received, "/callback", "127.0.0.1:4711");
}

} // namespace

/// The loopback listener's request line and headers, in one piece and in the pieces in which a network may bring them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView whole(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const RequestHead head = read(whole);
    if (head.kind == RequestHead::Kind::Callback) {
        require(head.query.size() <= maxRequestLine && !head.query.contains(' ') && !head.query.contains('\0'));
        readQuery(head.query);
    }
    readQuery(whole.toByteArray()); // as if it had been the query
    // What was decided on fewer bytes stays decided, or a request would count or not by the size of its packets.
    for (qsizetype part : {whole.size() / 4, whole.size() / 2, whole.size() - 1}) {
        const RequestHead before = read(whole.first(std::max<qsizetype>(part, 0)));
        if (before.kind == RequestHead::Kind::Incomplete)
            continue;
        require(before.kind == head.kind && before.query == head.query);
    }
    return 0;
}
