// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

class QSocketNotifier;

namespace aftercharge {

// SIGTERM and SIGINT as a call in the event loop, once: the handler only writes a byte into a
// socket pair. One at a time in a program.
class StopSignal {
public:
    explicit StopSignal(std::function<void()> stop);
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

private:
    int sockets_[2] = {-1, -1};
    bool asked_ = false;
    std::unique_ptr<QSocketNotifier> notifier_;
};

}  // namespace aftercharge
