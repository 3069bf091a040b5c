// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QtCore/QString>

#include "app/wiring/local_host.h"
#include "ui/login/store_access.h"

namespace aftercharge {

class RemoteHost;

// Opens stores for the unlock page and keeps the one that is open. While it is open (the
// screens locked), the same key only asks who works here, and the same login's password lets him
// in again.
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
    explicit DeskHost(Serve serve);
    ~DeskHost() override;

    Opened open(StoreRequest request) override;
    Opened create(NewStore store) override;
    QFuture<Result<Operator>> log_in(SharedLogin login) override;

    // Opens with a key in hand, in the calling thread.
    Result<std::vector<Operator>> open_with(const StoreUrl &url, StoreKey key);

    // Another clock than the computer's, if this desk was given one.
    const Clock *clock() const { return serve_.clock; }
    // Of the store that is open; empty before, and of a shared one.
    QString folder() const { return QString::fromStdString(url_.folder.string()); }
    // What is open; null before.
    DeskParts *parts();
    // The same if it is a local store's; null else.
    LocalHost *host() { return host_.get(); }
    void close();

private:
    QFuture<Result<Operator>> unlock();
    Result<Operator> opened_remote(const StoreUrl &url, const Result<Operator> &person);

    Serve serve_;
    StoreUrl url_;
    std::optional<StoreKey> key_;
    LoginPassword password_;
    std::optional<Operator> person_;  // who logged in
    std::unique_ptr<LocalHost> host_;
    std::unique_ptr<RemoteHost> remote_;
    std::unique_ptr<RemoteHost> opening_;  // while a thread connects it
    QFuture<Result<Operator>> connecting_;
    QObject context_;  // what is heard late is heard by nobody
};

// "postgresql://LOGIN@ADDRESS" of what the page was given; input.invalid.
Result<StoreUrl> shared_url_of(const SharedLogin &login);

}  // namespace aftercharge
