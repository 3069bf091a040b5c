// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>

#include "models/domain/error.h"
#include "models/store/sql/dialect.h"

namespace aftercharge {

// One connection with its prepared statements and its transaction. Used in one thread.
class Database {
public:
    // Takes the connection over: it is closed and its name freed at the end.
    Database(QSqlDatabase connection, std::shared_ptr<const Dialect> dialect);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const Dialect &dialect() const { return *dialect_; }
    const std::shared_ptr<const Dialect> &shared_dialect() const { return dialect_; }

    Result<void> begin();
    // A transaction in which a write failed is rolled back and the failure returned.
    Result<void> commit();
    void rollback();
    bool in_transaction() const { return in_transaction_; }
    // The running transaction must not be committed any more.
    void spoil(const Error &error);

    // SQL without arguments, its rows thrown away; also outside a transaction.
    Result<void> execute(const QString &sql);

    // A prepared statement that nobody uses; give_back() keeps it for the next.
    Result<QSqlQuery> take(const QString &sql);
    void give_back(const QString &sql, QSqlQuery &&query);

    // A statement that failed and may not be fit to run again. It ends with the transaction: before,
    // the engine takes no more orders.
    void retire(QSqlQuery &&query);

    // What the engine said, as ours. After store.unreachable the next transaction, or the next
    // statement outside of one, connects anew; at most one attempt a second.
    Error note(const QSqlError &error);

private:
    Result<void> revive();

    QSqlDatabase connection_;
    std::shared_ptr<const Dialect> dialect_;
    std::unordered_map<QString, std::vector<QSqlQuery>> idle_;
    std::vector<QSqlQuery> retired_;
    bool in_transaction_ = false;
    std::optional<Error> spoilt_;
    std::optional<Error> lost_;  // the connection is gone
    QElapsedTimer tried_;        // to get it back; invalid: not yet
};

}  // namespace aftercharge
