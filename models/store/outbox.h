// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/actor.h"
#include "models/domain/enum_text.h"
#include "models/domain/id.h"
#include "models/domain/notice.h"

namespace aftercharge {

// PostRefund, PostBatch: the ledger's own, any engine may do it. ChargePointCommand: only the process
// that holds the charge points' sockets. The others: only the worker that holds the gateways'
// credentials. Send…, Repair…, Buy…, Cancel…, Open…, Submit… act and are sent once; Ask… only
// reads, and stays, due again and again, until there is nothing more to ask.
enum class EffectKind {
    PostRefund,
    ChargePointCommand,
    SendRefund,  // key: the refund number, as of all about refunds
    RepairRefund,
    AskRefund,
    CancelLabel,  // key: the shipment number
    AskLabelRefund,
    BuyLabel,
    AskLabel,  // after an unknown answer to BuyLabel
    TrackParcel,
    OpenClaim,       // key: the claim number
    AskOpenedClaim,  // after an unknown answer to OpenClaim
    SubmitEvidence,  // key: claim number and round, "K20261124-0001.2"
    AskClaim,
    Reconcile,  // key: the reconciliation's id
    PostBatch,  // key: the batch number: rows of an approved batch that have no result yet
};

constexpr auto text_table(EffectKind)
{
    return std::array{
        EnumText{EffectKind::PostRefund, "POST_REFUND"},
        EnumText{EffectKind::ChargePointCommand, "CHARGE_POINT_COMMAND"},
        EnumText{EffectKind::SendRefund, "SEND_REFUND"},
        EnumText{EffectKind::RepairRefund, "REPAIR_REFUND"},
        EnumText{EffectKind::AskRefund, "ASK_REFUND"},
        EnumText{EffectKind::CancelLabel, "CANCEL_LABEL"},
        EnumText{EffectKind::AskLabelRefund, "ASK_LABEL_REFUND"},
        EnumText{EffectKind::BuyLabel, "BUY_LABEL"},
        EnumText{EffectKind::AskLabel, "ASK_LABEL"},
        EnumText{EffectKind::TrackParcel, "TRACK_PARCEL"},
        EnumText{EffectKind::OpenClaim, "OPEN_CLAIM"},
        EnumText{EffectKind::AskOpenedClaim, "ASK_OPENED_CLAIM"},
        EnumText{EffectKind::SubmitEvidence, "SUBMIT_EVIDENCE"},
        EnumText{EffectKind::AskClaim, "ASK_CLAIM"},
        EnumText{EffectKind::Reconcile, "RECONCILE"},
        EnumText{EffectKind::PostBatch, "POST_BATCH"},
    };
}

// Whether it acts at the gateway: then `sent_at` is committed before a byte leaves, and a row
// that has it and no answer is never sent again as new.
constexpr bool acts_at_gateway(EffectKind kind)
{
    switch (kind) {
    case EffectKind::SendRefund:
    case EffectKind::RepairRefund:
    case EffectKind::CancelLabel:
    case EffectKind::BuyLabel:
    case EffectKind::OpenClaim:
    case EffectKind::SubmitEvidence:
        return true;
    default:
        return false;
    }
}
constexpr bool is_for_gateways(EffectKind kind)
{
    return kind != EffectKind::PostRefund && kind != EffectKind::PostBatch && kind != EffectKind::ChargePointCommand;
}

// An effect that a decision asked for, written in its transaction, done by the effect worker.
struct Effect {
    Uuid id;
    EffectKind kind = EffectKind::PostRefund;
    std::string key;      // unique per kind: the refund number, the command's own id
    std::string payload;  // what the worker needs, e.g. "RemoteStop CP-1 77"; empty for a refund
    Actor actor;          // who asked
    UtcTime created_at;
    UtcTime due_at;
    int attempts = 0;
    std::optional<UtcTime> sent_at;  // of one that acts at a gateway: before its first byte left
    std::optional<UtcTime> done_at;
    std::string last_error;  // of the last attempt; with done_at set: refused for good, with this word
};

class OutboxReader {
public:
    virtual ~OutboxReader() = default;
    virtual Result<std::int64_t> waiting() = 0;
    virtual Result<std::optional<Effect>> find(const Uuid &id) = 0;
    virtual Result<std::optional<Effect>> find(EffectKind kind, std::string_view key) = 0;
    // When the next row for gateways is due, done ones aside.
    virtual Result<std::optional<UtcTime>> next_for_gateways() = 0;
    virtual Result<std::vector<Notice>> notices(const OrderNo &order_no) = 0;  // oldest first
    // Notices of `from` and later, oldest first.
    virtual Result<std::vector<Notice>> notices_since(UtcTime from, int limit) = 0;
};

class OutboxWriter : public OutboxReader {
public:
    virtual Result<void> add(const Effect &effect) = 0;
    // The same, or the row of (kind, key) due again as if new. store.conflict: sent, and no answer heard yet.
    virtual Result<void> add_or_rearm(const Effect &effect) = 0;
    // Due rows that nobody holds; they are `owner`'s until `lease_until`. Those that are not
    // `wanted` (empty: all are) stay for others.
    using Wanted = std::function<bool(const Effect &)>;
    virtual Result<std::vector<Effect>> lease(EffectKind kind, UtcTime now, const std::string &owner,
                                              UtcTime lease_until, int limit, const Wanted &wanted = {}) = 0;
    // The same over all kinds for gateways, oldest due first; one row a refund, shipment or claim
    // at a time (the key up to its first '.'). Those that act and were not sent yet get sent_at = now.
    virtual Result<std::vector<Effect>> lease_for_gateways(UtcTime now, const std::string &owner, UtcTime lease_until,
                                                           int limit) = 0;
    // It never left (refused connection): as new again, due at `due_at`.
    virtual Result<void> not_sent(const Uuid &id, const std::string &error, UtcTime due_at) = 0;
    // Over, for good: `refusal` is empty when it was done.
    virtual Result<void> done(const Uuid &id, UtcTime at, const std::string &refusal) = 0;
    virtual Result<void> failed(const Uuid &id, const std::string &error, UtcTime due_at) = 0;
    virtual Result<void> add_notice(const Notice &notice) = 0;
};

}  // namespace aftercharge
