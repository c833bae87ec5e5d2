// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/walkthrough/modelkiosk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

ModelKiosk::ModelKiosk()
    : m_window(std::make_unique<QStackedWidget>())
{
    m_window->resize(800, 900);
    buildPatientPages();
    buildStaffPages();
    show(u"idle"_s, u"idle"_s);
    m_window->show();
}

QWidget *ModelKiosk::addPage(const QString &name, bool isPatient)
{
    auto *page = new QWidget;
    new QVBoxLayout(page);
    m_window->addWidget(page);
    m_pages.insert(name, page);
    m_patientPages.insert(name, isPatient);
    return page;
}

void ModelKiosk::addButton(const QString &page, const QString &name, std::function<void()> act)
{
    auto *button = new QPushButton(name, m_pages.value(page));
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, std::move(act));
    m_pages.value(page)->layout()->addWidget(button);
}

QLineEdit *ModelKiosk::addField(const QString &page, const QString &name)
{
    auto *field = new QLineEdit(m_pages.value(page));
    field->setObjectName(name);
    m_pages.value(page)->layout()->addWidget(field);
    return field;
}

void ModelKiosk::show(const QString &page, const QString &state)
{
    m_error.reset();
    m_screen = page;
    m_state = state;
    m_isPatient = m_patientPages.value(page);
    m_window->setCurrentWidget(m_pages.value(page));
    Q_EMIT screenChanged();
}

void ModelKiosk::takePin()
{
    const bool isGood = typedPin == goodPin;
    show(u"pin"_s, u"checkingPin"_s);
    QTimer::singleShot(30, this, [this, isGood] {
        if (isGood) {
            show(u"consent"_s, u"identityConfirmed"_s);
            return;
        }
        show(u"pin"_s, u"enteringPin"_s);
        typedPin.clear();
        m_error = Error{ErrorCode::PinWrong, {}, {u"2"_s}};
    });
}

void ModelKiosk::buildPatientPages()
{
    for (const QString &name : {u"idle"_s, u"pin"_s, u"consent"_s, u"linking"_s, u"takecard"_s, u"curtain"_s, u"end"_s})
        addPage(name, true);
    addButton(u"idle"_s, u"idle.resident.minori"_s, [this] {
        show(u"pin"_s, u"enteringPin"_s);
        m_prompt = asksForLastTry ? u"lastTry"_s : QString();
    });
    addButton(u"pin"_s, u"pin.lastTryYes"_s, [this] {
        m_prompt.clear();
        m_pages.value(u"pin"_s)->findChild<QWidget *>(u"pin.lastTryYes"_s)->hide();
    });
    for (int digit = 0; digit <= 9; ++digit)
        addButton(u"pin"_s, u"pin.digit.%1"_s.arg(digit), [this, digit] { typedPin += QString::number(digit); });
    addButton(u"pin"_s, u"pin.enter"_s, [this] { takePin(); });
    addButton(u"consent"_s, u"consent.agree"_s, [this] {
        show(u"linking"_s, u"awaitingConsent"_s);
        QTimer::singleShot(50, this, [this] { show(u"takecard"_s, u"fetching"_s); });
    });
    addButton(u"consent"_s, u"consent.refuse"_s, [this] { show(u"idle"_s, u"idle"_s); });
    addButton(u"takecard"_s, u"takecard.removeCard"_s, [this] { show(u"curtain"_s, u"curtain"_s); });
    addButton(u"curtain"_s, u"curtain.unlock"_s, [this] { show(u"signin"_s, u"curtain"_s); });
    addButton(u"end"_s, u"end.close"_s, [this] { show(u"idle"_s, u"idle"_s); });
}

void ModelKiosk::buildStaffPages()
{
    for (const QString &name : {u"signin"_s, u"reception"_s, u"review"_s, u"certificate"_s})
        addPage(name, false);
    QLineEdit *name = addField(u"signin"_s, u"signin.name"_s), *secret = addField(u"signin"_s, u"signin.secret"_s);
    addButton(u"signin"_s, u"signin.submit"_s, [this, name, secret] {
        signedIn = name->text() + u'/' + secret->text();
        show(u"reception"_s, u"reviewing"_s);
    });
    addButton(u"reception"_s, u"reception.open.Q-1"_s, [this] { show(u"review"_s, u"reviewing"_s); });
    addButton(u"reception"_s, u"reception.certificate.S-1"_s, [this] { show(u"certificate"_s, u"reviewing"_s); });
    addButton(u"reception"_s, u"reception.finish"_s, [this] { show(u"end"_s, u"finishing"_s); });
    addButton(u"review"_s, u"review.back"_s, [this] { show(u"reception"_s, u"reviewing"_s); });
    addButton(u"review"_s, u"top.tab.reception"_s, [this] { show(u"reception"_s, u"reviewing"_s); });
    addButton(u"review"_s, u"review.back"_s, [this] { show(u"reception"_s, u"reviewing"_s); });

    const QString item = u"review.item.T-01.1"_s;
    QLineEdit *value = addField(u"review"_s, item + u".value"_s), *why = addField(u"review"_s, item + u".reason"_s);
    value->setText(u"old"_s);
    addButton(u"review"_s, item + u".apply"_s, [this, value, why, item] {
        answer = value->text();
        reason = why->text();
        for (const QString &part : {u".value"_s, u".reason"_s, u".apply"_s})
            m_pages.value(u"review"_s)->findChild<QWidget *>(item + part)->hide();
    });
    const auto setEditor = [this, item](bool isShown) {
        for (const QString &part : {u".value"_s, u".reason"_s, u".apply"_s})
            m_pages.value(u"review"_s)->findChild<QWidget *>(item + part)->setVisible(isShown);
    };
    addButton(u"review"_s, item + u".edit"_s, [setEditor] { setEditor(true); });
    setEditor(false);
    auto *tick = new QCheckBox(u"確認した"_s, m_pages.value(u"review"_s));
    tick->setObjectName(u"review.warning.0"_s);
    m_pages.value(u"review"_s)->layout()->addWidget(tick);
    addButton(u"review"_s, u"review.submit"_s, [this, tick] {
        if (!tick->isChecked()) {
            m_error = Error{ErrorCode::WarningsOpen, {}, {}};
            return;
        }
        m_error.reset();
        m_isBusy = true;
        QTimer::singleShot(50, this, [this] {
            m_isBusy = false;
            m_registrations.append({u"RegisterQuestionnaireAnswer"_s, u"Q-1"_s, RegistrationOutcome::Confirmed});
        });
    });

    addButton(u"certificate"_s, u"top.tab.reception"_s, [this] { show(u"reception"_s, u"reviewing"_s); });
    auto *printers = new QComboBox(m_pages.value(u"certificate"_s));
    printers->setObjectName(u"certificate.printer"_s);
    printers->addItems({u"Laser"_s, u"Label"_s, u"PDF"_s});
    m_pages.value(u"certificate"_s)->layout()->addWidget(printers);
    addButton(u"certificate"_s, u"certificate.canvas"_s, [] {});
    addButton(u"certificate"_s, u"certificate.print"_s,
              [this, printers] { m_prints.append({printers->currentText(), 1, u"printed"_s}); });
}

} // namespace uk
