// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/refund_record.h"

namespace aftercharge::ctl {

namespace {

// payment_refund_item: lines of goods; the energy of a charging order has none.
Records item_records(const Refund &refund)
{
    Records records;
    for (const RefundItem &item : refund.items) {
        Record record;
        record.add("order_item_id", item.order_item_id).add("quantity", item.quantity).add("amount_minor", item.amount);
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace

Record refund_record(const Refund &refund, bool with_basis)
{
    Record record;
    record.add("refund_no", refund.refund_no)
        .add("kind", enum_value(refund.kind))
        .add("order_no", refund.order_no)
        .add("ticket_id", refund.ticket_no)
        .add("amount_minor", refund.amount)
        .add("currency", refund.amount.currency().code())
        .add("status", enum_value(refund.status))
        .add("reason_code", enum_value(refund.reason_code))
        .add("initiator", enum_value(refund.initiator))
        .add("requested_by", refund.requested_by)
        .add("approved_by", refund.approved_by)
        .add("external_refund_id", text_or_null(refund.external_refund_id))
        .add("items", item_records(refund));
    if (with_basis) {
        record.add("approval", enum_value(refund.approval))
            .add("gateway_words", text_or_null(refund.gateway_words))
            .add("retry_of", refund.retry_of)
            .add("claim_no", refund.claim_no)
            .add("note", text_or_null(refund.note))
            .add("basis", text_or_null(refund.basis));
    }
    return record;
}

Record refund_line(const Refund &refund)
{
    Record record;
    record.add("refund_no", refund.refund_no)
        .add("kind", enum_value(refund.kind))
        .add("order_no", refund.order_no)
        .add("member_id", refund.member_id)
        .add("ticket_no", refund.ticket_no)
        .add("amount_minor", refund.amount)
        .add("currency", refund.amount.currency().code())
        .add("status", enum_value(refund.status))
        .add("approval", enum_value(refund.approval))
        .add("reason_code", enum_value(refund.reason_code))
        .add("requested_by", refund.requested_by)
        .add("approved_by", refund.approved_by)
        .add("created_at", refund.created_at)
        .add("posted_at", refund.posted_at);
    return record;
}

}  // namespace aftercharge::ctl
