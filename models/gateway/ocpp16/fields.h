// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "models/domain/quantity.h"
#include "models/gateway/ocpp16/json_tape.h"
#include "models/gateway/ocpp16/suspicions.h"
#include "models/gateway/ocpp16/violation.h"

namespace aftercharge::ocpp16 {

enum class Need { Required, Optional };

// Reads the members of one object against the schema of OCPP 1.6. What departs from it and
// can still be understood is read and noted as a suspicion; nothing is returned for what
// cannot, and refuse() then says which violation that is.
class Fields {
public:
    Fields(JsonValue object, Suspicions &suspicions) : object_(object), suspicions_(suspicions) {}

    // Notes members that the schema does not know.
    void expect_only(std::initializer_list<std::string_view> names);

    // A string, or a number or boolean as written. Longer than `max_length` characters is
    // noted and kept whole; 0: no limit.
    std::optional<std::string> text(std::string_view name, std::size_t max_length, Need need);
    // A whole number; also one written as a string, or as 12.0.
    std::optional<std::int64_t> integer(std::string_view name, Need need);
    // The same within the range of connectors, 0 to 10000.
    std::optional<int> connector(std::string_view name, Need need);
    // Wh, rounded half-even if a charge point sends a fraction.
    std::optional<EnergyWh> energy(std::string_view name, Need need);
    // The member if it is an array; any other kind is noted.
    JsonValue array(std::string_view name, Need need);

    // What to answer when a field that is needed could not be read.
    tl::unexpected<Violation> refuse(std::string_view name) const;

    Suspicions &suspicions() { return suspicions_; }

private:
    JsonValue present(std::string_view name, Need need);
    std::optional<std::string_view> numeric(JsonValue value, std::string_view name);
    void suspect(std::string_view name, std::string_view what);

    JsonValue object_;
    Suspicions &suspicions_;
};

}  // namespace aftercharge::ocpp16
