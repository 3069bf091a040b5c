// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/scenario.h"

#include <cmath>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace aftercharge::sim {
namespace {

const QSet<QString> &known_fields()
{
    static const QSet<QString> fields{u"charge_point_id"_s,  u"password"_s,    u"connector"_s,   u"vehicle"_s,
                                      u"start_soc"_s,        u"target_soc"_s,  u"id_tag"_s,      u"fault"_s,
                                      u"start_after_s"_s,    u"kind"_s,        u"max_power_w"_s, u"suspend_s"_s,
                                      u"transaction_data"_s, u"remote_start"_s};
    return fields;
}

SocPermille permille(const QJsonValue &percent, double otherwise)
{
    return SocPermille(std::llround(percent.toDouble(otherwise) * 10.0));
}

Result<std::vector<FaultPlan>> parse_faults(const QJsonValue &value)
{
    const QJsonArray texts = value.isString() ? QJsonArray{value} : value.toArray();
    std::vector<FaultPlan> faults;
    for (const QJsonValue &text : texts) {
        const Result<FaultPlan> fault = parse_fault(text.toString().toStdString());
        if (!fault)
            return tl::unexpected(fault.error());
        faults.push_back(*fault);
    }
    return faults;
}

bool is_plausible(const ScenarioEntry &entry)
{
    const SessionPlan &plan = entry.plan;
    return !entry.charge_point_id.isEmpty() && (plan.by_remote_start || !plan.id_tag.isEmpty()) &&
           plan.id_tag.size() <= 20 && plan.connector >= 1 && plan.connector <= 16 && plan.start_soc.value() >= 0 &&
           plan.start_soc < plan.target_soc && plan.target_soc.value() <= 1000 && plan.max_power.value() > 0 &&
           plan.start_after.count() >= 0 && plan.suspend.count() >= 0;
}

Result<ScenarioEntry> parse_entry(const QJsonObject &object, const std::vector<Vehicle> &vehicles)
{
    for (const QString &key : object.keys()) {
        if (!known_fields().contains(key))
            return fail(ErrorCode::InputInvalid, "unknown field \"" + key.toStdString() + "\"");
    }
    const Result<Vehicle> vehicle = find_vehicle(vehicles, object["vehicle"_L1].toString().toStdString());
    if (!vehicle)
        return tl::unexpected(vehicle.error());
    const Result<std::vector<FaultPlan>> faults = parse_faults(object["fault"_L1]);
    if (!faults)
        return tl::unexpected(faults.error());
    ScenarioEntry entry{object["charge_point_id"_L1].toString(), object["password"_L1].toString().toUtf8(), {}};
    SessionPlan &plan = entry.plan;
    plan.connector = object["connector"_L1].toInt(1);
    plan.id_tag = object["id_tag"_L1].toString();
    plan.vehicle = *vehicle;
    plan.kind = object["kind"_L1].toString() == "AC"_L1 ? ChargeKind::Ac : ChargeKind::Dc;
    plan.start_soc = permille(object["start_soc"_L1], 20);
    plan.target_soc = permille(object["target_soc"_L1], 80);
    plan.max_power = PowerW(object["max_power_w"_L1].toInteger(120000));
    plan.faults = *faults;
    plan.start_after = std::chrono::seconds(object["start_after_s"_L1].toInteger());
    plan.suspend = std::chrono::seconds(object["suspend_s"_L1].toInteger());
    plan.transaction_data = object["transaction_data"_L1].toBool();
    plan.by_remote_start = object["remote_start"_L1].toBool();
    if (!is_plausible(entry))
        return fail(ErrorCode::InputInvalid,
                    "charge point \"" + entry.charge_point_id.toStdString() + "\": a field is missing or out of range");
    return entry;
}

}  // namespace

Result<Scenario> parse_scenario(const QByteArray &json, const std::vector<Vehicle> &vehicles)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::InputInvalid, "scenario: " + error.errorString().toStdString());
    Scenario scenario;
    for (const QJsonValue &value : document.array()) {
        Result<ScenarioEntry> entry = parse_entry(value.toObject(), vehicles);
        if (!entry)
            return fail(entry.error().code,
                        "scenario entry " + std::to_string(scenario.size() + 1) + ": " + entry.error().detail);
        scenario.push_back(std::move(*entry));
    }
    if (scenario.empty())
        return fail(ErrorCode::InputInvalid, "scenario: not a list, or an empty one");
    return scenario;
}

}  // namespace aftercharge::sim
