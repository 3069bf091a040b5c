// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/store/contract/approvals_contract.h"
#include "tests/store/contract/claims_contract.h"
#include "tests/store/contract/decisions_contract.h"
#include "tests/store/contract/desk_contract.h"
#include "tests/store/contract/gateways_contract.h"
#include "tests/store/contract/goods_contract.h"
#include "tests/store/contract/goods_refunds_contract.h"
#include "tests/store/contract/ledger_contract.h"
#include "tests/store/contract/orders_contract.h"
#include "tests/store/contract/presence_contract.h"
#include "tests/store/contract/telemetry_contract.h"

namespace aftercharge {

// The whole contract of a store on the fixtures of one engine; how many failed.
inline int run_all_contracts(const FixtureFactory &make, int argc, char **argv)
{
    LedgerContract ledger(make);
    OrdersContract orders(make);
    DeskContract desk(make);
    TelemetryContract telemetry(make);
    GoodsContract goods(make);
    GoodsRefundsContract goods_refunds(make);
    ClaimsContract claims(make);
    ApprovalsContract approvals(make);
    GatewaysContract gateways(make);
    DecisionsContract decisions(make);
    PresenceContract presence(make);
    int failed = 0;
    for (QObject *suite : std::initializer_list<QObject *>{&ledger, &orders, &desk, &telemetry, &goods, &goods_refunds,
                                                           &claims, &approvals, &gateways, &decisions, &presence})
        failed += QTest::qExec(suite, argc, argv);
    return failed;
}

}  // namespace aftercharge
