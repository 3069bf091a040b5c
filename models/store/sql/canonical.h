// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/store/sql/value.h"

namespace aftercharge {

// The bytes of a row that a hash is taken over: each field with its length before it (four
// bytes, big endian; all ones for an absent one), numbers as eight bytes, texts as UTF-8. So
// two different rows never have the same bytes.
class Canonical {
public:
    template<typename... T>
    explicit Canonical(const T &...fields)
    {
        (add(fields), ...);
    }
    const std::string &bytes() const { return bytes_; }

private:
    void add(std::int64_t number);
    void add(int number) { add(std::int64_t{number}); }
    // Made valid UTF-8 first, as the column is.
    void add(std::string_view text);
    void add(const std::string &text) { add(std::string_view(text)); }
    void add(BytesIn bytes);
    void add(const Uuid &id) { add(BytesIn{id.view()}); }
    void add(UtcTime time) { add(std::int64_t{time.time_since_epoch().count()}); }
    void add(ReadingFlags flags) { add(std::int64_t{flags.bits()}); }
    void add(const Money &money)
    {
        add(money.minor());
        add(money.currency().code());
    }
    template<typename Tag>
    void add(const Id<Tag> &id)
    {
        add(std::string_view(id.text()));
    }
    template<typename Unit>
    void add(Quantity<Unit> quantity)
    {
        add(quantity.value());
    }
    template<TextEnum E>
    void add(E value)
    {
        add(to_text(value));
    }
    template<typename T>
    void add(const std::optional<T> &value)
    {
        value ? add(*value) : add_absent();
    }
    void add_absent();
    void add_length(std::uint32_t length);

    std::string bytes_;
};

// 32 bytes.
std::string sha256(std::string_view bytes);

}  // namespace aftercharge
