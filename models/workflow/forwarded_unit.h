// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

#include "models/store/ledger_store.h"

namespace aftercharge {

// A unit of work that is another one; who derives from it changes what a commit is.
class ForwardedUnit : public UnitOfWork {
public:
    AccountWriter &accounts() override { return unit_.accounts(); }
    OrderWriter &orders() override { return unit_.orders(); }
    RegistryWriter &registry() override { return unit_.registry(); }
    TicketWriter &tickets() override { return unit_.tickets(); }
    RefundWriter &refunds() override { return unit_.refunds(); }
    AuditWriter &audit() override { return unit_.audit(); }
    OutboxWriter &outbox() override { return unit_.outbox(); }
    GoodsWriter &goods() override { return unit_.goods(); }
    ShipmentWriter &shipments() override { return unit_.shipments(); }
    ClaimWriter &claims() override { return unit_.claims(); }
    ApprovalWriter &approvals() override { return unit_.approvals(); }
    GatewayWriter &gateways() override { return unit_.gateways(); }
    DecisionWriter &decisions() override { return unit_.decisions(); }
    PresenceWriter &presence() override { return unit_.presence(); }
    Result<void> commit() override { return unit_.commit(); }

protected:
    // `unit` outlives this.
    explicit ForwardedUnit(UnitOfWork &unit) : unit_(unit) {}

private:
    UnitOfWork &unit_;
};

}  // namespace aftercharge
