// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace aftercharge {

// While it lives, the program has `limit` to finish what it accepted; then it says so and ends
// with status 1, as if it had been killed: nothing was acknowledged that is not durable.
class DrainLimit {
public:
    explicit DrainLimit(std::chrono::milliseconds limit);
    ~DrainLimit();
    DrainLimit(const DrainLimit &) = delete;
    DrainLimit &operator=(const DrainLimit &) = delete;

private:
    void watch(std::chrono::milliseconds limit);

    std::mutex mutex_;
    std::condition_variable changed_;
    bool drained_ = false;
    std::thread thread_;
};

}  // namespace aftercharge
