// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/training/pmherror.h"

using namespace Qt::StringLiterals;

namespace uk::training {

HttpResponse errorResponse(const PmhError &error)
{
    const QString message = error.place.isEmpty() ? error.message : error.place + ": "_L1 + error.message;
    return HttpResponse::json({{u"code"_s, error.code}, {u"message"_s, message}}, error.status);
}

HttpResponse wrongMethod()
{
    return errorResponse({405, u"E4051"_s, u"method not allowed"_s, {}});
}

HttpResponse unknownPath()
{
    return errorResponse({404, u"E4041"_s, u"no such path"_s, {}});
}

} // namespace uk::training
