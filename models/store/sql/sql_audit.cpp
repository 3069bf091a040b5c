// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_audit.h"

#include "models/store/sql/chain_verifier.h"
#include "models/store/sql/chained_rows.h"
#include "models/store/sql/keyset.h"

namespace aftercharge {
namespace {

struct PlacedEntry {
    AuditEntry entry;
    std::int64_t place = 0;
};

}  // namespace

static void read_row(Query &row, PlacedEntry &placed)
{
    read_row(row, placed.entry);
    row.read(placed.place);
}

Result<Page<AuditEntry>> SqlAudit::page(const PageRequest &request, std::string_view text)
{
    if (const auto flushed = context_.chain.flush_rows_of("audit_log"); !flushed)
        return tl::unexpected(flushed.error());
    // Among entries of one instant, those of a chain stand in their order.
    const QString key = QStringLiteral("chain_seq * 16 + chain_no");
    PagedSelect select(columns_of(static_cast<const AuditEntry *>(nullptr)) + QStringLiteral(", ") + key,
                       QStringLiteral("audit_log"), QStringLiteral("at"), key, PagedSelect::Key::Number);
    select.where_text(text, {QStringLiteral("actor_name"), QStringLiteral("action"), QStringLiteral("entity_id"),
                             QStringLiteral("detail")});
    auto placed = select.page<PlacedEntry>(context_.database, request, [](const PlacedEntry &row) {
        return Cursor{row.entry.at.time_since_epoch().count(), std::to_string(row.place)};
    });
    if (!placed)
        return tl::unexpected(placed.error());
    Page<AuditEntry> page{{}, placed->next};
    for (PlacedEntry &row : placed->rows)
        page.rows.push_back(std::move(row.entry));
    return page;
}

Result<std::int64_t> SqlAudit::chain_length()
{
    if (const auto flushed = context_.chain.flush(); !flushed)
        return tl::unexpected(flushed.error());
    return context_.chain.heads().map([](const ChainHeads &heads) {
        std::int64_t length = 0;
        for (const ChainHead &head : heads)
            length += head.length;
        return length;
    });
}

Result<ChainReport> SqlAudit::verify(const std::function<bool(std::int64_t, std::int64_t)> &progress)
{
    // Before the store: what is kept outside is never ahead of a store that is whole.
    std::optional<ChainHeads> kept;
    if (keeper_) {
        const auto read = keeper_->read(context_.network.store_id);
        if (!read)
            return tl::unexpected(read.error());
        kept = *read;
    }
    return ChainVerifier(context_.database, context_.chain).run(kept, progress);
}

Result<void> SqlAudit::append(const AuditEntry &entry)
{
    return insert_chained(context_.database, context_.chain, "audit_log", chain_number(entry.entity_id), entry);
}

}  // namespace aftercharge
