// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
//
// uketsuke-pdf: draws one document for the kiosk and knows nothing else. Started by app/certificate only.
#include "app/certificate/renderer/lockdown.h"
#include "app/certificate/renderer/pages.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

using namespace uk::renderer;

namespace {

enum ExitCode { finished = 0, notStartedByKiosk = 2, lockdownFailed = 3, brokenRequest = 4 };

bool readAll(char *target, qsizetype size)
{
    while (size > 0) {
        const ssize_t got = read(STDIN_FILENO, target, static_cast<size_t>(size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        target += got;
        size -= got;
    }
    return true;
}

bool send(const Answer &answer)
{
    const QByteArray bytes = encode(answer);
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written = write(STDOUT_FILENO, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

Status openDocument(Pages &pages, int documentFd, quint64 size)
{
    struct stat state {};
    if (size == 0 || fstat(documentFd, &state) != 0 || static_cast<quint64>(state.st_size) != size)
        return Status::NotPossible;
    // Sealed by the kiosk: nobody can change or shorten it under the parser.
    void *bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, documentFd, 0);
    if (bytes == MAP_FAILED)
        return Status::NotPossible;
    return pages.open({static_cast<const char *>(bytes), static_cast<qsizetype>(size)});
}

Answer answerTo(const Request &request, Pages &pages, int documentFd, quint32 *pixels)
{
    Answer answer;
    answer.id = request.id;
    switch (request.verb) {
    case Verb::Open:
        answer.status = openDocument(pages, documentFd, request.size);
        if (answer.status == Status::Ok)
            answer.payload = encodePageSizes(pages.sizes());
        if (answer.status == Status::PageTooLarge)
            answer.width = static_cast<quint32>(pages.sizes().size() + 1);
        break;
    case Verb::Render: answer.status = pages.render(request, pixels, answer); break;
    case Verb::Text: answer.status = pages.text(request.page, answer.payload); break;
    }
    return answer;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 3)
        return notStartedByKiosk;
    const int documentFd = std::atoi(argv[1]), pixelFd = std::atoi(argv[2]);
    void *pixels = mmap(nullptr, pixelAreaBytes, PROT_READ | PROT_WRITE, MAP_SHARED, pixelFd, 0);
    if (pixels == MAP_FAILED)
        return notStartedByKiosk;
    // Qt reads its logging rules with the first category; later they would be out of reach.
    const QLoggingCategory category("uketsuke.pdf");
    const Lockdown lockdown = lockDown();
    if (!lockdown.isComplete)
        return lockdownFailed;
    Pages pages;
    pages.warmUp();

    Answer ready;
    ready.width = protocolVersion;
    ready.height = lockdown.areSystemFontsReadable ? 0 : 1;
    if (!send(ready))
        return finished;
    char bytes[requestBytes];
    while (readAll(bytes, requestBytes)) {
        const auto request = decodeRequest({bytes, requestBytes});
        if (!request)
            return brokenRequest;
        if (!send(answerTo(*request, pages, documentFd, static_cast<quint32 *>(pixels))))
            break;
    }
    // The kiosk closed the pipe; nothing here is worth a tidy end.
    _exit(finished);
}
