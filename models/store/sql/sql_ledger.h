// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/store/ledger_store.h"
#include "models/store/sql/sql_accounts.h"
#include "models/store/sql/sql_approvals.h"
#include "models/store/sql/sql_audit.h"
#include "models/store/sql/sql_claims.h"
#include "models/store/sql/sql_decisions.h"
#include "models/store/sql/sql_gateways.h"
#include "models/store/sql/sql_goods.h"
#include "models/store/sql/sql_orders.h"
#include "models/store/sql/sql_outbox.h"
#include "models/store/sql/sql_presence.h"
#include "models/store/sql/sql_refunds.h"
#include "models/store/sql/sql_registry.h"
#include "models/store/sql/sql_shipments.h"
#include "models/store/sql/sql_tickets.h"

namespace aftercharge {

// A connection to a ledger with its topics, which write only while a transaction is open.
class SqlLedger final : public LedgerReader {
public:
    // `keeper` may be null and must outlive the ledger; `numbers` null: those of its transactions.
    static Result<std::unique_ptr<SqlLedger>> make(std::unique_ptr<Database> database, HeadKeeper *keeper,
                                                   std::unique_ptr<NumberSeries> numbers = nullptr);

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
    SqlApprovals &approvals() override { return approvals_; }
    SqlGateways &gateways() override { return gateways_; }
    SqlDecisions &decisions() override { return decisions_; }
    SqlPresence &presence() override { return presence_; }
    Result<std::int64_t> data_version() override;

    // What a unit of work has collected for its end. The chains first: whoever holds the end of one
    // is alone with the accounts of its slice.
    Result<void> flush_pending()
    {
        return chain_.flush().and_then([this] { return accounts_.flush(); });
    }
    void forget_pending()
    {
        accounts_.forget();
        chain_.forget();
    }

    Database &database() { return *database_; }
    Chain &chain() { return chain_; }
    const Network &network() const { return network_; }

private:
    SqlLedger(std::unique_ptr<Database> database, Network network, HeadKeeper *keeper,
              std::unique_ptr<NumberSeries> numbers);
    LedgerContext context() { return {*database_, chain_, network_, *numbers_}; }

    std::unique_ptr<Database> database_;
    Network network_;
    std::unique_ptr<NumberSeries> numbers_;
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
    SqlApprovals approvals_;
    SqlGateways gateways_;
    SqlDecisions decisions_;
    SqlPresence presence_;
};

}  // namespace aftercharge
