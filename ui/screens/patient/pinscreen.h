// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/base/secretbuffer.h"
#include "ui/screens/patient/patientscreen.h"

#include <memory>

namespace uk {

class Column;
class DigitPad;
class Label;
class Panel;
class PinBoxes;
class StateWords;
class TriesPips;

/// 暗証番号: which PIN it is, four boxes, tries left in words and pips, own digit pad, keys of a keyboard too.
/// Digits go straight into locked memory and leave it by move; no QString, no accessible value, no clipboard ever holds
/// one. With one try left an explicit yes comes first (U-F2); nothing is sent by itself.
/// Controls: pin.digit.0 to pin.digit.9, pin.erase, pin.enter, pin.lastTryYes, pin.lastTryNo, pin.leave, pin.help,
/// pin.callStaff.
class PinScreen : public PatientScreen
{
    Q_OBJECT
public:
    enum class Pin {
        UserAuthentication, ///< 利用者証明用
        BasicInfoInput,     ///< 券面事項入力補助用, of the one at the screen
        BasicInfoOfFamily   ///< the same of a child or relative for whom somebody acts
    };

    explicit PinScreen(QWidget *parent = nullptr);

    /// Starts an entry: nothing typed, keys on. isAfterWrongEntry: the last one was wrong, which is said without blame.
    void start(Pin pin, int triesLeft, bool isAfterWrongEntry = false);
    /// The card checks the entry: keys are ignored, and the screen says so.
    void showChecking();
    /// Wipes what was typed; also done when the screen is hidden.
    void clear();
    [[nodiscard]] int typedDigits() const;

Q_SIGNALS:
    /// All digits were typed and confirmed. The receiver owns the memory from now on; the screen keeps nothing.
    void pinEntered(std::shared_ptr<uk::SecretBuffer> pin);
    /// The last try was declined: the paper route.
    void paperRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void retranslate() override;

private:
    QWidget *makeExplanation();
    QWidget *makeDecisions();
    void arrange();
    void addDigit(int digit);
    void eraseDigit();
    void enter();
    [[nodiscard]] bool asksFirst() const { return m_triesLeft <= 1 && !m_isLastTryAccepted; }
    void showEntry();
    void showTries();

    static constexpr int allTries = 3;

    Pin m_pin = Pin::UserAuthentication;
    int m_triesLeft = allTries;
    bool m_isAfterWrongEntry = false;
    bool m_isLastTryAccepted = false;
    bool m_isChecking = false;
    bool m_isTooShort = false;
    SecretBuffer m_typed;
    Label *m_title, *m_which, *m_keep, *m_forStaff;
    StateWords *m_tries;
    TriesPips *m_pips;
    PinBoxes *m_boxes;
    DigitPad *m_pad;
    Column *m_reading;
    Panel *m_triesPanel;
    QWidget *m_entry;
    QWidget *m_lastTry;
    Button *m_yes, *m_no;
};

} // namespace uk
