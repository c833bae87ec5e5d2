// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/pmh/proxychoice.h"

#include <QFile>
#include <QHostAddress>
#include <QMutex>
#include <QNetworkProxyQuery>

#include <pacparser.h>

using namespace Qt::StringLiterals;

namespace uk {

namespace {

constexpr qint64 maxPacBytes = 1024 * 1024; // as browsers limit it

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

std::optional<QNetworkProxy> proxyOf(const QString &entry)
{
    const QStringList words = entry.simplified().split(u' ');
    const QString kind = words.first().toUpper();
    if (kind == "DIRECT"_L1)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const bool isSocks = kind == "SOCKS"_L1 || kind == "SOCKS5"_L1;
    const QUrl address("http://"_L1 + words.value(1));
    if ((!isSocks && kind != "PROXY"_L1 && kind != "HTTP"_L1) || words.size() != 2 || !address.isValid() || address.host().isEmpty())
        return std::nullopt;
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, address.host(),
                         static_cast<quint16>(address.port(isSocks ? 1080 : 80)));
}

/// The library keeps one script for the whole process.
class PacScript
{
public:
    explicit PacScript(const QByteArray &text)
        : m_lock(&mutex())
    {
        pacparser_set_error_printer([](const char *, va_list) { return 0; }); // it would show parts of the script
        m_isReady = pacparser_init() && pacparser_parse_pac_string(text.constData());
    }
    ~PacScript() { pacparser_cleanup(); }
    Q_DISABLE_COPY_MOVE(PacScript)

    [[nodiscard]] Result<QList<QNetworkProxy>> ask(const QString &host) const
    {
        const QByteArray url = "https://" + host.toLatin1() + '/';
        // The answer belongs to the script's engine.
        const char *answer = m_isReady ? pacparser_find_proxy(url.constData(), host.toLatin1().constData()) : nullptr;
        return answer ? readPacAnswer(QString::fromLatin1(answer))
                      : failure(ErrorCode::ProxyUnreachable, u"the PAC file does not run"_s);
    }

private:
    static QMutex &mutex()
    {
        static QMutex only;
        return only;
    }
    QMutexLocker<QMutex> m_lock;
    bool m_isReady = false;
};

Result<ProxyTable> findByPac(const QString &path, const QStringList &hosts)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxPacBytes)
        return failure(ErrorCode::ProxyUnreachable, u"the PAC file cannot be read"_s);
    const PacScript script(file.readAll());
    ProxyTable table;
    for (const QString &host : hosts) {
        UK_TRY(const QList<QNetworkProxy> proxies, script.ask(host));
        table.insert(host, proxies);
    }
    return table;
}

} // namespace

ProxySettings proxySettings(const Settings &settings)
{
    using enum ProxySettings::Mode;
    const QHash<QString, ProxySettings::Mode> modes{{u"none"_s, None}, {u"manual"_s, Manual}, {u"pac"_s, Pac}};
    return {modes.value(settings.text(Setting::ProxyMode), System), settings.text(Setting::ProxyHost),
            static_cast<quint16>(settings.number(Setting::ProxyPort)), settings.text(Setting::ProxyUser), {},
            settings.text(Setting::ProxyPacFile)};
}

Result<QList<QNetworkProxy>> readPacAnswer(const QString &answer)
{
    QList<QNetworkProxy> proxies;
    for (const QString &entry : answer.split(u';', Qt::SkipEmptyParts)) {
        if (const auto proxy = proxyOf(entry))
            proxies.append(*proxy);
    }
    if (proxies.isEmpty())
        return failure(ErrorCode::ProxyUnreachable, u"the PAC file names no usable proxy"_s);
    return proxies;
}

Result<ProxyTable> findProxies(const ProxySettings &settings, const QStringList &allowedHosts)
{
    QStringList hosts;
    for (const QString &allowed : allowedHosts) {
        const QString host = QUrl("https://"_L1 + allowed).host();
        if (!isLoopback(host) && !hosts.contains(host))
            hosts.append(host);
    }
    if (settings.mode == ProxySettings::Mode::Pac)
        return findByPac(settings.pacFile, hosts);
    ProxyTable table;
    if (settings.mode == ProxySettings::Mode::System) {
        for (const QString &host : std::as_const(hosts))
            table.insert(host, QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(QUrl("https://"_L1 + host))));
    }
    return table;
}

ProxyChoice::ProxyChoice(ProxySettings settings, ProxyTable table)
    : m_settings(std::move(settings))
    , m_table(std::move(table))
{
}

QList<QNetworkProxy> ProxyChoice::chosen(const QString &host, const QNetworkProxyQuery &query) const
{
    if (m_settings.mode == ProxySettings::Mode::Manual)
        return {QNetworkProxy(QNetworkProxy::HttpProxy, m_settings.host, m_settings.port)};
    if (const auto known = m_table.constFind(host); known != m_table.cend())
        return *known;
    // Port 0 answers nobody, and at once.
    return m_settings.mode == ProxySettings::Mode::Pac
        ? QList{QNetworkProxy(QNetworkProxy::HttpProxy, QHostAddress(QHostAddress::LocalHost).toString(), 0)}
        : systemProxyForQuery(query);
}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    const QList<QNetworkProxy> direct{QNetworkProxy(QNetworkProxy::NoProxy)};
    const QString host = query.queryType() == QNetworkProxyQuery::UrlRequest ? query.url().host() : query.peerHostName();
    const bool isListening = query.queryType() == QNetworkProxyQuery::TcpServer;
    if (isListening || isLoopback(host) || m_settings.mode == ProxySettings::Mode::None)
        return direct;
    QList<QNetworkProxy> proxies = chosen(host.toLower(), query);
    for (QNetworkProxy &proxy : proxies) {
        // Half of what it takes to log in only makes some proxies answer otherwise than by asking.
        if (proxy.type() != QNetworkProxy::NoProxy && proxy.user().isEmpty() && !m_settings.password.isEmpty()) {
            proxy.setUser(m_settings.user);
            proxy.setPassword(m_settings.password);
        }
    }
    return proxies.isEmpty() ? direct : proxies;
}

} // namespace uk
