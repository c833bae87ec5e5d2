// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
// The portal of the training server over real HTTP: pages, code, token, revocation, registration, state.
#include "trainingclient.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString verifier = u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRST"_s;
const QString redirect = u"http://127.0.0.1:5555/callback"_s;
const QString state = u"state-of-22-characters"_s;

using Fields = QList<std::pair<QString, QString>>;

Fields authorizeFields()
{
    const QByteArray challenge = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return {{u"response_type"_s, u"code"_s},
            {u"client_id"_s, u"uketsuke-training"_s},
            {u"redirect_uri"_s, redirect},
            {u"state"_s, state},
            {u"code_challenge"_s, QString::fromLatin1(challenge)},
            {u"code_challenge_method"_s, u"S256"_s},
            {u"scope"_s, u"vaccination maternal-child"_s}};
}

Fields tokenFields(const QString &code)
{
    return {{u"grant_type"_s, u"authorization_code"_s},
            {u"code"_s, code},
            {u"redirect_uri"_s, redirect},
            {u"client_id"_s, u"uketsuke-training"_s},
            {u"code_verifier"_s, verifier}};
}

/// The fields with one of them changed; a null value takes it out.
Fields with(Fields fields, const QString &name, const QString &value)
{
    if (value.isNull())
        fields.removeIf([&name](const auto &field) { return field.first == name; });
    for (auto &field : fields) {
        if (field.first == name)
            field.second = value;
    }
    return fields;
}

QString addressOf(const QString &path, const Fields &fields)
{
    QString query;
    for (const auto &[name, value] : fields)
        query += (query.isEmpty() ? u"?"_s : u"&"_s) + name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
    return path + query;
}

} // namespace

class TestTrainingPortal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_host.start()); }
    void cleanup() { QCOMPARE(TrainingClient(m_host.server()).control("POST", u"/reset"_s).status, 200); }

    void walkByLinks_endsInACodeAndTheStateOfTheRequest()
    {
        const WireAnswer answer = walk(u"minori"_s);
        QCOMPARE(answer.status, 302);
        QVERIFY(answer.header("Location").startsWith("http://127.0.0.1:5555/callback?"));
        QCOMPARE(answer.callback().queryItemValue(u"state"_s), state);
        QVERIFY(!answer.callback().queryItemValue(u"code"_s).isEmpty());
    }

    void everyPage_isMarkedNeedsNoScriptAndHasAWayOut()
    {
        const QList<QByteArray> pages = pagesOf(u"minori"_s);
        QCOMPARE(pages.size(), 4);
        for (const QByteArray &page : pages) {
            QVERIFY(page.contains("訓練・架空"));
            QVERIFY(page.contains("<html lang=\"ja\">"));
            QVERIFY(!page.contains("<script"));
            QVERIFY(!hrefOf(page, u"give-up"_s).isEmpty());
        }
    }

    void termsPage_listsExactlyTheAskedScopes()
    {
        const QByteArray page = client().get(addressOf(u"/portal/authorize"_s, authorizeFields())).body;
        QVERIFY(page.contains("data-scope=\"vaccination\""));
        QVERIFY(page.contains("data-scope=\"maternal-child\""));
        QVERIFY(!page.contains("data-scope=\"medical-subsidy\""));
    }

    void nextWithoutAgreement_staysOnTheTerms()
    {
        const QByteArray terms = client().get(addressOf(u"/portal/authorize"_s, authorizeFields())).body;
        const WireAnswer next = client().get(u"/portal/method?walk="_s + hiddenField(terms, u"walk"_s));
        QVERIFY(next.body.contains("id=\"terms-agree\""));
        QVERIFY(!next.body.contains("id=\"method-ic\""));
    }

    void identityCheck_offersTheCardOnTheTrayFirstAndEverybodyElse()
    {
        m_host.server().setCardOnTray(u"haruka"_s);
        const QByteArray page = pagesOf(u"minori"_s)[2];
        m_host.server().setCardOnTray({});
        QVERIFY(page.indexOf("resident-haruka") < page.indexOf("resident-minori"));
        for (const uk::ResidentInfo &resident : m_host.server().residents())
            QVERIFY2(page.contains(">" + resident.name.toHtmlEscaped().toUtf8() + "</a>"), qPrintable(resident.key));
    }

    void givingUp_isAccessDenied()
    {
        const QByteArray page = client().get(addressOf(u"/portal/authorize"_s, authorizeFields())).body;
        const WireAnswer answer = client().get(hrefOf(page, u"give-up"_s));
        QCOMPARE(answer.callback().queryItemValue(u"error"_s), u"access_denied"_s);
        QCOMPARE(answer.callback().queryItemValue(u"state"_s), state);
    }

    void residents_endInTheirOwnError_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("error");
        QTest::newRow("not registered") << u"rin"_s << u"registration_required"_s;
        QTest::newRow("certificate expired") << u"tadashi"_s << u"certificate_expired"_s;
    }
    void residents_endInTheirOwnError()
    {
        QFETCH(QString, person);
        QFETCH(QString, error);
        QCOMPARE(walk(person).callback().queryItemValue(u"error"_s), error);
    }

    void badAuthorize_isRedirectedWithItsError_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::newRow("no response type") << u"response_type"_s << QString() << u"invalid_request"_s;
        QTest::newRow("other response type") << u"response_type"_s << u"token"_s << u"unsupported_response_type"_s;
        QTest::newRow("short state") << u"state"_s << u"short"_s << u"invalid_request"_s;
        QTest::newRow("no challenge") << u"code_challenge"_s << QString() << u"invalid_request"_s;
        QTest::newRow("short challenge") << u"code_challenge"_s << u"abc"_s << u"invalid_request"_s;
        QTest::newRow("plain challenge") << u"code_challenge_method"_s << u"plain"_s << u"invalid_request"_s;
        QTest::newRow("unknown scope") << u"scope"_s << u"vaccination everything"_s << u"invalid_scope"_s;
        QTest::newRow("no scope") << u"scope"_s << QString() << u"invalid_scope"_s;
    }
    void badAuthorize_isRedirectedWithItsError()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        const WireAnswer answer = client().get(addressOf(u"/portal/authorize"_s, with(authorizeFields(), name, value)));
        QCOMPARE(answer.status, 302);
        QCOMPARE(answer.callback().queryItemValue(u"error"_s), error);
    }

    void unknownClientOrTarget_isShownAndNeverRedirected_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("client") << u"client_id"_s << u"somebody"_s;
        QTest::newRow("other host") << u"redirect_uri"_s << u"http://127.0.0.2:5555/callback"_s;
        QTest::newRow("name instead of address") << u"redirect_uri"_s << u"http://localhost:5555/callback"_s;
        QTest::newRow("other path") << u"redirect_uri"_s << u"http://127.0.0.1:5555/other"_s;
        QTest::newRow("user info") << u"redirect_uri"_s << u"http://a@127.0.0.1:5555/callback"_s;
        QTest::newRow("fragment") << u"redirect_uri"_s << u"http://127.0.0.1:5555/callback#x"_s;
        QTest::newRow("https") << u"redirect_uri"_s << u"https://127.0.0.1:5555/callback"_s;
    }
    void unknownClientOrTarget_isShownAndNeverRedirected()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const WireAnswer answer = client().get(addressOf(u"/portal/authorize"_s, with(authorizeFields(), name, value)));
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.header("Location").isEmpty());
    }

    void targetNamedTwice_isNotRedirected()
    {
        const QString twice = addressOf(u"/portal/authorize"_s, authorizeFields()) + "&redirect_uri=http://127.0.0.1:9/callback"_L1;
        QCOMPARE(client().get(twice).status, 400);
    }

    void ipv6Callback_isTaken()
    {
        const Fields fields = with(authorizeFields(), u"redirect_uri"_s, u"http://[::1]:5555/callback"_s);
        QCOMPARE(client().get(addressOf(u"/portal/authorize"_s, fields)).status, 200);
    }

    void codeWithItsVerifier_givesATokenThatReachesThePerson()
    {
        const WireAnswer answer = client().postForm(u"/portal/token"_s, tokenFields(codeFor(u"minori"_s)));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Cache-Control"), "no-store");
        QCOMPARE(answer.json()["token_type"_L1].toString(), u"Bearer"_s);
        QVERIFY(answer.json()["expires_in"_L1].toInt() > 0);
        TrainingClient linked = client();
        linked.setToken(answer.json()["access_token"_L1].toString().toLatin1());
        const WireAnswer read = linked.pmh({{u"processType"_s, u"InquireQuestionnaireAnswer"_s},
                                            {u"questionnaireManagementId"_s, u"Q-MI-MR1"_s}});
        QCOMPARE(read.json()["basicFiveInfo"_L1]["name"_L1].toString(), u"𠮷﨑　みのり"_s);
        QCOMPARE(linked.pmh({{u"processType"_s, u"InquireMedicalSubsidies"_s}}, u"/pmh/medical-subsidy/v3"_s).code(), u"E4032"_s);
    }

    void badTokenRequest_hasItsErrorAndUsesTheCodeUp_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::newRow("no grant type") << u"grant_type"_s << QString() << u"invalid_request"_s;
        QTest::newRow("other grant type") << u"grant_type"_s << u"password"_s << u"unsupported_grant_type"_s;
        QTest::newRow("no code") << u"code"_s << QString() << u"invalid_request"_s;
        QTest::newRow("unknown code") << u"code"_s << u"nothing"_s << u"invalid_grant"_s;
        QTest::newRow("no redirect") << u"redirect_uri"_s << QString() << u"invalid_request"_s;
        QTest::newRow("other redirect") << u"redirect_uri"_s << u"http://127.0.0.1:5556/callback"_s << u"invalid_grant"_s;
        QTest::newRow("no client") << u"client_id"_s << QString() << u"invalid_request"_s;
        QTest::newRow("other client") << u"client_id"_s << u"somebody"_s << u"invalid_client"_s;
        QTest::newRow("no verifier") << u"code_verifier"_s << QString() << u"invalid_request"_s;
        QTest::newRow("other verifier") << u"code_verifier"_s << QString(verifier).replace(u'a', u'b') << u"invalid_grant"_s;
        QTest::newRow("short verifier") << u"code_verifier"_s << u"abc"_s << u"invalid_grant"_s;
    }
    void badTokenRequest_hasItsErrorAndUsesTheCodeUp()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        const QString code = codeFor(u"minori"_s);
        const WireAnswer answer = client().postForm(u"/portal/token"_s, with(tokenFields(code), name, value));
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json()["error"_L1].toString(), error);
        QCOMPARE(answer.header("Cache-Control"), "no-store");
        const bool namedTheCode = name != "code"_L1;
        const WireAnswer again = client().postForm(u"/portal/token"_s, tokenFields(code));
        QCOMPARE(again.status, namedTheCode ? 400 : 200);
    }

    void codeUsedTwice_revokesItsToken()
    {
        const QString code = codeFor(u"minori"_s);
        TrainingClient linked = client();
        linked.setToken(client().postForm(u"/portal/token"_s, tokenFields(code)).json()["access_token"_L1].toString().toLatin1());
        QCOMPARE(linked.pmh({{u"processType"_s, u"InquireQuestionnaireList"_s}}).status, 200);
        QCOMPARE(client().postForm(u"/portal/token"_s, tokenFields(code)).json()["error"_L1].toString(), u"invalid_grant"_s);
        QCOMPARE(linked.pmh({{u"processType"_s, u"InquireQuestionnaireList"_s}}).code(), u"E4011"_s);
    }

    void revokedToken_isUnknownFromThenOn()
    {
        const QString token = client().postForm(u"/portal/token"_s, tokenFields(codeFor(u"minori"_s))).json()["access_token"_L1].toString();
        TrainingClient linked = client();
        linked.setToken(token.toLatin1());
        QCOMPARE(client().postForm(u"/portal/revoke"_s, {{u"token"_s, token}}).status, 200);
        QCOMPARE(client().postForm(u"/portal/revoke"_s, {{u"token"_s, u"unknown"_s}}).status, 200);
        QCOMPARE(linked.pmh({{u"processType"_s, u"InquireQuestionnaireList"_s}}).status, 401);
    }

    void registration_makesTheConsentPossible()
    {
        const WireAnswer registered = walk(u"rin"_s, u"/portal/register"_s);
        QCOMPARE(registered.callback().queryItemValue(u"registered"_s), u"1"_s);
        QCOMPARE(registered.callback().queryItemValue(u"state"_s), state);
        QVERIFY(!walk(u"rin"_s).callback().queryItemValue(u"code"_s).isEmpty());
    }

    void plannedStop_stopsRegistrationOnlyAndIsAnnounced()
    {
        // Saturday 2026-11-21 is the third of its month.
        QCOMPARE(client().control("PUT", u"/clock"_s, QJsonObject{{u"now"_s, u"2026-11-21T01:00:00Z"_s}}).status, 200);
        QCOMPARE(client().control("PUT", u"/services"_s, QJsonObject{{u"planned"_s, true}}).status, 200);
        const WireAnswer stopped = client().get(addressOf(u"/portal/register"_s, authorizeFields()));
        QCOMPARE(stopped.callback().queryItemValue(u"error"_s), u"temporarily_unavailable"_s);
        QVERIFY(!codeFor(u"minori"_s).isEmpty());
        QCOMPARE(stateOf(u"information-network"_s)["state"_L1].toString(), u"maintenance"_s);
        QCOMPARE(stateOf(u"information-network"_s)["until"_L1].toString(), u"2026-11-22T15:00:00Z"_s);
        QCOMPARE(stateOf(u"portal"_s)["state"_L1].toString(), u"up"_s);
        QCOMPARE(client().control("PUT", u"/clock"_s, QJsonObject{{u"now"_s, u"2026-11-19T01:00:00Z"_s}}).status, 200);
        QCOMPARE(stateOf(u"information-network"_s)["state"_L1].toString(), u"up"_s);
        QVERIFY(stateOf(u"information-network"_s)["message"_L1].toString().contains(u"11月21日"_s));
    }

    void stoppedPortal_sendsTheResidentBack()
    {
        const QJsonArray stops{QJsonObject{{u"service"_s, u"portal"_s}}};
        QCOMPARE(client().control("PUT", u"/services"_s, QJsonObject{{u"stops"_s, stops}}).status, 200);
        const WireAnswer answer = client().get(addressOf(u"/portal/authorize"_s, authorizeFields()));
        QCOMPARE(answer.callback().queryItemValue(u"error"_s), u"temporarily_unavailable"_s);
    }

    void callbackFault_changesTheRedirect()
    {
        client().fault({{u"kind"_s, u"callback"_s}, {u"set"_s, QJsonObject{{u"state"_s, u"forged"_s}}}, {u"remove"_s, QJsonArray{u"code"_s}}});
        const WireAnswer answer = walk(u"minori"_s);
        QCOMPARE(answer.callback().queryItemValue(u"state"_s), u"forged"_s);
        QVERIFY(!answer.callback().hasQueryItem(u"code"_s));
    }

private:
    [[nodiscard]] TrainingClient client() const { return TrainingClient(m_host.server()); }

    [[nodiscard]] QList<QByteArray> pagesOf(const QString &person, const QString &start = u"/portal/authorize"_s) const
    {
        QList<QByteArray> pages{client().get(addressOf(start, authorizeFields())).body};
        pages.append(client().get(u"/portal/method?agree=1&walk="_s + hiddenField(pages.last(), u"walk"_s)).body);
        pages.append(client().get(hrefOf(pages.last(), u"method-ic"_s)).body);
        pages.append(client().get(hrefOf(pages.last(), u"resident-"_s + person)).body);
        return pages;
    }

    [[nodiscard]] WireAnswer walk(const QString &person, const QString &start = u"/portal/authorize"_s) const
    {
        return client().get(hrefOf(pagesOf(person, start).last(), u"link"_s));
    }

    [[nodiscard]] QString codeFor(const QString &person) const { return walk(person).callback().queryItemValue(u"code"_s); }

    [[nodiscard]] QJsonObject stateOf(const QString &service) const
    {
        const QJsonArray services = client().get(u"/portal/status"_s).json()["services"_L1].toArray();
        for (const QJsonValue &entry : services) {
            if (entry["service"_L1].toString() == service)
                return entry.toObject();
        }
        return {};
    }

    mutable TrainingHost m_host;
};

QTEST_GUILESS_MAIN(TestTrainingPortal)
#include "tst_trainingportal.moc"
