// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "trainingclient.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

QByteArray WireAnswer::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QUrlQuery WireAnswer::callback() const
{
    return QUrlQuery(QUrl::fromEncoded(header("Location")));
}

TrainingClient::TrainingClient(const uk::TrainingServer &server)
    : m_base(server.baseUrl())
    , m_control(server.controlUrl())
{
}

TrainingHost::TrainingHost()
    : m_server(new uk::TrainingServer)
{
    m_server->moveToThread(&m_thread);
    m_thread.start();
}

TrainingHost::~TrainingHost()
{
    m_server->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

uk::Result<void> TrainingHost::start(const uk::TrainingServerOptions &options)
{
    uk::Result<void> result;
    QMetaObject::invokeMethod(m_server, [&] { result = m_server->start(options); }, Qt::BlockingQueuedConnection);
    return result;
}

WireAnswer TrainingClient::send(const QUrl &url, const QByteArray &method, const QByteArray &body,
                                const QByteArray &headers) const
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    socket.write(method + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                 + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers
                 + "\r\n" + body);
    QByteArray received;
    WireAnswer answer;
    while (!answer.isComplete && (socket.bytesAvailable() > 0 || socket.waitForReadyRead(20000))) {
        received += socket.readAll();
        const qsizetype gap = received.indexOf("\r\n\r\n");
        if (gap > 0) {
            answer.head = received.left(gap);
            answer.body = received.mid(gap + 4);
            answer.isComplete = answer.body.size() >= answer.header("Content-Length").toLongLong();
        }
    }
    if (answer.head.startsWith("HTTP/1.1 "))
        answer.status = answer.head.mid(9, 3).toInt();
    return answer;
}

WireAnswer TrainingClient::get(const QString &pathAndQuery) const
{
    return send(QUrl(m_base.toString() + pathAndQuery), "GET");
}

WireAnswer TrainingClient::postForm(const QString &path, const QList<std::pair<QString, QString>> &fields) const
{
    QByteArray body;
    for (const auto &[name, value] : fields)
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return send(QUrl(m_base.toString() + path), "POST", body, "Content-Type: application/x-www-form-urlencoded\r\n");
}

WireAnswer TrainingClient::pmh(const QJsonObject &request, const QString &path) const
{
    return send(QUrl(m_base.toString() + path), "POST", QJsonDocument(request).toJson(),
                "Content-Type: application/json\r\nAuthorization: Bearer " + m_token + "\r\n");
}

WireAnswer TrainingClient::raw(const QByteArray &body, const QByteArray &contentType) const
{
    return send(QUrl(m_base.toString() + u"/pmh/vaccination/v4"_s), "POST", body,
                "Content-Type: " + contentType + "\r\nAuthorization: Bearer " + m_token + "\r\n");
}

WireAnswer TrainingClient::control(const QByteArray &method, const QString &path, const QJsonValue &body) const
{
    const QByteArray text = body.isArray() ? QJsonDocument(body.toArray()).toJson()
        : body.isObject()                  ? QJsonDocument(body.toObject()).toJson()
                                           : QByteArray();
    return send(QUrl(m_control.toString() + path), method, text, "Content-Type: application/json\r\n");
}

void TrainingClient::fault(const QJsonObject &spec) const
{
    const WireAnswer answer = control("POST", u"/faults"_s, spec);
    QVERIFY2(answer.status == 200, answer.body.constData());
}

void TrainingClient::signIn(const QString &person, const QStringList &scopes)
{
    const WireAnswer answer = control("POST", u"/tokens"_s,
                                      QJsonObject{{u"person"_s, person}, {u"scopes"_s, QJsonArray::fromStringList(scopes)}});
    m_token = answer.json().value("token"_L1).toString().toLatin1();
}

QString hrefOf(const QByteArray &page, const QString &id)
{
    const QRegularExpression link(u"id=\"%1\" href=\"([^\"]+)\""_s.arg(QRegularExpression::escape(id)));
    return link.match(QString::fromUtf8(page)).captured(1).replace("&amp;"_L1, "&"_L1);
}

QString hiddenField(const QByteArray &page, const QString &name)
{
    const QRegularExpression field(u"name=\"%1\" value=\"([^\"]+)\""_s.arg(QRegularExpression::escape(name)));
    return field.match(QString::fromUtf8(page)).captured(1);
}
