// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcipher/sqlcipher_result.h"

#include <cmath>
#include <limits>
#include <utility>

#include <QSqlDriver>
#include <QSqlField>
#include <QVariant>

#include "models/store/sqlcipher/sqlcipher_connection.h"
#include "models/store/sqlcipher/sqlcipher_error.h"
#include "models/store/sqlcipher/sqlite_api.h"

namespace aftercharge {
namespace {

// A value shorter than this lies in its b-tree page (an index entry of a 4096-byte page
// spills from about 990 bytes), where a page of zeros is noticed by SQLite itself.
constexpr int may_spill_bytes = 512;

bool may_have_spilled(sqlite3_stmt *statement)
{
    int bytes = 0;
    for (int column = 0; column < sqlite3_data_count(statement); ++column) {
        const int type = sqlite3_column_type(statement, column);
        if (type == SQLITE_TEXT || type == SQLITE_BLOB)
            bytes += sqlite3_column_bytes(statement, column);
        if (bytes >= may_spill_bytes)
            return true;
    }
    return false;
}

}  // namespace

SqlcipherResult::SqlcipherResult(const QSqlDriver *driver, std::shared_ptr<SqlcipherConnection> connection)
    : QSqlResult(driver), connection_(std::move(connection))
{
    QSqlResult::setForwardOnly(true);
}

SqlcipherResult::~SqlcipherResult()
{
    drop_statement();
}

QVariant SqlcipherResult::handle() const
{
    return QVariant::fromValue(static_cast<void *>(has_statement() ? statement_ : nullptr));
}

bool SqlcipherResult::has_statement() const
{
    return statement_ && connection_->is_open();
}

void SqlcipherResult::drop_statement()
{
    if (is_reusable_)
        connection_->give_back(sql_, statement_);
    else
        connection_->finalize(statement_);
    statement_ = nullptr;
    cursor_ = Cursor::Idle;
    held_.clear();
}

void SqlcipherResult::rewind()
{
    if (has_statement())
        sqlite3_reset(statement_);
    cursor_ = Cursor::Idle;
    rows_affected_ = -1;
    last_insert_id_.clear();
    setAt(QSql::BeforeFirstRow);
}

bool SqlcipherResult::prepare(const QString &sql)
{
    rewind();
    setActive(false);
    const QByteArray text = sql.toUtf8();
    if (has_statement() && is_reusable_ && text == sql_)
        return true;
    drop_statement();
    sql_ = text;
    is_reusable_ = true;
    QSqlError error;
    statement_ = connection_->take(sql_, &error);
    return statement_ ? true : refuse(error);
}

bool SqlcipherResult::exec()
{
    if (!has_statement()) {
        return refuse(QSqlError(QStringLiteral("SQLCipher"), QStringLiteral("no statement is prepared"),
                                QSqlError::StatementError));
    }
    rewind();
    return bind_all() && run();
}

bool SqlcipherResult::reset(const QString &sql)
{
    rewind();
    setActive(false);
    drop_statement();
    sql_ = sql.toUtf8();
    is_reusable_ = false;
    QSqlError error;
    statement_ = connection_->prepare(sql_, &error);
    return statement_ ? run() : refuse(error);
}

void SqlcipherResult::bindValue(int index, const QVariant &value, QSql::ParamType)
{
    QVariantList &values = boundValues();
    if (values.size() <= index)
        values.resize(index + 1);
    values[index] = value;
}

bool SqlcipherResult::bind_all()
{
    const QVariantList &values = boundValues();
    const int wanted = sqlite3_bind_parameter_count(statement_);
    if (values.size() != wanted) {
        return refuse(make_sql_error(SQLITE_RANGE,
                                     QStringLiteral("%1 values for %2 parameters").arg(values.size()).arg(wanted),
                                     QSqlError::StatementError));
    }
    held_.resize(static_cast<std::size_t>(wanted));
    std::size_t index = 0;
    for (const QVariant &value : values) {
        if (!bind_one(index++, value))
            return false;
    }
    return true;
}

bool SqlcipherResult::bind_one(std::size_t index, const QVariant &value)
{
    const int position = static_cast<int>(index) + 1;
    int code = SQLITE_OK;
    switch (value.isNull() ? QMetaType::UnknownType : value.typeId()) {
    case QMetaType::UnknownType:
        code = sqlite3_bind_null(statement_, position);
        break;
    case QMetaType::Bool:
    case QMetaType::Char:
    case QMetaType::SChar:
    case QMetaType::UChar:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong:
        code = sqlite3_bind_int64(statement_, position, value.toLongLong());
        break;
    case QMetaType::ULong:
    case QMetaType::ULongLong:
        if (value.toULongLong() > static_cast<qulonglong>(std::numeric_limits<qlonglong>::max()))
            return refuse_value(index, QStringLiteral("is above INT64_MAX"));
        code = sqlite3_bind_int64(statement_, position, value.toLongLong());
        break;
    case QMetaType::Float:
    case QMetaType::Double:
        if (std::isnan(value.toDouble()))
            return refuse_value(index, QStringLiteral("is not a number"));
        code = sqlite3_bind_double(statement_, position, value.toDouble());
        break;
    case QMetaType::QString: {
        const QString text = value.toString();
        held_[index] = text.toUtf8();
        code = text.isNull()
                   ? sqlite3_bind_null(statement_, position)
                   : sqlite3_bind_text64(statement_, position, held_[index].constData(),
                                         static_cast<sqlite3_uint64>(held_[index].size()), nullptr, SQLITE_UTF8);
        break;
    }
    case QMetaType::QByteArray:
        held_[index] = value.toByteArray();
        code = held_[index].isNull() ? sqlite3_bind_null(statement_, position)
                                     : sqlite3_bind_blob64(statement_, position, held_[index].constData(),
                                                           static_cast<sqlite3_uint64>(held_[index].size()), nullptr);
        break;
    default:
        return refuse_value(index, QStringLiteral("has the type %1").arg(QLatin1String(value.typeName())));
    }
    return code == SQLITE_OK ? true : refuse(make_sql_error(connection_->handle(), QSqlError::StatementError));
}

bool SqlcipherResult::run()
{
    setSelect(sqlite3_column_count(statement_) > 0);
    const int total_changes_before = sqlite3_total_changes(connection_->handle());
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) {
        cursor_ = Cursor::BeforeFirstRow;
        if (!accept_row())
            return false;
    } else if (code == SQLITE_DONE) {
        note_changes(total_changes_before);
        sqlite3_reset(statement_);
    } else {
        return refuse(make_sql_error(connection_->handle(), QSqlError::StatementError));
    }
    setActive(true);
    return true;
}

bool SqlcipherResult::accept_row()
{
    if (!may_have_spilled(statement_) || connection_->pages_are_authentic())
        return true;
    return refuse(
        make_sql_error(SQLITE_CORRUPT, QStringLiteral("a page of the store was altered"), QSqlError::StatementError));
}

void SqlcipherResult::note_changes(int total_changes_before)
{
    if (isSelect())
        return;
    sqlite3 *handle = connection_->handle();
    // sqlite3_changes() still has the number of the statement before if this one changed no row.
    const bool has_changed = sqlite3_total_changes(handle) != total_changes_before;
    rows_affected_ = has_changed ? sqlite3_changes(handle) : 0;
    if (has_changed)
        last_insert_id_ = QVariant::fromValue<qlonglong>(sqlite3_last_insert_rowid(handle));
}

bool SqlcipherResult::refuse(const QSqlError &error)
{
    if (has_statement())
        sqlite3_reset(statement_);
    cursor_ = Cursor::Idle;
    setAt(QSql::AfterLastRow);
    setActive(false);
    setLastError(error);
    return false;
}

bool SqlcipherResult::refuse_value(std::size_t index, const QString &why)
{
    return refuse(make_sql_error(SQLITE_MISMATCH, QStringLiteral("value %1 %2").arg(index + 1).arg(why),
                                 QSqlError::StatementError));
}

QVariant SqlcipherResult::data(int column)
{
    if (!has_statement() || cursor_ != Cursor::OnRow || column < 0 || column >= sqlite3_data_count(statement_))
        return {};
    switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_INTEGER:
        return QVariant::fromValue<qlonglong>(sqlite3_column_int64(statement_, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement_, column);
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement_, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(statement_, column));
    }
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement_, column));
        // An empty blob comes as a null pointer; it must stay distinct from NULL.
        return bytes ? QByteArray(bytes, sqlite3_column_bytes(statement_, column)) : QByteArray("");
    }
    default:
        return {};
    }
}

bool SqlcipherResult::isNull(int column)
{
    return !has_statement() || cursor_ != Cursor::OnRow || column < 0 || column >= sqlite3_data_count(statement_) ||
           sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

bool SqlcipherResult::fetch(int index)
{
    while (at() < index) {
        if (!fetchNext())
            return false;
    }
    return at() == index;
}

bool SqlcipherResult::fetchNext()
{
    if (!has_statement() || cursor_ == Cursor::Idle) {
        setAt(QSql::AfterLastRow);
        return false;
    }
    if (cursor_ == Cursor::BeforeFirstRow) {
        cursor_ = Cursor::OnRow;
        setAt(0);
        return true;
    }
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) {
        if (!accept_row())
            return false;
        setAt(at() + 1);
        return true;
    }
    if (code != SQLITE_DONE)
        return refuse(make_sql_error(connection_->handle(), QSqlError::StatementError));
    // At once, not at the next use: an open read blocks the commit of a rollback journal.
    sqlite3_reset(statement_);
    cursor_ = Cursor::Idle;
    setAt(QSql::AfterLastRow);
    return false;
}

bool SqlcipherResult::fetchFirst()
{
    return at() == QSql::BeforeFirstRow ? fetchNext() : at() == 0;
}

bool SqlcipherResult::fetchLast()
{
    return false;  // the row would be gone by the time it is known to be the last
}

int SqlcipherResult::size()
{
    return -1;
}

int SqlcipherResult::numRowsAffected()
{
    return rows_affected_;
}

QSqlRecord SqlcipherResult::record() const
{
    QSqlRecord record;
    if (!has_statement())
        return record;
    for (int column = 0; column < sqlite3_column_count(statement_); ++column) {
        QSqlField field(QString::fromUtf8(sqlite3_column_name(statement_, column)));
        record.append(field);
    }
    return record;
}

QVariant SqlcipherResult::lastInsertId() const
{
    return last_insert_id_;
}

void SqlcipherResult::detachFromResultSet()
{
    if (has_statement())
        sqlite3_reset(statement_);
    cursor_ = Cursor::Idle;
}

void SqlcipherResult::setForwardOnly(bool)
{
    QSqlResult::setForwardOnly(true);
}

}  // namespace aftercharge
