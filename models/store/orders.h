// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/charging_order.h"
#include "models/domain/device_event.h"
#include "models/domain/reading.h"
#include "models/store/page.h"

namespace aftercharge {

struct OrderQuery {
    std::optional<OrderState> state;
    std::optional<MemberId> member_id;
    std::optional<ChargePointId> charge_point_id;
    std::string text;  // part of order number, charge point, member or card
    enum class Sort { StartedAt, Number, Fee } sort = Sort::StartedAt;
    PageRequest page;
};

class OrderReader {
public:
    virtual ~OrderReader() = default;
    virtual Result<ChargingOrder> find(const OrderNo &order_no) = 0;  // order.not_found
    // CREATED and CHARGING.
    virtual Result<std::vector<ChargingOrder>> running() = 0;
    // The same, only which and in which version.
    virtual Result<std::map<OrderNo, std::int64_t>> running_versions() = 0;
    virtual Result<std::vector<ChargingOrder>> running_at(const ChargePointId &charge_point_id) = 0;
    virtual Result<std::optional<ChargingOrder>> running_on(const ConnectorId &connector) = 0;
    virtual Result<std::optional<ChargingOrder>> find_by_transaction(const ChargePointId &charge_point_id,
                                                                     std::int64_t transaction_id) = 0;
    // The order that a StartTransaction made, so that its repetition finds it.
    virtual Result<std::optional<ChargingOrder>> find_start(const ConnectorId &connector, const IdTag &id_tag,
                                                            UtcTime started_at) = 0;
    // Orders with owed > 0, oldest first.
    virtual Result<std::vector<ChargingOrder>> owed_by(const MemberId &member_id) = 0;
    virtual Result<std::vector<OrderLogEntry>> log(const OrderNo &order_no) = 0;
    // The readings that a settlement decided on, in time order.
    virtual Result<std::vector<Reading>> deciding_readings(const OrderNo &order_no) = 0;
    virtual Result<Page<ChargingOrder>> page(const OrderQuery &query) = 0;
    virtual Result<std::vector<OrphanReport>> orphans(int limit) = 0;
    virtual Result<std::int64_t> orphan_count() = 0;
};

class OrderWriter : public OrderReader {
public:
    // "C20261123-0097": prefix, the day in the network's zone, a number from 1 a day.
    virtual Result<OrderNo> next_order_no(UtcTime now) = 0;
    virtual Result<void> insert(const ChargingOrder &order) = 0;
    // Writes what changed if the stored version is order.version (else store.conflict);
    // order.version is then one higher.
    virtual Result<void> update(ChargingOrder &order) = 0;
    virtual Result<void> append_log(const OrderLogEntry &entry) = 0;
    // Replaces the deciding readings of the order.
    virtual Result<void> put_deciding_readings(const OrderNo &order_no, const std::vector<Reading> &readings) = 0;
    virtual Result<void> add_orphan(const OrphanReport &report) = 0;
};

}  // namespace aftercharge
