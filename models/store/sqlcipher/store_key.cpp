// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcipher/store_key.h"

#include <algorithm>
#include <cstdlib>

#include <sodium.h>

namespace aftercharge {

StoreKey StoreKey::generate()
{
    if (sodium_init() < 0)
        std::abort();  // no generator, no key: there is nothing to go on with
    StoreKey key;
    randombytes_buf(key.bytes_.data(), key.bytes_.size());
    return key;
}

StoreKey StoreKey::from_bytes(std::span<const unsigned char, size> bytes)
{
    StoreKey key;
    std::copy(bytes.begin(), bytes.end(), key.bytes_.begin());
    return key;
}

Result<StoreKey> StoreKey::from_hex(std::string_view hex)
{
    StoreKey key;
    std::size_t count = 0;
    const char *end = nullptr;
    const int code = sodium_hex2bin(key.bytes_.data(), key.bytes_.size(), hex.data(), hex.size(), nullptr, &count,
                                    &end);
    if (code != 0 || count != size || end != hex.data() + hex.size())
        return fail(ErrorCode::StoreKeyFileInvalid, "a key is 64 hexadecimal digits");
    return key;
}

StoreKey::~StoreKey()
{
    sodium_memzero(bytes_.data(), bytes_.size());
}

bool operator==(const StoreKey &left, const StoreKey &right)
{
    return sodium_memcmp(left.bytes_.data(), right.bytes_.data(), StoreKey::size) == 0;
}

}  // namespace aftercharge
