// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>

#include <QtCore/QCoreApplication>

#include "app/daemon/daemon_options.h"
#include "app/daemon/stop_signal.h"
#include "app/wiring/exit_status.h"
#include "app/wiring/local_host.h"

namespace {

using namespace aftercharge;

int refuse(const Error &error)
{
    std::fprintf(stderr, "%s\n", to_line(error).c_str());
    return exit_status(error);
}

int serve(QCoreApplication &application, HostOptions options)
{
    auto host = LocalHost::start(std::move(options));
    if (!host)
        return refuse(host.error());
    if ((*host)->report().problem)
        std::fprintf(stderr, "%s\n", to_line(*(*host)->report().problem).c_str());
    StopSignal stop([&application] { application.quit(); });
    std::printf("ready\n");
    std::fflush(stdout);
    const int status = application.exec();
    (*host)->stop();
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
    auto key = load_store_key(options.store, options.key);
    if (!key)
        return refuse(key.error());
    return serve(application, {.store = std::move(options.store),
                               .key = std::move(*key),
                               .ocpp = std::move(options.ocpp),
                               .live = std::move(options.live),
                               .customer = std::move(options.customer),
                               .webhook = std::move(options.webhook),
                               .tls = std::move(options.tls),
                               .allow_plain = options.allow_plain});
}
