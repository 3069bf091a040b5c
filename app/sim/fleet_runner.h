// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include "app/sim/commands.h"
#include "app/sim/fleet.h"

namespace aftercharge::sim {

// Runs a scenario for the command line: prints what happens, as text or as a JSON object a
// line, and knows the exit status.
class FleetRunner : public QObject {
    Q_OBJECT
public:
    FleetRunner(const RunOptions &options, Scenario scenario, std::optional<UtcTime> epoch);

    // Returns when all sessions have ended or none can.
    int run();

private:
    void print(const char *event, const QString &charge_point_id, QJsonObject fields);
    void take_report(const QString &id, int connector, const MeterReading &reading);
    void take_end(const SessionSummary &summary);
    void take_problem(const QString &id, const Error &error);
    void give_up();
    void end();

    RunOptions options_;
    std::optional<UtcTime> epoch_;
    ScaledClock clock_;
    Fleet fleet_;
    std::size_t expected_;
    QSet<QString> ready_;
    QSet<QString> turned_away_;
    std::optional<Error> last_problem_;
    int status_ = 0;
};

}  // namespace aftercharge::sim
