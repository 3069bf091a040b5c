// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/store/sql/dialect.h"

namespace aftercharge {

// PostgreSQL 15 and later. `schemas` is the search path of its connections, the first of them
// where a migration makes its tables; `database_name` stands for {db} in a migration's text.
// `role`, if not empty, is taken on after connecting.
class PostgresDialect final : public Dialect {
public:
    enum class Writes { Yes, No };
    PostgresDialect(QString database_name, QStringList schemas, Writes writes, QString role)
        : database_name_(std::move(database_name)), schemas_(std::move(schemas)), writes_(writes),
          role_(std::move(role))
    {
    }

    QString spell_types(QString sql) const override;
    bool streams_rows() const override { return false; }
    QString locking(const QString &select) const override { return select + QStringLiteral(" FOR UPDATE"); }
    QString or_nothing() const override { return QStringLiteral(" ON CONFLICT DO NOTHING"); }
    bool has_arrays() const override { return true; }
    // Whoever decides something and then holds its row would hold up everybody.
    QString upkeep() const override { return QStringLiteral("SELECT desk.end_long_writers(5000)"); }
    QString without_undo() const override { return {}; }
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

private:
    QString database_name_;
    QStringList schemas_;
    Writes writes_;
    QString role_;
};

}  // namespace aftercharge
