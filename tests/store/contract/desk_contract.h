// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "tests/store/contract/store_fixture.h"

namespace aftercharge {

// Registry, tickets, refunds, outbox, notices, audit.
class DeskContract : public QObject {
    Q_OBJECT

public:
    explicit DeskContract(FixtureFactory make) : make_(std::move(make)) {}

private Q_SLOTS:
    void init() { store_ = make_(); }
    void cleanup() { store_.reset(); }

    void keeps_places();
    void keeps_members_and_cards();
    void keeps_every_version_of_a_tariff();
    void keeps_operators_and_tokens();
    void keeps_tickets_and_their_timeline();
    void pages_and_counts_tickets();
    void keeps_evidence();
    void keeps_refunds_by_version();
    void refuses_refunds_above_what_was_paid();
    void refuses_a_second_approval();
    void leases_effects();
    void tells_notices_in_order();
    void pages_the_audit_log();

private:
    LedgerStore &ledger() { return store_->ledger(); }
    template<typename Work>
    Result<void> write(Work work);

    FixtureFactory make_;
    std::unique_ptr<StoreFixture> store_;
};

}  // namespace aftercharge
