// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include <httplib.h>

namespace aftercharge::http {

// For an httplib server: a fixed number of threads and a bounded queue; when it is full, no more
// is accepted until there is room. (httplib's own pool takes as many sockets as come.)
class BoundedPool final : public httplib::TaskQueue {
public:
    BoundedPool(int threads, int waiting);

    void enqueue(std::function<void()> task) override;
    void shutdown() override;

private:
    void work();

    const std::size_t limit_;
    std::vector<std::thread> threads_;
    std::deque<std::function<void()>> tasks_;
    std::mutex mutex_;
    std::condition_variable something_;
    std::condition_variable room_;
    bool over_ = false;
};

// One process a port: httplib would share it.
void set_own_port(socket_t socket);

}  // namespace aftercharge::http
