// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/portal/consent.h"

#include <QPointer>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace uk {

class PortalView;

/// The portal in plain widgets, where no browser may run (root, none installed): training only. Fetches the portal's
/// pages, follows its links, forms and redirects within the portal's own origin, and brings the answer to the loopback
/// address by a plain GET. Cookies live for one open() only. Works with any portal that keeps contract rules 25.
class PortalWindow : public PortalBrowser
{
    Q_OBJECT
public:
    explicit PortalWindow(QObject *parent = nullptr);
    ~PortalWindow() override;

    /// To be put into a patient screen; belongs to its parent there, else to this object. A Scalable.
    [[nodiscard]] QWidget *widget() const;

    /// Error BrowserFailed: the address is not one of a portal.
    Result<void> open(const QUrl &address) override;
    void close() override;

private:
    void go(const QUrl &url);
    void follow(const QString &address);
    void sendForm(const QString &action, bool isPost, const QList<std::pair<QString, QString>> &members);
    void take(QNetworkReply *answer);
    void watch(QNetworkReply *answer);
    [[nodiscard]] bool isWithinPortal(const QUrl &url) const;
    [[nodiscard]] bool isCallback(const QUrl &url) const;
    [[nodiscard]] QNetworkRequest request(const QUrl &url) const;

    QPointer<PortalView> m_view;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QPointer<QNetworkReply> m_answer;
    QUrl m_start, m_callback, m_page;
    int m_redirects = 0;
};

} // namespace uk
