// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/domain/error.h"

namespace aftercharge {

// "127.0.0.1:9210", "[::1]:9210": where a listener stands. Port 0: any free one.
struct Endpoint {
    std::string address;
    std::uint16_t port = 0;
};

Result<Endpoint> parse_endpoint(std::string_view text);  // input.invalid

}  // namespace aftercharge
