// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "models/domain/error.h"
#include "models/gateway/chargepoint/messages.h"

namespace aftercharge::chargepoint {

// Who may connect. Called on I/O threads: thread-safe, no disk.
class AccessCheck {
public:
    enum class Verdict { UnknownChargePoint, WrongPassword, Granted };
    virtual ~AccessCheck() = default;
    virtual Verdict check(std::string_view charge_point_id, std::string_view password) const = 0;
};

// Where messages go. Called on I/O threads with what arrived in one turn of the event loop,
// in order for each charge point: must only queue. Every Inbound but Connected, Disconnected
// and MalformedReport is answered later, once, through ChargePointGateway::answer, when it is durable.
class InboundSink {
public:
    virtual ~InboundSink() = default;
    virtual void receive(std::vector<Inbound> batch) = 0;
};

// The charge points' side of the network. All functions may be called from any thread.
class ChargePointGateway {
public:
    virtual ~ChargePointGateway() = default;

    // An answer to a connection that is gone is dropped: the charge point will ask again.
    virtual void answer(std::vector<Answer> answers) = 0;

    // `done` is called once, on an I/O thread: nothing, command.rejected with the charge
    // point's word, command.timeout, or charge_point.offline.
    using CommandDone = std::function<void(Result<void>)>;
    virtual void send(const ChargePointId &charge_point_id, Command command, CommandDone done) = 0;
};

}  // namespace aftercharge::chargepoint
