// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/gateway/http/http_client.h"

namespace aftercharge::http {

// Whether the request may leave at all: an https address, or http to this machine, without a
// user in it, and nothing in address or headers that could break a line. Empty: it may;
// otherwise what is wrong with it, for the log, without naming what is in the headers.
std::string why_not_sent(const Request &request);

// "127.0.0.1", "[::1]", "localhost".
bool is_loopback_host(const std::string &host);

// Whether the address is not TLS.
bool is_plain(const std::string &url);

}  // namespace aftercharge::http
