// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// Orders, their log and readings, orphans, paging.
class OrdersContract : public QObject {
    Q_OBJECT

public:
    explicit OrdersContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init() { store_ = make_(); }
    void cleanup() { store_.reset(); }

    void stores_an_order_whole();
    void finds_orders();
    void refuses_an_old_version();
    void refuses_amounts_that_cannot_be();
    void numbers_orders_by_the_networks_day();
    void never_gives_a_number_twice();
    void keeps_the_log_in_order();
    void replaces_deciding_readings();
    void keeps_orphans();
    void pages_over_ties();
    void filters_pages();

private:
    LedgerStore &ledger() { return store_->ledger(); }
    Result<void> insert(const ChargingOrder &order);

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge
