// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// Approvals as data: rules, votes, pictures, batches.
class ApprovalsContract : public QObject {
    Q_OBJECT

public:
    explicit ApprovalsContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init();
    void cleanup() { store_.reset(); }

    void keeps_rules_by_amount();
    void keeps_how_long_a_request_waits();
    void keeps_one_vote_a_person();
    void counts_votes_within_the_unit_that_casts_them();
    void refuses_votes_that_are_none();
    void never_changes_a_vote();
    void keeps_what_was_seen();
    void finds_what_waits_too_long();
    void keeps_a_batch_with_its_rows();
    void decides_a_batch_once();
    void gives_a_row_one_result();
    void pages_batches();
    void counts_a_batch_as_one();
    void numbers_batches_by_the_networks_day();

private:
    LedgerStore &ledger() { return store_->ledger(); }
    ApprovalReader &approvals() { return ledger().reader().approvals(); }
    template<typename Work>
    Result<void> write(Work work);
    Result<void> vote(const char *subject, const char *login, const char *amount, const char *up_to);
    // A batch of two orders of ¥3.00 each, and a refused one.
    Result<void> insert_batch(const char *number);
    void refuses(std::initializer_list<const char *> statements);

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge
