// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/statelabel.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace uk {

class FlowLayout;

/// Who is on screen, in words that are ready to show. Memory of the live visit only.
struct PersonText
{
    QString kana;             ///< フリガナ
    QString name;             ///< as received (U-G1)
    QString birthDate;        ///< 令和7年11月8日
    QString birthDateWestern; ///< 2025年; shown in brackets
    QString age;              ///< 1歳0か月
    QString sex;              ///< 女
};

/// A name that is never cut: one line where it fits, else smaller and wrapped; with the reading and the code points in a
/// chip where a character cannot be drawn (U-G2, U-G3).
class NameLabel : public Label
{
    Q_OBJECT
public:
    explicit NameLabel(int pixelSize, QWidget *parent = nullptr);
    void setName(const QString &name, const QString &kana);
    [[nodiscard]] bool hasMissingGlyphs() const { return m_isChip; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont fontFor(int width) const;

    bool m_isChip = false;
};

/// The band that says whom staff look at: two identifiers, age and sex, and states at the right. At the top of every
/// staff screen that shows somebody's data.
class PersonHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PersonHeader(QWidget *parent = nullptr);

    void setPerson(const PersonText &person);
    /// Wipes the words from the widgets; the header is empty afterwards.
    void clear();
    /// At the right, one below the other.
    void setStates(const QList<StateText> &states);
    /// One more label and value before the states (予診票: MR 第1期・1回目). Empty hides it.
    void setFact(const QString &label, const QString &value);
    /// Puts a control at the right end; the header takes it over.
    void addControl(QWidget *control);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    struct Column { QWidget *box; Label *label; Label *value; };
    Column addColumn(const QString &label, const QString &objectName);

    QHBoxLayout *m_row;
    FlowLayout *m_facts;
    Label *m_kana;
    NameLabel *m_name;
    Column m_birth, m_age, m_sex, m_fact;
    QVBoxLayout *m_states;
    QHBoxLayout *m_controls;
};

} // namespace uk
