// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// Gateways: accounts, what they told, what is to be asked of them, discrepancies, reconciliations.
class GatewaysContract : public QObject {
    Q_OBJECT

public:
    explicit GatewaysContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init() { store_ = make_(); }
    void cleanup() { store_.reset(); }

    void keeps_accounts();
    void never_names_a_secret();
    void keeps_an_event_once();
    void keeps_a_discrepancy_once();
    void resolves_a_discrepancy_once();
    void lists_open_discrepancies_first();
    void keeps_reconciliations();
    void leases_only_what_is_for_gateways();
    void notes_what_was_sent();
    void leases_one_row_a_subject();
    void takes_back_what_never_left();
    void arms_a_row_again();
    void knows_when_the_next_is_due();

private:
    LedgerStore &ledger() { return store_->ledger(); }
    template<typename Work>
    Result<void> write(Work work);
    // What is leased at the time, for 500 ms.
    std::vector<Effect> lease(std::int64_t now, int limit = 10);
    void add(std::initializer_list<Effect> effects);
    void refuses(std::initializer_list<const char *> statements);

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge
