// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/store/accounts.h"
#include "models/store/approvals.h"
#include "models/store/audit.h"
#include "models/store/claims.h"
#include "models/store/decisions.h"
#include "models/store/gateways.h"
#include "models/store/goods.h"
#include "models/store/orders.h"
#include "models/store/outbox.h"
#include "models/store/presence.h"
#include "models/store/refunds.h"
#include "models/store/registry.h"
#include "models/store/shipments.h"
#include "models/store/tickets.h"

namespace aftercharge {

// Reads, by topic. Used only in the thread that opened it.
class LedgerReader {
public:
    virtual ~LedgerReader() = default;
    virtual AccountReader &accounts() = 0;
    virtual OrderReader &orders() = 0;
    virtual RegistryReader &registry() = 0;
    virtual TicketReader &tickets() = 0;
    virtual RefundReader &refunds() = 0;
    virtual AuditReader &audit() = 0;
    virtual OutboxReader &outbox() = 0;
    virtual GoodsReader &goods() = 0;
    virtual ShipmentReader &shipments() = 0;
    virtual ClaimReader &claims() = 0;
    virtual ApprovalReader &approvals() = 0;
    virtual GatewayReader &gateways() = 0;
    virtual DecisionReader &decisions() = 0;
    virtual PresenceReader &presence() = 0;
    // Changes when another connection has committed: what was cached is to be read again.
    virtual Result<std::int64_t> data_version() = 0;
};

// One transaction: everything or nothing. Destroyed without commit() it leaves no trace.
class UnitOfWork {
public:
    virtual ~UnitOfWork() = default;
    virtual AccountWriter &accounts() = 0;
    virtual OrderWriter &orders() = 0;
    virtual RegistryWriter &registry() = 0;
    virtual TicketWriter &tickets() = 0;
    virtual RefundWriter &refunds() = 0;
    virtual AuditWriter &audit() = 0;
    virtual OutboxWriter &outbox() = 0;
    virtual GoodsWriter &goods() = 0;
    virtual ShipmentWriter &shipments() = 0;
    virtual ClaimWriter &claims() = 0;
    virtual ApprovalWriter &approvals() = 0;
    virtual GatewayWriter &gateways() = 0;
    virtual DecisionWriter &decisions() = 0;
    virtual PresenceWriter &presence() = 0;
    // Durable when it returns. After a failure the unit of work is over and nothing was written.
    virtual Result<void> commit() = 0;
};

class LedgerStore {
public:
    virtual ~LedgerStore() = default;
    // The writer: at most one unit of work at a time of this store; on a local one over all
    // processes (store.in_use after the busy time-out). Where many write at once, a unit of work
    // may be refused with store.retry or store.conflict: done again as a whole, it is right.
    virtual Result<std::unique_ptr<UnitOfWork>> begin() = 0;
    // Reads on the writer's connection, for workflows between units of work.
    virtual LedgerReader &reader() = 0;
    // A reader on a connection of its own, for the calling thread.
    virtual Result<std::unique_ptr<LedgerReader>> open_reader() = 0;
    // Whether each person is a login of the store: then a person's row changes together with the
    // login, by the gate (models/store/desk_gate.h), and what carries his decision out only notes it.
    virtual bool has_logins() const { return false; }
};

}  // namespace aftercharge
