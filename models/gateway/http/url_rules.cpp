// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/http/url_rules.h"

#include <algorithm>
#include <memory>

#include <arpa/inet.h>
#include <curl/curl.h>

namespace aftercharge::http {
namespace {

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Url parsed(const std::string &url)
{
    Url handle(curl_url(), &curl_url_cleanup);
    if (handle && curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK)
        handle.reset();
    return handle;
}

std::string part_of(const Url &url, CURLUPart part)
{
    char *text = nullptr;
    if (!url || curl_url_get(url.get(), part, &text, 0) != CURLUE_OK)
        return {};
    std::string copy(text);
    curl_free(text);
    return copy;
}

bool is_one_line(const std::string &text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool is_url_text(const std::string &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

bool is_header_name(const std::string &name)
{
    return !name.empty() && is_url_text(name) && name.find(':') == std::string::npos;
}

}  // namespace

bool is_loopback_host(const std::string &host)
{
    if (host == "localhost" || host == "[::1]")
        return true;
    in_addr address{};
    return inet_pton(AF_INET, host.c_str(), &address) == 1 && (ntohl(address.s_addr) >> 24) == 127;
}

bool is_plain(const std::string &url)
{
    return part_of(parsed(url), CURLUPART_SCHEME) != "https";
}

std::string why_not_sent(const Request &request)
{
    if (!is_url_text(request.url))
        return "the address has a character that no address has";
    const Url url = parsed(request.url);
    const std::string scheme = part_of(url, CURLUPART_SCHEME);
    const std::string host = part_of(url, CURLUPART_HOST);
    if (host.empty())
        return "not an address, or one with a user in it";
    if (scheme != "https" && scheme != "http")
        return "neither https nor http";
    if (scheme == "http" && !is_loopback_host(host))
        return "plain http goes to this machine only";
    for (const auto &[name, value] : request.headers) {
        if (!is_header_name(name) || !is_one_line(value))
            return "a header that breaks its line";
    }
    return {};
}

}  // namespace aftercharge::http
