// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <QByteArray>

#include "models/domain/error.h"
#include "models/domain/quantity.h"

namespace aftercharge::sim {

struct CurvePoint {
    SocPermille soc;
    PowerW power;
};

// What a vehicle takes. The curve is sorted by SOC, has two points or more and covers
// 0 to 1000 permille.
struct Vehicle {
    std::string id;
    std::string brand;
    std::string model;
    EnergyWh usable_battery;
    int voltage_class = 400;  // 400 or 800 V
    PowerW dc_max;
    std::vector<CurvePoint> dc_curve;
    int ac_phases = 1;
    PowerW ac_max;
};

// The DC power in W that the curve allows at a SOC in [0, 1], between points in a straight line.
double curve_power(const Vehicle &vehicle, double soc);

// Reads the format of resources/vehicles/vehicles.json. Errors: input.invalid.
Result<std::vector<Vehicle>> parse_vehicles(const QByteArray &json);

// The vehicles built into the program, resources/vehicles/vehicles.json.
Result<std::vector<Vehicle>> built_in_vehicles();

// Errors: input.invalid, with the ids there are.
Result<Vehicle> find_vehicle(const std::vector<Vehicle> &vehicles, std::string_view id);

}  // namespace aftercharge::sim
