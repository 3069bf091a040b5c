// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <QTemporaryDir>
#include <QTest>

#include "app/sim/postgres/postgres_server.h"
#include "app/sim/seeded_random.h"
#include "models/store/sql/shared_store.h"
#include "models/workflow/decision_sender.h"
#include "models/workflow/engine_thread.h"
#include "models/workflow/read_thread.h"
#include "models/workflow/remote_approval_desk.h"
#include "models/workflow/remote_goods_desk.h"
#include "models/workflow/remote_presence_desk.h"
#include "tests/support/engine_rig.h"
#include "tests/support/fake_charge_point_gateway.h"

namespace aftercharge {

class RealClock final : public Clock {
public:
    UtcTime now() const override
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

// A real PostgreSQL with a shared store: ada (administrator, up to 500.00), ann (agent, nothing), ben
// (agent, up to 5.00), sue and tom (supervisors, up to 1000.00), eve (ops), robot (worker); CP-1 and CP-2,
// M-1 with 100.00. A daemon, the engine under robot's login on a thread of its own, serves it as
// long as it is started.
class SharedStage {
public:
    SharedStage();
    ~SharedStage();

    sim::PostgresServer &server() { return *server_; }
    SharedLocation location(const std::string &login) const;
    const Clock &clock() const { return clock_; }
    // What a superuser reads: rows are lines, columns separated by '|'.
    std::string query(const std::string &sql);

    void start_daemon();
    void stop_daemon();
    bool has_daemon() const { return daemon_ != nullptr; }
    // A session at CP-1 of so many Wh, settled at ¥1.00 a kWh; one that goes on at CP-2.
    OrderNo settled_session(std::int64_t wh);
    OrderNo running_session();
    // How CP-… answer commands; nothing: they accept.
    void set_command_reply(const Result<void> &reply);

    static Money yuan(const std::string &text) { return EngineRig::yuan(text); }
    static std::string password() { return "correct horse battery"; }

private:
    void make_people();
    void furnish();
    chargepoint::Answer say(const std::string &charge_point_id, chargepoint::Body body);

    QTemporaryDir folder_;
    RealClock clock_;
    sim::SeededRandom random_{1};
    std::unique_ptr<sim::PostgresServer> server_;
    OpenStore store_;  // the daemon's, in its thread
    ChargePointDirectory directory_;
    ToldChanges told_;
    FakeChargePointGateway gateway_;
    std::unique_ptr<EngineThread> daemon_;
    std::uint64_t messages_ = 0;
};

// A desk of one login beside a SharedStage.
class StagedDesk {
    sim::SeededRandom random_;

public:
    StagedDesk(SharedStage &stage, const std::string &login, const SenderTimes &times = {});
    ~StagedDesk();

    DecisionSender sender;
    ReadThread reads;
    RemoteDesk desk;
    RemoteGoodsDesk goods;
    RemoteApprovalDesk approvals;
    RemotePresenceDesk presence;
};

// The result of a future, within 30 s.
template<typename T>
Result<T> awaited(const Answered<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000) || future.resultCount() == 0)
        return fail(ErrorCode::Internal, "no result");
    return future.result();
}

}  // namespace aftercharge
