// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "models/store/ledger_store.h"
#include "models/store/sql/head_keeper.h"
#include "models/store/sql/sql_ledger.h"

namespace aftercharge {

enum class Access { ReadOnly, ReadWrite };
// Opens one more connection to the same database, for the calling thread; may be called in any.
using ConnectionFactory = std::function<Result<std::unique_ptr<Database>>(Access)>;

class SqlLedgerStore final : public LedgerStore {
public:
    // `access`: with ReadOnly begin() is store.read_only (a store that was rolled back).
    static Result<std::unique_ptr<SqlLedgerStore>> open(ConnectionFactory connect, std::shared_ptr<HeadKeeper> keeper,
                                                        Access access);

    Result<std::unique_ptr<UnitOfWork>> begin() override;
    LedgerReader &reader() override { return *writer_; }
    Result<std::unique_ptr<LedgerReader>> open_reader() override;

    SqlLedger &ledger() { return *writer_; }

private:
    SqlLedgerStore(ConnectionFactory connect, std::shared_ptr<HeadKeeper> keeper, Access access,
                   std::unique_ptr<SqlLedger> writer);

    ConnectionFactory connect_;
    std::shared_ptr<HeadKeeper> keeper_;
    Access access_;
    std::unique_ptr<SqlLedger> writer_;
};

}  // namespace aftercharge
