// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "models/domain/claim.h"
#include "models/domain/refund_batch.h"
#include "models/workflow/approval_desk.h"

namespace aftercharge {

// One thing that waits for another person's word: a refund, a claim's promise, or a batch.
struct ApprovalEntry {
    std::variant<Refund, Claim, RefundBatch> request;
    int given = 0;   // approvals
    int needed = 1;  // by the rules

    const Refund *refund() const { return std::get_if<Refund>(&request); }
    const Claim *claim() const { return std::get_if<Claim>(&request); }
    const RefundBatch *batch() const { return std::get_if<RefundBatch>(&request); }
    friend bool operator==(const ApprovalEntry &, const ApprovalEntry &) = default;
};

ApprovalSubject subject_of(const ApprovalEntry &entry);
UtcTime asked_at(const ApprovalEntry &entry);
Money amount_of(const ApprovalEntry &entry);  // of a claim "up to"
ApprovalState approval_of(const ApprovalEntry &entry);
OperatorName requester_of(const ApprovalEntry &entry);  // empty: the system
TicketNo ticket_of(const ApprovalEntry &entry);         // empty: none

}  // namespace aftercharge
