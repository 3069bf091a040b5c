// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/build_task.h"
#include "models/workflow/day_of_network.h"
#include "models/workflow/gateway_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/reconcile.h"
#include "models/workflow/refunds_of_day.h"

namespace aftercharge {
namespace {

// What was never sent is not asked for: the gateway cannot know it.
Result<bool> was_sent(UnitOfWork &unit, const Refund &refund)
{
    const auto row = unit.outbox().find(EffectKind::SendRefund, refund.refund_no.text());
    if (!row)
        return pass_on(row);
    return *row && (*row)->sent_at.has_value();
}

}  // namespace

Result<std::vector<Refund>> refunds_of_day(UnitOfWork &unit, const std::string &day)
{
    const auto network = unit.registry().network();
    if (!network)
        return pass_on(network);
    const auto span = day_span(day, network->time_zone);
    if (!span)
        return pass_on(span);
    auto refunds = unit.refunds().through_gateway(span->from, span->to);
    if (!refunds)
        return refunds;
    std::erase_if(*refunds, [](const Refund &refund) {
        return !goes_through_gateway(refund.kind) || refund.approval != ApprovalState::Approved;
    });
    return refunds;
}

Result<BuiltTask> build_reconcile_task(UnitOfWork &unit, GatewayTask task)
{
    const auto id = Uuid::from_text(task.effect.key);
    if (!id)
        return pass_on(id);
    const auto refunds = refunds_of_day(unit, task.effect.payload);
    if (!refunds)
        return pass_on(refunds);
    ReconcileCall call{.id = *id, .refunds = {}, .versions = {}};
    for (const Refund &refund : *refunds) {
        const auto sent = was_sent(unit, refund);
        if (!sent)
            return pass_on(sent);
        const auto payment = unit.goods().payment(refund.order_no);
        if (!payment)
            return pass_on(payment);
        if (!*sent || !*payment)
            continue;
        call.refunds.push_back(refund_call(refund, **payment));
        call.versions.push_back(refund.version);
    }
    task.call = std::move(call);
    return BuiltTask{.task = std::move(task), .put_off_until = {}, .put_off_why = {}};
}

Result<Reconciliation> start_reconciliation(Work &work, const std::string &day, const OperatorName &by)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (const auto person = permitted_operator((*unit)->registry(), by, Right::Reconcile); !person)
        return pass_on(person);
    const auto network = (*unit)->registry().network();
    if (!network)
        return pass_on(network);
    const auto span = day_span(day, network->time_zone);
    if (!span)
        return pass_on(span);
    if (span->from > work.clock.now())
        return fail(ErrorCode::InputInvalid, day + " is still to come");
    Reconciliation run;
    run.id = make_uuid(work.clock, work.random);
    run.day = day;
    run.run_by = by;
    run.started_at = work.clock.now();
    if (auto put = (*unit)->gateways().put_reconciliation(run); !put)
        return pass_on(put);
    if (auto armed = arm(**unit, work, EffectKind::Reconcile, run.id.to_text(), run.started_at, day); !armed)
        return pass_on(armed);
    if (auto noted = audit(**unit, work, actor_of(by), "reconciliation.start", "reconciliation", run.id.to_text(), day);
        !noted)
        return pass_on(noted);
    work.changes.rows.push_back({ChangedTable::Reconciliations, run.id.to_text(), 0});
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return run;
}

}  // namespace aftercharge
