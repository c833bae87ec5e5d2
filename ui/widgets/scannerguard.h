// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>

class QKeyEvent;
class QWidget;

namespace uk {

/// Tells a barcode scanner that types like a keyboard from a person: at least six characters, each less than 35 ms after
/// the one before, and then Enter (U-C6). A value; times in ms of any clock that goes forward.
class ScannerBurst
{
public:
    static constexpr int leastCharacters = 6;
    static constexpr int mostMsBetween = 35;

    /// One character. True where it came too fast behind another one to be a person's.
    bool feedCharacter(qint64 ms);
    /// Enter. True where it ends a burst. Either way the next character begins anew.
    bool feedEnter(qint64 ms);

private:
    qint64 m_last = -1;
    int m_count = 0;
};

/// What has the keyboard, for a scanner.
enum class KeyTarget {
    Text,     ///< a burst is typed in like anything else
    Digits,   ///< its digits may arrive, its Enter is not somebody's
    Controls, ///< it does nothing
};

/// The program's filter for scanners; watches all keys of its windows from its making. Main thread.
class ScannerGuard : public QObject
{
    Q_OBJECT
public:
    explicit ScannerGuard(QObject *parent = nullptr);

    /// By the kind of widget; digit fields carry the property "isDigitEntry", or lie in something that does.
    [[nodiscard]] static KeyTarget targetOf(const QWidget *focused);

Q_SIGNALS:
    /// A whole burst was kept from doing anything; what it left in a field of digits is nobody's.
    void burstIgnored();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool takes(const QKeyEvent &event, const QWidget *focused);

    ScannerBurst m_burst;
    QElapsedTimer m_time;
};

} // namespace uk
