// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/goods_view.h"

#include <algorithm>

#include "models/workflow/claim_steps.h"
#include "models/workflow/read_into.h"

namespace aftercharge {
namespace {

bool is_older(const Transfer &a, const Transfer &b)
{
    return a.at < b.at;
}

Result<ParcelView> read_parcel(LedgerReader &ledger, const Shipment &shipment)
{
    ParcelView view;
    view.shipment = shipment;
    const ShipmentNo &number = shipment.shipment_no;
    if (auto read = read_into(view.items, ledger.shipments().items(number)); !read)
        return pass_on(read);
    if (auto read = read_into(view.log, ledger.shipments().log(number)); !read)
        return pass_on(read);
    if (auto read = read_into(view.address, ledger.shipments().address(number)); !read)
        return pass_on(read);
    if (auto read = read_into(view.claims, ledger.claims().of_shipment(number)); !read)
        return pass_on(read);
    for (const Claim &claim : view.claims) {
        auto log = ledger.claims().log(claim.claim_no);
        if (!log)
            return pass_on(log);
        view.claim_log.insert(view.claim_log.end(), log->begin(), log->end());
    }
    std::stable_sort(view.claim_log.begin(), view.claim_log.end(),
                     [](const ClaimLogEntry &a, const ClaimLogEntry &b) { return a.at < b.at; });
    return view;
}

Result<void> read_parcels(LedgerReader &ledger, GoodsDossier &dossier)
{
    const auto shipments = ledger.shipments().of_order(dossier.order.order_no);
    if (!shipments)
        return pass_on(shipments);
    for (const Shipment &shipment : *shipments) {
        auto parcel = read_parcel(ledger, shipment);
        if (!parcel)
            return pass_on(parcel);
        dossier.parcels.push_back(std::move(*parcel));
        dossier.has_left = dossier.has_left || has_left(shipment.state);
    }
    return {};
}

// Those of the order, and what the carriers owe for its claims.
Result<void> read_transfers(LedgerReader &ledger, GoodsDossier &dossier)
{
    if (auto read = read_into(dossier.transfers, ledger.accounts().transfers(dossier.order.order_no.text())); !read)
        return read;
    for (const ParcelView &parcel : dossier.parcels) {
        for (const Claim &claim : parcel.claims) {
            const auto owed = ledger.accounts().transfers(claim.claim_no.text());
            if (!owed)
                return pass_on(owed);
            dossier.transfers.insert(dossier.transfers.end(), owed->begin(), owed->end());
        }
    }
    std::stable_sort(dossier.transfers.begin(), dossier.transfers.end(), is_older);
    return {};
}

// Whether the gateway has it, or may come to have it without another decision: what waits for an
// approval is not there yet, a failed one that it wants repaired still is.
bool is_at_gateway(const Refund &refund)
{
    if (!goes_through_gateway(refund.kind) || refund.approval != ApprovalState::Approved)
        return false;
    return holds_money(refund) || (refund.status == RefundStatus::Fail && refund.repairable);
}

Result<Money> paid_without(const GoodsDossier &dossier, bool (*counts)(const Refund &))
{
    if (dossier.order.state == GoodsOrderState::Unpaid || dossier.order.state == GoodsOrderState::Cancelled)
        return Money::zero(dossier.order.paid.currency());
    Result<Money> left = dossier.order.paid;
    for (const Refund &refund : dossier.refunds) {
        if (counts(refund))
            left = left.and_then([&](const Money &so_far) { return subtract(so_far, refund.amount); });
    }
    return left;
}

Result<void> read_bounds(GoodsDossier &dossier)
{
    if (auto read = read_into(dossier.refundable,
                              paid_without(dossier, [](const Refund &refund) { return holds_money(refund); }));
        !read)
        return read;
    if (auto read = read_into(dossier.gateway_allows, paid_without(dossier, is_at_gateway)); !read)
        return read;
    // A repaired refund and the one that stands in for it may both be counted.
    if (!dossier.payment || dossier.gateway_allows.is_negative())
        dossier.gateway_allows = Money::zero(dossier.order.paid.currency());
    return {};
}

// The claim's files as the ticket has them, in the order in which they were handed in.
Result<void> read_files(LedgerReader &ledger, ClaimDossier &dossier)
{
    const auto files = ledger.tickets().evidence(dossier.claim.ticket_no);
    if (!files)
        return pass_on(files);
    for (const ClaimEvidence &evidence : dossier.evidence) {
        const auto file = std::find_if(files->begin(), files->end(),
                                       [&](const Evidence &one) { return one.id == evidence.evidence_id; });
        if (file == files->end())
            return fail(ErrorCode::StoreRule, dossier.claim.claim_no.text() + " names a file that its ticket lacks");
        dossier.files.push_back(*file);
    }
    return {};
}

}  // namespace

Result<GoodsDossier> read_goods_order(LedgerReader &ledger, const OrderNo &order_no)
{
    GoodsDossier dossier;
    if (auto read = read_into(dossier.order, ledger.goods().find(order_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.items, ledger.goods().items(order_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.discounts, ledger.goods().discounts(order_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.units, ledger.goods().units(order_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.payment, ledger.goods().payment(order_no)); !read)
        return pass_on(read);
    if (auto read = read_parcels(ledger, dossier); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.refunds, ledger.refunds().of_order(order_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.log, ledger.goods().log(order_no)); !read)
        return pass_on(read);
    if (auto read = read_transfers(ledger, dossier); !read)
        return pass_on(read);
    if (auto read = read_bounds(dossier); !read)
        return pass_on(read);
    return dossier;
}

Result<ClaimDossier> read_claim(LedgerReader &ledger, const ClaimNo &claim_no)
{
    ClaimDossier dossier;
    if (auto read = read_into(dossier.claim, ledger.claims().find(claim_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.evidence, ledger.claims().evidence(claim_no)); !read)
        return pass_on(read);
    if (auto read = read_files(ledger, dossier); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.log, ledger.claims().log(claim_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.refunds, ledger.refunds().of_claim(claim_no)); !read)
        return pass_on(read);
    if (auto read = read_into(dossier.goods, read_goods_order(ledger, dossier.claim.order_no)); !read)
        return pass_on(read);
    const auto shipment = ledger.shipments().find(dossier.claim.shipment_no);
    if (!shipment)
        return pass_on(shipment);
    const auto worth = quote_parcel(ledger.goods(), ledger.shipments(), *shipment, std::nullopt);
    if (!worth)
        return pass_on(worth);
    dossier.lines_worth = worth->at_most;
    return dossier;
}

}  // namespace aftercharge
