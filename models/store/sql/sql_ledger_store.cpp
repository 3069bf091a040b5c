// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/sql_ledger_store.h"

#include <utility>

#include "models/store/sql/sql_unit_of_work.h"

namespace aftercharge {

namespace {

// A reader of another thread, which keeps alive what its audit compares with.
class OwnReader final : public LedgerReader {
public:
    OwnReader(std::shared_ptr<HeadKeeper> keeper, std::unique_ptr<SqlLedger> ledger)
        : keeper_(std::move(keeper)), ledger_(std::move(ledger))
    {
    }
    AccountReader &accounts() override { return ledger_->accounts(); }
    OrderReader &orders() override { return ledger_->orders(); }
    RegistryReader &registry() override { return ledger_->registry(); }
    TicketReader &tickets() override { return ledger_->tickets(); }
    RefundReader &refunds() override { return ledger_->refunds(); }
    AuditReader &audit() override { return ledger_->audit(); }
    OutboxReader &outbox() override { return ledger_->outbox(); }
    GoodsReader &goods() override { return ledger_->goods(); }
    ShipmentReader &shipments() override { return ledger_->shipments(); }
    ClaimReader &claims() override { return ledger_->claims(); }
    ApprovalReader &approvals() override { return ledger_->approvals(); }
    GatewayReader &gateways() override { return ledger_->gateways(); }
    DecisionReader &decisions() override { return ledger_->decisions(); }
    PresenceReader &presence() override { return ledger_->presence(); }
    Result<std::int64_t> data_version() override { return ledger_->data_version(); }

private:
    std::shared_ptr<HeadKeeper> keeper_;
    std::unique_ptr<SqlLedger> ledger_;
};

}  // namespace

SqlLedgerStore::SqlLedgerStore(ConnectionFactory connect, std::shared_ptr<HeadKeeper> keeper, Access access,
                               Writers writers, std::unique_ptr<SqlLedger> writer)
    : connect_(std::move(connect)), keeper_(std::move(keeper)), access_(access), writers_(writers),
      writer_(std::move(writer))
{
}

Result<std::unique_ptr<SqlLedgerStore>> SqlLedgerStore::open(ConnectionFactory connect,
                                                             std::shared_ptr<HeadKeeper> keeper, Access access,
                                                             Writers writers)
{
    auto database = connect(access);
    if (!database)
        return tl::unexpected(database.error());
    std::unique_ptr<NumberSeries> numbers;
    if (writers == Writers::Many)
        numbers = std::make_unique<BlockNumbers>([connect] { return connect(Access::ReadWrite); });
    auto ledger = SqlLedger::make(std::move(*database), keeper.get(), std::move(numbers));
    if (!ledger)
        return tl::unexpected(ledger.error());
    return std::unique_ptr<SqlLedgerStore>(
        new SqlLedgerStore(std::move(connect), std::move(keeper), access, writers, std::move(*ledger)));
}

Result<std::unique_ptr<UnitOfWork>> SqlLedgerStore::begin()
{
    if (access_ == Access::ReadOnly)
        return fail(ErrorCode::StoreReadOnly, "the store was opened for reading only");
    if (const auto begun = writer_->database().begin(); !begun)
        return tl::unexpected(begun.error());
    writer_->forget_pending();
    return std::make_unique<SqlUnitOfWork>(*writer_, keeper_.get());
}

Result<std::unique_ptr<LedgerReader>> SqlLedgerStore::open_reader()
{
    auto database = connect_(Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    auto ledger = SqlLedger::make(std::move(*database), keeper_.get());
    if (!ledger)
        return tl::unexpected(ledger.error());
    return std::make_unique<OwnReader>(keeper_, std::move(*ledger));
}

}  // namespace aftercharge
