// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/registry_changes.h"

#include <algorithm>
#include <functional>

#include <QtCore/QTimeZone>

#include "models/gateway/ocpi/tariff_json.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

using Change = std::function<Result<void>(UnitOfWork &)>;

// What is_plausible takes for a power: 100 MW.
constexpr PowerW most_power{100'000'000};

// One unit of work around a change of the registry, with its audit row.
Result<void> change_registry(Work &work, const Actor &actor, const std::string &action, const std::string &entity,
                             const std::string &id, const Change &change)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto checked = check_actor((*unit)->registry(), actor, Right::Administer); !checked)
        return checked;
    if (auto changed = change(**unit); !changed)
        return changed;
    if (auto noted = audit(**unit, work, actor, action, entity, id, {}); !noted)
        return noted;
    if (auto committed = (*unit)->commit(); !committed)
        return committed;
    work.changes.rows.push_back({ChangedTable::Registry, id, 0});
    return {};
}

Result<void> check_zone(const std::string &iana_name)
{
    if (QTimeZone(QByteArray::fromStdString(iana_name)).isValid())
        return {};
    return fail(ErrorCode::TimeInvalid, "unknown time zone " + iana_name);
}

Result<void> check_point(UnitOfWork &unit, const ChargePoint &point)
{
    if (point.connectors < 1 || point.connectors > 100)
        return fail(ErrorCode::InputInvalid, "1 to 100 connectors, not " + std::to_string(point.connectors));
    if (point.max_power.value() < 0 || point.max_power > most_power)
        return fail(ErrorCode::InputInvalid, "0 to 100 MW, not " + std::to_string(point.max_power.value()) + " W");
    if (const auto station = unit.registry().station(point.station_id); !station)
        return pass_on(station);
    if (!point.tariff_id.is_empty()) {
        if (const auto tariff = unit.registry().tariff(point.tariff_id); !tariff)
            return pass_on(tariff);
    }
    return {};
}

Result<Operator> change_operator(Work &work, const OperatorName &name, const Actor &actor, const std::string &action,
                                 const std::function<Result<void>(UnitOfWork &, Operator &)> &change)
{
    Operator changed;
    auto done = change_registry(work, actor, action, "operator", name.text(), [&](UnitOfWork &unit) -> Result<void> {
        auto person = unit.registry().find_operator(name);
        if (!person)
            return pass_on(person);
        if (auto allowed = change(unit, *person); !allowed)
            return allowed;
        if (auto updated = unit.registry().update_operator(*person); !updated)
            return updated;
        changed = *person;
        return {};
    });
    if (!done)
        return pass_on(done);
    return changed;
}

std::string lower_case(std::string text)
{
    // Names are ASCII.
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return text;
}

Result<void> check_name_is_new(RegistryReader &registry, const OperatorName &name)
{
    const auto all = registry.operators();
    if (!all)
        return pass_on(all);
    for (const Operator &person : *all) {
        if (lower_case(person.name.text()) == lower_case(name.text()))
            return fail(ErrorCode::OperatorExists, person.name.text());
    }
    return {};
}

Result<void> check_another_administrator(RegistryReader &registry, const Operator &leaving)
{
    if (leaving.role != Role::Administrator || leaving.disabled)
        return {};
    const auto all = registry.operators();
    if (!all)
        return pass_on(all);
    const bool another = std::any_of(all->begin(), all->end(), [&](const Operator &person) {
        return person.role == Role::Administrator && !person.disabled && person.name != leaving.name;
    });
    if (another)
        return {};
    return fail(ErrorCode::OperatorNotPermitted, leaving.name.text() + " is the last administrator");
}

Result<void> check_currency(RegistryReader &registry, const std::optional<Money> &amount)
{
    const auto network = registry.network();
    if (!network)
        return pass_on(network);
    if (amount && amount->currency() != network->currency)
        return fail(ErrorCode::MoneyCurrencyMismatch, std::string(amount->currency().code()));
    return {};
}

}  // namespace

Result<void> add_station(Work &work, const Station &station, const Actor &actor)
{
    if (auto checked = check_zone(station.time_zone); !checked)
        return checked;
    return change_registry(work, actor, "station.add", "station", station.id.text(),
                           [&](UnitOfWork &unit) { return unit.registry().put_station(station); });
}

Result<void> add_charge_point(Work &work, const ChargePoint &point, const Actor &actor)
{
    return change_registry(work, actor, "charge_point.add", "charge_point", point.id.text(),
                           [&](UnitOfWork &unit) -> Result<void> {
                               if (auto checked = check_point(unit, point); !checked)
                                   return checked;
                               return unit.registry().add_charge_point(point);
                           });
}

Result<void> add_member(Work &work, const Member &member, const Actor &actor)
{
    if (member.prepay && !member.prepay->is_positive())
        return fail(ErrorCode::MoneyNotPositive, member.prepay->to_text());
    return change_registry(work, actor, "member.add", "member", member.id.text(), [&](UnitOfWork &unit) {
        // In another currency no start could freeze it.
        return check_currency(unit.registry(), member.prepay).and_then([&] {
            return unit.registry().add_member(member);
        });
    });
}

Result<StoredTariff> import_tariff(Work &work, const std::string &json, const Actor &actor)
{
    const auto tariff = tariff_from_json(json);
    if (!tariff)
        return pass_on(tariff);
    if (auto checked = check_tariff(*tariff); !checked)
        return pass_on(checked);
    StoredTariff stored;
    auto done = change_registry(
        work, actor, "tariff.import", "tariff", tariff->id.text(), [&](UnitOfWork &unit) -> Result<void> {
            const auto network = unit.registry().network();
            if (!network)
                return pass_on(network);
            if (tariff->currency != network->currency)
                return fail(ErrorCode::MoneyCurrencyMismatch, std::string(tariff->currency.code()) +
                                                                  ", the network has " +
                                                                  std::string(network->currency.code()));
            stored = {tariff->id, 1, tariff->currency, tariff_to_json(*tariff), work.clock.now()};
            if (auto put = unit.registry().put_tariff(stored); !put)
                return put;
            const auto newest = unit.registry().tariff(tariff->id);
            if (!newest)
                return pass_on(newest);
            stored = *newest;
            return {};
        });
    if (!done)
        return pass_on(done);
    return stored;
}

Result<void> add_operator(Work &work, const Operator &person, const Actor &actor)
{
    if (person.approval_limit && person.approval_limit->is_negative())
        return fail(ErrorCode::InputInvalid, "negative limit");
    return change_registry(work, actor, "operator.add", "operator", person.name.text(), [&](UnitOfWork &unit) {
        return check_name_is_new(unit.registry(), person.name)
            .and_then([&] { return check_currency(unit.registry(), person.approval_limit); })
            .and_then([&] { return unit.registry().add_operator(person); });
    });
}

Result<Operator> set_operator_limit(Work &work, const OperatorName &name, std::optional<Money> limit,
                                    const Actor &actor)
{
    if (limit && limit->is_negative())
        return fail(ErrorCode::InputInvalid, "negative limit");
    if (actor == actor_of(name))
        return fail(ErrorCode::OperatorNotPermitted, "one's own limit");
    return change_operator(work, name, actor, "operator.set_limit", [&](UnitOfWork &unit, Operator &person) {
        person.approval_limit = limit;
        return check_currency(unit.registry(), limit);
    });
}

Result<Operator> disable_operator(Work &work, const OperatorName &name, const Actor &actor)
{
    return change_operator(work, name, actor, "operator.disable", [](UnitOfWork &unit, Operator &person) {
        auto checked = check_another_administrator(unit.registry(), person);
        person.disabled = true;
        return checked;
    });
}

}  // namespace aftercharge
