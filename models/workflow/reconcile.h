// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/domain/discrepancy.h"
#include "models/gateway/payment/payment_gateway.h"
#include "models/workflow/work.h"

namespace aftercharge {

// The three-way reconciliation of a day ("2026-11-24", of the network's zone): the refunds
// through gateways of that day and those still under way, as ledger, outbox and gateway have
// them. Supervisors and administrators. input.invalid for a day that is none or still to come.
Result<Reconciliation> start_reconciliation(Work &work, const std::string &day, const OperatorName &by);

// What a gateway answered about a refund, and the refund's version when it was asked.
struct AskedRefund {
    RefundNo refund_no;
    std::int64_t version = 0;
    payment::RefundAnswer answer;
};

// Compares with the gateways' answers and closes the run; what differs becomes a discrepancy too.
// An answer that is older than the refund's state changes nothing: the finding says so.
Result<void> finish_reconciliation(UnitOfWork &unit, Work &work, const Uuid &id, const std::vector<AskedRefund> &asked);

Result<Discrepancy> resolve_discrepancy(Work &work, const Uuid &id, const std::string &resolution,
                                        const OperatorName &by);

}  // namespace aftercharge
