// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/engine_probe.h"

#include <condition_variable>
#include <mutex>

#include "models/workflow/engine_thread.h"

namespace aftercharge {

struct EngineProbe::Shared {
    std::mutex mutex;
    std::condition_variable answered;
    bool is_open = false;
    std::chrono::steady_clock::time_point asked_at;
    std::optional<EngineFigures> last;
};

EngineProbe::EngineProbe(EngineThread &engine) : engine_(engine), shared_(std::make_shared<Shared>()) {}

EngineProbe::~EngineProbe() = default;

void EngineProbe::ask()
{
    {
        const std::lock_guard lock(shared_->mutex);
        if (shared_->is_open)
            return;
        shared_->is_open = true;
        shared_->asked_at = std::chrono::steady_clock::now();
    }
    engine_.post([shared = shared_](Engine &engine) {
        const EngineFigures figures = engine.figures();
        {
            const std::lock_guard lock(shared->mutex);
            shared->last = figures;
            shared->is_open = false;
        }
        shared->answered.notify_all();
        return 0;
    });
}

bool EngineProbe::ask(std::chrono::milliseconds patience)
{
    ask();
    std::unique_lock lock(shared_->mutex);
    return shared_->answered.wait_for(lock, patience, [this] { return !shared_->is_open; });
}

std::optional<EngineFigures> EngineProbe::last() const
{
    const std::lock_guard lock(shared_->mutex);
    return shared_->last;
}

std::chrono::milliseconds EngineProbe::silent_for() const
{
    const std::lock_guard lock(shared_->mutex);
    if (!shared_->is_open)
        return {};
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - shared_->asked_at);
}

}  // namespace aftercharge
