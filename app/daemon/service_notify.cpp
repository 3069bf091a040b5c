// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/service_notify.h"

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace aftercharge {
namespace {

std::string_view from_environment(const char *name)
{
    const char *value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

std::optional<std::int64_t> number_of(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number <= 0)
        return std::nullopt;
    return number;
}

int connect_to(std::string_view name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.size() < 2 || name.size() >= sizeof address.sun_path || (name[0] != '/' && name[0] != '@'))
        return -1;
    std::memcpy(address.sun_path, name.data(), name.size());
    if (name[0] == '@')
        address.sun_path[0] = 0;
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    if (socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr *>(&address), length) != 0) {
        ::close(socket);
        return -1;
    }
    return socket;
}

// WATCHDOG_PID: the setting may be inherited from a process that it was meant for.
std::optional<std::chrono::milliseconds> watchdog_interval()
{
    const std::string_view process = from_environment("WATCHDOG_PID");
    if (!process.empty() && number_of(process) != std::int64_t{::getpid()})
        return std::nullopt;
    const auto microseconds = number_of(from_environment("WATCHDOG_USEC"));
    if (!microseconds)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds{*microseconds});
}

}  // namespace

ServiceNotify::ServiceNotify() : socket_(connect_to(from_environment("NOTIFY_SOCKET")))
{
    if (socket_ >= 0)
        watchdog_ = watchdog_interval();
}

ServiceNotify::~ServiceNotify()
{
    if (socket_ >= 0)
        ::close(socket_);
}

void ServiceNotify::send(std::string_view assignment) const
{
    if (socket_ >= 0)
        (void)::send(socket_, assignment.data(), assignment.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

}  // namespace aftercharge
