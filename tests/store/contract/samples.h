// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/store/ledger_store.h"
#include "models/store/telemetry_store.h"

namespace aftercharge::samples {

// 2026-11-23T10:00:00Z plus so many milliseconds: 18:00 in Shanghai.
UtcTime at(std::int64_t milliseconds = 0);
Currency cny();
Money yuan(const char *text);
Uuid uuid(int number);

template<typename T>
T id(const std::string &text)
{
    return T::from_text(text).value();
}

Member member(const std::string &name, const std::string &card);
ChargePoint charge_point(const std::string &name, const std::string &station);
// Charging, ¥50.00 frozen.
ChargingOrder order(const std::string &number, std::int64_t started = 0);
// Settled: fee and owed as given.
ChargingOrder settled_order(const std::string &number, const char *fee, const char *owed);
Transfer top_up(int number, const std::string &member, const char *amount, const std::string &reference);
Transfer transfer(int number, const AccountId &debit, const AccountId &credit, const char *amount,
                  const std::string &reference);
Ticket ticket(const std::string &number, const std::string &order_no, std::int64_t due);
Refund refund(const std::string &number, const std::string &order_no, const char *amount, int transfer_number);
Reading reading(std::int64_t milliseconds, std::int64_t register_wh);
DeviceEvent device_event(const std::string &charge_point, int connector, std::int64_t milliseconds,
                         const std::string &order_no);

// A query with some of its fields set.
template<typename Query, typename Set>
Query with(Set set)
{
    Query query;
    set(query);
    return query;
}

// Runs `work` in a unit of work and commits it; the first failure is returned.
template<typename Work>
Result<void> commit(LedgerStore &store, Work work)
{
    auto unit = store.begin();
    if (!unit)
        return tl::unexpected(unit.error());
    const auto done = work(**unit);
    if (!done)
        return tl::unexpected(done.error());
    return (*unit)->commit();
}

}  // namespace aftercharge::samples
