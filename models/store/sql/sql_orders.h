// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/orders.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

class SqlOrders final : public OrderWriter {
public:
    explicit SqlOrders(LedgerContext context) : context_(context) {}

    Result<ChargingOrder> find(const OrderNo &order_no) override;
    Result<std::vector<ChargingOrder>> running() override;
    Result<std::map<OrderNo, std::int64_t>> running_versions() override;
    Result<std::vector<ChargingOrder>> running_at(const ChargePointId &charge_point_id) override;
    Result<std::optional<ChargingOrder>> running_on(const ConnectorId &connector) override;
    Result<std::optional<ChargingOrder>> find_by_transaction(const ChargePointId &charge_point_id,
                                                             std::int64_t transaction_id) override;
    Result<std::optional<ChargingOrder>> find_start(const ConnectorId &connector, const IdTag &id_tag,
                                                    UtcTime started_at) override;
    Result<std::vector<ChargingOrder>> owed_by(const MemberId &member_id) override;
    Result<std::vector<OrderLogEntry>> log(const OrderNo &order_no) override;
    Result<std::vector<Reading>> deciding_readings(const OrderNo &order_no) override;
    Result<Page<ChargingOrder>> page(const OrderQuery &query) override;
    Result<std::vector<OrphanReport>> orphans(int limit) override;
    Result<std::int64_t> orphan_count() override;

    Result<OrderNo> next_order_no(UtcTime now) override;
    Result<void> insert(const ChargingOrder &order) override;
    Result<void> update(ChargingOrder &order) override;
    Result<void> append_log(const OrderLogEntry &entry) override;
    Result<void> put_deciding_readings(const OrderNo &order_no, const std::vector<Reading> &readings) override;
    Result<void> add_orphan(const OrphanReport &report) override;

private:
    LedgerContext context_;
};

}  // namespace aftercharge
