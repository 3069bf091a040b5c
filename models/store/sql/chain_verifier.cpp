// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/chain_verifier.h"

#include "models/store/sql/chained_rows.h"
#include "models/store/sql/reading_row.h"
#include "models/store/sql/refund_row.h"
#include "models/store/sql/refund_units.h"

namespace aftercharge {

namespace {

constexpr std::int64_t slice = 1000;

struct Entry {
    std::int64_t seq = 0;
    std::string entity;
    std::string row_key;
    std::string hash;
};

struct KeyOnly {
    std::string key;
};

auto broken(const std::string &what)
{
    return fail(ErrorCode::StoreChainBroken, what);
}

std::string place(int chain_no, std::int64_t seq)
{
    return "chain " + std::to_string(chain_no) + ", entry " + std::to_string(seq);
}

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

static void read_row(Query &row, Entry &entry)
{
    row.read(entry.seq, entry.entity, entry.row_key, BytesOut{entry.hash});
}

static void read_row(Query &row, KeyOnly &only)
{
    row.read(only.key);
}

Result<ChainReport> ChainVerifier::run(const std::optional<ChainHeads> &kept, const ChainProgress &progress)
{
    progress_ = progress;
    const auto heads = chain_.heads();
    if (!heads)
        return tl::unexpected(heads.error());
    for (const ChainHead &head : *heads)
        total_ += head.length;
    const auto all_steps = [&]() -> Result<void> {
        for (int chain_no = 0; chain_no < chain_count; ++chain_no) {
            if (const auto walked = walk(chain_no, (*heads)[static_cast<std::size_t>(chain_no)].length); !walked)
                return walked;
        }
        // After the walk, which can name a row; a chain made anew is whole in itself.
        const auto compared = compare_heads(chain_, kept);
        if (!compared)
            return tl::unexpected(compared.error());
        if (compared->verdict == HeadsVerdict::StoreBehind)
            return broken(compared->problem + " (kept outside the store)");
        return find_unchained()
            .and_then([&] { return check_refunds(); })
            .and_then([&] { return check_units(); })
            .and_then([&] { return check_readings(); })
            .and_then([&] { return check_balances(); });
    };
    const Result<void> outcome = all_steps();
    if (outcome)
        return ChainReport{total_, true, {}};
    // A value that nobody could have written is damage to the row as well.
    if (outcome.error().code == ErrorCode::StoreChainBroken || outcome.error().code == ErrorCode::StoreCorrupt)
        return ChainReport{total_, false, outcome.error().detail};
    return tl::unexpected(outcome.error());
}

Result<void> ChainVerifier::walk(int chain_no, std::int64_t length)
{
    previous_.clear();
    for (std::int64_t from = 1; from <= length; from += slice) {
        const std::int64_t to = std::min(length, from + slice - 1);
        if (const auto walked = walk_slice(chain_no, from, to); !walked)
            return walked;
        done_ += to - from + 1;
        if (progress_ && !progress_(done_, total_))
            return fail(ErrorCode::Cancelled, "the verification was stopped");
    }
    return {};
}

Result<void> ChainVerifier::walk_slice(int chain_no, std::int64_t from, std::int64_t to)
{
    Query query(database_, QStringLiteral("SELECT seq, entity, row_key, hash FROM chain WHERE chain_no = ? AND seq "
                                          "BETWEEN ? AND ? ORDER BY seq"));
    const auto entries = all<Entry>(query.bind(chain_no, from, to));
    const auto rows = rows_of(chain_no, from, to);
    if (!entries || !rows)
        return tl::unexpected(entries ? rows.error() : entries.error());
    std::int64_t expected = from;
    for (const Entry &entry : *entries) {
        if (entry.seq != expected)
            break;
        const std::string where = place(chain_no, entry.seq) + ", " + entry.entity + " " + entry.row_key + ": ";
        const auto [first_row, last_row] = rows->equal_range(entry.seq);
        if (first_row == last_row)
            return broken(where + "the row is missing");
        const Row &row = first_row->second;
        if (std::next(first_row) != last_row || row.table != entry.entity)
            return broken(where + "a row of another kind claims this place");
        const std::string hash = chain_hash(previous_, entry.entity, row.content);
        if (hash != entry.hash || row.key != entry.row_key)
            return broken(where + "the row is not what was written");
        previous_ = hash;
        ++expected;
    }
    if (expected != to + 1)
        return broken(place(chain_no, expected) + ": the entry is missing");
    return {};
}

Result<ChainVerifier::Rows> ChainVerifier::rows_of(int chain_no, std::int64_t from, std::int64_t to)
{
    Rows rows;
    for (const ChainedTable &table : chained_tables()) {
        Query query(database_,
                    QStringLiteral("SELECT %1, chain_seq FROM %2 WHERE chain_no = ? AND chain_seq BETWEEN ? AND ?")
                        .arg(table.columns(), latin1(table.name)));
        query.bind(chain_no, from, to);
        Result<bool> has_row = query.next();
        for (; has_row && *has_row; has_row = query.next()) {
            auto [content, key] = table.content_and_key(query);
            std::int64_t seq = 0;
            query.read(seq);
            if (!query.is_understood())
                return broken(place(chain_no, seq) + ", " + std::string(table.name) + " " + key +
                              ": the row is not what was written");
            rows.emplace(seq, Row{table.name, std::move(content), std::move(key)});
        }
        if (!has_row)
            return tl::unexpected(has_row.error());
    }
    return rows;
}

// Rows that claim a place that no chain has; those within a chain were met on the walk.
Result<void> ChainVerifier::find_unchained()
{
    for (const ChainedTable &table : chained_tables()) {
        Query query(
            database_,
            QStringLiteral("SELECT %1 FROM %2 WHERE chain_no NOT BETWEEN 0 AND 15 OR chain_seq < 1 OR chain_seq "
                           "> (SELECT COALESCE(MAX(seq), 0) FROM chain c WHERE c.chain_no = %2.chain_no) LIMIT 1")
                .arg(table.columns(), latin1(table.name)));
        const auto has_row = query.next();
        if (!has_row)
            return tl::unexpected(has_row.error());
        if (*has_row)
            return broken(std::string(table.name) + " " + table.content_and_key(query).second + ": not in any chain");
    }
    return {};
}

Result<void> ChainVerifier::check_refunds()
{
    std::string after;
    for (;;) {
        Query query(database_,
                    QStringLiteral("SELECT %1 FROM payment_refund WHERE refund_no > ? ORDER BY refund_no LIMIT 500")
                        .arg(refund_columns()));
        auto refunds = all<Refund>(query.bind(after));
        if (!refunds)
            return tl::unexpected(refunds.error());
        RefundUnits units(database_);
        for (Refund &refund : *refunds) {
            if (const auto loaded = units.load_items(refund); !loaded)
                return loaded;
            Query newest(database_, QStringLiteral("SELECT refund_no, version, content FROM payment_refund_log WHERE "
                                                   "refund_no = ? ORDER BY version DESC LIMIT 1"));
            const auto version = first<RefundVersion>(newest.bind(refund.refund_no));
            if (!version)
                return tl::unexpected(version.error());
            if (!*version || (*version)->content != canonical_of(refund))
                return broken("payment_refund " + refund.refund_no.text() + ": not what was decided last");
        }
        if (refunds->empty())
            return {};
        after = refunds->back().refund_no.text();
    }
}

Result<void> ChainVerifier::check_units()
{
    std::string after;
    for (;;) {
        Query query(database_, QStringLiteral("SELECT order_no FROM orders WHERE order_no > ? ORDER BY order_no LIMIT "
                                              "500"));
        const auto orders = all<KeyOnly>(query.bind(after));
        if (!orders)
            return tl::unexpected(orders.error());
        for (const KeyOnly &order : *orders) {
            if (const auto checked = check_units_of(order.key); !checked)
                return checked;
        }
        if (orders->empty())
            return {};
        after = orders->back().key;
    }
}

Result<void> ChainVerifier::check_units_of(const std::string &order_no)
{
    Query items(database_,
                QStringLiteral("SELECT i.refund_no FROM payment_refund r JOIN payment_refund_item i ON i.refund_no = "
                               "r.refund_no WHERE r.order_no = ? AND i.amount_minor <> (SELECT "
                               "COALESCE(SUM(u.amount_minor), 0) FROM payment_refund_unit u WHERE u.refund_no = "
                               "i.refund_no AND u.order_item_id = i.order_item_id) LIMIT 1"));
    const auto refund = first<KeyOnly>(items.bind(order_no));
    if (!refund)
        return tl::unexpected(refund.error());
    if (*refund)
        return broken("payment_refund_unit " + (*refund)->key + ": not the units of its lines");
    Query held(database_,
               QStringLiteral("SELECT u.order_item_id FROM order_item_unit u WHERE u.order_no = ? AND u.refunded_minor "
                              "<> (SELECT COALESCE(SUM(x.amount_minor), 0) FROM payment_refund_unit x JOIN "
                              "payment_refund r ON r.refund_no = x.refund_no WHERE x.order_no = u.order_no AND "
                              "x.order_item_id = u.order_item_id AND x.unit = u.unit AND r.approval <> 'SENT_BACK' "
                              "AND r.status NOT IN ('FAIL', 'CLOSED', 'REVERSED')) LIMIT 1"));
    const auto line = first<KeyOnly>(held.bind(order_no));
    if (!line)
        return tl::unexpected(line.error());
    if (*line)
        return broken("order_item_unit " + order_no + " " + (*line)->key + ": not what its refunds hold");
    return {};
}

Result<void> ChainVerifier::check_readings()
{
    std::string after;
    for (;;) {
        Query query(database_,
                    QStringLiteral("SELECT DISTINCT order_no FROM order_reading_set WHERE order_no > ? ORDER BY "
                                   "order_no LIMIT 500"));
        const auto orders = all<KeyOnly>(query.bind(after));
        if (!orders)
            return tl::unexpected(orders.error());
        for (const KeyOnly &order : *orders) {
            Query newest(database_, QStringLiteral("SELECT order_no, readings, set_hash FROM order_reading_set WHERE "
                                                   "order_no = ? ORDER BY chain_seq DESC LIMIT 1"));
            const auto set = first<ReadingSet>(newest.bind(order.key));
            Query stored(
                database_,
                QStringLiteral("SELECT %1 FROM order_reading WHERE order_no = ? ORDER BY n").arg(reading_columns()));
            const auto readings = all<Reading>(stored.bind(order.key));
            if (!set || !readings)
                return tl::unexpected(set ? readings.error() : set.error());
            if (!*set || (*set)->set_hash != hash_of(*readings))
                return broken("order_reading " + order.key + ": not the readings that the settlement decided on");
        }
        if (orders->empty())
            return {};
        after = orders->back().key;
    }
}

Result<void> ChainVerifier::check_balances()
{
    Query wrong(database_,
                QStringLiteral("SELECT a.kind || ' ' || a.member_id FROM (SELECT kind, member_id, SUM(balance_minor) "
                               "AS balance_minor FROM account GROUP BY kind, member_id) a WHERE a.balance_minor <> "
                               "COALESCE((SELECT SUM(amount_minor) FROM ledger_transfer t WHERE t.credit_kind = a.kind "
                               "AND t.credit_member = a.member_id), 0) - "
                               "COALESCE((SELECT SUM(amount_minor) FROM ledger_transfer t WHERE t.debit_kind = a.kind "
                               "AND t.debit_member = a.member_id), 0) LIMIT 1"));
    const auto account = first<KeyOnly>(wrong);
    if (!account)
        return tl::unexpected(account.error());
    if (*account)
        return broken("account " + (*account)->key + ": the balance is not the sum of its transfers");
    Query missing(
        database_,
        QStringLiteral("SELECT t.credit_kind || ' ' || t.credit_member FROM ledger_transfer t WHERE NOT EXISTS "
                       "(SELECT 1 FROM account a WHERE a.kind = t.credit_kind AND a.member_id = "
                       "t.credit_member) OR NOT EXISTS (SELECT 1 FROM account a WHERE a.kind = t.debit_kind "
                       "AND a.member_id = t.debit_member) LIMIT 1"));
    const auto gone = first<KeyOnly>(missing);
    if (!gone)
        return tl::unexpected(gone.error());
    if (*gone)
        return broken("account " + (*gone)->key + ": an account of a transfer is missing");
    return {};
}

}  // namespace aftercharge
