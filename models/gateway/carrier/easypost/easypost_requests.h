// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/gateway/carrier/carrier_gateway.h"
#include "models/gateway/carrier/easypost/easypost_options.h"
#include "models/gateway/http/http_client.h"

namespace aftercharge::carrier {

// Requests of EasyPost's API, version 2. `path` from "/v2" on, percent-encoded where it holds
// a name that came from outside.
http::Request get_request(const EasypostOptions &options, const std::string &path);
http::Request post_request(const EasypostOptions &options, const std::string &path, std::string body);

// A name as one segment of a path, or as a value in a query.
std::string percent_encoded(const std::string &name);

// With our number as `reference`, and `options.currency`: what the rates are asked for in.
std::string shipment_body(const EasypostOptions &options, const LabelCall &call);
// Without insurance where `insure` is zero.
std::string buy_body(const std::string &rate_id, const Money &insure);
// The evidence sorted into the three lists that EasyPost knows: invoices and receipts, what was
// written, and everything else (photographs).
std::string claim_body(const EasypostOptions &options, const ClaimCall &call);

}  // namespace aftercharge::carrier
