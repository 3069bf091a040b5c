// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// What desks without an engine decided, and the daemons that carry it out.
class DecisionsContract : public QObject {
    Q_OBJECT

public:
    explicit DecisionsContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init() { store_ = make_(); }
    void cleanup() { store_.reset(); }

    void takes_a_decision_once();
    void leases_in_order_to_one();
    void ends_a_decision_once();
    void keeps_a_decision_as_it_was_submitted();
    void knows_the_daemons();

private:
    LedgerStore &ledger() { return store_->ledger(); }

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge
