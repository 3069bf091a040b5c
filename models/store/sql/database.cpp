// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/database.h"

#include <utility>

#include <QSqlDriver>

namespace aftercharge {
namespace {

// Texts are few, but a table's filters and sorts multiply.
constexpr std::size_t max_idle_texts = 256;

}  // namespace

Database::Database(QSqlDatabase connection, std::shared_ptr<const Dialect> dialect)
    : connection_(std::move(connection)), dialect_(std::move(dialect))
{
}

Database::~Database()
{
    rollback();
    idle_.clear();
    const QString name = connection_.connectionName();
    connection_.close();
    connection_ = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<void> Database::begin()
{
    if (in_transaction_)
        return fail(ErrorCode::StoreInUse, "a unit of work is open already");
    if (!connection_.transaction())
        return tl::unexpected(dialect_->error_of(connection_.driver()->lastError()));
    in_transaction_ = true;
    spoilt_.reset();
    return {};
}

Result<void> Database::commit()
{
    if (!in_transaction_)
        return fail(ErrorCode::Internal, "no unit of work is open");
    if (spoilt_) {
        const Error error = *spoilt_;
        rollback();
        return tl::unexpected(error);
    }
    if (!connection_.commit()) {
        const Error error = dialect_->error_of(connection_.driver()->lastError());
        rollback();
        return tl::unexpected(error);
    }
    in_transaction_ = false;
    return {};
}

void Database::rollback()
{
    if (!in_transaction_)
        return;
    in_transaction_ = false;
    spoilt_.reset();
    connection_.rollback();
}

void Database::spoil(const Error &error)
{
    if (in_transaction_ && !spoilt_)
        spoilt_ = error;
}

Result<void> Database::execute(const QString &sql)
{
    QSqlQuery query(connection_);
    if (!query.exec(sql))
        return tl::unexpected(dialect_->error_of(query.lastError()));
    while (query.next()) {}
    if (query.lastError().isValid())
        return tl::unexpected(dialect_->error_of(query.lastError()));
    return {};
}

Result<QSqlQuery> Database::take(const QString &sql)
{
    const auto found = idle_.find(sql);
    if (found != idle_.end() && !found->second.empty()) {
        QSqlQuery query = std::move(found->second.back());
        found->second.pop_back();
        return query;
    }
    QSqlQuery query(connection_);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return tl::unexpected(dialect_->error_of(query.lastError()));
    return query;
}

void Database::give_back(const QString &sql, QSqlQuery &&query)
{
    query.finish();
    if (idle_.size() >= max_idle_texts && !idle_.contains(sql))
        idle_.clear();
    idle_[sql].push_back(std::move(query));
}

}  // namespace aftercharge
