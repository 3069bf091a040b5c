// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/start_charging.h"

#include "models/workflow/ledger_steps.h"

namespace aftercharge {
namespace {

using chargepoint::TagStatus;

// Transaction ids are ours: random, 31 bits, unique per charge point.
Result<std::int64_t> fresh_transaction_id(Work &work, OrderReader &orders, const ChargePointId &charge_point_id)
{
    for (int attempt = 0; attempt < 64; ++attempt) {
        const auto candidate = static_cast<std::int64_t>(work.random.next() & 0x7fffffffU);
        if (candidate == 0)
            continue;
        const auto taken = orders.find_by_transaction(charge_point_id, candidate);
        if (!taken)
            return pass_on(taken);
        if (!*taken)
            return candidate;
    }
    return fail(ErrorCode::Internal, "no free transaction id for " + charge_point_id.text());
}

Result<Money> prepayment(UnitOfWork &unit, const Member &member, Currency currency)
{
    const auto balance = unit.accounts().member_balance(member.id);
    if (!balance)
        return pass_on(balance);
    const auto wanted = member.prepay ? Result<Money>(*member.prepay) : default_prepay(currency);
    if (!wanted)
        return wanted;
    return smaller(*wanted, balance->available);
}

Result<ChargingOrder> make_order(Work &work, UnitOfWork &unit, const ChargePoint &point, const Member &member,
                                 const chargepoint::StartRequest &request, const Money &prepaid)
{
    ChargingOrder order;
    auto order_no = unit.orders().next_order_no(work.clock.now());
    if (!order_no)
        return pass_on(order_no);
    auto transaction_id = fresh_transaction_id(work, unit.orders(), point.id);
    if (!transaction_id)
        return pass_on(transaction_id);
    order.order_no = std::move(*order_no);
    order.connector = {point.id, request.connector_id};
    order.station_id = point.station_id;
    order.member_id = member.id;
    order.id_tag = *IdTag::from_text(request.id_tag);
    order.transaction_id = *transaction_id;
    if (!point.tariff_id.is_empty()) {
        const auto tariff = unit.registry().tariff(point.tariff_id);
        if (!tariff)
            return pass_on(tariff);
        order.tariff_id = tariff->id;
        order.tariff_version = tariff->version;
    }
    const Money none = Money::zero(prepaid.currency());
    order.prepaid = prepaid;
    order.fee = order.owed = order.returned = order.refunded = none;
    order.meter_start = request.meter_start;
    order.started_at = request.at;
    return order;
}

// What the charge point says that cannot be right is billed, but never silently.
std::string doubt_of(const ChargePoint &point, const chargepoint::StartRequest &request)
{
    if (request.connector_id >= 1 && request.connector_id <= point.connectors)
        return {};
    return "start on connector " + std::to_string(request.connector_id) + " of " + std::to_string(point.connectors);
}

// A start that comes again with another register: the order keeps the first.
Result<StartOutcome> repeat_order(Work &work, UnitOfWork &unit, const ChargingOrder &order,
                                  const chargepoint::StartRequest &request)
{
    StartOutcome outcome{.order = order, .status = TagStatus::Accepted, .repeated = true, .doubt = {}};
    if (order.meter_start == request.meter_start)
        return outcome;
    outcome.doubt = "start again with meterStart " + std::to_string(request.meter_start.value()) + " Wh, " +
                    std::to_string(order.meter_start.value()) + " Wh counts";
    const Actor actor{Source::ChargePoint, order.connector.charge_point_id.text()};
    if (auto noted = note_on_order(unit, work, order, "START_SUSPECT", actor, outcome.doubt); !noted)
        return pass_on(noted);
    if (auto committed = unit.commit(); !committed)
        return pass_on(committed);
    return outcome;
}

// The order that this start made when it came before.
Result<std::optional<ChargingOrder>> known_order(OrderReader &orders, const ConnectorId &connector, const IdTag &tag,
                                                 const chargepoint::StartRequest &request)
{
    auto known = orders.find_start(connector, tag, request.at);
    if (!known || *known || !request.is_clock_unset)
        return known;
    // Its time says nothing; the register does: while nothing was charged it is the same start.
    auto running = orders.running_on(connector);
    if (running && *running && ((*running)->id_tag != tag || (*running)->meter_start != request.meter_start))
        return std::optional<ChargingOrder>{};
    return running;
}

Result<StartOutcome> begin_order(Work &work, UnitOfWork &unit, const ChargePoint &point, const Member &member,
                                 const chargepoint::StartRequest &request)
{
    const auto network = unit.registry().network();
    if (!network)
        return pass_on(network);
    const auto prepaid = prepayment(unit, member, network->currency);
    if (!prepaid)
        return pass_on(prepaid);
    if (!prepaid->is_positive())
        return StartOutcome{.order = {}, .status = TagStatus::Blocked, .repeated = false, .doubt = {}};
    auto order = make_order(work, unit, point, member, request, *prepaid);
    if (!order)
        return pass_on(order);
    const Actor actor{Source::ChargePoint, point.id.text()};
    if (auto inserted = unit.orders().insert(*order); !inserted)
        return pass_on(inserted);
    const Movement freeze{AccountId::available(member.id), AccountId::frozen(member.id), *prepaid, TransferKind::Freeze,
                          order->order_no.text()};
    if (auto moved = move_money(unit, work, freeze, actor); !moved)
        return pass_on(moved);
    if (auto started = advance_order(unit, work, *order, OrderEvent::ChargingStarted, actor, {}); !started)
        return pass_on(started);
    if (auto told = notify(unit, work, NoticeKind::ChargingStarted, *order, money_values(*order)); !told)
        return pass_on(told);
    const std::string doubt = doubt_of(point, request);
    if (!doubt.empty()) {
        if (auto noted = note_on_order(unit, work, *order, "START_SUSPECT", actor, doubt); !noted)
            return pass_on(noted);
    }
    return StartOutcome{.order = std::move(*order), .status = TagStatus::Accepted, .repeated = false, .doubt = doubt};
}

}  // namespace

Result<Money> default_prepay(Currency currency)
{
    return Money::from_minor(50 * currency.scale(), currency);
}

Result<TagStatus> authorize_tag(LedgerReader &ledger, const std::string &id_tag)
{
    const auto tag = IdTag::from_text(id_tag);
    if (!tag)
        return TagStatus::Invalid;
    const auto member = ledger.registry().member_by_tag(*tag);
    if (!member)
        return pass_on(member);
    if (!*member)
        return TagStatus::Invalid;
    const auto balance = ledger.accounts().member_balance((*member)->id);
    if (!balance)
        return pass_on(balance);
    if (balance->available.is_positive())
        return TagStatus::Accepted;
    // With everything frozen in a running session, the same card still ends that session.
    return balance->frozen.is_positive() ? TagStatus::Accepted : TagStatus::Blocked;
}

Result<StartOutcome> start_charging(Work &work, const ChargePoint &point, const chargepoint::StartRequest &request)
{
    const StartOutcome refused{.order = {}, .status = TagStatus::Invalid, .repeated = false, .doubt = {}};
    const auto tag = IdTag::from_text(request.id_tag);
    if (!tag)
        return refused;
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const ConnectorId connector{point.id, request.connector_id};
    const auto known = known_order((*unit)->orders(), connector, *tag, request);
    if (!known)
        return pass_on(known);
    if (*known)
        return repeat_order(work, **unit, **known, request);
    const auto member = (*unit)->registry().member_by_tag(*tag);
    if (!member)
        return pass_on(member);
    if (!*member)
        return refused;
    auto outcome = begin_order(work, **unit, point, **member, request);
    if (!outcome || outcome->status != TagStatus::Accepted)
        return outcome;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return outcome;
}

}  // namespace aftercharge
