// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/decisions_contract.h"

#include "tests/store/contract/samples.h"

namespace aftercharge {

using namespace samples;

namespace {

SubmittedDecision decision(int number, int second)
{
    SubmittedDecision decision;
    decision.id = uuid(number);
    decision.login = id<OperatorName>("li.wei");
    decision.verb = DecisionVerb::NoteOnTicket;
    decision.subject = "T-1";
    decision.arguments = R"({"text":"是 \"so\""})";
    decision.submitted_at = at(second);
    return decision;
}

Result<void> submit(LedgerStore &ledger, const SubmittedDecision &decision)
{
    return commit(ledger, [&](UnitOfWork &u) { return u.decisions().submit(decision); });
}

std::vector<SubmittedDecision> lease(LedgerStore &ledger, const std::string &owner, int second)
{
    std::vector<SubmittedDecision> leased;
    const auto done = commit(ledger, [&](UnitOfWork &u) {
        return u.decisions().lease(at(second), owner, at(second + 30), 10).map([&](auto rows) { leased = rows; });
    });
    return done ? leased : std::vector<SubmittedDecision>{};
}

}  // namespace

void DecisionsContract::takes_a_decision_once()
{
    const SubmittedDecision first = decision(1, 0);
    REQUIRE_OK(submit(ledger(), first));
    REQUIRE_OK(submit(ledger(), first));
    SubmittedDecision later = first;
    later.submitted_at = at(9);
    REQUIRE_OK(submit(ledger(), later));
    SubmittedDecision other = first;
    other.arguments = "{}";
    EXPECT_ERROR(submit(ledger(), other), ErrorCode::StoreConflict);
    other = first;
    other.login = id<OperatorName>("chen.min");
    EXPECT_ERROR(submit(ledger(), other), ErrorCode::StoreConflict);
    QVERIFY(ledger().reader().decisions().find(first.id).value() == first);
    QVERIFY(!ledger().reader().decisions().find(uuid(2)).value().has_value());
    QCOMPARE(ledger().reader().decisions().waiting().value(), 1);
}

void DecisionsContract::leases_in_order_to_one()
{
    REQUIRE_OK(submit(ledger(), decision(2, 2)));
    REQUIRE_OK(submit(ledger(), decision(1, 1)));
    const auto taken = lease(ledger(), "one", 10);
    QCOMPARE(taken.size(), std::size_t{2});
    QVERIFY(taken[0].id == uuid(1) && taken[1].id == uuid(2) && taken[0].attempts == 1);
    QVERIFY(lease(store_->second_ledger(), "other", 11).empty());
    // Whoever took them is gone.
    const auto again = lease(store_->second_ledger(), "other", 41);
    QCOMPARE(again.size(), std::size_t{2});
    QCOMPARE(again[0].attempts, 2);
}

void DecisionsContract::ends_a_decision_once()
{
    REQUIRE_OK(submit(ledger(), decision(1, 1)));
    REQUIRE_OK(submit(ledger(), decision(2, 2)));
    REQUIRE_OK(commit(ledger(), [&](UnitOfWork &u) { return u.decisions().done(uuid(1), at(5), "T-1"); }));
    EXPECT_ERROR(commit(ledger(), [&](UnitOfWork &u) { return u.decisions().done(uuid(1), at(6), "T-1"); }),
                 ErrorCode::StoreConflict);
    EXPECT_ERROR(commit(ledger(), [&](UnitOfWork &u) { return u.decisions().refused(uuid(1), at(6), {}); }),
                 ErrorCode::StoreConflict);
    REQUIRE_OK(commit(ledger(), [&](UnitOfWork &u) {
        return u.decisions().refused(uuid(2), at(6), {ErrorCode::RefundExceedsPaid, "5.00 asked"});
    }));
    const auto done = ledger().reader().decisions().find(uuid(1)).value();
    QVERIFY(done->done_at == at(5) && done->outcome == "T-1" && done->refusal_code.empty());
    const auto refused = ledger().reader().decisions().find(uuid(2)).value();
    QVERIFY(refused->done_at == at(6) && refused->outcome.empty());
    QVERIFY(refused->refusal_code == "refund.exceeds_paid" && refused->refusal_detail == "5.00 asked");
    QVERIFY(lease(ledger(), "one", 100).empty());
    QCOMPARE(ledger().reader().decisions().waiting().value(), 0);
}

void DecisionsContract::keeps_a_decision_as_it_was_submitted()
{
    REQUIRE_OK(submit(ledger(), decision(1, 1)));
    QVERIFY(store_->raw_sql(QStringLiteral("UPDATE decision SET login = 'chen.min'")).has_value());
    QVERIFY(store_->raw_sql(QStringLiteral("UPDATE decision SET arguments = '{}'")).has_value());
    QVERIFY(store_->raw_sql(QStringLiteral("DELETE FROM decision")).has_value());
    REQUIRE_OK(commit(ledger(), [&](UnitOfWork &u) { return u.decisions().done(uuid(1), at(5), ""); }));
    QVERIFY(store_->raw_sql(QStringLiteral("UPDATE decision SET done_at = NULL")).has_value());
    QVERIFY(store_->raw_sql(QStringLiteral("UPDATE decision SET outcome = 'x'")).has_value());
}

void DecisionsContract::knows_the_daemons()
{
    DaemonRow daemon{"one", "1.0", "ws://127.0.0.1:9211", at(0), at(0)};
    REQUIRE_OK(commit(ledger(), [&](UnitOfWork &u) { return u.decisions().put_daemon(daemon); }));
    daemon.seen_at = at(20);
    REQUIRE_OK(commit(ledger(), [&](UnitOfWork &u) { return u.decisions().put_daemon(daemon); }));
    const DaemonRow other{"other", "1.0", "", at(1), at(5)};
    REQUIRE_OK(commit(ledger(), [&](UnitOfWork &u) { return u.decisions().put_daemon(other); }));
    QVERIFY((ledger().reader().decisions().daemons(at(10)).value() == std::vector{daemon}));
    QVERIFY((ledger().reader().decisions().daemons(at(0)).value() == std::vector{daemon, other}));
}

}  // namespace aftercharge
