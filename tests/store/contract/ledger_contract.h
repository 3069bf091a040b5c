// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// Accounts, units of work, two processes.
class LedgerContract : public QObject {
    Q_OBJECT

public:
    explicit LedgerContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init() { store_ = make_(); }
    void cleanup() { store_.reset(); }

    void posts_once_and_sums_to_zero();
    void refuses_the_same_id_with_other_content();
    void refuses_an_overdraft();
    void refuses_what_is_no_transfer();
    void lists_transfers_in_order();
    void never_changes_what_was_posted();
    void leaves_nothing_without_commit();
    void commits_nothing_after_a_failed_write();
    void refuses_writes_after_commit();
    void refuses_two_units_at_once();
    void sees_the_commits_of_another_process();
    void keeps_everything_over_a_reopen();

private:
    LedgerStore &ledger() { return store_->ledger(); }

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge
