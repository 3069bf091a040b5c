// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/domain/error.h"
#include "models/domain/tariff.h"

namespace aftercharge {

// An OCPI 2.2.1 Tariff object (mod_tariffs) from its JSON text; numbers are read as exact
// decimals. Beyond OCPI: `name` of the tariff, `label` of an element, `service_price` of an
// ENERGY component. `country_code`, `party_id` and `last_updated` may be missing.
// Fails with tariff.invalid and the place: "elements[0].restrictions.reservation:
// reservations are not supported". Names that are not known are passed over at the top (they
// describe, as energy_mix does) and refused in an element, where they would change a price.
Result<Tariff> tariff_from_json(std::string_view text);

// The canonical text: fixed order, no white space, shortest decimals, nothing that is empty.
// Equal tariffs give equal bytes; tariff_from_json of it gives the tariff back.
std::string tariff_to_json(const Tariff &tariff);

}  // namespace aftercharge
