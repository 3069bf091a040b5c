// SPDX-License-Identifier: GPL-3.0-or-later
// Who is where: what a desk says and hears, and the lease that spares two people the same work.
#include <QTest>

#include "models/workflow/note_presence.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;

class PresenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->add_operator("alice", Role::Agent);
        rig_->add_operator("bob", Role::Supervisor, "100.00");
        rig_->add_operator("olga", Role::Ops);
        rig_->add_operator("wilma", Role::Worker);
    }

    void colleagues_see_one_another_and_not_themselves()
    {
        QVERIFY(must(note("alice", 1, Doing::Looking)).empty());
        const auto seen = must(note("bob", 2, Doing::Replying));
        QCOMPARE(seen.size(), std::size_t{1});
        QCOMPARE(seen[0].login, an<OperatorName>("alice"));
        QCOMPARE(seen[0].doing, Doing::Looking);
        QCOMPARE(seen[0].until, rig_->clock.now() + presence_lives);
        const auto back = must(note("alice", 1, Doing::Looking));
        QCOMPARE(back.size(), std::size_t{1});
        QCOMPARE(back[0].doing, Doing::Replying);
        // Oneself at another desk is somebody to be told of.
        QCOMPARE(must(note("alice", 3, Doing::Looking)).size(), std::size_t{2});
    }

    void who_says_nothing_any_more_is_gone()
    {
        must(note("alice", 1, Doing::Looking));
        rig_->clock.advance(presence_renewed_after);
        must(note("alice", 1, Doing::Looking));
        rig_->clock.advance(presence_lives - 1ms);
        QCOMPARE(must(note("bob", 2, Doing::Looking)).size(), std::size_t{1});
        rig_->clock.advance(1ms);
        QVERIFY(must(note("bob", 2, Doing::Looking)).empty());
    }

    void who_leaves_is_gone_at_once()
    {
        must(note("alice", 1, Doing::Looking));
        must(rig_->run([&](Work &work) { return leave_presence(work, "T-1", person("alice", 1)); }));
        QVERIFY(must(note("bob", 2, Doing::Looking)).empty());
    }

    void one_desk_prepares_an_orders_money()
    {
        const MoneyLease lease = must(take("alice", 1));
        QCOMPARE(lease.until, rig_->clock.now() + money_lease_lives);
        const auto refused = take("bob", 2);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::LeaseHeld);
        QVERIFY((lease_holder(refused.error()) == LeaseHolder{lease.login, lease.until}));
        rig_->clock.advance(money_lease_renewed_after);
        QCOMPARE(must(take("alice", 1)).until, rig_->clock.now() + money_lease_lives);
        must(rig_->run([&](Work &work) { return drop_money_lease(work, order_no_, person("bob", 2)); }));
        QVERIFY(!take("bob", 2));
        must(rig_->run([&](Work &work) { return drop_money_lease(work, order_no_, person("alice", 1)); }));
        must(take("bob", 2));
        rig_->clock.advance(money_lease_lives);
        must(take("alice", 1));
    }

    void rights_hold_here_too()
    {
        must(note("olga", 1, Doing::Looking));
        QCOMPARE(note("wilma", 1, Doing::Looking).error().code, ErrorCode::OperatorNotPermitted);
        QCOMPARE(note("nobody", 1, Doing::Looking).error().code, ErrorCode::OperatorNotFound);
        QCOMPARE(take("olga", 1).error().code, ErrorCode::OperatorNotPermitted);
        const auto nameless = rig_->run(
            [&](Work &work) { return note_presence(work, "no number", Doing::Looking, person("alice", 1)); });
        QCOMPARE(nameless.error().code, ErrorCode::IdInvalid);
    }

    void nothing_of_it_is_audited()
    {
        const auto before = must(rig_->ledger().audit().chain_length());
        must(note("alice", 1, Doing::Looking));
        must(take("alice", 1));
        QCOMPARE(must(rig_->ledger().audit().chain_length()), before);
    }

    void a_holder_is_read_only_from_what_says_so()
    {
        QVERIFY(!lease_holder({ErrorCode::StoreConflict, "chen 2026-11-23T06:03:00.000Z"}));
        QVERIFY(!lease_holder({ErrorCode::LeaseHeld, "chen"}));
        QVERIFY(!lease_holder({ErrorCode::LeaseHeld, "chen at noon"}));
        const auto holder = lease_holder({ErrorCode::LeaseHeld, "chen 2026-11-23T06:03:00.000Z"});
        QVERIFY(holder && holder->login == an<OperatorName>("chen"));
        QCOMPARE(to_iso8601(holder->until), std::string("2026-11-23T06:03:00.000Z"));
    }

private:
    static DeskPerson person(const char *name, std::uint8_t desk)
    {
        std::array<std::uint8_t, 16> bytes{};
        bytes[15] = desk;
        return {an<OperatorName>(name), Uuid(bytes)};
    }
    Result<std::vector<Present>> note(const char *name, std::uint8_t desk, Doing doing)
    {
        return rig_->run([&](Work &work) { return note_presence(work, "T-1", doing, person(name, desk)); });
    }
    Result<MoneyLease> take(const char *name, std::uint8_t desk)
    {
        return rig_->run([&](Work &work) { return take_money_lease(work, order_no_, person(name, desk)); });
    }

    OrderNo order_no_ = an<OrderNo>("C20261123-0001");
    std::unique_ptr<EngineRig> rig_;
};

QTEST_GUILESS_MAIN(PresenceTest)
#include "presence_test.moc"
