// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "app/sim/load_frames.h"
#include "app/sim/load_histogram.h"

struct sockaddr_storage;

namespace aftercharge::sim {

using SteadyTime = std::chrono::steady_clock::time_point;

// What a worker counts; one a thread, added up at the end.
struct LoadCounters {
    std::uint64_t acknowledged = 0;
    std::uint64_t errors = 0;        // CALLERRORs
    std::uint64_t refused = 0;       // no connection or no transaction
    std::uint64_t disconnected = 0;  // after the start
    std::uint64_t remote_stops = 0;  // asked for and declined
    LoadHistogram latency;
};

// One charge point on a raw non-blocking socket: handshake, Boot, Start, then one outstanding
// MeterValues after the other, then Stop.
class LoadConnection {
public:
    enum class State { Connecting, Handshake, Booting, Starting, Ready, Running, Stopping, Closed };

    struct Target {
        std::string host;
        int port = 0;
        std::string path;
        std::int64_t power_w = 60000;
    };

    LoadConnection(const Target &target, Credential credential, std::uint64_t seed, LoadCounters &counters);
    ~LoadConnection();
    LoadConnection(const LoadConnection &) = delete;
    LoadConnection &operator=(const LoadConnection &) = delete;

    // Starts to connect. The descriptor, −1 on failure.
    int open(const sockaddr_storage &address, unsigned address_size);
    int descriptor() const { return fd_; }
    State state() const { return state_; }
    bool wants_write() const { return state_ == State::Connecting || !out_.empty(); }

    void on_writable();
    void on_readable();

    // From Ready, until `until`; answers later than that are not counted. Without an interval the
    // first MeterValues goes at once, and each answer sends the next; with one the first is due at
    // `first`, and report_if_due() sends it.
    void run(SteadyTime until, SteadyTime first, std::chrono::milliseconds interval);
    void report_if_due(SteadyTime now);
    // Lets the last answer come, then stops the transaction.
    void stop();
    void close(bool lost);

private:
    void send(std::string_view bytes);
    void send_call(std::string_view action, std::string_view payload);
    void take_handshake();
    void take_frames();
    void take_text(std::string_view text);
    void take_answer(const OcppHead &head);
    void answer_call(const OcppHead &head);
    void send_meter_values();
    void send_start();
    void send_stop();
    std::int64_t register_at(UtcTime time) const;

    const Target &target_;
    Credential credential_;
    std::uint64_t seed_;
    LoadCounters &counters_;
    MaskKey mask_{};
    int fd_ = -1;
    State state_ = State::Connecting;
    std::string in_;
    std::string out_;
    std::uint64_t message_ = 0;
    std::int64_t transaction_id_ = 0;
    bool is_stopping_ = false;
    bool is_waiting_ = false;
    std::optional<MeterFrame> frame_;
    UtcTime started_;
    UtcTime last_time_;
    SteadyTime sent_;
    SteadyTime until_;
    SteadyTime due_;
    std::chrono::milliseconds interval_{0};
};

}  // namespace aftercharge::sim
