// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "models/domain/id.h"
#include "models/domain/money.h"

namespace aftercharge {

// More than `above` needs so many different people besides who asks. Without a rule, one: and
// that one may be the requester himself, within his own limit. Of several rules that an amount
// is above, the one that asks for most people holds.
struct ApprovalRule {
    Money above;
    int approvers = 1;  // 1 … max_approvers
    friend bool operator==(const ApprovalRule &, const ApprovalRule &) = default;
};
inline constexpr int max_approvers = 9;

// How long a request may wait for its approval.
inline constexpr std::chrono::milliseconds default_approval_life = std::chrono::hours{72};
inline constexpr std::chrono::milliseconds shortest_approval_life = std::chrono::hours{1};
inline constexpr std::chrono::milliseconds longest_approval_life = std::chrono::hours{24 * 365};

// What a request for money is named by: a refund, a claim or a batch number. Each series has its own letter.
using ApprovalSubject = std::string;

// approval_vote: one person's approval of one request, of exactly these amounts. Once given it
// is never changed or taken back; one a person and request.
struct ApprovalVote {
    ApprovalSubject subject;
    OperatorName login;
    Money amount;  // asked for: of a claim, of the carrier
    Money up_to;   // that goes to customers at most; of a refund or a batch the same as `amount`
    UtcTime at;
    friend bool operator==(const ApprovalVote &, const ApprovalVote &) = default;
};

// approval_picture: what the requester had before him when he asked, kept when a request waits.
// `rows` are (name, value) in the order of the screen. Names are words of ours, for the screen to
// translate, some with what they are about behind a colon. Amounts are decimal text in
// "currency":
//   order, currency, state, settlement, fee, owed        of a charging order
//   order, currency, state, payment                       of a goods order
//   paid, refund:R20261125-0001 (one a row), refunded_before, this, stays
//   line:L2 ("Cable × 3, 81.00; refunded 1, 27.00; replaced 0"), parcel:S-1 ("DELIVERED")
//   ticket ("REFUND: 多扣费"), ticket_decision
//   asked, up_to, parcel, insured                         of a claim
// `fingerprint` is over all of them: when what would be shown now has another one, the request
// is void. `basis` is the requester's text: how he computed the amount.
struct ApprovalPicture {
    ApprovalSubject subject;
    std::string fingerprint;  // SHA-256, 64 hexadecimal digits
    std::string basis;
    UtcTime at;
    std::vector<std::pair<std::string, std::string>> rows;
    friend bool operator==(const ApprovalPicture &, const ApprovalPicture &) = default;
};

}  // namespace aftercharge
