// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/curve_records.h"

namespace aftercharge::ctl {
namespace {

template<typename Unit>
std::string cell(const std::optional<Quantity<Unit>> &quantity)
{
    return quantity ? std::to_string(quantity->value()) : std::string();
}

}  // namespace

Records curve_records(const std::vector<Reading> &readings)
{
    Records records;
    records.reserve(readings.size());
    for (const Reading &reading : readings) {
        Record record;
        record.add("at", reading.at)
            .add("register_wh", reading.register_wh)
            .add("voltage_mv", reading.voltage)
            .add("current_ma", reading.current)
            .add("power_w", reading.power)
            .add("soc_permille", reading.soc)
            .add("flags", std::int64_t{reading.flags.bits()});
        records.push_back(std::move(record));
    }
    return records;
}

std::string curve_csv(const std::vector<Reading> &readings)
{
    std::string text = "at,register_wh,voltage_mv,current_ma,power_w,soc_permille,flags\n";
    for (const Reading &reading : readings) {
        text += to_iso8601(reading.at) + ',' + cell(reading.register_wh) + ',' + cell(reading.voltage) + ',' +
                cell(reading.current) + ',' + cell(reading.power) + ',' + cell(reading.soc) + ',' +
                std::to_string(reading.flags.bits()) + '\n';
    }
    return text;
}

}  // namespace aftercharge::ctl
