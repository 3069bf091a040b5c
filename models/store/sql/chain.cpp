// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/chain.h"

#include <algorithm>
#include <utility>

#include "models/store/sql/canonical.h"
#include "models/store/sql/query.h"

namespace aftercharge {
namespace {

// Of the canonical bytes: a later form of a row gets a number of its own.
constexpr char content_version = 1;
// Within SQLite's 999 values.
constexpr std::size_t entries_a_statement = 100;

}  // namespace

static void read_row(Query &row, ChainHead &head)
{
    row.read(head.length, BytesOut{head.hash});
}

std::string chain_hash(const std::string &previous, std::string_view entity, const std::string &content)
{
    std::string bytes = previous.empty() ? std::string(32, '\0') : previous;
    bytes += content_version;
    bytes += Canonical(entity).bytes();
    bytes += content;
    return sha256(bytes);
}

int chain_number(std::string_view key)
{
    return static_cast<unsigned char>(sha256(key).front()) % chain_count;
}

void Chain::append(int chain_no, std::string_view entity, const std::string &row_key, const std::string &content,
                   WriteRow write_row)
{
    pending_[chain_no].push_back(Pending{std::string(entity), row_key, content, std::move(write_row)});
}

bool Chain::is_pending(std::string_view entity, const std::string &row_key) const
{
    return std::any_of(pending_.begin(), pending_.end(), [&](const auto &chain) {
        return std::any_of(chain.second.begin(), chain.second.end(),
                           [&](const Pending &row) { return row.entity == entity && row.row_key == row_key; });
    });
}

Result<void> Chain::flush_rows_of(std::string_view entity)
{
    const bool is_waiting = std::any_of(pending_.begin(), pending_.end(), [&](const auto &chain) {
        return std::any_of(chain.second.begin(), chain.second.end(),
                           [&](const Pending &row) { return row.entity == entity; });
    });
    return is_waiting ? flush() : Result<void>();
}

void Chain::forget()
{
    pending_.clear();
    lengthened_.clear();
}

// Where others write beside it, the ends are read after they are held: what another unit of
// work appended meanwhile is there then.
Result<void> Chain::lock(const std::vector<int> &chain_nos)
{
    QStringList marks;
    for (const int chain_no : chain_nos)
        marks << QString::number(chain_no);
    const QString select = QStringLiteral("SELECT chain_no FROM chain_end WHERE chain_no IN (%1) ORDER BY chain_no")
                               .arg(marks.join(QStringLiteral(", ")));
    const QString locking = database_.dialect().locking(select);
    return locking == select ? Result<void>() : database_.execute(locking);
}

Result<std::vector<Chain::Entry>> Chain::lengthen(int chain_no, const std::vector<Pending> &rows)
{
    Result<ChainHead> last = head(chain_no);
    if (!last)
        return tl::unexpected(last.error());
    std::vector<Entry> entries;
    for (const Pending &row : rows) {
        *last = ChainHead{last->length + 1, chain_hash(last->hash, row.entity, row.content)};
        entries.push_back({{chain_no, last->length}, &row, last->hash});
    }
    lengthened_[chain_no] = *last;
    return entries;
}

Result<void> Chain::write_entries(std::span<const Entry> entries)
{
    const QString marks = QStringLiteral("(?, ?, ?, ?, ?)");
    Query query(database_, QStringLiteral("INSERT INTO chain (chain_no, seq, entity, row_key, hash) VALUES ") +
                               QStringList(static_cast<qsizetype>(entries.size()), marks).join(QStringLiteral(", ")));
    for (const Entry &entry : entries)
        query.bind(entry.place.chain_no, entry.place.seq, entry.row->entity, entry.row->row_key, BytesIn{entry.hash});
    return write(query);
}

Result<void> Chain::flush()
{
    if (pending_.empty())
        return {};
    // Taken over: writing a row may append to a chain only in a later flush.
    const auto pending = std::exchange(pending_, {});
    std::vector<int> chain_nos;
    for (const auto &[chain_no, rows] : pending)
        chain_nos.push_back(chain_no);
    Result<void> done = lock(chain_nos);
    for (auto chain = pending.begin(); done && chain != pending.end(); ++chain) {
        const auto entries = lengthen(chain->first, chain->second);
        if (!entries)
            return tl::unexpected(entries.error());
        std::span<const Entry> left(*entries);
        while (done && !left.empty()) {
            const std::size_t count = std::min(left.size(), entries_a_statement);
            done = write_entries(left.first(count));
            left = left.subspan(count);
        }
        for (auto entry = entries->begin(); done && entry != entries->end(); ++entry)
            done = entry->row->write_row(entry->place);
    }
    if (!done)
        database_.spoil(done.error());
    return done;
}

Result<ChainHead> Chain::head(int chain_no)
{
    Query query(database_, QStringLiteral("SELECT seq, hash FROM chain WHERE chain_no = ? ORDER BY seq DESC LIMIT 1"));
    return first<ChainHead>(query.bind(chain_no)).map([](const std::optional<ChainHead> &head) {
        return head.value_or(ChainHead{});
    });
}

Result<ChainHeads> Chain::heads()
{
    ChainHeads heads;
    for (int chain_no = 0; chain_no < chain_count; ++chain_no) {
        const Result<ChainHead> found = head(chain_no);
        if (!found)
            return tl::unexpected(found.error());
        heads[static_cast<std::size_t>(chain_no)] = *found;
    }
    return heads;
}

Result<std::string> Chain::hash_at(int chain_no, std::int64_t seq)
{
    Query query(database_, QStringLiteral("SELECT seq, hash FROM chain WHERE chain_no = ? AND seq = ?"));
    return first<ChainHead>(query.bind(chain_no, seq)).map([](const std::optional<ChainHead> &head) {
        return head ? head->hash : std::string();
    });
}

}  // namespace aftercharge
