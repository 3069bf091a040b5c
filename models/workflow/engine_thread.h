// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>
#include <vector>

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <QtCore/QThread>

#include "models/workflow/engine.h"

namespace aftercharge {

// The engine's thread: it opens the store there (a connection is used only where it was
// opened), brings reports, workflows and the one-second tick to it one after another.
// Reports that come while a batch is being made durable wait and become the next batch.
class EngineThread : public chargepoint::InboundSink {
public:
    // Makes the engine, on the engine's thread; what it holds lives and dies there.
    using Open = std::function<Result<std::unique_ptr<Engine>>()>;

    EngineThread();
    ~EngineThread() override;
    EngineThread(const EngineThread &) = delete;
    EngineThread &operator=(const EngineThread &) = delete;

    // Returns when the engine is open and has taken up its sessions. Without one (failure) the
    // thread is over again.
    Result<int> start(Open open);
    // Finishes what was accepted, then ends. The gateway must not deliver any more.
    void stop();

    void set_gateway(chargepoint::ChargePointGateway *gateway);

    void receive(std::vector<chargepoint::Inbound> batch) override;

    // Runs `workflow(Work&)` on the engine's thread. From any thread.
    template<typename Workflow>
    auto run(Workflow workflow) -> QFuture<std::invoke_result_t<Workflow, Work &>>
    {
        return post([workflow = std::move(workflow)](Engine &engine) mutable { return engine.run(workflow); });
    }

    // Runs `task(Engine&)` on the engine's thread.
    template<typename Task>
    auto post(Task task) -> QFuture<std::invoke_result_t<Task, Engine &>>
    {
        using T = std::invoke_result_t<Task, Engine &>;
        auto promise = std::make_shared<QPromise<T>>();
        QFuture<T> future = promise->future();
        promise->start();
        invoke([promise, task = std::move(task)](Engine &engine) mutable {
            promise->addResult(task(engine));
            promise->finish();
        });
        return future;
    }

private:
    void invoke(std::function<void(Engine &)> task);
    void drain();

    QThread thread_;
    std::unique_ptr<QObject> context_;  // lives in thread_
    std::unique_ptr<Engine> engine_;    // used in thread_ only
    std::mutex mutex_;
    std::vector<chargepoint::Inbound> inbox_;
    bool scheduled_ = false;
};

}  // namespace aftercharge
