// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_stage.h"

#include "models/store/scram_verifier.h"
#include "models/store/sql/sql_desk_gate.h"
#include "models/workflow/registry_changes.h"
#include "models/workflow/top_up_member.h"

namespace aftercharge {
namespace {

using namespace std::chrono_literals;

const Actor setting_up{Source::System, "test"};

std::uint64_t seed_of(const std::string &login)
{
    return std::hash<std::string>{}(login);
}

Result<std::unique_ptr<DecisionLine>> open_line(const SharedLocation &location)
{
    auto gate = open_desk_gate(location);
    if (!gate)
        return pass_on(gate);
    const auto store = open_shared_store(location, SharedRole::Desk);
    if (!store)
        return pass_on(store);
    auto reader = store->ledger->open_reader();
    if (!reader)
        return pass_on(reader);
    return std::make_unique<StoreLine>(std::move(*gate), std::move(*reader));
}

Result<Readers> open_readers(const SharedLocation &location)
{
    const auto store = open_shared_store(location, SharedRole::Desk);
    if (!store)
        return pass_on(store);
    Readers readers;
    readers.ledger = must(store->ledger->open_reader());
    readers.telemetry = must(store->telemetry->open_reader());
    return readers;
}

}  // namespace

SharedStage::SharedStage()
{
    sim::PostgresOptions options;
    options.fsync = false;
    server_ = must(sim::PostgresServer::start(options));
    SharedLocation superuser = location(server_->superuser());
    superuser.password = server_->password();
    must(create_shared_store(superuser, {"Test", yuan("0.00").currency(), "Asia/Shanghai"}, clock_, random_));
    make_people();
    furnish();
}

SharedStage::~SharedStage()
{
    stop_daemon();
}

SharedLocation SharedStage::location(const std::string &login) const
{
    SharedLocation location;
    location.target.user = login;
    location.target.hosts = {{server_->host(), static_cast<std::uint16_t>(server_->port())}};
    location.target.database = "shop";
    location.password = password();
    location.state_folder = folder_.path().toStdString() + "/" + login;
    return location;
}

std::string SharedStage::query(const std::string &sql)
{
    std::string rows = must(server_->query(sql, "shop"));
    while (!rows.empty() && rows.back() == '\n')
        rows.pop_back();
    return rows;
}

void SharedStage::make_people()
{
    struct Person {
        const char *name;
        Role role;
        const char *limit;
    };
    constexpr Person people[] = {
        {"ada", Role::Administrator, "500.00"}, {"ann", Role::Agent, nullptr},        {"ben", Role::Agent, "5.00"},
        {"sue", Role::Supervisor, "1000.00"},   {"tom", Role::Supervisor, "1000.00"}, {"eve", Role::Ops, nullptr},
        {"robot", Role::Worker, nullptr},
    };
    SharedLocation superuser = location(server_->superuser());
    superuser.password = server_->password();
    const OpenStore owner = must(open_shared_store(superuser, SharedRole::Owner));
    Changes changes;
    Work work{*owner.ledger, *owner.telemetry, clock_, random_, changes};
    for (const Person &one : people) {
        Operator person;
        person.name = an<OperatorName>(one.name);
        person.display_name = one.name;
        person.role = one.role;
        if (one.limit != nullptr)
            person.approval_limit = yuan(one.limit);
        person.created_at = clock_.now();
        must(make_login(superuser, person.name, person.role, must(scram_verifier(password(), random_))));
        must(add_operator(work, person, setting_up));
    }
}

void SharedStage::furnish()
{
    const OpenStore store = must(open_shared_store(location("robot"), SharedRole::Daemon));
    Changes changes;
    Work work{*store.ledger, *store.telemetry, clock_, random_, changes};
    must(add_station(work, {an<StationId>("S-1"), "Station 1", "Asia/Shanghai"}, setting_up));
    must(import_tariff(work, R"({"country_code":"CN","party_id":"AFC","id":"T-1","currency":"CNY","elements":[
        {"price_components":[{"type":"ENERGY","price":1.00,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"})",
                       setting_up));
    for (const char *const name : {"CP-1", "CP-2"}) {
        ChargePoint point;
        point.id = an<ChargePointId>(name);
        point.station_id = an<StationId>("S-1");
        point.connectors = 1;
        point.max_power = PowerW{60'000};
        point.tariff_id = an<TariffId>("T-1");
        must(add_charge_point(work, point, setting_up));
    }
    Member member;
    member.id = an<MemberId>("M-1");
    member.name = "Li";
    member.id_tags = {an<IdTag>("CARD-1")};
    member.prepay = yuan("40.00");
    member.created_at = clock_.now();
    must(add_member(work, member, setting_up));
    must(top_up_member(work, {member.id, yuan("100.00"), make_uuid(clock_, random_), setting_up}));
}

void SharedStage::start_daemon()
{
    if (daemon_)
        return;
    daemon_ = std::make_unique<EngineThread>();
    must(daemon_->start([this]() -> Result<std::unique_ptr<Engine>> {
        auto opened = open_shared_store(location("robot"), SharedRole::Daemon);
        if (!opened)
            return pass_on(opened);
        store_ = std::move(*opened);
        return std::make_unique<Engine>(*store_.ledger, *store_.telemetry, clock_, random_, directory_, told_,
                                        SharedDuty{"stage", "1", "", clock_.now()});
    }));
    set_command_reply({});
    daemon_->set_gateway(&gateway_);
    for (const char *const name : {"CP-1", "CP-2"})
        say(name, chargepoint::Connected{"ocpp1.6", "127.0.0.1"});
}

void SharedStage::stop_daemon()
{
    if (!daemon_)
        return;
    // Connections end in the thread that opened them.
    daemon_->post([](Engine &) { return 0; }).waitForFinished();
    daemon_->stop();
    daemon_.reset();
    store_ = {};
}

void SharedStage::set_command_reply(const Result<void> &reply)
{
    daemon_
        ->post([this, reply](Engine &) {
            gateway_.reply = [reply](const chargepoint::Command &) { return reply; };
            return 0;
        })
        .waitForFinished();
}

chargepoint::Answer SharedStage::say(const std::string &charge_point_id, chargepoint::Body body)
{
    const std::string number = std::to_string(++messages_);
    chargepoint::Inbound message{.charge_point_id = an<ChargePointId>(charge_point_id),
                                 .reply_to = {1, number},
                                 .received_at = clock_.now(),
                                 .body = std::move(body),
                                 .suspicions = {},
                                 .raw = {}};
    auto answered = daemon_->post([this, message](Engine &engine) {
        engine.process({message});
        chargepoint::Answer found;
        for (chargepoint::Answer &answer : gateway_.take_answers()) {
            if (answer.to.message_id == message.reply_to.message_id)
                found = std::move(answer);
        }
        return found;
    });
    return answered.result();
}

OrderNo SharedStage::settled_session(std::int64_t wh)
{
    const UtcTime began = clock_.now() - 30min;
    const auto started = say("CP-1", chargepoint::StartRequest{1, "CARD-1", EnergyWh{100'000}, began});
    const std::int64_t transaction = std::get<chargepoint::StartAnswer>(started.body).transaction_id;
    chargepoint::StopRequest stop;
    stop.transaction_id = transaction;
    stop.meter_stop = EnergyWh{100'000 + wh};
    stop.at = clock_.now() - 1min;
    stop.reason = StopReason::Local;
    say("CP-1", stop);
    return daemon_
        ->run([transaction](Work &work) {
            const auto order = must(
                work.ledger.reader().orders().find_by_transaction(an<ChargePointId>("CP-1"), transaction));
            return Result<OrderNo>(order->order_no);
        })
        .result()
        .value();
}

OrderNo SharedStage::running_session()
{
    const auto started = say("CP-2", chargepoint::StartRequest{1, "CARD-1", EnergyWh{0}, clock_.now() - 10min});
    const std::int64_t transaction = std::get<chargepoint::StartAnswer>(started.body).transaction_id;
    Reading reading;
    reading.at = clock_.now() - 5s;
    reading.register_wh = EnergyWh{3'000};
    reading.power = PowerW{20'000};
    say("CP-2", chargepoint::MeterReport{1, transaction, {reading}});
    return daemon_
        ->run([transaction](Work &work) {
            const auto order = must(
                work.ledger.reader().orders().find_by_transaction(an<ChargePointId>("CP-2"), transaction));
            return Result<OrderNo>(order->order_no);
        })
        .result()
        .value();
}

StagedDesk::StagedDesk(SharedStage &stage, const std::string &login, const SenderTimes &times)
    : random_(seed_of(login)), sender(stage.clock(), random_, times),
      desk(sender, reads, stage.clock(), an<OperatorName>(login)), goods(sender, reads, desk),
      approvals(sender, reads, desk), presence(sender, reads, desk, make_uuid(stage.clock(), random_))
{
    const SharedLocation location = stage.location(login);
    must(reads.start([location] { return open_readers(location); }));
    must(sender.start([location] { return open_line(location); }));
}

StagedDesk::~StagedDesk()
{
    sender.stop();
    reads.stop();
}

}  // namespace aftercharge
