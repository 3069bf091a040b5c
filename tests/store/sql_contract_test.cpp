// SPDX-License-Identifier: GPL-3.0-or-later
// The store contract on the local engine.
#include <QCoreApplication>

#include "tests/store/contract/claims_contract.h"
#include "tests/store/contract/desk_contract.h"
#include "tests/store/contract/gateways_contract.h"
#include "tests/store/contract/goods_contract.h"
#include "tests/store/contract/goods_refunds_contract.h"
#include "tests/store/contract/ledger_contract.h"
#include "tests/store/contract/orders_contract.h"
#include "tests/store/contract/telemetry_contract.h"
#include "tests/store/sql_store_fixture.h"

int main(int argc, char **argv)
{
    using namespace aftercharge;
    const QCoreApplication application(argc, argv);
    const FixtureFactory make = [] { return std::make_unique<LocalStoreFixture>(); };
    LedgerContract ledger(make);
    OrdersContract orders(make);
    DeskContract desk(make);
    TelemetryContract telemetry(make);
    GoodsContract goods(make);
    GoodsRefundsContract goods_refunds(make);
    ClaimsContract claims(make);
    GatewaysContract gateways(make);
    int failed = 0;
    for (QObject *suite : std::initializer_list<QObject *>{&ledger, &orders, &desk, &telemetry, &goods, &goods_refunds,
                                                           &claims, &gateways})
        failed += QTest::qExec(suite, argc, argv);
    return failed;
}
