// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// Refunds of goods orders: what they hold of units and of what was paid.
class GoodsRefundsContract : public QObject {
    Q_OBJECT

public:
    explicit GoodsRefundsContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init();
    void cleanup() { store_.reset(); }

    void keeps_refunds_with_their_units();
    void refuses_units_that_are_not_left();
    void gives_units_back();
    void takes_units_again();
    void never_refunds_more_than_was_paid();
    void counts_coupons_and_unpaid_orders();
    void finds_refunds();
    void verifies();

private:
    LedgerStore &ledger() { return store_->ledger(); }
    template<typename Work>
    Result<void> write(Work work);
    Result<void> insert(const Refund &refund, const std::vector<RefundUnit> &units);
    Result<void> set_status(const char *refund_no, RefundStatus status);
    ItemUnit unit(const char *line, int number);
    void refuses(std::initializer_list<const char *> statements);

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge
