// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <QSqlError>
#include <QString>
#include <QStringList>

#include "models/domain/error.h"

namespace aftercharge {

class Database;

// A rule on a table that the engine itself keeps: `condition` (over NEW and OLD) refuses the
// operation with `sentence`.
struct Guard {
    QString name;
    QString operation;  // INSERT, UPDATE, DELETE
    QString table;
    QString condition;
    QString sentence;
};

// What differs between the engines; all other SQL is the same on both.
class Dialect {
public:
    virtual ~Dialect() = default;
    // A migration's text with its engine's type names in place of {blob}, {rowid}, {clustered}.
    virtual QString spell_types(QString sql) const = 0;
    // Whether a statement's rows are fetched while others run on the same connection.
    virtual bool streams_rows() const = 0;
    // A SELECT whose rows stay as they are until the transaction ends, where others write beside it.
    virtual QString locking(const QString &select) const = 0;
    // What ends an INSERT that does nothing where the key is there already.
    virtual QString or_nothing() const = 0;
    // Whether a statement takes lists as values; samples are then written where they are read.
    virtual bool has_arrays() const = 0;
    // What stands behind INSERT and UPDATE of a statement whose failure ends its transaction
    // anyway, so that the engine need not be able to undo it alone.
    virtual QString without_undo() const = 0;
    virtual QStringList spell_guard(const Guard &guard) const = 0;
    virtual QString spell_unguard(const QString &guard, const QString &table) const = 0;
    // Around the transaction of a migration's step, outside of it: in between tables may be
    // rebuilt while rows of others point at them. What points at nothing afterwards is a
    // sentence each; the step is refused then.
    virtual Result<void> suspend_references(Database &database) const = 0;
    virtual Result<void> resume_references(Database &database) const = 0;
    // Within that transaction: statements that make the references again which fell with a table
    // that was rebuilt, and what makes them.
    virtual Result<std::vector<QString>> references(Database &database) const = 0;
    virtual Result<void> restore_references(Database &database, const std::vector<QString> &before) const = 0;
    virtual Result<std::vector<std::string>> dangling_references(Database &database) const = 0;
    // After the connection was opened.
    virtual Result<void> prepare_connection(Database &database) const = 0;
    virtual Result<bool> has_table(Database &database, const QString &name) const = 0;
    // What a daemon asks for with each sign of life, where others share the store; empty: nothing.
    virtual QString upkeep() const = 0;
    // Changes when another connection has committed.
    virtual Result<std::int64_t> data_version(Database &database) const = 0;
    // Sentences about what is broken; empty: nothing.
    virtual Result<std::vector<std::string>> integrity(Database &database) const = 0;
    // Writes a copy of the whole database, under the same key, to a file that is not there yet.
    virtual Result<void> copy_to(Database &database, const QString &file) const = 0;
    virtual Error error_of(const QSqlError &error) const = 0;
};

class SqliteDialect final : public Dialect {
public:
    QString spell_types(QString sql) const override;
    bool streams_rows() const override { return true; }
    QString locking(const QString &select) const override { return select; }
    QString or_nothing() const override { return {}; }
    bool has_arrays() const override { return false; }
    QString upkeep() const override { return {}; }
    QString without_undo() const override;
    QStringList spell_guard(const Guard &guard) const override;
    QString spell_unguard(const QString &guard, const QString &table) const override;
    Result<void> suspend_references(Database &database) const override;
    Result<void> resume_references(Database &database) const override;
    Result<std::vector<QString>> references(Database &database) const override;
    Result<void> restore_references(Database &database, const std::vector<QString> &before) const override;
    Result<std::vector<std::string>> dangling_references(Database &database) const override;
    Result<void> prepare_connection(Database &database) const override;
    Result<bool> has_table(Database &database, const QString &name) const override;
    Result<std::int64_t> data_version(Database &database) const override;
    Result<std::vector<std::string>> integrity(Database &database) const override;
    Result<void> copy_to(Database &database, const QString &file) const override;
    Error error_of(const QSqlError &error) const override;
};

}  // namespace aftercharge
