// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_accounts.h"

#include <utility>

#include "models/store/sql/chained_rows.h"
#include "models/store/sql/query.h"

namespace aftercharge {
namespace {

bool is_member_account(AccountKind kind)
{
    return kind == AccountKind::MemberAvailable || kind == AccountKind::MemberFrozen;
}

std::string name_of(const AccountId &account)
{
    return std::string(to_text(account.kind)) + (account.member.is_empty() ? "" : " of " + account.member.text());
}

bool same_movement(Transfer stored, const Transfer &asked)
{
    stored.at = asked.at;
    stored.actor = asked.actor;
    return stored == asked;
}

QString select_transfers(const QString &rest)
{
    return QStringLiteral("SELECT ") + columns_of(static_cast<const Transfer *>(nullptr)) +
           QStringLiteral(" FROM ledger_transfer ") + rest;
}

}  // namespace

Result<Money> SqlAccounts::as_money(const Result<std::int64_t> &minor) const
{
    if (!minor)
        return tl::unexpected(minor.error());
    return Money::from_minor(*minor, context_.network.currency);
}

Result<Money> SqlAccounts::balance(const AccountId &account)
{
    if (!is_member_account(account.kind)) {
        if (const auto flushed = flush(); !flushed)
            return tl::unexpected(flushed.error());
    }
    Query query(context_.database,
                QStringLiteral("SELECT SUM(balance_minor) FROM account WHERE kind = ? AND member_id = ?"));
    return as_money(number(query.bind(account.kind, account.member)));
}

Result<MemberBalance> SqlAccounts::member_balance(const MemberId &member)
{
    const auto available = balance(AccountId::available(member));
    const auto frozen = balance(AccountId::frozen(member));
    Query query(context_.database,
                QStringLiteral("SELECT SUM(owed_minor) FROM charging_order WHERE member_id = ? AND owed_minor > 0"));
    const auto owed = as_money(number(query.bind(member)));
    for (const auto *part : {&available, &frozen, &owed}) {
        if (!*part)
            return tl::unexpected(part->error());
    }
    return MemberBalance{*available, *frozen, *owed};
}

Result<Money> SqlAccounts::sum_of_all()
{
    if (const auto flushed = flush(); !flushed)
        return tl::unexpected(flushed.error());
    Query query(context_.database, QStringLiteral("SELECT SUM(balance_minor) FROM account"));
    return as_money(number(query));
}

Result<std::vector<Transfer>> SqlAccounts::transfers(std::string_view reference)
{
    if (const auto flushed = context_.chain.flush_rows_of("ledger_transfer"); !flushed)
        return tl::unexpected(flushed.error());
    // One reference is one chain, whose numbers are the order of posting.
    Query query(context_.database, select_transfers(QStringLiteral("WHERE reference = ? ORDER BY chain_seq")));
    return all<Transfer>(query.bind(reference));
}

Result<std::vector<Transfer>> SqlAccounts::transfers_of(const MemberId &member, int limit)
{
    if (const auto flushed = context_.chain.flush_rows_of("ledger_transfer"); !flushed)
        return tl::unexpected(flushed.error());
    Query query(context_.database,
                select_transfers(QStringLiteral("WHERE debit_member = ? OR credit_member = ? "
                                                "ORDER BY at DESC, chain_no, chain_seq DESC LIMIT ?")));
    return all<Transfer>(query.bind(member, member, limit));
}

Result<std::optional<Transfer>> SqlAccounts::find(const Uuid &transfer_id)
{
    if (context_.chain.is_pending("ledger_transfer", transfer_id.to_text())) {
        if (const auto flushed = context_.chain.flush_rows_of("ledger_transfer"); !flushed)
            return tl::unexpected(flushed.error());
    }
    Query query(context_.database, select_transfers(QStringLiteral("WHERE transfer_id = ?")));
    return first<Transfer>(query.bind(transfer_id));
}

Result<void> SqlAccounts::check(const Transfer &transfer) const
{
    if (!transfer.amount.is_positive())
        return fail(ErrorCode::MoneyNotPositive, transfer.amount.to_text());
    if (transfer.amount.currency() != context_.network.currency)
        return fail(ErrorCode::MoneyCurrencyMismatch, std::string(transfer.amount.currency().code()));
    if (transfer.debit == transfer.credit)
        return fail(ErrorCode::InputInvalid, "from " + name_of(transfer.debit) + " to itself");
    for (const AccountId *account : {&transfer.debit, &transfer.credit}) {
        if (is_member_account(account->kind) == account->member.is_empty())
            return fail(ErrorCode::InputInvalid, "not an account: " + name_of(*account));
    }
    return {};
}

// What a member has lies in one row, which the table's check keeps from falling below 0; the
// network's own accounts are spread like the chains, so that not every decision waits for the one
// before.
Result<void> SqlAccounts::move(const AccountId &account, int chain_no, const Money &change)
{
    if (is_member_account(account.kind))
        return add_to(account, 0, change.minor());
    std::int64_t &pending = pending_[{account.kind, chain_no}];
    if (__builtin_add_overflow(pending, change.minor(), &pending))
        return fail(ErrorCode::MoneyOverflow, name_of(account));
    return {};
}

// The change, not the new balance: others may move the same account at the same time. Or open it:
// then theirs is there now.
Result<void> SqlAccounts::add_to(const AccountId &account, int slice, std::int64_t minor)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        Query update(context_.database,
                     QStringLiteral("UPDATE account SET balance_minor = balance_minor + ? WHERE kind "
                                    "= ? AND member_id = ? AND slice = ?"));
        const Result<int> moved = update.bind(minor, account.kind, account.member, slice).run();
        if (!moved || *moved == 1)
            return moved ? Result<void>() : tl::unexpected(moved.error());
        Query open(context_.database, insert_sql(QStringLiteral("account"),
                                                 QStringLiteral("kind, member_id, slice, currency, balance_minor")) +
                                          context_.database.dialect().or_nothing());
        const Result<int> opened =
            open.bind(account.kind, account.member, slice, context_.network.currency, minor).run();
        if (!opened || *opened == 1)
            return opened ? Result<void>() : tl::unexpected(opened.error());
    }
    return fail(ErrorCode::StoreRetry, name_of(account));
}

Result<void> SqlAccounts::flush()
{
    const auto pending = std::exchange(pending_, {});
    for (const auto &[place, minor] : pending) {
        if (const auto moved = add_to(AccountId::platform(place.first), place.second, minor); !moved)
            return moved;
    }
    return {};
}

Result<PostOutcome> SqlAccounts::post(const Transfer &transfer)
{
    if (const auto checked = check(transfer); !checked)
        return tl::unexpected(checked.error());
    const auto stored = find(transfer.transfer_id);
    if (!stored)
        return tl::unexpected(stored.error());
    if (*stored) {
        if (same_movement(**stored, transfer))
            return PostOutcome::Exists;
        return fail(ErrorCode::LedgerTransferDiffers, transfer.transfer_id.to_text());
    }
    if (is_member_account(transfer.debit.kind)) {
        const auto before = balance(transfer.debit);
        if (!before)
            return tl::unexpected(before.error());
        if (before->minor() < transfer.amount.minor()) {
            return fail(ErrorCode::LedgerInsufficient,
                        name_of(transfer.debit) + ": " + before->to_text() + ", asked " + transfer.amount.to_text());
        }
    }
    const int chain_no = chain_number(transfer.reference.empty() ? transfer.transfer_id.to_text() : transfer.reference);
    return move(transfer.debit, chain_no, transfer.amount.negated())
        .and_then([&] { return move(transfer.credit, chain_no, transfer.amount); })
        .and_then(
            [&] { return insert_chained(context_.database, context_.chain, "ledger_transfer", chain_no, transfer); })
        .map([] { return PostOutcome::Posted; });
}

}  // namespace aftercharge
