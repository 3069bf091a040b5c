// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/sim/load_frames.h"
#include "app/wiring/local_store.h"

namespace aftercharge::bench {

// A store with `points` charge points, each with a member of its own who has money, a card and
// the time-of-use tariff of resources/tariffs: what a round of a benchmark begins with. Made
// once, then copied, heads of the chains and all.
class BenchStore {
public:
    // `folder` is made; it holds store/, state/ and the key file.
    static Result<BenchStore> make(const std::filesystem::path &folder, int points);
    // An untouched copy in a folder that is made anew.
    Result<BenchStore> copy_to(const std::filesystem::path &folder) const;

    // With the state folder of this copy in the environment of this process.
    Result<std::unique_ptr<LocalStore>> open() const;

    std::string url() const { return "sqlcipher:" + (folder_ / "store").string(); }
    std::string key_file() const { return (folder_ / "bench.key").string(); }
    std::string state_home() const { return (folder_ / "state").string(); }
    const std::filesystem::path &folder() const { return folder_; }
    const std::vector<sim::Credential> &credentials() const { return credentials_; }

private:
    explicit BenchStore(std::filesystem::path folder) : folder_(std::move(folder)) {}
    Result<void> furnish(int points);

    std::filesystem::path folder_;
    std::vector<sim::Credential> credentials_;
};

}  // namespace aftercharge::bench
