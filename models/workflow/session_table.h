// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

#include "models/workflow/running_session.h"
#include "models/workflow/work.h"

namespace aftercharge {

// The sessions that are charging now, by order, by transaction and by connector; and the
// views of those that ended within the hour.
class SessionTable {
public:
    // Takes up what was running when the program ended: orders from the ledger, readings from
    // telemetry. An order that cannot be read is left to a person, by a ticket and a line in the
    // log, and the others are taken up. Returns how many.
    Result<int> recover(Work &work);

    // The same for one charge point that has just connected: another daemon may have had it before.
    Result<void> take_up(Work &work, const ChargePointId &charge_point_id);

    Result<RunningSession *> add(Work &work, const ChargingOrder &order);
    // Reads a session's order and readings again, after a failed write.
    Result<void> reload(Work &work, const OrderNo &order_no);
    // Ends a session; its last view stays for an hour.
    void end(const OrderNo &order_no, const SessionView &last_view);
    // Another daemon has it.
    void forget(const OrderNo &order_no);

    // What a member has beside what is frozen, anew in his running sessions: another session of
    // his froze or took a part of it.
    void refresh_available(Work &work, const MemberId &member_id);

    RunningSession *find(const OrderNo &order_no);
    RunningSession *find(const ChargePointId &charge_point_id, std::int64_t transaction_id);
    std::vector<RunningSession *> on_connector(const ConnectorId &connector);
    std::vector<RunningSession *> on_charge_point(const ChargePointId &charge_point_id);
    std::vector<RunningSession *> all();
    // The last view of a session that ended within the hour.
    SessionView *ended(const OrderNo &order_no);
    std::size_t size() const { return sessions_.size(); }

    // Running sessions and those that ended since an hour before `now`.
    std::vector<SessionView> views(UtcTime now);

private:
    Result<void> take_up_order(Work &work, const ChargingOrder &order);

    using TransactionKey = std::pair<ChargePointId, std::int64_t>;
    std::unordered_map<OrderNo, std::unique_ptr<RunningSession>> sessions_;
    std::map<TransactionKey, RunningSession *> by_transaction_;
    std::multimap<ChargePointId, RunningSession *> by_charge_point_;
    std::map<OrderNo, SessionView> ended_;
};

}  // namespace aftercharge
