// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/command_charge_point.h"

#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

// A command that nobody could pass on within this time is refused, not done later by surprise.
Result<Uuid> put_command(UnitOfWork &unit, Work &work, const AddressedCommand &command, const Actor &actor)
{
    if (auto checked = check_actor(unit.registry(), actor, Right::CommandChargers); !checked)
        return pass_on(checked);
    Effect effect;
    effect.id = make_uuid(work.clock, work.random);
    effect.kind = EffectKind::ChargePointCommand;
    effect.key = effect.id.to_text();
    effect.payload = command_to_text(command);
    effect.actor = actor;
    effect.created_at = effect.due_at = work.clock.now();
    if (auto added = unit.outbox().add(effect); !added)
        return pass_on(added);
    if (auto noted = audit(unit, work, actor, "charge_point.command", "charge_point", command.charge_point_id.text(),
                           effect.payload);
        !noted)
        return pass_on(noted);
    return effect.id;
}

Result<Uuid> request(Work &work, const AddressedCommand &command, const Actor &actor)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (const auto point = (*unit)->registry().charge_point(command.charge_point_id); !point)
        return pass_on(point);
    auto id = put_command(**unit, work, command, actor);
    if (!id)
        return id;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return id;
}

Result<void> check_connector(LedgerReader &ledger, const ConnectorId &connector)
{
    const auto point = ledger.registry().charge_point(connector.charge_point_id);
    if (!point)
        return pass_on(point);
    if (connector.connector_id < 1 || connector.connector_id > point->connectors)
        return fail(ErrorCode::ConnectorNotFound,
                    connector.charge_point_id.text() + "/" + std::to_string(connector.connector_id));
    return {};
}

}  // namespace

Result<Uuid> request_stop(Work &work, const OrderNo &order_no, const Actor &actor)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    auto order = (*unit)->orders().find(order_no);
    if (!order)
        return pass_on(order);
    if (order->state != OrderState::Charging)
        return fail(ErrorCode::OrderNotRunning, order_no.text() + " is " + std::string(to_text(order->state)));
    auto id = put_command(**unit, work,
                          {order->connector.charge_point_id, chargepoint::RemoteStop{order->transaction_id}}, actor);
    if (!id)
        return id;
    const bool was_requested = order->stop_requested_at.has_value();
    order->stop_requested_at = work.clock.now();
    if (auto updated = (*unit)->orders().update(*order); !updated)
        return pass_on(updated);
    if (auto noted = note_on_order(**unit, work, *order, "STOP_REQUESTED", actor, {}); !noted)
        return pass_on(noted);
    // A person who stops a session tells why himself.
    if (actor.source == Source::System && !was_requested) {
        if (auto told = notify(
                **unit, work, NoticeKind::StopRequested, *order,
                {{"order_no", order_no.text()}, {"currency", std::string(order->fee.currency().code())}});
            !told)
            return pass_on(told);
    }
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    work.changes.rows.push_back({ChangedTable::Orders, order_no.text(), order->version});
    return id;
}

Result<Uuid> request_start(Work &work, const ConnectorId &connector, const MemberId &member_id, const Actor &actor)
{
    LedgerReader &ledger = work.ledger.reader();
    if (auto checked = check_connector(ledger, connector); !checked)
        return pass_on(checked);
    const auto member = ledger.registry().member(member_id);
    if (!member)
        return pass_on(member);
    if (member->id_tags.empty())
        return fail(ErrorCode::TagUnknown, member_id.text() + " has no card");
    const auto balance = ledger.accounts().member_balance(member_id);
    if (!balance)
        return pass_on(balance);
    if (!balance->available.is_positive())
        return fail(ErrorCode::MemberNothingAvailable, member_id.text());
    const auto running = ledger.orders().running_on(connector);
    if (!running)
        return pass_on(running);
    if (*running)
        return fail(ErrorCode::ConnectorBusy, (*running)->order_no.text());
    return request(
        work,
        {connector.charge_point_id, chargepoint::RemoteStart{connector.connector_id, member->id_tags.front().text()}},
        actor);
}

Result<Uuid> request_unlock(Work &work, const ConnectorId &connector, const Actor &actor)
{
    if (auto checked = check_connector(work.ledger.reader(), connector); !checked)
        return pass_on(checked);
    return request(work, {connector.charge_point_id, chargepoint::UnlockConnector{connector.connector_id}}, actor);
}

Result<Uuid> request_reset(Work &work, const ChargePointId &charge_point_id, bool hard, const Actor &actor)
{
    return request(work, {charge_point_id, chargepoint::Reset{hard}}, actor);
}

Result<Uuid> request_configuration(Work &work, const ChargePointId &charge_point_id, const std::string &key,
                                   const std::string &value, const Actor &actor)
{
    if (key.empty() || key.size() > 50 || value.size() > 500 || key.find(' ') != std::string::npos)
        return fail(ErrorCode::InputInvalid, "a key of 1 to 50 characters, a value of at most 500");
    return request(work, {charge_point_id, chargepoint::ChangeConfiguration{key, value}}, actor);
}

}  // namespace aftercharge
