// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QtCore/QTemporaryDir>

#include "app/wiring/key_source.h"
#include "app/wiring/store_url.h"
#include "models/store/gateways.h"

namespace aftercharge::demo {

// The network of the demo: a fresh encrypted store in a temporary folder that goes when the
// demo ends, with stations, a time-of-use tariff, charge points, members with balances,
// operators, goods orders and the gateways they were paid and sent through.
class DemoNetwork {
public:
    static Result<std::unique_ptr<DemoNetwork>> make(const std::vector<GatewayAccount> &gateways);

    const StoreUrl &url() const { return url_; }
    const StoreKey &key() const { return key_; }
    // Of every charge point; made afresh for each demo.
    const std::string &password() const { return password_; }
    // Whether the ledger's file begins like a plain SQLite file (it must not). Looked at while
    // nobody had it open.
    bool is_plain() const { return is_plain_; }

private:
    DemoNetwork(StoreUrl url, StoreKey key) : url_(std::move(url)), key_(std::move(key)) {}
    Result<void> fill(const std::vector<GatewayAccount> &gateways);

    std::unique_ptr<QTemporaryDir> folder_;
    StoreUrl url_;
    StoreKey key_;
    std::string password_;
    bool is_plain_ = true;
};

}  // namespace aftercharge::demo
