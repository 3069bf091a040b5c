// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/outbox.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlOutbox final : public OutboxWriter {
public:
    explicit SqlOutbox(LedgerContext context) : context_(context) {}

    Result<std::int64_t> waiting() override;
    Result<std::optional<Effect>> find(const Uuid &id) override;
    Result<std::optional<Effect>> find(EffectKind kind, std::string_view key) override;
    Result<std::optional<UtcTime>> next_for_gateways() override;
    Result<std::vector<Notice>> notices(const OrderNo &order_no) override;
    Result<std::vector<Notice>> notices_since(UtcTime from, int limit) override;

    Result<void> add(const Effect &effect) override;
    Result<void> add_or_rearm(const Effect &effect) override;
    // A lease counts as an attempt: a worker that died with it must not try for ever.
    Result<std::vector<Effect>> lease(EffectKind kind, UtcTime now, const std::string &owner, UtcTime lease_until,
                                      int limit, const Wanted &wanted = {}) override;
    Result<std::vector<Effect>> lease_for_gateways(UtcTime now, const std::string &owner, UtcTime lease_until,
                                                   int limit) override;
    Result<void> not_sent(const Uuid &id, const std::string &error, UtcTime due_at) override;
    Result<void> done(const Uuid &id, UtcTime at, const std::string &refusal) override;
    Result<void> failed(const Uuid &id, const std::string &error, UtcTime due_at) override;
    Result<void> add_notice(const Notice &notice) override;

private:
    Result<std::vector<Effect>> due_for_gateways(UtcTime now, int limit);
    Result<void> take(Effect &effect, UtcTime now, const std::string &owner, UtcTime lease_until);

    LedgerContext context_;
};

}  // namespace aftercharge
