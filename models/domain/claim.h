// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/domain/refund.h"
#include "models/domain/shipment.h"

namespace aftercharge {

enum class ClaimType { Damage, Loss, Theft };

constexpr auto text_table(ClaimType)
{
    return std::array{EnumText{ClaimType::Damage, "DAMAGE"}, EnumText{ClaimType::Loss, "LOSS"},
                      EnumText{ClaimType::Theft, "THEFT"}};
}

// How a claim ended for the customer.
enum class ClaimDecision { None, Refund, PlatformCovers, Coupon, Nothing };

constexpr auto text_table(ClaimDecision)
{
    return std::array{
        EnumText{ClaimDecision::None, "NONE"},
        EnumText{ClaimDecision::Refund, "REFUND"},
        EnumText{ClaimDecision::PlatformCovers, "PLATFORM_COVERS"},
        EnumText{ClaimDecision::Coupon, "COUPON"},
        EnumText{ClaimDecision::Nothing, "NOTHING"},
    };
}

// carrier_claim: what we ask of the carrier for one parcel. Opening it carries the approval
// "up to `up_to` to the customer", which covers the SYSTEM refund that the carrier's approval
// makes; until `approval` is APPROVED nothing is sent. up_to = 0: the customer's share is
// decided when the carrier has answered.
struct Claim {
    ClaimNo claim_no;
    ShipmentNo shipment_no;
    OrderNo order_no;
    TicketNo ticket_no;  // always one: without it, opening makes it
    ClaimType type = ClaimType::Damage;
    ClaimState state = ClaimState::Opened;
    ApprovalState approval = ApprovalState::Waiting;
    Money amount;  // asked of the carrier
    Money up_to;   // promised to the customer if the carrier pays
    std::string description;
    std::string external_id;        // "clm_…"
    std::optional<Money> approved;  // by the carrier
    std::string carrier_words;      // what it last said: what is missing, why it denied
    ClaimDecision decision = ClaimDecision::None;
    OperatorName requested_by;
    OperatorName approved_by;
    UtcTime opened_at;
    std::optional<UtcTime> closed_at;
    std::int64_t version = 0;
    friend bool operator==(const Claim &, const Claim &) = default;
};

// A file that was handed in with a claim; the bytes are the ticket's evidence of that id and
// are never changed. `sent_at` none: not with the carrier yet. `by_hand`: the adapter could not
// send it, a person did.
struct ClaimEvidence {
    ClaimNo claim_no;
    Uuid evidence_id;
    std::string sha256;  // 32 bytes
    int round = 1;       // 1: with the claim; 2…: asked for later
    std::optional<UtcTime> sent_at;
    bool by_hand = false;
    friend bool operator==(const ClaimEvidence &, const ClaimEvidence &) = default;
};

struct ClaimLogEntry {
    ClaimNo claim_no;
    UtcTime at;
    ClaimState from = ClaimState::Opened;
    ClaimState to = ClaimState::Opened;
    Actor actor;
    std::string note;
    friend bool operator==(const ClaimLogEntry &, const ClaimLogEntry &) = default;
};

}  // namespace aftercharge
