// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// Carrier claims: their approval, evidence and log.
class ClaimsContract : public QObject {
    Q_OBJECT

public:
    explicit ClaimsContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init();
    void cleanup() { store_.reset(); }

    void keeps_claims_by_version();
    void allows_one_open_claim_a_parcel();
    void refuses_a_second_approval();
    void approves_a_claim_that_promises_nothing();
    void keeps_evidence_as_it_was_sent();
    void keeps_what_was_attached();
    void keeps_the_log();
    void pages_claims();
    void numbers_claims_by_the_networks_day();
    void keeps_the_parcel_of_a_ticket();

private:
    LedgerStore &ledger() { return store_->ledger(); }
    template<typename Work>
    Result<void> write(Work work);
    Result<void> insert(const Claim &claim);
    Evidence attach(int number);
    void refuses(std::initializer_list<const char *> statements);

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge
