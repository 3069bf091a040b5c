// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace aftercharge {

// Tells the service manager that started this process how it stands: sd_notify(3), datagrams to
// the socket that $NOTIFY_SOCKET names, "@…" in the abstract name space. Without one, every call
// does nothing; a datagram that cannot be sent is lost, as sd_notify's is.
class ServiceNotify {
public:
    ServiceNotify();  // from the environment
    ~ServiceNotify();
    ServiceNotify(const ServiceNotify &) = delete;
    ServiceNotify &operator=(const ServiceNotify &) = delete;

    // How often the manager wants to hear alive(), at least: WATCHDOG_USEC, when it is for this
    // process.
    std::optional<std::chrono::milliseconds> watchdog() const { return watchdog_; }

    void ready() const { send("READY=1"); }
    void stopping() const { send("STOPPING=1"); }
    void alive() const { send("WATCHDOG=1"); }
    void status(std::string_view line) const { send("STATUS=" + std::string(line)); }

private:
    void send(std::string_view assignment) const;

    int socket_ = -1;
    std::optional<std::chrono::milliseconds> watchdog_;
};

}  // namespace aftercharge
