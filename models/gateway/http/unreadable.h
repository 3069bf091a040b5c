// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/gateway/http/http_client.h"

namespace aftercharge::http {

// What a person reads when a service answered with something that is none of its answers:
// "Stripe answered with a web page instead of data (HTTP 502)". Nothing of the body is in it.
std::string unreadable(std::string_view service, const Answer &answer);

}  // namespace aftercharge::http
