// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/store/gateways.h"

namespace aftercharge::sim {

// Writes what `afterchargectl gateway set` takes, TOML of mode 0600: stripe.toml, wechat_pay.toml,
// easypost.toml, in a folder that is made if need be. Errors: input.invalid.
Result<void> write_account_files(const std::string &folder, const std::vector<GatewayAccount> &accounts);

}  // namespace aftercharge::sim
