// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journey/journey_network.h"

#include <QtCore/QFile>

#include "models/workflow/registry_changes.h"
#include "models/workflow/top_up_member.h"

namespace aftercharge {
namespace {

const Actor admin{Source::Admin, "admin"};

Result<void> add_people(Work &work, Currency currency)
{
    struct Person {
        const char *name;
        const char *display_name;
        Role role;
        std::int64_t limit_minor;  // 0: none
    };
    for (const Person &person :
         {Person{"wang.jing", "Wang Jing", Role::Agent, 3000}, Person{"r.bauer", "R. Bauer", Role::Ops, 0},
          Person{"m.sato", "M. Sato", Role::Supervisor, 200000}}) {
        Operator made;
        made.name = *OperatorName::from_text(person.name);
        made.display_name = person.display_name;
        made.role = person.role;
        if (person.limit_minor > 0)
            made.approval_limit = *Money::from_minor(person.limit_minor, currency);
        if (auto added = add_operator(work, made, admin); !added)
            return added;
    }
    return {};
}

Result<void> add_points(Work &work)
{
    QFile tariff(QStringLiteral(SOURCE_DIR "/resources/tariffs/shanghai_dc.json"));
    if (!tariff.open(QIODevice::ReadOnly))
        return fail(ErrorCode::TariffNotFound, tariff.errorString().toStdString());
    if (const auto imported = import_tariff(work, tariff.readAll().toStdString(), admin); !imported)
        return pass_on(imported);
    const Station station{*StationId::from_text("HQ"), "虹桥枢纽 Hongqiao", "Asia/Shanghai"};
    if (auto added = add_station(work, station, admin); !added)
        return added;
    const auto password = hash_charge_point_password(journey_password, work.random);
    if (!password)
        return pass_on(password);
    for (const char *id : {"CP-0412", "CP-0455", "CP-0246", "CP-0320"}) {
        ChargePoint point;
        point.id = *ChargePointId::from_text(id);
        point.station_id = station.id;
        point.connectors = 2;
        point.max_power = PowerW{270'000};
        point.tariff_id = *TariffId::from_text("SHANGHAI-DC");
        point.password = *password;
        if (auto added = add_charge_point(work, point, admin); !added)
            return added;
    }
    return {};
}

Result<void> add_members(Work &work, Currency currency)
{
    for (const char *id : {"M-1001", "M-1002", "M-1003", "M-1004"}) {
        Member member;
        member.id = *MemberId::from_text(id);
        member.name = std::string("Member ") + id;
        member.id_tags.push_back(*IdTag::from_text("TAG-" + std::string(id).substr(2)));
        member.created_at = work.clock.now();
        if (auto added = add_member(work, member, admin); !added)
            return added;
        const TopUp top_up{member.id, *Money::from_minor(30000, currency), make_uuid(work.clock, work.random), admin};
        if (const auto topped = top_up_member(work, top_up); !topped)
            return pass_on(topped);
    }
    return {};
}

}  // namespace

Result<void> fill_journey_network(Work &work)
{
    const auto currency = Currency::from_code("CNY");
    if (auto added = add_people(work, *currency); !added)
        return added;
    if (auto added = add_points(work); !added)
        return added;
    return add_members(work, *currency);
}

}  // namespace aftercharge
