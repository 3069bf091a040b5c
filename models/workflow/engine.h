// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/gateway/chargepoint/charge_point_gateway.h"
#include "models/workflow/changes.h"
#include "models/workflow/charge_point_directory.h"
#include "models/workflow/engine_figures.h"
#include "models/workflow/pass_commands.h"
#include "models/workflow/report_intake.h"
#include "models/workflow/session_table.h"
#include "models/workflow/watch_health.h"
#include "models/workflow/work.h"

namespace aftercharge {

// An engine among others on one store: under what name, and since when.
struct SharedDuty {
    std::string name;     // unique among the daemons: host and process
    std::string version;  // of the program
    std::string live_url = {};
    UtcTime started_at = {};
};

// The settlement engine of one process: everything that decides, one thing after another, on
// one thread. It knows no thread, socket or timer itself: EngineThread gives it those, a test
// or a simulation calls it step by step.
class Engine {
public:
    virtual ~Engine() = default;
    Engine(LedgerStore &ledger, TelemetryStore &telemetry, const Clock &clock, Random &random,
           ChargePointDirectory &directory, ChangeListener &listener, std::optional<SharedDuty> duty = {});

    // Takes up the running sessions; call once, before anything else.
    Result<int> recover();

    // Reports from charge points; answers go to the gateway when they are durable.
    void process(std::vector<chargepoint::Inbound> batch);

    // What is due: effects, commands, silent sessions, what other processes changed. To be
    // called about once a second, and after `run` when something was decided.
    void tick();

    // What desks without an engine have decided meanwhile; of a shared store, about ten times a
    // second. `live_url` of the heartbeat: where this daemon's feed is.
    void look_for_decisions();
    void set_live_url(const std::string &url);
    bool shares_store() const { return duty_.has_value(); }

    // A workflow, followed by the effects it asked for; its changes are told when it succeeded.
    // Where others write at the same time, one that met another is done again as a whole.
    template<typename Workflow>
    auto run(Workflow &&workflow)
    {
        const Changes::Mark mark = changes_.mark();
        auto result = workflow(work_);
        if constexpr (requires { result.error().code; }) {
            for (int attempt = 1; !result && duty_ && met_another(result.error().code) && attempt < most_attempts;
                 ++attempt) {
                changes_.rewind(mark);
                result = workflow(work_);
            }
        }
        if (!result) {
            changes_.rewind(mark);
            if constexpr (requires { result.error().code; })
                note_store_trouble(result.error().code);
        }
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
    static constexpr int most_attempts = 5;
    static bool met_another(ErrorCode code)
    {
        return code == ErrorCode::StoreRetry || code == ErrorCode::StoreConflict || code == ErrorCode::StoreRule;
    }

    void after_run();
    void pass_on_commands();
    void follow_sessions();
    void follow_notices();
    void note_told();
    void beat();
    void ask_to_stop(const std::vector<OrderNo> &orders);
    void follow_other_processes();
    void tell_silence();
    void run_effects();
    void look_for_answers();
    void publish();
    void note_store_trouble(ErrorCode code);
    template<typename T>
    void keep_failure(const char *what, const Result<T> &result);

    Changes changes_;
    Work work_;
    ChargePointDirectory &directory_;
    ChangeListener &listener_;
    SessionTable sessions_;
    ReportIntake intake_;
    HealthWatch health_watch_;
    std::optional<SharedDuty> duty_;
    UtcTime beaten_at_;
    UtcTime expired_at_;
    UtcTime notices_from_;
    std::map<Uuid, UtcTime> notices_told_;
    chargepoint::ChargePointGateway *gateway_ = nullptr;
    CommandReport report_;
    std::int64_t data_version_ = 0;
    std::map<OrderNo, std::uint32_t> told_health_;
    std::map<Uuid, CommandAnswered> awaited_;
    std::int64_t batches_ = 0;
    DurationHistogram batch_durations_;
    std::int64_t refunds_done_ = 0;
};

}  // namespace aftercharge
