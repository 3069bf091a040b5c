// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/domain/error.h"
#include "models/domain/time.h"
#include "models/gateway/chargepoint/charge_point_gateway.h"
#include "models/gateway/ocpp16/server_options.h"

namespace aftercharge::ocpp16 {

// Charge points over OCPP-J 1.6 at ws[s]://HOST:PORT/ocpp/{charge_point_id}, in its own I/O
// threads. Access check, sink and clock must outlive it.
//
// What a charge point sends is handed to the sink unanswered; the answer leaves when answer()
// is called, in the order of those calls. A charge point that talks on while unanswered is
// read up to `max_unanswered` messages (and what one read buffer holds), then no further:
// TCP holds it back and nothing of its queue is refused.
class Ocpp16Server : public chargepoint::ChargePointGateway {
public:
    Ocpp16Server(ServerOptions options, const chargepoint::AccessCheck &access, chargepoint::InboundSink &sink,
                 const Clock &clock);
    ~Ocpp16Server() override;  // stops
    Ocpp16Server(const Ocpp16Server &) = delete;
    Ocpp16Server &operator=(const Ocpp16Server &) = delete;

    // input.invalid: not an address, certificate or key, or plain beyond loopback without
    // allow_plain; network.unreachable: the port cannot be had.
    Result<void> listen();
    std::uint16_t port() const;  // 0 while not listening
    // Accepts and reads nothing more, waits (at most stop_grace_ms) until what was received is
    // answered, closes with 1001 and tells the sink. Blocks: never call it from the thread
    // that answers, nor from a CommandDone.
    void stop();

    ServerCounters counters() const;

    void answer(std::vector<chargepoint::Answer> answers) override;
    // Once the server is stopped `done` is called at once in the caller's thread.
    void send(const ChargePointId &charge_point_id, chargepoint::Command command, CommandDone done) override;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace aftercharge::ocpp16
