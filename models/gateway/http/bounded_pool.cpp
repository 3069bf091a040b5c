// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/http/bounded_pool.h"

#include <utility>

#include <sys/socket.h>

namespace aftercharge::http {

BoundedPool::BoundedPool(int threads, int waiting) : limit_(static_cast<std::size_t>(waiting))
{
    for (int i = 0; i < threads; ++i)
        threads_.emplace_back([this] { work(); });
}

void BoundedPool::enqueue(std::function<void()> task)
{
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return tasks_.size() < limit_; });
    tasks_.push_back(std::move(task));
    something_.notify_one();
}

void BoundedPool::shutdown()
{
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    something_.notify_all();
    for (std::thread &thread : threads_)
        thread.join();
    threads_.clear();
}

void BoundedPool::work()
{
    for (;;) {
        std::unique_lock lock(mutex_);
        something_.wait(lock, [this] { return over_ || !tasks_.empty(); });
        if (tasks_.empty())
            return;
        const std::function<void()> task = std::move(tasks_.front());
        tasks_.pop_front();
        room_.notify_one();
        lock.unlock();
        task();
    }
}

void set_own_port(socket_t socket)
{
    const int on = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
}

}  // namespace aftercharge::http
