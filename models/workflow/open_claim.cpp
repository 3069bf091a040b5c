// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/workflow/approval_picture.h"
#include "models/workflow/claim_limits.h"
#include "models/workflow/claim_steps.h"
#include "models/workflow/claims.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_steps.h"
#include "models/workflow/system_ticket.h"

namespace aftercharge {
namespace {

constexpr std::size_t longest_description = 4'000;

Result<void> check_parcel(UnitOfWork &unit, const Shipment &shipment)
{
    const std::string is = shipment.shipment_no.text() + " is " + std::string(to_text(shipment.state));
    if (!has_left(shipment.state) || shipment.tracking_no.empty())
        return fail(ErrorCode::ShipmentNotLeft, is);
    if (!shipment.insured.is_positive())
        return fail(ErrorCode::ShipmentNotInsured, shipment.shipment_no.text());
    const auto claims = unit.claims().of_shipment(shipment.shipment_no);
    if (!claims)
        return pass_on(claims);
    for (const Claim &claim : *claims) {
        if (claim.state != ClaimState::Closed && claim.approval != ApprovalState::SentBack)
            return fail(ErrorCode::ClaimOpenExists, claim.claim_no.text() + " is " + std::string(to_text(claim.state)));
    }
    return {};
}

// What is asked of the carrier, and what is promised of it: the promise stays within the lines.
Result<void> check_amounts(UnitOfWork &unit, const Shipment &shipment, const ClaimDraft &draft, const Money &up_to)
{
    if (!draft.amount.is_positive())
        return fail(ErrorCode::MoneyNotPositive, draft.amount.to_text());
    if (up_to.is_negative())
        return fail(ErrorCode::MoneyNotPositive, up_to.to_text());
    if (draft.amount.currency() != shipment.insured.currency())
        return fail(ErrorCode::MoneyCurrencyMismatch, amount_text(draft.amount));
    const auto left = quote_parcel(unit.goods(), unit.shipments(), shipment, std::nullopt);
    if (!left)
        return pass_on(left);
    const auto order = compare(up_to, left->total);
    if (!order)
        return pass_on(order);
    if (*order > 0)
        return fail(ErrorCode::RefundExceedsPaid, up_to.to_text() + " promised, " + left->total.to_text() +
                                                      " remains of the lines of " + shipment.shipment_no.text());
    return {};
}

// The ticket named, the order's open one, or a new one of kind CLAIM.
Result<TicketNo> ticket_of(UnitOfWork &unit, Work &work, const ClaimDraft &draft, const GoodsOrder &order)
{
    if (!draft.ticket_no.is_empty()) {
        if (auto checked = check_refund_ticket(unit, draft.ticket_no, order.order_no); !checked)
            return pass_on(checked);
        return draft.ticket_no;
    }
    const auto open = open_ticket_of(unit.tickets(), order.order_no);
    if (!open)
        return pass_on(open);
    if (*open)
        return (*open)->ticket_no;
    auto number = unit.tickets().next_ticket_no();
    if (!number)
        return number;
    Ticket ticket;
    ticket.ticket_no = *number;
    ticket.kind = TicketKind::Claim;
    ticket.order_no = order.order_no;
    ticket.member_id = order.member_id;
    ticket.shipment_no = draft.shipment_no;
    ticket.reason = std::string(to_text(draft.type));
    ticket.text = draft.description;
    ticket.source = Source::Admin;
    ticket.opened_at = work.clock.now();
    ticket.due_at = ticket.opened_at + std::chrono::hours{4};
    if (auto inserted = unit.tickets().insert(ticket); !inserted)
        return pass_on(inserted);
    work.changes.rows.push_back({ChangedTable::Tickets, number->text(), 0});
    return number;
}

// An open ticket is taken by who claims; one that is over, reopened.
Result<void> take_ticket(UnitOfWork &unit, Work &work, const Claim &claim, const Actor &actor)
{
    auto ticket = unit.tickets().find(claim.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    if (ticket->state != TicketState::Open)
        return {};
    ticket->assigned_to = claim.requested_by;
    return advance_ticket(unit, work, *ticket, TicketEvent::Taken, actor, {});
}

Result<Claim> make_claim(UnitOfWork &unit, Work &work, const ClaimDraft &draft, const GoodsOrder &order,
                         const Money &up_to)
{
    auto ticket_no = ticket_of(unit, work, draft, order);
    if (!ticket_no)
        return pass_on(ticket_no);
    auto number = unit.claims().next_claim_no(work.clock.now());
    if (!number)
        return pass_on(number);
    Claim claim;
    claim.claim_no = std::move(*number);
    claim.shipment_no = draft.shipment_no;
    claim.order_no = order.order_no;
    claim.ticket_no = std::move(*ticket_no);
    claim.type = draft.type;
    claim.amount = draft.amount;
    claim.up_to = up_to;
    claim.description = draft.description;
    claim.requested_by = draft.requested_by;
    claim.opened_at = work.clock.now();
    return claim;
}

Result<void> record(UnitOfWork &unit, Work &work, const Claim &claim, const Actor &actor)
{
    if (auto logged = unit.claims().append_log({.claim_no = claim.claim_no,
                                                .at = work.clock.now(),
                                                .from = claim.state,
                                                .to = claim.state,
                                                .actor = actor,
                                                .note = amount_text(claim.amount)});
        !logged)
        return logged;
    return audit(unit, work, actor, "claim.open", "carrier_claim", claim.claim_no.text(),
                 amount_text(claim.amount) + " for " + claim.shipment_no.text() + ", up to " +
                     amount_text(claim.up_to) + " to the customer");
}

// Approved at once where nothing is promised, or no more than the person may grant alone.
Result<void> decide_claim_or_wait(UnitOfWork &unit, Work &work, Claim &claim, const Operator &person,
                                  const Actor &actor)
{
    const auto alone = may_promise_alone(unit, claim, person);
    if (!alone)
        return pass_on(alone);
    if (!*alone) {
        if (auto kept = keep_picture(unit, work, claim); !kept)
            return kept;
        return move_claim_ticket(unit, work, claim, {TicketEvent::ApprovalAsked}, actor,
                                 claim.claim_no.text() + ": up to " + amount_text(claim.up_to) +
                                     " to the customer, to be approved");
    }
    if (auto approved = record_claim_approval(unit, work, claim, person.name); !approved)
        return approved;
    return send_claim(unit, work, claim, actor);
}

}  // namespace

Result<Claim> open_claim(Work &work, const ClaimDraft &draft)
{
    if (draft.description.empty() || draft.description.size() > longest_description)
        return fail(ErrorCode::InputInvalid, "a description of at most 4,000 bytes is needed");
    if (draft.evidence.empty() && draft.evidence_ids.empty())
        return fail(ErrorCode::EvidenceMissing, draft.shipment_no.text());
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto person = permitted_operator((*unit)->registry(), draft.requested_by, Right::DecideTickets);
    if (!person)
        return pass_on(person);
    const auto shipment = (*unit)->shipments().find(draft.shipment_no);
    if (!shipment)
        return pass_on(shipment);
    if (auto checked = check_parcel(**unit, *shipment); !checked)
        return pass_on(checked);
    const Money up_to = draft.up_to.value_or(Money::zero(draft.amount.currency()));
    if (auto checked = check_amounts(**unit, *shipment, draft, up_to); !checked)
        return pass_on(checked);
    const auto order = (*unit)->goods().find(shipment->order_no);
    if (!order)
        return pass_on(order);
    auto claim = make_claim(**unit, work, draft, *order, up_to);
    if (!claim)
        return claim;
    const Actor actor = actor_of(draft.requested_by);
    if (auto inserted = (*unit)->claims().insert(*claim); !inserted)
        return pass_on(inserted);
    work.changes.rows.push_back({ChangedTable::Claims, claim->claim_no.text(), claim->version});
    if (auto added = add_round(**unit, work, *claim, 1, draft.evidence, draft.evidence_ids); !added)
        return pass_on(added);
    if (auto recorded = record(**unit, work, *claim, actor); !recorded)
        return pass_on(recorded);
    if (auto taken = take_ticket(**unit, work, *claim, actor); !taken)
        return pass_on(taken);
    if (auto decided = decide_claim_or_wait(**unit, work, *claim, *person, actor); !decided)
        return pass_on(decided);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return claim;
}

}  // namespace aftercharge
