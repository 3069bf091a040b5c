// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "models/domain/error.h"

namespace aftercharge {

// The data key of a store: 32 random bytes, given to SQLCipher raw. Every copy is wiped when it
// ends. There is no way to print one; save_key_file and wrap_key are the ways out.
class StoreKey {
public:
    static constexpr std::size_t size = 32;

    // From the operating system's generator. Not through Random: a key that a test's seed
    // could reproduce must not be possible by wiring.
    static StoreKey generate();
    static StoreKey from_bytes(std::span<const unsigned char, size> bytes);
    // 64 hexadecimal digits, either case; else StoreKeyFileInvalid.
    static Result<StoreKey> from_hex(std::string_view hex);

    StoreKey(const StoreKey &) = default;
    StoreKey &operator=(const StoreKey &) = default;
    ~StoreKey();

    std::span<const unsigned char, size> bytes() const { return bytes_; }

    // In constant time.
    friend bool operator==(const StoreKey &left, const StoreKey &right);

private:
    StoreKey() = default;
    std::array<unsigned char, size> bytes_{};
};

}  // namespace aftercharge
