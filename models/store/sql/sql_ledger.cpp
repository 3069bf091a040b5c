// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_ledger.h"

namespace aftercharge {

SqlLedger::SqlLedger(std::unique_ptr<Database> database, Network network, HeadKeeper *keeper,
                     std::unique_ptr<NumberSeries> numbers)
    : database_(std::move(database)), network_(std::move(network)), numbers_(std::move(numbers)), chain_(*database_),
      accounts_(context()), orders_(context()), registry_(context()), tickets_(context()), refunds_(context()),
      audit_(context(), keeper), outbox_(context()), goods_(context()), shipments_(context()), claims_(context()),
      approvals_(context()), gateways_(context()), decisions_(context()), presence_(context())
{
}

Result<std::unique_ptr<SqlLedger>> SqlLedger::make(std::unique_ptr<Database> database, HeadKeeper *keeper,
                                                   std::unique_ptr<NumberSeries> numbers)
{
    if (!numbers)
        numbers = std::make_unique<TransactionNumbers>(*database);
    auto network = read_network(*database);
    if (!network)
        return tl::unexpected(network.error());
    return std::unique_ptr<SqlLedger>(
        new SqlLedger(std::move(database), std::move(*network), keeper, std::move(numbers)));
}

Result<std::int64_t> SqlLedger::data_version()
{
    return database_->dialect().data_version(*database_);
}

}  // namespace aftercharge
