// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/vehicle.h"

#include <algorithm>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace aftercharge::sim {
namespace {

Result<Vehicle> parse_vehicle(const QJsonObject &object)
{
    Vehicle vehicle;
    vehicle.id = object["id"_L1].toString().toStdString();
    vehicle.brand = object["brand"_L1].toString().toStdString();
    vehicle.model = object["model"_L1].toString().toStdString();
    vehicle.usable_battery = EnergyWh(object["usable_battery_wh"_L1].toInteger());
    vehicle.voltage_class = object["voltage_class"_L1].toInt();
    vehicle.dc_max = PowerW(object["dc_max_w"_L1].toInteger());
    vehicle.ac_phases = object["ac_phases"_L1].toInt();
    vehicle.ac_max = PowerW(object["ac_max_w"_L1].toInteger());
    for (const QJsonValue &point : object["dc_curve"_L1].toArray()) {
        const QJsonArray pair = point.toArray();
        vehicle.dc_curve.push_back({SocPermille(pair.at(0).toInteger(-1) * 10), PowerW(pair.at(1).toInteger())});
    }
    const bool sorted = std::is_sorted(vehicle.dc_curve.begin(), vehicle.dc_curve.end(),
                                       [](const CurvePoint &a, const CurvePoint &b) { return a.soc < b.soc; });
    const bool positive = std::all_of(vehicle.dc_curve.begin(), vehicle.dc_curve.end(),
                                      [](const CurvePoint &point) { return point.power.value() > 0; });
    if (vehicle.id.empty() || vehicle.usable_battery.value() <= 0 || vehicle.dc_curve.size() < 2 || !sorted ||
        !positive || vehicle.dc_curve.front().soc.value() != 0 || vehicle.dc_curve.back().soc.value() != 1000 ||
        (vehicle.voltage_class != 400 && vehicle.voltage_class != 800) || vehicle.ac_phases < 1 ||
        vehicle.ac_phases > 3 || vehicle.ac_max.value() <= 0)
        return fail(ErrorCode::InputInvalid, "vehicle \"" + vehicle.id + "\" is incomplete");
    return vehicle;
}

}  // namespace

double curve_power(const Vehicle &vehicle, double soc)
{
    const double permille = std::clamp(soc, 0.0, 1.0) * 1000.0;
    const auto &curve = vehicle.dc_curve;
    for (std::size_t i = 1; i < curve.size(); ++i) {
        const auto right = static_cast<double>(curve[i].soc.value());
        if (permille > right)
            continue;
        const auto left = static_cast<double>(curve[i - 1].soc.value());
        const auto low = static_cast<double>(curve[i - 1].power.value());
        const auto high = static_cast<double>(curve[i].power.value());
        return right > left ? low + (high - low) * (permille - left) / (right - left) : high;
    }
    return static_cast<double>(curve.back().power.value());
}

Result<std::vector<Vehicle>> parse_vehicles(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::InputInvalid, "vehicles: " + error.errorString().toStdString());
    std::vector<Vehicle> vehicles;
    for (const QJsonValue &value : document.object()["vehicles"_L1].toArray()) {
        Result<Vehicle> vehicle = parse_vehicle(value.toObject());
        if (!vehicle)
            return tl::unexpected(vehicle.error());
        vehicles.push_back(std::move(*vehicle));
    }
    if (vehicles.empty())
        return fail(ErrorCode::InputInvalid, "no vehicles");
    return vehicles;
}

Result<std::vector<Vehicle>> built_in_vehicles()
{
    QFile file(u":/aftercharge/vehicles/vehicles.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, "the vehicles are not built in");
    return parse_vehicles(file.readAll());
}

Result<Vehicle> find_vehicle(const std::vector<Vehicle> &vehicles, std::string_view id)
{
    std::string known;
    for (const Vehicle &vehicle : vehicles) {
        if (vehicle.id == id)
            return vehicle;
        known += (known.empty() ? "" : ", ") + vehicle.id;
    }
    return fail(ErrorCode::InputInvalid, "no vehicle \"" + std::string(id) + "\"; there are " + known);
}

}  // namespace aftercharge::sim
