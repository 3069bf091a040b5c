// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/signed_message.h"

#include <algorithm>
#include <cstdint>

namespace aftercharge::payment {

std::optional<std::string> only_header(const std::vector<std::pair<std::string, std::string>> &headers,
                                       std::string_view name)
{
    const auto has_name = [&](const auto &entry) { return entry.first == name; };
    const auto found = std::find_if(headers.begin(), headers.end(), has_name);
    if (found == headers.end() || std::find_if(found + 1, headers.end(), has_name) != headers.end())
        return std::nullopt;
    return found->second;
}

std::optional<UtcTime> unix_time_from_text(std::string_view text)
{
    constexpr std::size_t max_digits = 11;
    if (text.empty() || text.size() > max_digits)
        return std::nullopt;
    std::int64_t seconds = 0;
    for (char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        seconds = seconds * 10 + (c - '0');
    }
    return UtcTime(std::chrono::seconds(seconds));
}

bool is_fresh(UtcTime signed_at, UtcTime now)
{
    return signed_at - now <= signature_tolerance && now - signed_at <= signature_tolerance;
}

}  // namespace aftercharge::payment
