// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/notify_socket.h"

#include <array>
#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace aftercharge::test {

NotifySocket::NotifySocket(QString name) : name_(std::move(name))
{
    const QByteArray bytes = name_.toUtf8();
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (bytes.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return;
    std::memcpy(address.sun_path, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (bytes.startsWith('@'))
        address.sun_path[0] = 0;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) +
                                               static_cast<std::size_t>(bytes.size()));
    socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket_ >= 0 && ::bind(socket_, reinterpret_cast<const sockaddr *>(&address), length) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

NotifySocket::~NotifySocket()
{
    if (socket_ >= 0)
        ::close(socket_);
}

const QStringList &NotifySocket::told()
{
    std::array<char, 4096> buffer;
    for (;;) {
        const ssize_t got = ::recv(socket_, buffer.data(), buffer.size(), 0);
        if (got < 0)
            return told_;
        told_ << QString::fromUtf8(buffer.data(), got);
    }
}

}  // namespace aftercharge::test
