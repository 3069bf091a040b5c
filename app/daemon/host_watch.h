// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <shared_mutex>
#include <string>

namespace aftercharge {

class EngineProbe;
class LocalHost;

// What is told of a host to those who watch it, from any thread.
class HostWatch {
public:
    // How long a scrape waits for the engine, and from when on a silent one is not well.
    static constexpr std::chrono::seconds patience{2};
    static constexpr std::chrono::seconds longest_silence{5};

    // Host and probe outlive it; the probe is to be asked about once a second.
    HostWatch(const LocalHost &host, EngineProbe &probe);

    // For a scrape: waits at most `patience` for the engine and then tells what is known.
    std::string metrics_text();

    // Why the host does not do its work, in one line; empty when it does. Never waits. Names codes
    // only: a detail may hold what is nobody's business.
    std::string problem() const;

    // For a person: the problem, or how many are served.
    std::string status() const;

    // Before the host stops: it is touched no more when this returns, and the answer is "stopping".
    void close();

private:
    const LocalHost &host_;
    EngineProbe &probe_;
    mutable std::shared_mutex mutex_;
    bool is_open_ = true;
};

}  // namespace aftercharge
