// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/presence_contract.h"

#include "tests/store/contract/samples.h"

namespace aftercharge {

using namespace samples;

namespace {

Present present(const char *subject, const char *login, int desk, Doing doing, std::int64_t until)
{
    return {subject, id<OperatorName>(login), uuid(desk), doing, at(until)};
}

MoneyLease lease(const char *order, const char *login, int desk, std::int64_t until)
{
    return {id<OrderNo>(order), id<OperatorName>(login), uuid(desk), at(until)};
}

}  // namespace

template<typename Work>
Result<void> PresenceContract::write(Work work)
{
    return commit(store_->ledger(), [&](UnitOfWork &unit) { return work(unit.presence()); });
}

std::vector<Present> PresenceContract::there(const char *subject, std::int64_t at_ms)
{
    return store_->ledger().reader().presence().of(subject, at(at_ms)).value();
}

std::int64_t PresenceContract::rows_of(const char *subject)
{
    // The beginning of time: nothing is over then.
    return std::ssize(store_->ledger().reader().presence().of(subject, UtcTime{}).value());
}

void PresenceContract::sees_who_is_there_until_the_time_is_over()
{
    const Present li = present("T-1", "li", 1, Doing::Looking, 15'000);
    const Present chen = present("T-1", "chen", 2, Doing::Replying, 20'000);
    const Present elsewhere = present("T-2", "li", 1, Doing::Deciding, 15'000);
    for (const Present &one : {li, chen, elsewhere})
        REQUIRE_OK(write([&](PresenceWriter &p) { return p.note(one, at()); }));
    QVERIFY((there("T-1", 0) == std::vector{chen, li}));  // by name
    QVERIFY((there("T-1", 14'999) == std::vector{chen, li}));
    QVERIFY((there("T-1", 15'000) == std::vector{chen}));
    QVERIFY(there("T-1", 20'000).empty());
    QVERIFY((there("T-2", 0) == std::vector{elsewhere}));
    QVERIFY(there("T-3", 0).empty());
}

void PresenceContract::says_again_in_place_of_before()
{
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.note(present("T-1", "li", 1, Doing::Looking, 15'000), at()); }));
    const Present again = present("T-1", "li", 1, Doing::Noting, 20'000);
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.note(again, at(5'000)); }));
    QVERIFY((there("T-1", 5'000) == std::vector{again}));
    QCOMPARE(rows_of("T-1"), std::int64_t{1});
}

void PresenceContract::leaves_one_desk_of_a_person()
{
    const Present office = present("T-1", "li", 1, Doing::Looking, 15'000);
    const Present home = present("T-1", "li", 2, Doing::Looking, 15'000);
    for (const Present &one : {office, home})
        REQUIRE_OK(write([&](PresenceWriter &p) { return p.note(one, at()); }));
    const auto leave = [&](const char *subject, const char *login, int desk) {
        return write([&](PresenceWriter &p) { return p.leave(subject, id<OperatorName>(login), uuid(desk)); });
    };
    REQUIRE_OK(leave("T-1", "chen", 1));
    REQUIRE_OK(leave("T-2", "li", 1));
    QCOMPARE(there("T-1", 0).size(), std::size_t{2});
    REQUIRE_OK(leave("T-1", "li", 1));
    QVERIFY((there("T-1", 0) == std::vector{home}));
    REQUIRE_OK(leave("T-1", "li", 1));  // gone already: nothing happens
}

void PresenceContract::sweeps_what_is_long_over()
{
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.note(present("T-1", "li", 1, Doing::Looking, 15'000), at()); }));
    const auto note_other = [&](const char *login, std::int64_t now) {
        return write(
            [&](PresenceWriter &p) { return p.note(present("T-2", login, 2, Doing::Looking, now + 15'000), at(now)); });
    };
    REQUIRE_OK(note_other("chen", 60'000));
    QCOMPARE(rows_of("T-1"), std::int64_t{1});  // over, but not for long
    REQUIRE_OK(note_other("wang", 3'600'000));
    QCOMPARE(rows_of("T-1"), std::int64_t{0});
    QCOMPARE(there("T-2", 3'600'000).size(), std::size_t{1});
}

void PresenceContract::leases_an_order_to_one_desk()
{
    const MoneyLease mine = lease("C1", "li", 1, 60'000);
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.take(mine, at()); }));
    PresenceReader &reader = store_->ledger().reader().presence();
    QVERIFY(reader.money_lease(mine.order_no, at(59'999)).value() == mine);
    QVERIFY(!reader.money_lease(mine.order_no, at(60'000)).value());
    QVERIFY(!reader.money_lease(id<OrderNo>("C2"), at()).value());
    const auto held = write([&](PresenceWriter &p) { return p.take(lease("C1", "chen", 2, 90'000), at(30'000)); });
    EXPECT_ERROR(held, ErrorCode::LeaseHeld);
    QVERIFY((lease_holder(held.error()) == LeaseHolder{mine.login, mine.until}));
    // The same person at another desk is another.
    EXPECT_ERROR(write([&](PresenceWriter &p) { return p.take(lease("C1", "li", 2, 90'000), at(30'000)); }),
                 ErrorCode::LeaseHeld);
    QVERIFY(reader.money_lease(mine.order_no, at()).value() == mine);
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.take(lease("C2", "chen", 2, 90'000), at(30'000)); }));
}

void PresenceContract::renews_and_gives_back_only_ones_own()
{
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.take(lease("C1", "li", 1, 60'000), at()); }));
    const MoneyLease renewed = lease("C1", "li", 1, 80'000);
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.take(renewed, at(20'000)); }));
    PresenceReader &reader = store_->ledger().reader().presence();
    QVERIFY(reader.money_lease(renewed.order_no, at(70'000)).value() == renewed);
    const auto drop = [&](const char *login, int desk) {
        return write([&](PresenceWriter &p) { return p.drop(id<OrderNo>("C1"), id<OperatorName>(login), uuid(desk)); });
    };
    REQUIRE_OK(drop("chen", 1));
    REQUIRE_OK(drop("li", 2));
    QVERIFY(reader.money_lease(renewed.order_no, at(70'000)).value() == renewed);
    REQUIRE_OK(drop("li", 1));
    QVERIFY(!reader.money_lease(renewed.order_no, at(70'000)).value());
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.take(lease("C1", "chen", 2, 130'000), at(70'000)); }));
}

void PresenceContract::frees_a_lease_that_ran_out()
{
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.take(lease("C1", "li", 1, 60'000), at()); }));
    const MoneyLease next = lease("C1", "chen", 2, 120'000);
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.take(next, at(60'000)); }));
    // Whoever had it finds out when he renews.
    EXPECT_ERROR(write([&](PresenceWriter &p) { return p.take(lease("C1", "li", 1, 130'000), at(70'000)); }),
                 ErrorCode::LeaseHeld);
    QVERIFY(store_->ledger().reader().presence().money_lease(next.order_no, at(70'000)).value() == next);
}

void PresenceContract::keeps_two_connections_apart()
{
    const Present li = present("T-1", "li", 1, Doing::Looking, 15'000);
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.note(li, at()); }));
    REQUIRE_OK(write([&](PresenceWriter &p) { return p.take(lease("C1", "li", 1, 60'000), at()); }));
    LedgerStore &other = store_->second_ledger();
    QVERIFY((other.reader().presence().of("T-1", at()).value() == std::vector{li}));
    EXPECT_ERROR(commit(other, [&](UnitOfWork &u) { return u.presence().take(lease("C1", "chen", 2, 60'000), at()); }),
                 ErrorCode::LeaseHeld);
    store_->reopen();
    QVERIFY((there("T-1", 0) == std::vector{li}));
}

void PresenceContract::refuses_what_nobody_said()
{
    EXPECT_ERROR(write([&](PresenceWriter &p) {
                     return p.note({"", id<OperatorName>("li"), uuid(1), Doing::Looking, at(1)}, at());
                 }),
                 ErrorCode::StoreRule);
    EXPECT_ERROR(write([&](PresenceWriter &p) {
                     return p.note({"T-1", {}, uuid(1), Doing::Looking, at(1)}, at());
                 }),
                 ErrorCode::StoreRule);
    EXPECT_ERROR(write([&](PresenceWriter &p) {
                     return p.take({{}, id<OperatorName>("li"), uuid(1), at(1)}, at());
                 }),
                 ErrorCode::StoreRule);
}

}  // namespace aftercharge
