// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include "models/gateway/chargepoint/charge_point_gateway.h"

namespace aftercharge::ocpp16 {

// Our calls to one charge point: one at a time, the next when that is answered or too late.
class CommandQueue : public QObject {
public:
    using Done = chargepoint::ChargePointGateway::CommandDone;
    using Write = std::function<void(const std::string &frame)>;

    // `prefix` makes the message ids unique among connections.
    CommandQueue(std::string prefix, int timeout_ms, Write write, QObject *parent);

    void push(chargepoint::Command command, Done done);
    // The charge point's answer; false if nothing waits for that id.
    bool take_result(std::string_view message_id, const std::string &status);
    bool take_error(std::string_view message_id, const std::string &code, const std::string &text);
    void fail_all(const Error &error);

private:
    static constexpr std::size_t max_waiting = 64;
    struct Entry {
        chargepoint::Command command;
        Done done;
        QDeadlineTimer deadline;
        std::string message_id;  // empty until sent
    };

    bool is_current(std::string_view message_id) const;
    void finish_front(Result<void> result);
    void send_front();
    void expire();

    const std::string prefix_;
    const int timeout_ms_;
    const Write write_;
    std::deque<Entry> entries_;  // by deadline; the first one is under way
    std::uint64_t count_ = 0;
    QTimer timer_;
};

}  // namespace aftercharge::ocpp16
