// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/ctl/goods_record.h"
#include "app/ctl/refund_record.h"

namespace aftercharge::ctl {
namespace {

std::string hex(const std::string &bytes)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4U];
        text += digits[static_cast<unsigned char>(byte) & 15U];
    }
    return text;
}

Records evidence_records(const ClaimDossier &dossier)
{
    Records records;
    for (const ClaimEvidence &evidence : dossier.evidence) {
        const auto file = std::find_if(dossier.files.begin(), dossier.files.end(),
                                       [&](const Evidence &known) { return known.id == evidence.evidence_id; });
        Record record;
        record.add("evidence_id", evidence.evidence_id)
            .add("name", file == dossier.files.end() ? Value() : text_or_null(file->name))
            .add("sha256", hex(evidence.sha256))
            .add("round", evidence.round)
            .add("sent_at", evidence.sent_at)
            .add("by_hand", evidence.by_hand);
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace

Record claim_line(const Claim &claim)
{
    Record record;
    record.add("claim_no", claim.claim_no)
        .add("shipment_no", claim.shipment_no)
        .add("order_no", claim.order_no)
        .add("ticket_id", claim.ticket_no)
        .add("type", enum_value(claim.type))
        .add("status", enum_value(claim.state))
        .add("approval", enum_value(claim.approval))
        .add("amount_minor", claim.amount)
        .add("up_to_minor", claim.up_to)
        .add("approved_minor", claim.approved)
        .add("currency", claim.amount.currency().code())
        .add("claim_id", text_or_null(claim.external_id))
        .add("carrier_words", text_or_null(claim.carrier_words))
        .add("decision", enum_value(claim.decision))
        .add("requested_by", claim.requested_by)
        .add("approved_by", claim.approved_by)
        .add("opened_at", claim.opened_at)
        .add("closed_at", claim.closed_at);
    return record;
}

Record claim_record(const ClaimDossier &dossier)
{
    Record record = claim_line(dossier.claim);
    Records log;
    for (const ClaimLogEntry &entry : dossier.log) {
        Record line;
        line.add("at", entry.at)
            .add("from", enum_value(entry.from))
            .add("to", enum_value(entry.to))
            .add("source", enum_value(entry.actor.source))
            .add("actor_name", entry.actor.name)
            .add("note", text_or_null(entry.note));
        log.push_back(std::move(line));
    }
    Records refunds;
    for (const Refund &refund : dossier.refunds)
        refunds.push_back(refund_line(refund));
    record.add("description", text_or_null(dossier.claim.description))
        .add("lines_worth_minor", dossier.lines_worth)
        .add("evidence", evidence_records(dossier))
        .add("log", std::move(log))
        .add("refunds", std::move(refunds));
    return record;
}

Record discrepancy_record(const Discrepancy &discrepancy)
{
    Record record;
    record.add("id", discrepancy.id)
        .add("kind", enum_value(discrepancy.kind))
        .add("entity", discrepancy.entity)
        .add("entity_id", discrepancy.entity_id)
        .add("order_no", discrepancy.order_no)
        .add("detail", discrepancy.detail)
        .add("found_at", discrepancy.found_at)
        .add("resolved_at", discrepancy.resolved_at)
        .add("resolved_by", discrepancy.resolved_by)
        .add("resolution", text_or_null(discrepancy.resolution));
    return record;
}

Record reconciliation_record(const Reconciliation &run)
{
    Record record;
    record.add("id", run.id)
        .add("day", run.day)
        .add("run_by", run.run_by)
        .add("started_at", run.started_at)
        .add("finished_at", run.finished_at)
        .add("refunds", run.refunds)
        .add("differing", run.differing);
    return record;
}

Record reconciled_record(const ReconciledRefund &row)
{
    Record record;
    record.add("refund_no", row.refund_no)
        .add("status", enum_value(row.status))
        .add("amount_minor", row.amount)
        .add("ledger_paid_minor", row.ledger_paid)
        .add("outbox_done", row.outbox_done)
        .add("gateway_status", row.gateway_status)
        .add("gateway_minor", row.gateway_amount)
        .add("agrees", row.agrees)
        .add("finding", text_or_null(row.finding));
    return record;
}

}  // namespace aftercharge::ctl
