// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/measurand.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace aftercharge::ocpp16 {
namespace {

using std::string_view;

constexpr std::array<std::pair<string_view, Measurand>, 5> read_names{{
    {"Energy.Active.Import.Register", Measurand::Register},
    {"Voltage", Measurand::Voltage},
    {"Current.Import", Measurand::Current},
    {"Power.Active.Import", Measurand::Power},
    {"SoC", Measurand::Soc},
}};

constexpr std::array<string_view, 17> passed_over_names{
    "Energy.Active.Export.Register",
    "Energy.Reactive.Import.Register",
    "Energy.Reactive.Export.Register",
    "Energy.Active.Export.Interval",
    "Energy.Active.Import.Interval",
    "Energy.Reactive.Export.Interval",
    "Energy.Reactive.Import.Interval",
    "Power.Active.Export",
    "Power.Offered",
    "Power.Reactive.Export",
    "Power.Reactive.Import",
    "Power.Factor",
    "Current.Export",
    "Current.Offered",
    "Frequency",
    "Temperature",
    "RPM",
};

constexpr std::array<std::pair<string_view, Phase>, 10> phases{{
    {"L1", Phase::L1},
    {"L2", Phase::L2},
    {"L3", Phase::L3},
    {"L1-N", Phase::L1},
    {"L2-N", Phase::L2},
    {"L3-N", Phase::L3},
    {"N", Phase::Neutral},
    {"L1-L2", Phase::L1L2},
    {"L2-L3", Phase::L2L3},
    {"L3-L1", Phase::L3L1},
}};

constexpr std::array<string_view, 5> locations{"Outlet", "Cable", "Body", "Inlet", "EV"};

struct Unit {
    Measurand measurand;
    string_view name;
    int power_of_ten;
};

// The first of each measurand is taken where none is named.
constexpr std::array units{
    Unit{Measurand::Register, "Wh", 0}, Unit{Measurand::Register, "kWh", 3}, Unit{Measurand::Voltage, "V", 3},
    Unit{Measurand::Current, "A", 3},   Unit{Measurand::Power, "W", 0},      Unit{Measurand::Power, "kW", 3},
    Unit{Measurand::Soc, "Percent", 1}, Unit{Measurand::Soc, "%", 1},
};

bool same_letters(string_view a, string_view b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::string phrase(string_view what, JsonValue value)
{
    return std::string(what) + excerpt(value.text());
}

}  // namespace

Measurand measurand_of(JsonValue name, Suspicions &suspicions)
{
    if (!name.exists())
        return Measurand::Register;
    for (const auto &[text, measurand] : read_names) {
        if (name.equals(text))
            return measurand;
    }
    if (std::none_of(passed_over_names.begin(), passed_over_names.end(), [&](auto text) { return name.equals(text); }))
        suspicions.add(phrase("unknown measurand ", name));
    return Measurand::PassedOver;
}

Phase phase_of(JsonValue name, Suspicions &suspicions)
{
    if (!name.exists())
        return Phase::None;
    for (const auto &[text, phase] : phases) {
        if (name.equals(text))
            return phase;
    }
    suspicions.add(phrase("unknown phase ", name));
    return Phase::None;
}

bool counts_at(JsonValue location, Measurand measurand, Suspicions &suspicions)
{
    if (!location.exists() || measurand == Measurand::Soc || location.equals("Outlet") || location.equals("Cable"))
        return true;
    const bool known = std::any_of(locations.begin(), locations.end(),
                                   [&](string_view name) { return location.equals(name); });
    if (!known)
        suspicions.add(phrase("unknown location ", location));
    return !known;
}

std::optional<int> power_of_ten(Measurand measurand, JsonValue unit, Suspicions &suspicions)
{
    const auto base = std::find_if(units.begin(), units.end(), [&](const Unit &u) { return u.measurand == measurand; });
    if (base == units.end())
        return std::nullopt;
    if (!unit.exists() || unit.equals(base->name))
        return base->power_of_ten;
    const std::string name = unit.text();
    for (const Unit &known : units) {
        if (known.measurand != measurand || !same_letters(known.name, name))
            continue;
        if (known.name != name || name == "%")
            suspicions.add(phrase("unit ", unit));
        return known.power_of_ten;
    }
    // The schema's default left on a value that is no energy.
    const bool forgotten = name == "Wh";
    suspicions.add(phrase(forgotten ? "unit of another measurand: " : "value left out, unit ", unit));
    return forgotten ? std::optional(base->power_of_ten) : std::nullopt;
}

}  // namespace aftercharge::ocpp16
