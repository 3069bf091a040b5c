// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/claim.h"
#include "models/store/page.h"

namespace aftercharge {

struct ClaimQuery {
    std::optional<ClaimState> state;
    std::optional<ApprovalState> approval;
    bool open_only = false;  // not CLOSED, not sent back
    std::string text;
    PageRequest page;
};

class ClaimReader {
public:
    virtual ~ClaimReader() = default;
    virtual Result<Claim> find(const ClaimNo &claim_no) = 0;  // claim.not_found
    virtual Result<std::optional<Claim>> by_external_id(std::string_view external_id) = 0;
    virtual Result<std::vector<Claim>> of_shipment(const ShipmentNo &shipment_no) = 0;
    virtual Result<std::vector<Claim>> of_order(const OrderNo &order_no) = 0;
    virtual Result<std::vector<ClaimEvidence>> evidence(const ClaimNo &claim_no) = 0;  // in the order handed in
    virtual Result<std::vector<ClaimLogEntry>> log(const ClaimNo &claim_no) = 0;
    virtual Result<Page<Claim>> page(const ClaimQuery &query) = 0;  // newest first
    virtual Result<std::int64_t> waiting_approval() = 0;
};

class ClaimWriter : public ClaimReader {
public:
    virtual Result<ClaimNo> next_claim_no(UtcTime now) = 0;  // "K20261124-0001"
    virtual Result<void> insert(const Claim &claim) = 0;
    virtual Result<void> update(Claim &claim) = 0;  // by version
    virtual Result<void> append_log(const ClaimLogEntry &entry) = 0;
    // One approval a claim, of exactly amount and up_to as they stand (claim.already_decided, claim.changed).
    virtual Result<void> approve(const ClaimNo &claim_no, const OperatorName &by, const Money &up_to, UtcTime at) = 0;
    virtual Result<void> add_evidence(const ClaimEvidence &evidence) = 0;
    // Once: a file that was sent is never unsent or taken away.
    virtual Result<void> mark_sent(const ClaimNo &claim_no, const Uuid &evidence_id, UtcTime at, bool by_hand) = 0;
};

}  // namespace aftercharge
