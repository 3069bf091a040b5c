// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "models/gateway/chargepoint/charge_point_gateway.h"
#include "models/workflow/charge_point_directory.h"
#include "models/workflow/connector_faults.h"
#include "models/workflow/session_table.h"
#include "models/workflow/start_charging.h"
#include "models/workflow/stop_charging.h"
#include "models/workflow/store_troubles.h"
#include "models/workflow/work.h"

namespace aftercharge {

// What charge points report, batch by batch: readings into telemetry and the running fee,
// starts and stops into the ledger, everything else into the hardware report. Answers are
// given out only for what is durable; what could not be written is answered "try again".
class ReportIntake {
public:
    // `shares_store`: other daemons serve charge points of the same store.
    ReportIntake(Work &work, SessionTable &sessions, ChargePointDirectory &directory, bool shares_store);

    bool is_connected(const ChargePointId &charge_point_id) const { return connected_.contains(charge_point_id); }

    // Works through the batch in order and returns the answers, in order for each charge point.
    std::vector<chargepoint::Answer> process(std::vector<chargepoint::Inbound> batch);

    // Sessions whose money nears its end since the last call: each is to be asked to stop.
    std::vector<OrderNo> take_money_running_out();

    std::int64_t reports_received() const { return reports_received_; }
    std::int64_t reports_rejected() const { return reports_rejected_; }
    // When something of theirs was made durable last.
    const std::optional<UtcTime> &last_commit_at() const { return last_commit_at_; }
    // What it met itself, and the engine with it.
    StoreTroubles &troubles() { return troubles_; }
    const StoreTroubles &troubles() const { return troubles_; }

private:
    using Inbound = chargepoint::Inbound;

    void handle(Inbound &message, const chargepoint::Connected &body);
    void handle(Inbound &message, const chargepoint::Disconnected &body);
    void handle(Inbound &message, const chargepoint::BootReport &body);
    void handle(Inbound &message, const chargepoint::HeartbeatReport &body);
    void handle(Inbound &message, const chargepoint::AuthorizeRequest &body);
    void handle(Inbound &message, const chargepoint::StatusReport &body);
    void handle(Inbound &message, const chargepoint::StartRequest &body);
    void handle(Inbound &message, const chargepoint::MeterReport &body);
    void handle(Inbound &message, const chargepoint::StopRequest &body);
    void handle(Inbound &message, const chargepoint::DataTransferReport &body);
    void handle(Inbound &message, const chargepoint::MalformedReport &body);

    // The session of a transaction; one that the ledger has as charging is taken up again.
    Result<RunningSession *> session_of(const ChargePointId &charge_point_id, std::int64_t transaction_id);
    Result<RunningSession *> session_of(const Inbound &message, const chargepoint::MeterReport &body);
    void take_readings(Inbound &message, RunningSession &session, const std::vector<Reading> &readings);
    Result<void> keep_late_readings(Inbound &message, const chargepoint::MeterReport &body);
    std::vector<RunningSession *> sessions_at(const ConnectorId &place);
    Result<void> join_to_stops(Inbound &message, const ConnectorId &place, const ConnectorFaults::Fault &fault);
    void stop_session(Inbound &message, RunningSession &session, const chargepoint::StopRequest &body);
    void stop_without_session(Inbound &message, const chargepoint::StopRequest &body);
    void set_connection(const Inbound &message, Connection connection);
    void write_connections();
    void keep_suspicions(Inbound &message, RunningSession *session);
    void note(Inbound &message, int connector_id, DeviceEventKind kind, Severity severity, std::string detail,
              const OrderNo &order_no = {}, bool with_raw = false);
    void touch(RunningSession &session);
    void answer(const Inbound &message, decltype(chargepoint::Answer::body) body);
    void try_again(const Inbound &message, const Error &error);
    void put_off(const Inbound &message, const Error &error);
    bool flush();

    Work &work_;
    SessionTable &sessions_;
    ChargePointDirectory &directory_;
    bool shares_store_;
    std::set<ChargePointId> connected_;
    ConnectorFaults faults_;
    TelemetryBatch batch_;                      // not yet durable
    std::vector<chargepoint::Answer> waiting_;  // for batch_ to be durable
    std::vector<chargepoint::Answer> ready_;
    std::map<OrderNo, RunningSession *> touched_;  // since the last flush
    std::map<OrderNo, Connection> connections_;    // to be written together
    std::vector<OrderNo> money_running_out_;
    std::int64_t reports_received_ = 0;
    std::int64_t reports_rejected_ = 0;
    std::optional<UtcTime> last_commit_at_;
    StoreTroubles troubles_;
};

}  // namespace aftercharge
