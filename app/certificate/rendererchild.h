// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/certificate/rendererprotocol.h"

#include <QObject>
#include <QProcess>

namespace uk {

/// One uketsuke-pdf process with its two memory files. Killed when this object goes, never left as a zombie.
class RendererChild : public QObject
{
    Q_OBJECT
public:
    enum class End { NotStarted, LockdownFailed, Crashed };

    explicit RendererChild(QObject *parent = nullptr);
    ~RendererChild() override;

    void start(const QString &program);
    /// Hands the document over and seals it. Once for each process.
    [[nodiscard]] bool giveDocument(const QByteArray &pdf);
    void send(const renderer::Request &request);
    void kill() { m_process.kill(); }
    /// Copies what the process drew and frees it there.
    [[nodiscard]] QByteArray takePixels(qsizetype bytes);
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

Q_SIGNALS:
    void answered(const uk::renderer::Answer &answer);
    /// Comes once, also for output that is no answer; the process is dead or about to be killed.
    void ended(uk::RendererChild::End end);

private:
    [[nodiscard]] bool openMemory();
    void readAnswers();
    void finish(End end);

    QProcess m_process;
    renderer::AnswerReader m_reader;
    int m_documentFd = -1, m_pixelFd = -1;
    void *m_pixels = nullptr;
    bool m_hasEnded = false;
};

} // namespace uk
