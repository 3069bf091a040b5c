// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "models/store/gateways.h"

namespace aftercharge {

// A gateway's account from a TOML file that nobody but its owner may touch (mode 0600):
//   gateway = "STRIPE"
//   base_url = "https://api.stripe.com"      (may be left out: the gateway's own)
//   [settings]                               strings
//   [secrets]                                strings
// input.invalid with "FILE:LINE: …", never with a value of the file.
Result<GatewayAccount> read_gateway_file(const std::filesystem::path &path);

}  // namespace aftercharge
