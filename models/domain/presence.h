// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/domain/enum_text.h"
#include "models/domain/error.h"
#include "models/domain/id.h"
#include "models/domain/time.h"

namespace aftercharge {

// Who is where. All of it is a courtesy among colleagues: it spares double work and a reply that
// crosses another. It never protects anything: what is decided twice is refused by versions and
// locks, whether anybody was seen or not. So it is neither chained nor kept.

// A person is seen for so long after his desk last said so; the desk says it again in time.
constexpr Duration presence_lives = std::chrono::seconds(15);
constexpr Duration presence_renewed_after = std::chrono::seconds(5);
// Of a sheet that moves money, while it is open.
constexpr Duration money_lease_lives = std::chrono::seconds(60);
constexpr Duration money_lease_renewed_after = std::chrono::seconds(20);

enum class Doing { Looking, Replying, Noting, Deciding };

constexpr auto text_table(Doing)
{
    return std::array{
        EnumText{Doing::Looking, "LOOKING"},
        EnumText{Doing::Replying, "REPLYING"},  // a reply to the customer is being written
        EnumText{Doing::Noting, "NOTING"},      // a note among colleagues
        EnumText{Doing::Deciding, "DECIDING"},  // a sheet is open
    };
}

// `desk` tells two desks of one person apart: one running program is one desk.
struct Present {
    std::string subject;  // a ticket's number
    OperatorName login;
    Uuid desk;
    Doing doing = Doing::Looking;
    UtcTime until;
    friend bool operator==(const Present &, const Present &) = default;
};

// Who is preparing a decision about the money of an order: one desk at a time.
struct MoneyLease {
    OrderNo order_no;
    OperatorName login;
    Uuid desk;
    UtcTime until;
    friend bool operator==(const MoneyLease &, const MoneyLease &) = default;
};

// lease.held, with who and until in the detail: "chen.min 2026-11-23T06:03:00.000Z".
Error lease_held(const OperatorName &login, UtcTime until);

struct LeaseHolder {
    OperatorName login;
    UtcTime until;
    friend bool operator==(const LeaseHolder &, const LeaseHolder &) = default;
};
// What lease_held() said; nothing of any other error.
std::optional<LeaseHolder> lease_holder(const Error &error);

}  // namespace aftercharge
