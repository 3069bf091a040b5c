// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <QtCore/QThreadPool>

#include "app/wiring/call_counts.h"
#include "app/wiring/system_random.h"
#include "models/workflow/changes.h"
#include "models/workflow/engine_thread.h"
#include "models/workflow/gateway_tasks.h"

namespace aftercharge {

namespace http {
class Client;
}  // namespace http
struct GatewayAccount;

struct WorkerOptions {
    int parallel = 4;                            // calls under way at once; never two about one refund, parcel or claim
    std::chrono::milliseconds look_every{1000};  // what other processes and the clock made due
    std::chrono::milliseconds grace{3000};       // for calls under way when it stops
};

// Carries the outbox to the gateways: lease (engine) → perform (a thread of its own, which may
// wait for the network) → hear (engine). It works with the accounts that are in the store, and
// takes up changed ones within a second; without any it only looks.
class GatewayWorker final : public ChangeListener {
public:
    // `give_up` makes the client's calls under way end soon: what they did is then unknown and
    // will be asked for. Engine, client and clock outlive the worker.
    GatewayWorker(EngineThread &engine, http::Client &client, const Clock &clock, std::function<void()> give_up,
                  WorkerOptions options = {});
    ~GatewayWorker() override;
    GatewayWorker(const GatewayWorker &) = delete;
    GatewayWorker &operator=(const GatewayWorker &) = delete;

    // Returns when the accounts were read; the engine runs.
    void start();
    // Something may be due. From any thread.
    void wake();
    // Leases nothing more, lets the calls under way finish within the grace, then gives them up.
    // The engine still runs.
    void stop();

    // The adapters of the accounts as they were read last, for the webhooks too.
    std::shared_ptr<Gateways> gateways() const;
    // Of accounts that cannot be used: setting names, never values.
    std::vector<Error> problems() const;
    std::vector<metrics::GatewayCalls> calls() const;

    void on_changes(const Changes &changes) override;

private:
    struct Look;
    void run();
    void look(int free);
    void take_up(const std::vector<GatewayAccount> &accounts);
    void dispatch(std::vector<GatewayTask> tasks);
    void carry_out(const std::shared_ptr<Gateways> &gateways, const GatewayTask &task);
    void hear(const GatewayTask &task, const GatewayAnswer &answer);
    // False when the worker was stopped meanwhile.
    bool wait(std::chrono::milliseconds time);

    EngineThread &engine_;
    http::Client &client_;
    const Clock &clock_;
    SystemRandom random_;
    const std::function<void()> give_up_;
    const WorkerOptions options_;
    QThreadPool pool_;
    std::thread thread_;
    std::string owner_;

    mutable std::mutex mutex_;
    std::condition_variable woken_;
    bool wake_ = false;
    bool stopping_ = false;
    int busy_ = 0;
    CallCounts calls_;
    std::shared_ptr<Gateways> gateways_;
    std::vector<Error> problems_;
    std::vector<std::pair<std::string, UtcTime>> read_;  // which accounts, as of when
};

}  // namespace aftercharge
