// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// Goods orders, their units, parcels.
class GoodsContract : public QObject {
    Q_OBJECT

public:
    explicit GoodsContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init();
    void cleanup() { store_.reset(); }

    void keeps_an_order_whole();
    void gives_a_number_once();
    void updates_by_version_and_logs();
    void pages_and_finds_orders();
    void refuses_to_change_what_was_taken();
    void replaces_units();
    void keeps_parcels();
    void refuses_more_units_than_the_order_has();
    void keeps_the_log_of_a_parcel();

private:
    LedgerStore &ledger() { return store_->ledger(); }
    template<typename Work>
    Result<void> write(Work work);
    Result<void> insert(const Refund &refund, const std::vector<RefundUnit> &units);
    ItemUnit unit(const char *line, int number);
    void refuses(std::initializer_list<const char *> statements);

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge
