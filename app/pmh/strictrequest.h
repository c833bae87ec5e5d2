// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkRequest>

class QNetworkAccessManager;
class QNetworkReply;

namespace uk {

class OnceBody;

/// A request as every one of the program is sent: TLS 1.2 or newer, no redirect, no cookie, no cache, no remembered
/// password, no compressed answer (which could grow past every limit before it is seen). What the purpose needs beyond
/// that is added by the caller.
[[nodiscard]] QNetworkRequest strictRequest(const QUrl &url);

/// POST of a body that is never sent twice, not even by the network library (contract README, rule 5). The reply belongs
/// to the caller, as with QNetworkAccessManager::post; the body must live as long as the reply.
[[nodiscard]] QNetworkReply *postOnce(QNetworkAccessManager &network, QNetworkRequest request, OnceBody &body);

} // namespace uk
