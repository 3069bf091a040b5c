// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include <curl/curl.h>

#include "models/gateway/http/http_client.h"

namespace aftercharge::http {

// What libcurl says of a request that got no whole answer.
struct Failure {
    CURLcode code = CURLE_OK;
    bool begun = false;  // connected and about to write, or written: some of it may be there
    std::chrono::milliseconds took{0};
    std::string detail;  // libcurl's own words, of connecting and TLS only
};

// NotSent only where both agree: the code is one of those that come before a request is
// written, and none of it was. All else is Unknown.
Answer answer_of(const Failure &failure);

}  // namespace aftercharge::http
