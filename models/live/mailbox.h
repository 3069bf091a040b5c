// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <mutex>

#include <QtCore/QObject>

namespace aftercharge {

// Brings an answer given in any thread to the thread of its owner, or drops it when the owner
// is gone: QPointer cannot do this across threads.
class Mailbox {
public:
    explicit Mailbox(QObject *owner) : slot_(std::make_shared<Slot>()) { slot_->owner = owner; }
    ~Mailbox()
    {
        const std::scoped_lock lock(slot_->mutex);
        slot_->owner = nullptr;
    }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    // `handler` as a function that may be called from any thread.
    template<typename Value>
    std::function<void(Value)> deliver(std::function<void(Value)> handler) const
    {
        return [slot = slot_, handler = std::move(handler)](Value value) {
            const std::scoped_lock lock(slot->mutex);
            if (!slot->owner)
                return;
            QMetaObject::invokeMethod(
                slot->owner, [handler, value = std::move(value)]() mutable { handler(std::move(value)); },
                Qt::QueuedConnection);
        };
    }

private:
    struct Slot {
        std::mutex mutex;
        QObject *owner = nullptr;
    };
    std::shared_ptr<Slot> slot_;
};

}  // namespace aftercharge
