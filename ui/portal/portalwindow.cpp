// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/portal/portalwindow.h"

#include "app/pmh/strictrequest.h"
#include "app/portal/formpost.h"
#include "ui/portal/portalview.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int timeoutMs = 30000;
constexpr qint64 maxPageBytes = 1048576;
constexpr int maxRedirects = 10;

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port() == b.port();
}

} // namespace

PortalWindow::PortalWindow(QObject *parent)
    : PortalBrowser(parent)
    , m_view(new PortalView)
{
    connect(m_view, &PortalView::linkActivated, this, &PortalWindow::follow);
    connect(m_view, &PortalView::formSubmitted, this, &PortalWindow::sendForm);
    connect(m_view, &PortalView::gaveUp, this, [this] {
        if (m_network)
            Q_EMIT closed();
    });
}

PortalWindow::~PortalWindow()
{
    close();
    if (m_view && !m_view->parent())
        delete m_view;
}

QWidget *PortalWindow::widget() const
{
    return m_view;
}

Result<void> PortalWindow::open(const QUrl &address)
{
    close();
    const QUrl callback(QUrlQuery(address).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded), QUrl::StrictMode);
    const bool isWeb = address.scheme() == "https"_L1 || address.scheme() == "http"_L1;
    if (!address.isValid() || !isWeb || !callback.isValid() || callback.isEmpty())
        return failure(ErrorCode::BrowserFailed, u"the address is not one of a portal"_s);
    m_start = address;
    m_callback = callback;
    m_network = std::make_unique<QNetworkAccessManager>(); // its cookies go with it
    m_redirects = 0;
    go(address);
    return {};
}

void PortalWindow::close()
{
    if (!m_network)
        return;
    if (m_answer) {
        m_answer->disconnect(this);
        m_answer->abort();
    }
    // Not deleted at once: the callback's answer may have led here.
    m_network.release()->deleteLater();
    m_start = m_callback = m_page = {};
    if (m_view)
        m_view->showMessage({});
}

bool PortalWindow::isCallback(const QUrl &url) const
{
    return isSameOrigin(url, m_callback) && url.path() == m_callback.path();
}

bool PortalWindow::isWithinPortal(const QUrl &url) const
{
    return isSameOrigin(url, m_start) || isCallback(url);
}

QNetworkRequest PortalWindow::request(const QUrl &url) const
{
    QNetworkRequest request = strictRequest(url);
    request.setTransferTimeout(timeoutMs);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Automatic);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Automatic);
    request.setRawHeader("Accept", "text/html");
    request.setRawHeader("Accept-Language", "ja");
    return request;
}

void PortalWindow::go(const QUrl &url)
{
    if (!m_network)
        return;
    if (!isWithinPortal(url)) {
        Q_EMIT failed({ErrorCode::BrowserFailed, u"the portal leads to another origin"_s, {}});
        return;
    }
    m_page = url;
    watch(m_network->get(request(url)));
}

void PortalWindow::watch(QNetworkReply *answer)
{
    m_answer = answer;
    m_view->showMessage(tr("しばらくお待ちください。"));
    connect(answer, &QNetworkReply::readyRead, this, [answer] {
        if (answer->bytesAvailable() > maxPageBytes)
            answer->abort();
    });
    connect(answer, &QNetworkReply::finished, this, [this, answer] { take(answer); });
}

void PortalWindow::follow(const QString &address)
{
    m_redirects = 0;
    go(m_page.resolved(QUrl(address, QUrl::TolerantMode)));
}

void PortalWindow::sendForm(const QString &action, bool isPost, const QList<std::pair<QString, QString>> &members)
{
    if (!m_network)
        return;
    m_redirects = 0;
    QUrl target = action.isEmpty() ? m_page : m_page.resolved(QUrl(action, QUrl::TolerantMode));
    FormEncoder form;
    for (const auto &[name, value] : members)
        form.add(name.toUtf8(), QByteArrayView(value.toUtf8()));
    SecretBuffer encoded = form.take();
    if (isPost && isSameOrigin(target, m_start)) {
        m_page = target;
        watch(postFormOnce(*m_network, request(target), std::move(encoded)).reply);
        return;
    }
    const auto bytes = encoded.bytes();
    target.setQuery(QString::fromLatin1(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())),
                    QUrl::StrictMode);
    go(target);
}

void PortalWindow::take(QNetworkReply *answer)
{
    answer->deleteLater();
    if (!m_network || answer != m_answer || isCallback(m_page))
        return; // what the loopback listener says to a browser is of no interest here
    const int status = answer->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl target = answer->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (target.isValid() && !target.isEmpty() && ++m_redirects <= maxRedirects) {
        go(m_page.resolved(target));
        return;
    }
    if (status == 0 || status >= 500 || target.isValid() || answer->error() == QNetworkReply::OperationCanceledError) {
        Q_EMIT failed({ErrorCode::PortalUnavailable, u"portal page: HTTP %1"_s.arg(status), {}});
        return;
    }
    // A refusal such as 400 is a page that the person is meant to read.
    m_view->showPage(readPortalPage(QString::fromUtf8(answer->readAll())));
}

} // namespace uk
