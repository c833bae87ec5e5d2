// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/base/clock.h"
#include "app/base/json.h"
#include "app/pmh/answerrules.h"
#include "app/pmh/client.h"
#include "tests/app/pmh/scriptedserver.h"

#include <QEventLoop>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

/// One questionnaire that is stored at a server, with the answer that the contract gives to an inquiry.
struct StoredQuestionnaire
{
    QByteArray answers = R"([{"itemMasterId":"fever","repeatNumber":1,"result":"1"}])";
    QByteArray status = "1";

    [[nodiscard]] QByteArray inquired() const
    {
        return R"({"questionnaireManagementId":"q1","questionnaireName":"予診票","isAnswerable":true,"answerStatusSeg":")"
            + status + R"(","lastUpdatedPageNumber":1,"basicFiveInfo":{"name":"𠮷田 葛󠄀","nameKana":"ヨシダ クズ",)"
            + R"("address":"東京都","dateOfBirth":"2024-02-29","sex":"2"},"definition":{"groups":[{"label":"一",)"
            + R"("subgroups":[{"items":[{"itemMasterId":"fever","label":"熱","answerType":"shortText"}]}]}]},"answers":)"
            + answers + "}";
    }

    /// Takes effect and gives the contract's answer.
    Reaction store(const ReceivedRequest &request)
    {
        const auto json = uk::parseJson(request.body);
        answers = uk::writeJson(*json->find(u"answers"));
        status = json->find(u"answerStatusSeg")->toString().toUtf8();
        return Reaction::json(R"({"questionnaireManagementId":"q1","answerStatusSeg":")" + status + "\"}");
    }
};

namespace fixture {

inline uk::ConnectionProfile profileFor(const ScriptedServer &server)
{
    const QByteArray json = R"({"displayName":"試験","isTraining":true,
        "operator":{"name":"n","contact":"c","purpose":"p"},
        "portal":{"authorizeUrl":")" + server.address("/a") + R"(","tokenUrl":")" + server.address("/t")
        + R"(","clientId":"c","clientAuth":"none","scopes":["vaccination"]},
        "areas":{"vaccination":{"url":")" + server.address("/pmh/vaccination/v4") + R"(","version":"v4"}},
        "resultUrl":")" + server.address("/pmh/result") + R"(",
        "limits":{"connectTimeoutMs":2000,"totalTimeoutMs":5000,"requestsPerSecond":1000,"burst":1000}})";
    const auto profile = uk::parseProfile(json, QStringLiteral("test.json"));
    if (!profile)
        qFatal("%s", qPrintable(profile.error().detail));
    return *profile;
}

/// Real rules, waits of a few milliseconds.
inline uk::PmhTimings quick()
{
    uk::PmhTimings timings;
    timings.firstRetryMs = 10;
    timings.msPerSecond = 10;
    timings.maxRetryAfterMs = 300;
    timings.firstPollMs = 10;
    timings.maxPollMs = 50;
    timings.totalPollMs = 400;
    timings.firstReadBackMs = 10;
    return timings;
}

inline uk::SecretBuffer secret(const char *text)
{
    return uk::SecretBuffer::copyOf(std::as_bytes(std::span(text, std::strlen(text))));
}

/// Waits for the reply that `ask` is given. In an event loop, because QTest::qWaitFor() sleeps for 10 ms between looks,
/// and where the server runs in the same thread each step of an exchange costs one.
template<class T, class Ask>
uk::Result<T> waitFor(Ask ask)
{
    std::optional<uk::Result<T>> result;
    QEventLoop loop;
    ask([&result, inLoop = QPointer(&loop)](uk::Result<T> got) {
        if (!inLoop)
            return;
        result = std::move(got);
        inLoop->quit();
    });
    QTimer::singleShot(15000, &loop, &QEventLoop::quit);
    if (!result)
        loop.exec();
    return result ? *std::move(result) : uk::failure(uk::ErrorCode::Internal, QStringLiteral("no reply"));
}

/// Submits the answer 37 to StoredQuestionnaire as it is at first.
inline uk::Result<uk::RegistrationResult> registerFever(uk::PmhClient &client)
{
    const uk::AnswerKey fever{QStringLiteral("fever"), 1};
    uk::QuestionnaireRecord basis;
    basis.questionnaireManagementId = QStringLiteral("q1");
    basis.answerStatusSeg = QStringLiteral("1");
    basis.answers = {{fever, QStringLiteral("1")}};
    return waitFor<uk::RegistrationResult>([&](auto reply) {
        client.registerQuestionnaire({QStringLiteral("q1"), QStringLiteral("2"), 1, {{fever, QStringLiteral("37")}}}, basis,
                                     std::move(reply));
    });
}

} // namespace fixture
