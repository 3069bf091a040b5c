// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/gateway_steps.h"

#include "models/workflow/hear_gateway.h"
#include "models/workflow/ledger_steps.h"

namespace aftercharge {
namespace {

constexpr std::size_t longest_words = 500;
constexpr int open_discrepancies_read = 10'000;

bool is_over(TicketState state)
{
    return state == TicketState::Resolved || state == TicketState::Rejected || state == TicketState::Closed;
}

Effect effect_of(Work &work, EffectKind kind, const std::string &key, UtcTime due, const std::string &payload)
{
    Effect effect;
    effect.id = make_uuid(work.clock, work.random);
    effect.kind = kind;
    effect.key = key;
    effect.payload = payload;
    effect.created_at = work.clock.now();
    effect.due_at = due;
    return effect;
}

}  // namespace

std::string short_words(const std::string &words)
{
    if (words.size() <= longest_words)
        return words;
    std::size_t end = longest_words;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xc0U) == 0x80U)
        --end;
    return words.substr(0, end) + "…";
}

Actor gateway_actor(PaymentProvider provider)
{
    return {Source::Api, std::string(to_text(provider))};
}

Actor gateway_actor(CarrierProvider provider)
{
    return {Source::Api, std::string(to_text(provider))};
}

Result<void> tell_ticket(UnitOfWork &unit, Work &work, const TicketNo &ticket_no, const std::string &text,
                         const Actor &actor)
{
    if (ticket_no.is_empty())
        return {};
    const auto ticket = unit.tickets().find(ticket_no);
    if (!ticket)
        return pass_on(ticket);
    const auto entries = unit.tickets().entries(ticket_no);
    if (!entries)
        return pass_on(entries);
    if (!entries->empty() && entries->back().text == text)
        return {};
    work.changes.rows.push_back({ChangedTable::Tickets, ticket_no.text(), ticket->version});
    return unit.tickets().append_entry(
        {.ticket_no = ticket_no, .at = work.clock.now(), .kind = TicketEntryKind::Note, .actor = actor, .text = text});
}

Result<void> bring_up_ticket(UnitOfWork &unit, Work &work, const TicketNo &ticket_no, const std::string &text,
                             const Actor &actor)
{
    if (ticket_no.is_empty())
        return {};
    auto ticket = unit.tickets().find(ticket_no);
    if (!ticket)
        return pass_on(ticket);
    const TicketEvent event = is_over(ticket->state) ? TicketEvent::Reopened : TicketEvent::Answered;
    return move_ticket_along(unit, work, *ticket, event, actor, text);
}

Result<void> arm(UnitOfWork &unit, Work &work, EffectKind kind, const std::string &key, UtcTime due,
                 const std::string &payload)
{
    return unit.outbox().add_or_rearm(effect_of(work, kind, key, due, payload));
}

Result<void> arm_by(UnitOfWork &unit, Work &work, EffectKind kind, const std::string &key, UtcTime due)
{
    const auto row = unit.outbox().find(kind, key);
    if (!row)
        return pass_on(row);
    if (*row && !(*row)->done_at && (*row)->due_at <= due)
        return {};
    return arm(unit, work, kind, key, due);
}

Result<void> end_row(UnitOfWork &unit, Work &work, EffectKind kind, const std::string &key, const std::string &word)
{
    const auto row = unit.outbox().find(kind, key);
    if (!row)
        return pass_on(row);
    if (!*row || (*row)->done_at)
        return {};
    return unit.outbox().done((*row)->id, work.clock.now(), short_words(word));
}

std::chrono::seconds resend_delay(int attempts)
{
    std::chrono::seconds delay{30};
    for (int i = 1; i < attempts && delay < resend_at_most; ++i)
        delay *= 2;
    return std::min<std::chrono::seconds>(delay, resend_at_most);
}

Result<std::optional<Discrepancy>> open_discrepancy(UnitOfWork &unit, DiscrepancyKind kind, const std::string &entity,
                                                    const std::string &entity_id)
{
    const auto open = unit.gateways().discrepancies(false, open_discrepancies_read);
    if (!open)
        return pass_on(open);
    for (const Discrepancy &row : *open) {
        if (!row.resolved_at && row.kind == kind && row.entity == entity && row.entity_id == entity_id)
            return std::optional<Discrepancy>{row};
    }
    return std::optional<Discrepancy>{};
}

Result<void> settle_discrepancy(UnitOfWork &unit, Work &work, DiscrepancyKind kind, const std::string &entity,
                                const std::string &entity_id, const std::string &word)
{
    const auto open = open_discrepancy(unit, kind, entity, entity_id);
    if (!open)
        return pass_on(open);
    if (!*open)
        return {};
    const Uuid id = (*open)->id;
    const auto nobody = OperatorName::from_text(to_text(Source::System));
    if (!nobody)
        return pass_on(nobody);
    if (auto resolved = unit.gateways().resolve_discrepancy(id, *nobody, word, work.clock.now()); !resolved)
        return resolved;
    work.changes.rows.push_back({ChangedTable::Discrepancies, id.to_text(), 0});
    return audit(unit, work, {}, "discrepancy.resolve", entity, entity_id, word);
}

Result<void> note_discrepancy(UnitOfWork &unit, Work &work, DiscrepancyKind kind, const std::string &entity,
                              const std::string &entity_id, const OrderNo &order_no, const TicketNo &ticket_no,
                              const std::string &detail)
{
    Discrepancy found;
    found.id = make_uuid(work.clock, work.random);
    found.kind = kind;
    found.entity = entity;
    found.entity_id = entity_id;
    found.order_no = order_no;
    found.detail = short_words(detail);
    found.found_at = work.clock.now();
    const auto added = unit.gateways().add_discrepancy(found);
    if (!added)
        return pass_on(added);
    if (!*added)
        return {};
    work.changes.rows.push_back({ChangedTable::Discrepancies, found.id.to_text(), 0});
    if (auto noted = audit(unit, work, {}, "discrepancy.note", entity, entity_id,
                           std::string(to_text(kind)) + ": " + found.detail);
        !noted)
        return noted;
    return tell_ticket(unit, work, ticket_no, "Does not fit, to be looked at: " + found.detail, {});
}

}  // namespace aftercharge
