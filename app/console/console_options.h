// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "models/domain/error.h"

namespace aftercharge {

// What the command line (and --config) says to the desk.
struct ConsoleOptions {
    std::string store;  // sqlcipher:FOLDER or postgresql://…; empty: the unlock page asks
    std::string store_ca;
    std::string key_file;             // of a shared store: of the login's password
    std::string profile = "default";  // settings and window of this name
    std::string language;             // zh_CN or en; empty: as last time
    std::string as;                   // operator; empty: the unlock page asks, or the login
    std::string ocpp;                 // ADDRESS:PORT; empty: no charge points are served
    std::string live;
    std::string customer;
    bool demo = false;
    bool headless = false;
    std::string out = "build/demo";
    bool remote = false;        // the demo on a shared store
    int speed = 0;              // of the demo's time; 0: its own
    bool report_ready = false;  // say when the desk that --as opens is there to be used
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
};

// The status to end with, or nothing when the program is to run. Prints help and errors.
std::optional<int> parse_command_line(int argc, char **argv, ConsoleOptions &options);

}  // namespace aftercharge
