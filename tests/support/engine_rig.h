// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/sim/seeded_random.h"
#include "models/workflow/engine.h"
#include "models/workflow/request_refund.h"
#include "tests/support/failing_telemetry.h"
#include "tests/support/fake_charge_point_gateway.h"
#include "tests/support/rig_store.h"
#include "tests/support/settable_clock.h"

namespace aftercharge {

// Everything that the engine told.
class ToldChanges final : public ChangeListener {
public:
    void on_changes(const Changes &changes) override;
    // The newest view of an order.
    std::optional<SessionView> view(const OrderNo &order_no) const;
    int count(NoticeKind kind) const;

    std::vector<SessionView> sessions;
    std::vector<Changed> rows;
    std::vector<Notice> notices;
    std::vector<DeviceEvent> events;
};

// The value of a result that must not fail here; ends the test program with its error.
[[noreturn]] void give_up(const Error &error);
inline void must(const Result<void> &result)
{
    if (!result)
        give_up(result.error());
}
template<typename T>
T must(Result<T> result)
{
    if (!result)
        give_up(result.error());
    return std::move(*result);
}

template<typename T>
T an(const std::string &text)
{
    return must(T::from_text(text));
}

// The engine on a real store (rig_store.h), encrypted unless it is PostgreSQL, with a clock set by hand, seeded
// randomness and charge points without sockets: one seed, one history. The network is CNY,
// Asia/Shanghai; the station S-1; the operator admin, an administrator without a limit.
class EngineRig {
public:
    explicit EngineRig(std::uint64_t seed = 1);
    ~EngineRig();

    // The program ends without a word and comes up again on the same store.
    void restart();

    Engine &engine() { return *engine_; }
    LedgerStore &store() { return *open_.ledger; }
    const ChargePointDirectory &directory() const { return directory_; }
    LedgerReader &ledger() { return open_.ledger->reader(); }
    TelemetryReader &telemetry() { return open_.telemetry->reader(); }
    template<typename Workflow>
    auto run(Workflow &&workflow)
    {
        return engine_->run(std::forward<Workflow>(workflow));
    }

    // The network
    static Money yuan(const std::string &text);
    StoredTariff add_tariff(const std::string &json);
    void add_point(const std::string &id, int connectors = 1, std::int64_t max_power_w = 0,
                   const std::string &tariff = "T-1");
    void add_member(const std::string &id, const std::string &tag, const std::string &prepay = {});
    MemberBalance top_up(const std::string &member, const std::string &amount);
    void add_operator(const std::string &name, Role role, const std::string &limit = {});
    MemberBalance balance(const std::string &member);
    // T-1 at ¥1.00 a kWh, CP-1 (60 kW), member M-1 with card CARD-1 and `money`.
    void furnish(const std::string &money = "100.00");

    // What a charge point says, each in a batch of its own; the answer, if there is one.
    using AnswerBody = decltype(chargepoint::Answer::body);
    std::optional<AnswerBody> say(const std::string &charge_point_id, chargepoint::Body body,
                                  std::vector<std::string> suspicions = {});
    chargepoint::Inbound inbound(const std::string &charge_point_id, chargepoint::Body body);
    chargepoint::StartAnswer start(const std::string &charge_point_id, int connector, const std::string &tag,
                                   std::int64_t meter_start, std::optional<UtcTime> at = std::nullopt);
    // True when it was acknowledged.
    bool meter(const std::string &charge_point_id, std::int64_t transaction_id, std::vector<Reading> readings);
    bool stop(const std::string &charge_point_id, std::int64_t transaction_id, std::int64_t meter_stop,
              StopReason reason = StopReason::Local, std::optional<UtcTime> at = std::nullopt);
    bool status(const std::string &charge_point_id, int connector, StopReason fault,
                const std::string &vendor_code = {}, std::optional<UtcTime> at = std::nullopt);
    Reading reading(std::int64_t register_wh, std::int64_t power_w = 30'000, std::optional<UtcTime> at = std::nullopt);

    ChargingOrder order(const std::string &charge_point_id, std::int64_t transaction_id);
    ChargingOrder order(const OrderNo &order_no) { return must(ledger().orders().find(order_no)); }
    // A session of `wh` in half an hour, from the start to its settled order.
    ChargingOrder session(std::int64_t wh, StopReason reason = StopReason::Local);
    std::vector<Notice> notices(const OrderNo &order_no) { return must(ledger().outbox().notices(order_no)); }

    SettableClock clock;
    ToldChanges told;
    FakeChargePointGateway gateway;
    std::unique_ptr<FailingTelemetry> faulty_telemetry;

private:
    void open();

    sim::SeededRandom random_;
    std::unique_ptr<RigStore> store_;
    OpenStore open_;
    ChargePointDirectory directory_;
    std::unique_ptr<Engine> engine_;
    std::uint64_t messages_ = 0;
};

}  // namespace aftercharge
