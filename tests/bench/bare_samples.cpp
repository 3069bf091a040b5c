// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bare_samples.h"

#include <QtSql/QSqlError>

#include "models/store/sqlcipher/sqlcipher_open.h"
#include "models/store/sqlcipher/store_key.h"

namespace aftercharge::bench {
namespace {

template<typename Q>
QVariant number(const std::optional<Q> &value)
{
    return value ? QVariant(static_cast<qlonglong>(value->value())) : QVariant();
}

}  // namespace

Result<std::unique_ptr<BareSamples>> BareSamples::make(const std::filesystem::path &file)
{
    const StoreKey key = StoreKey::generate();
    SqlcipherOpenOptions options{.path = file, .key = key.bytes()};
    options.journal = SqlcipherJournal::Wal;
    options.create = true;
    auto database = open_sqlcipher(options, QStringLiteral("bare ") + QString::fromStdString(file.string()));
    if (!database)
        return pass_on(database);
    std::unique_ptr<BareSamples> bare(new BareSamples(std::move(*database)));
    QSqlQuery create(bare->database_);
    if (!create.exec(QStringLiteral("CREATE TABLE sample (id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL, at "
                                    "INTEGER NOT NULL, register_wh INTEGER, voltage_mv INTEGER, current_ma INTEGER, "
                                    "power_w INTEGER, soc_permille INTEGER, flags INTEGER NOT NULL)")))
        return fail(ErrorCode::StoreIo, create.lastError().text().toStdString());
    bare->insert_.emplace(bare->database_);
    if (!bare->insert_->prepare(
            QStringLiteral("INSERT INTO sample (session_id, at, register_wh, voltage_mv, current_ma, power_w, "
                           "soc_permille, flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")))
        return fail(ErrorCode::StoreIo, bare->insert_->lastError().text().toStdString());
    return bare;
}

BareSamples::~BareSamples()
{
    insert_.reset();
    const QString name = database_.connectionName();
    database_.close();
    database_ = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

bool BareSamples::insert(std::int64_t session, const Reading &reading)
{
    insert_->bindValue(0, static_cast<qlonglong>(session));
    insert_->bindValue(1, static_cast<qlonglong>(reading.at.time_since_epoch().count()));
    insert_->bindValue(2, number(reading.register_wh));
    insert_->bindValue(3, number(reading.voltage));
    insert_->bindValue(4, number(reading.current));
    insert_->bindValue(5, number(reading.power));
    insert_->bindValue(6, number(reading.soc));
    insert_->bindValue(7, static_cast<int>(reading.flags.bits()));
    return insert_->exec();
}

}  // namespace aftercharge::bench
