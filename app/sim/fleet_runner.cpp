// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/fleet_runner.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include "app/sim/command_support.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace aftercharge::sim {
namespace {

std::size_t count_charge_points(const Scenario &scenario)
{
    QSet<QString> ids;
    for (const ScenarioEntry &entry : scenario)
        ids.insert(entry.charge_point_id);
    return static_cast<std::size_t>(ids.size());
}

QJsonObject reading_fields(int connector, const MeterReading &reading)
{
    return {{u"connector"_s, connector},
            {u"t"_s, iso_text(reading.time)},
            {u"voltage_mv"_s, static_cast<qint64>(reading.voltage.value())},
            {u"current_ma"_s, static_cast<qint64>(reading.current.value())},
            {u"power_w"_s, static_cast<qint64>(reading.power.value())},
            {u"soc_permille"_s, static_cast<qint64>(reading.soc.value())},
            {u"register_wh"_s, static_cast<qint64>(reading.register_value.value())}};
}

}  // namespace

FleetRunner::FleetRunner(const RunOptions &options, Scenario scenario, std::optional<UtcTime> epoch)
    : options_(options), epoch_(epoch), clock_(epoch, options.speed),
      fleet_({QUrl(QString::fromStdString(options.url)), options.seed, {}}, clock_),
      expected_(count_charge_points(scenario))
{
    fleet_.add(scenario);
    connect(&fleet_, &Fleet::chargePointReady, this, [this](const QString &id) {
        ready_.insert(id);
        print("ready", id, {});
    });
    connect(&fleet_, &Fleet::sessionStarted, this, [this](const QString &id, int connector, qint64 transaction) {
        print("started", id, {{u"connector"_s, connector}, {u"transaction_id"_s, transaction}});
    });
    connect(&fleet_, &Fleet::reportSent, this,
            [this](const QString &id, int connector, int, const MeterReading &reading) {
                take_report(id, connector, reading);
            });
    connect(&fleet_, &Fleet::faultBegan, this, [this](const QString &id, int connector, const FaultPlan &fault) {
        const std::string_view kind = to_text(fault.kind);
        print("fault", id,
              {{u"connector"_s, connector},
               {u"kind"_s, QString::fromLatin1(kind.data(), static_cast<qsizetype>(kind.size()))}});
    });
    connect(&fleet_, &Fleet::commandReceived, this, [this](const QString &id, const QString &action) {
        print("command", id, {{u"action"_s, action}});
    });
    connect(&fleet_, &Fleet::sessionEnded, this, &FleetRunner::take_end);
    connect(&fleet_, &Fleet::problem, this, &FleetRunner::take_problem);
    connect(&fleet_, &Fleet::finished, this, [this] {
        // The connectors still say that they are free.
        const auto tail = clock_.wall_until(clock_.now() + 12s) + 200ms;
        QTimer::singleShot(tail, this, &FleetRunner::end);
    });
}

int FleetRunner::run()
{
    QTimer::singleShot(std::chrono::seconds(options_.give_up_s), this, &FleetRunner::give_up);
    fleet_.start(epoch_);
    QCoreApplication::exec();
    return status_;
}

void FleetRunner::print(const char *event, const QString &charge_point_id, QJsonObject fields)
{
    if (options_.as_json) {
        fields[u"event"_s] = QString::fromLatin1(event);
        fields[u"charge_point_id"_s] = charge_point_id;
        print_line(QJsonDocument(fields).toJson(QJsonDocument::Compact).toStdString());
        return;
    }
    std::string line = charge_point_id.toStdString() + " " + event;
    for (const QString &key : fields.keys())
        line += " " + key.toStdString() + "=" + fields[key].toVariant().toString().toStdString();
    print_line(line);
}

void FleetRunner::take_report(const QString &id, int connector, const MeterReading &reading)
{
    print("report", id, reading_fields(connector, reading));
}

void FleetRunner::take_end(const SessionSummary &summary)
{
    QJsonObject fields{{u"connector"_s, summary.connector},
                       {u"reason"_s, summary.reason},
                       {u"meter_start_wh"_s, static_cast<qint64>(summary.meter_start.value())},
                       {u"meter_stop_wh"_s, static_cast<qint64>(summary.meter_stop.value())},
                       {u"soc_permille"_s, static_cast<qint64>(summary.soc.value())},
                       {u"reports"_s, summary.reports}};
    if (summary.transaction_id)
        fields[u"transaction_id"_s] = *summary.transaction_id;
    if (summary.error)
        fields[u"error"_s] = QString::fromStdString(to_line(*summary.error));
    print("ended", summary.charge_point_id, fields);
    if (summary.error) {
        const int status = report_error(*summary.error);
        status_ = status_ == 0 ? status : status_;
    }
}

void FleetRunner::take_problem(const QString &id, const Error &error)
{
    last_problem_ = error;
    if (error.code == ErrorCode::NetworkUnreachable)
        return;  // it is tried again until we give up
    status_ = report_error({error.code, id.toStdString() + ": " + error.detail});
    if (!ready_.contains(id))
        turned_away_.insert(id);
    if (static_cast<std::size_t>(turned_away_.size()) == expected_)
        end();
}

void FleetRunner::give_up()
{
    if (!ready_.isEmpty())
        return;
    status_ = report_error(last_problem_.value_or(Error{ErrorCode::NetworkUnreachable, options_.url}));
    end();
}

void FleetRunner::end()
{
    fleet_.shut_down();
    // The closing handshake, then out.
    QTimer::singleShot(200ms, this, [] { QCoreApplication::quit(); });
}

}  // namespace aftercharge::sim
