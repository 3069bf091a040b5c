// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/workflow/hear_gateway.h"
#include "models/workflow/reconcile.h"
#include "models/workflow/refunds_of_day.h"

namespace aftercharge {
namespace {

using payment::RefundAnswer;
using payment::Standing;

constexpr int runs_read = 1'000;

Result<std::optional<Reconciliation>> run_of(UnitOfWork &unit, const Uuid &id)
{
    auto runs = unit.gateways().reconciliations(runs_read);
    if (!runs)
        return pass_on(runs);
    const auto run = std::find_if(runs->begin(), runs->end(), [&](const Reconciliation &one) { return one.id == id; });
    return run == runs->end() ? std::optional<Reconciliation>{} : std::optional<Reconciliation>{std::move(*run)};
}

// What the ledger says left through the gateway for this refund: the movement under its own
// transfer id, less what corrects it.
Result<Money> paid_by_ledger(UnitOfWork &unit, const Refund &refund)
{
    const auto transfers = unit.accounts().transfers(refund.order_no.text());
    if (!transfers)
        return pass_on(transfers);
    Result<Money> sum = Money::zero(refund.amount.currency());
    for (const Transfer &transfer : *transfers) {
        if (transfer.kind == TransferKind::RefundPaid && transfer.transfer_id == refund.transfer_id)
            sum = sum.and_then([&](const Money &so_far) { return add(so_far, transfer.amount); });
        if (transfer.kind == TransferKind::RefundReversed && transfer.corrects == refund.transfer_id)
            sum = sum.and_then([&](const Money &so_far) { return subtract(so_far, transfer.amount); });
    }
    return sum;
}

bool is_usable(Standing standing)
{
    return standing == Standing::Pending || standing == Standing::Success || standing == Standing::Fail ||
           standing == Standing::Closed || standing == Standing::NotFound;
}

bool stands_alike(RefundStatus status, Standing standing)
{
    switch (status) {
    case RefundStatus::Pending:
        return standing == Standing::Pending;
    case RefundStatus::Success:
        return standing == Standing::Success;
    case RefundStatus::Fail:
        return standing == Standing::Fail;
    case RefundStatus::Closed:
        return standing == Standing::Closed || standing == Standing::NotFound;
    case RefundStatus::Reversed:
        return standing == Standing::Fail || standing == Standing::Closed;
    case RefundStatus::Init:
    case RefundStatus::Unknown:
        return standing == Standing::NotFound;
    }
    return false;
}

struct Finding {
    std::string text;
    std::optional<DiscrepancyKind> kind;
};

Finding compare_books(const ReconciledRefund &row, const RefundAnswer *answer, bool is_overtaken)
{
    const Money owed = row.status == RefundStatus::Success ? row.amount : Money::zero(row.amount.currency());
    if (row.ledger_paid != owed)
        return {"the ledger has " + row.ledger_paid.to_text() + " as paid, not " + owed.to_text(),
                DiscrepancyKind::LedgerDiffers};
    const std::string is = "ours is " + std::string(to_text(row.status));
    if (!answer)
        return row.status == RefundStatus::Init || row.status == RefundStatus::Closed
                   ? Finding{}
                   : Finding{is + ", but it was never sent", DiscrepancyKind::NotAtGateway};
    if (!is_usable(answer->standing))
        return {"the gateway gave no usable answer: " + answer->words, std::nullopt};
    if (!row.outbox_done && row.status != RefundStatus::Init)
        return {is + ", but its row of the outbox is still open", std::nullopt};
    if (is_overtaken && !stands_alike(row.status, answer->standing))
        return {is + " since it was asked about, run it again", std::nullopt};
    if (answer->standing == Standing::NotFound && !stands_alike(row.status, Standing::NotFound))
        return {is + ", the gateway knows no such number", DiscrepancyKind::NotAtGateway};
    if (answer->amount && *answer->amount != row.amount)
        return {"the gateway has " + answer->amount->to_text() + ", not " + row.amount.to_text(),
                DiscrepancyKind::AmountDiffers};
    if (!stands_alike(row.status, answer->standing))
        return {is + ", the gateway's " + std::string(to_text(answer->standing)), DiscrepancyKind::GatewayContradicts};
    return {};
}

// The answer is one to our own question: it is heard first, and what differs after that, differs.
Result<ReconciledRefund> reconcile(UnitOfWork &unit, Work &work, Refund &refund, const AskedRefund *asked)
{
    const RefundStatus before = refund.status;
    const RefundAnswer *answer = asked == nullptr ? nullptr : &asked->answer;
    const bool is_overtaken = asked != nullptr && asked->version != refund.version;
    if (answer && !is_overtaken && is_usable(answer->standing) && answer->standing != Standing::NotFound) {
        if (auto heard = hear_refund(unit, work, refund, *answer, true); !heard)
            return pass_on(heard);
    }
    const auto sending = unit.outbox().find(EffectKind::SendRefund, refund.refund_no.text());
    if (!sending)
        return pass_on(sending);
    const auto paid = paid_by_ledger(unit, refund);
    if (!paid)
        return pass_on(paid);
    ReconciledRefund row;
    row.refund_no = refund.refund_no;
    row.status = refund.status;
    row.amount = refund.amount;
    row.ledger_paid = *paid;
    row.outbox_done = *sending && (*sending)->done_at.has_value();
    row.gateway_status = answer ? std::string(to_text(answer->standing)) : std::string("NOT_ASKED");
    row.gateway_amount = answer ? answer->amount : std::nullopt;
    Finding finding = compare_books(row, answer, is_overtaken);
    if (finding.kind) {
        if (auto noted = note_discrepancy(unit, work, *finding.kind, "payment_refund", refund.refund_no.text(),
                                          refund.order_no, refund.ticket_no, finding.text);
            !noted)
            return pass_on(noted);
    }
    if (finding.text.empty() && before == RefundStatus::Success && refund.status == RefundStatus::Reversed)
        finding.text = "found to be taken back after SUCCESS: now REVERSED";
    row.agrees = finding.text.empty();
    row.finding = std::move(finding.text);
    return row;
}

}  // namespace

Result<void> finish_reconciliation(UnitOfWork &unit, Work &work, const Uuid &id, const std::vector<AskedRefund> &asked)
{
    auto run = run_of(unit, id);
    if (!run)
        return pass_on(run);
    if (!*run || (*run)->finished_at)
        return {};
    auto of_day = refunds_of_day(unit, (*run)->day);
    if (!of_day)
        return pass_on(of_day);
    std::vector<ReconciledRefund> rows;
    for (Refund &refund : *of_day) {
        const auto found = std::find_if(asked.begin(), asked.end(),
                                        [&](const AskedRefund &one) { return one.refund_no == refund.refund_no; });
        auto row = reconcile(unit, work, refund, found == asked.end() ? nullptr : &*found);
        if (!row)
            return pass_on(row);
        (*run)->differing += row->agrees ? 0 : 1;
        rows.push_back(std::move(*row));
    }
    (*run)->refunds = static_cast<int>(rows.size());
    (*run)->finished_at = work.clock.now();
    if (auto added = unit.gateways().add_reconciled(id, rows); !added)
        return added;
    if (auto put = unit.gateways().put_reconciliation(**run); !put)
        return put;
    work.changes.rows.push_back({ChangedTable::Reconciliations, id.to_text(), 0});
    return {};
}

}  // namespace aftercharge
