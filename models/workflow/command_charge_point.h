// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/network.h"
#include "models/gateway/chargepoint/messages.h"
#include "models/workflow/work.h"

namespace aftercharge {

// Commands to charge points travel through the outbox, so that a desk, a script and the
// program itself ask in the same way and only the process with the socket acts.
// The returned id answers later through OutboxReader::find: done_at set, last_error empty or
// the refusal.
Result<Uuid> request_stop(Work &work, const OrderNo &order_no, const Actor &actor);
Result<Uuid> request_start(Work &work, const ConnectorId &connector, const MemberId &member_id, const Actor &actor);
Result<Uuid> request_unlock(Work &work, const ConnectorId &connector, const Actor &actor);
Result<Uuid> request_reset(Work &work, const ChargePointId &charge_point_id, bool hard, const Actor &actor);
Result<Uuid> request_configuration(Work &work, const ChargePointId &charge_point_id, const std::string &key,
                                   const std::string &value, const Actor &actor);

// The command as text in the outbox row, and back (input.invalid).
struct AddressedCommand {
    ChargePointId charge_point_id;
    chargepoint::Command command;
};
std::string command_to_text(const AddressedCommand &command);
Result<AddressedCommand> command_from_text(std::string_view text);

}  // namespace aftercharge
