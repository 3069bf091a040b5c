// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/sql_store_fixture.h"

#include "models/store/sql/local_connection.h"
#include "tests/store/contract/samples.h"

namespace aftercharge {

UtcTime FixedClock::now() const
{
    return samples::at();
}

LocalStoreFixture::LocalStoreFixture() : key_(StoreKey::generate())
{
    const std::filesystem::path root(folder_.path().toStdString());
    location_ = {root / "store", root / "state"};
    CountingRandom random;
    network_ =
        create_local_store(location_, key_, {"Test", samples::cny(), "Asia/Shanghai"}, FixedClock(), random).value();
    reopen();
}

void LocalStoreFixture::close()
{
    open_ = {};
    second_ = {};
}

Result<OpenStore> LocalStoreFixture::try_open() const
{
    return open_local_store(location_, key_, FixedClock());
}

void LocalStoreFixture::reopen()
{
    close();
    open_ = try_open().value();
}

LedgerStore &LocalStoreFixture::second_ledger()
{
    if (!second_.ledger)
        second_ = try_open().value();
    return *second_.ledger;
}

std::optional<Error> LocalStoreFixture::raw_sql(const QString &sql)
{
    const auto database = connect_local(location_.folder / ledger_file, key_, SqlcipherJournal::RollbackExtra,
                                        Access::ReadWrite, Creation::Existing);
    const auto done = (*database)->execute(sql);
    return done ? std::nullopt : std::optional(done.error());
}

}  // namespace aftercharge
