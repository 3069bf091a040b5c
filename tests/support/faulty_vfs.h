// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace aftercharge {

// A disk that fails on demand: an sqlite3_vfs, registered under a name while the object lives,
// that hands everything to the system's and can be told to refuse writes, syncs or reads.
// For SqlcipherOpenOptions::vfs. Must outlive the databases opened through it.
class FaultyVfs {
public:
    enum class Fault { DiskFull, WriteFails, SyncFails, ReadFails };

    explicit FaultyVfs(std::string name);
    ~FaultyVfs();
    FaultyVfs(const FaultyVfs &) = delete;
    FaultyVfs &operator=(const FaultyVfs &) = delete;

    const std::string &name() const;
    // From now on, after `bytes` more bytes were written (to any file of this disk), every write,
    // sync or read fails, until heal(). Syncs and reads are not counted, only begun.
    void fail_after(std::int64_t bytes, Fault fault);
    void heal();
    // Bytes written since the start, and how many calls were made to fail.
    std::int64_t written_bytes() const;
    int failed_calls() const;

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace aftercharge
