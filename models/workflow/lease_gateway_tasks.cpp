// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/build_task.h"

namespace aftercharge {
namespace {

// Longer than the longest call (a label: three requests of 30 s each): a row that is leased again
// has lost its worker.
constexpr std::chrono::minutes lease_time{5};

Result<BuiltTask> build_task(UnitOfWork &unit, Work &work, GatewayTask task, SendBatch &batch)
{
    switch (task.effect.kind) {
    case EffectKind::SendRefund:
    case EffectKind::RepairRefund:
    case EffectKind::AskRefund:
        return build_refund_task(unit, work, std::move(task), batch);
    case EffectKind::CancelLabel:
    case EffectKind::AskLabelRefund:
    case EffectKind::BuyLabel:
    case EffectKind::AskLabel:
    case EffectKind::TrackParcel:
        return build_label_task(unit, work, std::move(task));
    case EffectKind::OpenClaim:
    case EffectKind::AskOpenedClaim:
    case EffectKind::SubmitEvidence:
    case EffectKind::AskClaim:
        return build_claim_task(unit, std::move(task));
    case EffectKind::Reconcile:
        return build_reconcile_task(unit, std::move(task));
    case EffectKind::PostRefund:
    case EffectKind::PostBatch:
    case EffectKind::ChargePointCommand:
        break;
    }
    return fail(ErrorCode::Internal, "not for gateways: " + std::string(to_text(task.effect.kind)));
}

// What is named but no longer there, or cannot be read, is no reason to hold up the others.
Result<BuiltTask> build_or_name_problem(UnitOfWork &unit, Work &work, const GatewayTask &task, SendBatch &batch)
{
    auto built = build_task(unit, work, task, batch);
    if (built)
        return built;
    switch (built.error().code) {
    case ErrorCode::RefundNotFound:
    case ErrorCode::ShipmentNotFound:
    case ErrorCode::ClaimNotFound:
    case ErrorCode::OrderNotFound:
    case ErrorCode::IdInvalid:
    case ErrorCode::InputInvalid:
    case ErrorCode::EvidenceMissing: {
        BuiltTask problem{.task = task, .put_off_until = {}, .put_off_why = {}};
        problem.task.call = std::monostate{};
        problem.task.problem = to_line(built.error());
        return problem;
    }
    default:
        return built;
    }
}

SendBatch batch_of(const std::vector<Effect> &effects)
{
    SendBatch batch;
    for (const Effect &effect : effects) {
        if (effect.kind == EffectKind::SendRefund)
            batch.waiting.insert(effect.key);
    }
    return batch;
}

}  // namespace

Result<std::vector<GatewayTask>> lease_gateway_tasks(Work &work, const std::string &owner, int limit)
{
    const UtcTime now = work.clock.now();
    // Nothing due is the rule: it costs a read, not a write.
    const auto next = work.ledger.reader().outbox().next_for_gateways();
    if (!next)
        return pass_on(next);
    if (!*next || **next > now)
        return std::vector<GatewayTask>{};
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto effects = (*unit)->outbox().lease_for_gateways(now, owner, now + lease_time, limit);
    if (!effects)
        return pass_on(effects);
    SendBatch batch = batch_of(*effects);
    std::vector<GatewayTask> tasks;
    for (const Effect &effect : *effects) {
        GatewayTask task;
        task.effect = effect;
        task.ask_only = acts_at_gateway(effect.kind) && effect.sent_at && *effect.sent_at != now;
        auto built = build_or_name_problem(**unit, work, task, batch);
        batch.waiting.erase(effect.key);
        if (!built)
            return pass_on(built);
        if (built->put_off_until) {
            if (auto kept = (*unit)->outbox().not_sent(effect.id, built->put_off_why, *built->put_off_until); !kept)
                return pass_on(kept);
            continue;
        }
        tasks.push_back(std::move(built->task));
    }
    if (effects->empty())
        return tasks;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return tasks;
}

}  // namespace aftercharge
