// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/certificate/blankformscreen.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/label.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace uk {

using namespace Qt::StringLiterals;

BlankFormScreen::BlankFormScreen(QWidget *parent)
    : DocumentScreen(u"blank"_s, tr("白紙には、氏名も回答も印刷されません。手書きで使います。"), parent)
{
    auto *facts = new QWidget;
    auto *column = new QVBoxLayout(facts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new Label(tr("白紙の予診票"), size::text::lead, true, Role::TextStrong, facts));
    m_none = makeParagraph(tr("まだ様式がありません。予診票を一度受け付けると、ここから白紙で印刷できるようになります。"), size::text::body, facts);
    m_none->setObjectName(u"blank.none"_s);
    m_list = new QListWidget(facts);
    m_list->setObjectName(u"blank.forms"_s);
    m_list->setAccessibleName(tr("様式を選んでください"));
    m_list->setMinimumHeight(size::staffTarget * 4);
    m_list->setWordWrap(true);
    m_list->setSpacing(2); // two lines and this are a target for a finger
    column->addWidget(m_none);
    column->addWidget(m_list);
    addFacts(facts);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT formChosen(row);
    });
    setForms({});
}

void BlankFormScreen::setForms(const QStringList &forms)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        m_list->addItems(forms);
    }
    m_none->setVisible(forms.isEmpty());
    m_list->setVisible(!forms.isEmpty());
    if (!forms.isEmpty())
        m_list->setCurrentRow(0);
}

void BlankFormScreen::setChoosing(bool isChoosing)
{
    m_list->setEnabled(isChoosing);
}

void BlankFormScreen::setDocument(DocumentRenderer *renderer, const DocumentInfo &info, const QString &title)
{
    showDocument(renderer, info, tr("白紙の予診票"), title);
}

} // namespace uk
