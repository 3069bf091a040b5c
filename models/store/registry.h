// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/actor.h"
#include "models/domain/network.h"

namespace aftercharge {

// A tariff as imported: canonical OCPI JSON. A change is a new version; orders keep the one
// they started with.
struct StoredTariff {
    TariffId id;
    std::int64_t version = 1;
    Currency currency;
    std::string json;
    UtcTime imported_at;
    friend bool operator==(const StoredTariff &, const StoredTariff &) = default;
};

// A bearer token; only its SHA-256 is stored.
struct AccessToken {
    std::string sha256;  // 32 bytes
    OrderNo order_no;    // the customer's: one order; empty for a desk's
    std::string desk;    // a desk's name; empty for a customer's
    UtcTime issued_at;
    std::optional<UtcTime> expires_at;
};

class RegistryReader {
public:
    virtual ~RegistryReader() = default;
    virtual Result<Network> network() = 0;
    virtual Result<std::vector<Station>> stations() = 0;
    virtual Result<Station> station(const StationId &id) = 0;  // station.not_found
    virtual Result<std::vector<ChargePoint>> charge_points() = 0;
    virtual Result<ChargePoint> charge_point(const ChargePointId &id) = 0;  // charge_point.not_found
    virtual Result<Member> member(const MemberId &id) = 0;                  // member.not_found
    virtual Result<std::optional<Member>> member_by_tag(const IdTag &id_tag) = 0;
    virtual Result<std::vector<Member>> members(std::string_view text, int limit) = 0;
    virtual Result<StoredTariff> tariff(const TariffId &id) = 0;  // the newest; tariff.not_found
    virtual Result<StoredTariff> tariff(const TariffId &id, std::int64_t version) = 0;
    virtual Result<std::vector<StoredTariff>> tariffs() = 0;               // the newest of each
    virtual Result<Operator> find_operator(const OperatorName &name) = 0;  // operator.not_found
    virtual Result<std::vector<Operator>> operators() = 0;
    virtual Result<std::optional<AccessToken>> token(std::string_view sha256) = 0;
};

class RegistryWriter : public RegistryReader {
public:
    virtual Result<void> put_station(const Station &station) = 0;
    virtual Result<void> add_charge_point(const ChargePoint &point) = 0;  // charge_point.exists
    virtual Result<void> update_charge_point(const ChargePoint &point) = 0;
    virtual Result<void> add_member(const Member &member) = 0;        // member.exists, also for a card of another
    virtual Result<void> put_tariff(const StoredTariff &tariff) = 0;  // version is set by the store
    virtual Result<void> add_operator(const Operator &person) = 0;    // operator.exists
    virtual Result<void> update_operator(Operator &person) = 0;       // by version
    virtual Result<void> add_token(const AccessToken &token) = 0;
};

}  // namespace aftercharge
