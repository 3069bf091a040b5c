// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSignalSpy>
#include <QtTest/QtTest>

#include "app/sim/fleet.h"
#include "tests/support/fake_central_system.h"

// What the tests of the simulated charge point share.
namespace aftercharge::sim_test {

using namespace aftercharge::sim;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using aftercharge::test::FakeCentralSystem;
using aftercharge::test::ReceivedCall;

inline const UtcTime epoch{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1} + 10h};
constexpr int speed = 3000;

inline qint64 register_of(const ReceivedCall &call)
{
    for (const QJsonValue &sample : call.payload["meterValue"_L1][0]["sampledValue"_L1].toArray()) {
        if (sample["measurand"_L1].toString() == "Energy.Active.Import.Register"_L1)
            return sample["value"_L1].toString().toLongLong();
    }
    return -1;
}

inline QString time_of(const ReceivedCall &call)
{
    return call.payload["meterValue"_L1][0]["timestamp"_L1].toString();
}

// One charge point against the fake central system, in a hurry.
struct Stage {
    explicit Stage(const QString &fault, std::uint64_t seed = 11, double target = 40)
        : clock(epoch, speed), fleet({central.base_url(), seed, client_options()}, clock),
          ended(&fleet, &Fleet::sessionEnded), problems(&fleet, &Fleet::problem)
    {
        central.set_password(u"CP 1"_s, "secret");
        QJsonObject entry{
            {u"charge_point_id"_s, u"CP 1"_s}, {u"password"_s, u"secret"_s}, {u"vehicle"_s, u"byd-atto-3"_s},
            {u"id_tag"_s, u"TAG-1"_s},         {u"start_soc"_s, 30},         {u"target_soc"_s, target}};
        if (!fault.isEmpty())
            entry[u"fault"_s] = fault;
        const QByteArray json = QJsonDocument(QJsonArray{entry}).toJson();
        fleet.add(parse_scenario(json, built_in_vehicles().value()).value());
    }

    static ClientOptions client_options()
    {
        ClientOptions options;
        options.reconnect_first = 5ms;
        options.reconnect_max = 40ms;
        options.retry_interval = 2ms;
        return options;
    }

    bool run()
    {
        fleet.start(epoch);
        // Not qWaitFor, which sleeps between two looks: 30,000 simulated ms at this speed.
        QSignalSpy finished(&fleet, &Fleet::finished);
        return finished.wait(15000);
    }
    SessionSummary summary() const { return ended.at(0).at(0).value<SessionSummary>(); }
    std::vector<QString> statuses() const
    {
        std::vector<QString> found;
        for (const ReceivedCall &call : central.calls(u"StatusNotification"_s)) {
            if (call.payload["connectorId"_L1].toInt() == 1)
                found.push_back(call.payload["status"_L1].toString());
        }
        return found;
    }

    FakeCentralSystem central;
    ScaledClock clock;
    Fleet fleet;
    QSignalSpy ended;
    QSignalSpy problems;
};

// Nothing that the charge point said broke OCPP 1.6.
#define VERIFY_STRICT(stage)                                                                                           \
    QVERIFY2((stage).central.violations().isEmpty(), qPrintable((stage).central.violations().join(u"; "_s)))

}  // namespace aftercharge::sim_test
