// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/printpanel.h"

#include "ui/theme/icons.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebox.h"

#include <QComboBox>
#include <QGridLayout>
#include <QSpinBox>

#include <array>

namespace uk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopies = 9;

struct Paper
{
    const char *name;
    double width, height; ///< mm, upright
};

constexpr std::array papers {Paper {"A3", 297, 420}, Paper {"A4", 210, 297}, Paper {"A5", 148, 210}, Paper {"A6", 105, 148},
    Paper {"B4", 257, 364}, Paper {"B5", 182, 257}, Paper {"B6", 128, 182}};

} // namespace

QString paperText(QSizeF points)
{
    const double width = points.width() * 25.4 / 72, height = points.height() * 25.4 / 72;
    const auto [shortSide, longSide] = std::minmax(width, height);
    for (const Paper &paper : papers) {
        if (std::abs(shortSide - paper.width) < 2 && std::abs(longSide - paper.height) < 2) {
            const QString name = QString::fromLatin1(paper.name);
            return width > height ? PrintPanel::tr("%1 横").arg(name) : PrintPanel::tr("%1 縦").arg(name);
        }
    }
    return PrintPanel::tr("%1×%2 mm").arg(qRound(width)).arg(qRound(height));
}

PrintPanel::PrintPanel(QWidget *parent)
    : QWidget(parent)
{
    const auto muted = [this](const QString &text) { return new Label(text, size::text::body, false, Role::TextMuted, this); };
    const auto value = [this](const QString &name) {
        auto *label = new Label({}, size::text::body, true, Role::TextStrong, this);
        label->setObjectName(name);
        label->setWordWrap(true);
        return label;
    };
    m_title = value(u"certificate.what"_s);
    m_paper = value(u"certificate.paper"_s);
    m_record = value(u"certificate.record"_s);
    m_sheets = new Label({}, size::text::body, false, Role::Text, this);
    m_printer = new QComboBox(this);
    m_printer->setObjectName(u"certificate.printer"_s);
    m_printer->setAccessibleName(tr("プリンター"));
    m_printer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_decision = new QWidget(this);
    m_notice = new NoticeBox(NoticeBox::Level::Info, {}, {}, NoticeBox::For::Staff, m_decision);
    m_notice->setObjectName(u"certificate.notice"_s);
    m_notice->hide();
    m_print = new Button(Button::Kind::Primary, {}, Button::For::Staff, m_decision);
    m_print->setObjectName(u"certificate.print"_s);
    m_print->setMinimumHeight(56);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    grid->addWidget(muted(tr("印刷するもの")), 0, 0);
    grid->addWidget(m_title, 0, 1, 1, 2);
    grid->addWidget(muted(tr("プリンター")), 1, 0);
    grid->addWidget(m_printer, 1, 1, 1, 2);
    grid->addWidget(muted(tr("用紙")), 2, 0);
    grid->addWidget(m_paper, 2, 1, 1, 2);
    grid->addWidget(muted(tr("部数")), 3, 0);
    grid->addWidget(makeCopies(), 3, 1);
    grid->addWidget(m_sheets, 3, 2);
    grid->addWidget(muted(tr("印刷の記録")), 4, 0);
    grid->addWidget(m_record, 4, 1, 1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new Label(tr("印刷"), size::text::lead, true, Role::TextStrong, this));
    column->addLayout(grid);
    column->addStretch(1);
    auto *decision = new QVBoxLayout(m_decision);
    decision->setContentsMargins(0, 0, 0, 0);
    decision->setSpacing(8);
    decision->addWidget(m_notice);
    decision->addWidget(m_print);

    connect(m_copies, &QSpinBox::valueChanged, this, &PrintPanel::updateButton);
    connect(m_print, &QPushButton::clicked, this, [this] {
        if (m_state == State::Printing)
            Q_EMIT cancelClicked();
        else
            Q_EMIT printClicked();
    });
    setPrinters({}, {});
    updateButton();
}

QWidget *PrintPanel::makeCopies()
{
    // The arrows of a spin box are too small for a finger.
    auto *box = new QWidget(this);
    const auto step = [this, box](const QString &name, const QString &words, Icon icon, int by) {
        auto *button = new Button(Button::Kind::Quiet, {}, Button::For::Staff, box);
        button->setObjectName(name);
        button->setAccessibleName(words);
        button->setButtonIcon(icon);
        connect(button, &QPushButton::clicked, this, [this, by] { m_copies->setValue(m_copies->value() + by); });
        return button;
    };
    m_fewer = step(u"certificate.fewerCopies"_s, tr("1部減らす"), Icon::Minus, -1);
    m_copies = new QSpinBox(box);
    m_copies->setObjectName(u"certificate.copies"_s);
    m_copies->setAccessibleName(tr("部数"));
    m_copies->setRange(1, mostCopies);
    m_copies->setSuffix(tr("部"));
    m_copies->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_copies->setAlignment(Qt::AlignCenter);
    m_copies->setFixedWidth(64);
    m_more = step(u"certificate.moreCopies"_s, tr("1部増やす"), Icon::Plus, 1);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_fewer);
    row->addWidget(m_copies);
    row->addWidget(m_more);
    return box;
}

void PrintPanel::setDocument(const QString &title, const DocumentInfo &info)
{
    m_title->setText(title);
    m_pages = static_cast<int>(info.pageSizes.size());
    const QSizeF first = info.pageSizes.value(0);
    bool isOneSize = true;
    for (const QSizeF &size : info.pageSizes)
        isOneSize = isOneSize && paperText(size) == paperText(first);
    m_paper->setText(isOneSize ? tr("%1・そのままの大きさ").arg(paperText(first)) : tr("ページごとに違う大きさ・用紙に合わせる"));
    m_copies->setValue(1);
    setState(State::Idle);
}

void PrintPanel::setCopies(int copies)
{
    m_copies->setValue(copies);
}

void PrintPanel::setPrinters(const QList<PrinterInfo> &printers, const QString &preferred)
{
    const QString chosen = printer();
    int best = 0, rank = 0;
    m_printer->clear();
    for (int index = 0; index < printers.size(); ++index) {
        const PrinterInfo &info = printers[index];
        m_printer->addItem(info.isStopped ? makeIcon(Icon::Error, Role::Error) : makeIcon(Icon::CheckCircle, Role::Success),
            tr("%1（%2）").arg(info.description, info.stateText), info.name);
        const int own = info.name == chosen ? 3 : info.name == preferred ? 2 : info.isDefault ? 1 : 0;
        if (own > rank) {
            rank = own;
            best = index;
        }
    }
    if (printers.isEmpty())
        m_printer->addItem(makeIcon(Icon::Error, Role::Error), tr("プリンターが見つかりません"), QString());
    m_printer->setCurrentIndex(best);
}

void PrintPanel::setPrintCount(int count)
{
    m_record->setText(count == 0 ? tr("この書類は まだ0回") : tr("この書類は すでに%n回", nullptr, count));
}

void PrintPanel::setState(State state, const PrintResult &result, const Error &error)
{
    m_state = state;
    switch (state) {
    case State::Idle:
    case State::Printing: m_notice->hide(); break;
    case State::Finished:
        m_notice->setNotice(NoticeBox::Level::Success, tr("印刷が終わりました（%n枚）", nullptr, result.sheets));
        break;
    case State::HandedOver:
        m_notice->setNotice(NoticeBox::Level::Info, tr("プリンターに送りました（%n枚）", nullptr, result.sheets),
            tr("終わったという知らせがまだありません。紙を確かめてください。"));
        break;
    case State::Cancelled:
        m_notice->setNotice(NoticeBox::Level::Warning, tr("印刷をやめました"), tr("途中まで出た紙があれば細断してください。"));
        break;
    case State::Failed: {
        const ErrorText text = errorText(error);
        m_notice->setNotice(NoticeBox::Level::Error, tr("%1（%2）").arg(text.title, text.code), text.staff);
        break;
    }
    }
    m_notice->setVisible(state != State::Idle && state != State::Printing);
    updateButton();
}

void PrintPanel::showObstacle(const QString &obstacle)
{
    m_notice->setNotice(NoticeBox::Level::Warning, obstacle);
    m_notice->setVisible(!obstacle.isEmpty());
}

void PrintPanel::clear()
{
    m_title->clear();
    m_paper->clear();
    m_record->clear();
    m_pages = 0;
    m_copies->setValue(1);
    setState(State::Idle);
}

QString PrintPanel::printer() const
{
    return m_printer->currentData().toString();
}

int PrintPanel::copies() const
{
    return m_copies->value();
}

void PrintPanel::updateButton()
{
    const bool isPrinting = m_state == State::Printing;
    m_print->setKind(isPrinting ? Button::Kind::Secondary : Button::Kind::Primary);
    m_print->setText(isPrinting ? tr("印刷しています… やめる") : tr("印刷する"));
    m_print->setButtonIcon(isPrinting ? Icon::Cross : Icon::Printer);
    // A key that prints must not stop the printing when it is pressed twice.
    m_print->setKey(isPrinting ? QKeySequence() : QKeySequence(Qt::CTRL | Qt::Key_P));
    m_copies->setEnabled(!isPrinting);
    m_fewer->setEnabled(!isPrinting && copies() > 1);
    m_more->setEnabled(!isPrinting && copies() < mostCopies);
    m_printer->setEnabled(!isPrinting);
    m_sheets->setText(m_pages > 0 ? tr("紙%1枚").arg(m_pages * copies()) : QString());
}

} // namespace uk
