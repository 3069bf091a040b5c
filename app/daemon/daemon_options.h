// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/wiring/endpoint.h"
#include "app/wiring/key_source.h"
#include "app/wiring/store_url.h"
#include "app/wiring/tls_files.h"

namespace aftercharge {

// What the command line (and --config) says to the daemon, read and checked.
struct DaemonOptions {
    StoreUrl store;
    KeySource key;
    std::optional<Endpoint> ocpp;
    std::optional<Endpoint> live;
    std::optional<Endpoint> customer;
    std::optional<Endpoint> webhook;
    std::optional<Endpoint> metrics;
    std::optional<ocpp16::TlsFiles> tls;
    bool allow_plain = false;
};

// The status to end with, or nothing when the program is to run. Prints help and errors. A
// store, an endpoint or a TLS file that cannot be made out is wrong usage.
std::optional<int> parse_command_line(int argc, char **argv, DaemonOptions &options);

}  // namespace aftercharge
