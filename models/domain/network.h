// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/quantity.h"

namespace aftercharge {

// What the store was made for; fixed at `store init`.
struct Network {
    std::string name;
    Currency currency;
    std::string time_zone;  // IANA name
    Uuid store_id;
    UtcTime created_at;
    friend bool operator==(const Network &, const Network &) = default;
};

struct Station {
    StationId id;
    std::string name;
    std::string time_zone;  // IANA name; tariffs are local to it
    friend bool operator==(const Station &, const Station &) = default;
};

// The password of OCPP's Basic authentication, salted and hashed; never stored readable.
struct PasswordHash {
    std::string salt;  // 16 bytes
    std::string hash;  // 32 bytes
    friend bool operator==(const PasswordHash &, const PasswordHash &) = default;
};

struct ChargePoint {
    ChargePointId id;
    StationId station_id;
    int connectors = 1;  // numbered from 1
    PowerW max_power{};  // of one connector; 0: not known
    TariffId tariff_id;  // empty: charging is free
    PasswordHash password;
    std::string vendor;
    std::string model;
    std::string firmware;
    std::string serial_number;
    std::optional<UtcTime> last_boot_at;
    friend bool operator==(const ChargePoint &, const ChargePoint &) = default;
};

struct ConnectorId {
    ChargePointId charge_point_id;
    int connector_id = 0;  // from 1; 0 is the charge point itself
    friend auto operator<=>(const ConnectorId &, const ConnectorId &) = default;
    friend bool operator==(const ConnectorId &, const ConnectorId &) = default;
};

// A charging customer. Name and phone stand in a table of their own, so that they can be erased.
struct Member {
    MemberId id;
    std::string name;
    std::string phone;
    std::vector<IdTag> id_tags;
    std::optional<Money> prepay;  // frozen at a start by card; none: the network's default
    UtcTime created_at;
    friend bool operator==(const Member &, const Member &) = default;
};

}  // namespace aftercharge
