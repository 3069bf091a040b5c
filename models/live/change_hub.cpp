// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/change_hub.h"

#include <map>
#include <mutex>

namespace aftercharge {

struct ChangeHub::Shared {
    std::mutex mutex;  // held while listeners are called: they only queue
    std::map<std::uint64_t, ChangeListener *> listeners;
    std::uint64_t next_id = 1;
};

ChangeHub::Subscription::Subscription(std::weak_ptr<Shared> shared, std::uint64_t id)
    : shared_(std::move(shared)), id_(id)
{
}

ChangeHub::Subscription::Subscription(Subscription &&other) noexcept
    : shared_(std::exchange(other.shared_, {})), id_(std::exchange(other.id_, 0))
{
}

ChangeHub::Subscription &ChangeHub::Subscription::operator=(Subscription &&other) noexcept
{
    if (this != &other) {
        reset();
        shared_ = std::exchange(other.shared_, {});
        id_ = std::exchange(other.id_, 0);
    }
    return *this;
}

ChangeHub::Subscription::~Subscription()
{
    reset();
}

void ChangeHub::Subscription::reset()
{
    if (const std::shared_ptr<Shared> shared = shared_.lock()) {
        const std::scoped_lock lock(shared->mutex);
        shared->listeners.erase(id_);
    }
    shared_.reset();
    id_ = 0;
}

ChangeHub::ChangeHub() : shared_(std::make_shared<Shared>()) {}

ChangeHub::~ChangeHub() = default;

ChangeHub::Subscription ChangeHub::add(ChangeListener &listener)
{
    const std::scoped_lock lock(shared_->mutex);
    const std::uint64_t id = shared_->next_id++;
    shared_->listeners.emplace(id, &listener);
    return Subscription(shared_, id);
}

void ChangeHub::on_changes(const Changes &changes)
{
    const std::scoped_lock lock(shared_->mutex);
    for (const auto &[id, listener] : shared_->listeners)
        listener->on_changes(changes);
}

}  // namespace aftercharge
