// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace aftercharge {

// Plain texts by name, as one column: {"amount":"2.94"}.
std::string to_json(const std::map<std::string, std::string> &values);
std::map<std::string, std::string> from_json(const std::string &json);

}  // namespace aftercharge
