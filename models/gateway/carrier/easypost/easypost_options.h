// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/money.h"
#include "models/domain/shipment.h"

namespace aftercharge::carrier {

// How EasyPost is reached, and what every parcel of ours has in common.
struct EasypostOptions {
    std::string base_url = "https://api.easypost.com";
    std::string api_key;         // the user of Basic authentication, without a password
    std::string webhook_secret;  // empty: no webhook is believed
    Currency currency;           // of rates, insurance and claims
    std::string contact_email;   // where EasyPost's claims team writes to
    PostalAddress from;
    std::string parcel_weight_oz;  // a decimal, "15.4"
};

}  // namespace aftercharge::carrier
