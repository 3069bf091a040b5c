// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/workflow/changes.h"

namespace aftercharge {

// Fans the engine's changes out to several listeners. Thread-safe.
class ChangeHub : public ChangeListener {
    struct Shared;

public:
    // While it lives the listener is called; once it is destroyed or reset, never again (a call
    // under way in the engine's thread is waited for). It may outlive the hub.
    class Subscription {
    public:
        Subscription() = default;
        Subscription(Subscription &&other) noexcept;
        Subscription &operator=(Subscription &&other) noexcept;
        ~Subscription();
        void reset();

    private:
        friend class ChangeHub;
        Subscription(std::weak_ptr<Shared> shared, std::uint64_t id);
        std::weak_ptr<Shared> shared_;
        std::uint64_t id_ = 0;
    };

    ChangeHub();
    ~ChangeHub() override;
    ChangeHub(const ChangeHub &) = delete;
    ChangeHub &operator=(const ChangeHub &) = delete;

    [[nodiscard]] Subscription add(ChangeListener &listener);
    void on_changes(const Changes &changes) override;

private:
    std::shared_ptr<Shared> shared_;
};

}  // namespace aftercharge
