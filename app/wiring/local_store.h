// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/wiring/opened_store.h"
#include "models/domain/network.h"
#include "models/store/sql/local_store.h"

namespace aftercharge {

// <user's state folder>/aftercharge: the heads of the hash chains, kept outside the store.
std::filesystem::path state_folder();

// An open SQLCipher store, with what only such a one can.
class LocalStore final : public OpenedStore {
public:
    LocalStore(StoreUrl url, StoreKey key, OpenStore opened);

    Result<std::vector<std::string>> check() override;
    // Lets a passphrase open the store beside its key file (key.wrap in its folder).
    Result<void> set_passphrase(std::string_view passphrase) const;
    // A copy under the same key in a folder that is not there yet.
    Result<void> back_up(const std::filesystem::path &target) const;

private:
    StoreKey key_;
};

// Errors: store.not_found (before any key is asked for), those of load_store_key and of
// opening the databases.
Result<std::unique_ptr<LocalStore>> open_local_store(const StoreUrl &url, const KeySource &source);
// The same for a thread that needs connections of its own, with the key in hand.
Result<std::unique_ptr<LocalStore>> open_local_store(const StoreUrl &url, const StoreKey &key);

// The first operator of every store, an administrator: "admin".
OperatorName first_operator();

// A new store with its first operator and, where there is none yet, its key file.
// store.exists leaves both untouched.
Result<std::unique_ptr<LocalStore>> make_local_store(const StoreUrl &url, const KeySource &source,
                                                     const NetworkInput &network);

}  // namespace aftercharge
