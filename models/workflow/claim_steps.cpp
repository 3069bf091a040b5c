// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/claim_steps.h"

#include <algorithm>

#include <QtCore/QCryptographicHash>

#include "models/workflow/evidence_check.h"
#include "models/workflow/gateway_steps.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/ledger_steps.h"

namespace aftercharge {
namespace {

// Units of the line that something can still be given back of.
Result<std::int64_t> units_left(const std::vector<ItemUnit> &units, const OrderItemId &item)
{
    std::int64_t left = 0;
    for (const ItemUnit &unit : units) {
        if (unit.order_item_id != item || unit.use == UnitUse::Replaced)
            continue;
        const auto rest = subtract(unit.share, unit.refunded);
        if (!rest)
            return pass_on(rest);
        left += rest->is_positive() ? 1 : 0;
    }
    return left;
}

Result<Evidence> attach(UnitOfWork &unit, Work &work, const TicketNo &ticket_no, const EvidenceFile &file)
{
    if (const auto checked = check_evidence(file); !checked)
        return fail(ErrorCode::EvidenceInvalid, checked.error().detail);
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(file.bytes.data(), static_cast<qsizetype>(file.bytes.size())), QCryptographicHash::Sha256);
    Evidence evidence{.id = make_uuid(work.clock, work.random),
                      .ticket_no = ticket_no,
                      .name = file.name,
                      .media_type = file.media_type,
                      .sha256 = hash.toStdString(),
                      .bytes = file.bytes,
                      .size_bytes = static_cast<std::int64_t>(file.bytes.size()),
                      .added_at = work.clock.now()};
    if (auto added = unit.tickets().add_evidence(evidence); !added)
        return pass_on(added);
    return evidence;
}

}  // namespace

Result<std::vector<LineQuantity>> parcel_lines_left(GoodsReader &goods, ShipmentReader &shipments,
                                                    const Shipment &shipment)
{
    std::vector<LineQuantity> lines;
    if (shipment.purpose == ShipmentPurpose::Reshipment)
        return lines;
    const auto items = shipments.items(shipment.shipment_no);
    if (!items)
        return pass_on(items);
    const auto units = goods.units(shipment.order_no);
    if (!units)
        return pass_on(units);
    for (const ShipmentItem &item : *items) {
        const auto left = units_left(*units, item.order_item_id);
        if (!left)
            return pass_on(left);
        if (const std::int64_t quantity = std::min(item.quantity, *left); quantity > 0)
            lines.push_back({item.order_item_id, quantity});
    }
    return lines;
}

Result<RefundQuote> quote_parcel(GoodsReader &goods, ShipmentReader &shipments, const Shipment &shipment,
                                 const std::optional<Money> &amount)
{
    const auto lines = parcel_lines_left(goods, shipments, shipment);
    if (!lines)
        return pass_on(lines);
    if (lines->empty()) {
        const auto order = goods.find(shipment.order_no);
        if (!order)
            return pass_on(order);
        if (amount && amount->is_positive())
            return fail(ErrorCode::RefundExceedsPaid, "nothing remains of " + shipment.shipment_no.text());
        const Money zero = Money::zero(order->paid.currency());
        return RefundQuote{.total = zero, .at_most = zero, .lines = {}, .units = {}};
    }
    const auto items = goods.items(shipment.order_no);
    if (!items)
        return pass_on(items);
    const auto units = goods.units(shipment.order_no);
    if (!units)
        return pass_on(units);
    return quote_refund(*items, *units, *lines, amount);
}

Result<void> add_round(UnitOfWork &unit, Work &work, const Claim &claim, int round,
                       const std::vector<EvidenceFile> &files, const std::vector<Uuid> &evidence_ids)
{
    if (files.empty() && evidence_ids.empty())
        return fail(ErrorCode::EvidenceMissing, claim.claim_no.text());
    if (files.size() + evidence_ids.size() > max_evidence_files)
        return fail(ErrorCode::EvidenceInvalid, "more than 10 files");
    const auto there = unit.tickets().evidence(claim.ticket_no);
    if (!there)
        return pass_on(there);
    if (there->size() + files.size() > max_evidence_files_of_ticket)
        return fail(ErrorCode::EvidenceInvalid, claim.ticket_no.text() + " has its 30 files");
    const auto before = unit.claims().evidence(claim.claim_no);
    if (!before)
        return pass_on(before);
    std::vector<ClaimEvidence> chosen;
    for (const Uuid &id : evidence_ids) {
        const auto file = std::find_if(there->begin(), there->end(), [&](const Evidence &one) { return one.id == id; });
        if (file == there->end())
            return fail(ErrorCode::EvidenceInvalid, "no such file at " + claim.ticket_no.text());
        const auto same = [&](const ClaimEvidence &one) { return one.evidence_id == id; };
        if (std::any_of(before->begin(), before->end(), same) || std::any_of(chosen.begin(), chosen.end(), same))
            return fail(ErrorCode::EvidenceInvalid, file->name + " was handed in already");
        chosen.push_back(
            {.claim_no = claim.claim_no, .evidence_id = id, .sha256 = file->sha256, .round = round, .sent_at = {}});
    }
    for (const EvidenceFile &file : files) {
        const auto attached = attach(unit, work, claim.ticket_no, file);
        if (!attached)
            return pass_on(attached);
        chosen.push_back({.claim_no = claim.claim_no,
                          .evidence_id = attached->id,
                          .sha256 = attached->sha256,
                          .round = round,
                          .sent_at = {}});
    }
    for (const ClaimEvidence &evidence : chosen) {
        if (auto added = unit.claims().add_evidence(evidence); !added)
            return added;
    }
    return {};
}

Result<void> send_claim(UnitOfWork &unit, Work &work, const Claim &claim, const Actor &actor)
{
    if (auto armed = arm(unit, work, EffectKind::OpenClaim, claim.claim_no.text(), work.clock.now()); !armed)
        return armed;
    if (auto moved = move_claim_ticket(unit, work, claim, {TicketEvent::AskedCarrier}, actor,
                                       claim.claim_no.text() + ": " + amount_text(claim.amount) +
                                           " asked of the carrier");
        !moved)
        return moved;
    return notify_claim(unit, work, NoticeKind::ClaimOpened, claim, {});
}

Result<void> return_claim(UnitOfWork &unit, Work &work, Claim &claim, const std::string &reason, const Actor &actor)
{
    claim.approval = ApprovalState::SentBack;
    if (auto written = write_claim(unit, work, claim); !written)
        return written;
    return move_claim_ticket(unit, work, claim, {TicketEvent::Answered}, actor,
                             claim.claim_no.text() + " was sent back: " + reason);
}

Result<void> move_claim_ticket(UnitOfWork &unit, Work &work, const Claim &claim, const std::vector<TicketEvent> &events,
                               const Actor &actor, const std::string &note)
{
    auto ticket = unit.tickets().find(claim.ticket_no);
    if (!ticket)
        return pass_on(ticket);
    bool told = false;
    for (const TicketEvent event : events) {
        if (!next_state(cs_ticket_table, ticket->state, event))
            continue;
        if (auto moved = advance_ticket(unit, work, *ticket, event, actor, told ? std::string() : note); !moved)
            return moved;
        told = true;
    }
    return told ? Result<void>{} : tell_ticket(unit, work, claim.ticket_no, note, actor);
}

Result<void> notify_claim(UnitOfWork &unit, Work &work, NoticeKind kind, const Claim &claim,
                          std::map<std::string, std::string> values)
{
    const auto order = unit.goods().find(claim.order_no);
    if (!order)
        return pass_on(order);
    values.emplace("claim_no", claim.claim_no.text());
    values.emplace("order_no", claim.order_no.text());
    values.emplace("ticket_no", claim.ticket_no.text());
    values.emplace("shipment_no", claim.shipment_no.text());
    return notify(unit, work, kind, order->member_id, order->order_no, std::move(values));
}

ReasonCode reason_of(ClaimType type)
{
    return type == ClaimType::Damage ? ReasonCode::Damaged : ReasonCode::Lost;
}

std::string amount_text(const Money &amount)
{
    return amount.to_text() + " " + std::string(amount.currency().code());
}

}  // namespace aftercharge
