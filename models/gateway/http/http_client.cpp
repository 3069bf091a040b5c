// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/http/http_client.h"

#include <algorithm>
#include <string_view>

namespace aftercharge::http {

std::string Answer::header(std::string_view name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const auto &entry) { return entry.first == name; });
    return found == headers.end() ? std::string() : found->second;
}

}  // namespace aftercharge::http
