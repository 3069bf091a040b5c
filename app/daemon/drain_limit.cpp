// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/drain_limit.h"

#include <cstdio>
#include <cstdlib>

namespace aftercharge {

DrainLimit::DrainLimit(std::chrono::milliseconds limit) : thread_([this, limit] { watch(limit); }) {}

DrainLimit::~DrainLimit()
{
    {
        const std::lock_guard lock(mutex_);
        drained_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void DrainLimit::watch(std::chrono::milliseconds limit)
{
    std::unique_lock lock(mutex_);
    if (changed_.wait_for(lock, limit, [this] { return drained_; }))
        return;
    std::fprintf(stderr, "not drained within %lld ms: ended\n", static_cast<long long>(limit.count()));
    // Without destructors: they wait for what hangs.
    std::_Exit(EXIT_FAILURE);
}

}  // namespace aftercharge
