// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "models/domain/error.h"
#include "models/domain/time.h"

namespace aftercharge {

// 1 to 64 bytes, printable ASCII without space, quote, backslash or slash: what may stand in
// a URL path, a file name, a log line and a CSV cell without escaping.
Result<void> check_id_text(std::string_view text);

// A name of one kind of thing; an order number cannot be passed for a member's. An invalid
// one cannot be constructed; the empty one of a default-constructed value means "none".
template<typename Tag>
class Id {
public:
    Id() = default;
    static Result<Id> from_text(std::string_view text)
    {
        return check_id_text(text).map([&] { return Id(std::string(text)); });
    }
    const std::string &text() const { return text_; }
    bool is_empty() const { return text_.empty(); }

    friend auto operator<=>(const Id &, const Id &) = default;
    friend bool operator==(const Id &, const Id &) = default;

private:
    explicit Id(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

using OrderNo = Id<struct OrderTag>;
using MemberId = Id<struct MemberTag>;
using StationId = Id<struct StationTag>;
using ChargePointId = Id<struct ChargePointTag>;
using TariffId = Id<struct TariffTag>;
using TicketNo = Id<struct TicketTag>;
using RefundNo = Id<struct RefundTag>;  // refunds and adjustments
using ShipmentNo = Id<struct ShipmentTag>;
using ClaimNo = Id<struct ClaimTag>;
using BatchNo = Id<struct BatchTag>;          // of refunds
using OrderItemId = Id<struct OrderItemTag>;  // a line of a goods order, unique within it
using OperatorName = Id<struct OperatorTag>;
using IdTag = Id<struct IdTagTag>;  // the card or app token that a charge point reports

// 16 bytes, RFC 9562. Keys made by the client are version 7: time-ordered.
class Uuid {
public:
    Uuid() = default;
    explicit Uuid(const std::array<std::uint8_t, 16> &bytes) : bytes_(bytes) {}
    // Version 7: 48 bits of milliseconds, then 74 of `random`.
    static Uuid make_v7(UtcTime time, const std::array<std::uint8_t, 10> &random);
    static Result<Uuid> from_text(std::string_view text);
    static Result<Uuid> from_bytes(std::string_view bytes);

    const std::array<std::uint8_t, 16> &bytes() const { return bytes_; }
    std::string_view view() const { return {reinterpret_cast<const char *>(bytes_.data()), bytes_.size()}; }
    std::string to_text() const;
    bool is_nil() const { return bytes_ == std::array<std::uint8_t, 16>{}; }

    friend auto operator<=>(const Uuid &, const Uuid &) = default;

private:
    std::array<std::uint8_t, 16> bytes_{};
};

// Randomness as an argument: the operating system's in the programs, seeded in tests.
class Random {
public:
    virtual ~Random() = default;
    virtual std::uint64_t next() = 0;
};

// A fresh version 7 key.
Uuid make_uuid(const Clock &clock, Random &random);

}  // namespace aftercharge

template<typename Tag>
struct std::hash<aftercharge::Id<Tag>> {
    std::size_t operator()(const aftercharge::Id<Tag> &id) const noexcept
    {
        return std::hash<std::string>{}(id.text());
    }
};
