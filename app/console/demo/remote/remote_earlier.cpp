// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/remote/remote_earlier.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "app/sim/session_meter.h"
#include "models/workflow/charge_point_directory.h"
#include "models/workflow/report_intake.h"
#include "models/workflow/session_table.h"

namespace aftercharge::demo {
namespace {

using namespace std::chrono_literals;

constexpr Duration report_interval = 15s;
constexpr EnergyWh meter_start{48'212'000};

struct Earlier {
    const char *role;
    int target_soc_permille;
    std::chrono::minutes began_before;
};
// "dear" takes so much that its fee is above the agent's limit at the price of any hour.
constexpr Earlier earlier[] = {
    {"fast_meter", 700, 190min},
    {"rejected", 800, 160min},
    {"dear", 900, 130min},
    {"normal", 950, 100min},
};

const Earlier *find_earlier(const std::string &role)
{
    const auto found = std::ranges::find_if(earlier, [&](const Earlier &one) { return role == one.role; });
    return found == std::end(earlier) ? nullptr : found;
}

Reading reading_of(const sim::MeterReading &meter)
{
    Reading reading;
    reading.at = meter.time;
    reading.register_wh = meter.register_value;
    reading.voltage = meter.voltage;
    reading.current = meter.current;
    reading.power = meter.power;
    reading.soc = meter.soc;
    return reading;
}

Result<sim::SessionMeter> meter_of(const Player &player, UtcTime begin)
{
    const auto vehicles = sim::built_in_vehicles();
    if (!vehicles)
        return pass_on(vehicles);
    auto vehicle = sim::find_vehicle(*vehicles, player.vehicle);
    if (!vehicle)
        return pass_on(vehicle);
    std::vector<sim::FaultPlan> faults;
    if (!player.fault.empty()) {
        const auto fault = sim::parse_fault(player.fault);
        if (!fault)
            return pass_on(fault);
        faults.push_back(*fault);
    }
    const std::uint64_t seed = std::hash<std::string>{}(player.role);
    sim::BatteryModel battery({.vehicle = std::move(*vehicle),
                               .start_soc = SocPermille{player.start_soc_permille},
                               .station_max = PowerW{player.max_power_kw * 1000},
                               .seed = seed});
    return sim::SessionMeter(std::move(battery), std::move(faults), meter_start, begin, seed);
}

// What the charge point reported, from the plug to the target.
std::vector<Reading> curve_of(sim::SessionMeter meter, SocPermille target)
{
    std::vector<Reading> curve;
    while (!meter.has_reached(target)) {
        const UtcTime next = meter.time() + report_interval;
        while (meter.time() < next && !meter.has_reached(target))
            (void)meter.advance(next, target);
        curve.push_back(reading_of(meter.reading()));
    }
    return curve;
}

// Stands where the session that is being written is.
class EarlierClock final : public Clock {
public:
    UtcTime now() const override { return now_; }
    void stand_at(UtcTime now) { now_ = now; }

private:
    UtcTime now_;
};

// A charge point's side of a session, as its messages reach the engine.
class Reporter {
public:
    Reporter(ReportIntake &intake, EarlierClock &clock, const Player &player)
        : intake_(intake), clock_(clock), player_(player)
    {
    }

    // The transaction id, or 0: refused.
    std::int64_t start(UtcTime at)
    {
        say(at, chargepoint::Connected{"ocpp1.6", "127.0.0.1"});
        say(at, chargepoint::BootReport{"Aftercharge", "Simulator", "1", player_.charge_point});
        status(at, chargepoint::ConnectorStatus::Preparing);
        say(at, chargepoint::AuthorizeRequest{card_of(player_)});
        say(at, chargepoint::StartRequest{player_.connector, card_of(player_), meter_start, at});
        status(at, chargepoint::ConnectorStatus::Charging);
        for (const chargepoint::Answer &answer : send(at)) {
            if (const auto *started = std::get_if<chargepoint::StartAnswer>(&answer.body))
                return started->status == chargepoint::TagStatus::Accepted ? started->transaction_id : 0;
        }
        return 0;
    }

    void report(std::int64_t transaction, const std::vector<Reading> &curve)
    {
        for (const Reading &reading : curve)
            say(reading.at, chargepoint::MeterReport{player_.connector, transaction, {reading}});
        send(curve.back().at);
    }

    void stop(std::int64_t transaction, const Reading &last)
    {
        say(last.at,
            chargepoint::StopRequest{transaction, card_of(player_), last.register_wh, last.at, StopReason::Local, {}});
        status(last.at, chargepoint::ConnectorStatus::Finishing);
        status(last.at + 30s, chargepoint::ConnectorStatus::Available);
        send(last.at);
    }

private:
    void say(UtcTime at, chargepoint::Body body)
    {
        batch_.push_back({*ChargePointId::from_text(player_.charge_point), {}, at, std::move(body), {}, {}});
    }
    void status(UtcTime at, chargepoint::ConnectorStatus status)
    {
        chargepoint::StatusReport report;
        report.connector_id = player_.connector;
        report.status = status;
        report.at = at;
        say(at, report);
    }
    std::vector<chargepoint::Answer> send(UtcTime at)
    {
        clock_.stand_at(at);
        return intake_.process(std::exchange(batch_, {}));
    }

    ReportIntake &intake_;
    EarlierClock &clock_;
    const Player &player_;
    std::vector<chargepoint::Inbound> batch_;
};

Result<OrderNo> charge(Work &work, ReportIntake &intake, EarlierClock &clock, const Player &player, UtcTime begin)
{
    auto meter = meter_of(player, begin);
    if (!meter)
        return pass_on(meter);
    const auto curve = curve_of(std::move(*meter), SocPermille{player.target_soc_permille});
    Reporter reporter(intake, clock, player);
    const std::int64_t transaction = reporter.start(begin);
    reporter.report(transaction, curve);
    reporter.stop(transaction, curve.back());
    const auto order = work.ledger.reader().orders().find_by_transaction(*ChargePointId::from_text(player.charge_point),
                                                                         transaction);
    if (!order)
        return pass_on(order);
    if (!*order || (*order)->state != OrderState::Payed)
        return fail(ErrorCode::Internal, "the session of " + player.charge_point + " is not settled");
    return (*order)->order_no;
}

}  // namespace

std::vector<Player> earlier_players()
{
    std::vector<Player> players;
    for (const Earlier &one : earlier) {
        players.push_back(player(one.role));
        players.back().target_soc_permille = one.target_soc_permille;
    }
    return players;
}

std::vector<Player> later_players()
{
    constexpr int within_s = 8;
    std::vector<Player> players;
    for (const Player &player : cast()) {
        if (find_earlier(player.role))
            continue;
        players.push_back(player);
        players.back().start_after_s = static_cast<int>(players.size()) % within_s;
    }
    return players;
}

Result<std::map<std::string, OrderNo>> charge_earlier(Work &work)
{
    ChargePointDirectory directory;
    if (auto read = directory.read(work.ledger.reader().registry()); !read)
        return pass_on(read);
    const UtcTime now = work.clock.now();
    EarlierClock clock;
    Work then{work.ledger, work.telemetry, clock, work.random, work.changes};
    SessionTable sessions;
    ReportIntake intake(then, sessions, directory, false);
    std::map<std::string, OrderNo> orders;
    for (const Player &player : earlier_players()) {
        const auto order = charge(then, intake, clock, player, now - find_earlier(player.role)->began_before);
        if (!order)
            return pass_on(order);
        orders.emplace(player.role, *order);
    }
    return orders;
}

}  // namespace aftercharge::demo
