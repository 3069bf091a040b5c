// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace aftercharge::ocpp16 {

inline constexpr std::size_t max_request_bytes = 8192;

// The HTTP request by which a charge point asks for its WebSocket, as far as we decide on it.
struct UpgradeRequest {
    std::string charge_point_id;  // of /ocpp/<percent-encoded id>; empty for any other path
    bool has_origin = false;
    std::optional<std::string> basic;  // user:password, decoded; nothing without the header
    std::vector<std::string> subprotocols;
};

// `bytes` up to and with the empty line. The error is the HTTP status to answer: 400 for what
// is no sound WebSocket request (RFC 6455, 4.2.1), 405 for another method, 426 for another
// version of the protocol.
tl::expected<UpgradeRequest, int> parse_upgrade_request(std::string_view bytes);

// "%2F" → "/"; nothing for a percent sign without two hex digits.
std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace aftercharge::ocpp16
