// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/domain/charging_order.h"
#include "models/domain/reading.h"
#include "models/settlement/diagnosis.h"
#include "models/settlement/estimate.h"
#include "models/settlement/pricing.h"
#include "models/settlement/readings.h"
#include "models/workflow/order_pricing.h"
#include "models/workflow/session_view.h"

namespace aftercharge {

// A session that is charging, as the engine holds it between its reports: the readings so
// far, the running fee, energy, estimated end and health. A reading that arrives in order
// costs O(1); a late one means folding anew, with the same result as if it had come in time.
class RunningSession {
public:
    RunningSession(ChargingOrder order, OrderTariff tariff, const Money &available);

    // Takes a reading, sets its flags, and returns it as it is to be stored.
    Result<Reading> add(Reading reading, UtcTime received_at);
    // Takes all readings of a session that was running before (any order).
    Result<void> restore(std::vector<Reading> readings, UtcTime received_at);

    const ChargingOrder &order() const { return order_; }
    void set_order(ChargingOrder order) { order_ = std::move(order); }
    void set_available(const Money &available) { available_ = available; }
    void set_fault(bool fault) { fault_ = fault; }
    bool has_fault() const { return fault_; }

    // The readings so far, in order of arrival, as long as memory holds all of them: not more than
    // 200,000. Beyond that the fee goes on, late ones wait for the stop, and telemetry has them all.
    const std::vector<Reading> &readings() const { return readings_; }
    bool holds_all() const { return holds_all_; }
    Health health() const { return health_.health(); }
    SessionView view(UtcTime now) const;
    // The view of a session that was settled: amounts from its order.
    SessionView final_view(UtcTime now) const;

    // Whether the fee comes so near to what the member has that charging should end: within
    // two report intervals at the present power.
    bool money_runs_out() const;
    // That this was why it was asked to stop.
    void set_money_ran_out() { money_ran_out_ = true; }
    bool money_ran_out() const { return money_ran_out_; }

    // True the first time a word of suspicion is heard in this session: told once, not per report.
    // Bounded, for the words are the charge point's own.
    bool is_new_suspicion(const std::string &suspicion)
    {
        return suspicions_.size() < max_suspicions && suspicions_.insert(suspicion).second;
    }

private:
    static constexpr std::size_t max_suspicions = 100;
    // At one a second more than two days.
    static constexpr std::size_t max_readings = 200'000;

    void begin_anew();
    Result<void> count(const Reading &reading);
    Result<void> refold();
    Result<void> update_fee();
    std::uint32_t health_signs(UtcTime now) const;

    ChargingOrder order_;
    OrderTariff tariff_;
    Money available_;  // beside what is frozen
    std::vector<Reading> readings_;
    ReadingJudge judge_;
    PricingFold fold_;
    HealthMonitor health_;
    EndEstimator estimator_;
    Money fee_;
    EnergyWh energy_{};
    Reading latest_;  // newest accepted values, each as last reported
    UtcTime received_at_;
    bool holds_all_ = true;
    bool excluded_any_ = false;
    bool fault_ = false;
    bool money_ran_out_ = false;
    std::set<std::string> suspicions_;
};

}  // namespace aftercharge
