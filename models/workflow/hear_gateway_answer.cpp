// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/gateway_steps.h"
#include "models/workflow/hear_answer.h"
#include "models/workflow/reconcile.h"

namespace aftercharge {
namespace {

Result<void> hear_reconcile(const HeardTask &heard)
{
    const auto *call = std::get_if<ReconcileCall>(&heard.task.call);
    const auto *answers = std::get_if<std::vector<payment::RefundAnswer>>(&heard.answer.answer);
    if (!call || !answers)
        return heard.done(heard.task.problem);
    if (call->refunds.size() != answers->size() || call->refunds.size() != call->versions.size())
        return fail(ErrorCode::Internal, "as many answers as questions are needed");
    std::vector<AskedRefund> asked;
    for (std::size_t i = 0; i < answers->size(); ++i)
        asked.push_back({call->refunds[i].refund_no, call->versions[i], (*answers)[i]});
    if (auto finished = finish_reconciliation(heard.unit, heard.work, call->id, asked); !finished)
        return finished;
    return heard.done({});
}

Result<void> hear(const HeardTask &heard)
{
    switch (heard.effect().kind) {
    case EffectKind::SendRefund:
    case EffectKind::RepairRefund:
    case EffectKind::AskRefund:
        return hear_refund_task(heard);
    case EffectKind::CancelLabel:
    case EffectKind::AskLabelRefund:
    case EffectKind::BuyLabel:
    case EffectKind::AskLabel:
    case EffectKind::TrackParcel:
        return hear_label_task(heard);
    case EffectKind::OpenClaim:
    case EffectKind::AskOpenedClaim:
    case EffectKind::SubmitEvidence:
    case EffectKind::AskClaim:
        return hear_claim_task(heard);
    case EffectKind::Reconcile:
        return hear_reconcile(heard);
    case EffectKind::PostRefund:
    case EffectKind::PostBatch:
    case EffectKind::ChargePointCommand:
        break;
    }
    return fail(ErrorCode::Internal, "not for gateways: " + std::string(to_text(heard.effect().kind)));
}

}  // namespace

// Leased again counts one more: it is another's. Armed anew, while it was being asked, counts from 0.
Result<HeardTask::Hold> HeardTask::hold() const
{
    const auto row = unit.outbox().find(effect().id);
    if (!row)
        return pass_on(row);
    if (!*row || (*row)->done_at || (*row)->attempts > effect().attempts)
        return Hold{};
    return Hold{.is_ours = true,
                .due_anew = (*row)->attempts < effect().attempts ? std::optional((*row)->due_at) : std::nullopt};
}

Result<void> HeardTask::done(const std::string &word) const
{
    const auto row = hold();
    if (!row)
        return pass_on(row);
    if (!row->is_ours)
        return {};
    return row->due_anew ? unit.outbox().failed(effect().id, short_words(word), *row->due_anew)
                         : unit.outbox().done(effect().id, now(), short_words(word));
}

Result<void> HeardTask::ask_again(const std::string &word, UtcTime due) const
{
    const auto row = hold();
    if (!row)
        return pass_on(row);
    return row->is_ours ? unit.outbox().failed(effect().id, short_words(word), row->due_anew.value_or(due))
                        : Result<void>{};
}

Result<void> HeardTask::as_new(const std::string &word) const
{
    const auto row = hold();
    if (!row)
        return pass_on(row);
    return row->is_ours
               ? unit.outbox().not_sent(effect().id, short_words(word), now() + resend_delay(effect().attempts))
               : Result<void>{};
}

Result<void> hear_gateway_answer(Work &work, const GatewayTask &task, const GatewayAnswer &answer)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto heard = hear(HeardTask{**unit, work, task, answer}); !heard)
        return heard;
    return (*unit)->commit();
}

}  // namespace aftercharge
