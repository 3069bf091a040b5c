// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_fill.h"

#include <QtCore/QFile>

#include "app/console/demo/demo_cast.h"
#include "models/workflow/import_goods.h"
#include "models/workflow/registry_changes.h"
#include "models/workflow/set_gateway.h"
#include "models/workflow/top_up_member.h"

namespace aftercharge::demo {
namespace {

const Actor admin{Source::Admin, "admin"};

struct Place {
    const char *id;
    const char *name;
};
constexpr Place stations[] = {{"HQ", "虹桥枢纽 Hongqiao"}, {"PD", "浦东陆家嘴 Lujiazui"}, {"XH", "徐家汇 Xujiahui"}};

Result<Operator> person(const char *name, const char *display_name, Role role, const char *limit, Currency currency)
{
    Operator result;
    result.name = *OperatorName::from_text(name);
    result.display_name = display_name;
    result.role = role;
    if (limit) {
        const auto amount = Money::from_text(limit, currency);
        if (!amount)
            return pass_on(amount);
        result.approval_limit = *amount;
    }
    return result;
}

Result<void> add_stations(Work &work)
{
    for (const Place &place : stations) {
        const Station station{*StationId::from_text(place.id), place.name, "Asia/Shanghai"};
        if (auto added = add_station(work, station, admin); !added)
            return added;
    }
    return {};
}

Result<void> add_tariff(Work &work)
{
    QFile file(QStringLiteral(":/aftercharge/tariffs/shanghai_dc.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::TariffNotFound, "built-in tariff");
    if (const auto imported = import_tariff(work, file.readAll().toStdString(), admin); !imported)
        return pass_on(imported);
    return {};
}

Result<void> add_point(Work &work, const Player &player, const PasswordHash &password)
{
    ChargePoint point;
    point.id = *ChargePointId::from_text(player.charge_point);
    point.station_id = *StationId::from_text(player.station);
    point.connectors = 2;
    point.max_power = PowerW{player.max_power_kw * 1000};
    point.tariff_id = *TariffId::from_text("SHANGHAI-DC");
    point.password = password;
    return add_charge_point(work, point, admin);
}

Result<void> add_player(Work &work, const Player &player, Currency currency)
{
    Member member;
    member.id = *MemberId::from_text(player.member);
    member.name = player.member_name;
    member.id_tags.push_back(*IdTag::from_text(card_of(player)));
    member.created_at = work.clock.now();
    if (auto added = add_member(work, member, admin); !added)
        return added;
    const auto amount = Money::from_text(player.balance, currency);
    if (!amount)
        return pass_on(amount);
    const TopUp top_up{member.id, *amount, make_uuid(work.clock, work.random), admin};
    if (const auto topped = top_up_member(work, top_up); !topped)
        return pass_on(topped);
    return {};
}

Result<void> add_goods(Work &work, const std::vector<GatewayAccount> &gateways)
{
    QFile file(QStringLiteral(":/aftercharge/demo/goods_orders.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, "built-in goods orders");
    const auto orders = read_goods_json(file.readAll().toStdString());
    if (!orders)
        return pass_on(orders);
    const auto report = import_goods(work, *orders, admin);
    if (!report)
        return pass_on(report);
    if (!report->refused.empty())
        return fail(ErrorCode::Internal, report->refused.front().where + ": " + report->refused.front().why);
    for (const GatewayAccount &account : gateways) {
        if (auto set = set_gateway(work, account, admin); !set)
            return set;
    }
    return {};
}

}  // namespace

Result<std::vector<Operator>> people(Currency currency)
{
    std::vector<Operator> people;
    for (auto &made : {person("admin", "Administrator", Role::Administrator, nullptr, currency),
                       person("wang.jing", "王 静", Role::Agent, "30.00", currency),
                       person("r.bauer", "R. Bauer", Role::Ops, nullptr, currency),
                       person("m.sato", "M. Sato", Role::Supervisor, "2000.00", currency)}) {
        if (!made)
            return pass_on(made);
        people.push_back(*made);
    }
    return people;
}

Result<std::string> fill_network(Work &work, const std::vector<GatewayAccount> &gateways)
{
    const auto network = work.ledger.reader().registry().network();
    if (!network)
        return pass_on(network);
    if (auto added = add_tariff(work).and_then([&] { return add_stations(work); }); !added)
        return pass_on(added);
    std::string password = fresh_password(work.random);
    const auto hash = hash_charge_point_password(password, work.random);
    if (!hash)
        return pass_on(hash);
    for (const Player &player : cast()) {
        if (auto added = add_point(work, player, *hash); !added)
            return pass_on(added);
        if (auto added = add_player(work, player, network->currency); !added)
            return pass_on(added);
    }
    if (auto added = add_goods(work, gateways); !added)
        return pass_on(added);
    return password;
}

std::string fresh_password(Random &random)
{
    constexpr char letters[] = "abcdefghijkmnpqrstuvwxyz23456789";
    std::string password;
    for (int i = 0; i < 20; ++i)
        password += letters[random.next() % (sizeof letters - 1)];
    return password;
}

}  // namespace aftercharge::demo
