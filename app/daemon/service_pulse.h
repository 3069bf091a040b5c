// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include <QtCore/QTimer>

namespace aftercharge {

class EngineProbe;
class HostWatch;
class ServiceNotify;

// What the daemon does about once a second: asks the engine whether it is there, tells the
// service manager how it stands, and that it is alive, every half of the time in which that has
// to be told, as long as the engine answers. An engine that hangs is thereby restarted.
class ServicePulse {
public:
    // All outlive it. Beats in the event loop of the thread that makes it.
    ServicePulse(const HostWatch &watch, EngineProbe &probe, const ServiceNotify &notify);

private:
    using Steady = std::chrono::steady_clock;
    void beat();
    void tell_alive();
    void tell_status();

    const HostWatch &watch_;
    EngineProbe &probe_;
    const ServiceNotify &notify_;
    std::chrono::milliseconds interval_;
    Steady::time_point alive_at_;
    Steady::time_point status_at_;
    std::string status_;
    QTimer timer_;
};

}  // namespace aftercharge
