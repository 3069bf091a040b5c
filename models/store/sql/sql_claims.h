// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/claims.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlClaims final : public ClaimWriter {
public:
    explicit SqlClaims(LedgerContext context) : context_(context) {}

    Result<Claim> find(const ClaimNo &claim_no) override;
    Result<std::optional<Claim>> by_external_id(std::string_view external_id) override;
    Result<std::vector<Claim>> of_shipment(const ShipmentNo &shipment_no) override;
    Result<std::vector<Claim>> of_order(const OrderNo &order_no) override;
    Result<std::vector<ClaimEvidence>> evidence(const ClaimNo &claim_no) override;
    Result<std::vector<ClaimLogEntry>> log(const ClaimNo &claim_no) override;
    Result<Page<Claim>> page(const ClaimQuery &query) override;
    Result<std::int64_t> waiting_approval() override;

    Result<ClaimNo> next_claim_no(UtcTime now) override;
    Result<void> insert(const Claim &claim) override;
    Result<void> update(Claim &claim) override;
    Result<void> append_log(const ClaimLogEntry &entry) override;
    Result<void> approve(const ClaimNo &claim_no, const OperatorName &by, const Money &up_to, UtcTime at) override;
    Result<void> add_evidence(const ClaimEvidence &evidence) override;
    Result<void> mark_sent(const ClaimNo &claim_no, const Uuid &evidence_id, UtcTime at, bool by_hand) override;

private:
    // At most one claim of a parcel is open; `claim` is not counted.
    Result<void> check_only_open(const Claim &claim);

    LedgerContext context_;
};

}  // namespace aftercharge
