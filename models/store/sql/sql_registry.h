// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/registry.h"
#include "models/store/sql/ledger_context.h"

namespace aftercharge {

// sql_registry.cpp: the network, its places and people at the desk; sql_members.cpp: members;
// sql_tariffs.cpp: tariffs and tokens.
class SqlRegistry final : public RegistryWriter {
public:
    explicit SqlRegistry(LedgerContext context) : context_(context) {}

    Result<Network> network() override;
    Result<std::vector<Station>> stations() override;
    Result<Station> station(const StationId &id) override;
    Result<std::vector<ChargePoint>> charge_points() override;
    Result<ChargePoint> charge_point(const ChargePointId &id) override;
    Result<Member> member(const MemberId &id) override;
    Result<std::optional<Member>> member_by_tag(const IdTag &id_tag) override;
    Result<std::vector<Member>> members(std::string_view text, int limit) override;
    Result<StoredTariff> tariff(const TariffId &id) override;
    Result<StoredTariff> tariff(const TariffId &id, std::int64_t version) override;
    Result<std::vector<StoredTariff>> tariffs() override;
    Result<Operator> find_operator(const OperatorName &name) override;
    Result<std::vector<Operator>> operators() override;
    Result<std::optional<AccessToken>> token(std::string_view sha256) override;

    Result<void> put_station(const Station &station) override;
    Result<void> add_charge_point(const ChargePoint &point) override;
    Result<void> update_charge_point(const ChargePoint &point) override;
    Result<void> add_member(const Member &member) override;
    Result<void> put_tariff(const StoredTariff &tariff) override;
    Result<void> add_operator(const Operator &person) override;
    Result<void> update_operator(Operator &person) override;
    Result<void> add_token(const AccessToken &token) override;

private:
    Result<std::vector<IdTag>> tags_of(const MemberId &id);

    LedgerContext context_;
};

// For opening: the network before there is a context.
Result<Network> read_network(Database &database);
Result<void> insert_network(Database &database, const Network &network);

}  // namespace aftercharge
