// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/reship.h"

#include <algorithm>

#include "models/workflow/goods_request.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/refund_steps.h"

namespace aftercharge {
namespace {

constexpr std::size_t most_address_bytes = 200;

Result<void> check_address(const PostalAddress &address)
{
    const bool has_country = address.country.size() == 2 &&
                             std::all_of(address.country.begin(), address.country.end(),
                                         [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    if (!has_country)
        return fail(ErrorCode::AddressInvalid, "a country of two capital letters is needed");
    if (address.name.empty() || address.street1.empty() || address.city.empty() || address.zip.empty())
        return fail(ErrorCode::AddressInvalid, "name, street, city and postal code are needed");
    for (const std::string *text : {&address.name, &address.street1, &address.street2, &address.city, &address.state,
                                    &address.zip, &address.phone, &address.email}) {
        const bool is_line = std::none_of(text->begin(), text->end(),
                                          [](char c) { return static_cast<unsigned char>(c) < 0x20; });
        if (text->size() > most_address_bytes || !is_line)
            return fail(ErrorCode::AddressInvalid, "a field is not one line of at most 200 bytes");
    }
    return {};
}

Result<void> check_can_reship(const GoodsOrder &order, const std::vector<Shipment> &parcels)
{
    if (order.state == GoodsOrderState::Unpaid)
        return fail(ErrorCode::OrderNotPaid, order.order_no.text());
    if (!order.locked_by.is_empty())
        return fail(ErrorCode::OrderLocked, order.order_no.text() + " by " + order.locked_by.text());
    if (order.state == GoodsOrderState::Cancelled || order.state == GoodsOrderState::Refunded)
        return fail(ErrorCode::StateNotAllowed, "reship in " + std::string(to_text(order.state)));
    const bool any_left = std::any_of(parcels.begin(), parcels.end(),
                                      [](const Shipment &parcel) { return has_left(parcel.state); });
    return any_left ? Result<void>{} : fail(ErrorCode::ShipmentNotLeft, order.order_no.text());
}

Result<PostalAddress> address_of(UnitOfWork &unit, const ReshipDraft &draft, const Shipment &newest)
{
    auto address = draft.address ? Result<PostalAddress>{*draft.address} : unit.shipments().address(newest.shipment_no);
    if (!address)
        return address;
    if (auto checked = check_address(*address); !checked)
        return pass_on(checked);
    return address;
}

// Insured as the order's own parcels are: for what its units were sold at.
Result<Money> insurance_of(const std::vector<Shipment> &parcels, const std::vector<ItemUnit> &replaced,
                           Currency currency)
{
    Result<Money> worth = Money::zero(currency);
    const bool is_insured = std::any_of(parcels.begin(), parcels.end(),
                                        [](const Shipment &parcel) { return parcel.insured.is_positive(); });
    for (const ItemUnit &unit : replaced) {
        if (is_insured)
            worth = worth.and_then([&](const Money &so_far) { return add(so_far, unit.share); });
    }
    return worth;
}

Result<std::vector<ItemUnit>> replaced_units(UnitOfWork &unit, const ReshipDraft &draft)
{
    if (draft.lines.empty())
        return fail(ErrorCode::InputInvalid, "no lines");
    const auto items = unit.goods().items(draft.order_no);
    if (!items)
        return pass_on(items);
    const auto units = unit.goods().units(draft.order_no);
    if (!units)
        return pass_on(units);
    return choose_replaced(*items, *units, draft.lines);
}

Result<Shipment> insert_reshipment(UnitOfWork &unit, Work &work, const GoodsOrder &order, const ReshipDraft &draft,
                                   const std::vector<Shipment> &parcels)
{
    const auto replaced = replaced_units(unit, draft);
    if (!replaced)
        return pass_on(replaced);
    const auto address = address_of(unit, draft, parcels.back());
    if (!address)
        return pass_on(address);
    const auto insured = insurance_of(parcels, *replaced, order.paid.currency());
    if (!insured)
        return pass_on(insured);
    auto number = unit.shipments().next_shipment_no(work.clock.now());
    if (!number)
        return pass_on(number);
    Shipment shipment;
    shipment.shipment_no = std::move(*number);
    shipment.order_no = order.order_no;
    shipment.ticket_no = draft.ticket_no;
    shipment.purpose = ShipmentPurpose::Reshipment;
    shipment.carrier = parcels.back().carrier;
    shipment.insured = *insured;
    shipment.created_at = work.clock.now();
    std::vector<ShipmentItem> items;
    for (const LineQuantity &line : draft.lines)
        items.push_back({shipment.shipment_no, line.order_item_id, line.quantity});
    if (auto inserted = unit.shipments().insert(shipment, items, *replaced, *address); !inserted)
        return pass_on(inserted);
    if (auto marked = unit.goods().set_replaced(order.order_no, *replaced, true); !marked)
        return pass_on(marked);
    work.changes.rows.push_back({ChangedTable::Shipments, shipment.shipment_no.text(), shipment.version});
    work.changes.rows.push_back({ChangedTable::GoodsOrders, order.order_no.text(), order.version});
    return shipment;
}

std::string content_of(const ReshipDraft &draft)
{
    std::string text;
    for (const LineQuantity &line : draft.lines)
        text += (text.empty() ? "" : ", ") + line.order_item_id.text() + " × " + std::to_string(line.quantity);
    return text;
}

// Taken by who decided it; what it waits for is the label.
Result<void> note_on_ticket(UnitOfWork &unit, Work &work, const ReshipDraft &draft, const std::string &text)
{
    if (draft.ticket_no.is_empty())
        return {};
    auto ticket = unit.tickets().find(draft.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    const Actor actor = actor_of(draft.requested_by);
    if (ticket->state == TicketState::Open) {
        ticket->assigned_to = draft.requested_by;
        if (auto taken = advance_ticket(unit, work, *ticket, TicketEvent::Taken, actor, {}); !taken)
            return taken;
    }
    work.changes.rows.push_back({ChangedTable::Tickets, ticket->ticket_no.text(), ticket->version});
    return unit.tickets().append_entry({.ticket_no = ticket->ticket_no,
                                        .at = work.clock.now(),
                                        .kind = TicketEntryKind::Note,
                                        .actor = actor,
                                        .text = text});
}

Result<void> check_parts(const ExceptionDecision &decision)
{
    if (!decision.refund && !decision.reship)
        return fail(ErrorCode::InputInvalid, "neither a refund nor a parcel");
    if (!decision.refund || !decision.reship)
        return {};
    if (decision.refund->before_shipment)
        return fail(ErrorCode::InputInvalid, "before shipment nothing is sent again");
    if (decision.refund->order_no != decision.reship->order_no ||
        decision.refund->ticket_no != decision.reship->ticket_no)
        return fail(ErrorCode::InputInvalid, "two orders or two tickets in one decision");
    return {};
}

}  // namespace

Result<Shipment> create_reshipment_in(UnitOfWork &unit, Work &work, const ReshipDraft &draft)
{
    if (const auto person = permitted_operator(unit.registry(), draft.requested_by, Right::DecideTickets); !person)
        return pass_on(person);
    const auto order = unit.goods().find(draft.order_no);
    if (!order)
        return pass_on(order);
    if (auto checked = check_refund_ticket(unit, draft.ticket_no, draft.order_no); !checked)
        return pass_on(checked);
    const auto parcels = unit.shipments().of_order(draft.order_no);
    if (!parcels)
        return pass_on(parcels);
    if (auto checked = check_can_reship(*order, *parcels); !checked)
        return pass_on(checked);
    auto shipment = insert_reshipment(unit, work, *order, draft, *parcels);
    if (!shipment)
        return shipment;
    const Actor actor = actor_of(draft.requested_by);
    const std::string &number = shipment->shipment_no.text();
    if (auto added = add_effect(unit, work, EffectKind::BuyLabel, number, actor); !added)
        return pass_on(added);
    const std::string content = content_of(draft) + (draft.address ? ", to a changed address" : "");
    if (auto noted = audit(unit, work, actor, "shipment.reship", "shipment", number,
                           content + " of " + draft.order_no.text());
        !noted)
        return pass_on(noted);
    if (auto noted = note_on_ticket(unit, work, draft, "sent again as " + number + ": " + content); !noted)
        return pass_on(noted);
    return shipment;
}

Result<Shipment> create_reshipment(Work &work, const ReshipDraft &draft)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto shipment = create_reshipment_in(**unit, work, draft);
    if (!shipment)
        return shipment;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return shipment;
}

Result<ExceptionOutcome> decide_exception(Work &work, const ExceptionDecision &decision)
{
    if (auto checked = check_parts(decision); !checked)
        return pass_on(checked);
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    ExceptionOutcome outcome;
    // The parcel first: it needs units that nobody used, a refund may also complete one in part.
    if (decision.reship) {
        auto shipment = create_reshipment_in(**unit, work, *decision.reship);
        if (!shipment)
            return pass_on(shipment);
        outcome.shipment = std::move(*shipment);
    }
    if (decision.refund) {
        auto refund = request_goods_refund_in(**unit, work, *decision.refund);
        if (!refund)
            return pass_on(refund);
        outcome.refund = std::move(*refund);
    }
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return outcome;
}

}  // namespace aftercharge
