// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/ledger_look.h"

namespace aftercharge {

// Refuses a newer schema before anything is written.
Result<void> check_schema_known(Database &database, Schema schema)
{
    const auto version = schema_version(database);
    const auto known = migrations_of(schema);
    if (!version || !known)
        return tl::unexpected(version ? known.error() : version.error());
    if (*version == 0)
        return fail(ErrorCode::StoreForeignFile, "a database without a schema of ours");
    if (*version > static_cast<int>(known->size())) {
        return fail(ErrorCode::StoreNewerSchema,
                    "schema " + std::to_string(*version) + ", this program knows " + std::to_string(known->size()));
    }
    return {};
}

// Reads the heads outside before those inside: a commit in between makes the store ahead,
// never behind.
Result<LedgerLook> look_at_ledger(Database &database, HeadKeeper &keeper)
{
    const auto network = read_network(database);
    if (!network)
        return tl::unexpected(network.error());
    LedgerLook look{*network, {}};
    const auto kept = keeper.read(network->store_id);
    if (!kept) {
        look.report = {true, kept.error(), false};
        return look;
    }
    Chain chain(database);
    const auto compared = compare_heads(chain, *kept);
    if (!compared)
        return tl::unexpected(compared.error());
    if (compared->verdict == HeadsVerdict::StoreBehind) {
        look.report.read_only = true;
        look.report.problem = Error{ErrorCode::StoreRolledBack, compared->problem};
    }
    look.report.heads_were_missing = compared->verdict == HeadsVerdict::NotKept;
    return look;
}

// The heads outside follow a store that is ahead of them.
Result<void> keep_heads(SqlLedger &ledger, HeadKeeper &keeper)
{
    const auto heads = ledger.chain().heads();
    if (!heads)
        return tl::unexpected(heads.error());
    std::map<int, ChainHead> ahead;
    for (int chain_no = 0; chain_no < chain_count; ++chain_no)
        ahead[chain_no] = (*heads)[static_cast<std::size_t>(chain_no)];
    return keeper.advance(ledger.network().store_id, ahead);
}

}  // namespace aftercharge
