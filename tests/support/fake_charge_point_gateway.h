// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "models/gateway/chargepoint/charge_point_gateway.h"

namespace aftercharge {

// The charge points' side without sockets: keeps what it was given to answer and to send.
class FakeChargePointGateway final : public chargepoint::ChargePointGateway {
public:
    struct Sent {
        ChargePointId charge_point_id;
        chargepoint::Command command;
        CommandDone done;
    };

    void answer(std::vector<chargepoint::Answer> answers) override
    {
        for (auto &one : answers)
            answers_.push_back(std::move(one));
    }
    // Answered at once when `reply` says how, else kept until the test calls `done`.
    void send(const ChargePointId &charge_point_id, chargepoint::Command command, CommandDone done) override
    {
        sent.push_back({charge_point_id, command, done});
        if (reply)
            done(reply(command));
    }

    std::vector<chargepoint::Answer> take_answers() { return std::exchange(answers_, {}); }

    std::vector<Sent> sent;
    std::function<Result<void>(const chargepoint::Command &)> reply;

private:
    std::vector<chargepoint::Answer> answers_;
};

}  // namespace aftercharge
