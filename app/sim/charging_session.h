// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QString>
#include <QTimer>

#include "app/sim/ocpp16_messages.h"
#include "app/sim/session_meter.h"
#include "app/sim/sim_clock.h"
#include "models/domain/error.h"

namespace aftercharge::sim {

class Ocpp16Client;

// What is to happen on one connector.
struct SessionPlan {
    int connector = 1;
    QString id_tag;
    Vehicle vehicle;
    ChargeKind kind = ChargeKind::Dc;
    SocPermille start_soc{200};
    SocPermille target_soc{800};
    PowerW max_power{120000};  // of the charger
    std::vector<FaultPlan> faults;
    std::chrono::seconds start_after{0};  // since the fleet's start
    std::chrono::seconds suspend{0};      // SuspendedEV before the stop
    bool transaction_data = false;        // in StopTransaction
    bool by_remote_start = false;         // waits for RemoteStartTransaction
    bool is_planned = false;              // set by the charge point: counts for Fleet::finished
};

// How it ended. `reason` is OCPP's; empty with `error` set when it never charged.
struct SessionSummary {
    QString charge_point_id;
    bool is_planned = false;
    int connector = 0;
    QString id_tag;
    std::optional<qint64> transaction_id;
    QString reason;
    EnergyWh meter_start;
    EnergyWh meter_stop;
    SocPermille soc;
    UtcTime started;
    UtcTime stopped;
    int reports = 0;  // MeterValues acknowledged
    std::optional<Error> error;
};

// What a session has from its charge point.
struct SessionContext {
    Ocpp16Client &client;
    const SimClock &clock;
    QString charge_point_id;
    EnergyWh meter_start;
    std::uint64_t seed = 1;
    std::function<std::chrono::seconds()> sample_interval;
    std::function<void(const ConnectorStatus &, UtcTime)> set_status;
};

// One charging session from plugging in to unplugging. Its timestamps are planned, not
// measured: under one seed, start time and scenario they are always the same.
class ChargingSession : public QObject {
    Q_OBJECT
public:
    ChargingSession(SessionPlan plan, SessionContext context, QObject *parent = nullptr);

    void begin(UtcTime at);
    // Ends it now (remote stop, reset, unlock, power loss …) with one of OCPP's reasons.
    void stop(const QString &reason);
    // A fault that begins now, whatever the plan says.
    void inject(const FaultPlan &fault);
    // Sends the reading of now, for TriggerMessage.
    void report_now();

    bool is_charging() const { return phase_ == Phase::Charging || phase_ == Phase::Suspended; }
    std::optional<qint64> transaction_id() const { return *transaction_; }
    EnergyWh register_value() const;

Q_SIGNALS:
    void started(qint64 transaction_id);
    void reported(const aftercharge::sim::MeterReading &reading, int acknowledged);
    void faultBegan(const aftercharge::sim::FaultPlan &fault);
    // The charge point has to act: its line or its power goes.
    void lineFault(const aftercharge::sim::FaultPlan &fault, aftercharge::UtcTime at);
    void ended(const aftercharge::sim::SessionSummary &summary);
    // The connector is free again; nothing follows.
    void released();

private:
    enum class Phase { Preparing, Charging, Suspended, Ended };

    void schedule(UtcTime when, std::function<void()> step);
    void authorize();
    void start();
    void start_answered(bool accepted, const QJsonObject &payload, const QString &error_code);
    void plan_next();
    void run_next();
    void handle(const FaultPlan &fault);
    void finish(const QString &reason);
    void refuse(ErrorCode code, const QString &detail);
    void report();
    void send_values(const MeterReading &reading, const QString &context);
    void send_stop(const QString &reason);
    void send_unknown_stop();
    void suspend();
    void catch_up();
    bool is_on(const std::optional<UtcTime> &until) const { return until && at_ <= *until; }
    MeterReading reading_now() const;

    SessionPlan plan_;
    SessionContext context_;
    SeededRandom random_;
    QTimer timer_;
    std::function<void()> step_;
    Phase phase_ = Phase::Preparing;
    UtcTime at_;
    UtcTime next_report_;
    UtcTime next_event_;
    std::optional<SessionMeter> meter_;
    std::shared_ptr<std::optional<qint64>> transaction_;
    std::optional<UtcTime> duplicates_until_;
    std::optional<UtcTime> late_until_;
    std::optional<MeterReading> held_;
    std::optional<MeterReading> first_;
    bool faulted_ = false;
    SessionSummary summary_;
};

}  // namespace aftercharge::sim
