// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/random_history.h"

namespace aftercharge {
namespace {

using namespace std::chrono_literals;

// Below the connector's power, so that what a good meter says is always believed.
constexpr std::int64_t fastest_w = 55'000;

constexpr std::array stop_reasons{StopReason::Local,         StopReason::Remote,    StopReason::EvDisconnected,
                                  StopReason::EmergencyStop, StopReason::PowerLoss, StopReason::Other,
                                  StopReason::UnlockCommand, StopReason::Reboot,    StopReason::DeAuthorized};

}  // namespace

RandomHistory::Session *RandomHistory::any_session()
{
    if (sessions_.empty())
        return nullptr;
    return &sessions_[static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(sessions_.size()) - 1))];
}

void RandomHistory::start()
{
    const std::string point = chance(50) ? "CP-1" : "CP-2";
    const int connector = static_cast<int>(pick(1, 2));
    const bool is_taken = std::any_of(sessions_.begin(), sessions_.end(), [&](const Session &session) {
        return session.point == point && session.connector == connector;
    });
    if (is_taken)
        return;
    rig_.clock.advance(std::chrono::seconds{pick(1, 30)});
    const auto member = static_cast<std::size_t>(pick(0, 2));
    const std::string card = chance(3) ? "NOBODY" : "CARD-" + std::to_string(member + 1);
    const std::int64_t meter = meters_[{point, connector}];
    const bool will_start = card != "NOBODY" && oracle_.may_start(member);
    if (will_start && chance(10)) {
        // Telemetry is full: the start is not acknowledged, and must not count twice when it comes again.
        rig_.faulty_telemetry->is_failing = true;
        const auto answer = rig_.say(point,
                                     chargepoint::StartRequest{connector, card, EnergyWh{meter}, rig_.clock.now()});
        expect(answer && std::holds_alternative<chargepoint::TryAgainAnswer>(*answer),
               "a start was acknowledged too early");
        rig_.faulty_telemetry->is_failing = false;
        ++shapes_["start not durable"];
    }
    const auto started = rig_.start(point, connector, card, meter);
    expect((started.status == chargepoint::TagStatus::Accepted) == will_start, "a start is accepted or not");
    shapes_["start refused"] += !will_start;
    if (!will_start)
        return;
    if (chance(15)) {
        ++shapes_["duplicate start"];
        expect(rig_.start(point, connector, card, meter).transaction_id == started.transaction_id, "another id");
    }
    Session session;
    session.point = point;
    session.connector = connector;
    session.transaction_id = started.transaction_id;
    session.order = oracle_.start(member);
    session.meter_start = session.highest = meter;
    order_nos_.push_back(rig_.order(point, started.transaction_id).order_no);
    sessions_.push_back(std::move(session));
}

// The meter goes on for a while; what it then says.
Reading RandomHistory::grow(Session &session)
{
    const std::int64_t seconds = pick(10, 600);
    rig_.clock.advance(std::chrono::seconds{seconds});
    const std::int64_t power = pick(0, fastest_w);
    std::int64_t &meter = meters_[{session.point, session.connector}];
    meter += power * seconds / 3600;
    return rig_.reading(meter, power);
}

bool RandomHistory::deliver(Session &session, Reading reading)
{
    if (!rig_.meter(session.point, session.transaction_id, {reading}))
        return false;
    session.delivered.push_back(reading);
    session.highest = std::max(session.highest, reading.register_wh->value());
    const std::int64_t fee = oracle_fee(session.highest - session.meter_start);
    const auto view = rig_.told.view(order_nos_[session.order]);
    expect(view && view->fee.minor() == fee, "a running fee is not " + std::to_string(fee) + " fen");
    return true;
}

void RandomHistory::report()
{
    Session *session = any_session();
    if (!session)
        return;
    const Reading reading = grow(*session);
    if (chance(25)) {
        session->withheld.push_back(reading);
    } else if (chance(8)) {
        rig_.faulty_telemetry->is_failing = true;
        expect(!deliver(*session, reading), "what is not durable was acknowledged");
        rig_.faulty_telemetry->is_failing = false;
        session->withheld.push_back(reading);
        ++shapes_["report not durable"];
    } else {
        expect(deliver(*session, reading), "a report was not acknowledged");
    }
}

void RandomHistory::report_late()
{
    Session *session = any_session();
    if (!session || session->withheld.empty())
        return;
    const auto late = session->withheld.begin() + pick(0, static_cast<std::int64_t>(session->withheld.size()) - 1);
    const Reading reading = *late;
    session->withheld.erase(late);
    shapes_["late reading"] += !session->delivered.empty() && session->delivered.back().at > reading.at;
    expect(deliver(*session, reading), "a late report was not acknowledged");
}

void RandomHistory::report_again()
{
    Session *session = any_session();
    if (!session || session->delivered.empty())
        return;
    ++shapes_["duplicate reading"];
    const auto one = pick(0, static_cast<std::int64_t>(session->delivered.size()) - 1);
    expect(deliver(*session, session->delivered[static_cast<std::size_t>(one)]), "a duplicate was not acknowledged");
}

// A register that jumps: acknowledged, kept, not billed.
void RandomHistory::report_wrongly()
{
    Session *session = any_session();
    if (!session || session->highest < 10)
        return;
    rig_.clock.advance(5s);
    const bool backwards = chance(50) && session->highest > session->meter_start;
    const Reading wrong = rig_.reading(backwards ? session->meter_start - 1 : session->highest + 2'000'000);
    expect(rig_.meter(session->point, session->transaction_id, {wrong}), "a wrong report was not acknowledged");
    const auto view = rig_.told.view(order_nos_[session->order]);
    expect(view->has(HealthSign::ReadingsExcluded), "a wrong report was believed");
    expect(view->fee.minor() == oracle_fee(session->highest - session->meter_start), "a wrong report was billed");
    ++shapes_["wrong reading"];
}

void RandomHistory::stop()
{
    Session *session = any_session();
    if (!session)
        return;
    const Reading last = grow(*session);
    std::int64_t meter_stop = last.register_wh->value();
    const bool wrong = chance(8) && session->highest > session->meter_start + 1;
    if (wrong)
        meter_stop = session->meter_start;
    StopReason reason = stop_reasons[static_cast<std::size_t>(pick(0, std::size(stop_reasons) - 1))];
    if (rig_.order(order_nos_[session->order]).stop_requested_at)
        reason = StopReason::Remote;  // it does what it was asked
    const bool fault = chance(30);
    const bool fault_first = chance(50);
    if (fault && fault_first)
        rig_.status(session->point, session->connector, StopReason::HighTemperature, "E42");
    if (chance(10)) {
        rig_.faulty_telemetry->is_failing = true;
        expect(!rig_.stop(session->point, session->transaction_id, meter_stop, reason),
               "a stop was acknowledged too early");
        rig_.faulty_telemetry->is_failing = false;
        ++shapes_["stop not durable"];
    }
    expect(rig_.stop(session->point, session->transaction_id, meter_stop, reason), "a stop was not acknowledged");
    if (fault && !fault_first)
        rig_.status(session->point, session->connector, StopReason::HighTemperature, "E42");
    const std::int64_t billed = wrong ? session->highest : meter_stop;
    oracle_.settle(session->order, oracle_fee(billed - session->meter_start), wrong);
    const ChargingOrder order = rig_.order(order_nos_[session->order]);
    const bool open = reason == StopReason::Other || reason == StopReason::Local;
    expect(!fault || !open || order.stop_reason == StopReason::HighTemperature, "a fault was not joined");
    shapes_["fault stop"] += is_fault(order.stop_reason);
    shapes_["fault joined before"] += fault && open && fault_first;
    shapes_["fault joined after"] += fault && open && !fault_first;
    shapes_["owed"] += oracle_.orders[session->order].owed > 0;
    shapes_["above the prepayment"] += oracle_.orders[session->order].fee > oracle_.orders[session->order].prepaid;
    shapes_["provisional"] += wrong;
    shapes_["money used up"] += order.stop_reason == StopReason::BalanceUsedUp;
    stopped_.emplace_back(session->point, session->transaction_id);
    sessions_.erase(sessions_.begin() + (session - sessions_.data()));
}

void RandomHistory::stop_again()
{
    if (stopped_.empty())
        return;
    const auto &[point,
                 id] = stopped_[static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(stopped_.size()) - 1))];
    expect(rig_.stop(point, id, pick(0, 100'000)), "a stop that came again was not acknowledged");
    expect(rig_.meter(point, id, {rig_.reading(pick(0, 100'000))}), "readings after a stop were not acknowledged");
    ++shapes_["duplicate stop"];
}

void RandomHistory::stop_unknown()
{
    const std::int64_t before = must(rig_.ledger().orders().orphan_count());
    expect(rig_.stop("CP-1", -pick(1, 1000), pick(0, 100'000)), "an unknown stop was not acknowledged");
    expect(must(rig_.ledger().orders().orphan_count()) == before + 1, "an unknown stop was not kept");
    ++shapes_["orphan"];
}

}  // namespace aftercharge
