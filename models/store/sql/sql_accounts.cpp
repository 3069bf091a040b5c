// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_accounts.h"

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
    Query query(context_.database,
                QStringLiteral("SELECT balance_minor FROM account WHERE kind = ? AND member_id = ?"));
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
    Query query(context_.database, QStringLiteral("SELECT SUM(balance_minor) FROM account"));
    return as_money(number(query));
}

Result<std::vector<Transfer>> SqlAccounts::transfers(std::string_view reference)
{
    // One reference is one chain, whose numbers are the order of posting.
    Query query(context_.database, select_transfers(QStringLiteral("WHERE reference = ? ORDER BY chain_seq")));
    return all<Transfer>(query.bind(reference));
}

Result<std::vector<Transfer>> SqlAccounts::transfers_of(const MemberId &member, int limit)
{
    Query query(context_.database,
                select_transfers(QStringLiteral("WHERE debit_member = ? OR credit_member = ? "
                                                "ORDER BY at DESC, chain_no, chain_seq DESC LIMIT ?")));
    return all<Transfer>(query.bind(member, member, limit));
}

Result<std::optional<Transfer>> SqlAccounts::find(const Uuid &transfer_id)
{
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

Result<void> SqlAccounts::move(const AccountId &account, const Money &change)
{
    const auto now = balance(account).and_then([&](const Money &before) { return add(before, change); });
    if (!now)
        return tl::unexpected(now.error());
    Query update(context_.database,
                 QStringLiteral("UPDATE account SET balance_minor = ? WHERE kind = ? AND member_id = ?"));
    const Result<int> rows = update.bind(*now, account.kind, account.member).run();
    if (!rows)
        return tl::unexpected(rows.error());
    if (*rows == 1)
        return {};
    Query open(context_.database,
               insert_sql(QStringLiteral("account"), QStringLiteral("kind, member_id, currency, balance_minor")));
    return write(open.bind(account.kind, account.member, context_.network.currency, *now));
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
    const auto before = balance(transfer.debit);
    if (!before)
        return tl::unexpected(before.error());
    if (is_member_account(transfer.debit.kind) && before->minor() < transfer.amount.minor()) {
        return fail(ErrorCode::LedgerInsufficient,
                    name_of(transfer.debit) + ": " + before->to_text() + ", asked " + transfer.amount.to_text());
    }
    const std::string chained_by = transfer.reference.empty() ? transfer.transfer_id.to_text() : transfer.reference;
    return move(transfer.debit, transfer.amount.negated())
        .and_then([&] { return move(transfer.credit, transfer.amount); })
        .and_then([&] {
            return insert_chained(context_.database, context_.chain, "ledger_transfer", chain_number(chained_by),
                                  transfer);
        })
        .map([] { return PostOutcome::Posted; });
}

}  // namespace aftercharge
