// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <QString>

#include "models/domain/account.h"
#include "models/domain/charging_order.h"
#include "models/domain/device_event.h"
#include "models/domain/refund.h"
#include "models/store/audit.h"
#include "models/store/sql/chain.h"
#include "models/store/sql/query.h"

namespace aftercharge {

// The rows that stand in the hash chains: their columns (without chain_no and chain_seq), how
// they are read, and the canonical bytes that are hashed. What a row's form was once, it stays.

struct RefundApproval {
    RefundNo refund_no;
    OperatorName approved_by;
    Money amount;
    UtcTime at;
};

// One version of a refund: its canonical bytes.
struct RefundVersion {
    RefundNo refund_no;
    std::int64_t version = 0;
    std::string content;
};

// The readings that a settlement decided on: how many, and the hash over them.
struct ReadingSet {
    OrderNo order_no;
    int readings = 0;
    std::string set_hash;
};

QString columns_of(const Transfer *);
QString columns_of(const OrderLogEntry *);
QString columns_of(const AuditEntry *);
QString columns_of(const OrphanReport *);
QString columns_of(const RefundApproval *);
QString columns_of(const RefundVersion *);
QString columns_of(const ReadingSet *);

void read_row(Query &row, Transfer &transfer);
void read_row(Query &row, OrderLogEntry &entry);
void read_row(Query &row, AuditEntry &entry);
void read_row(Query &row, OrphanReport &report);
void read_row(Query &row, RefundApproval &approval);
void read_row(Query &row, RefundVersion &version);
void read_row(Query &row, ReadingSet &set);

void bind_row(Query &query, const Transfer &transfer);
void bind_row(Query &query, const OrderLogEntry &entry);
void bind_row(Query &query, const AuditEntry &entry);
void bind_row(Query &query, const OrphanReport &report);
void bind_row(Query &query, const RefundApproval &approval);
void bind_row(Query &query, const RefundVersion &version);
void bind_row(Query &query, const ReadingSet &set);

std::string canonical_of(const Transfer &transfer);
std::string canonical_of(const OrderLogEntry &entry);
std::string canonical_of(const AuditEntry &entry);
std::string canonical_of(const OrphanReport &report);
std::string canonical_of(const RefundApproval &approval);
std::string canonical_of(const RefundVersion &version);
std::string canonical_of(const ReadingSet &set);
// Of a refund as a whole, with its items: what RefundVersion::content holds.
std::string canonical_of(const Refund &refund);

// The row as a person would name it.
std::string key_of(const Transfer &transfer);
std::string key_of(const OrderLogEntry &entry);
std::string key_of(const AuditEntry &entry);
std::string key_of(const OrphanReport &report);
std::string key_of(const RefundApproval &approval);
std::string key_of(const RefundVersion &version);
std::string key_of(const ReadingSet &set);

// Appends to the chain, and writes the row with its place when that is known (Chain::flush).
template<typename T>
Result<void> insert_chained(Database &database, Chain &chain, std::string_view table, int chain_no, const T &value)
{
    if (!database.in_transaction())
        return fail(ErrorCode::Internal, "a write outside a unit of work");
    const QString name = QString::fromLatin1(table.data(), static_cast<qsizetype>(table.size()));
    chain.append(
        chain_no, table, key_of(value), canonical_of(value), [&database, name, value](const ChainPlace &place) {
            Query query(database, insert_sql(name, columns_of(&value) + QStringLiteral(", chain_no, chain_seq")));
            bind_row(query, value);
            return write(query.bind(place.chain_no, place.seq));
        });
    return {};
}

// A chained table as the verification sees it.
struct ChainedTable {
    std::string_view name;
    QString (*columns)();
    // Reads the row, gives its canonical bytes and its name.
    std::pair<std::string, std::string> (*content_and_key)(Query &row);
};
const std::array<ChainedTable, 11> &chained_tables();

}  // namespace aftercharge
