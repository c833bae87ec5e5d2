// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPainter;

namespace uk {

/// The pictures of card and reader on the patient screens, made of one set of shapes. The card is a generic one.
class CardPicture : public QWidget
{
    Q_OBJECT
public:
    enum class Scene {
        LayCard,   ///< out of the case, flat onto the reader
        CardOnly,  ///< the card by itself
        Reading,   ///< the card lies on the reader
        Locked,    ///< the card with a lock
        Problem,   ///< the card with a warning sign
        TakeCard,  ///< the card leaves the reader
        Done       ///< the card with a check mark
    };

    explicit CardPicture(Scene scene, QWidget *parent = nullptr);

    void setScene(Scene scene);
    [[nodiscard]] Scene scene() const { return m_scene; }
    /// A tinted ground with round corners behind the picture.
    void setHasGround(bool hasGround);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    Scene m_scene;
    bool m_hasGround = false;
};

} // namespace uk
