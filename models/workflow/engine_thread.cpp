// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/engine_thread.h"

#include <iterator>
#include <utility>

#include <QtCore/QSemaphore>
#include <QtCore/QTimer>

namespace aftercharge {
namespace {

constexpr std::chrono::milliseconds tick_interval{1000};
// A person waits for it.
constexpr std::chrono::milliseconds decision_interval{60};

}  // namespace

EngineThread::EngineThread()
{
    thread_.setObjectName(QStringLiteral("engine"));
}

EngineThread::~EngineThread()
{
    stop();
}

Result<int> EngineThread::start(Open open)
{
    context_ = std::make_unique<QObject>();
    context_->moveToThread(&thread_);
    thread_.start();
    Result<int> outcome = fail(ErrorCode::Internal, "not started");
    QSemaphore opened;
    QMetaObject::invokeMethod(context_.get(), [&] {
        auto engine = open();
        if (engine) {
            engine_ = std::move(*engine);
            outcome = engine_->recover();
        } else {
            outcome = pass_on(engine);
        }
        if (outcome) {
            auto *timer = new QTimer(context_.get());
            QObject::connect(timer, &QTimer::timeout, context_.get(), [this] { engine_->tick(); });
            timer->start(tick_interval);
            if (engine_->shares_store()) {
                auto *decisions = new QTimer(context_.get());
                QObject::connect(decisions, &QTimer::timeout, context_.get(),
                                 [this] { engine_->look_for_decisions(); });
                decisions->start(decision_interval);
            }
        }
        opened.release();
    });
    opened.acquire();
    if (!outcome)
        stop();
    return outcome;
}

void EngineThread::stop()
{
    if (!thread_.isRunning())
        return;
    QSemaphore closed;
    QMetaObject::invokeMethod(context_.get(), [&] {
        drain();
        qDeleteAll(context_->children());
        engine_.reset();
        closed.release();
    });
    closed.acquire();
    thread_.quit();
    thread_.wait();
    context_.reset();
}

void EngineThread::set_gateway(chargepoint::ChargePointGateway *gateway)
{
    const CommandReport report = [this](const Uuid &id, const Result<void> &answer) {
        invoke([id, answer](Engine &engine) { engine.finish_command(id, answer); });
    };
    post([gateway, report](Engine &engine) {
        engine.set_gateway(gateway, report);
        return 0;
    }).waitForFinished();
}

void EngineThread::invoke(std::function<void(Engine &)> task)
{
    if (!context_)
        return;
    QMetaObject::invokeMethod(
        context_.get(),
        [this, task = std::move(task)] {
            if (engine_)
                task(*engine_);
        },
        Qt::QueuedConnection);
}

void EngineThread::receive(std::vector<chargepoint::Inbound> batch)
{
    const std::lock_guard lock(mutex_);
    inbox_.insert(inbox_.end(), std::make_move_iterator(batch.begin()), std::make_move_iterator(batch.end()));
    if (std::exchange(scheduled_, true) || !context_)
        return;
    QMetaObject::invokeMethod(
        context_.get(), [this] { drain(); }, Qt::QueuedConnection);
}

void EngineThread::drain()
{
    std::vector<chargepoint::Inbound> batch;
    {
        const std::lock_guard lock(mutex_);
        batch.swap(inbox_);
        scheduled_ = false;
    }
    if (engine_ && !batch.empty())
        engine_->process(std::move(batch));
}

}  // namespace aftercharge
