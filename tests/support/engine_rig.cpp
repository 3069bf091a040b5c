// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine_rig.h"

#include <cstdio>
#include <cstdlib>

#include "models/workflow/registry_changes.h"
#include "models/workflow/top_up_member.h"

namespace aftercharge {
namespace {

using namespace std::chrono_literals;

const Actor tester{Source::Manual, "tester"};

// 10:00 in Shanghai.
constexpr UtcTime first_moment{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 2h};

Currency cny()
{
    return must(Currency::from_code("CNY"));
}

}  // namespace

void give_up(const Error &error)
{
    std::fprintf(stderr, "%s\n", to_line(error).c_str());
    std::abort();
}

void ToldChanges::on_changes(const Changes &changes)
{
    sessions.insert(sessions.end(), changes.sessions.begin(), changes.sessions.end());
    rows.insert(rows.end(), changes.rows.begin(), changes.rows.end());
    notices.insert(notices.end(), changes.notices.begin(), changes.notices.end());
    events.insert(events.end(), changes.events.begin(), changes.events.end());
}

std::optional<SessionView> ToldChanges::view(const OrderNo &order_no) const
{
    const auto found = std::find_if(sessions.rbegin(), sessions.rend(),
                                    [&](const SessionView &view) { return view.order_no == order_no; });
    return found == sessions.rend() ? std::nullopt : std::optional(*found);
}

int ToldChanges::count(NoticeKind kind) const
{
    return static_cast<int>(
        std::count_if(notices.begin(), notices.end(), [&](const Notice &notice) { return notice.kind == kind; }));
}

EngineRig::EngineRig(std::uint64_t seed) : clock(first_moment), random_(seed), store_(make_rig_store(clock, random_))
{
    open();
    // As "store init" makes him.
    add_operator("admin", Role::Administrator);
    must(run([](Work &work) {
        return add_station(work, {an<StationId>("S-1"), "Station 1", "Asia/Shanghai"}, tester);
    }));
}

EngineRig::~EngineRig() = default;

void EngineRig::open()
{
    open_ = store_->open(clock);
    if (open_.report.problem)
        give_up(*open_.report.problem);
    faulty_telemetry = std::make_unique<FailingTelemetry>(*open_.telemetry);
    engine_ = std::make_unique<Engine>(*open_.ledger, *faulty_telemetry, clock, random_, directory_, told);
    engine_->set_gateway(&gateway, [this](Uuid id, Result<void> answer) { engine_->finish_command(id, answer); });
    must(engine_->recover());
}

void EngineRig::restart()
{
    engine_.reset();
    faulty_telemetry.reset();
    open_ = {};
    gateway.sent.clear();
    open();
}

Money EngineRig::yuan(const std::string &text)
{
    return must(Money::from_text(text, cny()));
}

StoredTariff EngineRig::add_tariff(const std::string &json)
{
    return must(run([&](Work &work) { return import_tariff(work, json, tester); }));
}

void EngineRig::add_point(const std::string &id, int connectors, std::int64_t max_power_w, const std::string &tariff)
{
    ChargePoint point;
    point.id = an<ChargePointId>(id);
    point.station_id = an<StationId>("S-1");
    point.connectors = connectors;
    point.max_power = PowerW{max_power_w};
    if (!tariff.empty())
        point.tariff_id = an<TariffId>(tariff);
    must(run([&](Work &work) { return add_charge_point(work, point, tester); }));
}

void EngineRig::add_member(const std::string &id, const std::string &tag, const std::string &prepay)
{
    Member member;
    member.id = an<MemberId>(id);
    member.name = "王小明";
    member.id_tags = {an<IdTag>(tag)};
    if (!prepay.empty())
        member.prepay = yuan(prepay);
    member.created_at = clock.now();
    must(run([&](Work &work) { return aftercharge::add_member(work, member, tester); }));
}

MemberBalance EngineRig::top_up(const std::string &member, const std::string &amount)
{
    const TopUp top_up{an<MemberId>(member), yuan(amount), make_uuid(clock, random_), tester};
    return must(run([&](Work &work) { return top_up_member(work, top_up); }));
}

void EngineRig::add_operator(const std::string &name, Role role, const std::string &limit)
{
    Operator person;
    person.name = an<OperatorName>(name);
    person.display_name = name;
    person.role = role;
    if (!limit.empty())
        person.approval_limit = yuan(limit);
    person.created_at = clock.now();
    must(run([&](Work &work) { return aftercharge::add_operator(work, person, tester); }));
}

MemberBalance EngineRig::balance(const std::string &member)
{
    return must(ledger().accounts().member_balance(an<MemberId>(member)));
}

void EngineRig::furnish(const std::string &money)
{
    add_tariff(R"({"country_code":"CN","party_id":"AFC","id":"T-1","currency":"CNY","elements":[{"price_components":[
        {"type":"ENERGY","price":1.00,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"})");
    add_point("CP-1", 2, 60'000);
    add_member("M-1", "CARD-1");
    if (money != "0.00")
        top_up("M-1", money);
}

chargepoint::Inbound EngineRig::inbound(const std::string &charge_point_id, chargepoint::Body body)
{
    const std::string number = std::to_string(++messages_);
    return {.charge_point_id = an<ChargePointId>(charge_point_id),
            .reply_to = {1, number},
            .received_at = clock.now(),
            .body = std::move(body),
            .suspicions = {},
            .raw = "[2,\"" + number + "\",…]"};
}

std::optional<EngineRig::AnswerBody> EngineRig::say(const std::string &charge_point_id, chargepoint::Body body,
                                                    std::vector<std::string> suspicions)
{
    chargepoint::Inbound message = inbound(charge_point_id, std::move(body));
    message.suspicions = std::move(suspicions);
    const std::string asked = message.reply_to.message_id;
    std::vector<chargepoint::Inbound> batch;
    batch.push_back(std::move(message));
    engine_->process(std::move(batch));
    for (chargepoint::Answer &answer : gateway.take_answers()) {
        if (answer.to.message_id == asked)
            return std::move(answer.body);
    }
    return std::nullopt;
}

chargepoint::StartAnswer EngineRig::start(const std::string &charge_point_id, int connector, const std::string &tag,
                                          std::int64_t meter_start, std::optional<UtcTime> at)
{
    const auto answer = say(charge_point_id,
                            chargepoint::StartRequest{connector, tag, EnergyWh{meter_start}, at.value_or(clock.now())});
    if (!answer)
        give_up({ErrorCode::Internal, "a start without an answer"});
    if (const auto *refused = std::get_if<chargepoint::TryAgainAnswer>(&*answer))
        give_up({ErrorCode::Internal, refused->why});
    return std::get<chargepoint::StartAnswer>(*answer);
}

bool EngineRig::meter(const std::string &charge_point_id, std::int64_t transaction_id, std::vector<Reading> readings)
{
    const auto answer = say(charge_point_id, chargepoint::MeterReport{1, transaction_id, std::move(readings)});
    return answer && std::holds_alternative<chargepoint::MeterAnswer>(*answer);
}

bool EngineRig::stop(const std::string &charge_point_id, std::int64_t transaction_id, std::int64_t meter_stop,
                     StopReason reason, std::optional<UtcTime> at)
{
    chargepoint::StopRequest request;
    request.transaction_id = transaction_id;
    request.meter_stop = EnergyWh{meter_stop};
    request.at = at.value_or(clock.now());
    request.reason = reason;
    const auto answer = say(charge_point_id, std::move(request));
    return answer && std::holds_alternative<chargepoint::StopAnswer>(*answer);
}

bool EngineRig::status(const std::string &charge_point_id, int connector, StopReason fault,
                       const std::string &vendor_code, std::optional<UtcTime> at)
{
    chargepoint::StatusReport report;
    report.connector_id = connector;
    report.status = fault == StopReason::None ? chargepoint::ConnectorStatus::Available
                                              : chargepoint::ConnectorStatus::Faulted;
    report.fault = fault;
    report.error_code = fault == StopReason::None ? "NoError" : std::string(to_text(fault));
    report.vendor_error_code = vendor_code;
    report.at = at.value_or(clock.now());
    const auto answer = say(charge_point_id, std::move(report));
    return answer && std::holds_alternative<chargepoint::StatusAnswer>(*answer);
}

Reading EngineRig::reading(std::int64_t register_wh, std::int64_t power_w, std::optional<UtcTime> at)
{
    Reading reading;
    reading.at = at.value_or(clock.now());
    reading.register_wh = EnergyWh{register_wh};
    reading.voltage = VoltageMv{400'000};
    reading.current = CurrentMa{power_w * 1000 / 400};
    reading.power = PowerW{power_w};
    return reading;
}

ChargingOrder EngineRig::order(const std::string &charge_point_id, std::int64_t transaction_id)
{
    const auto found = must(ledger().orders().find_by_transaction(an<ChargePointId>(charge_point_id), transaction_id));
    if (!found)
        give_up({ErrorCode::OrderNotFound, std::to_string(transaction_id)});
    return *found;
}

ChargingOrder EngineRig::session(std::int64_t wh, StopReason reason)
{
    const auto started = start("CP-1", 1, "CARD-1", 100'000);
    clock.advance(15min);
    meter("CP-1", started.transaction_id, {reading(100'000 + wh / 2, wh * 2)});
    clock.advance(15min);
    stop("CP-1", started.transaction_id, 100'000 + wh, reason);
    return order("CP-1", started.transaction_id);
}

}  // namespace aftercharge
