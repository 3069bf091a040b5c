// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/store/gateways.h"
#include "models/workflow/gateway_tasks.h"

namespace aftercharge {

namespace http {
class Client;
}  // namespace http

struct MadeGateways {
    Gateways gateways;
    std::vector<Error> problems;  // of accounts that made none; the others work
};

// What the adapters work with, from several threads at once; it outlives them.
struct GatewayParts {
    http::Client &client;
    const Clock &clock;
    Random &random;
};

// The adapters of the accounts in the store.
MadeGateways make_gateways(const std::vector<GatewayAccount> &accounts, const GatewayParts &parts);

// Whether an account would make an adapter: input.invalid for an unknown gateway and for a
// setting or secret that is missing or wrong, gateway.not_configured for a key that is none.
// Names the setting, never what was in it. A base_url that is left out is the gateway's own.
//   STRIPE      base_url; secrets api_key, webhook_secret
//   WECHAT_PAY  base_url; settings mchid, merchant_serial_no, platform_serial_no,
//               platform_public_key (PEM), notify_url (optional); secrets merchant_private_key (PEM),
//               api_v3_key
//   EASYPOST    base_url; settings currency (USD where left out), contact_email, from_name, from_street1,
//               from_city, from_state, from_zip, from_country, from_phone, parcel_weight_oz;
//               secrets api_key, webhook_secret
Result<void> check_gateway_account(const GatewayAccount &account);

}  // namespace aftercharge
