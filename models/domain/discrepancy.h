// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/actor.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/refund_states.h"

namespace aftercharge {

enum class DiscrepancyKind {
    GatewayContradicts,  // an answer beyond the state table: a late FAIL after SUCCESS
    AmountDiffers,       // the gateway names another amount
    NotAtGateway,        // we say it was sent, the gateway knows no such number
    NotInOurBooks,       // the gateway names a refund of ours that we never made
    LabelNotCancelled,   // "rejected" after "submitted"
    PickedUpWhileLocked,
    ExceedsPaid,  // a verified success that our bounds cannot take
    LedgerDiffers,
    WebhookRefused,  // a call in a gateway's name that was not believed, or could not be read
};

constexpr auto text_table(DiscrepancyKind)
{
    return std::array{
        EnumText{DiscrepancyKind::GatewayContradicts, "GATEWAY_CONTRADICTS"},
        EnumText{DiscrepancyKind::AmountDiffers, "AMOUNT_DIFFERS"},
        EnumText{DiscrepancyKind::NotAtGateway, "NOT_AT_GATEWAY"},
        EnumText{DiscrepancyKind::NotInOurBooks, "NOT_IN_OUR_BOOKS"},
        EnumText{DiscrepancyKind::LabelNotCancelled, "LABEL_NOT_CANCELLED"},
        EnumText{DiscrepancyKind::PickedUpWhileLocked, "PICKED_UP_WHILE_LOCKED"},
        EnumText{DiscrepancyKind::ExceedsPaid, "EXCEEDS_PAID"},
        EnumText{DiscrepancyKind::LedgerDiffers, "LEDGER_DIFFERS"},
        EnumText{DiscrepancyKind::WebhookRefused, "WEBHOOK_REFUSED"},
    };
}

// What does not fit and a person resolves, with a word about how. One open row per kind and
// entity: the same contradiction heard again adds nothing.
struct Discrepancy {
    Uuid id;
    DiscrepancyKind kind = DiscrepancyKind::GatewayContradicts;
    std::string entity;     // "payment_refund", "shipment", "carrier_claim", "gateway_account"
    std::string entity_id;  // "R20261123-0088"
    OrderNo order_no;       // empty where there is none
    std::string detail;     // what was heard against what stands
    UtcTime found_at;
    std::optional<UtcTime> resolved_at;
    OperatorName resolved_by;
    std::string resolution;
    friend bool operator==(const Discrepancy &, const Discrepancy &) = default;
};

// One refund as the three books have it on the day of a reconciliation.
struct ReconciledRefund {
    RefundNo refund_no;
    RefundStatus status = RefundStatus::Init;
    Money amount;
    Money ledger_paid;           // what the ledger says left through the gateway
    bool outbox_done = false;    // sent and answered
    std::string gateway_status;  // the gateway's standing; "NOT_FOUND", "NOT_ASKED"
    std::optional<Money> gateway_amount;
    bool agrees = false;
    std::string finding;  // empty where it agrees
    friend bool operator==(const ReconciledRefund &, const ReconciledRefund &) = default;
};

// The three-way reconciliation of one day (of the network's zone): ledger, outbox, gateway.
struct Reconciliation {
    Uuid id;
    std::string day;  // "2026-11-24"
    OperatorName run_by;
    UtcTime started_at;
    std::optional<UtcTime> finished_at;
    int refunds = 0;
    int differing = 0;
    friend bool operator==(const Reconciliation &, const Reconciliation &) = default;
};

}  // namespace aftercharge
