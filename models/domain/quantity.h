// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace aftercharge {

// One integer type a physical quantity: a Wh cannot be added to a W, a bare integer never
// crosses an interface. The unit is in the name of the alias.
template<typename Unit>
class Quantity {
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(std::int64_t value) : value_(value) {}
    constexpr std::int64_t value() const { return value_; }

    friend constexpr auto operator<=>(const Quantity &, const Quantity &) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.value_ + b.value_); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.value_ - b.value_); }

private:
    std::int64_t value_ = 0;
};

using EnergyWh = Quantity<struct WattHourUnit>;
using PowerW = Quantity<struct WattUnit>;
using VoltageMv = Quantity<struct MillivoltUnit>;
using CurrentMa = Quantity<struct MilliampereUnit>;
using SocPermille = Quantity<struct PermilleUnit>;  // state of charge in 0.1 %

}  // namespace aftercharge
