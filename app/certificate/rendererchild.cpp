// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "app/certificate/rendererchild.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>

namespace uk {

using namespace renderer;

namespace {

constexpr int lockdownFailedExit = 3;

/// Runs between fork and exec: async-signal-safe calls only.
void prepareChild(int document, int pixels)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    // Only marked, not closed: QProcess tells the parent through one of them that the program could not be started.
    close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    fcntl(document, F_SETFD, 0);
    fcntl(pixels, F_SETFD, 0);
}

} // namespace

RendererChild::RendererChild(QObject *parent)
    : QObject(parent)
    , m_process(this)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &RendererChild::readAnswers);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(End::NotStarted);
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        finish(status == QProcess::NormalExit && code == lockdownFailedExit ? End::LockdownFailed : End::Crashed);
    });
}

RendererChild::~RendererChild()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        // A killed process ends at once; waiting for it is what keeps it from becoming a zombie.
        m_process.waitForFinished();
    }
    if (m_pixels)
        munmap(m_pixels, pixelAreaBytes);
    for (const int fd : {m_documentFd, m_pixelFd}) {
        if (fd >= 0)
            ::close(fd);
    }
}

bool RendererChild::openMemory()
{
    m_documentFd = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    m_pixelFd = memfd_create("pixels", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (m_documentFd < 0 || m_pixelFd < 0 || ftruncate(m_pixelFd, pixelAreaBytes) != 0)
        return false;
    // Were the process able to shorten it, reading the pixels would be a bus error here.
    if (fcntl(m_pixelFd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return false;
    void *pixels = mmap(nullptr, pixelAreaBytes, PROT_READ, MAP_SHARED, m_pixelFd, 0);
    if (pixels == MAP_FAILED)
        return false;
    m_pixels = pixels;
    return true;
}

void RendererChild::start(const QString &program)
{
    if (!openMemory()) {
        QMetaObject::invokeMethod(this, [this] { finish(End::NotStarted); }, Qt::QueuedConnection);
        return;
    }
    m_process.setChildProcessModifier([document = m_documentFd, pixels = m_pixelFd] { prepareChild(document, pixels); });
    // Nothing of the kiosk's surroundings is the renderer's business.
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(QStringLiteral("/"));
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program, {QString::number(m_documentFd), QString::number(m_pixelFd)});
}

bool RendererChild::giveDocument(const QByteArray &pdf)
{
    for (qsizetype done = 0; done < pdf.size();) {
        const ssize_t written = write(m_documentFd, pdf.constData() + done, static_cast<size_t>(pdf.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return fcntl(m_documentFd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
}

void RendererChild::send(const Request &request)
{
    m_process.write(encode(request));
}

QByteArray RendererChild::takePixels(qsizetype bytes)
{
    if (bytes < 0 || bytes > pixelAreaBytes)
        return {};
    const QByteArray pixels(static_cast<const char *>(m_pixels), bytes);
    fallocate(m_pixelFd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, pixelAreaBytes);
    return pixels;
}

void RendererChild::readAnswers()
{
    m_reader.append(m_process.readAllStandardOutput());
    while (!m_hasEnded) {
        const auto answer = m_reader.next();
        if (!answer)
            break;
        Q_EMIT answered(*answer);
    }
    if (m_reader.isBroken())
        finish(End::Crashed);
}

void RendererChild::finish(End end)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_process.kill();
    Q_EMIT ended(end);
}

} // namespace uk
