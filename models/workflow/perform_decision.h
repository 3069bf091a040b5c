// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/workflow/decision.h"
#include "models/workflow/work.h"

namespace aftercharge {

// Does what `by` decided (decision_acts.h) in one unit of work, and answers with its outcome, the
// name under which a desk finds what was made or changed:
//   commands to charge points   the id of the outbox row, whose done_at and last_error are the answer
//   settlement.confirm          the order number
//   ticket.*                    the ticket number (ticket.open: also of the open one that was joined)
//   refund.*                    the refund number (refund.retry, refund.by_hand: of the new one; of the
//                               same where the gateway repairs it)
//   refund.decide_exception     "REFUND_NO SHIPMENT_NO", with "-" for what is not part of it
//   batch.*                     the batch number
//   shipment.advance            the shipment number
//   claim.*                     the claim number
//   discrepancy.resolve         the discrepancy's id
//   reconcile                   the reconciliation's id
//   operator.*                  the operator's name
// Never empty.
Result<std::string> perform(Work &work, const Decision &decision, const OperatorName &by);

}  // namespace aftercharge
