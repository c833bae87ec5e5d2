// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/cardinvirtualreader.h"

#include <QProcess>
#include <QTemporaryDir>

namespace uk::test {

/// A card service that belongs to the test: starts, stops and freezes it at will, with the virtual reader on ports of
/// its own or with no reader at all. Start the test with tests/support/with-pcscd.sh --alone.
class OwnPcscd
{
public:
    enum class Readers { None, Virtual };

    OwnPcscd();
    ~OwnPcscd(); ///< ends it by its process id

    [[nodiscard]] bool start(Readers readers = Readers::Virtual);
    /// Ends it as an administrator does.
    void stop();
    /// Ends it as a crash does.
    void kill();
    void setFrozen(bool isFrozen);
    [[nodiscard]] static VirtualSlot slot(quint16 number);

private:
    void end(int signal);

    QTemporaryDir m_configuration;
    QProcess m_process;
};

} // namespace uk::test
