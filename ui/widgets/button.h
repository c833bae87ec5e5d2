// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"
#include "ui/widgets/metrics.h"

#include <QKeySequence>
#include <QPushButton>

class QAction;

namespace uk {

/// The one push button of the program. At most one Primary stands in a view.
///
/// Staff buttons are at least 44 px high and never wrap. Patient buttons are at least 20 mm, wrap their text where it is
/// long, and take a double tap as one (U-B8). Enter and Space press them. The key hint shows the key of the button or of
/// its action; it is part of the accessible description, not of the name.
class Button : public QPushButton, public Scalable
{
    Q_OBJECT
public:
    /// Primary: filled. Secondary: outlined in the primary colour. Quiet: outlined grey. Choice: checkable, selected with
    /// a mark and a tint. Tab: checkable, underlined when chosen. Link: underlined text.
    enum class Kind { Primary, Secondary, Quiet, Choice, Tab, Link };
    enum class For { Staff, Patient };

    Button(Kind kind, const QString &text, For audience = For::Staff, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void setButtonIcon(Icon icon);
    /// A key of its own for the button.
    void setKey(const QKeySequence &key);
    /// Text, key, state and effect come from the action, which is also added to the button so that its key works here.
    void setAction(QAction *action);
    void setShowsKey(bool shows);
    /// The key as it stands on the keys; empty where there is none.
    [[nodiscard]] QString keyName() const;
    /// A number in a ring beside the text (保留 2); 0 hides it.
    void setCount(int count);
    /// Size of the text in px of the reference layout; 0: as the audience has it.
    void setTextSize(int pixelSize);
    /// A few words below the text, smaller and not bold (patients' buttons); empty takes them away.
    void setNote(const QString &note);
    /// The button takes whatever height there is (digit keys). Its text grows with the text scale only as far as there is
    /// room for one line.
    void setFillsHeight();
    void setAcceptsDoubleTap(bool accepts) { m_acceptsDoubleTap = accepts; }
    void setMetrics(const PatientMetrics &metrics) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return wraps() && !m_fillsHeight; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int lineSlack = 2; ///< text is measured in whole px; without slack the last character may wrap
    static constexpr int textFlags = Qt::AlignCenter | Qt::TextWordWrap;

    struct Look { QColor ink, paper, line; double lineWidth; };
    [[nodiscard]] Look look() const;
    [[nodiscard]] bool wraps() const { return m_audience == For::Patient; }
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] QFont noteFont() const;
    [[nodiscard]] int noteHeight(int width) const;
    [[nodiscard]] int fittingPixelSize(int wanted) const;
    [[nodiscard]] int padding() const;
    [[nodiscard]] int partGap() const;
    [[nodiscard]] int iconSide() const;
    [[nodiscard]] int smallestHeight() const;
    [[nodiscard]] QString shownKey() const;
    [[nodiscard]] static int countWidth(const QFontMetrics &metrics, int count);
    [[nodiscard]] int widthWithoutText() const;
    [[nodiscard]] Icon shownIcon() const;
    void paintContent(QPainter &painter, const Look &look) const;
    void describeKey();

    Kind m_kind;
    For m_audience;
    Icon m_icon = Icon::None;
    QString m_note;
    QKeySequence m_key;
    QAction *m_action = nullptr;
    bool m_showsKey = true;
    bool m_acceptsDoubleTap = false;
    int m_count = 0;
    int m_textSize = 0;
    bool m_fillsHeight = false;
    PatientMetrics m_metrics;
};

} // namespace uk
