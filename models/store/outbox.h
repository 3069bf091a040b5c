// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/actor.h"
#include "models/domain/enum_text.h"
#include "models/domain/id.h"
#include "models/domain/notice.h"

namespace aftercharge {

// PostRefund: the ledger's own, any engine may do it. ChargePointCommand: only the process
// that holds the charge points' sockets.
enum class EffectKind { PostRefund, ChargePointCommand };

constexpr auto text_table(EffectKind)
{
    return std::array{EnumText{EffectKind::PostRefund, "POST_REFUND"},
                      EnumText{EffectKind::ChargePointCommand, "CHARGE_POINT_COMMAND"}};
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
    std::optional<UtcTime> done_at;
    std::string last_error;  // of the last attempt; with done_at set: refused for good, with this word
};

class OutboxReader {
public:
    virtual ~OutboxReader() = default;
    virtual Result<std::int64_t> waiting() = 0;
    virtual Result<std::optional<Effect>> find(const Uuid &id) = 0;
    virtual Result<std::vector<Notice>> notices(const OrderNo &order_no) = 0;  // oldest first
    // Notices written after the one with `after` (nil: all), oldest first.
    virtual Result<std::vector<Notice>> notices_since(const Uuid &after, int limit) = 0;
};

class OutboxWriter : public OutboxReader {
public:
    virtual Result<void> add(const Effect &effect) = 0;
    // Due rows that nobody holds; they are `owner`'s until `lease_until`.
    virtual Result<std::vector<Effect>> lease(EffectKind kind, UtcTime now, const std::string &owner,
                                              UtcTime lease_until, int limit) = 0;
    // Over, for good: `refusal` is empty when it was done.
    virtual Result<void> done(const Uuid &id, UtcTime at, const std::string &refusal) = 0;
    virtual Result<void> failed(const Uuid &id, const std::string &error, UtcTime due_at) = 0;
    virtual Result<void> add_notice(const Notice &notice) = 0;
};

}  // namespace aftercharge
