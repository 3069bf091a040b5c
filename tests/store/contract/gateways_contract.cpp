// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/gateways_contract.h"

#include "tests/store/contract/goods_samples.h"

namespace aftercharge {

using namespace samples;

template<typename Work>
Result<void> GatewaysContract::write(Work work)
{
    return commit(store_->ledger(), work);
}

std::vector<Effect> GatewaysContract::lease(std::int64_t now, int limit)
{
    std::vector<Effect> leased;
    const auto done = write([&](UnitOfWork &u) {
        return u.outbox()
            .lease_for_gateways(at(now), "worker", at(now + 500), limit)
            .map([&](const std::vector<Effect> &effects) { leased = effects; });
    });
    return done ? leased : std::vector<Effect>{effect(999, EffectKind::PostRefund, to_line(done.error()))};
}

void GatewaysContract::add(std::initializer_list<Effect> effects)
{
    for (const Effect &effect : effects)
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.outbox().add(effect); }));
}

void GatewaysContract::refuses(std::initializer_list<const char *> statements)
{
    for (const char *sql : statements) {
        const auto refused = store_->raw_sql(QString::fromUtf8(sql));
        QVERIFY2(refused && refused->code == ErrorCode::StoreRule, sql);
    }
}

static bool same(const GatewayAccount &a, const GatewayAccount &b)
{
    return a.gateway == b.gateway && a.base_url == b.base_url && a.settings == b.settings && a.secrets == b.secrets &&
           a.changed_at == b.changed_at;
}

void GatewaysContract::keeps_accounts()
{
    GatewayAccount stripe{
        "STRIPE", "https://api.stripe.com", {}, {{"api_key", "sk_1"}, {"webhook_secret", "s\"2"}}, at()};
    const GatewayAccount easypost{
        "EASYPOST", "https://api.easypost.com", {{"currency", "USD"}}, {{"api_key", "e"}}, at(1)};
    for (const GatewayAccount &account : {stripe, easypost})
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.gateways().put_account(account); }));
    stripe.secrets = {{"api_key", "sk_2"}};
    stripe.changed_at = at(2);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.gateways().put_account(stripe); }));
    const auto accounts = ledger().reader().gateways().accounts().value();
    QCOMPARE(accounts.size(), std::size_t{2});
    QVERIFY(same(accounts[0], easypost) && same(accounts[1], stripe));
}

void GatewaysContract::never_names_a_secret()
{
    const GatewayAccount nameless{"", "https://x", {{"mchid", "m"}}, {{"api_key", "TOP-SECRET"}}, at()};
    const auto done = write([&](UnitOfWork &u) { return u.gateways().put_account(nameless); });
    EXPECT_ERROR(done, ErrorCode::StoreRule);
    QVERIFY(to_line(done.error()).find("TOP-SECRET") == std::string::npos);
}

void GatewaysContract::keeps_an_event_once()
{
    const GatewayEvent event{"STRIPE", "evt_1", at(), std::string("{\0\xff}", 4)};
    const auto add_event = [&](const GatewayEvent &e) {
        bool is_new = false;
        const auto done = write(
            [&](UnitOfWork &u) { return u.gateways().add_event(e).map([&](bool it) { is_new = it; }); });
        return done && is_new;
    };
    QVERIFY(add_event(event));
    QVERIFY(!add_event(event));
    GatewayEvent elsewhere = event;
    elsewhere.gateway = "EASYPOST";
    QVERIFY(add_event(elsewhere));
    store_->reopen();
    QVERIFY(!add_event(event));
    refuses({"UPDATE gateway_event SET raw = x'00'", "DELETE FROM gateway_event",
             "INSERT INTO gateway_event VALUES ('STRIPE', 'evt_1', 0, x'')"});
}

void GatewaysContract::keeps_a_discrepancy_once()
{
    const auto found = [&](const Discrepancy &d) {
        std::optional<bool> is_new;
        (void)write([&](UnitOfWork &u) { return u.gateways().add_discrepancy(d).map([&](bool it) { is_new = it; }); });
        return is_new;
    };
    const Discrepancy first = discrepancy(1, DiscrepancyKind::GatewayContradicts, "R1");
    QVERIFY(found(first) == true);
    QVERIFY(found(discrepancy(2, DiscrepancyKind::GatewayContradicts, "R1")) == false);
    QVERIFY(found(discrepancy(3, DiscrepancyKind::AmountDiffers, "R1")) == true);
    QVERIFY(found(discrepancy(4, DiscrepancyKind::GatewayContradicts, "R2")) == true);
    GatewayReader &gateways = ledger().reader().gateways();
    QVERIFY(gateways.discrepancy(first.id).value() == first);
    EXPECT_ERROR(gateways.discrepancy(uuid(2)), ErrorCode::DiscrepancyNotFound);
    QCOMPARE(gateways.open_discrepancies().value(), 3);
    refuses({"INSERT INTO discrepancy SELECT x'000000000000000000000000000000ff', kind, entity, entity_id, order_no, "
             "detail, found_at, NULL, '', '' FROM discrepancy LIMIT 1",
             "DELETE FROM discrepancy"});
    REQUIRE_OK(write([&](UnitOfWork &u) {
        return u.gateways().resolve_discrepancy(first.id, id<OperatorName>("wang"), "Stripe 客服确认", at(5));
    }));
    // Heard again after it was resolved: it is open again.
    QVERIFY(found(discrepancy(5, DiscrepancyKind::GatewayContradicts, "R1")) == true);
}

void GatewaysContract::resolves_a_discrepancy_once()
{
    Discrepancy mine = discrepancy(1, DiscrepancyKind::NotAtGateway, "R1");
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.gateways().add_discrepancy(mine).map([](bool) {}); }));
    const auto resolve = [&](const Uuid &id_, const char *by, const char *word) {
        return write(
            [&](UnitOfWork &u) { return u.gateways().resolve_discrepancy(id_, id<OperatorName>(by), word, at(5)); });
    };
    EXPECT_ERROR(resolve(mine.id, "wang", ""), ErrorCode::InputInvalid);
    EXPECT_ERROR(resolve(uuid(9), "wang", "x"), ErrorCode::DiscrepancyNotFound);
    refuses({"UPDATE discrepancy SET resolved_at = 1", "UPDATE discrepancy SET detail = 'x'"});
    REQUIRE_OK(resolve(mine.id, "wang", "已核对"));
    mine.resolved_at = at(5);
    mine.resolved_by = id<OperatorName>("wang");
    mine.resolution = "已核对";
    QVERIFY(ledger().reader().gateways().discrepancy(mine.id).value() == mine);
    EXPECT_ERROR(resolve(mine.id, "zhao", "x"), ErrorCode::StoreConflict);
    refuses({"UPDATE discrepancy SET resolution = 'x'", "UPDATE discrepancy SET resolved_at = NULL"});
}

void GatewaysContract::lists_open_discrepancies_first()
{
    for (int i = 1; i <= 4; ++i) {
        const Discrepancy d = discrepancy(i, DiscrepancyKind::NotAtGateway, "R" + std::to_string(i), i / 3);
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.gateways().add_discrepancy(d).map([](bool) {}); }));
    }
    REQUIRE_OK(write([&](UnitOfWork &u) {
        return u.gateways().resolve_discrepancy(uuid(4), id<OperatorName>("wang"), "x", at(9));
    }));
    const auto names = [&](bool resolved, int limit) {
        std::string text;
        const std::vector<Discrepancy> list = ledger().reader().gateways().discrepancies(resolved, limit).value();
        for (const Discrepancy &d : list)
            text += d.entity_id + " ";
        return text;
    };
    QCOMPARE(names(false, 10), std::string("R3 R2 R1 "));
    QCOMPARE(names(true, 10), std::string("R3 R2 R1 R4 "));
    QCOMPARE(names(true, 2), std::string("R3 R2 "));
}

void GatewaysContract::keeps_reconciliations()
{
    Reconciliation older{uuid(1), "2026-11-23", id<OperatorName>("wang"), at(), std::nullopt, 0, 0};
    const Reconciliation newer{uuid(2), "2026-11-24", id<OperatorName>("wang"), at(10), std::nullopt, 0, 0};
    for (const Reconciliation &run : {older, newer})
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.gateways().put_reconciliation(run); }));
    ReconciledRefund same_everywhere{id<RefundNo>("R2"),
                                     RefundStatus::Success,
                                     yuan("3.00"),
                                     yuan("3.00"),
                                     true,
                                     "succeeded",
                                     yuan("3.00"),
                                     true,
                                     ""};
    ReconciledRefund lost{id<RefundNo>("R1"), RefundStatus::Pending, yuan("5.00"), yuan("0.00"),    false,
                          "NOT_FOUND",        std::nullopt,          false,        "网关没有此退款"};
    older.finished_at = at(5);
    older.refunds = 2;
    older.differing = 1;
    REQUIRE_OK(write([&](UnitOfWork &u) {
        return u.gateways()
            .add_reconciled(older.id, {same_everywhere})
            .and_then([&] { return u.gateways().add_reconciled(older.id, {lost}); })
            .and_then([&] { return u.gateways().put_reconciliation(older); });
    }));
    GatewayReader &gateways = ledger().reader().gateways();
    QVERIFY((gateways.reconciliations(10).value() == std::vector{newer, older}));
    QVERIFY((gateways.reconciliations(1).value() == std::vector{newer}));
    QVERIFY((gateways.reconciled(older.id).value() == std::vector{same_everywhere, lost}));
    QVERIFY(gateways.reconciled(newer.id).value().empty());
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.gateways().put_reconciliation(older); }), ErrorCode::StoreRule);
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.gateways().add_reconciled(uuid(9), {lost}); }),
                 ErrorCode::StoreRule);
    refuses({"DELETE FROM reconciliation", "UPDATE reconciled_refund SET agrees = 1", "DELETE FROM reconciled_refund"});
}

void GatewaysContract::leases_only_what_is_for_gateways()
{
    add({effect(1, EffectKind::PostRefund, "R1"), effect(2, EffectKind::ChargePointCommand, "c"),
         effect(3, EffectKind::AskRefund, "R2", 20), effect(4, EffectKind::Reconcile, "x", 10),
         effect(5, EffectKind::TrackParcel, "S1", 30)});
    QVERIFY(lease(9).empty());
    const std::vector<Effect> first = lease(30, 2);
    QCOMPARE(first.size(), std::size_t{2});
    QVERIFY(first[0].id == uuid(4) && first[1].id == uuid(3));  // oldest due first
    QCOMPARE(first[0].attempts, 1);
    const std::vector<Effect> second = lease(30, 2);
    QCOMPARE(second.size(), std::size_t{1});
    QVERIFY(second[0].id == uuid(5));
    OutboxReader &outbox = ledger().reader().outbox();
    QVERIFY(outbox.find(EffectKind::AskRefund, "R2").value()->id == uuid(3));
    QVERIFY(!outbox.find(EffectKind::SendRefund, "R2").value().has_value());
}

void GatewaysContract::notes_what_was_sent()
{
    add({effect(1, EffectKind::SendRefund, "R1"), effect(2, EffectKind::AskRefund, "R2")});
    const std::vector<Effect> leased = lease(100);
    QCOMPARE(leased.size(), std::size_t{2});
    QVERIFY(leased[0].sent_at == at(100));  // committed with the lease, before a byte leaves
    QVERIFY(!leased[1].sent_at);            // a question acts on nothing
    QVERIFY(ledger().reader().outbox().find(uuid(1)).value()->sent_at == at(100));
    QVERIFY(lease(599).empty());
    // The worker died: it comes back as one that was sent.
    const std::vector<Effect> again = lease(600);
    QCOMPARE(again.size(), std::size_t{2});
    QVERIFY(again[0].sent_at == at(100) && again[0].attempts == 2);
    REQUIRE_OK(write([](UnitOfWork &u) { return u.outbox().failed(uuid(1), "no answer", at(2000)); }));
    const std::vector<Effect> third = lease(2000);
    QCOMPARE(third.size(), std::size_t{2});
    QVERIFY(third[1].id == uuid(1) && third[1].sent_at == at(100));  // failed is not "never left"
}

void GatewaysContract::leases_one_row_a_subject()
{
    add({effect(1, EffectKind::SubmitEvidence, "K1.2", 1), effect(2, EffectKind::AskClaim, "K1", 2),
         effect(3, EffectKind::SubmitEvidence, "K1.3", 3), effect(4, EffectKind::AskClaim, "K10", 4)});
    const std::vector<Effect> first = lease(10);
    QCOMPARE(first.size(), std::size_t{2});
    QVERIFY(first[0].id == uuid(1) && first[1].id == uuid(4));
    QVERIFY(lease(20).empty());  // somebody works on K1
    REQUIRE_OK(write([](UnitOfWork &u) { return u.outbox().done(uuid(1), at(21), ""); }));
    const std::vector<Effect> second = lease(22);
    QCOMPARE(second.size(), std::size_t{1});
    QVERIFY(second[0].id == uuid(2));
}

void GatewaysContract::takes_back_what_never_left()
{
    add({effect(1, EffectKind::BuyLabel, "S1")});
    QCOMPARE(lease(100).size(), std::size_t{1});
    REQUIRE_OK(write([](UnitOfWork &u) { return u.outbox().not_sent(uuid(1), "refused", at(1000)); }));
    const auto row = ledger().reader().outbox().find(uuid(1)).value();
    QVERIFY(row && !row->sent_at && row->attempts == 1 && row->last_error == "refused" && row->due_at == at(1000));
    QVERIFY(lease(999).empty());
    const std::vector<Effect> again = lease(1000);
    QCOMPARE(again.size(), std::size_t{1});
    QVERIFY(again[0].sent_at == at(1000) && again[0].attempts == 2);
    REQUIRE_OK(write([](UnitOfWork &u) { return u.outbox().done(uuid(1), at(1001), ""); }));
    EXPECT_ERROR(write([](UnitOfWork &u) { return u.outbox().not_sent(uuid(1), "x", at(2000)); }),
                 ErrorCode::StoreConflict);
}

void GatewaysContract::arms_a_row_again()
{
    const auto arm = [&](const Effect &effect) {
        return write([&](UnitOfWork &u) { return u.outbox().add_or_rearm(effect); });
    };
    REQUIRE_OK(arm(effect(1, EffectKind::SendRefund, "R1")));
    QCOMPARE(lease(100).size(), std::size_t{1});
    Effect next = effect(2, EffectKind::SendRefund, "R1", 1000);
    next.payload = "again";
    EXPECT_ERROR(arm(next), ErrorCode::StoreConflict);  // nobody heard yet what became of it
    REQUIRE_OK(write([](UnitOfWork &u) { return u.outbox().done(uuid(1), at(101), "no answer"); }));
    QVERIFY(lease(5000).empty());
    REQUIRE_OK(arm(next));
    const auto row = ledger().reader().outbox().find(EffectKind::SendRefund, "R1").value();
    QVERIFY(row && row->id == uuid(1) && !row->sent_at && !row->done_at && row->attempts == 0);
    QVERIFY(row->payload == "again" && row->last_error.empty() && row->due_at == at(1000));
    QVERIFY(lease(999).empty());
    QVERIFY(lease(1000)[0].sent_at == at(1000));
    // A question in flight keeps its lease.
    REQUIRE_OK(arm(effect(3, EffectKind::AskRefund, "R2")));
    QCOMPARE(lease(1100).size(), std::size_t{1});
    REQUIRE_OK(arm(effect(4, EffectKind::AskRefund, "R2", 1200)));
    QVERIFY(lease(1300).empty());
    REQUIRE_OK(write([](UnitOfWork &u) { return u.outbox().failed(uuid(3), "pending", at(1300)); }));
    QCOMPARE(lease(1300).size(), std::size_t{1});
}

void GatewaysContract::knows_when_the_next_is_due()
{
    OutboxReader &outbox = ledger().reader().outbox();
    QVERIFY(!outbox.next_for_gateways().value().has_value());
    add({effect(1, EffectKind::PostRefund, "R1", 1), effect(2, EffectKind::AskRefund, "R1", 900),
         effect(3, EffectKind::AskClaim, "K1", 700)});
    QVERIFY(outbox.next_for_gateways().value() == at(700));
    QCOMPARE(lease(700).size(), std::size_t{1});
    QVERIFY(outbox.next_for_gateways().value() == at(900));
    REQUIRE_OK(write([](UnitOfWork &u) { return u.outbox().done(uuid(2), at(701), ""); }));
    QVERIFY(outbox.next_for_gateways().value() == at(1200));  // when the lease runs out
}

}  // namespace aftercharge
