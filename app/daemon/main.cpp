// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <QtCore/QCoreApplication>

#include "app/daemon/daemon_options.h"
#include "app/daemon/drain_limit.h"
#include "app/daemon/engine_probe.h"
#include "app/daemon/host_watch.h"
#include "app/daemon/service_notify.h"
#include "app/daemon/service_pulse.h"
#include "app/daemon/stop_signal.h"
#include "app/wiring/exit_status.h"
#include "app/wiring/local_host.h"
#include "models/live/metrics_server.h"

namespace {

using namespace aftercharge;

int refuse(const Error &error)
{
    std::fprintf(stderr, "%s\n", to_line(error).c_str());
    return exit_status(error);
}

// What a SIGTERM has at most; what charge points and gateways may take of it is less.
constexpr std::chrono::seconds drain_limit{10};

MetricsServerOptions options_of(const std::optional<Endpoint> &endpoint, bool allow_plain)
{
    MetricsServerOptions options;
    if (endpoint) {
        options.address = endpoint->address;
        options.port = endpoint->port;
    }
    options.allow_plain = allow_plain;
    return options;
}

int serve(QCoreApplication &application, HostOptions options, const std::optional<Endpoint> &metrics_at)
{
    // First made, last gone: from here on a signal ends the program in order, however often it comes.
    const StopSignal stop([&application] { application.quit(); });
    const ServiceNotify notify;
    const bool allow_plain = options.allow_plain;
    auto host = LocalHost::start(std::move(options));
    if (!host)
        return refuse(host.error());
    if ((*host)->report().problem)
        std::fprintf(stderr, "%s\n", to_line(*(*host)->report().problem).c_str());
    EngineProbe probe((*host)->engine());
    HostWatch watch(**host, probe);
    MetricsServer metrics(
        options_of(metrics_at, allow_plain), [&watch] { return watch.metrics_text(); },
        [&watch] { return watch.problem(); });
    if (metrics_at) {
        if (const auto listening = metrics.listen(); !listening)
            return refuse(listening.error());
    }
    std::printf("ready\n");
    std::fflush(stdout);
    notify.ready();
    auto pulse = std::make_unique<ServicePulse>(watch, probe, notify);
    const int status = application.exec();
    const DrainLimit limit(drain_limit);
    pulse.reset();
    notify.stopping();
    notify.status("finishing what was accepted");
    watch.close();
    (*host)->stop();
    metrics.stop();
    return status;
}

}  // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("aftercharged"));
    DaemonOptions options;
    if (const auto status = parse_command_line(argc, argv, options))
        return *status;
    auto key = load_store_secret(options.store, options.key);
    if (!key)
        return refuse(key.error());
    return serve(application,
                 {.store = std::move(options.store),
                  .key = std::move(*key),
                  .ocpp = std::move(options.ocpp),
                  .live = std::move(options.live),
                  .customer = std::move(options.customer),
                  .webhook = std::move(options.webhook),
                  .tls = std::move(options.tls),
                  .allow_plain = options.allow_plain},
                 options.metrics);
}
