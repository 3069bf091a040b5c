// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QtCore/QString>

#include "app/wiring/local_host.h"
#include "ui/login/store_access.h"

namespace aftercharge {

// Opens stores for the unlock page and keeps the one that is open. While it is open (the
// screens locked), the same key only asks who works here.
class DeskHost : public StoreAccess {
public:
    // What this desk serves beside itself, if anything.
    struct Serve {
        std::optional<Endpoint> ocpp;
        std::optional<Endpoint> live;
        std::optional<Endpoint> customer;
        std::optional<Endpoint> webhook = {};
        const Clock *clock = nullptr;
    };
    explicit DeskHost(Serve serve) : serve_(std::move(serve)) {}

    Opened open(StoreRequest request) override;
    Opened create(NewStore store) override;

    // Opens with a key in hand, in the calling thread.
    Result<std::vector<Operator>> open_with(const StoreUrl &url, StoreKey key);

    // Another clock than the computer's, if this desk was given one.
    const Clock *clock() const { return serve_.clock; }
    // Of the store that is open; empty before.
    QString folder() const { return QString::fromStdString(url_.folder.string()); }
    LocalHost *host() { return host_.get(); }
    void close() { host_.reset(); }

private:
    Serve serve_;
    StoreUrl url_;
    std::optional<StoreKey> key_;
    std::unique_ptr<LocalHost> host_;
};

}  // namespace aftercharge
