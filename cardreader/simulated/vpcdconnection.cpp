// SPDX-FileCopyrightText: 2026 The Uketsuke authors
// SPDX-License-Identifier: Apache-2.0
#include "cardreader/simulated/vpcdconnection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace uk {

namespace {

constexpr auto kReconnectPause = 100ms;

class Socket
{
public:
    explicit Socket(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~Socket()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

// True once the stop descriptor is readable; false when the time is over. A negative time waits for ever.
bool waitForStop(int stopDescriptor, std::chrono::microseconds time)
{
    pollfd entry{stopDescriptor, POLLIN, 0};
    const timespec limit{time.count() / 1'000'000, (time.count() % 1'000'000) * 1000};
    return ppoll(&entry, 1, time.count() < 0 ? nullptr : &limit, nullptr) > 0;
}

enum class Readiness { Readable, Stopped, Broken };

Readiness waitForInput(int socket, int stopDescriptor)
{
    pollfd entries[] = {{socket, POLLIN, 0}, {stopDescriptor, POLLIN, 0}};
    while (poll(entries, 2, -1) < 0) {
        if (errno != EINTR)
            return Readiness::Broken;
    }
    return entries[1].revents != 0 ? Readiness::Stopped : Readiness::Readable;
}

// The driver sends length and payload as two segments. Without an immediate acknowledgement of the first one its own
// side holds the second back for 40 ms; the kernel forgets the option, so it is set again before each recv.
bool receiveAll(int socket, int stopDescriptor, QByteArray &buffer, Readiness &readiness)
{
    qsizetype received = 0;
    while (received < buffer.size()) {
        const int on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
        readiness = waitForInput(socket, stopDescriptor);
        if (readiness != Readiness::Readable)
            return false;
        const ssize_t count = recv(socket, buffer.data() + received, static_cast<size_t>(buffer.size() - received), 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            readiness = Readiness::Broken;
            return false;
        }
        received += count;
    }
    return true;
}

bool sendMessage(int socket, QByteArrayView payload)
{
    QByteArray message;
    message.append(static_cast<char>(payload.size() >> 8)).append(static_cast<char>(payload.size() & 0xFF));
    message.append(payload);
    qsizetype sent = 0;
    while (sent < message.size()) {
        const ssize_t count = send(socket, message.constData() + sent, static_cast<size_t>(message.size() - sent),
                                   MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

} // namespace

VpcdConnection::VpcdConnection(SoftwareCard &card, quint16 port)
    : m_card(card)
    , m_port(port)
{
}

int VpcdConnection::connectToDriver() const
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    if (descriptor < 0)
        return -1;
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0) {
        close(descriptor);
        return -1;
    }
    return descriptor;
}

Result<VpcdConnection::End> VpcdConnection::run(int stopDescriptor)
{
    while (!waitForStop(stopDescriptor, 0us)) {
        const Socket socket(connectToDriver());
        if (socket.get() >= 0) {
            if (m_connectedHook)
                m_connectedHook();
            const Step step = serve(socket.get(), stopDescriptor);
            m_card.powerOff();
            if (step == Step::Removed)
                return End::Removed;
            if (step == Step::Stopped)
                return End::Stopped;
        }
        if (waitForStop(stopDescriptor, kReconnectPause))
            break;
    }
    return End::Stopped;
}

VpcdConnection::Step VpcdConnection::serve(int socket, int stopDescriptor)
{
    Readiness readiness = Readiness::Readable;
    for (;;) {
        QByteArray header(2, '\0');
        if (!receiveAll(socket, stopDescriptor, header, readiness))
            return readiness == Readiness::Stopped ? Step::Stopped : Step::ConnectionLost;
        const int length = static_cast<quint8>(header[0]) << 8 | static_cast<quint8>(header[1]);
        QByteArray message(length, '\0');
        if (!receiveAll(socket, stopDescriptor, message, readiness))
            return readiness == Readiness::Stopped ? Step::Stopped : Step::ConnectionLost;
        const Step step = serveMessage(socket, stopDescriptor, message);
        if (step != Step::Continue)
            return step;
    }
}

VpcdConnection::Step VpcdConnection::serveMessage(int socket, int stopDescriptor, QByteArrayView message)
{
    enum Control : char { PowerOff = 0, PowerOn = 1, Reset = 2, GetAtr = 4 };
    if (message.size() != 1)
        return serveCommand(socket, stopDescriptor, message);
    switch (message[0]) {
    case PowerOff: m_card.powerOff(); break;
    case PowerOn: m_card.powerOn(); break;
    case Reset: m_card.reset(); break;
    case GetAtr: {
        // An answer longer than any ATR: the driver still sees a card, and the service cannot power it up.
        const QByteArray atr = m_card.traits().isMute ? QByteArray(64, '\0') : m_card.atr();
        return sendMessage(socket, atr) ? Step::Continue : Step::ConnectionLost;
    }
    default: break;
    }
    return Step::Continue;
}

VpcdConnection::Step VpcdConnection::serveCommand(int socket, int stopDescriptor, QByteArrayView command)
{
    const auto started = std::chrono::steady_clock::now();
    const auto note = [&](QByteArrayView answer) {
        if (m_hook)
            m_hook({command, answer, started.time_since_epoch(), std::chrono::steady_clock::now() - started});
    };
    if (!m_card.isPowered())
        return Step::ConnectionLost; // a real card without power does not answer; the driver would wait for ever
    const CardFault fault = m_card.takeFault(command);
    if (fault == CardFault::Break) {
        note({});
        return Step::ConnectionLost;
    }
    if (fault == CardFault::Hang) {
        note({});
        return waitForStop(stopDescriptor, -1us) ? Step::Stopped : Step::ConnectionLost;
    }
    const QByteArray answer = fault == CardFault::RemoveBefore ? QByteArray() : m_card.transmit(command);
    const auto time = m_card.wireTime(command.size() + answer.size());
    if (time.count() > 0 && waitForStop(stopDescriptor, time))
        return Step::Stopped;
    if (fault == CardFault::RemoveBefore || fault == CardFault::RemoveDuring) {
        note({});
        return Step::Removed;
    }
    note(answer);
    if (!sendMessage(socket, answer))
        return Step::ConnectionLost;
    return fault == CardFault::RemoveAfter ? Step::Removed : Step::Continue;
}

} // namespace uk
