// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/settlement/pricing.h"

namespace aftercharge {

// From the sums of a PricingFold to money: step_size, VAT, limits, the one rounding, the
// shares of the lines. Used by PricingFold::priced only.
class FeeSettlement {
public:
    FeeSettlement(const PricingFold &fold, const PricingFold::State &state);
    Result<PricedSession> settle();

private:
    struct Steps {
        int energy_period = -1;
        std::int64_t energy_added = 0;  // 10^-6 Wh
        int time_period = -1;
        Duration time_added{};
    };
    void find_steps();
    void add_energy_step();
    void add_time_step();
    void add_flat_line();
    void add_period(int index);
    void add_energy_lines(int index, const CompiledTariff::Entry &entry);
    void add_time_line(int index, const CompiledTariff::Entry &entry);
    void add_line(FeeLine line, Int128 base, const std::optional<VatRate> &vat);
    void apply_limits();
    Result<void> round();

    const PricingFold &fold_;
    const PricingFold::State &state_;
    const CompiledTariff &tariff_;
    Steps steps_;
    std::vector<Int128> exact_;  // a line, VAT included, in fee units
    Int128 total_ = 0;           // VAT included
    Int128 total_excl_vat_ = 0;
    bool has_vat_ = false;
    PricedSession result_;
};

}  // namespace aftercharge
