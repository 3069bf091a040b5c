// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "models/gateway/chargepoint/charge_point_gateway.h"
#include "models/workflow/changes.h"
#include "models/workflow/charge_point_directory.h"
#include "models/workflow/pass_commands.h"
#include "models/workflow/report_intake.h"
#include "models/workflow/session_table.h"
#include "models/workflow/watch_health.h"
#include "models/workflow/work.h"

namespace aftercharge {

struct EngineFigures {
    std::int64_t reports_received = 0;
    std::int64_t reports_rejected = 0;
    std::int64_t sessions = 0;
    std::int64_t outbox_waiting = 0;
};

// The settlement engine of one process: everything that decides, one thing after another, on
// one thread. It knows no thread, socket or timer itself: EngineThread gives it those, a test
// or a simulation calls it step by step.
class Engine {
public:
    virtual ~Engine() = default;
    Engine(LedgerStore &ledger, TelemetryStore &telemetry, const Clock &clock, Random &random,
           ChargePointDirectory &directory, ChangeListener &listener);

    // Takes up the running sessions; call once, before anything else.
    Result<int> recover();

    // Reports from charge points; answers go to the gateway when they are durable.
    void process(std::vector<chargepoint::Inbound> batch);

    // What is due: effects, commands, silent sessions, what other processes changed. To be
    // called about once a second, and after `run` when something was decided.
    void tick();

    // A workflow, followed by the effects it asked for; its changes are told when it succeeded.
    template<typename Workflow>
    auto run(Workflow &&workflow)
    {
        const Changes::Mark mark = changes_.mark();
        auto result = workflow(work_);
        if (!result)
            changes_.rewind(mark);
        after_run();
        return result;
    }

    // A workflow that asks something of a charge point and returns the command's id; `answered`
    // is called on this thread with the charge point's answer, or at once with the refusal.
    using CommandAnswered = std::function<void(const Result<void> &)>;
    void run_command(const std::function<Result<Uuid>(Work &)> &request, CommandAnswered answered);

    // The socket side; without one, commands stay in the outbox for the process that has it.
    void set_gateway(chargepoint::ChargePointGateway *gateway, CommandReport report);
    void finish_command(const Uuid &id, const Result<void> &answer);

    std::vector<SessionView> sessions();
    EngineFigures figures() const;
    Work &work() { return work_; }

private:
    void after_run();
    void ask_to_stop(const std::vector<OrderNo> &orders);
    void follow_other_processes();
    void tell_silence();
    void run_effects();
    void look_for_answers();
    void publish();

    Changes changes_;
    Work work_;
    ChargePointDirectory &directory_;
    ChangeListener &listener_;
    SessionTable sessions_;
    ReportIntake intake_;
    HealthWatch health_watch_;
    chargepoint::ChargePointGateway *gateway_ = nullptr;
    CommandReport report_;
    std::int64_t data_version_ = 0;
    std::map<OrderNo, std::uint32_t> told_health_;
    std::map<Uuid, CommandAnswered> awaited_;
};

}  // namespace aftercharge
