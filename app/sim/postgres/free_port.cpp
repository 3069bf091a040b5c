// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/postgres/free_port.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QRandomGenerator>

namespace aftercharge::sim {

namespace {

constexpr int first_port = 15000;
constexpr int end_port = 32000;  // Linux takes outgoing ports from 32768 on
constexpr int attempts = 200;

bool is_free(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return false;
    const int yes = 1;  // as the server does: connections that are closing do not count
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool free = ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(socket);
    return free;
}

}  // namespace

int free_port()
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const int port = QRandomGenerator::system()->bounded(first_port, end_port);
        if (is_free(port))
            return port;
    }
    return 0;
}

}  // namespace aftercharge::sim
