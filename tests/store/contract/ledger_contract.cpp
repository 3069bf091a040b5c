// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/ledger_contract.h"

#include "tests/store/contract/samples.h"

namespace aftercharge {

using namespace samples;

namespace {

const AccountId revenue = AccountId::platform(AccountKind::Revenue);

AccountId available()
{
    return AccountId::available(id<MemberId>("M-1"));
}

AccountId frozen()
{
    return AccountId::frozen(id<MemberId>("M-1"));
}

Result<void> post(LedgerStore &store, const Transfer &transfer)
{
    return commit(store, [&](UnitOfWork &unit) { return unit.accounts().post(transfer); });
}

}  // namespace

void LedgerContract::posts_once_and_sums_to_zero()
{
    auto unit = ledger().begin();
    REQUIRE_OK(unit);
    QCOMPARE((*unit)->accounts().post(top_up(1, "M-1", "100.00", "PAY-1")).value(), PostOutcome::Posted);
    QCOMPARE((*unit)->accounts().post(transfer(2, available(), frozen(), "50.00", "C1")).value(), PostOutcome::Posted);
    Transfer again = top_up(1, "M-1", "100.00", "PAY-1");
    again.at = at(99'999);
    again.actor.name = "somebody else";
    QCOMPARE((*unit)->accounts().post(again).value(), PostOutcome::Exists);
    REQUIRE_OK((*unit)->commit());
    AccountReader &accounts = ledger().reader().accounts();
    QCOMPARE(accounts.balance(available()).value(), yuan("50.00"));
    QCOMPARE(accounts.balance(frozen()).value(), yuan("50.00"));
    QCOMPARE(accounts.balance(AccountId::platform(AccountKind::GatewayClearing)).value(), yuan("-100.00"));
    QCOMPARE(accounts.balance(revenue).value(), yuan("0.00"));
    QCOMPARE(accounts.sum_of_all().value(), yuan("0.00"));
    QCOMPARE(accounts.member_balance(id<MemberId>("M-1")).value(),
             (MemberBalance{yuan("50.00"), yuan("50.00"), yuan("0.00")}));
}

void LedgerContract::refuses_the_same_id_with_other_content()
{
    REQUIRE_OK(post(ledger(), top_up(1, "M-1", "100.00", "PAY-1")));
    EXPECT_ERROR(post(ledger(), top_up(1, "M-1", "100.01", "PAY-1")), ErrorCode::LedgerTransferDiffers);
    EXPECT_ERROR(post(ledger(), top_up(1, "M-2", "100.00", "PAY-1")), ErrorCode::LedgerTransferDiffers);
    EXPECT_ERROR(post(ledger(), top_up(1, "M-1", "100.00", "PAY-2")), ErrorCode::LedgerTransferDiffers);
    QCOMPARE(ledger().reader().accounts().balance(available()).value(), yuan("100.00"));
}

void LedgerContract::refuses_an_overdraft()
{
    REQUIRE_OK(post(ledger(), top_up(1, "M-1", "10.00", "PAY-1")));
    EXPECT_ERROR(post(ledger(), transfer(2, available(), frozen(), "10.01", "C1")), ErrorCode::LedgerInsufficient);
    EXPECT_ERROR(post(ledger(), transfer(3, frozen(), revenue, "0.01", "C1")), ErrorCode::LedgerInsufficient);
    const auto raw = store_->raw_sql(QStringLiteral("UPDATE account SET balance_minor = -1 WHERE kind = 'available'"));
    QVERIFY(raw.has_value());
    QCOMPARE(raw->code, ErrorCode::StoreRule);
    REQUIRE_OK(post(ledger(), transfer(4, revenue, available(), "5.00", "R1")));
    QCOMPARE(ledger().reader().accounts().balance(revenue).value(), yuan("-5.00"));
}

void LedgerContract::refuses_what_is_no_transfer()
{
    EXPECT_ERROR(post(ledger(), top_up(1, "M-1", "0.00", "PAY-1")), ErrorCode::MoneyNotPositive);
    EXPECT_ERROR(post(ledger(), top_up(1, "M-1", "-1.00", "PAY-1")), ErrorCode::MoneyNotPositive);
    EXPECT_ERROR(post(ledger(), transfer(1, revenue, revenue, "1.00", "X")), ErrorCode::InputInvalid);
    EXPECT_ERROR(post(ledger(), transfer(1, revenue, AccountId::available({}), "1.00", "X")), ErrorCode::InputInvalid);
    Transfer foreign = top_up(1, "M-1", "1.00", "PAY-1");
    foreign.amount = Money::from_text("1.00", Currency::from_code("EUR").value()).value();
    EXPECT_ERROR(post(ledger(), foreign), ErrorCode::MoneyCurrencyMismatch);
    QCOMPARE(ledger().reader().accounts().sum_of_all().value(), yuan("0.00"));
}

void LedgerContract::lists_transfers_in_order()
{
    std::vector<Transfer> posted;
    for (int number : {7, 3, 5}) {
        Transfer t = top_up(number, "M-1", "1.00", "C20261123-0001");
        t.at = at();  // one instant: only the order of posting tells them apart
        if (!posted.empty())
            t.corrects = posted.front().transfer_id;
        posted.push_back(t);
        REQUIRE_OK(post(ledger(), t));
    }
    REQUIRE_OK(post(ledger(), top_up(8, "M-2", "1.00", "other")));
    QCOMPARE(ledger().reader().accounts().transfers("C20261123-0001").value(), posted);
    QCOMPARE(ledger().reader().accounts().transfers_of(id<MemberId>("M-1"), 10).value().size(), std::size_t{3});
    QCOMPARE(ledger().reader().accounts().transfers_of(id<MemberId>("M-1"), 2).value().size(), std::size_t{2});
    QCOMPARE(ledger().reader().accounts().transfers("nothing").value().size(), std::size_t{0});
}

void LedgerContract::never_changes_what_was_posted()
{
    REQUIRE_OK(commit(ledger(), [](UnitOfWork &unit) {
        return unit.accounts().post(top_up(1, "M-1", "10.00", "PAY-1")).and_then([&](PostOutcome) {
            return unit.audit().append({at(), {Source::Admin, "li"}, "account.top_up", "member", "M-1", "10.00"});
        });
    }));
    for (const char *sql : {"UPDATE ledger_transfer SET amount_minor = 1", "DELETE FROM ledger_transfer",
                            "UPDATE audit_log SET actor_name = 'wang'", "DELETE FROM audit_log",
                            "UPDATE chain SET row_key = ''", "DELETE FROM chain"}) {
        const auto refused = store_->raw_sql(QString::fromLatin1(sql));
        QVERIFY2(refused.has_value(), sql);
        QVERIFY2(refused->code == ErrorCode::StoreRule && refused->detail.find("never") != std::string::npos,
                 to_line(*refused).c_str());
    }
    QCOMPARE(ledger().reader().accounts().transfers("PAY-1").value().front().amount, yuan("10.00"));
}

void LedgerContract::leaves_nothing_without_commit()
{
    {
        auto unit = ledger().begin();
        REQUIRE_OK(unit);
        REQUIRE_OK((*unit)->accounts().post(top_up(1, "M-1", "10.00", "PAY-1")));
        QCOMPARE((*unit)->accounts().balance(available()).value(), yuan("10.00"));
    }
    QCOMPARE(ledger().reader().accounts().balance(available()).value(), yuan("0.00"));
    QCOMPARE(ledger().reader().audit().chain_length().value(), 0);
    REQUIRE_OK(post(ledger(), top_up(1, "M-1", "10.00", "PAY-1")));
}

void LedgerContract::commits_nothing_after_a_failed_write()
{
    auto unit = ledger().begin();
    REQUIRE_OK(unit);
    REQUIRE_OK((*unit)->accounts().post(top_up(1, "M-1", "10.00", "PAY-1")));
    // No such order: the store's own rule refuses it, at the latest with the commit.
    (void)(*unit)->orders().append_log(
        {id<OrderNo>("C1"), at(), OrderState::Created, OrderState::Charging, "CHARGING_STARTED", {}, ""});
    EXPECT_ERROR((*unit)->commit(), ErrorCode::StoreRule);
    QCOMPARE(ledger().reader().accounts().balance(available()).value(), yuan("0.00"));
    QCOMPARE(ledger().reader().audit().chain_length().value(), 0);
}

void LedgerContract::refuses_writes_after_commit()
{
    auto unit = ledger().begin();
    REQUIRE_OK(unit);
    REQUIRE_OK((*unit)->accounts().post(top_up(1, "M-1", "10.00", "PAY-1")));
    REQUIRE_OK((*unit)->commit());
    EXPECT_ERROR((*unit)->accounts().post(top_up(2, "M-1", "10.00", "PAY-2")), ErrorCode::Internal);
    EXPECT_ERROR((*unit)->commit(), ErrorCode::Internal);
    QCOMPARE(ledger().reader().accounts().balance(available()).value(), yuan("10.00"));
}

void LedgerContract::refuses_two_units_at_once()
{
    auto unit = ledger().begin();
    REQUIRE_OK(unit);
    EXPECT_ERROR(ledger().begin(), ErrorCode::StoreInUse);
    if (!store_->has_many_writers())
        EXPECT_ERROR(store_->second_ledger().begin(), ErrorCode::StoreInUse);
    unit->reset();
    REQUIRE_OK(store_->second_ledger().begin());
}

void LedgerContract::sees_the_commits_of_another_process()
{
    auto reader = ledger().open_reader();
    REQUIRE_OK(reader);
    const std::int64_t before = (*reader)->data_version().value();
    QCOMPARE((*reader)->data_version().value(), before);
    REQUIRE_OK(post(store_->second_ledger(), top_up(1, "M-1", "10.00", "PAY-1")));
    QVERIFY((*reader)->data_version().value() != before);
    QCOMPARE((*reader)->accounts().balance(available()).value(), yuan("10.00"));
    QCOMPARE(ledger().reader().accounts().balance(available()).value(), yuan("10.00"));
    REQUIRE_OK(post(ledger(), transfer(2, available(), frozen(), "4.00", "C1")));
    QCOMPARE(store_->second_ledger().reader().accounts().balance(frozen()).value(), yuan("4.00"));
}

void LedgerContract::keeps_everything_over_a_reopen()
{
    const Transfer posted = top_up(1, "M-1", "10.00", "付款 1");
    REQUIRE_OK(post(ledger(), posted));
    store_->reopen();
    QCOMPARE(ledger().reader().accounts().transfers("付款 1").value(), std::vector{posted});
    QCOMPARE(ledger().reader().registry().network().value().currency, cny());
}

}  // namespace aftercharge
