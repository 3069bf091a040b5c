// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/open_ticket.h"

#include <algorithm>
#include <variant>

#include <QtCore/QCryptographicHash>

#include "models/workflow/evidence_check.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/system_ticket.h"

namespace aftercharge {
namespace {

Result<void> check_draft(const TicketDraft &draft)
{
    if (draft.text.empty() && draft.reason.empty())
        return fail(ErrorCode::InputInvalid, "a ticket needs a reason or a text");
    if (draft.text.size() > max_ticket_text_bytes || draft.reason.size() > 200)
        return fail(ErrorCode::InputInvalid, "text over 8,000 bytes, or reason over 200");
    if (draft.evidence.size() > max_evidence_files)
        return fail(ErrorCode::InputInvalid, "more than 10 files");
    for (const EvidenceFile &file : draft.evidence) {
        if (auto checked = check_evidence(file); !checked)
            return checked;
    }
    return {};
}

Result<void> attach(UnitOfWork &unit, Work &work, const TicketNo &ticket_no, const EvidenceFile &file)
{
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(file.bytes.data(), static_cast<qsizetype>(file.bytes.size())), QCryptographicHash::Sha256);
    return unit.tickets().add_evidence({.id = make_uuid(work.clock, work.random),
                                        .ticket_no = ticket_no,
                                        .name = file.name,
                                        .media_type = file.media_type,
                                        .sha256 = hash.toStdString(),
                                        .bytes = file.bytes,
                                        .size_bytes = static_cast<std::int64_t>(file.bytes.size()),
                                        .added_at = work.clock.now()});
}

using AnyOrder = std::variant<ChargingOrder, GoodsOrder>;

Result<AnyOrder> find_order(UnitOfWork &unit, const OrderNo &order_no)
{
    const auto is_goods = unit.goods().exists(order_no);
    if (!is_goods)
        return pass_on(is_goods);
    if (*is_goods)
        return unit.goods().find(order_no).map([](GoodsOrder order) { return AnyOrder(std::move(order)); });
    return unit.orders().find(order_no).map([](ChargingOrder order) { return AnyOrder(std::move(order)); });
}

// Whether such a ticket is of such an order, and the parcel of it.
Result<void> check_subject(UnitOfWork &unit, const AnyOrder &order, const TicketDraft &draft)
{
    const bool is_goods = std::holds_alternative<GoodsOrder>(order);
    if (is_goods != is_about_goods(draft.kind))
        return fail(ErrorCode::InputInvalid, std::string(to_text(draft.kind)) + " is not of " +
                                                 (is_goods ? "a goods order" : "a charging order"));
    if (draft.shipment_no.is_empty())
        return {};
    const auto shipment = unit.shipments().find(draft.shipment_no);
    if (!shipment)
        return pass_on(shipment);
    if (shipment->order_no != draft.order_no)
        return fail(ErrorCode::ShipmentNotFound, draft.shipment_no.text() + " is not of " + draft.order_no.text());
    return {};
}

Result<Ticket> new_or_open_ticket(UnitOfWork &unit, Work &work, const AnyOrder &order, const TicketDraft &draft)
{
    auto open = open_ticket_of(unit.tickets(), draft.order_no);
    if (!open)
        return pass_on(open);
    if (*open)
        return **open;
    auto ticket = std::visit([&](const auto &one) { return make_ticket(unit, work, one, draft.kind); }, order);
    if (!ticket)
        return ticket;
    ticket->shipment_no = draft.shipment_no;
    ticket->reason = draft.reason;
    ticket->text = draft.text;
    ticket->source = draft.actor.source;
    if (auto inserted = unit.tickets().insert(*ticket); !inserted)
        return pass_on(inserted);
    return ticket;
}

// However many complaints join one ticket.
Result<void> check_room(UnitOfWork &unit, const TicketNo &ticket_no, const TicketDraft &draft)
{
    const auto said = unit.tickets().entries(ticket_no);
    if (!said)
        return pass_on(said);
    const auto by_customer = std::count_if(
        said->begin(), said->end(), [](const TicketEntry &entry) { return entry.actor.source == Source::Customer; });
    if (draft.actor.source == Source::Customer && by_customer >= max_customer_messages_of_ticket)
        return fail(ErrorCode::InputInvalid, ticket_no.text() + " has its 50 messages");
    if (draft.evidence.empty())
        return {};
    const auto there = unit.tickets().evidence(ticket_no);
    if (!there)
        return pass_on(there);
    if (there->size() + draft.evidence.size() > max_evidence_files_of_ticket)
        return fail(ErrorCode::InputInvalid, ticket_no.text() + " has its 30 files");
    return {};
}

std::string message_of(const TicketDraft &draft)
{
    if (draft.reason.empty() || draft.text.empty())
        return draft.reason + draft.text;
    return draft.reason + ": " + draft.text;
}

}  // namespace

Result<Ticket> open_ticket(Work &work, const TicketDraft &draft)
{
    if (auto checked = check_draft(draft); !checked)
        return pass_on(checked);
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto checked = check_actor((*unit)->registry(), draft.actor, Right::OpenTickets); !checked)
        return pass_on(checked);
    const auto order = find_order(**unit, draft.order_no);
    if (!order)
        return pass_on(order);
    if (auto checked = check_subject(**unit, *order, draft); !checked)
        return pass_on(checked);
    auto ticket = new_or_open_ticket(**unit, work, *order, draft);
    if (!ticket)
        return ticket;
    if (auto checked = check_room(**unit, ticket->ticket_no, draft); !checked)
        return pass_on(checked);
    if (auto appended = (*unit)->tickets().append_entry({.ticket_no = ticket->ticket_no,
                                                         .at = work.clock.now(),
                                                         .kind = TicketEntryKind::Message,
                                                         .actor = draft.actor,
                                                         .text = message_of(draft)});
        !appended)
        return pass_on(appended);
    for (const EvidenceFile &file : draft.evidence) {
        if (auto attached = attach(**unit, work, ticket->ticket_no, file); !attached)
            return pass_on(attached);
    }
    work.changes.rows.push_back({ChangedTable::Tickets, ticket->ticket_no.text(), ticket->version});
    if (auto told = notify(**unit, work, NoticeKind::ComplaintReceived, ticket->member_id, ticket->order_no,
                           {{"ticket_no", ticket->ticket_no.text()}, {"order_no", ticket->order_no.text()}});
        !told)
        return pass_on(told);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return ticket;
}

}  // namespace aftercharge
