// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/orders_contract.h"

#include <set>

#include "tests/store/contract/samples.h"

namespace aftercharge {

using namespace samples;

Result<void> OrdersContract::insert(const ChargingOrder &order)
{
    return commit(ledger(), [&](UnitOfWork &unit) { return unit.orders().insert(order); });
}

void OrdersContract::stores_an_order_whole()
{
    ChargingOrder full = settled_order("C20261123-0001", "20.00", "1.50");
    full.transaction_id = 77;
    full.connection = Connection::Offline;
    full.offline_since = at(1);
    full.returned = yuan("30.00");
    full.refunded = yuan("2.00");
    full.stop_requested_at = at(2);
    REQUIRE_OK(insert(full));
    QVERIFY(ledger().reader().orders().find(full.order_no).value() == full);
    ChargingOrder bare = order("C20261123-0002");
    REQUIRE_OK(insert(bare));
    QVERIFY(ledger().reader().orders().find(bare.order_no).value() == bare);
    EXPECT_ERROR(ledger().reader().orders().find(id<OrderNo>("C0")), ErrorCode::OrderNotFound);
    EXPECT_ERROR(insert(bare), ErrorCode::StoreRule);
}

void OrdersContract::finds_orders()
{
    ChargingOrder running = order("C2", 2000);
    running.transaction_id = 5;
    ChargingOrder created = order("C1", 1000);
    created.state = OrderState::Created;
    created.connector.connector_id = 2;
    ChargingOrder owing = settled_order("C3", "20.00", "5.00");
    owing.state = OrderState::Settle;
    for (const ChargingOrder &o : {running, created, owing})
        REQUIRE_OK(insert(o));
    OrderReader &orders = ledger().reader().orders();
    QVERIFY((orders.running().value() == std::vector{created, running}));
    QVERIFY(orders.running_on(running.connector).value() == running);
    QVERIFY(!orders.running_on({id<ChargePointId>("CP-9"), 1}).value().has_value());
    QVERIFY(orders.find_by_transaction(running.connector.charge_point_id, 5).value() == running);
    QVERIFY(!orders.find_by_transaction(running.connector.charge_point_id, 0).value().has_value());
    QVERIFY(orders.find_start(running.connector, running.id_tag, running.started_at).value() == running);
    QVERIFY(!orders.find_start(running.connector, running.id_tag, at(2001)).value().has_value());
    QVERIFY((orders.owed_by(owing.member_id).value() == std::vector{owing}));
    QCOMPARE(ledger().reader().accounts().member_balance(owing.member_id).value().owed, yuan("5.00"));
    ChargingOrder same_transaction = order("C4");
    same_transaction.transaction_id = 5;
    EXPECT_ERROR(insert(same_transaction), ErrorCode::StoreRule);
}

void OrdersContract::refuses_an_old_version()
{
    ChargingOrder mine = order("C1");
    REQUIRE_OK(insert(mine));
    ChargingOrder theirs = mine;
    mine.energy = EnergyWh(500);
    REQUIRE_OK(commit(ledger(), [&](UnitOfWork &unit) { return unit.orders().update(mine); }));
    QCOMPARE(mine.version, 1);
    EXPECT_ERROR(commit(ledger(), [&](UnitOfWork &unit) { return unit.orders().update(theirs); }),
                 ErrorCode::StoreConflict);
    QCOMPARE(theirs.version, 0);
    QVERIFY(ledger().reader().orders().find(mine.order_no).value() == mine);
    ChargingOrder unknown = order("C9");
    EXPECT_ERROR(commit(ledger(), [&](UnitOfWork &unit) { return unit.orders().update(unknown); }),
                 ErrorCode::OrderNotFound);
}

void OrdersContract::refuses_amounts_that_cannot_be()
{
    REQUIRE_OK(insert(settled_order("C1", "20.00", "5.00")));
    for (const char *change : {"refunded_minor = 1501", "owed_minor = 2001", "owed_minor = -1", "fee_minor = -1",
                               "refunded_minor = 1, owed_minor = 2000"}) {
        const auto refused = store_->raw_sql(QStringLiteral("UPDATE charging_order SET ") +
                                             QString::fromLatin1(change));
        QVERIFY2(refused && refused->code == ErrorCode::StoreRule, change);
    }
    QVERIFY(!store_->raw_sql(QStringLiteral("UPDATE charging_order SET refunded_minor = 1500")).has_value());
    QVERIFY(store_->raw_sql(QStringLiteral("DELETE FROM charging_order")).has_value());
}

void OrdersContract::numbers_orders_by_the_networks_day()
{
    auto unit = ledger().begin();
    REQUIRE_OK(unit);
    QCOMPARE((*unit)->orders().next_order_no(at()).value().text(), std::string("C20261123-0001"));
    QCOMPARE((*unit)->orders().next_order_no(at()).value().text(), std::string("C20261123-0002"));
    // 16:00 UTC is the next day in Shanghai.
    QCOMPARE((*unit)->orders().next_order_no(at(6 * 3'600'000)).value().text(), std::string("C20261124-0001"));
    QCOMPARE((*unit)->refunds().next_refund_no(at()).value().text(), std::string("R20261123-0001"));
    const auto ticket_no = (*unit)->tickets().next_ticket_no();
    QVERIFY(ticket_no.value() != (*unit)->tickets().next_ticket_no().value());
}

void OrdersContract::never_gives_a_number_twice()
{
    std::set<std::string> numbers;
    for (int i = 0; i < 20; ++i) {
        LedgerStore &store = i % 2 ? ledger() : store_->second_ledger();
        REQUIRE_OK(commit(store, [&](UnitOfWork &unit) {
            return unit.orders().next_order_no(at()).map([&](const OrderNo &number) { numbers.insert(number.text()); });
        }));
    }
    QCOMPARE(numbers.size(), std::size_t{20});
    QVERIFY(store_->raw_sql(QStringLiteral("UPDATE number_series SET last = 1")).has_value());
}

void OrdersContract::keeps_the_log_in_order()
{
    REQUIRE_OK(insert(order("C1")));
    std::vector<OrderLogEntry> entries;
    for (int i = 0; i < 5; ++i) {
        entries.push_back({id<OrderNo>("C1"),
                           at(),
                           OrderState::Created,
                           OrderState::Charging,
                           "CHARGING_STARTED",
                           {Source::ChargePoint, "CP-1"},
                           "第" + std::to_string(i)});
        REQUIRE_OK(commit(ledger(), [&](UnitOfWork &unit) { return unit.orders().append_log(entries.back()); }));
    }
    QVERIFY(ledger().reader().orders().log(id<OrderNo>("C1")).value() == entries);
    QVERIFY(store_->raw_sql(QStringLiteral("UPDATE order_status_log SET note = ''")).has_value());
    QVERIFY(store_->raw_sql(QStringLiteral("DELETE FROM order_status_log")).has_value());
}

void OrdersContract::replaces_deciding_readings()
{
    REQUIRE_OK(insert(order("C1")));
    Reading bare;
    bare.at = at(3000);
    bare.flags = ReadingFlag::Replayed | ReadingFlag::AfterStop;
    const std::vector<std::vector<Reading>> sets{{reading(1000, 10), reading(2000, 20)}, {reading(1000, 10), bare}, {}};
    for (const auto &set : sets) {
        REQUIRE_OK(commit(
            ledger(), [&](UnitOfWork &unit) { return unit.orders().put_deciding_readings(id<OrderNo>("C1"), set); }));
        QVERIFY(ledger().reader().orders().deciding_readings(id<OrderNo>("C1")).value() == set);
    }
    QVERIFY(ledger().reader().audit().verify({}).value().intact);
}

void OrdersContract::keeps_orphans()
{
    const OrphanReport first{uuid(1), {id<ChargePointId>("CP-1"), 1}, at(1), 99, "unknown transaction", "[2,\"a\"]"};
    const OrphanReport second{uuid(2), {id<ChargePointId>("CP-1"), 0}, at(2), 0, "", std::string("\xff\0x", 3)};
    for (const OrphanReport &report : {first, second})
        REQUIRE_OK(commit(ledger(), [&](UnitOfWork &unit) { return unit.orders().add_orphan(report); }));
    QVERIFY((ledger().reader().orders().orphans(10).value() == std::vector{second, first}));
    QCOMPARE(ledger().reader().orders().orphan_count().value(), 2);
}

void OrdersContract::pages_over_ties()
{
    REQUIRE_OK(commit(ledger(), [](UnitOfWork &unit) -> Result<void> {
        for (int i = 0; i < 25; ++i) {
            ChargingOrder o = settled_order("C" + std::to_string(100 + i), i % 3 ? "1.00" : "2.00", "0.00");
            o.started_at = at(i / 10);  // ten orders an instant
            if (auto done = unit.orders().insert(o); !done)
                return done;
        }
        return {};
    }));
    using Sort = OrderQuery::Sort;
    for (const Sort sort : {Sort::StartedAt, Sort::Number, Sort::Fee}) {
        for (const bool descending : {true, false}) {
            OrderQuery query;
            query.sort = sort;
            query.page = {{}, 7, descending};
            std::vector<std::string> seen;
            std::size_t pages = 0;
            do {
                const auto page = ledger().reader().orders().page(query);
                REQUIRE_OK(page);
                for (const ChargingOrder &o : page->rows)
                    seen.push_back(o.order_no.text());
                query.page.after = page->next;
                ++pages;
            } while (!query.page.after.empty() && pages < 10);
            QCOMPARE(pages, std::size_t{4});
            QCOMPARE(seen.size(), std::size_t{25});
            QCOMPARE(std::set(seen.begin(), seen.end()).size(), std::size_t{25});
            if (sort != Sort::Fee)
                QCOMPARE(seen.front(), std::string(descending ? "C124" : "C100"));
        }
    }
    OrderQuery broken;
    broken.page.after = "no cursor";
    EXPECT_ERROR(ledger().reader().orders().page(broken), ErrorCode::InputInvalid);
}

void OrdersContract::filters_pages()
{
    ChargingOrder other = order("C2");
    other.member_id = id<MemberId>("M_2%");
    other.connector.charge_point_id = id<ChargePointId>("CP-Two");
    REQUIRE_OK(insert(settled_order("C1", "1.00", "0.00")));
    REQUIRE_OK(insert(other));
    const auto count = [&](const OrderQuery &query) {
        return ledger().reader().orders().page(query).value().rows.size();
    };
    QCOMPARE(count({}), std::size_t{2});
    QCOMPARE(count(with<OrderQuery>([&](OrderQuery &q) { q.state = OrderState::Payed; })), std::size_t{1});
    QCOMPARE(count(with<OrderQuery>([&](OrderQuery &q) { q.member_id = other.member_id; })), std::size_t{1});
    QCOMPARE(count(with<OrderQuery>([&](OrderQuery &q) { q.charge_point_id = other.connector.charge_point_id; })),
             std::size_t{1});
    for (const char *text : {"cp-two", "C2", "m_2%", "_2%"})
        QCOMPARE(count(with<OrderQuery>([&](OrderQuery &q) { q.text = text; })), std::size_t{1});
    QCOMPARE(count(with<OrderQuery>([&](OrderQuery &q) { q.text = "CARD-1"; })), std::size_t{2});
    QCOMPARE(count(with<OrderQuery>([&](OrderQuery &q) { q.text = "%"; })), std::size_t{1});
    QCOMPARE(count(with<OrderQuery>([&](OrderQuery &q) { q.text = "'; DROP"; })), std::size_t{0});
}

}  // namespace aftercharge
