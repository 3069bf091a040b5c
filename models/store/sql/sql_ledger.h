// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/store/ledger_store.h"
#include "models/store/sql/sql_accounts.h"
#include "models/store/sql/sql_audit.h"
#include "models/store/sql/sql_claims.h"
#include "models/store/sql/sql_gateways.h"
#include "models/store/sql/sql_goods.h"
#include "models/store/sql/sql_orders.h"
#include "models/store/sql/sql_outbox.h"
#include "models/store/sql/sql_refunds.h"
#include "models/store/sql/sql_registry.h"
#include "models/store/sql/sql_shipments.h"
#include "models/store/sql/sql_tickets.h"

namespace aftercharge {

// A connection to a ledger with its topics, which write only while a transaction is open.
class SqlLedger final : public LedgerReader {
public:
    // `keeper` may be null and must outlive the ledger.
    static Result<std::unique_ptr<SqlLedger>> make(std::unique_ptr<Database> database, HeadKeeper *keeper);

    SqlAccounts &accounts() override { return accounts_; }
    SqlOrders &orders() override { return orders_; }
    SqlRegistry &registry() override { return registry_; }
    SqlTickets &tickets() override { return tickets_; }
    SqlRefunds &refunds() override { return refunds_; }
    SqlAudit &audit() override { return audit_; }
    SqlOutbox &outbox() override { return outbox_; }
    SqlGoods &goods() override { return goods_; }
    SqlShipments &shipments() override { return shipments_; }
    SqlClaims &claims() override { return claims_; }
    SqlGateways &gateways() override { return gateways_; }
    Result<std::int64_t> data_version() override;

    Database &database() { return *database_; }
    Chain &chain() { return chain_; }
    const Network &network() const { return network_; }

private:
    SqlLedger(std::unique_ptr<Database> database, Network network, HeadKeeper *keeper);
    LedgerContext context() { return {*database_, chain_, network_}; }

    std::unique_ptr<Database> database_;
    Network network_;
    Chain chain_;
    SqlAccounts accounts_;
    SqlOrders orders_;
    SqlRegistry registry_;
    SqlTickets tickets_;
    SqlRefunds refunds_;
    SqlAudit audit_;
    SqlOutbox outbox_;
    SqlGoods goods_;
    SqlShipments shipments_;
    SqlClaims claims_;
    SqlGateways gateways_;
};

}  // namespace aftercharge
