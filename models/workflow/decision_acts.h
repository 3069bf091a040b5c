// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/decision.h"
#include "models/workflow/reconcile.h"

namespace aftercharge::decision {

// What each decision does when `by` made it, at a desk with an engine or handed in from another:
// the workflow of its name, in one unit of work, with every right checked. Where a draft names
// who acts, that is overwritten with `by`. Errors: those of the workflows, operator.*.

// Commands answer with the id of the outbox row that carries them.
Result<Uuid> act(Work &work, const StopCharging &made, const OperatorName &by);
Result<Uuid> act(Work &work, const UnlockConnector &made, const OperatorName &by);
Result<Uuid> act(Work &work, const ResetChargePoint &made, const OperatorName &by);

Result<ChargingOrder> act(Work &work, const ConfirmSettlement &made, const OperatorName &by);

Result<Ticket> act(Work &work, const OpenTicket &made, const OperatorName &by);
Result<Ticket> act(Work &work, const TakeTicket &made, const OperatorName &by);
Result<Ticket> act(Work &work, const AssignTicket &made, const OperatorName &by);
Result<Ticket> act(Work &work, const RejectTicket &made, const OperatorName &by);
Result<Ticket> act(Work &work, const ReplyToTicket &made, const OperatorName &by);
Result<Ticket> act(Work &work, const NoteOnTicket &made, const OperatorName &by);
Result<Ticket> act(Work &work, const ReopenTicket &made, const OperatorName &by);

Result<Refund> act(Work &work, const RequestRefund &made, const OperatorName &by);
Result<Refund> act(Work &work, const RequestGoodsRefund &made, const OperatorName &by);
Result<ExceptionOutcome> act(Work &work, const DecideException &made, const OperatorName &by);
Result<Refund> act(Work &work, const ApproveRefund &made, const OperatorName &by);
Result<Refund> act(Work &work, const SendBackRefund &made, const OperatorName &by);
Result<Refund> act(Work &work, const RetryRefund &made, const OperatorName &by);
Result<Refund> act(Work &work, const SettleByHand &made, const OperatorName &by);

Result<RefundBatch> act(Work &work, const RequestBatch &made, const OperatorName &by);
Result<RefundBatch> act(Work &work, const ApproveBatch &made, const OperatorName &by);
Result<RefundBatch> act(Work &work, const SendBackBatch &made, const OperatorName &by);

Result<Shipment> act(Work &work, const AdvanceShipment &made, const OperatorName &by);
Result<Claim> act(Work &work, const OpenClaim &made, const OperatorName &by);
Result<Claim> act(Work &work, const ApproveClaim &made, const OperatorName &by);
Result<Claim> act(Work &work, const SendBackClaim &made, const OperatorName &by);
Result<Claim> act(Work &work, const AddClaimEvidence &made, const OperatorName &by);
Result<Claim> act(Work &work, const MarkEvidenceSent &made, const OperatorName &by);
Result<Claim> act(Work &work, const DecideClaim &made, const OperatorName &by);

Result<Discrepancy> act(Work &work, const ResolveDiscrepancy &made, const OperatorName &by);
Result<Reconciliation> act(Work &work, const Reconcile &made, const OperatorName &by);

// Administrators only, and nobody changes himself (operator.not_permitted).
Result<void> act(Work &work, const AddOperator &made, const OperatorName &by);
Result<Operator> act(Work &work, const SetOperatorLimit &made, const OperatorName &by);
Result<Operator> act(Work &work, const DisableOperator &made, const OperatorName &by);

}  // namespace aftercharge::decision
