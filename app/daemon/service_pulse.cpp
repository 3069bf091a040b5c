// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/service_pulse.h"

#include <algorithm>

#include "app/daemon/engine_probe.h"
#include "app/daemon/host_watch.h"
#include "app/daemon/service_notify.h"

namespace aftercharge {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest_interval{1'000};
constexpr milliseconds shortest_interval{20};
constexpr milliseconds between_status{5'000};

}  // namespace

// Four beats in the watchdog's time: one that comes late, or finds the engine at work, is no harm.
ServicePulse::ServicePulse(const HostWatch &watch, EngineProbe &probe, const ServiceNotify &notify)
    : watch_(watch), probe_(probe), notify_(notify),
      interval_(std::clamp(notify.watchdog().value_or(4 * longest_interval) / 4, shortest_interval, longest_interval))
{
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { beat(); });
    timer_.start(interval_);
    beat();
}

void ServicePulse::beat()
{
    tell_alive();
    tell_status();
    probe_.ask();
}

void ServicePulse::tell_alive()
{
    if (!notify_.watchdog())
        return;
    const milliseconds half = *notify_.watchdog() / 2;
    const auto now = Steady::now();
    // The timer is not exact: a beat that comes a little early is the one that is meant.
    if (probe_.silent_for() >= half || now - alive_at_ < half - interval_ / 2)
        return;
    alive_at_ = now;
    notify_.alive();
}

void ServicePulse::tell_status()
{
    const auto now = Steady::now();
    if (now - status_at_ < between_status)
        return;
    std::string status = watch_.status();
    if (status == status_)
        return;
    status_at_ = now;
    status_ = std::move(status);
    notify_.status(status_);
}

}  // namespace aftercharge
