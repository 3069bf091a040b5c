// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/database.h"

#include <chrono>
#include <utility>

#include <QSqlDriver>

namespace aftercharge {
namespace {

// Texts are few, but a table's filters and sorts multiply.
constexpr std::size_t max_idle_texts = 256;
constexpr std::chrono::milliseconds between_attempts{1000};

}  // namespace

Database::Database(QSqlDatabase connection, std::shared_ptr<const Dialect> dialect)
    : connection_(std::move(connection)), dialect_(std::move(dialect))
{
}

Database::~Database()
{
    rollback();
    retired_.clear();
    idle_.clear();
    const QString name = connection_.connectionName();
    connection_.close();
    connection_ = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Error Database::note(const QSqlError &error)
{
    Error known = dialect_->error_of(error);
    if (known.code == ErrorCode::StoreUnreachable)
        lost_ = known;
    return known;
}

// With several servers behind one address this finds the one that takes writes now.
Result<void> Database::revive()
{
    if (!lost_)
        return {};
    if (tried_.isValid() && tried_.elapsed() < between_attempts.count())
        return tl::unexpected(*lost_);
    tried_.start();
    idle_.clear();
    retired_.clear();
    connection_.close();
    if (!connection_.open())
        return tl::unexpected(note(connection_.lastError()));
    lost_.reset();
    tried_.invalidate();
    return dialect_->prepare_connection(*this);
}

Result<void> Database::begin()
{
    if (in_transaction_)
        return fail(ErrorCode::StoreInUse, "a unit of work is open already");
    if (auto revived = revive(); !revived)
        return revived;
    if (!connection_.transaction()) {
        // The server was restarted, or another took over, while nothing was asked of it.
        const Error error = note(connection_.driver()->lastError());
        if (auto revived = lost_ ? revive() : Result<void>(tl::unexpected(error)); !revived)
            return revived;
        if (!connection_.transaction())
            return tl::unexpected(note(connection_.driver()->lastError()));
    }
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
        const Error error = note(connection_.driver()->lastError());
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
    retired_.clear();
}

void Database::retire(QSqlQuery &&query)
{
    query.finish();
    if (in_transaction_)
        retired_.push_back(std::move(query));
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
        return tl::unexpected(note(query.lastError()));
    while (query.next()) {}
    if (query.lastError().isValid())
        return tl::unexpected(note(query.lastError()));
    return {};
}

Result<QSqlQuery> Database::take(const QString &sql)
{
    if (!in_transaction_) {
        if (auto revived = revive(); !revived)
            return pass_on(revived);
    }
    const auto found = idle_.find(sql);
    if (found != idle_.end() && !found->second.empty()) {
        QSqlQuery query = std::move(found->second.back());
        found->second.pop_back();
        return query;
    }
    QSqlQuery query(connection_);
    query.setForwardOnly(dialect_->streams_rows());
    if (!query.prepare(sql))
        return tl::unexpected(note(query.lastError()));
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
