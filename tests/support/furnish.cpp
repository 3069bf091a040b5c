// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/furnish.h"

#include "models/workflow/charge_point_directory.h"
#include "models/workflow/registry_changes.h"
#include "models/workflow/start_charging.h"
#include "models/workflow/stop_charging.h"
#include "models/workflow/top_up_member.h"

namespace aftercharge {
namespace {

using namespace std::chrono_literals;

const Actor actor{Source::System, "furnish"};

Result<void> add_point(Work &work, const Furnished &point, const StationId &station, const TariffId &tariff,
                       const PasswordHash &hash)
{
    ChargePoint added;
    added.id = *ChargePointId::from_text(point.charge_point);
    added.station_id = station;
    added.max_power = PowerW{120'000};
    added.tariff_id = tariff;
    added.password = hash;
    return add_charge_point(work, added, actor);
}

Result<void> add_driver(Work &work, const Furnished &driver, const Money &money)
{
    Member member;
    member.id = driver.member;
    member.name = "Driver";
    member.id_tags = {*IdTag::from_text(driver.id_tag)};
    member.created_at = work.clock.now();
    if (auto added = add_member(work, member, actor); !added)
        return added;
    const TopUp top_up{member.id, money, make_uuid(work.clock, work.random), actor};
    return top_up_member(work, top_up).map([](const MemberBalance &) {});
}

}  // namespace

Result<std::vector<Furnished>> furnish_network(Work &work, const std::string &prefix, int points,
                                               const std::string &tariff_json)
{
    const auto network = work.ledger.reader().registry().network();
    if (!network)
        return pass_on(network);
    const StationId station = *StationId::from_text("S-" + prefix);
    if (auto added = add_station(work, {station, "Station", network->time_zone}, actor); !added)
        return pass_on(added);
    const auto tariff = import_tariff(work, tariff_json, actor);
    if (!tariff)
        return pass_on(tariff);
    const auto money = Money::from_text("10000.00", network->currency);
    const std::string password = "furnished-password";
    const auto hash = hash_charge_point_password(password, work.random);
    if (!money || !hash)
        return money ? pass_on(hash) : pass_on(money);
    std::vector<Furnished> made;
    for (int i = 0; i < points; ++i) {
        const std::string number = std::to_string(10'000 + i);
        const Furnished one{prefix + number, password, "CARD-" + prefix + number,
                            *MemberId::from_text("M" + prefix + number)};
        if (auto added = add_point(work, one, station, tariff->id, *hash); !added)
            return pass_on(added);
        if (auto added = add_driver(work, one, *money); !added)
            return pass_on(added);
        made.push_back(one);
        work.changes.clear();
    }
    return made;
}

Result<OrderNo> charge_once(Work &work, const Furnished &at)
{
    ChargePointDirectory directory;
    if (auto read = directory.read(work.ledger.reader().registry()); !read)
        return pass_on(read);
    const auto point = directory.find(*ChargePointId::from_text(at.charge_point));
    if (!point)
        return fail(ErrorCode::ChargePointNotFound, at.charge_point);
    const UtcTime begin = work.clock.now() - 2h;
    const auto started = start_charging(work, *point, {1, at.id_tag, EnergyWh{1'000'000}, begin});
    if (!started)
        return pass_on(started);
    const StopFacts facts{.at = begin + 40min,
                          .meter_stop = EnergyWh{1'004'000},
                          .reason = StopReason::Local,
                          .detail = {},
                          .actor = actor};
    const auto stopped = stop_charging(work, started->order.order_no, facts, {});
    work.changes.clear();
    if (!stopped)
        return pass_on(stopped);
    return stopped->order_no;
}

}  // namespace aftercharge
