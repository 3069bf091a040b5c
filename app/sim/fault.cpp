// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/fault.h"

#include <charconv>

namespace aftercharge::sim {
namespace {

// "62.5" times 1000, at most three decimals: no binary fractions on the way.
std::optional<std::int64_t> parse_thousandths(std::string_view text)
{
    const std::size_t dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    const std::string_view part = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    if (whole.empty() || whole.size() > 9 || part.size() > 3 || (dot != std::string_view::npos && part.empty()))
        return std::nullopt;
    std::string digits(whole);
    digits += part;
    digits.append(3 - part.size(), '0');
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || value < 0)
        return std::nullopt;
    return value;
}

bool take_unit(std::string_view &text, std::string_view unit)
{
    if (!text.ends_with(unit))
        return false;
    text.remove_suffix(unit.size());
    return true;
}

// The thousandths of one unit that make 1 of FaultPlan::value.
bool parse_when(std::string_view text, FaultPlan &plan)
{
    std::int64_t multiply = 1;
    std::int64_t divide = 1;
    if (take_unit(text, "%")) {
        plan.trigger = FaultTrigger::Soc;
        divide = 100;
    } else if (take_unit(text, "kWh")) {
        plan.trigger = FaultTrigger::Energy;
    } else if (take_unit(text, "Wh")) {
        plan.trigger = FaultTrigger::Energy;
        divide = 1000;
    } else if (take_unit(text, "min")) {
        plan.trigger = FaultTrigger::Time;
        multiply = 60;
        divide = 1000;
    } else if (take_unit(text, "s")) {
        plan.trigger = FaultTrigger::Time;
        divide = 1000;
    } else {
        return false;
    }
    const std::optional<std::int64_t> thousandths = parse_thousandths(text);
    if (!thousandths)
        return false;
    plan.value = *thousandths * multiply / divide;
    return true;
}

std::int64_t default_parameter(FaultKind kind)
{
    switch (kind) {
    case FaultKind::FastMeter:
        return 1300;
    case FaultKind::PowerLoss:
        return 60;
    case FaultKind::ConnectionLoss:
        return 120;
    case FaultKind::Phantom:
        return 300;
    default:
        return 0;
    }
}

}  // namespace

bool is_stop(FaultKind kind)
{
    return kind == FaultKind::EmergencyStop || kind == FaultKind::OverTemperature || kind == FaultKind::Insulation ||
           kind == FaultKind::Unplug || kind == FaultKind::PowerLoss;
}

Result<FaultPlan> parse_fault(std::string_view text)
{
    const std::size_t at = text.find('@');
    const std::optional<FaultKind> kind = from_text<FaultKind>(text.substr(0, at));
    if (at == std::string_view::npos || !kind)
        return fail(ErrorCode::InputInvalid, "fault \"" + std::string(text) + "\" is not KIND@WHEN");
    FaultPlan plan;
    plan.kind = *kind;
    plan.parameter = default_parameter(*kind);
    std::string_view when = text.substr(at + 1);
    if (const std::size_t colon = when.find(':'); colon != std::string_view::npos) {
        const std::optional<std::int64_t> thousandths = parse_thousandths(when.substr(colon + 1));
        if (!thousandths)
            return fail(ErrorCode::InputInvalid, "fault \"" + std::string(text) + "\": wrong parameter");
        plan.parameter = *kind == FaultKind::FastMeter ? *thousandths : *thousandths / 1000;
        when = when.substr(0, colon);
    }
    if (!parse_when(when, plan))
        return fail(ErrorCode::InputInvalid,
                    "fault \"" + std::string(text) + "\": when is a SOC (50%), an energy (5kWh) or a time (90s)");
    return plan;
}

}  // namespace aftercharge::sim
