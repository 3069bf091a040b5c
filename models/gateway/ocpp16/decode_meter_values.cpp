// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/decode_meter_values.h"

#include <array>

#include "models/gateway/ocpp16/decimal.h"
#include "models/gateway/ocpp16/decode_time.h"
#include "models/gateway/ocpp16/measurand.h"

namespace aftercharge::ocpp16 {
namespace {

using Value = std::optional<std::int64_t>;

// Far beyond any connector and small enough that V·I fits 64 bits.
constexpr std::array<std::int64_t, read_measurands> limits{
    1'000'000'000'000'000,  // Wh
    1'000'000'000,          // mV
    1'000'000'000,          // mA
    1'000'000'000,          // W
    1'000,                  // 0.1 %
};
constexpr std::array<const char *, read_measurands> names{"register", "voltage", "current", "power", "SoC"};

// One quantity of a meterValue as it was reported: for all phases, by phase, line to line.
struct Quantities {
    Value whole;
    std::array<Value, 3> phases;
    std::array<Value, 3> lines;

    Value &slot(Phase phase)
    {
        switch (phase) {
        case Phase::L1:
            return phases[0];
        case Phase::L2:
            return phases[1];
        case Phase::L3:
            return phases[2];
        case Phase::L1L2:
            return lines[0];
        case Phase::L2L3:
            return lines[1];
        case Phase::L3L1:
            return lines[2];
        default:
            return whole;
        }
    }
};

Value sum(const std::array<Value, 3> &values)
{
    Value total;
    for (const Value &value : values) {
        if (value)
            total = total.value_or(0) + *value;
    }
    return total;
}

// Of those that are not 0: a phase that is not connected says nothing about the others.
Value mean(const std::array<Value, 3> &values)
{
    std::int64_t total = 0;
    std::int64_t count = 0;
    for (const Value &value : values) {
        total += value.value_or(0);
        count += value.value_or(0) != 0 ? 1 : 0;
    }
    if (count == 0)
        return sum(values);
    return (total + count / 2) / count;
}

Value voltage_of(const Quantities &quantities, Suspicions &suspicions)
{
    if (quantities.whole)
        return quantities.whole;
    if (const Value phase = mean(quantities.phases))
        return phase;
    const Value line = mean(quantities.lines);
    if (!line)
        return std::nullopt;
    suspicions.add("voltage between lines");
    return *line * 1'000 / 1'732;
}

Value total_of(const Quantities &quantities)
{
    return quantities.whole ? quantities.whole : sum(quantities.phases);
}

class MeterValue {
public:
    MeterValue(Suspicions &suspicions) : suspicions_(suspicions) {}

    void add(JsonValue sampled)
    {
        if (!sampled.is(JsonKind::Object)) {
            suspicions_.add("sampledValue is not an object");
            return;
        }
        const Measurand measurand = measurand_of(sampled.member("measurand"), suspicions_);
        if (measurand == Measurand::PassedOver || !counts_at(sampled.member("location"), measurand, suspicions_))
            return;
        const Phase phase = phase_of(sampled.member("phase"), suspicions_);
        check_context(sampled.member("context"));
        if (phase == Phase::Neutral)
            return;
        if (const Value value = read(sampled, measurand))
            put(quantities_[static_cast<std::size_t>(measurand)].slot(phase), *value, measurand);
    }

    Reading reading(UtcTime at, ReadingFlags flags) const
    {
        Reading reading;
        reading.at = at;
        reading.flags = flags;
        if (const Value wh = total_of(of(Measurand::Register))) {
            reading.register_wh = EnergyWh{*wh};
            if (*wh < 0) {
                suspicions_.add("register is negative");
                reading.flags.set(ReadingFlag::ScaleSuspect);
            }
        }
        if (const Value mv = voltage_of(of(Measurand::Voltage), suspicions_))
            reading.voltage = VoltageMv{*mv};
        if (const Value ma = total_of(of(Measurand::Current)))
            reading.current = CurrentMa{*ma};
        if (const Value w = total_of(of(Measurand::Power)))
            reading.power = PowerW{*w};
        if (const Value permille = of(Measurand::Soc).whole)
            reading.soc = SocPermille{*permille};
        return reading;
    }

private:
    const Quantities &of(Measurand measurand) const { return quantities_[static_cast<std::size_t>(measurand)]; }

    void put(Value &slot, std::int64_t value, Measurand measurand)
    {
        if (slot && *slot != value)
            suspicions_.add(std::string("two values of ") + names[static_cast<std::size_t>(measurand)]);
        slot = value;
    }

    void check_context(JsonValue context)
    {
        constexpr std::array<std::string_view, 8> known{
            "Sample.Periodic", "Transaction.Begin",  "Transaction.End",  "Sample.Clock",
            "Trigger",         "Interruption.Begin", "Interruption.End", "Other"};
        if (context.exists() &&
            std::none_of(known.begin(), known.end(), [&](std::string_view name) { return context.equals(name); }))
            suspicions_.add("unknown context " + excerpt(context.text()));
    }

    Value read(JsonValue sampled, Measurand measurand)
    {
        const auto index = static_cast<std::size_t>(measurand);
        const std::string name = names[index];
        if (sampled.member("format").equals("SignedData")) {
            suspicions_.add("signed " + name + " left out");
            return std::nullopt;
        }
        const JsonValue value = sampled.member("value");
        if (value.is(JsonKind::Number))
            suspicions_.add("value is a number, not a string");
        const auto shift = power_of_ten(measurand, sampled.member("unit"), suspicions_);
        if (!shift)
            return std::nullopt;
        const bool readable = value.is(JsonKind::Number) || value.is(JsonKind::String);
        const auto scaled = readable ? scale_decimal(value.token(), *shift) : std::nullopt;
        if (!scaled) {
            suspicions_.add(name + " cannot be read");
            return std::nullopt;
        }
        const bool below = measurand == Measurand::Soc ? scaled->value < 0 : scaled->value < -limits[index];
        if (below || scaled->value > limits[index]) {
            suspicions_.add(name + " is out of range");
            return std::nullopt;
        }
        if (scaled->rounded && measurand == Measurand::Register)
            suspicions_.add("fractional Wh");
        return scaled->value;
    }

    std::array<Quantities, read_measurands> quantities_;
    Suspicions &suspicions_;
};

void append_reading(std::vector<Reading> &readings, JsonValue meter_value, UtcTime received_at, Suspicions &suspicions)
{
    if (!meter_value.is(JsonKind::Object)) {
        suspicions.add("meterValue is not an object");
        return;
    }
    const ReportedTime time = decode_time(meter_value.member("timestamp"), "timestamp", received_at, suspicions);
    const JsonValue sampled = meter_value.member("sampledValue");
    if (!sampled.is(JsonKind::Array) || !sampled.first().exists())
        suspicions.add("sampledValue is missing");
    MeterValue values(suspicions);
    if (sampled.is(JsonKind::Array)) {
        for (JsonValue item = sampled.first(); item.exists(); item = item.next())
            values.add(item);
    }
    const Reading reading = values.reading(time.at, time_flags(time, received_at));
    if (reading.register_wh || reading.voltage || reading.current || reading.power || reading.soc)
        readings.push_back(reading);
}

}  // namespace

std::vector<Reading> decode_meter_values(JsonValue meter_values, UtcTime received_at, Suspicions &suspicions)
{
    std::vector<Reading> readings;
    if (!meter_values.is(JsonKind::Array))
        return readings;
    for (JsonValue item = meter_values.first(); item.exists(); item = item.next())
        append_reading(readings, item, received_at, suspicions);
    return readings;
}

}  // namespace aftercharge::ocpp16
