// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <QByteArray>
#include <QSqlError>
#include <QSqlRecord>
#include <QSqlResult>

struct sqlite3_stmt;

namespace aftercharge {

class SqlcipherConnection;

// One statement. Forward-only: next() alone moves, one row is held.
//
// Values: integers and bool ↔ INTEGER, double ↔ REAL, QString ↔ TEXT, QByteArray ↔ BLOB. NULL is
// a null QVariant and, as in Qt's other drivers, a null QString or QByteArray; an empty one
// that is not null is an empty value. Any other type, a NaN and an unsigned number above
// INT64_MAX are refused, not converted. A null column reads as a null QVariant.
//
// next() is false at the end and on an error: lastError() must be asked after the loop.
class SqlcipherResult final : public QSqlResult {
public:
    SqlcipherResult(const QSqlDriver *driver, std::shared_ptr<SqlcipherConnection> connection);
    ~SqlcipherResult() override;

    QVariant handle() const override;

protected:
    // Qt's own keeps a name for each place, made and looked up at every call: most of the cost
    // of a value that is a number.
    void bindValue(int index, const QVariant &value, QSql::ParamType type) override;
    using QSqlResult::bindValue;
    bool prepare(const QString &sql) override;
    bool exec() override;
    bool reset(const QString &sql) override;

    QVariant data(int column) override;
    bool isNull(int column) override;
    bool fetch(int index) override;
    bool fetchNext() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    int size() override;
    int numRowsAffected() override;
    QSqlRecord record() const override;
    QVariant lastInsertId() const override;
    void detachFromResultSet() override;
    void setForwardOnly(bool forward) override;

private:
    enum class Cursor { Idle, BeforeFirstRow, OnRow };

    bool has_statement() const;
    void drop_statement();
    void rewind();
    bool bind_all();
    bool bind_one(std::size_t index, const QVariant &value);
    bool run();
    bool accept_row();
    void note_changes(int total_changes_before);
    bool refuse(const QSqlError &error);
    bool refuse_value(std::size_t index, const QString &why);

    std::shared_ptr<SqlcipherConnection> connection_;
    sqlite3_stmt *statement_ = nullptr;
    QByteArray sql_;
    bool is_reusable_ = false;
    Cursor cursor_ = Cursor::Idle;
    // The bytes that text and blob parameters point into; SQLite makes no copy of its own.
    std::vector<QByteArray> held_;
    int rows_affected_ = -1;
    QVariant last_insert_id_;
};

}  // namespace aftercharge
