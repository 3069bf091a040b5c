// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "models/workflow/gateway_tasks.h"

namespace aftercharge {

// What one leased row needs to be carried out, put together inside the leasing unit of work.
// `put_off_until`: not now (WeChat's minute between two refunds, a locked order); the row goes
// back as it was. Otherwise `task.problem` says why there is nothing to carry out any more.
struct BuiltTask {
    GatewayTask task;
    std::optional<UtcTime> put_off_until;
    std::string put_off_why;
};

// The refunds that are leased together: two of one payment must not both wait for the other.
struct SendBatch {
    std::set<std::string> waiting;  // refund numbers whose row is not decided about yet
};

payment::RefundCall refund_call(const Refund &refund, const PaymentOrder &payment);

Result<BuiltTask> build_refund_task(UnitOfWork &unit, Work &work, GatewayTask task, SendBatch &batch);
Result<BuiltTask> build_label_task(UnitOfWork &unit, Work &work, GatewayTask task);
Result<BuiltTask> build_claim_task(UnitOfWork &unit, GatewayTask task);
Result<BuiltTask> build_reconcile_task(UnitOfWork &unit, GatewayTask task);

}  // namespace aftercharge
