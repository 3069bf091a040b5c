// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_ledger.h"

namespace aftercharge {

SqlLedger::SqlLedger(std::unique_ptr<Database> database, Network network, HeadKeeper *keeper)
    : database_(std::move(database)), network_(std::move(network)), chain_(*database_), accounts_(context()),
      orders_(context()), registry_(context()), tickets_(context()), refunds_(context()), audit_(context(), keeper),
      outbox_(context()), goods_(context()), shipments_(context()), claims_(context()), gateways_(context())
{
}

Result<std::unique_ptr<SqlLedger>> SqlLedger::make(std::unique_ptr<Database> database, HeadKeeper *keeper)
{
    auto network = read_network(*database);
    if (!network)
        return tl::unexpected(network.error());
    return std::unique_ptr<SqlLedger>(new SqlLedger(std::move(database), std::move(*network), keeper));
}

Result<std::int64_t> SqlLedger::data_version()
{
    return database_->dialect().data_version(*database_);
}

}  // namespace aftercharge
