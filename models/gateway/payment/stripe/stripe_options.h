// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace aftercharge::payment {

struct StripeOptions {
    std::string base_url = "https://api.stripe.com";
    std::string api_key;         // secret
    std::string webhook_secret;  // secret; empty: no webhook is believed
};

}  // namespace aftercharge::payment
