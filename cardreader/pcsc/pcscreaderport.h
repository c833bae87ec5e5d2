// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardreader/apdu/readerport.h"

#include <memory>

namespace uk {

/// Readers of the machine's card service: pcscd or the Windows smart card service.
/// Connections must be gone before the port.
class PcscReaderPort : public ReaderPort
{
public:
    PcscReaderPort();
    ~PcscReaderPort() override;

    Result<QList<ReaderSnapshot>> waitForChange(const QList<ReaderSnapshot> &known,
                                                std::chrono::milliseconds limit) override;
    void cancel() override;
    Result<std::unique_ptr<CardConnection>> connect(const QByteArray &rawName) override;
    std::unique_ptr<ReaderPort> another() const override; ///< with a context of its own

private:
    class Watch;
    std::unique_ptr<Watch> m_watch;
};

} // namespace uk
