// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/portal/portalpage.h"
#include "ui/widgets/metrics.h"

#include <QList>
#include <QUrlQuery>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace uk {

class Button;
class Label;

/// Shows a portal's page to a patient with plain, big widgets: text of 24 px and more, targets of 20 mm. Every link,
/// button, check box and choice carries the id of its element as object name. The way out stands at the end: it is the
/// page's own ("give-up") where it has one, and says that it is the portal's.
class PortalView : public QWidget, public Scalable
{
    Q_OBJECT
public:
    explicit PortalView(QWidget *parent = nullptr);

    void showPage(const PortalPage &page);
    /// One line in the place of a page: while the next one is fetched.
    void showMessage(const QString &text);
    void setMetrics(const PatientMetrics &metrics) override;

Q_SIGNALS:
    void linkActivated(const QString &address);
    /// Name and value of all that the form sends.
    void formSubmitted(const QString &action, bool isPost, const QList<std::pair<QString, QString>> &members);
    /// The way out was taken on a page without one of its own.
    void gaveUp();

private:
    struct Choice { qsizetype form, control; Button *button; };
    void addBlock(const PortalPage::Block &block);
    void addControl(const PortalPage::Block &block);
    void submit(qsizetype form, qsizetype control);
    void clearContent();
    void finishContent();
    void scaleAll();

    QScrollArea *m_area;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    Button *m_giveUp;
    PortalPage m_page;
    QString m_giveUpAddress;
    QList<Choice> m_choices;
    PatientMetrics m_metrics;
};

} // namespace uk
