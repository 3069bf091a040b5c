// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/store/ledger_store.h"
#include "models/store/sql/connection_factory.h"
#include "models/store/sql/head_keeper.h"
#include "models/store/sql/sql_ledger.h"

namespace aftercharge {

class SqlLedgerStore final : public LedgerStore {
public:
    // `access`: with ReadOnly begin() is store.read_only (a store that was rolled back).
    static Result<std::unique_ptr<SqlLedgerStore>> open(ConnectionFactory connect, std::shared_ptr<HeadKeeper> keeper,
                                                        Access access, Writers writers = Writers::One);

    Result<std::unique_ptr<UnitOfWork>> begin() override;
    LedgerReader &reader() override { return *writer_; }
    Result<std::unique_ptr<LedgerReader>> open_reader() override;
    bool has_logins() const override { return writers_ == Writers::Many; }

    SqlLedger &ledger() { return *writer_; }

private:
    SqlLedgerStore(ConnectionFactory connect, std::shared_ptr<HeadKeeper> keeper, Access access, Writers writers,
                   std::unique_ptr<SqlLedger> writer);

    ConnectionFactory connect_;
    std::shared_ptr<HeadKeeper> keeper_;
    Access access_;
    Writers writers_;
    std::unique_ptr<SqlLedger> writer_;
};

}  // namespace aftercharge
