// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/ledger_store.h"
#include "models/store/sql/head_keeper.h"
#include "models/store/sql/sql_ledger.h"

namespace aftercharge {

// The transaction that is open on `ledger`. After a commit the heads kept outside follow; if
// they cannot, the commit stands: they are behind then, which is normal, until a later one.
class SqlUnitOfWork final : public UnitOfWork {
public:
    SqlUnitOfWork(SqlLedger &ledger, HeadKeeper *keeper) : ledger_(ledger), keeper_(keeper) {}
    ~SqlUnitOfWork() override;

    AccountWriter &accounts() override { return ledger_.accounts(); }
    OrderWriter &orders() override { return ledger_.orders(); }
    RegistryWriter &registry() override { return ledger_.registry(); }
    TicketWriter &tickets() override { return ledger_.tickets(); }
    RefundWriter &refunds() override { return ledger_.refunds(); }
    AuditWriter &audit() override { return ledger_.audit(); }
    OutboxWriter &outbox() override { return ledger_.outbox(); }
    GoodsWriter &goods() override { return ledger_.goods(); }
    ShipmentWriter &shipments() override { return ledger_.shipments(); }
    ClaimWriter &claims() override { return ledger_.claims(); }
    ApprovalWriter &approvals() override { return ledger_.approvals(); }
    GatewayWriter &gateways() override { return ledger_.gateways(); }
    DecisionWriter &decisions() override { return ledger_.decisions(); }
    PresenceWriter &presence() override { return ledger_.presence(); }
    Result<void> commit() override;

private:
    SqlLedger &ledger_;
    HeadKeeper *keeper_;
    bool is_over_ = false;
};

}  // namespace aftercharge
