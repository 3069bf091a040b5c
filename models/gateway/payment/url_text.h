// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace aftercharge::payment {

// RFC 3986: all but letters, digits, "-", ".", "_", "~" as %XX.
std::string percent_encoded(std::string_view text);

// "https://api.example.com/" → "https://api.example.com"
std::string without_last_slash(std::string url);

// What stands between the host and the query, which is what a request line begins with:
// "https://api.example.com/v3/x?y=1" → "/v3/x?y=1".
std::string path_and_query(std::string_view url);

}  // namespace aftercharge::payment
