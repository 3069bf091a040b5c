// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/chain.h"

#include "models/store/sql/canonical.h"
#include "models/store/sql/query.h"

namespace aftercharge {
namespace {

// Of the canonical bytes: a later form of a row gets a number of its own.
constexpr char content_version = 1;

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

Result<ChainPlace> Chain::append(int chain_no, std::string_view entity, const std::string &row_key,
                                 const std::string &content)
{
    const Result<ChainHead> last = head(chain_no);
    if (!last)
        return tl::unexpected(last.error());
    const ChainHead next{last->length + 1, chain_hash(last->hash, entity, content)};
    Query query(database_, insert_sql(QStringLiteral("chain"), QStringLiteral("chain_no, seq, entity, row_key, hash")));
    query.bind(chain_no, next.length, entity, row_key, BytesIn{next.hash});
    if (const auto written = write(query); !written)
        return tl::unexpected(written.error());
    lengthened_[chain_no] = next;
    return ChainPlace{chain_no, next.length};
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
